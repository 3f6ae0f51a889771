"use strict";
// Copies for the reader: the facts as Turtle, a query as SPARQL, a citation, and the address.

const PREFIXES = { ...DATA.prefixes, rdfs: "http://www.w3.org/2000/01/rdf-schema#" };

/** A Turtle string literal; letters of any script are not escaped. */
function literal(text, lang = "") {
  const safe = text.replace(/[\\"]/g, "\\$&").replace(/[\u0000-\u001f\u007f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${safe}"${lang ? `@${lang}` : ""}`;
}

/** An IRI in angle brackets, with characters that an IRI must not contain encoded. */
const enclosed = (address) => `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`;

/** A term in Turtle or SPARQL: a prefixed name if it needs no escaping, or else the full IRI. */
function term(curie) {
  const [, prefix, name] = /^([a-z]*):(.*)$/s.exec(curie) || [];
  if (prefix !== undefined && Object.hasOwn(PREFIXES, prefix) && /^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name)) return curie;
  return enclosed(iri(curie));
}

/** Declarations of the prefixes that a text uses. */
function prologue(text, form) {
  // Text in quotes or angle brackets contains no prefixed names.
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>|#.*/g, "");
  const used = new Set([...bare.matchAll(/(?<![\w?])([a-z]+):(?=[A-Za-z0-9_])/g)].map(([, prefix]) => prefix));
  return Object.keys(PREFIXES).filter((prefix) => used.has(prefix)).sort().map((prefix) => (form === "turtle"
    ? `@prefix ${prefix}: <${PREFIXES[prefix]}> .` : `PREFIX ${prefix}: <${PREFIXES[prefix]}>`)).join("\n");
}

// ---- Turtle: only what the graph `current` contains -----------------------------------------------------------------

const labelLines = (table, at) => [["rdfs:label", literal(table.label[at], "en")],
  ...Object.entries(table.labels[at] || {}).filter(([lang]) => lang !== "en").map(([lang, text]) => ["rdfs:label",
    literal(text, lang)])];

/** One subject with its properties; the values of a property are on one line. */
function block(subject, lines) {
  const byProperty = new Map();
  for (const [property, value] of lines) byProperty.set(property, new Set([...(byProperty.get(property) || []), value]));
  return `${subject} ${[...byProperty].map(([property, values]) => `${property === "rdf:type" ? "a" : property} ${[...values].join(" , ")}`).join(" ;\n    ")} .`;
}

const passageTerm = ([source, fragment]) => enclosed(`${iri(S.iri[source])}#${fragment}`);

function engagementTurtle(at) {
  if (!knownOn(at, null)) return `# ${say("noLonger", dayText(E.status[at].at(-1)))}: ${iri(E.iri[at])}`;
  const subject = term(E.iri[at]);
  const stepName = (name) => term(`${E.iri[at].slice(0, E.iri[at].indexOf(":"))}:${name}`);
  const proofs = (name) => E.passages[at].filter(([, , , proves]) => proves === name).map((passage) => ["pcg:statedIn",
    passageTerm(passage)]);
  const now = statusOn(at, null);
  const steps = E.steps[at];
  const own = block(subject, [["rdf:type", term(W.type[E.type[at]].id)], ...labelLines(E, at),
    ...(E.form[at] >= 0 ? [["pcg:kind", term(W.form[E.form[at]].id)]] : []),
    ...E.parties[at].filter(([, node]) => node >= 0).map(([role, node]) => [term(W.role[role].id), term(N.iri[node])]),
    ...E.sectors[at].map((sector) => ["pcg:sector", term(W.sector[sector].id)]),
    ...["starts", "ends", "expected"].filter((name) => E[name][at]).map((name) => [`pcg:${name}`, literal(E[name][at])]),
    ...steps.map(([, , , , , , name]) => ["pcg:step", stepName(name)]),
    ...(now >= 0 ? [["pcg:currentStatus", term(W.status[now].id)]] : []),
    ...proofs(localName(E.iri[at]))]);
  return [own, ...steps.map(([status, edtf, , , , , name]) => block(stepName(name), [["rdf:type", "pcg:Step"],
    ["pcg:status", term(W.status[status].id)], ...(edtf ? [["pcg:date", literal(edtf)]] : []), ...proofs(name)]))].join("\n");
}

const tieLine = (tie) => `${term(N.iri[T.from[tie]])} ${term(W.relation[T.relation[tie]].id)} ${term(N.iri[T.to[tie]])} .`;
const nowTies = (node) => [...tiesOf(node)].filter((tie) => believedOn(T.known[tie], null));

function turtle({ kind, at }) {
  let body;
  if (kind === "node") {
    body = [block(term(N.iri[at]), [...(N.kind[at] >= 0 ? [["rdf:type", term(W.kind[N.kind[at]].id)]] : []),
      ...(N.iri[at] && localName(W.kind[N.kind[at]]?.id || "") === "UnnamedParty" ? [] : labelLines(N, at)),
      ...(N.country[at] >= 0 ? [["pcg:country", term(W.country[N.country[at]].id)]] : [])]),
        ...new Set(nowTies(at).map(tieLine))].join("\n");
  } else if (kind === "tie") {
    const line = believedOn(T.known[at], null) ? tieLine(at) : `# ${say("noLonger", dayText(T.known[at].at(-1)))}: ${tieLine(at)}`;
    body = [line, ...(T.engagement[at] >= 0 ? [engagementTurtle(T.engagement[at])] : [])].join("\n");
  } else body = engagementTurtle(at);
  return `${prologue(body, "turtle")}\n\n${body}\n`;
}

// ---- SPARQL: for `pcgraph query -`, whose default graph is what is believed --------------------------------------

function sparql({ kind, at }) {
  let body;
  if (kind === "node") {
    body = `# ${plain(N.label[at])}: its believed ties and its roles in engagements
SELECT ?relation ?other ?label
WHERE {
    {
        ${term(N.iri[at])} ?relation ?other .
    } UNION {
        ?other ?relation ${term(N.iri[at])} .
        ?relation rdfs:subPropertyOf* pcg:participant .
    }
    ?other rdfs:label ?label FILTER(lang(?label) = "en")
}
ORDER BY ?relation ?other`;
  } else {
    const engagement = kind === "tie" ? T.engagement[at] : at;
    const tie = kind === "tie" ? `    # The believed tie; no rows: it is no longer believed.\n    ${tieLine(at)}\n` : "";
    body = engagement < 0 ? `ASK {\n${tie}}` : `# ${plain(E.label[engagement])}: every source that reports it, with the passage
SELECT ?source ?published ?step ?passage
WHERE {
${tie}    {
        BIND (${term(E.iri[engagement])} AS ?said)
    } UNION {
        # A source may use its own IRI for it.
        ?said <http://www.w3.org/2002/07/owl#sameAs> ${term(E.iri[engagement])} .
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
  return `${prologue(body, "sparql")}\n${body}\n`;
}

// ---- Citation --------------------------------------------------------------------------------------------------------

/** One line for each source with its passages, then the IRI of the fact. */
function citation({ kind, at }) {
  const engagement = kind === "tie" ? T.engagement[at] : kind === "engagement" ? at : -1;
  const bySource = new Map();
  if (engagement >= 0) {
    for (const place of E.sources[engagement]) bySource.set(place, new Set());
    for (const [source, fragment, place] of E.passages[engagement]) bySource.set(source, (bySource.get(source)
      || new Set()).add(place || fragment));
  } else if (kind === "node") {
    for (const place of tellingOf(at)) bySource.set(place, new Set());
  }
  const sources = [...bySource].filter(([place]) => isKnown([place])).sort((a,
    b) => (S.date[a[0]] > S.date[b[0]]) - (S.date[a[0]] < S.date[b[0]]));
  const line = ([place, places]) => [S.publisher[place], S.title[place] && `“${S.title[place]}”`, S.date[place]
    && when(S.date[place]), S.address[place],
    [...places].join(", ")].filter(Boolean).join(", ");
  const what = kind === "node" ? nameOf(at).text : kind === "tie"
    ? `${nameOf(T.from[at]).text} ${word("relation", T.relation[at])} ${nameOf(T.to[at]).text}` : "";
  const title = engagement >= 0 ? titleOf(engagement).text : "";
  const fact = kind === "node" ? N.iri[at] : engagement >= 0 ? E.iri[engagement] : "";
  const asOf = state.asOf ?? DATA.as_of;
  return [[...new Set([what, title])].filter(Boolean).join(" — "), ...sources.map(line),
    `${DATA.title}${asOf === null ? "" : `, ${say("citeAsOf", dayText(asOf))}`}${fact ? `: ${iri(fact)}` : ""}`].join("\n");
}

// ---- Buttons -----------------------------------------------------------------------------------------------------------

/** Copy a text; if the browser refuses, show it selected. Returns whether it was copied. */
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

/** The copy buttons at the end of the panel. */
function takeAway(what) {
  const area = el("textarea", { readonly: true, hidden: true, dir: "ltr", spellcheck: "false", "aria-label": say("copiedText") });
  const told = el("p", { class: "told", role: "status" });
  const one = (key, make) => button({ class: "wide", "data-key": key }, async () => {
    const done = await copyText(make(what), area);
    told.textContent = done ? say("copied") : say("copyByHand");
  }, say(key));
  const name = what.kind === "node" ? N.iri[what.at] : what.kind === "tie" ? (T.engagement[what.at] < 0 ? "" : E.iri[T.engagement[what.at]]) : E.iri[what.at];
  return el("section", { class: "take" }, el("h3", {}, say("takeAway")),
    el("div", { class: "buttons" }, one("copyTurtle", turtle), one("copySparql", sparql), one("copyCitation", citation),
      one("copyLink", () => location.href)),
    told, area, el("p", { class: "soft iri", dir: "ltr" }, iri(name)));
}
