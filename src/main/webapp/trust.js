// Shows the certificate authority of this server, and opens the steps for this device.

import { showVersion } from "./js/page/version.js";
import { secureAddress, whatToTrust } from "./js/server/trust.js";

showVersion();
const trust = await whatToTrust();
if (trust.authority) {
  const { name, fingerprint, address } = trust.authority;
  element("name").textContent = name;
  element("fingerprint").textContent = fingerprint;
  element("address").textContent = address;
  element("address").setAttribute("href", address);
  element("qr").setAttribute("src", "trust/qr.svg");
  element(thisDevice()).setAttribute("open", "");
}
element("page").setAttribute("href", secureAddress(trust, new URL("webrtc.html", location.href)) ?? "webrtc.html");
element(trust.authority ? "some" : "none").hidden = false;

/** The steps that the person probably needs. */
function thisDevice() {
  const browser = navigator.userAgent;
  const of = [
    ["Android", "android"],
    ["iPhone", "ios"],
    ["iPad", "ios"],
    ["Firefox", "firefox"],
    ["Windows", "windows"],
    ["Macintosh", "mac"],
  ].find(([word]) => browser.includes(word));
  return of?.[1] ?? "linux";
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
