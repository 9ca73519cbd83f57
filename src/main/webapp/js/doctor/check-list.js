// The list of checks on the page, and the sentence above it.

import { copyOf, element, find } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { CHECKS } from "./checkup.js";
import { worst } from "./finding.js";
import { fixersOf, sentenceOf } from "./sentences.js";

/** @typedef {import("./finding.js").Finding} Finding */

/** @typedef {import("./finding.js").Outcome} Outcome */

/** Screen readers hear the sentence above the list, as it changes: which check runs, and how it all ends. */
export class CheckList {
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();

  constructor() {
    for (const { id } of CHECKS) {
      const item = copyOf("check");
      item.dataset.check = id;
      find(item, "h2").textContent = text(`${id}/title`);
      this.#items.set(id, item);
      this.#mark(id, "waiting");
    }
    element("checks").append(...this.#items.values());
  }

  /** @param {string} id of the check that runs now */
  start(id) {
    this.#mark(id, "running");
    const number = CHECKS.findIndex((check) => check.id === id) + 1;
    this.#say("running", text("summary/running", { number, count: CHECKS.length, title: text(`${id}/title`) }));
  }

  /**
   * @param {string} id
   * @param {Finding[]} findings
   */
  show(id, findings) {
    this.#mark(id, worst(findings.map(({ outcome }) => outcome)));
    find(this.#item(id), ".findings").replaceChildren(...findings.map((finding) => elementOf(id, finding)));
  }

  /** Says how it all ends. */
  summarize() {
    const outcomes = [...this.#items.values()].map(({ dataset }) => /** @type {Outcome} */ (dataset.outcome));
    const outcome = worst(outcomes);
    const partly = outcome === "good" && this.#item("signaling").dataset.outcome === "skipped";
    this.#say(outcome, text(`summary/${partly ? "partly" : outcome}`));
  }

  /** @param {string} id */
  #item(id) {
    return /** @type {HTMLElement} */ (this.#items.get(id));
  }

  /**
   * @param {string} id
   * @param {Outcome | "waiting" | "running"} outcome
   */
  #mark(id, outcome) {
    const item = this.#item(id);
    item.dataset.outcome = outcome;
    find(item, ".outcome").textContent = text(`outcome/${outcome}`);
  }

  /**
   * @param {Outcome | "running"} outcome
   * @param {string} sentence
   */
  #say(outcome, sentence) {
    const summary = element("summary");
    summary.dataset.outcome = outcome;
    summary.textContent = sentence;
  }
}

/**
 * @param {string} id
 * @param {Finding} finding
 */
function elementOf(id, finding) {
  const shown = document.createElement("div");
  shown.dataset.code = finding.code;
  shown.dataset.fixers = finding.fixers.join(" ");
  const sentence = document.createElement("p");
  sentence.textContent = sentenceOf(id, finding);
  shown.append(sentence);
  if (finding.link) {
    const link = document.createElement("a");
    link.className = "target";
    link.href = finding.link;
    link.textContent = text(`${id}/link`);
    shown.append(link);
  }
  if (finding.fixers.length > 0) {
    const fixers = document.createElement("p");
    fixers.className = "fixers";
    fixers.textContent = fixersOf(finding);
    shown.append(fixers);
  }
  return shown;
}
