// Picture in picture: the call in a small window over everything else.

import { log } from "../base/log.js";

const video = /** @type {HTMLVideoElement} */ (document.getElementById("pip"));

/**
 * One element is in the window, and what it shows changes: another element would need another click of the person.
 *
 * Events:
 * - `change`: Event, `on` is another
 */
export class PictureInPicture extends EventTarget {
  constructor() {
    super();
    for (const type of ["enterpictureinpicture", "leavepictureinpicture"]) {
      video.addEventListener(type, () => this.dispatchEvent(new Event("change")));
    }
  }

  get on() {
    return document.pictureInPictureElement === video;
  }

  /** @param {MediaStream | null} stream what is in the window from now on */
  show(stream) {
    if (video.srcObject !== stream) {
      video.srcObject = stream;
      video.play().catch(() => {}); // there is no picture in it
    }
  }

  /** @param {MediaStream | null} stream what to show; closes the window if it is there */
  async toggle(stream) {
    if (this.on) {
      await document.exitPictureInPicture();
      return;
    }
    try {
      video.srcObject = stream;
      await video.play();
      await video.requestPictureInPicture();
    } catch (error) {
      log("info", "no picture in picture:", error); // there is no picture, or the browser does not want to
    }
  }

  close() {
    if (this.on) {
      document.exitPictureInPicture();
    }
    video.srcObject = null;
  }
}
