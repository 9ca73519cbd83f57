// The buttons of a call, and the keys that stand for them.

import { recall } from "../base/storage.js";

/** What is pressed, and does something elsewhere. */
const BUTTONS = [
  "microphone",
  "camera",
  "screen",
  "hand",
  "leave",
  "speaker-view",
  "full-screen",
  "picture-in-picture",
];

/** Where a key means itself. */
const TYPING = "input, textarea, select, [contenteditable]";

/**
 * Each key is named by its button, in `aria-keyshortcuts`; where a letter is not of the Latin alphabet, its place on
 * the keyboard counts.
 *
 * Events:
 * - `microphone`, `camera`, `screen`, `hand`, `leave`, `speaker-view`, `picture-in-picture`: Event, pressed
 * - `settings`: Event, the person wants to see them
 * - `talk`: CustomEvent, `detail` is whether the space bar is held down from now on
 */
export class Toolbar extends EventTarget {
  #talking = false;
  /** What was pressed last with a mouse or a finger, and has the focus for that reason alone. @type {Element | null} */
  #pressed = null;

  constructor() {
    super();
    document.addEventListener("click", ({ detail: times }) => {
      this.#pressed = times > 0 ? document.activeElement : null;
    });
    for (const id of BUTTONS) {
      for (const button of document.querySelectorAll(`#${id}, #lobby-${id}`)) {
        button.addEventListener("click", () => this.dispatchEvent(new Event(id)));
      }
    }
    for (const button of document.querySelectorAll(".open-settings")) {
      button.addEventListener("click", () => this.dispatchEvent(new Event("settings")));
    }
    element("more").addEventListener("click", () => element("more").hidePopover());
    element("open-shortcuts").addEventListener("click", () => {
      /** @type {HTMLDialogElement} */ (element("shortcuts")).showModal();
    });
    this.addEventListener("full-screen", () =>
      document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
    );
    document.addEventListener("fullscreenchange", () => {
      this.show({ "full-screen": document.fullscreenElement !== null });
    });
    document.addEventListener("keydown", (event) => this.#keyDown(event));
    document.addEventListener("keyup", (event) => this.#keyUp(event));
    addEventListener("blur", () => this.#talk(false)); // nobody sees the key go up
    element("screen").hidden = !navigator.mediaDevices?.getDisplayMedia; // phones, and plain HTTP
    element("full-screen").hidden = !document.fullscreenEnabled;
    // Firefox has a button of its own in each picture.
    element("picture-in-picture").hidden = !document.pictureInPictureEnabled;
  }

  /** @param {Record<string, boolean | undefined>} pressed by name of the button */
  show(pressed) {
    for (const [name, on] of Object.entries(pressed)) {
      for (const button of document.querySelectorAll(`#${name}, #lobby-${name}`)) {
        button.setAttribute("aria-pressed", String(on));
      }
    }
  }

  /**
   * @param {boolean} on whether the person is told that any click and any key turns the sound on, and offered a button
   *   to click
   */
  offerSound(on) {
    element("silenced").hidden = !on;
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const target = /** @type {Element} */ (event.target);
    const inCall = document.body.dataset.state === "call";
    const ours = inCall && recall("keys") !== "off" && !document.querySelector("dialog[open]");
    if (!ours || event.ctrlKey || event.altKey || event.metaKey || event.repeat || target.matches(TYPING)) {
      if (this.#talking && event.key === " ") {
        event.preventDefault(); // a key that is held down comes again and again
      }
      return;
    }
    if (event.key === " ") {
      // Who goes from button to button by keys presses them with it.
      if (target === document.body || target === this.#pressed) {
        event.preventDefault();
        this.#talk(true);
      }
      return;
    }
    const key = /^[\x20-\x7e]$/.test(event.key) ? event.key.toLowerCase() : event.code.replace("Key", "").toLowerCase();
    const selector = `#call [aria-keyshortcuts="${CSS.escape(key)}"]`;
    const button = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    if (button && !button.hidden) {
      event.preventDefault();
      button.click();
    }
  }

  /** @param {KeyboardEvent} event */
  #keyUp(event) {
    if (event.key === " " && this.#talking) {
      event.preventDefault(); // else the button that was clicked last is pressed
      this.#talk(false);
    }
  }

  /** @param {boolean} on */
  #talk(on) {
    if (on !== this.#talking) {
      this.#talking = on;
      this.dispatchEvent(new CustomEvent("talk", { detail: on }));
    }
  }
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
