import assert from "node:assert/strict";
import { test } from "node:test";
import { Roster } from "../../main/webapp/js/call/roster.js";

/** A carrier that writes down what it is to do, and does nothing. */
class Carrier extends EventTarget {
  self = "";
  /** @type {Set<string>} */
  connected = new Set();
  /** @type {string[]} */
  done = [];

  connect(/** @type {string} */ id) {
    const isNew = !this.connected.has(id);
    this.connected.add(id);
    return isNew ? "joined" : "returned";
  }

  async call(/** @type {string} */ id) {
    this.done.push(`${this.self} calls ${id}`);
  }

  setAdrift(/** @type {string} */ id) {
    return this.connected.has(id);
  }

  disconnect(/** @type {string} */ id) {
    this.connected.delete(id);
    this.done.push(`disconnects ${id}`);
  }

  breaks(/** @type {string} */ id) {
    this.dispatchEvent(new CustomEvent("gone", { detail: { id } }));
  }
}

function room() {
  const carrier = new Carrier();
  const roster = new Roster(/** @type {any} */ (carrier));
  for (const type of ["joined", "returned", "left"]) {
    roster.addEventListener(type, (/** @type {any} */ { detail }) => carrier.done.push(`${type} ${detail.id}`));
  }
  const welcome = async (/** @type {string} */ self, /** @type {string[]} */ peers, resumed = false) => {
    const introduce = await roster.welcome({ self: { id: self }, peers: peers.map((id) => ({ id })), resumed });
    introduce();
    return carrier.done.splice(0);
  };
  return { carrier, roster, welcome };
}

test("those who are there are called before they are shown", async () => {
  const { welcome } = room();
  assert.deepEqual(await welcome("ada", ["grace", "hedy"]), [
    "ada calls grace",
    "ada calls hedy",
    "joined grace",
    "joined hedy",
  ]);
});

test("who comes later calls, and is not called", () => {
  const { carrier, roster } = room();
  roster.joined({ id: "hedy", name: "Hedy", status: {} });
  assert.deepEqual(carrier.done, ["joined hedy"]);
});

test("who is lost stays until nothing comes any more, and who leaves goes at once", async () => {
  const { carrier, roster, welcome } = room();
  await welcome("ada", ["grace", "hedy"]);
  roster.left({ id: "grace", reason: "lost" });
  roster.left({ id: "hedy", reason: "left" });
  assert.deepEqual(carrier.done.splice(0), ["disconnects hedy", "left hedy"]);
  carrier.breaks("grace");
  carrier.breaks("grace");
  assert.deepEqual(carrier.done, ["disconnects grace", "left grace"]);
});

test("after a restart of the server those stay who are still connected", async () => {
  const { welcome } = room();
  await welcome("ada", ["grace"]);
  assert.deepEqual(await welcome("ada", ["grace", "hedy"]), [
    "ada calls grace",
    "ada calls hedy",
    "returned grace",
    "joined hedy",
  ]);
  assert.deepEqual(await welcome("ada", [], true), []);
});

test("under another id all connections are made anew, and nobody calls oneself", async () => {
  const { welcome } = room();
  await welcome("ada", ["grace"]);
  assert.deepEqual(await welcome("ada-2", ["ada", "grace"]), [
    "disconnects grace",
    "left grace",
    "ada-2 calls grace",
    "joined grace",
  ]);
});
