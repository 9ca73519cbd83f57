// What the page says to the person: a message in sight, and announcements for those who hear the page.

import { TokenBucket } from "../base/token-bucket.js";

/** How long a message that needs no answer stays, in milliseconds. */
const PASSING = 4_000;

/** How long an announcement is there to be read out, in milliseconds. */
const ANNOUNCED = 2_000;

/** How many announcements are made: nobody can listen to more. */
const ANNOUNCING = { burst: 10, perSecond: 1 };

/**
 * A message for the person.
 * @typedef {{code: string, text: string, link?: {href: string, text: string}, about: string[]}} Message
 */

/**
 * One message at a time, which the person can dismiss.
 *
 * Events:
 * - `said`: CustomEvent, `detail` is `{code, text, passing}`
 */
export class Banner extends EventTarget {
  #message = element("message");
  #messageText = element("message-text");
  #messageLink = /** @type {HTMLAnchorElement} */ (element("message-link"));
  /** What is said until something else is. @type {Message | null} */
  #lasting = null;
  /** What is shown in its place for a moment. @type {Message | null} */
  #passing = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} until that has passed */
  #passes;
  #announcements = new TokenBucket(ANNOUNCING);

  constructor() {
    super();
    element("dismiss").addEventListener("click", () => this.#dismiss());
  }

  /**
   * Says something until something else is to be said. What passes hides what is said until then, and no longer.
   * @param {string} code
   * @param {string} text
   * @param {{passing?: boolean, link?: {href: string, text: string}, about?: string[]}} [options] whether it goes away
   *   by itself; where a new window may lead; what it is about
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

  /** @param {...string} codes takes back what is said if it is one of these, or whatever it is if there are none */
  unsay(...codes) {
    this.#takeBack(({ code }) => codes.length === 0 || codes.includes(code));
  }

  /** @param {string} thing takes back what is said about this, and perhaps about others */
  unsayAbout(thing) {
    this.#takeBack(({ about }) => about.includes(thing));
  }

  /** The code of what is said until something else is, if anything is. */
  get saying() {
    return this.#lasting?.code;
  }

  /** What is shown goes; what it has hidden is there again. */
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

  /**
   * Has something read out to those who hear the page instead of seeing it. Each announcement is an element of its own,
   * since a screen reader reads what is added.
   * @param {string} text
   */
  announce(text) {
    if (!this.#announcements.take()) {
      return;
    }
    const announcement = document.createElement("span");
    announcement.textContent = text;
    element("announcement").append(announcement);
    setTimeout(() => announcement.remove(), ANNOUNCED);
  }
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
