// Which names a text leaves out. It does what `exclude` of pcgraph.query.questions.filters does.

import { FULL, WORD, namesOf, wordsOf } from "./lexicon.js";

export const FACETS = ["type", "sector", "form", "kind", "country", "status", "place"]; // kinds of names that filter the map
const EXCLUDABLE = ["agent", "group", "person", "event", "engagement", "thing", ...FACETS.filter((each) => each !== "status")];
const PASSED = ["stop", "and", "in", "compare"]; // kinds of words between what leaves out and the name that it leaves out

/** Let each name that a text leaves out, as in "other than Acme or Lumen", mean that it is left out. */
export function exclude(spans) {
  const isBetween = (span) => PASSED.some((word) => wordsOf(span).has(word)) && !namesOf(span, EXCLUDABLE).length;
  const nextName = (start, step) => {
    let i = start;
    while (spans[i] && isBetween(spans[i])) i += step;
    return spans[i] && namesOf(spans[i], EXCLUDABLE).length ? i : -1;
  };
  spans.forEach((span, i) => {
    const isBefore = wordsOf(span).has("excluding"), step = isBefore ? 1 : -1; // some languages say it behind the name
    let place = isBefore || wordsOf(span).has("all_but") ? nextName(i + step, step) : -1;
    if (place >= 0) span.meanings = [["word", "excluding", WORD, 0]];
    while (place >= 0) {
      const [[, value]] = namesOf(spans[place], EXCLUDABLE);
      spans[place].meanings = [["excluded", `-${value}`, FULL, 0]];
      const words = spans[place + step] ? wordsOf(spans[place + step]) : new Set();
      const isMore = (words.has("and") && words.has("range")) || words.has("compare"); // "and" or "or", not "between"
      place = isMore ? nextName(place + 2 * step, step) : -1;
    }
  });
}
