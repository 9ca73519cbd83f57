// When to try again.

/** The delay before the second attempt, and the longest; in milliseconds. A container is redeployed in a second. */
const SECOND = 500;
const LONGEST = 5_000;

/** Nobody looks at a hidden page, and its timers are slow in any case. */
const LONGEST_HIDDEN = 15_000;

/** Over how long those spread who were all sent away at the same moment, in milliseconds. */
const SPREAD = 1_000;

/**
 * How long to wait before the next attempt to connect. The first follows at once, since mostly it is one's own network
 * that has changed; then twice as long each time, and spread by half, so that the clients of a server that comes back
 * do not all come at once.
 * @param {number} attempt 1 for the first attempt after a loss
 * @param {{sentAway?: boolean, hidden?: boolean}} [circumstances] whether the server itself has ended the connection,
 *   as it does with all; whether the page is hidden
 * @param {() => number} [random] 0 to 1
 * @returns {number} milliseconds
 */
export function delayBefore(attempt, { sentAway = false, hidden = false } = {}, random = Math.random) {
  if (attempt === 1) {
    return sentAway ? random() * SPREAD : 0;
  }
  const full = Math.min(hidden ? LONGEST_HIDDEN : LONGEST, SECOND * 2 ** (attempt - 2));
  return full * (0.5 + random() / 2);
}
