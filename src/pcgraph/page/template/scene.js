"use strict";
// What the map draws, computed from `shown`: items (marks, cards, bubbles) and the lines between them. marks.js draws it.

const scene = { items: [], lines: [], byKey: new Map(), linesOf: new Map(), sides: false, stretch: [1, 1], spacing: Infinity };

const MOST_SPREAD = 400; // largest number of marks that are spread out over the frame

const keyOf = (kind, at) => `${kind} ${at}`;
const itemOf = (kind, at) => scene.byKey.get(keyOf(kind, at));

/** Colour number of a type of engagement: the most common types come first, as with relations. */
const toneOfType = (() => {
  let tones = null;
  return (type) => {
    if (!tones) {
      const sums = new Array(W.type.length).fill(0);
      for (const at of E.type) if (at >= 0) sums[at] += 1;
      const order = sums.map((_, place) => place).sort((a, b) => sums[b] - sums[a] || a - b);
      tones = sums.map((_, place) => (order.indexOf(place) < TONES ? order.indexOf(place) + 1 : 0));
    }
    return tones[type] ?? 0;
  };
})();

/** Relative size of a node, 0 to 1, by the chosen measure; the area of the mark is proportional to the value. */
function shareOf(node, most) {
  const value = (N.measure[state.measure] || [])[node];
  return most > 0 && value > 0 ? Math.sqrt(value / most) : 0;
}

function addItem(item) {
  item.key = keyOf(item.kind, item.at);
  item.order = scene.items.length;
  item.home = [item.x, item.y];
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

/** Rebuild the scene after every change of what is in view, and of the measure. */
function buildScene() {
  Object.assign(scene, { items: [], lines: [], byKey: new Map(), linesOf: new Map(), spacing: Infinity });
  const partners = state.view === "partners";
  const [xs, ys] = partners ? [N.x, N.y] : [N.ex, N.ey];
  const values = N.measure[state.measure] || [];
  let most = 0;
  for (let node = 0; node < SIZE.nodes; node += 1) if (shown.nodes[node] && values[node] > most) most = values[node];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (!shown.nodes[node]) continue;
    const share = shareOf(node, most);
    const shape = shapeOf(N.kind[node]);
    addItem({ kind: "node", at: node, x: xs[node], y: ys[node], size: 4.6 + 10.4 * share, weight: 1 + share, shape,
      side: shape === "blank" ? "blank" : sideOf(N.country[node]) });
  }
  if (shown.folded.length) placeBubbles();
  else if (shown.cut && partners && scene.items.length <= MOST_SPREAD) spreadOut();
  if (partners) addTies();
  else addEngagements();
  addFolds();
  bendLines();
  const halves = new Set(scene.items.map((item) => item.side));
  scene.sides = W.country.length > 1 && !shown.folded.length && halves.has(0) && halves.has(1);
}

function addTies() {
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!shown.ties[tie]) continue;
    const relation = W.relation[T.relation[tie]];
    addLine({ kind: "tie", at: tie, from: itemOf("node", T.from[tie]), to: itemOf("node", T.to[tie]),
      colour: `tone-${toneOf(T.relation[tie])}`, width: 0.7 * widthOf(T.voices[tie]), arrow: !relation.symmetric,
      dashes: dashesOf(T.engagement[tie] < 0 ? -1 : setOf(T.engagement[tie], state.asOf)) });
  }
}

function addEngagements() {
  for (let at = 0; at < SIZE.engagements; at += 1) {
    if (!shown.engagements[at]) continue;
    const card = addItem({ kind: "engagement", at, x: E.x[at], y: E.y[at], size: 5.8, shape: "card", side: "card",
      weight: 0.3 + Math.min(E.parties[at].length, 12) / 40, colour: `tone-${toneOfType(E.type[at])}` });
    const dashes = dashesOf(setOf(at, state.asOf));
    const width = 0.55 * widthOf(E.voices[at]);
    const seen = new Set();
    for (const [, node] of E.parties[at]) {
      const party = node < 0 || seen.has(node) ? null : itemOf("node", node);
      seen.add(node);
      if (party) addLine({ kind: "part", at, node, from: party, to: card, colour: `side-${party.side === "blank" ? 3 : party.side}`, width, dashes });
    }
  }
}

function addFolds() {
  const end = ({ community, node }) => (community === undefined ? itemOf("node", node) : itemOf("community", community));
  const most = shown.foldedTies.reduce((peak, { count }) => Math.max(peak, count), 1);
  for (const { from, to, count } of shown.foldedTies) {
    const share = Math.sqrt(count / most);
    addLine({ kind: "fold", count, from: end(from), to: end(to), colour: "soft", width: 0.9 + 6 * share, strength: 0.3 + 0.9 * share, dashes: [] });
  }
}

/** Separate parallel lines: `bend` is the offset of a line in units of the distance between two lines. */
function bendLines() {
  const pairs = new Map();
  for (const line of scene.lines) {
    const [a, b] = line.from.order < line.to.order ? [line.from, line.to] : [line.to, line.from];
    const key = a.order * 1e6 + b.order;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(line);
  }
  for (const beside of pairs.values()) {
    beside.forEach((line, place) => {
      line.bend = (place - (beside.length - 1) / 2) * (line.from.order < line.to.order ? 1 : -1);
      line.beside = beside.length;
    });
  }
}

/**
 * Place folded communities at the centre of their members. If most are folded, the map is one of communities: their
 * centres crowd in the middle, so they are spread out, and the members of an expanded one gather where its bubble was.
 */
function placeBubbles() {
  const folded = new Map(shown.folded.map((one) => [one.at, one]));
  const atlas = folded.size * 2 > COMMUNITIES;
  const nodes = scene.items.filter((item) => item.kind === "node" && N.community[item.at] >= 0);
  const all = new Set([...folded.keys(), ...(atlas ? nodes.map((item) => N.community[item.at]) : [])]);
  const entries = [...all].sort((a, b) => a - b).map((at) => ({ at, ...middleOf(at), one: folded.get(at),
    members: folded.has(at) ? folded.get(at).members : membersOf(at).length }));
  const [left, right, top, bottom] = extent();
  const [wide, high] = [right - left, bottom - top];
  if (atlas && entries.length > 2) {
    evenOut(entries, "x", left, wide);
    evenOut(entries, "y", top, high);
  }
  // All bubbles together cover about a sixth of the picture.
  const unit = Math.sqrt((0.16 * wide * high) / (Math.PI * entries.reduce((sum, { members }) => sum + members + 3, 0)));
  for (const entry of entries) entry.r = unit * Math.sqrt(entry.members + 3) * (entry.one ? 1 : 2.3);
  keepApart(entries);
  if (atlas) gather(nodes, new Map(entries.map((entry) => [entry.at, entry])));
  const most = entries.reduce((peak, { members }) => Math.max(peak, members), 1);
  for (const { at, x, y, r, members, one } of entries) {
    if (one) addItem({ kind: "community", at, x, y, world: r, size: 14, shape: "circle", side: "community", weight: 3 + members / most,
      members, inner: one.inner, shares: sharesOf(at) });
  }
}

/** The bounding box of all nodes that have a community. */
function extent() {
  const [xs, ys] = state.view === "partners" ? [N.x, N.y] : [N.ex, N.ey];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (N.community[node] < 0) continue;
    left = Math.min(left, xs[node]);
    right = Math.max(right, xs[node]);
    top = Math.min(top, ys[node]);
    bottom = Math.max(bottom, ys[node]);
  }
  return [left, Math.max(right, left + 1), top, Math.max(bottom, top + 1)];
}

/** Spread values over a length: half by value, half by rank. */
function evenOut(entries, axis, low, length) {
  const order = [...entries].sort((a, b) => a[axis] - b[axis] || a.at - b.at);
  const [first, last] = [order[0][axis], order[order.length - 1][axis]];
  order.forEach((entry, rank) => {
    const own = last > first ? (entry[axis] - first) / (last - first) : 0.5;
    entry[axis] = low + length * (0.5 * own + 0.5 * (rank + 0.5) / order.length);
  });
}

function keepApart(entries) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let one = 0; one < entries.length; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const [a, b] = [entries[one], entries[other]];
        const [dx, dy] = [a.x - b.x, a.y - b.y || 0.01 * (one - other)];
        const far = Math.hypot(dx, dy);
        const lack = 1.45 * (a.r + b.r) - far;
        if (lack <= 0) continue;
        moved = true;
        const step = (0.5 * lack + 0.1) / far;
        a.x += dx * step; a.y += dy * step;
        b.x -= dx * step; b.y -= dy * step;
      }
    }
    if (!moved) return;
  }
}

/** Spread out a selection from a large graph, which is crowded where the graph is dense; each side keeps its half. */
function spreadOut() {
  const entries = scene.items.map((item) => ({ item, at: item.order, x: item.x, y: item.y, half: item.side === 0 ? 0 : item.side === 1 ? 2 : 1 }));
  const cell = 100; // side length of the square for each mark
  const high = cell * Math.sqrt(entries.length / 1.6);
  const groups = [0, 1, 2].map((half) => entries.filter((entry) => entry.half === half));
  const wide = groups.map((group) => (group.length * cell * cell) / high);
  let left = -wide[0] - wide[1] / 2;
  groups.forEach((group, half) => {
    if (group.length) {
      evenOut(group, "x", left, wide[half]);
      evenOut(group, "y", -high / 2, high);
    }
    left += wide[half];
  });
  for (const entry of entries) entry.r = 0.3 * cell;
  keepApart(entries);
  for (const { item, x, y, half, r } of entries) {
    item.x = half === 0 ? Math.min(x, -r) : half === 2 ? Math.max(x, r) : x;
    item.home = [item.x, item.y = y];
  }
}

/** Gather the members of expanded communities; visible members of a folded one are placed around its bubble. */
function gather(nodes, entries) {
  const groups = new Map([...entries.keys()].map((at) => [at, []]));
  for (const item of nodes) groups.get(N.community[item.at]).push({ item, at: item.order, x: item.x, y: item.y });
  for (const [at, members] of groups) {
    const entry = entries.get(at);
    if (!members.length) continue;
    for (const axis of ["x", "y"]) evenOut(members, axis, -1, 2);
    for (const { item, x, y } of members) {
      // Map the evenly filled square to the disc.
      const far = Math.hypot(x, y) || 1;
      const factor = (entry.one ? 1.3 / far : Math.max(Math.abs(x), Math.abs(y)) / far) * entry.r;
      [item.x, item.y] = item.home = [entry.x + x * factor, entry.y + y * factor];
    }
    if (!entry.one) scene.spacing = Math.min(scene.spacing, entry.r * Math.sqrt(Math.PI / members.length));
  }
}

/** The shares of a community that belong to the first and to the second side. */
function sharesOf(community) {
  const members = membersOf(community);
  const sums = [0, 0];
  for (const node of members) if (sideOf(N.country[node]) < 2) sums[sideOf(N.country[node])] += 1;
  return sums.map((sum) => sum / members.length);
}

// ---- Highlighting -------------------------------------------------------------------------------------------------

/** The items and lines to highlight for one item or tie; null if it is not in view. */
function around(kind, at) {
  const items = new Set(), lines = new Set(), far = new Set();
  const add = (line) => { lines.add(line); items.add(line.from); items.add(line.to); };
  if (kind === "tie") scene.lines.filter((line) => line.kind === "tie" && line.at === at).forEach(add);
  else if (kind === "engagement" && state.view === "partners") {
    scene.lines.filter((line) => line.kind === "tie" && T.engagement[line.at] === at).forEach(add);
  } else {
    const item = itemOf(kind, at);
    if (!item) return null;
    items.add(item);
    const own = scene.linesOf.get(item.key);
    own.forEach(add);
    // An organisation is highlighted with its engagements and, more faintly, with their other parties.
    if (state.view === "engagements" && kind === "node") {
      for (const line of own) if (line.kind === "part") scene.linesOf.get(line.to.key).forEach((other) => { if (!lines.has(other)) far.add(other); });
      far.forEach(add);
    }
  }
  return items.size ? { items, lines, far } : null;
}

function alongPath() {
  const { path } = shown;
  if (!path) return null;
  const nodes = new Set(path.nodes), ties = new Set(path.ties), engagements = new Set(path.engagements);
  const lines = new Set(scene.lines.filter((line) => (line.kind === "tie" ? ties.has(line.at)
    : line.kind === "part" && engagements.has(line.at) && nodes.has(line.node))));
  const items = new Set(scene.items.filter((item) => (item.kind === "node" ? nodes.has(item.at)
    : item.kind === "engagement" && engagements.has(item.at))));
  return { items, lines };
}
