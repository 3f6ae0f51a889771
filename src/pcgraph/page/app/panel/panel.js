// The panel beside the map. It explains how to read the map, or shows the selected organisation or community. evidence.js
// fills it for ties and engagements.

import { DATA, ENGAGEMENTS, NODES, SOURCES, TERMS, isKnownOn, statusOn } from "../model/data.js";
import { shown } from "../model/level.js";
import { engagementsOf, shownParties } from "../model/parties.js";
import { change, onChange, select, state } from "../model/state.js";
import { formatDate } from "../text/dates.js";
import { bdi, button, el, link, nameElement } from "../text/elements.js";
import { kindShape, lineSwatch, nodeSwatch, typeSwatch } from "../text/shapes.js";
import {
  capitalise, engagementTitle, formatNumber, interfaceLanguage, localName, nodeName, pluralise, termLabel, translate,
} from "../text/text.js";
import { STRINGS } from "../text/words.js";
import { copySection } from "./copy.js";
import { isAnySourceKnown, latestStepDate, showEngagement } from "./evidence.js";
import { pathPicker } from "./path.js";

const panel = document.getElementById("panel");
const LIST_LIMIT = 12; // entries of a list before it is expanded

export const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
export const bulletList = (items, attributes) => el("ul", attributes || {}, ...items.map((item) => el("li", {}, item)));
export const chip = (key, mark = "") => el("span", { class: `chip ${mark}`.trim(), title: translate(`${key}Meaning`) }, translate(key));
export const soft = (...content) => el("span", { class: "soft" }, ...content);
export const details = (title, ...content) => el("details", {}, el("summary", {}, title), ...content);

/** Create an element for a text from the data, which is English whatever the language of the interface. */
export const dataText = (text) => bdi(text, interfaceLanguage() === "en" ? "" : "en");

/** Return the name of a property, translated if there is a translation. */
export const propertyName = (name) => (STRINGS[interfaceLanguage()][`what_${name}`] ? translate(`what_${name}`) : dataText(capitalise(name)));

/** Create a list of terms and values. Entries without a value are left out. */
export function definitionList(entries) {
  const filled = entries.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return filled.length ? el("dl", {}, ...filled.flatMap(([term, value, ...marks]) => [
    el("dt", {}, term), el("dd", {}, typeof value === "string" ? dataText(value) : value, ...marks)])) : "";
}

/** Create a list that shows its first entries and hides the others until it is expanded. */
export function longList(items, draw, { limit = LIST_LIMIT, ...attributes } = {}) {
  const list = (entries) => el("ul", attributes, ...entries.map((item) => el("li", {}, draw(item))));
  if (items.length <= limit + 2) return items.length ? list(items) : "";
  const rest = details(translate("more_n", formatNumber(items.length - limit)));
  // Build the other entries on demand, because an organisation may have thousands of ties.
  rest.addEventListener("toggle", () => { if (rest.children.length < 2) rest.append(list(items.slice(limit))); });
  return el("div", {}, list(items.slice(0, limit)), rest);
}

/** Create a button that selects an organisation. */
export const nodeLink = (node) => button({ class: "link" }, (event) => select("node", node, { focus: isFromKeyboard(event) }), nameElement(node));

/** Return whether a click came from the keyboard. The focus then moves into the panel. */
export const isFromKeyboard = (event) => event.detail === 0;

// ---- Opening, closing, focus ---------------------------------------------------------------------------------------

let previousFocus = null; // the element with the focus before the panel opened

/** Fill the panel and return its heading. `kicker` is the line above the title; it is empty if nothing is selected. */
export function fillPanel(kicker, title, ...content) {
  const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
  const closeButton = button({ class: "close", "aria-label": translate("close"), title: translate("closeKey"), "data-key": "close" },
    () => closePanel(), "×");
  panel.replaceChildren(el("div", { class: "panel-top" }, el("p", { class: "kicker" }, kicker), kicker ? closeButton : ""),
    heading, ...content);
  panel.classList.toggle("open", Boolean(kicker));
  // Without a control in it, the keyboard could not scroll it.
  if (panel.querySelector("button, summary, input, a[href]")) panel.removeAttribute("tabindex"); else panel.tabIndex = 0;
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
  const heading = kind === "node" ? showNode(index) : kind === "engagement" ? showEngagement(index)
    : kind === "stack" ? showStack(index) : showIntro();
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
    el("p", {}, translate("introEngagements")),
    el("ul", { class: "key" },
      el("li", {}, el("span", { class: "stack" }, ...["realised", "entered", "announced", "prospective"]
        .filter((id) => used.has(sets.indexOf(id))).map((id) => setSwatch(sets.indexOf(id)))), el("span", {}, translate("readLine"))),
      el("li", {}, el("span", { class: "stack" }, lineSwatch({ width: 1.5 }), lineSwatch({ width: 5 })), el("span", {},
        translate("readWidth"))),
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
export const measureName = (name) => (STRINGS[interfaceLanguage()][`measure_${name}`] ? translate(`measure_${name}`) : name);

/** Create the title and the details of a source. The title is a link if the source has a web address. */
export function sourceDetails(source, note = "") {
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
export const joinWithDots = (parts) => parts.filter(Boolean).flatMap((item, position) => (position ? [" · ", item] : [item]));

// ---- An organisation -----------------------------------------------------------------------------------------------

/** Return the names of a node in all languages, except for the name in the heading. */
export function otherNames(node) {
  const heading = nodeName(node).text;
  const names = [[interfaceLanguage() === "en" ? "" : "en", NODES.label[node]], ...Object.entries(NODES.labels[node] || {})];
  const seen = new Set([heading]);
  return names.filter(([, text]) => text && !seen.has(text) && seen.add(text));
}

function showNode(node) {
  const engagements = [...engagementsOf(node)].filter((engagement) => isKnownOn(engagement, state.asOf));
  const names = otherNames(node);
  const kicker = el("span", {}, nodeSwatch({ kind: NODES.kind[node], country: NODES.country[node] }),
    el("span", {}, ...joinWithDots([capitalise(termLabel("kind", NODES.kind[node])), termLabel("country", NODES.country[node])])));
  return fillPanel(kicker, nameElement(node),
    names.length ? el("p", { class: "names" }, ...names.map(([lang, text]) => bdi(text, lang))) : "",
    NODES.summary[node] ? el("p", {}, dataText(NODES.summary[node])) : "",
    engagementList(engagements),
    definitionList((NODES.facts[node] || []).map(([name, value, background, inferred]) => [
      propertyName(name), /^https?:/i.test(value) ? link(value, value.replace(/^https?:\/\/(www\.)?/i, "")) : value,
      background ? chip("background") : "", inferred ? chip("inferred") : ""])),
    neighbourhoodButtons(node), pathPicker(node),
    measureSection(node), sourceSection(node),
    NODES.aliases[node] && NODES.aliases[node].length ? section(translate("alsoWritten"), el("p", { class: "soft names" },
      ...NODES.aliases[node].map((text) => bdi(text)))) : "",
    copySection({ kind: "node", index: node }));
}

/** Show the engagements between the same parties, which the map draws as one mark. */
function showStack(index) {
  const stack = shown.stacks.find(({ engagements }) => engagements.includes(index));
  const engagements = stack ? stack.engagements : [index];
  const parties = shownParties(index);
  return fillPanel(pluralise(engagements.length, "engagement"),
    el("span", {}, ...[...parties].flatMap((node, place) => [place ? " – " : "", nameElement(node)])),
    engagementList(engagements));
}

const engagementList = (engagements) => longList(engagements, (engagement) => button({ class: "card" },
  (event) => select("engagement", engagement, { focus: isFromKeyboard(event) }),
  el("span", { class: "line" }, typeSwatch(ENGAGEMENTS.type[engagement]), bdi(engagementTitle(engagement).text, engagementTitle(engagement).lang)),
  soft(...joinWithDots([termLabel("status", statusOn(engagement, state.asOf)), latestStepDate(engagement)]))), { class: "cards" });

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
export const sourcesOf = (node) => new Set([...engagementsOf(node)].flatMap((engagement) => ENGAGEMENTS.parties[engagement]
  .filter(([, party]) => party === node).flatMap(([, , , sources]) => sources || [])));

function sourceSection(node) {
  const known = [...sourcesOf(node)].filter((source) => isAnySourceKnown([source]));
  if (!known.length) return "";
  const voices = new Set(known.map((source) => SOURCES.voice[source])).size;
  return details(el("span", {}, translate("toldBy", pluralise(known.length, "source")), " ", soft(`(${pluralise(voices, "voice")})`)),
    longList(known, sourceDetails, { limit: 30, class: "cards" }));
}
