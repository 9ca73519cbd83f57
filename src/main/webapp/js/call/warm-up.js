// Does some of the browser's work before the person presses Join.

import { log } from "../base/log.js";

/** Makes the browser load what connections need: threads, codecs, devices. The first call would have to wait for it. */
export async function warmUp() {
  const connection = new RTCPeerConnection();
  try {
    connection.addTransceiver("audio");
    connection.addTransceiver("video");
    await connection.createOffer();
  } catch (error) {
    log("info", "The browser could not be warmed up. The first connection will take longer:", error);
  }
  connection.close();
}
