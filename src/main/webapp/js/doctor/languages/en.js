// What the checks say; see base/languages/en.js. `turn/refused` is the sentence for the finding `refused` of the check
// `turn`. Each failure says what it means for calls.

/** @type {Record<string, string>} */
export default {
  "outcome/waiting": "Waiting",
  "outcome/running": "Testing…",
  "outcome/good": "OK",
  "outcome/warning": "Warning",
  "outcome/failed": "Problem",
  "outcome/skipped": "Not tested",
  "summary/running": "Test {number} of {count}: {title}",
  "summary/good": "This computer is ready for calls.",
  "summary/partly": "All that could be tested works. The connection to the server could not be.",
  "summary/skipped": "Nothing could be tested.",
  "summary/warning": "This computer is ready for calls. A warning below says what to look after.",
  "summary/failed": "Something does not work. See below what it means and who can fix it.",
  copied: "Report copied.",
  fixers: "Who can fix it: {list}.",
  "fixer/you": "you",
  "fixer/administrator": "the administrator of Visavis",
  "fixer/network": "the administrator of your network and computer",
  "any/broken": "This test broke off. Test again; if that does not help, send the report to your administrator.",

  "secure/title": "Secure page",
  "secure/good": "The page came in a secure way, so that the browser may give it camera and microphone.",
  "secure/plain":
    "The page came over plain HTTP. Browsers then give it neither camera nor microphone, and others do not see or hear " +
    "you. Visavis needs HTTPS.",
  "secure/plain-elsewhere":
    "The page came over plain HTTP. Browsers then give it neither camera nor microphone, and others do not see or hear " +
    "you. Open it over HTTPS.",
  "secure/link": "Open over HTTPS",

  "browser/title": "Browser",
  "browser/good": "This browser supports video calls.",
  "browser/unsupported":
    "This browser does not support video calls, or a policy or an extension has turned WebRTC off. No call works. Use a " +
    "current version of Firefox, Chrome, Edge or Safari.",

  "policies/title": "Permissions of the page",
  "policies/good": "Nothing keeps this page from asking for camera, microphone and screen.",
  "policies/unknown": "This browser does not tell.",
  "policies/frame":
    "The page around this one does not let it use: {features}. Others do not get them from you. Open this page in a " +
    "window of its own.",
  "policies/header":
    "A Permissions-Policy header forbids this page to use: {features}. Others do not get them from you. Visavis allows " +
    "them itself, so a proxy in front has replaced the header.",

  "camera/title": "Camera",
  "camera/good": "The camera works.",
  "camera/insecure": "Browsers give no camera to a page that is not secure.",
  "camera/refused":
    "The browser or the system blocks your camera: others do not see you. Allow it next to the address of this page and " +
    "in the system settings, then test again.",
  "camera/absent": "No camera found: others do not see you. Connect one, then test again.",
  "camera/busy": "Another program is using your camera: others do not see you. Close it, then test again.",
  "camera/gone": "The camera was disconnected: others do not see you. Connect one, then test again.",
  "camera/muted": "The system or a button on the device has turned the camera off: others do not see you. Turn it on there.",
  "camera/embedding":
    "The page around this one does not let it use your camera: others do not see you. Open this page in a window of its " +
    "own.",

  "microphone/title": "Microphone",
  "microphone/good": "The microphone works.",
  "microphone/insecure": "Browsers give no microphone to a page that is not secure.",
  "microphone/refused":
    "The browser or the system blocks your microphone: others do not hear you. Allow it next to the address of this page " +
    "and in the system settings, then test again.",
  "microphone/absent": "No microphone found: others do not hear you. Connect one, then test again.",
  "microphone/busy": "Another program is using your microphone: others do not hear you. Close it, then test again.",
  "microphone/gone": "The microphone was disconnected: others do not hear you. Connect one, then test again.",
  "microphone/muted":
    "The system or a button on the device has muted the microphone: others do not hear you. Unmute it there.",
  "microphone/embedding":
    "The page around this one does not let it use your microphone: others do not hear you. Open this page in a window of " +
    "its own.",

  "connection/title": "Connection within this computer",
  "connection/good": "Two connections of this page reach each other.",
  "connection/unsupported": "This browser does not support video calls.",
  "connection/failed":
    "Two connections of this page did not reach each other within {seconds} seconds, so no call works. A firewall on this " +
    "computer, or a policy or an extension of the browser, forbids it.",
  "connection/no-candidates":
    "The browser offers no address for calls, so no call works. This computer has no network, or a policy or an extension " +
    "of the browser forbids it.",

  "encoding/title": "Video",
  "encoding/good": "Video is encoded and decoded with {codec}. This browser has {codecs}.",
  "encoding/unconnected": "There was no connection to send video over.",
  "encoding/failed":
    "No video was encoded and decoded: you see nobody, and nobody sees you. Try another browser, or update this one.",

  "server/title": "Server",
  "server/good": "The server answers and takes calls. It is Visavis {version}.",
  "server/unreachable":
    "The server does not answer: nobody can join a call. It has stopped, or the network does not lead to it.",
  "server/strange":
    "Something other than Visavis answered: nobody can join a call. A proxy, or the sign-in page of the network, stands in " +
    "between.",
  "server/not-ready": "Visavis {version} answers, but takes no calls now. It is stopping, or has no memory left.",

  "certificate/title": "Certificate",
  "certificate/good": "The certificate of the server is valid until {date}.",
  "certificate/none": "The page came without one.",
  "certificate/unknown":
    "The browser has accepted the certificate. It belongs to a proxy or a container, so Visavis does not know when it ends.",
  "certificate/ends-soon": "The certificate of the server ends on {date}. From then on browsers warn of this page.",
  "certificate/expired":
    "The certificate of the server has expired on {date}. Browsers warn of this page, and people cannot join calls.",

  "clock/title": "Clock",
  "clock/good": "The clocks of this computer and of the server agree.",
  "clock/unknown": "The server does not answer.",
  "clock/differs":
    "The clocks of this computer and of the server differ by {difference}. Certificates and the credentials for relays are " +
    "valid for a time, and are refused by a clock that is wrong. Set it right.",

  "sign-in/title": "Sign-in",
  "sign-in/good": "You are signed in.",
  "sign-in/open": "This server asks nobody to sign in.",
  "sign-in/token": "People join with an invitation (a token), which this page does not have.",
  "sign-in/unknown": "The server does not answer.",
  "sign-in/needed": "You are not signed in, so the server lets you into no call. Sign in, then test again.",
  "sign-in/link": "Sign in",

  "signaling/title": "Connection to the server",
  "signaling/good": "The server lets this page into calls.",
  "signaling/unreachable": "The server does not answer.",
  "signaling/not-admitted": "You may join calls only with an invitation or a right that this page does not have.",
  "signaling/draining":
    "The server is about to be restarted and lets nobody new into a call. Calls under way go on. Test again in a few " +
    "minutes.",
  "signaling/refused": "The server does not let this page into a call ({code}).",
  "signaling/origin":
    "The server refuses calls from {origin}, as it sees the host “{host}”. Nobody can join from this address. The proxy in " +
    "front must pass on the header Host, or visavis.allowed.origins must name the address.",
  "signaling/upgrade":
    "The server answers, but no WebSocket to it opens. Nobody can join a call. The proxy in front does not pass on the " +
    "upgrade to WebSocket.",
  "signaling/filtered":
    "The server answers, but no WebSocket to it opens. You cannot join a call. A proxy, a firewall or a virus scanner " +
    "blocks WebSockets.",
  "signaling/mute":
    "A connection to the server opens, but no message comes through it. You cannot join a call. A proxy, a firewall or a " +
    "virus scanner holds them back.",

  "stun/title": "STUN",
  "stun/good": "{url} tells this browser its address.",
  "stun/none": "The server names no STUN server. In a flat network calls need none.",
  "stun/unconnected": "The server has named no STUN server, as this page could not join.",
  "stun/loopback":
    "The STUN server of Visavis answers on its own computer only. People without a camera, or behind address translation, " +
    "may not be reached. Set visavis.stun.host.",
  "stun/unresolved":
    "{url} has a name without an address. People without a camera, or behind address translation, may not be reached.",
  "stun/unreachable":
    "{url} does not answer. People without a camera, or behind address translation, may not be reached. The server is not " +
    "there, or a firewall blocks this UDP port.",
  "stun/udp-blocked":
    "{url} does not answer, but other servers answer over TCP: a firewall blocks UDP. Calls need a TURN relay over TCP, " +
    "and are delayed more.",

  "turn/title": "TURN",
  "turn/good": "{url} relays. A message went there and back in {time}.",
  "turn/none": "The server names no TURN relay. In a flat network calls need none; through firewalls they do.",
  "turn/unconnected": "The server has named no TURN relay, as this page could not join.",
  "turn/refused":
    "{url} refuses the credentials of Visavis and relays nothing: calls through firewalls fail. visavis.turn.secret is not " +
    "the secret of the relay, or their clocks differ.",
  "turn/unresolved": "{url} has a name without an address: calls through firewalls fail.",
  "turn/unreachable":
    "{url} does not answer: calls through firewalls fail. The relay is not running, or a firewall blocks its port.",
  "turn/udp-blocked":
    "{url} does not answer, but other servers answer over TCP: a firewall blocks UDP. Calls go over TCP, and are delayed " +
    "more.",
  "turn/tls":
    "{url} does not answer over TLS, though the relay is there: calls through strict firewalls fail. This computer does not " +
    "trust its certificate, the certificate has expired, or the port is closed.",
  "turn/stuck":
    "{url} offers a way, but nothing comes through: calls through firewalls fail. A firewall blocks the UDP ports of the " +
    "relay, or its denied-peer-ip forbids it.",

  "idle/title": "Silent connection",
  "idle/good": "A silent connection to the server stays open for {seconds} seconds, which is longer than a call is ever silent.",
  "idle/unconnected": "There was no connection to the server.",
  "idle/cut":
    "A connection to the server was ended after {seconds} seconds of silence. Calls lose it again and again. A proxy in " +
    "front needs a longer read timeout, such as 60 seconds.",
};
