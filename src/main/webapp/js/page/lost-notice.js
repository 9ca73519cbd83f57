// The notice that the server cannot be reached or takes nobody in, shown only after a while.

import { text } from "../base/i18n.js";
import { Banner } from "./banner.js";

/** A change of the network takes less, and the person need not know of it. In milliseconds. */
const SAID_AFTER = 1_000;

/** @typedef {"reconnecting" | "unreachable" | "handshake-refused" | "draining"} Code */

/** The notice. It never replaces the request to sign in again, since only that helps. */
export class LostNotice {
  #banner;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the notice shows */
  #timer;
  /** @type {Code | undefined} */
  #code;
  #shown = false;

  /** @param {Banner} banner */
  constructor(banner) {
    this.#banner = banner;
  }

  /**
   * @param {Code} code the notice to show unless it is taken back soon; it replaces another one that is shown already
   */
  saySoon(code) {
    if (code === "unreachable" && this.#code === "draining") {
      return; // the restart that was announced: nobody need check their network
    }
    const isNew = code !== this.#code;
    this.#code = code;
    this.#timer ??= setTimeout(() => this.#say(), SAID_AFTER);
    if (this.#shown && isNew) {
      this.#say();
    }
  }

  takeBack() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#banner.unsay("reconnecting", "unreachable", "handshake-refused", "draining");
    this.#code = undefined;
    this.#shown = false;
  }

  #say() {
    this.#shown = true;
    if (this.#code && this.#banner.saying !== "login-expired") {
      this.#banner.say(this.#code, text(this.#code, { origin: location.origin }));
    }
  }
}
