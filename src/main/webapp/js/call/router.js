// Passes each message from a peer to the part of the page that handles its `type`.

import { on } from "../base/dom.js";

/**
 * Handles a message. Only that it is an object has been checked.
 * @typedef {(id: string, message: any) => void} Take
 */

/** Maps types to handlers; PROTOCOL.md lists them. Ignores unknown types. */
export class Router {
  /** @type {Map<string, Take>} by type */
  #takers = new Map();

  /** @param {EventTarget} carrier dispatches `message` events with `{id, message}` */
  constructor(carrier) {
    on(carrier, "message", ({ id, message }) => {
      this.#takers.get(message.type)?.(id, message);
    });
  }

  /**
   * @param {string} type
   * @param {Take} take the only handler of that type from now on
   * @param {AbortSignal} [signal] removes the handler
   */
  route(type, take, signal) {
    this.#takers.set(type, take);
    signal?.addEventListener("abort", () => {
      if (this.#takers.get(type) === take) {
        this.#takers.delete(type);
      }
    });
  }
}
