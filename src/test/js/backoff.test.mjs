import assert from "node:assert/strict";
import { test } from "node:test";
import { delayBefore } from "../../main/webapp/js/server/backoff.js";

const table = [
  // attempt, circumstances, least, most
  [1, {}, 0, 0],
  [1, { hidden: true }, 0, 0],
  [1, { sentAway: true }, 0, 1_000],
  [2, {}, 250, 500],
  [2, { sentAway: true }, 250, 500],
  [3, {}, 500, 1_000],
  [4, {}, 1_000, 2_000],
  [5, {}, 2_000, 4_000],
  [6, {}, 2_500, 5_000],
  [100, {}, 2_500, 5_000],
  [100, { hidden: true }, 7_500, 15_000],
];

for (const [attempt, circumstances, least, most] of table) {
  test(`before attempt ${attempt} ${JSON.stringify(circumstances)}: ${least} to ${most} ms`, () => {
    assert.equal(delayBefore(attempt, circumstances, () => 0), least);
    assert.equal(delayBefore(attempt, circumstances, () => 1), most);
  });
}

test("a thousand clients that wait for a server come back spread out", () => {
  const seconds = new Map();
  for (let i = 0; i < 1_000; i++) {
    const tenth = Math.floor(delayBefore(9) / 250);
    seconds.set(tenth, (seconds.get(tenth) ?? 0) + 1);
  }
  assert.ok(Math.max(...seconds.values()) < 200, "a tenth of them in each quarter of a second, more or less");
});
