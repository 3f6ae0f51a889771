// ask/why_empty.js: which part of a query leaves nothing. The engine of the page answers here too, in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { Store, initSync } from "oxigraph/web.js";

import { load } from "./setup.mjs";

const { Engine } = await load("ask/engine.js");
const { createShortener } = await load("ask/values.js");
const { whyEmpty } = await load("ask/why_empty.js");
const PREFIXES = { pcg: "urn:pcg#", id: "urn:id/", v: "urn:v/", sector: "urn:sector/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#" };
const DECLARED = Object.entries(PREFIXES).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`).join("\n");
initSync({ module: readFileSync("node_modules/oxigraph/web_bg.wasm") });
const store = new Store();
store.load(`${DECLARED}
  id:china rdfs:label "China"@en ; pcg:isoCode "CN" .
  id:huawei a pcg:Company ; rdfs:label "Huawei"@en, "华为"@zh ; pcg:country id:china .
  id:deal a pcg:Agreement ; pcg:signatory id:huawei ; pcg:sector sector:ai ; pcg:kind v:mou ; pcg:amount 20000000, 100000000 ;
    pcg:currency "USD" ; pcg:step id:deal.s .
  id:deal.s a pcg:Step ; pcg:status v:signed ; pcg:date "2025-09" ; pcg:earliest "2025-09-04"^^xsd:date .`,
{ format: "text/turtle" });

/** Return the hint on a query; `most` is how often it may ask. */
function hint(text, { unknown = "nothing", most = 100 } = {}) {
  let asked = 0;
  const find = (query) => {
    if ((asked += 1) > most) throw new Error("no time is left");
    const found = JSON.parse(store.query(`${DECLARED} ${query}`, { results_format: "json" }));
    return { boolean: found.boolean, rows: found.results?.bindings };
  };
  const [form] = /SELECT|ASK/.exec(text) || [], { boolean, rows } = find(text);
  return whyEmpty(text, form === "ASK" ? !boolean : !rows.length,
    { find, shorten: createShortener(PREFIXES), unknown: (query) => query.includes(unknown) });
}

const LINES = readFileSync("tests/natural/mistakes.tsv", "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
const TAKEN = ['rdfs:label "Huawei" }', 'FILTER(?l = "Huawei")', 'FILTER (?l IN ("Huawei", "ZTE"))', 'BIND("Huawei" AS ?l)',
  'rdfs:label "华为"', 'pcg:currency "USD"@en', 'FILTER(?c = "usd")', 'pcg:country "CN"', 'FILTER(?c = "China")',
  'FILTER(CONTAINS(?c, "china"))', 'FILTER(?st = "signed")', 'FILTER(?st = "v:signed")', 'pcg:kind "mou"',
  'pcg:signatory <huawei>', 'FILTER(?amount > "1000000")', 'pcg:amount 20000000.0',
  '{ ?e pcg:earliest ?d FILTER(?d >= "2024-01-01")', 'FILTER(?d >= 2024)',
  'FILTER(STRSTARTS(?d, "2024"))', 'pcg:earliest "2025-09-04"', "HAVING(COUNT(?e) > 5000)", "LIMIT 0", "OFFSET 5000",
  'LANGMATCHES(LANG(?l), "de")', "pcg:signatory ?e }", 'id:huawei rdfs:label "Huawei" }', 'FILTER(LANG(?label) = "en")'];

test("natural mistakes are named at their place, with what was meant", () => {
  for (const piece of TAKEN) {
    const [culprit, text] = LINES.find(([, query]) => query.includes(piece)) || assert.fail(piece);
    const line = hint(text.replace("<huawei>", "<urn:x/huawei>").replace('"2024"))', '"2025"))'));
    assert.match(line, new RegExp(culprit), text);
    const [, column] = /^query:1:(\d+): /.exec(line) || assert.fail(line);
    assert.ok(/[;{?) ]/.test(text[Number(column) - 2]), `${line} in ${text}`);
  }
});

test("the words are those of the command line", () => {
  const tagged = "the values have a language tag";
  for (const [text, line] of [
    ['SELECT ?x {\n  ?x rdfs:label ?l .\n  FILTER(?l = "Huawei")\n}',
      `query:3:3: FILTER(?l = "Huawei") leaves nothing: ${tagged} (of ?l); write "Huawei"@en or STR(?l)`],
    ['SELECT ?x { ?x a pcg:Company ; rdfs:label "Huawei" }',
      `query:1:32: rdfs:label "Huawei" matches nothing: ${tagged}; write "Huawei"@en`],
    ['SELECT ?e { ?e pcg:date "2024" }', 'query:1:16: pcg:date "2024" matches nothing; values are such as "2025-09"'],
    ['SELECT ?e { ?e pcg:date ?d FILTER(?d >= "2025-09"^^xsd:gYearMonth) }',
      'query:1:28: FILTER(?d >= "2025-09"^^xsd:gYearMonth) leaves nothing; values of ?d are such as "2025-09"'],
    ['SELECT ?e { ?e pcg:date ?d FILTER(?d = "2025-09"^^xsd:gYearMonth) }', `query:1:28: FILTER(?d = "2025-09"^^xsd:gYearMonth) ${
      ""}leaves nothing: the values have the type xsd:string (of ?d); write "2025-09"`],
    ["SELECT ?x { ?x a pcg:Company ; pcg:amount ?a }", "query:1:32: pcg:amount ?a matches nothing together with a pcg:Company"],
    ["SELECT ?x { ?x pcg:amount ?a FILTER(?aa > 1) }",
      "query:1:30: FILTER(?aa > 1) leaves nothing: ?aa is bound nowhere; bind it in a pattern"],
    ["SELECT (COUNT(*) AS ?n) { id:huawei pcg:amount ?a }", "query:1:37: pcg:amount ?a matches nothing"],
    ["SELECT ?x { ?x a pcg:Company GRAPH ?g { ?x ?p ?o } }", "query:1:30: GRAPH ?g { ?x ?p ?o } leaves nothing"],
  ]) assert.equal(hint(text), line);
});

test("what has an answer, is in doubt or is named already has no hint", () => {
  for (const text of ["SELECT ?x { ?x a pcg:Company }", "SELECT (COUNT(*) AS ?n) { ?x a pcg:Company }",
    "ASK { id:china a pcg:Company }", "SELECT ?x { ?x a pcg:Company FILTER(false) }",
    "SELECT ?x { ?x a pcg:Company VALUES ?x { } }", 'SELECT ?x { ?x rdfs:label """Huawei""" }',
    "SELECT ?x { ?x a pcg:Company } GROUP BY ?x HAVING(false) OFFSET 3"]) assert.equal(hint(text), "", text);
  const mistyped = 'SELECT ?x { ?x pcg:cuntry ?c ; rdfs:label "Huawei"@en }';
  assert.equal(hint(mistyped, { unknown: "pcg:cuntry" }), "");
  assert.match(hint(mistyped.replace("@en", ""), { unknown: "pcg:cuntry" }), /write "Huawei"@en$/);
});

test("when the time is over, a part is only named if it is known", () => {
  const text = 'SELECT ?x { ?x rdfs:label "Huawei" }';
  assert.throws(() => hint(text, { most: 2 }));
  assert.equal(hint(text, { most: 3 }), 'query:1:16: rdfs:label "Huawei" matches nothing');
  assert.match(hint(text), /: the values have a language tag; write "Huawei"@en$/);
});

test("a hint that takes too long costs its worker and not the answer", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [], ended = [];
  const open = async () => ({ engine: "", graph: "", worker: /** @type {any} */ ({
    addEventListener() {},
    terminate: () => ended.push(asked.length),
    postMessage({ kind, id, text }) {
      asked.push(kind);
      const rows = /10 - 3/.test(text) ? [[{ value: "5" }]] : [];
      if (kind === "start") queueMicrotask(() => this.onmessage({ data: { kind: "ready" } }));
      else if (kind === "query") {
        queueMicrotask(() => this.onmessage({ data: { kind: "answer", id, answer: { form: "SELECT", rows } } }));
      } else queueMicrotask(() => mock.timers.tick(60_000));
    },
  }) });
  const engine = new Engine({ spaces: [] }, open), { rows, hint: said } = await engine.run("SELECT …", 100);
  assert.deepEqual([rows, said], [[], ""]);
  await engine.start();
  assert.deepEqual([asked, ended], [["start", "query", "query", "explain", "start", "query"], [4]]);
  mock.timers.reset();
});
