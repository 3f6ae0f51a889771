// The terms of the vocabularies that an engagement has.

import {
  ENGAGEMENTS, NODES, SIZE, TERMS, buildIndex, conclusionOn, hasInference, hasProof, isSilent, statusOn, statusSetOn,
  voicesOn,
} from "./data.js";
import { placesAround } from "./places.js";
import { state } from "./state.js";

// The sectors of each engagement with all broader sectors, because a sector includes its narrower sectors.
export const sectorsOf = buildIndex(SIZE.engagements, (add) => ENGAGEMENTS.sectors.forEach((sectors, engagement) => {
  const withBroader = new Set();
  const addWithBroader = (sector) => {
    if (sector < 0 || withBroader.has(sector)) return;
    withBroader.add(sector);
    const { broader = -1, also_broader: others = [] } = TERMS.sector[sector];
    [broader, ...others].forEach(addWithBroader);
  };
  sectors.forEach(addWithBroader);
  for (const sector of withBroader) add(engagement, sector);
}));
const flagsOf = (holds) => Uint8Array.from(ENGAGEMENTS.iri, (_, engagement) => Number(holds(engagement)));
/** A flag for each engagement that is partly our own reading, and for each of which the words were found at the source. */
export const inferred = flagsOf(hasInference), proved = flagsOf(hasProof);

/** Return the state of a promise for the engagement that stands for it, or that it is an occasion, as a list of one term. */
function promiseOf(engagement) {
  const { promise, state: found } = conclusionOn(engagement, state.asOf);
  const name = promise === engagement ? found : ENGAGEMENTS.occasion[engagement] ? "occasion" : "";
  return name ? [TERMS.promise.findIndex(({ id }) => id === name)] : [];
}

/** Return the terms of a group that an engagement has, as indices. */
export function termsOf(group, engagement) {
  const parties = () => ENGAGEMENTS.parties[engagement].map(([, node]) => node).filter((node) => node >= 0);
  switch (group) {
    case "type": return [ENGAGEMENTS.type[engagement]];
    case "set": return [statusSetOn(engagement, state.asOf)];
    case "form": return [ENGAGEMENTS.form[engagement]];
    case "status": return [statusOn(engagement, state.asOf)];
    case "role": return [...new Set(ENGAGEMENTS.parties[engagement].map(([role]) => role))];
    case "tier": return [ENGAGEMENTS.tier[engagement]];
    case "sector": return sectorsOf(engagement);
    case "place": return [...new Set(ENGAGEMENTS.places[engagement].flatMap(placesAround))];
    case "country": return [...new Set(parties().map((node) => NODES.country[node]))];
    case "kind": return [...new Set(parties().map((node) => NODES.kind[node]))];
    case "promise": return promiseOf(engagement);
    default: return [isSilent(engagement, state.asOf), inferred[engagement], ENGAGEMENTS.disputes[engagement].length > 0,
      proved[engagement], voicesOn(engagement, state.asOf) < 2, ENGAGEMENTS.opening[engagement]]
      .flatMap((holds, mark) => (holds ? [mark] : []));
  }
}


const indices = new Map();
/** Return the engagements that have a term, on the chosen day. */
export function engagementsWith(group, term) {
  const key = ["set", "status", "mark"].includes(group) ? `${group} ${state.asOf}` : group;
  if (!indices.has(key)) {
    indices.set(key, buildIndex(TERMS[group].length, (add) => {
      for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
        for (const each of termsOf(group, engagement)) if (each >= 0) add(each, engagement);
      }
    }));
  }
  return indices.get(key)(term);
}
