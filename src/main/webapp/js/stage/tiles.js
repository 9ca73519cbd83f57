// The pictures in a call, and which of them is large. Knows names and tracks, but nothing of how they come here.

import { attempt } from "../base/log.js";
import { CornerChoice } from "./corner.js";
import { arrange } from "./layout.js";
import { Playback } from "./playback.js";
import { Tile } from "./tile.js";

/** @typedef {import("./tile.js").Person} Person */

/** The room between two pictures, in pixels. */
const GAP = 8;

/**
 * After so long without a frame the page is hidden, in milliseconds: a small window may show a picture all the same.
 */
const PAINTED_WITHIN = 200;

/** The own tile, whatever the server calls this side. */
export const SELF = "self";

/** What a person's screen is called among the tiles. @param {string} id */
const screenOf = (id) => `${id}/screen`;

/**
 * All tiles, in the order in which people came. One is on the stage, large, while the others are in a strip beside it:
 * the one that is pinned, else the screen that was shared last, else, in the speaker view, who spoke last, else the
 * only other one. In a call of two the small one is over the large one, in a corner that the person chooses.
 *
 * Events:
 * - `details`: CustomEvent, `detail` is `{id}`: the person wants to know more about the connection to that one
 * - `change`: Event, others are seen, or in other sizes
 */
export class Tiles extends EventTarget {
  #container;
  #playback;
  #corner;
  /** @type {Map<string, Tile>} those of screens under `screenOf` that person, there as soon as a track has come */
  #tiles = new Map();
  /** @type {string[]} those that share their screen, the latest last */
  #sharing = [];
  #pinned = "";
  #lastSpeaker = "";
  #speakerView = false;
  #speaker = "";
  #layoutIsDue = false;

  /**
   * @param {HTMLElement} container
   * @param {Playback} playback plays what is seen and heard
   */
  constructor(container, playback) {
    super();
    this.#container = container;
    this.#playback = playback;
    this.#corner = new CornerChoice(container);
    this.#corner.addEventListener("change", () => this.#layOutSoon());
    addEventListener("resize", () => this.#layOutSoon());
    // The room for the tiles also changes when a panel opens beside them.
    attempt("sizes", () => new ResizeObserver(() => this.#layOutSoon()).observe(container));
    container.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target)));
  }

  /** @param {string} id of the speaker that all are heard through, empty for the usual one */
  setSpeaker(id) {
    this.#speaker = id;
    this.#tiles.forEach((tile) => tile.setSpeaker(id));
  }

  /** Whether who speaks is large, where nothing else is. */
  get speakerView() {
    return this.#speakerView;
  }

  set speakerView(on) {
    this.#speakerView = on;
    this.#layOutSoon();
  }

  /** @param {Person} person oneself is `SELF` */
  add(person) {
    this.remove(person.id);
    this.#append(person.id, new Tile(person, this.#playback, { self: person.id === SELF }));
    this.#follow(person);
    this.#layOutSoon();
  }

  /** @param {Person} person who has a tile, with another name or status than before */
  update(person) {
    this.#tiles.get(person.id)?.show(person);
    this.#tiles.get(screenOf(person.id))?.show(person);
    this.#follow(person);
  }

  /** @param {string} id */
  remove(id) {
    for (const key of [id, screenOf(id)]) {
      this.#tiles.get(key)?.remove();
      this.#tiles.delete(key);
    }
    this.#share(id, false);
  }

  clear() {
    this.#tiles.forEach((tile) => tile.remove());
    this.#tiles.clear();
    this.#sharing = [];
    this.#pinned = this.#lastSpeaker = "";
  }

  /**
   * @param {string} id
   * @param {"audio" | "video" | "screen" | "screen-audio"} kind
   * @param {MediaStreamTrack | null} track
   */
  setTrack(id, kind, track) {
    const tile = this.#tiles.get(id);
    if (!tile || !kind.startsWith("screen")) {
      tile?.setTrack(track, kind);
      return;
    }
    if (!this.#tiles.has(screenOf(id))) {
      this.#append(screenOf(id), new Tile(tile.person, this.#playback, { self: id === SELF, screen: true }));
    }
    this.#tiles.get(screenOf(id))?.setTrack(track, kind === "screen" ? "video" : "audio");
    this.#layOutSoon();
  }

  /** What the person gets of somebody just now: see Tile. @param {string} id */
  playedOf(id) {
    const tiles = [this.#tiles.get(id), this.#tiles.get(screenOf(id))];
    return tiles.flatMap((tile) => (tile?.plays ? [{ tracks: tile.stream.getTracks(), painted: tile.painted }] : []));
  }

  /**
   * @param {string} id
   * @param {{microphone?: boolean, camera?: boolean, hand?: boolean, screen?: boolean}} status
   */
  setStatus(id, status) {
    this.#tiles.get(id)?.setStatus(status);
    this.#follow({ id, status });
  }

  /**
   * @param {string} id
   * @param {boolean} speaking
   */
  setSpeaking(id, speaking) {
    this.#tiles.get(id)?.setSpeaking(speaking);
    if (speaking) {
      this.#lastSpeaker = id;
      this.#layOutSoon();
    }
  }

  /**
   * @param {string} id
   * @param {string} grade
   * @param {string} path
   * @param {string} summary
   */
  setQuality(id, grade, path, summary) {
    this.#tiles.get(id)?.setQuality(grade, path, summary);
  }

  /**
   * @param {string} id
   * @param {string} state such as `connected`
   */
  setConnection(id, state) {
    this.#tiles.get(id)?.setConnection(state);
  }

  /** @param {string} id @returns {string} empty for one who is not here */
  nameOf(id) {
    return this.#tiles.get(id)?.person.name ?? "";
  }

  /** @param {string} id makes this one large, or lets it go again; also `ID/screen` */
  pin(id) {
    this.#pinned = this.#pinned === id ? "" : id;
    this.#layOutSoon();
  }

  /** What one would look at: the large picture, else who spoke last, else the first of the others. */
  get mostInteresting() {
    return this.#tiles.get(this.#staged || this.#somebodyElse || SELF);
  }

  /**
   * How high the pictures of somebody are seen here, in pixels of the screen.
   * @param {string} id
   * @returns {{camera: number, screen: number}} 0 where they are not
   */
  seenOf(id) {
    const heightOf = (/** @type {Tile | undefined} */ tile) =>
      Math.round((tile?.element.offsetHeight ?? 0) * devicePixelRatio);
    return { camera: heightOf(this.#tiles.get(id)), screen: heightOf(this.#tiles.get(screenOf(id))) };
  }

  /** The one on the stage, empty if there is none. */
  get #staged() {
    const screens = this.#sharing.filter((key) => key !== screenOf(SELF)); // the own one would show itself in itself
    const speaker = this.#speakerView || this.#others.length === 1 ? this.#somebodyElse : "";
    const candidates = [this.#pinned, screens.at(-1) ?? "", speaker];
    return candidates.find((key) => this.#tiles.has(key)) ?? "";
  }

  get #others() {
    return [...this.#tiles.keys()].filter((key) => key !== SELF && !key.endsWith("/screen"));
  }

  /** Who spoke last, or else the first of the others, empty if there are none. */
  get #somebodyElse() {
    const others = this.#others;
    return others.includes(this.#lastSpeaker) ? this.#lastSpeaker : others[0] ?? "";
  }

  /** @param {{id: string, status?: {screen?: boolean}}} person whose screen is perhaps shared now, or not any more */
  #follow({ id, status }) {
    if (status?.screen !== undefined && status.screen !== null) {
      this.#share(id, status.screen);
    }
  }

  /**
   * @param {string} id
   * @param {boolean} on
   */
  #share(id, on) {
    const key = screenOf(id);
    const others = this.#sharing.filter((each) => each !== key);
    this.#sharing = on ? [...others, key] : others;
    this.#layOutSoon();
  }

  /**
   * @param {string} key
   * @param {Tile} tile
   */
  #append(key, tile) {
    if (this.#speaker) {
      tile.setSpeaker(this.#speaker);
    }
    tile.element.dataset.key = key;
    this.#tiles.set(key, tile);
    this.#container.append(tile.element);
  }

  /** @param {Element} target */
  #clicked(target) {
    const key = /** @type {HTMLElement | null} */ (target.closest(".tile"))?.dataset.key;
    if (key && target.closest(".pin")) {
      this.pin(key);
    } else if (key && target.closest(".quality")) {
      this.dispatchEvent(new CustomEvent("details", { detail: { id: key } }));
    }
  }

  /**
   * Once for all that changes until the page is painted: to ask for a size makes the browser work out the whole page. A
   * page that is hidden is not painted.
   */
  #layOutSoon() {
    if (!this.#layoutIsDue) {
      this.#layoutIsDue = true;
      const frame = requestAnimationFrame(() => {
        clearTimeout(timer);
        this.#layOut();
      });
      const timer = setTimeout(() => {
        cancelAnimationFrame(frame);
        this.#layOut();
      }, PAINTED_WITHIN);
    }
  }

  #layOut() {
    this.#layoutIsDue = false;
    const staged = this.#staged;
    const isShown = (/** @type {string} */ key) => !key.endsWith("/screen") || this.#sharing.includes(key);
    const shown = [...this.#tiles].filter(([key]) => isShown(key));
    const { clientWidth: width, clientHeight: height } = this.#container;
    const index = shown.findIndex(([key]) => key === staged);
    const { corner } = this.#corner;
    const places = arrange({ width, height, count: shown.length, gap: GAP, staged: index, corner });
    const overlaid = shown.length === 2 && staged !== "";
    this.#container.dataset.corner = overlaid ? corner : "";
    this.#container.style.setProperty("--inset", `${overlaid ? places[1 - index].width + 2 * GAP : 0}px`);
    this.#tiles.forEach((tile, key) => tile.hide(!isShown(key)));
    shown.forEach(([key, tile], i) => {
      const pinned = key === this.#pinned;
      const isStaged = key === staged;
      const whole = isStaged && (pinned || !overlaid);
      tile.place(places[i], { staged: isStaged, pinned, inset: overlaid && !isStaged, whole });
    });
    this.dispatchEvent(new Event("change"));
  }
}
