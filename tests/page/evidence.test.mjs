// What proves a cell of an answer, what a chart shows, and where a message about a query points.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Store, initSync } from "oxigraph/web.js";

import { load } from "./setup.mjs";

const { createEvidence } = await load("ask/behind.js");
const { chartColumns } = await load("ask/chart.js");
const { findPlace } = await load("ask/place.js");
initSync({ module: readFileSync("node_modules/oxigraph/web_bg.wasm") });
const store = new Store();
store.load(`@prefix : <urn:> . :a :who :x . :b :who :x , :y ; :name "B"@en . :c :who :y . :x :name "a\\"b\\\\c\\nd"@en .`,
  { format: "text/turtle" });

/** Return the columns and rows of the answer to a query. */
function ask(text) {
  const { head: { vars }, results } = JSON.parse(store.query(text, { results_format: "json" }));
  return { columns: vars, rows: results.bindings.map((row) => vars.map((name) => row[name] ?? null)) };
}

test("the rows behind a number are as many as it says, also where a cell is empty", () => {
  for (const tail of ["OPTIONAL { ?who <urn:name> ?name }", "OPTIONAL { ?who <urn:none> ?name }", "BIND(STR(?who) AS ?name)"]) {
    const text = `# none of {\nSELECT ?who ?name (COUNT(*) AS ?n)\nWHERE { ?e <urn:who> ?who ${tail} }
      GROUP BY ?who ?name HAVING (COUNT(*) > 1)`;
    const { columns, rows } = ask(text), evidence = createEvidence(text, columns);
    assert.equal(rows.length, 2);
    for (const row of rows) assert.equal(ask(evidence(row, 2).query).rows.length, Number(row[2].value), tail);
  }
});

test("a value leads to the thing that has it, a number that no column groups to nothing", () => {
  const text = "SELECT ?who ?e ?name { ?e <urn:who> ?who ; <urn:name> ?name }", { columns, rows } = ask(text);
  assert.deepEqual([0, 1, 2].map((place) => createEvidence(text, columns)(rows[0], place).thing), [0, 1, 1]);
  const nested = "SELECT ?n { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }", found = ask(nested);
  assert.equal(createEvidence(nested, found.columns)(found.rows[0], 0), null);
  for (const broken of ["", "SELECT", "ASK {}", "SELECT ?x { ?x"]) assert.equal(createEvidence(broken, ["x"])([null], 0), null);
});

test("a chart has the first numbers that are no years, with what names the rows", () => {
  const uri = { type: "uri", value: "urn:a" }, text = { type: "literal", value: "A" };
  const number = (value) => ({ type: "literal", value, datatype: "http://www.w3.org/2001/XMLSchema#integer" });
  const rows = ["1", "2"].map((value) => [uri, number("2020"), text, number(value)]);
  const answer = { columns: ["thing", "year", "label", "n"], rows };
  assert.deepEqual(chartColumns(answer), { value: 3, names: [1, 2] });
  assert.equal(chartColumns({ ...answer, rows: answer.rows.slice(1) }), null);
  assert.equal(chartColumns({ columns: ["thing"], rows: [[uri], [uri]] }), null);
  assert.equal(chartColumns({ columns: ["n"], rows: [[number("1")], [number("2")]] }), null);
});

test("a message points at a line and column, at what it quotes, or at the term that it names", () => {
  const text = "SELECT ?e {\n  ?e pcg:signatory|pcg:signatry ?l FILTER(?l = 'Huawei')\n}";
  const piece = (message, place) => {
    const [from, to] = findPlace(text, message, place) || [0, 0];
    return text.slice(from, to);
  };
  assert.equal(piece("line 2, column 6: unknown"), "pcg:signatory");
  assert.equal(piece("query:2:6: sparql-syntax: unknown"), "pcg:signatory");
  assert.equal(piece("第 1 行", [1, 8]), "?e");
  assert.equal(piece("`FILTER(?l = 'Huawei')` leaves nothing"), "FILTER(?l = 'Huawei')");
  assert.equal(piece("pcg:signatry: occurs nowhere. Did you mean pcg:signatory?"), "pcg:signatry");
  assert.equal(piece("The server does not answer."), "");
});
