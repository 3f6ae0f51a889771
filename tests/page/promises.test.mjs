// model/promises.js: which rows there are, what they add up to, their order, the axis, and where the bars lie.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, load, openPage } from "./setup.mjs";

openPage("tiny");
const [data, promises, filter, parties] = [await load("model/data.js"), await load("model/promises.js"),
  await load("model/filter.js"), await load("model/parties.js")];
const { DATA, ENGAGEMENTS, SOURCES, TERMS } = data;
const everything = [...ENGAGEMENTS.iri.keys()].filter((engagement) => data.isKnownOn(engagement, null));
const day = (text) => data.parseDay(text);
const step = (from, to = from, sources = []) => [0, "a date", from && day(from), to && day(to), 0, sources, "", ""];

const sum = (numbers) => Object.values(numbers).reduce((a, b) => a + b);

test("talks and events are occasions, and belong to no promise", () => {
  const occasions = everything.filter((engagement) => ENGAGEMENTS.occasion[engagement]);
  for (const engagement of everything) {
    const isNamed = ["pcg:Event", "pcg:Visit", "pcg:Talks"].includes(TERMS.type[ENGAGEMENTS.type[engagement]].id);
    if (isNamed) assert.ok(occasions.includes(engagement));
  }
  assert.ok(occasions.length > 2);
  assert.ok(occasions.every((each) => data.conclusionOn(each, null).promise < 0));
});

test("the six states add up to the promises, and all is what the headline says", () => {
  const counts = promises.countAll(), { engagements, occasions, promises: all, voiced, ...states } = DATA.headline;
  assert.deepEqual([counts.all, counts.occasions, counts.promises, counts.states], [engagements, occasions, all, states]);
  assert.equal(sum(counts.states), counts.promises);
  assert.ok(counts.promises > 5 && counts.occasions > 2 && voiced > 0);
});

test("a promise of several engagements counts once, and those of another day are those that were known then", () => {
  const members = [everything[0], everything[1]], concluded = members.map((each) => ENGAGEMENTS.conclusions[each]);
  const row = (from, until, state) => [from, until, null, null, members[0], state];
  ENGAGEMENTS.conclusions[members[0]] = [row(100, 200, "open"), row(200, null, "kept")];
  ENGAGEMENTS.conclusions[members[1]] = [row(150, null, "kept")];
  const on = (when) => { const { promises: all, states, others } = promises.countPromises(members, when);
    return [all, states.open, states.kept, others]; };
  assert.deepEqual(on(null), [1, 0, 1, 0]);
  assert.deepEqual(on(199), [1, 1, 0, 0]);
  assert.deepEqual(on(99).slice(0, 3), [0, 0, 0]);
  members.forEach((each, at) => { ENGAGEMENTS.conclusions[each] = concluded[at]; });
});

test("a bar is solid to the last report of what goes on, and to its end if it is over", () => {
  const axis = { from: day("2010-01-01"), to: day("2030-01-01") };
  const row = (reported, silent) => [[null, null, reported, null, 0, "open", silent]];
  const [one, steps, concluded, statuses] = [everything[0], ENGAGEMENTS.steps[everything[0]],
    ENGAGEMENTS.conclusions[everything[0]], ENGAGEMENTS.status[everything[0]]];
  const status = (id) => [TERMS.status.findIndex((term) => term.id === id), null, null];
  const bar = (id, reported, silent = null) => {
    ENGAGEMENTS.status[one] = status(id);
    ENGAGEMENTS.conclusions[one] = row(reported, silent);
    const { start, solid, end } = promises.layOut([one], null, axis, { least: 0.001 }).bars[0];
    return [start, solid, end].map((share) => data.yearOf(axis.from + share * (axis.to - axis.from)));
  };
  DATA.today = day("2026-06-01");
  ENGAGEMENTS.steps[one] = [step("2012-03-01")];
  assert.deepEqual(bar("v:under-way", day("2024-06-01")), [2012, 2024, 2024]);
  assert.deepEqual(bar("v:completed", day("2024-06-01")), [2012, 2012, 2012]);
  assert.deepEqual(bar("v:planned", day("2015-06-01"), day("2016-06-01")), [2012, 2016, 2026]);
  [ENGAGEMENTS.steps[one], ENGAGEMENTS.conclusions[one], ENGAGEMENTS.status[one]] = [steps, concluded, statuses];
});

test("every engagement is in the row of each of its parties", () => {
  const rows = promises.buildRows("party", everything, null);
  for (const { kind, index, engagements, counts } of rows) {
    assert.deepEqual(engagements, everything.filter((each) =>
      (kind === "none" ? !parties.shownParties(each).length : parties.shownParties(each).includes(index))));
    assert.deepEqual(counts, promises.countPromises(engagements, null));
  }
  assert.deepEqual(new Set(rows.flatMap(({ engagements }) => engagements)), new Set(everything));
});

test("a paper has a row with all that belongs to it, and the rest has one", () => {
  const rows = promises.buildRows("paper", everything, null);
  const none = rows.find(({ kind }) => kind === "none");
  const papers = rows.filter(({ kind }) => kind === "engagement");
  assert.ok(papers.length > 1 && none.engagements.length);
  for (const { index, engagements } of papers) {
    assert.ok(engagements.length > 0);
    assert.deepEqual(new Set(engagements), new Set([...filter.outcomesOf(index)].filter((each) => everything.includes(each))));
  }
  const parts = new Set(papers.flatMap(({ engagements }) => engagements));
  assert.deepEqual(none.engagements, everything.filter((each) => !parts.has(each)));
});

test("rows are sorted by silence, size or name, and what belongs nowhere comes last", () => {
  const row = (index, silent, all, kind = "node") => ({ kind, index, counts: { states: { silent }, all } });
  const rows = [row(-1, 99, 99, "none"), row(1, 0, 9), row(2, 5, 5), row(3, 5, 7), row(4, 0, 9)];
  const names = { 1: "Oak", 2: "Ash", 3: "Elm", 4: "Fir", "-1": "A" };
  const sort = (order) => promises.sortRows(rows, order, ({ index }) => names[index], (a, b) => (a < b ? -1 : 1))
    .map(({ index }) => index);
  assert.deepEqual(sort("silence"), [3, 2, 4, 1, -1]);
  assert.deepEqual(sort("size"), [4, 1, 3, 2, -1]);
  assert.deepEqual(sort("name"), [2, 3, 4, 1, -1]);
});

test("a span reaches from the first day to the last, and knows only what was known", () => {
  SOURCES.known[0] = day("2020-01-01");
  ENGAGEMENTS.steps[0] = [step("2016-05-01", "2016-05-31"), step(null, "2015-03-04"), step(null, null),
    step("2021-01-01", "2021-12-31", [0])];
  const { from, to, first, last } = promises.spanOf(0, null);
  assert.deepEqual([from, to], [day("2015-03-04"), day("2021-12-31")]);
  assert.deepEqual([first, last], [ENGAGEMENTS.steps[0][1], ENGAGEMENTS.steps[0][3]]);
  assert.equal(promises.spanOf(0, day("2019-12-31")).to, day("2016-05-31"));
  ENGAGEMENTS.steps[0] = [step(null, null)];
  assert.equal(promises.spanOf(0, null), null);
});

test("the axis has whole years, the chosen period, and leaves one old engagement in a hundred out", () => {
  const axis = (listed, period = null) => Object.values(promises.axisOf(listed, null, period)).map(data.formatIsoDay);
  DATA.today = day("2025-06-01");
  ENGAGEMENTS.steps[0] = [step("1950-02-03")];
  ENGAGEMENTS.steps[1] = [step("2015-02-03")];
  assert.deepEqual(axis([0, 1]), ["1950-01-01", "2026-01-01"]);
  assert.deepEqual(axis([0, ...Array(30).fill(1)]), ["2015-01-01", "2026-01-01"]);
  assert.deepEqual(axis([0, 1], [day("2016-02-01"), day("2016-02-29")]), ["2016-02-01", "2016-03-01"]);
  assert.deepEqual(axis([]), ["2025-01-01", "2026-01-01"]);
});

test("ticks are on the first days of months or years and have room", () => {
  const spans = [["2004-01-01", "2027-01-01"], ["2021-03-01", "2022-05-01"], ["1800-01-01", "2030-01-01"],
    ["2024-02-01", "2024-03-01"]];
  for (const [from, to] of spans) {
    for (const width of [120, 300, 900]) {
      const axis = { from: day(from), to: day(to) };
      const ticks = promises.ticksOf(axis, width);
      const places = ticks.map(([when]) => ((when - axis.from) / (axis.to - axis.from)) * width);
      places.forEach((place, index) => assert.ok(!index || place - places[index - 1] > 35, `${from} ${width}`));
      for (const [when, isYear] of ticks) {
        assert.match(data.formatIsoDay(when), isYear ? /-01-01$/ : /-\d\d-01$/);
        assert.ok(when >= axis.from && when < axis.to);
      }
    }
  }
});

test("bars do not meet, lie in their days, and are left over only if the lanes are full", () => {
  const { below, chance } = createRandom(18);
  const axis = { from: day("2010-01-01"), to: day("2020-01-01") };
  DATA.today = day("2019-06-01");
  let silent = 0;
  for (let round = 0; round < 60; round += 1) {
    const engagements = everything.filter(() => chance(0.8));
    for (const engagement of engagements) {
      const from = axis.from - 200 + below(4000);
      const to = from + below(chance(0.5) ? 2 : 900);
      const heard = chance(0.3) ? day("2012-01-01") : null;
      ENGAGEMENTS.conclusions[engagement] = [[null, null, null, null, null, null, heard]];
      ENGAGEMENTS.steps[engagement] = chance(0.1) ? [step(null, null)] : [[0, "", from, to, 0, [], "", ""]];
    }
    const mostLanes = 1 + below(6), gap = 0.002, least = 0.01;
    const plan = promises.layOut(engagements, null, axis, { mostLanes, gap, least });
    assert.equal(plan.bars.length + plan.undated.length + plan.left, engagements.length);
    assert.ok(plan.heardLanes <= mostLanes && plan.lanes <= 2 * mostLanes);
    if (plan.lanes < mostLanes) assert.equal(plan.left, 0);
    const ends = [];
    for (const bar of plan.bars) {
      silent += Number(bar.isSilent);
      assert.ok(bar.start >= 0 && bar.start <= bar.solid && bar.solid <= bar.end);
      assert.ok(bar.solid - bar.start >= least - 1e-9);
      assert.equal(bar.isSilent, bar.lane >= plan.heardLanes);
      assert.ok(bar.lane < plan.lanes && (ends[bar.lane] ?? -1) + gap <= bar.start + 1e-9);
      ends[bar.lane] = bar.end;
      const span = promises.spanOf(bar.engagement, null);
      assert.equal(bar.isEarlier, span.from < axis.from);
      assert.equal(bar.isLater, span.to >= axis.to);
    }
  }
  assert.ok(silent > 20);
});
