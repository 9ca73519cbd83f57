// Picture in picture: the call in a small window over everything else.

import { element } from "../base/dom.js";
import { log } from "../base/log.js";

const video = /** @type {HTMLVideoElement} */ (element("pip"));

/**
 * Keeps one video element in the window and changes its stream: another element would need another click.
 *
 * Events:
 * - `change`: Event, `on` has changed
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

  /** @param {MediaStream | null} stream to show in the window */
  show(stream) {
    if (video.srcObject !== stream) {
      video.srcObject = stream;
      video.play().catch(() => {}); // the stream has no picture
    }
  }

  /** @param {MediaStream | null} stream to show, unless the window is open and closes */
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
      log("info", "Picture in picture could not be opened:", error); // there is no picture, or the browser refuses
    }
  }

  close() {
    if (this.on) {
      document.exitPictureInPicture();
    }
    video.srcObject = null;
  }
}
