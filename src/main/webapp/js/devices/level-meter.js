// How loud the microphone is, for people to see that it works.

import { onGesture } from "../base/gesture.js";
import { attempt } from "../base/log.js";

/** How often is measured, in milliseconds: often enough to look like the voice. */
const INTERVAL = 100;

/** Speech at a usual distance from a usual microphone is about a fifth of full scale; it shall fill the meter. */
const FULL = 0.2;

/** Measures one track at a time, also while it is muted. */
export class LevelMeter {
  #show;
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {MediaStreamTrack | null} what is measured: a copy, since nothing comes from a track that is muted */
  #copy = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #measuring = new AbortController();

  /** @param {(level: number) => void} show takes 0 to 1 */
  constructor(show) {
    this.#show = show;
  }

  /** @param {MediaStreamTrack | null} track to measure from now on, or none */
  setTrack(track) {
    clearInterval(this.#timer);
    this.#measuring.abort();
    this.#copy?.stop(); // before anything that a browser might refuse: it holds the microphone
    this.#copy = null;
    const context = this.#context;
    this.#context = null;
    attempt("closing Web Audio", () => context?.close());
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
    this.#context = context; // at once, so that it is closed even if the browser cannot measure
    const analyser = context.createAnalyser();
    const samples = new Float32Array(analyser.fftSize);
    context.createMediaStreamSource(new MediaStream([this.#copy])).connect(analyser);
    this.#measuring = new AbortController();
    const resume = () => {
      if (context.state === "suspended") { // it may not run before the person has done something
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
