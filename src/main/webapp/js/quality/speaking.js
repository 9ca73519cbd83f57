// Who is speaking.

/** How often is listened, in milliseconds; a syllable takes about as long. */
const INTERVAL = 200;

/** From which loudness on (0 to 1) it is a voice and not the noise of a room. */
const VOICE = 0.01;

/** How long after the last sound somebody still counts as speaking, in milliseconds: people breathe between words. */
const PAUSE = 800;

/**
 * Listens to everybody until `stop()`. Single use.
 *
 * Events:
 * - `speaking`: CustomEvent, `detail` is `{id, speaking}`, somebody has begun or ended to speak
 */
export class Speaking extends EventTarget {
  /** When each was heard last. @type {Map<string, number>} */
  #heard = new Map();
  #timer;

  /** @param {() => [string, number][]} getLoudness of each person, by id, 0 to 1 */
  constructor(getLoudness) {
    super();
    this.#timer = setInterval(() => this.#listen(getLoudness(), performance.now()), INTERVAL);
  }

  stop() {
    clearInterval(this.#timer);
  }

  /**
   * @param {[string, number][]} loudness
   * @param {number} now
   */
  #listen(loudness, now) {
    for (const [id, level] of loudness) {
      if (level > VOICE) {
        if (!this.#heard.has(id)) {
          this.#tell(id, true);
        }
        this.#heard.set(id, now);
      }
    }
    for (const [id, time] of this.#heard) {
      if (now - time > PAUSE) {
        this.#heard.delete(id);
        this.#tell(id, false);
      }
    }
  }

  /**
   * @param {string} id
   * @param {boolean} speaking
   */
  #tell(id, speaking) {
    this.dispatchEvent(new CustomEvent("speaking", { detail: { id, speaking } }));
  }
}
