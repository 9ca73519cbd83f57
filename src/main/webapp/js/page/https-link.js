// The link to HTTPS for a page that gets no camera because it came over plain HTTP.

import { text } from "../base/i18n.js";
import { invitation } from "../server/token.js";
import { secureAddress, whatToTrust } from "../server/trust.js";
import { Banner } from "./banner.js";

/**
 * Adds a link to this page over HTTPS to the message that misses it, if the server has one.
 * @param {Banner} banner
 * @param {string[]} about the devices that the message is about
 */
export async function offerHttps(banner, about) {
  const href = secureAddress(await whatToTrust(), invitation());
  if (href && banner.saying === "insecure") {
    banner.say("insecure", text("insecure-link-both"), { about, link: { href, text: text("open-https") } });
  }
}
