// The data of the page, stored in columns, and indexes over these columns. Nodes, engagements and sources are indices into
// the columns and not objects, because a page may hold 300,000 of them.

import { byId } from "../text/template.js";

const parseJson = (id) => JSON.parse(byId(id).textContent);
/** @type {View & { words: Terms, passage_states: string[] }} */
export const DATA = parseJson("data");
/** The language of labels that stand alone: English if the page offers it, else the first. */
export const LABEL_LANGUAGE = DATA.languages.includes("en") ? "en" : DATA.languages[0];
export const { nodes: NODES, ties: TIES, engagements: ENGAGEMENTS, sources: SOURCES, words: TERMS } = DATA;

// pyvis writes the positions and the ends of ties as rows. Convert them back to columns.
{
  const network = parseJson("network");
  const column = (Kind, rows, name) => Kind.from(rows, (row) => row[name]);
  NODES.x = column(Float64Array, network.nodes, "x");
  NODES.y = column(Float64Array, network.nodes, "y");
  TIES.from = column(Int32Array, network.edges, "from");
  TIES.to = column(Int32Array, network.edges, "to");
}
// What repeats in the columns of engagements is left out of the page; see view/packed.py. Put it back.
ENGAGEMENTS.iri.forEach((iri, engagement) => {
  const own = iri.slice(iri.indexOf(":") + 1), whole = (name) => (name[0] === ":" ? name.slice(1) : own + name);
  for (const step of ENGAGEMENTS.steps[engagement]) step[6] = whole(step[6]);
  for (const link of ENGAGEMENTS.links[engagement]) if (link.length < 3) link.push(ENGAGEMENTS.label[link[1]]);
  const [passages, subjects] = /** @type {any} */ (ENGAGEMENTS.passages[engagement]);
  ENGAGEMENTS.passages[engagement] = subjects.flatMap(([name, ...indices]) => indices.map((index) => {
    const [source, fragment, location, passage, quote = 0, ...page] = passages[index];
    return [source, fragment, location, whole(name), DATA.passage_states[passage], quote, ...page];
  }));
});
// Findings about an engagement that are no term of a vocabulary, but can be chosen like one.
/** The states of a promise, in order. */
export const PROMISE_STATES = ["kept", "begun", "signed", "open", "silent", "stopped"];
TERMS.promise = [...PROMISE_STATES, "occasion"].map((id) => ({ id, label: id }));
const MARKS = ["silent", "inferred", "disputed", "proved", "oneVoice", "opening"];
TERMS.mark = MARKS.map((id) => ({ id, label: id }));
/** The mark of what is proved, as an index. */
export const PROVED = MARKS.indexOf("proved");

/** The vocabularies whose terms can be chosen: in the legend, and a status by a question in words. */
export const GROUPS = ["type", "form", "set", "promise", "mark", "sector", "country", "place", "kind", "tier", "status"];

export const SIZE = {
  nodes: NODES.iri.length, ties: TIES.from.length, engagements: ENGAGEMENTS.iri.length, sources: SOURCES.iri.length,
};

/** Return a function from each of `count` keys to its values. All values are in one array, sorted by key. */
export function buildIndex(count, forEachPair) {
  const starts = new Int32Array(count + 1);
  forEachPair((key) => { starts[key + 1] += 1; });
  for (let key = 0; key < count; key += 1) starts[key + 1] += starts[key];
  const values = new Int32Array(starts[count]);
  const next = starts.slice();
  forEachPair((key, value) => { values[next[key]] = value; next[key] += 1; });
  return (key) => values.subarray(starts[key], starts[key + 1]);
}

const createLookup = (curies) => {
  const indices = new Map(curies.map((curie, index) => [curie, index]));
  return (curie) => indices.get(curie) ?? -1;
};
export const findNode = createLookup(NODES.iri);
export const findEngagement = createLookup(ENGAGEMENTS.iri);
/** Return the vocabulary and index of a term of the legend, or undefined. */
export function findTerm(id) {
  const group = GROUPS.find((each) => TERMS[each].some((term) => term.id === id));
  return group && { group, index: TERMS[group].findIndex((term) => term.id === id) };
}

export const tiesOf = buildIndex(SIZE.nodes, (add) => {
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    add(TIES.from[tie], tie);
    if (TIES.to[tie] !== TIES.from[tie]) add(TIES.to[tie], tie);
  }
});
export const tiesOfEngagement = buildIndex(SIZE.engagements, (add) => {
  for (let tie = 0; tie < SIZE.ties; tie += 1) if (TIES.engagement[tie] >= 0) add(TIES.engagement[tie], tie);
});

/** Return whether a day is in the intervals [since, until, since, until…]. For null (now), the last one must be open. */
export function isBelievedOn(intervals, day) {
  if (day === null) return intervals.length % 2 === 1;
  for (let index = 0; index < intervals.length; index += 2) {
    if ((intervals[index] === null || intervals[index] <= day)
      && (index + 1 >= intervals.length || day < intervals[index + 1])) return true;
  }
  return false;
}

/** Return the status of an engagement as it was known on a day (null: now), or -1 if there was none. */
export function statusOn(engagement, day) {
  const intervals = ENGAGEMENTS.status[engagement];
  for (let index = intervals.length - 3; index >= 0; index -= 3) {
    const status = /** @type {number} */ (intervals[index]), [since, until] = [intervals[index + 1], intervals[index + 2]];
    if (day === null ? until === null : (since === null || since <= day) && (until === null || day < until)) return status;
  }
  return -1;
}

export const NO_SET = TERMS.set.findIndex(({ id }) => id === "none");
/** Return the set of statuses that an engagement is in: how far it has come. */
export const statusSetOn = (engagement, day) => {
  const status = statusOn(engagement, day);
  return status < 0 ? NO_SET : TERMS.status[status].set ?? NO_SET;
};

/** Return whether an engagement was known on a day. Before it has a status, its dated sources decide. */
export function isKnownOn(engagement, day) {
  const [status, since] = ENGAGEMENTS.status[engagement];
  const isBefore = day !== null && since !== null && day < since;
  const isTold = isBefore && ENGAGEMENTS.sources[engagement].some((source) => {
    const known = SOURCES.known[source];
    return known !== null && known <= day;
  });
  if (status !== undefined) return isTold || statusOn(engagement, day) >= 0;
  return day === null || !ENGAGEMENTS.sources[engagement].length
    || ENGAGEMENTS.sources[engagement].some((source) => SOURCES.known[source] === null || SOURCES.known[source] <= day);
}

/** Return whether one of the sources was known on a day. Without sources, it is our own statement: always known. */
export const isHeardOn = (sources, day) => day === null || !sources || !sources.length
  || sources.some((source) => SOURCES.known[source] === null || SOURCES.known[source] <= day);

/**
 * Return what is concluded about an engagement on a day (null: now): since when, or by when, it has its status, when it was last
 * reported, what became of it and how that is known, since when it is silent, and the promise to which it belongs.
 */
export function conclusionOn(engagement, day) {
  const found = ENGAGEMENTS.conclusions[engagement].findLast(([from, until]) => (day === null ? until === null
    : (from === null || from <= day) && (until === null || day < until)));
  const [, , reported = null, since = null, promise, promiseState, silent = null, by = null, outcome, shownBy, how, next,
    wentOnAs] = found || [];
  return { since, by, reported, next: next ?? "", outcome: outcome ?? -1, shownBy: shownBy ?? -1, how: how ?? "",
    wentOnAs: wentOnAs ?? [], silent, promise: promise ?? -1, state: promiseState ?? "" };
}

/** Return whether something is promised, not done, and was not reported for years. */
export const isSilent = (engagement, day) => conclusionOn(engagement, day).silent !== null;

/** Return whether something about the parties or the steps is our own reading and not stated by a source. */
export const hasInference = (engagement) => ENGAGEMENTS.inferred[engagement].length > 0
  || ENGAGEMENTS.parties[engagement].some(([, , inferred]) => inferred) || ENGAGEMENTS.steps[engagement].some((step) => step[4]);

/** Return how many independent voices state an engagement, at most as many as were known on a day (null: now). */
export const voicesOn = (engagement, day) => (day === null ? ENGAGEMENTS.voices[engagement]
  : Math.min(ENGAGEMENTS.voices[engagement], new Set(ENGAGEMENTS.sources[engagement].filter((source) => isHeardOn([source], day))
    .map((source) => SOURCES.voice[source])).size));

const FOUND = new Set(["proved", "moved", "reflowed"]);
/** Return whether the words of one of its passages were found at the source. */
export const hasProof = (engagement) => ENGAGEMENTS.passages[engagement].some(([, , , , passage]) => FOUND.has(passage));

/** Return the stories that could be told on a day (null: now), as indices. */
export const storiesOn = (day) => [...DATA.stories.keys()].filter((index) => {
  const { since } = DATA.stories[index];
  return day === null || since === null || since <= day;
});

/** Expand a CURIE such as `id:lumen` to an IRI. */
export function expandCurie(curie) {
  const colon = curie.indexOf(":");
  const namespace = Object.hasOwn(DATA.prefixes, curie.slice(0, colon)) ? DATA.prefixes[curie.slice(0, colon)] : null;
  return namespace === null ? curie : namespace + curie.slice(colon + 1);
}

// The data counts days from 1970-01-01. Addresses and readers use dates.
/** Return the day of a date such as "2025-09-03", or null if the calendar has none. */
export const parseDay = (text) => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86400000 : NaN;
  return Number.isNaN(day) || formatIsoDay(day) !== text ? null : day; // browsers take 30 February for 2 March
};
export const formatIsoDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
export const yearOf = (day) => new Date(day * 86400000).getUTCFullYear();
export const monthOf = (day) => formatIsoDay(day).slice(0, 7);
/** Return the first and the last day of a month such as "2025-09", or null if it is none. */
export function daysOfMonth(text) {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text || "")) return null;
  const [year, month] = text.split("-").map(Number);
  return [Date.UTC(year, month - 1, 1) / 86400000, Date.UTC(year, month, 0) / 86400000];
}
