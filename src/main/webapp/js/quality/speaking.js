// Detects who is speaking.

/** How often to measure, in milliseconds; a syllable takes about as long. */
const INTERVAL = 200;

/** The loudness (0 to 1) above which a sound is a voice and not the noise of a room. */
const VOICE = 0.01;

/** How long a pause still counts as speaking, in milliseconds: people breathe between words. */
const PAUSE = 800;

/**
 * Measures all peers until `stop()`. Single use.
 *
 * Events:
 * - `speaking`: CustomEvent, `detail` is `{id, speaking}`, a peer has started or stopped speaking
 */
export class Speaking extends EventTarget {
  /** When each peer last spoke. @type {Map<string, number>} */
  #heard = new Map();
  #timer;

  /** @param {() => [string, number][]} getLoudness of each peer, by id, 0 to 1 */
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
