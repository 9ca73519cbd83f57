// One peer connection, negotiated by the perfect negotiation pattern of WebRTC 1.0 (section 10.7): either side may ask
// for a negotiation at any time; where two offers cross, the polite side gives way.

import { log } from "./log.js";

/**
 * The connection to one other browser.
 *
 * Events:
 * - `track`: CustomEvent, `detail` is a MediaStreamTrack of the other side
 * - `state`: Event, `state` has changed
 */
export class Peer extends EventTarget {
  #connection;
  #polite;
  #send;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  /** Signals are worked on one after the other: a candidate must not overtake its description. */
  #received = Promise.resolve();

  /**
   * @param {object} options
   * @param {boolean} options.polite whether this side gives way
   * @param {RTCConfiguration} options.ice
   * @param {(data: object) => void} options.send takes `{description}` or `{candidate}` to the other side
   */
  constructor({ polite, ice, send }) {
    super();
    this.#polite = polite;
    this.#send = send;
    this.#connection = new RTCPeerConnection(ice);
    const connection = this.#connection;
    connection.onnegotiationneeded = () => this.#offer();
    connection.onicecandidate = ({ candidate }) => candidate && send({ candidate });
    connection.ontrack = ({ track }) => this.dispatchEvent(new CustomEvent("track", { detail: track }));
    connection.onconnectionstatechange = () => {
      log("info", "connection", connection.connectionState);
      this.dispatchEvent(new Event("state"));
    };
  }

  /** @returns {RTCPeerConnectionState} */
  get state() {
    return this.#connection.connectionState;
  }

  /** @returns {Promise<RTCStatsReport>} */
  getStats() {
    return this.#connection.getStats();
  }

  /**
   * Sends this track, or none, from now on.
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack | null} track
   */
  async setTrack(kind, track) {
    const transceiver = this.#transceiver(kind);
    if (transceiver) {
      await transceiver.sender.replaceTrack(track);
      if (track && transceiver.direction === "recvonly") {
        transceiver.direction = "sendrecv"; // which needs a negotiation; a mere exchange of tracks needs none
      }
    } else if (track) {
      this.#connection.addTrack(track);
    }
  }

  /** Makes sure that this side offers to receive both kinds, even where it has nothing to send. */
  receiveAll() {
    for (const kind of ["audio", "video"]) {
      if (!this.#transceiver(kind)) {
        this.#connection.addTransceiver(kind, { direction: "recvonly" });
      }
    }
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

  /** What was negotiated last may never have arrived at the other side: forgets an offer that was not answered. */
  async forgetOffer() {
    await this.#received; // an answer may just be on its way in
    if (this.#connection.signalingState === "have-local-offer") {
      await this.#connection
        .setLocalDescription({ type: "rollback" })
        .catch((error) => log("info", "there is no offer any more:", error));
    }
  }

  /** As above, and makes a new offer, which brings both sides to one state again. */
  async renegotiate() {
    await this.forgetOffer();
    if (this.state !== "connected") {
      this.restart();
    }
    await this.#offer();
  }

  /**
   * Takes what the other side's `send` gave.
   * @param {{description?: RTCSessionDescriptionInit, candidate?: RTCIceCandidateInit}} data
   */
  receive({ description, candidate }) {
    this.#received = this.#received
      .then(() => (description ? this.#describe(description) : candidate && this.#addCandidate(candidate)))
      .catch((error) => log("warn", "a signal could not be applied:", error));
  }

  close() {
    this.#connection.close(); // which fires no event at this side
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.#send({ description: this.#connection.localDescription });
    } catch (error) {
      log("warn", "no offer could be made:", error);
    } finally {
      this.#makingOffer = false;
    }
  }

  /** @param {RTCSessionDescriptionInit} description */
  async #describe(description) {
    const readyForOffer =
      !this.#makingOffer && (this.#connection.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
    this.#ignoreOffer = description.type === "offer" && !readyForOffer && !this.#polite;
    if (this.#ignoreOffer) {
      return;
    }
    this.#isSettingRemoteAnswerPending = description.type === "answer";
    try {
      await this.#connection.setRemoteDescription(description);
    } finally {
      this.#isSettingRemoteAnswerPending = false;
    }
    if (description.type === "offer") {
      await this.#connection.setLocalDescription();
      this.#send({ description: this.#connection.localDescription });
    }
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

  /** @param {string} kind */
  #transceiver(kind) {
    return this.#connection
      .getTransceivers()
      .find((transceiver) => transceiver.receiver.track.kind === kind && transceiver.direction !== "stopped");
  }
}
