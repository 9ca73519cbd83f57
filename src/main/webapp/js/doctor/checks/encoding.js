// Whether pictures are encoded and decoded, and which codecs there are.

import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";

export const id = "encoding";

/** @param {Findings} soFar */
export async function run(soFar) {
  if ((await soFar.call?.outcome()) !== "connected") {
    return [skipped("unconnected")];
  }
  const codec = await soFar.call?.codec();
  return [codec ? good("good", { codec, codecs: codecs() }) : failed("failed", ["you"])];
}

/** The codecs that this browser sends, without those that only repair others. */
function codecs() {
  const all = RTCRtpSender.getCapabilities?.("video")?.codecs ?? [];
  const names = all.map(({ mimeType }) => mimeType.replace("video/", ""));
  return [...new Set(names)].filter((name) => !/^(rtx|red|ulpfec|flexfec.*)$/i.test(name));
}
