// Every sentence that scripts show to people; labels that never change are in the HTML.

const TEXTS = /** @type {Record<string, string>} */ ({
  "camera-refused": "The browser may not use your camera. Allow it beside the address of this page, then reload.",
  "camera-refused-both":
    "The browser may not use your camera and microphone. Allow them beside the address of this page, then reload. " +
    "You can join without, and see and hear the others.",
  "camera-absent": "No camera was found. Connect one and reload; you can join without.",
  "camera-absent-both":
    "No camera and no microphone were found. Connect them and reload; you can join without, and see and hear the others.",
  "camera-busy": "Another program is using your camera. Close it and switch the camera on again.",
  "camera-busy-both": "Another program is using your camera and microphone. Close it and switch them on again.",
  "microphone-refused": "The browser may not use your microphone. Allow it beside the address of this page, then reload.",
  "microphone-absent": "No microphone was found. Connect one and reload; you can join without.",
  "microphone-busy": "Another program is using your microphone. Close it and switch the microphone on again.",
  "insecure-both":
    "Browsers give camera and microphone only to pages over HTTPS. Open this page with https:// in front, or ask your " +
    "administrator for HTTPS. You can join without, and see and hear the others.",
  unsupported: "This browser cannot make video calls. Use a current Firefox, Chrome, Edge or Safari.",
  connecting: "Connecting…",
  unreachable: "The server does not answer. Check your network; trying again…",
  reconnecting: "The connection to the server was lost. Your call goes on; trying again…",
  replaced: "This call goes on in another window.",
  quality: "Connection {grade}: {path}, {roundTrip} ms, {loss} % lost, {down} kbit/s received, {up} kbit/s sent",
  good: "good",
  fair: "fair",
  poor: "poor",
  direct: "direct",
  relay: "through a relay",
  "room-full": "This room is full. Try again when somebody has left, or use another room.",
  "invalid-room": "A room's name has 1 to 64 letters, digits, hyphens or underscores. Here is a fresh one.",
  "message-too-large": "The server refused a message of this page as too long. Reload the page.",
  "join-timeout": "The server waited too long for this page. Join again.",
  "login-required": "You have signed in, but this browser keeps no cookies for this page. Allow them, then reload.",
  "login-expired": "You are no longer signed in. Your call goes on; sign in again, so that others can still reach you.",
  "sign-in": "Sign in",
  closed: "The server has ended the call.",
  left: "You have left the call.",
  alone: "Nobody else is here yet. Send the link to whom you want to see.",
  "link-copied": "The link is copied. Send it to whom you want to see.",
  "link-selected": "Press Ctrl+C to copy the link.",
  you: "{name} (you)",

  "camera-ok": "Camera: works.",
  "microphone-ok": "Microphone: works.",
  "encoding-ok": "Encoding: {codec}, pictures are encoded and decoded.",
  "encoding-failed": "Encoding: no picture was encoded and decoded. Try another browser, or update this one.",
  "connection-ok": "Peer connection: works.",
  "connection-failed":
    "Peer connection: none could be made within {seconds} seconds. A firewall, or a policy or extension of the browser, " +
    "may forbid it.",
  "camera-failed": "Camera: {problem}",
  "microphone-failed": "Microphone: {problem}",
  "self-test-ok": "This computer is ready for calls.",
  "self-test-failed": "Something does not work yet. See above what to do.",
});

/**
 * The sentence of a code.
 * @param {string} code
 * @param {Record<string, string | number>} [values] what stands for `{…}` in it
 */
export function text(code, values = {}) {
  const sentence = TEXTS[code] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}
