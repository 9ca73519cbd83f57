// What has been said and may not have arrived.

/**
 * The client's numbered messages until the server has confirmed them: a connection that dies takes with it what was on
 * its way, and what was said afterwards.
 */
export class Unconfirmed {
  #number = 0;
  /** @type {{number: number}[]} in the order of their numbers */
  #messages = [];

  /** How many there are. */
  get size() {
    return this.#messages.length;
  }

  /**
   * @template {object} T
   * @param {T} message about to be sent
   * @returns {T & {number: number}} the same with its number
   */
  add(message) {
    const numbered = { ...message, number: ++this.#number };
    this.#messages.push(numbered);
    return numbered;
  }

  /** @param {number} [received] the number of the last message that the server has got */
  confirm(received = 0) {
    this.#messages = this.#messages.filter(({ number }) => number > received);
  }

  /** What is to be sent again. */
  all() {
    return [...this.#messages];
  }

  /** The server knows nothing of it any more, and counts from 1. */
  clear() {
    this.#number = 0;
    this.#messages = [];
  }
}
