// Whether the clocks here and at the server agree.

import { duration } from "../../base/i18n.js";
import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";

export const id = "clock";

/** The difference that harms nothing, in milliseconds. */
const TOLERATED = 2 * 60 * 1_000;

/** @param {Findings} soFar */
export async function run({ server }) {
  if (!server) {
    return [skipped("unknown")];
  }
  const difference = Math.abs(server.time - server.asked);
  return difference > TOLERATED
    ? [failed("differs", ["you", "administrator"], { difference: duration(difference / 1_000) })]
    : [good("good")];
}
