// The room that is meant by what people write: any text leads to one room, the same for all. PROTOCOL.md has the rule.

import { cleanText } from "../base/names.js";

/** What the server accepts. */
const VALID = /^[A-Za-z0-9_-]{1,64}$/;

/** How much of a room's name people may write, in UTF-16 code units: the link with it is to fit into every address. */
export const LONGEST_ROOM = 200;

/** How much can be read of a room whose name says more than the letters that the server accepts. */
const READABLE = 48;

/** Letters that have no form without their mark in Unicode. @type {Record<string, string>} */
const LETTERS = { æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŧ: "t", ŋ: "n" };

const INVISIBLE = /['‘’ʼ]|\p{Default_Ignorable_Code_Point}/gu;

/** Accents, and vowel signs that are mostly left out; in other scripts a mark makes another letter. */
const ACCENTED =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Nonspacing_Mark}+/gu;

/** What only separates words. Other punctuation, as in `C#` and `R&D`, makes another room. */
const SEPARATORS = /(?:(?![#%&*@_])[\p{White_Space}\p{Punctuation}`´])+/gu;

/**
 * @param {string} text as people write it, in a link or in a field
 * @returns {string} a name that the server accepts; empty where nothing can be seen of the text
 */
export function roomOf(text) {
  const written = cleanText(text);
  if (VALID.test(written)) {
    return written;
  }
  const words = wordsOf(written);
  const readable = readableOf(words);
  const complete = readable.length <= 64 && /^[a-z0-9_-]+$/.test(lettersOf(words));
  return complete || !written ? readable : `${readable.slice(0, READABLE).replace(/-$/, "") || "room"}-${hash(words)}`;
}

/**
 * Without what people do not see or do not mean: case, width, accents, form and number of separators.
 * @param {string} text
 */
function wordsOf(text) {
  const visible = text.normalize("NFKC").replace(INVISIBLE, "").normalize("NFD").replace(ACCENTED, "$1");
  const folded = visible.toUpperCase().toLowerCase().normalize("NFKC");
  return folded.replace(SEPARATORS, "-").replace(/^-|-$/g, "") || folded;
}

/** @param {string} words */
function lettersOf(words) {
  return words.replace(/[^\0-\x7f]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** @param {string} words */
function readableOf(words) {
  return lettersOf(words).replace(/[^a-z0-9_]+/g, "-").replace(/^-|-$/g, "");
}

/**
 * FNV-1a of 64 bits over UTF-8, in base 36: the browser's own hashes are not there over plain HTTP.
 * @param {string} text
 */
function hash(text) {
  const bytes = new TextEncoder().encode(text);
  let sum = 0xcbf29ce484222325n;
  for (const byte of bytes) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  }
  return sum.toString(36);
}
