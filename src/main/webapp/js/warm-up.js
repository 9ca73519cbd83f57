// What the browser would otherwise do between pressing Join and seeing somebody.

/** Lets the browser load what connections need: threads, codecs, devices. The first one would have to wait for it. */
export async function warmUp() {
  const connection = new RTCPeerConnection();
  connection.addTransceiver("audio");
  connection.addTransceiver("video");
  await connection.createOffer();
  connection.close();
}
