// Chat and files during a call: connects the chat, the data channels and the panel.

import { on } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { TokenBucket } from "../base/token-bucket.js";
import { Roster } from "../call/roster.js";
import { Router } from "../call/router.js";
import { ChatPanel } from "../chat/chat-panel.js";
import { Chat } from "../chat/chat.js";
import { IncomingFile, refuse } from "../chat/incoming-file.js";
import { OutgoingFile } from "../chat/outgoing-file.js";
import { SidePanel } from "./side-panel.js";

/** The label of data channels that carry a file. */
const FILE = "file";

/** The most files that may be offered or moving between two people, in each direction. */
const MOST_FILES = 30;

/** How many files a peer may offer: twice as many at once as may wait, since some are refused or finish soon. */
const OFFERING = { burst: 2 * MOST_FILES, perSecond: 0.5 };

/** How much of a message is announced, in characters. */
const READ_OUT = 300;

/** The message types of the chat. */
const CHAT = ["chat", "chat-known", "chat-history"];

/**
 * The files of one peer.
 * @typedef {{bucket: TokenBucket, flooded: boolean, incoming: Set<IncomingFile>, outgoing: Set<OutgoingFile>}} Files
 */

/**
 * Runs from the welcome until `end()`, call after call.
 *
 * Events:
 * - `heard`: CustomEvent, `detail` is a text to announce: a peer wrote a message or offers a file
 * - `problem`: CustomEvent, `detail` is `{code, count}`: `nobody` to send a file to, more than `count` files
 *   (`too-many-files`), or a message that is `too-long` or comes `too-fast`
 */
export class Conversation extends EventTarget {
  #carrier;
  #sidePanel;
  #nameOf;
  #panel = new ChatPanel();
  /** @type {Chat | null} only during a call */
  #chat = null;
  /** @type {Map<string, Files>} by id of the peer */
  #files = new Map();
  #unread = 0;

  /**
   * @param {object} options
   * @param {import("../call/carrier.js").Carrier} options.carrier
   * @param {Roster} options.roster
   * @param {Router} options.router
   * @param {SidePanel} options.sidePanel
   * @param {(id: string) => string} options.nameOf of a peer
   */
  constructor({ carrier, roster, router, sidePanel, nameOf }) {
    super();
    this.#carrier = carrier;
    this.#sidePanel = sidePanel;
    this.#nameOf = nameOf;
    for (const type of CHAT) {
      router.route(type, (id, message) => this.#chat?.receive({ id, name: nameOf(id) }, message));
    }
    on(carrier, "open", (detail) => this.#chat?.opened(detail.id));
    on(carrier, "channel", (detail) => this.#offered(detail));
    on(roster, "left", (detail) => this.#left(detail.id));
    sidePanel.addEventListener("change", () => this.#count(this.#unread));
    document.addEventListener("visibilitychange", () => this.#count(this.#unread));
    this.#panel.addEventListener("write", (/** @type {any} */ event) => this.#write(event));
    on(this.#panel, "send", (detail) => this.#send(detail));
    on(this.#panel, "problem", (detail) => this.#tell(detail.code));
  }

  /** @param {{id: string, name: string}} self as the server says; the id may change after a loss; the chat goes on */
  begin(self) {
    if (this.#chat) {
      this.#chat.self = self;
      return;
    }
    const chat = new Chat(self, (message, to) => this.#carrier.say(message, to));
    this.#chat = chat;
    on(chat, "message", (message) => {
      this.#panel.add(message);
      if (!message.own) {
        this.#heard(text("chat-from", { ...message, text: message.text.slice(0, READ_OUT) }));
      }
    });
    on(chat, "confirmed", (detail) => this.#panel.confirm(detail));
    on(chat, "flood", (detail) => this.#panel.say(text("chat-flood", detail)));
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

  /** @param {{id: string, channel: RTCDataChannel}} opened a channel that a peer has opened */
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
      if (transfer.name) { // otherwise it ended before its offer arrived
        this.#panel.addTransfer(transfer, this.#nameOf(id), false);
        this.#heard(text("file-from", { name: this.#nameOf(id) }));
      }
    };
    transfer.addEventListener("change", announce, { once: true });
  }

  /** @param {File[]} files for all peers */
  #send(files) {
    const ids = this.#carrier.reachable;
    if (ids.length === 0) {
      this.#tell("nobody");
    } else if (ids.some((id) => this.#filesOf(id).outgoing.size + files.length > MOST_FILES)) {
      this.#tell("too-many-files");
    } else {
      for (const id of ids) {
        files.forEach((file) => this.#sendTo(id, file));
      }
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
   * @param {Set<T>} transfers those that have not ended
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

  /** @param {string} id of a peer that has left */
  #left(id) {
    const { incoming = [], outgoing = [] } = this.#files.get(id) ?? {};
    [...incoming, ...outgoing].forEach((transfer) => transfer.end("broken"));
    this.#files.delete(id);
    this.#chat?.left(id);
  }

  /** @param {string} code of the problem */
  #tell(code) {
    this.dispatchEvent(new CustomEvent("problem", { detail: { code, count: MOST_FILES } }));
  }

  /** @param {string} summary */
  #heard(summary) {
    if (this.#sidePanel.open !== "chat" || document.hidden) { // otherwise the message list is read out as it grows
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
