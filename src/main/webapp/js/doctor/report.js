// The results as a text for those who help. It has no name of a person or a room, and no credentials.

import { element } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { CHECKS } from "./checkup.js";
import { fixersOf, sentenceOf } from "./sentences.js";

/** @typedef {import("./finding.js").Finding} Finding */

/**
 * @param {Map<string, Finding[]>} found by check
 * @param {string} [version] of the server, if it answers
 */
export function reportOf(found, version = "?") {
  const head = [
    `Visavis ${version}, ${location.origin}${location.pathname}`,
    new Date().toISOString(),
    navigator.userAgent,
    element("summary").textContent,
  ];
  return [...head, "", ...CHECKS.flatMap(({ id }) => (found.get(id) ?? []).flatMap((one) => linesOf(id, one)))].join("\n");
}

/**
 * @param {string} id
 * @param {Finding} finding
 */
function linesOf(id, finding) {
  const fixers = fixersOf(finding);
  const first = `${text(`outcome/${finding.outcome}`)} [${id}/${finding.code}] ${sentenceOf(id, finding)}`;
  return fixers ? [first, `    ${fixers}`] : [first];
}

/** Lets the person copy or download it. @param {string} report */
export function offer(report) {
  const plain = report.replace(/[\u2066-\u2069]/g, ""); // which keep the direction of a name on the page
  const download = /** @type {HTMLAnchorElement} */ (element("download"));
  download.href = URL.createObjectURL(new Blob([`${plain}\n`], { type: "text/plain;charset=utf-8" }));
  download.hidden = false;
  const copy = /** @type {HTMLButtonElement} */ (element("copy"));
  copy.hidden = !navigator.clipboard; // not over plain HTTP
  copy.disabled = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(plain);
    element("summary").textContent = text("copied");
  });
}
