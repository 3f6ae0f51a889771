// Terms of answers and values of parameters: short names, and which of them the page can select.

import { SOURCES, findEngagement, findNode } from "../model/data.js";
import { SETTINGS, engine } from "./page_engine.js";
import { createValues } from "./values.js";

export const { questionText, resolveValue, shortenIri, suggest } = createValues(SETTINGS, (text) => engine.runAside(text));

const sourceAddresses = new Map(SOURCES.iri.map((curie, source) => [curie, SOURCES.address[source]]));
/** Return the address of the document that a source, or a passage of it, stands for; "" for other IRIs. */
export const sourceAddress = (iri) => sourceAddresses.get(shortenIri(iri).split("#")[0]) || "";

/** Return what an IRI stands for on the page as { kind, index, isStep }, or null. A step stands for its engagement. */
export function findThing(iri) {
  const name = shortenIri(iri), node = findNode(name), engagement = findEngagement(name);
  if (node >= 0) return { kind: "node", index: node, isStep: false };
  if (engagement >= 0) return { kind: "engagement", index: engagement, isStep: false };
  const owner = findEngagement(name.replace(/\.[^.]*$/, ""));
  return owner >= 0 ? { kind: "engagement", index: owner, isStep: true } : null;
}
