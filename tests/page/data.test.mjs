// model/data.js: what was believed, known and silent on a day.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

const [PLANNED, SIGNED, COMPLETED] = [2, 3, 6]; // of words.status
const ENTERED = 0; // of words.set

const view = openPage("tiny", (each) => {
  const { engagements, sources } = each;
  Object.assign(engagements.status, {
    0: [PLANNED, null, 100, SIGNED, 100, null], 1: [SIGNED, 100, 200], 2: [], 3: [COMPLETED, null, null],
    4: [PLANNED, 0, null], 5: [], 6: [PLANNED, 3000, null],
  });
  Object.assign(engagements.sources, { 0: [0], 1: [0, 1], 2: [0, 1], 3: [0], 4: [2], 5: [], 6: [0] });
  const concluded = (from, until, silent, state) => [from, until, 1174, 90, 0, state, silent];
  Object.assign(engagements.conclusions, {
    0: [concluded(100, 3000, null, "signed"), concluded(3000, null, 1174, "silent")],
    1: [concluded(100, 200, null, "signed")], 5: [],
  });
  sources.known = [1000, 2000, null, 0, 0];
});
const data = await load("model/data.js");
const { isBelievedOn, isKnownOn, conclusionOn, isSilent, statusOn, statusSetOn } = data;

test("the status on a day is that of the interval that holds it; its end is outside", () => {
  const expected = { 0: [[99, PLANNED], [100, SIGNED], [null, SIGNED], [-9, PLANNED]],
    1: [[99, -1], [100, SIGNED], [199, SIGNED], [200, -1], [null, -1]], 2: [[5, -1], [null, -1]] };
  for (const [engagement, days] of Object.entries(expected)) {
    for (const [day, status] of days) assert.equal(statusOn(engagement, day), status, `${engagement} on ${day}`);
  }
});

test("the set of statuses of an engagement without a status is none", () => {
  assert.equal(statusSetOn(0, null), ENTERED);
  assert.equal(statusSetOn(2, null), view.words.set.findIndex(({ id }) => id === "none"));
});

test("without a status, an engagement is known from the first day of a source; without a source, always", () => {
  assert.deepEqual([999, 1000, 2500, null].map((day) => isKnownOn(2, day)), [false, true, true, true]);
  assert.deepEqual([99, 100, 200, null].map((day) => isKnownOn(1, day)), [false, true, false, false]);
  assert.ok(isKnownOn(5, -5));
  // A source spoke of it before its first status.
  assert.deepEqual([999, 1000, 2999, 3000].map((day) => isKnownOn(6, day)), [false, true, true, true]);
});

test("what is concluded on a day is what the interval says that holds it; its end is outside", () => {
  assert.deepEqual([99, 100, 2999, 3000, null].map((day) => isSilent(0, day)), [false, false, false, true, true]);
  assert.deepEqual([99, 100, 3000, null].map((day) => conclusionOn(0, day).state), ["", "signed", "silent", "silent"]);
  assert.equal(conclusionOn(0, null).silent, 1174);
  assert.deepEqual([99, 100, 200, null].map((day) => conclusionOn(1, day).promise), [-1, 0, -1, -1], "retracted");
  assert.equal(conclusionOn(5, 9999).reported, null, "nothing is concluded");
});

test("a story is told from the day on which what it tells was known", () => {
  assert.ok(data.DATA.stories.length > 3);
  data.DATA.stories.forEach((story, index) => { story.since = index ? 100 * index : null; });
  assert.deepEqual(data.storiesOn(250), [0, 1, 2]);
  assert.deepEqual(data.storiesOn(200), [0, 1, 2]);
  assert.deepEqual(data.storiesOn(null), [...data.DATA.stories.keys()]);
});

test("an odd number of days is believed until now", () => {
  assert.deepEqual([9, 10, 19, 20, 30].map((day) => isBelievedOn([10, 20, 30], day)), [false, true, true, false, true]);
  assert.ok(isBelievedOn([10, 20, 30], null));
  assert.deepEqual([null, -9, 20].map((day) => isBelievedOn([null, 20], day)), [false, true, false]);
  assert.ok(!isBelievedOn([], null));
});

test("an index has all values of a key, in order", () => {
  const pairs = [[2, 7], [0, 5], [2, 3], [2, 9]];
  const index = data.buildIndex(4, (add) => pairs.forEach(([key, value]) => add(key, value)));
  assert.deepEqual([0, 1, 2, 3].map((key) => [...index(key)]), [[5], [], [7, 3, 9], []]);
});

test("every identifier is found again, and no other", () => {
  view.nodes.iri.forEach((iri, node) => assert.equal(data.findNode(iri), node));
  view.engagements.iri.forEach((iri, engagement) => assert.equal(data.findEngagement(iri), engagement));
  for (const name of ["id:nobody", "constructor", ""]) assert.equal(data.findNode(name), -1);
});

test("each tie is a tie of both ends", () => {
  for (let node = 0; node < data.SIZE.nodes; node += 1) {
    const ties = view.ties.from.flatMap((from, tie) => ([from, view.ties.to[tie]].includes(node) ? [tie] : []));
    assert.deepEqual([...data.tiesOf(node)], ties);
  }
});

test("days and months are those of the calendar", () => {
  assert.equal(data.formatIsoDay(data.parseDay("2024-02-29")), "2024-02-29");
  for (const text of ["2025-02-30", "2025-02-29", "2025-13-01", "2025-1-1", "", "today"]) {
    assert.equal(data.parseDay(text), null, text);
  }
  assert.deepEqual(data.daysOfMonth("2024-02").map(data.formatIsoDay), ["2024-02-01", "2024-02-29"]);
  assert.deepEqual(data.daysOfMonth("2023-12").map(data.formatIsoDay), ["2023-12-01", "2023-12-31"]);
  for (const text of ["2024-00", "2024-13", "2024", "", undefined]) assert.equal(data.daysOfMonth(text), null);
});
