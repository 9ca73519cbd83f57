// Whether the STUN servers tell this browser its address.

import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";

export const id = "stun";

/** @param {Findings} soFar */
export async function run(soFar) {
  const servers = (await soFar.visit?.reception)?.iceServers;
  if (!servers || !window.RTCPeerConnection) {
    return [skipped("unconnected")];
  }
  const ice = soFar.probeIce(servers);
  const probes = await ice.stun();
  const findings = await Promise.all(probes.map((probe) => findingOf(probe, ice)));
  if (soFar.server?.stun === "loopback" && !servers.some(isBuiltIn)) {
    findings.push(failed("loopback", ["administrator"]));
  }
  return findings.length > 0 ? findings : [good("none")];
}

/**
 * @param {import("../ice-probe.js").Probe} probe
 * @param {import("../ice-probes.js").IceProbes} ice
 */
async function findingOf({ url, outcome }, ice) {
  switch (outcome) {
    case "works":
      return good("good", { url });
    case "unresolved":
      return failed("unresolved", ["administrator", "network"], { url });
    default:
      return (await ice.isUdpBlocked())
        ? failed("udp-blocked", ["network"], { url })
        : failed("unreachable", ["administrator", "network"], { url });
  }
}

/** Whether it is at the address of this page, as the built-in one is. @param {RTCIceServer} server */
const isBuiltIn = ({ urls }) => [urls].flat().some((url) => url.startsWith(`stun:${location.hostname}:`));
