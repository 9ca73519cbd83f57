// The own screen, as others are shown it.

import { log } from "../base/log.js";

/** What is asked for. Text on a LAN has to be sharp before it has to be smooth; who shows a film has sound with it. */
const WANTED = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: { restrictOwnAudio: true }, // else everybody would hear themselves come back
  systemAudio: "include",
  selfBrowserSurface: "exclude", // a call that shows itself in itself helps nobody
  surfaceSwitching: "include",
};

/**
 * Events:
 * - `track`: CustomEvent, `detail` is `{kind, track}` with kind `screen` or `screen-audio`: what to send from now on,
 *   or null
 * - `problem`: CustomEvent, `detail` is `{code}`: `screen-refused` by the system
 */
export class Screen extends EventTarget {
  /** @type {MediaStream | null} */
  #stream = null;
  /** What the person has chosen last. */
  #wanted = false;
  /** Whether the browser is asking what to share. */
  #asking = false;

  /** Whether it is shared. */
  get on() {
    return this.#stream !== null;
  }

  /** Asks the person what to share, once at a time; who changes their mind is told nothing. */
  async share() {
    this.#wanted = true;
    if (this.#asking || this.#stream) {
      return;
    }
    this.#asking = true;
    try {
      this.#take(await navigator.mediaDevices.getDisplayMedia(/** @type {DisplayMediaStreamOptions} */ (WANTED)));
    } catch (error) {
      log("info", "no screen:", error);
      if (/** @type {DOMException} */ (error).name !== "NotAllowedError" || /system/i.test(String(error))) {
        this.#refused();
      }
    } finally {
      this.#asking = false;
    }
  }

  stop() {
    this.#wanted = false;
    if (this.#stream) {
      this.#stream.getTracks().forEach((track) => track.stop());
      this.#stream = null;
      this.#tell("screen", null);
      this.#tell("screen-audio", null);
    }
  }

  /** @param {MediaStream} stream */
  #take(stream) {
    if (!this.#wanted) {
      stream.getTracks().forEach((track) => track.stop()); // the call has ended meanwhile
      return;
    }
    this.#stream = stream;
    for (const track of stream.getTracks()) {
      const screen = track.kind === "video";
      if (screen) {
        track.contentHint = "detail";
        track.onended = () => this.stop(); // ended in the browser's own bar
      }
      this.#tell(screen ? "screen" : "screen-audio", track);
    }
  }

  #refused() {
    if (this.#wanted) {
      this.dispatchEvent(new CustomEvent("problem", { detail: { code: "screen-refused" } }));
    }
  }

  /**
   * @param {string} kind
   * @param {MediaStreamTrack | null} track
   */
  #tell(kind, track) {
    this.dispatchEvent(new CustomEvent("track", { detail: { kind, track } }));
  }
}
