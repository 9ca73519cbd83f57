// When to try again.

/** The first delay and the longest, in milliseconds. A container is redeployed in a second, restarted in some more. */
const FIRST = 500;
const LONGEST = 15_000;

/**
 * How long to wait before the next attempt to connect: twice as long each time, and spread by half, so that the clients
 * of a server that comes back do not all come at once.
 * @param {number} attempt 1 for the first attempt after a loss
 * @param {() => number} [random] 0 to 1
 * @returns {number} milliseconds
 */
export function delayBefore(attempt, random = Math.random) {
  const full = Math.min(LONGEST, FIRST * 2 ** (attempt - 1));
  return full * (0.5 + random() / 2);
}
