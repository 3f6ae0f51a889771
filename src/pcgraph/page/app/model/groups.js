// Groups of organisations, for a picture with more of them than a map can show: the organisations of a side by kind, those of
// another country by country, and those without a country by kind. The reader opens a group with a click.

import { DATA, NODES, SIZE, TERMS } from "./data.js";
import { columnOf, engagementsOf } from "./parties.js";
import { state } from "./state.js";

export const MOST_IN_COLUMN = 14; // groups in a column; the smaller ones are one group
export const MOST_BELOW = 7; // groups below or above the columns, where names need more room
export const MOST_OF_OPEN = 20; // organisations of an open group; the smaller ones stay a group
const REST = "rest";

const SIDE_KINDS = new Map(); // by column and kind, so that a key is made once
/** Return the key of the group of a node; the ids in it are those of a country, of a kind, or of both. */
export function groupKey(node) {
  const country = NODES.country[node], kind = NODES.kind[node];
  const name = `${country} ${kind}`;
  if (!SIDE_KINDS.has(name)) {
    const ids = [country < 0 ? "" : TERMS.country[country].id, country < DATA.sides ? TERMS.kind[kind]?.id ?? "none" : ""];
    SIDE_KINDS.set(name, ids.filter(Boolean).join(" "));
  }
  return SIDE_KINDS.get(name);
}

const columnOfNode = (node) => columnOf(NODES.country[node]);
const restKey = (column) => `${REST} ${column}`;
/** All keys that a group can have. */
export const GROUP_KEYS = new Set([...Array(SIZE.nodes).keys()].flatMap((node) => [groupKey(node), restKey(columnOfNode(node))]));

/**
 * Return what stands for each of the candidates, which are ranked, the largest first: { units, groups }. A unit is a node, or a
 * group as -1 - its index. The `required` nodes stand for themselves, as does one that is alone in its group.
 * @returns {{ units: Map<number, number>, groups: Group[] }}
 */
export function groupNodes(candidates, required) {
  /** @type {Map<string, number[]>} */
  const members = new Map();
  for (const node of candidates) {
    if (required.includes(node)) continue;
    const key = groupKey(node);
    if (!members.has(key)) members.set(key, []);
    members.get(key)?.push(node);
  }
  const units = new Map(required.map((node) => [node, node])), groups = /** @type {Group[]} */ ([]);
  const add = (group) => {
    groups.push(group);
    for (const node of group.members) units.set(node, -groups.length);
  };
  const size = (nodes) => nodes.reduce((total, node) => total + engagementsOf(node).length, 0);
  const closed = new Map(); // by column
  for (const [key, nodes] of members) {
    const isOpen = state.open.has(key), column = columnOfNode(nodes[0]);
    if (!isOpen) {
      closed.set(column, [...closed.get(column) || [], { key, nodes, size: size(nodes) }]);
      continue;
    }
    for (const node of nodes.slice(0, MOST_OF_OPEN)) units.set(node, node);
    const remainder = nodes.slice(MOST_OF_OPEN);
    if (remainder.length) add({ key, members: remainder, isRemainder: true, of: 1 });
  }
  for (const [column, all] of closed) {
    const most = column === 0 || column === 1 ? MOST_IN_COLUMN : MOST_BELOW;
    all.sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
    const isWhole = all.length <= most + 1 || state.open.has(restKey(column));
    for (const { key, nodes } of isWhole ? all : all.slice(0, most)) {
      if (nodes.length < 2) units.set(nodes[0], nodes[0]);
      else add({ key, members: nodes, isRemainder: false, of: 1 });
    }
    const rest = isWhole ? [] : all.slice(most);
    const others = rest.flatMap(({ nodes }) => nodes);
    if (others.length) add({ key: restKey(column), members: others, isRemainder: false, of: rest.length });
  }
  return { units, groups };
}

/** Return the groups that are open after a click on one: it opens, or what remains of it closes it. */
export function toggleGroup(group) {
  const open = new Set(state.open);
  if (!open.delete(group.key)) open.add(group.key);
  return open;
}
