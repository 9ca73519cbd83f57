// Every sentence that the administrator's scripts show; labels that never change are in admin.html.

/** @type {Record<string, string>} by code; `{…}` stands for a value */
export default {
  live: "Live",
  unreachable: "The server does not answer. Trying again…",
  "login-required-login": "Sign in with an account that has the role visavis-admin.",
  "login-required-link":
    "Open the link that Visavis printed when it started, or the one in the file admin-link in its data folder. " +
    "Each link works once.",
  "not-administrator": "This account does not have the role visavis-admin. Sign out, and sign in with another.",
  insecure:
    "Others on the network could read along. Open this page over HTTPS, or on the server's own computer. If a " +
    "proxy in front has HTTPS, it must send X-Forwarded-Proto.",
  "link-invalid":
    "This link has been used or is older than an hour. The next one is in the file admin-link in the data " +
    "folder of Visavis.",
  "too-many-attempts": "Too many wrong links were tried. Wait a minute, then try again.",
  rooms: "Rooms",
  people: "People",
  connections: "Connections",
  memory: "Memory",
  errors: "Errors in the last hour",
  "running-since": "Running since",
  container: "Container",
  system: "System",
  certificate: "Certificate",
  "certificate-until": "{subject}, until {time}",
  ice: "STUN and TURN servers",
  "relay-only": "All media go through a relay.",
  none: "None",
  "no-rooms": "Nobody is in a call.",
  "no-match": "No room has this in its name.",
  "more-rooms": "{shown} of {matching} rooms are shown. Type a part of the name to find others.",
  since: "since {time}",
  verified: "signed in",
  moderator: "moderator",
  away: "connection lost",
  "announce-to": "Message to everybody in {room}",
  "announce-to-all": "Message to everybody",
  "close-room": "Close the room {room}?",
  drain: "Drain",
  "drain-end": "End draining",
  draining: "The server drains: calls go on, newcomers are asked to wait, and load balancers see that it is not ready.",
  "not-draining": "Before a restart, drain the server: calls go on, newcomers are asked to wait.",
  "not-done": "The server does not answer. Try again.",
  "no-such-room": "Nobody is in this room any more.",
  "origin-option": "command line",
  "origin-system_property": "system property",
  "origin-environment": "environment variable",
  "origin-file": "visavis.properties",
  "origin-context_parameter": "context parameter",
  "origin-launcher": "default of java -jar",
  "origin-default": "default",
};
