// What bounds an answer: the parts of a text that it may not leave, and whether one of several things is enough.

import { namesOf, wordsOf } from "./lexicon.js";
import { ACTS } from "./readings.js";

const MUTUAL = [...ACTS, "partner", "relation_word", "path_word", "tie"]; // kinds of words for what is between parties
const LISTING = ["range", "compare"]; // kinds of words that "and" and "or" have, and "with" has not
const SUMMED = ["sum_of", "project", "agreement", "memo", "build"]; // kinds of words for what has sums and no price

/** Return the spans that no answer may leave: what a text leaves out, and of what it asks the price. */
export function fixedIn(spans) {
  const hasWord = (...words) => spans.some((span) => words.some((word) => wordsOf(span).has(word)));
  const isPrice = hasWord("money") && !hasWord("fund");
  const isSum = hasWord(...SUMMED) || spans.some((span) => namesOf(span, ["engagement", "event"]).length > 0);
  const fixed = isPrice ? ["excluded", "text"] : ["excluded"];
  return [...spans.keys()].filter((i) => namesOf(spans[i], fixed).length > 0
    || (isPrice && !isSum && wordsOf(spans[i]).has("money")));
}

/** Whether a text lists parties or countries, as in "Acme and Lumen", and says nothing of what is between them. */
export function isEither({ answer }, spans, neighbours) {
  const hasAny = (span, words) => words.some((word) => wordsOf(span).has(word));
  const isListed = spans.every((span) => !wordsOf(span).has("and") || hasAny(span, LISTING)); // "and", not "with"
  const { near = [], country = [] } = answer.filters, isAbroad = !country.some((value) => neighbours.includes(value));
  return (near.length > 1 || (country.length > 1 && isAbroad)) && isListed && !spans.some((span) => hasAny(span, MUTUAL));
}
