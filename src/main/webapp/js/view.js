// The page as people see it: the lobby, the call, the messages. Knows nothing of WebRTC and nothing of the server.

import { Tiles } from "./tiles.js";

/** How long a message that needs no answer stays, in milliseconds. */
const PASSING = 4_000;

/**
 * The document.
 *
 * Events:
 * - `join`: CustomEvent, `detail` is `{name, room}` as entered
 * - `cancel`, `leave`, `microphone`, `camera`, `copy-link`: Event, the person pressed that button
 */
export class View extends EventTarget {
  tiles = new Tiles(element("tiles"));
  #name = input("name");
  #room = input("room");
  #preview = /** @type {HTMLVideoElement} */ (element("preview"));
  #message = element("message");
  #messageText = element("message-text");
  #messageLink = /** @type {HTMLAnchorElement} */ (element("message-link"));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #passing;

  constructor() {
    super();
    element("lobby").addEventListener("submit", (event) => {
      event.preventDefault();
      const detail = { name: this.#name.value.trim(), room: this.#room.value.trim() };
      this.dispatchEvent(new CustomEvent("join", { detail }));
    });
    for (const id of ["cancel", "leave", "microphone", "camera", "copy-link"]) {
      element(id).addEventListener("click", () => this.dispatchEvent(new Event(id)));
    }
    element("dismiss").addEventListener("click", () => this.unsay());
    for (const id of ["lobby-microphone", "lobby-camera"]) {
      element(id).addEventListener("click", () => this.dispatchEvent(new Event(id.replace("lobby-", ""))));
    }
  }

  /** @param {{name: string, room: string}} what is entered at first */
  prefill({ name, room }) {
    this.#name.value = name;
    this.#room.value = room;
    (name ? element("join") : this.#name).focus();
  }

  /** @param {{name: string} | null} identity whom the server knows us to be; others are asked for a name */
  identify(identity) {
    document.body.toggleAttribute("data-identified", identity !== null);
    if (identity) {
      element("identity").textContent = identity.name;
      this.#name.value = identity.name.slice(0, this.#name.maxLength);
      element("join").focus();
    }
  }

  /** @param {"lobby" | "joining" | "call" | "left" | "unsupported"} state */
  show(state) {
    document.body.dataset.state = state;
    for (const control of [this.#name, this.#room, element("join")]) {
      control.toggleAttribute("disabled", state === "joining" || state === "unsupported");
    }
    if (state === "left") {
      element("join").focus();
    }
  }

  /**
   * @param {string} name of the room
   * @param {string} link to it
   */
  showRoom(name, link) {
    element("room-name").textContent = name;
    input("link").value = link;
    document.title = `${name} · Visavis`;
  }

  /** @param {MediaStreamTrack | null} track the own picture before the call */
  showPreview(track) {
    this.#preview.srcObject = track && new MediaStream([track]);
  }

  /** @param {{microphone: boolean, camera: boolean}} status what of oneself the others hear and see */
  showStatus(status) {
    for (const [kind, on] of Object.entries(status)) {
      for (const id of [kind, `lobby-${kind}`]) {
        element(id).setAttribute("aria-pressed", String(on));
      }
    }
  }

  /**
   * Says something until something else is to be said.
   * @param {string} code
   * @param {string} text
   * @param {{passing?: boolean, link?: {href: string, text: string}}} [options] whether it goes away by itself; where a
   *   new window may lead
   */
  say(code, text, { passing = false, link } = {}) {
    clearTimeout(this.#passing);
    this.#messageLink.hidden = !link;
    this.#messageLink.href = link?.href ?? "";
    this.#messageLink.textContent = link?.text ?? "";
    this.#message.dataset.code = code;
    this.#messageText.textContent = text;
    this.#message.hidden = false;
    if (passing) {
      this.#passing = setTimeout(() => this.unsay(code), PASSING);
    }
  }

  /** @param {...string} codes takes the message back if it is one of these, or whatever it is if there are none */
  unsay(...codes) {
    if (codes.length === 0 || codes.includes(this.#message.dataset.code ?? "")) {
      this.#message.hidden = true;
      delete this.#message.dataset.code;
    }
  }

  /** The code of what is said right now, if anything is. */
  get saying() {
    return this.#message.dataset.code;
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

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (element(id));
}
