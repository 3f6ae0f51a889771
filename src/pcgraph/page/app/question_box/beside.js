// What a part of a text means because of what stands beside it: it is left out, or it is a word of titles. It does what
// pcgraph.query.questions.question_box.beside does.

import { FULL, HAS_HAN, TEXT, WORD, namesOf, wordsOf } from "./lexicon.js";

export const FACETS = ["type", "sector", "form", "kind", "country", "status", "place"]; // kinds of names that filter the map
export const IDLE = ["stop", "who", "what", "which", "about", "now", "list", "and", "in", "has", "where", "this"];
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

/** Let a word such as "launched" be that of titles if nothing else is named, or one of the terms `beside` it is. */
export function readInTitles(spans, when, beside) {
  spans.forEach((span, i) => {
    const others = spans.filter((_, j) => j !== i && !when.used.has(j)), terms = beside[span.key];
    const isIdle = (each) => IDLE.some((word) => wordsOf(each).has(word));
    const isBeside = (each) => each.meanings.some(([, value]) => terms.includes(value));
    if (terms && (others.some(isBeside) || others.every(isIdle))) span.meanings = [["text", span.key, TEXT, 0]];
  });
}

/** Return where a clause such as "when the agreement was signed" begins that only says when an office was held. */
export function clauseOf(spans) {
  const start = spans.findIndex((span) => wordsOf(span).has("office"));
  const found = spans.findIndex((span, i) => i > start && wordsOf(span).has("when") && /^[\0-\x7f]*$/.test(span.key));
  return start < 0 || found < 0 ? spans.length : found;
}

/** Whether a country is the one to which a visit leads: "visits to Norland". */
export function isVisited(spans, i) {
  const [before, after, then] = [spans[i - 1], spans[i + 1], spans[i + 2]];
  const isVisit = (span) => Boolean(span) && wordsOf(span).has("visit");
  if (before && (/(^| )to$/.test(before.key) || (isVisit(before) && HAS_HAN.test(before.key)))) return true;
  return /^(کا|کے|کی|ka|ke|ki)$/.test(after?.key ?? "") && isVisit(then);
}
