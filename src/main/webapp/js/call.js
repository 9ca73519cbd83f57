// The mesh: one Peer for each other person in the room.

import { log } from "./log.js";
import { Peer } from "./peer.js";

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
 * Somebody else in the room.
 * @typedef {object} Member
 * @property {Peer | null} peer null until the connection is made
 * @property {number} generation how often the connection has been rebuilt, on whichever side; goes with each signal, so that
 *   nothing meant for an earlier connection gets into a later one, and both sides rebuild when one does
 * @property {boolean} adrift whether the server has lost them while their media went on
 * @property {number} attempts how much has been tried since the connection was last in order
 * @property {ReturnType<typeof setTimeout>} [timer] of the next attempt
 */

/**
 * Everybody in the room, as told by the server, each with a connection of their own. Whoever comes later makes the first
 * offer, and those who are there make their connection when it arrives; so offers do not cross when somebody joins.
 *
 * A connection that carries nothing any more looks for another way; when none is found, it is rebuilt, alone.
 *
 * Events, each a CustomEvent:
 * - `joined`: `detail` is `{id, name, status, …}` as in PROTOCOL.md; `returned` the same for one who never left the call
 * - `left`: `{id}`
 * - `track`: `{id, track}`, a MediaStreamTrack of that person
 * - `state`: `{id, state}`, an RTCPeerConnectionState
 */
export class Call extends EventTarget {
  #send;
  #selfId = "";
  /** @type {RTCConfiguration} */
  #ice = {};
  /** @type {Map<string, Member>} */
  #members = new Map();
  /** @type {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} what is sent */
  #tracks = { audio: null, video: null };

  /** @param {(data: object, to: string) => void} send takes data to the peer with that id */
  constructor(send) {
    super();
    this.#send = send;
  }

  /**
   * The server has let this side in: calls all who are in the room. Who comes back after a loss keeps its connections, and
   * so do those in the room who still have theirs.
   * @param {any} welcome as in PROTOCOL.md
   */
  welcome({ self, peers, iceServers, iceTransportPolicy, resumed }) {
    const formerId = this.#selfId;
    this.#selfId = self.id;
    this.setIce({ iceServers, iceTransportPolicy });
    if (resumed) {
      this.recover(); // what has cut this side off from the server may have cut off the others, too
      return;
    }
    if (formerId && formerId !== self.id) { // the others take this side for a stranger
      this.close();
    }
    const present = peers.filter((/** @type {{id: string}} */ { id }) => id !== formerId);
    for (const id of this.#members.keys()) {
      if (!present.some((/** @type {{id: string}} */ peer) => peer.id === id)) {
        this.left({ id, reason: "lost" }); // who has not come back yet, after a restart of the server
      }
    }
    for (const person of present) {
      const peer = this.#members.get(person.id)?.peer;
      this.joined(person);
      if (peer) {
        peer.renegotiate();
      } else {
        this.#connect(person.id).receiveAll();
      }
    }
  }

  /** @param {{id: string, name: string, status: object}} person who came; or came back, with nothing in between */
  joined(person) {
    const member = this.#members.get(person.id);
    if (member) {
      member.adrift = false;
      member.peer?.forgetOffer();
      this.#dispatch("returned", person);
    } else {
      this.#members.set(person.id, { peer: null, generation: 0, adrift: false, attempts: 0 });
      this.#dispatch("joined", person);
    }
  }

  /**
   * Somebody left, or was lost. Media needs no server: those who are lost stay as long as they are connected.
   * @param {{id: string, reason: string}} detail
   */
  left({ id, reason }) {
    const member = this.#members.get(id);
    if (member && reason === "lost" && member.peer?.state === "connected") {
      member.adrift = true;
    } else {
      this.#remove(id);
    }
  }

  /** @param {{from: string, data: any}} signal */
  receive({ from, data }) {
    const member = this.#members.get(from);
    const generation = data.generation ?? 0;
    if (!member || generation < member.generation) {
      log("info", "a signal from somebody, or for a connection, that is gone");
      return;
    }
    if (generation > member.generation) {
      this.#rebuild(from, generation);
    }
    (member.peer ?? this.#connect(from)).receive(data);
  }

  /**
   * Sends this track to everybody, or none.
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack | null} track
   */
  setTrack(kind, track) {
    this.#tracks[kind] = track;
    for (const { peer } of this.#members.values()) {
      peer?.setTrack(kind, track).catch((error) => log("warn", "a track could not be set:", error));
    }
  }

  /**
   * What to connect through from now on. Connections through a relay end with their credentials, so all look for a way with
   * new ones.
   * @param {RTCConfiguration} ice
   * @param {boolean} [renew] whether to look at once
   */
  setIce(ice, renew = false) {
    const { iceServers, iceTransportPolicy } = ice;
    this.#ice = { iceServers, iceTransportPolicy };
    for (const { peer } of this.#members.values()) {
      peer?.setIce(this.#ice);
      if (renew) {
        peer?.restart();
      }
    }
  }

  /**
   * The connection to somebody, or perhaps to everybody, carries nothing any more: looks for another way.
   * @param {string} [id]
   */
  recover(id) {
    for (const each of id === undefined ? this.#members.keys() : [id]) {
      this.#recover(each);
    }
  }

  /** @param {string} id whose connection is in order again, or at last */
  recovered(id) {
    const member = this.#members.get(id);
    if (member) {
      clearTimeout(member.timer);
      member.timer = undefined;
      member.attempts = 0;
    }
  }

  /** Everybody's statistics. @returns {Promise<[string, RTCStatsReport][]>} by id */
  getStats() {
    const connected = [...this.#members].flatMap(([id, { peer }]) => (peer ? [{ id, peer }] : []));
    return Promise.all(
      connected.map(async ({ id, peer }) => /** @type {[string, RTCStatsReport]} */ ([id, await peer.getStats()])),
    );
  }

  /** Ends all connections. */
  close() {
    for (const id of [...this.#members.keys()]) {
      this.#remove(id);
    }
    this.#selfId = "";
  }

  /** @param {string} id */
  #connect(id) {
    const member = /** @type {Member} */ (this.#members.get(id));
    const { generation } = member;
    const peer = new Peer({
      polite: this.#selfId < id,
      ice: this.#ice,
      send: (data) => this.#send(generation ? { ...data, generation } : data, id),
    });
    peer.addEventListener("track", (event) => {
      this.#dispatch("track", { id, track: /** @type {CustomEvent} */ (event).detail });
    });
    peer.addEventListener("state", () => this.#stateChanged(id, peer.state));
    member.peer = peer;
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      peer.setTrack(kind, this.#tracks[kind]);
    }
    return peer;
  }

  /**
   * @param {string} id
   * @param {RTCPeerConnectionState} state
   */
  #stateChanged(id, state) {
    const member = this.#members.get(id);
    if (member?.adrift && state !== "connected") {
      this.#remove(id);
      return;
    }
    if (state === "connected") {
      this.recovered(id);
    } else if (state === "failed" || state === "disconnected") {
      this.#recover(id);
    }
    this.#dispatch("state", { id, state });
  }

  /**
   * Tries new ways and, by turns, a new connection, until one is in order. Does nothing while that is under way.
   * @param {string} id
   */
  #recover(id) {
    const member = this.#members.get(id);
    if (!member?.peer || member.peer.state === "new" || member.timer) {
      return;
    }
    const patience = Math.min(RECOVER_WITHIN_AT_MOST, RECOVER_WITHIN * 2 ** member.attempts);
    member.timer = setTimeout(() => {
      member.timer = undefined;
      if (member.peer?.state === "connected") {
        this.recovered(id);
      } else {
        this.#recover(id);
      }
    }, patience);
    if (++member.attempts % REBUILD_EVERY === 0) {
      log("info", "rebuilding a connection");
      this.#rebuild(id, member.generation + 1).receiveAll();
    } else {
      log("info", "looking for a new way");
      member.peer.restart();
    }
  }

  /**
   * @param {string} id
   * @param {number} generation
   */
  #rebuild(id, generation) {
    const member = /** @type {Member} */ (this.#members.get(id));
    member.peer?.close();
    member.generation = generation;
    return this.#connect(id);
  }

  /** @param {string} id */
  #remove(id) {
    const member = this.#members.get(id);
    if (member) {
      clearTimeout(member.timer);
      member.peer?.close();
      this.#members.delete(id);
      this.#dispatch("left", { id });
    }
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
