// The modules of the page, by what they import.

import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

const APP = "src/pcgraph/page/app/";
const { metafile } = await build({ entryPoints: [`${APP}main.js`], bundle: true, write: false, metafile: true });
const imports = new Map(Object.entries(metafile.inputs)
  .map(([path, input]) => [path.replace(APP, ""), input.imports.map((each) => each.path.replace(APP, ""))]));

test("no module imports itself through others", () => {
  const finished = new Set();
  const visit = (name, chain) => {
    assert.ok(!chain.includes(name), [...chain.slice(chain.indexOf(name)), name].join(" → "));
    if (finished.has(name)) return;
    for (const other of imports.get(name)) visit(other, [...chain, name]);
    finished.add(name);
  };
  visit("main.js", []);
  assert.equal(finished.size, imports.size);
});

// The search of the model reads words in every language of the interface, so these are below the model. So are the
// look-ups of elements.
const BASE = ["text/words.js", "text/tokens.js", "text/normalise.js", "text/template.js", "text/common_words.js"];

test("the words and how they are split know no other module", () => {
  for (const name of BASE) {
    for (const other of imports.get(name)) assert.ok([...BASE, "text/words/en.json"].includes(other), `${name} imports ${other}`);
  }
});

test("the model knows otherwise only itself, the texts only the model, and the map only these two", () => {
  const before = { model: ["model", "node_modules"], text: ["model", "text"], map: ["model", "text", "map"] };
  for (const [name, others] of imports) {
    const folders = before[name.split("/")[0]];
    if (folders) for (const other of others) {
      assert.ok(BASE.includes(other) || folders.includes(other.split("/")[0]), `${name} imports ${other}`);
    }
  }
});
