import assert from "node:assert/strict";
import { test } from "node:test";
import { DtlsRole } from "../../main/webapp/js/call/dtls-role.js";

const description = (type, ...roles) => ({ type, sdp: `v=0\r\n${roles.map((role) => `m=\r\na=setup:${role}\r\n`).join("")}` });

test("who was answered keeps the other role in later answers, in each section", () => {
  const role = new DtlsRole();
  assert.deepEqual(role.keep(description("offer", "actpass")), description("offer", "actpass"));
  role.learn(description("answer", "active"));
  role.learn(description("offer", "actpass"));
  assert.deepEqual(role.keep(description("answer", "active", "active")), description("answer", "passive", "passive"));
});

test("who answered first keeps the role of that answer", () => {
  const role = new DtlsRole();
  role.keep(description("answer", "passive"));
  role.learn(description("answer", "passive"));
  assert.deepEqual(role.keep(description("answer", "active")), description("answer", "passive"));
});

test("offers leave the choice to whoever answers", () => {
  const role = new DtlsRole();
  role.learn(description("answer", "passive"));
  assert.deepEqual(role.keep(description("offer", "actpass")), description("offer", "actpass"));
});

test("where there is nothing to keep, all stays as it is", () => {
  const role = new DtlsRole();
  role.learn({ type: "answer", sdp: "v=0" });
  assert.equal(role.keep(null), null);
  assert.deepEqual(role.keep(description("answer")), description("answer"));
});
