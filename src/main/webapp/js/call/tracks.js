// The tracks of one peer connection, by kind.

import { AT_FIRST, limit } from "./encoding.js";

/**
 * The kind of a track. `audio` and `video` come from microphone and camera.
 * @typedef {"audio" | "video" | "screen" | "screen-audio"} Kind
 */

/** Tells the transceivers of cameras from those of screens, which SDP does not. */
export class Tracks {
  #connection;
  /** Transceivers that carry a screen. The media kind identifies the others. @type {Set<RTCRtpTransceiver>} */
  #screens = new Set();
  /** @type {string[]} the mids of the other side's screens, from its last description */
  theirScreens = [];

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** The mids that carry a screen. */
  get screens() {
    return [...this.#screens].flatMap(({ mid }) => mid ?? []);
  }

  /** How loud the other side's microphone is now, 0 to 1. */
  get loudness() {
    const sources = this.#transceiver("audio")?.receiver.getSynchronizationSources() ?? [];
    return Math.max(0, ...sources.map(({ audioLevel = 0 }) => audioLevel));
  }

  /**
   * Sends this track, or none, from now on.
   * @param {Kind} kind
   * @param {MediaStreamTrack | null} track
   */
  async set(kind, track) {
    const transceiver = this.#transceiver(kind);
    if (transceiver) {
      await transceiver.sender.replaceTrack(track);
      if (track && transceiver.direction === "recvonly") {
        transceiver.direction = "sendrecv"; // this needs a negotiation; replacing a track does not
      }
    } else if (track && kind.startsWith("screen")) {
      this.#screens.add(this.#connection.addTransceiver(track)); // never the transceiver of the other side's camera
    } else if (track) {
      this.#connection.addTrack(track);
      if (kind === "video") {
        await this.limit(kind, AT_FIRST);
      }
    }
  }

  /**
   * Limits what is sent of that kind. Does nothing before there is a sender.
   * @param {Kind} kind
   * @param {RTCRtpEncodingParameters} encoding
   * @param {RTCDegradationPreference} [preference] what to keep when bandwidth or CPU is short
   */
  async limit(kind, encoding, preference) {
    const sender = this.#transceiver(kind)?.sender;
    if (sender) {
      await limit(sender, encoding, preference);
    }
  }

  /** Asks the other side for audio and video, even if this side has none to send. */
  request() {
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      if (!this.#transceiver(kind)) {
        this.#connection.addTransceiver(kind, { direction: "recvonly" });
      }
    }
  }

  /**
   * @param {RTCRtpTransceiver} transceiver whose track has just arrived
   * @returns {Kind}
   */
  received(transceiver) {
    if (this.theirScreens.includes(transceiver.mid ?? "")) {
      this.#screens.add(transceiver);
    }
    return this.#kindOf(transceiver);
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
    if (!this.#screens.has(transceiver)) {
      return kind;
    }
    return kind === "video" ? "screen" : "screen-audio";
  }
}
