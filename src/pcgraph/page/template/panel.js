"use strict";
// The panel beside the map: how to read the page, organisations and communities. evidence.js adds ties and engagements.

const panel = document.getElementById("panel");
const LONG = 12; // entries of a list that are shown at first

const part = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
const bullets = (items, attributes) => el("ul", attributes || {}, ...items.map((item) => el("li", {}, item)));
const chip = (key, mark = "") => el("span", { class: `chip ${mark}`.trim(), title: say(`${key}Meaning`) }, say(key));
const soft = (...content) => el("span", { class: "soft" }, ...content);
const folded = (title, ...content) => el("details", {}, el("summary", {}, title), ...content);

/** Text from the data, marked as English, whatever the language of the interface. */
const said = (text) => bdi(text, language() === "en" ? "" : "en");

/** The name of a property, translated if possible. */
const property = (what) => (STRINGS[language()][`what_${what}`] ? say(`what_${what}`) : said(capital(what)));

/** A list of names and values; entries without a value are omitted. */
function pairs(entries) {
  const filled = entries.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return filled.length ? el("dl", {}, ...filled.flatMap(([what, value, ...marks]) => [
    el("dt", {}, what), el("dd", {}, typeof value === "string" ? said(value) : value, ...marks)])) : "";
}

/** A list that shows its first entries and folds the others. */
function longList(items, draw, { most = LONG, ...attributes } = {}) {
  const lines = (some) => el("ul", attributes, ...some.map((item) => el("li", {}, draw(item))));
  if (items.length <= most + 2) return items.length ? lines(items) : "";
  const rest = folded(say("more_n", number(items.length - most)));
  // Built on demand, because a hub may have thousands.
  rest.addEventListener("toggle", () => { if (rest.children.length < 2) rest.append(lines(items.slice(most))); });
  return el("div", {}, lines(items.slice(0, most)), rest);
}

/** A button to an organisation. */
const nodeLink = (node) => button({ class: "link" }, (event) => pick("node", node, { focus: byKey(event) }), nameElement(node));

/** Whether a click came from the keyboard; the focus then moves into the panel. */
const byKey = (event) => event.detail === 0;

// ---- Opening, closing, focus ---------------------------------------------------------------------------------------

let cameFrom = null; // where the focus was when the panel opened

/** Fill the panel; `kicker` is the line above the title and is empty if nothing is selected. */
function fillPanel(kicker, title, ...content) {
  const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
  const close = button({ class: "close", "aria-label": say("close"), title: say("closeKey"), "data-key": "close" },
    () => closePanel(), "×");
  panel.replaceChildren(el("div", { class: "panel-top" }, el("p", { class: "kicker" }, kicker), kicker ? close : ""),
    heading, ...content);
  panel.classList.toggle("open", Boolean(kicker));
  return heading;
}

function closePanel() {
  if (!state.pick) return;
  const inside = panel.contains(document.activeElement) || document.activeElement === document.body;
  pick(null);
  if (!inside) return;
  const home = cameFrom && cameFrom.isConnected ? cameFrom : document.querySelector("#map [tabindex], #map") || document.body;
  home.focus({ preventScroll: true });
  cameFrom = null;
}

/** Show the selection; `focus` moves the focus to its heading, `top` scrolls there. */
function showPick({ focus = false, top = true } = {}) {
  const active = document.activeElement;
  const key = panel.contains(active) ? active.dataset.key : null;
  if (focus && active && active !== document.body && !panel.contains(active)) cameFrom = active;
  const scrolled = panel.scrollTop;
  const { kind, at } = state.pick || {};
  const heading = kind === "node" ? showNode(at) : kind === "tie" ? showTie(at) : kind === "engagement" ? showEngagement(at)
    : kind === "community" ? showCommunity(at) : showIntro();
  panel.scrollTop = top ? 0 : scrolled;
  const same = key && [...panel.querySelectorAll("[data-key]")].find((made) => made.dataset.key === key);
  if (same) same.focus({ preventScroll: true });
  else if (focus || key !== null) heading.focus({ preventScroll: true });
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !state.pick || (event.target.tagName === "INPUT"
    && event.target.value)) return;
  event.preventDefault();
  closePanel();
});

const REDRAWN_BY = ["pick", "language", "asOf", "view", "unnamed", "near", "path", "folded", "level", "measure"];
onChange((changed, { focus = false } = {}) => {
  if (REDRAWN_BY.some((name) => changed.has(name))) showPick({ focus, top: changed.has("pick") });
});

// ---- No selection --------------------------------------------------------------------------------------------------

function showIntro() {
  const line = (set) => lineSwatch({ set });
  const sets = W.set.map(({ id }) => localName(id));
  const used = new Set(E.status.map((flat) => flat[flat.length - 3]).filter((status) => status >= 0).map((status) => W.status[status].set));
  const country = (place) => (W.country[place] ? word("country", place) : say("unknownCountry"));
  const sources = S.iri.map((_, place) => place).sort((a, b) => (S.date[a] < S.date[b]) - (S.date[a] > S.date[b]));
  const gap = (text) => said(text);
  return fillPanel("", say("howToRead"),
    el("p", {}, say(state.view === "partners" ? "introPartners" : "introEngagements")),
    el("ul", { class: "key" },
      el("li", {}, el("span", { class: "stack" }, ...["realised", "entered", "announced", "prospective"]
        .filter((id) => used.has(sets.indexOf(id))).map((id) => line(sets.indexOf(id)))), el("span", {}, say("readLine"))),
      el("li", {}, el("span", { class: "stack" }, lineSwatch({ width: 1.5 }), lineSwatch({ width: 5 })), el("span", {},
        say("readWidth"))),
      el("li", {}, el("span", { class: "arrow", "aria-hidden": "true" }, "→"), el("span", {}, say("readArrow"))),
      el("li", {}, el("span", { class: "stack side" }, ...[0, 1, 2].map((place) => nodeSwatch({ country: place }))),
        el("span", {}, say("readSide", country(0), country(1)))),
      el("li", {}, el("span", { class: "stack side" }, ...[...new Map(W.kind.map((_, place) => [shapeOf(place), place])).values()]
        .slice(0, 3).map((kind) => nodeSwatch({ kind }))), el("span", {}, say("readShape"))),
      state.measure ? el("li", {}, el("span", { class: "dots", "aria-hidden": "true" }), el("span", {}, say("readSize",
        measureName(state.measure)))) : "",
      state.unnamed ? el("li", {}, el("span", { class: "stack side" }, nodeSwatch({ kind: W.kind.findIndex(({ id }) => localName(id) === "UnnamedParty") })),
        el("span", {}, say("readUnnamed"))) : ""),
    DATA.unknowns.length ? part(say("missing"), longList(DATA.unknowns, gap, { most: 5, class: "unknown" })) : "",
    sources.length ? folded(many(sources.length, "source"), longList(sources, sourceLines, { most: 40, class: "cards" })) : "",
    part(say("keys"), el("dl", { class: "keys" }, ...[["/", "keyFind"], ["Esc", "keyClose"], ["Tab", "keyNext"], ["+ −", "keyZoom"],
      ["← ↑ ↓ →", "keyMove"]].flatMap(([key, what]) => [el("dt", {}, ...key.split(" ").map((one) => el("kbd",
        { dir: "ltr" }, one))), el("dd", {}, say(what))]))));
}

/** The name of a measure, translated if possible. */
const measureName = (name) => (STRINGS[language()][`measure_${name}`] ? say(`measure_${name}`) : name);

/** Title and details of a source; the title is a link if the address is a web address. */
function sourceLines(place, after = "") {
  const facts = [S.publisher[place] && said(S.publisher[place]), S.date[place] && when(S.date[place]),
    S.tier[place] >= 0 && say("tierSource", word("tier", S.tier[place])), S.said_by[place] && said(say("saidBy",
      S.said_by[place])), after];
  return el("div", { class: "of" },
    el("span", { class: "source" }, el("bdi", { lang: language() === "en" ? null : "en" }, link(S.address[place],
      S.title[place] || S.iri[place]))),
    soft(...dotted(facts)));
}

/** Parts of a line, separated by dots. */
const dotted = (parts) => parts.filter(Boolean).flatMap((item, place) => (place ? [" · ", item] : [item]));

// ---- An organisation -----------------------------------------------------------------------------------------------

/** The names of a node in all languages, without the one in the heading. */
function otherNames(node) {
  const shown = nameOf(node).text;
  const names = [[language() === "en" ? "" : "en", N.label[node]], ...Object.entries(N.labels[node] || {})];
  const seen = new Set([shown]);
  return names.filter(([, text]) => text && !seen.has(text) && seen.add(text));
}

function showNode(node) {
  const mine = [...tiesOf(node)].filter((tie) => believedOn(T.known[tie], state.asOf));
  const setOf = (tie) => { const status = T.engagement[tie] < 0 ? -1 : statusOn(T.engagement[tie],
    state.asOf); return status < 0 ? -1 : W.status[status].set; };
  const groups = W.set.map((entry, set) => [set, mine.filter((tie) => setOf(tie) === set)]).concat([[-1,
    mine.filter((tie) => setOf(tie) < 0)]]);
  const tied = new Set(mine.map((tie) => T.engagement[tie]));
  const parts = new Map();
  for (const [at, role, inferred] of partsOf(node)) {
    if (!tied.has(at) && knownOn(at, state.asOf)) parts.set(at, [...(parts.get(at) || []), [role, inferred]]);
  }
  const names = otherNames(node);
  const kicker = el("span", {}, nodeSwatch({ kind: N.kind[node], country: N.country[node] }),
    el("span", {}, ...dotted([capital(word("kind", N.kind[node])), word("country", N.country[node])])));
  return fillPanel(kicker, nameElement(node),
    names.length ? el("p", { class: "names" }, ...names.map(([lang, text]) => bdi(text, lang))) : "",
    N.summary[node] ? el("p", {}, said(N.summary[node])) : "",
    pairs((N.facts[node] || []).map(([what, value, background, inferred]) => [
      property(what), /^https?:/i.test(value) ? link(value, value.replace(/^https?:\/\/(www\.)?/i, "")) : value,
      background ? chip("background") : "", inferred ? chip("inferred") : ""])),
    nearButtons(node), pathPicker(node),
    ...groups.filter(([, ties]) => ties.length).map(([set, ties]) => part(
      el("span", { class: "line" }, lineSwatch({ set }), el("span", {}, capital(set < 0 ? say("noStatus") : word("set",
        set))), soft(number(ties.length))),
      longList(ties, (tie) => tieButton(tie, node), { class: "cards" }))),
    mine.length ? "" : el("p", { class: "soft" }, say(state.asOf === null ? "noTie" : "noTieNow")),
    parts.size ? part(el("span", {}, say("withoutTie"), " ", soft(number(parts.size))),
      longList([...parts], ([at, roles]) => engagementButton(at, roles), { class: "cards" })) : "",
    measuresOf(node), sourcesOf(node),
    N.aliases[node] && N.aliases[node].length ? part(say("alsoWritten"), el("p", { class: "soft names" },
      ...N.aliases[node].map((text) => bdi(text)))) : "",
    takeAway({ kind: "node", at: node }));
}

function nearButtons(node) {
  const now = state.near && state.near.node === node ? state.near.hops : 0;
  return el("div", { class: "choice", role: "group", "aria-label": say("steps") }, el("span", { class: "soft" }, say("steps")),
    ...[1, 2, 3].map((hops) => button({ "aria-pressed": String(now === hops), "data-key": `near-${hops}` },
      () => change({ near: now === hops ? null : { node, hops }, path: null }, { refit: true }), many(hops, "step"))),
    state.near ? button({ class: "link", "data-key": "near-0" }, () => change({ near: null }, { refit: true }),
      say("wholeMap")) : "");
}

function measuresOf(node) {
  const held = DATA.measures.filter(({ name }) => (N.measure[name] || [])[node] !== null && (N.measure[name]
    || [])[node] !== undefined);
  if (!held.length) return "";
  return part(say("placeInNetwork"), el("ul", { class: "measures" }, ...held.map(({ name, meaning: what, sure, top }) => {
    const values = N.measure[name];
    let [place, of] = [1, 0];
    for (const value of values) if (value !== null) { of += 1; if (value > values[node]) place += 1; }
    return el("li", {}, el("span", { class: "figure" }, number(values[node])),
      el("span", {}, capital(measureName(name)), " ", soft(say("rank", number(place), number(of)))), soft(said(what),
      sure && sure[node] ? ` · ${say("sure", ...[...sure[node].slice(0, 2), top, sure[node][2]].map(number))}` : ""));
  })));
}

/** The sources that report its roles in engagements. */
const tellingOf = (node) => new Set([...engagementsOf(node)].flatMap((at) => E.parties[at]
  .filter(([, party]) => party === node).flatMap(([, , , sources]) => sources || [])));

function sourcesOf(node) {
  const known = [...tellingOf(node)].filter((place) => isKnown([place]));
  if (!known.length) return "";
  const voices = new Set(known.map((place) => S.voice[place])).size;
  return folded(el("span", {}, say("toldBy", many(known.length, "source")), " ", soft(`(${many(voices, "voice")})`)),
    longList(known, sourceLines, { most: 30, class: "cards" }));
}

function tieButton(tie, node) {
  const out = T.from[tie] === node;
  const other = out ? T.to[tie] : T.from[tie];
  const { symmetric } = W.relation[T.relation[tie]];
  const at = T.engagement[tie];
  const status = at < 0 ? -1 : statusOn(at, state.asOf);
  return button({ class: "card" }, (event) => pick("tie", tie, { focus: byKey(event) }),
    el("span", { class: "line" }, lineSwatch({ relation: T.relation[tie], set: status < 0 ? -1 : W.status[status].set }),
      el("span", {}, `${word("relation", T.relation[tie])} `,
        symmetric ? "" : el("span", { class: "soft" }, el("span", { "aria-hidden": "true" }, out ? "→ " : "← "),
          el("span", { class: "unseen" }, `${say(out ? "to" : "from")} `)), el("strong", {}, nameElement(other)))),
    at < 0 ? "" : soft(...dotted([bdi(titleOf(at).text, titleOf(at).lang), word("status", status), lastDate(at)])));
}

function engagementButton(at, roles = []) {
  const status = statusOn(at, state.asOf);
  const title = titleOf(at);
  return button({ class: "card" }, (event) => pick("engagement", at, { focus: byKey(event) }),
    el("span", { class: "line" }, typeSwatch(E.type[at]), el("span", {}, bdi(title.text, title.lang))),
    soft(...dotted([...roles.map(([role, inferred]) => word("role", role) + (inferred ? ` (${say("inferred")})` : "")),
      word("status", status), lastDate(at)])));
}

// ---- Paths ---------------------------------------------------------------------------------------------------------

const spellings = []; // normalised names of each node, built at the first search

/** Organisations with ties whose name contains the text: names that start with it first, then by number of ties. */
function suggest(text, without) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  if (!spellings.length) {
    for (let node = 0; node < SIZE.nodes; node += 1) {
      spellings.push(["", ...[N.label[node], N.short[node], ...Object.values(N.labels[node] || {}), ...(N.aliases[node]
        || [])].map(fold)].join("\n"));
    }
  }
  const hits = [];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (node === without || !tiesOf(node).length || !spellings[node].includes(wanted)) continue;
    hits.push([spellings[node].includes(`\n${wanted}`) ? 0 : 1, -tiesOf(node).length, node]);
  }
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 6).map(([, , node]) => node);
}

function pathPicker(node) {
  const found = el("ul", { class: "found" });
  const count = el("p", { class: "unseen", role: "status" });
  const input = el("input", { type: "search", autocomplete: "off", spellcheck: "false", "aria-label": say("pathTo"),
    placeholder: say("chooseOrganisation"), "data-key": "path" });
  input.addEventListener("input", () => {
    const hits = suggest(input.value, node);
    found.replaceChildren(...hits.map((other) => el("li", {}, button({}, () => change({ path: [node, other], near: null },
      { refit: true }),
      nodeSwatch({ kind: N.kind[other], country: N.country[other] }), nameElement(other)))));
    count.textContent = input.value.trim() ? many(hits.length, "organisation") : "";
  });
  input.addEventListener("keydown", (event) => {
    const first = found.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  });
  const chosen = state.path && state.path.includes(node) ? pathShown() : "";
  return el("div", { class: "path" }, el("span", { class: "soft", "aria-hidden": "true" }, say("pathTo")), input, found,
    count, chosen);
}

/** The path that is shown, as buttons in order. */
function pathShown() {
  const way = shown.path;
  return el("div", { class: "way" }, way
    ? el("p", {}, `${many(way.nodes.length - 1, "step")}: `, ...way.nodes.flatMap((node, place) => {
      const between = way.ties.length ? way.ties[place - 1] : -1;
      const arrow = between >= 0 ? soft(` — ${word("relation", T.relation[between])} — `) : soft(" — ");
      return place ? [arrow, nodeLink(node)] : [nodeLink(node)];
    }))
    : el("p", {}, say("pathNone")),
  button({ class: "link", "data-key": "path-clear" }, () => change({ path: null }, { refit: true }), say("pathClear")));
}

// ---- A community ---------------------------------------------------------------------------------------------------

function showCommunity(community) {
  const members = [...membersOf(community)].sort((a, b) => tiesOf(b).length - tiesOf(a).length || a - b);
  let inner = 0;
  const outer = new Map();
  for (const node of members) {
    for (const tie of tiesOf(node)) {
      if (!believedOn(T.known[tie], state.asOf)) continue;
      const other = N.community[T.from[tie] === node ? T.to[tie] : T.from[tie]];
      if (other === community) inner += T.from[tie] === node ? 1 : 0;
      else if (other >= 0) outer.set(other, (outer.get(other) || 0) + 1);
    }
  }
  const outside = [...outer.values()].reduce((sum, count) => sum + count, 0);
  const beside = [...outer].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const open = !state.folded.has(community);
  const turn = () => {
    const next = new Set(state.folded);
    if (!next.delete(community)) next.add(community);
    change({ folded: next });
  };
  return fillPanel(say("community"), capital(communityName(community)),
    el("p", { class: "soft" }, say("communityMeaning")),
    el("p", {}, ...dotted([many(members.length, "member"), say("innerTies", many(inner, "tie")), say("outerTies",
      many(outside, "tie"))])),
    members.length > 1 ? el("p", {}, button({ class: "wide", "data-key": "fold" }, turn,
      say(open ? "foldCommunity" : "openCommunity"))) : "",
    part(say("members"), longList(members, (node) => button({ class: "card" }, (event) => pick("node", node,
      { focus: byKey(event) }),
      el("span", { class: "line" }, nodeSwatch({ kind: N.kind[node], country: N.country[node] }), nameElement(node)),
      soft(...dotted([word("kind", N.kind[node]), word("country", N.country[node]), many(tiesOf(node).length, "tie")]))),
        { class: "cards", most: 25 })),
    beside.length ? part(say("neighbourCommunities"), longList(beside, ([other, count]) => button({ class: "card" },
      (event) => pick("community", other, { focus: byKey(event) }), el("span", { class: "line" }, el("strong", {},
        capital(communityName(other)))),
      soft(many(count, "tie"))), { class: "cards" })) : "");
}
