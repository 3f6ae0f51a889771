// What the words of a reader find: organisations, engagements, topics and questions, and why.

import { isSmall, isUnspaced, queryWords } from "../text/tokens.js";
import { DATA, ENGAGEMENTS, NODES, SIZE, buildIndex } from "./data.js";
import { engagementsOf } from "./parties.js";
import { state } from "./state.js";
import { engagementsWith } from "./terms.js";
import { TOPICS, correctSpelling, findDocuments, rowNames, termNames, textIndex } from "./text_index.js";

/** The kinds of what is found, in the order in which they are listed. */
export const KINDS = ["node", "engagement", "term", "question"];
// How well something matches. By what belongs to it: by the name of a party, or of a term.
const [NAMED, NAME, NAME_BEGINS, TEXT, RELATED, SOURCE, BEGINS] = [0, 1, 2, 3, 4, 5, 6];
export const PHRASE_LENGTH = 8; // words

/** Return words with the last one in the singular ("universities", "agreements"), as a list of none or one. */
export function singularPhrases(words) {
  const last = words[words.length - 1];
  const singular = /^[a-z]{2,}ies$/.test(last) ? `${last.slice(0, -3)}y` : /^[a-z]{3,}[^s]s$/.test(last) ? last.slice(0, -1) : "";
  return singular ? [[...words.slice(0, -1), singular]] : [];
}

/** Return what means the same as some words that stay together, in the singular or the plural, or undefined. */
export function alternativesOf(words) {
  const { phrases } = textIndex();
  const own = phrases.get(words.join(" "));
  if (own) return own;
  const others = singularPhrases(words).flatMap((each) => phrases.get(each.join(" ")) ?? []);
  return others.length ? [...others, words] : undefined;
}

/** Return the parts of a text that must all be found, each as a list of alternatives, which are lists of words. */
function segmentsOf(text) {
  const words = queryWords(text);
  const segments = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(PHRASE_LENGTH, words.length - start);
    while (length > 1 && !alternativesOf(words.slice(start, start + length))) length -= 1;
    const phrase = words.slice(start, start + length);
    const alternatives = alternativesOf(phrase);
    if (alternatives || !isSmall(phrase[0])) segments.push(alternatives || [phrase]);
    start += length;
  }
  return segments.length || !words.length ? segments : [[words]];
}

/** @type {((source: number) => Int32Array) | null} */
let ofSource = null;
const engagementsOfSource = (source) => (ofSource ??= buildIndex(SIZE.sources, (add) => ENGAGEMENTS.sources.forEach(
  (sources, engagement) => { for (const each of new Set(sources)) add(each, engagement); })))(source);

/**
 * Call `add(kind, index, level, score)` for each thing that a document stands for.
 * @param {Hit} hit
 * @param {(kind: string, index: number, level: number, score: number) => void} add
 */
function forEachTarget({ document: { kind, index, group, id }, score, isWhole, field }, add) {
  const addAll = (target, indices, level) => { for (const each of indices) add(target, each, isWhole ? level : BEGINS, 0); };
  if (kind === "source") {
    addAll("engagement", engagementsOfSource(index), SOURCE);
    return;
  }
  add(kind, kind === "term" ? id : index, field === "name" ? (isWhole ? NAME : NAME_BEGINS) : isWhole ? TEXT : BEGINS, score);
  if (kind === "node" && field === "name") addAll("engagement", engagementsOf(index), RELATED);
  if (kind === "term") addAll("engagement", engagementsWith(group, index), RELATED);
  if (kind === "term" && ["kind", "country"].includes(group)) {
    addAll("node", NODES[group].flatMap((term, node) => (term === index ? [node] : [])), RELATED);
  }
}

/**
 * Return what one part of the text finds: for each kind, index → { level, score, hit }. The last word of the
 * alternative `typed` may be incomplete, because the reader is still typing.
 */
function findSegment(alternatives, typed = undefined) {
  const found = Object.fromEntries(KINDS.map((kind) => [kind, new Map()]));
  for (const words of alternatives) {
    for (const hit of findDocuments(words, words.join(" ") === typed)) {
      forEachTarget(hit, (kind, index, level, score) => {
        const other = found[kind].get(index);
        if (other && (level > other.level || (level === other.level && score <= other.score))) return;
        found[kind].set(index, { level, score, hit });
      });
    }
  }
  return found;
}

const matches = new Map();
/** Return the set of the engagements that mention the words of a text, themselves or by their parties, terms or sources. */
export function matchText(text) {
  const key = `${state.asOf} ${text}`;
  if (!matches.has(key)) {
    const segments = segmentsOf(correctSpelling(text).text);
    const [first, ...others] = segments.map((alternatives) => findSegment(alternatives).engagement);
    const isInAll = (engagement) => others.every((each) => each.has(engagement));
    matches.set(key, new Set(first ? [...first.keys()].filter(isInAll) : []));
  }
  return matches.get(key);
}

/** Return the vocabulary and the index of a term, which is found by the number of its document. */
function termOf(id) {
  const { group, index } = textIndex().documents[id];
  return { group, index };
}

const importanceOf = {
  node: (node) => Math.log2(2 + engagementsOf(node).length),
  engagement: (engagement) => 1 + ENGAGEMENTS.voices[engagement],
  term: (id) => { const { group, index } = termOf(id); return Math.log2(2 + engagementsWith(group, index).length); },
  question: () => 1,
};

/** Return all names of a thing; a term is given by the number of its document. */
export function namesOf(kind, index) {
  if (kind === "question") return [DATA.answers[index].title];
  const { group, index: term } = kind === "term" ? termOf(index) : {};
  return group ? termNames(group, term) : rowNames(kind === "node" ? NODES : ENGAGEMENTS, index);
}

const isCalled = (kind, index, phrases) => namesOf(kind, index).some((name) => phrases.includes(queryWords(name).join(" ")));

/**
 * Return what at least so many of the `parts` of a text find of a kind, unsorted. `whole` is what one document finds. Of a
 * question, half of them are enough, and most are as good as all.
 */
function combine(kind, parts, whole, phrases, least) {
  const fewest = kind === "question" ? Math.min(least, Math.ceil(parts.length * 0.5)) : least;
  const results = [];
  for (const index of new Set(parts.flatMap((part) => [...part[kind].keys()]))) {
    const hits = parts.flatMap((part) => part[kind].get(index) ?? []);
    if (hits.length < fewest) continue;
    let weakest = hits.reduce((worst, hit) => (hit.level > worst.level ? hit : worst));
    if (whole[kind].get(index)?.level <= weakest.level) weakest = whole[kind].get(index);
    const isNamed = weakest.level <= NAME_BEGINS && isCalled(kind, index, phrases);
    const importance = importanceOf[kind](index);
    results.push({ kind, index, level: isNamed ? NAMED : weakest.level, hit: weakest.hit, importance,
      missing: kind === "question" && hits.length >= parts.length * 0.6 ? 0 : parts.length - hits.length,
      score: importance * hits.reduce((sum, hit) => sum + hit.score, 0) });
  }
  return results;
}

/** Return whether words say enough to be looked for without the others: not only numbers and pairs of letters. */
const isTelling = (words) => words.some((word) => isUnspaced(word) || /^\p{L}.*[\p{L}\p{N}]{2}/u.test(word));

/** Add the organisations or topics that one part of a text names in full, such as one organisation in a whole question. */
function addNamed(results, kind, segments, parts) {
  const present = new Set(results.map(({ index }) => index));
  segments.forEach((alternatives, place) => {
    if (!alternatives.some(isTelling)) return;
    const phrases = alternatives.map((words) => words.join(" "));
    for (const [index, { level, hit, score }] of parts[place][kind]) {
      if (level > NAME_BEGINS || present.has(index) || !isCalled(kind, index, phrases)) continue;
      present.add(index);
      results.push({ kind, index, level: NAMED, hit, importance: importanceOf[kind](index), score, missing: parts.length - 1 });
    }
  });
}

/**
 * Return what a text finds: for each kind a list, the best first. `hit` is what matches least, so it says why it is found. If
 * nothing holds all parts of the text, or only a source does, what holds most of them is found too; `missing` counts the others.
 * @returns {Record<string, Found[]>}
 */
export function search(text) {
  const segments = segmentsOf(text);
  const words = queryWords(text);
  const phrase = words.join(" ");
  const last = /\s$/.test(text) ? [] : segments[segments.length - 1] || [];
  const typed = last.map((alternative) => alternative.join(" ")).find((alternative) => phrase.endsWith(alternative));
  const parts = segments.map((alternatives) => findSegment(alternatives, alternatives === last ? typed : undefined));
  const whole = findSegment(parts.length > 1 ? [words.filter((word) => !isSmall(word))] : []);
  const phrases = [words, ...singularPhrases(words)].map((each) => each.join(" "));
  const withAtLeast = (least) => Object.fromEntries(KINDS.map((kind) => [kind, combine(kind, parts, whole, phrases, least)]));
  let results = withAtLeast(parts.length);
  const isFound = () => KINDS.some((kind) => results[kind].some(({ level }) => level < SOURCE));
  const telling = segments.filter((alternatives) => alternatives.some(isTelling)).length;
  for (let least = parts.length - 1; least > parts.length - telling && !isFound(); least -= 1) results = withAtLeast(least);
  if (parts.length > 1) for (const kind of ["node", "term"]) addNamed(results[kind], kind, segments, parts);
  for (const kind of KINDS) {
    results[kind].sort((a, b) => a.missing - b.missing || a.level - b.level || b.score - a.score || b.importance - a.importance
      || a.index - b.index);
  }
  results.term = results.term.map((result) => ({ ...result, ...termOf(result.index) }))
    .filter(({ group, index, level }) => level <= NAME_BEGINS && TOPICS.includes(group) && engagementsWith(group, index).length);
  return results;
}

/** Return whether something was found by its own name. */
export const isByName = ({ level }) => level <= NAME_BEGINS;
