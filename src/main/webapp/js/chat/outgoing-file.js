// A file transfer on the sending side.

import { log } from "../base/log.js";
import { crc32 } from "./checksum.js";
import { messageOf, PIECE, READ, Transfer, WINDOW } from "./transfer.js";

/** A file that this side sends. It is offered as soon as the channel opens. */
export class OutgoingFile extends Transfer {
  #file;
  #checksum = 0;
  #sent = 0;
  #sending = false;
  /** Whether all data and the checksum have been sent. */
  #complete = false;

  /**
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
    const message = messageOf(String(data));
    if (message.accept === true) {
      this.#begin();
    } else if (message.received !== undefined) {
      this.#acknowledge(message.received);
    } else if (message.end !== undefined) {
      const early = message.end === "done" && !(this.#complete && this.bytes === this.size);
      await this.end(early ? "broken" : message.end);
    }
    this.#send();
  }

  #begin() {
    if (this.state === "offered") {
      this.state = "moving";
      this.changed();
    }
  }

  /** @param {unknown} bytes */
  #acknowledge(bytes) {
    if (typeof bytes !== "number" || !Number.isInteger(bytes) || bytes < this.bytes || bytes > this.#sent) {
      throw new Error("The peer confirms more bytes than were sent.");
    }
    this.progress(bytes);
  }

  /** Sends as much as the window allows; each answer and each drained buffer continues it. */
  async #send() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    try {
      while (this.state === "moving" && this.#sent < this.size && this.#mayGoOn) {
        await this.#sendSome();
      }
      if (this.state === "moving" && this.#sent === this.size && !this.#complete) {
        this.#complete = true;
        this.tell({ checksum: this.#checksum });
      }
    } catch (error) { // the file was moved or changed, or the channel is closed
      log("info", "A file could not be sent:", error);
      await this.end("broken");
    } finally {
      this.#sending = false;
    }
  }

  async #sendSome() {
    const bytes = new Uint8Array(await this.#file.slice(this.#sent, this.#sent + READ).arrayBuffer());
    if (bytes.length === 0) {
      throw new Error("The file has become shorter while it was sent.");
    }
    this.#checksum = crc32(bytes, this.#checksum);
    for (let at = 0; at < bytes.length && this.state === "moving"; at += PIECE) {
      this.channel.send(bytes.subarray(at, at + PIECE));
    }
    this.#sent += bytes.length;
  }

  get #mayGoOn() {
    return this.#sent - this.bytes < WINDOW && this.channel.bufferedAmount <= READ;
  }
}
