// Whether the server answers, and takes calls.

import { isReachable } from "../../server/reachable.js";
import { Findings } from "../findings.js";
import { failed, good } from "../finding.js";

export const id = "server";

/** How long the server may take to answer, in milliseconds. */
const WITHIN = 5_000;

/** @param {Findings} soFar */
export async function run(soFar) {
  const began = Date.now();
  // No cache has this address, and none may keep the answer: it tells the time.
  const query = new URLSearchParams({ origin: location.origin, now: String(began) });
  let response;
  try {
    response = await fetch(`doctor?${query}`, { cache: "no-store", signal: AbortSignal.timeout(WITHIN) });
  } catch {
    return [failed("unreachable", ["administrator", "network"])];
  }
  try {
    const answer = await response.json();
    soFar.server = { ...answer, asked: (began + Date.now()) / 2 };
  } catch {
    return [failed("strange", ["administrator", "network"])];
  }
  const { version } = /** @type {import("../findings.js").ServerAnswer} */ (soFar.server);
  return [(await isReachable()) ? good("good", { version }) : failed("not-ready", ["administrator"], { version })];
}
