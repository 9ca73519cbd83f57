// The table of docs/operations.md says what people send to each other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { govern, initially } from "../../main/webapp/js/quality/governor.js";

/** Audio with its packets, in bits per second, as the governor reserves it. */
const AUDIO = 60_000;

test("the table of bandwidth is what the page sends", () => {
  const page = readFileSync(new URL("../../../docs/operations.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| (\d+) \| (\d+)p, (\d+) a second \| ([\d.]+) \|$/gm)];
  assert.equal(rows.length, 8);
  for (const [row, people, height, frameRate, rate] of rows) {
    const others = Array.from({ length: Number(people) - 1 }, (_, i) => ({
      id: `p${i}`,
      seen: { camera: 1080, screen: 1080 },
      limitation: "none",
      available: 5e6,
    }));
    const { limits } = govern(initially(), others, 720);
    const [{ video }] = limits;
    assert.equal(Math.round(720 / video.scaleResolutionDownBy), Number(height), row);
    assert.equal(video.maxFramerate, Number(frameRate), row);
    const sum = limits.reduce((all, limit) => all + (limit.video.maxBitrate ?? 0) + AUDIO, 0);
    assert.equal((sum / 1e6).toFixed(1), Number(rate).toFixed(1), row);
  }
});
