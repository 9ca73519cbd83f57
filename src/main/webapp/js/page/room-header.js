// Above the call: the room and the link to it, for others.

import { isolated } from "../base/names.js";

/**
 * The header of a call, and the title of the window.
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
   * @param {string} name of the room, as it was written
   * @param {string} link to it
   */
  show(name, link) {
    element("room-name").textContent = name;
    linkField().value = link;
    document.title = `${isolated(name)} · Visavis`;
  }

  /** Nobody is in the room any more. */
  clear() {
    document.title = "Visavis";
  }

  /** Puts the link to the room into the clipboard, or selects it where the browser has none for this page. */
  async copyLink() {
    const link = linkField();
    try {
      await navigator.clipboard.writeText(link.value); // undefined over plain HTTP
      return true;
    } catch {
      link.focus();
      link.select();
      return document.execCommand("copy"); // outdated, and the only way there
    }
  }
}

function linkField() {
  return /** @type {HTMLInputElement} */ (element("link"));
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
