// What a browser may send to another through the server: see "Between browsers" in PROTOCOL.md.

/** The most media sections of a description. Each creates a transceiver here, and no call needs so many. */
const SECTIONS_AT_MOST = 32;

/** How far a generation may be ahead. No connection is rebuilt so often while both sides cannot reach each other. */
const GENERATIONS_AT_ONCE = 1_000;

/**
 * @typedef {object} Signal
 * @property {number} generation
 * @property {RTCSessionDescriptionInit} [description] an offer or an answer
 * @property {string[]} screens the mids that carry a screen
 * @property {RTCIceCandidateInit} [candidate]
 */

/**
 * Checks a signal from a peer, which may be any JSON.
 * @param {any} data
 * @param {number} current the generation of the local connection
 * @returns {Signal | null} null if it is not valid
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
 * A rollback is not accepted: each side may only withdraw its own offers.
 * @param {any} description
 */
function isDescription(description) {
  const { type, sdp } = description ?? {};
  if (!["offer", "answer"].includes(type) || typeof sdp !== "string") {
    return false;
  }
  return sdp.split("\nm=").length - 1 <= SECTIONS_AT_MOST;
}
