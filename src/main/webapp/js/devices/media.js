// The local camera and microphone.

import { Device } from "./device.js";
import { DeviceOpener } from "./device-opener.js";

/**
 * Camera and microphone of this computer. The person's wish is set at once, and the tracks follow when the devices
 * open. A track that arrives after the wish has changed is stopped.
 *
 * Events:
 * - `track`: CustomEvent, `detail` is `{kind, track}`: the track to show and send, or null; also when muted or unmuted
 * - `problem`: CustomEvent, `detail` is `{code, about}`: `insecure`, or `camera-` or `microphone-` with `refused`,
 *   `absent`, `busy`, `gone`, `muted` or `embedding`; `about` names all devices with this problem
 * - `works`: CustomEvent, `detail` is the name of a device that has no problem any more
 * - `replaced`: `{code, about, before, now}`, another device replaces one that is gone: `camera-` or
 *   `microphone-replaced`, and the names of both
 */
export class Media extends EventTarget {
  #audio = new Device("audio");
  #video = new Device("video");
  #devices = [this.#audio, this.#video];
  #opener = new DeviceOpener((device, track, id) => this.#take(device, track, id));

  /** Whether peers hear the microphone. */
  get microphone() {
    return this.#audio.isLive;
  }

  /** Whether peers see the camera. */
  get camera() {
    return this.#video.isLive;
  }

  /** What the person wants on, whether or not it is. */
  get wanted() {
    return { microphone: this.#audio.on, camera: this.#video.on };
  }

  /** The microphone's track, or null. */
  get sound() {
    return this.#audio.track;
  }

  /** The camera's track, or null. */
  get picture() {
    return this.#video.track;
  }

  /** The shorter side of the camera's video, in pixels; 480 without a camera. */
  get pictureHeight() {
    const { width = 640, height = 480 } = this.picture?.getSettings() ?? {};
    return Math.min(width, height);
  }

  /** @param {"audio" | "video"} kind */
  deviceOf(kind) {
    const { track, id } = this.#device(kind);
    return track?.getSettings().deviceId ?? id;
  }

  /** @param {{audio: string, video: string}} ids of the devices to prefer; empty for any */
  want(ids) {
    for (const device of this.#devices) {
      device.id = ids[device.kind];
    }
  }

  /**
   * Uses another device. A device that is off stays off until the person switches it on.
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
   * Opens both with one request. If one is missing, opens the other.
   * @param {{microphone?: boolean, camera?: boolean}} [on] what to switch on; by default what the person wants
   * @returns {Promise<void>} settles when the devices are open or have failed
   */
  async open({ microphone = this.#audio.on, camera = this.#video.on } = {}) {
    this.#audio.on = microphone;
    this.#video.on = camera;
    for (const device of this.#devices) {
      device.inUse = true;
    }
    await this.#follow();
  }

  /** Releases both, so that the camera's light goes out. */
  close() {
    for (const device of this.#devices) {
      Object.assign(device, { inUse: false, problem: null, lost: "" });
      this.#set(device, null);
    }
  }

  /** @param {boolean} on whether peers hear the microphone */
  async setMicrophone(on) {
    await this.#switch(this.#audio, on);
  }

  /** @param {boolean} on whether peers see the camera; off releases it, so that its light goes out */
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

  /** Opens all wanted devices. Skips those with a pending request. */
  async #follow() {
    await null; // one request for both if both are wanted together
    const due = this.#devices.filter((device) => device.isDue);
    if (due.length === 0) {
      return;
    }
    for (const device of due) {
      device.asking = true;
    }
    const problems = await this.#opener.open(due);
    for (const device of due) {
      device.asking = false;
    }
    const failed = due.filter((device) => problems.has(device) && device.isLacking);
    if (failed.length > 0) {
      this.#report(failed, problems);
    }
    await this.#follow();
  }

  /**
   * @param {Device[]} devices those that cannot be opened
   * @param {Map<Device, string>} problems
   */
  #report(devices, problems) {
    for (const device of devices) {
      const problem = problems.get(device) ?? "";
      device.problem = problem === "absent" && device.lost ? "gone" : problem;
      device.lost = "";
    }
    const [{ problem }] = devices;
    const both = this.#devices.map(({ name }) => name);
    if (problem === "insecure") {
      this.#dispatch("problem", { code: problem, about: both });
    } else if (devices.length > 1 && devices.every((device) => device.problem === problem)) {
      this.#dispatch("problem", { code: `camera-${problem}`, about: both });
    } else {
      for (const { name, problem } of devices) {
        this.#dispatch("problem", { code: `${name}-${problem}`, about: [name] });
      }
    }
    for (const device of devices.filter(({ track }) => track)) {
      device.giveUpChoice(); // the present track goes on
      device.problem = null;
    }
  }

  /**
   * @param {Device} device
   * @param {MediaStreamTrack} track
   * @param {string} id as requested
   */
  #take(device, track, id) {
    if (!device.isWanted || device.id !== id) {
      track.stop(); // not wanted any more
      return;
    }
    const { lost } = device;
    device.lost = "";
    track.onended = () => this.#ended(device, track);
    track.onmute = () => this.#tell(device);
    track.onunmute = () => this.#tell(device);
    this.#set(device, track, id);
    if (lost) {
      this.#dispatch("replaced", {
        code: `${device.name}-replaced`, about: [device.name], before: lost, now: track.label,
      });
    }
  }

  /**
   * The device was unplugged, or the person has revoked it: tries another one.
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

  /** @param {Device} device whose track or state has changed */
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
