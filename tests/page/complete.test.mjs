// What the editor offers, and how often the wanted term is among the first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { load } from "./setup.mjs";

const { countTerms, createCompleter } = await load("ask/complete.js");
const { tokens } = await load("ask/context.js");
const file = new URL("../../node_modules/.cache/views/completion.json", import.meta.url);
const { terms, prefixes, questions, queries } = JSON.parse(readFileSync(file, "utf8"));
const complete = createCompleter({ terms, prefixes });
const offered = (text) => complete(text).options.map(({ name }) => name);

test("a property of the class comes first, and none that finds nothing there is offered", () => {
  const first = offered("SELECT * { ?e a pcg:Agreement ; pcg:s");
  for (const name of ["pcg:step", "pcg:signatory", "pcg:sector"]) assert.ok(first.slice(0, 6).includes(name), name);
  assert.ok(!offered("SELECT * { ?e a pcg:Agreement ; pcg:inf").includes("pcg:inferred"), "only sources have it");
  for (const text of ["GRAPH ?source { ?e a pcg:Agreement ; pcg:inf", "GRAPH ?s { { ?e pcg:inf"]) {
    assert.ok(offered(`SELECT * { ${text}`).includes("pcg:inferred"), text);
  }
  assert.ok(!offered("SELECT * { GRAPH ?s { ?e ?p ?o } ?e a pcg:Agreement ; pcg:inf").includes("pcg:inferred"), "after GRAPH");
  assert.ok(offered("SELECT * FROM src:spin-b2b-2025 { ?e pcg:inf").includes("pcg:inferred"));
  assert.ok(!offered("SELECT * FROM g:current { ?e a pcg:Agreement ; pcg:inf").includes("pcg:inferred"));
});

test("names, values, classes, prefixes, variables and keywords are offered where they may stand", () => {
  for (const word of ["huaw", "华为", "ہواوے", "Huawei"]) {
    assert.ok(offered(`SELECT * { ?e pcg:signatory ${word}`).slice(0, 3).includes("id:huawei"), word);
  }
  for (const [text, name] of [["?e pcg:currentStatus v:si", "v:signed"], ["?s pcg:sector sa", "sector:satellites"],
    ["?e a ag", "pcg:Agreement"], ["?e a pcg:Agreement . sko", "skos:"], ["?e pcg:signatory ?", "?signatory"],
    ["?e ?p ?o . FILTER(lang", "LANG"], ["?e ?p ?o . opt", "OPTIONAL"], ["?d pcg:date ?x FILTER(?x > '1'^^xsd:da", "xsd:date"],
    ["GRAPH ?g { ?x ?y ?z } GRAPH src:spin", "src:spin-b2b-2025"], ["?e pcg:step [ pcg:sta", "pcg:status"],
    ["?e pcg:step/sta", "pcg:status"], ["?p pcg:country id:china . ?e pcg:signatory ?p ; a/rdfs:sub", "rdfs:subClassOf"]]) {
    assert.ok(offered(`SELECT * { ${text}`).slice(0, 5).includes(name), `${text}: ${offered(`SELECT * { ${text}`).slice(0, 5)}`);
  }
  assert.ok(offered("SELECT ?e { ?e ?p ?o } li").includes("LIMIT"));
});

// ---- How often the wanted term is among the first five, and how long it takes

const KEYWORD = /^(?:[A-Z_]{3,}|is[A-Z]\w+|sameTerm)$/i;
const known = new Set([terms.names, terms.property, terms.class, terms.current.uses, terms.current.by, terms.sources.uses]
  .flatMap(Object.keys));

function measure(texts, letters, hasPrefix, countsFor) {
  const times = [], missed = [];
  texts.forEach((text, place) => {
    for (const { kind, text: name, at } of tokens(text)) {
      if (kind === "short" ? !known.has(name) : hasPrefix || kind !== "word" || !KEYWORD.test(name)) continue;
      const [local] = name.split(":").slice(-1), start = hasPrefix ? name.slice(0, -local.length) : "";
      const typed = text.slice(0, at) + start + local.slice(0, Math.min(letters, local.length - 1)), began = performance.now();
      const first = complete(typed, { counts: countsFor(place) }).options.slice(0, 5).map((each) => each.name.toUpperCase());
      times.push(performance.now() - began);
      if (!first.includes(name.toUpperCase())) missed.push(`${name}: ${first.join(" ")}  (${typed.slice(-70)})`);
    }
  });
  times.sort((first, second) => first - second);
  return { share: 1 - missed.length / times.length, count: times.length, p95: times[Math.floor(times.length * 0.95)], missed };
}

const catalogue = questions.map(({ head, tail }) => head + tail), every = countTerms(catalogue);
const withoutOwn = catalogue.map((text) => {
  const own = countTerms([text]);
  return Object.fromEntries(Object.entries(every).map(([name, count]) => [name, count - (own[name] || 0)]));
});

for (const [name, texts, countsFor] of [["the catalogue, without the query's own", catalogue, (place) => withoutOwn[place]],
  ["queries of docs and tests", queries, () => every]]) {
  test(`the wanted term is among the first five after two letters, in ${name}`, (context) => {
    assert.ok(texts.length >= 50);
    for (const hasPrefix of [false, true]) for (const letters of [1, 2, 3]) {
      const { share, count, p95, missed } = measure(texts, letters, hasPrefix, countsFor);
      const after = `${letters} letters${hasPrefix ? " and the prefix" : ""}`;
      context.diagnostic(`${after}: ${(100 * share).toFixed(1)} % of ${count}; 95 % within ${p95.toFixed(1)} ms`);
      if (letters === 2) assert.ok(share >= 0.95, missed.join("\n"));
    }
  });
}
