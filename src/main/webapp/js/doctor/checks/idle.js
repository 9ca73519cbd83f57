// How long a connection lives on which nothing is said. A proxy may end it.

import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";
import { until } from "../until.js";

export const id = "idle";

/**
 * The silence that is proven, in milliseconds. A page pings after 5 s, and the server probes after 7 s, so that no
 * connection of a call is silent for longer.
 */
const PROVEN = 10_000;

/** @param {Findings} soFar */
export async function run({ visit, server }) {
  if (!visit) {
    return [skipped("unconnected")];
  }
  let ended = false;
  visit.ended.then(() => (ended = true));
  await until(2 * PROVEN, () => ended || visit.silence >= PROVEN);
  const seconds = Math.round(visit.silence / 1_000);
  if (visit.silence >= PROVEN || visit.isSentAway) {
    return [good("good", { seconds: PROVEN / 1_000 })];
  }
  return [failed("cut", server?.proxied ? ["administrator"] : ["administrator", "network"], { seconds })];
}
