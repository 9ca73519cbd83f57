// The own camera and microphone.

import { log } from "./log.js";

/** Fits a mesh: everyone's picture goes out once for each other person. */
const VIDEO = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24 } };

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
 *   `absent` or `busy`; `both` where what is said of the camera is true of the microphone too
 */
export class Media extends EventTarget {
  /** @type {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} */
  #tracks = { audio: null, video: null };

  /** Whether the microphone is there and on. */
  get microphone() {
    return this.#tracks.audio?.enabled ?? false;
  }

  /** Whether the camera is there and on. */
  get camera() {
    return this.#tracks.video !== null;
  }

  /** The picture of the camera, or null. */
  get picture() {
    return this.#tracks.video;
  }

  /** Gives both back, so that the camera's light goes out. */
  close() {
    this.#set("audio", null);
    this.#set("video", null);
  }

  /** Asks for both, with one question to the person; where one is missing, takes the other. */
  async open() {
    if (!navigator.mediaDevices) {
      this.#dispatch("problem", { code: "insecure", both: true }); // browsers hide it from pages over plain HTTP
      return;
    }
    try {
      this.#take(await navigator.mediaDevices.getUserMedia({ audio: true, video: VIDEO }));
    } catch (error) {
      if (problemOf(error) === "refused") {
        this.#dispatch("problem", { code: "camera-refused", both: true });
      } else {
        await this.#openEach();
      }
    }
  }

  /** Turns the microphone's sound off and on. */
  async toggleMicrophone() {
    const track = this.#tracks.audio;
    if (track) {
      track.enabled = !track.enabled;
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
      this.#take(await navigator.mediaDevices.getUserMedia(kind === "audio" ? { audio: true } : { video: VIDEO }));
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /**
   * @param {"audio" | "video"} kind
   * @param {string | null} problem
   */
  #report(kind, problem) {
    if (problem) {
      this.#dispatch("problem", {
        code: `${kind === "audio" ? "microphone" : "camera"}-${problem}`,
        both: false,
      });
    }
  }

  /** @param {MediaStream} stream */
  #take(stream) {
    for (const track of stream.getTracks()) {
      const kind = /** @type {"audio" | "video"} */ (track.kind);
      track.onended = () => this.#set(kind, null); // unplugged, or taken away by the person
      this.#set(kind, track);
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

/** @param {unknown} error */
function problemOf(error) {
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  log("info", "no media:", name);
  return PROBLEMS[name] ?? "absent";
}
