// One camera or microphone: what the person wants of it, and what there is.

import { nameOf } from "./get-user-media.js";

/** What a call of two can use; where there are more, smaller ones are sent, as governor.js says. */
const VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** Keeps the wish apart from the track: opening takes its time, and people change their minds meanwhile. */
export class Device {
  kind;
  /** @type {MediaStreamTrack | null} */
  track = null;
  /** What the person has chosen last. */
  on = true;
  /** Whether it may be open at all, which it may not after a call. */
  inUse = false;
  /** Id of the device that the person wants, empty for any. */
  id = "";
  /** The id that was wanted when the track came. */
  #trackId = "";
  /** Whether the browser has been asked for it, and has not answered. */
  asking = false;
  /** Why it is not asked for again until the person does something. @type {string | null} */
  problem = null;
  /** The name of the one that has vanished. */
  lost = "";

  /** @param {"audio" | "video"} kind */
  constructor(kind) {
    this.kind = kind;
  }

  /** @returns {"microphone" | "camera"} */
  get name() {
    return nameOf(this.kind);
  }

  /** Whether others hear or see something through it; the system, or a button of a headset, can mute it, too. */
  get isLive() {
    return this.on && this.track !== null && !this.track.muted;
  }

  /** Whether it will be live as soon as it is open. */
  get isOnOrOpening() {
    return this.isLive || (this.on && this.inUse && this.asking);
  }

  /** A microphone that is off stays open, so that its first word is not lost; a camera is given back. */
  get isWanted() {
    return this.inUse && (this.on || this.kind === "audio");
  }

  /** Whether there is another track to be opened than the one that there is, if any. */
  get isLacking() {
    return this.isWanted && !(this.track && this.#trackId === this.id);
  }

  get isDue() {
    return this.isLacking && !this.asking && !this.problem;
  }

  /** Exact: where it is a mere wish, Chromium takes a camera whose size fits better. */
  get constraints() {
    const id = this.id ? { deviceId: { exact: this.id } } : {};
    return this.kind === "video" ? { ...VIDEO, ...id } : this.id ? id : true;
  }

  /**
   * @param {MediaStreamTrack | null} track instead of the one that there is
   * @param {string} [id] that was asked for
   */
  setTrack(track, id = "") {
    if (this.track && this.track !== track) {
      this.track.onended = this.track.onmute = this.track.onunmute = null;
      this.track.stop();
    }
    this.track = track;
    this.#trackId = id;
    this.mute();
  }

  /** Makes a microphone as loud as it is wanted to be. */
  mute() {
    if (this.track && this.kind === "audio") {
      this.track.enabled = this.on;
    }
  }

  /** Does without the device that was wanted, and keeps the one that there is, if any. */
  giveUpChoice() {
    this.id = this.track ? this.#trackId : "";
  }
}
