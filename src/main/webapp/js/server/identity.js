// Who the server knows us to be.

import { log } from "../base/log.js";

/** How long the server may take, in milliseconds; it is asked once more, so to speak, when joining. */
const WITHIN = 3_000;

/**
 * Asks the server. Where it does not answer, one is nobody in particular.
 * @returns {Promise<{loginRequired: boolean, identity: {name: string, role: string} | null}>}
 */
export async function whoAmI() {
  try {
    const response = await fetch("identity", { signal: AbortSignal.timeout(WITHIN) });
    return await response.json();
  } catch (error) {
    log("warn", "the server does not say who this is:", error);
    return { loginRequired: false, identity: null };
  }
}
