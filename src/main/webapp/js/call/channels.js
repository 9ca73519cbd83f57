// The data channels of one connection: one for all messages, and one for each file.

import { log } from "../base/log.js";
import { TokenBucket } from "../base/token-bucket.js";

/** The channel for messages. Both sides create it, so that neither waits for its announcement. */
const MESSAGES = { label: "visavis", options: { negotiated: true, id: 0 } };

/** How many messages the other side may send. A page needs far fewer, even when it sends the whole chat history. */
const MESSAGES_ALLOWED = { burst: 1_000, perSecond: 100 };

/** The number of characters that count as one more message. */
const COUNTED_AS_ONE = 4_096;

/** How many channels the other side may have open, one for each file that it offers or sends. */
const OPEN_AT_MOST = 64;

/**
 * The channels of one connection.
 *
 * Events, each a CustomEvent unless said otherwise:
 * - `open`: Event, messages can be sent
 * - `message`: `detail` is the object that the other side gave to `say`
 * - `channel`: `detail` is an RTCDataChannel that the other side has opened
 */
export class Channels extends EventTarget {
  #connection;
  #messages;
  /** How many channels of the other side are open. */
  #open = 0;
  #allowed = new TokenBucket(MESSAGES_ALLOWED);

  /** @param {RTCPeerConnection} connection a new connection */
  constructor(connection) {
    super();
    this.#connection = connection;
    connection.ondatachannel = ({ channel }) => this.#admit(channel);
    this.#messages = connection.createDataChannel(MESSAGES.label, MESSAGES.options);
    this.#messages.onopen = () => this.dispatchEvent(new Event("open"));
    this.#messages.onmessage = ({ data }) => this.#heard(data);
  }

  /** Whether messages reach the other side. */
  get isOpen() {
    return this.#messages.readyState === "open";
  }

  /** @param {object} message to the other side; dropped while the channel is not open */
  say(message) {
    if (this.isOpen) {
      this.#messages.send(JSON.stringify(message));
    }
  }

  /**
   * Opens another channel, for data that would delay messages.
   * @param {string} label
   */
  open(label) {
    return this.#connection.createDataChannel(label);
  }

  /** @param {RTCDataChannel} channel opened by the other side */
  #admit(channel) {
    if (this.#open === OPEN_AT_MOST) {
      log("info", "A peer opens too many data channels. One is closed.");
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
      log("warn", "A peer sent a message that is not JSON:", error);
    }
    if (message && typeof message === "object") {
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
    }
  }
}
