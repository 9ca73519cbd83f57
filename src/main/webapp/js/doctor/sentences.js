// What a finding says in words.

import { currentLanguage, hasText, text } from "../base/i18n.js";

/** @typedef {import("./finding.js").Finding} Finding */

/**
 * @param {string} id of the check
 * @param {Finding} finding
 */
export function sentenceOf(id, { code, values }) {
  return text(hasText(`${id}/${code}`) ? `${id}/${code}` : `any/${code}`, values);
}

/** Who can mend it; empty if nobody needs to. @param {Finding} finding */
export function fixersOf({ fixers }) {
  const names = fixers.map((fixer) => text(`fixer/${fixer}`));
  const list = new Intl.ListFormat(currentLanguage(), { type: "disjunction" }).format(names);
  return names.length > 0 ? text("fixers", { list }) : "";
}
