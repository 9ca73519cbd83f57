// What the browser lets this page use of the computer.

/**
 * In milliseconds. Chromium 156 refuses a frame for some tenths of a second where another has gone while it asked, as
 * an embedded call does for another room.
 */
const ASK_AGAIN_AFTER = [100, 200, 400, 800];

/**
 * As `getUserMedia`; where the browser refuses what the person has granted, it is asked again.
 * @param {MediaStreamConstraints} constraints for what is wanted, and nothing else
 * @param {number[]} [pauses] before it is asked each time
 * @returns {Promise<MediaStream>}
 */
export async function getDevices(constraints, [pause, ...more] = ASK_AGAIN_AFTER) {
  return navigator.mediaDevices.getUserMedia(constraints).catch(async (error) => {
    if (!pause || error?.name !== "NotAllowedError" || !(await areGranted(Object.keys(constraints)))) {
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    return getDevices(constraints, more);
  });
}

/** @param {string[]} kinds @returns {Promise<boolean>} false where the browser does not say */
async function areGranted(kinds) {
  try {
    const answers = await Promise.all(kinds.map((kind) => navigator.permissions.query({ name: nameOf(kind) })));
    return answers.every(({ state }) => state === "granted");
  } catch {
    return false;
  }
}

/** @type {(kind: string) => "microphone" | "camera"} */
export const nameOf = (kind) => (kind === "audio" ? "microphone" : "camera");

/**
 * Whether the page around this one withholds the camera or the microphone from it (Permissions Policy). The person is
 * not even asked then, and can do nothing about it beside the address of this page.
 * @param {"audio" | "video"} kind
 * @returns {Promise<boolean>}
 */
export async function isWithheld(kind) {
  if (parent === window) {
    return false;
  }
  const policy = /** @type {any} */ (document).featurePolicy; // only Chromium tells
  if (policy) {
    return !policy.allowsFeature(nameOf(kind));
  }
  // Seen in Firefox 153: devices that were refused by the person are still listed, without names; those withheld are
  // not.
  const devices = await navigator.mediaDevices.enumerateDevices();
  return !devices.some((device) => device.kind === `${kind}input`);
}
