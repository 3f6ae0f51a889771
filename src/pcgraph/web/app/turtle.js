// Triples as Turtle: the answer to a CONSTRUCT or DESCRIBE, with the prefixes of the project.

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const BARE = { [`${XSD}integer`]: /^[+-]?\d+$/, [`${XSD}decimal`]: /^[+-]?\d*\.\d+$/, [`${XSD}boolean`]: /^(?:true|false)$/ };
const ESCAPES = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** Return the triples, rows of [subject, predicate, object] sorted by subject and predicate, as Turtle. */
export function toTurtle(rows, prefixes) {
  const namespaces = Object.entries(prefixes).sort(([, first], [, second]) => second.length - first.length), used = new Set();

  function iriText(iri) {
    const [prefix, namespace] = namespaces.find(([, each]) => iri.startsWith(each)) || [];
    const name = prefix && iri.slice(namespace.length);
    if (!prefix || !/^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name)) return `<${iri}>`;
    used.add(prefix);
    return `${prefix}:${name}`;
  }

  function termText(term) {
    const { type, value, datatype, "xml:lang": language } = term;
    if (type === "uri") return iriText(value);
    if (type === "bnode") return `_:${value}`;
    if (BARE[datatype]?.test(value)) return value;
    const quoted = `"${value.replace(/[\n\r\t"\\]/g, (sign) => ESCAPES[sign])}"`;
    if (language) return `${quoted}@${language}`;
    return datatype && datatype !== `${XSD}string` ? `${quoted}^^${iriText(datatype)}` : quoted;
  }

  const subjects = new Map(); // subject → predicate → objects
  for (const [subject, predicate, object] of rows) {
    const about = termText(subject), name = predicate.value === RDF_TYPE ? "a" : iriText(predicate.value);
    if (!subjects.has(about)) subjects.set(about, new Map());
    const facts = subjects.get(about);
    facts.set(name, [...(facts.get(name) || []), termText(object)]);
  }
  const blocks = [...subjects].map(([about, facts]) =>
    `${about} ${[...facts].map(([name, objects]) => `${name} ${objects.join(" , ")}`).join(" ;\n\t")} .\n`);
  const head = Object.entries(prefixes).filter(([prefix]) => used.has(prefix));
  return head.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join("") + blocks.join("");
}
