// What the checks have found out so far, for those that follow.

import { Devices } from "./devices.js";
import { IceProbes } from "./ice-probes.js";
import { LocalCall } from "./local-call.js";
import { Visit } from "./visit.js";

/**
 * @typedef {object} ServerAnswer what the server says of itself and of this page; see DoctorServlet
 * @property {string} version
 * @property {number} time
 * @property {string} host
 * @property {boolean} allowed
 * @property {boolean} proxied
 * @property {number | null} certificateEnds
 * @property {"announced" | "loopback" | "none"} stun
 */

/** Filled by one check after the other; null until then, and if it could not be had. */
export class Findings {
  /** @type {Devices | null} */
  devices = null;
  /** @type {LocalCall | null} */
  call = null;
  /** The server's answer, with the time here in the middle of the request. @type {ServerAnswer & {asked: number} | null} */
  server = null;
  /** In a room of its own. @type {Visit | null} */
  visit = null;
  /** @type {IceProbes | null} */
  #ice = null;
  #local;
  #remote;

  /**
   * @param {MediaStream} local gets camera and microphone
   * @param {MediaStream} remote gets what arrives of them
   */
  constructor(local, remote) {
    this.#local = local;
    this.#remote = remote;
  }

  /** Opens camera and microphone. */
  openDevices() {
    this.devices = new Devices(this.#local);
    return this.devices;
  }

  /** Connects this page with itself. */
  startCall() {
    this.call = new LocalCall(this.#local, this.#remote);
    return this.call;
  }

  /** Asks the STUN and TURN servers, each only once. @param {RTCIceServer[]} servers */
  probeIce(servers) {
    this.#ice ??= new IceProbes(servers);
    return this.#ice;
  }

  /** Leaves the server. Camera and picture stay, so that the person sees them. */
  close() {
    this.visit?.leave();
  }
}
