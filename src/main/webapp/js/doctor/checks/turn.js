// Whether the TURN servers relay, with the credentials that the server hands out.

import { measure } from "../../base/i18n.js";
import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";
import { hasAnswered, isOverUdp } from "../ice-probes.js";

export const id = "turn";

/** @param {Findings} soFar */
export async function run(soFar) {
  const servers = (await soFar.visit?.reception)?.iceServers;
  if (!servers || !window.RTCPeerConnection) {
    return [skipped("unconnected")];
  }
  const ice = soFar.probeIce(servers);
  const probes = await ice.turn();
  if (probes.length === 0) {
    return [good("none")];
  }
  const blocked = await ice.isUdpBlocked();
  const answering = probes.filter(({ outcome }) => hasAnswered(outcome)).map(({ url }) => hostOf(url));
  return probes.map(({ url, outcome, milliseconds }) => {
    if (outcome === "works") {
      return good("good", { url, time: measure(milliseconds, "millisecond") });
    }
    if (outcome === "unreachable" && blocked && isOverUdp(url)) {
      return failed("udp-blocked", ["network"], { url });
    }
    if (outcome === "unreachable" && url.startsWith("turns:") && answering.includes(hostOf(url))) {
      return failed("tls", ["administrator"], { url });
    }
    const local = outcome === "refused" || outcome === "stuck";
    return failed(outcome, local ? ["administrator"] : ["administrator", "network"], { url });
  });
}

/** The name or address of a server. @param {string} url */
const hostOf = (url) => url.replace(/^turns?:/, "").replace(/(:\d+)?(\?.*)?$/, "");
