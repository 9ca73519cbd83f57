// A part of the page that is loaded when it is needed.

/**
 * Loads once. After a failure, the next `get` tries again.
 * @template T
 */
export class Lazy {
  #load;
  /** @type {Promise<T> | undefined} */
  #loading;
  /** The part, or undefined before it is loaded. @type {T | undefined} */
  value;

  /** @param {() => Promise<T>} load */
  constructor(load) {
    this.#load = load;
  }

  /** @returns {Promise<T>} */
  get() {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  async #begin() {
    try {
      this.value = await this.#load();
      return this.value;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
