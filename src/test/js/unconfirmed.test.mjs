import assert from "node:assert/strict";
import { test } from "node:test";
import { Unconfirmed } from "../../main/webapp/js/server/unconfirmed.js";

test("keeps what has not been confirmed, in order", () => {
  const unconfirmed = new Unconfirmed();
  for (const name of ["a", "b", "c"]) unconfirmed.add({ name });
  unconfirmed.confirm(1);
  assert.deepEqual(unconfirmed.all(), [{ name: "b", number: 2 }, { name: "c", number: 3 }]);
  unconfirmed.confirm();
  assert.equal(unconfirmed.size, 2);
  unconfirmed.confirm(3);
  assert.equal(unconfirmed.size, 0);
  assert.equal(unconfirmed.add({}).number, 4);
});

test("begins anew", () => {
  const unconfirmed = new Unconfirmed();
  unconfirmed.add({});
  unconfirmed.clear();
  assert.deepEqual(unconfirmed.all(), []);
  assert.equal(unconfirmed.add({}).number, 1);
});
