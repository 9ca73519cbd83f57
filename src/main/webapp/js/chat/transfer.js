// A file on its way between two browsers, over its own data channel; PROTOCOL.md has the messages.

import { log } from "../base/log.js";

/** The size of one data message, in bytes; every browser accepts that much. */
export const PIECE = 64 * 1024;

/** How much is read at once, and how often the receiver confirms, in bytes. */
export const READ = 16 * PIECE;

/** How much may be unconfirmed, in bytes. Without a limit, a slow disk would fill the receiver's memory. */
export const WINDOW = 16 * 1024 * 1024;

/** The least cost of a queued message, in bytes: even a short one takes memory. */
const OVERHEAD = 1024;

/** The time over which the speed is measured, in milliseconds. */
const RECENTLY = 3_000;

/** The shortest time between two progress events, in milliseconds. */
const SHOWN_EVERY = 100;

/** How often to check the channel, in milliseconds. */
const LOOK_EVERY = 1_000;

/** The transfer fails after so many checks without progress. Lost connections return sooner. */
const PATIENCE = 60;

/**
 * - `offered`: not accepted yet
 * - `moving`
 * - `done`: has arrived, unchanged
 * - `refused`, `cancelled` by either side, `broken` (connection, checksum, invalid data), `too-large` to receive
 * @typedef {"offered" | "moving" | "done" | "refused" | "cancelled" | "broken" | "too-large"} State
 */

/** @type {State[]} */
const ENDS = ["done", "refused", "cancelled", "broken", "too-large"];

/**
 * Parses a message of the other side, which must be an object. Unknown members are ignored.
 * @param {string} text
 * @returns {any}
 */
export function messageOf(text) {
  const message = JSON.parse(text);
  if (message === null || typeof message !== "object") {
    throw new Error("The peer sent a message that is not an object.");
  }
  return message;
}

/** What both sides share. Events: `change`, Event: `state` or `bytes` has changed. */
export class Transfer extends EventTarget {
  /** @type {State} */
  state = "offered";
  name = "";
  /** In bytes, like `bytes`, which has arrived. */
  size = 0;
  bytes = 0;
  /** @type {{time: number, bytes: number}[]} */
  #recent = [];
  /** The tasks on the channel, one after the other. */
  #work = Promise.resolve();
  /** The size of the waiting tasks, in bytes. */
  #queued = 0;
  #looks = 0;
  #look;

  /** @param {RTCDataChannel} channel used by nothing else */
  constructor(channel) {
    super();
    this.channel = channel;
    channel.binaryType = "arraybuffer";
    channel.onmessage = ({ data }) => this.#take(data);
    channel.onclose = () => this.#next(() => this.end("broken")); // ignored if it has ended before
    this.#look = setInterval(() => this.#lookAfter(), LOOK_EVERY);
  }

  get ended() {
    return this.state !== "offered" && this.state !== "moving";
  }

  /** Whether the transfer waits for a person. */
  get undecided() {
    return this.state === "offered" && this.channel.readyState === "open";
  }

  /** In bytes per second, over the last seconds. */
  get speed() {
    const [first] = this.#recent;
    const last = this.#recent.at(-1);
    const seconds = first && last ? (last.time - first.time) / 1000 : 0;
    return first && last && seconds > 0 ? (last.bytes - first.bytes) / seconds : 0;
  }

  cancel() {
    this.end("cancelled");
  }

  /**
   * @param {string | ArrayBuffer} _data from the other side
   * @returns {Promise<void>}
   */
  async receive(_data) {}

  /** @param {State} state the final state, unless there is one already */
  async end(state) {
    if (!this.ended) {
      this.settle(ENDS.includes(state) ? state : "broken");
      this.channel.close(); // after the queued messages are sent
    }
  }

  /** @param {State} state the final state, which is sent to the other side */
  settle(state) {
    this.state = state;
    clearInterval(this.#look);
    this.tell({ end: state });
    this.changed();
  }

  /** @param {number} bytes arrived so far */
  progress(bytes) {
    const time = performance.now();
    this.bytes = bytes;
    this.#looks = 0;
    if (time - (this.#recent.at(-1)?.time ?? -Infinity) >= SHOWN_EVERY) {
      this.#recent = [...this.#recent.filter((each) => time - each.time < RECENTLY), { time, bytes }];
      this.changed();
    }
  }

  /** @param {object} message */
  tell(message) {
    if (this.channel.readyState === "open") {
      this.channel.send(JSON.stringify(message));
    }
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string | ArrayBuffer} data */
  #take(data) {
    const size = Math.max(OVERHEAD, typeof data === "string" ? data.length : data.byteLength);
    if (this.ended) {
      return;
    }
    this.#queued += size;
    if (this.#queued > 2 * WINDOW) {
      log("warn", "A peer sends a file faster than this page allows. The transfer is ended.");
      this.end("broken"); // at once: the queue is what is too long
    } else {
      this.#next(async () => {
        this.#queued -= size;
        if (!this.ended) {
          await this.receive(data);
        }
      });
    }
  }

  /**
   * Checks the channel. Browsers report a channel that the other side has closed, but not one that ended with this
   * side's connection, and nothing reports a side that has stopped working.
   */
  #lookAfter() {
    if (this.channel.readyState === "closed") {
      this.#next(() => this.end("broken"));
    } else if (!this.undecided && this.#queued === 0 && ++this.#looks > PATIENCE) {
      log("info", "A file transfer makes no progress and is ended.");
      this.end("broken");
    }
  }

  /** @param {() => Promise<any>} task */
  #next(task) {
    this.#work = this.#work.then(task).catch((error) => {
      log("warn", "A file transfer failed:", error);
      return this.end(error.name === "QuotaExceededError" ? "too-large" : "broken");
    });
  }
}
