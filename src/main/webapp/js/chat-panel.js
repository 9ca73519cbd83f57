// The chat as people see it: who wrote what and when, and files on their way. Everything that came from elsewhere is text.

import { amount, clock, duration, percent, text } from "./i18n.js";

/** @typedef {import("./chat.js").Message} Message */
/** @typedef {import("./transfer.js").OutgoingFile | import("./transfer.js").IncomingFile} Transfer */

/** A link as people write it; what ends a sentence is not part of it. */
const LINK = /\bhttps?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}']/gi;

/**
 * Events:
 * - `write`: CustomEvent, `detail` is the text
 * - `send`: CustomEvent, `detail` is the Files to send
 */
export class ChatPanel extends EventTarget {
  #list = element("messages");
  #empty = /** @type {HTMLElement} */ (this.#list.querySelector(".empty"));
  #words = /** @type {HTMLTextAreaElement} */ (element("words"));
  #file = /** @type {HTMLInputElement} */ (element("file"));

  constructor() {
    super();
    element("say").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#write();
    });
    this.#words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { // composing is how Japanese is typed
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

  /** @param {Message} message put where it belongs in time: older ones may come later */
  add({ time, name, text: words, own = false }) {
    const entry = copy("chat-message");
    find(entry, ".name").textContent = own ? text("you", { name }) : name;
    find(entry, ".words").append(...linked(words));
    entry.toggleAttribute("data-own", own);
    this.#insert(entry, time);
  }

  /**
   * @param {Transfer} transfer
   * @param {string} name of the other person
   * @param {boolean} own whether it is sent from here
   */
  addTransfer(transfer, name, own) {
    const entry = copy("transfer");
    find(entry, ".name").textContent = own ? text("file-to", { name }) : text("file-from", { name });
    entry.toggleAttribute("data-own", own);
    const accept = find(entry, ".accept");
    const save = /** @type {HTMLAnchorElement} */ (find(entry, ".save"));
    find(entry, ".cancel").addEventListener("click", () => transfer.cancel());
    accept.addEventListener("click", () => "accept" in transfer && transfer.accept());
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
    this.#insert(entry, Date.now());
  }

  clear() {
    for (const save of this.#list.querySelectorAll(".save")) {
      URL.revokeObjectURL(/** @type {HTMLAnchorElement} */ (save).href);
    }
    this.#list.replaceChildren(this.#empty);
  }

  /** @param {number} count of what has not been seen */
  showUnread(count) {
    element("unread").hidden = count === 0;
    element("unread").textContent = String(count);
  }

  /**
   * @param {HTMLElement} entry
   * @param {number} time
   */
  #insert(entry, time) {
    const stamp = /** @type {HTMLTimeElement} */ (find(entry, "time"));
    stamp.dateTime = new Date(time).toISOString();
    stamp.textContent = clock(time);
    const atEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 40;
    const later = [...this.#list.querySelectorAll("article")].find(
      (each) => Date.parse(/** @type {HTMLTimeElement} */ (each.querySelector("time")).dateTime) > time,
    );
    this.#list.insertBefore(entry, later ?? null);
    if (atEnd || entry.hasAttribute("data-own")) { // who reads what was said earlier is left there
      this.#list.scrollTop = this.#list.scrollHeight;
    }
  }

  #write() {
    const words = this.#words.value.trim();
    if (words) {
      this.dispatchEvent(new CustomEvent("write", { detail: words }));
      this.#words.value = "";
    }
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
  return text("file-moving", { percent: percent(bytes / Math.max(1, size)), speed: amount(speed, "-per-second"), left });
}

/**
 * The text as nodes, with links.
 * @param {string} words
 */
function linked(words) {
  /** @type {(string | Node)[]} */
  const nodes = [];
  let end = 0;
  for (const { 0: href, index } of words.matchAll(LINK)) {
    const link = document.createElement("a");
    Object.assign(link, { href, textContent: href, target: "_blank", rel: "noopener noreferrer" });
    nodes.push(words.slice(end, index), link);
    end = index + href.length;
  }
  return [...nodes, words.slice(end)];
}

/** @param {string} id of a template */
function copy(id) {
  const template = /** @type {HTMLTemplateElement} */ (element(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * @param {HTMLElement} within
 * @param {string} selector
 */
function find(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
