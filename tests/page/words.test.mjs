// text/words/*.json: the words of the interface are those that the modules use.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const APP = "src/pcgraph/page/app/";
const read = (area, language) => JSON.parse(readFileSync(`${APP}${area}/words/${language}.json`, "utf8"));
const WORDS = { ...read("text", "en"), ...read("ask", "en") };
const SOURCES = readdirSync(APP, { recursive: true }).filter((path) => path.endsWith(".js")).map((path) => `${APP}${path}`);
const TEMPLATES = ["map.html.j2", "ask.html.j2"].map((name) => `${APP}../template/${name}`);
const CODE = [...SOURCES, ...TEMPLATES].map((path) => readFileSync(path, "utf8")).join("\n");
/** The beginnings of keys that end in the name of a term, such as `measure_${name}`; `termLabel` reads `mark_` and `set_`. */
const BEGINNINGS = ["mark_", "set_", ...[...CODE.matchAll(/`(\w+_)\$\{|"(\w+_)"/g)].map((match) => match[1] || match[2])];

const CHIPS = [...CODE.matchAll(/\bchip\("(\w+)"/g)].map((match) => match[1]);

test("every chip has a name and says what it means", () => {
  assert.deepEqual(CHIPS.toSorted(), ["alleged", "background", "inferred", "unnamed"]);
  assert.deepEqual(CHIPS.filter((key) => !(key in WORDS) || !(`${key}Meaning` in WORDS)), []);
});

test("every word that the modules ask for by name is there", () => {
  const asked = [...CODE.matchAll(/translate\("(\w+)"|pluralise\([^"\n]*, "(\w+)"\)|data-(?:text|label|placeholder)="(\w+)"/g)]
    .map((match) => match.slice(1).find(Boolean));
  assert.ok(asked.length > 100, `${asked.length} words`);
  assert.deepEqual(asked.filter((key) => !(key in WORDS)), []);
});

test("every word is used", () => {
  const isUsed = (key) => CODE.includes(`"${key}"`) || CODE.includes(`texts.${key}`)
    || CHIPS.some((chip) => key === `${chip}Meaning`) || BEGINNINGS.some((beginning) => key.startsWith(beginning));
  assert.deepEqual(Object.keys(WORDS).filter((key) => !isUsed(key)), []);
});

test("the words for queries are in every language, with the same values to fill in", () => {
  const english = read("ask", "en"), gaps = (text) => [...new Set(text.match(/\{\d\}/g))].sort();
  for (const language of ["zh", "ur"]) {
    const words = read("ask", language);
    assert.deepEqual(Object.keys(words), Object.keys(english));
    for (const key of Object.keys(words)) assert.deepEqual(gaps(words[key]), gaps(english[key]), `${language} ${key}`);
  }
});

test("the fonts are named for Chinese and Urdu on every system", () => {
  const style = readFileSync(`${APP}../template/colours.css`, "utf8");
  for (const family of ["sans", "serif"]) {
    const fonts = new RegExp(`--${family}:([^;]*);`).exec(style)?.[1] ?? "";
    for (const names of [/PingFang SC|Songti SC/, /Microsoft YaHei|SimSun/, /Noto (Sans|Serif) CJK SC/, /Noto Naskh Arabic/,
      /Geeza Pro/, /Urdu Typesetting/, /Noto Nastaliq Urdu/]) assert.match(fonts, names, family);
  }
});
