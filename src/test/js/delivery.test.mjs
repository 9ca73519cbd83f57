import assert from "node:assert/strict";
import { test } from "node:test";
import { Delivery } from "../../main/webapp/js/quality/delivery.js";

/** Looks in turn at what one track has decoded and delivered so far; gives the looks (from 0) that failed. */
const failures = (arrivals, delivery = new Delivery()) =>
  arrivals.flatMap(([decoded, delivered], i) => (delivery.fails([{ id: "t", decoded, delivered }]) ? [i] : []));
const looks = (count, arrival) => Array.from({ length: count }, (_, i) => arrival(i));

test("what is painted is in order, be it late or slow", () => {
  assert.deepEqual(failures(looks(60, (i) => [i * 20, i])), []);
  assert.deepEqual(failures(looks(60, (i) => [i * 20, Math.floor(i / 3)])), []);
});

test("what is decoded and not painted fails after four looks, then after eight more", () => {
  assert.deepEqual(failures(looks(20, (i) => [i * 20, 7])), [4, 13]);
});

test("where nothing is decoded there is nothing to paint", () => {
  assert.deepEqual(failures(looks(60, () => [7, 7])), []);
});

test("a picture every few seconds counts when it comes", () => {
  assert.deepEqual(failures(looks(30, (i) => [Math.floor(i / 3), 7])), [12]);
});

test("nobody can say whether it is painted in a hidden page", () => {
  assert.deepEqual(failures(looks(60, (i) => [i * 20, undefined])), []);
  assert.deepEqual(failures(looks(60, (i) => [i * 20, i % 4 === 3 ? undefined : 7])), []);
});

test("counters that begin anew are no sign of anything", () => {
  assert.deepEqual(failures([[500, 7], [3, 7], [2, 7], [1, 7], [0, 7], [0, 7]]), []);
});

test("one track that stands still is enough, and another one's picture is none of it", () => {
  const delivery = new Delivery();
  const failed = looks(6, (i) => delivery.fails([{ id: "a", decoded: i, delivered: 0 }, { id: "b", decoded: i, delivered: i }]));
  assert.deepEqual(failed, [false, false, false, false, true, false]);
});
