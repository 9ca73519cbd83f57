// Whether the browser has what a call needs.

import { failed, good } from "../finding.js";

export const id = "browser";

export async function run() {
  return [window.RTCPeerConnection ? good("good") : failed("unsupported", ["you", "network"])];
}
