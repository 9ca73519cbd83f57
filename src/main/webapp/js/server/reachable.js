// Whether it is the server that cannot be reached, or only its WebSockets.

/** How long the server may take to answer, in milliseconds. */
const WITHIN = 3_000;

/** @returns {Promise<boolean>} whether the server answers over HTTP and says that it takes calls */
export async function isReachable() {
  try {
    const response = await fetch("health/ready", { cache: "no-store", signal: AbortSignal.timeout(WITHIN) });
    return response.ok;
  } catch {
    return false;
  }
}
