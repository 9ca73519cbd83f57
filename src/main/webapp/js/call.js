// The mesh: one Peer for each other person in the room.

import { log } from "./log.js";
import { Peer } from "./peer.js";

/**
 * Everybody in the room, as told by the server, each with a connection of their own. Whoever comes later makes the first
 * offer, and those who are there make their connection when it arrives; so offers do not cross when somebody joins.
 *
 * Events, each a CustomEvent:
 * - `joined`: `detail` is `{id, name, status}`
 * - `left`: `{id}`
 * - `track`: `{id, track}`, a MediaStreamTrack of that person
 * - `state`: `{id, state}`, an RTCPeerConnectionState
 */
export class Call extends EventTarget {
  #send;
  #selfId = "";
  /** @type {RTCIceServer[]} */
  #iceServers = [];
  /** @type {Map<string, Peer | null>} null until the connection is made */
  #peers = new Map();
  /** Those whose signaling was lost while their media went on. @type {Set<string>} */
  #adrift = new Set();
  /** @type {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} what is sent */
  #tracks = { audio: null, video: null };

  /** @param {(data: object, to: string) => void} send takes data to the peer with that id */
  constructor(send) {
    super();
    this.#send = send;
  }

  /**
   * Begins anew: calls all who are in the room. Connections of an earlier welcome are over, since this side has a new id.
   * @param {{self: {id: string}, peers: {id: string, name: string, status: object}[], iceServers: RTCIceServer[]}} welcome
   */
  welcome({ self, peers, iceServers }) {
    const formerId = this.#selfId; // of a connection that was lost, which the server may not have noticed yet
    this.#selfId = self.id;
    this.#iceServers = iceServers;
    this.close();
    for (const peer of peers.filter(({ id }) => id !== formerId)) {
      this.joined(peer);
      this.#connect(peer.id).receiveAll();
    }
  }

  /** @param {{id: string, name: string, status: object}} peer who came */
  joined(peer) {
    this.#peers.set(peer.id, null);
    this.#dispatch("joined", peer);
  }

  /**
   * Somebody left, or was lost. Media needs no server: those who are lost stay as long as they are connected.
   * @param {{id: string, reason: string}} detail
   */
  left({ id, reason }) {
    if (reason === "lost" && this.#peers.get(id)?.state === "connected") {
      this.#adrift.add(id);
    } else {
      this.#remove(id);
    }
  }

  /** @param {{from: string, data: object}} signal */
  receive({ from, data }) {
    if (this.#peers.has(from)) {
      const peer = this.#peers.get(from) ?? this.#connect(from);
      peer.receive(data);
    } else {
      log("info", "a signal from somebody who has left");
    }
  }

  /**
   * Sends this track to everybody, or none.
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack | null} track
   */
  setTrack(kind, track) {
    this.#tracks[kind] = track;
    for (const peer of this.#peers.values()) {
      peer?.setTrack(kind, track).catch((error) => log("warn", "a track could not be set:", error));
    }
  }

  /** Ends all connections. */
  close() {
    for (const id of [...this.#peers.keys()]) {
      this.#remove(id);
    }
  }

  /** @param {string} id */
  #connect(id) {
    const peer = new Peer({
      polite: this.#selfId < id,
      iceServers: this.#iceServers,
      send: (data) => this.#send(data, id),
    });
    peer.addEventListener("track", (event) => {
      this.#dispatch("track", { id, track: /** @type {CustomEvent} */ (event).detail });
    });
    peer.addEventListener("state", () => this.#stateChanged(id, peer.state));
    this.#peers.set(id, peer);
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
    if (this.#adrift.has(id) && state !== "connected") {
      this.#remove(id);
    } else {
      this.#dispatch("state", { id, state });
    }
  }

  /** @param {string} id */
  #remove(id) {
    this.#adrift.delete(id);
    if (this.#peers.has(id)) {
      this.#peers.get(id)?.close();
      this.#peers.delete(id);
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
