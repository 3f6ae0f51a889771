// Who is most central: organisations by their number of partners in a network of one relation or of all, or by a measure that was
// computed with the page.

import { DATA, NODES, SIZE, TERMS, TIES, isBelievedOn } from "./data.js";
import { isRestricted } from "./filter.js";
import { engagementsOf, isUnnamed } from "./parties.js";

/** Give each row its rank: 1 and the number of rows with a larger value. */
function rankRows(rows) {
  rows.sort((a, b) => b.value - a.value || Number(NODES.iri[a.node] > NODES.iri[b.node]) - 0.5);
  rows.forEach((row, at) => { row.rank = at && rows[at - 1].value === row.value ? rows[at - 1].rank : at + 1; });
  return rows;
}

/**
 * Return the organisations by their number of partners on a day (null: now), as rows { node, value, rank, engagements, ties,
 * alone }: `alone` of their `ties` rest on one voice. Only ties by some engagements count; described groups and unnamed parties
 * do not. `relation` is a term, or "" for all relations.
 */
export function rankByPartners(engagements, relation, day) {
  const wanted = TERMS.relation.findIndex(({ id }) => id === relation), rows = new Map();
  const isListed = new Uint8Array(SIZE.engagements);
  for (const engagement of engagements) isListed[engagement] = 1;
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    const [from, to, engagement] = [TIES.from[tie], TIES.to[tie], TIES.engagement[tie]];
    if (from === to || isUnnamed[from] || isUnnamed[to] || (relation && TIES.relation[tie] !== wanted)) continue;
    if (!(engagement < 0 ? !isRestricted() : isListed[engagement]) || !isBelievedOn(TIES.known[tie], day)) continue;
    for (const [node, other] of [[from, to], [to, from]]) {
      if (!rows.has(node)) rows.set(node, { node, partners: new Set(), engagements: [], ties: 0, alone: 0 });
      const row = rows.get(node);
      row.partners.add(other);
      row.ties += 1;
      if (TIES.voices[tie] < 2) row.alone += 1;
      if (engagement >= 0) row.engagements.push(engagement);
    }
  }
  return rankRows([...rows.values()].map((row) => ({ ...row, value: row.partners.size })));
}

/** Return the organisations by a measure that was computed with the page, of everything that is known now. */
export const rankByMeasure = (measure) => rankRows((NODES.measure[measure] ?? []).flatMap((value, node) => (value === null ? []
  : [{ node, value, engagements: [...engagementsOf(node)], ties: 0, alone: 0 }])));

/** Return the 90 % intervals of ranks by a measure, [low, high] or null for each node; null if the page has none. */
export function intervalsOf(measure) {
  const sure = DATA.measures.find(({ name }) => name === measure)?.sure;
  return sure ? (node) => (sure[node] ? sure[node].slice(0, 2) : null) : null;
}
