// When to try to connect again.

/** The delay before the second attempt, and the longest, in milliseconds. A container redeploys in a second. */
const SECOND = 500;
const LONGEST = 5_000;

/** Nobody looks at a hidden page, and browsers slow its timers anyway. */
const LONGEST_HIDDEN = 15_000;

/** The time over which clients spread when the server closes all connections at once, in milliseconds. */
const SPREAD = 1_000;

/**
 * The delay before the next attempt to connect. The first follows at once, since usually the client's network has
 * changed.
 * Then the delay doubles each time, with a random half, so that clients of a restarted server do not all come at once.
 * @param {number} attempt 1 for the first attempt after a loss
 * @param {{sentAway?: boolean, hidden?: boolean}} [circumstances] whether the server closed the connection, as it does
 *   for everybody; whether the page is hidden
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
