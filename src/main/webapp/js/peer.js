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
   * @param {RTCIceServer[]} options.iceServers
   * @param {(data: object) => void} options.send takes `{description}` or `{candidate}` to the other side
   */
  constructor({ polite, iceServers, send }) {
    super();
    this.#polite = polite;
    this.#send = send;
    this.#connection = new RTCPeerConnection({ iceServers });
    const connection = this.#connection;
    connection.onnegotiationneeded = () => this.#offer();
    connection.onicecandidate = ({ candidate }) => candidate && send({ candidate });
    connection.ontrack = ({ track }) => this.dispatchEvent(new CustomEvent("track", { detail: track }));
    connection.onconnectionstatechange = () => {
      log("info", "connection", connection.connectionState);
      if (connection.connectionState === "failed") {
        connection.restartIce();
      }
      this.dispatchEvent(new Event("state"));
    };
  }

  /** @returns {RTCPeerConnectionState} */
  get state() {
    return this.#connection.connectionState;
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
