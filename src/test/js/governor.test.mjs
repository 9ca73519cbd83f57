// How fine the pictures are that each of the others gets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { govern, initially } from "../../main/webapp/js/quality/governor.js";

const FULL = { camera: 1080, screen: 1080 };

/** @param {number} count @param {object} [what] of each */
const people = (count, what = {}) =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}`, seen: FULL, limitation: "none", available: 5e6, ...what }));

/** The limits after so many looks at the same. */
function after(/** @type {number} */ looks, /** @type {any[]} */ others, state = initially(), captured = 720) {
  let result = govern(state, others, captured);
  for (let i = 1; i < looks; i++) {
    result = govern(result.state, others, captured);
  }
  return result;
}

const heightOf = (/** @type {any} */ { video }, captured = 720) => Math.round(captured / video.scaleResolutionDownBy);

test("the more people, the coarser", () => {
  // [others, height, pictures a second, kilobits a second to each]
  for (const [count, height, frameRate, rate] of [
    [1, 720, 30, 1800],
    [2, 480, 25, 900],
    [3, 480, 25, 900],
    [4, 360, 20, 450],
    [5, 240, 15, 220],
    [8, 240, 15, 220],
    [9, 180, 10, 120],
    [15, 180, 10, 120],
  ]) {
    const [limit] = govern(initially(), people(count), 720).limits;
    assert.equal(heightOf(limit), height, `${count} others`);
    assert.equal(limit.video.maxFramerate, frameRate);
    assert.equal(limit.video.maxBitrate, rate * 1000);
    assert.equal(limit.video.active, true);
  }
});

test("no finer than it is seen, and nothing where it is not seen", () => {
  for (const [camera, height, active] of [
    [0, undefined, false],
    [90, 120, true],
    [130, 180, true],
    [300, 360, true],
    [700, 720, true],
    [2000, 720, true],
  ]) {
    const [limit] = govern(initially(), people(1, { seen: { camera, screen: 0 } }), 720).limits;
    assert.equal(limit.video.active, active);
    assert.equal(limit.screen.active, false);
    if (active) {
      assert.equal(heightOf(limit), height, `seen at ${camera}`);
    }
  }
});

test("who has not said how large they see it gets it as usual", () => {
  const [limit] = govern(initially(), people(1, { seen: undefined }), 720).limits;
  assert.equal(limit.video.active && limit.screen.active, true);
  assert.equal(heightOf(limit), 720);
});

test("no picture is blown up", () => {
  const [limit] = govern(initially(), people(1), 240).limits;
  assert.equal(limit.video.scaleResolutionDownBy, 1);
});

test("a computer that cannot keep up sends coarser ones to all, step by step, and a screen at fewer pictures a second", () => {
  const strained = [...people(1, { id: "a", limitation: "cpu" }), ...people(1, { id: "b" })];
  assert.deepEqual(after(2, strained).limits.map((limit) => heightOf(limit)), [480, 480]);
  assert.deepEqual(after(3, strained).limits.map((limit) => heightOf(limit)), [360, 360]);
  assert.deepEqual(after(6, strained).limits.map((limit) => heightOf(limit)), [240, 240]);
  assert.equal(after(6, strained).limits[0].screen.maxFramerate, 7);
  const worst = after(100, strained).limits[0];
  assert.equal(heightOf(worst), 120);
  assert.equal(worst.screen.maxFramerate, 3);
  assert.equal(worst.video.active, true);
});

test("a computer that is too busy to look at its connections in time does the same, whatever its encoders say", () => {
  let { state, limits } = govern(initially(), people(2), 720, true);
  for (let i = 1; i < 3; i++) {
    ({ state, limits } = govern(state, people(2), 720, true));
  }
  assert.deepEqual(limits.map((limit) => heightOf(limit)), [360, 360]);
});

test("when it can again, they get finer again, slowly", () => {
  const { state } = after(6, people(2, { limitation: "cpu" }));
  assert.equal(heightOf(after(14, people(2), state).limits[0]), 240);
  assert.equal(heightOf(after(15, people(2), state).limits[0]), 360);
  assert.equal(heightOf(after(30, people(2), state).limits[0]), 480);
  assert.equal(heightOf(after(500, people(2), state).limits[0]), 480);
});

test("a narrow way is spared, and no other", () => {
  const others = [...people(1, { id: "narrow", limitation: "bandwidth", available: 150_000 }), ...people(1, { id: "wide" })];
  const [narrow, wide] = after(12, others).limits;
  assert.ok(narrow.video.maxBitrate <= 120_000, String(narrow.video.maxBitrate));
  assert.equal(heightOf(wide), 480);
});

test("a way that is wide enough is not taken for narrow because it was so at its beginning", () => {
  const [limit] = after(10, people(2, { limitation: "bandwidth", available: 3e6 })).limits;
  assert.equal(heightOf(limit), 480);
});

test("sound is never limited, and goes first", () => {
  for (const others of [people(1), people(8, { limitation: "cpu" }), people(1, { limitation: "bandwidth", available: 1 })]) {
    for (const { audio } of after(50, others).limits) {
      assert.deepEqual(audio, { priority: "high", networkPriority: "high" });
    }
  }
});

test("who has left is forgotten", () => {
  const { state } = after(9, people(3, { limitation: "bandwidth", available: 1000 }));
  assert.equal(Object.keys(state.ways).length, 3);
  assert.deepEqual(Object.keys(govern(state, people(1), 720).state.ways), ["p0"]);
});

test("a way that is new begins small, whatever comes later", () => {
  const [fresh] = govern(initially(), people(1, { fresh: true }), 720).limits;
  assert.equal(heightOf(fresh), 180);
  const [known] = govern(initially(), people(1, { fresh: false }), 720).limits;
  assert.equal(heightOf(known), 720);
  const [many] = govern(initially(), people(12, { fresh: true }), 1080).limits;
  assert.equal(heightOf(many, 1080), 180); // never finer for being new
});
