// The own camera and microphone.

import { log } from "./log.js";
import { getDevices, isWithheld, nameOf } from "./permission.js";

/** What a call of two can use; where there are more, smaller ones are sent, as governor.js says. */
const VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** Why there is no picture or sound, by the name of the DOMException (Media Capture and Streams, section 10.2). */
const PROBLEMS = /** @type {Record<string, string>} */ ({
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "busy",
  AbortError: "busy",
});

/**
 * Camera and microphone of this computer.
 *
 * Events:
 * - `track`: CustomEvent, `detail` is `{kind, track}`: what to show and send from now on, or null for nothing
 * - `problem`: CustomEvent, `detail` is `{code, both}`: `insecure`, or `camera-` or `microphone-` with `refused`,
 *   `absent`, `busy`, `gone` or `embedding`; `both` where what is said of the camera is true of the microphone too
 * - `replaced`: `{code, before, now}`, a device is gone, and another is used instead: `camera-` or `microphone-replaced`, and
 *   their names
 */
export class Media extends EventTarget {
  /** @type {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} */
  #tracks = { audio: null, video: null };

  #muted = false;

  /** @type {{audio: string, video: string}} ids of the devices that the person wants, empty for any */
  #wanted = { audio: "", video: "" };

  /** Whether the microphone is there and on. */
  get microphone() {
    return this.#tracks.audio?.enabled ?? false;
  }

  /** Whether the camera is there and on. */
  get camera() {
    return this.#tracks.video !== null;
  }

  /** What the microphone hears, or null. */
  get sound() {
    return this.#tracks.audio;
  }

  /** The picture of the camera, or null. */
  get picture() {
    return this.#tracks.video;
  }

  /** Its shorter side, in pixels; 480 where there is none. */
  get pictureHeight() {
    const { width = 640, height = 480 } = this.#tracks.video?.getSettings() ?? {};
    return Math.min(width, height);
  }

  /** @param {"audio" | "video"} kind */
  deviceOf(kind) {
    return this.#tracks[kind]?.getSettings().deviceId ?? this.#wanted[kind];
  }

  /** @param {{audio: string, video: string}} ids of the devices to open, as far as they are there; empty for any */
  want(ids) {
    this.#wanted = ids;
  }

  /**
   * Takes another device instead of the one in use; one that is off stays off until it is switched on.
   * @param {"audio" | "video"} kind
   * @param {string} id
   */
  async choose(kind, id) {
    this.#wanted[kind] = id;
    if (this.#tracks[kind]) {
      await this.#openOne(kind);
    }
  }

  /** Gives both back, so that the camera's light goes out. */
  close() {
    this.#set("audio", null);
    this.#set("video", null);
  }

  /**
   * Asks for both, with one question to the person; where one is missing, takes the other.
   * @param {{microphone?: boolean, camera?: boolean}} [on] what is to be on; the microphone is opened all the same
   */
  async open({ microphone = true, camera = true } = {}) {
    this.#muted = !microphone;
    if (!camera) {
      await this.#openOne("audio");
      return;
    }
    if (!navigator.mediaDevices) {
      this.#dispatch("problem", { code: "insecure", both: true }); // browsers hide it from pages over plain HTTP
      return;
    }
    try {
      this.#take(await getDevices({ audio: this.#audio, video: this.#video }));
    } catch (error) {
      if (this.#forget(error)) {
        await this.open({ microphone });
        return;
      }
      if (problemOf(error) === "refused" && !(await isWithheld("audio")) && !(await isWithheld("video"))) {
        this.#dispatch("problem", { code: "camera-refused", both: true });
      } else {
        await this.#openEach();
      }
    }
  }

  /** Turns the microphone's sound off and on. */
  async toggleMicrophone() {
    const track = this.#tracks.audio;
    this.#muted = track?.enabled ?? false;
    if (track) {
      track.enabled = !this.#muted;
      this.#dispatch("track", { kind: "audio", track });
    } else {
      await this.#openOne("audio");
    }
  }

  /** Gives the camera back, so that its light goes out, or takes it again. */
  async toggleCamera() {
    const track = this.#tracks.video;
    if (track) {
      this.#set("video", null);
    } else {
      await this.#openOne("video");
    }
  }

  /** One after the other, since one of them may be missing or busy. */
  async #openEach() {
    const audio = await this.#request("audio");
    const video = await this.#request("video");
    if (audio && audio === video) {
      this.#dispatch("problem", { code: `camera-${audio}`, both: true });
    } else {
      this.#report("audio", audio);
      this.#report("video", video);
    }
  }

  /** @param {"audio" | "video"} kind */
  async #openOne(kind) {
    if (!navigator.mediaDevices) {
      this.#dispatch("problem", { code: "insecure", both: true });
      return;
    }
    this.#report(kind, await this.#request(kind));
  }

  /**
   * @param {"audio" | "video"} kind
   * @returns {Promise<string | null>} the problem, if any
   */
  async #request(kind) {
    try {
      const constraints = kind === "audio" ? { audio: this.#audio } : { video: this.#video };
      this.#take(await getDevices(constraints));
      return null;
    } catch (error) {
      if (this.#forget(error)) {
        return await this.#request(kind);
      }
      const problem = problemOf(error);
      return problem === "refused" && (await isWithheld(kind)) ? "embedding" : problem;
    }
  }

  /**
   * Whether what was wanted is not there any more, and something else may do.
   * @param {any} error no DOMException in every browser
   */
  #forget(error) {
    const absent = error?.name === "OverconstrainedError";
    const hadWishes = absent && (this.#wanted.audio || this.#wanted.video) !== "";
    if (hadWishes) {
      this.#wanted = { audio: "", video: "" };
    }
    return hadWishes;
  }

  /**
   * @param {"audio" | "video"} kind
   * @param {string | null} problem
   */
  #report(kind, problem) {
    if (problem) {
      this.#dispatch("problem", { code: `${nameOf(kind)}-${problem}` });
    }
  }

  /** Exact: where it is a mere wish, Chromium takes a camera whose size fits better. */
  get #audio() {
    return this.#wanted.audio ? { deviceId: { exact: this.#wanted.audio } } : true;
  }

  get #video() {
    return this.#wanted.video ? { ...VIDEO, deviceId: { exact: this.#wanted.video } } : VIDEO;
  }

  /** @param {MediaStream} stream */
  #take(stream) {
    for (const track of stream.getTracks()) {
      const kind = /** @type {"audio" | "video"} */ (track.kind);
      track.onended = () => this.#ended(kind, track);
      if (kind === "audio") {
        track.enabled = !this.#muted; // a muted microphone is replaced by a muted one
      }
      this.#set(kind, track);
    }
  }

  /**
   * A device was unplugged, or taken away by the person: takes another one, if there is any.
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack} track
   */
  async #ended(kind, track) {
    const problem = await this.#request(kind);
    if (problem) {
      this.#set(kind, null);
      this.#report(kind, problem === "absent" ? "gone" : problem);
    } else {
      this.#dispatch("replaced", { code: `${nameOf(kind)}-replaced`, before: track.label, now: this.#tracks[kind]?.label });
    }
  }

  /**
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack | null} track
   */
  #set(kind, track) {
    if (this.#tracks[kind] !== track) {
      this.#tracks[kind]?.stop();
    }
    this.#tracks[kind] = track;
    this.#dispatch("track", { kind, track });
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @param {any} error */
function problemOf(error) {
  const name = error?.name ?? "";
  log("info", "no media:", name);
  return PROBLEMS[name] ?? "absent";
}
