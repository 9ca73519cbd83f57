// Whether the server's certificate is still valid. A browser tells no page; a person may have clicked its warning away.

import { day } from "../../base/i18n.js";
import { Findings } from "../findings.js";
import { failed, good, skipped, warning } from "../finding.js";

export const id = "certificate";

/** How long before its end to warn, in milliseconds. */
const SOON = 14 * 24 * 60 * 60 * 1_000;

/** @param {Findings} soFar */
export async function run({ server }) {
  if (location.protocol !== "https:") {
    return [skipped("none")];
  }
  const ends = server?.certificateEnds;
  if (!ends) {
    return [skipped("unknown")];
  }
  const date = day(ends);
  if (ends <= server.time) { // by the server's clock, as the one here may be wrong
    return [failed("expired", ["administrator"], { date })];
  }
  return [ends - server.time < SOON ? warning("ends-soon", ["administrator"], { date }) : good("good", { date })];
}
