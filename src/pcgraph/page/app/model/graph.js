// Distances and shortest paths. A step leads from a party of an engagement to another party of it.

import { SIZE } from "./data.js";
import { engagementsOf, isOffice, isPerson, shownParties } from "./parties.js";
import { state } from "./state.js";

/**
 * Return the distance of each node from `from` in steps, or -1 if it is more than `maxDistance`.
 * `isAllowed(engagement)` decides whether a step may use an engagement, and `mayPass(node)` whether one may leave a node.
 * `reachedBy` records [node, engagement] of the last step.
 */
export function distances(from, maxDistance, isAllowed, reachedBy, mayPass) {
  const distance = new Int32Array(SIZE.nodes).fill(-1);
  const visited = new Uint8Array(SIZE.engagements);
  const queue = [from];
  distance[from] = 0;
  for (const node of queue) {
    if (distance[node] >= maxDistance) break;
    if (mayPass && node !== from && !mayPass(node)) continue;
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

/**
 * Return a shortest path between two nodes as { nodes, engagements } in order, or null if there is none. It leads around offices
 * and persons, in which everything meets, unless the reader shows people or there is no other way.
 */
export function shortestPath(from, to, isAllowed) {
  const passing = state.people ? [undefined] : [(node) => !isPerson[node] && !isOffice[node], undefined];
  const ways = passing.map((mayPass) => () => {
    const reached = [];
    return distances(from, Infinity, isAllowed, reached, mayPass)[to] < 0 ? null : reached;
  });
  const reachedBy = ways.reduce((found, way) => found || way(), /** @type {any[] | null} */ (null));
  if (!reachedBy) return null;
  /** @type {Path} */
  const path = { nodes: [to], engagements: [] };
  for (let node = to; node !== from;) {
    const [previous, engagement] = reachedBy[node];
    path.engagements.unshift(engagement);
    path.nodes.unshift(node = previous);
  }
  return path;
}
