// One peer connection, with perfect negotiation as in WebRTC 1.0 (section 10.7): either side may negotiate at any time,
// and where two offers cross, the polite side gives way.
// The polite side is the side that made the first offer. In Chromium the answering side must not roll back: that ends
// its received tracks for good, while frames are still decoded.

import { log } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { Channels } from "./channels.js";
import { DtlsRole } from "./dtls-role.js";
import { PendingOffer } from "./pending-offer.js";
import { Tracks } from "./tracks.js";

/** @typedef {import("./tracks.js").Kind} Kind */

/**
 * Drops active TCP candidates. They have no port to connect to (RFC 6544, section 4.5), are half of all candidates, and
 * each costs both sides some milliseconds.
 * @param {RTCIceCandidate} candidate
 */
function isOfUse({ tcpType }) {
  return tcpType !== "active";
}

/**
 * The connection to one other browser.
 *
 * Events:
 * - `track`: CustomEvent, `detail` is `{kind, track}`, a MediaStreamTrack of the other side
 * - `state`: Event, `state` has changed
 * - `misunderstood`: Event, the other side is there but does not answer an offer; only a new connection helps
 */
export class Peer extends EventTarget {
  #connection;
  #tracks;
  #yieldsAtFirst;
  /**
   * Whether this side made the first offer that was answered.
   * @type {boolean | null} null before any answer
   */
  #offeredFirst = null;
  #send;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #role = new DtlsRole();
  #pending = new PendingOffer(
    () => this.#describeSelf(),
    () => this.dispatchEvent(new Event("misunderstood")),
  );
  /** Signals are applied one after the other: a candidate must not overtake its description. */
  #received = Promise.resolve();

  /**
   * @param {object} options
   * @param {boolean} options.yieldsAtFirst whether this side is polite when the very first offers cross
   * @param {RTCConfiguration} options.ice
   * @param {(data: object) => void} options.send sends `{description, screens}` or `{candidate}` to the other side;
   *   `screens` has the mids that carry a screen
   */
  constructor({ yieldsAtFirst, ice, send }) {
    super();
    this.#yieldsAtFirst = yieldsAtFirst;
    this.#send = send;
    this.#connection = new RTCPeerConnection(ice);
    const connection = this.#connection;
    connection.onnegotiationneeded = () => this.#offer();
    connection.onsignalingstatechange = () => this.#pending.changed(connection.signalingState);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate && isOfUse(candidate)) {
        send({ candidate });
      }
    };
    connection.ontrack = ({ track, transceiver }) => {
      this.dispatchEvent(new CustomEvent("track", { detail: { kind: this.#tracks.received(transceiver), track } }));
    };
    connection.onconnectionstatechange = () => {
      log("info", "The connection to a peer is now:", connection.connectionState);
      if (connection.connectionState === "connected") {
        reached("DTLS");
      }
      this.dispatchEvent(new Event("state"));
    };
    connection.oniceconnectionstatechange = () => {
      if (["connected", "completed"].includes(connection.iceConnectionState)) {
        reached("ICE");
      }
    };
    this.#tracks = new Tracks(connection);
    this.channels = new Channels(connection);
  }

  /** @returns {RTCPeerConnectionState} */
  get state() {
    return this.#connection.connectionState;
  }

  /** Whether an offer has been answered, by either side. */
  get negotiated() {
    return this.#offeredFirst !== null;
  }

  /** How loud the other side is now, 0 to 1. Asking blocks the page while a connection is being made. */
  get loudness() {
    return this.state === "connected" ? this.#tracks.loudness : 0;
  }

  /** @returns {Promise<RTCStatsReport>} */
  getStats() {
    return this.#connection.getStats();
  }

  /**
   * Sends this track, or none, from now on.
   * @param {Kind} kind
   * @param {MediaStreamTrack | null} track
   */
  async setTrack(kind, track) {
    await this.#tracks.set(kind, track);
  }

  /**
   * Limits what is sent of that kind. Does nothing before there is a sender.
   * @param {Kind} kind
   * @param {RTCRtpEncodingParameters} encoding
   * @param {RTCDegradationPreference} [preference] what to keep when bandwidth or CPU is short
   */
  async limit(kind, encoding, preference) {
    await this.#tracks.limit(kind, encoding, preference);
  }

  /**
   * Calls the other side: offers the local tracks and asks for audio and video. The browser's own `negotiationneeded`
   * would come later.
   */
  call() {
    this.#tracks.request();
    return this.#offer();
  }

  /** @param {RTCConfiguration} ice for the next ICE restart */
  setIce(ice) {
    if (this.#connection.signalingState !== "closed") { // browsers may close a connection without an event
      this.#connection.setConfiguration(ice);
    }
  }

  /** Restarts ICE. Media stay on the old path while it works. */
  restart() {
    this.#connection.restartIce();
  }

  /**
   * Withdraws an offer that was not answered, since the other side may never have got it.
   * @returns {Promise<boolean>} false if only a new connection can bring both sides to the same state
   */
  async forgetOffer() {
    await this.#received; // an answer may be waiting here
    if (this.#connection.signalingState !== "have-local-offer") {
      return true;
    }
    if (!this.#offeredFirst) {
      return false;
    }
    await this.#connection
      .setLocalDescription({ type: "rollback" })
      .catch((error) => log("info", "The offer has been answered or withdrawn already:", error));
    return true;
  }

  /** Does the same and then makes a new offer, which brings both sides to the same state. */
  async renegotiate() {
    if (!(await this.forgetOffer())) {
      return false;
    }
    if (this.state !== "connected") {
      this.restart();
    }
    await this.#offer();
    return true;
  }

  /**
   * Takes a signal from the other side.
   * @param {{description?: RTCSessionDescriptionInit, screens: string[], candidate?: RTCIceCandidateInit}} data
   */
  receive({ description, screens, candidate }) {
    this.#pending.heard();
    const apply = async () => {
      if (description) {
        await this.#describe(description, screens);
      } else if (candidate) {
        await this.#addCandidate(candidate);
      }
    };
    this.#received = this.#received
      .then(apply)
      .catch((error) => log("warn", "A signal of the peer could not be applied:", error));
  }

  close() {
    this.#pending.stop();
    this.#connection.close(); // fires no event on this side
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.#describeSelf();
      reached("offer");
    } catch (error) {
      log("warn", "An offer could not be made:", error);
    } finally {
      this.#makingOffer = false;
    }
  }

  #describeSelf() {
    const description = this.#role.keep(this.#connection.localDescription);
    const { screens } = this.#tracks;
    this.#send(screens.length > 0 ? { description, screens } : { description });
  }

  /**
   * @param {RTCSessionDescriptionInit} description
   * @param {string[]} screens
   */
  async #describe(description, screens) {
    const readyForOffer =
      !this.#makingOffer && (this.#connection.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
    const polite = this.#offeredFirst ?? this.#yieldsAtFirst;
    this.#ignoreOffer = description.type === "offer" && !readyForOffer && !polite;
    if (this.#ignoreOffer) {
      return;
    }
    this.#isSettingRemoteAnswerPending = description.type === "answer";
    if (this.#isSettingRemoteAnswerPending) {
      reached("answer");
    }
    this.#tracks.theirScreens = screens;
    try {
      await this.#connection.setRemoteDescription(description);
      this.#role.learn(description);
    } finally {
      this.#isSettingRemoteAnswerPending = false;
    }
    if (description.type === "offer") {
      await this.#connection.setLocalDescription();
      this.#describeSelf();
    }
    this.#offeredFirst ??= description.type === "answer";
  }

  /** @param {RTCIceCandidateInit} candidate */
  async #addCandidate(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#ignoreOffer) {
        throw error; // otherwise the candidate belongs to the ignored offer
      }
    }
  }
}
