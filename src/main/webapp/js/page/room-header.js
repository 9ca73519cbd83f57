// The header of a call: the room and its link for others.

import { element } from "../base/dom.js";
import { isolated } from "../base/names.js";

/**
 * The name and the link of the room. Also sets the title of the window.
 *
 * Events:
 * - `copy-link`: Event, the person pressed that button
 */
export class RoomHeader extends EventTarget {
  constructor() {
    super();
    element("copy-link").addEventListener("click", () => this.dispatchEvent(new Event("copy-link")));
  }

  /**
   * @param {string} name of the room, as written
   * @param {string} link to the room
   */
  show(name, link) {
    element("room-name").textContent = name;
    linkField().value = link;
    document.title = `${isolated(name)} · Visavis`;
  }

  /** Resets the title after a call. */
  clear() {
    document.title = "Visavis";
  }

  /** Copies the link to the clipboard, or selects it where the browser gives this page no clipboard. */
  async copyLink() {
    const link = linkField();
    try {
      await navigator.clipboard.writeText(link.value); // undefined over plain HTTP
      return true;
    } catch {
      link.focus();
      link.select();
      return document.execCommand("copy"); // deprecated, but the only way there
    }
  }
}

function linkField() {
  return /** @type {HTMLInputElement} */ (element("link"));
}
