// Distances and shortest paths. A step leads from a party of an engagement to another party of it.

import { SIZE } from "./data.js";
import { engagementsOf, shownParties } from "./parties.js";

/**
 * Return the distance of each node from `from` in steps, or -1 if it is more than `maxDistance`.
 * `isAllowed(engagement)` decides whether a step may use an engagement. `reachedBy` records [node, engagement] of the last step.
 */
export function distances(from, maxDistance, isAllowed, reachedBy) {
  const distance = new Int32Array(SIZE.nodes).fill(-1);
  const visited = new Uint8Array(SIZE.engagements);
  const queue = [from];
  distance[from] = 0;
  for (const node of queue) {
    if (distance[node] >= maxDistance) break;
    for (const engagement of engagementsOf(node)) {
      if (visited[engagement] || !isAllowed(engagement)) continue;
      visited[engagement] = 1;
      for (const other of shownParties(engagement)) {
        if (distance[other] >= 0) continue;
        distance[other] = distance[node] + 1;
        if (reachedBy) reachedBy[other] = [node, engagement];
        queue.push(other);
      }
    }
  }
  return distance;
}

/** Return a shortest path between two nodes as { nodes, engagements } in order, or null if there is none. */
export function shortestPath(from, to, isAllowed) {
  const reachedBy = [];
  if (distances(from, Infinity, isAllowed, reachedBy)[to] < 0) return null;
  /** @type {Path} */
  const path = { nodes: [to], engagements: [] };
  for (let node = to; node !== from;) {
    const [previous, engagement] = reachedBy[node];
    path.engagements.unshift(engagement);
    path.nodes.unshift(node = previous);
  }
  return path;
}
