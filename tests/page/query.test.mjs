// The query page: values as terms, and answers as files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Store, initSync, parse } from "oxigraph/web.js";

import { load } from "./setup.mjs";

const { createValues } = await load("ask/values.js");
const { toCsv, toJson } = await load("../../web/app/formats.js");
const { toTurtle } = await load("../../web/app/turtle.js");
initSync({ module: readFileSync("node_modules/oxigraph/web_bg.wasm") });
const PREFIXES = { id: "urn:x/id/", x: "urn:x/", xsd: "http://www.w3.org/2001/XMLSchema#" };
const { shortenIri, toTerm, questionText } = createValues({ prefixes: PREFIXES }, () => assert.fail("asked"));
const AGENT = { name: "party", type: "agent", space: "urn:x/id/", example: "a" };

test("a text is the same as a term", () => {
  for (const value of ['}"\\\n{$&\'\r', "", "\u2028 é 协议", "?x # no comment"]) {
    const query = `SELECT ?x { VALUES ?x { ${toTerm({ datatype: "string" }, value)} } }`;
    assert.equal(new Store().query(query)[0].get("x").value, value);
  }
});

test("an id, a short IRI and an IRI are the same term; what cannot be one is none", () => {
  for (const text of ["acme", "id:acme", "x:id/acme"]) assert.match(toTerm(AGENT, text), /^(id:acme|<urn:x\/id\/acme>)$/);
  assert.equal(toTerm(AGENT, "a.b"), "<urn:x/id/a.b>");
  assert.equal(toTerm(AGENT, "https://example.org/a"), "<https://example.org/a>");
  for (const text of ["", "a b", 'x> } #"', "<script>", "a\\b"]) assert.equal(toTerm(AGENT, text), "");
  assert.equal(shortenIri("urn:x/id/a"), "id:a");
  const dates = ["2024-01-01", "2024", "x"].map((text) => toTerm({ datatype: "date" }, text));
  assert.deepEqual(dates, ['"2024-01-01"^^xsd:date', "", ""]);
  const periods = ["2019-06", "2019", "June 2019", ""].map((text) => toTerm({ type: "period", datatype: "string" }, text));
  assert.deepEqual(periods, ['"2019-06"', '"2019"', "", ""]);
});

test("the text of a question has the values that are given, and the examples of the others", () => {
  const question = { head: "SELECT * {", tail: " }", parameters: [AGENT, { ...AGENT, name: "other" }] };
  assert.equal(questionText(question, { other: "b" }), "SELECT * {\n    VALUES ?party { id:a }\n    VALUES ?other { id:b } }");
  assert.equal(questionText(question, { other: "" }), "");
});

const literal = (value, more = {}) => ({ type: "literal", value, ...more });

test("CSV and JSON lose no cell", () => {
  const answer = { columns: ["a", "b"], rows: [[literal('x,"y"\n'), null], [{ type: "bnode", value: "n" }, literal("")]] };
  assert.equal(toCsv(answer), 'a,b\r\n"x,""y""\n",\r\n_:n,\r\n');
  assert.equal(toCsv({ columns: ["a"], rows: [[null], [literal("1")]] }), 'a\r\n""\r\n1\r\n');
  assert.deepEqual(JSON.parse(toJson(answer)).results.bindings[0], { a: literal('x,"y"\n') });
});

test("Turtle is read as the same triples", () => {
  const uri = (value) => ({ type: "uri", value }), datatype = (name) => ({ datatype: PREFIXES.xsd + name });
  const objects = [uri("urn:x/id/a."), uri("urn:x/id/a-b.c"), uri("urn:x/-a"), { type: "bnode", value: "n" },
    literal("tab\t\"\\\n\r"), literal("é", { "xml:lang": "en-GB" }), literal("007", datatype("integer")),
    literal("1.", datatype("decimal")), literal("1e0", datatype("double")), literal("1", datatype("boolean")),
    literal("s", datatype("string"))];
  const turtle = toTurtle(objects.map((object) => [uri("urn:x/id/s"), uri("urn:x/p"), object]), PREFIXES);
  const read = parse(turtle, { format: "text/turtle" })
    .map(({ object: { value, language, datatype: kind } }) => [value, language, kind?.value].join(" "));
  assert.equal(read.length, objects.length);
  for (const { type, value, datatype: kind, "xml:lang": language = "" } of objects) {
    if (type === "uri") assert.ok(read.some((each) => each.startsWith(value)), value);
    if (kind) assert.ok(read.includes([value, language, kind].join(" ")), `${value} ${kind}`);
  }
});
