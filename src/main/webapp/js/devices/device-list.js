// The cameras, microphones and speakers of this computer.

/** @typedef {"videoinput" | "audioinput" | "audiooutput"} DeviceKind */

/**
 * Follows devices as they are plugged in and out.
 *
 * Events:
 * - `change`: Event, the result of `of(kind)` has changed
 */
export class Devices extends EventTarget {
  /** @type {MediaDeviceInfo[]} */
  #all = [];

  constructor() {
    super();
    navigator.mediaDevices?.addEventListener("devicechange", () => this.refresh()); // undefined over plain HTTP
  }

  /** Reads the list again. Browsers tell names only to pages that may use a device of that kind. */
  async refresh() {
    this.#all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    this.dispatchEvent(new Event("change"));
  }

  /**
   * @param {DeviceKind} kind
   * @returns {{id: string, label: string}[]} the devices with a known name. Chromium's `default` is the system's
   *   choice. Windows' `communications` is left out, since nobody knows what it is
   */
  of(kind) {
    return this.#all
      .filter((device) => device.kind === kind && device.label && device.deviceId !== "communications")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  }
}
