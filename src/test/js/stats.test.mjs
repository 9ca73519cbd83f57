import assert from "node:assert/strict";
import { test } from "node:test";
import { Stats, qualityOf, sampleOf } from "../../main/webapp/js/quality/stats.js";

const candidates = (local, remote) => [
  ["l", { id: "l", candidateType: local }],
  ["r", { id: "r", candidateType: remote }],
];
const pair = {
  type: "candidate-pair",
  localCandidateId: "l",
  remoteCandidateId: "r",
  currentRoundTripTime: 0.012,
  availableOutgoingBitrate: 3e6,
};
const media = [
  ["i1", { type: "inbound-rtp", kind: "audio", bytesReceived: 1_000, packetsReceived: 90, packetsLost: 10, trackIdentifier: "a", totalAudioEnergy: 0.00035 }],
  ["i2", { type: "inbound-rtp", bytesReceived: 500, packetsReceived: 10, trackIdentifier: "v", framesDecoded: 7 }],
  ["o", { type: "outbound-rtp", bytesSent: 600, qualityLimitationReason: "none" }],
  ["p1", { type: "outbound-rtp", bytesSent: 80, qualityLimitationReason: "cpu" }],
  ["p2", { type: "outbound-rtp", bytesSent: 20, qualityLimitationReason: "bandwidth", active: false }],
];

test("sums up media and finds the path as Chromium tells it", () => {
  const transport = ["t", { type: "transport", selectedCandidatePairId: "p" }];
  const report = new Map([transport, ["p", pair], ...candidates("host", "srflx"), ...media]);
  assert.deepEqual(sampleOf(report, 5), {
    time: 5, path: "direct", roundTrip: 0.012, received: 1_500, sent: 700, packets: 100, heard: true, lost: 10,
    available: 3e6, limitation: "cpu", decoded: new Map([["a", 3], ["v", 7]]),
  });
});

test("finds the path as Firefox tells it", () => {
  const report = new Map([["q", { type: "candidate-pair" }], ["p", { ...pair, selected: true }], ...candidates("host", "relay")]);
  assert.equal(sampleOf(report, 0).path, "relay");
});

test("there may be no path yet", () => {
  assert.equal(sampleOf(new Map(), 0).path, undefined);
  assert.equal(sampleOf(new Map([["t", { type: "transport" }]]), 0).path, undefined);
});

const sample = (values) => ({ time: 0, path: "direct", roundTrip: 0, received: 0, sent: 0, packets: 0, lost: 0, ...values });

for (const [roundTrip, lost, grade] of [
  [0.01, 0, "good"], [0.15, 2, "good"], [0.16, 0, "fair"], [0, 3, "fair"], [0.4, 8, "fair"], [0.41, 0, "poor"], [0, 9, "poor"],
]) {
  test(`${roundTrip} s and ${lost} % lost are ${grade}`, () => {
    assert.equal(qualityOf(sample({}), sample({ time: 1_000, roundTrip, lost, packets: 100 - lost })).grade, grade);
  });
}

test("bit rates are of the time between two looks", () => {
  const quality = qualityOf(sample({}), sample({ time: 2_000, received: 250_000, sent: 125_000 }));
  assert.deepEqual([quality.down, quality.up, quality.loss], [1_000_000, 500_000, 0]);
});

test("packets that were only late, and a connection that was rebuilt, give nothing below zero", () => {
  const quality = qualityOf(sample({ received: 9, sent: 9, packets: 9, lost: 9 }), sample({ time: 1_000, roundTrip: undefined }));
  assert.deepEqual([quality.down, quality.up, quality.loss, quality.grade], [0, 0, 0, "good"]);
});

const report = (bytesReceived, kind = "video") =>
  new Map([["i", { type: "inbound-rtp", kind, bytesReceived, packetsReceived: bytesReceived }]]);

/**
 * What Stats dispatches, look by look.
 * @param {import("node:test").TestContext} t
 * @param {{received: Record<string, number>, late?: number, kind?: "audio" | "video"}[]} looks the bytes that have come
 *   from each, after how many milliseconds too much they are known, and what they are
 */
async function watched(t, looks) {
  let time = 0;
  /** @type {{then: () => Promise<void>, due: number} | undefined} */
  let timer;
  t.mock.method(performance, "now", () => time);
  t.mock.method(globalThis, "setTimeout", (then, delay) => (timer = { then, due: time + delay }));
  globalThis.document = { hidden: false };
  t.after(() => delete globalThis.document);
  let look;
  const stats = new Stats(async () => {
    time += look.late ?? 0;
    return Object.entries(look.received).map(([id, bytesReceived]) => [id, report(bytesReceived, look.kind)]);
  });
  const seen = [];
  stats.addEventListener("stalled", ({ detail }) => seen.push(`${detail.id} stalled${detail.all ? ", all" : ""}`));
  stats.addEventListener("silent", ({ detail }) => seen.push(`${detail.id} silent`));
  stats.addEventListener("flowing", ({ detail }) => seen.push(`${detail.id} flowing`));
  stats.addEventListener("looked", ({ detail }) => detail.late && seen.push("late"));
  for (look of looks) {
    time = timer.due;
    await timer.then();
  }
  return seen;
}

test("says from whom nothing comes any more, and whether anything comes at all", async (t) => {
  const looks = [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1, b: 3 }, { a: 1, b: 3 }, { a: 1, b: 3 }, { a: 2, b: 3 }];
  assert.deepEqual(
    await watched(t, looks.map((received) => ({ received }))),
    ["a stalled", "b stalled, all", "a flowing"],
  );
});

test("who has never sent anything has not stopped", async (t) => {
  assert.deepEqual(await watched(t, Array(5).fill({ received: { a: 0 } })), []);
});

test("a look that is late says that this computer is busy, and nothing of others", async (t) => {
  const late = { received: { a: 1 }, late: 600 };
  assert.deepEqual(await watched(t, [{ received: { a: 1 } }, late, late, late]), ["late", "late", "late"]);
});

test("says once that who had a microphone stays silent, also where the connection was made anew", async (t) => {
  const looks = [...Array(12).fill({ a: 5 }), ...Array(20).fill({ a: 0 }), { a: 1 }];
  assert.deepEqual(
    await watched(t, looks.map((received) => ({ received, kind: "audio" }))),
    ["a stalled, all", "a silent", "a flowing"],
  );
});

test("who had no microphone may have nothing to send", async (t) => {
  assert.deepEqual(await watched(t, Array(20).fill({ received: { a: 5 }, kind: "video" })), ["a stalled, all"]);
});
