// Every language says everything that English says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const page = new URL("../../main/webapp/", import.meta.url);
const read = (/** @type {string} */ file) => readFileSync(new URL(file, page), "utf8");

const dictionaryIn = async (/** @type {string} */ folder, /** @type {string} */ code) =>
  (await import(`${page}js/${folder}/languages/${code}.js`)).default;

/** What all pages load. Some have a folder with texts of their own besides, which nobody else loads. */
const shared = { en: await dictionaryIn("base", "en"), de: await dictionaryIn("base", "de") };
const OWN = { doctor: /^(localwebrtc\.js|js\/doctor\/)/, admin: /^(admin\.js|js\/admin\/)/ };

const scriptsWhere = (/** @type {(file: string) => boolean} */ isMeant) =>
  readdirSync(page, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && !file.includes("languages") && isMeant(file))
    .map(read)
    .join("\n");

check("everybody", {
  folder: "base",
  pages: ["webrtc.html", "login.html"].map(read),
  scripts: scriptsWhere((file) => !Object.values(OWN).some((own) => own.test(file))),
  least: { labels: 50, codes: 60, said: 20, counted: 2 },
});
check("those who test a computer", {
  folder: "doctor",
  pages: [read("localwebrtc.html")],
  scripts: scriptsWhere((file) => OWN.doctor.test(file)),
  least: { labels: 5, codes: 90, said: 1, counted: 0 },
});
check("administrators", {
  folder: "admin",
  pages: [read("admin.html")],
  scripts: scriptsWhere((file) => OWN.admin.test(file)),
  least: { labels: 5, codes: 25, said: 15, counted: 0 },
});

test("every finding of a check has a sentence", async () => {
  const english = await dictionaryIn("doctor", "en");
  const checks = readdirSync(new URL("js/doctor/checks/", page)).map((file) => read(`js/doctor/checks/${file}`));
  const codes = checks.flatMap((script) => {
    const [, id] = script.match(/export const id = "([^"]+)"/) ?? [];
    const found = [...script.matchAll(/\b(?:good|warning|failed|skipped)\("([^"]+)"/g)].map(([, code]) => code);
    return ["title", ...found].map((code) => `${id}/${code}`);
  });
  assert.ok(codes.length > 40);
  assert.deepEqual(codes.filter((code) => !(code in english)), []);
});

/** A code without its plural form. @param {string} key */
function codeOf(key) {
  return key.replace(/\.(zero|one|two|few|many|other)$/, "");
}

/** @param {string} sentence */
function placeholders(sentence) {
  return (sentence.match(/\{\w+\}/g) ?? []).sort();
}

/** @type {(whose: string, of: {folder: string, pages: string[], scripts: string, least: Record<string, number>}) => void} */
function check(whose, { folder, pages, scripts, least }) {
  const dictionaryOf = (/** @type {string} */ code) => dictionaryIn(folder, code);
  const codes = readdirSync(new URL(`js/${folder}/languages/`, page)).map((file) => file.replace(".js", ""));
  const others = codes.filter((code) => code !== "en");

  /** What elements marked with `data-t` say, unless all pages do: their text, and what only some people are told. */
  const labels = new Set(
    pages.flatMap((html) =>
      [...html.matchAll(/<(\w+)([^<>]*\sdata-t(?=[\s>])[^<>]*)>([^<]*)/g)].flatMap(([, , attributes, text]) => {
        const named = [...attributes.matchAll(/\s(?:aria-label|title|placeholder)="([^"]*)"/g)].map(([, label]) => label);
        const all = [...named, ...(/\p{L}/u.test(text) ? [text.trim()] : [])];
        return all.filter((label) => folder === "base" || !(label in shared.de));
      }),
    ),
  );

  /** What English says for a code or a label; of plural forms the general one. */
  const englishOf = (/** @type {Record<string, string>} */ english, /** @type {string} */ key) =>
    english[key] ?? english[`${codeOf(key)}.other`] ?? key;

  test(`there is something to say to ${whose}`, async () => {
    const english = await dictionaryOf("en");
    assert.ok(labels.size > least.labels && Object.keys(english).length > least.codes, `${labels.size} labels`);
    assert.deepEqual(others.sort(), ["ar", "de", "es", "fr", "ja"]);
  });

  for (const code of others) {
    test(`nothing is missing in ${code} for ${whose}, and nothing is left over`, async () => {
      const [dictionary, english] = [await dictionaryOf(code), await dictionaryOf("en")];
      const codesIn = (/** @type {Iterable<string>} */ keys) => [...new Set([...keys].map(codeOf))].sort();
      assert.deepEqual(codesIn(Object.keys(dictionary)), codesIn([...Object.keys(english), ...labels]));
    });

    test(`${code} for ${whose} has what stands for names and numbers where English has it`, async () => {
      const [dictionary, english] = [await dictionaryOf(code), await dictionaryOf("en")];
      for (const [key, sentence] of Object.entries(dictionary)) {
        const spelledOut = /\.(zero|one|two)$/.test(key) && !sentence.includes("{"); // such as "one character"
        assert.deepEqual(placeholders(sentence), spelledOut ? [] : placeholders(englishOf(english, key)), key);
        assert.ok(sentence.trim(), key);
      }
    });
  }

  for (const code of codes) {
    test(`${code} for ${whose} has the plural forms of its numbers, and no others`, async () => {
      const dictionary = await dictionaryOf(code);
      const rules = new Intl.PluralRules(code);
      const forms = [...new Set(Array.from({ length: 1_001 }, (_, number) => rules.select(number)))].sort();
      const counted = Object.keys(dictionary).filter((key) => codeOf(key) !== key);
      for (const key of new Set(counted.map(codeOf))) {
        assert.deepEqual(counted.filter((each) => codeOf(each) === key).sort(), forms.map((form) => `${key}.${form}`));
      }
      assert.ok(counted.length >= least.counted);
    });
  }

  test(`scripts for ${whose} say only what there is a sentence for`, async () => {
    const english = { ...shared.en, ...(await dictionaryOf("en")) };
    const said = [...scripts.matchAll(/\b(?:text|mark)\("([^"]+)"/g)].map(([, code]) => code);
    assert.ok(said.length > least.said);
    assert.deepEqual(said.filter((code) => !(code in english)), []);
    const counted = [...scripts.matchAll(/\bcounted\("([^"]+)"/g)].map(([, code]) => code);
    assert.ok(counted.length >= least.counted);
    assert.deepEqual(counted.filter((code) => !(`${code}.other` in english)), []);
  });

  test(`every label for ${whose} is marked, so that it can be said in other languages`, () => {
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
}
