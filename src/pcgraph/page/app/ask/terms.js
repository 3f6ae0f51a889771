// Terms of answers and values of parameters: short names, and which of them the page can select.

import { SOURCES, findEngagement, findNode } from "../model/data.js";
import { normalise } from "../text/tokens.js";
import { SETTINGS, runAside } from "./engine.js";

const NAMESPACES = Object.entries(SETTINGS.prefixes).sort(([, first], [, second]) => second.length - first.length);

/** Return the short form of an IRI, as the command line writes it, or the IRI itself. */
export function shortenIri(iri) {
  const [prefix, namespace] = NAMESPACES.find(([, each]) => iri.startsWith(each)) || [];
  return prefix ? `${prefix}:${iri.slice(namespace.length)}` : iri;
}

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

// ---- Values of parameters -------------------------------------------------------------------------------------------

const suggestions = new Map();

/** Return a promise of the things that a parameter may name: [id, name, language] for each of their names. */
export function suggest({ type, space }) {
  if (!SETTINGS.patterns[type]) return Promise.resolve([]);
  if (!suggestions.has(type)) {
    const found = runAside(`SELECT DISTINCT ?x ?name { { SELECT DISTINCT ?x { ${SETTINGS.patterns[type]} } } VALUES ?naming { ${
      SETTINGS.names.map((iri) => `<${iri}>`).join(" ")} } ?x ?naming ?name } ORDER BY ?x`)
      .then(({ rows }) => rows.map(([thing, name]) => [shortId(thing.value, space), name.value, name["xml:lang"] || ""]));
    found.catch(() => suggestions.delete(type));
    suggestions.set(type, found);
  }
  return suggestions.get(type);
}

const shortId = (iri, space) => (iri.startsWith(space) ? iri.slice(space.length) : shortenIri(iri));

/** Return the IRI that a text may mean: itself, a short IRI, or an id in the namespace of the parameter; "" if it is none. */
function toIri(text, space) {
  const [, prefix, rest] = /^([\w-]+):(.*)$/.exec(text) || [];
  const iri = /^https?:/.test(text) ? text : prefix in SETTINGS.prefixes ? SETTINGS.prefixes[prefix] + rest : space + text;
  return text && !/[\u0000-\u0020<>"{}|^`\\]/.test(iri) ? iri : "";
}

const LITERALS = { integer: /^-?\d+$/, decimal: /^-?\d+(\.\d+)?$/, date: /^\d{4}-\d\d-\d\d$/, string: /^/ };
const ESCAPES = { "\n": "\\n", "\r": "\\r", "}": "\\u007D", '"': '\\"', "\\": "\\\\" };

/** Return the value of a parameter as a term of SPARQL, or "" if it has not the form of its type. */
export function toTerm({ datatype, space }, text) {
  if (!datatype) {
    const iri = toIri(text, space), short = iri && shortenIri(iri);
    return iri && (/^[\w-]+:[A-Za-z0-9][\w-]*$/.test(short) ? short : `<${iri}>`);
  }
  if (!LITERALS[datatype].test(text)) return "";
  const quoted = `"${text.replace(/[\n\r}"\\]/g, (sign) => ESCAPES[sign])}"`;
  return datatype === "string" ? quoted : datatype === "date" ? `${quoted}^^xsd:date` : text;
}

/** Return a promise of the ids that a value means: itself if it is in the graph, or else the things that have this name. */
export async function resolveValue(parameter, text) {
  if (parameter.datatype) return [text];
  const term = toTerm(parameter, text);
  if (term) {
    const inAnyPlace = `{ ${term} ?p ?o } UNION { ?s ?p ${term} } UNION { ?s ${term} ?o }`;
    if ((await runAside(`ASK { GRAPH ?g { ${inAnyPlace} } }`)).boolean) return [text];
  }
  const wanted = normalise(text);
  return [...new Set((await suggest(parameter)).filter(([, name]) => normalise(name) === wanted).map(([id]) => id))];
}
