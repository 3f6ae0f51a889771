// What the map draws of everything that matches: the largest organisations with the engagements among them, or all of it.
// With more organisations than fit, all of it is drawn as groups, which the reader opens.
// Engagements between the same parties are one stack on the map, so that a pair with twenty deals is no tangle of lines.

import { DATA, NODES, SIZE } from "./data.js";
import { applyFilters, countRestrictions, matching, sum } from "./filter.js";
import { shortestPath } from "./graph.js";
import { groupNodes } from "./groups.js";
import { columnOf, engagementsOf, joinsSides, shownParties } from "./parties.js";
import { onChange, state } from "./state.js";

export const KEY_ORGANISATIONS = 25; // organisations at the level "key"
export const KEY_LINES = 150; // lines at that level
export const FILTERED_ORGANISATIONS = 70; // organisations at that level, if filters leave no more
export const MOST_ORGANISATIONS = 300; // of a picture; with more, they are grouped
export const GROUP_LINES = 100; // lines of a picture of groups
export const MAX_LINES = 3000; // lines of any picture; with more, organisations are grouped

/** What is shown; see `updateShown`. @type {Shown} */
export let shown = {
  nodes: new Uint8Array(SIZE.nodes), engagements: new Uint8Array(SIZE.engagements), listed: new Uint8Array(SIZE.engagements),
  stacks: [], groups: [], lines: 0, path: null, leftOut: 0, nameless: 0, isReduced: false,
  counts: { nodes: 0, engagements: 0 }, matching: { nodes: 0, engagements: 0 },
};

/** Return the matching nodes, the largest first. The sides take turns, so that none fills the picture alone. */
function rankNodes(candidates) {
  const values = NODES.measure[state.measure] || [];
  const larger = (a, b) => (values[b] ?? -1) - (values[a] ?? -1)
    || engagementsOf(b).length - engagementsOf(a).length || a - b;
  const sorted = [...candidates].sort(larger);
  if (!DATA.sides) return sorted;
  const isOpposite = (node) => DATA.sides === 1 && NODES.country[node] !== 0; // of another country, or of none that is known
  const placed = sorted.map((node) => [node, isOpposite(node) ? 1 : columnOf(NODES.country[node])]);
  const sides = Array.from({ length: Math.max(DATA.sides, 2) }, (_, side) => placed.filter(([, column]) => column === side)
    .map(([node]) => node));
  const ranking = [];
  for (let place = 0; place < Math.max(...sides.map(({ length }) => length)); place += 1) {
    for (const side of sides) if (place < side.length) ranking.push(side[place]);
  }
  return [...ranking, ...placed.filter(([, column]) => column < 0).map(([node]) => node)];
}

/**
 * Group engagements by what is drawn of their parties: one stack for each set of units. An engagement needs `fewest` of them.
 * `units` gives what stands for a node: the node, a group, or null.
 * Return null as soon as there are more organisations or lines than allowed.
 */
function buildStacks(units, fewest, mostNodes, mostLines, isLeftOut) {
  const stacks = new Map(), nodes = new Set();
  let lines = 0;
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!matching[engagement] || isLeftOut(engagement)) continue;
    const all = shownParties(engagement);
    const parties = /** @type {number[]} */ ([]);
    for (const node of all) {
      const unit = units(node);
      if (unit !== null && !parties.includes(unit)) parties.push(unit);
    }
    if (!parties.length || parties.length < fewest) continue;
    const key = parties.sort((a, b) => a - b).join(" ");
    const stack = stacks.get(key);
    if (stack) stack.engagements.push(engagement);
    else {
      for (const node of parties) nodes.add(node);
      if ((lines += parties.length) > mostLines || nodes.size > mostNodes) return null;
      stacks.set(key, { index: engagement, parties, engagements: [engagement] });
    }
  }
  return [...stacks.values()];
}

const countLines = (stacks) => stacks.reduce((lines, { parties }) => lines + parties.length, 0);

/**
 * Return the stacks among the largest organisations: as many of these as the two limits allow. An organisation without an
 * engagement with another of them is not drawn and does not count.
 */
function reduce(nodes, mostNodes, mostLines, required, isLeftOut) {
  const ranking = [...new Set([...required, ...rankNodes(nodes)])];
  const draw = (count) => {
    const isDrawn = new Uint8Array(SIZE.nodes);
    for (const node of ranking.slice(0, count)) isDrawn[node] = 1;
    return buildStacks((node) => (isDrawn[node] ? node : null), 2, mostNodes, mostLines, isLeftOut);
  };
  let [low, high] = [Math.min(required.length, ranking.length), ranking.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (draw(middle)) low = middle; else high = middle - 1;
  }
  return draw(low) || [];
}

/**
 * Return the stacks of a picture of groups: those with the most engagements, as many as may be drawn, and for each mark at least
 * its largest.
 */
function largestStacks(stacks) {
  const ranked = [...stacks].sort((a, b) => b.engagements.length - a.engagements.length || a.index - b.index);
  const covered = new Set();
  let lines = 0;
  return ranked.filter(({ parties }) => {
    const isKept = lines + parties.length <= GROUP_LINES || parties.some((unit) => !covered.has(unit));
    if (!isKept) return false;
    lines += parties.length;
    for (const unit of parties) covered.add(unit);
    return true;
  });
}

const isLarge = [...Array(SIZE.nodes).keys()].filter((node) => engagementsOf(node).length).length > KEY_ORGANISATIONS;

/**
 * Compute what is shown: `listed` flags the engagements that match every filter, `engagements` and `nodes` those that the map
 * draws, `stacks` are its marks between organisations ({index: the first engagement, parties, engagements}).
 */
export function updateShown() {
  applyFilters();
  const path = state.path && shortestPath(...state.path, (engagement) => matching[engagement]);
  const isKey = state.level === "key" && !state.neighbourhood && !state.only && state.event === null;
  // Of a large graph, the first picture is about what joins the sides. The reader asks for the rest with "Show all".
  const isLeftOut = (engagement) => isKey && isLarge && DATA.sides > 1 && !path && !joinsSides[engagement];
  const everyNode = new Uint8Array(SIZE.nodes), listedNodes = new Uint8Array(SIZE.nodes);
  let leftOut = 0, nameless = 0;
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!matching[engagement]) continue;
    const nodes = shownParties(engagement);
    if (!nodes.length) nameless += 1;
    else if (isLeftOut(engagement)) leftOut += 1;
    for (const node of nodes) { listedNodes[node] = 1; if (!isLeftOut(engagement)) everyNode[node] = 1; }
  }
  const candidates = [...everyNode.keys()].filter((node) => everyNode[node]);
  const required = [...(path ? path.nodes : []), ...(state.neighbourhood ? [state.neighbourhood.node] : [])];
  const [mostNodes, mostLines] = isKey ? [KEY_ORGANISATIONS, KEY_LINES] : [Infinity, MAX_LINES];
  const mostWhole = isKey && countRestrictions() ? FILTERED_ORGANISATIONS : isKey ? mostNodes : MOST_ORGANISATIONS;
  const whole = candidates.length <= mostWhole && buildStacks((node) => node, 1, mostWhole, mostLines, isLeftOut);
  const isGrouped = !whole && !isKey && !path;
  const { units, groups } = isGrouped ? groupNodes(rankNodes(candidates), required) : { units: new Map(), groups: [] };
  const grouped = isGrouped && buildStacks((node) => units.get(node) ?? null, 1, Infinity, Infinity, isLeftOut);
  const stacks = whole || (grouped && largestStacks(grouped)) || reduce(candidates, mostNodes, mostLines, required, isLeftOut);
  const nodes = new Uint8Array(SIZE.nodes), engagements = new Uint8Array(SIZE.engagements);
  for (const stack of stacks) {
    for (const unit of stack.parties) if (unit >= 0) nodes[unit] = 1;
    for (const engagement of stack.engagements) engagements[engagement] = 1;
  }
  if (state.neighbourhood) nodes[state.neighbourhood.node] = 1;
  shown = {
    nodes, engagements, listed: matching, stacks, groups, path, leftOut, nameless, lines: countLines(stacks),
    isReduced: !whole && !isGrouped && sum(engagements) + leftOut < sum(matching),
    counts: {
      nodes: sum(nodes) + groups.reduce((total, { members }) => total + members.length, 0),
      engagements: sum(engagements),
    },
    matching: { nodes: sum(listedNodes), engagements: sum(matching) },
  };
}

const SHOWN_BY = new Set(["measure", "chosen", "voices", "people", "unnamed", "asOf", "period", "event", "only", "either", "not",
  "text", "neighbourhood", "path", "level", "open"]);
// The first listener of all: the others find "shown" among the changed fields if what is shown has changed.
onChange((changed) => {
  if (![...changed].some((name) => SHOWN_BY.has(name))) return;
  updateShown();
  changed.add("shown");
});
