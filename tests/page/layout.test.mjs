// map/layout.js and map/scene.js: where organisations and stacks are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, load, openPage, randomState } from "./setup.mjs";

openPage("dense", ({ nodes }) => { for (const node of [2, 5, 11]) nodes.country[node] = -1; });
const [data, state, level, layout, { buildScene, findItem, scene }] = [await load("model/data.js"), await load("model/state.js"),
  await load("model/level.js"), await load("map/layout.js"), await load("map/scene.js")];
const { DATA, ENGAGEMENTS, NODES } = data;

/** Return the organisations and the stacks of the scene of a state, with their places. */
function build(patch) {
  state.change({ ...state.defaultState(), ...patch });
  buildScene();
  const nodes = scene.items.filter(({ kind }) => kind === "node");
  return { nodes, stacks: scene.items.filter(({ kind }) => kind === "stack") };
}
const places = ({ nodes, stacks }) => [...nodes, ...stacks].map(({ key, x, y }) => [key, x, y]);
/** Return the smallest distance between two of these items. */
const nearest = (items) => items.reduce((least, a, place) => items.slice(0, place)
  .reduce((best, b) => Math.min(best, Math.hypot(a.x - b.x, a.y - b.y)), least), Infinity);
const arc = (nodes, side) => nodes.filter(({ labelSide }) => labelSide === side).sort((a, b) => a.y - b.y);

/** Run a check on many first pictures, with any number of sides. */
function inScenes(check, count = 40) {
  const random = createRandom(5);
  let checked = 0;
  for (let round = 0; checked < count; round += 1) {
    assert.ok(round < 10 * count, `only ${checked} scenes`);
    DATA.sides = [2, 2, 1, 0, 3, 4][round % 6];
    const { chosen, voices, measure } = randomState(random, { data, state });
    const built = build({ chosen, voices, measure });
    if (built.nodes.length < 2) continue;
    check(built);
    checked += 1;
  }
  DATA.sides = 2;
}

test("no two organisations share a place, and each has a row of its own in its arc", () => {
  inScenes(({ nodes }) => {
    assert.ok(nearest(nodes) > 15, `${nearest(nodes)} is too near`);
    for (const side of [-1, 1]) {
      const rows = arc(nodes, side);
      rows.slice(1).forEach((node, place) => {
        const height = node.y - rows[place].y;
        assert.ok(height >= 17.9, `rows ${height} apart`);
      });
      for (const node of rows) assert.equal(Math.sign(node.x), side);
    }
  });
});

test("the sides are left and right, and other countries below", () => {
  const { nodes } = build({ level: "all" });
  const expected = { 0: -1, 1: 1, "-1": 0 };
  assert.ok(new Set(nodes.map(({ labelSide }) => labelSide)).size === 3);
  for (const { index, labelSide } of nodes) assert.equal(labelSide, expected[NODES.country[index]]);
  const lowest = Math.max(...nodes.filter(({ labelSide }) => labelSide).map(({ y }) => y));
  for (const { y } of arc(nodes, 0)) assert.ok(y > lowest + 20);
});

test("a third side is below, a fourth above, and other countries below them all", () => {
  const before = [...NODES.country];
  before.forEach((country, node) => { NODES.country[node] = { 1: 2, 4: 3 }[node % 6] ?? country; });
  for (const sides of [3, 4]) {
    DATA.sides = sides;
    const { nodes } = build({ level: "all" });
    const sideOf = ({ index }) => (NODES.country[index] < sides ? NODES.country[index] : -1);
    const of = (side) => nodes.filter((node) => sideOf(node) === side);
    const heights = (some) => [Math.min(...some.map(({ y }) => y)), Math.max(...some.map(({ y }) => y))];
    assert.ok(of(0).every(({ x, labelSide }) => x < 0 && labelSide === -1) && of(1).every(({ x }) => x > 0));
    const [top, bottom] = heights([...of(0), ...of(1)]);
    assert.ok(of(2).length > 5 && heights(of(2))[0] > bottom + 50, "there is room for its heading");
    assert.ok(heights(of(-1))[0] > heights(of(2))[1] + 20);
    if (sides === 4) assert.ok(heights(of(3))[1] < top - 40);
    assert.ok(nearest(nodes) > 15);
    assert.ok(scene.sides && of(2).every(({ arc: each }) => each === 2));
  }
  NODES.country.splice(0, before.length, ...before);
  DATA.sides = 2;
});

test("without two sides, both arcs hold about half, and partners are opposite each other", () => {
  DATA.sides = 0;
  const { nodes } = build({});
  assert.ok(Math.abs(arc(nodes, -1).length - arc(nodes, 1).length) <= 1);
  const pairs = [["a", "b"], ["c", "d"], ["e", "f"]];
  const items = pairs.flat().map((key, index) => ({ key, index, weight: 1, x: 0, y: 0 }));
  layout.placeInArcs(items, pairs.map((partyKeys) => ({ partyKeys, x: 0, y: 0 })));
  for (const [one, other] of pairs) {
    const [a, b] = [items.find(({ key }) => key === one), items.find(({ key }) => key === other)];
    assert.equal(a.labelSide, -b.labelSide);
    assert.ok(Math.abs(a.y - b.y) < 1, "partners are at the same height");
  }
  DATA.sides = 2;
});

test("stacks do not cover each other, and stay between the arcs", () => {
  inScenes(({ nodes, stacks }) => {
    if (stacks.length < 2) return;
    assert.ok(nearest(stacks) > 20, `two of ${stacks.length} stacks are ${nearest(stacks)} apart`);
    const inner = Math.min(...nodes.filter(({ labelSide }) => labelSide).map(({ x }) => Math.abs(x)));
    for (const { x } of stacks) assert.ok(Math.abs(x) < inner, `${x} is outside ${inner}`);
  });
});

test("the same picture has the same places, also after another one", () => {
  inScenes((built) => {
    const first = places(built);
    const chosen = { ...state.state };
    build({ voices: 2 });
    assert.deepEqual(places(build(chosen)), first);
  }, 10);
});

test("a mark that the reader has moved is where they put it, and all others where the layout put them", () => {
  const [{ key: moved }] = build({}).nodes;
  const { nodes } = build({ pins: new Map([[moved, [7, 8]]]) });
  for (const { key, x, y, origin } of nodes) assert.deepEqual(origin, key === moved ? [7, 8] : [x, y]);
});

test("a line leads from each party to its stack, and a stack is found by each of its engagements", () => {
  const { stacks } = build({});
  assert.equal(scene.lines.length, level.shown.lines);
  for (const stack of stacks) {
    assert.deepEqual(scene.linesOf.get(stack.key).map(({ node }) => `node ${node}`), stack.partyKeys);
    for (const engagement of stack.engagements) assert.equal(findItem("engagement", engagement), stack);
  }
  assert.equal(findItem("engagement", ENGAGEMENTS.iri.length + 1), undefined);
});

test("the larger an organisation is by the chosen measure, the larger is its mark", () => {
  for (const measure of state.MEASURES) {
    const sizes = build({ level: "all", measure }).nodes.map(({ index, size }) => [NODES.measure[measure][index] ?? 0, size])
      .sort(([first], [second]) => first - second);
    assert.deepEqual(sizes.map(([, size]) => size), sizes.map(([, size]) => size).sort((a, b) => a - b), measure);
    assert.ok(sizes.at(-1)[1] > sizes[0][1], `${measure}: every mark has the same size`);
  }
});

test("the width of a line tells the voices and nothing else, its darkness how far it has come", async () => {
  const { drawLines, projectItems } = await load("map/lines.js");
  const camera = { x: 0, y: 0, scale: 1, width: 1e6, height: 1e6, fitScale: 1, density: 1 };
  build({ level: "all" });
  projectItems(camera);
  const styles = new Set();
  drawLines({ curves: (curves, { width, alpha }) => styles.add(`${width} ${alpha}`) }, camera, scene.lines);
  const widths = new Set(scene.lines.map(({ width }) => width)), strengths = new Set(scene.lines.map(({ strength }) => strength));
  assert.ok(strengths.size > 2 && widths.size > 1);
  assert.deepEqual(new Set([...styles].map((style) => Number(style.split(" ")[0]))), widths);
});
