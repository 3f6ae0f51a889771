// The dossier of an engagement: how far it has come, who takes part, the evidence, what is disputed or unknown, what came of it.

import {
  DATA, ENGAGEMENTS, NODES, SOURCES, TERMS, TIES, conclusionOn, isBelievedOn, statusOn, statusSetOn, tiesOfEngagement,
} from "../model/data.js";
import { LINKS_DOWN, isTrusted, outcomesOf } from "../model/filter.js";
import { change, state } from "../model/state.js";
import { formatDate, formatDay, reportDate } from "../text/dates.js";
import { bdi, button, el, svg } from "../text/elements.js";
import { SHAPES, typeSwatch } from "../text/shapes.js";
import {
  RIGHT_TO_LEFT, capitalise, engagementTitle, formatNumber, interfaceLanguage, localName, pluralise, termLabel,
  translate,
} from "../text/text.js";
import { copySection } from "./copy.js";
import { progressSummary } from "./counts.js";
import { engagementLine, sinceDate, statusMark } from "./deals.js";
import { disputeSection } from "./disputes.js";
import { countVoices, isAnySourceKnown, knownSteps, passageSection } from "./evidence.js";
import { otherSums, sumElement, sumsOf } from "./money.js";
import { LINKS_UP, groupByPaper, papersOf } from "./papers.js";
import {
  bulletList, chip, dataText, definitionList, details, engagementLink, joinWithDots, linkLabel, longList, markChip,
  nodeLink, section, soft,
} from "./parts.js";
import { watchButton } from "./watch.js";

/** Show an engagement. */
export function showEngagement(engagement) {
  const status = statusOn(engagement, state.asOf);
  const kicker = el("span", {}, typeSwatch(ENGAGEMENTS.type[engagement]),
    el("span", {}, ...joinWithDots([capitalise(termLabel("type", ENGAGEMENTS.type[engagement])), termLabel("status", status)])));
  const { text, lang } = engagementTitle(engagement);
  // It is known since its first status, even if the status has changed.
  const statuses = ENGAGEMENTS.status[engagement];
  const days = ENGAGEMENTS.sources[engagement].map((source) => SOURCES.known[source]); // null: always
  const first = days.includes(null) ? null : Math.min(.../** @type {number[]} */ (days));
  const intervals = statuses.length ? [statuses[1]] : [first];
  if (statuses.length && statuses[statuses.length - 1] !== null) intervals.push(statuses[statuses.length - 1]);
  return [kicker, bdi(text, lang), beliefHistory(intervals), withdrawnNote(engagement),
    watchButton("engagement", engagement), ...engagementDetails(engagement),
    copySection({ kind: "engagement", index: engagement })];
}

/** Create a line that says when it was believed. `intervals` is [since, until, since, …]. */
function beliefHistory(intervals) {
  const dayLabel = (value) => (value === null || !Number.isFinite(value) ? translate("dayAlways") : formatDay(value));
  const last = intervals.length - 1;
  const notes = [];
  if (intervals.length % 2) {
    notes.push(intervals[last] === null || !Number.isFinite(intervals[last]) ? translate("knownAlways")
      : translate("knownSince", formatDay(intervals[last])));
  } else if (intervals.length) notes.push(translate("noLonger", formatDay(intervals[last])));
  for (let index = intervals.length - (intervals.length % 2) - 2; index >= 0; index -= 2) {
    notes.push(translate("wasBelieved", dayLabel(intervals[index]), dayLabel(intervals[index + 1])));
  }
  const isPast = intervals.length % 2 === 0 && intervals.length > 0;
  const { asOf } = state, isNotBelieved = asOf !== null && !isBelievedOn(intervals, asOf);
  return el("p", { class: isPast || isNotBelieved ? "belief-history past" : "belief-history soft" }, notes.join(" · "),
    isNotBelieved ? ` · ${translate(intervals[0] !== null && intervals[0] > asOf ? "notYet" : "notThen")}` : "");
}

/** Say why nobody tells of an engagement any more. */
function withdrawnNote(engagement) {
  const why = DATA.withdrawn[ENGAGEMENTS.iri[engagement]];
  return why ? el("p", { class: "reading" }, dataText(why)) : "";
}

/** Return the sections with everything that is reported about an engagement. */
function engagementDetails(engagement) {
  const claimed = ENGAGEMENTS.claimed[engagement];
  const unknown = [...(claimed ? [el("span", {}, translate("claimed", formatNumber(claimed[0]), formatNumber(claimed[1])))] : []),
    ...ENGAGEMENTS.unknown[engagement].map(dataText)];
  const isOther = (/** @type {any[]} */ [name, other]) => !(other >= 0 && (LINKS_UP.includes(name) || LINKS_DOWN.has(name)));
  return [
    ENGAGEMENTS.summary[engagement] ? el("p", {}, dataText(ENGAGEMENTS.summary[engagement])) : "",
    factList(engagement),
    section(translate("howFar"), conclusionList(engagement), stepList(engagement)),
    section(translate("whoTakesPart"), partyList(engagement)),
    paperSection(engagement), outcomeSection(engagement),
    disputeSection(engagement), passageSection(engagement),
    ENGAGEMENTS.inferred[engagement].length ? section(translate("readInto"), el("p", { class: "reading" },
      dataText(translate("readIntoText", ENGAGEMENTS.inferred[engagement].join(translate("comma")))))) : "",
    unknown.length ? section(translate("notKnown"), bulletList(unknown, { class: "unknown" })) : "",
    linkSection(ENGAGEMENTS.links[engagement].filter(isOther)), relationSection(engagement),
  ];
}

/** Create the list of what is said about an engagement in single values. */
function factList(engagement) {
  const aims = ENGAGEMENTS.aims[engagement];
  const labels = (group, indices) => el("span", {}, indices.map((index) => termLabel(group, index)).join(translate("comma")));
  const date = (edtf) => edtf && el("span", {}, formatDate(edtf));
  const form = ENGAGEMENTS.form[engagement];
  return definitionList([
    [translate("form"), form >= 0 ? labels("form", [form]) : labels("type", [ENGAGEMENTS.type[engagement]])],
    [translate("sector"), ENGAGEMENTS.sectors[engagement].length ? labels("sector", ENGAGEMENTS.sectors[engagement]) : ""],
    [translate("place"), ENGAGEMENTS.places[engagement].length ? labels("place", ENGAGEMENTS.places[engagement]) : ""],
    [translate("number"), ENGAGEMENTS.quantity[engagement]],
    ...sumsOf(engagement).map((sum) => [translate("amount"), sumElement(engagement, sum, true)]),
    ...otherSums(engagement).map((sum) => [translate("alsoGiven"), sum]),
    [translate("starts"), date(ENGAGEMENTS.starts[engagement])],
    [translate("ends"), date(ENGAGEMENTS.ends[engagement])],
    [translate("expected"), date(ENGAGEMENTS.expected[engagement])],
    [translate(aims.length > 1 ? "aims" : "aim"), aims.length > 1 ? bulletList(aims.map(dataText), { class: "plain" }) : aims[0]],
  ]);
}

/** Create the list of what is concluded: since when, last reported, what is planned next, what became of it, and the silence. */
function conclusionList(engagement) {
  const { by, reported, next, outcome, shownBy, how, wentOnAs, silent, promise, state: promiseState }
    = conclusionOn(engagement, state.asOf);
  const links = (list) => el("span", {}, ...list.flatMap((each, at) => [at ? translate("comma") : "", engagementLink(each)]));
  const step = knownSteps(engagement).find((each) => next && each[6] === next);
  const planned = step && [termLabel("status", step[0]), step[1] && formatDate(step[1])].filter(Boolean).join(translate("comma"));
  const became = outcome >= 0 && el("span", {}, termLabel("status", outcome), shownBy < 0 ? "" : statusMark(shownBy),
    translate("comma"), translate(`how_${how}`), translate("colon"), shownBy < 0 ? "" : engagementLink(shownBy));
  const searched = ENGAGEMENTS.searched[engagement];
  const isSearched = searched !== null && (state.asOf === null || searched <= state.asOf);
  const silence = silent !== null && [reportDate(engagement, silent), isSearched && translate("searched", formatDay(searched)),
    ENGAGEMENTS.opening[engagement] && translate("openingOnly")].filter(Boolean).join(translate("semicolon"));
  const isStopped = statusOn(engagement, state.asOf) >= 0
    && ["ended", "none"].includes(TERMS.set[statusSetOn(engagement, state.asOf)]?.id);
  const own = promiseState && translate(`promise_${promiseState}`);
  const inWords = (text) => text && el("span", {}, text);
  return definitionList([
    [translate("sinceWhen"), inWords(sinceDate(engagement, formatDate))],
    [translate("column_reached"), inWords(by === null ? "" : translate("by", formatDay(by)))],
    [translate("column_lastReported"), inWords(reported === null ? "" : reportDate(engagement, reported))],
    [translate("nextStep"), inWords(planned || "")],
    [translate("outcome"), became || ""],
    [translate(isStopped ? "wentOnAs" : "stoppedResults"), wentOnAs.length ? links(wentOnAs) : ""],
    [translate("silentLabel"), inWords(silence || "")],
    [translate("promiseLabel"), promise < 0 || promise === engagement ? inWords(own)
      : el("span", {}, own, translate("comma"), translate("togetherWith"), " ", engagementLink(promise))],
  ]);
}

// ---- What it belongs to, and what came of it ------------------------------------------------------------------------

function paperSection(engagement) {
  const lines = papersOf(engagement).map(([name, other]) => el("li", {}, soft(linkLabel(name), " "), engagementLine(other)));
  return lines.length ? section(translate("belongsTo"), el("ul", { class: "deal-lines" }, ...lines)) : "";
}

/** Create the section on what an event, a paper or a programme led to, with the button that shows only this. */
function outcomeSection(engagement) {
  const outcomes = [...outcomesOf(engagement)].filter((other) => other !== engagement && isTrusted(other));
  if (!outcomes.length) return "";
  const isOnly = state.event === engagement;
  const draw = ({ engagement: each, children }) => el("div", {}, engagementLine(each),
    children.length ? longList(children, draw, { class: "deal-lines inner" }) : "");
  return section(translate("cameOfIt"), outcomes.length > 1 ? progressSummary(outcomes) : "",
    el("p", { class: "screen-only" }, button({ class: "wide", "aria-pressed": String(isOnly), "data-key": "outcomes" },
      () => change({ event: isOnly ? null : engagement, neighbourhood: null, path: null }, { refit: true }),
      translate("showOutcomes"))),
    longList(groupByPaper(outcomes, engagement), draw, { class: "deal-lines" }));
}

/** Create the section of the links that are neither papers nor outcomes, such as who acts for whom. */
function linkSection(links) {
  const groups = new Map();
  for (const entry of links) groups.set(entry[0], [...(groups.get(entry[0]) || []), entry]);
  return groups.size ? section(translate("linked"), el("dl", { class: "parties" }, ...[...groups].flatMap(([name, entries]) => [
    el("dt", {}, linkLabel(name)),
    el("dd", {}, longList(entries, ([, other, label]) => (other < 0 ? dataText(label) : engagementLink(other))))]))) : "";
}

/** Create the folded list of the relations between parties that are derived from an engagement. */
function relationSection(engagement) {
  const ties = [...tiesOfEngagement(engagement)].filter((tie) => isBelievedOn(TIES.known[tie], state.asOf));
  return ties.length ? details(pluralise(ties.length, "tieFrom"), longList(ties, (tie) => {
    const { symmetric } = TERMS.relation[TIES.relation[tie]];
    const arrow = symmetric ? " – " : RIGHT_TO_LEFT.has(interfaceLanguage()) ? " ← " : " → ";
    return el("span", {}, soft(termLabel("relation", TIES.relation[tie]), translate("colon")), nodeLink(TIES.from[tie]),
      soft(arrow), nodeLink(TIES.to[tie]), " ", soft(pluralise(TIES.voices[tie], "voice")));
  }, { class: "relations" })) : "";
}

// ---- Progress and parties --------------------------------------------------------------------------------------------

/** Create the list of the steps with their dates, followed by the statuses that no source reports yet. */
function stepList(engagement) {
  const steps = knownSteps(engagement);
  const currentStatus = statusOn(engagement, state.asOf);
  const highest = Math.max(-1, ...steps.map(([status]) => (TERMS.status[status] ? TERMS.status[status].rank : -1)),
    currentStatus < 0 ? -1 : TERMS.status[currentStatus].rank);
  const isFinal = (status) => ["ended", "none"].includes(localName(TERMS.set[TERMS.status[status].set].id));
  const openStatuses = TERMS.status.map((_, status) => status)
    .filter((status) => TERMS.status[status].rank > highest && !isFinal(status));
  const ended = currentStatus >= 0 && isFinal(currentStatus);
  const items = steps.map(([status, edtf, earliest, latest, inferred, sources, name, count]) => {
    const bound = latest === null ? translate("dateNotStated") : translate("latestBound", formatDay(latest));
    const date = edtf ? formatDate(edtf) : bound;
    const voices = countVoices((sources || []).filter((source) => isAnySourceKnown([source])));
    const bounds = edtf && earliest !== null && latest !== null && earliest !== latest ? translate("dateBounds",
      formatDay(earliest), formatDay(latest)) : "";
    return el("li", { class: status === currentStatus ? "now" : null }, el("strong", {}, termLabel("status", status)),
      el("span", { class: "soft" }, date), ...sumsOf(engagement, name).map((sum) => sumElement(engagement, sum)),
      count ? dataText(count) : "", markChip(inferred),
      bounds && !/[[/]/.test(edtf) ? el("span", { class: "soft bounds" }, bounds) : "",
      voices > 1 ? soft(pluralise(voices, "voice")) : "");
  });
  if (!steps.length && currentStatus >= 0) {
    items.push(el("li", { class: "now" }, el("strong", {}, termLabel("status", currentStatus)),
      soft(translate("dateNotStated"))));
  }
  if (!items.length) return el("p", { class: "soft" }, translate("noStep"));
  return el("ol", { class: "steps" }, ...items, ...(openStatuses.length && !ended
    ? [el("li", { class: "ahead" }, soft(translate("openStatuses", openStatuses.map((status) => termLabel("status",
      status)).join(translate("comma")))))] : []));
}

function partyList(engagement) {
  const known = ENGAGEMENTS.parties[engagement].filter(([, , , sources]) => isAnySourceKnown(sources));
  if (!known.length) return el("p", { class: "soft" }, translate("noParty"));
  const roles = new Map();
  for (const party of known) roles.set(party[0], [...(roles.get(party[0]) || []), party]);
  return el("dl", { class: "parties" }, ...[...roles].flatMap(([role, entries]) => [el("dt", {}, termLabel("role", role)),
    el("dd", {}, longList(entries, ([, node, inferred]) => {
      const kind = node < 0 ? "" : localName(TERMS.kind[NODES.kind[node]]?.id || "");
      return el("span", {}, node < 0 || kind === "UnnamedParty" ? el("span", { class: "line" }, svg("svg",
        { class: "swatch", width: 14, height: 14,
        viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, svg("path", { d: SHAPES.blank, class: "side-3 ring",
          "stroke-width": 0.3, "stroke-dasharray": "0.5,0.4" })),
      node < 0 ? translate("unnamedParty") : nodeLink(node)) : nodeLink(node),
      node < 0 || kind === "UnnamedParty" ? chip("unnamed") : "", markChip(inferred));
    }))]));
}
