// Watches a running call: repairs connections, shows their quality and who speaks, and limits the video sent.

import { on } from "../base/dom.js";
import { measure, percent, text } from "../base/i18n.js";
import { log } from "../base/log.js";
import { milestones } from "../base/milestones.js";
import { Roster } from "../call/roster.js";
import { Router } from "../call/router.js";
import { Delivery } from "./delivery.js";
import { Ear } from "./ear.js";
import { govern, initially } from "./governor.js";
import { Speaking } from "./speaking.js";
import { Stats } from "./stats.js";

/** How long after a layout change the peers are told about it, in milliseconds. */
const SETTLED = 200;

/** More pixels than any display has. */
const HEIGHT_AT_MOST = 65_536;

/** @param {any} height of a video as a peer shows it; may be any JSON */
const isHeight = (height) => Number.isFinite(height) && height >= 0 && height <= HEIGHT_AT_MOST;

/** @typedef {import("./stats.js").Quality & {id: string}} Connection */

/**
 * The part of the tiles that the monitor uses. Its Event `change` says that sizes have changed.
 * @typedef {object} Place
 * @property {(id: string) => {camera: number, screen: number}} seenOf the heights at which that peer's videos show
 *   here, in device pixels
 * @property {(id: string) => {tracks: MediaStreamTrack[], painted: number | undefined}[]} playedOf a peer's media
 * @property {(id: string, speaking: boolean) => void} setSpeaking
 * @property {(id: string, grade: string, path: string, summary: string) => void} setQuality
 */

/** The values before the first look at the statistics. @type {import("./stats.js").Quality} */
const UNKNOWN = {
  path: undefined,
  roundTrip: undefined,
  loss: 0,
  down: 0,
  up: 0,
  grade: "good",
  limitation: "none",
  available: undefined,
};

/**
 * Runs from the welcome until `stop()`. Single use.
 *
 * Events, each a CustomEvent:
 * - `cut-off`: Event, nothing arrives from anybody
 * - `flowing`: Event, media arrive again from a peer
 * - `quality`: `detail` is `{connection, rows}`: a Connection, and its values as text for people
 */
export class Monitor extends EventTarget {
  #carrier;
  #tiles;
  #captured;
  #stats;
  #speaking;
  /** The heights of the local videos at each peer, in pixels. @type {Map<string, {camera: number, screen: number}>} */
  #seen = new Map();
  /** What each peer was last told about its own videos here. @type {Map<string, string>} */
  #told = new Map();
  /** @type {Map<string, Connection>} */
  #connections = new Map();
  /** @type {Map<string, Delivery>} */
  #deliveries = new Map();
  #ear = new Ear();
  /** Whether the page was painted since the last look: not while it is hidden or the screen is off. */
  #painted = false;
  #state = initially();
  #listening = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling;

  /**
   * @param {object} options
   * @param {import("../call/carrier.js").Carrier} options.carrier
   * @param {Roster} options.roster
   * @param {Router} options.router
   * @param {EventTarget & Place} options.tiles
   * @param {() => number} options.captured gives the shorter side of the local camera's video, in pixels
   */
  constructor({ carrier, roster, router, tiles, captured }) {
    super();
    this.#carrier = carrier;
    this.#tiles = tiles;
    this.#captured = captured;
    const { signal } = this.#listening;
    this.#stats = new Stats(() => carrier.getStats());
    on(this.#stats, "quality", (detail) => this.#show(detail));
    on(this.#stats, "decoded", (detail) => this.#deliver(detail));
    on(this.#stats, "looked", (detail) => {
      this.#govern(detail.late);
      this.#painted = false;
      requestAnimationFrame(() => {
        this.#painted = true;
      });
    });
    on(this.#stats, "stalled", ({ id, all }) => {
      carrier.recover(id);
      if (all) {
        this.dispatchEvent(new Event("cut-off"));
      }
    });
    on(this.#stats, "silent", (detail) => carrier.rebuild(detail.id));
    on(this.#stats, "flowing", (detail) => {
      carrier.recovered(detail.id);
      this.dispatchEvent(new Event("flowing"));
    });
    this.#speaking = new Speaking(() => carrier.getLoudness());
    on(this.#speaking, "speaking", (detail) => {
      tiles.setSpeaking(detail.id, detail.speaking);
    });
    tiles.addEventListener("change", () => this.#tellSoon(), { signal });
    document.addEventListener("visibilitychange", () => this.#tellSoon(), { signal });
    router.route("view", (id, seen) => this.#hear(id, seen), signal);
    on(carrier, "open", (detail) => this.#opened(detail.id), signal);
    on(roster, "left", (detail) => this.#forget(detail.id), signal);
  }

  stop() {
    this.#listening.abort();
    this.#stats.stop();
    this.#speaking.stop();
    this.#ear.close();
    clearTimeout(this.#settling);
  }

  /**
   * @param {string} id of a peer with a new connection; its first video is small, so limits can wait for the next look
   */
  #opened(id) {
    this.#connections.set(id, { ...UNKNOWN, id });
    this.#told.delete(id);
    this.#tell(id);
  }

  /**
   * @param {string} id of a peer
   * @param {any} seen the heights at which it shows the local videos
   */
  #hear(id, { camera, screen }) {
    if (isHeight(camera) && isHeight(screen)) {
      this.#seen.set(id, { camera, screen });
    }
  }

  /** @param {string} id of a peer that has left */
  #forget(id) {
    this.#seen.delete(id);
    this.#deliveries.delete(id);
    this.#connections.delete(id);
  }

  #tellSoon() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#carrier.reachable.forEach((id) => this.#tell(id)), SETTLED);
  }

  /** @param {string} id of the peer to tell how large its videos are here; 0 on a hidden page */
  #tell(id) {
    const hidden = document.hidden && !document.pictureInPictureElement;
    const seen = hidden ? { camera: 0, screen: 0 } : this.#tiles.seenOf(id);
    if (JSON.stringify(seen) !== this.#told.get(id)) {
      this.#told.set(id, JSON.stringify(seen));
      this.#carrier.say({ type: "view", ...seen }, id);
    }
  }

  /**
   * Rebuilds a connection whose media arrive but are neither seen nor heard.
   * @param {{id: string, decoded: Map<string, number>}} arrived
   */
  #deliver({ id, decoded }) {
    const arrivals = this.#tiles.playedOf(id).flatMap(({ tracks, painted }) =>
      tracks.map((track) => ({
        id: track.id,
        decoded: decoded.get(track.id) ?? 0,
        delivered: track.kind === "video" ? (this.#painted ? painted : undefined) : this.#hears(track),
      })),
    );
    const delivery = this.#deliveries.get(id) ?? new Delivery();
    this.#deliveries.set(id, delivery);
    if (delivery.fails(arrivals)) {
      log("info", "The media of a peer arrive, but are neither seen nor heard. Rebuilding the connection.");
      this.#carrier.rebuild(id);
    }
  }

  /** @param {MediaStreamTrack} track */
  #hears(track) {
    const heard = this.#ear.hears(track);
    return heard === undefined ? undefined : Number(heard);
  }

  /** @param {boolean} overloaded whether this computer does not keep up */
  #govern(overloaded) {
    const others = [...this.#connections.values()].map(({ id, path, limitation, available }) => ({
      id,
      seen: this.#seen.get(id),
      fresh: path === undefined,
      limitation,
      available,
    }));
    const { state, limits } = govern(this.#state, others, this.#captured(), overloaded);
    this.#state = state;
    for (const { id, audio, video, screen } of limits) {
      this.#carrier.limit(id, "audio", audio);
      this.#carrier.limit(id, "video", video, "balanced");
      this.#carrier.limit(id, "screen", screen, "maintain-resolution");
    }
  }

  /** @param {Connection} connection */
  #show(connection) {
    this.#connections.set(connection.id, connection);
    const { id, grade, path, roundTrip = 0, loss, down, up } = connection;
    if (path) {
      const rows = [
        [text("connection"), `${text(grade)}, ${text(path)}`],
        [text("round-trip"), measure(roundTrip * 1e3, "millisecond")],
        [text("loss"), percent(loss)],
        [text("down"), measure(down / 1e3, "kilobit-per-second")],
        [text("up"), measure(up / 1e3, "kilobit-per-second")],
      ];
      const steps = milestones().map(([step, time]) => `${step} ${Math.round(time)}`);
      this.#tiles.setQuality(id, grade, path, rows.map(([name, value]) => `${name}: ${value}`).join("\n"));
      const detail = { connection, rows: steps.length > 0 ? [...rows, [text("steps"), steps.join(", ")]] : rows };
      this.dispatchEvent(new CustomEvent("quality", { detail }));
    }
  }
}
