// The state of the whole page: prejoin form, call, or why there can be none.

/** @typedef {"loading" | "lobby" | "joining" | "call" | "left" | "unsupported"} State */

/**
 * Keeps the state in an attribute of the body, from which the style sheet shows what belongs to it.
 *
 * Events:
 * - `state`: CustomEvent, `detail` is the new State
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
