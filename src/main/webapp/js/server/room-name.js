// Turns what people write into a room's name. The same text gives everybody the same room; PROTOCOL.md has the rule.

import { cleanText } from "../base/names.js";

/** The names that the server accepts. */
const VALID = /^[A-Za-z0-9_-]{1,64}$/;

/** The longest name that people may write, in UTF-16 code units. Its link must fit into any address. */
export const LONGEST_ROOM = 200;

/** How many readable characters stay when a name needs a hash. */
const READABLE = 48;

/** Letters that Unicode does not decompose into a base letter and a mark. @type {Record<string, string>} */
const LETTERS = { æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŧ: "t", ŋ: "n" };

const INVISIBLE = /['‘’ʼ]|\p{Default_Ignorable_Code_Point}/gu;

/** Accents, and vowel signs that are usually left out. In other scripts a mark changes the letter. */
const ACCENTED =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Nonspacing_Mark}+/gu;

/** Punctuation that only separates words. Other punctuation, as in `C#` and `R&D`, makes another room. */
const SEPARATORS = /(?:(?![#%&*@_])[\p{White_Space}\p{Punctuation}`´])+/gu;

/**
 * @param {string} text as written in a link or a field
 * @returns {string} a name that the server accepts; empty if the text has no visible character
 */
export function roomOf(text) {
  const written = cleanText(text);
  if (VALID.test(written)) {
    return written;
  }
  const words = wordsOf(written);
  const readable = readableOf(words);
  const complete = readable.length <= 64 && /^[a-z0-9_-]+$/.test(lettersOf(words));
  if (complete || !written) {
    return readable;
  }
  const start = readable.slice(0, READABLE).replace(/-$/, "") || "room";
  return `${start}-${hash(words)}`;
}

/**
 * Removes what people do not see or do not mean: case, width, accents, form and number of separators.
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
 * FNV-1a, 64 bits, over UTF-8, in base 36. Browsers offer no hashes of their own over plain HTTP.
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
