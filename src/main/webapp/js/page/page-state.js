// What the page shows as a whole: the form before a call, the call, or why there can be none.

/** @typedef {"loading" | "lobby" | "joining" | "call" | "left" | "unsupported"} State */

/**
 * The state of the page. The style sheet shows what belongs to it, by an attribute of the body.
 *
 * Events:
 * - `state`: CustomEvent, `detail` is the State from now on
 */
export class PageState extends EventTarget {
  get state() {
    return /** @type {State} */ (document.body.dataset.state);
  }

  /** @param {State} state */
  show(state) {
    document.body.dataset.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}
