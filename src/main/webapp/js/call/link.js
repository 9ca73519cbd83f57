// A peer in the room and the connection to it, which is repaired whenever it breaks.

import { on } from "../base/dom.js";
import { log } from "../base/log.js";
import { Peer } from "./peer.js";
import { SignalLimits } from "./signal-limits.js";
import { signalOf } from "./signal.js";

/** @typedef {import("./tracks.js").Kind} Kind */

/**
 * How long the first repair may take before the next attempt, in milliseconds. The time doubles with each attempt, up
 * to the maximum. Half a second is usually enough, but a browser may have restarted before it knew its new address, and
 * a bad line needs more time.
 */
const RECOVER_WITHIN = 2_500;
const RECOVER_WITHIN_AT_MOST = 10_000;

/** Every third attempt makes a new connection, the others restart ICE. */
const REBUILD_EVERY = 3;

/**
 * After so long without a connection the person is told, in milliseconds. Chromium reports it too, but only on the side
 * that fails first: the other starts over when this side restarts ICE. A peer that has not answered by then is called
 * again, and again after twice the time, up to the maximum.
 */
const GIVEN_UP_AFTER = 15_000;
const CALLED_AGAIN_AFTER_AT_MOST = 60_000;

/**
 * Repairs the connection to one peer: restarts ICE first, then rebuilds this connection alone.
 *
 * Events: those of the current Peer and its Channels.
 */
export class Link extends EventTarget {
  #self;
  #id;
  #send;
  /** @type {RTCConfiguration} */
  #ice;
  /** @type {Map<Kind, MediaStreamTrack | null>} the tracks to send */
  #tracks;
  /** @type {Peer | null} null before there is a connection */
  #peer = null;
  /**
   * How often either side has rebuilt the connection. Each signal carries it, so that an old signal never reaches a
   * newer connection, and both sides rebuild together.
   */
  #generation = 0;
  /** Attempts since the connection last worked. */
  #attempts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the next attempt */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} runs while there is no connection */
  #deadline;
  /** How long the deadline is. */
  #patience = GIVEN_UP_AFTER;
  #failed = false;
  #limits = new SignalLimits();
  #closed = false;
  /** Whether the server has lost this peer while its media go on. */
  adrift = false;

  /**
   * @param {object} options
   * @param {string} options.self the local id
   * @param {string} options.id
   * @param {RTCConfiguration} options.ice
   * @param {Map<Kind, MediaStreamTrack | null>} options.tracks the tracks to send, shared by all links
   * @param {(data: object) => void} options.send sends a signal to the peer through the server
   */
  constructor({ self, id, ice, tracks, send }) {
    super();
    this.#self = self;
    this.#id = id;
    this.#ice = ice;
    this.#tracks = tracks;
    this.#send = send;
    this.#expect();
  }

  /** @returns {Peer | null} null before there is a connection */
  get peer() {
    return this.#peer;
  }

  get connected() {
    return this.#peer?.state === "connected";
  }

  /** The peer's state; or `failed` until it is connected again, whatever is tried meanwhile. */
  get state() {
    return this.#failed ? "failed" : this.#peer?.state;
  }

  /** @param {any} data a signal from the peer; may be any JSON */
  receive(data) {
    const signal = signalOf(data, this.#generation);
    if (!signal) {
      log("info", "A peer sent an invalid signal.");
      return;
    }
    if (signal.generation < this.#generation) {
      log("info", "A signal arrived for a connection that has been replaced.");
      return;
    }
    if (!this.#limits.allowSignal(signal)) {
      return;
    }
    if ((signal.generation > this.#generation || !this.#peer) && !this.#answer(signal)) {
      return;
    }
    this.#peer?.receive(signal);
  }

  /**
   * Calls the peer, or repairs a connection that has survived.
   * @returns {Promise<void>} settles when an offer is sent; never if the connection is closed before
   */
  async call() {
    const peer = this.#peer;
    if (!peer) {
      const fresh = this.#connect();
      await null; // first create the connections to all peers: an offer under way would delay them
      await fresh?.call();
    } else if (!(await peer.renegotiate())) {
      await this.#renew(peer);
    }
  }

  /** The server has this peer again, without a `peer-left` in between. */
  async returned() {
    this.adrift = false;
    const peer = this.#peer;
    if (peer && !(await peer.forgetOffer())) {
      await this.#renew(peer);
    }
  }

  /** @param {Kind} kind whose track has changed */
  update(kind) {
    this.#peer
      ?.setTrack(kind, this.#tracks.get(kind) ?? null)
      .catch((error) => log("warn", "A track could not be set:", error));
  }

  /**
   * @param {RTCConfiguration} ice
   * @param {boolean} renew whether to restart ICE now
   */
  setIce(ice, renew) {
    this.#ice = ice;
    this.#peer?.setIce(ice);
    if (renew) {
      this.#peer?.restart();
    }
  }

  /** Restarts ICE and, on every third attempt, rebuilds, until the connection works. Does nothing during an attempt. */
  recover() {
    if (!this.#peer || this.#peer.state === "new" || this.#timer) {
      return;
    }
    const patience = Math.min(RECOVER_WITHIN_AT_MOST, RECOVER_WITHIN * 2 ** this.#attempts);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.connected) {
        this.recovered();
      } else {
        this.recover();
      }
    }, patience);
    if (++this.#attempts % REBUILD_EVERY === 0) {
      this.#renew();
    } else {
      log("info", "Looking for a new path to a peer.");
      this.#peer.restart();
    }
  }

  /** Replaces a connection that has a path but carries nothing. Does nothing during a repair. */
  rebuild() {
    if (this.connected && !this.#timer) {
      this.#renew();
    }
  }

  /** The connection works, again or for the first time. */
  recovered() {
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    this.#timer = undefined;
    this.#deadline = undefined;
    this.#failed = false;
    this.#attempts = 0;
    this.#patience = GIVEN_UP_AFTER;
  }

  close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    this.#peer?.close();
    this.#peer = null;
    this.#closed = true;
  }

  /** Without a connection in time, tells the person, and calls a peer that has not answered again. */
  #expect() {
    this.#deadline ??= setTimeout(() => {
      this.#deadline = undefined;
      this.#patience = Math.min(CALLED_AGAIN_AFTER_AT_MOST, 2 * this.#patience);
      this.#expect();
      this.#tell("failed");
      if (!this.#peer?.negotiated) {
        this.#renew();
      }
    }, this.#patience);
  }

  /**
   * Makes the connection that a peer's signal is for.
   * @param {import("./signal.js").Signal} signal
   * @returns {boolean} whether there is one
   */
  #answer({ generation, description }) {
    if (description?.type !== "offer") {
      return false; // its offer never arrived
    }
    if (!this.#limits.allowConnection()) {
      return false;
    }
    return this.#rebuild(generation) !== null;
  }

  /** Replaces this connection, unless that has happened already. */
  async #renew(peer = this.#peer) {
    if (peer === this.#peer && !this.#closed) {
      log("info", "Rebuilding the connection to a peer.");
      await this.#rebuild(this.#generation + 1)?.call();
    }
  }

  /** @param {number} generation */
  #rebuild(generation) {
    this.#peer?.close();
    this.#generation = generation;
    return this.#connect();
  }

  /** @returns {Peer | null} null if the browser refuses, as it allows only so many; the deadline tries again */
  #connect() {
    this.#peer = null;
    this.#expect();
    const generation = this.#generation;
    let peer;
    try {
      peer = new Peer({
        yieldsAtFirst: this.#self < this.#id,
        ice: this.#ice,
        send: (data) => this.#send(generation ? { ...data, generation } : data),
      });
    } catch (error) {
      log("warn", "The browser could not make a connection:", error);
      this.#tell("failed");
      return null;
    }
    const passOn = (/** @type {EventTarget} */ source, /** @type {string} */ type) =>
      on(source, type, (detail) => this.dispatchEvent(new CustomEvent(type, { detail })));
    passOn(peer, "track");
    ["open", "message", "channel"].forEach((type) => passOn(peer.channels, type));
    peer.addEventListener("state", () => this.#stateChanged(peer.state));
    peer.addEventListener("misunderstood", () => this.rebuild());
    this.#peer = peer;
    for (const kind of this.#tracks.keys()) {
      this.update(kind);
    }
    return peer;
  }

  /** @param {RTCPeerConnectionState} state */
  #stateChanged(state) {
    if (state === "connected") {
      this.recovered();
    } else {
      this.#expect();
      if (!this.adrift && (state === "failed" || state === "disconnected")) {
        this.recover();
      }
    }
    this.#tell(state);
  }

  /** @param {RTCPeerConnectionState} state */
  #tell(state) {
    this.#failed ||= state === "failed";
    this.dispatchEvent(new Event("state"));
  }
}
