"use strict";
// The level decides what the map draws of everything that matches the filters: all of it, communities collapsed into one
// mark each, or the highest-ranked nodes.

const MAX_COMMUNITY_LINES = 300; // lines between communities; more would hide the communities
let shown = null;

/** Return the nodes that match, sorted by the chosen measure, highest first. */
function rankNodes() {
  const values = NODES.measure[state.measure] || [];
  return [...matching.nodes.keys()].filter((node) => matching.nodes[node])
    .sort((a, b) => (values[b] ?? -1) - (values[a] ?? -1) || a - b);
}

/** Return a flag for each of the first `limit` nodes, or of fewer if there would be too many lines between them. */
function topNodes(ranking, limit, required) {
  const rank = new Int32Array(SIZE.nodes).fill(-1);
  ranking.forEach((node, position) => { rank[node] = position; });
  for (const node of required) rank[node] = 0;
  // How many lines each further node adds. A line is added by the end that comes later in the ranking.
  const addedLines = new Int32Array(ranking.length + 1);
  if (state.view === "partners") {
    for (let tie = 0; tie < SIZE.ties; tie += 1) {
      if (matching.ties[tie]) addedLines[Math.max(rank[TIES.from[tie]], rank[TIES.to[tie]])] += 1;
    }
  } else {
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!matching.engagements[engagement]) continue;
      // An engagement is drawn as soon as its second party, or its only party, is drawn.
      let [first, second, partyCount] = [ranking.length, ranking.length, 0];
      for (const node of partyNodes(engagement)) {
        if (rank[node] < 0) continue;
        partyCount += 1;
        if (rank[node] < first) [first, second] = [rank[node], first];
        else if (rank[node] < second) second = rank[node];
      }
      addedLines[partyCount > 1 ? second : first] += partyCount;
    }
  }
  let [lineCount, count] = [0, 0];
  while (count < Math.min(ranking.length, limit) && (lineCount += addedLines[count]) <= MAX_LINES) count += 1;
  const kept = new Uint8Array(SIZE.nodes);
  for (const node of [...ranking.slice(0, count), ...required]) kept[node] = 1;
  return kept;
}

/** Reduce what matches to what the map draws at the chosen level. */
function applyLevel() {
  const path = state.path && shortestPath(...state.path, state.view === "partners"
    ? (tie) => matching.ties[tie] : (engagement) => matching.engagements[engagement]);
  const lines = state.view === "partners" ? sum(matching.ties) : countPartyLines();
  const collapsed = state.neighbourhood ? new Set() : state.collapsed;
  // A large page opens at the level "top". It shows all ties as soon as the filters leave few enough of them.
  const isTop = state.level === "top" && !state.neighbourhood && (DATA.opening !== "top" || lines > MAX_LINES);
  let limit = isTop ? TOP_COUNT : Infinity;
  if (limit === Infinity && !collapsed.size && lines > MAX_LINES) limit = SIZE.nodes;
  const view = { path, collapsed: [], communityLines: [], communityLineCount: 0, truncated: false };
  if (limit < Infinity) {
    const required = [...(path ? path.nodes : []), ...(state.neighbourhood ? [state.neighbourhood.node] : [])]
      .filter((node) => matching.nodes[node]);
    const kept = topNodes(rankNodes(), limit, required);
    Object.assign(view, keepNodes((node) => kept[node], path), { truncated: true });
    view.listed = { ties: view.ties, engagements: view.engagements };
  } else if (collapsed.size) {
    const onPath = new Set(path ? path.nodes : []);
    const collapsedCommunity = (node) =>
      (NODES.community[node] >= 0 && collapsed.has(NODES.community[node]) && !onPath.has(node) ? NODES.community[node] : -1);
    Object.assign(view, keepNodes((node) => collapsedCommunity(node) < 0, path), collapseCommunities(collapsedCommunity));
    view.listed = { ties: matching.ties, engagements: matching.engagements };
  } else {
    Object.assign(view, { nodes: matching.nodes, ties: matching.ties, engagements: matching.engagements });
    view.listed = { ties: view.ties, engagements: view.engagements };
  }
  view.counts = countFlags(view);
  view.matching = countFlags(matching);
  view.truncated = view.truncated && Object.keys(view.counts).some((table) => view.counts[table] < view.matching[table]);
  return view;
}

const countFlags = (flags) => ({ nodes: sum(flags.nodes), ties: sum(flags.ties), engagements: sum(flags.engagements) });

function countPartyLines() {
  let lines = 0;
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (matching.engagements[engagement]) lines += partyNodes(engagement).length;
  }
  return lines;
}

/** Keep only some nodes, and the ties and engagements between them. An engagement may have a single party. */
function keepNodes(isKept, path) {
  const result = { nodes: matching.nodes.map((flag, node) => Number(flag && isKept(node))),
    ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements) };
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!matching.ties[tie] || !result.nodes[TIES.from[tie]] || !result.nodes[TIES.to[tie]]) continue;
    result.ties[tie] = 1;
    if (TIES.engagement[tie] >= 0) result.engagements[TIES.engagement[tie]] = 1;
  }
  if (state.view === "engagements") {
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!matching.engagements[engagement]) continue;
      let keptParties = 0;
      for (const node of partyNodes(engagement)) keptParties += result.nodes[node];
      if (keptParties > 1 || (keptParties && partyNodes(engagement).length === 1)) result.engagements[engagement] = 1;
    }
    for (const engagement of path ? path.engagements : []) result.engagements[engagement] = 1;
  }
  return result;
}

/**
 * Return the collapsed communities with a member that matches, and the lines that connect them, most ties first.
 * collapsed: {index, name, members, innerTies, x, y}. communityLines: {from, to, count}, where an end is {community} or
 * {node}. communityLineCount is the number of lines before the limit.
 */
function collapseCommunities(collapsedCommunity) {
  const sizes = new Map();
  matching.nodes.forEach((flag, node) => {
    if (flag && collapsedCommunity(node) >= 0) sizes.set(collapsedCommunity(node), (sizes.get(collapsedCommunity(node)) || 0) + 1);
  });
  const innerCounts = new Map();
  const lineCounts = new Map();
  const countLine = (first, second) => {
    const [a, b] = [first, second].map((node) => (collapsedCommunity(node) >= 0 ? collapsedCommunity(node) : -1 - node));
    if (a < 0 && b < 0) return;
    if (a === b) innerCounts.set(a, (innerCounts.get(a) || 0) + 1);
    else {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      lineCounts.set(key, (lineCounts.get(key) || 0) + 1);
    }
  };
  if (state.view === "partners") {
    for (let tie = 0; tie < SIZE.ties; tie += 1) if (matching.ties[tie]) countLine(TIES.from[tie], TIES.to[tie]);
  } else {
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!matching.engagements[engagement]) continue;
      const parties = partyNodes(engagement).filter((node) => matching.nodes[node]);
      const nodeByEnd = new Map(Array.from(parties,
        (node) => [collapsedCommunity(node) >= 0 ? collapsedCommunity(node) : -1 - node, node]));
      const distinctEnds = [...nodeByEnd.values()];
      if (distinctEnds.length === 1) countLine(distinctEnds[0], distinctEnds[0]);
      distinctEnds.forEach((first, position) => distinctEnds.slice(position + 1).forEach((second) => countLine(first, second)));
    }
  }
  const lineEnd = (key) => (key >= 0 ? { community: key } : { node: -1 - key });
  const communities = [...sizes].map(([community, members]) => ({
    index: community, name: communityName(community), members, innerTies: innerCounts.get(community) || 0,
    ...communityCentre(community),
  })).sort((a, b) => a.index - b.index);
  const lines = [...lineCounts].map(([key, count]) => {
    const [a, b] = key.split(" ").map(Number);
    return { from: lineEnd(a), to: lineEnd(b), count };
  }).sort((a, b) => b.count - a.count);
  return { collapsed: communities, communityLines: lines.slice(0, MAX_COMMUNITY_LINES), communityLineCount: lines.length };
}

shown = {
  nodes: new Uint8Array(SIZE.nodes), ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements),
  collapsed: [], communityLines: [], communityLineCount: 0, path: null, truncated: false,
  counts: { nodes: 0, ties: 0, engagements: 0 }, matching: { nodes: 0, ties: 0, engagements: 0 },
  listed: { ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements) },
};
