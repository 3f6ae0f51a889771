// The places of a small picture: organisations in two arcs, one for each side, and what they do together between them. Every
// organisation has a row of its own, so that its name has room. A third side is below, a fourth above. A large picture has the
// places that the page was made with.

import { DATA } from "../model/data.js";
import { columnOf } from "../model/parties.js";

export const MOST_IN_ARCS = 110; // organisations; with more, the arcs would be too dense
const ROW = 36; // height of a row
const APART = 25; // distance between two stacks
const SWEEPS = 16;
export const OTHER = 4; // the number of the place below, for what is on no side
const [PER_ROW, BAND_ROW, HEADING] = [4, 48, 34]; // below and above: organisations in a row, its height, that of a heading

/** Return the arc of each organisation: 0 left, 1 right, 2 below, 3 above. Without sides, partners go to opposite arcs. */
function chooseArcs(nodes, stacks) {
  const arcs = new Map();
  if (DATA.sides) {
    for (const { key, country } of nodes) {
      const column = columnOf(country);
      arcs.set(key, column < 0 ? OTHER : column);
    }
    return arcs;
  }
  const counts = [0, 0];
  for (const { key } of [...nodes].sort((a, b) => b.weight - a.weight || a.index - b.index)) {
    const partners = [0, 0];
    for (const { partyKeys } of stacks) {
      if (partyKeys.includes(key)) for (const other of partyKeys) if (arcs.has(other)) partners[arcs.get(other)] += 1;
    }
    const free = [0, 1].filter((arc) => counts[arc] < Math.ceil(nodes.length / 2));
    const best = free.length < 2 ? free[0]
      : partners[0] === partners[1] ? Number(counts[0] > counts[1]) : Number(partners[0] > partners[1]);
    arcs.set(key, best);
    counts[best] += 1;
  }
  return arcs;
}

/** Order the rows of the arcs so that partners are at about the same height. */
function orderRows(arcs, nodes, stacks) {
  const rows = [0, 1, 2, 3, OTHER].map((arc) => nodes.filter(({ key }) => arcs.get(key) === arc));
  const heights = new Map();
  const assign = (row) => row.forEach((node, place) => heights.set(node.key, (place + 0.5) / row.length));
  rows.forEach(assign);
  const stacksOf = new Map(nodes.map(({ key }) => [key, stacks.filter(({ partyKeys }) => partyKeys.includes(key))]));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const row = rows[sweep % 2];
    const pull = new Map(row.map((node) => {
      const others = stacksOf.get(node.key).flatMap(({ partyKeys }) => partyKeys.filter((key) => key !== node.key));
      const sum = others.reduce((total, key) => total + heights.get(key), heights.get(node.key));
      return [node.key, sum / (others.length + 1)];
    }));
    row.sort((a, b) => pull.get(a.key) - pull.get(b.key) || a.index - b.index);
    assign(row);
  }
  return rows;
}

/** Move stacks apart until none overlap, within the arcs. */
function separate(stacks, halfWidth) {
  for (let round = 0; round < 80; round += 1) {
    let moved = false;
    for (let i = 0; i < stacks.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const a = stacks[i], b = stacks[j];
        const dx = a.x - b.x || 0.01 * (i - j), dy = a.y - b.y || 0.01;
        if (dx * dx + dy * dy >= APART * APART) continue;
        moved = true;
        const distance = Math.hypot(dx, dy);
        const step = (0.5 * (APART - distance) + 0.05) / distance;
        a.x += dx * step; a.y += dy * step;
        b.x -= dx * step; b.y -= dy * step;
      }
    }
    for (const stack of stacks) stack.x = Math.min(Math.max(stack.x, -halfWidth), halfWidth);
    if (!moved) return;
  }
}

/** Place organisations below or above the arcs, from a height downwards. */
function placeBand(row, top, width) {
  row.forEach((node, place) => {
    const inRow = Math.min(PER_ROW, row.length - Math.floor(place / PER_ROW) * PER_ROW);
    Object.assign(node, { labelSide: 0, x: (((place % PER_ROW) + 0.5) / inRow - 0.5) * width * 0.8,
      y: top + Math.floor(place / PER_ROW) * BAND_ROW });
  });
}

/**
 * Place organisations and stacks, and return the number of rows. Each organisation gets `labelSide`, the side on which its name
 * stands: -1, 1, or 0 below.
 */
export function placeInArcs(nodes, stacks) {
  const arcs = chooseArcs(nodes, stacks);
  const rows = orderRows(arcs, nodes, stacks);
  const most = Math.max(rows[0].length, rows[1].length, 6);
  const height = most * ROW, width = Math.max(height * 0.95, 400);
  for (const arc of [0, 1]) {
    rows[arc].forEach((node, place) => {
      const u = (2 * (place + 0.5)) / rows[arc].length - 1;
      const spread = rows[arc].length / most;
      const side = arc ? 1 : -1;
      Object.assign(node, { x: side * (width / 2) * (0.86 + 0.14 * Math.sqrt(1 - u * u)),
        y: (u * height * Math.max(spread, Math.min(1, 0.5 + 0.5 * spread))) / 2, labelSide: side });
    });
  }
  const bandHeight = (row) => (row.length ? HEADING + Math.ceil(row.length / PER_ROW) * BAND_ROW : 0);
  placeBand(rows[2], height / 2 + 30 + HEADING, width);
  placeBand(rows[3], HEADING - height / 2 - bandHeight(rows[3]), width);
  placeBand(rows[OTHER], height / 2 + 30 + HEADING + bandHeight(rows[2]), width);
  const hasBands = rows[2].length + rows[3].length + rows[OTHER].length > 0;
  for (const node of nodes) node.arc = arcs.get(node.key);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const degree = new Map(nodes.map(({ key }) => [key, stacks.filter(({ partyKeys }) => partyKeys.includes(key)).length]));
  for (const stack of stacks) {
    const parties = stack.partyKeys.map((key) => byKey.get(key)).filter(Boolean);
    // Near the party with fewer stacks, so that the lines of a large organisation fan out.
    const weights = parties.map(({ key }) => 1 / (degree.get(key) + 1.5));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (axis) => parties.reduce((sum, party, place) => sum + party[axis] * weights[place], 0) / total;
    stack.x = Math.min(Math.max(mean("x"), -width * 0.34), width * 0.34);
    stack.y = hasBands ? Math.min(Math.max(mean("y"), -height / 2), height / 2) : mean("y"); // clear of the marks of a band
  }
  separate(stacks, width * 0.38);
  return most + Math.round([2, 3, OTHER].reduce((total, arc) => total + bandHeight(rows[arc]), 0) / ROW);
}
