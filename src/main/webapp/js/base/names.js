// Makes names of people and files safe to show: visible, and without effect on the text around them.

/** The longest name of a person, in UTF-16 code units, as in PROTOCOL.md. */
export const LONGEST_NAME = 64;

/** The longest file name, in UTF-16 code units; most file systems allow it. */
const LONGEST_FILE_NAME = 200;

/** White space, tabs, line ends and other control characters; each run becomes a space. */
const BLANKS = /[\p{White_Space}\p{Cc}]+/gu;

/** Characters that change the direction of the text after them, and lone surrogates. */
const HARMFUL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/** A character that is visible by itself; the braille blank is not, though Unicode counts it as a symbol. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{M}\u2800]/u;

/** Right-to-left letters, and characters that change the direction. */
const TURNING = new RegExp(
  "[\\u0590-\\u08ff\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufb1d-\\ufdff\\ufe70-\\ufefc" +
    "\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]",
  "u",
);

/** Characters with a special meaning in file systems. */
const RESERVED = /[\\/:*?"<>|]/g;

/**
 * Turns what a person entered, or a foreign client sent, into a name that the server and the peers accept.
 * @param {unknown} entered
 * @returns {string} empty if nothing in it is visible
 */
export function cleanName(entered) {
  return typeof entered === "object" ? "" : cut(cleanText(String(entered ?? "")), LONGEST_NAME);
}

/**
 * The person with a name that is safe to show, whatever a foreign client has sent.
 * @template {{name: unknown}} P
 * @param {P} person
 * @returns {P & {name: string}}
 */
export function named(person) {
  return { ...person, name: cleanName(person.name) || "?" };
}

/**
 * One line of text without harmful characters.
 * @param {string} text
 * @returns {string} empty if nothing in it is visible
 */
export function cleanText(text) {
  const clean = text.replace(HARMFUL, "").normalize("NFC").replace(BLANKS, " ").trim();
  return isVisible(clean) ? clean : "";
}

/**
 * Whether anything in a text is visible.
 * @param {string} text
 */
export function isVisible(text) {
  return VISIBLE.test(text);
}

/**
 * The text for use within a sentence, isolated so that the sentence keeps its direction.
 * @param {string} text
 * @param {boolean} [rightToLeft] whether the sentence runs from right to left
 */
export function isolated(text, rightToLeft = false) {
  return text && (rightToLeft || TURNING.test(text)) ? `\u2068${text}\u2069` : text;
}

/**
 * A name to show and save a peer's file under. Keeps the extension.
 * @param {unknown} name
 */
export function cleanFileName(name) {
  const clean = cleanText(String(name ?? "")).replace(RESERVED, "_").replace(/[. ]+$/, "");
  const [, stem, extension] = /^(.+?)(\.[^.]{1,16})?$/.exec(clean) ?? [clean, "file", ""];
  return cut(stem, LONGEST_FILE_NAME) + (extension ?? "");
}

/**
 * The start of the text that fits, without cutting a character.
 * @param {string} text
 * @param {number} length in UTF-16 code units
 */
function cut(text, length) {
  if (text.length <= length) {
    return text;
  }
  let end = 0;
  for (const character of charactersOf(text)) {
    if (end + character.length > length) {
      break;
    }
    end += character.length;
  }
  return text.slice(0, end).trim();
}

/**
 * Splits into what people see as characters, such as an emoji of several code points. Falls back to code points without
 * Intl.Segmenter, or if the first character is longer than a name.
 * @param {string} text
 */
function charactersOf(text) {
  const whole = Intl.Segmenter ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment) : [...text];
  return whole[0].length > LONGEST_NAME ? [...text] : whole;
}
