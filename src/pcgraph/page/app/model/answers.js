// The rows of the answers that the page holds.

import { DATA, ENGAGEMENTS, NODES, SOURCES, TERMS } from "./data.js";

/** Return the ids of an organisation, its country and its kind. */
export const idsOfNode = (node) => [NODES.iri[node], TERMS.country[NODES.country[node]]?.id, TERMS.kind[NODES.kind[node]]?.id];

/** Return the ids of the things in a cell; of an organisation, its country and kind too. */
function idsOf(cell) {
  if (Array.isArray(cell)) return cell.flatMap(([value]) => idsOf(value));
  if (typeof cell !== "object" || cell === null) return [];
  const [[table, index]] = Object.entries(cell);
  if (table === "node") return idsOfNode(index);
  return [table === "engagement" ? ENGAGEMENTS.iri[index] : table === "source" ? SOURCES.iri[index] : TERMS[table]?.[index]?.id];
}

/** Return whether each of some wanted ids is among others; of ids with a space between them, one is enough. */
export const holdsEach = (ids, wanted) => wanted.every((some) => some.split(" ").some((id) => ids.includes(id)));

/** Return the rows of an answer that hold each of some ids; of ids with a space between them, one is enough. */
export const rowsWith = (answer, wanted) => answer.rows.filter((row) => holdsEach(row.flatMap(idsOf), wanted));

/** Return the index of a question of which the page holds the answer, or -1. */
export const findAnswer = (name) => DATA.answers.findIndex(({ id }) => id === name);
