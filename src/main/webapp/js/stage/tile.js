// A tile: the camera or the screen of one participant.

import { copyOf, find } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { attempt } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { wholly } from "./layout.js";
import { Playback } from "./playback.js";

/**
 * A participant, as in PROTOCOL.md; `verified` says whether the server knows who it is.
 * @typedef {{id: string, name: string, verified?: boolean, role?: string, status?: object}} Person
 */

/** Shows video, or initials without one, and the name. */
export class Tile {
  /** The audio and video of the tile; tracks arrive one by one. */
  #stream = new MediaStream();
  #video;
  #playback;
  /** @type {{width: number, height: number}} the size, in pixels */
  #place = { width: 0, height: 0 };
  #whole = false;
  #painted = 0;
  #awaitsPainting = false;

  /**
   * @param {Person} person
   * @param {Playback} playback plays the stream
   * @param {{self?: boolean, screen?: boolean}} [what] the local tile is muted, and its camera is mirrored
   */
  constructor(person, playback, { self = false, screen = false } = {}) {
    this.element = copyOf("tile");
    this.element.dataset.peer = person.id;
    this.element.dataset.connection = self || screen ? "connected" : "new";
    this.element.toggleAttribute("data-self", self);
    this.element.toggleAttribute("data-screen", screen);
    this.#playback = playback;
    this.#video = /** @type {HTMLVideoElement} */ (this.find("video"));
    this.#video.defaultMuted = self;
    this.#video.srcObject = this.#stream;
    this.#video.addEventListener("resize", () => this.#fit()); // also fires when the size is first known
    if (!self) {
      // Firefox has this since version 132.
      attempt("watch for the first picture", () => this.#video.requestVideoFrameCallback?.(() => reached("picture")));
    }
    this.setStatus({ microphone: screen, camera: screen });
    this.person = person;
    this.show(person);
  }

  /** The audio and video of the tile. */
  get stream() {
    return this.#stream;
  }

  /** Whether media reach the person: not in a hidden tile, nor while the browser does not let it play. */
  get plays() {
    return !this.element.hidden && !this.#video.paused;
  }

  /** Grows between two calls if a frame was painted; undefined if the browser cannot tell. */
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

  /** @param {Person} person with current name and status */
  show(person) {
    const { name, verified = false, role = "participant", status = {} } = person;
    this.person = person;
    const screen = this.element.hasAttribute("data-screen");
    const title = screen ? text("screen-of", { name }) : name;
    this.element.dataset.role = role;
    this.element.toggleAttribute("data-verified", verified && !screen);
    this.find(".name").textContent = title;
    this.find(".avatar").textContent = initials(name);
    this.find(".pin").setAttribute("aria-label", text("pin", { name: title }));
    if (!screen) {
      this.setStatus(status);
    }
  }

  /** @param {string} id of the speaker to use, where the browser supports it */
  setSpeaker(id) {
    // If it is unplugged, the default stays.
    attempt("use the chosen speaker", () => /** @type {any} */ (this.#video).setSinkId?.(id));
  }

  /** @param {string} state such as `connected` */
  setConnection(state) {
    this.element.dataset.connection = state;
  }

  /**
   * @param {string} grade `good`, `fair` or `poor`
   * @param {string} path `direct` or `relay`
   * @param {string} summary the same as text, and more
   */
  setQuality(grade, path, summary) {
    this.element.dataset.quality = grade;
    this.element.dataset.path = path;
    const sign = this.find(".quality");
    sign.title = summary;
    sign.setAttribute("aria-label", summary);
  }

  /** @param {MediaStreamTrack | null} track replaces the track of that kind */
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

  /** @param {{microphone?: boolean, camera?: boolean, hand?: boolean}} status what has changed */
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
   * @param {{staged: boolean, pinned: boolean, inset: boolean, whole: boolean}} how whether it is the large tile; is
   *   pinned; lies over the large tile; must not be cropped
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

  /** Fills the tile with the picture, or shows the whole picture. */
  #fit() {
    const picture = { width: this.#video.videoWidth, height: this.#video.videoHeight };
    this.element.toggleAttribute("data-whole", this.#whole || wholly(picture, this.#place));
  }

  /** Stops playing and removes the element. */
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
    return find(this.element, selector);
  }
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...word][0] ?? "").join("").toUpperCase();
}
