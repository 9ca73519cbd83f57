// What one STUN or TURN server does for this browser.

import { until } from "./until.js";

/** The longest wait for a message through a relay, in milliseconds. Browsers give up a silent server after about 10 s. */
const PATIENCE = 15_000;

/** The error of a server that cannot be reached, of which browsers make up the number (WebRTC, section 4.8.1.3). */
const UNREACHABLE = 701;

/**
 * - `works`: STUN tells the address; TURN has relayed a message there and back
 * - `unreachable`: no answer
 * - `unresolved`: its name has no address
 * - `refused`: it does not accept the credentials
 * - `stuck`: TURN has given an address, but nothing comes through
 * @typedef {{url: string, outcome: "works" | "unreachable" | "unresolved" | "refused" | "stuck", milliseconds: number}} Probe
 */

/**
 * @param {RTCIceServer & {urls: string}} server with one address
 * @returns {Promise<Probe>}
 */
export async function probe(server) {
  const attempt = new Attempt(server);
  try {
    const outcome = await attempt.outcome();
    return { url: server.urls, outcome, milliseconds: attempt.roundTrip };
  } finally {
    attempt.close();
  }
}

/** Two connections that know this server alone. With TURN they reach each other only through it. */
class Attempt {
  roundTrip = 0;
  #relayed;
  #near;
  #far;
  #channel;
  #found = false;
  /** @type {RTCPeerConnectionIceErrorEvent[]} */
  #errors = [];
  #sentAt = 0;

  /** @param {RTCIceServer & {urls: string}} server */
  constructor(server) {
    this.#relayed = server.urls.startsWith("turn");
    /** @type {RTCConfiguration} */
    const configuration = { iceServers: [server], iceTransportPolicy: this.#relayed ? "relay" : "all" };
    this.#near = new RTCPeerConnection(configuration);
    this.#far = new RTCPeerConnection(configuration);
    this.#channel = this.#near.createDataChannel("test");
    this.#near.addEventListener("icecandidate", ({ candidate }) => {
      this.#found ||= ["srflx", "relay"].includes(candidate?.type ?? "");
    });
    this.#near.addEventListener("icecandidateerror", (error) => this.#errors.push(error));
  }

  /** @returns {Promise<Probe["outcome"]>} */
  async outcome() {
    await this.#near.setLocalDescription();
    if (this.#relayed) {
      await this.#connect();
    }
    const works = await until(PATIENCE, () => this.#works() || (this.#fails() && "fails"));
    if (works === true) {
      return "works";
    }
    return this.#found ? "stuck" : this.#problem();
  }

  close() {
    this.#near.close();
    this.#far.close();
  }

  /** Sends a message through the relay, and expects it back. */
  async #connect() {
    this.#near.addEventListener("icecandidate", ({ candidate }) => this.#far.addIceCandidate(candidate ?? undefined));
    this.#far.addEventListener("icecandidate", ({ candidate }) => this.#near.addIceCandidate(candidate ?? undefined));
    this.#far.addEventListener("datachannel", ({ channel }) => {
      channel.addEventListener("message", ({ data }) => channel.send(data));
    });
    this.#channel.addEventListener("open", () => {
      this.#sentAt = performance.now();
      this.#channel.send("there and back");
    });
    this.#channel.addEventListener("message", () => {
      this.roundTrip = performance.now() - this.#sentAt;
    });
    await this.#far.setRemoteDescription(/** @type {RTCSessionDescription} */ (this.#near.localDescription));
    await this.#far.setLocalDescription();
    await this.#near.setRemoteDescription(/** @type {RTCSessionDescription} */ (this.#far.localDescription));
  }

  /** Without address translation STUN finds what the browser knows, which is no new candidate, and no error either. */
  #works() {
    return this.#relayed ? this.roundTrip > 0 : this.#found || (this.#isComplete && this.#errors.length === 0);
  }

  #fails() {
    return this.#isComplete && !this.#found;
  }

  get #isComplete() {
    return this.#near.iceGatheringState === "complete";
  }

  /** @returns {Probe["outcome"]} */
  #problem() {
    if (this.#errors.some(({ errorCode }) => errorCode !== UNREACHABLE && errorCode >= 400)) {
      return "refused";
    }
    return this.#errors.some(({ errorText }) => /lookup/.test(errorText)) ? "unresolved" : "unreachable";
  }
}
