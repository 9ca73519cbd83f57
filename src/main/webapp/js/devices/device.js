// One camera or microphone: what the person wants of it, and its track.

import { nameOf } from "./get-user-media.js";

/** Enough for a call of two. With more peers less is sent, see governor.js. */
const VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** Keeps the wish apart from the track, since opening a device takes time and people change their minds meanwhile. */
export class Device {
  kind;
  /** @type {MediaStreamTrack | null} */
  track = null;
  /** Whether the person wants it on. */
  on = true;
  /** Whether it may be open at all: not after a call. */
  inUse = false;
  /** The id of the wanted device, empty for any. */
  id = "";
  /** The id that was wanted when the track was requested. */
  #trackId = "";
  /** Whether a request to the browser is pending. */
  asking = false;
  /** Why the browser is not asked again until the person acts. @type {string | null} */
  problem = null;
  /** The name of the device that has vanished. */
  lost = "";

  /** @param {"audio" | "video"} kind */
  constructor(kind) {
    this.kind = kind;
  }

  /** @returns {"microphone" | "camera"} */
  get name() {
    return nameOf(this.kind);
  }

  /** Whether peers can hear or see it. The system or a headset button can mute it too. */
  get isLive() {
    return this.on && this.track !== null && !this.track.muted;
  }

  /** Whether it is live, or will be once it is open. */
  get isOnOrOpening() {
    return this.isLive || (this.on && this.inUse && this.asking);
  }

  /** Whether it should be open. A muted microphone stays open, so that no word is lost. A camera is released. */
  get isWanted() {
    return this.inUse && (this.on || this.kind === "audio");
  }

  /** Whether a track must be opened, for the first time or from another device. */
  get isLacking() {
    return this.isWanted && !(this.track && this.#trackId === this.id);
  }

  get isDue() {
    return this.isLacking && !this.asking && !this.problem;
  }

  /** `exact`, because with a mere preference Chromium takes another camera whose size fits better. */
  get constraints() {
    const id = this.id ? { deviceId: { exact: this.id } } : {};
    if (this.kind === "video") {
      return { ...VIDEO, ...id };
    }
    return this.id ? id : true;
  }

  /**
   * @param {MediaStreamTrack | null} track replaces the present one
   * @param {string} [id] that was requested
   */
  setTrack(track, id = "") {
    if (this.track && this.track !== track) {
      this.track.onended = null;
      this.track.onmute = null;
      this.track.onunmute = null;
      this.track.stop();
    }
    this.track = track;
    this.#trackId = id;
    this.mute();
  }

  /** Mutes or unmutes a microphone as wanted. */
  mute() {
    if (this.track && this.kind === "audio") {
      this.track.enabled = this.on;
    }
  }

  /** Gives up the wanted device and keeps the present one, if any. */
  giveUpChoice() {
    this.id = this.track ? this.#trackId : "";
  }
}
