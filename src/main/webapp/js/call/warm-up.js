// What the browser would otherwise do between pressing Join and seeing somebody.

import { log } from "../base/log.js";

/** Lets the browser load what connections need: threads, codecs, devices. The first one would have to wait for it. */
export async function warmUp() {
  const connection = new RTCPeerConnection();
  try {
    connection.addTransceiver("audio");
    connection.addTransceiver("video");
    await connection.createOffer();
  } catch (error) {
    log("info", "the browser could not get ready:", error); // the first connection does it then
  }
  connection.close();
}
