// Who takes part in an engagement.

import { DATA, ENGAGEMENTS, NODES, SIZE, TERMS, buildIndex } from "./data.js";
import { state } from "./state.js";

const buildPartyIndex = (nodeOf) => buildIndex(SIZE.engagements, (add) => {
  ENGAGEMENTS.parties.forEach((parties, engagement) => {
    for (const node of new Set(parties.map(([, party]) => nodeOf(party)))) if (node >= 0) add(engagement, node);
  });
});
const actsFor = NODES.acts_for; // the organisation of each person, or -1
/** Return the nodes that are parties to an engagement, each once. */
export const partyNodes = buildPartyIndex((node) => node);
/** Return the parties to an engagement, each person replaced by the organisation for which they act, if it is known. */
export const organisationNodes = buildPartyIndex((node) => (actsFor[node] >= 0 ? actsFor[node] : node));

export const engagementsOf = buildIndex(SIZE.nodes, (add) => {
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    for (const node of new Set([...partyNodes(engagement), ...organisationNodes(engagement)])) add(node, engagement);
  }
});

/**
 * Return the column of a country on the map: 0 left, 1 right, 2 below, 3 above, or -1 if it is of no side. If the project names
 * one side, all other countries are opposite.
 */
export const columnOf = (country) => (country < 0 ? -1 : country < DATA.sides ? country : DATA.sides === 1 ? 1 : -1);

/** A flag for each engagement in which at least two of the sides take part. */
export const joinsSides = Uint8Array.from(ENGAGEMENTS.iri, (_, engagement) => {
  const parties = [...partyNodes(engagement), ...organisationNodes(engagement)];
  const sides = new Set(parties.map((node) => NODES.country[node]).filter((country) => country >= 0 && country < DATA.sides));
  return Number(sides.size > 1);
});

export const HIDDEN_KINDS = new Set(["pcg:UnnamedParty", "pcg:Group"]);
const kindIs = (ids) => Uint8Array.from(NODES.kind, (kind) => Number(kind >= 0 && ids.has(TERMS.kind[kind].id)));
/** A flag for each node that no source names, or that is a group. */
export const isUnnamed = kindIs(HIDDEN_KINDS);
/** A flag for each office of one person, such as a prime minister: no class says so, but its English name begins so. */
export const isOffice = Uint8Array.from(NODES.label, (label) =>
  Number(/^(prime |chief )?(minister|president|governor|ambassador)\b(?!['’]s)/i.test(label)));
export const isPerson = kindIs(new Set(["pcg:Person"]));

/** @type {(engagement: number) => Int32Array} */
let shownIndex;
let shownFor = ""; // the choices for which the index was built
/** Return the nodes by which the map shows an engagement: without unnamed parties and people, unless the reader wants them. */
export function shownParties(engagement) {
  const key = `${state.people} ${state.unnamed}`;
  if (key !== shownFor) {
    const parties = state.people ? partyNodes : organisationNodes;
    shownIndex = buildIndex(SIZE.engagements, (add) => {
      for (let each = 0; each < SIZE.engagements; each += 1) {
        for (const node of parties(each)) {
          if ((state.unnamed || !isUnnamed[node]) && (state.people || !isPerson[node])) add(each, node);
        }
      }
    });
    shownFor = key;
  }
  return shownIndex(engagement);
}

/** Return the roles of a node in engagements, as [engagement, role, inferred]. */
export function rolesOf(node) {
  return [...engagementsOf(node)].flatMap((engagement) => ENGAGEMENTS.parties[engagement].filter(([, party]) => party === node)
    .map(([role, , inferred]) => [engagement, role, inferred]));
}
