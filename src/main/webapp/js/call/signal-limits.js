// How much a peer may make this page do by its signals.

import { log } from "../base/log.js";
import { TokenBucket } from "../base/token-bucket.js";

/**
 * At once, and per second in the long run. The browser keeps a replaced connection for a while and can have only some
 * hundreds. A description takes milliseconds. A candidate makes the browser send packets to its address.
 */
const ALLOWED = {
  connections: { burst: 5, perSecond: 0.2 },
  descriptions: { burst: 50, perSecond: 5 },
  candidates: { burst: 300, perSecond: 20 },
};

/** The limits of one peer. */
export class SignalLimits {
  #connections = new TokenBucket(ALLOWED.connections);
  #descriptions = new TokenBucket(ALLOWED.descriptions);
  #candidates = new TokenBucket(ALLOWED.candidates);

  /**
   * @param {import("./signal.js").Signal} signal
   * @returns {boolean} whether to apply it
   */
  allowSignal({ description }) {
    const allowed = description ? this.#descriptions.take() : this.#candidates.take();
    if (!allowed) {
      log("info", "A peer sends too many signals. One is dropped.");
    }
    return allowed;
  }

  /** @returns {boolean} whether to make the connection that the peer asks for */
  allowConnection() {
    const allowed = this.#connections.take();
    if (!allowed) {
      log("info", "A peer asks for too many connections. One is refused.");
    }
    return allowed;
  }
}
