// Where the pictures go, at every size of the window and for every number of people.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrange, CORNERS, wholly } from "../../main/webapp/js/stage/layout.js";

const WINDOWS = [
  [360, 520], // a phone, upright
  [560, 340], // a phone on its side
  [768, 900],
  [1264, 600],
  [1900, 940],
  [3800, 1900],
  [300, 1500], // a strip beside another program
  [1500, 200],
];
const GAP = 8;

/** @param {(space: {width: number, height: number, count: number, staged: number}) => void} check */
function everywhere(check) {
  for (const [width, height] of WINDOWS) {
    for (let count = 1; count <= 16; count++) {
      for (let staged = -1; staged < count; staged++) {
        check({ width, height, count, staged });
      }
    }
  }
}

test("all are there, and inside", () => {
  everywhere((space) => {
    const places = arrange({ ...space, gap: GAP });
    assert.equal(places.length, space.count);
    for (const { x, y, width, height } of places) {
      const inside = x >= 0 && y >= 0 && x + width <= space.width && y + height <= space.height;
      assert.ok(inside && width > 0 && height > 0, `${JSON.stringify(space)}: ${JSON.stringify({ x, y, width, height })}`);
    }
  });
});

test("none is over another, but for the small one in a call of two", () => {
  everywhere((space) => {
    if (space.count === 2 && space.staged >= 0) {
      return;
    }
    const places = arrange({ ...space, gap: GAP });
    places.forEach((a, i) =>
      places.slice(i + 1).forEach((b) => {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        assert.ok(apart, `${JSON.stringify(space)}: ${JSON.stringify([a, b])}`);
      }),
    );
  });
});

test("the one on the stage is the largest", () => {
  everywhere((space) => {
    if (space.staged >= 0 && space.count > 1) {
      const areas = arrange({ ...space, gap: GAP }).map(({ width, height }) => width * height);
      assert.equal(Math.max(...areas), areas[space.staged], JSON.stringify(space));
    }
  });
});

test("of two, the large one fills the window, and the small one is in its corner", () => {
  everywhere(({ width, height, count, staged }) => {
    if (count === 2 && staged >= 0) {
      const seen = CORNERS.map((corner) => {
        const places = arrange({ width, height, count, staged, gap: GAP, corner });
        assert.deepEqual(places[staged], { x: 0, y: 0, width, height });
        const small = places[1 - staged];
        const edges = { top: small.y, bottom: height - small.y - small.height, start: small.x, end: width - small.x - small.width };
        const [block, inline] = /** @type {(keyof typeof edges)[]} */ (corner.split("-"));
        assert.deepEqual([edges[block], edges[inline]], [GAP, GAP], `${corner}: ${JSON.stringify(edges)}`);
        assert.ok(small.width <= width / 2 && small.height <= height / 2, `${width} x ${height}: ${JSON.stringify(small)}`);
        return `${small.x} ${small.y}`;
      });
      assert.equal(new Set(seen).size, 4);
    }
  });
});

test("a picture fills its place, unless much of its height would be cut off", () => {
  const phone = { width: 341, height: 610 };
  const window = { width: 1264, height: 600 };
  const tile = { width: 627, height: 353 };
  assert.equal(wholly({ width: 1280, height: 720 }, phone), false);
  assert.equal(wholly({ width: 1280, height: 720 }, window), false);
  assert.equal(wholly({ width: 640, height: 480 }, window), true);
  assert.equal(wholly({ width: 640, height: 480 }, tile), false);
  assert.equal(wholly({ width: 480, height: 640 }, tile), true);
  assert.equal(wholly({ width: 0, height: 0 }, window), false); // not known yet
});

test("without a stage all have one size, and no picture is much wider or narrower than a camera's", () => {
  everywhere((space) => {
    if (space.staged < 0) {
      const places = arrange({ ...space, gap: GAP });
      for (const { width, height } of places) {
        assert.deepEqual([width, height], [places[0].width, places[0].height]);
        assert.ok(width / height < 1.85 && width / height > 0.73, `${JSON.stringify(space)}: ${width} x ${height}`);
      }
    }
  });
});

test("as many columns as give the largest pictures", () => {
  const columns = (/** @type {number} */ width, /** @type {number} */ height, /** @type {number} */ count) =>
    new Set(arrange({ width, height, count, gap: GAP }).map(({ x }) => x)).size;
  assert.equal(columns(1264, 600, 2), 2);
  assert.equal(columns(360, 520, 2), 1);
  assert.equal(columns(1264, 600, 4), 2);
  assert.equal(columns(1264, 600, 9), 3);
  assert.equal(columns(360, 520, 8), 2);
});
