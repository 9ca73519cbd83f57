// The chat as people see it: messages with writer and time, and files. Whatever peers send is shown as text only.

import { copyOf, element, find } from "../base/dom.js";
import { amount, clock, counted, duration, percent, text } from "../base/i18n.js";
import { ChatList } from "./chat-list.js";
import { LONGEST } from "./chat.js";
import { Folds } from "./folds.js";
import { splitLinks } from "./links.js";

/** @typedef {import("./chat.js").Message} Message */
/** @typedef {import("./outgoing-file.js").OutgoingFile | import("./incoming-file.js").IncomingFile} Transfer */

/** The number of remaining characters below which the person sees it. */
const FEW = 500;

/**
 * The list and the form of the chat.
 *
 * Events:
 * - `write`: cancelable CustomEvent, `detail` is the text, which stays in its field if the event is cancelled
 * - `send`: CustomEvent, `detail` is the Files to send
 * - `problem`: CustomEvent, `detail` is `{code}`: the text is `too-long`
 */
export class ChatPanel extends EventTarget {
  #list = new ChatList(element("messages"), () => this.say(text("chat-forgotten"), true));
  #words = /** @type {HTMLTextAreaElement} */ (element("words"));
  #length = element("words-length");
  #file = /** @type {HTMLInputElement} */ (element("file"));
  /** Messages that only other peers vouch for, by key. @type {Map<string, HTMLElement>} */
  #told = new Map();
  #folds = new Folds();

  constructor() {
    super();
    this.#words.addEventListener("input", () => this.#showLength());
    element("say").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#write();
    });
    this.#words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { // Japanese input confirms with Enter
        event.preventDefault();
        this.#write();
      }
    });
    element("attach").addEventListener("click", () => this.#file.click());
    this.#file.addEventListener("change", () => {
      this.#send([...(this.#file.files ?? [])]);
      this.#file.value = "";
    });
    const chat = element("chat");
    chat.addEventListener("dragover", (event) => event.preventDefault());
    chat.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#send([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** @param {Message} message goes to the end, whatever its time: no peer's clock may change the order */
  add(message) {
    const entry = copyOf("chat-message");
    fill(entry, message);
    if (message.teller) {
      this.#told.set(message.key, entry);
    }
    this.#folds.watch(entry);
    const dropped = () => {
      this.#told.delete(message.key);
      this.#folds.forget(entry);
    };
    this.#list.append({ element: entry, dropped }, message.own);
  }

  /** @param {Message} message now confirmed by its writer */
  confirm(message) {
    const entry = this.#told.get(message.key);
    if (entry) {
      fill(entry, message);
      this.#told.delete(message.key);
    } else {
      this.add(message);
    }
  }

  /**
   * @param {string} sentence from the page itself
   * @param {boolean} [first] whether it stays above all entries
   */
  say(sentence, first = false) {
    const note = copyOf("chat-note");
    note.textContent = sentence;
    if (first) {
      element("messages").prepend(note);
    } else {
      this.#list.append({ element: note });
    }
  }

  /**
   * @param {Transfer} transfer
   * @param {string} name of the peer
   * @param {boolean} own whether this side sends it
   */
  addTransfer(transfer, name, own) {
    const entry = copyOf("transfer");
    find(entry, ".name").textContent = own ? text("file-to", { name }) : text("file-from", { name });
    entry.toggleAttribute("data-own", own);
    const accept = find(entry, ".accept");
    const save = /** @type {HTMLAnchorElement} */ (find(entry, ".save"));
    find(entry, ".cancel").addEventListener("click", () => transfer.cancel());
    accept.addEventListener("click", () => {
      if ("accept" in transfer) {
        transfer.accept();
      }
    });
    const show = () => {
      find(entry, ".file-name").textContent = transfer.name;
      find(entry, ".size").textContent = amount(transfer.size);
      entry.dataset.state = transfer.state;
      accept.hidden = own || transfer.state !== "offered";
      find(entry, ".cancel").hidden = transfer.ended;
      const progress = /** @type {HTMLProgressElement} */ (find(entry, "progress"));
      progress.hidden = transfer.state !== "moving";
      progress.value = transfer.size ? transfer.bytes / transfer.size : 1;
      find(entry, ".state").textContent = stateOf(transfer, own);
      if ("content" in transfer && transfer.content && save.hidden) {
        save.href = URL.createObjectURL(transfer.content);
        save.download = transfer.name;
        save.hidden = false;
        save.click();
      }
    };
    transfer.addEventListener("change", show);
    show();
    stamp(entry, Date.now());
    const dropped = () => URL.revokeObjectURL(save.href);
    this.#list.append({ element: entry, busy: () => !transfer.ended, dropped }, own);
  }

  clear() {
    this.#list.clear();
    element("messages").querySelector(".note")?.remove();
  }

  /** @param {number} count of unread messages */
  showUnread(count) {
    element("unread").hidden = count === 0;
    element("unread").textContent = String(count);
  }

  #write() {
    const words = this.#words.value.trim();
    if (words.length > LONGEST) {
      this.dispatchEvent(new CustomEvent("problem", { detail: { code: "too-long" } }));
    } else if (words && this.dispatchEvent(new CustomEvent("write", { detail: words, cancelable: true }))) {
      this.#words.value = "";
      this.#showLength();
    }
  }

  #showLength() {
    const left = LONGEST - this.#words.value.trim().length;
    this.#length.hidden = left > FEW;
    this.#length.textContent = left < 0 ? counted("characters-over", -left) : counted("characters-left", left);
    this.#words.setAttribute("aria-invalid", String(left < 0));
  }

  /** @param {File[]} files */
  #send(files) {
    if (files.length > 0) {
      this.dispatchEvent(new CustomEvent("send", { detail: files }));
    }
  }
}

/**
 * @param {Transfer} transfer
 * @param {boolean} own
 */
function stateOf(transfer, own) {
  const { state, size, bytes, speed } = transfer;
  if (state !== "moving") {
    return text(state === "offered" && own ? "file-offered-own" : `file-${state}`);
  }
  const left = speed > 0 ? duration((size - bytes) / speed) : "…";
  const done = percent(bytes / Math.max(1, size));
  return text("file-moving", { percent: done, speed: amount(speed, "-per-second"), left });
}

/**
 * @param {HTMLElement} entry
 * @param {Message} message
 */
function fill(entry, { time, name, text: words, own = false, teller }) {
  find(entry, ".name").textContent = name;
  find(entry, ".told").textContent = teller ? text("told-by", { name: teller }) : "";
  const parts = splitLinks(words).map((part) => (part.link ? linkTo(part.text) : part.text));
  find(entry, ".words").replaceChildren(...parts);
  entry.toggleAttribute("data-own", own);
  stamp(entry, time);
}

/**
 * @param {HTMLElement} entry
 * @param {number} time
 */
function stamp(entry, time) {
  const shown = /** @type {HTMLTimeElement} */ (find(entry, "time"));
  shown.dateTime = new Date(time).toISOString();
  shown.textContent = clock(time);
}

/** @param {string} href */
function linkTo(href) {
  const link = document.createElement("a");
  return Object.assign(link, { href, textContent: href, target: "_blank", rel: "noopener noreferrer" });
}
