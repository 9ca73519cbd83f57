// The browser's permission to use camera and microphone.

/**
 * The pauses between attempts, in milliseconds. Chromium 156 refuses a frame for some tenths of a second if another
 * frame was removed while it asked, as when an embedded call changes its room.
 */
const ASK_AGAIN_AFTER = [100, 200, 400, 800];

/**
 * Like `getUserMedia`, but tries again if the browser refuses what the person has granted.
 * @param {MediaStreamConstraints} constraints only for the wanted devices
 * @param {number[]} [pauses] before each further attempt
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

/** @param {string[]} kinds @returns {Promise<boolean>} false if the browser does not tell */
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
 * Whether the embedding page withholds the camera or the microphone (Permissions Policy). The browser does not even ask
 * the person then, who cannot change it here.
 * @param {"audio" | "video"} kind
 * @returns {Promise<boolean>}
 */
export async function isWithheld(kind) {
  if (parent === window) {
    return false;
  }
  const policy = /** @type {any} */ (document).featurePolicy; // only Chromium has it
  if (policy) {
    return !policy.allowsFeature(nameOf(kind));
  }
  // Firefox 153 lists devices that the person has refused, without names, but no withheld ones.
  const devices = await navigator.mediaDevices.enumerateDevices();
  return !devices.some((device) => device.kind === `${kind}input`);
}
