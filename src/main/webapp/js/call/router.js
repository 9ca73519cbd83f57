// Takes each message from another browser to the one part of the page that its `type` is for.

/**
 * What is done with a message; nothing is certain about it but that it is an object.
 * @typedef {(id: string, message: any) => void} Take
 */

/** Knows who takes which type; PROTOCOL.md has them. A type that nobody takes is ignored. */
export class Router {
  /** @type {Map<string, Take>} by type */
  #takers = new Map();

  /** @param {EventTarget} carrier whose `message` events have `{id, message}` */
  constructor(carrier) {
    carrier.addEventListener("message", (/** @type {any} */ { detail: { id, message } }) => {
      this.#takers.get(message.type)?.(id, message);
    });
  }

  /**
   * @param {string} type
   * @param {Take} take gets all messages of that type from now on, alone
   * @param {AbortSignal} [signal] ends that
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
