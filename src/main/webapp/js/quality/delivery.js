// Checks that the media of a peer reach the person. Browsers have been seen to decode media without painting or playing
// them, while their statistics look good.

/**
 * After so many checks in which media arrived but were not seen or heard, the connection is rebuilt. The limit doubles
 * each time, up to the maximum, since the cause may be something else.
 */
const LOOKS = 4;
const LOOKS_AT_MOST = 256;

/**
 * A track at one moment. The numbers only grow, unless a counter restarts.
 * @typedef {object} Arrival
 * @property {string} id
 * @property {number} decoded
 * @property {number | undefined} delivered seen or heard; undefined if unknown
 */

/** The tracks of one peer. */
export class Delivery {
  /** @type {Map<string, {decoded: number, delivered: number, inVain: number}>} by id of the track */
  #tracks = new Map();
  #limit = LOOKS;

  /**
   * Makes one check.
   * @param {Arrival[]} arrivals all tracks of the peer that play here
   * @returns {boolean} whether to rebuild the connection
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
  return { decoded, delivered, inVain: decoded > before.decoded ? inVain + 1 : inVain };
}
