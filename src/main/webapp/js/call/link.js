// Somebody else in the room, and the connection to them, which is repaired whenever it breaks.

import { log } from "../base/log.js";
import { TokenBucket } from "../base/token-bucket.js";
import { Peer } from "./peer.js";
import { signalOf } from "./signal.js";

/** @typedef {"audio" | "video" | "screen" | "screen-audio"} Kind as in peer.js */

/**
 * How long the first attempt to repair a connection may take before the next, in milliseconds; each further one has
 * twice as long, up to the most. Mostly half a second is enough, but a browser may have looked for a way before it knew
 * of its new address, and a bad line needs its time.
 */
const RECOVER_WITHIN = 2_500;
const RECOVER_WITHIN_AT_MOST = 10_000;

/** Every third attempt makes a new connection, the others look for a new way. */
const REBUILD_EVERY = 3;

/**
 * After so long without a connection the person is told, in milliseconds. Chromium says so itself by then, but only at
 * the side that is first: the other begins anew when this one looks for a new way. Whoever has not answered by then is
 * called once more, and again after twice as long, up to the most.
 */
const GIVEN_UP_AFTER = 15_000;
const CALLED_AGAIN_AFTER_AT_MOST = 60_000;

/**
 * What one of the others may make this page do, at once and per second in the long run. A connection that is made anew
 * stays with the browser for a while, and it bears some hundreds; a description takes milliseconds, and a candidate
 * makes the browser send packets to where it says.
 */
const ALLOWED = {
  connections: { burst: 5, perSecond: 0.2 },
  descriptions: { burst: 50, perSecond: 5 },
  candidates: { burst: 300, perSecond: 20 },
};

/**
 * A connection that carries nothing any more looks for another way; when none is found, it is rebuilt, alone.
 *
 * Events: those of a Peer and its Channels, whichever it is at the moment.
 */
export class Link extends EventTarget {
  #self;
  #id;
  #send;
  /** @type {RTCConfiguration} */
  #ice;
  /** @type {Map<Kind, MediaStreamTrack | null>} what is sent */
  #tracks;
  /** @type {Peer | null} null until the connection is made */
  #peer = null;
  /**
   * How often the connection has been rebuilt, on whichever side. Goes with each signal, so that nothing meant for an
   * earlier connection gets into a later one, and both sides rebuild when one does.
   */
  #generation = 0;
  /** How much has been tried since the connection was last in order. */
  #attempts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} of the next attempt */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} set as long as there is no connection */
  #deadline;
  /** How long it runs. */
  #patience = GIVEN_UP_AFTER;
  #failed = false;
  #allowed = {
    connections: new TokenBucket(ALLOWED.connections),
    descriptions: new TokenBucket(ALLOWED.descriptions),
    candidates: new TokenBucket(ALLOWED.candidates),
  };
  #closed = false;
  /** Whether the server has lost them while their media went on. */
  adrift = false;

  /**
   * @param {object} options
   * @param {string} options.self the own id
   * @param {string} options.id
   * @param {RTCConfiguration} options.ice
   * @param {Map<Kind, MediaStreamTrack | null>} options.tracks what to send, shared by all
   * @param {(data: object) => void} options.send takes data to them, by way of the server
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

  /** @returns {Peer | null} null until there is a connection */
  get peer() {
    return this.#peer;
  }

  get connected() {
    return this.#peer?.state === "connected";
  }

  /** As of the peer; after `failed` nothing else counts until there is a connection, whatever is being tried. */
  get state() {
    return this.#failed ? "failed" : this.#peer?.state;
  }

  /** @param {any} data what their `send` was given, or anything else */
  receive(data) {
    const signal = signalOf(data, this.#generation);
    if (!signal || signal.generation < this.#generation) {
      log("info", signal ? "a signal for a connection that is gone" : "a signal that no page means");
      return;
    }
    if (!this.#allowed[signal.description ? "descriptions" : "candidates"].take()) {
      log("info", "too many signals");
      return;
    }
    if ((signal.generation > this.#generation || !this.#peer) && !this.#answer(signal)) {
      return;
    }
    this.#peer?.receive(signal);
  }

  /**
   * Calls them, or makes sure that a connection that has survived is in order.
   * @returns {Promise<void>} settles when an offer is on its way; never, if the connection is closed before
   */
  async call() {
    const peer = this.#peer;
    if (!peer) {
      const fresh = this.#connect();
      await null; // who is called with this one gets a connection first: an offer under way would make that wait
      await fresh?.call();
    } else if (!(await peer.renegotiate())) {
      await this.#renew(peer);
    }
  }

  /** They are there again, with nothing in between. */
  async returned() {
    this.adrift = false;
    const peer = this.#peer;
    if (peer && !(await peer.forgetOffer())) {
      await this.#renew(peer);
    }
  }

  /**
   * @param {Kind} kind whose track is another one now
   */
  update(kind) {
    this.#peer
      ?.setTrack(kind, this.#tracks.get(kind) ?? null)
      .catch((error) => log("warn", "a track could not be set:", error));
  }

  /**
   * @param {RTCConfiguration} ice
   * @param {boolean} renew whether to look for a way with it at once
   */
  setIce(ice, renew) {
    this.#ice = ice;
    this.#peer?.setIce(ice);
    if (renew) {
      this.#peer?.restart();
    }
  }

  /** Tries new ways and, by turns, a new connection, until one is in order. Does nothing while that is under way. */
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
      log("info", "looking for a new way");
      this.#peer.restart();
    }
  }

  /** The connection has a way, and carries nothing all the same. Does nothing while another way is looked for. */
  rebuild() {
    if (this.connected && !this.#timer) {
      this.#renew();
    }
  }

  /** The connection is in order again, or at last. */
  recovered() {
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    this.#timer = this.#deadline = undefined;
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

  /** After some time without a connection the person is told, and whoever has not answered is called once more. */
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
   * Makes the connection that somebody else's signal is for.
   * @param {import("./signal.js").Signal} signal
   * @returns {boolean} whether there is one
   */
  #answer({ generation, description }) {
    if (description?.type !== "offer") {
      return false; // what it belongs to never came here
    }
    if (!this.#allowed.connections.take()) {
      log("info", "too many connections");
      return false;
    }
    return this.#rebuild(generation) !== null;
  }

  /** Makes a new connection in place of this one, unless that has been done meanwhile. */
  async #renew(peer = this.#peer) {
    if (peer === this.#peer && !this.#closed) {
      log("info", "rebuilding a connection");
      await this.#rebuild(this.#generation + 1)?.call();
    }
  }

  /** @param {number} generation */
  #rebuild(generation) {
    this.#peer?.close();
    this.#generation = generation;
    return this.#connect();
  }

  /** @returns {Peer | null} null where the browser makes none, as of those it bears only so many; it is tried again */
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
      log("warn", "no connection could be made:", error);
      this.#tell("failed");
      return null;
    }
    const passOn = (/** @type {EventTarget} */ source, /** @type {string} */ type) =>
      source.addEventListener(type, (/** @type {any} */ { detail }) => {
        this.dispatchEvent(new CustomEvent(type, { detail }));
      });
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
