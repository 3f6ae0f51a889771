// The scene that the map draws, computed from `shown`. Its items are organisations and stacks of engagements, and its lines
// connect each stack to its parties. marks.js draws the scene.

import { DATA, ENGAGEMENTS, NODES, SIZE, statusSetOn } from "../model/data.js";
import { shown } from "../model/level.js";
import { state } from "../model/state.js";
import { countrySide, kindShape, lineWidth, setStrength, typeTone } from "../text/shapes.js";
import { MOST_IN_ARCS, placeInArcs } from "./layout.js";

/** @type {Scene} */
export const scene = {
  items: [], lines: [], byKey: new Map(), linesOf: new Map(), stackOf: new Map(), sides: false, arcs: false, rows: 0,
  stretch: [1, 1],
};

export const itemKey = (kind, index) => `${kind} ${index}`;

/** Return the item that shows an organisation, a stack or an engagement, which is drawn as part of its stack. */
export const findItem = (kind, index) => (kind === "engagement" ? scene.stackOf.get(index)
  : scene.byKey.get(itemKey(kind, index)));

/** Return the lines of an item. */
export const linesOf = ({ key }) => /** @type {Line[]} */ (scene.linesOf.get(key));

function addItem(item) {
  Object.assign(item, { key: itemKey(item.kind, item.index), order: scene.items.length });
  scene.items.push(item);
  scene.byKey.set(item.key, item);
  scene.linesOf.set(item.key, []);
  return item;
}

/** Return the set of the statuses of a stack: the most advanced one of its engagements, and how many are in each set. */
function progressOf(engagements) {
  const counts = new Map();
  for (const engagement of engagements) {
    const set = statusSetOn(engagement, state.asOf);
    counts.set(set, (counts.get(set) || 0) + 1);
  }
  const sets = [...counts].sort((a, b) => setStrength(b[0]) - setStrength(a[0]) || a[0] - b[0]);
  return { sets, strength: setStrength(sets[0][0]) };
}

function commonest(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function addNodes() {
  const values = NODES.measure[state.measure] || [], valueOf = (node) => values[node] ?? 0;
  let highest = 0;
  for (let node = 0; node < SIZE.nodes; node += 1) { // among groups, a small organisation that stands alone is small
    if (shown.nodes[node] || shown.groups.length) highest = Math.max(highest, valueOf(node));
  }
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (!shown.nodes[node]) continue;
    // The area of a mark is proportional to the chosen measure.
    const share = highest > 0 && valueOf(node) > 0 ? Math.sqrt(valueOf(node) / highest) : 0;
    const shape = kindShape(NODES.kind[node]);
    addItem({ kind: "node", index: node, x: NODES.x[node], y: NODES.y[node], size: 4.6 + 10.4 * share, weight: 1 + share, shape,
      country: NODES.country[node], side: shape === "blank" ? "blank" : countrySide(NODES.country[node]) });
  }
}

/** The area of the mark of a group is proportional to the number of its members. */
function addGroups() {
  const most = Math.max(...shown.groups.map(({ members }) => members.length), 1);
  shown.groups.forEach(({ members }, index) => {
    const share = Math.sqrt(members.length / most), country = NODES.country[members[0]];
    addItem({ kind: "group", index, x: 0, y: 0, size: 9 + 7 * share, weight: 1 + share, shape: "circle", country, members,
      side: countrySide(country) });
  });
}

const unitKey = (unit) => (unit < 0 ? itemKey("group", -1 - unit) : itemKey("node", unit));

function addStacks() {
  for (const { index, parties, engagements } of shown.stacks) {
    const progress = progressOf(engagements);
    const type = commonest(engagements.map((engagement) => ENGAGEMENTS.type[engagement]));
    const stack = addItem({ kind: "stack", index, engagements, type, ...progress,
      x: ENGAGEMENTS.x[index], y: ENGAGEMENTS.y[index],
      size: 5.6 + Math.min(1.1 * Math.sqrt(engagements.length - 1), 5), weight: 0.3 + Math.min(engagements.length, 20) / 40,
      shape: "card", side: "card", colour: `tone-${typeTone(type)}`,
      partyKeys: parties.map(unitKey) });
    for (const engagement of engagements) scene.stackOf.set(engagement, stack);
    const width = 0.5 * lineWidth(Math.max(...engagements.map((engagement) => ENGAGEMENTS.voices[engagement])));
    for (const node of parties) {
      const from = /** @type {Item} */ (scene.byKey.get(unitKey(node)));
      const line = { stack, node, from, to: stack, colour: stack.colour, width, strength: progress.strength };
      scene.lines.push(line);
      linesOf(line.from).push(line);
      linesOf(stack).push(line);
    }
  }
}

/** Rebuild the scene. This is needed whenever `shown`, the measure or the pins change. */
export function buildScene() {
  Object.assign(scene, { items: [], lines: [], byKey: new Map(), linesOf: new Map(), stackOf: new Map() });
  addNodes();
  addGroups();
  const nodes = [...scene.items];
  addStacks();
  scene.arcs = nodes.length <= MOST_IN_ARCS || shown.groups.length > 0;
  scene.rows = scene.arcs ? placeInArcs(nodes, scene.items.slice(nodes.length)) : 0;
  for (const item of scene.items) {
    item.place = [item.x, item.y];
    item.origin = state.pins.get(item.key) || item.place;
  }
  // The places of a large picture know two sides, and no opposite of one.
  const columns = new Set(nodes.map(({ arc, side }) => (scene.arcs ? arc : side)));
  scene.sides = DATA.sides > 0 && columns.size > 1 && (scene.arcs || (columns.has(0) && columns.has(1)));
}

// ---- Highlighting -------------------------------------------------------------------------------------------------

export const FADED = 0.22; // the opacity of marks and lines behind what is highlighted

/** Return the items and lines to highlight around an item. @returns {Around} */
function highlightAround(item) {
  const items = new Set([item]), lines = new Set(), secondary = new Set();
  const add = (line) => { lines.add(line); items.add(line.from); items.add(line.to); };
  const ownLines = linesOf(item);
  ownLines.forEach(add);
  // Highlight an organisation with its stacks and, more faintly, with the other parties of these.
  if (item.kind !== "stack") {
    for (const line of ownLines) for (const other of linesOf(line.to)) if (!lines.has(other)) secondary.add(other);
    secondary.forEach(add);
  }
  return { items, lines, secondary };
}

/** Return the items and lines of the path, or null if no path is shown. @returns {Around | null} */
export function highlightPath() {
  const { path } = shown;
  if (!path) return null;
  const nodes = new Set(path.nodes.map((node) => findItem("node", node))), stacks = new Set(path.engagements.map((engagement) =>
    findItem("engagement", engagement)));
  const lines = new Set(scene.lines.filter((line) => stacks.has(line.to) && nodes.has(line.from)));
  return { items: new Set([...nodes, ...stacks].filter((item) => item !== undefined)), lines };
}

/**
 * Return what is in front of the rest, which fades: what the reader has selected or else points at, with its lines, and the path.
 * An engagement is drawn as part of its stack.
 * @returns {Front}
 */
export function findFront(/** @type {Selected & { isDragged: boolean } | null} */ pointedAt) {
  const [selected, hovered] = [state.selection, pointedAt].map((thing) => (thing && findItem(thing.kind, thing.index)) || null);
  const around = pointedAt?.isDragged ? hovered : selected || hovered;
  const highlight = around && highlightAround(around), path = highlightPath();
  const items = new Set([selected, hovered, ...highlight?.items || [], ...path?.items || []].filter((item) => item !== null));
  return { selected, hovered, highlight, path, items, lines: new Set([...highlight?.lines || [], ...path?.lines || []]),
    fades: Boolean(highlight || path) };
}

/** Return how much an item matters: 3 selected, 2 under the pointer, 1 highlighted. */
export const frontRank = ({ selected, hovered, highlight }, item) => (item === selected ? 3 : item === hovered ? 2
  : highlight?.items.has(item) ? 1 : 0);
