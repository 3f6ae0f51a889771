// The rows of the answers that the page holds.

import { DATA, ENGAGEMENTS, NODES, SOURCES, TERMS } from "./data.js";

/** Return the ids of the things in a cell; of an organisation, its country too. */
function idsOf(cell) {
  if (Array.isArray(cell)) return cell.flatMap(([value]) => idsOf(value));
  if (typeof cell !== "object" || cell === null) return [];
  const [[table, index]] = Object.entries(cell);
  if (table === "node") return [NODES.iri[index], TERMS.country[NODES.country[index]]?.id];
  return [table === "engagement" ? ENGAGEMENTS.iri[index] : table === "source" ? SOURCES.iri[index] : TERMS[table]?.[index]?.id];
}

/** Return the rows of an answer that hold each of some ids; of ids with a space between them, one is enough. */
export function rowsWith(answer, wanted) {
  return wanted.length ? answer.rows.filter((row) => {
    const ids = new Set(row.flatMap(idsOf));
    return wanted.every((some) => some.split(" ").some((id) => ids.has(id)));
  }) : answer.rows;
}

/** Return the index of a question of which the page holds the answer, or -1. */
export const findAnswer = (name) => DATA.answers.findIndex(({ id }) => id === name);
