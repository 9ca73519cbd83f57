// The chat messages, sent from browser to browser; the server sees none. PROTOCOL.md has the message types.

import { cleanName, isVisible } from "../base/names.js";
import { TokenBucket } from "../base/token-bucket.js";

/** The longest message, in UTF-16 code units. */
export const LONGEST = 10_000;

/** How many messages are kept for newcomers. */
const KEPT = 100;

/** How many messages are remembered to recognize duplicates. */
const RECOGNIZED = 10_000;

/** The longest id of a message, in characters. */
const LONGEST_ID = 64;

/** The greatest age of an earlier message, in milliseconds. No call lasts longer. */
const OLDEST = 24 * 60 * 60 * 1000;

/** How much the person may write: more than people do. A long message counts as several. */
const WRITING = { burst: 100, perSecond: 3 };

/** How much a peer may send: the whole history, and what a stalled network delivers at once. */
const LISTENING = { burst: 300, perSecond: 5 };

/** How much a peer may ask for: less than it may send, so that an answer never counts as a flood. */
const TELLING = { burst: 150, perSecond: 2 };

/** The number of characters that count as one more message. */
const COUNTED_AS_ONE = 1_000;

/**
 * @typedef {object} Message
 * @property {string} key unique
 * @property {string} id chosen by the writer
 * @property {string} from the writer's id, as the server gave it
 * @property {number} time when it arrived here or, for an earlier message, at the teller, in milliseconds since 1970
 * @property {string} name of the writer
 * @property {string} text
 * @property {boolean} [own]
 * @property {string} [teller] the name of the peer that passed it on; absent if it came from the writer
 */

/**
 * The chat of one call, from joining to leaving.
 * When two browsers connect, each tells the other which messages it has and gets those that it lacks. So newcomers, and
 * people who were cut off, get the last messages. Only the writer's own browser can prove who wrote a message; any
 * other may err or lie. A message that another peer passes on carries that teller's name until its writer confirms it.
 *
 * No peer is trusted: every member is checked, the rate is limited, and the memory is bounded.
 *
 * Events, each a CustomEvent:
 * - `message`: `detail` is a new Message
 * - `confirmed`: `detail` is a Message that had a teller and is now confirmed by its writer
 * - `flood`: `detail` is `{name}` of a peer that sends so much that messages are dropped; once per peer
 */
export class Chat extends EventTarget {
  #say;
  /** @type {Map<string, Message>} by key, in order of arrival */
  #messages = new Map();
  /** @type {Map<string, boolean>} by key, whether its writer has confirmed it */
  #recognized = new Map();
  #writing = new TokenBucket(WRITING);
  /** @type {Map<string, {listening: TokenBucket, telling: TokenBucket, flooded: boolean}>} by id of a peer */
  #limits = new Map();

  /**
   * @param {{id: string, name: string}} self as the server says
   * @param {(message: object, to?: string) => void} say sends a message to that peer, or to all
   */
  constructor(self, say) {
    super();
    this.self = self;
    this.#say = say;
  }

  /** @param {string} id of a peer that messages can reach now */
  opened(id) {
    const known = [...this.#messages.values()].filter(({ from, teller }) => from !== id || !teller);
    this.#say({ type: "chat-known", ids: known.map(({ key }) => key) }, id);
  }

  /** @param {string} id of a peer that has left */
  left(id) {
    this.#limits.delete(id);
  }

  /**
   * @param {string} text at most `LONGEST` long
   * @returns {boolean} false if it was not sent, because too much was sent before
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
   * @param {boolean} now whether the peer has just written it
   */
  #hear(peer, message, now) {
    const from = now ? peer.id : message.from;
    if (from === this.self.id) {
      return; // nobody else can vouch for the local messages
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
   * Sends the messages that the peer lacks: the latest ones, as many as the limit allows.
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
   * @returns {boolean} whether the peer may send so much now
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
 * @param {any} message from a peer; may be any JSON
 * @returns the valid members, or null if the message is not valid
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
 * Combines both ids, since two people may choose the same id, one of them on purpose.
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
