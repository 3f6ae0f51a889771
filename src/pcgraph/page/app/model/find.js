// What the words of a reader find: organisations, engagements, topics and questions, and why.

import { isSmall, queryWords } from "../text/tokens.js";
import { DATA, ENGAGEMENTS, NODES, SIZE, buildIndex } from "./data.js";
import { engagementsOf } from "./parties.js";
import { state } from "./state.js";
import { engagementsWith } from "./terms.js";
import { TOPICS, correctSpelling, findDocuments, rowNames, termNames, textIndex } from "./text_index.js";

/** The kinds of what is found, in the order in which they are listed. */
export const KINDS = ["node", "engagement", "term", "question"];
// How well something matches. By what belongs to it: by the name of a party, or of a term.
const [NAMED, NAME, NAME_BEGINS, TEXT, RELATED, SOURCE, BEGINS] = [0, 1, 2, 3, 4, 5, 6];
const PHRASE_LENGTH = 8; // words

/** Return the parts of a text that must all be found, each as a list of alternatives, which are lists of words. */
function segmentsOf(text) {
  const { phrases } = textIndex();
  const words = queryWords(text);
  const segments = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(PHRASE_LENGTH, words.length - start);
    while (length > 1 && !phrases.has(words.slice(start, start + length).join(" "))) length -= 1;
    const phrase = words.slice(start, start + length);
    const alternatives = phrases.get(phrase.join(" "));
    if (alternatives || !isSmall(phrase[0])) segments.push(alternatives || [phrase]);
    start += length;
  }
  return segments.length || !words.length ? segments : [[words]];
}

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

function namesOf(kind, index) {
  if (kind === "question") return [DATA.answers[index].title];
  const { group, index: term } = kind === "term" ? termOf(index) : {};
  return group ? termNames(group, term) : rowNames(kind === "node" ? NODES : ENGAGEMENTS, index);
}

/** Return what all `parts` of a text find of a kind, unsorted. `whole` is what one document finds. Of a question, most do. */
function combine(kind, parts, whole, phrase) {
  const fewest = kind === "question" ? Math.ceil(parts.length * 0.6) : parts.length;
  const results = [];
  for (const index of new Set(parts.flatMap((part) => [...part[kind].keys()]))) {
    const hits = parts.flatMap((part) => part[kind].get(index) ?? []);
    if (hits.length < fewest) continue;
    let weakest = hits.reduce((worst, hit) => (hit.level > worst.level ? hit : worst));
    if (whole[kind].get(index)?.level <= weakest.level) weakest = whole[kind].get(index);
    const isNamed = weakest.level <= NAME_BEGINS && namesOf(kind, index).some((name) => queryWords(name).join(" ") === phrase);
    const importance = importanceOf[kind](index);
    results.push({ kind, index, level: isNamed ? NAMED : weakest.level, hit: weakest.hit, importance,
      score: importance * hits.reduce((sum, hit) => sum + hit.score, 0) });
  }
  return results;
}

/**
 * Return what a text finds: for each kind a list, the best first. `hit` is what matches least, so it says why it is found.
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
  const results = Object.fromEntries(KINDS.map((kind) => [kind, combine(kind, parts, whole, phrase)]));
  for (const kind of KINDS) {
    results[kind].sort((a, b) => a.level - b.level || b.score - a.score || b.importance - a.importance || a.index - b.index);
  }
  results.term = results.term.map((result) => ({ ...result, ...termOf(result.index) }))
    .filter(({ group, index, level }) => level <= NAME_BEGINS && TOPICS.includes(group) && engagementsWith(group, index).length);
  return results;
}

/** Return whether something was found by its own name. */
export const isByName = ({ level }) => level <= NAME_BEGINS;
