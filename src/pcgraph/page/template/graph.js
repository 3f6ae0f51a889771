"use strict";
// Distances, paths and communities over the ties in view.

/**
 * The distance of each node from `from` in steps, up to `most`; -1 if it is farther.
 * `admits(tie)` returns whether a step may use a tie; `toward` records the tie by which each node was reached.
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

/** The same for the view of engagements: one step leads from a party to the other parties of an engagement. */
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

/** A shortest path between two nodes: { nodes, ties, engagements } in order, or null if there is none. */
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

/** The member with the most ties, after which the community is named. */
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

/** The communities that can be folded: those with at least two members. */
const foldable = () => Array.from({ length: COMMUNITIES }, (_, at) => at).filter((at) => membersOf(at).length > 1);

/** The position of a folded community: the centre of its members. */
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
