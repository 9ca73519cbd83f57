// What this browser stores between calls.

import { log } from "./log.js";

/**
 * @param {string} key
 * @returns {string} empty if nothing is stored
 */
export function recall(key) {
  try {
    return localStorage.getItem(`visavis.${key}`) ?? "";
  } catch {
    return ""; // some private windows forbid storage
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
    log("info", "This browser does not let the page store anything.");
  }
}

/** Navigation types that reload a page. A link or a typed address leads elsewhere, even to the same page. */
const ANEW = ["reload", "back_forward"];

/** How soon a reload must follow to return to the call, in milliseconds. Later the person has other plans. */
const COMES_BACK_WITHIN = 5 * 60_000;

/** @typedef {{room: string, name: string, token?: string, microphone: boolean, camera: boolean}} Place */

/** @param {Place} place where this tab is when it is closed or reloaded */
export function rememberPlace(place) {
  try {
    sessionStorage.setItem("visavis.place", JSON.stringify({ ...place, time: Date.now() }));
  } catch {
    log("info", "This browser does not let the page store anything.");
  }
}

/**
 * Returns the call that this tab was in before a reload, once.
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
