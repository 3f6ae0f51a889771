// Values of parameters: what a name or an id means, as a term of SPARQL. The map and the query page share this.

import { normalise } from "../text/normalise.js";
import { AskError } from "./ask_error.js";

const MOST_MEANINGS = 8; // ids that an error lists
const LITERALS = { // by type or datatype
  integer: /^-?\d+$/, decimal: /^-?\d+(\.\d+)?$/, date: /^\d{4}-\d\d-\d\d$/, string: /^/, period: /^\d{4}(-\d\d){0,2}$/,
};
const ESCAPES = { "\n": "\\n", "\r": "\\r", "}": "\\u007D", '"': '\\"', "\\": "\\\\" };

/** Return what gives the short form of an IRI, as the command line writes it, or the IRI itself. */
export function createShortener(prefixes) {
  const namespaces = Object.entries(prefixes).sort(([, first], [, second]) => second.length - first.length);
  return (iri) => {
    const [prefix, namespace] = namespaces.find(([, each]) => iri.startsWith(each)) || [];
    return prefix ? `${prefix}:${iri.slice(namespace.length)}` : iri;
  };
}

/** Return the functions for the values of a page. `ask` returns a promise of the answer to a short query. */
export function createValues({ prefixes, patterns = {}, names = [] }, ask) {
  const suggestions = new Map(), shortenIri = createShortener(prefixes);
  const shortId = (iri, space) => (iri.startsWith(space) ? iri.slice(space.length) : shortenIri(iri));

  /** Return a promise of the things that a parameter may name: [id, name, language] for each of their names. */
  function suggest({ type, space }) {
    if (!patterns[type]) return Promise.resolve([]);
    if (!suggestions.has(type)) { // labels come before other names
      const found = ask(`SELECT DISTINCT ?x ?rank ?name { { SELECT DISTINCT ?x { ${patterns[type]} } } VALUES (?naming ?rank) { ${
        names.map((iri, rank) => `(<${iri}> ${rank})`).join(" ")} } ?x ?naming ?name } ORDER BY ?x ?rank`)
        .then(({ rows }) => rows.map(([thing, , name]) => [shortId(thing.value, space), name.value, name["xml:lang"] || ""]));
      found.catch(() => suggestions.delete(type));
      suggestions.set(type, found);
    }
    return suggestions.get(type);
  }

  /** Return the IRI that a text may mean: itself, a short IRI, or an id in the namespace of the parameter; "" if it is none. */
  function toIri(text, space) {
    const [, prefix, rest] = /^([\w-]+):(.*)$/.exec(text) || [];
    const iri = /^https?:/.test(text) ? text : prefix in prefixes ? prefixes[prefix] + rest : space + text;
    return text && !/[\u0000-\u0020<>"{}|^`\\]/.test(iri) ? iri : "";
  }

  /** Return the value of a parameter as a term of SPARQL, or "" if it has not the form of its type. */
  function toTerm({ type, datatype, space }, text) {
    if (!datatype) {
      const iri = toIri(text, space), short = iri && shortenIri(iri);
      return iri && (/^[\w-]+:[A-Za-z0-9][\w-]*$/.test(short) ? short : `<${iri}>`);
    }
    if (!(LITERALS[type] || LITERALS[datatype]).test(text)) return "";
    const quoted = `"${text.replace(/[\n\r}"\\]/g, (sign) => ESCAPES[sign])}"`;
    return datatype === "string" ? quoted : datatype === "date" ? `${quoted}^^xsd:date` : text;
  }

  /** Return a promise of the ids that a value means: itself if it is in the graph, or else the things that have this name. */
  async function findMeanings(parameter, text) {
    if (parameter.datatype) return [text];
    const term = toTerm(parameter, text);
    if (term) {
      const inAnyPlace = `{ ${term} ?p ?o } UNION { ?s ?p ${term} } UNION { ?s ${term} ?o }`;
      if ((await ask(`ASK { GRAPH ?g { ${inAnyPlace} } }`)).boolean) return [text];
    }
    const wanted = normalise(text);
    return [...new Set((await suggest(parameter)).filter(([, name]) => normalise(name) === wanted).map(([id]) => id))];
  }

  /** Return a promise of the one id that a value means, or of the value of a literal; it fails with an `AskError`. */
  async function resolveValue(parameter, text) {
    const { name, type, example } = parameter;
    if (!text) throw new AskError("askNoValue", [name, example]);
    if (parameter.datatype && !toTerm(parameter, text)) throw new AskError("askBadValue", [name, text, type, example]);
    const ids = await findMeanings(parameter, text);
    if (!ids.length) throw new AskError("askNoThing", [name, text, example]);
    if (ids.length > 1) throw new AskError("askManyThings", [name, text, ids.slice(0, MOST_MEANINGS).join(", ")]);
    return ids[0];
  }

  /** Return the text of a question with the values of its parameters, or "" if a value has not the form of its type. */
  function questionText(question, values) {
    const terms = question.parameters.map((parameter) => toTerm(parameter, values[parameter.name] ?? parameter.example));
    const lines = question.parameters.map(({ name }, place) => `\n    VALUES ?${name} { ${terms[place]} }`);
    return terms.includes("") ? "" : question.head + lines.join("") + question.tail;
  }

  return { questionText, resolveValue, shortenIri, suggest, toTerm };
}
