// What the editor offers for an unfinished word: terms of the graph by what stands before it. No element, no network.
// What only sources use finds nothing outside GRAPH and FROM, so the counts of `current` and of the sources stay apart.

import { normalise } from "../text/normalise.js";
import { readContext, tokens } from "./context.js";

const list = (text) => text.split(" ");
const FUNCTIONS = list("COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI IF COALESCE CONCAT "
  + "SUBSTR STRLEN REPLACE UCASE LCASE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY NOW REGEX ABS CEIL FLOOR "
  + "ROUND isIRI isLITERAL isBLANK isNUMERIC sameTerm");
const IN_EXPRESSION = list("DISTINCT AS EXISTS NOT IN");
const IN_GROUP = list("OPTIONAL FILTER GRAPH UNION BIND VALUES MINUS SELECT NOT EXISTS");
const BEFORE = list("SELECT DISTINCT WHERE FROM CONSTRUCT ASK DESCRIBE PREFIX AS NAMED");
const AFTER = list("ORDER BY LIMIT GROUP HAVING DESC ASC OFFSET VALUES");
const DATATYPES = list("xsd:boolean xsd:date xsd:dateTime xsd:decimal xsd:double xsd:gYear xsd:integer xsd:string");
const WORD = /(?:[?$]\w*|[A-Za-z][\w-]*:[\p{L}\p{M}\w.-]*|[\p{L}_][\p{L}\p{M}\p{N}_-]*)?$/u;
const MOST_OFTEN = 100; // uses of a term in the catalogue that make it as likely as it can be
const TYPE = "rdf:type"; // which is written as "a"
const MOST_OFFERED = 12; // a list that needs no scrolling
const MANY = 30_000; // statements with a property, of which there are many

const item = (name, kind, label = "", others = "", uses = 0) => ({ name, kind, label, uses,
  whole: name.toLowerCase(), local: normalise(name.slice(name.indexOf(":") + 1).replace(/^[?$]/, "")),
  words: `${name.slice(name.indexOf(":") + 1).replace(/(?=[A-Z])/g, " ")} ${label} ${others}`.split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean).map(normalise) });

/** Return how often each term and keyword occurs in the texts of queries. */
export function countTerms(texts) {
  const counts = {};
  for (const { kind, text } of texts.flatMap(tokens)) {
    const name = kind === "word" ? text.toUpperCase() : text;
    if (kind === "word" || kind === "short") counts[name] = (counts[name] || 0) + 1;
  }
  return counts;
}

/** Return the function that completes; `terms` are those of `pcgraph.query.names.completion`. */
export function createCompleter({ terms, prefixes }) {
  const { current, sources } = terms, known = new Map();
  const usesOf = (name, table) => Math.max(...[current, sources].map((part) => (table ? part[table][name]?.["rdf:type"]
    : part.uses[name]) || 0));
  for (const [name, [label, others, , uses]] of Object.entries(terms.names)) {
    known.set(name, item(name, "name", label, others, uses));
  }
  for (const name of [...Object.keys(terms.property), ...Object.keys(current.uses), ...Object.keys(sources.uses)]) {
    if (name !== TYPE) known.set(name, item(name, "property", terms.property[name], "", usesOf(name)));
  }
  for (const name of [...Object.keys(terms.class), ...Object.keys(current.by), ...Object.keys(sources.by)]) {
    known.set(name, item(name, "class", terms.class[name], "", usesOf(name, "by")));
  }
  const all = [...known.values()], ofKind = (kind) => all.filter((each) => each.kind === kind);
  const [properties, classes, names] = ["property", "class", "name"].map(ofKind);
  const spaces = Object.entries(prefixes).map(([prefix, iri]) => item(`${prefix}:`, "prefix", iri));
  const datatypes = DATATYPES.map((name) => item(name, "datatype"));
  const keywords = Object.fromEntries([...FUNCTIONS, ...IN_EXPRESSION, ...IN_GROUP, ...BEFORE, ...AFTER, "a"]
    .map((word) => [word, item(word, "keyword")]));
  const sizeOf = (part, kind) => part.by[kind]?.["rdf:type"] || 1;

  const namesakes = (table, variable) => Object.keys(table)
    .filter((name) => variable && name.split(":")[1].toLowerCase() === variable.slice(1).toLowerCase());

  /** Return the classes that a term may have, with their weights: those stated, or else by the triples that it is in. */
  function classesOf(part, term, triples) {
    const stated = triples.filter(([subject, name, value]) => subject === term && name === TYPE && part.by[value]);
    if (stated.length) return Object.fromEntries(stated.map(([, , value]) => [value, 1]));
    const weights = {};
    const add = (counts) => {
      const sum = Object.values(counts).reduce((all_, each) => all_ + each, 0) || 1;
      for (const [kind, count] of Object.entries(counts)) weights[kind] = (weights[kind] || 0) + count / sum;
    };
    for (const [subject, name, value] of triples) {
      if (value === term && part.ends[name]) add(part.ends[name]);
      if (subject === term && name !== TYPE && name !== "rdfs:label") {
        add(Object.fromEntries(Object.entries(part.by).filter(([, counts]) => counts[name])
          .map(([kind, counts]) => [kind, counts[name] / sizeOf(part, kind)])));
      }
    }
    // A variable without other triples is often called as its class.
    return Object.keys(weights).length ? weights : Object.fromEntries(namesakes(part.by, term).map((kind) => [kind, 1]));
  }

  /** Call `offer(item, weight)` for what may stand at a place, outside of variables. */
  function offerTerms(context, part, triples, prior, offer) {
    const { mode, place, subject, property, through, isInverse, variable, next, before } = context;
    const words = (wanted, weight) => wanted.forEach((word) => offer(keywords[word], weight + prior(word.toUpperCase())));
    const likely = (each) => prior(each.name), often = (each, many) => Math.min(1, each.uses / many);
    if (next === "GRAPH" || next === "FROM") {
      for (const each of names) if (/^(src|g):/.test(each.name)) offer(each, 1 + often(each, 500) + likely(each));
      words(["NAMED"], 0.5);
    } else if (mode === "group" && place === "property") {
      offer(keywords.a, 0.9);
      const kinds = through ? part.ends[through] || {} : classesOf(part, subject, triples), scores = {};
      const stated = through ? [] : triples.filter((triple) => triple[0] === subject && triple[1] === TYPE);
      const other = part === current ? sources : current;
      const elsewhere = new Set(stated.flatMap((triple) => Object.keys(other.by[triple[2]] || {})));
      const weights = isInverse ? [] : Object.entries(kinds), sum = weights.reduce((total, [, weight]) => total + weight, 0);
      const used = new Set(triples.filter((triple) => triple[0] === subject).map((triple) => triple[1]));
      for (const [kind, weight] of weights) {
        for (const [name, count] of Object.entries(part.by[kind] || {})) {
          scores[name] = (scores[name] || 0) + weight / sum * Math.min(1.2, count / sizeOf(part, kind));
        }
      }
      if (isInverse) for (const [name, counts] of Object.entries(part.ends)) {
        if (Object.keys(kinds).some((kind) => counts[kind])) scores[name] = 0.5;
      }
      for (const each of properties) {
        // What is used with the class comes first. What is used with it elsewhere only would find nothing.
        const score = scores[each.name];
        if (score) offer(each, 0.2 + score * (used.has(each.name) ? 0.5 : 1) + likely(each));
        else if (part.uses[each.name] && !elsewhere.has(each.name)) {
          offer(each, 0.02 + often(each, MANY) / 10 + likely(each) * (sum ? 0.6 : 1));
        }
      }
    } else if (mode === "group" && place === "value" && property === TYPE) {
      for (const each of classes) offer(each, 0.1 + often(each, 500) * 0.6 + likely(each));
    } else if (mode === "values" || mode === "expression" || mode === "group" && place === "value") {
      const about = mode === "group" ? [property] : triples.filter((each) => each[2] === variable).map((each) => each[1]);
      if (!about.length) about.push(...namesakes(part.values, variable));
      for (const name of about) {
        const values = part.values[name] || {}, most = Math.max(1, ...Object.values(values));
        for (const [value, count] of Object.entries(values)) offer(known.get(value), 0.5 + count / most / 2);
      }
      // A property is wanted where the variable is one, and beside another one.
      const isProperty = triples.some((each) => each[1] === variable) || known.get(before)?.kind === "property";
      for (const each of properties) {
        if (isProperty || each.uses) offer(each, (isProperty ? 0.6 + often(each, MANY) * 0.3 : 0.03) + likely(each));
      }
      if (mode === "expression") {
        words([...FUNCTIONS, ...IN_EXPRESSION], 0.3);
        for (const each of datatypes) offer(each, 0.3 + likely(each));
      }
      for (const each of names) offer(each, 0.05 + often(each, 500) / 10 + likely(each));
      for (const each of classes) offer(each, about.includes(TYPE) ? 0.5 + likely(each) : 0.03 + likely(each) * 0.3);
    } else if (mode === "head") {
      words(context.isClosed ? AFTER : BEFORE, 0.8);
      words(FUNCTIONS, 0.3);
    } else {
      words(IN_GROUP, mode === "group" ? 1 : 0.3);
      words([...AFTER, "WHERE", "DISTINCT", "AS"], 0.3);
      for (const each of names) offer(each, 0.05 + often(each, 500) / 10 + likely(each));
      for (const each of [...properties, ...classes]) offer(each, 0.02 + likely(each) / 2);
    }
    for (const each of spaces) offer(each, 0.5);
  }

  /**
   * Return what the word at the end of `text` may become: { from, typed, context, options }, the likeliest first. `after` is
   * what follows it, and `counts` says how often terms occur in other queries.
   */
  return function complete(text, { after = "", counts = {}, limit = MOST_OFFERED } = {}) {
    const match = /** @type {RegExpExecArray} */ (WORD.exec(text)), typed = match[0], before = tokens(text.slice(0, match.index));
    const found = new Map();
    const context = { ...readContext(before), before: before.slice(-3).findLast(({ kind }) => kind === "short")?.text };
    const triples = [...context.triples, ...readContext([...before, ...tokens(after)]).triples.slice(context.triples.length)];
    const part = context.inSource ? sources : current;
    const prior = (name) => Math.min(1, (counts[name] || 0) / MOST_OFTEN) * 0.8;
    const offer = (each, weight) => { if (each && weight > (found.get(each) || 0)) found.set(each, weight); };
    if (/^[?$]/.test(typed)) {
      before.forEach(({ kind, text: name }, index) => {
        if (kind === "variable") offer(variableItem(name), 1 + index / before.length);
      });
      if (context.place === "value" && context.property) offer(variableItem(`?${context.property.split(":").at(-1)}`), 1.5);
    } else offerTerms(context, part, triples, prior, offer);
    const colon = typed.indexOf(":"), space = colon < 0 ? "" : typed.slice(0, colon + 1).toLowerCase();
    const wanted = normalise(typed.slice(colon + 1).replace(/^[?$]/, ""));
    const isPart = wanted.length > 2 || /[^\x00-\x7f]/.test(wanted); // 中 may stand anywhere in a name
    const options = [];
    for (const [each, weight] of found) {
      if (!each.whole.startsWith(space) || (space && each.kind === "prefix")) continue;
      const fit = !wanted ? 1 / 3 : each.local.startsWith(wanted) || each.whole.startsWith(typed.toLowerCase()) ? 2
        : each.words.some((word) => word.startsWith(wanted)) ? 0.5
        : isPart && (each.local.includes(wanted) || each.words.some((word) => word.includes(wanted))) ? 0.3 : 0;
      if (fit) options.push({ name: each.name, kind: each.kind, label: each.label, weight: weight * fit });
    }
    options.sort((first, second) => second.weight - first.weight || (first.name < second.name ? -1 : 1));
    return { from: match.index, typed, context, options: options.slice(0, limit) };
  };

  function variableItem(name) {
    if (!known.has(name)) known.set(name, item(name, "variable"));
    return known.get(name);
  }
}
