"use strict";
// Levels: from what passes the filters to what the map draws (everything, folded communities, or the highest-ranked nodes).

const MOST_FOLDED = 300; // most lines between communities; more would hide the communities
let shown = null;

/** The nodes that pass, sorted by the chosen measure, highest first. */
function ranked() {
  const values = N.measure[state.measure] || [];
  return [...passing.nodes.keys()].filter((node) => passing.nodes[node])
    .sort((a, b) => (values[b] ?? -1) - (values[a] ?? -1) || a - b);
}

/** The first `most` nodes, or fewer if there would be too many lines between them. */
function topNodes(order, most, keep) {
  const place = new Int32Array(SIZE.nodes).fill(-1);
  order.forEach((node, at) => { place[node] = at; });
  for (const node of keep) place[node] = 0;
  // The lines that each further node adds, that is, those of which it is the later end.
  const brings = new Int32Array(order.length + 1);
  if (state.view === "partners") {
    for (let tie = 0; tie < SIZE.ties; tie += 1) if (passing.ties[tie]) brings[Math.max(place[T.from[tie]], place[T.to[tie]])] += 1;
  } else {
    for (let at = 0; at < SIZE.engagements; at += 1) {
      if (!passing.engagements[at]) continue;
      // It is drawn with the second of its parties, or with its only one.
      let [one, other, ends] = [order.length, order.length, 0];
      for (const node of endsOf(at)) {
        if (place[node] < 0) continue;
        ends += 1;
        if (place[node] < one) [one, other] = [place[node], one];
        else if (place[node] < other) other = place[node];
      }
      brings[ends > 1 ? other : one] += ends;
    }
  }
  let [lines, count] = [0, 0];
  while (count < Math.min(order.length, most) && (lines += brings[count]) <= MOST_TIES) count += 1;
  const kept = new Uint8Array(SIZE.nodes);
  for (const node of [...order.slice(0, count), ...keep]) kept[node] = 1;
  return kept;
}

function cut() {
  const path = state.path && shortestPath(...state.path, state.view === "partners"
    ? (tie) => passing.ties[tie] : (at) => passing.engagements[at]);
  const lines = state.view === "partners" ? sum(passing.ties) : countParts();
  const folded = state.near ? new Set() : state.folded;
  // If the page opens on the top because of its size, filters that leave few enough ties show all of them.
  const top = state.level === "top" && !state.near && (DATA.opening !== "top" || lines > MOST_TIES);
  let most = top ? TOP : Infinity;
  if (most === Infinity && !folded.size && lines > MOST_TIES) most = SIZE.nodes;
  const view = { path, folded: [], foldedTies: [], foldedLines: 0, cut: false };
  if (most < Infinity) {
    const must = [...(path ? path.nodes : []), ...(state.near ? [state.near.node] : [])].filter((node) => passing.nodes[node]);
    const kept = topNodes(ranked(), most, must);
    Object.assign(view, restrict((node) => kept[node], path), { cut: true });
    view.listed = { ties: view.ties, engagements: view.engagements };
  } else if (folded.size) {
    const onPath = new Set(path ? path.nodes : []);
    const inside = (node) => (N.community[node] >= 0 && folded.has(N.community[node]) && !onPath.has(node) ? N.community[node] : -1);
    Object.assign(view, restrict((node) => inside(node) < 0, path), foldUp(inside));
    view.listed = { ties: passing.ties, engagements: passing.engagements };
  } else {
    Object.assign(view, { nodes: passing.nodes, ties: passing.ties, engagements: passing.engagements });
    view.listed = { ties: view.ties, engagements: view.engagements };
  }
  view.counts = counts(view);
  view.passing = counts(passing);
  view.cut = view.cut && Object.keys(view.counts).some((what) => view.counts[what] < view.passing[what]);
  return view;
}

const counts = (flags) => ({ nodes: sum(flags.nodes), ties: sum(flags.ties), engagements: sum(flags.engagements) });

function countParts() {
  let lines = 0;
  for (let at = 0; at < SIZE.engagements; at += 1) if (passing.engagements[at]) lines += endsOf(at).length;
  return lines;
}

/** Restrict to the kept nodes and to ties and engagements between them (or with no other party). */
function restrict(keeps, path) {
  const cutTo = { nodes: passing.nodes.map((flag, node) => Number(flag && keeps(node))),
    ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements) };
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!passing.ties[tie] || !cutTo.nodes[T.from[tie]] || !cutTo.nodes[T.to[tie]]) continue;
    cutTo.ties[tie] = 1;
    if (T.engagement[tie] >= 0) cutTo.engagements[T.engagement[tie]] = 1;
  }
  if (state.view === "engagements") {
    for (let at = 0; at < SIZE.engagements; at += 1) {
      if (!passing.engagements[at]) continue;
      let kept = 0;
      for (const node of endsOf(at)) kept += cutTo.nodes[node];
      if (kept > 1 || (kept && endsOf(at).length === 1)) cutTo.engagements[at] = 1;
    }
    for (const at of path ? path.engagements : []) cutTo.engagements[at] = 1;
  }
  return cutTo;
}

/**
 * Folded communities with something in view, and the lines that leave them, by number of ties (or engagements):
 * folded: {at, name, members, inner, x, y}; foldedTies: {from, to, count}, the strongest of `foldedLines`; an end is
 * {community} or {node}.
 */
function foldUp(inside) {
  const sizes = new Map();
  passing.nodes.forEach((flag, node) => {
    if (flag && inside(node) >= 0) sizes.set(inside(node), (sizes.get(inside(node)) || 0) + 1);
  });
  const inner = new Map();
  const between = new Map();
  const meet = (one, other) => {
    const [a, b] = [one, other].map((node) => (inside(node) >= 0 ? inside(node) : -1 - node));
    if (a < 0 && b < 0) return;
    if (a === b) inner.set(a, (inner.get(a) || 0) + 1);
    else {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      between.set(key, (between.get(key) || 0) + 1);
    }
  };
  if (state.view === "partners") {
    for (let tie = 0; tie < SIZE.ties; tie += 1) if (passing.ties[tie]) meet(T.from[tie], T.to[tie]);
  } else {
    for (let at = 0; at < SIZE.engagements; at += 1) {
      if (!passing.engagements[at]) continue;
      const ends = endsOf(at).filter((node) => passing.nodes[node]);
      const places = new Map(Array.from(ends, (node) => [inside(node) >= 0 ? inside(node) : -1 - node, node]));
      const apart = [...places.values()];
      if (apart.length === 1) meet(apart[0], apart[0]);
      apart.forEach((one, place) => apart.slice(place + 1).forEach((other) => meet(one, other)));
    }
  }
  const end = (key) => (key >= 0 ? { community: key } : { node: -1 - key });
  const folded = [...sizes].map(([at, members]) => (
    { at, name: communityName(at), members, inner: inner.get(at) || 0, ...middleOf(at) })).sort((a, b) => a.at - b.at);
  const foldedTies = [...between].map(([key, count]) => {
    const [a, b] = key.split(" ").map(Number);
    return { from: end(a), to: end(b), count };
  }).sort((a, b) => b.count - a.count);
  return { folded, foldedTies: foldedTies.slice(0, MOST_FOLDED), foldedLines: foldedTies.length };
}

shown = {
  nodes: new Uint8Array(SIZE.nodes), ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements),
  folded: [], foldedTies: [], foldedLines: 0, path: null, cut: false, counts: { nodes: 0, ties: 0, engagements: 0 },
  passing: { nodes: 0, ties: 0, engagements: 0 }, listed: { ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements) },
};
