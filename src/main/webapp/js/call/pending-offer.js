// An offer that waits for its answer. Until then media go on, but nothing else can be negotiated.

/** How long an answer may take, in milliseconds. From the second reminder on the time doubles, up to the maximum. */
const ANSWERED_WITHIN = 15_000;
const ANSWERED_WITHIN_AT_MOST = 60_000;

/**
 * Repeats an offer that nobody has answered: the offer or the answer was lost.
 * It gives up when the other side has sent signals since, but no answer that fits. A silent peer may only have lost the
 * server, and its media must go on.
 */
export class PendingOffer {
  #remind;
  #giveUp;
  #reminders = 0;
  #heard = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} remind sends the offer again
   * @param {() => void} giveUp may stop this
   */
  constructor(remind, giveUp) {
    this.#remind = remind;
    this.#giveUp = giveUp;
  }

  /** @param {RTCSignalingState} state of the connection */
  changed(state) {
    clearTimeout(this.#timer);
    this.#reminders = 0;
    if (state === "have-local-offer") {
      this.#wait();
    }
  }

  /** The other side has sent a signal. */
  heard() {
    this.#heard = true;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #wait() {
    const patience = ANSWERED_WITHIN * 2 ** Math.max(0, this.#reminders - 1);
    this.#timer = setTimeout(() => this.#look(), Math.min(ANSWERED_WITHIN_AT_MOST, patience));
  }

  #look() {
    const next = this.#reminders > 0 && this.#heard ? this.#giveUp : this.#remind;
    this.#reminders++;
    this.#heard = false;
    this.#wait();
    next();
  }
}
