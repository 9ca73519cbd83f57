// The page's texts in the person's language. Scripts look up sentences by code (languages/en.js). Labels in the HTML,
// marked with `data-t`, are English and are looked up by their text.

import { log } from "./log.js";
import { isolated } from "./names.js";

/** The languages, each by its own name. @type {Record<string, string>} */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
  ar: "العربية",
};

const RIGHT_TO_LEFT = ["ar"];

/** The attributes that may hold a label. */
const ATTRIBUTES = ["aria-label", "title", "placeholder"];

let language = "en";
/** @type {Record<string, string>} empty until `useLanguage` has loaded the first one */
let dictionary = {};

/** The language of the page. */
export function currentLanguage() {
  return language;
}

/** The browser's first language that has a dictionary. */
export function usualLanguage() {
  return navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => tag in LANGUAGES) ?? "en";
}

/** The folder with the sentences that only this page has, as `languages` beside this file has those of all pages. */
let ownFolder = "";

/** @param {string} folder in `js`, to be set before the first language is used */
export function alsoSay(folder) {
  ownFolder = folder;
}

/** @param {string} code of the language to translate the whole page into; if it cannot be loaded, nothing changes */
export async function useLanguage(code) {
  try {
    const files = [`./languages/${code}.js`, ...(ownFolder ? [`../${ownFolder}/languages/${code}.js`] : [])];
    const parts = await Promise.all(files.map((file) => import(file)));
    dictionary = Object.assign({}, ...parts.map((part) => part.default));
  } catch (error) {
    log("warn", "The language could not be loaded:", error);
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
        label.setAttribute(`data-${name}`, english); // keeps the English, so that copies can be translated again
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
 * The sentence for a code.
 * @param {string} code
 * @param {Record<string, any>} [values] replace `{…}` in it keeping the sentence's direction; an array becomes a list
 */
export function text(code, values = {}) {
  const sentence = dictionary[code] ?? code;
  const shown = (/** @type {any} */ value) => isolated(String(value), RIGHT_TO_LEFT.includes(language));
  return sentence.replace(/\{(\w+)\}/g, (_, key) => {
    const value = values[key] ?? "";
    return Array.isArray(value) ? new Intl.ListFormat(language).format(value.map(shown)) : shown(value);
  });
}

/**
 * The sentence for a code in the plural form that the language has for a number. `{count}` stands for the number.
 * @param {string} code
 * @param {number} number an integer
 */
export function counted(code, number) {
  const form = `${code}.${new Intl.PluralRules(language).select(number)}`;
  return text(hasText(form) ? form : `${code}.other`, { count: count(number) });
}

/** Whether a code has a sentence. @param {string} code */
export const hasText = (code) => code in dictionary;

/** The time of day. @param {number} time in milliseconds since 1970 */
export function clock(time) {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(time);
}

/** A date. @param {number} time in milliseconds since 1970 */
export function day(time) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(time);
}

/** @param {number} number an integer */
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
