// What people read, in their language. Sentences of scripts have codes (languages/en.js); labels in the HTML, marked
// with `data-t`, are English there, and what they say is what they are looked up by.

import { log } from "./log.js";
import { isolated } from "./names.js";

/** The languages, each called as those who speak it call it. @type {Record<string, string>} */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
  ar: "العربية",
};

const RIGHT_TO_LEFT = ["ar"];

/** What of an element besides its text may be a label. */
const ATTRIBUTES = ["aria-label", "title", "placeholder"];

let language = "en";
/** @type {Record<string, string>} empty until `useLanguage` has got the first one */
let dictionary = {};

/** The language of the page. */
export function currentLanguage() {
  return language;
}

/** The first language of this browser that there is a dictionary for. */
export function usualLanguage() {
  return navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => tag in LANGUAGES) ?? "en";
}

/**
 * @param {string} code turns the whole page into that language; where that does not come, everything stays as it is
 */
export async function useLanguage(code) {
  try {
    dictionary = (await import(`./languages/${code}.js`)).default;
  } catch (error) {
    log("warn", "this language does not come:", error);
    return;
  }
  language = code;
  document.documentElement.lang = code;
  document.documentElement.dir = RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr";
  translate(document);
  document.querySelectorAll("template").forEach(({ content }) => translate(content));
}

/** @param {Document | DocumentFragment} root */
function translate(root) {
  for (const label of root.querySelectorAll("[data-t]")) {
    for (const name of ATTRIBUTES) {
      const english = label.getAttribute(`data-${name}`) ?? label.getAttribute(name);
      if (english) {
        label.setAttribute(`data-${name}`, english); // copies of it can be translated, too, and again
        label.setAttribute(name, dictionary[english] ?? english);
      }
    }
    const english = label.getAttribute("data-t") || (label.childElementCount === 0 ? label.textContent : "");
    if (english) {
      label.setAttribute("data-t", english);
      label.textContent = dictionary[english] ?? english;
    }
  }
}

/**
 * The sentence of a code.
 * @param {string} code
 * @param {Record<string, any>} [values] what stands for `{…}` in it, none of which changes the direction of the rest;
 *   of an array, all
 */
export function text(code, values = {}) {
  const sentence = dictionary[code] ?? code;
  const shown = (/** @type {any} */ value) => value && isolated(String(value), RIGHT_TO_LEFT.includes(language));
  return sentence.replace(/\{(\w+)\}/g, (_, key) => {
    const value = values[key] ?? "";
    return Array.isArray(value) ? new Intl.ListFormat(language).format(value.map(shown)) : String(shown(value));
  });
}

/** Whether there is a sentence for a code. @param {string} code */
export const hasText = (code) => code in dictionary;

/** The time of day. @param {number} time in milliseconds since 1970 */
export function clock(time) {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(time);
}

/** @param {number} number a whole one */
export function count(number) {
  return new Intl.NumberFormat(language).format(number);
}

/** @param {number} share 0 to 1 */
export function percent(share) {
  return new Intl.NumberFormat(language, { style: "percent" }).format(share);
}

/**
 * @param {number} number
 * @param {string} unit as in ECMA-402, such as `millisecond` or `kilobit-per-second`
 */
export function measure(number, unit) {
  const digits = number < 10 && !unit.startsWith("byte") ? 1 : 0;
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(number);
}

/** A size, or with `per` a speed. @param {number} bytes @param {"" | "-per-second"} [per] */
export function amount(bytes, per = "") {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const index = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return measure(bytes / 1000 ** index, units[index] + per);
}

/** @param {number} seconds */
export function duration(seconds) {
  return seconds < 90 ? measure(Math.ceil(seconds), "second") : measure(Math.ceil(seconds / 60), "minute");
}
