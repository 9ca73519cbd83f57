// A file arrives as it was sent, or both sides say that it has not, whatever one of them says.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { crc32 } from "../../main/webapp/js/chat/checksum.js";

globalThis.location = /** @type {any} */ ({ search: "?log=none" });
console.warn = () => {}; // half of these tests give reason to
const { IncomingFile, refuse } = await import("../../main/webapp/js/chat/incoming-file.js");
const { OutgoingFile } = await import("../../main/webapp/js/chat/outgoing-file.js");

/** Of the test that runs. @type {Channel[]} */
const opened = [];

// A transfer that a test leaves unfinished would look at its channel for a minute, and Node would wait for that.
afterEach(() => opened.splice(0).forEach((channel) => channel.onclose?.()));

/** One end of a data channel, as much as transfers use; what is sent comes to the other end a moment later. */
class Channel {
  readyState = "open";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  /** @type {Channel | null} */
  other = null;
  /** @type {any[]} */
  said = [];
  /** @type {any} */
  onmessage = null;
  /** @type {any} */
  onclose = null;
  /** @type {any} */
  onopen = null;

  constructor() {
    opened.push(this);
  }

  /** @param {any} data */
  send(data) {
    const copy = typeof data === "string" ? data : data.slice().buffer;
    this.said.push(typeof data === "string" ? JSON.parse(data) : copy);
    setImmediate(() => this.other?.onmessage?.({ data: copy }));
  }

  close() {
    this.readyState = "closed";
    setImmediate(() => {
      if (this.other && this.other.readyState !== "closed") {
        this.other.readyState = "closed";
        this.other.onclose?.();
      }
    });
  }

  /** As if the other end, which does not exist, had said so. @param {any} data */
  hears(data) {
    this.onmessage?.({ data: data instanceof ArrayBuffer ? data : JSON.stringify(data) });
  }
}

function channels() {
  const [one, other] = [new Channel(), new Channel()];
  [one.other, other.other] = [other, one];
  return /** @type {[any, any]} */ ([one, other]);
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** @param {any} transfer @param {(transfer: any) => boolean} [condition] */
async function until(transfer, condition = ({ ended }) => ended) {
  while (!condition(transfer)) {
    await new Promise((resolve) => transfer.addEventListener("change", resolve, { once: true }));
  }
}

/** A receiver to whom a test says what it likes, and which has been offered a file of so many bytes. */
async function receiver({ size = 3, name = "a.txt", accepts = true } = {}) {
  const channel = /** @type {any} */ (new Channel());
  const file = new IncomingFile(channel);
  channel.hears({ offer: { name, size, type: "text/plain" } });
  await settled();
  if (accepts) {
    await file.accept();
  }
  return { channel, file };
}

/** A sender of three bytes to whom a test says what it likes. */
function sender() {
  const channel = /** @type {any} */ (new Channel());
  const file = new OutgoingFile(channel, new File(["abc"], "a.txt"));
  return { channel, file };
}

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text).buffer;
const checksum = (/** @type {string} */ text) => crc32(new TextEncoder().encode(text));

for (const size of [0, 1, 64 * 1024, 24 * 1024 * 1024 + 12_345]) {
  test(`${size} bytes arrive, and both sides say so`, async () => {
    const [here, there] = channels();
    const content = new Uint8Array(size).map((_, i) => i * 7);
    const outgoing = new OutgoingFile(here, new File([content], "plan.bin"));
    const incoming = new IncomingFile(there);
    here.onopen();
    await until(incoming, ({ name }) => name);
    assert.equal(outgoing.state, "offered");
    await incoming.accept();
    await Promise.all([until(outgoing), until(incoming)]);
    assert.deepEqual([outgoing.state, incoming.state, incoming.name], ["done", "done", "plan.bin"]);
    assert.deepEqual(new Uint8Array(await /** @type {Blob} */ (incoming.content).arrayBuffer()), content);
    assert.equal(incoming.content?.type, "application/octet-stream");
  });
}

/** What a sender may say or do to one who has accepted three bytes, so that nothing arrives. @type {Record<string, any[]>} */
const LIES_OF_SENDERS = {
  "says at once that it is done": [{ end: "done" }],
  "says after a part that it is done": [bytes("ab"), { end: "done" }],
  "says before the checksum that it is done": [bytes("abc"), { end: "done" }],
  "says how it ended in a word of its own": [{ end: "wonderful" }],
  "says that it was refused": [{ end: "refused" }],
  "gives the checksum too early": [bytes("ab"), { checksum: checksum("abc") }],
  "gives another checksum": [bytes("abc"), { checksum: checksum("abd") }],
  "gives a checksum that is no number": [bytes("abc"), { checksum: String(checksum("abc")) }],
  "sends too much": [bytes("abcd")],
  "sends text in place of bytes": ["abc"],
  "says nothing that can be understood": [null],
  "offers another file": [{ offer: { name: "b.txt", size: 3 } }],
};

for (const [lie, said] of Object.entries(LIES_OF_SENDERS)) {
  test(`nothing has arrived when the sender ${lie}`, async () => {
    const { channel, file } = await receiver();
    said.forEach((data) => channel.hears(data));
    await until(file);
    assert.deepEqual([file.state, file.content], ["broken", null]);
    assert.deepEqual(channel.said.at(-1), { end: "broken" });
  });
}

test("bytes that come before anybody said yes are not taken", async () => {
  const { channel, file } = await receiver({ accepts: false });
  channel.hears(bytes("abc"));
  channel.hears({ checksum: checksum("abc") });
  await until(file);
  assert.equal(file.state, "broken");
});

for (const offer of [
  ...[-1, 0.5, NaN, 1e300, "3", null, undefined, {}, 2 ** 53].map((size) => ({ name: "a.txt", size })),
  ...[7, null, undefined, {}].map((name) => ({ name, size: 3 })),
  null,
  "a.txt",
]) {
  test(`nobody is asked about the offer ${JSON.stringify(offer)}`, async () => {
    const channel = /** @type {any} */ (new Channel());
    const file = new IncomingFile(channel);
    channel.hears({ offer });
    await until(file);
    assert.deepEqual([file.state, file.name], ["broken", ""]);
  });
}

test("a file that there is no room for is not taken", async () => {
  const { channel, file } = await receiver({ size: Number.MAX_SAFE_INTEGER });
  assert.deepEqual([file.state, channel.said.at(-1)], ["too-large", { end: "too-large" }]);
});

test("a name of a file neither turns the text around nor leads to another folder", async () => {
  const { file } = await receiver({ name: "..\\../invoice\u202efdp.exe\n" });
  assert.doesNotMatch(file.name, /[\u202e\n\\/]/);
  assert.match(file.name, /invoicefdp\.exe$/);
});

test("accepting twice is accepting once, and what has ended is not accepted", async () => {
  const { channel, file } = await receiver({ accepts: false });
  await Promise.all([file.accept(), file.accept()]);
  assert.equal(channel.said.filter((/** @type {any} */ { accept }) => accept).length, 1);
  const other = await receiver({ accepts: false });
  const accepting = other.file.accept();
  other.channel.hears({ end: "cancelled" });
  await until(other.file);
  await accepting;
  assert.deepEqual([other.file.state, other.channel.said], ["cancelled", [{ end: "cancelled" }]]);
});

test("a sender that does not wait for the receiver fills no memory", async () => {
  const { channel, file } = await receiver({ size: 200 * 1024 * 1024 });
  const piece = new ArrayBuffer(64 * 1024);
  for (let i = 0; i < 1_000; i++) {
    channel.hears(piece);
  }
  assert.equal(file.state, "broken");
  const tiny = await receiver({ size: 100_000 });
  for (let i = 0; i < 100_000; i++) {
    tiny.channel.hears(new ArrayBuffer(1));
  }
  assert.equal(tiny.file.state, "broken");
});

/** What a receiver may say to one who sends three bytes, so that the sender does not believe it. @type {Record<string, any[]>} */
const LIES_OF_RECEIVERS = {
  "says without accepting that it is done": [{ end: "done" }],
  "says before it has received all that it is done": [{ accept: true }, { end: "done" }],
  "has received more than was sent": [{ accept: true }, { received: 4 }],
  "has received more than anything": [{ accept: true }, { received: 1e300 }],
  "has received less than nothing": [{ accept: true }, { received: -1 }],
  "has received what is no number": [{ accept: true }, { received: "3" }],
  "sends bytes itself": [bytes("abc")],
  "sends text that is no message": ["abc"],
  "says how it ended in a word of its own": [{ end: "wonderful" }],
};

for (const [lie, said] of Object.entries(LIES_OF_RECEIVERS)) {
  test(`nothing has arrived at a receiver who ${lie}`, async () => {
    const { channel, file } = sender();
    for (const data of said) {
      channel.hears(data);
    }
    await until(file);
    assert.equal(file.state, "broken");
  });
}

test("one who accepts what was cancelled gets nothing", async () => {
  const { channel, file } = sender();
  file.cancel();
  channel.readyState = "open"; // what the other side has sent is still on its way
  channel.hears({ accept: true });
  await settled();
  assert.deepEqual([file.state, channel.said], ["cancelled", [{ end: "cancelled" }]]);
});

test("a channel that ended without a word, with this side's own connection, is noticed", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  for (const { channel, file } of [await receiver(), sender(), await receiver({ accepts: false })]) {
    channel.readyState = "closed";
    t.mock.timers.tick(1_000);
    await until(file);
    assert.equal(file.state, "broken");
  }
});

test("a file that does not get on is given up, but one that a person thinks about is not", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const moving = await receiver();
  const sending = sender();
  sending.channel.hears({ accept: true });
  const silent = new IncomingFile(/** @type {any} */ (new Channel()));
  const thinking = await receiver({ accepts: false });
  const waiting = sender();
  await until(sending.file, ({ state }) => state === "moving");
  t.mock.timers.tick(50_000);
  assert.equal(moving.file.state, "moving");
  moving.channel.hears(bytes("a"));
  await until(moving.file, (file) => file.bytes === 1);
  t.mock.timers.tick(20_000);
  assert.deepEqual([moving.file.state, sending.file.state, silent.state], ["moving", "broken", "broken"]);
  t.mock.timers.tick(3_600_000);
  assert.equal(moving.file.state, "broken");
  assert.deepEqual([thinking.file.state, waiting.file.state], ["offered", "offered"]);
  thinking.file.cancel();
  waiting.file.cancel();
});

test("whoever is not asked is told that it was refused", () => {
  const early = /** @type {any} */ (Object.assign(new Channel(), { readyState: "connecting" }));
  refuse(early);
  assert.deepEqual(early.said, []);
  early.onopen();
  const open = /** @type {any} */ (new Channel());
  refuse(open);
  for (const channel of [early, open]) {
    assert.deepEqual([channel.said, channel.readyState], [[{ end: "refused" }], "closed"]);
  }
});
