// Says that the server cannot be reached, once that has lasted.

import { text } from "../base/i18n.js";
import { Banner } from "./banner.js";

/** A change of the network takes less, and is nobody's business then; in milliseconds. */
const SAID_AFTER = 1_000;

/** The notice of a lost connection; it never hides that somebody has to sign in, as nothing else would help then. */
export class LostNotice {
  #banner;
  /** @type {ReturnType<typeof setTimeout> | undefined} until people are told */
  #timer;

  /** @param {Banner} banner */
  constructor(banner) {
    this.#banner = banner;
  }

  /** @param {"reconnecting" | "unreachable"} code what to say unless it is taken back soon */
  saySoon(code) {
    this.#timer ??= setTimeout(() => {
      if (this.#banner.saying !== "login-expired") {
        this.#banner.say(code, text(code));
      }
    }, SAID_AFTER);
  }

  takeBack() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
