// Checks whether a peer's audio has any sound in it.

import { attempt } from "../base/log.js";

/** Enough for voices. At this low rate, the buffer of an analyser is longer than the time between two checks. */
const SAMPLE_RATE = 8_000;
const SAMPLES = 16_384;

/** How long a track that was heard is not checked again, in milliseconds. Listening takes a hundredth of a CPU. */
const PROVEN = 10_000;

/** A level above rounding noise, as a share of full scale. */
const AUDIBLE = 0.001;

/** Listens to tracks. Answers undefined without Web Audio, or while the browser does not let the page play sound. */
export class Ear {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {Map<MediaStreamTrack, {source: AudioNode, analyser: AnalyserNode}>} */
  #listening = new Map();
  /** When each track was last heard. @type {WeakMap<MediaStreamTrack, number>} */
  #heard = new WeakMap();
  #samples = new Float32Array(SAMPLES);

  /**
   * The first call starts listening, and each later call checks the sound since.
   * @param {MediaStreamTrack} track
   * @returns {boolean | undefined} undefined if unknown, or if it was heard a short time ago
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

  /** @param {MediaStreamTrack} track to stop listening to */
  #ignore(track) {
    this.#listening.get(track)?.source.disconnect();
    this.#listening.delete(track);
  }

  close() {
    const context = this.#context;
    this.#context = null;
    this.#listening.clear();
    attempt("close Web Audio", () => context?.close());
  }

  /** @param {MediaStreamTrack} track */
  #listen(track) {
    // It plays nothing, so the browser need not open a speaker.
    const options = /** @type {any} */ ({ sampleRate: SAMPLE_RATE, sinkId: { type: "none" } });
    this.#context ??= new AudioContext(options);
    const context = this.#context;
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
