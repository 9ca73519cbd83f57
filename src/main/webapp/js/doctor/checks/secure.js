// Whether the page came in a way that browsers trust.

import { secureAddress, whatToTrust } from "../../server/trust.js";
import { failed, good } from "../finding.js";

export const id = "secure";

export async function run() {
  if (window.isSecureContext) {
    return [good("good")];
  }
  const address = secureAddress(await whatToTrust(), new URL(location.href));
  return [address ? failed("plain-elsewhere", ["you"], {}, address) : failed("plain", ["administrator"])];
}
