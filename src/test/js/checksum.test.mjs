import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "../../main/webapp/js/chat/checksum.js";

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("the check value of CRC-32", () => {
  assert.equal(crc32(bytes("123456789")), 0xcbf43926); // as every catalogue of checksums has it
  assert.equal(crc32(new Uint8Array()), 0);
});

test("piece by piece it is the same", () => {
  assert.equal(crc32(bytes("6789"), crc32(bytes("12345"))), crc32(bytes("123456789")));
});
