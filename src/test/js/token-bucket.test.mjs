import assert from "node:assert/strict";
import { test } from "node:test";
import { TokenBucket } from "../../main/webapp/js/base/token-bucket.js";

const passed = (bucket, times, now) => Array.from({ length: times }, () => bucket.take(now)).filter(Boolean).length;

test("a burst passes, and no more", () => {
  assert.equal(passed(new TokenBucket({ burst: 5, perSecond: 1 }, 0), 100, 0), 5);
});

test("in the long run so many a second pass", () => {
  const bucket = new TokenBucket({ burst: 5, perSecond: 0.5 }, 0);
  passed(bucket, 100, 0);
  assert.equal(passed(bucket, 100, 1_999), 0);
  assert.equal(passed(bucket, 100, 6_001), 3);
});

test("who waits for long saves up a burst, and no more; a clock that goes back gives nothing", () => {
  const bucket = new TokenBucket({ burst: 5, perSecond: 1 }, 1_000);
  assert.equal(passed(bucket, 100, 1e9), 5);
  assert.equal(passed(bucket, 100, 0), 0);
});

test("what counts as several takes as many at once, or none", () => {
  const bucket = new TokenBucket({ burst: 5, perSecond: 1 }, 0);
  assert.deepEqual([bucket.take(0, 4), bucket.take(0, 2), bucket.take(0, 1), bucket.take(0, 1)], [true, false, true, false]);
});
