// Whether what comes from somebody reaches the person at this page. Browsers have been seen that decode on, and neither
// paint nor play any of it; their statistics say that all is well.

/**
 * In so many looks something came and nothing of it was seen or heard: that is what makes a connection be made anew.
 * Each time it takes twice as many, up to the most, as it may be something else that keeps it from the person.
 */
const LOOKS = 4;
const LOOKS_AT_MOST = 256;

/**
 * A track at one moment. Each number only grows, if it is not begun anew.
 * @typedef {object} Arrival
 * @property {string} id
 * @property {number} decoded
 * @property {number | undefined} delivered seen or heard; undefined where that cannot be said
 */

/** Of one other person. */
export class Delivery {
  /** @type {Map<string, {decoded: number, delivered: number, inVain: number}>} by the id of the track */
  #tracks = new Map();
  #limit = LOOKS;

  /**
   * Takes one look.
   * @param {Arrival[]} arrivals all that somebody sees and hears here
   * @returns {boolean} whether the connection is to be made anew
   */
  fails(arrivals) {
    const before = this.#tracks;
    this.#tracks = new Map(arrivals.flatMap((arrival) => {
      const now = looked(before.get(arrival.id), arrival);
      return now ? [[arrival.id, now]] : [];
    }));
    if (![...this.#tracks.values()].some(({ inVain }) => inVain >= this.#limit)) {
      return false;
    }
    this.#limit = Math.min(LOOKS_AT_MOST, 2 * this.#limit);
    this.#tracks.clear();
    return true;
  }
}

/**
 * @param {{decoded: number, delivered: number, inVain: number} | undefined} before
 * @param {Arrival} now
 */
function looked(before, { decoded, delivered }) {
  if (delivered === undefined) {
    return undefined;
  }
  const { inVain } = before ?? { inVain: 0 };
  if (!before || delivered !== before.delivered) {
    return { decoded, delivered, inVain: 0 };
  }
  return { decoded, delivered, inVain: inVain + (decoded > before.decoded ? 1 : 0) };
}
