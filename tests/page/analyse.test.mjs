// views/analyse/: every mark of every chart has the number that the question of the catalogue or the analysis gives for the
// shipped data, and the charts follow the filters, the day and what the reader chooses.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("shipped");
const asked = JSON.parse(readFileSync(new URL("../../node_modules/.cache/views/numbers.json", import.meta.url), "utf8"));
await load("model/level.js");
const [data, state, { CHARTS, numbersOf, openCell }, funds] = [await load("model/data.js"), await load("model/state.js"),
  await load("views/analyse/charts.js"), await load("model/funds.js")];
const { ENGAGEMENTS, NODES } = data;
const chart = (id) => CHARTS.find((each) => each.id === id);
const show = (patch = {}) => state.change({ ...state.defaultState(), view: "analyse", ...patch });
const cellsOf = (id) => numbersOf(chart(id)).cells;
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();

test("every bar over time is in the answer to signed-begun-and-ended-by-year", () => {
  show();
  const { rows } = numbersOf(chart("time"));
  const bars = cellsOf("time").map(({ row, year, engagements }) => [rows[row].kind, year, engagements.length]);
  assert.ok(bars.length > 50);
  assert.deepEqual(sorted(bars), sorted(asked["signed-begun-and-ended-by-year"]));
});

test("every part of the outcomes is in kg.promises_by_year", () => {
  show();
  const parts = cellsOf("outcomes").map(({ year, state: name, promises }) => [year, name, promises]);
  assert.ok(parts.length > 50);
  assert.deepEqual(parts, asked.promises);
});

test("every circle of money is in the answers to money-by-funder-and-year and money-left-out", () => {
  let circles = 0;
  for (const currency of funds.CURRENCIES) {
    show({ charts: { currency } });
    const { funders } = numbersOf(chart("money")), cells = cellsOf("money"), counted = cells.filter(({ isLeft }) => !isLeft);
    const own = asked["money-by-funder-and-year"].filter((row) => row[2] === currency);
    for (const basis of ["committed", "paid"]) {
      assert.deepEqual(sorted(counted.filter((cell) => cell[basis]).map((cell) => {
        const { nodes, prices } = funders[cell.row];
        return [nodes.length > 1 ? null : NODES.iri[nodes[0]], prices, cell.year, cell[basis]];
      })), sorted(own.filter((row) => row[5] === basis).map((row) => [row[0], row[3], row[4], row[6]])));
    }
    const left = asked["money-left-out"].filter((row) => row[5] === currency).map((row) =>
      [row[0], row[2] ?? row[4] ?? row[3], row[9]]);
    const rings = cells.filter(({ isLeft }) => isLeft).map(({ engagement, size, reason }) =>
      [ENGAGEMENTS.iri[engagement], size, reason]);
    assert.deepEqual([...new Set(sorted(rings))], [...new Set(sorted(left))]);
    circles += cells.length;
  }
  assert.ok(circles > 50);
});

test("every rank and value of the ranking is in kg.rank", () => {
  for (const [relation, ranks] of Object.entries(asked.ranks)) {
    show({ charts: relation ? { network: `pcg:${relation}` } : {} });
    const byId = new Map(ranks.map(([id, ...row]) => [id, row])), cells = cellsOf("ranking");
    assert.equal(cells.length, 12);
    for (const { node, rank, value } of cells) assert.deepEqual([rank, value], byId.get(NODES.iri[node]), NODES.iri[node]);
  }
});

test("every mark of the map and its lists is a row of places, and every line joins two marks", () => {
  show();
  const numbers = numbersOf(chart("where")), cells = cellsOf("where"), rows = chart("where").rows(numbers);
  const marks = cells.filter(({ place }) => place >= 0);
  const own = new Set(marks.map(({ key }) => key));
  const answer = asked.places.filter(([, , , , , countedAt]) => !countedAt).map(([id, , precision, lat, long, , ...counts]) =>
    [id, precision.slice(2), lat ?? "", long ?? "", ...counts]);
  assert.deepEqual(sorted(rows.filter(([id]) => own.has(id)).map(([id, , ...row]) => [id, ...row])), sorted(answer));
  const lines = cells.filter(({ ends }) => ends);
  assert.ok(own.size > 50 && lines.length > 3 && lines.every(({ key }) => key.split(" ").every((id) => own.has(id))));
  const drawn = numbers.maps.flatMap((map) => map.cells);
  assert.ok(drawn.length > 40);
  assert.ok(drawn.every(({ place }) => data.TERMS.place[place].precision !== "country"), "a country is no point");
});

test("the charts follow the filters and the day, and the file has the numbers of the picture", () => {
  const totals = () => CHARTS.map((each) => numbersOf(each).cells.reduce((sum, cell) => sum + cell.engagements.length, 0));
  show();
  const all = totals();
  for (const patch of [{ voices: 2 }, { asOf: data.parseDay("2018-12-31") }, { neighbourhood: { node: 0, hops: 1 } }]) {
    show(patch);
    totals().forEach((total, at) => assert.ok(total < all[at], `${CHARTS[at].id} ${JSON.stringify(patch)}`));
  }
  for (const each of CHARTS) {
    assert.equal(each.rows(numbersOf(each)).length, numbersOf(each).cells.length);
    for (const row of each.rows(numbersOf(each))) assert.equal(row.length, each.columns().length);
    assert.equal(new Set(numbersOf(each).cells.map(({ key }) => key)).size, numbersOf(each).cells.length);
  }
});

test("two organisations are counted apart, a group has a row, and a mark that a filter takes away is closed", () => {
  const [one, other] = ["id:huawei", "id:zte"];
  show({ charts: { pair: `${one} ${other}`, by: "sector", what: "begun" } });
  const { cells, sides, rows } = numbersOf(chart("time"));
  assert.deepEqual(sides.map(({ node }) => NODES.iri[node]), [one, other]);
  assert.ok(rows.length > 2 && cells.some(({ side }) => side === 1));
  show({ cell: `outcomes ${cellsOf("outcomes")[0].key}` });
  assert.equal(openCell()?.chart.id, "outcomes");
  show({ cell: "outcomes 1812 kept" });
  assert.equal(openCell(), null);
});
