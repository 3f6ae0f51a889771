// Common English words. Whoever writes one means it: it is no misspelt name. See pcgraph.model.common_words.

const ENDING = /(i?e?s|i?ed|ing|ly|i?er|i?est|ment|ness)$/;

/** Return the words of a list in which each says how many letters it shares with the one before. */
function unpackWords(packed) {
  let last = "";
  return new Set([...packed.matchAll(/(\d)([a-z]+)/g)].map(([, shared, rest]) => (last = last.slice(0, Number(shared)) + rest)));
}

/** @type {Set<string> | null} */
let list = null;
const ofPage = () => list ??= unpackWords(document.getElementById("common-words")?.textContent || "");

/** Return whether a word, in small letters, or what it is an inflection of is in a list, which is that of the page. */
export function isCommon(word, known = ofPage()) {
  const base = word.replace(ENDING, ""), hasY = word[base.length] === "i"; // parties, carrying; not "universites"
  const forms = base.length > 2 ? [base, `${base}e`, ...hasY ? [`${base}y`] : [], base.replace(/(.)\1$/, "$1")] : [];
  return [word, ...forms].some((form) => known.has(form));
}
