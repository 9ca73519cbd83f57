// The choice of camera, microphone and speaker: remembers it, and shows that the microphone works.

import { on } from "../base/dom.js";
import { attempt } from "../base/log.js";
import { recall, remember } from "../base/storage.js";
import { DeviceDialog } from "./device-dialog.js";
import { Devices } from "./device-list.js";
import { LevelMeter } from "./level-meter.js";
import { Media } from "./media.js";

/**
 * When the person counts as speaking: the level of speech, how many such tenths of a second it takes, and how much each
 * quiet one takes back.
 */
const LOUD = 0.05;
const WORDS = 3;
const FORGOTTEN = 0.05;

/**
 * Keeps the dialog and the media in step.
 *
 * Events:
 * - `speaker`: CustomEvent, `detail` is the id of the speaker to use
 * - `unheard`: Event, the person speaks while the microphone is off
 */
export class DeviceChoice extends EventTarget {
  #media;
  #devices = new Devices();
  #dialog = new DeviceDialog();
  #level = new LevelMeter((loudness) => this.#heard(loudness));
  #wordsUnheard = 0;

  /** @param {Media} media */
  constructor(media) {
    super();
    this.#media = media;
    media.addEventListener("track", () => {
      this.#devices.refresh(); // browsers tell the names once a device may be used
      this.measure();
    });
    this.#devices.addEventListener("change", () => this.#offer());
    this.#dialog.addEventListener("toggle", () => this.measure());
    on(this.#dialog, "choose", (detail) => this.#choose(detail));
    // The devices may have been opened before this was loaded.
    attempt("list the devices", () => this.#devices.refresh());
    attempt("measure the microphone", () => this.measure());
  }

  openDialog() {
    this.#dialog.open();
  }

  /** The id of the chosen speaker, empty for the default. */
  get speaker() {
    return recall("speaker");
  }

  /**
   * Measures the microphone only where the level is visible, or where the person may need to know that it is off, since
   * measuring costs CPU.
   */
  measure() {
    const useful = this.#dialog.isOpen || document.body.dataset.state !== "call" || !this.#media.microphone;
    this.#level.setTrack(useful ? this.#media.sound : null);
  }

  /** @param {number} loudness */
  #heard(loudness) {
    this.#dialog.showLevel(loudness);
    const unheard = document.body.dataset.state === "call" && !this.#media.microphone && loudness > LOUD;
    this.#wordsUnheard = Math.max(0, this.#wordsUnheard + (unheard ? 1 : -FORGOTTEN));
    if (this.#wordsUnheard >= WORDS) {
      this.#wordsUnheard = 0;
      this.dispatchEvent(new Event("unheard"));
    }
  }

  #offer() {
    this.#dialog.offer("camera", this.#devices.of("videoinput"), this.#media.deviceOf("video"));
    this.#dialog.offer("microphone", this.#devices.of("audioinput"), this.#media.deviceOf("audio"));
    const speakers = "setSinkId" in HTMLMediaElement.prototype ? this.#devices.of("audiooutput") : [];
    this.#dialog.offer("speaker", speakers, this.speaker);
  }

  /** @param {{device: "camera" | "microphone" | "speaker", id: string}} choice */
  #choose({ device, id }) {
    remember(device, id);
    if (device === "speaker") {
      this.dispatchEvent(new CustomEvent("speaker", { detail: id }));
    } else {
      this.#media.choose(device === "camera" ? "video" : "audio", id);
    }
  }
}
