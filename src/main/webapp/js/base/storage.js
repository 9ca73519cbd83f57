// What this browser remembers from one call to the next.

import { log } from "./log.js";

/**
 * @param {string} key
 * @returns {string} empty where there is nothing
 */
export function recall(key) {
  try {
    return localStorage.getItem(`visavis.${key}`) ?? "";
  } catch {
    return ""; // storage is forbidden in some private windows
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
  try {
    localStorage.setItem(`visavis.${key}`, value);
  } catch {
    log("info", "this browser remembers nothing");
  }
}

/** How a page is loaded that was there before; a link or an address leads elsewhere, even if it is the same. */
const ANEW = ["reload", "back_forward"];

/** How long after a page went away it comes back to its place, in milliseconds; later somebody has other plans. */
const COMES_BACK_WITHIN = 5 * 60_000;

/** @typedef {{room: string, name: string, microphone: boolean, camera: boolean}} Place */

/** @param {Place} place that this tab was in, when it is closed or loaded anew */
export function rememberPlace(place) {
  try {
    sessionStorage.setItem("visavis.place", JSON.stringify({ ...place, time: Date.now() }));
  } catch {
    log("info", "this browser remembers nothing");
  }
}

/**
 * Where this tab was a moment ago, if its page has been loaded anew; asked again, it is forgotten.
 * @returns {Place | null}
 */
export function takePlace() {
  try {
    const place = JSON.parse(sessionStorage.getItem("visavis.place") ?? "null");
    sessionStorage.removeItem("visavis.place");
    const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    return place && ANEW.includes(type) && Date.now() - place.time < COMES_BACK_WITHIN ? place : null;
  } catch {
    return null;
  }
}
