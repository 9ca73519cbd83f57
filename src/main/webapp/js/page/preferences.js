// The person's preferences: language, colours, single-key shortcuts.

import { element } from "../base/dom.js";
import { currentLanguage, LANGUAGES, usualLanguage, useLanguage } from "../base/i18n.js";
import { recall, remember } from "../base/storage.js";

/** Applies the stored preferences, or those of the browser. */
export async function applyPreferences() {
  applyColours(recall("colours"));
  const language = recall("language");
  await useLanguage(language in LANGUAGES ? language : usualLanguage());
}

/** Offers the preferences in the settings dialog. */
export function offerPreferences() {
  const language = choice("language");
  language.append(...Object.entries(LANGUAGES).map(([code, name]) => new Option(name, code)));
  language.value = currentLanguage();
  language.addEventListener("change", () => {
    remember("language", language.value);
    useLanguage(language.value);
  });
  const colours = choice("colours");
  colours.value = recall("colours");
  colours.addEventListener("change", () => {
    remember("colours", colours.value);
    applyColours(colours.value);
  });
  const keys = choice("keys");
  keys.value = recall("keys");
  keys.addEventListener("change", () => remember("keys", keys.value));
}

/** @param {string} colours `light` or `dark`; empty to follow the system */
function applyColours(colours) {
  document.documentElement.dataset.colours = colours;
}

/** @param {string} name */
function choice(name) {
  return /** @type {HTMLSelectElement} */ (element(`choose-${name}`));
}
