// Messages to the person, one at a time.

import { element } from "../base/dom.js";

/** How long a passing message stays, in milliseconds. */
const PASSING = 4_000;

/**
 * A message for the person.
 * @typedef {{code: string, text: string, link?: {href: string, text: string}, about: string[]}} Message
 */

/**
 * Shows one message at a time, which the person can dismiss.
 *
 * Events:
 * - `said`: CustomEvent, `detail` is `{code, text, passing}`
 */
export class Banner extends EventTarget {
  #message = element("message");
  #messageText = element("message-text");
  #messageLink = /** @type {HTMLAnchorElement} */ (element("message-link"));
  /** The message that stays until another replaces it. @type {Message | null} */
  #lasting = null;
  /** The message that covers it for a moment. @type {Message | null} */
  #passing = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the passing message goes */
  #passes;

  constructor() {
    super();
    element("dismiss").addEventListener("click", () => this.#dismiss());
  }

  /**
   * Shows a message until another replaces it. A passing message only covers the lasting one for a while.
   * @param {string} code
   * @param {string} text
   * @param {{passing?: boolean, link?: {href: string, text: string}, about?: string[]}} [options] whether it goes away
   *   by itself; a link that may open a new window; the devices or parts that it is about
   */
  say(code, text, { passing = false, link, about = [] } = {}) {
    const message = { code, text, link, about };
    clearTimeout(this.#passes);
    if (passing) {
      this.#passing = message;
      this.#passes = setTimeout(() => this.#dismiss(), PASSING);
    } else {
      this.#lasting = message;
      this.#passing = null;
    }
    this.#showMessage();
    this.dispatchEvent(new CustomEvent("said", { detail: { code, text, passing } }));
  }

  /** @param {...string} codes removes the message if it has one of these codes, or any message without codes */
  unsay(...codes) {
    this.#takeBack(({ code }) => codes.length === 0 || codes.includes(code));
  }

  /** @param {string} thing removes messages about this, even if they are also about something else */
  unsayAbout(thing) {
    this.#takeBack(({ about }) => about.includes(thing));
  }

  /** The code of the lasting message, if there is one. */
  get saying() {
    return this.#lasting?.code;
  }

  /** Removes the visible message. A message that it covered shows again. */
  #dismiss() {
    clearTimeout(this.#passes);
    if (this.#passing) {
      this.#passing = null;
    } else {
      this.#lasting = null;
    }
    this.#showMessage();
  }

  /** @param {(message: Message) => boolean} isMeant */
  #takeBack(isMeant) {
    if (this.#lasting && isMeant(this.#lasting)) {
      this.#lasting = null;
    }
    if (this.#passing && isMeant(this.#passing)) {
      this.#passing = null;
    }
    this.#showMessage();
  }

  #showMessage() {
    const message = this.#passing ?? this.#lasting;
    this.#message.hidden = !message;
    if (!message) {
      delete this.#message.dataset.code;
      return;
    }
    this.#messageLink.hidden = !message.link;
    this.#messageLink.href = message.link?.href ?? "";
    this.#messageLink.textContent = message.link?.text ?? "";
    this.#message.dataset.code = message.code;
    this.#messageText.textContent = message.text;
  }
}
