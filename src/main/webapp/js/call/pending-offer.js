// An offer that waits for its answer. As long as it does, nothing else can be negotiated, though media go on.

/**
 * How long an answer may take, in milliseconds; from the second reminder on twice as long each time, up to the most.
 */
const ANSWERED_WITHIN = 15_000;
const ANSWERED_WITHIN_AT_MOST = 60_000;

/**
 * Sends an offer again that nobody has answered: it was lost, or the answer was. If the other side has said something
 * since, and no answer that this side could take, it does not help to go on. One who says nothing may just be cut off
 * from the server; media go on without it, and are not to be ended then.
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

  /** @param {RTCSignalingState} state of the connection now */
  changed(state) {
    clearTimeout(this.#timer);
    this.#reminders = 0;
    if (state === "have-local-offer") {
      this.#wait();
    }
  }

  /** The other side has said something. */
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
