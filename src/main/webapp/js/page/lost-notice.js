// The notice that the server cannot be reached, shown only after a while.

import { text } from "../base/i18n.js";
import { Banner } from "./banner.js";

/** A change of the network takes less, and the person need not know of it. In milliseconds. */
const SAID_AFTER = 1_000;

/** The notice. It never replaces the request to sign in again, since only that helps. */
export class LostNotice {
  #banner;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the notice shows */
  #timer;

  /** @param {Banner} banner */
  constructor(banner) {
    this.#banner = banner;
  }

  /** @param {"reconnecting" | "unreachable"} code the notice to show unless it is taken back soon */
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
