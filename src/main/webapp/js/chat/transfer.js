// A file on its way from one browser to another, through a data channel of its own; PROTOCOL.md has its messages.

import { log } from "../base/log.js";

/** What goes into one message, in bytes: every browser takes that much. */
export const PIECE = 64 * 1024;

/** How much is read at once, and how much arrives before the sender hears of it. */
export const READ = 16 * PIECE;

/** How much may be on its way before the other side has written it; else a slow disk there would fill its memory. */
export const WINDOW = 16 * 1024 * 1024;

/** What a message that waits for its turn takes at least, in bytes: memory, however little is in it. */
const OVERHEAD = 1024;

/** How far back the speed is measured, in milliseconds. */
const RECENTLY = 3_000;

/** How often progress is shown at most, in milliseconds. */
const SHOWN_EVERY = 100;

/** How often the channel is looked at, in milliseconds. */
const LOOK_EVERY = 1_000;

/** It is given up after so many looks without progress: connections that are lost for a while come back earlier. */
const PATIENCE = 60;

/**
 * - `offered`: nobody has said yes yet
 * - `moving`
 * - `done`: it is there, as it was sent
 * - `refused`, `cancelled` by either side, `broken` (the connection, the checksum, or nonsense), `too-large` for the
 *   receiver
 * @typedef {"offered" | "moving" | "done" | "refused" | "cancelled" | "broken" | "too-large"} State
 */

/** @type {State[]} */
const ENDS = ["done", "refused", "cancelled", "broken", "too-large"];

/**
 * What the other side says: an object. Members that are unknown here mean nothing.
 * @param {string} text
 * @returns {any}
 */
export function messageOf(text) {
  const message = JSON.parse(text);
  if (message === null || typeof message !== "object") {
    throw new Error("no message");
  }
  return message;
}

/** What both sides have in common. Events: `change`, Event: `state` or `bytes` is another. */
export class Transfer extends EventTarget {
  /** @type {State} */
  state = "offered";
  name = "";
  /** In bytes, as is `bytes`: how much has arrived. */
  size = 0;
  bytes = 0;
  /** @type {{time: number, bytes: number}[]} */
  #recent = [];
  /** Everything that is done with the channel, one after the other. */
  #work = Promise.resolve();
  /** What waits for that, in bytes. */
  #queued = 0;
  #looks = 0;
  #look;

  /** @param {RTCDataChannel} channel nobody else uses */
  constructor(channel) {
    super();
    this.channel = channel;
    channel.binaryType = "arraybuffer";
    channel.onmessage = ({ data }) => this.#take(data);
    channel.onclose = () => this.#next(() => this.end("broken")); // unless it has ended before
    this.#look = setInterval(() => this.#lookAfter(), LOOK_EVERY);
  }

  get ended() {
    return this.state !== "offered" && this.state !== "moving";
  }

  /** Whether it is up to a person to go on. */
  get undecided() {
    return this.state === "offered" && this.channel.readyState === "open";
  }

  /** In bytes per second, lately. */
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

  /** @param {State} state the last one; if there was a last one before, that stays */
  async end(state) {
    if (!this.ended) {
      this.settle(ENDS.includes(state) ? state : "broken");
      this.channel.close(); // after what was said has been sent
    }
  }

  /** @param {State} state the last one, which the other side is told */
  settle(state) {
    this.state = state;
    clearInterval(this.#look);
    this.tell({ end: state });
    this.changed();
  }

  /** @param {number} bytes that have arrived by now */
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
      log("warn", "a file comes faster than anybody allowed");
      this.end("broken"); // at once: the work before it is what there is too much of
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
   * Browsers tell a page of a channel that the other side has closed, but not of one that ended with the page's own
   * connection, and nobody tells of another side that does nothing any more.
   */
  #lookAfter() {
    if (this.channel.readyState === "closed") {
      this.#next(() => this.end("broken"));
    } else if (!this.undecided && this.#queued === 0 && ++this.#looks > PATIENCE) {
      log("info", "a file does not get on");
      this.end("broken");
    }
  }

  /** @param {() => Promise<any>} task */
  #next(task) {
    this.#work = this.#work.then(task).catch((error) => {
      log("warn", "a file was not transferred:", error);
      return this.end(error.name === "QuotaExceededError" ? "too-large" : "broken");
    });
  }
}
