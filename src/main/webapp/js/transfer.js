// A file on its way from one browser to another, through a data channel of its own; PROTOCOL.md has its messages.

import { crc32 } from "./checksum.js";
import { log } from "./log.js";
import { receiveFile } from "./received-file.js";

/** What goes into one message, in bytes: every browser takes that much. */
const PIECE = 64 * 1024;

/** How much is read at once. */
const READ = 16 * PIECE;

/** How much may be on its way before the other side has written it; else a slow disk there would fill its memory. */
const WINDOW = 16 * 1024 * 1024;

/** How far back the speed is measured, in milliseconds. */
const RECENTLY = 3_000;

/**
 * - `offered`: nobody has said yes yet
 * - `moving`
 * - `done`: it is there, as it was sent
 * - `refused`, `cancelled` by either side, `broken` (the connection, or the checksum), `too-large` for the receiver
 * @typedef {"offered" | "moving" | "done" | "refused" | "cancelled" | "broken" | "too-large"} State
 */

/** @type {State[]} */
const ENDS = ["done", "refused", "cancelled", "broken", "too-large"];

/** What both sides have in common. Events: `change`, Event: `state` or `bytes` is another. */
class Transfer extends EventTarget {
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

  /** @param {RTCDataChannel} channel nobody else uses */
  constructor(channel) {
    super();
    this.channel = channel;
    channel.binaryType = "arraybuffer";
    channel.onmessage = ({ data }) => this.#next(() => this.receive(data));
    channel.onclose = () => this.#next(() => this.end("broken")); // unless it has ended before
  }

  get ended() {
    return this.state !== "offered" && this.state !== "moving";
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
      this.state = ENDS.includes(state) ? state : "broken";
      this.tell({ end: this.state });
      this.channel.close(); // after what was said has been sent
      this.changed();
    }
  }

  /** @param {number} bytes that have arrived by now */
  progress(bytes) {
    const time = performance.now();
    this.bytes = bytes;
    this.#recent = [...this.#recent.filter((each) => time - each.time < RECENTLY), { time, bytes }];
    this.changed();
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

  /** @param {() => Promise<any>} task */
  #next(task) {
    this.#work = this.#work.then(task).catch((error) => {
      log("warn", "a file was not transferred:", error);
      return this.end("broken");
    });
  }
}

/** At the side of the one who has the file. */
export class OutgoingFile extends Transfer {
  #file;
  #checksum = 0;
  #sent = 0;
  #sending = false;

  /**
   * Offers it as soon as the channel opens.
   * @param {RTCDataChannel} channel
   * @param {File} file
   */
  constructor(channel, file) {
    super(channel);
    this.#file = file;
    this.name = file.name;
    this.size = file.size;
    channel.bufferedAmountLowThreshold = READ;
    channel.onbufferedamountlow = () => this.#send();
    channel.onopen = () => this.tell({ offer: { name: file.name, size: file.size, type: file.type } });
  }

  /** @param {string | ArrayBuffer} data */
  async receive(data) {
    const message = JSON.parse(String(data));
    if (message.accept) {
      this.state = "moving";
      this.changed();
    } else if (message.received !== undefined) {
      this.progress(message.received);
    } else if (message.end) {
      await this.end(message.end);
    }
    this.#send();
  }

  /** Sends as much as may be on its way; what comes back starts it again. */
  async #send() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    try {
      while (this.state === "moving" && this.#sent < this.size && this.#mayGoOn) {
        const bytes = new Uint8Array(await this.#file.slice(this.#sent, this.#sent + READ).arrayBuffer());
        this.#checksum = crc32(bytes, this.#checksum);
        for (let at = 0; at < bytes.length && this.state === "moving"; at += PIECE) {
          this.channel.send(bytes.subarray(at, at + PIECE));
        }
        this.#sent += bytes.length;
        if (this.#sent === this.size) {
          this.tell({ checksum: this.#checksum });
        }
      }
      if (this.size === 0 && this.state === "moving") {
        this.tell({ checksum: 0 });
      }
    } catch (error) { // the file was moved or changed, or the channel is gone
      log("info", "a file was not sent:", error);
      await this.end("broken");
    } finally {
      this.#sending = false;
    }
  }

  get #mayGoOn() {
    return this.#sent - this.bytes < WINDOW && this.channel.bufferedAmount <= READ;
  }
}

/** At the side of the one who gets it. */
export class IncomingFile extends Transfer {
  #type = "";
  #checksum = 0;
  /** @type {import("./received-file.js").ReceivedFile | null} */
  #written = null;
  #told = 0;
  /** What has arrived, once it is `done`. @type {Blob | null} */
  content = null;

  /** Says yes to what is offered. */
  async accept() {
    try {
      this.#written = await receiveFile(this.size);
      this.state = "moving";
      this.changed();
      this.tell({ accept: true });
    } catch (error) {
      log("info", "no room for a file:", error);
      await this.end("too-large");
    }
  }

  /** @param {string | ArrayBuffer} data */
  async receive(data) {
    if (typeof data !== "string") {
      await this.#write(new Uint8Array(data));
      return;
    }
    const message = JSON.parse(data);
    if (message.offer && this.name === "") {
      this.name = String(message.offer.name).slice(0, 255) || "?";
      this.size = Math.max(0, Math.floor(Number(message.offer.size)));
      this.#type = String(message.offer.type ?? "");
      this.changed();
    } else if (message.checksum !== undefined) {
      await this.#finish(message.checksum);
    } else if (message.end) {
      await this.end(message.end);
    }
  }

  /** Says no, or stops it. */
  cancel() {
    this.end(this.state === "offered" ? "refused" : "cancelled");
  }

  /** @param {State} state */
  async end(state) {
    const unfinished = !this.ended;
    await super.end(state);
    if (unfinished) {
      await this.#written?.discard();
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  async #write(bytes) {
    if (this.state !== "moving" || !this.#written || this.bytes + bytes.length > this.size) {
      throw new Error("more than was offered, or before anybody said yes");
    }
    this.#checksum = crc32(bytes, this.#checksum);
    await this.#written.write(bytes);
    this.progress(this.bytes + bytes.length);
    if (this.bytes - this.#told >= READ || this.bytes === this.size) {
      this.#told = this.bytes;
      this.tell({ received: this.bytes });
    }
  }

  /** @param {number} checksum of all that was sent */
  async #finish(checksum) {
    if (!this.#written || this.bytes !== this.size || checksum !== this.#checksum) {
      await this.end("broken");
      return;
    }
    this.content = await this.#written.finish(this.#type);
    this.state = "done";
    this.tell({ end: "done" }); // then the sender closes the channel
    this.changed();
  }
}
