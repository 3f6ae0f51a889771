"use strict";
// Distances, shortest paths and communities in the network that is shown.

/**
 * Return the distance of each node from `from` in steps, or -1 if it is more than `maxDistance`.
 * `isAllowed(tie)` decides whether a step may use a tie. `reachedBy` records the tie by which each node was reached.
 */
function distances(from, maxDistance, isAllowed, reachedBy) {
  const distance = new Int32Array(SIZE.nodes).fill(-1);
  const queue = [from];
  distance[from] = 0;
  for (let position = 0; position < queue.length; position += 1) {
    const node = queue[position];
    if (distance[node] >= maxDistance) break;
    for (const tie of tiesOf(node)) {
      const other = TIES.from[tie] === node ? TIES.to[tie] : TIES.from[tie];
      if (distance[other] >= 0 || !isAllowed(tie)) continue;
      distance[other] = distance[node] + 1;
      if (reachedBy) reachedBy[other] = tie;
      queue.push(other);
    }
  }
  return distance;
}

/** Return the distances in the view of engagements. A step leads from a party to another party of an engagement. */
function distancesByEngagement(from, maxDistance, isAllowed, reachedBy) {
  const distance = new Int32Array(SIZE.nodes).fill(-1);
  const visited = new Uint8Array(SIZE.engagements);
  const queue = [from];
  distance[from] = 0;
  for (let position = 0; position < queue.length; position += 1) {
    const node = queue[position];
    if (distance[node] >= maxDistance) break;
    for (const engagement of engagementsOf(node)) {
      if (visited[engagement] || !isAllowed(engagement)) continue;
      visited[engagement] = 1;
      for (const other of partyNodes(engagement)) {
        if (distance[other] >= 0) continue;
        distance[other] = distance[node] + 1;
        if (reachedBy) reachedBy[other] = [node, engagement];
        queue.push(other);
      }
    }
  }
  return distance;
}

/** Return a shortest path between two nodes as { nodes, ties, engagements } in order, or null if there is none. */
function shortestPath(from, to, isAllowed) {
  const byTies = state.view === "partners";
  const reachedBy = byTies ? new Int32Array(SIZE.nodes).fill(-1) : [];
  const distance = byTies ? distances(from, Infinity, isAllowed, reachedBy) : distancesByEngagement(from, Infinity, isAllowed, reachedBy);
  if (distance[to] < 0) return null;
  const path = { nodes: [to], ties: [], engagements: [] };
  for (let node = to; node !== from;) {
    const step = reachedBy[node];
    if (byTies) {
      path.ties.unshift(step);
      if (TIES.engagement[step] >= 0) path.engagements.unshift(TIES.engagement[step]);
      node = TIES.from[step] === node ? TIES.to[step] : TIES.from[step];
    } else {
      path.engagements.unshift(step[1]);
      [node] = step;
    }
    path.nodes.unshift(node);
  }
  return path;
}

// ---- Communities --------------------------------------------------------------------------------------------------

const COMMUNITIES = NODES.community.reduce((highest, community) => Math.max(highest, community), -1) + 1;
const membersOf = buildIndex(COMMUNITIES, (add) => {
  for (let node = 0; node < SIZE.nodes; node += 1) if (NODES.community[node] >= 0) add(NODES.community[node], node);
});
const hubs = new Int32Array(COMMUNITIES).fill(-1);

/** Return the member with the most ties, after which the community is named. */
function hubOf(community) {
  if (hubs[community] < 0) {
    hubs[community] = membersOf(community).reduce((best, node) => (
      best < 0 || tiesOf(node).length > tiesOf(best).length ? node : best), -1);
  }
  return hubs[community];
}

const findCommunity = (curie) => {
  const node = findNode(curie);
  return node < 0 ? -1 : NODES.community[node];
};

/** Return the name of a community in the language of the interface, such as "around Lumen". */
const communityName = (community) => translate("around", nodeName(hubOf(community)).text);

/** Return the communities that can be collapsed: those with at least two members. */
const collapsibleCommunities = () => Array.from({ length: COMMUNITIES }, (_, community) => community)
  .filter((community) => membersOf(community).length > 1);

/** Return the position of a collapsed community: the centre of its members. */
function communityCentre(community) {
  const [xs, ys] = state.view === "partners" ? [NODES.x, NODES.y] : [NODES.ex, NODES.ey];
  const members = membersOf(community);
  let x = 0, y = 0;
  for (const node of members) {
    x += xs[node];
    y += ys[node];
  }
  return { x: x / members.length, y: y / members.length };
}
