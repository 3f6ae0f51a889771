// model/timeline.js: where the bars of an organisation lie and in which group, as on the pages of the site.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("tiny");
const [data, parties, timeline] = [await load("model/data.js"), await load("model/parties.js"), await load("model/timeline.js")];
const { ENGAGEMENTS, NODES, SOURCES, TERMS } = data;
const onSite = JSON.parse(readFileSync(new URL("../../node_modules/.cache/views/timelines.json", import.meta.url), "utf8"));
const rounded = (parts) => parts.map(([what, from, to]) => [what, from.toFixed(4), to.toFixed(4)]);
const livesOf = (node, day = null) => [...parties.engagementsOf(node)].filter((each) => parties.partyNodes(each).includes(node))
  .map((each) => timeline.lifeOf(each, day)).filter(({ rows }) => rows.length);

test("the page and the site draw the same bars in the same groups", () => {
  const seen = new Set();
  for (const [iri, { years, bars, groups }] of Object.entries(onSite)) {
    const node = data.findNode(iri), lives = livesOf(node), axis = timeline.axisOfLives(lives, null);
    const drawn = lives.map((life) => [ENGAGEMENTS.iri[life.engagement], rounded(timeline.barOf(life, axis))]);
    const wanted = Object.entries(bars).map(([key, bar]) => [key, rounded(bar)]);
    assert.deepEqual(Object.fromEntries(drawn), Object.fromEntries(wanted));
    assert.deepEqual(timeline.yearsOf(axis).map(([year]) => year), years.map(([year]) => year));
    for (const by of ["partner", "sector"]) {
      const name = (key) => (key === timeline.OTHERS ? "one" : key < 0 ? "none" : by === "partner" ? NODES.iri[key]
        : TERMS.sector[key].id);
      assert.deepEqual(timeline.groupLives(lives, by, node)
        .map(([key, list]) => [name(key), list.map(({ engagement }) => ENGAGEMENTS.iri[engagement])]), groups[by]);
    }
    for (const [what] of drawn.flatMap(([, parts]) => parts)) seen.add(what.split(" ")[0]);
  }
  for (const what of ["vague", "by", "after", "went", "occasion", "set-ended"]) assert.ok(seen.has(what), what);
  assert.ok(Object.keys(onSite).length > 10);
});

test("a bar knows only what was known on the day, and one that is silent ends in a ring at the present", () => {
  const day = (text) => data.parseDay(text), status = (id) => TERMS.status.findIndex((term) => term.id === id);
  const step = (id, from, to, sources = []) => [status(id), "a date", day(from), day(to), 0, sources, "", ""];
  ENGAGEMENTS.occasion[0] = 0;
  ENGAGEMENTS.status[0] = [status("v:signed"), null, null];
  ENGAGEMENTS.conclusions[0] = [[null, null, day("2016-01-01"), null, 0, "silent", day("2016-01-01")]];
  SOURCES.known[0] = day("2020-01-01");
  ENGAGEMENTS.steps[0] = [step("v:planned", "2014-01-01", "2014-12-31"), step("v:signed", "2015-03-01", "2015-03-01"),
    step("v:planned", "2018-01-01", "2018-01-01"), step("v:signed", "2021-01-01", "2021-12-31", [0])];
  const axis = { from: day("2010-01-01"), to: day("2030-01-01"), present: day("2026-01-01") };
  const bar = (when) => timeline.barOf(timeline.lifeOf(0, when), axis).map(([what, from, to]) =>
    [what, ...[from, to].map((share) => Math.round(2010 + share / 5))]);
  assert.deepEqual(bar(day("2019-01-01")), [["vague set-announced", 2014, 2015], ["set-announced", 2015, 2015],
    ["set-entered", 2015, 2016], ["after", 2016, 2026], ["silent", 2026, 2026]]);
  assert.equal(timeline.lifeOf(0, null).rows.length, 4);
});
