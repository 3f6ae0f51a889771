// text/words/*.json: the words of the interface are those that the modules use.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const APP = "src/pcgraph/page/app/";
const WORDS = JSON.parse(readFileSync(`${APP}text/words/en.json`, "utf8"));
const SOURCES = readdirSync(APP, { recursive: true }).filter((path) => path.endsWith(".js")).map((path) => `${APP}${path}`);
const CODE = [...SOURCES, `${APP}../template/map.html.j2`].map((path) => readFileSync(path, "utf8")).join("\n");
/** The beginnings of keys that end in the name of a term, such as `measure_${name}`; `termLabel` reads `mark_` and `set_`. */
const BEGINNINGS = ["mark_", "set_", ...[...CODE.matchAll(/`(\w+_)\$\{|"(\w+_)"/g)].map((match) => match[1] || match[2])];

test("every word that the modules ask for by name is there", () => {
  const asked = [...CODE.matchAll(/translate\("(\w+)"|pluralise\([^"\n]*, "(\w+)"\)|data-(?:text|label|placeholder)="(\w+)"/g)]
    .map((match) => match.slice(1).find(Boolean));
  assert.ok(asked.length > 100, `${asked.length} words`);
  assert.deepEqual(asked.filter((key) => !(key in WORDS)), []);
});

test("every word is used", () => {
  const isUsed = (key) => CODE.includes(`"${key}"`) || CODE.includes(`texts.${key}`)
    || BEGINNINGS.some((beginning) => key.startsWith(beginning));
  assert.deepEqual(Object.keys(WORDS).filter((key) => !isUsed(key)), []);
});
