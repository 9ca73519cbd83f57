// The level of the microphone, which shows people that it works.

import { onGesture } from "../base/gesture.js";
import { attempt } from "../base/log.js";

/** How often to measure, in milliseconds: often enough to follow the voice. */
const INTERVAL = 100;

/** Speech at a usual distance reaches about a fifth of full scale, which fills the meter. */
const FULL = 0.2;

/** Measures one track at a time, even while it is muted. */
export class LevelMeter {
  #show;
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {MediaStreamTrack | null} a clone to measure, since a muted track gives no sound */
  #copy = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #measuring = new AbortController();

  /** @param {(level: number) => void} show takes 0 to 1 */
  constructor(show) {
    this.#show = show;
  }

  /** @param {MediaStreamTrack | null} track to measure from now on, or null */
  setTrack(track) {
    clearInterval(this.#timer);
    this.#measuring.abort();
    this.#copy?.stop(); // first, since it holds the microphone and the next steps may fail
    this.#copy = null;
    const context = this.#context;
    this.#context = null;
    attempt("close Web Audio", () => context?.close());
    this.#show(0);
    if (track) {
      this.#measure(track);
    }
  }

  /** @param {MediaStreamTrack} track */
  #measure(track) {
    this.#copy = track.clone();
    this.#copy.enabled = true;
    const context = new AudioContext();
    this.#context = context; // at once, so that it gets closed even if the next steps fail
    const analyser = context.createAnalyser();
    const samples = new Float32Array(analyser.fftSize);
    context.createMediaStreamSource(new MediaStream([this.#copy])).connect(analyser);
    this.#measuring = new AbortController();
    const resume = () => {
      if (context.state === "suspended") { // it may not run before a gesture
        context.resume();
      }
    };
    onGesture(resume, this.#measuring.signal);
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      this.#show(Math.min(1, Math.sqrt(power) / FULL));
    }, INTERVAL);
  }
}
