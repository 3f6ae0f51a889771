// model/places.js: how many engagements are at each place, and how places come on a map.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("tiny");
const [data, places, terms] = [await load("model/data.js"), await load("model/places.js"), await load("model/terms.js")];
const { outlinesIn } = await load("views/analyse/world.js");
const { ENGAGEMENTS, TERMS } = data;
const everything = [...ENGAGEMENTS.iri.keys()].filter((engagement) => data.isKnownOn(engagement, null));
const placeCalled = (name) => TERMS.place.findIndex(({ id }) => id === `id:${name}`);

test("each place has the numbers of the question", () => {
  const [, ...lines] = readFileSync("tests/expected/places.csv", "utf8").trim().split("\n");
  const rows = places.countPlaces(everything).map(({ place, city, engagements, meetings, papers, work }) => {
    const { id, label, precision, at = ["", ""] } = TERMS.place[place];
    return [id, label, `v:${precision}`, ...at, TERMS.place[city]?.id ?? "", engagements.length,
      meetings, papers, work].join(",");
  });
  assert.deepEqual(rows, lines);
});

test("an engagement counts at the nearest place, and one in a part of a city at the city as well", () => {
  const [city, hall, country] = ["vik", "vik-hall", "nordland"].map(placeCalled), [one] = everything;
  const before = ENGAGEMENTS.places[one];
  const counted = (named) => { ENGAGEMENTS.places[one] = named;
    return places.countPlaces([one]).map(({ place }) => place).sort(); };
  assert.deepEqual(counted([city, country]), [city]);
  assert.deepEqual(counted([country]), [country]);
  assert.deepEqual(counted([hall, country]), [city, hall].sort());
  ENGAGEMENTS.places[one] = [hall];
  assert.deepEqual(terms.termsOf("place", one).sort(), [city, hall, country].sort(), "a filter by the country finds it");
  ENGAGEMENTS.places[one] = before;
});

test("a line joins two places of an engagement that names no third one", () => {
  const list = (place, engagements) => ({ place, engagements });
  const lines = places.countLines([1, 2, 3], [list(4, [1, 2]), list(5, [1, 2, 3]), list(6, [2])]);
  assert.deepEqual(lines, [{ ends: [4, 5], engagements: [1] }]);
});

test("circles that would cover one another are moved apart inside the map, and others stay", () => {
  const circles = [[50, 50, 20], [52, 50, 10], [51, 52, 10], [120, 50, 8]], spots = places.spread(circles, [200, 100]);
  assert.deepEqual([spots[0], spots[3]], [[50, 50], [120, 50]]);
  spots.forEach(([x, y], at) => spots.slice(at + 1).forEach(([a, b], other) => assert.ok(
    Math.hypot(x - a, y - b) >= circles[at][2] + circles[at + 1 + other][2])));
  assert.ok(spots.every(([x, y], at) => x > circles[at][2] && y > circles[at][2] && y < 100 - circles[at][2]));
});

test("an outline is cut at the frame, and the world has land where there is land", () => {
  const square = [[0, 0], [10, 0], [10, 10], [0, 10]];
  assert.deepEqual(places.clip(square, [5, 5, 20, 20]).sort(), [[10, 10], [10, 5], [5, 10], [5, 5]].sort());
  const around = (latitude, longitude) => { const [x, y] = places.project([latitude, longitude]);
    return outlinesIn([x - 1, y - 1, x + 1, y + 1], (point) => point).land; };
  assert.ok(around(30, 70), "Asia");
  assert.equal(around(0, -30), "", "the Atlantic");
});
