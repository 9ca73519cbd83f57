// How large, fast and fine what is sent may be.

/**
 * What a camera's picture begins as, until something is known of the way. Chromium takes a new one for 300 kbit/s, and
 * drops pictures that are too large for that, one after the other: a small one is encoded, sent and seen sooner.
 */
export const AT_FIRST = { scaleResolutionDownBy: 4 };

/**
 * What each was told last: to ask one stops the page until the media threads answer.
 * @type {WeakMap<RTCRtpSender, string>}
 */
const told = new WeakMap();

/**
 * Lets somebody be sent no more than this. Does nothing before there is something to send.
 * @param {RTCRtpSender} sender
 * @param {RTCRtpEncodingParameters} encoding
 * @param {RTCDegradationPreference} [preference] what to keep where not all can be kept
 */
export async function limit(sender, encoding, preference) {
  const wanted = JSON.stringify(encoding);
  if (told.get(sender) === wanted) {
    return;
  }
  const parameters = sender.getParameters();
  if (!parameters.encodings?.length) {
    return;
  }
  const [now] = parameters.encodings;
  if (Object.entries(encoding).some(([name, value]) => /** @type {any} */ (now)[name] !== value)) {
    Object.assign(now, encoding);
    parameters.degradationPreference = preference;
    await sender.setParameters(parameters);
  }
  told.set(sender, wanted);
}
