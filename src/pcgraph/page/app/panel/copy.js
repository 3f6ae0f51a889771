// Copy and cite: the selection as Turtle, as a SPARQL query, as a citation and as a link.

import {
  DATA, ENGAGEMENTS, LABEL_LANGUAGE, NODES, SOURCES, TERMS, TIES, expandCurie, isBelievedOn, isKnownOn, statusOn, tiesOf,
} from "../model/data.js";
import { state } from "../model/state.js";
import { formatDate, formatDay } from "../text/dates.js";
import { button, el } from "../text/elements.js";
import { engagementTitle, localName, nodeName, termLabel, translate } from "../text/text.js";
import { stripControls } from "../text/tokens.js";
import { isAnySourceKnown, knownSteps, placesInWords, sourcesOf } from "./evidence.js";

const PREFIXES = { ...DATA.prefixes, rdfs: "http://www.w3.org/2000/01/rdf-schema#" };

/** Return a Turtle string literal. Letters of any script are not escaped. */
function turtleLiteral(text, lang = "") {
  const safe = text.replace(/[\\"]/g, "\\$&")
    .replace(/[\u0000-\u001f\u007f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${safe}"${lang ? `@${lang}` : ""}`;
}

/** Return an IRI in angle brackets. Characters that an IRI must not contain are encoded. */
const iriReference = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`;

/** Return a term in Turtle or SPARQL: a prefixed name if it needs no escaping, or else the full IRI. */
function rdfTerm(curie) {
  const [, prefix, name] = /^([a-z]*):(.*)$/s.exec(curie) || [];
  if (prefix !== undefined && Object.hasOwn(PREFIXES, prefix) && /^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name)) return curie;
  return iriReference(expandCurie(curie));
}

/** Return the declarations of the prefixes that a text uses. */
function prefixDeclarations(text, form) {
  // Strings, IRIs and comments contain no prefixed names.
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>|#.*/g, "");
  const used = new Set([...bare.matchAll(/(?<![\w?])([a-z]+):(?=[A-Za-z0-9_])/g)].map(([, prefix]) => prefix));
  return Object.keys(PREFIXES).filter((prefix) => used.has(prefix)).sort().map((prefix) => (form === "turtle"
    ? `@prefix ${prefix}: <${PREFIXES[prefix]}> .` : `PREFIX ${prefix}: <${PREFIXES[prefix]}>`)).join("\n");
}

// ---- Turtle, with triples of the graph `current` only ------------------------------------------------------------------

// `label` is in the language of the labels that stand alone, and `labels` has those in the others.
const labelProperties = (table, row) => [[LABEL_LANGUAGE, table.label[row]],
  ...Object.entries(table.labels[row] || {}).filter(([lang]) => lang !== LABEL_LANGUAGE)]
  .map(([lang, text]) => ["rdfs:label", turtleLiteral(text, lang)]);

/** Return one subject with its properties in Turtle. The values of a property are on one line. */
function turtleBlock(subject, properties) {
  const byProperty = new Map();
  for (const [property, value] of properties) byProperty.set(property, new Set([...(byProperty.get(property) || []), value]));
  return `${subject} ${[...byProperty].map(([property, values]) =>
    `${property === "rdf:type" ? "a" : property} ${[...values].join(" , ")}`).join(" ;\n    ")} .`;
}

const passageIri = (/** @type {any[]} */ [source, fragment]) => iriReference(`${expandCurie(SOURCES.iri[source])}#${fragment}`);

function engagementTurtle(engagement) {
  if (!isKnownOn(engagement, null)) {
    const day = formatDay(ENGAGEMENTS.status[engagement].at(-1));
    return `# ${translate("noLonger", day)}: ${expandCurie(ENGAGEMENTS.iri[engagement])}`;
  }
  const subject = rdfTerm(ENGAGEMENTS.iri[engagement]);
  const stepName = (name) => rdfTerm(`${ENGAGEMENTS.iri[engagement].slice(0, ENGAGEMENTS.iri[engagement].indexOf(":"))}:${name}`);
  const passagesFor = (name) => ENGAGEMENTS.passages[engagement].filter(([, , , proves]) => proves === name)
    .map((passage) => ["pcg:statedIn", passageIri(passage)]);
  const currentStatus = statusOn(engagement, null);
  const steps = ENGAGEMENTS.steps[engagement];
  const engagementBlock = turtleBlock(subject,
    [["rdf:type", rdfTerm(TERMS.type[ENGAGEMENTS.type[engagement]].id)], ...labelProperties(ENGAGEMENTS, engagement),
    ...(ENGAGEMENTS.form[engagement] >= 0 ? [["pcg:kind", rdfTerm(TERMS.form[ENGAGEMENTS.form[engagement]].id)]] : []),
    ...ENGAGEMENTS.parties[engagement].filter(([, node]) => node >= 0)
      .map(([role, node]) => [rdfTerm(TERMS.role[role].id), rdfTerm(NODES.iri[node])]),
    ...ENGAGEMENTS.sectors[engagement].map((sector) => ["pcg:sector", rdfTerm(TERMS.sector[sector].id)]),
    ...["starts", "ends", "expected"].filter((name) => ENGAGEMENTS[name][engagement])
      .map((name) => [`pcg:${name}`, turtleLiteral(ENGAGEMENTS[name][engagement])]),
    ...steps.map(([, , , , , , name]) => ["pcg:step", stepName(name)]),
    ...(currentStatus >= 0 ? [["pcg:currentStatus", rdfTerm(TERMS.status[currentStatus].id)]] : []),
    ...passagesFor(localName(ENGAGEMENTS.iri[engagement]))]);
  const stepBlocks = steps.map(([status, edtf, , , , , name]) => turtleBlock(stepName(name), [["rdf:type", "pcg:Step"],
    ["pcg:status", rdfTerm(TERMS.status[status].id)], ...(edtf ? [["pcg:date", turtleLiteral(edtf)]] : []),
    ...passagesFor(name)]));
  return [engagementBlock, ...stepBlocks].join("\n");
}

const tieTriple = (tie) => {
  const [subject, object] = [NODES.iri[TIES.from[tie]], NODES.iri[TIES.to[tie]]];
  return `${rdfTerm(subject)} ${rdfTerm(TERMS.relation[TIES.relation[tie]].id)} ${rdfTerm(object)} .`;
};
const believedTies = (node) => [...tiesOf(node)].filter((tie) => isBelievedOn(TIES.known[tie], null));

/** Return the selection in Turtle: an engagement with its steps, or an organisation with its believed ties. */
export function turtle({ kind, index }) {
  let body;
  if (kind === "node") {
    body = [turtleBlock(rdfTerm(NODES.iri[index]),
      [...(NODES.kind[index] >= 0 ? [["rdf:type", rdfTerm(TERMS.kind[NODES.kind[index]].id)]] : []),
      ...(NODES.iri[index] && localName(TERMS.kind[NODES.kind[index]]?.id || "") === "UnnamedParty" ? []
        : labelProperties(NODES, index)),
      ...(NODES.country[index] >= 0 ? [["pcg:country", rdfTerm(TERMS.country[NODES.country[index]].id)]] : [])]),
        ...new Set(believedTies(index).map(tieTriple))].join("\n");
  } else body = engagementTurtle(index);
  return `${prefixDeclarations(body, "turtle")}\n\n${body}\n`;
}

// ---- SPARQL for `pcgraph query -`, whose default graph contains what is believed --------------------------------------

/** Return a SPARQL query about the selection. */
export function sparql({ kind, index }) {
  let body;
  if (kind === "node") {
    body = `# ${stripControls(NODES.label[index])}: its believed ties and its roles in engagements
SELECT ?relation ?other ?label
WHERE {
    {
        ${rdfTerm(NODES.iri[index])} ?relation ?other .
    } UNION {
        ?other ?relation ${rdfTerm(NODES.iri[index])} .
        ?relation rdfs:subPropertyOf* pcg:participant .
    }
    ?other rdfs:label ?label FILTER(lang(?label) = "${LABEL_LANGUAGE}")
}
ORDER BY ?relation ?other`;
  } else {
    body = `# ${stripControls(ENGAGEMENTS.label[index])}: every source that reports it, with the passage
SELECT ?source ?published ?step ?passage
WHERE {
    {
        BIND (${rdfTerm(ENGAGEMENTS.iri[index])} AS ?said)
    } UNION {
        # A source may use its own IRI for it.
        ?said <http://www.w3.org/2002/07/owl#sameAs> ${rdfTerm(ENGAGEMENTS.iri[index])} .
    }
    GRAPH ?source {
        ?source a pcg:Source .
        {
            ?said pcg:statedIn ?passage .
        } UNION {
            ?said pcg:step ?step .
            ?step pcg:statedIn ?passage .
        }
        OPTIONAL { ?source pcg:date ?published }
    }
}
ORDER BY ?source ?step ?passage`;
  }
  return `${prefixDeclarations(body, "sparql")}\n${body}\n`;
}

// ---- Citation --------------------------------------------------------------------------------------------------------

/** Return a fact about an engagement in words: a status with its date or, for its own name, that it exists. */
function factInWords(engagement, name) {
  const step = knownSteps(engagement).find((each) => each[6] === name);
  if (!step) return translate("provesItself");
  return [termLabel("status", step[0]), step[1] && formatDate(step[1]), step[4] ? translate("inferred") : ""].filter(Boolean)
    .join(translate("comma"));
}

/** Return the facts of an engagement that can be cited, by their names: that of its status first, its own existence last. */
export function citableFacts(engagement) {
  const status = statusOn(engagement, state.asOf), steps = knownSteps(engagement).toReversed();
  return [...steps.filter(([each]) => each === status), ...steps.filter(([each]) => each !== status)]
    .map((step) => step[6]).concat(localName(ENGAGEMENTS.iri[engagement]));
}

/**
 * Return a citation: the sentence, one line for each source with its passages and their state, the day, and the address. Of an
 * engagement it cites one fact, by its name; of an organisation, everything that is reported.
 */
export function citation({ kind, index }, fact = citableFacts(index)[0]) {
  const isNode = kind === "node";
  const step = isNode ? undefined : knownSteps(index).find((each) => each[6] === fact);
  const passages = isNode ? [] : ENGAGEMENTS.passages[index].filter(([, , , proves]) => proves === fact);
  const told = isNode ? [...sourcesOf(index)] : [...(step?.[5] || []), ...passages.map(([source]) => source)];
  const sources = [...new Set(told.length || isNode ? told : ENGAGEMENTS.sources[index])]
    .filter((source) => isAnySourceKnown([source]))
    .sort((a, b) => Number(SOURCES.date[a] > SOURCES.date[b]) - Number(SOURCES.date[a] < SOURCES.date[b]));
  const passageText = (/** @type {Passage} */ [, fragment, location, , checked]) =>
    `${placesInWords([location || fragment])[0]} (${translate(`passageShort_${checked}`)})`;
  const sourceLine = (source) => [SOURCES.publisher[source], SOURCES.title[source] && `“${SOURCES.title[source]}”`,
    SOURCES.date[source] && formatDate(SOURCES.date[source]), SOURCES.address[source],
    ...passages.filter(([each]) => each === source).map(passageText)].filter(Boolean).join(", ");
  const sentence = isNode ? nodeName(index).text
    : translate("labelled", engagementTitle(index).text, factInWords(index, fact)) + translate("fullStop");
  const asOf = state.asOf ?? DATA.as_of ?? DATA.today;
  return [sentence, ...sources.map(sourceLine), translate("labelled",
    [DATA.title, translate("citeAsOf", formatDay(asOf))].join(translate("comma")),
    expandCurie((isNode ? NODES : ENGAGEMENTS).iri[index]))].join("\n");
}

// ---- Buttons -----------------------------------------------------------------------------------------------------------

/** Copy a text and return whether this worked. If the browser refuses, select the text instead. */
async function copyText(text, area) {
  area.value = text;
  area.rows = Math.min(14, text.split("\n").length + 1);
  area.hidden = false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area.focus();
    area.select();
    return false;
  }
}

/** Create the section with the copy buttons at the end of the panel. */
export function copySection(selection) {
  const textArea = el("textarea", { readonly: true, hidden: true, dir: "ltr", spellcheck: "false",
    "aria-label": translate("copiedText") });
  const message = el("p", { class: "message", role: "status" });
  const copyButton = (key, createText) => button({ class: "wide", "data-key": key }, async () => {
    const done = await copyText(createText(selection), textArea);
    message.textContent = done ? translate("copied") : translate("copyByHand");
  }, translate(key));
  const facts = selection.kind === "engagement" ? citableFacts(selection.index) : [];
  const choice = el("select", { "data-key": "fact" }, ...facts.map((fact) => el("option", { value: fact },
    factInWords(selection.index, fact))));
  const name = (selection.kind === "node" ? NODES : ENGAGEMENTS).iri[selection.index];
  return el("section", { class: "copy" }, el("h3", {}, translate("takeAway")),
    el("div", { class: "buttons" }, copyButton("copyTurtle", turtle), copyButton("copySparql", sparql),
      copyButton("copyLink", () => location.href),
      copyButton("copyCitation", (what) => citation(what, choice.value || undefined)),
      facts.length ? el("label", { class: "option" }, el("span", {}, translate("citedFact")), choice) : ""),
    message, textArea, el("p", { class: "soft iri", dir: "ltr" }, expandCurie(name)));
}
