// The own camera and microphone.

import { log } from "../base/log.js";
import { Device } from "./device.js";
import { getDevices, isWithheld } from "./get-user-media.js";

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
 * Camera and microphone of this computer. What a person wants of them is set at once; what there is follows, however
 * long a device takes to open, and a track that comes when nobody wants it any more is stopped.
 *
 * Events:
 * - `track`: CustomEvent, `detail` is `{kind, track}`: what to show and send from now on, or null for nothing; also
 *   when it is muted or not any more
 * - `problem`: CustomEvent, `detail` is `{code, about}`: `insecure`, or `camera-` or `microphone-` with `refused`,
 *   `absent`, `busy`, `gone`, `muted` or `embedding`; `about` has the names of all devices of which it is true
 * - `works`: CustomEvent, `detail` is the name of a device, with which there is no problem any more
 * - `replaced`: `{code, about, before, now}`, a device is gone, and another is used instead: `camera-` or
 *   `microphone-replaced`, and their names
 */
export class Media extends EventTarget {
  #audio = new Device("audio");
  #video = new Device("video");
  #devices = [this.#audio, this.#video];

  /** Whether the microphone is heard. */
  get microphone() {
    return this.#audio.isLive;
  }

  /** Whether the camera is seen. */
  get camera() {
    return this.#video.isLive;
  }

  /** What the person has chosen last, whether or not it has come true. */
  get wanted() {
    return { microphone: this.#audio.on, camera: this.#video.on };
  }

  /** What the microphone hears, or null. */
  get sound() {
    return this.#audio.track;
  }

  /** The picture of the camera, or null. */
  get picture() {
    return this.#video.track;
  }

  /** Its shorter side, in pixels; 480 where there is none. */
  get pictureHeight() {
    const { width = 640, height = 480 } = this.picture?.getSettings() ?? {};
    return Math.min(width, height);
  }

  /** @param {"audio" | "video"} kind */
  deviceOf(kind) {
    const { track, id } = this.#device(kind);
    return track?.getSettings().deviceId ?? id;
  }

  /** @param {{audio: string, video: string}} ids of the devices to open, as far as they are there; empty for any */
  want(ids) {
    this.#devices.forEach((device) => (device.id = ids[device.kind]));
  }

  /**
   * Takes another device instead of the one in use; one that is off stays off until it is switched on.
   * @param {"audio" | "video"} kind
   * @param {string} id
   */
  async choose(kind, id) {
    const device = this.#device(kind);
    device.id = id;
    device.problem = null;
    await this.#follow();
  }

  /**
   * Opens both, with one question to the person; where one is missing, takes the other.
   * @param {{microphone?: boolean, camera?: boolean}} [on] what is to be on, else what the person has chosen last
   * @returns {Promise<void>} settles when they are open, or cannot be
   */
  async open({ microphone = this.#audio.on, camera = this.#video.on } = {}) {
    this.#audio.on = microphone;
    this.#video.on = camera;
    this.#devices.forEach((device) => (device.inUse = true));
    await this.#follow();
  }

  /** Gives both back, so that the camera's light goes out. */
  close() {
    for (const device of this.#devices) {
      Object.assign(device, { inUse: false, problem: null, lost: "" });
      this.#set(device, null);
    }
  }

  /** @param {boolean} on whether the others hear the microphone */
  async setMicrophone(on) {
    await this.#switch(this.#audio, on);
  }

  /** @param {boolean} on whether the others see the camera, which is given back else, so that its light goes out */
  async setCamera(on) {
    await this.#switch(this.#video, on);
  }

  async toggleMicrophone() {
    await this.#switch(this.#audio, !this.#audio.isOnOrOpening);
  }

  async toggleCamera() {
    await this.#switch(this.#video, !this.#video.isOnOrOpening);
  }

  /** @param {"audio" | "video"} kind */
  #device(kind) {
    return kind === "audio" ? this.#audio : this.#video;
  }

  /**
   * @param {Device} device
   * @param {boolean} on
   */
  async #switch(device, on) {
    device.on = on;
    if (on) {
      Object.assign(device, { inUse: true, problem: null });
    }
    if (device.track) {
      if (device.isWanted) {
        device.mute();
      } else {
        device.setTrack(null);
      }
      this.#tell(device);
    }
    await this.#follow();
  }

  /**
   * Opens what is wanted and not there, until that is so for both. One that is being opened already is left to that.
   */
  async #follow() {
    await null; // both are asked for with one question if they are wanted together
    const due = this.#devices.filter((device) => device.isDue);
    if (due.length > 0) {
      due.forEach((device) => (device.asking = true));
      const problems = await this.#request(due);
      due.forEach((device) => (device.asking = false));
      const failed = due.filter((device) => problems.has(device) && device.isLacking);
      if (failed.length > 0) {
        this.#report(failed, problems);
      }
      await this.#follow();
    }
  }

  /**
   * @param {Device[]} devices
   * @returns {Promise<Map<Device, string>>} what keeps each from being opened; nothing where it was, or should be tried
   *   again
   */
  async #request(devices) {
    if (!navigator.mediaDevices) {
      return new Map(devices.map((device) => [device, "insecure"])); // browsers hide it from pages over plain HTTP
    }
    const ids = new Map(devices.map((device) => [device, device.id]));
    try {
      const stream = await getDevices(Object.fromEntries(devices.map(({ kind, constraints }) => [kind, constraints])));
      for (const track of stream.getTracks()) {
        const device = this.#device(/** @type {"audio" | "video"} */ (track.kind));
        this.#take(device, track, ids.get(device) ?? "");
      }
      return new Map();
    } catch (error) {
      return this.#failed(ids, error);
    }
  }

  /**
   * @param {Map<Device, string>} ids what was asked for
   * @param {any} error no DOMException in every browser
   * @returns {Promise<Map<Device, string>>} as `#request`
   */
  async #failed(ids, error) {
    const devices = [...ids.keys()];
    const changed = devices.filter((device) => device.id !== ids.get(device));
    const chosen = devices.filter((device) => device.id && !changed.includes(device));
    if (error?.name === "OverconstrainedError" && chosen.length + changed.length > 0) {
      chosen.forEach((device) => device.giveUpChoice()); // it is not there any more, and something else may do
      return new Map();
    }
    const problem = problemOf(error);
    const withheld = problem === "refused" ? await Promise.all(devices.map(({ kind }) => isWithheld(kind))) : [];
    if (devices.length > 1 && (problem !== "refused" || withheld.includes(true))) {
      return this.#requestEach(devices);
    }
    const code = withheld[0] ? "embedding" : problem;
    return new Map(devices.filter((device) => !changed.includes(device)).map((device) => [device, code]));
  }

  /**
   * One after the other, since one of them may be missing or busy.
   * @param {Device[]} devices
   * @returns {Promise<Map<Device, string>>} as `#request`
   */
  async #requestEach(devices) {
    /** @type {[Device, string][]} */
    const problems = [];
    for (const device of devices.filter(({ isLacking }) => isLacking)) {
      problems.push(...(await this.#request([device])));
    }
    return new Map(problems);
  }

  /**
   * @param {Device[]} devices that cannot be opened
   * @param {Map<Device, string>} problems
   */
  #report(devices, problems) {
    for (const device of devices) {
      const problem = problems.get(device) ?? "";
      device.problem = problem === "absent" && device.lost ? "gone" : problem;
      device.lost = "";
    }
    const same = devices.every(({ problem }) => problem === devices[0].problem);
    for (const [{ name, problem }, other] of same ? [[...devices].reverse()] : devices.map((device) => [device])) {
      const insecure = problem === "insecure"; // which is true of all of them
      const about = insecure || other ? this.#devices.map(({ name }) => name) : [name];
      this.#dispatch("problem", { code: insecure ? problem : `${name}-${problem}`, about });
    }
    for (const device of devices.filter(({ track }) => track)) {
      device.giveUpChoice(); // the one that there was goes on
      device.problem = null;
    }
  }

  /**
   * @param {Device} device
   * @param {MediaStreamTrack} track
   * @param {string} id that was asked for
   */
  #take(device, track, id) {
    if (!device.isWanted || device.id !== id) {
      track.stop(); // nobody wants it any more
      return;
    }
    const { lost } = device;
    device.lost = "";
    track.onended = () => this.#ended(device, track);
    track.onmute = track.onunmute = () => this.#tell(device);
    this.#set(device, track, id);
    if (lost) {
      this.#dispatch("replaced", {
        code: `${device.name}-replaced`, about: [device.name], before: lost, now: track.label,
      });
    }
  }

  /**
   * A device was unplugged, or taken away by the person: takes another one, if there is any.
   * @param {Device} device
   * @param {MediaStreamTrack} track
   */
  #ended(device, track) {
    device.lost = track.label;
    this.#set(device, null);
    this.#follow();
  }

  /**
   * @param {Device} device
   * @param {MediaStreamTrack | null} track
   * @param {string} [id]
   */
  #set(device, track, id) {
    device.setTrack(track, id);
    this.#tell(device);
  }

  /** @param {Device} device which is another one, or on or off */
  #tell(device) {
    const { kind, track, name } = device;
    this.#dispatch("track", { kind, track });
    if (device.on && track?.muted) {
      this.#dispatch("problem", { code: `${name}-muted`, about: [name] });
    } else if (!device.problem) {
      this.#dispatch("works", name);
    }
  }

  /**
   * @param {string} type
   * @param {any} detail
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
