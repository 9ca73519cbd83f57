// Whether two connections within this page reach each other.

import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";
import { PATIENCE } from "../local-call.js";

export const id = "connection";

/** @param {Findings} soFar */
export async function run(soFar) {
  if (!window.RTCPeerConnection) {
    return [skipped("unsupported")];
  }
  const outcome = await soFar.startCall().outcome();
  return [outcome === "connected" ? good("good") : failed(outcome, ["you", "network"], { seconds: PATIENCE / 1_000 })];
}
