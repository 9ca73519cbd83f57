// The panel beside the pictures: chat or people, or neither.

/** @typedef {"chat" | "present"} Panel */

/** @type {Record<Panel, string>} the button of each */
const BUTTONS = { chat: "open-chat", present: "open-people" };

/**
 * Events:
 * - `change`: Event, `open` is another
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
    // The chat does something else with what is written. Should there be none, the browser would leave the call.
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
      element("words").focus(); // the person has just asked to write
    }
    this.dispatchEvent(new Event("change"));
  }

  /** The keyboard goes back to where it came from. */
  #closeByHand() {
    const panel = this.#open;
    this.show(null);
    if (panel) {
      element(BUTTONS[panel]).focus();
    }
  }
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
