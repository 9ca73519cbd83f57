// Finds the links in what people write.

/**
 * A link as people write it. It ends before a blank, before quotes and brackets of other scripts, which stand directly
 * beside a link there, and before characters that turn the direction of the text, as they would show another address
 * than the real one.
 */
const LINK =
  /\bhttps?:\/\/[^\s<>"“”„«»。、，；：！？「」『』【】（）《》〈〉\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;

/** What ends a sentence is no part of a link that it ends with. */
const PUNCTUATION = ".,:;!?'’…،؛؟*";

/** A closing bracket is part of a link in which it was opened. */
const BRACKETS = new Map([[")", "("], ["]", "["], ["}", "{"]]);

/** More than people write into one message; the rest stays text, as a page with many thousands of links stops. */
const MOST = 100;

/**
 * The parts that a text consists of, in order.
 * @param {string} text
 * @returns {{text: string, link: boolean}[]}
 */
export function splitLinks(text) {
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const link = withoutEnd(found);
    if (URL.canParse(link)) {
      parts.push({ text: text.slice(end, index), link: false }, { text: link, link: true });
      end = index + link.length;
    }
    if (parts.length >= 2 * MOST) {
      break;
    }
  }
  return [...parts, { text: text.slice(end), link: false }].filter((part) => part.text);
}

/** @param {string} link with what may follow it in a sentence */
function withoutEnd(link) {
  const count = (/** @type {string} */ character) => link.split(character).length - 1;
  const unopened = new Map([...BRACKETS].map(([closing, opening]) => [closing, count(closing) - count(opening)]));
  for (let end = link.length; ; end--) {
    const last = link[end - 1];
    const surplus = unopened.get(last) ?? 0;
    if (surplus > 0) {
      unopened.set(last, surplus - 1);
    } else if (!PUNCTUATION.includes(last)) {
      return link.slice(0, end);
    }
  }
}
