// What people write to each other, from browser to browser; the server sees none of it. PROTOCOL.md has the messages.

/** How many messages are kept for those who come later, and how long one may be, in characters. */
const KEPT = 100;
const LONGEST = 4_000;

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {number} time when it was written, in milliseconds since 1970, by the writer's clock
 * @property {string} name of the writer
 * @property {string} text
 * @property {boolean} [own]
 */

/**
 * One conversation, from joining to leaving. Whenever two browsers get connected, each tells the other which messages it
 * has, and gets those that it has not; so who comes late, or was cut off, gets the last ones. Who wrote a message that is
 * heard from its writer is certain; of older ones one has to believe what one is told.
 *
 * Events:
 * - `message`: CustomEvent, `detail` is a Message, new here
 */
export class Chat extends EventTarget {
  #say;
  /** @type {Map<string, Message>} by id, in the order in which they came */
  #messages = new Map();

  /** @param {(message: object, to?: string) => void} say takes a message to that peer, or to all */
  constructor(say) {
    super();
    this.#say = say;
  }

  /** @param {string} id of a peer whom messages reach from now on */
  opened(id) {
    this.#say({ type: "chat-known", ids: [...this.#messages.keys()] }, id);
  }

  /**
   * @param {string} name of oneself
   * @param {string} text
   */
  write(name, text) {
    const id = Array.from(crypto.getRandomValues(new Uint32Array(2)), (number) => number.toString(36)).join("");
    const message = { id, time: Date.now(), name, text: text.slice(0, LONGEST) };
    this.#add({ ...message, own: true });
    this.#say({ type: "chat", message });
  }

  /**
   * @param {{id: string, name: string}} from
   * @param {any} said
   */
  receive({ id, name }, said) {
    if (said.type === "chat") {
      this.#hear({ ...said.message, name });
    } else if (said.type === "chat-known" && Array.isArray(said.ids)) {
      const missing = [...this.#messages.values()].filter((message) => !said.ids.includes(message.id));
      for (const { own, ...message } of missing) {
        this.#say({ type: "chat-history", message }, id);
      }
    } else if (said.type === "chat-history") {
      this.#hear(said.message);
    }
  }

  /** @param {any} message that came from somewhere */
  #hear(message) {
    const { id, time, name, text } = message ?? {};
    const valid = [id, name, text].every((each) => typeof each === "string") && Number.isFinite(time) && id.length <= 64;
    if (valid && !this.#messages.has(id)) {
      this.#add({ id, time, name: name.slice(0, 64), text: text.slice(0, LONGEST) });
    }
  }

  /** @param {Message} message */
  #add(message) {
    this.#messages.set(message.id, message);
    if (this.#messages.size > KEPT) {
      this.#messages.delete(/** @type {string} */ (this.#messages.keys().next().value));
    }
    this.dispatchEvent(new CustomEvent("message", { detail: message }));
  }
}
