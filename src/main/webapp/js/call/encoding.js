// Limits the resolution, frame rate and bit rate that are sent.

/**
 * Shrinks the first pictures of a camera, before the bandwidth is known. Chromium starts at 300 kbit/s and drops each
 * picture that is too large for it. A small picture is seen sooner.
 */
export const AT_FIRST = { scaleResolutionDownBy: 4 };

/**
 * The last encoding set on each sender. Reading it from the browser blocks the page until the media threads answer.
 * @type {WeakMap<RTCRtpSender, string>}
 */
const told = new WeakMap();

/**
 * Sets a sender's limits. Does nothing before the sender has an encoding.
 * @param {RTCRtpSender} sender
 * @param {RTCRtpEncodingParameters} encoding
 * @param {RTCDegradationPreference} [preference] what to keep when bandwidth or CPU is short
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
