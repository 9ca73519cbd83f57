// What is written reaches everybody once, whoever comes late or is cut off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Chat } from "../../main/webapp/js/chat.js";

/** A chat of somebody, and what they have read. The others are reached as long as they are in `connected`. */
function member(/** @type {string} */ name, /** @type {Map<string, any>} */ connected) {
  const read = /** @type {string[]} */ ([]);
  const chat = new Chat((said, to) => {
    for (const other of to === undefined ? connected.keys() : [to]) {
      if (other !== name) {
        connected.get(other)?.chat.receive({ id: name, name }, JSON.parse(JSON.stringify(said)));
      }
    }
  });
  chat.addEventListener("message", (event) => {
    const { name: writer, text } = /** @type {CustomEvent} */ (event).detail;
    read.push(`${writer}: ${text}`);
  });
  return { chat, read, write: (/** @type {string} */ text) => chat.write(name, text) };
}

function connect(/** @type {Map<string, any>} */ connected, /** @type {string} */ name, /** @type {any} */ one) {
  const before = [...connected.keys()];
  connected.set(name, one);
  for (const other of before) {
    connected.get(other).chat.opened(name);
    one.chat.opened(other);
  }
}

test("everybody reads what is written, and who comes late what was written before, each once", () => {
  const connected = new Map();
  const [ada, grace, hedy] = ["Ada", "Grace", "Hedy"].map((name) => member(name, connected));
  connect(connected, "Ada", ada);
  connect(connected, "Grace", grace);
  ada.write("one");
  grace.write("two");
  connect(connected, "Hedy", hedy);
  hedy.write("three");
  const all = ["Ada: one", "Grace: two", "Hedy: three"];
  assert.deepEqual([ada.read, grace.read, hedy.read], [all, all, all]);
});

test("who was cut off gets what was missed, in both directions", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, "Ada", ada);
  connect(connected, "Grace", grace);
  connected.delete("Grace");
  ada.write("where are you?");
  connected.delete("Ada");
  grace.write("here");
  connect(connected, "Ada", ada);
  connect(connected, "Grace", grace);
  assert.deepEqual(ada.read.sort(), ["Ada: where are you?", "Grace: here"]);
  assert.deepEqual(grace.read.sort(), ["Ada: where are you?", "Grace: here"]);
});

test("nobody writes in another's name, and nonsense is not read", () => {
  const connected = new Map();
  const ada = member("Ada", connected);
  const from = { id: "g", name: "Grace" };
  ada.chat.receive(from, { type: "chat", message: { id: "1", time: 1, name: "Hedy", text: "I am Hedy" } });
  assert.deepEqual(ada.read, ["Grace: I am Hedy"]);
  for (const message of [null, 7, {}, { id: "2", time: "x", name: "", text: "" }, { id: 3, time: 1, name: "a", text: "b" }]) {
    ada.chat.receive(from, { type: "chat", message });
    ada.chat.receive(from, { type: "chat-history", message });
  }
  ada.chat.receive(from, { type: "chat-known", ids: "all" });
  ada.chat.receive(from, { type: "something" });
  assert.equal(ada.read.length, 1);
});

test("the last hundred are kept, and none is longer than 4,000 characters", () => {
  const connected = new Map();
  const [ada, grace] = ["Ada", "Grace"].map((name) => member(name, connected));
  connect(connected, "Ada", ada);
  for (let i = 0; i < 120; i++) {
    ada.write(`${i}`);
  }
  ada.write("x".repeat(5_000));
  connect(connected, "Grace", grace);
  assert.equal(grace.read.length, 100);
  assert.equal(grace.read.at(-1)?.length, "Ada: ".length + 4_000);
});
