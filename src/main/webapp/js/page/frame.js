// The page as people see it: the lobby, the frame of the call, the messages. Knows nothing of WebRTC and nothing of the server.

import { cleanName, isolated } from "../base/names.js";
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
 * The document.
 *
 * Events:
 * - `name`, `room`: Event, another one is being entered
 * - `join`: CustomEvent, `detail` is `{name, room}` as entered
 * - `cancel`, `copy-link`: Event, the person pressed that button
 * - `state`: CustomEvent, `detail` is what is shown from now on
 * - `said`: CustomEvent, `detail` is `{code, text, passing}`
 */
export class Frame extends EventTarget {
  #name = input("name");
  #room = input("room");
  #preview = /** @type {HTMLVideoElement} */ (element("preview"));
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
    element("lobby").addEventListener("submit", (event) => {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("join", { detail: { name: this.name, room: this.room } }));
    });
    for (const field of [this.#name, this.#room]) {
      field.addEventListener("input", () => this.dispatchEvent(new Event(field.id)));
    }
    for (const id of ["cancel", "copy-link"]) {
      element(id).addEventListener("click", () => this.dispatchEvent(new Event(id)));
    }
    element("dismiss").addEventListener("click", () => this.#dismiss());
  }

  /** As if the person pressed the button to join: what is missing is asked for. */
  submit() {
    /** @type {HTMLFormElement} */ (element("lobby")).requestSubmit();
  }

  /** The name as entered so far. */
  get name() {
    return this.#name.value.trim();
  }

  /**
   * @param {"name" | "room"} field
   * @param {string} text what is wrong with what is entered there, empty for nothing
   */
  showProblem(field, text) {
    const problem = element(`${field}-problem`);
    problem.textContent = text;
    problem.hidden = !text;
    input(field).setAttribute("aria-invalid", String(Boolean(text)));
    if (text) {
      focus(input(field));
    }
  }

  /** The room as entered so far. */
  get room() {
    return this.#room.value.trim();
  }

  /** @param {{name: string, room: string}} what is entered from now on; who is just typing stays in that field */
  prefill({ name, room }) {
    this.#name.value = name;
    this.#room.value = room;
    if (document.activeElement !== this.#name && document.activeElement !== this.#room) {
      focus(name ? element("join") : this.#name);
    }
  }

  /** @param {{name: string} | null} identity whom the server knows us to be; others are asked for a name */
  identify(identity) {
    document.body.toggleAttribute("data-identified", identity !== null);
    if (identity) {
      element("identity").textContent = identity.name;
      this.#name.value = cleanName(identity.name) || "-"; // the server knows better
      if (document.activeElement === this.#name) { // which is not asked for any more
        element("join").focus();
      }
    }
  }

  /** @param {string} text who is in the room already, empty for nobody */
  showPeople(text) {
    element("people").textContent = text;
    element("people").hidden = !text;
  }

  /** @param {"lobby" | "joining" | "call" | "left" | "unsupported"} state */
  show(state) {
    document.body.dataset.state = state;
    for (const control of [this.#name, this.#room, element("join")]) {
      control.toggleAttribute("disabled", state === "joining" || state === "unsupported");
    }
    if (state === "left") {
      document.title = "Visavis";
      focus(element("join"));
    }
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }

  /**
   * @param {string} name of the room, as it was written
   * @param {string} link to it
   */
  showRoom(name, link) {
    element("room-name").textContent = name;
    input("link").value = link;
    document.title = `${isolated(name)} · Visavis`;
  }

  /** @param {MediaStreamTrack | null} track the own picture before the call */
  showPreview(track) {
    this.#preview.srcObject = track && new MediaStream([track]);
  }

  /**
   * Says something until something else is to be said. What passes hides what is said until then, and no longer.
   * @param {string} code
   * @param {string} text
   * @param {{passing?: boolean, link?: {href: string, text: string}, about?: string[]}} [options] whether it goes away by
   *   itself; where a new window may lead; what it is about
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
   * Has something read out to those who hear the page instead of seeing it. Each announcement is an element of its own, since a
   * screen reader reads what is added.
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

  /** Puts the link to the room into the clipboard, or selects it where the browser has none for this page. */
  async copyLink() {
    const link = input("link");
    try {
      await navigator.clipboard.writeText(link.value); // undefined over plain HTTP
      return true;
    } catch {
      link.focus();
      link.select();
      return document.execCommand("copy"); // outdated, and the only way there
    }
  }
}

/** @param {HTMLElement} element which the page around this one, if there is one, may not want to lose the focus to */
function focus(element) {
  if (parent === window || document.hasFocus()) {
    element.focus();
  }
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (element(id));
}
