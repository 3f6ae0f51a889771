// What a part of a text means because of what stands beside it: it is left out, or it is a word of titles. It does what
// pcgraph.query.questions.beside does.

import { FULL, TEXT, WORD, namesOf, wordsOf } from "./lexicon.js";

export const FACETS = ["type", "sector", "form", "kind", "country", "status", "place"]; // kinds of names that filter the map
export const IDLE = ["stop", "who", "what", "which", "about", "now", "list", "and", "in", "has", "where", "this"];
const EXCLUDABLE = ["agent", "group", "person", "event", "engagement", "thing", ...FACETS.filter((each) => each !== "status")];

/** Let each name that a text leaves out, as in "other than Acme or Lumen", mean that it is left out. */
export function exclude(spans) {
  const isBetween = (span) => ["stop", "and", "in", "compare"].some((word) => wordsOf(span).has(word))
    && !namesOf(span, EXCLUDABLE).length;
  const nextName = (start) => {
    let i = start;
    while (i < spans.length && isBetween(spans[i])) i += 1;
    return i < spans.length && namesOf(spans[i], EXCLUDABLE).length ? i : spans.length;
  };
  spans.forEach((span, i) => {
    let place = wordsOf(span).has("excluding") ? nextName(i + 1) : spans.length;
    if (place < spans.length) span.meanings = [["word", "excluding", WORD, 0]];
    while (place < spans.length) {
      const [[, value]] = namesOf(spans[place], EXCLUDABLE);
      spans[place].meanings = [["excluded", `-${value}`, FULL, 0]];
      const words = place + 1 < spans.length ? wordsOf(spans[place + 1]) : new Set();
      const isMore = (words.has("and") && words.has("range")) || words.has("compare"); // "and" or "or", not "between"
      place = isMore ? nextName(place + 2) : spans.length;
    }
  });
}

/** Let a word such as "launched" be that of titles if nothing else is named, or one of the terms `beside` it is. */
export function readInTitles(spans, when, beside) {
  spans.forEach((span, i) => {
    const others = spans.filter((_, j) => j !== i && !when.used.has(j)), terms = beside[span.key];
    const isIdle = (each) => IDLE.some((word) => wordsOf(each).has(word));
    const isBeside = (each) => each.meanings.some(([, value]) => terms.includes(value));
    if (terms && (others.some(isBeside) || others.every(isIdle))) span.meanings = [["text", span.key, TEXT, 0]];
  });
}
