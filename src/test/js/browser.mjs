// As much of a browser as js/server/signaling.js asks for, so that hundreds of it run in one process.

import { setMaxListeners } from "node:events";

/** @param {string} base address of the page, with a slash at the end */
export function pretendToBeBrowser(base) {
  globalThis.document = Object.assign(new EventTarget(), { baseURI: base, hidden: false });
  setMaxListeners(0, document); // so many listen for the page to be seen
  globalThis.window = globalThis;
  globalThis.addEventListener = () => {}; // nothing happens to this network that a browser would tell
  globalThis.location = { search: "" };
}
