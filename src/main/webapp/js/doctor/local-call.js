// A call between two RTCPeerConnections in one page, without a server: the shortest way to see what WebRTC does.

import { until } from "./until.js";

/** The longest wait for a connection or a picture, in milliseconds. */
export const PATIENCE = 10_000;

export class LocalCall {
  #caller = new RTCPeerConnection();
  #callee = new RTCPeerConnection();
  #candidates = 0;
  #connected;

  /**
   * Each of the two passes its descriptions and candidates straight to the other; no signaling is needed.
   * @param {MediaStream} local what is sent
   * @param {MediaStream} remote gets what arrives
   */
  constructor(local, remote) {
    this.#caller.onicecandidate = ({ candidate }) => {
      this.#candidates += candidate?.candidate ? 1 : 0;
      this.#callee.addIceCandidate(candidate ?? undefined);
    };
    this.#callee.onicecandidate = ({ candidate }) => this.#caller.addIceCandidate(candidate ?? undefined);
    this.#callee.ontrack = ({ track }) => remote.addTrack(track);
    for (const track of local.getTracks()) {
      this.#caller.addTrack(track, local);
    }
    this.#connected = this.#connect();
  }

  /** @returns {Promise<"connected" | "failed" | "no-candidates">} the last if the browser names no address at all */
  async outcome() {
    if (await this.#connected) {
      return "connected";
    }
    return this.#candidates > 0 ? "failed" : "no-candidates";
  }

  /** The codec of the pictures that have arrived; null if none has. @returns {Promise<string | null>} */
  async codec() {
    return (await this.#connected) ? until(PATIENCE, () => this.#decodedCodec()) : null;
  }

  async #connect() {
    await this.#caller.setLocalDescription(); // an offer
    await this.#callee.setRemoteDescription(/** @type {RTCSessionDescription} */ (this.#caller.localDescription));
    await this.#callee.setLocalDescription(); // an answer
    await this.#caller.setRemoteDescription(/** @type {RTCSessionDescription} */ (this.#callee.localDescription));
    return until(PATIENCE, () => this.#callee.connectionState === "connected");
  }

  /** @returns {Promise<string | null>} */
  async #decodedCodec() {
    const stats = await this.#callee.getStats();
    for (const entry of stats.values()) {
      if (entry.type === "inbound-rtp" && entry.kind === "video" && entry.framesDecoded > 0) {
        return stats.get(entry.codecId)?.mimeType.replace("video/", "") ?? "video";
      }
    }
    return null;
  }
}
