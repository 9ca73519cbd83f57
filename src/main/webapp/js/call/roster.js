// Who is in the room, as the server tells it, and who is kept although the server has lost them.

/** @typedef {import("./carrier.js").Carrier} Carrier */

/**
 * For how long people are not shown because they are being called, in milliseconds; a busy computer takes a tenth of
 * it.
 */
const CALL_WITHIN = 1_000;

/**
 * Keeps the carrier connected to everybody in the room. Media needs no server: those whom the server loses stay as long
 * as something comes from them.
 *
 * Events, each a CustomEvent:
 * - `joined`: `detail` is `{id, name, status, …}` as in PROTOCOL.md; `returned` the same for one who never left the
 *   call
 * - `left`: `{id}`
 */
export class Roster extends EventTarget {
  #carrier;
  #selfId = "";
  /** @type {Set<string>} the ids of the others */
  #present = new Set();

  /** @param {Carrier} carrier */
  constructor(carrier) {
    super();
    this.#carrier = carrier;
    carrier.addEventListener("gone", (/** @type {any} */ { detail }) => this.#remove(detail.id));
  }

  /**
   * The server has let this side in: calls all who are in the room. Who comes back after a loss keeps its connections,
   * and so do those in the room who still have theirs.
   * @param {any} welcome as in PROTOCOL.md
   * @returns {Promise<() => void>} settles when they have been called, and then tells of them (`joined`, `returned`):
   *   to show them takes longer, and an answer takes its time. Until then nothing else that the server says is to be
   *   done.
   */
  async welcome({ self, peers, resumed }) {
    const formerId = this.#selfId;
    this.#become(self.id);
    if (resumed) {
      // Connections to people tell by themselves when they carry nothing any more.
      return () => {};
    }
    if (formerId && formerId !== self.id) { // the others take this side for a stranger
      this.close();
      this.#become(self.id);
    }
    const present = peers.filter((/** @type {{id: string}} */ { id }) => id !== formerId);
    for (const id of [...this.#present]) {
      if (!present.some((/** @type {{id: string}} */ peer) => peer.id === id)) {
        // Who has not come back yet, after a restart of the server.
        this.left({ id, reason: "lost" });
      }
    }
    const news = present.map((/** @type {{id: string}} */ person) => ({ type: this.#admit(person.id), person }));
    const calls = present.map((/** @type {{id: string}} */ { id }) => this.#carrier.call(id));
    await Promise.race([Promise.all(calls), new Promise((resolve) => setTimeout(resolve, CALL_WITHIN))]);
    return () => news.forEach((/** @type {any} */ { type, person }) => this.#dispatch(type, person));
  }

  /** @param {{id: string, name: string, status: object}} person who came; or came back, with nothing in between */
  joined(person) {
    this.#dispatch(this.#admit(person.id), person);
  }

  /**
   * Somebody left, or was lost.
   * @param {{id: string, reason: string}} detail
   */
  left({ id, reason }) {
    const isKept = reason === "lost" && this.#carrier.setAdrift(id);
    if (!isKept) {
      this.#remove(id);
    }
  }

  /** Nobody is there any more. */
  close() {
    for (const id of [...this.#present]) {
      this.#remove(id);
    }
    this.#become("");
  }

  /** @param {string} id */
  #become(id) {
    this.#selfId = id;
    this.#carrier.self = id;
  }

  /** @param {string} id */
  #admit(id) {
    this.#present.add(id);
    return this.#carrier.connect(id);
  }

  /** @param {string} id */
  #remove(id) {
    if (this.#present.delete(id)) {
      this.#carrier.disconnect(id);
      this.#dispatch("left", { id });
    }
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
