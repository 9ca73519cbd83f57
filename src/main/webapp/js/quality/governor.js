// Decides the quality of the video to each peer. A mesh encodes each video once per peer. So the quality depends on the
// number of peers, the size at which they show it, and the limits of this computer and the path.
// Audio is cheap and comes first: it is never limited, and its high priority sends it before video.

import { AT_FIRST } from "../call/encoding.js";

/**
 * The qualities of camera video, best first: shorter side in pixels, frames per second, bits per second. The bit rates
 * are the most that VP8 needs for a face in good quality at that size.
 */
const LADDER = [
  { height: 720, frameRate: 30, bitrate: 1_800_000 },
  { height: 480, frameRate: 25, bitrate: 900_000 },
  { height: 360, frameRate: 20, bitrate: 450_000 },
  { height: 240, frameRate: 15, bitrate: 220_000 },
  { height: 180, frameRate: 10, bitrate: 120_000 },
  { height: 120, frameRate: 5, bitrate: 60_000 },
];

/**
 * The rung to start on, by the number of peers; the last value for all larger numbers. A usual notebook copes with it.
 */
const FIRST_RUNG = [0, 0, 1, 1, 2, 3, 3, 3, 3, 4];

/** A shared screen. Text must stay sharp, so the size stays and the frame rate drops. */
const SCREEN = { bitrate: 2_500_000, frameRate: 15, least: 3, step: 4 };

/** So many checks under strain go down a rung; so many without go up one. A check takes about a second. */
const STRAINED = 3;
const CALM = 15;

/** Reserved for audio before video gets anything, in bits per second: Opus and its packets. */
const SOUND = 60_000;

/**
 * The rungs given up, and the checks that speak for fewer or more.
 * @typedef {{steps: number, strained: number, calm: number}} Pressure
 */

/**
 * What is known of a peer and the path to it.
 * @typedef {object} Other
 * @property {string} id
 * @property {{camera: number, screen: number} | undefined} seen at which height the peer shows the videos, in pixels; 0
 *   if not at all, undefined if unknown
 * @property {string} limitation as `qualityLimitationReason` in getStats(): `none`, `cpu`, `bandwidth` or `other`
 * @property {boolean} [fresh] whether nothing is known of the path yet
 * @property {number | undefined} available as `availableOutgoingBitrate`
 */

/** @typedef {{cpu: Pressure, ways: Record<string, Pressure>}} State */

/** @returns {State} nothing given up */
export function initially() {
  return { cpu: relaxed(), ways: {} };
}

/**
 * Makes one check.
 * @param {State} state from the last check
 * @param {Other[]} others
 * @param {number} captured the shorter side of the camera's video, in pixels
 * @param {boolean} [overloaded] whether this computer visibly does not keep up; encoders notice only their own load
 * @returns {{state: State, limits: {id: string, video: RTCRtpEncodingParameters, screen: RTCRtpEncodingParameters,
 *   audio: RTCRtpEncodingParameters}[]}} what to send to each peer
 */
export function govern(state, others, captured, overloaded = false) {
  const cpu = feel(state.cpu, overloaded || others.some(({ limitation }) => limitation === "cpu"));
  const first = FIRST_RUNG[Math.min(others.length, FIRST_RUNG.length - 1)];
  /** @type {Record<string, Pressure>} */
  const ways = {};
  const limits = others.map(({ id, seen, limitation, fresh, available = Infinity }) => {
    const usual = first + cpu.steps;
    const narrow = limitation === "bandwidth" && available < rung(usual).bitrate + SOUND;
    ways[id] = feel(state.ways[id] ?? relaxed(), narrow);
    const { height, frameRate, bitrate } = rung(Math.max(usual + ways[id].steps, rungFor(seen?.camera)));
    return {
      id,
      video: {
        active: seen?.camera !== 0,
        maxBitrate: bitrate,
        maxFramerate: frameRate,
        scaleResolutionDownBy: Math.max(fresh ? AT_FIRST.scaleResolutionDownBy : 1, captured / height),
      },
      screen: {
        active: seen?.screen !== 0,
        maxBitrate: SCREEN.bitrate,
        maxFramerate: Math.max(SCREEN.least, SCREEN.frameRate - SCREEN.step * (cpu.steps + ways[id].steps)),
      },
      audio: { priority: /** @type {const} */ ("high"), networkPriority: /** @type {const} */ ("high") },
    };
  });
  return { state: { cpu, ways }, limits };
}

/** @param {number} index */
function rung(index) {
  return LADDER[Math.min(index, LADDER.length - 1)];
}

/**
 * The lowest rung that still fills this height.
 * @param {number} [height]
 */
function rungFor(height = Infinity) {
  return Math.max(0, LADDER.findLastIndex((each) => each.height >= height));
}

/** @returns {Pressure} */
function relaxed() {
  return { steps: 0, strained: 0, calm: 0 };
}

/**
 * @param {Pressure} pressure
 * @param {boolean} strain
 * @returns {Pressure}
 */
function feel({ steps, strained, calm }, strain) {
  if (strain && strained + 1 < STRAINED) {
    return { steps, strained: strained + 1, calm: 0 };
  }
  if (strain) {
    return { steps: Math.min(LADDER.length - 1, steps + 1), strained: 0, calm: 0 };
  }
  if (calm + 1 < CALM || steps === 0) {
    return { steps, strained: 0, calm: Math.min(calm + 1, CALM) };
  }
  return { steps: steps - 1, strained: 0, calm: 0 };
}
