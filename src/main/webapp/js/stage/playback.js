// Plays pictures and sound, as far as the browser lets a page do so before anybody has touched it (autoplay policy).

import { onGesture } from "../base/gesture.js";

/**
 * Pictures may play at once, sound only where the person has clicked or pressed a key, or is recorded: after a reload,
 * in a restored tab or in a call that began by itself, neither may be so. What has sound plays without it then, until
 * it may.
 *
 * Events:
 * - `change`: Event, `silenced` is another
 */
export class Playback extends EventTarget {
  /** Those that are to play. @type {Set<HTMLVideoElement>} */
  #videos = new Set();
  /** Those of them that play without their sound. @type {Set<HTMLVideoElement>} */
  #silenced = new Set();

  constructor() {
    super();
    onGesture(() => this.retry());
  }

  /** Whether the browser withholds the sound of anybody. */
  get silenced() {
    return this.#silenced.size > 0;
  }

  /** @param {HTMLVideoElement} video to play, as loud as it is by default */
  async play(video) {
    this.#keep(video);
    if (!this.#silenced.has(video)) {
      video.muted = video.defaultMuted;
    }
    try {
      await video.play();
    } catch (error) {
      // Else it was interrupted, by what plays from now on.
      const refused = /** @type {any} */ (error).name === "NotAllowedError";
      if (refused && !video.muted && video.srcObject) {
        this.#silence(video);
      }
    }
  }

  /** Plays with sound what was silenced, and what stands still, if the browser lets it by now. */
  retry() {
    [...this.#videos].filter(isPaused).forEach((video) => this.play(video));
    const waiting = [...this.#silenced];
    this.#silenced.clear();
    waiting.forEach((video) => this.play(video));
    this.#tellIf(waiting.length > 0);
  }

  /** @param {HTMLVideoElement} video that plays no more */
  stop(video) {
    this.#videos.delete(video);
    this.#tellIf(this.#silenced.delete(video));
    video.srcObject = null;
  }

  /**
   * In a call nothing is paused, but browsers do it all the same: Firefox when its own picture in picture is closed,
   * others for a headset's button or a telephone call.
   * @param {HTMLVideoElement} video
   */
  #keep(video) {
    if (!this.#videos.has(video)) {
      this.#videos.add(video);
      video.addEventListener("pause", () => {
        if (this.#videos.has(video) && isPaused(video)) {
          this.play(video);
        }
      });
    }
  }

  /** @param {HTMLVideoElement} video */
  #silence(video) {
    this.#silenced.add(video);
    this.play(Object.assign(video, { muted: true }));
    this.#tellIf(this.#silenced.size === 1);
  }

  /** @param {boolean} changed */
  #tellIf(changed) {
    if (changed) {
      this.dispatchEvent(new Event("change"));
    }
  }
}

/** @param {HTMLVideoElement} video */
function isPaused({ paused, srcObject }) {
  return paused && srcObject instanceof MediaStream && srcObject.active;
}
