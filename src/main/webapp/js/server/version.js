// Which version of Visavis the server is.

import { log } from "../base/log.js";

/** How long the server may take, in milliseconds. */
const WITHIN = 5_000;

/** Asks the server. Without an answer the version is empty. @returns {Promise<string>} */
export async function serverVersion() {
  try {
    const response = await fetch("health/live", { signal: AbortSignal.timeout(WITHIN) });
    return (await response.json()).version;
  } catch (error) {
    log("info", "The server does not say its version:", error);
    return "";
  }
}
