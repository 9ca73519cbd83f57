// The corner of the small picture over the large one, in a call of two.

import { recall, remember } from "../base/storage.js";
import { CORNERS } from "./layout.js";

/** @typedef {import("./layout.js").Corner} Corner */

/**
 * The person moves it with the button in the small picture, clockwise, or by dragging. The browser remembers it.
 *
 * Events:
 * - `change`: Event, `corner` has changed
 */
export class CornerChoice extends EventTarget {
  #container;
  /** @type {Corner} */
  #corner = CORNERS.find((corner) => corner === recall("corner")) ?? "bottom-end";

  /** @param {HTMLElement} container of the tiles */
  constructor(container) {
    super();
    this.#container = container;
    container.addEventListener("click", ({ target }) => {
      if (/** @type {Element} */ (target).closest(".corner")) {
        this.#choose(CORNERS[(CORNERS.indexOf(this.#corner) + 1) % CORNERS.length]);
      }
    });
    container.addEventListener("pointerdown", (event) => {
      const target = /** @type {Element} */ (event.target);
      const tile = /** @type {HTMLElement | null} */ (target.closest(".tile[data-inset]"));
      if (tile && event.button === 0 && !target.closest("button")) {
        this.#drag(tile, event);
      }
    });
  }

  get corner() {
    return this.#corner;
  }

  /**
   * Moves the tile with the pointer, and into the nearest corner on release.
   * @param {HTMLElement} tile
   * @param {PointerEvent} start
   */
  #drag(tile, start) {
    const dragging = new AbortController();
    const { signal } = dragging;
    const follow = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      tile.style.translate = `${clientX - start.clientX}px ${clientY - start.clientY}px`;
    };
    const drop = () => {
      dragging.abort();
      const corner = this.#nearest(tile.getBoundingClientRect());
      tile.style.translate = "";
      this.#choose(corner);
    };
    tile.addEventListener("pointermove", follow, { signal });
    tile.addEventListener("lostpointercapture", drop, { signal });
    tile.setPointerCapture(start.pointerId);
  }

  /** @param {DOMRect} tile @returns {Corner} */
  #nearest(tile) {
    const all = this.#container.getBoundingClientRect();
    const atTop = tile.top + tile.bottom < all.top + all.bottom;
    const atLeft = tile.left + tile.right < all.left + all.right;
    const atStart = atLeft === (getComputedStyle(this.#container).direction === "ltr");
    return `${atTop ? "top" : "bottom"}-${atStart ? "start" : "end"}`;
  }

  /** @param {Corner} corner */
  #choose(corner) {
    if (corner !== this.#corner) {
      this.#corner = corner;
      remember("corner", corner);
      this.dispatchEvent(new Event("change"));
    }
  }
}
