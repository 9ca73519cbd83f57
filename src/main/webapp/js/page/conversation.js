// Chat and files during a call: brings together what is said, the connections it goes through, and the panel.

import { text } from "../base/i18n.js";
import { TokenBucket } from "../base/token-bucket.js";
import { Roster } from "../call/roster.js";
import { Router } from "../call/router.js";
import { ChatPanel } from "../chat/chat-panel.js";
import { Chat } from "../chat/chat.js";
import { IncomingFile, refuse } from "../chat/incoming-file.js";
import { OutgoingFile } from "../chat/outgoing-file.js";
import { SidePanel } from "./side-panel.js";

/** The label of a data channel that carries a file. */
const FILE = "file";

/** How many files may be offered or on their way between two people, in each direction. */
const MOST_FILES = 30;

/** How many files somebody may offer: twice as many at once as can wait, as some are refused or done soon. */
const OFFERING = { burst: 2 * MOST_FILES, perSecond: 0.5 };

/** How much of a message is read out, in characters. */
const READ_OUT = 300;

/** The types of the messages that are the chat's. */
const CHAT = ["chat", "chat-known", "chat-history"];

/**
 * What goes on with one peer.
 * @typedef {{bucket: TokenBucket, flooded: boolean, incoming: Set<IncomingFile>, outgoing: Set<OutgoingFile>}} Files
 */

/**
 * From the welcome until `end()`, again and again.
 *
 * Events:
 * - `heard`: CustomEvent, `detail` is the text: somebody wrote something, or offers a file
 * - `problem`: CustomEvent, `detail` is `{code, count}`: `nobody` is there to send a file to, more than `count` are
 *   `too-many-files`, a message is `too-long`, or comes `too-fast` after the others
 */
export class Conversation extends EventTarget {
  #carrier;
  #sidePanel;
  #nameOf;
  #panel = new ChatPanel();
  /** @type {Chat | null} only during a call */
  #chat = null;
  /** @type {Map<string, Files>} by id of a peer */
  #files = new Map();
  #unread = 0;

  /**
   * @param {object} options
   * @param {import("../call/carrier.js").Carrier} options.carrier
   * @param {Roster} options.roster
   * @param {Router} options.router
   * @param {SidePanel} options.sidePanel
   * @param {(id: string) => string} options.nameOf a peer
   */
  constructor({ carrier, roster, router, sidePanel, nameOf }) {
    super();
    this.#carrier = carrier;
    this.#sidePanel = sidePanel;
    this.#nameOf = nameOf;
    for (const type of CHAT) {
      router.route(type, (id, message) => this.#chat?.receive({ id, name: nameOf(id) }, message));
    }
    carrier.addEventListener("open", (/** @type {any} */ { detail }) => this.#chat?.opened(detail.id));
    carrier.addEventListener("channel", (/** @type {any} */ { detail }) => this.#offered(detail));
    roster.addEventListener("left", (/** @type {any} */ { detail }) => this.#left(detail.id));
    sidePanel.addEventListener("change", () => this.#count(this.#unread));
    document.addEventListener("visibilitychange", () => this.#count(this.#unread));
    this.#panel.addEventListener("write", (/** @type {any} */ event) => this.#write(event));
    this.#panel.addEventListener("send", (/** @type {any} */ { detail }) => this.#send(detail));
    this.#panel.addEventListener("problem", (/** @type {any} */ { detail }) => this.#tell(detail.code));
  }

  /**
   * @param {{id: string, name: string}} self as the server says; another id after a loss does not begin anything anew
   */
  begin(self) {
    if (this.#chat) {
      this.#chat.self = self;
      return;
    }
    const chat = (this.#chat = new Chat(self, (message, to) => this.#carrier.say(message, to)));
    chat.addEventListener("message", (/** @type {any} */ { detail: message }) => {
      this.#panel.add(message);
      if (!message.own) {
        this.#heard(text("chat-from", { ...message, text: message.text.slice(0, READ_OUT) }));
      }
    });
    chat.addEventListener("confirmed", (/** @type {any} */ { detail }) => this.#panel.confirm(detail));
    chat.addEventListener("flood", (/** @type {any} */ { detail }) => this.#panel.say(text("chat-flood", detail)));
    this.#carrier.reachable.forEach((id) => chat.opened(id));
  }

  end() {
    this.#chat = null;
    for (const id of [...this.#files.keys()]) {
      this.#left(id);
    }
    this.#panel.clear();
    this.#count(0);
  }

  /** @param {CustomEvent} event */
  #write(event) {
    if (!this.#chat?.write(event.detail)) {
      event.preventDefault();
      this.#tell("too-fast");
    }
  }

  /** @param {{id: string, channel: RTCDataChannel}} opened by a peer */
  #offered({ id, channel }) {
    if (channel.label !== FILE || !this.#chat) {
      channel.close();
      return;
    }
    const files = this.#filesOf(id);
    if (files.incoming.size >= MOST_FILES || !files.bucket.take()) {
      refuse(channel);
      if (!files.flooded) {
        files.flooded = true;
        this.#panel.say(text("file-flood", { name: this.#nameOf(id) }));
      }
      return;
    }
    const transfer = new IncomingFile(channel);
    this.#keep(files.incoming, transfer);
    const announce = () => {
      if (transfer.name) { // else it ended before it began
        this.#panel.addTransfer(transfer, this.#nameOf(id), false);
        this.#heard(text("file-from", { name: this.#nameOf(id) }));
      }
    };
    transfer.addEventListener("change", announce, { once: true });
  }

  /** @param {File[]} files for everybody who is there */
  #send(files) {
    const ids = this.#carrier.reachable;
    if (ids.length === 0) {
      this.#tell("nobody");
    } else if (ids.some((id) => this.#filesOf(id).outgoing.size + files.length > MOST_FILES)) {
      this.#tell("too-many-files");
    } else {
      ids.forEach((id) => files.forEach((file) => this.#sendTo(id, file)));
    }
  }

  /**
   * @param {string} id
   * @param {File} file
   */
  #sendTo(id, file) {
    const channel = this.#carrier.openChannel(id, FILE);
    if (channel) {
      const transfer = new OutgoingFile(channel, file);
      this.#keep(this.#filesOf(id).outgoing, transfer);
      this.#panel.addTransfer(transfer, this.#nameOf(id), true);
    }
  }

  /**
   * @template {IncomingFile | OutgoingFile} T
   * @param {Set<T>} transfers that are not over
   * @param {T} transfer
   */
  #keep(transfers, transfer) {
    transfers.add(transfer);
    transfer.addEventListener("change", () => {
      if (transfer.ended) {
        transfers.delete(transfer);
      }
    });
  }

  /** @param {string} id of a peer @returns {Files} */
  #filesOf(id) {
    const files = this.#files.get(id) ?? {
      bucket: new TokenBucket(OFFERING),
      flooded: false,
      incoming: new Set(),
      outgoing: new Set(),
    };
    this.#files.set(id, files);
    return files;
  }

  /** @param {string} id of a peer whose connection is gone for good */
  #left(id) {
    const { incoming = [], outgoing = [] } = this.#files.get(id) ?? {};
    [...incoming, ...outgoing].forEach((transfer) => transfer.end("broken"));
    this.#files.delete(id);
    this.#chat?.left(id);
  }

  /** @param {string} code of a problem */
  #tell(code) {
    this.dispatchEvent(new CustomEvent("problem", { detail: { code, count: MOST_FILES } }));
  }

  /** @param {string} summary */
  #heard(summary) {
    if (this.#sidePanel.open !== "chat" || document.hidden) { // else the list of messages is read out as it grows
      this.#count(this.#unread + 1);
      this.dispatchEvent(new CustomEvent("heard", { detail: summary }));
    }
  }

  /** @param {number} unread */
  #count(unread) {
    this.#unread = this.#sidePanel.open === "chat" && !document.hidden ? 0 : unread;
    this.#panel.showUnread(this.#unread);
  }
}
