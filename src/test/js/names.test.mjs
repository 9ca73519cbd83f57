// Names: what can be cleaned is cleaned, and only what nobody can see is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanFileName, cleanName } from "../../main/webapp/js/base/names.js";

/** @type {[string, string][]} as entered, and what becomes of it */
const NAMES = [
  ["Ada", "Ada"],
  ["  Ada  Lovelace ", "Ada Lovelace"],
  ["Ada\tLovelace", "Ada Lovelace"],
  ["Ada\u2028Byron\u2029\r\nLovelace", "Ada Byron Lovelace"],
  ["Ada\u0007", "Ada"],
  ["A\u0085da\u0000", "A da"],
  ["Ada\ud83d", "Ada"],
  ["\ude00Ada", "Ada"],
  ["Ada\u202eecila", "Adaecila"],
  ["\u2066Ada\u2069\u200f\u061c", "Ada"],
  ["e\u0301", "\u00e9"],
  ["e\u202e\u0301", "\u00e9"],
  ["\u3000山田\u3000太郎", "山田 太郎"],
  ["👩\u200d💻", "👩\u200d💻"],
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["\u{1fae8}", "\u{1fae8}"],
  ["7", "7"],
  ["!", "!"],
];

const INVISIBLE = [
  "", "   ", "\t\n", "\u00a0\u3000", "\u200b\u200b\u2060", "\u200d", "\ufeff", "\u00ad", "\u115f\u1160", "\u3164", "\uffa0",
  "\u2800", "\u0301", "\u20dd", "\ufe0f", "\u{e0001}\u{e0041}", "\ud83d", "\u202e", "\u2028", "\u034f", "\u180e", "\u17b4",
];

test("names are cleaned", () => {
  for (const [entered, name] of NAMES) {
    assert.equal(cleanName(entered), name, JSON.stringify(entered));
    assert.equal(cleanName(name), name);
  }
});

test("of what nobody can see there is no name", () => {
  for (const entered of INVISIBLE) {
    assert.equal(cleanName(entered), "", JSON.stringify(entered));
  }
  assert.deepEqual([undefined, null, { toString: 1 }, [], 7].map(cleanName), ["", "", "", "", "7"]);
});

test("long names end with a whole character", () => {
  assert.equal(cleanName("x".repeat(70)), "x".repeat(64));
  assert.equal(cleanName("x".repeat(63) + "😀"), "x".repeat(63));
  assert.equal(cleanName("x".repeat(62) + "😀"), "x".repeat(62) + "😀");
  assert.equal(cleanName("x".repeat(60) + "👩\u200d💻"), "x".repeat(60));
  assert.equal(cleanName("x".repeat(63) + " y"), "x".repeat(63));
  const towering = cleanName("Z" + "\u0321".repeat(100));
  assert.ok(towering.startsWith("Z") && towering.length <= 64);
});

test("names of files keep what says what they are, and nothing that deceives", () => {
  assert.equal(cleanFileName("plan.pdf"), "plan.pdf");
  assert.equal(cleanFileName("ann\u202efdp.exe"), "annfdp.exe");
  assert.equal(cleanFileName("../../etc/passwd"), ".._.._etc_passwd");
  assert.equal(cleanFileName("a\nb.txt"), "a b.txt");
  assert.equal(cleanFileName("x".repeat(300) + ".tar"), "x".repeat(200) + ".tar");
  assert.equal(cleanFileName("\u200b"), "file");
  assert.equal(cleanFileName(" .. "), "file");
  assert.equal(cleanFileName("図面.pdf"), "図面.pdf");
});
