// The rows of the answers that the page holds.

import { DATA, ENGAGEMENTS, NODES, SOURCES, TERMS, findTerm } from "./data.js";
import { termsOf } from "./terms.js";

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

/** Return the engagements in a cell. */
function engagementsIn(cell) {
  if (Array.isArray(cell)) return cell.flatMap(([value]) => engagementsIn(value));
  return typeof cell === "object" && cell !== null && "engagement" in cell ? [cell.engagement] : [];
}

/**
 * Return the rows of an answer that hold each of some ids; of ids with a space between them, one is enough. If no row holds a
 * sector, place or country, those of its engagements are meant.
 */
export function rowsWith(answer, wanted) {
  return wanted.reduce((rows, some) => {
    const term = findTerm(some);
    const kept = rows.filter((row) => holdsEach(row.flatMap(idsOf), [some]));
    if (kept.length || !term || !["sector", "place", "country"].includes(term.group)) return kept;
    const isAbout = (engagement) => [...termsOf(term.group, engagement)].includes(term.index);
    return rows.filter((row) => row.flatMap(engagementsIn).some(isAbout));
  }, answer.rows);
}

/** Return the index of a question of which the page holds the answer, or -1. */
export const findAnswer = (name) => DATA.answers.findIndex(({ id }) => id === name);
