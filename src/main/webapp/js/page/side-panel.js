// The panel beside the tiles: chat, participants, or closed.

import { element } from "../base/dom.js";

/** @typedef {"chat" | "present"} Panel */

/** @type {Record<Panel, string>} the button of each panel */
const BUTTONS = { chat: "open-chat", present: "open-people" };

/**
 * Shows one panel at a time.
 *
 * Events:
 * - `change`: Event, `open` has changed
 */
export class SidePanel extends EventTarget {
  #side = element("side");
  /** @type {Panel | null} */
  #open = null;

  constructor() {
    super();
    for (const panel of /** @type {Panel[]} */ (["chat", "present"])) {
      element(BUTTONS[panel]).addEventListener("click", () => this.show(this.#open === panel ? null : panel));
    }
    this.#side.addEventListener("click", ({ target }) => {
      if (/** @type {Element} */ (target).closest(".close")) {
        this.#closeByHand();
      }
    });
    // The chat handles the form itself. Should the chat be missing, submitting would leave the page.
    element("say").addEventListener("submit", (event) => event.preventDefault());
    this.#side.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") {
        this.#closeByHand();
      }
    });
  }

  get open() {
    return this.#open;
  }

  /**
   * @param {Panel} panel
   * @param {boolean} on whether the person can open it
   */
  offer(panel, on) {
    element(BUTTONS[panel]).hidden = !on;
  }

  /** @param {Panel | null} panel */
  show(panel) {
    this.#open = panel;
    this.#side.hidden = panel === null;
    for (const each of /** @type {Panel[]} */ (["chat", "present"])) {
      element(each).hidden = each !== panel;
      element(BUTTONS[each]).setAttribute("aria-expanded", String(each === panel));
    }
    if (panel === "chat") {
      element("words").focus(); // the person wants to write
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Returns the focus to the button that opened the panel. */
  #closeByHand() {
    const panel = this.#open;
    this.show(null);
    if (panel) {
      element(BUTTONS[panel]).focus();
    }
  }
}
