// What another browser may say by way of the server, as PROTOCOL.md describes it under "Between browsers".

/** More media sections than any page needs: each makes a transceiver here, and no call is made of that many. */
const SECTIONS_AT_MOST = 32;

/** More than any connection is made anew while both sides cannot hear each other. */
const GENERATIONS_AT_ONCE = 1_000;

/**
 * @typedef {object} Signal
 * @property {number} generation
 * @property {RTCSessionDescriptionInit} [description] an offer or an answer
 * @property {string[]} screens the mids of what carries a screen
 * @property {RTCIceCandidateInit} [candidate]
 */

/**
 * Reads what came from a peer, of which nothing is certain but that it was JSON.
 * @param {any} data
 * @param {number} current the generation of the connection here
 * @returns {Signal | null} null where no page means this
 */
export function signalOf(data, current) {
  const { description, screens, candidate, generation = 0 } = data ?? {};
  if (!Number.isInteger(generation) || generation < 0 || generation > current + GENERATIONS_AT_ONCE) {
    return null;
  }
  if (isDescription(description)) {
    const mids = Array.isArray(screens) ? screens.filter((mid) => typeof mid === "string") : [];
    return { generation, description, screens: mids.slice(0, SECTIONS_AT_MOST) };
  }
  return !description && candidate && typeof candidate === "object" ? { generation, candidate, screens: [] } : null;
}

/**
 * A rollback is none: only this side takes back what it has offered.
 * @param {any} description
 */
function isDescription(description) {
  const { type, sdp } = description ?? {};
  if (!["offer", "answer"].includes(type) || typeof sdp !== "string") {
    return false;
  }
  return sdp.split("\nm=").length - 1 <= SECTIONS_AT_MOST;
}
