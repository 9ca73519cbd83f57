// Every language says everything that English says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const page = new URL("../../main/webapp/", import.meta.url);
const read = (/** @type {string} */ file) => readFileSync(new URL(file, page), "utf8");
const dictionaryOf = async (/** @type {string} */ code) => (await import(`${page}js/base/languages/${code}.js`)).default;

const english = await dictionaryOf("en");
const others = readdirSync(new URL("js/base/languages/", page))
  .map((file) => file.replace(".js", ""))
  .filter((code) => code !== "en");
const pages = ["webrtc.html", "localwebrtc.html", "login.html"].map(read);
const scripts = readdirSync(page, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js") && !file.includes("languages"))
  .map(read)
  .join("\n");

/** What elements marked with `data-t` say: their text, and what only some people are told. */
const labels = new Set(
  pages.flatMap((html) =>
    [...html.matchAll(/<(\w+)([^<>]*\sdata-t(?=[\s>])[^<>]*)>([^<]*)/g)].flatMap(([, , attributes, text]) => {
      const named = [...attributes.matchAll(/\s(?:aria-label|title|placeholder)="([^"]*)"/g)].map(([, label]) => label);
      return [...named, ...(/\p{L}/u.test(text) ? [text.trim()] : [])];
    }),
  ),
);

/** A code without its plural form. */
const codeOf = (/** @type {string} */ key) => key.replace(/\.(zero|one|two|few|many|other)$/, "");

/** What English says for a code or a label; of plural forms the general one. */
const englishOf = (/** @type {string} */ key) => english[key] ?? english[`${codeOf(key)}.other`] ?? key;

const placeholders = (/** @type {string} */ sentence) => (sentence.match(/\{\w+\}/g) ?? []).sort();

test("there is something to say", () => {
  assert.ok(labels.size > 50 && Object.keys(english).length > 60, `${labels.size} labels`);
  assert.deepEqual(others.sort(), ["ar", "de", "es", "fr", "ja"]);
});

for (const code of others) {
  test(`nothing is missing in ${code}, and nothing is left over`, async () => {
    const dictionary = await dictionaryOf(code);
    const codes = (/** @type {Iterable<string>} */ keys) => [...new Set([...keys].map(codeOf))].sort();
    assert.deepEqual(codes(Object.keys(dictionary)), codes([...Object.keys(english), ...labels]));
  });

  test(`${code} has what stands for names and numbers where English has it`, async () => {
    const dictionary = await dictionaryOf(code);
    for (const [key, sentence] of Object.entries(dictionary)) {
      const spelledOut = /\.(zero|one|two)$/.test(key) && !sentence.includes("{"); // such as "one character"
      assert.deepEqual(placeholders(sentence), spelledOut ? [] : placeholders(englishOf(key)), key);
      assert.ok(sentence.trim(), key);
    }
  });
}

for (const code of [...others, "en"]) {
  test(`${code} has the plural forms of its numbers, and no others`, async () => {
    const dictionary = await dictionaryOf(code);
    const rules = new Intl.PluralRules(code);
    const forms = [...new Set(Array.from({ length: 1_001 }, (_, number) => rules.select(number)))].sort();
    const counted = Object.keys(dictionary).filter((key) => codeOf(key) !== key);
    for (const key of new Set(counted.map(codeOf))) {
      assert.deepEqual(counted.filter((each) => codeOf(each) === key).sort(), forms.map((form) => `${key}.${form}`));
    }
    assert.ok(counted.length > 0);
  });
}

test("scripts say only what there is a sentence for", () => {
  const said = [...scripts.matchAll(/\btext\("([^"]+)"/g)].map(([, code]) => code);
  assert.ok(said.length > 20);
  assert.deepEqual(said.filter((code) => !(code in english)), []);
  const counted = [...scripts.matchAll(/\bcounted\("([^"]+)"/g)].map(([, code]) => code);
  assert.ok(counted.length > 2);
  assert.deepEqual(counted.filter((code) => !(`${code}.other` in english)), []);
});

test("every label of a page is marked, so that it can be said in other languages", () => {
  for (const html of pages) {
    const body = html.slice(html.indexOf("<body")).replace(/<(kbd|h1|strong|template)\b[^>]*>[^<]*Visavis[^<]*/g, "");
    const unmarked = [...body.matchAll(/<(\w+)([^<>]*)>([^<]*[A-Za-z]{2}[^<]*)/g)]
      .filter(([, tag, attributes]) => !/\sdata-t(\s|$)/.test(attributes) && !["svg", "use", "path"].includes(tag))
      .map(([, , , text]) => text.trim())
      .filter((text) => !["Visavis", "✕"].includes(text));
    assert.deepEqual(unmarked, []);
    const named = [...body.matchAll(/<\w+([^<>]*\s(?:aria-label|title|placeholder)="[^<>]*)>/g)]
      .map(([, attributes]) => attributes)
      .filter((attributes) => !/\sdata-t(\s|$)/.test(attributes));
    assert.deepEqual(named, []);
  }
});
