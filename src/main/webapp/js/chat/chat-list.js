// The entries of the chat, oldest first. Limits their number and follows the end unless the person scrolls away.

import { attempt } from "../base/log.js";

/** The most entries. More would slow the page, and a flood would fill the memory. */
const MOST = 1_000;

/** The distance from the end that still counts as the end, in CSS pixels. */
const NEAR = 40;

/**
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {() => boolean} [busy] whether it must not be dropped yet; few entries may say so
 * @property {() => void} [dropped] called after its removal
 */

/** The entries in their list element, which keeps whatever it contains before the first one. */
export class ChatList {
  #list;
  /** @type {Entry[]} */
  #entries = [];
  /** Whether the end was in sight at the last look. */
  #following = true;
  /** The pending animation frame that scrolls to the end; 0 for none. */
  #frame = 0;

  #beforeFirstDrop;
  /** Whether entries have been dropped. */
  #full = false;

  /**
   * @param {HTMLElement} list
   * @param {() => void} beforeFirstDrop
   */
  constructor(list, beforeFirstDrop) {
    this.#list = list;
    this.#beforeFirstDrop = beforeFirstDrop;
    const scrolled = () => {
      if (!this.#frame) {
        this.#look();
      }
    };
    const resized = () => { // the panel has opened, or a keyboard
      if (this.#following) {
        this.#scroll();
      }
    };
    list.addEventListener("scroll", scrolled, { passive: true });
    attempt("watch the size of the chat", () => new ResizeObserver(resized).observe(list));
  }

  /**
   * Adds an entry at the end. Reads the layout at most once per frame, since each read costs as much as all entries.
   * @param {Entry} entry
   * @param {boolean} [follow] whether to scroll to it even if the person has scrolled away
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
    this.#full = false;
    this.#following = true;
  }

  #dropOldest() {
    if (!this.#full) {
      this.#full = true;
      this.#beforeFirstDrop();
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
