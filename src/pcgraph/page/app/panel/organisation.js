// The dossier of an organisation, and that of the engagements between the same parties.

import { DATA, NODES } from "../model/data.js";
import { isTrusted } from "../model/filter.js";
import { shown } from "../model/level.js";
import { engagementsOf, shownParties } from "../model/parties.js";
import { change, state } from "../model/state.js";
import { unitElement } from "../text/describe.js";
import { bdi, button, el, link, nameElement } from "../text/elements.js";
import { nodeSwatch } from "../text/shapes.js";
import {
  capitalise, formatNumber, interfaceLanguage, localName, nodeName, pluralise, termLabel, translate,
} from "../text/text.js";
import { copySection } from "./copy.js";
import { progressSummary } from "./counts.js";
import { dealList } from "./deals.js";
import { sourceSection } from "./evidence.js";
import {
  chip, dataText, definitionList, joinWithDots, longList, markChip, measureName, nodeLink, propertyName, section, soft,
} from "./parts.js";
import { pathPicker } from "./path.js";
import { timelineSection } from "./timeline.js";
import { watchButton } from "./watch.js";

/** Return the names of a node in all languages, except for the name in the heading. */
export function otherNames(node) {
  const heading = nodeName(node).text;
  const names = [[interfaceLanguage() === "en" ? "" : "en", NODES.label[node]], ...Object.entries(NODES.labels[node] || {})];
  const seen = new Set([heading]);
  return names.filter(([, text]) => text && !seen.has(text) && seen.add(text));
}

/** Show an organisation: how far its engagements have come, all of them, with whom, and what is known about it. */
export function showOrganisation(node) {
  const engagements = [...engagementsOf(node)].filter(isTrusted);
  const names = otherNames(node);
  const kicker = el("span", {}, nodeSwatch({ kind: NODES.kind[node], country: NODES.country[node] }),
    el("span", {}, ...joinWithDots([capitalise(termLabel("kind", NODES.kind[node])),
      termLabel("country", NODES.country[node])])));
  return [kicker, nameElement(node),
    names.length ? el("p", { class: "names" }, ...names.map(([lang, text]) => bdi(text, lang))) : "",
    NODES.summary[node] ? el("p", {}, dataText(NODES.summary[node])) : "", briefingLink(node),
    watchButton("node", node),
    progressSummary(engagements), ...dealList(engagements, { node }), timelineSection(node, engagements),
    partnerSection(node, engagements), factSection(node),
    section(translate("neighbours"), neighbourhoodButtons(node), pathPicker(node)),
    measureSection(node), sourceSection(node),
    NODES.aliases[node] && NODES.aliases[node].length ? section(translate("alsoWritten"), el("p", { class: "soft names" },
      ...NODES.aliases[node].map((text) => bdi(text)))) : "",
    copySection({ kind: "node", index: node })];
}

/** Create a link to the page of an organisation, which prints as a briefing, if the map stands beside the other pages. */
function briefingLink(node) {
  const list = document.querySelector(".tools a[href$='id/index.html']"), name = localName(NODES.iri[node]);
  return list && NODES.kind[node] >= 0 && !name.includes(".")
    ? el("p", {}, el("a", { href: (list.getAttribute("href") || "").replace("index.html", `${encodeURIComponent(name)}.html`) },
      translate("briefing"))) : "";
}

/** Show the engagements between the same parties, which the map draws as one mark. */
export function showStack(index) {
  const stack = shown.stacks.find(({ engagements }) => engagements.includes(index));
  const engagements = stack ? stack.engagements : [index];
  const parties = stack ? stack.parties : [...shownParties(index)];
  return [pluralise(engagements.length, "engagement"),
    parties.length ? el("span", { class: "ends" },
      ...parties.map((unit) => (unit < 0 ? unitElement(unit) : nodeLink(unit)))) : translate("noParty"),
    progressSummary(engagements), ...dealList(engagements)];
}

/** Create the list of the other parties of an organisation's engagements, those with most of them first. */
function partnerSection(node, engagements) {
  const counts = new Map();
  for (const engagement of engagements) {
    for (const other of shownParties(engagement)) if (other !== node) counts.set(other, (counts.get(other) || 0) + 1);
  }
  const partners = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return partners.length ? section(el("span", {}, translate("withWhom"), " ", soft(pluralise(partners.length, "organisation"))),
    longList(partners, ([other, count]) => el("span", { class: "partner" }, nodeLink(other), soft(formatNumber(count))),
      { class: "partners" })) : "";
}

function factSection(node) {
  const facts = definitionList((NODES.facts[node] || []).map(([name, value, background, inferred]) => [
    propertyName(name), /^https?:/i.test(value) ? link(value, value.replace(/^https?:\/\/(www\.)?/i, "")) : value,
    background ? chip("background") : "", markChip(inferred, "")]));
  return facts ? section(translate("facts"), facts) : "";
}

function neighbourhoodButtons(node) {
  const currentHops = state.neighbourhood && state.neighbourhood.node === node ? state.neighbourhood.hops : 0;
  const choose = (hops) => change({ neighbourhood: currentHops === hops ? null : { node, hops }, path: null }, { refit: true });
  return el("div", { class: "choice", role: "group", "aria-label": translate("steps") }, soft(translate("steps")),
    ...[1, 2, 3].map((hops) => button({ "aria-pressed": String(currentHops === hops), "data-key": `near-${hops}` },
      () => choose(hops), pluralise(hops, "step"))),
    state.neighbourhood ? button({ class: "link", "data-key": "near-0" }, () => change({ neighbourhood: null }, { refit: true }),
      translate("wholeMap")) : "");
}

function measureSection(node) {
  const valueOf = (name, each) => (NODES.measure[name] || [])[each] ?? null;
  const available = DATA.measures.filter(({ name }) => valueOf(name, node) !== null);
  if (!available.length) return "";
  return section(translate("placeInNetwork"), el("ul", { class: "measures" }, ...available.map(({ name, meaning, sure, top }) => {
    const values = NODES.measure[name], own = /** @type {number} */ (values[node]);
    let [rank, total] = [1, 0];
    for (const value of values) if (value !== null) { total += 1; if (value > own) rank += 1; }
    const [low = 0, high = Infinity, percent] = (sure && sure[node]) || [];
    const outside = rank < low ? "sureFalls" : rank > high ? "sureRises" : "";
    const interval = percent === undefined ? "" : ` · ${translate("sure", ...[low, high, top, percent].map(formatNumber))}${
      outside && translate("semicolon") + translate(outside)}`;
    return el("li", {}, el("span", { class: "figure" }, formatNumber(own)),
      el("span", {}, capitalise(measureName(name)), " ", soft(translate("rank", formatNumber(rank), formatNumber(total)))),
      soft(dataText(meaning), interval));
  })));
}
