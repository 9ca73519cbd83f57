// Every sentence that scripts show to people; labels that never change are in the HTML, which is English, too.

/** @type {Record<string, string>} by code, with `.one` and so on a plural form; `{…}` stands for a value */
export default {
  "camera-refused": "The browser blocks your camera. Allow it next to the address of this page, then reload.",
  "camera-refused-both":
    "The browser blocks your camera and microphone. Allow them next to the address of this page, then reload. " +
    "You can join without them, and see and hear the others.",
  "camera-absent": "No camera found. Connect one and reload, or join without.",
  "camera-absent-both":
    "No camera and no microphone found. Connect them and reload. You can join without them, and see and hear the " +
    "others.",
  "camera-busy": "Another program is using your camera. Close it and turn the camera on again.",
  "camera-busy-both": "Another program is using your camera and microphone. Close it and turn them on again.",
  "camera-gone": "The camera was disconnected. Connect one and turn the camera on again.",
  "microphone-gone": "The microphone was disconnected. Connect one and turn the microphone on again.",
  "camera-muted": "The system or a button on your device has turned the camera off. Turn it on there.",
  "microphone-muted": "The system or a button on your device has muted the microphone. Unmute it there.",
  "camera-replaced": "The camera {before} was disconnected. Now using {now}.",
  "microphone-replaced": "The microphone {before} was disconnected. Now using {now}.",
  "microphone-refused": "The browser blocks your microphone. Allow it next to the address of this page, then reload.",
  "microphone-absent": "No microphone found. Connect one and reload, or join without.",
  "microphone-busy": "Another program is using your microphone. Close it and turn the microphone on again.",
  "insecure-both":
    "Browsers give camera and microphone only to pages over HTTPS. Open this page with https:// in front, or ask your " +
    "administrator for HTTPS. You can join without them, and see and hear the others.",
  "insecure-link-both":
    "Browsers give camera and microphone only to pages over HTTPS. Open this page over HTTPS, or join without them, and " +
    "see and hear the others.",
  "open-https": "Open over HTTPS",
  unsupported: "This browser does not support video calls. Use a current version of Firefox, Chrome, Edge or Safari.",
  connecting: "Connecting…",
  unreachable: "The server is not responding. Check your network. Trying again…",
  "handshake-refused":
    "This server refuses calls from this address ({origin}), or a proxy in between does not pass on WebSockets. Your " +
    "administrator can allow the address with visavis.allowed.origins.",
  draining:
    "This server is about to be restarted. Calls continue, but nobody new can join until then. This page keeps trying and " +
    "lets you in as soon as possible.",
  incomplete: "A part of this page did not load. Reload the page.",
  reconnecting: "The connection to the server is lost. Your call continues. Reconnecting…",
  unheard: "You are speaking, but your microphone is off.",
  replaced: "This call continues in another window.",
  people: "Already here: {names}",
  pin: "Pin {name}",
  "screen-of": "{name}'s screen",
  "screen-refused": "The browser or the system blocks screen sharing. Allow it in the system settings.",
  "shared-by": "{name} is sharing their screen.",
  came: "{name} joined.",
  went: "{name} left.",
  "hand-of": "{name} raised their hand.",
  "chat-from": "{name}: {text}",
  "told-by": "according to {name}",
  "chat-flood": "{name} is sending too many messages. Some of them are not shown.",
  "show-more": "Show more",
  "show-less": "Show less",
  "chat-forgotten": "Earlier messages are no longer shown.",
  "characters-left.one": "{count} character left",
  "characters-left.other": "{count} characters left",
  "characters-over.one": "{count} character too many",
  "characters-over.other": "{count} characters too many",
  "too-long": "This message is too long. Shorten it, or split it into several messages.",
  "too-fast": "You are sending too many messages. Wait a moment, then try again.",
  nobody: "There is nobody here to send a file to.",
  "too-many-files":
    "At most {count} files can be sent to one person at a time. Send fewer, or wait until some have arrived.",
  "file-to": "To {name}",
  "file-from": "File from {name}",
  "file-flood": "{name} is offering too many files. Some were declined.",
  "file-offered": "Accept this file?",
  "file-offered-own": "Waiting for an answer…",
  "file-moving": "{percent} · {speed} · {left} left",
  "file-done": "Received and verified.",
  "file-refused": "Declined.",
  "file-cancelled": "Cancelled.",
  "file-broken": "The transfer failed. Send it again.",
  "file-too-large": "Too large for this browser.",
  "camera-embedding": "The page around this one does not let it use your camera. Open the call in a window of its own.",
  "camera-embedding-both":
    "The page around this one does not let it use your camera and microphone. Open the call in a window of its own. " +
    "You can join without them, and see and hear the others.",
  "microphone-embedding":
    "The page around this one does not let it use your microphone. Open the call in a window of its own.",
  connection: "Connection",
  "round-trip": "Round trip",
  loss: "Packet loss",
  down: "Received",
  up: "Sent",
  steps: "Milliseconds since joining",
  good: "good",
  fair: "fair",
  poor: "poor",
  direct: "direct",
  relay: "through a relay",
  "room-full": "This room is full. Try again later, or use another room.",
  "invalid-room": "This room name has no visible character. Here is a new one.",
  "invalid-name": "Enter a name with at least one visible character.",
  "invalid-message": "The server did not accept this name. Enter another one, or reload the page.",
  "join-refused": "The server did not let you in. Reload the page and try again.",
  "message-too-large": "The server refused a message of this page as too long. Reload the page.",
  "join-timeout": "Joining took too long. Try again.",
  "too-many-errors": "This page sent too many invalid messages. Reload the page.",
  "login-required": "You have signed in, but this browser blocks cookies for this page. Allow them, then reload.",
  "login-expired":
    "You are no longer signed in. Your call continues. Sign in again so that others can still reach you.",
  "sign-in": "Sign in",
  closed: "The server ended the call.",
  left: "You left the call.",
  alone: "Nobody else is here yet. Share the link to invite people.",
  "link-copied": "Link copied. Share it to invite people.",
  "link-selected": "Press Ctrl+C to copy the link.",

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
};
