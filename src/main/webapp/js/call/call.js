// The mesh: one connection to each other person in the room.

import { log } from "../base/log.js";
import { Link } from "./link.js";

/** @typedef {"audio" | "video" | "screen" | "screen-audio"} Kind as in peer.js */

/** For how long people are not shown because they are being called, in milliseconds; a busy computer takes a tenth of it. */
const CALL_WITHIN = 1_000;

/**
 * Everybody in the room, as told by the server, each with a connection of their own. Whoever comes later makes the first
 * offer, and those who are there make their connection when it arrives; so offers do not cross when somebody joins.
 *
 * Events, each a CustomEvent:
 * - `joined`: `detail` is `{id, name, status, …}` as in PROTOCOL.md; `returned` the same for one who never left the call
 * - `left`: `{id}`
 * - `track`: `{id, kind, track}`, a MediaStreamTrack of that person, and what it is
 * - `state`: `{id, state}`, an RTCPeerConnectionState
 * - `open`: `{id}`, from now on messages reach that person
 * - `message`: `{id, message}`, what that person said past the server
 * - `channel`: `{id, channel}`, an RTCDataChannel that person has opened
 */
export class Call extends EventTarget {
  #send;
  #selfId = "";
  /** @type {RTCConfiguration} */
  #ice = {};
  /** @type {Map<string, Link>} */
  #members = new Map();
  /** @type {Map<Kind, MediaStreamTrack | null>} what is sent */
  #tracks = new Map();

  /** @param {(data: object, to: string) => void} send takes data to the peer with that id */
  constructor(send) {
    super();
    this.#send = send;
  }

  /**
   * The server has let this side in: calls all who are in the room. Who comes back after a loss keeps its connections, and
   * so do those in the room who still have theirs.
   * @param {any} welcome as in PROTOCOL.md
   * @returns {Promise<() => void>} settles when they have been called, and then tells of them (`joined`, `returned`): to
   *   show them takes longer, and an answer takes its time. Until then nothing else that the server says is to be done.
   */
  async welcome({ self, peers, iceServers, iceTransportPolicy, resumed }) {
    const formerId = this.#selfId;
    this.#selfId = self.id;
    this.setIce({ iceServers, iceTransportPolicy });
    if (resumed) {
      // Connections to people tell by themselves when they carry nothing any more.
      return () => {};
    }
    if (formerId && formerId !== self.id) { // the others take this side for a stranger
      this.close();
      this.#selfId = self.id;
    }
    const present = peers.filter((/** @type {{id: string}} */ { id }) => id !== formerId);
    for (const id of this.#members.keys()) {
      if (!present.some((/** @type {{id: string}} */ peer) => peer.id === id)) {
        // Who has not come back yet, after a restart of the server.
        this.left({ id, reason: "lost" });
      }
    }
    const news = present.map((/** @type {{id: string}} */ person) => ({ type: this.#admit(person.id), person }));
    const calls = present.map((/** @type {{id: string}} */ { id }) => this.#members.get(id)?.call());
    await Promise.race([Promise.all(calls), new Promise((resolve) => setTimeout(resolve, CALL_WITHIN))]);
    return () =>
      news.forEach((/** @type {any} */ { type, person }) => {
        this.#dispatch(type, person);
        this.#tell(person.id); // it may have failed already
      });
  }

  /** @param {{id: string, name: string, status: object}} person who came; or came back, with nothing in between */
  joined(person) {
    this.#dispatch(this.#admit(person.id), person);
  }

  /**
   * Somebody left, or was lost. Media needs no server: those who are lost stay as long as they are connected.
   * @param {{id: string, reason: string}} detail
   */
  left({ id, reason }) {
    const member = this.#members.get(id);
    if (member?.connected && reason === "lost") {
      member.adrift = true;
    } else {
      this.#remove(id);
    }
  }

  /** @param {{from: string, data: any}} signal */
  receive({ from, data }) {
    const member = this.#members.get(from);
    if (member) {
      member.receive(data);
    } else {
      log("info", "a signal from somebody who is gone");
    }
  }

  /**
   * Sends this track to everybody, or none.
   * @param {Kind} kind
   * @param {MediaStreamTrack | null} track
   */
  setTrack(kind, track) {
    this.#tracks.set(kind, track);
    this.#members.forEach((member) => member.update(kind));
  }

  /**
   * What to connect through from now on. Connections through a relay end with their credentials, so all look for a way with
   * new ones.
   * @param {RTCConfiguration} ice
   * @param {boolean} [renew] whether to look at once
   */
  setIce({ iceServers, iceTransportPolicy }, renew = false) {
    // One way for all, as every browser agrees to (RFC 9143). Else each of sound, pictures and messages would look for its own
    // until it does, and ask a relay for one.
    this.#ice = { iceServers, iceTransportPolicy, bundlePolicy: "max-bundle" };
    this.#members.forEach((member) => member.setIce(this.#ice, renew));
  }

  /** @param {string} id @returns {Link | undefined} undefined for one who is not here */
  member(id) {
    return this.#members.get(id);
  }

  /**
   * Says something past the server, to one or to all. Who is not connected just now does not hear it.
   * @param {object} message
   * @param {string} [id]
   */
  say(message, id) {
    for (const each of id === undefined ? this.#members.keys() : [id]) {
      this.#members.get(each)?.peer?.channels.say(message);
    }
  }

  /** @returns {string[]} ids of those whom messages reach */
  get reachable() {
    return [...this.#members].flatMap(([id, { peer }]) => (peer?.channels.isOpen ? [id] : []));
  }

  /**
   * @param {string} id
   * @param {string} label
   * @returns {RTCDataChannel | undefined} undefined where there is no connection
   */
  openChannel(id, label) {
    return this.#members.get(id)?.peer?.channels.open(label);
  }

  /**
   * @param {string} id
   * @param {Kind} kind
   * @param {RTCRtpEncodingParameters} encoding what to send to that person at most
   * @param {RTCDegradationPreference} [preference]
   */
  limit(id, kind, encoding, preference) {
    this.#members
      .get(id)
      ?.peer?.limit(kind, encoding, preference)
      .catch((error) => log("info", "a limit could not be set:", error)); // the sender has stopped meanwhile
  }

  /** How loud everybody is just now, 0 to 1. @returns {[string, number][]} by id */
  getLoudness() {
    return [...this.#members].map(([id, { peer }]) => [id, peer?.loudness ?? 0]);
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

  /**
   * @param {string} id
   * @returns {"joined" | "returned"} which of the two this was
   */
  #admit(id) {
    const member = this.#members.get(id);
    if (member) {
      member.returned();
      return "returned";
    }
    this.#members.set(id, this.#member(id));
    return "joined";
  }

  /** @param {string} id */
  #member(id) {
    const member = new Link({
      self: this.#selfId,
      id,
      ice: this.#ice,
      tracks: this.#tracks,
      send: (data) => this.#send(data, id),
    });
    /** @param {string} type @param {(detail: any) => object} detail */
    const passOn = (type, detail) =>
      member.addEventListener(type, (/** @type {any} */ event) => {
        this.#dispatch(type, { id, ...detail(event.detail) });
      });
    passOn("track", (track) => track);
    passOn("open", () => ({}));
    passOn("message", (message) => ({ message }));
    passOn("channel", (channel) => ({ channel }));
    member.addEventListener("state", () => {
      if (member.adrift && !member.connected) {
        this.#remove(id);
      } else {
        this.#tell(id);
      }
    });
    return member;
  }

  /** @param {string} id of one whose connection may have changed */
  #tell(id) {
    const state = this.#members.get(id)?.state;
    if (state) {
      this.#dispatch("state", { id, state });
    }
  }

  /** @param {string} id */
  #remove(id) {
    const member = this.#members.get(id);
    if (member) {
      member.close();
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
