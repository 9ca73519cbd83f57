// Somebody else in the room, and the connection to them, which is repaired whenever it breaks.

import { log } from "./log.js";
import { Peer } from "./peer.js";

/** @typedef {"audio" | "video" | "screen" | "screen-audio"} Kind as in peer.js */

/**
 * How long the first attempt to repair a connection may take before the next, in milliseconds; each further one has twice
 * as long, up to the most. Mostly half a second is enough, but a browser may have looked for a way before it knew of its
 * new address, and a bad line needs its time.
 */
const RECOVER_WITHIN = 2_500;
const RECOVER_WITHIN_AT_MOST = 10_000;

/** Every third attempt makes a new connection, the others look for a new way. */
const REBUILD_EVERY = 3;

/**
 * After so long without a connection the person is told, in milliseconds. Chromium says so itself by then, but only at the side
 * that is first: the other begins anew when this one looks for a new way.
 */
const GIVEN_UP_AFTER = 15_000;

/** What somebody's connection dispatches, and the member passes on. */
const PASSED_ON = ["track", "open", "message", "channel"];

/**
 * A connection that carries nothing any more looks for another way; when none is found, it is rebuilt, alone.
 *
 * Events: those of a Peer, whichever it is at the moment.
 */
export class Member extends EventTarget {
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
   * How often the connection has been rebuilt, on whichever side. Goes with each signal, so that nothing meant for an earlier
   * connection gets into a later one, and both sides rebuild when one does.
   */
  #generation = 0;
  /** How much has been tried since the connection was last in order. */
  #attempts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} of the next attempt */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} set as long as there is no connection */
  #deadline;
  #failed = false;
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

  /** @param {any} data what their `send` was given */
  receive(data) {
    const generation = data.generation ?? 0;
    if (generation < this.#generation) {
      log("info", "a signal for a connection that is gone");
      return;
    }
    if (generation > this.#generation) {
      this.#rebuild(generation);
    }
    (this.#peer ?? this.#connect()).receive(data);
  }

  /**
   * Calls them, or makes sure that a connection that has survived is in order.
   * @returns {Promise<void>} settles when an offer is on its way; never, if the connection is closed before
   */
  async call() {
    if (this.#peer) {
      await this.#peer.renegotiate();
    } else {
      const peer = this.#connect();
      await null; // who is called with this one gets a connection first: an offer under way would make that wait
      await peer.call();
    }
  }

  /** They are there again, with nothing in between. */
  returned() {
    this.adrift = false;
    this.#peer?.forgetOffer();
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
  }

  close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    this.#peer?.close();
    this.#peer = null;
  }

  #renew() {
    log("info", "rebuilding a connection");
    this.#rebuild(this.#generation + 1).call();
  }

  /** @param {number} generation */
  #rebuild(generation) {
    this.#peer?.close();
    this.#generation = generation;
    return this.#connect();
  }

  #connect() {
    const generation = this.#generation;
    const peer = new Peer({
      polite: this.#self < this.#id,
      ice: this.#ice,
      send: (data) => this.#send(generation ? { ...data, generation } : data),
    });
    for (const type of PASSED_ON) {
      peer.addEventListener(type, (/** @type {any} */ { detail }) => {
        this.dispatchEvent(new CustomEvent(type, { detail }));
      });
    }
    peer.addEventListener("state", () => this.#stateChanged(peer.state));
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
      this.#deadline ??= setTimeout(() => this.#tell("failed"), GIVEN_UP_AFTER);
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
