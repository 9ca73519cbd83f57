// Camera and microphone of this computer, opened once for two checks.

import { on } from "../base/dom.js";
import { Media } from "../devices/media.js";

export class Devices {
  #media = new Media();
  /** @type {Map<string, string>} by device */
  #problems = new Map();
  #opened;

  /** @param {MediaStream} stream gets the tracks; a drawn picture in place of a camera, so that the rest can be tested */
  constructor(stream) {
    on(this.#media, "track", ({ track }) => track && stream.addTrack(track));
    on(this.#media, "problem", ({ code, about }) => {
      for (const device of about) {
        this.#problems.set(device, code.split("-")[1] ?? code);
      }
    });
    this.#opened = this.#media.open().then(() => {
      if (stream.getVideoTracks().length === 0) {
        stream.addTrack(drawnPicture());
      }
    });
  }

  /**
   * @param {"camera" | "microphone"} device
   * @returns {Promise<string | null>} null if it is open; else `insecure`, `refused`, `absent`, `busy`, `gone`, `muted`
   *   or `embedding`, as in media.js
   */
  async problemOf(device) {
    await this.#opened;
    return this.#problems.get(device) ?? null;
  }
}

/** A moving picture drawn here: a clock hand. */
function drawnPicture() {
  const canvas = document.createElement("canvas");
  canvas.width = 640;
  canvas.height = 480;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let angle = 0;
  setInterval(() => {
    context.fillStyle = "#2b333c";
    context.fillRect(0, 0, 640, 480);
    context.strokeStyle = "#5eb3a6";
    context.lineWidth = 12;
    context.beginPath();
    context.moveTo(320, 240);
    context.lineTo(320 + 160 * Math.sin(angle), 240 - 160 * Math.cos(angle));
    context.stroke();
    angle += Math.PI / 30;
  }, 50);
  return canvas.captureStream(20).getVideoTracks()[0];
}
