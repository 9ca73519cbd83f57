// Asks each STUN and TURN server for what it is there for.

import { probe } from "./ice-probe.js";

/** @typedef {import("./ice-probe.js").Probe} Probe */

/** All servers at once: one that does not answer takes some ten seconds. */
export class IceProbes {
  #probes;

  /** @param {RTCIceServer[]} servers as the `welcome` names them */
  constructor(servers) {
    const single = servers.flatMap((server) => [server.urls].flat().map((urls) => ({ ...server, urls })));
    this.#probes = Promise.all(single.map(probe));
  }

  /** @returns {Promise<Probe[]>} */
  async stun() {
    return (await this.#probes).filter(({ url }) => !isTurn(url));
  }

  /** @returns {Promise<Probe[]>} */
  async turn() {
    return (await this.#probes).filter(({ url }) => isTurn(url));
  }

  /** Whether UDP fails on the way and nothing else: all servers are silent over UDP, and one answers over TCP. */
  async isUdpBlocked() {
    const probes = await this.#probes;
    const answers = (/** @type {boolean} */ udp) =>
      probes.some(({ url, outcome }) => isOverUdp(url) === udp && hasAnswered(outcome));
    return answers(false) && !answers(true);
  }
}

/** @param {string} url */
const isTurn = (url) => /^turns?:/.test(url);

/** @param {Probe["outcome"]} outcome */
export const hasAnswered = (outcome) => !["unreachable", "unresolved"].includes(outcome);

/** @param {string} url */
export const isOverUdp = (url) => !/^(stuns|turns):|transport=tcp/.test(url);
