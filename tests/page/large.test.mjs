// A page with more lines than any picture can show: 2,000 organisations with 5,000 ties.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("large");
const [data, state, filter] = [await load("model/data.js"), await load("model/state.js"), await load("model/filter.js")];
const [level, parties] = [await load("model/level.js"), await load("model/parties.js")];
const { buildScene, scene } = await load("map/scene.js");
const { MOST_IN_ARCS } = await load("map/layout.js");

test("everything is still at most 3,000 lines", () => {
  assert.equal(level.MAX_LINES, 3000);
  state.change({ level: "all" });
  const { lines, isReduced, counts } = level.shown;
  assert.ok(isReduced);
  assert.ok(lines <= level.MAX_LINES && lines > 0.9 * level.MAX_LINES, `${lines} lines`);
  assert.ok(counts.engagements < filter.sum(filter.matching));
});

test("what is chosen counts before the limit", () => {
  state.change({ level: "all", chosen: { ...state.state.chosen, type: new Set([0]) } });
  assert.ok(!level.shown.isReduced);
  const expected = [...filter.matching.keys()].filter((e) => filter.matching[e] && parties.shownParties(e).length);
  assert.equal(level.shown.counts.engagements, expected.length);
});

test("with more than 110 organisations, marks are where the view has them, and with fewer in arcs", () => {
  assert.equal(MOST_IN_ARCS, 110);
  state.change({ ...state.defaultState(), level: "all" });
  buildScene();
  assert.ok(level.shown.counts.nodes > MOST_IN_ARCS);
  assert.equal(scene.arcs, false);
  for (const { kind, index, x, y, labelSide } of scene.items) {
    const table = kind === "node" ? data.NODES : data.ENGAGEMENTS;
    assert.deepEqual([x, y, labelSide], [table.x[index], table.y[index], undefined]);
  }
  state.change({ level: "key" });
  buildScene();
  assert.equal(scene.arcs, true);
});
