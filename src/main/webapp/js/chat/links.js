// Finds the links in messages.

/**
 * A link as people write it. It ends before white space, before quotes and brackets of other scripts, which may follow
 * without a space, and before characters that change the text direction, which could disguise the address.
 */
const LINK =
  /\bhttps?:\/\/[^\s<>"“”„«»。、，；：！？「」『』【】（）《》〈〉\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;

/** Punctuation that is not part of a link at its end. */
const PUNCTUATION = ".,:;!?'’…،؛؟*";

/** A closing bracket belongs to the link if it was opened there. */
const BRACKETS = new Map([[")", "("], ["]", "["], ["}", "{"]]);

/** More links than people write in one message. The rest stays text, since thousands of links would freeze the page. */
const MOST = 100;

/**
 * Splits a text into its parts, in order.
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

/** @param {string} link with the punctuation after it */
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
