// How fine a picture each of the others gets. In a mesh every picture is encoded once for each of them, so what one may
// send depends on how many they are, on how large they see it, and on what this computer and the way to them can bear.
// Sound costs little and comes first: it is never limited, and it is marked so that it is sent before pictures.

import { AT_FIRST } from "../call/encoding.js";

/**
 * What a camera's picture may be, from the finest to the coarsest: the shorter side in pixels, pictures a second, bits
 * a second. The bit rates are what VP8 needs for a face in good quality, at most, at that size.
 */
const LADDER = [
  { height: 720, frameRate: 30, bitrate: 1_800_000 },
  { height: 480, frameRate: 25, bitrate: 900_000 },
  { height: 360, frameRate: 20, bitrate: 450_000 },
  { height: 240, frameRate: 15, bitrate: 220_000 },
  { height: 180, frameRate: 10, bitrate: 120_000 },
  { height: 120, frameRate: 5, bitrate: 60_000 },
];

/** The rung to begin with, by the number of others; the last one for any more. A usual notebook bears that. */
const FIRST_RUNG = [0, 0, 1, 1, 2, 3, 3, 3, 3, 4];

/** A shared screen: text is to be sharp, so its size stays, and pictures a second are what gives way. */
const SCREEN = { bitrate: 2_500_000, frameRate: 15, least: 3, step: 4 };

/** So many looks under strain lead a rung down; so many without, one up again. A look is about a second. */
const STRAINED = 3;
const CALM = 15;

/** What goes to sound before pictures get anything, in bits a second: Opus and its packets. */
const SOUND = 60_000;

/**
 * How much has been given up, and what speaks for more or less.
 * @typedef {{steps: number, strained: number, calm: number}} Pressure
 */

/**
 * What is known of one of the others.
 * @typedef {object} Other
 * @property {string} id
 * @property {{camera: number, screen: number} | undefined} seen how high they see the pictures, in pixels; 0 not at
 *   all, undefined unknown
 * @property {string} limitation as `qualityLimitationReason` in getStats(): `none`, `cpu`, `bandwidth` or `other`
 * @property {boolean} [fresh] whether the way to them is so new that nothing is known of it
 * @property {number | undefined} available as `availableOutgoingBitrate`
 */

/** @typedef {{cpu: Pressure, ways: Record<string, Pressure>}} State */

/** @returns {State} with nothing given up */
export function initially() {
  return { cpu: relaxed(), ways: {} };
}

/**
 * One look at how things are.
 * @param {State} state as after the last one
 * @param {Other[]} others
 * @param {number} captured the shorter side of the camera's picture, in pixels
 * @param {boolean} [overloaded] whether this computer is seen not to keep up; encoders notice only what they do
 *   themselves
 * @returns {{state: State, limits: {id: string, video: RTCRtpEncodingParameters, screen: RTCRtpEncodingParameters,
 *   audio: RTCRtpEncodingParameters}[]}} what to send to each
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
 * The coarsest that still fills a picture of this height.
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
  if (strain) {
    return strained + 1 < STRAINED
      ? { steps, strained: strained + 1, calm: 0 }
      : { steps: Math.min(LADDER.length - 1, steps + 1), strained: 0, calm: 0 };
  }
  return calm + 1 < CALM || steps === 0
    ? { steps, strained: 0, calm: Math.min(calm + 1, CALM) }
    : { steps: steps - 1, strained: 0, calm: 0 };
}
