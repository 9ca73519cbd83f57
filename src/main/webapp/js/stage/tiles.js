// All tiles of a call, and which of them is large. Knows names and tracks, but nothing of WebRTC.

import { attempt } from "../base/log.js";
import { CornerChoice } from "./corner.js";
import { arrange } from "./layout.js";
import { Playback } from "./playback.js";
import { Tile } from "./tile.js";

/** @typedef {import("./tile.js").Person} Person */

/** The gap between two tiles, in pixels. */
const GAP = 8;

/** Without a frame for so long the page is hidden, in milliseconds. Picture in picture may still show a video. */
const PAINTED_WITHIN = 200;

/** The key of the local tile, instead of the id from the server. */
export const SELF = "self";

/** The key of the tile for a participant's screen. @param {string} id */
const screenOf = (id) => `${id}/screen`;

/**
 * The tiles in order of arrival. One tile may be on the stage, large, with the others in a strip: the pinned tile, else
 * the latest shared screen, else in speaker view the last speaker, else the only other participant. In a call of two
 * the small tile lies over the large one, in a corner that the person chooses.
 *
 * Events:
 * - `details`: CustomEvent, `detail` is `{id}`: the person wants details of that connection
 * - `change`: Event, the visible tiles or their sizes have changed
 */
export class Tiles extends EventTarget {
  #container;
  #playback;
  #corner;
  /** @type {Map<string, Tile>} screens under `screenOf` their participant, once a track has arrived */
  #tiles = new Map();
  /** @type {string[]} keys of shared screens, the latest last */
  #sharing = [];
  #pinned = "";
  #lastSpeaker = "";
  #speakerView = false;
  #speaker = "";
  #layoutIsDue = false;

  /**
   * @param {HTMLElement} container
   * @param {Playback} playback plays the streams
   */
  constructor(container, playback) {
    super();
    this.#container = container;
    this.#playback = playback;
    this.#corner = new CornerChoice(container);
    this.#corner.addEventListener("change", () => this.#layOutSoon());
    addEventListener("resize", () => this.#layOutSoon());
    // The space for tiles also changes when a panel opens.
    attempt("watch the size of the stage", () => new ResizeObserver(() => this.#layOutSoon()).observe(container));
    container.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target)));
  }

  /** @param {string} id of the speaker for all tiles, empty for the default */
  setSpeaker(id) {
    this.#speaker = id;
    this.#tiles.forEach((tile) => tile.setSpeaker(id));
  }

  /** Whether the speaker is large unless another tile is. */
  get speakerView() {
    return this.#speakerView;
  }

  set speakerView(on) {
    this.#speakerView = on;
    this.#layOutSoon();
  }

  /** @param {Person} person `SELF` is the local id */
  add(person) {
    this.remove(person.id);
    this.#append(person.id, new Tile(person, this.#playback, { self: person.id === SELF }));
    this.#follow(person);
    this.#layOutSoon();
  }

  /** @param {Person} person has a tile, with a changed name or status */
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
    this.#pinned = "";
    this.#lastSpeaker = "";
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

  /** What plays here of a peer: see Tile. @param {string} id */
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

  /** @param {string} id to pin or unpin; also `ID/screen` */
  pin(id) {
    this.#pinned = this.#pinned === id ? "" : id;
    this.#layOutSoon();
  }

  /** The tile for picture in picture: the large one, else the last speaker, else the first peer. */
  get mostInteresting() {
    return this.#tiles.get(this.#staged || this.#somebodyElse || SELF);
  }

  /**
   * The heights at which a participant's videos show here, in device pixels.
   * @param {string} id
   * @returns {{camera: number, screen: number}} 0 if not shown
   */
  seenOf(id) {
    const heightOf = (/** @type {Tile | undefined} */ tile) =>
      Math.round((tile?.element.offsetHeight ?? 0) * devicePixelRatio);
    return { camera: heightOf(this.#tiles.get(id)), screen: heightOf(this.#tiles.get(screenOf(id))) };
  }

  /** The key of the large tile, empty for none. */
  get #staged() {
    const screens = this.#sharing.filter((key) => key !== screenOf(SELF)); // the local one would show itself
    const speaker = this.#speakerView || this.#others.length === 1 ? this.#somebodyElse : "";
    const candidates = [this.#pinned, screens.at(-1) ?? "", speaker];
    return candidates.find((key) => this.#tiles.has(key)) ?? "";
  }

  get #others() {
    return [...this.#tiles.keys()].filter((key) => key !== SELF && !key.endsWith("/screen"));
  }

  /** The last speaker, else the first peer, empty for none. */
  get #somebodyElse() {
    const others = this.#others;
    return others.includes(this.#lastSpeaker) ? this.#lastSpeaker : others[0] ?? "";
  }

  /** @param {{id: string, status?: {screen?: boolean}}} person may have started or stopped sharing a screen */
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

  /** Lays out once per frame, since reading sizes forces a full layout. A hidden page gets no frame. */
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
