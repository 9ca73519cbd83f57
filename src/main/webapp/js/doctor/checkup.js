// All checks, one after the other.

import { log } from "../base/log.js";
import * as browser from "./checks/browser.js";
import * as camera from "./checks/camera.js";
import * as certificate from "./checks/certificate.js";
import * as clock from "./checks/clock.js";
import * as connection from "./checks/connection.js";
import * as encoding from "./checks/encoding.js";
import * as idle from "./checks/idle.js";
import * as microphone from "./checks/microphone.js";
import * as policies from "./checks/policies.js";
import * as secure from "./checks/secure.js";
import * as server from "./checks/server.js";
import * as signIn from "./checks/sign-in.js";
import * as signaling from "./checks/signaling.js";
import * as stun from "./checks/stun.js";
import * as turn from "./checks/turn.js";
import { Findings } from "./findings.js";

/** @typedef {import("./finding.js").Finding} Finding */

/** @typedef {{id: string, run: (so_far: Findings) => Promise<Finding[]>}} Check a module in `checks` */

/**
 * In the order in which a person would mend things. The last one waits in silence from `signaling` on.
 * @type {Check[]}
 */
export const CHECKS = [
  secure, browser, policies, camera, microphone, connection, encoding,
  server, certificate, clock, signIn, signaling, stun, turn, idle,
];

/**
 * Runs all checks once. Events, each a CustomEvent:
 * - `started`: `detail` is `{id, number}`, the check that runs now, from 1
 * - `found`: `{id, findings}`, never without a finding
 */
export class Checkup extends EventTarget {
  /** @param {Findings} soFar what the checks tell each other */
  async run(soFar) {
    for (const [index, { id, run }] of CHECKS.entries()) {
      this.#tell("started", { id, number: index + 1 });
      this.#tell("found", { id, findings: await run(soFar).catch((error) => broken(id, error)) });
    }
    soFar.close();
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/**
 * @param {string} id
 * @param {unknown} error
 * @returns {Finding[]}
 */
function broken(id, error) {
  log("warn", "A check broke off:", id, error);
  return [{ outcome: "warning", code: "broken", values: {}, fixers: ["administrator"] }];
}
