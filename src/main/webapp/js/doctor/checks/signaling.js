// Whether this page gets a connection to the server, and into a room.

import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";
import { Visit } from "../visit.js";

export const id = "signaling";

/** The errors of a server that lets others in, but not anybody into a room that nobody knows. */
const NOT_ADMITTED = ["login-required", "token-required", "room-forbidden", "room-not-open"];

/** @param {Findings} soFar */
export async function run(soFar) {
  const { server } = soFar;
  if (!server) {
    return [skipped("unreachable")];
  }
  const visit = new Visit();
  const { opened, iceServers, error } = await visit.reception;
  if (iceServers) {
    soFar.visit = visit;
    return [good("good")];
  }
  visit.leave();
  if (error) {
    return [refusal(error)];
  }
  if (!server.allowed) {
    return [failed("origin", ["administrator"], { origin: location.origin, host: server.host })];
  }
  if (opened) {
    return [failed("mute", server.proxied ? ["administrator"] : ["network"])];
  }
  return [server.proxied ? failed("upgrade", ["administrator"]) : failed("filtered", ["network", "administrator"])];
}

/** What it means that the server has answered `join` so. @param {string} error */
function refusal(error) {
  if (NOT_ADMITTED.includes(error)) {
    return skipped("not-admitted");
  }
  if (error === "draining") {
    return failed("draining", ["administrator"]);
  }
  return failed("refused", ["administrator"], { code: error });
}
