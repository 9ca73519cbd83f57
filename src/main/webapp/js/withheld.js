// What the page around this one does not let it use.

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
