import assert from "node:assert/strict";
import { test } from "node:test";
import { Router } from "../../main/webapp/js/call/router.js";

/** A carrier that brings whatever it is told to. */
class Carrier extends EventTarget {
  /** @param {string} id @param {any} message */
  brings(id, message) {
    this.dispatchEvent(new CustomEvent("message", { detail: { id, message } }));
  }
}

test("a message goes to the part that its type is for, and to no other", () => {
  const carrier = new Carrier();
  const router = new Router(carrier);
  /** @type {any[]} */
  const taken = [];
  router.route("view", (id, message) => taken.push(["view", id, message]));
  router.route("chat", (id, message) => taken.push(["chat", id, message]));
  carrier.brings("ada", { type: "chat", text: "hello" });
  carrier.brings("grace", { type: "view", camera: 360 });
  for (const stray of [{ type: "unheard of" }, { type: ["chat"] }, { type: "constructor" }, {}, []]) {
    carrier.brings("ada", stray);
  }
  assert.deepEqual(taken, [
    ["chat", "ada", { type: "chat", text: "hello" }],
    ["view", "grace", { type: "view", camera: 360 }],
  ]);
});

test("who does not take messages any more gets none, and does not keep them from who does", () => {
  const carrier = new Carrier();
  const router = new Router(carrier);
  /** @type {string[]} */
  const taken = [];
  const [first, second] = [new AbortController(), new AbortController()];
  router.route("view", () => taken.push("first"), first.signal);
  carrier.brings("ada", { type: "view" });
  router.route("view", () => taken.push("second"), second.signal);
  first.abort();
  carrier.brings("ada", { type: "view" });
  second.abort();
  carrier.brings("ada", { type: "view" });
  assert.deepEqual(taken, ["first", "second"]);
});
