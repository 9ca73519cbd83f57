// Whatever people call a room: the same for all, readable, and a name that the server accepts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { roomOf } from "../../main/webapp/js/server/room-name.js";

/** Texts that mean the same room, and its name. */
const ROOMS = {
  daily: ["daily", " daily ", "\u202edaily", "dai\u200bly", "ｄａｉｌｙ"],
  "My_Room-1": ["My_Room-1"],
  "my-room": ["my-room", "My Room", "my  room", "MY\u00a0ROOM", "My\tRoom!", "my – room", "«My Room»", "my/room"],
  "kuche-strasse": ["Küche Straße", "ku\u0308che strasse", "KÜCHE STRASSE"],
  "marthas-cafe": ["Martha's Café", "martha’s cafe"],
  istanbul: ["İstanbul", "istanbul"],
  lodz: ["Łódź", "łodz\u0301"],
  "c-4q6kq3xjyq77": ["C#", "c#"],
  "r-d-23zje0cir3r87": ["R&D", "r&d"],
  "room-1duhf10gs4dxx": ["Проект", "ПРОЕКТ", " проект. "],
  "room-xxlaxbhrkoxm": ["会議", "会議。"],
  "party-rb5gpguv46gg": ["🎉 party", "🎉 Party!"],
};

test("texts that mean the same lead to the same room", () => {
  for (const [room, texts] of Object.entries(ROOMS)) {
    for (const text of texts) {
      assert.equal(roomOf(text), room, JSON.stringify(text));
    }
  }
});

test("texts that mean something else lead to another room", () => {
  const texts = [
    "C", "C#", "C++", "R&D", "R D", "Проект", "会議", "かいぎ", "がいぎ", "غرفة", "🎉", "🎊", "!!!", "???", "หนู", "หน", "कि", "की",
    ...["a", "b"].map((end) => "x".repeat(70) + end), ...["а", "б"].map((end) => "team " + end),
  ];
  const rooms = texts.map(roomOf);
  assert.deepEqual(rooms.filter((room, i) => rooms.indexOf(room) !== i), []);
});

test("accents, case and vowel signs are not what makes a room another one", () => {
  for (const [one, other] of [["Ελλάς", "ΕΛΛΑΣ"], ["ёлка", "ЕЛКА"], ["غُرفة", "غرفة"], ["がいぎ", "か\u3099いぎ"], ["ｶﾞ", "ガ"]]) {
    assert.equal(roomOf(one), roomOf(other), one);
  }
});

test("every text is a room that the server accepts, and a room is itself", () => {
  for (const text of ["../../etc", "?a=b&c", "%2e", "#", "-", "_", "\u{1fae8}", "𝕽𝖔𝖔𝖒", "ﷺ".repeat(30), "ß".repeat(60), "é".repeat(64)]) {
    assert.match(roomOf(text), /^[A-Za-z0-9_-]{1,64}$/, text);
    assert.equal(roomOf(roomOf(text)), roomOf(text));
  }
  for (const text of ["", "  ", "\u200b", "\u3164"]) {
    assert.equal(roomOf(text), "");
  }
});
