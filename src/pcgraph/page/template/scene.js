"use strict";
// What the map draws, worked out from `shown`: items (marks, cards, bubbles) and the lines between them. Nothing is drawn here.

const scene = { items: [], lines: [], byKey: new Map(), linesOf: new Map(), sides: false, stretch: [1, 1] };

const keyOf = (kind, at) => `${kind} ${at}`;
const itemOf = (kind, at) => scene.byKey.get(keyOf(kind, at));

/** Number of the colour of a type of engagement: the commonest come first, as with relations. */
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

/** Size of a node by the measure chosen: 0 to 1, the area of the mark growing with the value. */
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

/** Make the scene anew: after every change of what is in view, and of the measure. */
function buildScene() {
  Object.assign(scene, { items: [], lines: [], byKey: new Map(), linesOf: new Map() });
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
  if (partners) addTies();
  else addEngagements();
  addFolds();
  bendLines();
  const halves = new Set(scene.items.map((item) => item.side));
  scene.sides = W.country.length > 1 && halves.has(0) && halves.has(1);
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
  for (const { from, to, count } of shown.foldedTies) {
    addLine({ kind: "fold", count, from: end(from), to: end(to), colour: "soft", width: 0.8 + 1.3 * Math.log2(1 + count), dashes: [] });
  }
}

/** Lines between the same two stand side by side: `bend` is 0, or …-1, 0, 1… times the distance between two. */
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

/** Folded communities stand where their members do; averages crowd in the middle, so they are drawn out and pushed apart. */
function placeBubbles() {
  const folded = shown.folded;
  const many = folded.length;
  const xs = folded.map(({ x }) => x), ys = folded.map(({ y }) => y);
  const partners = state.view === "partners";
  const [allX, allY] = partners ? [N.x, N.y] : [N.ex, N.ey];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (N.community[node] < 0) continue;
    left = Math.min(left, allX[node]);
    right = Math.max(right, allX[node]);
    top = Math.min(top, allY[node]);
    bottom = Math.max(bottom, allY[node]);
  }
  const [wide, high] = [Math.max(right - left, 1), Math.max(bottom - top, 1)];
  if (many > 2 && many * 2 > COMMUNITIES) {
    for (const [values, low, length] of [[xs, left, wide], [ys, top, high]]) {
      const order = values.map((_, place) => place).sort((a, b) => values[a] - values[b] || a - b);
      const [first, last] = [values[order[0]], values[order[many - 1]]];
      order.forEach((place, rank) => {
        const even = low + length * (rank + 0.5) / many;
        values[place] = 0.5 * even + 0.5 * (low + length * (last > first ? (values[place] - first) / (last - first) : 0.5));
      });
    }
  }
  // All bubbles together cover about a sixth of the picture.
  const total = folded.reduce((sum, { members }) => sum + members + 3, 0);
  const unit = Math.sqrt((0.16 * wide * high) / (Math.PI * total));
  const radii = folded.map(({ members }) => unit * Math.sqrt(members + 3));
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let one = 0; one < many; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const [dx, dy] = [xs[one] - xs[other], (ys[one] - ys[other]) || 0.01 * (one - other)];
        const far = Math.hypot(dx, dy);
        const lack = 1.45 * (radii[one] + radii[other]) - far;
        if (lack <= 0) continue;
        moved = true;
        const step = (0.5 * lack + 0.1) / far;
        xs[one] += dx * step; ys[one] += dy * step;
        xs[other] -= dx * step; ys[other] -= dy * step;
      }
    }
    if (!moved) break;
  }
  const most = folded.reduce((peak, { members }) => Math.max(peak, members), 1);
  folded.forEach(({ at, members, inner }, place) => {
    addItem({ kind: "community", at, x: xs[place], y: ys[place], world: radii[place], size: 14, shape: "circle", side: "community",
      weight: 3 + members / most, members, inner, shares: sharesOf(at) });
  });
}

/** Which part of a community belongs to the first and to the second side. */
function sharesOf(community) {
  const members = membersOf(community);
  const sums = [0, 0];
  for (const node of members) if (sideOf(N.country[node]) < 2) sums[sideOf(N.country[node])] += 1;
  return sums.map((sum) => sum / members.length);
}

// ---- What stands out ----------------------------------------------------------------------------------------------

/** Items and lines that stand out because of one thing; null where it is not in view. */
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
    // An organisation is lit with its engagements and, more faintly, with the others that take part in them.
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
