import assert from "node:assert/strict";
import { test } from "node:test";

const page = "http://server:6655/webrtc.html?room=interview";
const claims = Buffer.from(JSON.stringify({ name: "Zoë" })).toString("base64url");

globalThis.location = new URL(`${page}#token=header.${claims}.signature`);
globalThis.history = { state: null, replaceState: (state, title, address) => (location.href = new URL(address, page)) };

const { heldToken, invitation, nameInToken, takeToken } = await import("../../main/webapp/js/server/token.js");

test("a token leaves the address, and returns to it only for the same page elsewhere", () => {
  takeToken();
  assert.equal(location.href, page);
  assert.equal(heldToken(), `header.${claims}.signature`);
  assert.equal(invitation().href, `${page}#token=header.${claims}.signature`);
});

test("the name in a token may have any letters", () => {
  assert.equal(nameInToken(), "Zoë");
});

test("what is no token stays in the address", () => {
  location.href = `${page}#signed-in`;
  takeToken();
  assert.equal(location.hash, "#signed-in");
});
