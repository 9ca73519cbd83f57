// Messages that may not have arrived.

/** Numbers the client's messages and keeps each until the server confirms it: a dying connection loses messages. */
export class Unconfirmed {
  #number = 0;
  /** @type {{number: number}[]} in the order of their numbers */
  #messages = [];

  get size() {
    return this.#messages.length;
  }

  /**
   * @template {object} T
   * @param {T} message to send
   * @returns {T & {number: number}} the message with its number
   */
  add(message) {
    const numbered = { ...message, number: ++this.#number };
    this.#messages.push(numbered);
    return numbered;
  }

  /** @param {number} [received] the number of the last message that the server has received */
  confirm(received = 0) {
    this.#messages = this.#messages.filter(({ number }) => number > received);
  }

  /** The messages to send again. */
  all() {
    return [...this.#messages];
  }

  /** The server has forgotten everything and counts from 1 again. */
  clear() {
    this.#number = 0;
    this.#messages = [];
  }
}
