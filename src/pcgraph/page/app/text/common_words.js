// Common English words. Whoever writes one means it: it is no misspelt name. See pcgraph.model.common_words.

const ENDING = /(i?e?s|i?ed|ing|ly|i?er|i?est|ment|ness)$/, CUT = /(ing|ed|)$/;

/** Return the words of a list in which each says how many letters it shares with the one before. */
function unpackWords(packed) {
  let last = "";
  return new Set([...packed.matchAll(/(\d)([a-z]+)/g)].map(([, shared, rest]) => (last = last.slice(0, Number(shared)) + rest)));
}

/** @type {Set<string> | null} */
let list = null;
const ofPage = () => list ??= unpackWords(document.getElementById("common-words")?.textContent || "");

/** Return what a word with one of some endings may be an inflection of. */
function basesOf(word, endings) {
  const ending = word.match(endings)?.[0] ?? "", base = word.slice(0, word.length - ending.length);
  const isLong = base.length > (ending ? 2 : 3), hasY = /^i(es|ed|er|est)$/.test(ending); // parties, carried; not "universites"
  return isLong ? [`${base}e`, `${base}${hasY ? "y" : ""}`, base, base.replace(/(.)\1$/, "$1")] : [];
}

/** Return whether a word, in small letters, or what it is an inflection of is in a list, which is that of the page. */
export const isCommon = (word, words = ofPage()) => [word, ...basesOf(word, ENDING)].some((each) => words.has(each));

/** Return the known word in a list of which a word, or what is left of it, is an inflection, or the word itself. */
export function uninflected(word, known, words = ofPage()) {
  const base = [word, ...basesOf(word, CUT)].find((each) => words.has(each));
  return base && known.has(base) ? base : word;
}
