// The settings dialog's choice of devices. Knows their names, but not what the choice does.

import { element } from "../base/dom.js";

/** @typedef {"camera" | "microphone" | "speaker"} Device */

/**
 * One list for each kind of device.
 *
 * Events:
 * - `choose`: CustomEvent, `detail` is `{device, id}`
 * - `toggle`: Event, the dialog has opened or closed; see `isOpen`
 */
export class DeviceDialog extends EventTarget {
  #dialog = /** @type {HTMLDialogElement} */ (element("settings"));
  #meters = /** @type {NodeListOf<HTMLMeterElement>} */ (document.querySelectorAll("meter.level"));

  constructor() {
    super();
    this.#dialog.addEventListener("close", () => this.dispatchEvent(new Event("toggle")));
    for (const device of /** @type {Device[]} */ (["camera", "microphone", "speaker"])) {
      this.#select(device).addEventListener("change", (event) => {
        const { value: id } = /** @type {HTMLSelectElement} */ (event.target);
        this.dispatchEvent(new CustomEvent("choose", { detail: { device, id } }));
      });
    }
  }

  open() {
    this.#dialog.showModal();
    this.dispatchEvent(new Event("toggle"));
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /**
   * @param {Device} device
   * @param {{id: string, label: string}[]} choices an empty list hides the choice
   * @param {string} chosen id of the device in use
   */
  offer(device, choices, chosen) {
    const select = this.#select(device);
    select.replaceChildren(...choices.map(({ id, label }) => new Option(label, id, false, id === chosen)));
    /** @type {HTMLElement} */ (select.closest("label")).hidden = choices.length === 0;
  }

  /** @param {number} level of the microphone, 0 to 1 */
  showLevel(level) {
    for (const meter of this.#meters) {
      meter.value = level;
    }
  }

  /** @param {Device} device */
  #select(device) {
    return /** @type {HTMLSelectElement} */ (element(`choose-${device}`));
  }
}
