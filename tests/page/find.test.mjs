// text/tokens.js, model/text_index.js and model/find.js: words in any script, their spelling, and what they find.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("tiny", ({ engagements, nodes, words }) => {
  engagements.label[0] = "Harbour data centre of China's port";
  engagements.summary[1] = "A station for satellites, signed in 2024.";
  words.sector[0] = { ...words.sector[0], label: "artificial intelligence", aliases: ["AI"], labels: { zh: "人工智能" } };
  words.sector[1] = { ...words.sector[1], label: "air traffic", broader: -1 };
  engagements.sectors[2] = [0];
  engagements.sectors[3] = [1];
  engagements.summary[4] = "Work on artificial intelligence in schools";
  engagements.summary[5] = "A debit card for Debin";
  nodes.label[0] = "China Mobile";
  nodes.label[1] = "Mobile Harbour of China";
});
const [data, tokens, index, find] = [await load("model/data.js"), await load("text/tokens.js"), await load("model/text_index.js"),
  await load("model/find.js")];
const { ENGAGEMENTS, NODES } = data;

test("words of any script", () => {
  const pairs = [
    ["China's AI-driven 5G, Xi'an", ["china", "ai", "driven", "5g", "xian"]],
    ["Fähre Ålesund", ["fahre", "alesund"]],
    ["华为技术", ["华为", "为技", "技术", "术"]],
    ["علي بابا", tokens.tokenise("علی بابا")],
    ["Huawei华为", ["huawei", "华为", "为"]],
    ["… – !", []],
  ];
  for (const [text, words] of pairs) assert.deepEqual(tokens.tokenise(text), words, text);
  assert.deepEqual(tokens.queryWords("华为技术"), ["华为", "为技", "技术"]);
});

test("the distance of two spellings counts letters added, left out, replaced or swapped", () => {
  const pairs = [["huawei", "huawei", 0], ["huawie", "huawei", 1], ["sattelite", "satellite", 2], ["port", "ports", 1],
    ["", "abc", 3], ["centre", "center", 1], ["abcd", "badc", 2]];
  for (const [one, other, distance] of pairs) {
    assert.equal(tokens.spellingDistance(one, other), distance, `${one} ${other}`);
    assert.equal(tokens.spellingDistance(other, one), distance, `${other} ${one}`);
  }
});

test("a short word is no beginning if it occurs, a long one finds its endings, and a missing one is a beginning", () => {
  const isFound = (text, engagement) => find.matchText(text).has(engagement);
  assert.ok(isFound("AI", 2) && isFound("AI", 4), "the name of the sector, and what it stands for");
  assert.ok(isFound("人工智能", 2));
  assert.ok(!isFound("AI", 3), "no air traffic");
  assert.ok(isFound("satellite", 1) && isFound("satell", 1));
  assert.ok(isFound("port", 0) && isFound("data centre", 0) && !isFound("data centre", 1));
});

test("a text filter holds what a party is called, and the words of a name stay together", () => {
  const has = (at, node) => ENGAGEMENTS.parties[at].some((party) => party[1] === node);
  const withParty = (node) => [...ENGAGEMENTS.iri.keys()].filter((at) => has(at, node));
  const found = find.matchText("China Mobile");
  assert.ok(withParty(0).length && withParty(1).length);
  for (const engagement of [...withParty(0), ...withParty(1)]) assert.ok(found.has(engagement));
  for (const engagement of found) {
    const names = [ENGAGEMENTS.label[engagement], ENGAGEMENTS.summary[engagement],
      ...ENGAGEMENTS.parties[engagement].map((party) => NODES.label[party[1]])];
    assert.ok(names.some((name) => /China/.test(name) && /Mobile/.test(name)), names.join());
  }
});

test("a word that occurs nowhere is corrected, if one is near", () => {
  assert.deepEqual(index.correctSpelling("artifical intelligence"),
    { text: "artificial intelligence", isCorrected: true, suggestions: [] });
  assert.deepEqual(index.correctSpelling("inteligens").suggestions, ["intelligence"]);
  assert.deepEqual(index.correctSpelling("xqzjvkw"), { text: "xqzjvkw", isCorrected: false, suggestions: [] });
  assert.equal(index.correctSpelling("2x25").isCorrected, false);
  assert.deepEqual(find.matchText("artifical inteligence"), find.matchText("artificial intelligence"));
  assert.equal(find.matchText("xqzjvkw").size, 0);
});

test("a common word is no misspelling, and of several words that are equally near none is taken", () => {
  for (const text of ["debt", "debts", "debt crisis"]) {
    assert.equal(index.correctSpelling(text).isCorrected, false, text);
  }
  const { text, suggestions } = index.correctSpelling("debif");
  assert.deepEqual([text, suggestions], ["debif", ["debit", "Debin"]]);
});

test("what is called so comes first, then whole words, then beginnings", () => {
  const { node } = find.search("china mobile");
  assert.deepEqual(node.slice(0, 2).map(({ index: each }) => each), [0, 1]);
  assert.ok(find.isByName(node[0]));
  const levels = find.search("a").engagement.map(({ level }) => level);
  assert.deepEqual(levels, [...levels].sort((a, b) => a - b));
});

test("if nothing holds every part of a text, what holds most of them is found, but not by a number or two letters alone", () => {
  const first = (text) => find.search(text).engagement[0];
  assert.deepEqual([first("harbour data centre of norland xqzjvkw").index, first("harbour data centre xqzjvkw").missing], [0, 1]);
  assert.equal(find.search("harbour data centre").engagement[0].missing, 0);
  assert.equal(find.search("xq 2024").engagement.length, 0, "2024 alone says too little");
  assert.ok(find.search("xqzjvkw artificial intelligence").term.some(({ index: each }) => each === 0));
  assert.equal(find.matchText("sc").size, 0, "two letters that are no word are no beginning");
});

test("topics, an organisation and years together are filters; two organisations are a path", async () => {
  const { combinedFilter } = await load("model/combine.js");
  const [{ engagementsOf }, filter, state] = [await load("model/parties.js"), await load("model/filter.js"),
    await load("model/state.js")];
  const day = (date) => Date.parse(date) / 86400000;
  const apply = (patch) => {
    state.change({ ...state.defaultState(), ...patch });
    filter.applyFilters();
    return filter.sum(filter.matching);
  };
  const agreement = data.TERMS.type.findIndex(({ id }) => id === "pcg:Agreement");
  const { patch, count } = combinedFilter("which Agreements with China Mobile");
  assert.deepEqual([patch.neighbourhood, [...patch.chosen.type]], [{ node: 0, hops: 1 }, [agreement]]);
  assert.equal(count, apply(patch));
  assert.ok(count > 0 && count < engagementsOf(0).length);
  for (const [words, first, last] of [["since 2024", "2024-01-01"], ["in 2024", "2024-01-01", "2024-12-31"],
    ["after 2024", "2025-01-01"], ["until 2024", undefined, "2024-12-31"]]) {
    const found = combinedFilter(`agreement ${words}`);
    assert.equal(found.count, apply(found.patch), words);
    if (first) assert.equal(found.patch.period[0], day(first), words);
    if (last) assert.equal(found.patch.period[1], day(last), words);
  }
  assert.deepEqual(combinedFilter("China Mobile and Mobile Harbour of China").patch, { path: [0, 1] });
  for (const text of ["agreement", "agreement xqzjvkw", "2024", "", "agreement before 1950"]) {
    assert.equal(combinedFilter(text), null, text);
  }
});
