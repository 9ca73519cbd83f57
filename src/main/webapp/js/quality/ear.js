// Whether there is any sound in what comes from somebody, as a person would hear it.

import { attempt } from "../base/log.js";

/** Enough for voices; and of so few samples a second, an analyser keeps more than the time between two looks. */
const SAMPLE_RATE = 8_000;
const SAMPLES = 16_384;

/**
 * Whoever was heard need not be listened to for so long, in milliseconds: to listen costs a hundredth of a processor.
 */
const PROVEN = 10_000;

/** Above the noise of numbers that are rounded, in parts of the loudest that there is. */
const AUDIBLE = 0.001;

/**
 * Listens to tracks. A browser without Web Audio, or one that does not let the page play sound yet, hears nothing and
 * knows so.
 */
export class Ear {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {Map<MediaStreamTrack, {source: AudioNode, analyser: AnalyserNode}>} */
  #listening = new Map();
  /** When sound was found. @type {WeakMap<MediaStreamTrack, number>} */
  #heard = new WeakMap();
  #samples = new Float32Array(SAMPLES);

  /**
   * The first question begins to listen, and the next ones are answered by what has come since.
   * @param {MediaStreamTrack} track
   * @returns {boolean | undefined} undefined where nothing can be said, or need be as it was heard just now
   */
  hears(track) {
    if (performance.now() - (this.#heard.get(track) ?? -Infinity) < PROVEN) {
      return undefined;
    }
    const audible = this.#isAudible(track);
    if (audible) {
      this.#heard.set(track, performance.now());
      this.#ignore(track);
    }
    return audible;
  }

  /** @param {MediaStreamTrack} track */
  #isAudible(track) {
    try {
      const { analyser } = this.#listening.get(track) ?? this.#listen(track);
      if (analyser.context.state !== "running") {
        return undefined;
      }
      analyser.getFloatTimeDomainData(this.#samples);
      return this.#samples.some((sample) => Math.abs(sample) > AUDIBLE);
    } catch {
      return undefined;
    }
  }

  /** @param {MediaStreamTrack} track that need not be listened to any more */
  #ignore(track) {
    this.#listening.get(track)?.source.disconnect();
    this.#listening.delete(track);
  }

  close() {
    const context = this.#context;
    this.#context = null;
    this.#listening.clear();
    attempt("closing Web Audio", () => context?.close());
  }

  /** @param {MediaStreamTrack} track */
  #listen(track) {
    // Nothing is played here, so the browser need not open a speaker for it.
    const options = /** @type {any} */ ({ sampleRate: SAMPLE_RATE, sinkId: { type: "none" } });
    const context = (this.#context ??= new AudioContext(options));
    if (context.state === "suspended" && navigator.userActivation?.hasBeenActive) {
      context.resume().catch(() => {});
    }
    const gone = [...this.#listening.keys()].filter(({ readyState }) => readyState === "ended");
    gone.forEach((track) => this.#ignore(track));
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const analyser = context.createAnalyser();
    analyser.fftSize = SAMPLES;
    source.connect(analyser);
    this.#listening.set(track, { source, analyser });
    return { source, analyser };
  }
}
