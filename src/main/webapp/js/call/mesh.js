// The carrier without a media server: a link to each peer in the room.

import { on } from "../base/dom.js";
import { log } from "../base/log.js";
import { Link } from "./link.js";

/** @typedef {import("./carrier.js").Kind} Kind */
/** @typedef {import("./carrier.js").Face} Face */

/**
 * Connects to each peer directly. The newcomer makes the first offer, and the others create their connection when it
 * arrives, so that offers do not cross.
 *
 * Events: those of a Carrier.
 * @implements {Face}
 */
export class Mesh extends EventTarget {
  #send;
  /** @type {RTCConfiguration} */
  #ice = {};
  /** @type {Map<string, Link>} by id of the peer */
  #links = new Map();
  /** @type {Map<Kind, MediaStreamTrack | null>} the tracks to send */
  #tracks = new Map();
  self = "";

  /** @param {(data: object, to: string) => void} send sends a signal to the peer with that id, through the server */
  constructor(send) {
    super();
    this.#send = send;
  }

  /**
   * @param {string} id
   * @returns {"joined" | "returned"}
   */
  connect(id) {
    const link = this.#links.get(id);
    if (link) {
      link.returned();
      return "returned";
    }
    this.#links.set(id, this.#link(id));
    return "joined";
  }

  /** @param {string} id */
  async call(id) {
    await this.#links.get(id)?.call();
  }

  /** @param {string} id */
  setAdrift(id) {
    const link = this.#links.get(id);
    if (!link?.connected) {
      return false;
    }
    link.adrift = true;
    return true;
  }

  /** @param {string} id */
  disconnect(id) {
    this.#links.get(id)?.close();
    this.#links.delete(id);
  }

  /** @param {{from: string, data: any}} signal */
  receive({ from, data }) {
    const link = this.#links.get(from);
    if (link) {
      link.receive(data);
    } else {
      log("info", "A signal arrived from a peer that has left.");
    }
  }

  /**
   * A path through a relay ends when its credentials expire. With `renew`, all links restart ICE with new credentials.
   * @param {RTCConfiguration} ice
   * @param {boolean} [renew] whether to restart now
   */
  setIce({ iceServers, iceTransportPolicy }, renew = false) {
    // One path for all media, which every browser supports (RFC 9143). Otherwise audio, video and data would each
    // gather candidates and ask a relay until both sides agree on it.
    this.#ice = { iceServers, iceTransportPolicy, bundlePolicy: "max-bundle" };
    this.#links.forEach((link) => link.setIce(this.#ice, renew));
  }

  /**
   * @param {Kind} kind
   * @param {MediaStreamTrack | null} track
   */
  setTrack(kind, track) {
    this.#tracks.set(kind, track);
    this.#links.forEach((link) => link.update(kind));
  }

  /**
   * @param {string} id
   * @param {Kind} kind
   * @param {RTCRtpEncodingParameters} encoding the most to send to that peer
   * @param {RTCDegradationPreference} [preference]
   */
  limit(id, kind, encoding, preference) {
    this.#links
      .get(id)
      ?.peer?.limit(kind, encoding, preference)
      .catch((error) => log("info", "A limit could not be set:", error)); // the sender has stopped meanwhile
  }

  /**
   * @param {object} message
   * @param {string} [id]
   */
  say(message, id) {
    for (const each of id === undefined ? this.#links.keys() : [id]) {
      this.#links.get(each)?.peer?.channels.say(message);
    }
  }

  get reachable() {
    return [...this.#links].flatMap(([id, { peer }]) => (peer?.channels.isOpen ? [id] : []));
  }

  /**
   * @param {string} id
   * @param {string} label
   */
  openChannel(id, label) {
    return this.#links.get(id)?.peer?.channels.open(label);
  }

  /** @param {string} id */
  stateOf(id) {
    return this.#links.get(id)?.state;
  }

  /** @returns {Promise<[string, RTCStatsReport][]>} */
  getStats() {
    const connected = [...this.#links].flatMap(([id, { peer }]) => (peer ? [{ id, peer }] : []));
    return Promise.all(
      connected.map(async ({ id, peer }) => /** @type {[string, RTCStatsReport]} */ ([id, await peer.getStats()])),
    );
  }

  /** @returns {[string, number][]} */
  getLoudness() {
    return [...this.#links].map(([id, { peer }]) => [id, peer?.loudness ?? 0]);
  }

  /** @param {string} id */
  recover(id) {
    this.#links.get(id)?.recover();
  }

  /** @param {string} id */
  rebuild(id) {
    this.#links.get(id)?.rebuild();
  }

  /** @param {string} id */
  recovered(id) {
    this.#links.get(id)?.recovered();
  }

  /** @param {string} id */
  #link(id) {
    const link = new Link({
      self: this.self,
      id,
      ice: this.#ice,
      tracks: this.#tracks,
      send: (data) => this.#send(data, id),
    });
    /** @param {string} type @param {(detail: any) => object} detail */
    const passOn = (type, detail) =>
      on(link, type, (news) => this.#dispatch(type, { id, ...detail(news) }));
    passOn("track", (track) => track);
    passOn("open", () => ({}));
    passOn("message", (message) => ({ message }));
    passOn("channel", (channel) => ({ channel }));
    link.addEventListener("state", () => {
      if (link.adrift && !link.connected) {
        this.#dispatch("gone", { id });
      } else if (link.state && this.#links.has(id)) {
        this.#dispatch("state", { id, state: link.state });
      }
    });
    return link;
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
