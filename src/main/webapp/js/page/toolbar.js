// The buttons of a call and their keyboard shortcuts.

import { element } from "../base/dom.js";
import { recall } from "../base/storage.js";

/** Buttons that only dispatch an event. */
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

/** Where keys are typed as text. */
const TYPING = "input, textarea, select, [contenteditable]";

/**
 * The buttons. Each names its key in `aria-keyshortcuts`. For other alphabets, the position on the keyboard counts.
 *
 * Events:
 * - `microphone`, `camera`, `screen`, `hand`, `leave`, `speaker-view`, `picture-in-picture`: Event, pressed
 * - `settings`: Event, the person opens the settings
 * - `talk`: CustomEvent, `detail` is whether the space bar is held down
 */
export class Toolbar extends EventTarget {
  #talking = false;
  /** The element that got the focus from the last press of a mouse or finger. @type {Element | null} */
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
    this.addEventListener("full-screen", () => {
      if (document.fullscreenElement) {
        document.exitFullscreen();
      } else {
        document.documentElement.requestFullscreen();
      }
    });
    document.addEventListener("fullscreenchange", () => {
      this.show({ "full-screen": document.fullscreenElement !== null });
    });
    document.addEventListener("keydown", (event) => this.#keyDown(event));
    document.addEventListener("keyup", (event) => this.#keyUp(event));
    addEventListener("blur", () => this.#talk(false)); // otherwise nobody sees the key go up
    element("screen").hidden = !navigator.mediaDevices?.getDisplayMedia; // not on phones, nor over plain HTTP
    element("full-screen").hidden = !document.fullscreenEnabled;
    // Firefox has its own button on each video.
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

  /** @param {boolean} on whether to show the button that turns on sound; any click or key does so too */
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
        event.preventDefault(); // a held key repeats
      }
      return;
    }
    if (event.key === " ") {
      // On a button that got the focus by keyboard, the space bar presses it.
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
      event.preventDefault(); // otherwise it would press the focused button
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
