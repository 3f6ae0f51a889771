// What the page shows, in words: what the reader has chosen, and what the picture, the table and the print rest on.

import { DATA, ENGAGEMENTS, GROUPS, NODES, SIZE, SOURCES, TERMS, monthOf } from "../model/data.js";
import { shown } from "../model/level.js";
import { shownParties } from "../model/parties.js";
import { state } from "../model/state.js";
import { formatDate, formatDay } from "./dates.js";
import { bdi, nameElement } from "./elements.js";
import { capitalise, engagementTitle, formatNumber, nameOfId, nodeName, pluralise, termLabel, translate } from "./text.js";

/** Return the name of a place of the map: a side, its opposite, or the place below of those who are of no side. */
export const sideName = (side) => (side < DATA.sides ? termLabel("country", side)
  : capitalise(translate(DATA.sides > 1 ? "elsewhere" : side === 1 ? "otherCountries" : "countryUnknown")));

/**
 * Return the name of a group: its country; if it is of a side, or of no country, its kind; and what remains of an open group, or
 * the smaller groups of a column, by their number.
 */
export function groupName(index) {
  const { key, members, isRemainder, of } = shown.groups[index];
  if (of > 1) return translate("groupRest", formatNumber(of));
  const name = keyName(key);
  return isRemainder ? translate("groupRemainder", formatNumber(members.length), name) : name;
}
/** Return the name of the group with a key. */
export function keyName(key) {
  const [country, kind] = ["country", "kind"].map((group) => TERMS[group].findIndex(({ id }) => key.split(" ").includes(id)));
  if (kind < 0 && country < 0) return capitalise(translate("groupOthers"));
  return capitalise(kind >= 0 ? termLabel("kind", kind) : termLabel("country", country));
}
/** Create an element with the name of a party of a stack. Of a group it also says the country, and how many it has. */
export function unitElement(unit) {
  if (unit >= 0) return nameElement(unit);
  const [name, { members }] = [groupName(-1 - unit), shown.groups[-1 - unit]], country = NODES.country[members[0]];
  const where = country < 0 ? translate("countryUnknown") : termLabel("country", country);
  const count = pluralise(members.length, "organisation");
  return bdi(`${name} (${country >= DATA.sides ? count : [where, count].join(translate("comma"))})`, null);
}

const NAMED = 6; // organisations that a description names before it only counts them

/** Return alternatives in words: "signed, planned or ended". */
const alternatives = (items) => (items.length < 2 ? items.join("")
  : `${items.slice(0, -1).join(translate("comma"))}${translate("orWord")}${items.at(-1)}`);

function namesOf(nodes) {
  const names = nodes.slice(0, NAMED).map((node) => nodeName(node).text);
  if (nodes.length > NAMED) names.push(translate("andMore", formatNumber(nodes.length - NAMED)));
  return names.join(translate("comma"));
}

/** Return a period of whole months in words: "January 2015 to June 2016". */
function describePeriod(period) {
  const [first, last] = period.map(monthOf);
  return formatDate(first === last ? first : `${first}/${last}`);
}

// What is chosen, in words, by the name of the condition in model/filter.js, or "" if it is not set.
const WORDS = {
  asOf: () => (state.asOf === null ? "" : formatDay(state.asOf)),
  period: () => state.period && describePeriod(state.period),
  voices: () => (state.voices > 1 ? translate("atLeast", state.voices) : ""),
  text: () => state.text && translate("quoted", state.text),
  event: () => (state.event === null ? "" : translate("andOutcomes", engagementTitle(state.event).text)),
  only: () => state.only && namesOf([...state.only]),
  not: () => alternatives(state.not.map(nameOfId)),
  neighbourhood: () => state.neighbourhood
    && translate("within", pluralise(state.neighbourhood.hops, "step"), nodeName(state.neighbourhood.node).text),
};
const termsInWords = (group) => alternatives([...state.chosen[group]].sort((a, b) => a - b)
  .map((term) => termLabel(group, term)));

/** Return what a condition of the filters is called. */
export const conditionName = (name) => translate(GROUPS.includes(name) ? `group_${name}` : `condition_${name}`);

/** Say how many engagements that match are not on the map, and why; "" if all are. */
export function notDrawn() {
  const { counts, matching, leftOut, nameless, groups } = shown;
  const others = matching.engagements - counts.engagements - leftOut - nameless;
  const reasons = /** @type {[string, number][]} */ ([["oneSided", leftOut], [groups.length ? "fewer" : "smaller", others],
    ["unnamedBanner", nameless]]);
  const words = reasons.filter(([, count]) => count).map(([key, count]) => translate(key, formatNumber(count)));
  return words.length ? translate("notDrawn", words.join(translate("comma"))) : "";
}

/** Return each choice that restricts or changes what is shown, in words: [name of the condition, "Progress: signed"]. */
export function describeChoices() {
  const choices = [...GROUPS.map((group) => [group, termsInWords(group)]),
    ...Object.entries(WORDS).map(([name, words]) => [name, words()])].filter(([, words]) => words)
    .map(([name, words]) => [name, capitalise(translate("labelled", conditionName(name), words))]);
  if (state.path) {
    const names = state.path.map((node) => nodeName(node).text).join(" – ");
    choices.push(["path", capitalise(translate("labelled", translate("shortestPath"), names))]);
  }
  for (const name of ["people", "unnamed"]) if (state[name]) choices.push([name, translate(`switch_${name}`)]);
  if (state.view === "map" && shown.leftOut) choices.push(["level", notDrawn().replace(/[.。۔]$/, "")]); // in a list
  if (state.view === "map" && shown.groups.length) choices.push(["level", translate("grouped")]);
  if (state.view === "map" && shown.isReduced) choices.push(["level", translate("showLargest")]);
  return choices;
}

/** Return all that the reader has chosen as one text, without the conditions named in `omit`; "" if nothing is chosen. */
export const describeState = (omit = []) => describeChoices().filter(([name]) => !omit.includes(name)).map(([, words]) => words)
  .join(translate("semicolon"));

/** Return the name of what is selected, or "". A stack is called by its parties. */
export function describeSelection() {
  const { kind, index } = state.selection || { kind: "", index: -1 };
  if (kind === "node") return nodeName(index).text;
  if (kind === "engagement") return engagementTitle(index).text;
  const stack = kind === "stack" && shown.stacks.find(({ engagements }) => engagements.includes(index));
  return kind === "stack" ? (stack ? stack.parties : [...shownParties(index)])
    .map((unit) => (unit < 0 ? groupName(-1 - unit) : nodeName(unit).text)).join(" – ") : "";
}

/** Return the day to which the picture belongs, or 0 if nothing has a day: the chosen one, or the last change of the data. */
export const shownDay = () => state.asOf ?? DATA.as_of ?? DATA.today;

/** Return the engagements that the present view shows: those drawn on the map, or else those listed. */
export function shownEngagements() {
  const flags = state.view === "map" ? shown.engagements : shown.listed;
  return Array.from({ length: SIZE.engagements }, (_, engagement) => engagement).filter((engagement) => flags[engagement]);
}

/** Return the sources of engagements that were known on the chosen day. */
export const sourcesOfEngagements = (engagements) => [...new Set(engagements.flatMap((each) => ENGAGEMENTS.sources[each]))]
  .filter((source) => state.asOf === null || SOURCES.known[source] === null || SOURCES.known[source] <= state.asOf);

/** Return the name of a licence: the short one of Creative Commons if it is one of these, or else its address. */
export function licenceName(address) {
  const [, terms, version] = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/.exec(address) || [];
  if (!terms) return address;
  return terms === "zero" ? `CC0 ${version}` : `CC ${terms.toUpperCase()} ${version}`;
}

/** Return the address of what is shown or, if the page has no web address, its title with the part that holds the state. */
export const pageAddress = () => (/^https?:/.test(location.href) ? location.href : `${document.title} ${location.hash}`.trim());

/** Return the lines that say where engagements come from: day, sources and creators; the licence; the address of the page. */
export function provenance(engagements = shownEngagements()) {
  const licence = licenceName(DATA.licence);
  const facts = [shownDay() ? capitalise(translate("dataAsOf", formatDay(shownDay()))) : "",
    pluralise(sourcesOfEngagements(engagements).length, "source"), DATA.creators.join(translate("comma"))];
  return [facts.filter(Boolean).join(" · "), [...new Set([licence, DATA.licence])].join(" · "), pageAddress()].filter(Boolean);
}
