// The data channels of one connection: one that all messages go through, and those that carry files.

import { log } from "../base/log.js";
import { TokenBucket } from "../base/token-bucket.js";

/** The channel of all messages; both sides make it, so that nobody waits for it to be announced. */
const MESSAGES = { label: "visavis", options: { negotiated: true, id: 0 } };

/**
 * How many messages the other side may send: far more than a page does, also when it has the whole chat to tell of.
 */
const MESSAGES_ALLOWED = { burst: 1_000, perSecond: 100 };

/** So many characters count as one message more. */
const COUNTED_AS_ONE = 4_096;

/** How many channels the other side may have open here; each is a file that is offered or on its way. */
const OPEN_AT_MOST = 64;

/**
 * Events, each a CustomEvent unless said otherwise:
 * - `open`: Event, messages can be sent from now on
 * - `message`: `detail` is what the other side's `say` was given
 * - `channel`: `detail` is an RTCDataChannel that the other side has opened
 */
export class Channels extends EventTarget {
  #connection;
  #messages;
  /** How many of the other side are open. */
  #open = 0;
  #allowed = new TokenBucket(MESSAGES_ALLOWED);

  /** @param {RTCPeerConnection} connection that was made just now */
  constructor(connection) {
    super();
    this.#connection = connection;
    connection.ondatachannel = ({ channel }) => this.#admit(channel);
    this.#messages = connection.createDataChannel(MESSAGES.label, MESSAGES.options);
    this.#messages.onopen = () => this.dispatchEvent(new Event("open"));
    this.#messages.onmessage = ({ data }) => this.#heard(data);
  }

  /** Whether `say` reaches the other side. */
  get isOpen() {
    return this.#messages.readyState === "open";
  }

  /** @param {object} message for the other side, past the server; lost while the connection is not open */
  say(message) {
    if (this.isOpen) {
      this.#messages.send(JSON.stringify(message));
    }
  }

  /**
   * A channel of its own, for what would hold up messages.
   * @param {string} label
   */
  open(label) {
    return this.#connection.createDataChannel(label);
  }

  /** @param {RTCDataChannel} channel that the other side has opened */
  #admit(channel) {
    if (this.#open === OPEN_AT_MOST) {
      log("info", "too many channels");
      channel.close();
      return;
    }
    this.#open++;
    channel.addEventListener("close", () => this.#open--);
    this.dispatchEvent(new CustomEvent("channel", { detail: channel }));
  }

  /** @param {string} text */
  #heard(text) {
    if (!this.#allowed.take(performance.now(), 1 + text.length / COUNTED_AS_ONE)) {
      return;
    }
    let message;
    try {
      message = JSON.parse(text);
    } catch (error) {
      log("warn", "a message could not be understood:", error);
    }
    if (message && typeof message === "object") {
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
    }
  }
}
