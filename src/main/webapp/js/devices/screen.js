// The local screen, shared with the peers.

import { log } from "../base/log.js";

/** What to capture. Text must be sharp before it is smooth, and a film needs its audio. */
const WANTED = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: { restrictOwnAudio: true }, // otherwise the peers would hear themselves
  systemAudio: "include",
  selfBrowserSurface: "exclude", // a call must not show itself
  surfaceSwitching: "include",
};

/**
 * Shares one screen at a time.
 *
 * Events:
 * - `track`: CustomEvent, `detail` is `{kind, track}` with kind `screen` or `screen-audio`: the track to send, or null
 * - `problem`: CustomEvent, `detail` is `{code}`: `screen-refused` by the system
 */
export class Screen extends EventTarget {
  /** @type {MediaStream | null} */
  #stream = null;
  /** Whether the person wants to share. */
  #wanted = false;
  /** Whether the browser is asking what to share. */
  #asking = false;

  /** Whether a screen is shared. */
  get on() {
    return this.#stream !== null;
  }

  /** Asks the person what to share, unless that is under way. Cancelling is no problem to report. */
  async share() {
    this.#wanted = true;
    if (this.#asking || this.#stream) {
      return;
    }
    this.#asking = true;
    try {
      this.#take(await navigator.mediaDevices.getDisplayMedia(/** @type {DisplayMediaStreamOptions} */ (WANTED)));
    } catch (error) {
      log("info", "The screen was not shared:", error);
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
      stream.getTracks().forEach((track) => track.stop()); // meanwhile the call has ended
      return;
    }
    this.#stream = stream;
    for (const track of stream.getTracks()) {
      const screen = track.kind === "video";
      if (screen) {
        track.contentHint = "detail";
        track.onended = () => this.stop(); // the person has ended it in the browser's own bar
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
