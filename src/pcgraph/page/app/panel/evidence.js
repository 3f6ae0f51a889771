// The panel for a tie or an engagement: its progress, its parties, the evidence, and what is disputed or unknown.

import { ENGAGEMENTS, NODES, SOURCES, TERMS, isBelievedOn, isHeardOn, statusOn } from "../model/data.js";
import { select, state } from "../model/state.js";
import { formatDate, formatDay, formatShortDate } from "../text/dates.js";
import { bdi, button, el, link, svg } from "../text/elements.js";
import { SHAPES, typeSwatch } from "../text/shapes.js";
import {
  capitalise, engagementTitle, formatNumber, interfaceLanguage, localName, pluralise, termLabel, translate,
} from "../text/text.js";
import { STRINGS } from "../text/words.js";
import { copySection } from "./copy.js";
import {
  bulletList, chip, dataText, definitionList, fillPanel, isFromKeyboard, joinWithDots, longList, nodeLink,
  propertyName, section, soft, sourceDetails,
} from "./panel.js";

/** Return whether one of the sources was known on the chosen day. Without sources, it is our own statement: always known. */
export const isAnySourceKnown = (sources) => isHeardOn(sources, state.asOf);

/** Return the steps that were known on the chosen day. */
const knownSteps = (engagement) => ENGAGEMENTS.steps[engagement].filter(([, , , , , sources]) => isAnySourceKnown(sources));

/** Return the date of the latest dated step, in short form. */
export function latestStepDate(engagement) {
  const dated = knownSteps(engagement).filter(([, edtf]) => edtf);
  return dated.length ? formatShortDate(dated[dated.length - 1][1]) : "";
}

export function showEngagement(engagement) {
  const status = statusOn(engagement, state.asOf);
  const kicker = el("span", {}, typeSwatch(ENGAGEMENTS.type[engagement]),
    el("span", {}, ...joinWithDots([capitalise(termLabel("type", ENGAGEMENTS.type[engagement])),
    termLabel("status", status)])));
  const { text, lang } = engagementTitle(engagement);
  // It is known since its first status, even if the status has changed.
  const statuses = ENGAGEMENTS.status[engagement];
  const intervals = statuses.length ? [statuses[1]]
    : [Math.min(...ENGAGEMENTS.sources[engagement].map((source) => SOURCES.known[source]))];
  if (statuses.length && statuses.at(-1) !== null) intervals.push(statuses.at(-1));
  return fillPanel(kicker, bdi(text, lang), beliefHistory(intervals), ...engagementDetails(engagement),
    copySection({ kind: "engagement", index: engagement }));
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
  const isNotBelieved = state.asOf !== null && !isBelievedOn(intervals, state.asOf);
  return el("p", { class: isPast || isNotBelieved ? "belief-history past" : "belief-history soft" }, notes.join(" · "),
    isNotBelieved ? ` · ${translate(intervals[0] !== null && intervals[0] > state.asOf ? "notYet" : "notThen")}` : "");
}

/** Return the sections with everything that is reported about an engagement. */
function engagementDetails(engagement) {
  const claimed = ENGAGEMENTS.claimed[engagement];
  const unknown = [...(claimed ? [el("span", {}, translate("claimed", formatNumber(claimed[0]), formatNumber(claimed[1])))] : []),
    ...ENGAGEMENTS.unknown[engagement].map(dataText)];
  const aims = ENGAGEMENTS.aims[engagement];
  const labels = (group, indices) => el("span", {}, indices.map((index) => termLabel(group, index)).join(translate("comma")));
  const date = (edtf) => edtf && el("span", {}, formatDate(edtf));
  return [
    ENGAGEMENTS.summary[engagement] ? el("p", {}, dataText(ENGAGEMENTS.summary[engagement])) : "",
    definitionList([
      [translate("form"), labels(...(ENGAGEMENTS.form[engagement] >= 0 ? ["form", [ENGAGEMENTS.form[engagement]]]
        : ["type", [ENGAGEMENTS.type[engagement]]]))],
      [translate("sector"), ENGAGEMENTS.sectors[engagement].length ? labels("sector", ENGAGEMENTS.sectors[engagement]) : ""],
      [translate("place"), ENGAGEMENTS.places[engagement].join(translate("comma"))],
      [translate("number"), ENGAGEMENTS.quantity[engagement]],
      [translate("amount"), ENGAGEMENTS.amount[engagement]],
      [propertyName("claimed amount"), ENGAGEMENTS.claim[engagement]],
      [translate("starts"), date(ENGAGEMENTS.starts[engagement])],
      [translate("ends"), date(ENGAGEMENTS.ends[engagement])],
      [translate("expected"), date(ENGAGEMENTS.expected[engagement])],
      [translate(aims.length > 1 ? "aims" : "aim"), aims.length > 1 ? bulletList(aims.map(dataText), { class: "plain" }) : aims[0]],
    ]),
    section(translate("howFar"), stepList(engagement)),
    section(translate("whoTakesPart"), partyList(engagement)),
    disputeSection(engagement),
    passageSection(engagement),
    ENGAGEMENTS.inferred[engagement].length ? section(translate("readInto"), el("p", { class: "reading" },
      dataText(translate("readIntoText", ENGAGEMENTS.inferred[engagement].join(translate("comma")))))) : "",
    unknown.length ? section(translate("notKnown"), bulletList(unknown, { class: "unknown" })) : "",
    ENGAGEMENTS.links[engagement].length ? section(translate("linked"), linkList(engagement)) : "",
  ];
}

/** Create the list of the steps with their dates, followed by the statuses that no source reports yet. */
function stepList(engagement) {
  const steps = knownSteps(engagement);
  const currentStatus = statusOn(engagement, state.asOf);
  const highest = Math.max(-1, ...steps.map(([status]) => (TERMS.status[status] ? TERMS.status[status].rank : -1)),
    currentStatus < 0 ? -1 : TERMS.status[currentStatus].rank);
  const isFinal = (status) => ["ended", "none"].includes(localName(TERMS.set[TERMS.status[status].set].id));
  const openStatuses = TERMS.status.map((_, status) => status).filter((status) => TERMS.status[status].rank > highest && !isFinal(status));
  const ended = currentStatus >= 0 && isFinal(currentStatus);
  const items = steps.map(([status, edtf, earliest, latest, inferred, sources, , numbers]) => {
    const date = edtf ? formatDate(edtf) : latest !== null ? translate("latestBound", formatDay(latest)) : translate("dateNotStated");
    const bounds = edtf && earliest !== null && latest !== null && earliest !== latest ? translate("dateBounds",
      formatDay(earliest), formatDay(latest)) : "";
    return el("li", { class: status === currentStatus ? "now" : null }, el("strong", {}, termLabel("status", status)),
      el("span", { class: "soft" }, date), numbers ? dataText(numbers) : "", inferred ? chip("inferred") : "",
      bounds && !/[[/]/.test(edtf) ? el("span", { class: "soft bounds" }, bounds) : "",
      sources && sources.length > 1 ? soft(pluralise(sources.length, "source")) : "");
  });
  if (!steps.length && currentStatus >= 0) items.push(el("li", { class: "now" }, el("strong", {}, termLabel("status", currentStatus)),
    soft(translate("dateNotStated"))));
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
      node < 0 || kind === "UnnamedParty" ? chip("unnamed") : "", inferred ? chip("inferred", "guess") : "");
    }))]));
}

const DATE_PROPERTIES = new Set(["date", "starts", "ends", "expected"]);

/** Create the section on contradictions between sources: all values, the believed one, and the reason. */
function disputeSection(engagement) {
  if (!ENGAGEMENTS.disputes[engagement].length) return "";
  return el("section", { class: "disputed" }, el("h3", {}, translate("disputed")),
    ...ENGAGEMENTS.disputes[engagement].map(({ what: property, values, believed, verdict }) => el("div", { class: "dispute" },
    el("p", {}, el("strong", {}, propertyName(property))),
    el("ul", {}, ...values.map(([value, sources]) => {
      const isAccepted = value === believed;
      const shownValue = DATE_PROPERTIES.has(property) ? el("span", {}, formatDate(value)) : dataText(value);
      return el("li", { class: isAccepted ? "holds" : null }, el("span", {}, shownValue, " ", el("span", { class: "chip" },
        translate(isAccepted ? "believed" : "notBelieved"))),
        ...sources.map((source) => sourceDetails(source)));
    })),
    el("p", { class: "soft" }, ...(verdict ? [`${translate("verdictReason")} `, dataText(verdict)] : [translate("verdictOpen")])))));
}

/** Create the section on the evidence: the passages by source, for the sources known on the chosen day. */
function passageSection(engagement) {
  const bySource = new Map();
  for (const passage of ENGAGEMENTS.passages[engagement]) {
    if (isAnySourceKnown([passage[0]])) bySource.set(passage[0], [...(bySource.get(passage[0]) || []), passage]);
  }
  for (const source of ENGAGEMENTS.sources[engagement]) if (isAnySourceKnown([source]) && !bySource.has(source)) bySource.set(source, []);
  const voices = new Set([...bySource.keys()].map((source) => SOURCES.voice[source])).size;
  const title = el("span", {}, translate("whereSaid"), " ", bySource.size
    ? soft(`${pluralise(bySource.size, "source")}, ${pluralise(voices, "voice")}`) : "");
  return section(title, bySource.size ? longList([...bySource], sourceCard, { class: "cards said", limit: 8 }) : el("p",
    { class: "soft" }, translate("noPassage")));
}

function sourceCard([source, entries]) {
  const byFragment = new Map();
  for (const [, fragment, location, proves, state, quote] of entries) {
    const entry = byFragment.get(fragment) || { location: location || fragment, proves: new Set(), state, quote };
    if (proves) entry.proves.add(stepStatusLabel(proves));
    byFragment.set(fragment, entry);
  }
  return el("div", {}, sourceDetails(source), byFragment.size
    ? el("ul", { class: "passages" }, ...[...byFragment.values()].map(({ location, proves, state, quote }) => el("li", {},
    el("span", {}, dataText(location), [...proves].some(Boolean)
      ? soft(` · ${translate("proves", [...proves].filter(Boolean).join(translate("comma")))}`) : "", " ",
    el("span", { class: `passage-state ${state}` }, translate(`passage_${state}`))),
    quote ? el("blockquote", {}, bdi(quote)) : "",
    quote && SOURCES.address[source] ? link(`${SOURCES.address[source].split("#")[0]}#:~:text=${textFragment(quote)}`,
      translate("openPassage")) : ""))) : "");
}

/** Return the text fragment that makes a browser scroll to a passage: its first and last words. */
function textFragment(quote) {
  const words = quote.trim().split(/\s+/);
  const encode = (list) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D"); // a dash has a meaning of its own there
  return words.length <= 8 ? encode(words) : `${encode(words.slice(0, 4))},${encode(words.slice(-4))}`;
}

/** Return the label of the status in which the local name of a step ends, such as "signed" for `x.signed`, or "". */
function stepStatusLabel(name) {
  const suffix = name.slice(name.lastIndexOf(".") + 1).replace(/-\d+$/, "");
  const status = name.includes(".") ? TERMS.status.findIndex(({ id }) => localName(id) === suffix) : -1;
  return status >= 0 ? termLabel("status", status) : "";
}

const linkLabel = (name) => (STRINGS[interfaceLanguage()][`link_${name}`] || STRINGS.en[`link_${name}`] ? translate(`link_${name}`) : name);

function linkList(engagement) {
  const groups = new Map();
  for (const entry of ENGAGEMENTS.links[engagement]) groups.set(entry[0], [...(groups.get(entry[0]) || []), entry]);
  return el("dl", { class: "parties" }, ...[...groups].flatMap(([name, entries]) => [el("dt", {}, linkLabel(name)),
    el("dd", {}, longList(entries, ([, other, label]) => (other < 0 ? dataText(label)
      : button({ class: "link" }, (event) => select("engagement", other, { focus: isFromKeyboard(event) }), bdi(engagementTitle(other).text,
        engagementTitle(other).lang)))))]));
}
