// A file transfer on the receiving side.

import { log } from "../base/log.js";
import { cleanFileName } from "../base/names.js";
import { crc32 } from "./checksum.js";
import { receiveFile } from "./received-file.js";
import { messageOf, READ, Transfer } from "./transfer.js";

/** The browser must never show the file, only save it: with the sender's type, HTML would run in this origin. */
const TYPE = "application/octet-stream";

/** The states in which the sender may end the transfer. @type {unknown[]} */
const ENDS_OF_SENDER = ["cancelled", "broken"];

/** A file that the peer offers and sends. It has no name until the offer arrives. */
export class IncomingFile extends Transfer {
  #checksum = 0;
  #accepted = false;
  /** @type {import("./received-file.js").ReceivedFile | null} */
  #written = null;
  #told = 0;
  /** The file, once it is `done`. @type {Blob | null} */
  content = null;

  /** The person can only decide after the offer has arrived. */
  get undecided() {
    return this.name !== "" && super.undecided;
  }

  /** Accepts the offer. */
  async accept() {
    if (this.#accepted || this.ended) {
      return;
    }
    this.#accepted = true;
    try {
      this.#written = await receiveFile(this.size);
    } catch (error) {
      log("info", "There is no room for the file:", error);
      await this.end("too-large");
      return;
    }
    if (this.ended) { // meanwhile
      await this.#written.discard();
      return;
    }
    this.state = "moving";
    this.changed();
    this.tell({ accept: true });
  }

  /** @param {string | ArrayBuffer} data */
  async receive(data) {
    if (typeof data !== "string") {
      await this.#write(new Uint8Array(data));
      return;
    }
    const message = messageOf(data);
    if (message.offer !== undefined) {
      this.#offer(message.offer);
    } else if (message.checksum !== undefined) {
      await this.#finish(message.checksum);
    } else if (message.end !== undefined) {
      await this.end(ENDS_OF_SENDER.includes(message.end) ? message.end : "broken");
    }
  }

  /** Refuses the offer, or stops the transfer. */
  cancel() {
    this.end(this.state === "offered" ? "refused" : "cancelled");
  }

  /** @param {import("./transfer.js").State} state */
  async end(state) {
    const unfinished = !this.ended;
    await super.end(state);
    if (unfinished) {
      await this.#written?.discard();
    }
  }

  /** @param {any} offer */
  #offer({ name, size }) {
    if (this.name || typeof name !== "string" || !Number.isSafeInteger(size) || size < 0) {
      throw new Error("The peer sent an invalid or a second offer.");
    }
    this.name = cleanFileName(name);
    this.size = size;
    this.changed();
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  async #write(bytes) {
    if (this.state !== "moving" || !this.#written || this.bytes + bytes.length > this.size) {
      throw new Error("The peer sent more than it offered, or sent before the offer was accepted.");
    }
    this.#checksum = crc32(bytes, this.#checksum);
    await this.#written.write(bytes);
    this.progress(this.bytes + bytes.length);
    if (this.bytes - this.#told >= READ || this.bytes === this.size) {
      this.#told = this.bytes;
      this.tell({ received: this.bytes });
    }
  }

  /** @param {unknown} checksum of the whole file */
  async #finish(checksum) {
    if (!this.#written || this.bytes !== this.size || checksum !== this.#checksum) {
      throw new Error("The file arrived incomplete or changed.");
    }
    const content = await this.#written.finish(TYPE);
    if (!this.ended) {
      this.content = content;
      this.settle("done"); // then the sender closes the channel
    }
  }
}

/** @param {RTCDataChannel} channel of a file to refuse without asking */
export function refuse(channel) {
  const answer = () => {
    channel.send(JSON.stringify({ end: "refused" }));
    channel.close();
  };
  if (channel.readyState === "open") {
    answer();
  } else {
    channel.onopen = answer;
  }
}
