// Announcements for screen readers.

import { element } from "../base/dom.js";
import { TokenBucket } from "../base/token-bucket.js";

/** How long an announcement stays in the page, in milliseconds. */
const ANNOUNCED = 2_000;

/** How many announcements are made. Nobody can listen to more. */
const ANNOUNCING = { burst: 10, perSecond: 1 };

/** Has texts read out. Each announcement is a new element, since screen readers read what is added. */
export class Announcer {
  #allowed = new TokenBucket(ANNOUNCING);

  /** @param {string} text dropped if there have been too many */
  announce(text) {
    if (!this.#allowed.take()) {
      return;
    }
    const announcement = document.createElement("span");
    announcement.textContent = text;
    element("announcement").append(announcement);
    setTimeout(() => announcement.remove(), ANNOUNCED);
  }
}
