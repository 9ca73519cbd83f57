// One peer connection, negotiated by the perfect negotiation pattern of WebRTC 1.0 (section 10.7): either side may ask
// for a negotiation at any time; where two offers cross, the polite side gives way.
//
// The polite side is the one that made the first offer. In Chromium the one that answered it would lose what it
// receives: a rollback there stops the tracks for good, while frames are still decoded.

import { log } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { Channels } from "./channels.js";
import { DtlsRole } from "./dtls-role.js";
import { AT_FIRST, limit } from "./encoding.js";
import { PendingOffer } from "./pending-offer.js";

/**
 * What a track is; `audio` and `video` are of microphone and camera.
 * @typedef {"audio" | "video" | "screen" | "screen-audio"} Kind
 */

/**
 * One for TCP that only opens connections has no port that the other side could come to (RFC 6544, section 4.5). It is
 * half of all, and each costs both sides a few milliseconds.
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
 * - `misunderstood`: Event, the other side is there and does not answer an offer; only a new connection helps
 */
export class Peer extends EventTarget {
  #connection;
  #yieldsAtFirst;
  /**
   * Whether this side made the first offer that was answered.
   * @type {boolean | null} null before there was an answer
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
  /** What carries a screen; of the others, the kind of media says what they carry. @type {Set<RTCRtpTransceiver>} */
  #screens = new Set();
  /** @type {string[]} the same of the other side, by mid: whoever offers them says so */
  #theirScreens = [];
  /** Signals are worked on one after the other: a candidate must not overtake its description. */
  #received = Promise.resolve();

  /**
   * @param {object} options
   * @param {boolean} options.yieldsAtFirst whether this side gives way where the very first offers cross
   * @param {RTCConfiguration} options.ice
   * @param {(data: object) => void} options.send takes `{description, screens}` or `{candidate}` to the other side;
   *   `screens` are the mids of what carries a screen
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
      if (this.#theirScreens.includes(transceiver.mid ?? "")) {
        this.#screens.add(transceiver);
      }
      this.dispatchEvent(new CustomEvent("track", { detail: { kind: this.#kindOf(transceiver), track } }));
    };
    connection.onconnectionstatechange = () => {
      log("info", "connection", connection.connectionState);
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
    this.channels = new Channels(connection);
  }

  /** @returns {RTCPeerConnectionState} */
  get state() {
    return this.#connection.connectionState;
  }

  /** Whether both sides have agreed on something: one has offered and the other answered. */
  get negotiated() {
    return this.#offeredFirst !== null;
  }

  /** How loud the other side is just now, 0 to 1. To ask stops the page while a connection is being made. */
  get loudness() {
    if (this.state !== "connected") {
      return 0;
    }
    const sources = this.#transceiver("audio")?.receiver.getSynchronizationSources() ?? [];
    return Math.max(0, ...sources.map(({ audioLevel = 0 }) => audioLevel));
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
    const transceiver = this.#transceiver(kind);
    if (transceiver) {
      await transceiver.sender.replaceTrack(track);
      if (track && transceiver.direction === "recvonly") {
        transceiver.direction = "sendrecv"; // which needs a negotiation; a mere exchange of tracks needs none
      }
    } else if (track && kind.startsWith("screen")) {
      this.#screens.add(this.#connection.addTransceiver(track)); // never one that the other side offers for its camera
    } else if (track) {
      this.#connection.addTrack(track);
      if (kind === "video") {
        await this.limit(kind, AT_FIRST);
      }
    }
  }

  /**
   * Sends that kind no larger, faster and finer than this. Does nothing before there is something to send.
   * @param {Kind} kind
   * @param {RTCRtpEncodingParameters} encoding
   * @param {RTCDegradationPreference} [preference] what to keep where not all can be kept
   */
  async limit(kind, encoding, preference) {
    const sender = this.#transceiver(kind)?.sender;
    if (sender) {
      await limit(sender, encoding, preference);
    }
  }

  /**
   * Calls the other side: offers what there is to send, and to receive both kinds. At once; the browser would ask for
   * it (`negotiationneeded`) when it has time.
   */
  call() {
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      if (!this.#transceiver(kind)) {
        this.#connection.addTransceiver(kind, { direction: "recvonly" });
      }
    }
    return this.#offer();
  }

  /** @param {RTCConfiguration} ice what to connect through the next time that a way is looked for */
  setIce(ice) {
    if (this.#connection.signalingState !== "closed") { // browsers close one, rarely, and this side is not told
      this.#connection.setConfiguration(ice);
    }
  }

  /** Looks for a new way to the other side. Media go on over the old one as long as it carries any. */
  restart() {
    this.#connection.restartIce();
  }

  /**
   * What was negotiated last may never have arrived at the other side: forgets an offer that was not answered.
   * @returns {Promise<boolean>} whether that was possible; else only a new connection brings both sides to one state
   */
  async forgetOffer() {
    await this.#received; // an answer may just be on its way in
    if (this.#connection.signalingState !== "have-local-offer") {
      return true;
    }
    if (!this.#offeredFirst) {
      return false;
    }
    await this.#connection
      .setLocalDescription({ type: "rollback" })
      .catch((error) => log("info", "there is no offer any more:", error));
    return true;
  }

  /** As above, and makes a new offer, which brings both sides to one state again. */
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
   * Takes what the other side's `send` gave.
   * @param {{description?: RTCSessionDescriptionInit, screens: string[], candidate?: RTCIceCandidateInit}} data
   */
  receive({ description, screens, candidate }) {
    this.#pending.heard();
    this.#received = this.#received
      .then(() => (description ? this.#describe(description, screens) : candidate && this.#addCandidate(candidate)))
      .catch((error) => log("warn", "a signal could not be applied:", error));
  }

  close() {
    this.#pending.stop();
    this.#connection.close(); // which fires no event at this side
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.#describeSelf();
      reached("offer");
    } catch (error) {
      log("warn", "no offer could be made:", error);
    } finally {
      this.#makingOffer = false;
    }
  }

  #describeSelf() {
    const screens = [...this.#screens].flatMap(({ mid }) => mid ?? []);
    this.#send({ description: this.#role.keep(this.#connection.localDescription), ...(screens.length && { screens }) });
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
    this.#theirScreens = screens;
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
        throw error; // else it belongs to the offer that was ignored
      }
    }
  }

  /** @param {Kind} kind */
  #transceiver(kind) {
    return this.#connection
      .getTransceivers()
      .find((transceiver) => this.#kindOf(transceiver) === kind && transceiver.direction !== "stopped");
  }

  /**
   * @param {RTCRtpTransceiver} transceiver
   * @returns {Kind}
   */
  #kindOf(transceiver) {
    const kind = /** @type {"audio" | "video"} */ (transceiver.receiver.track.kind);
    return this.#screens.has(transceiver) ? (kind === "video" ? "screen" : "screen-audio") : kind;
  }
}
