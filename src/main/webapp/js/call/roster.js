// Who is in the room according to the server, and who stays although the server has lost them.

import { on } from "../base/dom.js";

/** @typedef {import("./carrier.js").Carrier} Carrier */

/** How long showing the peers may wait for the offers to them, in milliseconds. A busy computer needs a tenth of it. */
const CALL_WITHIN = 1_000;

/**
 * Keeps the carrier connected to everybody in the room. Media need no server: a peer that the server loses stays until
 * its connection breaks.
 *
 * Events, each a CustomEvent:
 * - `joined`: `detail` is `{id, name, status, …}` as in PROTOCOL.md
 * - `returned`: the same, for a peer whose connection still exists
 * - `left`: `{id}`
 */
export class Roster extends EventTarget {
  #carrier;
  #selfId = "";
  /** @type {Set<string>} the ids of the peers */
  #present = new Set();

  /** @param {Carrier} carrier */
  constructor(carrier) {
    super();
    this.#carrier = carrier;
    on(carrier, "gone", (detail) => this.#remove(detail.id));
  }

  /**
   * Calls everybody in the room after the server's welcome. Connections that have survived a loss stay, on this side
   * and on the others.
   * @param {any} welcome as in PROTOCOL.md
   * @returns {Promise<() => void>} settles when the offers are made; the function dispatches `joined` and `returned`.
   *   Showing peers is slow, and meanwhile they can answer. Handle no other message of the server in between.
   */
  async welcome({ self, peers, resumed }) {
    const formerId = this.#selfId;
    this.#become(self.id);
    if (resumed) {
      // Connections report by themselves when they break.
      return () => {};
    }
    if (formerId && formerId !== self.id) { // the server gave a new id, so the others see a newcomer
      this.close();
      this.#become(self.id);
    }
    const present = peers.filter((/** @type {{id: string}} */ { id }) => id !== formerId);
    for (const id of [...this.#present]) {
      if (!present.some((/** @type {{id: string}} */ peer) => peer.id === id)) {
        // This peer has not come back after a restart of the server.
        this.left({ id, reason: "lost" });
      }
    }
    const news = present.map((/** @type {{id: string}} */ person) => ({ type: this.#admit(person.id), person }));
    const calls = present.map((/** @type {{id: string}} */ { id }) => this.#carrier.call(id));
    await Promise.race([Promise.all(calls), new Promise((resolve) => setTimeout(resolve, CALL_WITHIN))]);
    return () => news.forEach((/** @type {any} */ { type, person }) => this.#dispatch(type, person));
  }

  /** @param {{id: string, name: string, status: object}} person new, or back without having been reported lost */
  joined(person) {
    this.#dispatch(this.#admit(person.id), person);
  }

  /**
   * A peer has left, or the server has lost it.
   * @param {{id: string, reason: string}} detail
   */
  left({ id, reason }) {
    const isKept = reason === "lost" && this.#carrier.setAdrift(id);
    if (!isKept) {
      this.#remove(id);
    }
  }

  /** Removes everybody. */
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
