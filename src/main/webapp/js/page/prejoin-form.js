// The prejoin form: its fields, buttons, messages and preview.

import { element } from "../base/dom.js";
import { cleanName } from "../base/names.js";
import { PageState } from "./page-state.js";

/**
 * Takes the name and the room. The fields are disabled while the page joins and in browsers without WebRTC.
 *
 * Events:
 * - `name`, `room`: Event, the text of that field has changed
 * - `join`: CustomEvent, `detail` is `{name, room}` as entered
 * - `cancel`: Event, the person cancels joining
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

  /** Acts like a press of the join button: the browser asks for missing fields. */
  submit() {
    /** @type {HTMLFormElement} */ (element("lobby")).requestSubmit();
  }

  /** The name as entered so far. */
  get name() {
    return this.#name.value.trim();
  }

  /**
   * @param {"name" | "room"} field
   * @param {string} text the problem with that field, empty for none
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

  /** @param {{name: string, room: string}} what go into the fields; a field that has the focus keeps it */
  prefill({ name, room }) {
    this.#name.value = name;
    this.#room.value = room;
    if (document.activeElement !== this.#name && document.activeElement !== this.#room) {
      focus(name ? element("join") : this.#name);
    }
  }

  /** @param {{name: string} | null} identity of a signed-in person; without one the form asks for a name */
  identify(identity) {
    document.body.toggleAttribute("data-identified", identity !== null);
    if (identity) {
      element("identity").textContent = identity.name;
      this.#name.value = cleanName(identity.name) || "-"; // the server uses the name of the login
      if (document.activeElement === this.#name) { // the field is hidden now
        element("join").focus();
      }
    }
  }

  /** @param {string} name that a token gives, and the person cannot change; empty for none */
  fixName(name) {
    this.#name.readOnly = Boolean(name);
    this.#name.value = name || this.#name.value;
  }

  /** @param {string} text who is in the room already, empty for nobody */
  showPeople(text) {
    element("people").textContent = text;
    element("people").hidden = !text;
  }

  /** @param {MediaStreamTrack | null} track shown as preview */
  showPreview(track) {
    this.#preview.srcObject = track ? new MediaStream([track]) : null;
  }

  /** @param {import("./page-state.js").State} state the page's new state */
  #follow(state) {
    for (const control of [this.#name, this.#room, element("join")]) {
      control.toggleAttribute("disabled", state === "joining" || state === "unsupported");
    }
    if (state === "left") {
      focus(element("join"));
    }
  }
}

/** @param {HTMLElement} element is focused, unless this would take the focus from an embedding page */
function focus(element) {
  if (parent === window || document.hasFocus()) {
    element.focus();
  }
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (element(id));
}
