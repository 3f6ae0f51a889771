"use strict";
// The scene that the map draws, computed from `shown`. Its items are nodes, engagements and collapsed communities, and its
// lines connect them. marks.js draws the scene.

const scene = { items: [], lines: [], byKey: new Map(), linesOf: new Map(), sides: false, stretch: [1, 1], spacing: Infinity };

const MAX_SPREAD_NODES = 400; // nodes that are spread out over the frame; more keep their positions

const itemKey = (kind, index) => `${kind} ${index}`;
const findItem = (kind, index) => scene.byKey.get(itemKey(kind, index));

/** Return the number of the colour of a type of engagement. The most common types have their own colours. */
const typeTone = (() => {
  let tones = null;
  return (type) => {
    if (!tones) {
      const counts = new Array(TERMS.type.length).fill(0);
      for (const engagementType of ENGAGEMENTS.type) if (engagementType >= 0) counts[engagementType] += 1;
      const ranking = counts.map((_, index) => index).sort((a, b) => counts[b] - counts[a] || a - b);
      tones = counts.map((_, index) => (ranking.indexOf(index) < TONES ? ranking.indexOf(index) + 1 : 0));
    }
    return tones[type] ?? 0;
  };
})();

/** Return the relative size of a node, from 0 to 1. The area of its mark is proportional to the chosen measure. */
function relativeSize(node, highest) {
  const value = (NODES.measure[state.measure] || [])[node];
  return highest > 0 && value > 0 ? Math.sqrt(value / highest) : 0;
}

function addItem(item) {
  item.key = itemKey(item.kind, item.index);
  item.order = scene.items.length;
  item.origin = [item.x, item.y];
  scene.items.push(item);
  scene.byKey.set(item.key, item);
  scene.linesOf.set(item.key, []);
  return item;
}

function addLine(line) {
  if (!line.from || !line.to) return;
  line.order = scene.lines.length;
  scene.lines.push(line);
  scene.linesOf.get(line.from.key).push(line);
  if (line.to !== line.from) scene.linesOf.get(line.to.key).push(line);
}

/** Rebuild the scene. This is needed whenever `shown` or the measure changes. */
function buildScene() {
  Object.assign(scene, { items: [], lines: [], byKey: new Map(), linesOf: new Map(), spacing: Infinity });
  const partners = state.view === "partners";
  const [xs, ys] = partners ? [NODES.x, NODES.y] : [NODES.ex, NODES.ey];
  const values = NODES.measure[state.measure] || [];
  let highest = 0;
  for (let node = 0; node < SIZE.nodes; node += 1) if (shown.nodes[node] && values[node] > highest) highest = values[node];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (!shown.nodes[node]) continue;
    const share = relativeSize(node, highest);
    const shape = kindShape(NODES.kind[node]);
    addItem({ kind: "node", index: node, x: xs[node], y: ys[node], size: 4.6 + 10.4 * share, weight: 1 + share, shape,
      side: shape === "blank" ? "blank" : countrySide(NODES.country[node]) });
  }
  if (shown.collapsed.length) placeCommunities();
  else if (shown.truncated && partners && scene.items.length <= MAX_SPREAD_NODES) spreadNodes();
  if (partners) addTies();
  else addEngagements();
  addCommunityLines();
  separateParallelLines();
  const sides = new Set(scene.items.map((item) => item.side));
  scene.sides = TERMS.country.length > 1 && !shown.collapsed.length && sides.has(0) && sides.has(1);
}

function addTies() {
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!shown.ties[tie]) continue;
    const relation = TERMS.relation[TIES.relation[tie]];
    addLine({ kind: "tie", index: tie, from: findItem("node", TIES.from[tie]), to: findItem("node", TIES.to[tie]),
      colour: `tone-${relationTone(TIES.relation[tie])}`, width: 0.7 * lineWidth(TIES.voices[tie]), arrow: !relation.symmetric,
      dashes: setDashes(TIES.engagement[tie] < 0 ? -1 : statusSetOn(TIES.engagement[tie], state.asOf)) });
  }
}

function addEngagements() {
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!shown.engagements[engagement]) continue;
    const card = addItem({ kind: "engagement", index: engagement, x: ENGAGEMENTS.x[engagement],
      y: ENGAGEMENTS.y[engagement], size: 5.8, shape: "card", side: "card",
      weight: 0.3 + Math.min(ENGAGEMENTS.parties[engagement].length, 12) / 40, colour: `tone-${typeTone(ENGAGEMENTS.type[engagement])}` });
    const dashes = setDashes(statusSetOn(engagement, state.asOf));
    const width = 0.55 * lineWidth(ENGAGEMENTS.voices[engagement]);
    const added = new Set();
    for (const [, node] of ENGAGEMENTS.parties[engagement]) {
      const party = node < 0 || added.has(node) ? null : findItem("node", node);
      added.add(node);
      if (party) addLine({ kind: "party", index: engagement, node, from: party, to: card,
        colour: `side-${party.side === "blank" ? 3 : party.side}`, width, dashes });
    }
  }
}

function addCommunityLines() {
  const findEnd = ({ community, node }) => (community === undefined ? findItem("node", node) : findItem("community", community));
  const highest = shown.communityLines.reduce((maximum, { count }) => Math.max(maximum, count), 1);
  for (const { from, to, count } of shown.communityLines) {
    const share = Math.sqrt(count / highest);
    addLine({ kind: "communities", count, from: findEnd(from), to: findEnd(to), colour: "soft", width: 0.9 + 6 * share,
      opacityFactor: 0.3 + 0.9 * share, dashes: [] });
  }
}

/** Separate parallel lines. The unit of `offset` is the distance between two lines. */
function separateParallelLines() {
  const linesByEnds = new Map();
  for (const line of scene.lines) {
    const [a, b] = line.from.order < line.to.order ? [line.from, line.to] : [line.to, line.from];
    const key = a.order * 1e6 + b.order;
    if (!linesByEnds.has(key)) linesByEnds.set(key, []);
    linesByEnds.get(key).push(line);
  }
  for (const parallel of linesByEnds.values()) {
    parallel.forEach((line, position) => {
      line.offset = (position - (parallel.length - 1) / 2) * (line.from.order < line.to.order ? 1 : -1);
      line.parallelCount = parallel.length;
    });
  }
}

/**
 * Place each collapsed community at the centre of its members. If most communities are collapsed, their centres crowd in
 * the middle of the map. They are then spread out, and the members of an expanded community gather at its position.
 */
function placeCommunities() {
  const collapsedCommunities = new Map(shown.collapsed.map((community) => [community.index, community]));
  const isCommunityMap = collapsedCommunities.size * 2 > COMMUNITIES;
  const nodes = scene.items.filter((item) => item.kind === "node" && NODES.community[item.index] >= 0);
  const communities = new Set([...collapsedCommunities.keys(),
    ...(isCommunityMap ? nodes.map((item) => NODES.community[item.index]) : [])]);
  const circles = [...communities].sort((a, b) => a - b)
    .map((community) => ({ index: community, ...communityCentre(community), collapsed: collapsedCommunities.get(community),
    members: collapsedCommunities.has(community) ? collapsedCommunities.get(community).members : membersOf(community).length }));
  const [left, right, top, bottom] = communityExtent();
  const [width, height] = [right - left, bottom - top];
  if (isCommunityMap && circles.length > 2) {
    spreadAlongAxis(circles, "x", left, width);
    spreadAlongAxis(circles, "y", top, height);
  }
  // All communities together cover about a sixth of the map.
  const radiusUnit = Math.sqrt((0.16 * width * height) / (Math.PI * circles.reduce((sum, { members }) => sum + members + 3, 0)));
  for (const circle of circles) circle.r = radiusUnit * Math.sqrt(circle.members + 3) * (circle.collapsed ? 1 : 2.3);
  separateCircles(circles);
  if (isCommunityMap) gatherMembers(nodes, new Map(circles.map((circle) => [circle.index, circle])));
  const highest = circles.reduce((maximum, { members }) => Math.max(maximum, members), 1);
  for (const { index: community, x, y, r, members, collapsed } of circles) {
    if (collapsed) addItem({ kind: "community", index: community, x, y, mapRadius: r, size: 14, shape: "circle",
      side: "community", weight: 3 + members / highest,
      members, innerTies: collapsed.innerTies, shares: sideShares(community) });
  }
}

/** Return the bounding box of all nodes that have a community. */
function communityExtent() {
  const [xs, ys] = state.view === "partners" ? [NODES.x, NODES.y] : [NODES.ex, NODES.ey];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (NODES.community[node] < 0) continue;
    left = Math.min(left, xs[node]);
    right = Math.max(right, xs[node]);
    top = Math.min(top, ys[node]);
    bottom = Math.max(bottom, ys[node]);
  }
  return [left, Math.max(right, left + 1), top, Math.max(bottom, top + 1)];
}

/** Spread positions evenly along an axis. The new position depends half on the old one and half on the rank. */
function spreadAlongAxis(entries, axis, start, length) {
  const sorted = [...entries].sort((a, b) => a[axis] - b[axis] || a.index - b.index);
  const [first, last] = [sorted[0][axis], sorted[sorted.length - 1][axis]];
  sorted.forEach((entry, rank) => {
    const fraction = last > first ? (entry[axis] - first) / (last - first) : 0.5;
    entry[axis] = start + length * (0.5 * fraction + 0.5 * (rank + 0.5) / sorted.length);
  });
}

/** Push circles apart until none overlap. */
function separateCircles(circles) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let i = 0; i < circles.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const [a, b] = [circles[i], circles[j]];
        const [dx, dy] = [a.x - b.x, a.y - b.y || 0.01 * (i - j)];
        const distance = Math.hypot(dx, dy);
        const overlap = 1.45 * (a.r + b.r) - distance;
        if (overlap <= 0) continue;
        moved = true;
        const step = (0.5 * overlap + 0.1) / distance;
        a.x += dx * step; a.y += dy * step;
        b.x -= dx * step; b.y -= dy * step;
      }
    }
    if (!moved) return;
  }
}

/** Spread out the nodes of a large graph, which crowd where the graph is dense. Each side keeps its half of the map. */
function spreadNodes() {
  const entries = scene.items.map((item) =>
    ({ item, index: item.order, x: item.x, y: item.y, half: item.side === 0 ? 0 : item.side === 1 ? 2 : 1 }));
  const cellSize = 100; // side of the square that each node gets
  const height = cellSize * Math.sqrt(entries.length / 1.6);
  const groups = [0, 1, 2].map((half) => entries.filter((entry) => entry.half === half));
  const widths = groups.map((group) => (group.length * cellSize * cellSize) / height);
  let left = -widths[0] - widths[1] / 2;
  groups.forEach((group, half) => {
    if (group.length) {
      spreadAlongAxis(group, "x", left, widths[half]);
      spreadAlongAxis(group, "y", -height / 2, height);
    }
    left += widths[half];
  });
  for (const entry of entries) entry.r = 0.3 * cellSize;
  separateCircles(entries);
  for (const { item, x, y, half, r } of entries) {
    item.x = half === 0 ? Math.min(x, -r) : half === 2 ? Math.max(x, r) : x;
    item.origin = [item.x, item.y = y];
  }
}

/** Gather the members of each expanded community. Members that are drawn beside a collapsed one are placed around it. */
function gatherMembers(nodes, circles) {
  const groups = new Map([...circles.keys()].map((community) => [community, []]));
  for (const item of nodes) groups.get(NODES.community[item.index]).push({ item, index: item.order, x: item.x, y: item.y });
  for (const [community, members] of groups) {
    const circle = circles.get(community);
    if (!members.length) continue;
    for (const axis of ["x", "y"]) spreadAlongAxis(members, axis, -1, 2);
    for (const { item, x, y } of members) {
      // Map the evenly filled square to a disc.
      const distance = Math.hypot(x, y) || 1;
      const factor = (circle.collapsed ? 1.3 / distance : Math.max(Math.abs(x), Math.abs(y)) / distance) * circle.r;
      [item.x, item.y] = item.origin = [circle.x + x * factor, circle.y + y * factor];
    }
    if (!circle.collapsed) scene.spacing = Math.min(scene.spacing, circle.r * Math.sqrt(Math.PI / members.length));
  }
}

/** Return the shares of the members of a community that belong to the first and to the second side. */
function sideShares(community) {
  const members = membersOf(community);
  const counts = [0, 0];
  for (const node of members) if (countrySide(NODES.country[node]) < 2) counts[countrySide(NODES.country[node])] += 1;
  return counts.map((count) => count / members.length);
}

// ---- Highlighting -------------------------------------------------------------------------------------------------

/** Return the items and lines to highlight for an item or tie, or null if it is not shown. */
function highlightAround(kind, index) {
  const items = new Set(), lines = new Set(), secondary = new Set();
  const add = (line) => { lines.add(line); items.add(line.from); items.add(line.to); };
  if (kind === "tie") scene.lines.filter((line) => line.kind === "tie" && line.index === index).forEach(add);
  else if (kind === "engagement" && state.view === "partners") {
    scene.lines.filter((line) => line.kind === "tie" && TIES.engagement[line.index] === index).forEach(add);
  } else {
    const item = findItem(kind, index);
    if (!item) return null;
    items.add(item);
    const ownLines = scene.linesOf.get(item.key);
    ownLines.forEach(add);
    // Highlight an organisation with its engagements and, more faintly, with the other parties of these.
    if (state.view === "engagements" && kind === "node") {
      for (const line of ownLines) if (line.kind === "party")
        scene.linesOf.get(line.to.key).forEach((other) => { if (!lines.has(other)) secondary.add(other); });
      secondary.forEach(add);
    }
  }
  return items.size ? { items, lines, secondary } : null;
}

/** Return the items and lines of the path, or null if no path is shown. */
function highlightPath() {
  const { path } = shown;
  if (!path) return null;
  const nodes = new Set(path.nodes), ties = new Set(path.ties), engagements = new Set(path.engagements);
  const lines = new Set(scene.lines.filter((line) => (line.kind === "tie" ? ties.has(line.index)
    : line.kind === "party" && engagements.has(line.index) && nodes.has(line.node))));
  const items = new Set(scene.items.filter((item) => (item.kind === "node" ? nodes.has(item.index)
    : item.kind === "engagement" && engagements.has(item.index))));
  return { items, lines };
}
