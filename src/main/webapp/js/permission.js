// What the browser lets this page use of the computer.

/**
 * Until the browser is asked again, in milliseconds. Seen in Chromium 156: where a frame goes while its own request is being
 * decided, as an embedded call does for another room, the next frame is refused for some tenths of a second.
 */
const ASK_AGAIN_AFTER = [100, 200, 400, 800];

/**
 * As `getUserMedia`; where the browser refuses what the person has granted, it is asked again.
 * @param {MediaStreamConstraints} constraints
 * @returns {Promise<MediaStream>}
 */
export async function getDevices(constraints) {
  for (const pause of ASK_AGAIN_AFTER) {
    try {
      return await navigator.mediaDevices.getUserMedia(constraints);
    } catch (error) {
      const refused = /** @type {any} */ (error)?.name === "NotAllowedError"; // no DOMException in every browser
      if (!refused || !(await isGranted(constraints))) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return navigator.mediaDevices.getUserMedia(constraints);
}

/** @param {MediaStreamConstraints} constraints @returns {Promise<boolean>} false where the browser does not say */
async function isGranted({ audio, video }) {
  const names = /** @type {PermissionName[]} */ ([audio && "microphone", video && "camera"].filter(Boolean));
  try {
    const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
    return answers.every(({ state }) => state === "granted");
  } catch {
    return false;
  }
}

/**
 * Whether the page around this one, if there is one, withholds the camera or the microphone from it (Permissions Policy). The
 * person is not even asked then, and what can be done about it is not beside the address of this page.
 * @param {"audio" | "video"} kind
 * @returns {Promise<boolean>}
 */
export async function isWithheld(kind) {
  if (parent === window) {
    return false;
  }
  const policy = /** @type {any} */ (document).featurePolicy; // only Chromium tells
  if (policy) {
    return !policy.allowsFeature(kind === "audio" ? "microphone" : "camera");
  }
  // Seen in Firefox 153: devices that were refused by the person are still listed, without names; those withheld are not.
  const devices = await navigator.mediaDevices.enumerateDevices();
  return !devices.some((device) => device.kind === `${kind}input`);
}
