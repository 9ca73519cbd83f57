import assert from "node:assert/strict";
import { test } from "node:test";
import { signalOf } from "../../main/webapp/js/call/signal.js";

const offer = { type: "offer", sdp: "v=0\r\nm=audio 9 …\r\n" };

test("an offer, an answer and a candidate are what they are", () => {
  assert.deepEqual(signalOf({ description: offer, screens: ["3"] }, 0), { generation: 0, description: offer, screens: ["3"] });
  assert.equal(signalOf({ description: { ...offer, type: "answer" }, generation: 4 }, 4).description.type, "answer");
  assert.deepEqual(signalOf({ candidate: { candidate: "" } }, 0).candidate, { candidate: "" });
});

for (const data of [
  undefined, null, "offer", 7, [], {}, { description: null }, { description: "offer" }, { description: {} }, { candidate: 5 },
  { description: { type: "offer" } }, { description: { type: "offer", sdp: 1 } }, { description: { type: "rollback", sdp: "" } },
  { description: { type: "pranswer", sdp: "" } }, { description: { type: "rollback" }, candidate: {} },
  { description: { type: "offer", sdp: `v=0${"\r\nm=video 9 …".repeat(33)}` } },
]) {
  test(`no page means ${JSON.stringify(data)?.slice(0, 60)}`, () => assert.equal(signalOf(data, 0), null));
}

for (const generation of [-1, 0.5, NaN, Infinity, 1e300, 1_001, "1", null, {}, [1]]) {
  test(`no connection has been made anew ${JSON.stringify(generation)} times`, () => {
    assert.equal(signalOf({ description: offer, generation }, 0), null);
  });
}

test("screens are mids", () => {
  for (const screens of ["abc", 5, null, {}]) {
    assert.deepEqual(signalOf({ description: offer, screens }, 0).screens, []);
  }
  assert.deepEqual(signalOf({ description: offer, screens: ["1", 2, null] }, 0).screens, ["1"]);
  assert.equal(signalOf({ description: offer, screens: Array(1_000).fill("1") }, 0).screens.length, 32);
});
