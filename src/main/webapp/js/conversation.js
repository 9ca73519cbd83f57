// Chat and files during a call: brings together what is said, the connections it goes through, and the panel.

import { Call } from "./call.js";
import { Chat } from "./chat.js";
import { ChatPanel } from "./chat-panel.js";
import { text } from "./i18n.js";
import { Side } from "./side.js";
import { IncomingFile, OutgoingFile } from "./transfer.js";

/** The label of a data channel that carries a file. */
const FILE = "file";

/**
 * From the welcome until `end()`, again and again.
 *
 * Events:
 * - `heard`: CustomEvent, `detail` is the text: somebody wrote something, or offers a file
 * - `problem`: CustomEvent, `detail` is `{code}`: `nobody` is there to send a file to
 */
export class Conversation extends EventTarget {
  #call;
  #side;
  #nameOf;
  #panel = new ChatPanel();
  /** @type {Chat | null} only during a call */
  #chat = null;
  #self = "";
  #unread = 0;

  /**
   * @param {Call} call
   * @param {Side} side
   * @param {(id: string) => string} nameOf a peer
   */
  constructor(call, side, nameOf) {
    super();
    this.#call = call;
    this.#side = side;
    this.#nameOf = nameOf;
    call.addEventListener("open", (/** @type {any} */ { detail }) => this.#chat?.opened(detail.id));
    call.addEventListener("message", (/** @type {any} */ { detail: { id, message } }) => {
      this.#chat?.receive({ id, name: nameOf(id) }, message);
    });
    call.addEventListener("channel", (/** @type {any} */ { detail }) => this.#offered(detail));
    side.addEventListener("change", () => this.#count(this.#unread));
    document.addEventListener("visibilitychange", () => this.#count(this.#unread));
    this.#panel.addEventListener("write", (/** @type {any} */ { detail }) => this.#chat?.write(this.#self, detail));
    this.#panel.addEventListener("send", (/** @type {any} */ { detail }) => this.#send(detail));
  }

  /** @param {string} name of oneself */
  begin(name) {
    this.#self = name;
    this.#chat = new Chat((message, to) => this.#call.say(message, to));
    this.#chat.addEventListener("message", (/** @type {any} */ { detail: message }) => {
      this.#panel.add(message);
      if (!message.own) {
        this.#heard(text("chat-from", message));
      }
    });
  }

  end() {
    this.#chat = null;
    this.#panel.clear();
    this.#count(0);
  }

  /** @param {{id: string, channel: RTCDataChannel}} opened by a peer */
  #offered({ id, channel }) {
    if (channel.label !== FILE) {
      channel.close();
      return;
    }
    const transfer = new IncomingFile(channel);
    const announce = () => {
      this.#panel.addTransfer(transfer, this.#nameOf(id), false);
      this.#heard(text("file-from", { name: this.#nameOf(id) }));
    };
    transfer.addEventListener("change", () => transfer.name && announce(), { once: true }); // else it ended before it began
  }

  /** @param {File[]} files for everybody who is there */
  #send(files) {
    const ids = this.#call.reachable;
    if (ids.length === 0) {
      this.dispatchEvent(new CustomEvent("problem", { detail: { code: "nobody" } }));
    }
    for (const id of ids) {
      for (const file of files) {
        const channel = this.#call.openChannel(id, FILE);
        if (channel) {
          this.#panel.addTransfer(new OutgoingFile(channel, file), this.#nameOf(id), true);
        }
      }
    }
  }

  /** @param {string} summary */
  #heard(summary) {
    if (this.#side.open !== "chat" || document.hidden) {
      this.#count(this.#unread + 1);
    }
    this.dispatchEvent(new CustomEvent("heard", { detail: summary }));
  }

  /** @param {number} unread */
  #count(unread) {
    this.#unread = this.#side.open === "chat" && !document.hidden ? 0 : unread;
    this.#panel.showUnread(this.#unread);
  }
}
