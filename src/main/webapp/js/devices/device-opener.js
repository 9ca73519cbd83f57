// Opens cameras and microphones, and finds out why one cannot be opened.

import { log } from "../base/log.js";
import { Device } from "./device.js";
import { getDevices, isWithheld } from "./get-user-media.js";

/** The problems by name of the DOMException (Media Capture and Streams, section 10.2). */
const PROBLEMS = /** @type {Record<string, string>} */ ({
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "busy",
  AbortError: "busy",
});

/** Opens several devices with one request. If that fails, opens those that work. */
export class DeviceOpener {
  #take;

  /**
   * @param {(device: Device, track: MediaStreamTrack, id: string) => void} take gets each opened track, and the id of
   *   the device that was requested
   */
  constructor(take) {
    this.#take = take;
  }

  /**
   * @param {Device[]} devices
   * @returns {Promise<Map<Device, string>>} the problem of each device: `insecure`, `refused`, `absent`, `busy` or
   *   `embedding`; none if it is open or worth another try
   */
  async open(devices) {
    if (!navigator.mediaDevices) {
      return new Map(devices.map((device) => [device, "insecure"])); // browsers hide it over plain HTTP
    }
    const ids = new Map(devices.map((device) => [device, device.id]));
    try {
      const stream = await getDevices(Object.fromEntries(devices.map(({ kind, constraints }) => [kind, constraints])));
      for (const device of devices) {
        const track = stream.getTracks().find(({ kind }) => kind === device.kind);
        if (track) {
          this.#take(device, track, ids.get(device) ?? "");
        }
      }
      return new Map();
    } catch (error) {
      return this.#failed(ids, error);
    }
  }

  /**
   * @param {Map<Device, string>} ids as requested
   * @param {any} error not a DOMException in every browser
   * @returns {Promise<Map<Device, string>>} like `open`
   */
  async #failed(ids, error) {
    const devices = [...ids.keys()];
    const changed = devices.filter((device) => device.id !== ids.get(device));
    const chosen = devices.filter((device) => device.id && !changed.includes(device));
    if (error?.name === "OverconstrainedError" && chosen.length + changed.length > 0) {
      chosen.forEach((device) => device.giveUpChoice()); // the chosen device is gone, but another may do
      return new Map();
    }
    const problem = problemOf(error);
    const withheld = problem === "refused" ? await Promise.all(devices.map(({ kind }) => isWithheld(kind))) : [];
    if (devices.length > 1 && (problem !== "refused" || withheld.includes(true))) {
      return this.#openEach(devices);
    }
    const code = withheld[0] ? "embedding" : problem;
    return new Map(devices.filter((device) => !changed.includes(device)).map((device) => [device, code]));
  }

  /**
   * Opens one after the other, since only one of them may be missing or busy.
   * @param {Device[]} devices
   * @returns {Promise<Map<Device, string>>} like `open`
   */
  async #openEach(devices) {
    /** @type {[Device, string][]} */
    const problems = [];
    for (const device of devices.filter(({ isLacking }) => isLacking)) {
      problems.push(...(await this.open([device])));
    }
    return new Map(problems);
  }
}

/** @param {any} error */
function problemOf(error) {
  const name = error?.name ?? "";
  log("info", "The browser did not open a camera or microphone:", name);
  return PROBLEMS[name] ?? "absent";
}
