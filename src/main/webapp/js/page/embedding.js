// The connection to the site that embeds this page, the host: follows its commands and reports events to it. See
// embed.js. Loaded only inside a frame.

import { on } from "../base/dom.js";
import { Media } from "../devices/media.js";
import { Banner } from "./banner.js";
import { PageState } from "./page-state.js";
import { PrejoinForm } from "./prejoin-form.js";

/** Messages that are no errors. */
const NOTICES = ["connecting", "alone", "left", "camera-replaced", "microphone-replaced"];

/**
 * Exchanges messages with the host and with nobody else; embed.js explains why. `frame-ancestors` has allowed `parent`,
 * and only the origin of its first answer is accepted afterwards. Only the empty `hello` goes to any origin.
 *
 * Events:
 * - `leave`: Event, the host ends the call
 * - `touched`: Event, the person has clicked or typed in the host: the browser may let this page play sound now
 */
export class Embedding extends EventTarget {
  #page;
  #banner;
  #form;
  #media;
  #origin = ""; // of the host, after its first message
  /** @type {object[]} */
  #untold = [];
  #inCall = false;
  /** @type {Map<string, object>} */
  #peers = new Map();
  #shown; // the page's first state; then the host can join and switch devices

  /** @param {{page: PageState, banner: Banner, form: PrejoinForm, media: Media}} parts */
  constructor({ page, banner, form, media }) {
    super();
    this.#page = page;
    this.#banner = banner;
    this.#form = form;
    this.#media = media;
    this.#shown = first(page, "state");
    on(page, "state", () => {
      if (this.#inCall && this.#mayJoin) {
        this.#inCall = false;
        this.#tell("left");
      }
    });
    on(banner, "said", ({ code, text, passing }) => {
      if (!passing && !NOTICES.includes(code)) {
        this.#tell("error", { code, message: text });
      }
    });
    on(media, "track", () => this.#tell("status", { microphone: media.microphone, camera: media.camera }));
    addEventListener("message", (event) => this.#receive(event));
    this.#tell("hello", null, "*");
  }

  /** @param {EventTarget} roster its peers are reported to the host */
  follow(roster) {
    on(roster, "joined", ({ id, name, verified, role }) => this.#tellPeers(id, { id, name, verified, role }));
    on(roster, "left", ({ id }) => this.#tellPeers(id));
  }

  /** @param {{id: string, name: string, room: string}} self */
  joined(self) {
    this.#inCall = true;
    this.#tell("joined", self);
  }

  /** @type {(id: string, peer?: object) => void} */
  #tellPeers(id, peer) {
    if (peer) {
      this.#peers.set(id, peer);
    } else {
      this.#peers.delete(id);
    }
    this.#tell("peers", [...this.#peers.values()]);
  }

  /** @type {(type: string, detail?: any, to?: string) => void} */
  #tell(type, detail, to = this.#origin) {
    this.#untold.push({ visavis: 1, type, detail });
    this.#deliver(to);
  }

  /** @param {string} to the origin; empty before the host has answered */
  #deliver(to) {
    while (to && this.#untold.length) {
      parent.postMessage(this.#untold.shift(), to);
    }
  }

  /** @param {MessageEvent} event */
  #receive({ source, origin, data }) {
    if (source === parent && data?.visavis === 1 && origin === (this.#origin || origin)) {
      this.#origin = origin;
      this.#deliver(origin);
      this.#obey(data.type, data.detail);
    }
  }

  /** @type {(type: string, detail: any) => Promise<void>} */
  async #obey(type, detail) {
    const form = this.#form;
    if (type === "name") {
      await this.#shown;
      if (this.#mayJoin) {
        form.prefill({ name: String(detail), room: form.room });
      }
    } else if (type === "join") {
      await this.#shown;
      if (this.#mayJoin && this.#banner.saying !== "invalid-room") { // otherwise it would join another room
        form.submit();
      }
    } else if (type === "leave" && ["joining", "call"].includes(this.#page.state)) {
      this.dispatchEvent(new Event("leave"));
    } else if (type === "touched") {
      this.dispatchEvent(new Event("touched"));
    } else if (type === "microphone" || type === "camera") {
      await this.#shown;
      this.#media[type === "camera" ? "setCamera" : "setMicrophone"](Boolean(detail));
    }
  }

  get #mayJoin() {
    return ["lobby", "left"].includes(this.#page.state);
  }
}

/** @type {(source: EventTarget, type: string) => Promise<Event>} */
const first = (source, type) => new Promise((resolve) => source.addEventListener(type, resolve, { once: true }));
