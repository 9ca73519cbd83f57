// One picture in a call: somebody, or what somebody shows of a screen.

import { text } from "../base/i18n.js";
import { attempt } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { wholly } from "./layout.js";
import { Playback } from "./playback.js";

/**
 * Somebody, as PROTOCOL.md describes a peer; `verified` is whether the server knows who it is.
 * @typedef {{id: string, name: string, verified?: boolean, role?: string, status?: object}} Person
 */

/** Picture, or initials where there is none, and name. */
export class Tile {
  /** What is seen and heard; tracks come one by one. */
  #stream = new MediaStream();
  #video;
  #playback;
  /** @type {{width: number, height: number}} how large it is, in pixels */
  #place = { width: 0, height: 0 };
  #whole = false;
  #painted = 0;
  #awaitsPainting = false;

  /**
   * @param {Person} person
   * @param {Playback} playback plays what is seen and heard
   * @param {{self?: boolean, screen?: boolean}} [what] whether it is the own one: never heard, and the camera mirrored
   */
  constructor(person, playback, { self = false, screen = false } = {}) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("tile"));
    this.element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.element.dataset.peer = person.id;
    this.element.dataset.connection = self || screen ? "connected" : "new";
    this.element.toggleAttribute("data-self", self);
    this.element.toggleAttribute("data-screen", screen);
    this.#playback = playback;
    this.#video = /** @type {HTMLVideoElement} */ (this.find("video"));
    this.#video.defaultMuted = self;
    this.#video.srcObject = this.#stream;
    this.#video.addEventListener("resize", () => this.#fit()); // also when the size is known for the first time
    if (!self) {
      // Firefox has it since version 132.
      attempt("first picture", () => this.#video.requestVideoFrameCallback?.(() => reached("picture")));
    }
    this.setStatus({ microphone: screen, camera: screen });
    this.person = person;
    this.show(person);
  }

  /** What is seen and heard here. */
  get stream() {
    return this.#stream;
  }

  /** Whether the person gets what comes: nobody sees a hidden tile, nor one that the browser does not let play yet. */
  get plays() {
    return !this.element.hidden && !this.#video.paused;
  }

  /**
   * Grows from one question to the next if a picture was painted meanwhile; undefined where the browser does not tell.
   */
  get painted() {
    if (!this.#awaitsPainting && this.#video.requestVideoFrameCallback) {
      this.#awaitsPainting = true;
      this.#video.requestVideoFrameCallback(() => {
        this.#awaitsPainting = false;
        this.#painted++;
      });
    }
    return this.#awaitsPainting ? this.#painted : undefined;
  }

  /** @param {Person} person whose tile it is, as known now */
  show(person) {
    const { name, verified = false, role = "participant", status = {} } = person;
    this.person = person;
    const screen = this.element.hasAttribute("data-screen");
    const self = this.element.hasAttribute("data-self");
    const title = screen ? text("screen-of", { name }) : self ? text("you", { name }) : name;
    this.element.dataset.role = role;
    this.element.toggleAttribute("data-verified", verified && !screen);
    this.find(".name").textContent = title;
    this.find(".avatar").textContent = initials(name);
    this.find(".pin").setAttribute("aria-label", text("pin", { name: title }));
    if (!screen) {
      this.setStatus(status);
    }
  }

  /** @param {string} id of the speaker that this one is heard through; undefined where the browser cannot choose */
  setSpeaker(id) {
    attempt("speaker", () => /** @type {any} */ (this.#video).setSinkId?.(id)); // just unplugged: the default stays
  }

  /** @param {string} state such as `connected` */
  setConnection(state) {
    this.element.dataset.connection = state;
  }

  /**
   * @param {string} grade `good`, `fair` or `poor`
   * @param {string} path `direct` or `relay`
   * @param {string} summary the same for people, and more
   */
  setQuality(grade, path, summary) {
    this.element.dataset.quality = grade;
    this.element.dataset.path = path;
    const sign = this.find(".quality");
    sign.title = summary;
    sign.setAttribute("aria-label", summary);
  }

  /** @param {MediaStreamTrack | null} track instead of the one of that kind */
  setTrack(track, kind = track?.kind) {
    for (const old of this.#stream.getTracks()) {
      if (old.kind === kind && old !== track) {
        this.#stream.removeTrack(old);
      }
    }
    if (track) {
      this.#stream.addTrack(track);
      this.#playback.play(this.#video);
    }
  }

  /** @param {{microphone?: boolean, camera?: boolean, hand?: boolean}} status what changed */
  setStatus(status) {
    for (const kind of /** @type {const} */ (["microphone", "camera", "hand"])) {
      const on = status[kind];
      if (on !== undefined && on !== null) {
        this.element.dataset[kind] = on ? "on" : "off";
      }
    }
  }

  /** @param {boolean} speaking */
  setSpeaking(speaking) {
    this.element.toggleAttribute("data-speaking", speaking);
  }

  /**
   * @param {import("./layout.js").Rectangle} place within the container
   * @param {{staged: boolean, pinned: boolean, inset: boolean, whole: boolean}} how whether it is the large one;
   *   because the person wants it so; the small one over the large one; and whether nothing of it may be cut off
   */
  place(place, { staged, pinned, inset, whole }) {
    const { style } = this.element;
    style.insetInlineStart = `${place.x}px`;
    style.top = `${place.y}px`;
    style.width = `${place.width}px`;
    style.height = `${place.height}px`;
    this.element.toggleAttribute("data-staged", staged);
    this.element.toggleAttribute("data-inset", inset);
    this.element.toggleAttribute("data-small", place.height < 140);
    this.find(".pin").setAttribute("aria-pressed", String(pinned));
    this.#place = place;
    this.#whole = whole;
    this.#fit();
  }

  /** Fills the place with the picture, or shows all of it. */
  #fit() {
    const picture = { width: this.#video.videoWidth, height: this.#video.videoHeight };
    this.element.toggleAttribute("data-whole", this.#whole || wholly(picture, this.#place));
  }

  /** Plays no more, and is not there any more. */
  remove() {
    this.#playback.stop(this.#video);
    this.element.remove();
  }

  /** @param {boolean} hidden */
  hide(hidden) {
    this.element.hidden = hidden;
    this.element.removeAttribute("data-staged");
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector));
  }
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...word][0] ?? "").join("").toUpperCase();
}
