// How long each step takes from Join to the first picture. The browser's profiler shows the marks (User Timing).

import { attempt } from "./log.js";

const PREFIX = "visavis ";

/**
 * The steps in their usual order: the socket is open, the server has sent the welcome, the first offer was sent, the
 * first answer arrived, ICE found a path, DTLS exchanged keys, a frame was decoded. Only a newcomer to a room with
 * others has them all, since the newcomer makes the offers: docs/decisions/0002-latecomer-offers.md.
 */
const STEPS = ["join", "socket", "welcome", "offer", "answer", "ICE", "DTLS", "picture"];

/**
 * Marks the first time that a step is reached after a `join`.
 * @param {"join" | "socket" | "welcome" | "offer" | "answer" | "ICE" | "DTLS" | "picture"} step
 */
export function reached(step) {
  attempt(`mark the step ${step}`, () => {
    if (step === "join") {
      forget();
      performance.mark(PREFIX + step);
    } else if (time("join") !== undefined && time(step) === undefined) {
      performance.mark(PREFIX + step);
    }
  });
}

/** Drops the marks when there is nobody to see yet: later steps would say nothing about speed. */
export function forget() {
  STEPS.forEach((step) => performance.clearMarks(PREFIX + step));
}

/** @returns {[string, number][]} each step and its time after `join`, in milliseconds; empty without a picture */
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
