"use strict";
// Steps, paths and communities over the ties that are in view.

/**
 * How many steps each node is from `from`, up to `most`: -1 where it is farther.
 * `admits(tie)` tells over which ties steps lead; `toward` records by which tie each node was reached.
 */
function distances(from, most, admits, toward) {
  const far = new Int32Array(SIZE.nodes).fill(-1);
  const queue = [from];
  far[from] = 0;
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at];
    if (far[node] >= most) break;
    for (const tie of tiesOf(node)) {
      const other = T.from[tie] === node ? T.to[tie] : T.from[tie];
      if (far[other] >= 0 || !admits(tie)) continue;
      far[other] = far[node] + 1;
      if (toward) toward[other] = tie;
      queue.push(other);
    }
  }
  return far;
}

/** The same where engagements are nodes: one step leads from a party to the other parties of one engagement. */
function distancesByEngagement(from, most, admits, toward) {
  const far = new Int32Array(SIZE.nodes).fill(-1);
  const seen = new Uint8Array(SIZE.engagements);
  const queue = [from];
  far[from] = 0;
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at];
    if (far[node] >= most) break;
    for (const engagement of engagementsOf(node)) {
      if (seen[engagement] || !admits(engagement)) continue;
      seen[engagement] = 1;
      for (const other of endsOf(engagement)) {
        if (far[other] >= 0) continue;
        far[other] = far[node] + 1;
        if (toward) toward[other] = [node, engagement];
        queue.push(other);
      }
    }
  }
  return far;
}

/** A shortest way between two nodes: { nodes, ties, engagements } in order, or null where none leads there. */
function shortestPath(from, to, admits) {
  const byTies = state.view === "partners";
  const toward = byTies ? new Int32Array(SIZE.nodes).fill(-1) : [];
  const far = byTies ? distances(from, Infinity, admits, toward) : distancesByEngagement(from, Infinity, admits, toward);
  if (far[to] < 0) return null;
  const way = { nodes: [to], ties: [], engagements: [] };
  for (let node = to; node !== from;) {
    const link = toward[node];
    if (byTies) {
      way.ties.unshift(link);
      if (T.engagement[link] >= 0) way.engagements.unshift(T.engagement[link]);
      node = T.from[link] === node ? T.to[link] : T.from[link];
    } else {
      way.engagements.unshift(link[1]);
      [node] = link;
    }
    way.nodes.unshift(node);
  }
  return way;
}

// ---- Communities --------------------------------------------------------------------------------------------------

const COMMUNITIES = N.community.reduce((most, community) => Math.max(most, community), -1) + 1;
const membersOf = index(COMMUNITIES, (add) => {
  for (let node = 0; node < SIZE.nodes; node += 1) if (N.community[node] >= 0) add(N.community[node], node);
});
const hubs = new Int32Array(COMMUNITIES).fill(-1);

/** The member with the most ties: a community is named after it. */
function hubOf(community) {
  if (hubs[community] < 0) {
    hubs[community] = membersOf(community).reduce((best, node) => (
      best < 0 || tiesOf(node).length > tiesOf(best).length ? node : best), -1);
  }
  return hubs[community];
}

const communityAt = (curie) => {
  const node = nodeAt(curie);
  return node < 0 ? -1 : N.community[node];
};

/** "around Huawei", in the language of the interface. */
const communityName = (community) => say("around", nameOf(hubOf(community)).text);

/** The communities that can be folded: those of at least two. */
const foldable = () => Array.from({ length: COMMUNITIES }, (_, at) => at).filter((at) => membersOf(at).length > 1);

/** Where a folded community stands: in the middle of its members. */
function middleOf(community) {
  const [xs, ys] = state.view === "partners" ? [N.x, N.y] : [N.ex, N.ey];
  const members = membersOf(community);
  let x = 0, y = 0;
  for (const node of members) {
    x += xs[node];
    y += ys[node];
  }
  return { x: x / members.length, y: y / members.length };
}
