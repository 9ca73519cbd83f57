// What is written reaches everybody once, whoever comes late or is cut off; and what a peer says is not taken for more than that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Chat, LONGEST } from "../../main/webapp/js/chat/chat.js";

const DAY = 24 * 60 * 60 * 1000;

/** A chat of somebody, and what they have read. The others are reached as long as they are in `connected`. */
function member(/** @type {string} */ name, /** @type {Map<string, any>} */ connected) {
  const read = /** @type {any[]} */ ([]);
  const floods = /** @type {string[]} */ ([]);
  const chat = new Chat({ id: name.toLowerCase(), name }, (said, to) => {
    for (const other of to === undefined ? connected.keys() : [to]) {
      if (other !== chat.self.id) {
        connected.get(other)?.chat.receive({ id: chat.self.id, name }, JSON.parse(JSON.stringify(said)));
      }
    }
  });
  const on = (/** @type {string} */ type, /** @type {(detail: any) => void} */ handle) =>
    chat.addEventListener(type, (/** @type {any} */ { detail }) => handle(detail));
  on("message", (message) => read.push(message));
  on("confirmed", (message) => (read[read.findIndex(({ key }) => key === message.key)] = message));
  on("flood", (detail) => floods.push(detail.name));
  const lines = () => read.map(({ name: writer, text, teller }) => `${writer}${teller ? ` (${teller})` : ""}: ${text}`);
  return { chat, read, lines, floods, write: (/** @type {string} */ text) => chat.write(text) };
}

function connect(/** @type {Map<string, any>} */ connected, /** @type {any} */ one) {
  const before = [...connected.keys()];
  connected.set(one.chat.self.id, one);
  for (const other of before) {
    connected.get(other).chat.opened(one.chat.self.id);
    one.chat.opened(other);
  }
}

/** Somebody alone with Grace, who says what she likes. */
function alone() {
  const ada = member("Ada", new Map());
  return { ada, says: (/** @type {any} */ said) => ada.chat.receive({ id: "grace", name: "Grace" }, said) };
}

test("everybody reads what is written, and who comes late what was written before, each once", () => {
  const connected = new Map();
  const [ada, grace, hedy] = ["Ada", "Grace", "Hedy"].map((name) => member(name, connected));
  connect(connected, ada);
  connect(connected, grace);
  ada.write("one");
  grace.write("two");
  connect(connected, hedy);
  hedy.write("three");
  const all = ["Ada: one", "Grace: two", "Hedy: three"];
  assert.deepEqual([ada.lines(), grace.lines(), hedy.lines()], [all, all, all]);
});

test("who was cut off gets what was missed, in both directions", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, ada);
  connect(connected, grace);
  connected.delete("grace");
  ada.write("where are you?");
  connected.delete("ada");
  grace.write("here");
  connect(connected, ada);
  connect(connected, grace);
  assert.deepEqual(ada.lines().sort(), ["Ada: where are you?", "Grace: here"]);
  assert.deepEqual(grace.lines().sort(), ["Ada: where are you?", "Grace: here"]);
});

test("nothing comes twice after more than are kept, and nobody's own messages come from others", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, ada);
  connect(connected, grace);
  for (let i = 0; i < 140; i++) {
    assert.ok((i % 2 ? ada : grace).write(`${i}`));
  }
  connected.delete("grace"); // whom nothing of what follows reaches
  for (let i = 140; i < 160; i++) {
    assert.ok(ada.write(`${i}`));
  }
  assert.equal(grace.read.length, 140);
  connect(connected, grace);
  for (const { read } of [ada, grace]) {
    assert.deepEqual(read.map(({ text }) => text), Array.from({ length: 160 }, (_, i) => `${i}`));
  }
  assert.equal(ada.read.filter(({ own }) => own).length, 90);
});

test("nobody writes in another's name, and nonsense is not read", () => {
  const { ada, says } = alone();
  says({ type: "chat", message: { id: "1", time: 1, name: "Hedy", text: "I am Hedy" } });
  assert.deepEqual(ada.lines(), ["Grace: I am Hedy"]);
  const sound = { id: "2", from: "hedy", time: 1, name: "Hedy", text: "b" };
  const changes = [
    ...[3, "", null, "x".repeat(65), ["2"]].map((id) => ({ id })),
    ...[3, null, "x".repeat(65)].map((from) => ({ from })),
    ...[3, null, " \n", "x".repeat(LONGEST + 1), { length: 1 }].map((text) => ({ text })),
  ];
  for (const message of [null, 7, "x", [], {}, ...changes.map((change) => ({ ...sound, ...change }))]) {
    says({ type: "chat-history", message });
    says({ type: "chat", message });
  }
  for (const said of [null, 7, "x", [], { type: "chat-known", ids: "all" }, { type: "chat-known" }, { type: "something" }]) {
    says(said);
  }
  assert.deepEqual(ada.lines(), ["Grace: I am Hedy"]);
});

test("messages come in the order of their arrival, whatever the clocks say", () => {
  const { ada, says } = alone();
  const before = Date.now();
  const times = [1e300, Infinity, NaN, -1, -1e300, "soon", null, undefined, before + DAY, before - 2 * DAY, {}, before - 60_000];
  times.forEach((time, i) => says({ type: "chat", message: { id: `n${i}`, time, name: "", text: `now ${i}` } }));
  times.forEach((time, i) =>
    says({ type: "chat-history", message: { id: `b${i}`, from: "hedy", time, name: "Hedy", text: `before ${i}` } }),
  );
  assert.deepEqual(
    ada.read.map(({ text }) => text),
    ["now", "before"].flatMap((when) => times.map((_, i) => `${when} ${i}`)),
  );
  const [sane, ...rest] = ada.read.map(({ time }) => time).reverse();
  assert.equal(sane, before - 60_000);
  assert.ok(rest.every((time) => time >= before && time <= Date.now()), "a message that comes now was written now");
});

test("what somebody tells about others is marked as told, until they say so themselves", () => {
  const connected = new Map();
  const [ada, grace, hedy] = ["Ada", "Grace", "Hedy"].map((name) => member(name, connected));
  connect(connected, ada);
  connect(connected, grace);
  ada.write("one");
  grace.write("two");
  connected.delete("ada"); // for a moment
  connect(connected, hedy);
  assert.deepEqual(hedy.lines(), ["Ada (Grace): one", "Grace: two"]);
  grace.chat.receive({ id: "mallory", name: "Mallory" }, {
    type: "chat-history",
    message: { id: "1", from: "ada", time: 1, name: "Ada", text: "my password is 1234" },
  });
  assert.equal(grace.lines().at(-1), "Ada (Mallory): my password is 1234");
  connect(connected, ada);
  assert.deepEqual(hedy.lines().slice(0, 2), ["Ada: one", "Grace: two"]);
  assert.equal(grace.lines().at(-1), "Ada (Mallory): my password is 1234");
  assert.deepEqual(ada.lines(), ["Ada: one", "Grace: two"]);
});

test("nobody can keep a message away by telling another one in its place", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, ada);
  ada.write("the truth");
  const { id } = ada.read[0];
  const mallory = { id: "mallory", name: "Mallory" };
  grace.chat.receive(mallory, { type: "chat", message: { id, time: 1, name: "", text: "mine" } });
  grace.chat.receive(mallory, { type: "chat-history", message: { id, from: "ada", time: 1, name: "Ada", text: "a lie" } });
  connect(connected, grace);
  assert.deepEqual(grace.lines(), ["Mallory: mine", "Ada: the truth"]);
});

test("nobody tells oneself what one has written", () => {
  const { ada, says } = alone();
  says({ type: "chat-history", message: { id: "1", from: "ada", time: 1, name: "Ada", text: "I resign" } });
  says({ type: "chat-history", message: { id: "2", from: "grace", time: 1, name: "Ada", text: "so do I" } });
  assert.deepEqual(ada.lines(), ["Grace: so do I"]);
});

test("a message of which nothing can be seen is none", () => {
  const { ada, says } = alone();
  [" \n", "\u200b\u200b", "\u2800", "\u{e0020}"].forEach((text, i) =>
    says({ type: "chat", message: { id: `${i}`, time: 1, name: "", text } }),
  );
  assert.deepEqual(ada.lines(), []);
});

test("names in the history are cleaned as others are", () => {
  const { ada, says } = alone();
  ["He\u202edy\u0000", "\u200b", 7, null, "x".repeat(1_000)].forEach((name, i) =>
    says({ type: "chat-history", message: { id: `${i}`, from: "hedy", time: 1, name, text: "hello" } }),
  );
  assert.deepEqual(ada.read.map(({ name }) => name), ["Hedy", "?", "7", "?", "x".repeat(64)]);
});

test("a flood is cut off and said once, and nobody else pays for it", () => {
  const { ada, says } = alone();
  for (let i = 0; i < 5_000; i++) {
    says({ type: i % 2 ? "chat" : "chat-history", message: { id: `${i}`, from: "x", time: 1, name: "X", text: `${i}` } });
  }
  assert.ok(ada.read.length >= 300 && ada.read.length < 350, `${ada.read.length} were read`);
  assert.deepEqual(ada.floods, ["Grace"]);
  ada.chat.receive({ id: "hedy", name: "Hedy" }, { type: "chat", message: { id: "1", time: 1, name: "", text: "hello" } });
  assert.equal(ada.lines().at(-1), "Hedy: hello");
});

test("long messages count as several", () => {
  const { ada, says } = alone();
  for (let i = 0; i < 100; i++) {
    says({ type: "chat", message: { id: `${i}`, time: 1, name: "", text: "x".repeat(LONGEST) } });
  }
  assert.ok(ada.read.length > 20 && ada.read.length < 40, `${ada.read.length} were read`);
});

test("whoever asks again and again is not answered each time", () => {
  let answers = 0;
  const ada = new Chat({ id: "ada", name: "Ada" }, (/** @type {any} */ { type }) => (answers += type === "chat-history" ? 1 : 0));
  for (let i = 0; i < 80; i++) {
    ada.write("x");
  }
  for (let i = 0; i < 1_000; i++) {
    ada.receive({ id: "grace", name: "Grace" }, { type: "chat-known", ids: [] });
  }
  assert.ok(answers >= 80 && answers < 200, `${answers} messages were sent`);
});

test("one who writes too much oneself is told so, and nothing of it is lost on the way", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, ada);
  connect(connected, grace);
  const written = Array.from({ length: 300 }, (_, i) => ada.write(`${i}`)).filter(Boolean).length;
  assert.ok(written >= 100 && written < 150, `${written} were written`);
  assert.equal(grace.read.length, written);
  assert.deepEqual(grace.floods, []);
});

test("the last hundred are kept", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, ada);
  for (let i = 0; i < 160; i++) {
    ada.chat.receive({ id: "hedy", name: "Hedy" }, { type: "chat", message: { id: `${i}`, time: 1, name: "", text: `${i}` } });
  }
  connect(connected, grace);
  assert.equal(grace.read.length, 100);
  assert.equal(grace.lines().at(-1), "Hedy (Ada): 159");
});
