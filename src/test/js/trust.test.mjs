// Where a page that came over plain HTTP is over HTTPS.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.location = /** @type {any} */ ({ search: "" }); // where the page's log looks for its level
const { secureAddress } = await import("../../main/webapp/js/server/trust.js");

/** @type {[string, string | null, number | null, string | null][]} page, URL, port, and where it leads */
const PAGES = [
  ["http://a.example:8080/visavis/webrtc.html?room=daily#chat", null, 8443,
    "https://a.example:8443/visavis/webrtc.html?room=daily#chat"],
  ["http://a.example:8080/visavis/webrtc.html?room=daily#chat", "https://b.example/calls/", 8443,
    "https://b.example/calls/webrtc.html?room=daily#chat"],
  ["http://a.example/visavis/?room=daily", "https://b.example/", null, "https://b.example/?room=daily"],
  ["http://a.example/", "https://b.example/", null, "https://b.example/"],
  ["http://a.example/webrtc.html", null, null, null],
  ["https://a.example/webrtc.html", "https://b.example/", 8443, null],
];

for (const [page, httpsUrl, httpsPort, expected] of PAGES) {
  test(`${page} leads to ${expected}`, () => {
    assert.equal(secureAddress({ httpsUrl, httpsPort, authority: null }, new URL(page)), expected);
  });
}
