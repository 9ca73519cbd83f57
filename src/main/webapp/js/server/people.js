// Who is already in a room, shown before joining.

import { log } from "../base/log.js";
import { named } from "../base/names.js";

/** How often to ask, in milliseconds: people come and go while the form is open. */
const INTERVAL = 5_000;

/** How long to wait after the last letter of a room's name, in milliseconds. */
const TYPING = 300;

/**
 * Asks the server until `stop()`, but only while the page is visible.
 *
 * Events:
 * - `people`: CustomEvent, `detail` is `{name, verified}[]`, empty if nobody is there or the server does not answer
 */
export class PeopleInRoom extends EventTarget {
  #room = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} room to ask about from now on */
  watch(room) {
    this.#room = room;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), TYPING);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#room = "";
  }

  async #ask() {
    const room = this.#room;
    const people = document.hidden ? null : await this.#people(room);
    if (room !== this.#room) {
      return; // meanwhile the room has changed
    }
    if (people) {
      this.dispatchEvent(new CustomEvent("people", { detail: people }));
    }
    this.#timer = setTimeout(() => this.#ask(), INTERVAL);
  }

  /**
   * @param {string} room
   * @returns {Promise<{name: string, verified: boolean}[]>}
   */
  async #people(room) {
    try {
      const response = await fetch(`people?room=${encodeURIComponent(room)}`);
      return response.ok ? (await response.json()).people.map(named) : [];
    } catch (error) {
      log("info", "The server did not say who is in the room:", error);
      return [];
    }
  }
}
