"use strict";
// The panel beside the map: how to read the page, the dossier of an organisation, the evidence of a tie.

const panel = document.getElementById("panel");

const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
const list = (items, attributes) => el("ul", attributes || {}, ...items.map((item) => el("li", {}, item)));
const chip = (text, title) => el("span", { class: "chip", title: title || null }, text);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function rows(pairs) {
  const filled = pairs.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return filled.length ? el("dl", {}, ...filled.flatMap(([what, value, mark]) => [
    el("dt", {}, what), el("dd", {}, typeof value === "string" ? bdi(value) : value, mark ? " " : "", mark || ""),
  ])) : "";
}

/** The line of the map as a small picture: colour of the relation, dash of the status. */
function lineSwatch({ tone, dashes, width }) {
  const line = svg("line", { x1: 1, x2: 27, y1: 7, y2: 7, class: `tone-${tone ?? "ink"}`, "stroke-width": width || 2.2 });
  if (dashes && dashes.length) line.setAttribute("stroke-dasharray", dashes.map((dash) => dash * 0.7).join(" "));
  return svg("svg", { class: "swatch", width: 28, height: 14, "aria-hidden": "true" }, line);
}

/** The mark of the map as a small picture: shape of the kind, filling of the country. */
function nodeSwatch({ shape = "circle", side = "ink" }) {
  const { ring, dot, dash } = shape === "blank" ? MARKS.blank : MARKS[side];
  const mark = svg("path", { d: SHAPES[shape], class: `side-${side}${ring ? " ring" : ""}` });
  if (ring) {
    mark.setAttribute("transform", `scale(${1 - ring / 2})`);
    mark.setAttribute("stroke-width", ring / (1 - ring / 2));
  }
  if (dash) mark.setAttribute("stroke-dasharray", dash.join(" "));
  return svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, mark,
    ...(dot ? [svg("circle", { r: dot, class: "dot" })] : []));
}

function show(kicker, title, ...content) {
  const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
  panel.replaceChildren(
    el("div", { class: "panel-top" },
      el("p", { class: "kicker" }, kicker),
      kicker ? button({ class: "close", "aria-label": "Close", title: "Close (Esc)" }, () => pick(null), "×") : ""),
    heading, ...content);
  panel.classList.toggle("open", Boolean(kicker));
  panel.scrollTop = 0;
  return heading;
}

// ---- Nothing chosen -----------------------------------------------------------------------------------------------

function showIntro() {
  const sources = Object.entries(DATA.sources).sort(([, a], [, b]) => (b.date > a.date) - (b.date < a.date));
  show("", "How to read this map",
    el("p", {}, "Each mark is an organisation, each line one tie between two of them. Choose either to read what stands "
      + "behind it and which passage of which source says so."),
    list([
      "The more solid a line, the further the matter has come; the wider, the more sources report it.",
      "An arrow points from the one who does to the one it is done for.",
      "Filled marks and rings tell the two countries apart; shapes tell kinds of organisation.",
    ], { class: "plain" }),
    DATA.unknowns.length ? section("Known to be missing", list(DATA.unknowns.map((text) => bdi(text)), { class: "unknown" })) : "",
    sources.length ? section(many(sources.length, "source", "sources"),
      el("ul", { class: "cards" }, ...sources.map(([iri]) => el("li", {}, ...sourceLines(iri))))) : "",
    section("Keys", el("p", { class: "soft keys" }, el("kbd", {}, "/"), " find  ", el("kbd", {}, "Esc"), " close  ",
      el("kbd", {}, "Tab"), " next tie  ", el("kbd", {}, "+"), " ", el("kbd", {}, "−"), " zoom, arrows move (map in focus)")));
}

function sourceLines(iri) {
  const source = DATA.sources[iri];
  if (!source) return [el("span", { class: "soft" }, iri)];
  const facts = [source.publisher, source.date && when(source.date), source.tier && `${source.tier} source`,
    source.said_by && `said by ${source.said_by}`].filter(Boolean);
  return [el("span", { class: "source" }, el("bdi", {}, link(source.address, source.title || iri))),
    el("span", { class: "soft" }, bdi(facts.join(" · ")))];
}

// ---- An organisation ----------------------------------------------------------------------------------------------

function showNode(node) {
  const name = nameOf(node);
  const others = [["", node.label], ...Object.entries(node.labels)].filter(([, text]) => text && text !== name.text);
  const seen = new Set();
  const names = others.filter(([, text]) => !seen.has(text) && seen.add(text));
  const kind = legendItem("kind", node.kind).label;
  const country = node.country && legendItem("country", node.country).label;
  const mine = tiesOf.get(node.id);
  const groups = DATA.legend.status.map((item) => [item, mine.filter((tie) => tie.status_set === item.id)]);
  const kicker = el("span", {}, nodeSwatch(node), [capital(kind), country].filter(Boolean).join(" · "));
  return show(kicker, nameElement(node),
    names.length ? el("p", { class: "names" }, ...names.map(([lang, text]) => bdi(text, lang))) : "",
    rows(node.facts.map((fact) => [fact.what, fact.value,
      fact.background ? chip("background", "General knowledge, not said by a source of this collection") : null])),
    el("p", {}, button({ class: "wide", "aria-pressed": String(state.only) }, () => {
      state.only = !state.only;
      apply(true);
      showNode(node).focus({ preventScroll: true });
    }, state.only ? "Show the whole map again" : "Show only its ties")),
    ...groups.filter(([, ties]) => ties.length).map(([item, ties]) => section(
      el("span", {}, lineSwatch({ dashes: item.dashes }), `${item.label} `, el("span", { class: "soft" }, ties.length)),
      el("ul", { class: "cards" }, ...ties.map((tie) => el("li", {}, tieButton(tie, node)))))),
    mine.length ? "" : el("p", { class: "soft" }, "No tie with another organisation is known."),
    node.measures.length ? section("Place in the network", el("ul", { class: "measures" }, ...node.measures.map((measure) =>
      el("li", {}, el("span", { class: "figure" }, String(measure.value)), el("span", {}, measure.name),
        el("span", { class: "soft" }, measure.meaning))))) : "",
    node.aliases.length ? section("Also written", el("p", { class: "soft names" }, ...node.aliases.map((text) => bdi(text)))) : "");
}

function tieButton(tie, node) {
  const out = tie.from === node.id;
  const other = NODES.get(out ? tie.to : tie.from);
  const arrow = tie.symmetric ? "" : out ? "→" : "←";
  return button({ class: "card" }, () => pick({ tie: tie.id }, { move: false, focus: true }),
    el("span", { class: "line" }, lineSwatch(tie), el("span", {}, `${tie.relation_label} `,
      arrow ? el("span", { "aria-label": out ? "to" : "by" }, `${arrow} `) : "", el("strong", {}, nameElement(other)))),
    el("span", { class: "soft" }, bdi([tie.engagement_label, tie.status, tie.date && when(tie.date)].filter(Boolean).join(" · "))));
}

// ---- A tie --------------------------------------------------------------------------------------------------------

function showTie(tie) {
  const what = DATA.engagements[tie.engagement];
  const ends = [tie.from, tie.to].map((id) => button({ class: "link" }, () => pick({ node: id }, { focus: true }),
    nameElement(NODES.get(id))));
  const rest = DATA.edges.filter((other) => other.engagement === tie.engagement && other.id !== tie.id);
  return show(el("span", {}, lineSwatch(tie), `${capital(tie.relation_label)} · ${tie.status}`),
    bdi(what.label || tie.engagement_label),
    el("p", { class: "ends" }, ends[0], el("span", { class: "soft" }, tie.symmetric ? " ↔ " : " → "), ends[1]),
    what.summary ? el("p", {}, bdi(what.summary)) : "",
    rows([
      ["Form", what.kind || what.type],
      ["Sector", what.sectors.join(", ")],
      ["Place", what.places.join(", ")],
      ["Number", what.quantity],
      ["Amount", what.amount],
      ["Aim", what.aims.length > 1 ? list(what.aims.map((text) => bdi(text))) : what.aims[0]],
    ]),
    section("How far it has come", ladder(what)),
    section("Who takes part", el("ul", { class: "parties" }, ...what.parties.map(partyLine))),
    section("Where it is said", what.passages.length
      ? el("ul", { class: "cards" }, ...what.passages.map((passage) => el("li", {}, ...passageLines(passage))))
      : el("p", { class: "soft" }, "No passage is recorded.")),
    what.inferred.length ? section("Read into the sources", list(what.inferred.map((text) => bdi(text)), { class: "inferred" })) : "",
    what.unknown.length ? section("Not known", list(what.unknown.map((text) => bdi(text)), { class: "unknown" })) : "",
    rest.length ? el("details", {}, el("summary", {}, many(rest.length, "other tie", "other ties"), " of the same matter"),
      el("ul", { class: "cards" }, ...rest.map((other) => el("li", {}, tieButton(other, NODES.get(other.from)))))) : "",
    el("p", { class: "soft iri" }, tie.engagement));
}

function ladder(what) {
  if (!what.steps.length) return el("p", {}, capital(what.status || "not stated"), ".");
  return el("ol", { class: "ladder" }, ...what.steps.map((step) => {
    const bounds = step.earliest && step.latest && step.earliest !== step.latest ? `${step.earliest} – ${step.latest}` : null;
    return el("li", {}, el("strong", {}, step.status),
      el("span", { class: "soft", title: bounds }, step.date ? when(step.date) : step.latest ? `by ${day(step.latest)}` : "date not stated"));
  }));
}

function partyLine(party) {
  const node = NODES.get(party.agent);
  const name = node ? button({ class: "link" }, () => pick({ node: party.agent }, { focus: true }), nameElement(node)) : bdi(party.label);
  return el("li", {}, el("span", { class: "role" }, party.role), el("span", {}, name,
    party.unnamed ? chip("unnamed", "The source does not say who") : "",
    party.inferred ? chip("inferred", "Our reading; the source does not say it in plain words") : ""));
}

function passageLines(passage) {
  const place = passage.locator || (passage.start === null ? "" : `characters ${passage.start}–${passage.end}`);
  const lines = sourceLines(passage.source);
  if (place) lines[lines.length - 1].append(lines.length > 1 && lines[1].textContent ? " · " : "", place);
  return [passage.quote ? el("blockquote", {}, bdi(passage.quote)) : "", ...lines];
}
