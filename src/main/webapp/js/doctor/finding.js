// What a check finds out.

/**
 * - `good`: it works
 * - `warning`: calls work, but something will fail some day, or could be better
 * - `failed`: it does not work, at least for some
 * - `skipped`: it could not be tested
 * @typedef {"good" | "warning" | "failed" | "skipped"} Outcome
 */

/**
 * Who can mend something: the person, the administrator of Visavis, the administrator of the network.
 * @typedef {"you" | "administrator" | "network"} Fixer
 */

/**
 * @typedef {object} Finding
 * @property {Outcome} outcome
 * @property {string} code of the sentence, unique within its check
 * @property {Record<string, any>} values that the sentence shows
 * @property {Fixer[]} fixers
 * @property {string} [link] an address where the person mends it
 */

/**
 * @param {string} code
 * @param {Record<string, any>} [values]
 * @returns {Finding}
 */
export const good = (code, values = {}) => ({ outcome: "good", code, values, fixers: [] });

/**
 * @param {string} code
 * @param {Fixer[]} fixers
 * @param {Record<string, any>} [values]
 * @returns {Finding}
 */
export const warning = (code, fixers, values = {}) => ({ outcome: "warning", code, values, fixers });

/**
 * @param {string} code
 * @param {Fixer[]} fixers
 * @param {Record<string, any>} [values]
 * @param {string} [link]
 * @returns {Finding}
 */
export const failed = (code, fixers, values = {}, link) => ({ outcome: "failed", code, values, fixers, link });

/** @param {string} code @returns {Finding} */
export const skipped = (code) => ({ outcome: "skipped", code, values: {}, fixers: [] });

/** From the best to the worst. @type {Outcome[]} */
const ORDER = ["skipped", "good", "warning", "failed"];

/** The worst outcome of several. @param {Outcome[]} outcomes @returns {Outcome} */
export function worst(outcomes) {
  return ORDER[Math.max(0, ...outcomes.map((outcome) => ORDER.indexOf(outcome)))];
}
