// The entries of the chat, oldest first: so many at most, and the last one in sight unless the person has scrolled
// away.

import { attempt } from "../base/log.js";

/** More would make the page slow, and a flood would fill the memory. */
const MOST = 1_000;

/** The end is in sight if it is no further away than this, in CSS pixels. */
const NEAR = 40;

/**
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {() => boolean} [busy] whether it must not be dropped yet; of these there must be few
 * @property {() => void} [dropped] called when it is gone
 */

/** What stands in the list before the first entry stays there. */
export class ChatList {
  #list;
  /** @type {Entry[]} */
  #entries = [];
  /** Whether the end was in sight when somebody last looked. */
  #following = true;
  /** Of the animation frame that scrolls to the end; 0 if none is awaited. */
  #frame = 0;

  /**
   * @param {HTMLElement} list
   * @param {() => void} forgetful called before the first entry is dropped
   */
  constructor(list, forgetful) {
    this.#list = list;
    this.forgetful = forgetful;
    this.full = false;
    const scrolled = () => {
      if (!this.#frame) {
        this.#look();
      }
    };
    const resized = () => { // it was opened, or a keyboard came up
      if (this.#following) {
        this.#scroll();
      }
    };
    list.addEventListener("scroll", scrolled, { passive: true });
    attempt("sizes", () => new ResizeObserver(resized).observe(list));
  }

  /**
   * Adds an entry at the end. Asks for the layout once a frame at most, as each time costs as much as all entries do.
   * @param {Entry} entry
   * @param {boolean} [follow] whether to scroll to it, wherever the person is reading
   */
  append(entry, follow = false) {
    if (!this.#frame) {
      this.#look();
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        if (this.#following) {
          this.#scroll();
        }
      });
    }
    this.#following ||= follow;
    this.#entries.push(entry);
    this.#list.append(entry.element);
    while (this.#entries.length > MOST) {
      this.#dropOldest();
    }
  }

  clear() {
    this.#entries.splice(0).forEach((entry) => this.#drop(entry));
    this.full = false;
    this.#following = true;
  }

  #dropOldest() {
    if (!this.full) {
      this.full = true;
      this.forgetful();
    }
    const oldest = this.#entries.findIndex(({ busy }) => !busy?.());
    this.#entries.splice(Math.max(0, oldest), 1).forEach((entry) => this.#drop(entry));
  }

  /** @param {Entry} entry */
  #drop({ element, dropped }) {
    element.remove();
    dropped?.();
  }

  #look() {
    this.#following = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < NEAR;
  }

  #scroll() {
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
