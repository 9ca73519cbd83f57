// Who the person is for the server.

import { log } from "../base/log.js";

/** How long the server may take, in milliseconds. It checks again when the person joins. */
const WITHIN = 3_000;

/**
 * Asks the server. Without an answer the person counts as unknown.
 * @returns {Promise<{loginRequired: boolean, accepts: string[], identity: {name: string, role: string} | null}>}
 */
export async function whoAmI() {
  try {
    const response = await fetch("identity", { signal: AbortSignal.timeout(WITHIN) });
    return await response.json();
  } catch (error) {
    log("warn", "The server did not say who is signed in:", error);
    return { loginRequired: false, accepts: ["open"], identity: null };
  }
}
