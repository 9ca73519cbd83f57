// How long each step takes from pressing Join to seeing somebody. The marks are the browser's own (User Timing), so its
// profiler shows them beside everything else.

import { attempt } from "./log.js";

const PREFIX = "visavis ";

/**
 * The steps, in the order in which they are mostly reached: the socket is open, the server has welcomed this side, the
 * first offer was sent, the first answer came, a way was found, keys were exchanged, a picture was decoded. Only who
 * comes into a room where somebody is has them all, and it is who comes later that offers:
 * docs/decisions/0002-latecomer-offers.md.
 */
const STEPS = ["join", "socket", "welcome", "offer", "answer", "ICE", "DTLS", "picture"];

/**
 * Marks that a step was reached, for the first time since the last `join`, and only after one.
 * @param {"join" | "socket" | "welcome" | "offer" | "answer" | "ICE" | "DTLS" | "picture"} step
 */
export function reached(step) {
  attempt("milestone", () => {
    if (step === "join") {
      forget();
      performance.mark(PREFIX + step);
    } else if (time("join") !== undefined && time(step) === undefined) {
      performance.mark(PREFIX + step);
    }
  });
}

/** Nobody is there to be seen: what comes later says nothing about how long anything takes. */
export function forget() {
  STEPS.forEach((step) => performance.clearMarks(PREFIX + step));
}

/**
 * @returns {[string, number][]} each step that was reached, and how long after `join`, in milliseconds; empty without
 *   picture
 */
export function milestones() {
  const start = time("join");
  if (start === undefined || time("picture") === undefined) {
    return [];
  }
  return STEPS.slice(1).flatMap((step) => {
    const end = time(step);
    return end === undefined ? [] : [/** @type {[string, number]} */ ([step, end - start])];
  });
}

/** @param {string} step */
function time(step) {
  return performance.getEntriesByName(PREFIX + step, "mark")[0]?.startTime;
}
