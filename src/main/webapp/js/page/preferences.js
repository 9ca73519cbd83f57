// How the page looks and reads: language, colours, whether single keys do something.

import { currentLanguage, LANGUAGES, usualLanguage, useLanguage } from "../base/i18n.js";
import { recall, remember } from "../base/storage.js";

/** Applies what this browser remembers, or what it is set to. */
export async function applyPreferences() {
  applyColours(recall("colours"));
  const language = recall("language");
  await useLanguage(language in LANGUAGES ? language : usualLanguage());
}

/** Lets the person choose, in the dialog of the settings. */
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

/** @param {string} colours `light` or `dark`; empty for those of the system */
function applyColours(colours) {
  document.documentElement.dataset.colours = colours;
}

/** @param {string} name */
function choice(name) {
  return /** @type {HTMLSelectElement} */ (document.getElementById(`choose-${name}`));
}
