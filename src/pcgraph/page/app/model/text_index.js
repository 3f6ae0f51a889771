// Full-text index over organisations, engagements, vocabularies, sources and the questions of the catalogue. Each of them is
// one document. An engagement is also found by the documents of its parties, terms and sources; see find.js.

import { isCommon } from "../text/common_words.js";
import { isUnspaced, queryWords, spelledWords, spellingDistance } from "../text/tokens.js";
import { STRINGS } from "../text/words.js";
import { DATA, ENGAGEMENTS, NODES, SIZE, SOURCES, TERMS } from "./data.js";
import MiniSearch from "minisearch";


/** The vocabularies that are searched. The first ones are topics: a reader can choose their terms as a filter. */
export const TOPICS = ["sector", "type", "form", "country", "kind", "set", "mark"];
const SEARCHED = [...TOPICS, "status", "role"];
const ASSET_LINKS = new Set(["delivers", "uses"]);
const MOST_TEXTS = 20000; // with more engagements, only names and places are indexed, because texts take seconds

/** Return all names of a row of a table, in all languages. */
export const rowNames = (table, row) => [table.label[row], ...Object.values(table.labels[row] || {}), table.short?.[row],
  ...(table.aliases?.[row] || [])].filter(Boolean);
/** Return all names of a term, in all languages. */
export function termNames(group, index) {
  const { id, label, labels, aliases = [] } = TERMS[group][index];
  const key = `${group}_${id.slice(id.indexOf(":") + 1)}`;
  const own = Object.values(STRINGS).flatMap((texts) => [texts[key], ...(texts[`also_${key}`] || "").split("; ")])
    .filter(Boolean); // the page has labels for sets and marks, and further words for what readers look for
  return [label, ...Object.values(labels || {}), ...aliases, ...own];
}

/**
 * Return the documents: what each is, its names and its texts.
 * @returns {Document[]}
 */
function collectDocuments() {
  const documents = [];
  const add = (kind, index, names, texts = [], places = [], group = "") => documents.push(
    { id: documents.length, kind, index, group, name: names.join("\n"), text: texts.join("\n"), place: places.join("\n") });
  const isSmallEnough = SIZE.engagements <= MOST_TEXTS;
  for (let node = 0; node < SIZE.nodes; node += 1) add("node", node, rowNames(NODES, node), [NODES.summary[node]]);
  for (const group of SEARCHED) TERMS[group].forEach((_, index) => add("term", index, termNames(group, index), [], [], group));
  DATA.answers.forEach(({ title, labels, question, keywords }, index) => add("question", index,
    [title, ...Object.values(labels || {})], [question, ...keywords]));
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    const assets = ENGAGEMENTS.links[engagement].filter(([label, other]) => other < 0 && ASSET_LINKS.has(label));
    add("engagement", engagement, rowNames(ENGAGEMENTS, engagement), isSmallEnough ? [ENGAGEMENTS.summary[engagement],
      ...assets.map(([, , name]) => name), ...ENGAGEMENTS.aims[engagement], ...ENGAGEMENTS.unknown[engagement]] : [],
      ENGAGEMENTS.places[engagement].flatMap((place) => termNames("place", place)));
  }
  const sources = isSmallEnough ? SOURCES.iri : [];
  sources.forEach((_, source) => add("source", source, [SOURCES.publisher[source]], [SOURCES.title[source]]));
  return documents;
}

/**
 * Return the phrases that stay together, each with what else means the same, as lists of words: the names of a term stand for
 * each other ("AI": artificial intelligence), and the words of an organisation's name are looked for in one name.
 */
function collectPhrases() {
  const phrases = new Map();
  for (const group of SEARCHED) {
    TERMS[group].forEach((_, index) => {
      const names = [...new Set(termNames(group, index).map((name) => queryWords(name).join(" ")))].filter(Boolean);
      for (const name of names) phrases.set(name, [...new Set([...(phrases.get(name) || []), ...names])]);
    });
  }
  for (let node = 0; node < SIZE.nodes; node += 1) {
    for (const name of rowNames(NODES, node)) {
      const phrase = queryWords(name).join(" ");
      if (phrase.includes(" ") && !phrases.has(phrase)) phrases.set(phrase, [phrase]);
    }
  }
  return new Map([...phrases].map(([phrase, others]) => [phrase, others.map((other) => other.split(" "))]));
}

function startIndex() {
  const documents = collectDocuments();
  const spellings = new Map(); // each word of the index with a spelling: in small letters if it occurs so
  const tokenize = (text) => spelledWords(text).map(([word, spelling]) => {
    if (spelling === word || !spellings.has(word)) spellings.set(word, spelling);
    return word;
  });
  const engine = new MiniSearch({ fields: ["name", "text", "place"], tokenize, processTerm: (word) => word, searchOptions: {
    tokenize: (word) => [word], combineWith: "AND", prefix: true, boost: { name: 3 }, weights: { prefix: 0.4, fuzzy: 0 },
  } });
  return { documents, engine, spellings, phrases: collectPhrases(), added: 0 };
}

/** @type {ReturnType<typeof startIndex> | null} */
let built = null;
function addSome(count) {
  const index = built ??= startIndex(), { engine, documents, added } = index;
  engine.addAll(documents.slice(added, added + count));
  index.added = Math.min(added + count, documents.length);
  return index;
}

/** Return the index: documents, engine, spellings and phrases. It is built at first use, because that takes a moment. */
export function textIndex() {
  return !built || built.added < built.documents.length ? addSome(Infinity) : built;
}

/** Begin to build the index in small steps, so that the page stays responsive meanwhile. */
export function prepareIndex() {
  if (built && built.added === built.documents.length) return;
  addSome(2000);
  setTimeout(prepareIndex);
}

/**
 * Return whether a word of the index that begins with `word` may stand for it: an ending, or all if the word does not occur. Two
 * letters are no beginning: "ML-1" is not "mln".
 */
const isEnding = (word, term) => (isUnspaced(word) ? true : !textIndex().spellings.has(word) ? word.length > 2
  : word.length > 3 && term.length - word.length <= 3);

/** Return a word without the s of an English plural, if the index has it so: its beginning finds both. */
const singular = (word) => (/^[a-z]{3,}[^s]s$/.test(word) && textIndex().spellings.has(word.slice(0, -1))
  ? word.slice(0, -1) : word);

/**
 * Return the documents that contain all words, in the plural or not. With `isTyping`, the last word may be the beginning of
 * any word.
 * @returns {Hit[]}
 */
export function findDocuments(asked, isTyping = false) {
  const { engine, documents } = textIndex();
  const words = asked.map(singular);
  const found = [];
  for (const { id, score, match } of engine.search({ combineWith: "AND", queries: words })) {
    const terms = Object.keys(match);
    const fields = words.map((word, place) => {
      const whole = match[asked[place]] || match[word];
      if (whole) return { isWhole: Boolean(match[asked[place]]), in: whole };
      const mayBeLonger = (term) => (isTyping && place === words.length - 1) || isEnding(word, term);
      const longer = terms.filter((term) => term.startsWith(word) && mayBeLonger(term));
      return longer.length ? { isWhole: false, in: longer.flatMap((term) => match[term]) } : null;
    });
    if (fields.includes(null)) continue;
    const field = ["name", "place", "text"].find((name) => fields.every((each) => each.in.includes(name))) || "text";
    found.push({ document: documents[id], score, isWhole: fields.every(({ isWhole }) => isWhole), field });
  }
  return found;
}

// ---- Spelling -----------------------------------------------------------------------------------------------------

const isKnown = (word) => textIndex().spellings.has(word) || isCommon(word) || textIndex().engine.search(word).length > 0;

/** Return the words of the index that are most like a word, with at most so many changes; none that only adds an ending. */
function nearestWords(word, most, withBeginnings) {
  let [nearest, least] = [/** @type {string[]} */ ([]), most + (withBeginnings ? 0.75 : 0.25)];
  for (const [other, spelling] of textIndex().spellings) {
    if (other.length < word.length - most || isUnspaced(other)) continue;
    const whole = other.length <= word.length + most ? spellingDistance(word, other) : Infinity;
    const isLonger = withBeginnings && other.length > word.length;
    const start = isLonger ? spellingDistance(word, other.slice(0, word.length)) + 0.25 : Infinity;
    const distance = Math.min(whole, start) + (word[0] === other[0] ? 0 : 0.5); // the first letter is seldom wrong
    if (distance < least) [nearest, least] = [[], distance];
    if (distance === least) nearest.push(spelling);
  }
  const isForm = (one, other) => one !== other && one.toLowerCase().startsWith(other.toLowerCase());
  return nearest.filter((one) => !nearest.some((other) => isForm(one, other)));
}

const MOST_OFFERS = 3;
const corrections = new Map();
/**
 * Return a text with the words that nobody knows replaced by the nearest word, if there is one that is nearest:
 * { text, isCorrected, suggestions }. A word that is like none is left as it is. `suggestions` are texts to offer: with each of
 * several words that are equally near, or with the nearest words all the same.
 */
export function correctSpelling(text) {
  if (corrections.has(text)) return corrections.get(text);
  let [corrected, offers, isCorrected] = [text, [text], false];
  for (const [word, spelling] of spelledWords(text, true)) {
    if (word.length < 4 || /\p{N}/u.test(word) || isUnspaced(word) || isKnown(word)) continue;
    const near = nearestWords(word, word.length < 8 ? 1 : 2, false);
    const far = near.length ? near : nearestWords(word, Math.floor(word.length * 0.4), true);
    if (near.length === 1) [corrected, isCorrected] = [corrected.replace(spelling, near[0]), true];
    if (far.length) offers = far.slice(0, MOST_OFFERS).flatMap((other) => offers.map((offer) => offer.replace(spelling, other)));
  }
  const suggestions = offers.filter((offer) => offer !== corrected).slice(0, MOST_OFFERS);
  const result = { text: corrected, isCorrected, suggestions };
  corrections.set(text, result);
  return result;
}
