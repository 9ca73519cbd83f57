// A rate limit.

/** Allows `burst` things at once, and `perSecond` of them in the long run. */
export class TokenBucket {
  #burst;
  #perSecond;
  #tokens;
  #time;

  /**
   * @param {{burst: number, perSecond: number}} limit
   * @param {number} [now] in milliseconds, as in `take`
   */
  constructor({ burst, perSecond }, now = performance.now()) {
    this.#burst = burst;
    this.#tokens = burst;
    this.#perSecond = perSecond;
    this.#time = now;
  }

  /**
   * @param {number} [now]
   * @param {number} [cost] more than 1 for what counts as several
   * @returns {boolean} whether it may pass now
   */
  take(now = performance.now(), cost = 1) {
    this.#tokens = Math.min(this.#burst, this.#tokens + (Math.max(0, now - this.#time) / 1000) * this.#perSecond);
    this.#time = now;
    if (this.#tokens < cost) {
      return false;
    }
    this.#tokens -= cost;
    return true;
  }
}
