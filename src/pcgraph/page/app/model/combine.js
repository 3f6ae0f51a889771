// What the words of a reader say together as filters: "AI agreements since 2024" names a sector, a type and years.

import { ENGAGEMENTS, SIZE, isKnownOn, yearOf } from "./data.js";
import { isInPeriod } from "./filter.js";
import { PHRASE_LENGTH, alternativesOf, namesOf, singularPhrases } from "./find.js";
import { engagementsOf } from "./parties.js";
import { defaultState, state } from "./state.js";
import { engagementsWith } from "./terms.js";
import { TOPICS, correctSpelling, findDocuments } from "./text_index.js";
import { isSmall, queryWords } from "../text/tokens.js";
import { STRINGS } from "../text/words.js";

const wordSet = (key) => new Set(Object.values(STRINGS).flatMap((texts) => queryWords(texts[key] || "")));
const PERIODS = ["since", "after", "until", "before"].map((name) => /** @type {[string, Set<string>]} */ ([name,
  wordSet(`period_${name}`)]));
const firstDay = (year) => Date.UTC(year, 0, 1) / 86400000;

/** Return the years of the first and the last step. */
function yearsOfSteps() {
  const days = ENGAGEMENTS.steps.flatMap((steps) => steps.flatMap(([, , ...range]) => range.slice(0, 2)))
    .filter((day) => day !== null);
  const years = days.map((day) => yearOf(day));
  return years.reduce(([first, last], year) => [Math.min(first, year), Math.max(last, year)], [9999, 0]);
}

/** Return the years that some words name, as [first, last] or null, and the other words. "since 2024" has no end. */
function readYears(words) {
  const at = words.findIndex((word) => /^(19|20)\d\d$/.test(word));
  if (at < 0) return { years: null, rest: words };
  const year = Number(words[at]);
  const near = [at - 1, at + 1, at + 2];
  const [name] = PERIODS.find(([, set]) => near.some((place) => set.has(words[place]))) || [""];
  const isPart = (word, place) => place === at || (near.includes(place) && PERIODS.some(([, set]) => set.has(word)))
    || (place === at + 1 && word.startsWith("年"));
  const [first, last] = yearsOfSteps();
  const years = { since: [year, last], after: [year + 1, last], until: [first, year], before: [first, year - 1] }[name]
    || [year, year];
  return { years, rest: words.filter((word, place) => !isPart(word, place)) };
}

/** Return the topic or the organisation that is called so, in the singular or the plural, or undefined. */
function thingNamed(words) {
  const forms = [words, ...singularPhrases(words)];
  const names = forms.map((form) => form.join(" "));
  const found = forms.flatMap((form) => findDocuments(form)).map(({ document }) => document)
    .filter(({ kind, index, group, id }) => (kind === "node" || (kind === "term" && TOPICS.includes(group)))
      && namesOf(kind, kind === "term" ? id : index).some((name) => names.includes(queryWords(name).join(" "))));
  const size = ({ kind, index, group }) => (kind === "node" ? engagementsOf(index) : engagementsWith(group, index)).length;
  const order = ({ kind, group }) => (kind === "node" ? -1 : TOPICS.indexOf(group));
  return found.filter(size).sort((a, b) => order(a) - order(b) || size(b) - size(a))[0];
}

/** Return the topics and organisations that some words name, or null if another word is left. */
function thingsNamed(words) {
  const things = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(PHRASE_LENGTH, words.length - start);
    while (length > 1 && !alternativesOf(words.slice(start, start + length))) length -= 1;
    const phrase = words.slice(start, start + length);
    const thing = isSmall(phrase[0]) && length === 1 ? undefined : thingNamed(phrase);
    if (thing) things.push(thing);
    else if (length > 1 || !isSmall(phrase[0])) return null;
    start += length;
  }
  return things;
}

/**
 * Return the filters that a text names together: the change of the state, what they are called, and how many engagements match.
 * For two organisations, it is the path between them. Return null if the text says less, or something else.
 * @returns {{
 *   patch: Partial<State>, names: (string | { group?: string, index?: number, node?: number })[], count: number,
 * } | null}
 */
export function combinedFilter(text) {
  const { years, rest } = readYears(queryWords(correctSpelling(text).text));
  const things = thingsNamed(rest);
  if (!things || things.length + Number(Boolean(years)) < 2) return null;
  const nodes = things.filter(({ kind }) => kind === "node").map(({ index }) => index);
  const names = things.map(({ kind, group, index }) => (kind === "node" ? { node: index } : { group, index }));
  if (nodes.length === 2 && nodes[0] !== nodes[1] && things.length === 2 && !years) {
    return { patch: { path: nodes }, names, count: 0 };
  }
  if (nodes.length > 1) return null;

  const { chosen } = defaultState();
  for (const { kind, group, index } of things) if (kind === "term") chosen[group].add(index);
  const period = years && /** @type {[number, number]} */ ([firstDay(years[0]), firstDay(years[1] + 1) - 1]);
  const groups = Object.entries(chosen).filter(([, terms]) => terms.size);
  const sets = groups.map(([group, terms]) => new Set([...terms].flatMap((term) => [...engagementsWith(group, term)])));
  if (nodes.length) sets.push(new Set(engagementsOf(nodes[0])));
  let count = 0;
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (isKnownOn(engagement, state.asOf) && sets.every((set) => set.has(engagement))
      && (!period || isInPeriod(engagement, period))) count += 1;
  }
  if (!count) return null;
  const yearNames = years ? [years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`] : [];
  return { patch: { chosen, period, neighbourhood: nodes.length ? { node: nodes[0], hops: 1 } : null },
    names: [...names, ...yearNames], count };
}
