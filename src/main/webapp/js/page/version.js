// The version of the server, where people look for it when they ask for help.

import { element } from "../base/dom.js";
import { serverVersion } from "../server/version.js";

/** Shows it in the element for it; nothing if the server does not answer. */
export async function showVersion() {
  const version = await serverVersion();
  if (version) {
    element("version").textContent = `Visavis ${version}`;
  }
}
