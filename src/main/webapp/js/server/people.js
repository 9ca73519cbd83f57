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
  /** Ends the questions about one room. */
  #asking = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} room to ask about from now on */
  watch(room) {
    this.stop();
    const { signal } = this.#asking;
    this.#timer = setTimeout(() => this.#ask(room, signal), TYPING);
  }

  /** Also gives up a question that has no answer yet. */
  stop() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
  }

  /**
   * @param {string} room
   * @param {AbortSignal} signal
   */
  async #ask(room, signal) {
    const people = document.hidden ? null : await this.#people(room, signal);
    if (signal.aborted) {
      return;
    }
    if (people) {
      this.dispatchEvent(new CustomEvent("people", { detail: people }));
    }
    this.#timer = setTimeout(() => this.#ask(room, signal), INTERVAL);
  }

  /**
   * @param {string} room
   * @param {AbortSignal} signal
   * @returns {Promise<{name: string, verified: boolean}[]>}
   */
  async #people(room, signal) {
    try {
      const response = await fetch(`people?room=${encodeURIComponent(room)}`, { signal });
      return response.ok ? (await response.json()).people.map(named) : [];
    } catch (error) {
      if (!signal.aborted) {
        log("info", "The server did not say who is in the room:", error);
      }
      return [];
    }
  }
}
