"use strict";
// The panel beside the map. It explains how to read the map, or shows the selected organisation or community. evidence.js
// fills it for ties and engagements.

const panel = document.getElementById("panel");
const LIST_LIMIT = 12; // entries of a list before it is expanded

const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
const bulletList = (items, attributes) => el("ul", attributes || {}, ...items.map((item) => el("li", {}, item)));
const chip = (key, mark = "") => el("span", { class: `chip ${mark}`.trim(), title: translate(`${key}Meaning`) }, translate(key));
const soft = (...content) => el("span", { class: "soft" }, ...content);
const details = (title, ...content) => el("details", {}, el("summary", {}, title), ...content);

/** Create an element for a text from the data, which is English whatever the language of the interface. */
const dataText = (text) => bdi(text, interfaceLanguage() === "en" ? "" : "en");

/** Return the name of a property, translated if there is a translation. */
const propertyName = (name) => (STRINGS[interfaceLanguage()][`what_${name}`] ? translate(`what_${name}`) : dataText(capitalise(name)));

/** Create a list of terms and values. Entries without a value are left out. */
function definitionList(entries) {
  const filled = entries.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return filled.length ? el("dl", {}, ...filled.flatMap(([term, value, ...marks]) => [
    el("dt", {}, term), el("dd", {}, typeof value === "string" ? dataText(value) : value, ...marks)])) : "";
}

/** Create a list that shows its first entries and hides the others until it is expanded. */
function longList(items, draw, { limit = LIST_LIMIT, ...attributes } = {}) {
  const list = (entries) => el("ul", attributes, ...entries.map((item) => el("li", {}, draw(item))));
  if (items.length <= limit + 2) return items.length ? list(items) : "";
  const rest = details(translate("more_n", formatNumber(items.length - limit)));
  // Build the other entries on demand, because an organisation may have thousands of ties.
  rest.addEventListener("toggle", () => { if (rest.children.length < 2) rest.append(list(items.slice(limit))); });
  return el("div", {}, list(items.slice(0, limit)), rest);
}

/** Create a button that selects an organisation. */
const nodeLink = (node) => button({ class: "link" }, (event) => select("node", node, { focus: isFromKeyboard(event) }), nameElement(node));

/** Return whether a click came from the keyboard. The focus then moves into the panel. */
const isFromKeyboard = (event) => event.detail === 0;

// ---- Opening, closing, focus ---------------------------------------------------------------------------------------

let previousFocus = null; // the element with the focus before the panel opened

/** Fill the panel and return its heading. `kicker` is the line above the title; it is empty if nothing is selected. */
function fillPanel(kicker, title, ...content) {
  const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
  const closeButton = button({ class: "close", "aria-label": translate("close"), title: translate("closeKey"), "data-key": "close" },
    () => closePanel(), "×");
  panel.replaceChildren(el("div", { class: "panel-top" }, el("p", { class: "kicker" }, kicker), kicker ? closeButton : ""),
    heading, ...content);
  panel.classList.toggle("open", Boolean(kicker));
  return heading;
}

function closePanel() {
  if (!state.selection) return;
  const inside = panel.contains(document.activeElement) || document.activeElement === document.body;
  select(null);
  if (!inside) return;
  const target = previousFocus && previousFocus.isConnected ? previousFocus
    : document.querySelector("#map [tabindex], #map") || document.body;
  target.focus({ preventScroll: true });
  previousFocus = null;
}

/** Show the selection in the panel. `focus` moves the focus to its heading, and `top` scrolls to it. */
function showSelection({ focus = false, top = true } = {}) {
  const active = document.activeElement;
  const key = panel.contains(active) ? active.dataset.key : null;
  if (focus && active && active !== document.body && !panel.contains(active)) previousFocus = active;
  const scrolled = panel.scrollTop;
  const { kind, index } = state.selection || {};
  const heading = kind === "node" ? showNode(index) : kind === "tie" ? showTie(index) : kind === "engagement" ? showEngagement(index)
    : kind === "community" ? showCommunity(index) : showIntro();
  panel.scrollTop = top ? 0 : scrolled;
  const sameControl = key && [...panel.querySelectorAll("[data-key]")].find((control) => control.dataset.key === key);
  if (sameControl) sameControl.focus({ preventScroll: true });
  else if (focus || key !== null) heading.focus({ preventScroll: true });
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !state.selection || (event.target.tagName === "INPUT"
    && event.target.value)) return;
  event.preventDefault();
  closePanel();
});

const REDRAWN_BY = ["selection", "language", "asOf", "view", "unnamed", "neighbourhood", "path", "collapsed", "level", "measure"];
onChange((changed, { focus = false } = {}) => {
  if (REDRAWN_BY.some((name) => changed.has(name))) showSelection({ focus, top: changed.has("selection") });
});

// ---- No selection --------------------------------------------------------------------------------------------------

function showIntro() {
  const setSwatch = (set) => lineSwatch({ set });
  const sets = TERMS.set.map(({ id }) => localName(id));
  const used = new Set(ENGAGEMENTS.status.map((intervals) => intervals[intervals.length - 3]).filter((status) => status >= 0)
    .map((status) => TERMS.status[status].set));
  const sides = [0, 1].filter((index) => index < DATA.sides).map((index) => termLabel("country", index));
  const sources = SOURCES.iri.map((_, index) => index)
    .sort((a, b) => (SOURCES.date[a] < SOURCES.date[b]) - (SOURCES.date[a] > SOURCES.date[b]));
  const gapText = (text) => dataText(text);
  return fillPanel("", translate("howToRead"),
    el("p", {}, translate(state.view === "partners" ? "introPartners" : "introEngagements")),
    el("ul", { class: "key" },
      el("li", {}, el("span", { class: "stack" }, ...["realised", "entered", "announced", "prospective"]
        .filter((id) => used.has(sets.indexOf(id))).map((id) => setSwatch(sets.indexOf(id)))), el("span", {}, translate("readLine"))),
      el("li", {}, el("span", { class: "stack" }, lineSwatch({ width: 1.5 }), lineSwatch({ width: 5 })), el("span", {},
        translate("readWidth"))),
      el("li", {}, el("span", { class: "arrow", "aria-hidden": "true" }, "→"), el("span", {}, translate("readArrow"))),
      sides.length ? el("li", {},
        el("span", { class: "stack side" }, ...[...sides, ""].map((_, index) => nodeSwatch({ country: index }))),
        el("span", {}, translate(sides.length > 1 ? "readSide" : "readOneSide", ...sides))) : "",
      el("li", {}, el("span", { class: "stack side" }, ...[...new Map(TERMS.kind.map((_, index) => [kindShape(index), index])).values()]
        .slice(0, 3).map((kind) => nodeSwatch({ kind }))), el("span", {}, translate("readShape"))),
      state.measure ? el("li", {}, el("span", { class: "dots", "aria-hidden": "true" }), el("span", {}, translate("readSize",
        measureName(state.measure)))) : "",
      state.unnamed ? el("li", {},
        el("span", { class: "stack side" }, nodeSwatch({ kind: TERMS.kind.findIndex(({ id }) => localName(id) === "UnnamedParty") })),
        el("span", {}, translate("readUnnamed"))) : ""),
    DATA.unknowns.length ? section(translate("missing"), longList(DATA.unknowns, gapText, { limit: 5, class: "unknown" })) : "",
    DATA.methods.length ? details(translate("methods"), bulletList(DATA.methods.map(gapText), { class: "methods" })) : "",
    sources.length ? details(pluralise(sources.length, "source"), longList(sources, sourceDetails, { limit: 40, class: "cards" })) : "",
    section(translate("keys"),
      el("dl", { class: "keys" }, ...[["/", "keyFind"], ["Esc", "keyClose"], ["Tab", "keyNext"], ["+ −", "keyZoom"],
      ["← ↑ ↓ →", "keyMove"]].flatMap(([key, meaning]) => [el("dt", {}, ...key.split(" ").map((part) => el("kbd",
        { dir: "ltr" }, part))), el("dd", {}, translate(meaning))]))));
}

/** Return the name of a measure, translated if there is a translation. */
const measureName = (name) => (STRINGS[interfaceLanguage()][`measure_${name}`] ? translate(`measure_${name}`) : name);

/** Create the title and the details of a source. The title is a link if the source has a web address. */
function sourceDetails(source, note = "") {
  const facts = [SOURCES.publisher[source] && dataText(SOURCES.publisher[source]), SOURCES.date[source] && formatDate(SOURCES.date[source]),
    SOURCES.tier[source] >= 0 && translate("tierSource", termLabel("tier", SOURCES.tier[source])),
    SOURCES.said_by[source] && dataText(translate("saidBy",
      SOURCES.said_by[source])), note];
  return el("div", { class: "source-details" },
    el("span", { class: "source" }, el("bdi", { lang: interfaceLanguage() === "en" ? null : "en" }, link(SOURCES.address[source],
      SOURCES.title[source] || SOURCES.iri[source]))),
    soft(...joinWithDots(facts)));
}

/** Return the parts of a line with dots between them. Empty parts are left out. */
const joinWithDots = (parts) => parts.filter(Boolean).flatMap((item, position) => (position ? [" · ", item] : [item]));

// ---- An organisation -----------------------------------------------------------------------------------------------

/** Return the names of a node in all languages, except for the name in the heading. */
function otherNames(node) {
  const heading = nodeName(node).text;
  const names = [[interfaceLanguage() === "en" ? "" : "en", NODES.label[node]], ...Object.entries(NODES.labels[node] || {})];
  const seen = new Set([heading]);
  return names.filter(([, text]) => text && !seen.has(text) && seen.add(text));
}

function showNode(node) {
  const nodeTies = [...tiesOf(node)].filter((tie) => isBelievedOn(TIES.known[tie], state.asOf));
  const tieSet = (tie) => {
    const status = TIES.engagement[tie] < 0 ? -1 : statusOn(TIES.engagement[tie], state.asOf);
    return status < 0 ? -1 : TERMS.status[status].set;
  };
  const groups = [...TERMS.set.keys(), -1].map((set) => [set, nodeTies.filter((tie) => tieSet(tie) === set)]);
  const tiedEngagements = new Set(nodeTies.map((tie) => TIES.engagement[tie]));
  const otherRoles = new Map();
  for (const [engagement, role, inferred] of rolesOf(node)) {
    if (tiedEngagements.has(engagement) || !isKnownOn(engagement, state.asOf)) continue;
    otherRoles.set(engagement, [...(otherRoles.get(engagement) || []), [role, inferred]]);
  }
  const names = otherNames(node);
  const kicker = el("span", {}, nodeSwatch({ kind: NODES.kind[node], country: NODES.country[node] }),
    el("span", {}, ...joinWithDots([capitalise(termLabel("kind", NODES.kind[node])), termLabel("country", NODES.country[node])])));
  return fillPanel(kicker, nameElement(node),
    names.length ? el("p", { class: "names" }, ...names.map(([lang, text]) => bdi(text, lang))) : "",
    NODES.summary[node] ? el("p", {}, dataText(NODES.summary[node])) : "",
    definitionList((NODES.facts[node] || []).map(([name, value, background, inferred]) => [
      propertyName(name), /^https?:/i.test(value) ? link(value, value.replace(/^https?:\/\/(www\.)?/i, "")) : value,
      background ? chip("background") : "", inferred ? chip("inferred") : ""])),
    neighbourhoodButtons(node), pathPicker(node),
    ...groups.filter(([, ties]) => ties.length).map(([set, ties]) => section(
      el("span", { class: "line" }, lineSwatch({ set }), el("span", {}, capitalise(set < 0 ? translate("noStatus") : termLabel("set",
        set))), soft(formatNumber(ties.length))),
      longList(ties, (tie) => tieButton(tie, node), { class: "cards" }))),
    nodeTies.length ? "" : el("p", { class: "soft" }, translate(state.asOf === null ? "noTie" : "noTieNow")),
    otherRoles.size ? section(el("span", {}, translate("withoutTie"), " ", soft(formatNumber(otherRoles.size))),
      longList([...otherRoles], ([engagement, roles]) => engagementButton(engagement, roles), { class: "cards" })) : "",
    measureSection(node), sourceSection(node),
    NODES.aliases[node] && NODES.aliases[node].length ? section(translate("alsoWritten"), el("p", { class: "soft names" },
      ...NODES.aliases[node].map((text) => bdi(text)))) : "",
    copySection({ kind: "node", index: node }));
}

function neighbourhoodButtons(node) {
  const currentHops = state.neighbourhood && state.neighbourhood.node === node ? state.neighbourhood.hops : 0;
  return el("div", { class: "choice", role: "group", "aria-label": translate("steps") }, el("span", { class: "soft" }, translate("steps")),
    ...[1, 2, 3].map((hops) => button({ "aria-pressed": String(currentHops === hops), "data-key": `near-${hops}` },
      () => change({ neighbourhood: currentHops === hops ? null : { node, hops }, path: null }, { refit: true }), pluralise(hops, "step"))),
    state.neighbourhood ? button({ class: "link", "data-key": "near-0" }, () => change({ neighbourhood: null }, { refit: true }),
      translate("wholeMap")) : "");
}

function measureSection(node) {
  const available = DATA.measures.filter(({ name }) => (NODES.measure[name] || [])[node] !== null && (NODES.measure[name]
    || [])[node] !== undefined);
  if (!available.length) return "";
  return section(translate("placeInNetwork"),
    el("ul", { class: "measures" }, ...available.map(({ name, meaning: description, sure, top }) => {
    const values = NODES.measure[name];
    let [rank, total] = [1, 0];
    for (const value of values) if (value !== null) { total += 1; if (value > values[node]) rank += 1; }
    return el("li", {}, el("span", { class: "figure" }, formatNumber(values[node])),
      el("span", {}, capitalise(measureName(name)), " ",
        soft(translate("rank", formatNumber(rank), formatNumber(total)))), soft(dataText(description),
      sure && sure[node] ? ` · ${translate("sure", ...[...sure[node].slice(0, 2), top, sure[node][2]].map(formatNumber))}` : ""));
  })));
}

/** Return the sources that report the roles of a node in engagements. */
const sourcesOf = (node) => new Set([...engagementsOf(node)].flatMap((engagement) => ENGAGEMENTS.parties[engagement]
  .filter(([, party]) => party === node).flatMap(([, , , sources]) => sources || [])));

function sourceSection(node) {
  const known = [...sourcesOf(node)].filter((source) => isAnySourceKnown([source]));
  if (!known.length) return "";
  const voices = new Set(known.map((source) => SOURCES.voice[source])).size;
  return details(el("span", {}, translate("toldBy", pluralise(known.length, "source")), " ", soft(`(${pluralise(voices, "voice")})`)),
    longList(known, sourceDetails, { limit: 30, class: "cards" }));
}

function tieButton(tie, node) {
  const isOutgoing = TIES.from[tie] === node;
  const other = isOutgoing ? TIES.to[tie] : TIES.from[tie];
  const { symmetric } = TERMS.relation[TIES.relation[tie]];
  const engagement = TIES.engagement[tie];
  const status = engagement < 0 ? -1 : statusOn(engagement, state.asOf);
  return button({ class: "card" }, (event) => select("tie", tie, { focus: isFromKeyboard(event) }),
    el("span", { class: "line" }, lineSwatch({ relation: TIES.relation[tie], set: status < 0 ? -1 : TERMS.status[status].set }),
      el("span", {}, `${termLabel("relation", TIES.relation[tie])} `,
        symmetric ? "" : el("span", { class: "soft" }, el("span", { "aria-hidden": "true" }, isOutgoing ? "→ " : "← "),
          el("span", { class: "visually-hidden" }, `${translate(isOutgoing ? "to" : "from")} `)), el("strong", {}, nameElement(other)))),
    engagement < 0 ? "" : soft(...joinWithDots([bdi(engagementTitle(engagement).text,
      engagementTitle(engagement).lang), termLabel("status", status), latestStepDate(engagement)])));
}

function engagementButton(engagement, roles = []) {
  const status = statusOn(engagement, state.asOf);
  const title = engagementTitle(engagement);
  return button({ class: "card" }, (event) => select("engagement", engagement, { focus: isFromKeyboard(event) }),
    el("span", { class: "line" }, typeSwatch(ENGAGEMENTS.type[engagement]), el("span", {}, bdi(title.text, title.lang))),
    soft(...joinWithDots([...roles.map(([role, inferred]) => termLabel("role", role) + (inferred ? ` (${translate("inferred")})` : "")),
      termLabel("status", status), latestStepDate(engagement)])));
}

// ---- Paths ---------------------------------------------------------------------------------------------------------

const normalisedNames = []; // of each node, built at the first search

/** Return organisations with ties whose name contains the text. Names that start with it come first, then most ties. */
function suggestNodes(text, excluded) {
  const query = normalise(text.trim());
  if (!query) return [];
  if (!normalisedNames.length) {
    for (let node = 0; node < SIZE.nodes; node += 1) {
      normalisedNames.push(["",
        ...[NODES.label[node], NODES.short[node], ...Object.values(NODES.labels[node] || {}), ...(NODES.aliases[node]
        || [])].map(normalise)].join("\n"));
    }
  }
  const hits = [];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (node === excluded || !tiesOf(node).length || !normalisedNames[node].includes(query)) continue;
    hits.push([normalisedNames[node].includes(`\n${query}`) ? 0 : 1, -tiesOf(node).length, node]);
  }
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 6).map(([, , node]) => node);
}

function pathPicker(node) {
  const results = el("ul", { class: "results" });
  const resultCount = el("p", { class: "visually-hidden", role: "status" });
  const input = el("input", { type: "search", autocomplete: "off", spellcheck: "false", "aria-label": translate("pathTo"),
    placeholder: translate("chooseOrganisation"), "data-key": "path" });
  input.addEventListener("input", () => {
    const hits = suggestNodes(input.value, node);
    results.replaceChildren(...hits.map((other) => el("li", {}, button({}, () => change({ path: [node, other], neighbourhood: null },
      { refit: true }),
      nodeSwatch({ kind: NODES.kind[other], country: NODES.country[other] }), nameElement(other)))));
    resultCount.textContent = input.value.trim() ? pluralise(hits.length, "organisation") : "";
  });
  input.addEventListener("keydown", (event) => {
    const first = results.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  });
  const chosen = state.path && state.path.includes(node) ? pathResult() : "";
  return el("div", { class: "path" }, el("span", { class: "soft", "aria-hidden": "true" }, translate("pathTo")), input, results,
    resultCount, chosen);
}

/** Create the list of the organisations on the path, as buttons in order. */
function pathResult() {
  const path = shown.path;
  return el("div", { class: "path-result" }, path
    ? el("p", {}, `${pluralise(path.nodes.length - 1, "step")}: `, ...path.nodes.flatMap((node, position) => {
      const tie = path.ties.length ? path.ties[position - 1] : -1;
      const arrow = tie >= 0 ? soft(` — ${termLabel("relation", TIES.relation[tie])} — `) : soft(" — ");
      return position ? [arrow, nodeLink(node)] : [nodeLink(node)];
    }))
    : el("p", {}, translate("pathNone")),
  button({ class: "link", "data-key": "path-clear" }, () => change({ path: null }, { refit: true }), translate("pathClear")));
}

// ---- A community ---------------------------------------------------------------------------------------------------

function showCommunity(community) {
  const members = [...membersOf(community)].sort((a, b) => tiesOf(b).length - tiesOf(a).length || a - b);
  let inner = 0;
  const outer = new Map();
  for (const node of members) {
    for (const tie of tiesOf(node)) {
      if (!isBelievedOn(TIES.known[tie], state.asOf)) continue;
      const other = NODES.community[TIES.from[tie] === node ? TIES.to[tie] : TIES.from[tie]];
      if (other === community) inner += TIES.from[tie] === node ? 1 : 0;
      else if (other >= 0) outer.set(other, (outer.get(other) || 0) + 1);
    }
  }
  const outside = [...outer.values()].reduce((sum, count) => sum + count, 0);
  const neighbours = [...outer].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const isExpanded = !state.collapsed.has(community);
  const toggleCollapsed = () => {
    const next = new Set(state.collapsed);
    if (!next.delete(community)) next.add(community);
    change({ collapsed: next });
  };
  return fillPanel(translate("community"), capitalise(communityName(community)),
    el("p", { class: "soft" }, translate("communityMeaning")),
    el("p", {}, ...joinWithDots([pluralise(members.length, "member"), translate("innerTies", pluralise(inner, "tie")),
      translate("outerTies",
      pluralise(outside, "tie"))])),
    members.length > 1 ? el("p", {}, button({ class: "wide", "data-key": "fold" }, toggleCollapsed,
      translate(isExpanded ? "foldCommunity" : "openCommunity"))) : "",
    section(translate("members"), longList(members, (node) => button({ class: "card" }, (event) => select("node", node,
      { focus: isFromKeyboard(event) }),
      el("span", { class: "line" }, nodeSwatch({ kind: NODES.kind[node], country: NODES.country[node] }), nameElement(node)),
      soft(...joinWithDots([termLabel("kind", NODES.kind[node]), termLabel("country", NODES.country[node]),
        pluralise(tiesOf(node).length, "tie")]))),
        { class: "cards", limit: 25 })),
    neighbours.length ? section(translate("neighbourCommunities"), longList(neighbours, ([other, count]) => button({ class: "card" },
      (event) => select("community", other, { focus: isFromKeyboard(event) }), el("span", { class: "line" }, el("strong", {},
        capitalise(communityName(other)))),
      soft(pluralise(count, "tie"))), { class: "cards" })) : "");
}
