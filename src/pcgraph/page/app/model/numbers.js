// How many of the engagements that match have each value of a group, as `pcgraph ask` counts them.

import { holdsEach, idsOfNode } from "./answers.js";
import { ENGAGEMENTS, NODES, SOURCES, TERMS, isHeardOn, yearOf } from "./data.js";
import { matching, matchingWith } from "./filter.js";
import { state } from "./state.js";
import { stepsOn } from "./counts.js";
import { termsOf } from "./terms.js";

const placesOf = (precision) => (engagement) => [...termsOf("place", engagement)]
  .filter((place) => !precision || TERMS.place[place].precision === precision);

/**
 * Return the years of the steps of an engagement, in the chosen period and at the chosen statuses if there are any. A step with
 * one bound counts there.
 */
function yearsOf(engagement) {
  const [first, last] = state.period ?? [-Infinity, Infinity], { status: chosen } = state.chosen;
  return stepsOn(engagement, state.asOf).flatMap(([status, , earliest, latest]) => {
    const [from, to] = [earliest ?? latest, latest ?? earliest];
    const isChosen = !chosen.size || chosen.has(status);
    return from !== null && to !== null && to >= first && to <= last && isChosen ? [yearOf(to)] : [];
  });
}

/** Return the engagements that are counted: those that match, or of years and parties those that ever had a chosen status. */
function countedBy(by) {
  const { status: chosen } = state.chosen, only = by === "near" ? { only: null } : {};
  if (!["year", "near"].includes(by)) return [...matching.keys()].filter((each) => matching[each]);
  if (!chosen.size) return matchingWith(only);
  return matchingWith({ ...only, chosen: { ...state.chosen, status: new Set() } })
    .filter((each) => stepsOn(each, state.asOf).some(([status]) => chosen.has(status)));
}

/** Return the parties to an engagement that have each of the ids in `rows`, but those that are named, as [role, node]. */
export function askedParties(engagement, { rows, only, neighbourhood } = state) {
  const isNamed = (node) => only?.has(node) || neighbourhood?.node === node;
  return ENGAGEMENTS.parties[engagement].filter(([role, node]) => node >= 0 && !isNamed(node)
    && holdsEach([...idsOfNode(node), TERMS.role[role].id], rows ?? []));
}

/** Return the roles that a party has in the engagements that match. */
export const rolesOf = (node) => [...new Set([...matching.keys()].filter((each) => matching[each])
  .flatMap((each) => askedParties(each)).filter(([, other]) => other === node).map(([role]) => role))];

/**
 * What engagements are counted by: the values of one, the id of a value, and the change that leaves only what has it.
 * @type {Record<string, { of: (engagement: number) => number[], id: (value: number) => any, term?: string }>}
 */
export const COUNTED = {
  year: { of: yearsOf, id: (year) => year },
  province: { of: placesOf("province"), id: (place) => TERMS.place[place].id, term: "place" },
  town: { of: placesOf("town"), id: (place) => TERMS.place[place].id, term: "place" },
  place: { of: placesOf(""), id: (place) => TERMS.place[place].id, term: "place" },
  sector: { of: (engagement) => [...termsOf("sector", engagement)], id: (sector) => TERMS.sector[sector].id, term: "sector" },
  country: { of: (engagement) => [...termsOf("country", engagement)], id: (country) => TERMS.country[country].id,
    term: "country" },
  party: { of: (engagement) => askedParties(engagement).map(([, node]) => node), id: (node) => NODES.iri[node] },
  source: { of: (engagement) => ENGAGEMENTS.sources[engagement].filter((source) => isHeardOn([source], state.asOf)),
    id: (source) => SOURCES.iri[source] },
  near: { of: (engagement) => ENGAGEMENTS.parties[engagement].map(([, node]) => node), id: (node) => NODES.iri[node] },
};

/**
 * Return which engagements have each value, those with most first, years in order: rows { value, engagements }, how many
 * engagements match and how many of them are counted. Where the reader has chosen some values,
 * only they are counted; organisations are those that are chosen, with everything in which one of them takes part.
 */
export function countBy(by) {
  const { of, id, term } = COUNTED[by], chosen = by === "near" ? state.only : term ? state.chosen[term] : null;
  const engagements = countedBy(by);
  const isCounted = (value) => value >= 0 && (!chosen?.size || by === "province" || by === "town" || chosen.has(value));
  const numbers = new Map();
  let counted = 0;
  for (const engagement of engagements) {
    const values = [...new Set(of(engagement))].filter(isCounted);
    if (values.length) counted += 1;
    for (const value of values) numbers.set(value, [...numbers.get(value) ?? [], engagement]);
  }
  const isYear = by === "year";
  const rows = [...numbers].map(([value, having]) => ({ value, engagements: having })).sort((a, b) => (isYear ? a.value - b.value
    : b.engagements.length - a.engagements.length || (id(a.value) < id(b.value) ? -1 : 1)));
  return { rows, total: engagements.length, counted };
}
