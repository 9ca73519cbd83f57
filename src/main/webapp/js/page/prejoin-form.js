// The form before a call: its fields and buttons, what is said beside them, and the own picture.

import { cleanName } from "../base/names.js";
import { PageState } from "./page-state.js";

/**
 * What people enter, and what they see of themselves meanwhile. Nothing can be entered while the page joins, or where
 * it never can.
 *
 * Events:
 * - `name`, `room`: Event, another one is being entered
 * - `join`: CustomEvent, `detail` is `{name, room}` as entered
 * - `cancel`: Event, the person does not want to wait any longer
 */
export class PrejoinForm extends EventTarget {
  #name = input("name");
  #room = input("room");
  #preview = /** @type {HTMLVideoElement} */ (element("preview"));

  /** @param {PageState} page */
  constructor(page) {
    super();
    element("lobby").addEventListener("submit", (event) => {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("join", { detail: { name: this.name, room: this.room } }));
    });
    for (const field of [this.#name, this.#room]) {
      field.addEventListener("input", () => this.dispatchEvent(new Event(field.id)));
    }
    element("cancel").addEventListener("click", () => this.dispatchEvent(new Event("cancel")));
    page.addEventListener("state", () => this.#follow(page.state));
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

  /** @param {MediaStreamTrack | null} track the own picture before the call */
  showPreview(track) {
    this.#preview.srcObject = track && new MediaStream([track]);
  }

  /** @param {import("./page-state.js").State} state of the page from now on */
  #follow(state) {
    for (const control of [this.#name, this.#room, element("join")]) {
      control.toggleAttribute("disabled", state === "joining" || state === "unsupported");
    }
    if (state === "left") {
      focus(element("join"));
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
