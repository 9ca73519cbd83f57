// Names of people and of files as they may be shown: nothing in them turns the text around them, and something is seen.

/** The longest name of a person, in UTF-16 code units, as in PROTOCOL.md. */
export const LONGEST_NAME = 64;

/** As the file systems of most computers allow, in UTF-16 code units. */
const LONGEST_FILE_NAME = 200;

/** White space, tabs, line ends and other control characters: all of them become a blank. */
const BLANKS = /[\p{White_Space}\p{Cc}]+/gu;

/** What changes the direction of the text after it, and half characters. */
const HARMFUL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/**
 * A character that leaves a mark on the screen by itself; the braille blank is not one, though it counts as a sign.
 */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{M}\u2800]/u;

/** Letters that run from right to left, and what makes others do so. */
const TURNING = new RegExp(
  "[\\u0590-\\u08ff\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufb1d-\\ufdff\\ufe70-\\ufefc" +
    "\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]",
  "u",
);

/** What file systems give another meaning to. */
const RESERVED = /[\\/:*?"<>|]/g;

/**
 * The name that the server and the others accept, made of what somebody entered, or what a foreign client calls itself.
 * @param {unknown} entered
 * @returns {string} empty where nothing can be seen of it
 */
export function cleanName(entered) {
  return typeof entered === "object" ? "" : cut(cleanText(String(entered ?? "")), LONGEST_NAME);
}

/**
 * Somebody with a name that may be shown, whatever a foreign client calls itself.
 * @template {{name: unknown}} P
 * @param {P} person
 * @returns {P & {name: string}}
 */
export function named(person) {
  return { ...person, name: cleanName(person.name) || "?" };
}

/**
 * One line of text without what would harm the text around it.
 * @param {string} text
 * @returns {string} empty where nothing can be seen of it
 */
export function cleanText(text) {
  const clean = text.replace(HARMFUL, "").normalize("NFC").replace(BLANKS, " ").trim();
  return isVisible(clean) ? clean : "";
}

/**
 * Whether anything of a text leaves a mark on the screen.
 * @param {string} text
 */
export function isVisible(text) {
  return VISIBLE.test(text);
}

/**
 * The text as it may stand within a sentence: the sentence keeps its direction, whatever the text is made of.
 * @param {string} text
 * @param {boolean} [rightToLeft] whether the sentence runs from right to left
 */
export function isolated(text, rightToLeft = false) {
  return rightToLeft || TURNING.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * The name under which a file from somebody else may be shown and saved; the part after the last dot is kept.
 * @param {unknown} name
 */
export function cleanFileName(name) {
  const clean = cleanText(String(name ?? "")).replace(RESERVED, "_").replace(/[. ]+$/, "");
  const [, stem, extension] = /^(.+?)(\.[^.]{1,16})?$/.exec(clean) ?? [clean, "file", ""];
  return cut(stem, LONGEST_FILE_NAME) + (extension ?? "");
}

/**
 * As much of the text as fits, ending with a whole character.
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
 * What people take for characters, such as an emoji of several code points. Code points where the browser does not
 * know, or where one character is longer than a name.
 * @param {string} text
 */
function charactersOf(text) {
  const whole = Intl.Segmenter ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment) : [...text];
  return whole[0].length > LONGEST_NAME ? [...text] : whole;
}
