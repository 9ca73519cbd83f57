// Where the server has this page over HTTPS, and the certificate authority that people import for that.

import { log } from "../base/log.js";

/** How long the server may take, in milliseconds. */
const WITHIN = 5_000;

/**
 * @typedef {{httpsUrl: string | null, httpsPort: number | null,
 *   authority: {name: string, fingerprint: string, address: string} | null}} Trust
 */

/** Asks the server. Without an answer it has neither. @returns {Promise<Trust>} */
export async function whatToTrust() {
  try {
    const response = await fetch("trust", { signal: AbortSignal.timeout(WITHIN) });
    return await response.json();
  } catch (error) {
    log("warn", "the server does not say where it serves HTTPS:", error);
    return { httpsUrl: null, httpsPort: null, authority: null };
  }
}

/**
 * A page's address over HTTPS, with its room; null if the server has none.
 * @param {Trust} trust
 * @param {URL} page
 */
export function secureAddress({ httpsUrl, httpsPort }, page) {
  if (page.protocol !== "http:") {
    return null;
  }
  if (httpsUrl) {
    const [file] = /[^/]*$/.exec(page.pathname) ?? [""];
    return new URL(file + page.search + page.hash, httpsUrl).href;
  }
  if (!httpsPort) {
    return null;
  }
  const address = new URL(page);
  address.protocol = "https:";
  address.port = String(httpsPort);
  return address.href;
}
