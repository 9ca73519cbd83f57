// Whether the page may use what the browser has: a Permissions Policy of the page around it, or of a proxy.

import { failed, good, skipped } from "../finding.js";

export const id = "policies";

const NEEDED = ["camera", "microphone", "display-capture"];

export async function run() {
  const policy = /** @type {any} */ (document).featurePolicy; // only Chromium has it
  if (!policy) {
    return [skipped("unknown")];
  }
  const features = NEEDED.filter((feature) => !policy.allowsFeature(feature));
  if (features.length === 0) {
    return [good("good")];
  }
  return [
    parent === window ? failed("header", ["administrator"], { features }) : failed("frame", ["you"], { features }),
  ];
}
