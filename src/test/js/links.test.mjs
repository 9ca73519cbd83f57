// What people mean by a link is a link, and what follows it in a sentence is not part of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { splitLinks } from "../../main/webapp/js/chat/links.js";

const linksIn = (/** @type {string} */ text) => splitLinks(text).flatMap((part) => (part.link ? [part.text] : []));

/** Texts, and the links in them. @type {Record<string, string[]>} */
const TEXTS = {
  "https://en.wikipedia.org/wiki/Foo_(bar)": ["https://en.wikipedia.org/wiki/Foo_(bar)"],
  "(see https://en.wikipedia.org/wiki/Foo_(bar))": ["https://en.wikipedia.org/wiki/Foo_(bar)"],
  "(https://example.org/)": ["https://example.org/"],
  "(https://example.org/a).": ["https://example.org/a"],
  "[plan](https://example.org/plan)": ["https://example.org/plan"],
  "[https://example.org/a[1]]": ["https://example.org/a[1]"],
  "https://example.org/a?b=c&d#e, and https://example.org:8443/!": ["https://example.org/a?b=c&d#e", "https://example.org:8443/"],
  'he said "https://example.org/" and \'https://example.org/b\'': ["https://example.org/", "https://example.org/b"],
  "“https://example.org/c”…": ["https://example.org/c"],
  "<https://example.org/d>": ["https://example.org/d"],
  "**https://example.org/e**": ["https://example.org/e"],
  "https://example.org/it's": ["https://example.org/it's"],
  "詳しくは https://example.jp/案内。次に": ["https://example.jp/案内"],
  "（https://example.jp/）「https://例え.jp/道」": ["https://example.jp/", "https://例え.jp/道"],
  "انظر https://example.org/صفحة؟": ["https://example.org/صفحة"],
  "HTTPS://UPPER.example/x(y)": ["HTTPS://UPPER.example/x(y)"],
  "https://[2001:db8::1]:8443/a": ["https://[2001:db8::1]:8443/a"],
  "http://a.example/\u202egpj.exe": ["http://a.example/"],
  "http:// https://) http://:80 javascript:alert(1) xhttps://example.org ftp://example.org": [],
};

for (const [text, links] of Object.entries(TEXTS)) {
  test(`the links in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(linksIn(text), links);
    assert.equal(splitLinks(text).map((part) => part.text).join(""), text);
  });
}

test("a text made to cost much costs little", () => {
  const brackets = `http://a${")".repeat(10_000)}`;
  assert.deepEqual(linksIn(brackets), ["http://a"]);
  assert.equal(linksIn("http://a ".repeat(1_000)).length, 100);
});
