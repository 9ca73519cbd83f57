// Folds tall messages, so that none fills the chat.

import { find } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { attempt } from "../base/log.js";

/** The height above which a message is folded, in CSS pixels. It then shows about half of it. */
const TALL = 360;

/** A folded message has a button that shows all of it. Without ResizeObserver, no message is folded. */
export class Folds {
  /** @type {ResizeObserver | null} */
  #sizes = null;

  constructor() {
    attempt("fold tall messages", () => {
      this.#sizes = new ResizeObserver((changes) => {
        for (const { target, contentRect } of changes) {
          const entry = /** @type {HTMLElement} */ (target.closest(".said"));
          if (entry && contentRect.height > TALL && !entry.dataset.fold) {
            fold(entry, "folded");
          }
        }
      });
    });
  }

  /** @param {HTMLElement} entry of the chat, with its words and the button */
  watch(entry) {
    this.#sizes?.observe(find(entry, ".words"));
    find(entry, ".unfold").addEventListener("click", () => {
      fold(entry, entry.dataset.fold === "folded" ? "unfolded" : "folded");
      entry.scrollIntoView({ block: "nearest" });
    });
  }

  /** @param {HTMLElement} entry that is dropped */
  forget(entry) {
    this.#sizes?.unobserve(find(entry, ".words"));
  }
}

/**
 * @param {HTMLElement} entry
 * @param {"folded" | "unfolded"} state
 */
function fold(entry, state) {
  const button = find(entry, ".unfold");
  entry.dataset.fold = state;
  button.hidden = false;
  button.textContent = text(state === "folded" ? "show-more" : "show-less");
}
