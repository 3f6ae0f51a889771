// The two engagements that a text compares, by words of their titles: "Northern safe city and Southern compared". It does what
// pcgraph.query.questions.question_box.compared does.

import { FULL, keysOf, namesOf, wordsOf } from "./lexicon.js";

const PARTIES = ["agent", "group", "person"]; // kinds of names that are compared otherwise
const WORKS = ["engagement", "event"]; // kinds of names that are compared here
const TITLED = [...WORKS, "thing", "text"]; // of which one side has one at least
const isAscii = (word) => /^[\0-\x7f]*$/.test(word);

/** Return the engagements on both sides of "and", or of a word that compares; nothing if a side names none. */
export function compared(spans, when, titles, stops) {
  const all = [...spans.keys()];
  const named = all.filter((i) => spans[i].meanings.length && !wordsOf(spans[i]).size && !when.used.has(i));
  const isBetween = (i) => named.length > 0 && named[0] < i && i < named[named.length - 1];
  const comparing = all.filter((i) => wordsOf(spans[i]).has("compare") && isAscii(spans[i].key));
  const [between] = [...comparing, ...all.filter((i) => wordsOf(spans[i]).has("and"))].filter(isBetween);
  if (!comparing.length || between === undefined || named.some((i) => namesOf(spans[i], PARTIES).length)) return [];
  const halves = [named.filter((i) => i < between), named.filter((i) => i > between)].map((half) => half.map((i) => spans[i]));
  if (!halves.flat().some((span) => namesOf(span, TITLED).length)) return [];
  const known = new Map(WORKS.flatMap((role) => [...titles[role]])
    .map(([value, words]) => [value, new Set([...words].filter(isAscii))]));
  const own = halves.map((half) => [...new Set(half.flatMap(keysOf))].filter((word) => !stops.has(word)));
  const whole = halves.map((half) => half.flatMap((span) => namesOf(span, WORKS)).find(([, , weight]) => weight === FULL)?.[1]);
  /** Return the shortest title with the words of a side, and with most of those of the other. */
  const nearest = (side, other) => {
    if (whole[side]) return whole[side];
    const found = [...known].filter(([, words]) => own[side].every((word) => words.has(word)))
      .map(([value, words]) => ({ value, more: other.filter((word) => words.has(word)).length, size: words.size }));
    found.sort((a, b) => b.more - a.more || a.size - b.size || (a.value < b.value ? -1 : 1));
    return found[0]?.value ?? "";
  };
  const first = [0, 1].map((side) => nearest(side, own[1 - side]));
  const sides = [0, 1].map((side) => nearest(side, [...known.get(first[1 - side]) ?? []]));
  return sides.every(Boolean) && sides[0] !== sides[1] ? sides : [];
}
