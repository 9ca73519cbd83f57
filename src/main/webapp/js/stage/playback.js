// Plays video and audio as far as the browser's autoplay policy allows.

import { onGesture } from "../base/gesture.js";

/**
 * Video may play at once. Audio may play only after a click or key, or while the page records. After a reload, in a
 * restored tab or in a call that starts by itself, neither may have happened. A video with audio then plays muted until
 * it may be heard.
 *
 * Events:
 * - `change`: Event, `silenced` has changed
 */
export class Playback extends EventTarget {
  /** The videos that should play. @type {Set<HTMLVideoElement>} */
  #videos = new Set();
  /** Those that play muted. @type {Set<HTMLVideoElement>} */
  #silenced = new Set();

  constructor() {
    super();
    onGesture(() => this.retry());
  }

  /** Whether the browser withholds anybody's audio. */
  get silenced() {
    return this.#silenced.size > 0;
  }

  /** @param {HTMLVideoElement} video to play, muted only by its default */
  async play(video) {
    this.#keep(video);
    if (!this.#silenced.has(video)) {
      video.muted = video.defaultMuted;
    }
    try {
      await video.play();
    } catch (error) {
      // Otherwise a newer call of play() has interrupted it.
      const refused = /** @type {any} */ (error).name === "NotAllowedError";
      if (refused && !video.muted && video.srcObject) {
        this.#silence(video);
      }
    }
  }

  /** Unmutes silenced videos and starts paused ones, if the browser allows it now. */
  retry() {
    [...this.#videos].filter(isPaused).forEach((video) => this.play(video));
    const waiting = [...this.#silenced];
    this.#silenced.clear();
    waiting.forEach((video) => this.play(video));
    this.#tellIf(waiting.length > 0);
  }

  /** @param {HTMLVideoElement} video to stop */
  stop(video) {
    this.#videos.delete(video);
    this.#tellIf(this.#silenced.delete(video));
    video.srcObject = null;
  }

  /**
   * Restarts paused videos. A call never pauses, but browsers do: Firefox when its own picture in picture closes,
   * others for a headset button or a phone call.
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
