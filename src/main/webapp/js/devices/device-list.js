// Which cameras, microphones and speakers this computer has.

/** @typedef {"videoinput" | "audioinput" | "audiooutput"} DeviceKind */

/**
 * The devices, kept up to date while they are plugged in and out.
 *
 * Events:
 * - `change`: Event, `of(kind)` gives others than before
 */
export class Devices extends EventTarget {
  /** @type {MediaDeviceInfo[]} */
  #all = [];

  constructor() {
    super();
    navigator.mediaDevices?.addEventListener("devicechange", () => this.refresh()); // undefined over plain HTTP
  }

  /**
   * Looks anew. Browsers tell the names only to pages that may use one of the kind, so do it again when that is so.
   */
  async refresh() {
    this.#all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    this.dispatchEvent(new Event("change"));
  }

  /**
   * @param {DeviceKind} kind
   * @returns {{id: string, label: string}[]} those whose names are known. In Chromium `default` is whatever the system
   *   is set to; `communications`, of Windows, is left out, since nobody knows what it is
   */
  of(kind) {
    return this.#all
      .filter((device) => device.kind === kind && device.label && device.deviceId !== "communications")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  }
}
