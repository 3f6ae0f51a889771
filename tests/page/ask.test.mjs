// ask/rewrite.js: what the engine of the page gets. The engine itself answers here too, in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Store, initSync } from "oxigraph/web.js";

import { load } from "./setup.mjs";

const { rewriteQuery, variablesOf } = await load("ask/rewrite.js");
initSync({ module: readFileSync("node_modules/oxigraph/web_bg.wasm") });
const store = new Store();
store.load("<urn:a> <urn:b> 1, 2, 3 .", { format: "text/turtle" });
const XSD = "http://www.w3.org/2001/XMLSchema#";
const SETTINGS = { prefixes: { xsd: XSD, pcg: "urn:pcg#" }, base: "urn:base/", maxRows: 100, volatile: ["RAND"],
  sortKeys: ["IF(isNumeric({e}), {e} + 0e0, 'text')", "{e}"],
  columnKeys: ["COALESCE(STR({e}), IF(BOUND({e}), '', {e}))", "DATATYPE({e})", "LANG({e})"], maxColumns: 3 };

const rewrite = (text) => rewriteQuery(text, SETTINGS);
const rows = (text) => JSON.parse(store.query(text, { results_format: "json" })).results.bindings;
const answer = (text) => rows(rewrite(text).text).map((row) => Object.values(row).map(({ value }) => value));
const fault = (text) => {
  try {
    return rewrite(text).text;
  } catch ({ key, values, place }) {
    return [key, values, place];
  }
};

test("operations from the left, as the standard says", () => {
  for (const [expression, value] of [["10 - 3 - 2", "5"], ["10 / 5 / 2", "1"], ["10 - 3 + 2", "9"], ["1 - -1 - 1", "1"],
    ["2 + 3 * 4 - 1", "13"], ["IF(3 - 1 - 1 = 1 && 1 < 2 || false, 'a', 'b')", "a"], ["(5 - 2) - (2 - 1)", "2"],
    ["5 - 2 - 2 IN (1, 7)", "true"], ["!(1 = 1) || 2 NOT IN (3)", "true"], ["-(2 - 3 - 4)", "5"]]) {
    assert.deepEqual(answer(`SELECT (${expression} AS ?x) {}`), [[value]], expression);
  }
});

test("the engine alone is wrong, so the rewriting is needed", () => {
  assert.equal(rows("SELECT (10 - 3 - 2 AS ?x) {}")[0].x.value, "9");
  assert.deepEqual(rows("SELECT (0 * 0.5 AS ?x) {}"), [{}]);
});

test("zero times or divided by a fraction is zero, and what has no value stays without one", () => {
  for (const expression of ["0 * 0.5", "0.5 * 0", "0.0 * 0.0", "0 / 2.5", "(1.5 - 1.5) * (0.5 - 0.5) * 3.5"]) {
    assert.deepEqual(answer(`SELECT (${expression} AS ?x) {}`), [["0"]], expression);
  }
  const without = ["0 * 'x'", "'x' * 0", "0 * ?none", "0.5 / 0", "0.0 / 0", "1 / 0", "100000000000.0 * 1000000000000.0"];
  for (const expression of without) {
    assert.deepEqual(answer(`SELECT (${expression} AS ?x) {}`), [[]], expression);
  }
});

test("long chains are not nested deep", () => {
  const many = Array(1000).fill("?o = 1").join(" || ");
  assert.equal(answer(`SELECT ?o { ?s ?p ?o FILTER(${many}) }`).length, 1);
  assert.deepEqual(fault(`SELECT (${Array(300).fill("1").join(" - ")} AS ?x) {}`)[0], "askDepth");
  assert.deepEqual(answer(`SELECT (${Array(30).fill("0.5").join(" * ")} * 0 AS ?y) {}`), [["0"]]);
  const nested = Array(30).fill(0).reduce((all) => `(${all} * ?x + 1)`, "?x");
  assert.deepEqual(fault(`SELECT (${nested} AS ?y) {}`)[0], "askTooLong");
  assert.deepEqual(fault(`ASK { FILTER(${Array(50_000).fill("?o = 1").join(" || ")}) }`)[0], "askTooLong");
});

test("patterns mean the same", () => {
  const count = (text) => rows(rewrite(text).text).length;
  for (const text of ["SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?n FILTER(?n > ?o) } }",
    "SELECT ?s { ?s ^(^<urn:b>)|!(^<urn:c>|<urn:d>) ?o }", "SELECT * { { ?s ?p ?o } UNION { ?s ?p 2 } MINUS { ?s ?p 3 } }",
    "SELECT DISTINCT ?s { ?s ?p ?o } VALUES ?s { <urn:a> <urn:x> }", "SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o }",
    "SELECT ?p (SUM(?o) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (SUM(?o) > 1) (COUNT(*) < 9)",
    "SELECT ?o { ?s ?p ?o { SELECT ?s { ?s ?q 1 } ORDER BY ?s LIMIT 5 } BIND(?o AS ?x) FILTER EXISTS { ?s ?p ?x } } OFFSET 1",
    "SELECT ?x { BIND('a\u2028b\\n\"' AS ?x) FILTER(STRLEN(?x) = 5) }", "SELECT * { VALUES (?a ?b) { (1 UNDEF) (2 3) } }"]) {
    assert.equal(count(text), rows(text).length, text);
  }
});

test("an answer is never longer than the page can show", () => {
  assert.match(rewrite("SELECT * { ?s ?p ?o }").text, /LIMIT 101$/);
  assert.match(rewrite("SELECT * { ?s ?p ?o } LIMIT 5").text, /LIMIT 5$/);
  assert.match(rewrite("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5000").text, /LIMIT 101$/);
  assert.doesNotMatch(rewrite("ASK { ?s ?p ?o }").text, /LIMIT/);
});

test("each order gets the keys that make it total", () => {
  const mixed = "SELECT ?x { VALUES ?x { 10 'b' 9 '1z' } } ORDER BY ?x";
  assert.deepEqual(answer(mixed), [["9"], ["10"], ["1z"], ["b"]]);
  const { text } = rewrite("SELECT ?o { ?s ?p ?o } ORDER BY DESC(?o - 1 - 1)");
  assert.equal(text.match(/DESC \(/g).length, 2);
});

test("a limit cuts the same rows as on the command line: those with equal keys are sorted by their columns", () => {
  const values = "VALUES (?n ?k) { (3 1) (10 1) (2 1) }", twins = "VALUES (?b ?a) { (1 2) (2 1) }";
  for (const [text, wanted] of [
    [`SELECT ?n { ${values} } ORDER BY ?k LIMIT 2`, "10|2"],
    [`SELECT ?n { ${values} } ORDER BY DESC(?k)`, "10|2|3"],
    [`SELECT (?n + 0 AS ?m) { ${values} } ORDER BY ?k LIMIT 1`, "10"],
    ["SELECT ?v { VALUES ?v { 'a' 'a'@en 'a'@de UNDEF } } ORDER BY (1)", "|a@de|a@en|a"],
    [`SELECT ?a { { SELECT ?a ?b { ${twins} } ORDER BY (1) LIMIT 1 } }`, "1"],
    [`SELECT ?a { { SELECT * { ${twins} } ORDER BY (1) LIMIT 1 } }`, "2"],
    [`SELECT ?a { { SELECT ?z ('x'@order AS ?y) {} ORDERBYDESC(?z) } { SELECT * { ${twins} } ORDER BY (1) LIMIT 1 } }`, "2"],
  ]) {
    const found = rows(rewrite(text).text).map((row) => Object.values(row)
      .map(({ value, "xml:lang": tag }) => value + (tag ? `@${tag}` : "")).join(" "));
    assert.equal(found.join("|"), wanted, text);
  }
  const many = rewrite("SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (1 2 3 4) } } ORDER BY ?a").text;
  assert.equal(many.match(/LANG\(/g).length, 3);
});

test("what a query says of itself", () => {
  const { form, isStar, iris, from } = rewrite("SELECT * FROM <urn:g> FROM NAMED pcg:h { ?s a pcg:T ; pcg:p/pcg:q ?o }");
  assert.deepEqual({ form, isStar, from }, { form: "SELECT", isStar: true, from: ["urn:g", "urn:pcg#h"] });
  assert.deepEqual(iris.filter((iri) => iri.startsWith("urn:pcg#")).sort(), ["urn:pcg#T", "urn:pcg#p", "urn:pcg#q"]);
  assert.deepEqual(variablesOf('SELECT * { ?z ?a "?no" . # ?neither\n ?b ?z ?a }'), ["z", "a", "b"]);
});

test("what is no query, or does more than read, is refused with its place", () => {
  assert.deepEqual(fault("SELECT ?a {\n  ?a a pcg:T }}"), ["askComplete", ["}", "EOF VALUES"], [2, 15]]);
  assert.deepEqual(fault("SELECT ?a { ?a a <urn:t> } LIMIT x"), ["askUnexpectedExpected", ["x", "1"], [1, 34]]);
  assert.deepEqual(fault("SELECT ?a { ?a a"), ["askEnd", [""], [1, 17]]);
  assert.deepEqual(fault("SELECT ?a { ?a a foo:T }"), ["askSyntax", ["Unknown prefix: foo"], [1, 18]]);
  assert.deepEqual(fault(" # nothing"), ["askEmpty", [], null]);
  assert.deepEqual(fault("# SERVICE\nASK { SERVICE <urn:x> { ?s ?p ?o } }"), ["askService", ["SERVICE"], [2, 7]]);
  assert.deepEqual(fault("ASK { { OPTIONAL { FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } } } }")[0], "askService");
  for (const word of ["LOAD <urn:x>", "CLEAR ALL", "DROP GRAPH <urn:x>", "CREATE GRAPH <urn:x>", "COPY <urn:x> TO <urn:y>",
    "INSERT DATA { <urn:a> <urn:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"]) {
    assert.deepEqual(fault(word), ["askReadOnly", [word.split(" ")[0]], [1, 1]], word);
  }
  assert.deepEqual(fault(`ASK { ${"{".repeat(3000)} ${"}".repeat(3000)} }`), ["askDepth", [200], [1, 206]]);
  assert.deepEqual(fault("SELECT * { ?s ?p ?o } ORDER BY (1 + RAND())"), ["askVolatile", ["RAND"], [1, 37]]);
  assert.deepEqual(fault("ASK { ?s ?p '{{{' , <urn:{> }")[0], "askUnexpected");
});
