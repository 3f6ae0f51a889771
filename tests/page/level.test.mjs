// model/level.js: which organisations and stacks the map draws.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, load, openPage, randomState } from "./setup.mjs";

openPage("dense", ({ nodes, engagements }) => {
  nodes.country[7] = -1;
  engagements.parties.forEach((parties, e) => { // most join the sides, with enough lines for the limits
    if (e % 4) parties.push(...[0, 1].map((side) => [0, nodes.country.indexOf(side, (e * 7) % 40), 0, [0]]));
  });
}); // 60 organisations with 1,500 ties
const [data, state, filter, parties, level, graph] = [await load("model/data.js"), await load("model/state.js"),
  await load("model/filter.js"), await load("model/parties.js"), await load("model/level.js"), await load("model/graph.js")];
const { FILTERED_ORGANISATIONS, KEY_LINES, KEY_ORGANISATIONS } = level;
const { ENGAGEMENTS, NODES, SIZE } = data;
const reader = state.state;
const flagged = (flags) => [...flags.keys()].filter((index) => flags[index]);

/** Return whether two sides take part in an engagement: one of them with a party of its own or a person who acts for one. */
const isJoint = (e) => new Set(ENGAGEMENTS.parties[e].flatMap(([, node]) => (node < 0 ? []
  : [NODES.country[node], NODES.country[NODES.acts_for[node]]])).filter((country) => country === 0 || country === 1)).size > 1;
/** Return the engagements that match and belong in the picture: at the level "key", those that join the sides. */
const drawable = () => flagged(filter.matching).filter((e) => reader.level === "all" || isJoint(e));

/** Return the engagements that match, by the parties among these nodes, and the number of lines. */
function stacksAmong(nodes, fewest) {
  const stacks = new Map();
  for (const e of drawable()) {
    const drawn = [...parties.shownParties(e)].filter((node) => nodes.has(node)).sort((a, b) => a - b);
    if (drawn.length < fewest) continue;
    stacks.set(drawn.join(" "), [...(stacks.get(drawn.join(" ")) ?? []), e]);
  }
  const lines = [...stacks.keys()].reduce((total, key) => total + key.split(" ").length, 0);
  return { stacks, lines };
}

/** Return the nodes of everything that matches, those with the highest measure first, the two sides in turn. */
function ranking() {
  const nodes = [...new Set(drawable().flatMap((e) => [...parties.shownParties(e)]))];
  const value = (node) => NODES.measure[reader.measure][node] ?? -1;
  nodes.sort((a, b) => value(b) - value(a) || parties.engagementsOf(b).length - parties.engagementsOf(a).length || a - b);
  const sides = [0, 1].map((side) => nodes.filter((node) => NODES.country[node] === side));
  const turns = nodes.flatMap((_, place) => [sides[0][place], sides[1][place]]).filter((node) => node !== undefined);
  return [...turns, ...nodes.filter((node) => !turns.includes(node))];
}

const random = createRandom(25);
/** Run a check in many random states at one level, without what would set the level aside. */
function inRandomStates(patch, check, count = 60) {
  for (let round = 0; round < count; round += 1) {
    const chosen = randomState(random, { data, state });
    state.change({ ...chosen, text: "", event: null, only: null, neighbourhood: null, path: null, ...patch });
    check();
  }
}

test("the first picture has as many of the largest organisations as its two limits allow", () => {
  const limitedBy = { organisations: 0, lines: 0, nothing: 0 };
  inRandomStates({ level: "key" }, () => {
    const ranked = ranking();
    // An organisation without an engagement with another one is not drawn, and so it does not count.
    const drawn = (each) => new Set([...each.stacks.keys()].flatMap((key) => key.split(" "))).size;
    let expected = stacksAmong(new Set(ranked), 1), limit = "nothing";
    const isFiltered = filter.countRestrictions() && ranked.length <= FILTERED_ORGANISATIONS;
    const mostOrganisations = isFiltered && expected.lines <= KEY_LINES ? FILTERED_ORGANISATIONS : KEY_ORGANISATIONS;
    for (let count = ranked.length; expected.lines > KEY_LINES || drawn(expected) > mostOrganisations; count -= 1) {
      limit = expected.lines > KEY_LINES ? "lines" : "organisations"; // the last one that was exceeded
      expected = stacksAmong(new Set(ranked.slice(0, count)), 2);
    }
    limitedBy[limit] += 1;
    const { stacks, lines, isReduced, leftOut, counts } = level.shown;
    assert.deepEqual(Object.fromEntries(stacks.map((stack) => [stack.parties.join(" "), stack.engagements])),
      Object.fromEntries(expected.stacks));
    assert.equal(lines, expected.lines);
    assert.ok(lines <= KEY_LINES && counts.nodes <= mostOrganisations);
    assert.equal(isReduced, [...expected.stacks.values()].flat().length < drawable().length);
    assert.equal(leftOut, flagged(filter.matching).length - drawable().length);
  }, 160);
  assert.ok(Math.min(...Object.values(limitedBy)) > 2, JSON.stringify(limitedBy));
});

test("the limits are 25 organisations and 150 lines, and 70 organisations that filters leave", () => {
  assert.deepEqual([KEY_ORGANISATIONS, KEY_LINES, FILTERED_ORGANISATIONS], [25, 150, 70]);
  state.change(state.defaultState());
  assert.ok(level.shown.isReduced);
  assert.ok(level.shown.lines > 100, `${level.shown.lines} lines are fewer than there is room for`);
});

test("both sides are in the first picture, however large one of them is", () => {
  const before = [...NODES.measure[state.MEASURES[0]]];
  NODES.country.forEach((country, node) => { NODES.measure[state.MEASURES[0]][node] += country === 1 ? 1000 : 0; });
  state.change(state.defaultState());
  const sides = flagged(level.shown.nodes).map((node) => NODES.country[node]);
  const [left, right] = [0, 1].map((side) => sides.filter((country) => country === side).length);
  assert.ok(Math.abs(left - right) <= 2, `${left} and ${right}`);
  before.forEach((value, node) => { NODES.measure[state.MEASURES[0]][node] = value; });
});

test("with one side or none, the largest come first, whatever their country", () => {
  data.DATA.sides = 0;
  NODES.country.forEach((country, node) => { NODES.measure[state.MEASURES[0]][node] += country === 1 ? 1000 : 0; });
  state.change(state.defaultState());
  assert.ok(flagged(level.shown.nodes).every((node) => NODES.country[node] === 1));
  NODES.country.forEach((country, node) => { NODES.measure[state.MEASURES[0]][node] -= country === 1 ? 1000 : 0; });
  data.DATA.sides = 2;
});

test("an engagement that is drawn is in one stack, and a stack is all between the same parties", () => {
  inRandomStates({}, () => {
    const { stacks, nodes, engagements, counts, matching, listed } = level.shown;
    const keys = stacks.map((stack) => stack.parties.join(" "));
    assert.equal(new Set(keys).size, keys.length);
    const drawn = stacks.flatMap((stack) => stack.engagements);
    assert.deepEqual(drawn.toSorted((a, b) => a - b), flagged(engagements));
    assert.deepEqual([...new Set(stacks.flatMap((stack) => stack.parties))].sort((a, b) => a - b), flagged(nodes));
    for (const stack of stacks) {
      assert.equal(stack.index, stack.engagements[0]);
      for (const e of stack.engagements) {
        assert.deepEqual([...parties.shownParties(e)].filter((node) => nodes[node]).sort((a, b) => a - b), stack.parties);
      }
    }
    assert.deepEqual([counts.nodes, counts.engagements, matching.engagements],
      [filter.sum(nodes), filter.sum(engagements), filter.sum(listed)]);
  }, 40);
});

test("at the level all, everything that matches and has a party is drawn", () => {
  inRandomStates({ level: "all" }, () => {
    const expected = flagged(filter.matching).filter((e) => parties.shownParties(e).length);
    assert.deepEqual(flagged(level.shown.engagements), expected);
  }, 20);
});

test("a neighbourhood is drawn whole, and its centre even if nothing around it matches", () => {
  state.change({ ...state.defaultState(), neighbourhood: { node: 3, hops: 2 } });
  assert.ok(level.shown.counts.nodes > KEY_ORGANISATIONS);
  const voices = Math.max(...ENGAGEMENTS.voices) + 1;
  state.change({ voices });
  assert.deepEqual(flagged(level.shown.nodes), [3]);
});

test("a path is a shortest one, and the first picture has its organisations however small they are", () => {
  state.change(state.defaultState());
  const smallest = ranking().slice(-6);
  for (const [from, to] of [[smallest[0], smallest[5]], [smallest[1], smallest[3]]]) {
    state.change({ ...state.defaultState(), path: [from, to] });
    const { path, nodes, lines } = level.shown;
    assert.deepEqual([path.nodes[0], path.nodes.at(-1)], [from, to]);
    assert.equal(path.nodes.length - 1, graph.distances(from, SIZE.nodes, () => true)[to]);
    path.engagements.forEach((e, step) => {
      assert.ok(parties.shownParties(e).includes(path.nodes[step]) && parties.shownParties(e).includes(path.nodes[step + 1]));
    });
    for (const node of path.nodes) assert.ok(nodes[node], `${NODES.label[node]} is not drawn`);
    assert.ok(lines <= KEY_LINES);
  }
});

/** Return how many steps each node is away by way of some engagements: the circle around a node is widened until it stays. */
function stepsFrom(node, engagements) {
  const steps = new Map([[node, 0]]);
  for (let circle = [node], count = 1; circle.length; count += 1) {
    const near = engagements.filter((e) => parties.shownParties(e).some((each) => circle.includes(each)));
    circle = [...new Set(near.flatMap((e) => [...parties.shownParties(e)]))].filter((each) => !steps.has(each));
    for (const each of circle) steps.set(each, count);
  }
  return steps;
}

test("distances are those of steps from party to party", () => {
  state.change(state.defaultState());
  for (const from of [0, 17, 59]) {
    const steps = stepsFrom(from, [...ENGAGEMENTS.iri.keys()]);
    const distance = [...graph.distances(from, Infinity, () => true)];
    assert.deepEqual(distance, distance.map((_, node) => steps.get(node) ?? -1));
    assert.deepEqual([...graph.distances(from, 1, () => true)], distance.map((count) => (count > 1 ? -1 : count)));
  }
  assert.equal(graph.shortestPath(0, 1, () => false), null);
});

test("a path uses only what the filters leave, and is missing if they leave none", () => {
  const lengths = new Set();
  inRandomStates({}, () => {
    const [from, to] = [random.below(SIZE.nodes), random.below(SIZE.nodes)];
    state.change({ path: [from, to] });
    const { path } = level.shown, steps = stepsFrom(from, flagged(filter.matching)).get(to);
    lengths.add(steps);
    assert.equal(path ? path.nodes.length - 1 : undefined, steps);
    for (const e of path?.engagements ?? []) assert.ok(filter.matching[e], ENGAGEMENTS.iri[e]);
  }, 120);
  assert.ok(lengths.has(undefined) && lengths.size > 3, `only paths of ${[...lengths]} steps`);
});

test("a path leads around persons and offices, unless the reader shows people or there is no other way", () => {
  state.change(state.defaultState());
  const other = (e, nodes) => [...parties.shownParties(e)].every((node) => nodes.includes(node));
  let [around, through] = [0, 0];
  for (let e = 0; e < SIZE.engagements; e += 7) {
    const [a, office] = parties.shownParties(e), allowed = (each) => other(each, [a, office, 5]) || each % 2 === 0;
    const b = [...parties.shownParties((e + 301) % SIZE.engagements)].at(-1);
    if (new Set([a, office, b]).size < 3) continue;
    const before = graph.shortestPath(a, b, allowed);
    parties.isOffice[office] = 1;
    const path = graph.shortestPath(a, b, allowed), isBetween = (each) => each?.nodes.slice(1, -1).includes(office);
    const without = graph.shortestPath(a, b, (each) => allowed(each) && !parties.shownParties(each).includes(office));
    if (without) assert.ok(!isBetween(path));
    assert.equal(Boolean(path), Boolean(before));
    state.change({ people: true });
    assert.deepEqual(graph.shortestPath(a, b, allowed), before);
    state.change({ people: false });
    around += Number(Boolean(isBetween(before) && without));
    // Only what the office takes part in: there is no other way.
    const only = graph.shortestPath(a, b, (each) => parties.shownParties(each).includes(office)
      && !(parties.shownParties(each).includes(a) && parties.shownParties(each).includes(b)));
    through += Number(Boolean(isBetween(only)));
    parties.isOffice[office] = 0;
  }
  assert.ok(around + through > 2 && through > 0, `${around} ${through}`);
});
