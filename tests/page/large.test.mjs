// A page with more lines than any picture can show: 2,000 organisations with 5,000 ties.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("large");
const [data, state, filter] = [await load("model/data.js"), await load("model/state.js"), await load("model/filter.js")];
const [level, parties] = [await load("model/level.js"), await load("model/parties.js")];
const { buildScene, scene } = await load("map/scene.js");
const { MOST_IN_ARCS } = await load("map/layout.js");

const { GROUP_KEYS, MOST_IN_COLUMN, MOST_OF_OPEN, groupKey, groupNodes, toggleGroup } = await load("model/groups.js");
/** Return everyone who takes part in what matches, and those for whom a mark stands, by the mark. */
const everyone = () => new Set([...filter.matching.keys()].filter((e) => filter.matching[e])
  .flatMap((e) => [...parties.shownParties(e)]));
const marks = () => [...level.shown.groups.map(({ members }) => members),
  ...[...level.shown.nodes.keys()].filter((node) => level.shown.nodes[node]).map((node) => [node])];

test("with more than 300 organisations, everything is in groups, and nobody is in two or in none", () => {
  assert.equal(level.MOST_ORGANISATIONS, 300);
  state.change({ level: "all" });
  const { groups, lines, isReduced, stacks } = level.shown;
  assert.equal(isReduced, false);
  assert.ok(groups.length > 3 && groups.length <= 2 * (MOST_IN_COLUMN + 1), `${groups.length} groups`);
  assert.deepEqual(marks().flat().sort((a, b) => a - b), [...everyone()].sort((a, b) => a - b));
  for (const { key, members, of } of groups) {
    assert.ok(GROUP_KEYS.has(key), key);
    assert.equal(new Set(members.map((node) => parties.columnOf(data.NODES.country[node]))).size, 1, key);
    if (of === 1) assert.deepEqual(new Set(members.map(groupKey)), new Set([key]));
  }
  const covered = new Set(stacks.flatMap((stack) => stack.parties));
  assert.equal(covered.size, marks().length); // each mark has a line
  assert.ok(lines <= level.GROUP_LINES + 3 * covered.size, `${lines} lines`);
});

test("a click opens a group: its largest organisations stand alone, and what remains closes it", () => {
  state.change({ level: "all", open: new Set() });
  const group = level.shown.groups.find(({ members, of }) => of === 1 && members.length > MOST_OF_OPEN + 1);
  state.change({ open: toggleGroup(group) });
  const value = (node) => data.NODES.measure[state.state.measure][node] ?? 0;
  const alone = group.members.filter((node) => level.shown.nodes[node]);
  const rest = level.shown.groups.find(({ key }) => key === group.key);
  assert.equal(alone.length, MOST_OF_OPEN);
  assert.ok(rest.isRemainder);
  assert.deepEqual([...alone, ...rest.members].sort((a, b) => a - b), [...group.members].sort((a, b) => a - b));
  assert.ok(Math.min(...alone.map(value)) >= Math.max(...rest.members.map(value)));
  assert.equal(toggleGroup(rest).size, 0);
  state.change({ open: new Set() });
});

test("who is asked for by name is never in a group", () => {
  const { units, groups } = groupNodes([...everyone()], [5, 6]);
  assert.deepEqual([units.get(5), units.get(6)], [5, 6]);
  assert.ok(groups.length > 0 && groups.every(({ members }) => !members.includes(5) && !members.includes(6)));
});

test("what is chosen counts before the limit", () => {
  const some = [...everyone()].slice(0, 200);
  state.change({ level: "all", only: new Set(some) });
  assert.ok(!level.shown.isReduced);
  state.change({ only: null });
});

test("a picture of groups is in columns, and one of up to 110 organisations", () => {
  assert.equal(MOST_IN_ARCS, 110);
  buildScene();
  assert.equal(scene.arcs, true);
  for (const { kind, country, arc } of scene.items) {
    if (kind !== "stack") assert.equal(arc, parties.columnOf(country) < 0 ? 4 : parties.columnOf(country));
  }
  state.change({ level: "key" });
  buildScene();
  assert.equal(scene.arcs, true);
});
