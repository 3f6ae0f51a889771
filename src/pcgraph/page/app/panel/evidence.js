// The evidence: sources, passages, quotations, and what each of them proves.

import { ENGAGEMENTS, SOURCES, isHeardOn } from "../model/data.js";
import { engagementsOf } from "../model/parties.js";
import { state } from "../model/state.js";
import { formatDate, formatShortDate } from "../text/dates.js";
import { bdi, el, link } from "../text/elements.js";
import { capitalise, interfaceLanguage, pluralise, termLabel, translate } from "../text/text.js";
import { dataText, details, joinWithDots, longList, section, soft } from "./parts.js";

/** Return whether one of the sources was known on the chosen day. Without sources, it is our own statement: always known. */
export const isAnySourceKnown = (sources) => isHeardOn(sources, state.asOf);

/** Return the steps that were known on the chosen day. */
export const knownSteps = (engagement) => ENGAGEMENTS.steps[engagement]
  .filter(([, , , , , sources]) => isAnySourceKnown(sources));

/** Return the sources of an engagement that were known on the chosen day. */
const knownSources = (engagement) => ENGAGEMENTS.sources[engagement].filter((source) => isAnySourceKnown([source]));
/** Return the number of independent voices among sources. */
export const countVoices = (sources) => new Set(sources.map((source) => SOURCES.voice[source])).size;

// ---- Sources -------------------------------------------------------------------------------------------------------

/** Return the address of a source; with a quotation, a browser scrolls to it there. */
function addressOf(source, quote) {
  const address = SOURCES.address[source];
  return quote && address ? `${address.split("#")[0]}#:~:text=${textFragment(quote)}` : address;
}

/** Return the text fragment that makes a browser scroll to a passage: its first and last words. */
function textFragment(quote) {
  const words = quote.trim().split(/\s+/);
  const encode = (list) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D"); // a dash has a meaning of its own there
  return words.length <= 8 ? encode(words) : `${encode(words.slice(0, 4))},${encode(words.slice(-4))}`;
}

const dataLink = (address, text) => el("bdi", { lang: interfaceLanguage() === "en" ? null : "en" }, link(address, text));

/** Create the title and the details of a source. The title is a link if the source has a web address. */
export function sourceDetails(source, note = "") {
  const facts = [SOURCES.publisher[source] && dataText(SOURCES.publisher[source]),
    SOURCES.date[source] && formatDate(SOURCES.date[source]),
    SOURCES.tier[source] >= 0 && translate("tierSource", termLabel("tier", SOURCES.tier[source])),
    SOURCES.said_by[source] && dataText(translate("saidBy", SOURCES.said_by[source])), note];
  return el("div", { class: "source-details" },
    el("span", { class: "source" }, dataLink(SOURCES.address[source], SOURCES.title[source] || SOURCES.iri[source])),
    soft(...joinWithDots(facts)));
}

/** Create a source in one line: the publisher as a link, and the date. */
export function sourceLine(source, quote = "") {
  const name = SOURCES.publisher[source] || SOURCES.title[source] || SOURCES.iri[source];
  const line = el("span", { class: "source-line", title: SOURCES.title[source] }, dataLink(addressOf(source, quote), name));
  if (SOURCES.date[source]) line.append(translate("comma"), formatShortDate(SOURCES.date[source]));
  return line;
}

/** Return the sources that report the roles of a node in engagements. */
export const sourcesOf = (node) => new Set([...engagementsOf(node)].flatMap((engagement) => ENGAGEMENTS.parties[engagement]
  .filter(([, party]) => party === node).flatMap(([, , , sources]) => sources || [])));

/** Create the folded list of the sources that name an organisation. */
export function sourceSection(node) {
  const known = [...sourcesOf(node)].filter((source) => isAnySourceKnown([source]));
  if (!known.length) return "";
  const voices = soft(`(${pluralise(countVoices(known), "voice")})`);
  return details(el("span", {}, translate("toldBy", pluralise(known.length, "source")), " ", voices),
    longList(known, (source) => sourceDetails(source), { limit: 30, class: "cards" }));
}

// ---- The evidence of an engagement in one line ---------------------------------------------------------------------

const STATES = ["proved", "moved", "reflowed", "hash-not-checked", "pointer-only", "source-gone", "changed"]; // the best first
const bestState = (passages) => STATES.find((name) => passages.some(([, , , , each]) => each === name)) || "";

/** Return the source to name first: of the best tier, with a quotation, with an address, the newest. */
function bestSource(engagement, sources) {
  const quoted = new Set(ENGAGEMENTS.passages[engagement].filter(([, , , , , quote]) => quote).map(([source]) => source));
  const key = (source) => [SOURCES.tier[source] < 0 ? 99 : SOURCES.tier[source], quoted.has(source) ? 0 : 1,
    SOURCES.address[source] ? 0 : 1, -(SOURCES.known[source] ?? -Infinity)];
  return [...sources].sort((a, b) => {
    const [one, other] = [key(a), key(b)], place = one.findIndex((value, position) => value !== other[position]);
    return place < 0 ? a - b : one[place] - other[place];
  })[0];
}

/** Return the passage of the best source that has a quotation, preferably of the present status, or null. */
function bestPassage(engagement) {
  const sources = knownSources(engagement);
  const passages = sources.length ? ENGAGEMENTS.passages[engagement]
    .filter(([source, , , , , quote]) => quote && source === bestSource(engagement, sources)) : [];
  const last = knownSteps(engagement).at(-1)?.[6];
  return passages.find(([, , , proves]) => proves === last) || passages[0] || null;
}

/** Create the evidence of an engagement in one line: the best source with its link, voices, and the best state of a passage. */
export function evidenceLine(engagement) {
  const sources = knownSources(engagement);
  if (!sources.length) return soft(translate("noPassage"));
  const best = bestState(ENGAGEMENTS.passages[engagement].filter(([source]) => sources.includes(source)));
  return el("span", { class: "evidence-line" }, ...joinWithDots([
    sourceLine(bestSource(engagement, sources), bestPassage(engagement)?.[5] || ""), pluralise(countVoices(sources), "voice"),
    best && el("span", { title: translate(`passage_${best}`) }, translate(`passageShort_${best}`))]));
}

const LONG_QUOTATION = 220; // characters; a longer one is folded

/** Create the quotation of an engagement's best passage, folded if it is long. Without texts there is none. */
export function quotation(engagement) {
  const quote = bestPassage(engagement)?.[5];
  if (!quote) return "";
  const words = el("blockquote", {}, bdi(quote));
  return quote.length > LONG_QUOTATION ? details(translate("quotation"), words) : words;
}

// ---- All evidence of an engagement ---------------------------------------------------------------------------------

/** @type {[RegExp, string][]} */
const PLACES = [
  [/^para ([\d, -]+)$/, "paragraph"], [/^characters (\d+–\d+)$/, "characters"], [/^(?:list )?item ([\d, -]+)$/, "item"],
  [/^record ([\d, -]+)$/, "record"], [/^section ([\d, -]+)$/, "section"], [/^page ([\d, -]+)$/, "page"],
  [/^opening$/, "opening"], [/^body$/, "body"], [/^title$/, "title"], [/^caption$/, "caption"], [/^last para$/, "last"],
];

/** Return the places of passages in words, such as ["paragraphs 3–4, 9"]. A place that is not understood stays as it is. */
export function placesInWords(locations) {
  const numbers = new Map(), places = [];
  for (const location of new Set(locations)) {
    const [pattern, name] = PLACES.find(([each]) => each.test(location)) || [];
    const found = pattern?.exec(location)?.[1];
    if (found) numbers.set(name, [...(numbers.get(name) || []), found.replaceAll("-", "–")]);
    else if (name) places.push(translate(`place_${name}`));
    else places.push(location.replace(/\bpara (?=\d+[-,])/g, "paragraphs ").replace(/\bpara\b/g, "paragraph"));
  }
  for (const [name, found] of numbers) {
    const text = found.join(translate("comma")), forms = translate(`place_${name}`, text).split("|");
    places.push(forms[/\D/.test(text) ? forms.length - 1 : 0]);
  }
  return places;
}

/** Return what a passage proves: that a step was reached, with its date, or the engagement itself. */
function provenThing(engagement, name) {
  const step = ENGAGEMENTS.steps[engagement].find((each) => each[6] === name);
  if (!step) return translate("provesItself");
  const date = step[1] && formatShortDate(step[1]);
  return translate("proves", date ? `${termLabel("status", step[0])}, ${date}` : termLabel("status", step[0]));
}

const stateName = (name) => capitalise(translate(`passageShort_${name}`));

/** Create the section on the evidence: the passages by source, for the sources known on the chosen day. */
export function passageSection(engagement) {
  /** @type {Map<number, Passage[]>} */
  const bySource = new Map(knownSources(engagement).map((source) => [source, []]));
  for (const passage of ENGAGEMENTS.passages[engagement]) {
    if (isAnySourceKnown([passage[0]])) bySource.set(passage[0], [...(bySource.get(passage[0]) || []), passage]);
  }
  if (!bySource.size) return section(translate("whereSaid"), el("p", { class: "soft" }, translate("noPassage")));
  const rank = (/** @type {any[]} */ [source]) => (SOURCES.tier[source] < 0 ? 99 : SOURCES.tier[source]);
  const sorted = [...bySource].sort((a, b) => rank(a) - rank(b) || (SOURCES.known[b[0]] ?? 0) - (SOURCES.known[a[0]] ?? 0));
  const passages = [...bySource.values()].flat();
  const states = STATES.filter((name) => passages.some(([, , , , each]) => each === name));
  return section(el("span", {}, translate("whereSaid"), " ",
    soft(`${pluralise(bySource.size, "source")}${translate("comma")}${pluralise(countVoices([...bySource.keys()]), "voice")}`)),
  el("p", { class: "soft small" }, ...states.map((name) => (states.length > 1 ? stateName(name) + translate("colon") : "")
    + `${translate(`passage_${name}`)} `),
    passages.length && passages.every(([, , , , , quote]) => !quote) ? translate("readThere") : ""),
  longList(sorted, ([source, entries]) => sourceCard(engagement, source, entries, states.length > 1),
    { class: "cards said", limit: 8 }));
}

/** Create the card of a source: what its passages prove and where they are, and with `showsState` in which state they are. */
function sourceCard(engagement, source, entries, showsState) {
  const byState = new Map();
  for (const [, fragment, location, name, checked, quote, pageState = "", day = ""] of entries) {
    const key = [checked, pageState, day].join(" "), thing = provenThing(engagement, name);
    const byThing = byState.get(key) || byState.set(key, new Map()).get(key);
    byThing.set(thing, [...(byThing.get(thing) || []), { location: location || fragment, quote }]);
  }
  const quoted = ({ location, quote }) => el("div", {}, el("blockquote", {}, bdi(quote)), soft(bdi(placesInWords([location])[0])),
    SOURCES.address[source] ? el("span", {}, " · ", link(addressOf(source, quote), translate("openPassage"))) : "");
  const places = (passages) => placesInWords(passages.filter(({ quote }) => !quote).map(({ location }) => location))
    .flatMap((place, position) => [position ? translate("comma") : "", bdi(place)]);
  const inWords = (key) => {
    const [name, pageState, day] = key.split(" ");
    const known = showsState || pageState || name === "changed" ? [stateName(name)] : [];
    if (pageState) known.push(translate(pageState === "changed" ? "pageLacks" : "pageHas", formatDate(day)));
    return known.length ? el("p", { class: `passage-state ${name}` }, known.join(translate("semicolon"))) : "";
  };
  return el("div", {}, sourceDetails(source), ...[...byState].flatMap(([key, byThing]) => [
    el("ul", { class: "passages" }, ...[...byThing].map(([thing, passages]) => el("li", {}, thing, translate("colon"),
      soft(...places(passages)), ...passages.filter(({ quote }) => quote).map(quoted)))),
    inWords(key)]));
}
