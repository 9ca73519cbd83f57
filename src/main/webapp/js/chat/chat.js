// What people write to each other, from browser to browser; the server sees none of it. PROTOCOL.md has the messages.

import { cleanName, isVisible } from "../base/names.js";
import { TokenBucket } from "../base/token-bucket.js";

/** How long a message may be, in UTF-16 code units. */
export const LONGEST = 10_000;

/** How many messages are kept for those who come later. */
const KEPT = 100;

/** How many messages are recognized when they come again. */
const RECOGNIZED = 10_000;

/** The longest id of a message, in characters. */
const LONGEST_ID = 64;

/** What an earlier message cannot be older than, in milliseconds; no call lasts longer. */
const OLDEST = 24 * 60 * 60 * 1000;

/** How much one may write oneself: more than people do. A long message counts as several. */
const WRITING = { burst: 100, perSecond: 3 };

/** How much one other person may say: all that is kept, and what a stalled network brings at once. */
const LISTENING = { burst: 300, perSecond: 5 };

/** How much one other person may ask for; less than what may be said, so that an answer does not count as a flood. */
const TELLING = { burst: 150, perSecond: 2 };

/** So many characters count as one message more. */
const COUNTED_AS_ONE = 1_000;

/**
 * @typedef {object} Message
 * @property {string} key unlike that of any other message
 * @property {string} id chosen by the writer
 * @property {string} from the writer's id, as the server gave it
 * @property {number} time when it came here or, of an earlier message, to the teller, in milliseconds since 1970
 * @property {string} name of the writer
 * @property {string} text
 * @property {boolean} [own]
 * @property {string} [teller] the name of the one who says that the writer wrote it; absent where the writer says so
 */

/**
 * One conversation, from joining to leaving. Whenever two browsers get connected, each tells the other which messages
 * it has, and gets those that it lacks; so a latecomer, or somebody who was cut off, gets the last ones. Only the
 * writer's own browser can say for certain who wrote a message. All others may err or lie; a message that one of them
 * tells of is marked with the name of the teller until the writer's browser says the same.
 *
 * Nothing of what a peer says is trusted: every member is checked, the rate is limited, and what is kept is bounded.
 *
 * Events, each a CustomEvent:
 * - `message`: `detail` is a Message, new here
 * - `confirmed`: `detail` is a Message that a teller told of before; the writer has said it now
 * - `flood`: `detail` is `{name}` of somebody who says so much that part of it is left out; once for each person
 */
export class Chat extends EventTarget {
  #say;
  /** @type {Map<string, Message>} by key, in the order in which they came */
  #messages = new Map();
  /** @type {Map<string, boolean>} by key, whether the writer has said it */
  #recognized = new Map();
  #writing = new TokenBucket(WRITING);
  /** @type {Map<string, {listening: TokenBucket, telling: TokenBucket, flooded: boolean}>} by id of a peer */
  #limits = new Map();

  /**
   * @param {{id: string, name: string}} self as the server says
   * @param {(message: object, to?: string) => void} say takes a message to that peer, or to all
   */
  constructor(self, say) {
    super();
    this.self = self;
    this.#say = say;
  }

  /** @param {string} id of a peer whom messages reach from now on */
  opened(id) {
    const known = [...this.#messages.values()].filter(({ from, teller }) => from !== id || !teller);
    this.#say({ type: "chat-known", ids: known.map(({ key }) => key) }, id);
  }

  /** @param {string} id of a peer who is gone */
  left(id) {
    this.#limits.delete(id);
  }

  /**
   * @param {string} text of at most `LONGEST`
   * @returns {boolean} false if it was not written, as so much was written before
   */
  write(text) {
    if (!this.#writing.take(performance.now(), costOf(text))) {
      return false;
    }
    const id = Array.from(crypto.getRandomValues(new Uint32Array(2)), (number) => number.toString(36)).join("");
    const message = { id, time: Date.now(), name: this.self.name, text };
    this.#add({ ...message, key: keyOf(this.self.id, id), from: this.self.id, own: true });
    this.#say({ type: "chat", message });
    return true;
  }

  /**
   * @param {{id: string, name: string}} peer as the server says
   * @param {any} said
   */
  receive(peer, said) {
    if (said?.type === "chat-known") {
      this.#tell(peer, said.ids);
    } else if (said?.type === "chat" || said?.type === "chat-history") {
      const message = read(said.message);
      if (message && this.#allow(peer, costOf(message.text))) {
        this.#hear(peer, message, said.type === "chat");
      }
    }
  }

  /**
   * @param {{id: string, name: string}} peer
   * @param {NonNullable<ReturnType<typeof read>>} message
   * @param {boolean} now whether it was written now, by the peer
   */
  #hear(peer, message, now) {
    const from = now ? peer.id : message.from;
    if (from === this.self.id) {
      return; // what one has written oneself nobody needs to tell, and nobody can
    }
    const time = now ? Date.now() : message.time;
    const writer = from === peer.id ? { name: peer.name } : { teller: peer.name };
    const heard = { ...message, key: keyOf(from, message.id), from, time, ...writer };
    const certain = this.#recognized.get(heard.key);
    if (certain === undefined) {
      this.#add(heard);
    } else if (!certain && !heard.teller) {
      this.#remember(heard);
      this.dispatchEvent(new CustomEvent("confirmed", { detail: heard }));
    }
  }

  /**
   * Sends what the peer lacks, of the last messages as many as the limit allows.
   * @param {{id: string, name: string}} peer
   * @param {unknown} ids of messages that the peer has
   */
  #tell(peer, ids) {
    const { telling } = this.#limitsOf(peer.id);
    if (!telling.take()) {
      return;
    }
    const known = new Set(Array.isArray(ids) ? ids : []);
    const missing = [...this.#messages.values()].filter(({ key, from }) => !known.has(key) && from !== peer.id);
    const allowed = missing.reverse().filter(({ text }) => telling.take(performance.now(), costOf(text)));
    for (const { id, from, time, name, text } of allowed.reverse()) {
      this.#say({ type: "chat-history", message: { id, from, time, name, text } }, peer.id);
    }
  }

  /**
   * @param {{id: string, name: string}} peer
   * @param {number} cost
   * @returns {boolean} whether the peer may say so much now
   */
  #allow({ id, name }, cost) {
    const limits = this.#limitsOf(id);
    const allowed = limits.listening.take(performance.now(), cost);
    if (!allowed && !limits.flooded) {
      limits.flooded = true;
      this.dispatchEvent(new CustomEvent("flood", { detail: { name } }));
    }
    return allowed;
  }

  /** @param {string} id of a peer */
  #limitsOf(id) {
    const limits = this.#limits.get(id) ?? {
      listening: new TokenBucket(LISTENING),
      telling: new TokenBucket(TELLING),
      flooded: false,
    };
    this.#limits.set(id, limits);
    return limits;
  }

  /** @param {Message} message */
  #add(message) {
    this.#remember(message);
    this.dispatchEvent(new CustomEvent("message", { detail: message }));
  }

  /** @param {Message} message */
  #remember(message) {
    this.#messages.set(message.key, message);
    this.#recognized.set(message.key, !message.teller);
    dropOldest(this.#messages, KEPT);
    dropOldest(this.#recognized, RECOGNIZED);
  }
}

/**
 * @param {any} message that came from somewhere
 * @returns what is sound in it; null if not enough is
 */
function read(message) {
  const { id, from = "", time, name, text } = message ?? {};
  const ids = [id, from].every((each) => typeof each === "string" && each.length <= LONGEST_ID);
  if (!ids || !id || typeof text !== "string" || !isVisible(text) || text.length > LONGEST) {
    return null;
  }
  const now = Date.now();
  const sane = typeof time === "number" && time <= now && time >= now - OLDEST;
  return { id, from, time: sane ? time : now, name: cleanName(name) || "?", text };
}

/**
 * Two people may choose one id for two messages, and one of them on purpose.
 * @param {string} from
 * @param {string} id
 */
function keyOf(from, id) {
  return `${from}/${id}`;
}

/** @param {string} text @returns {number} as how many messages it counts */
function costOf(text) {
  return 1 + Math.floor(text.length / COUNTED_AS_ONE);
}

/** @param {Map<string, any>} map @param {number} size which it has at most */
function dropOldest(map, size) {
  if (map.size > size) {
    map.delete(/** @type {string} */ (map.keys().next().value));
  }
}
