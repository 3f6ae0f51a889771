// The words that decide what a text asks for: an answer that leaves one out gives way to one that has it. It does what
// pcgraph.query.questions.question_box.deciding does.

import { IDLE } from "./beside.js";
import { ASIDE, TEXT, namesOf, wordsOf } from "./lexicon.js";
import { compare, isWithin } from "./reading.js";

export const WORKS = ["engagement", "event", "thing"]; // kinds of names of which a text asks for one alone
const VAGUE = ["pcg:Project", "pcg:Agreement", "pcg:Event", "v:agreement"]; // types that everyday words name for any of them
const TELLING = 4; // letters of a word that may narrow an answer
const SAID = ["status_word", "latest", "now", "outcome", "office", "money"]; // kinds of words for what every row says

/** Whether a span names a kind of papers or works that says more than "project" or "agreement". */
export const isDeciding = (span) => namesOf(span, ["type", "form"]).slice(0, 1).some(([, value]) => !VAGUE.includes(value));

/** Return what keeps the deciding words of a text, with the names and titles of one document. */
export function createDeciding(box, { filter, weigh, titles, waysOf, writtenOf }, pageOf, address) {
  /** Return an answer, or the filter of its parties with the kind of papers or works that it leaves out. */
  function keep(best, spans, when, isEmpty) {
    const lost = [...spans.keys()].filter((i) => !best.used.has(i) && !when.used.has(i) && isDeciding(spans[i]));
    const found = lost.length ? filter(spans, when, ["text", ...WORKS]) : null;
    if (!found || !lost.every((i) => found.used.has(i)) || !found.answer.filters.near || isEmpty(found)) return best;
    return weigh(found, spans, when);
  }

  /** Return an answer about one thing, or about that whose longer title has the other words of the text, too. */
  function lengthen(best, spans, when, isEmpty) {
    const named = [...best.chosen].filter(([i, value]) => namesOf(spans[i], WORKS).some(([, other]) => other === value));
    const { parameters = {}, by } = best.answer, isPage = best.kind === "filter" && !by, [[place, value] = []] = named;
    if (named.length !== 1 || !(isPage || Object.values(parameters).includes(value))) return best;
    const own = new Set(Object.values(titles).flatMap((group) => [...group.get(value) ?? []]));
    const rest = new Map();
    spans.forEach((span, i) => {
      const isName = isDeciding(span) || [...wordsOf(span)].every((word) => word === ASIDE);
      if (when.used.has(i) || i === place || !isName || namesOf(span, ["country"]).length) return;
      const ways = writtenOf(span);
      if (ways.length && !ways.some((way) => isWithin(way, own))) rest.set(i, ways);
    });
    const lost = [...rest.keys()].filter((i) => !best.chosen.has(i));
    if (!lost.length) return best;
    const isKind = [...rest.keys()].every((i) => isDeciding(spans[i])); // a name needs the whole title
    const isEnough = (title) => ({ way, least }) =>
      way.filter((word) => title.has(word)).length >= (isKind ? least : way.length);
    const isNamed = (title) => waysOf(spans[place]).some(isEnough(title));
    const isWhole = (title) => isNamed(title) && [...rest.values()].every((ways) => ways.some((way) => isWithin(way, title)));
    const found = ["engagement", "event"].flatMap((role) => [...titles[role]]).filter(([, title]) => isWhole(title))
      .sort(([one, a], [other, b]) => a.size - b.size || compare(one, other));
    if (!found.length || found[0][1].size === found[1]?.[1].size) { // the answer says what it leaves out
      return isPage ? best : { ...best, used: new Set([...best.used].filter((i) => !lost.includes(i))) };
    }
    const [[other]] = found;
    const changed = Object.entries(parameters).map(([key, each]) => [key, each === value ? other : each]);
    const answer = isPage ? pageOf(other) : { ...best.answer, parameters: Object.fromEntries(changed) };
    const [used, chosen] = [new Set([...best.used, ...rest.keys()]), new Map([...best.chosen, [place, other]])];
    const longer = { ...best, answer, used, chosen };
    return isEmpty(longer) ? best : weigh(longer, spans, when);
  }

  /** Return a filter with each word that it leaves, if some of its rows have that word in a title. */
  function narrow(best, spans, when, isEmpty) {
    if (best.kind !== "filter" || best.answer.show || !["source", undefined].includes(best.answer.by)) return best;
    let narrowed = best;
    spans.forEach((span, i) => {
      const words = [...wordsOf(span)], isWeak = (word) => [...box.weak, ...IDLE, ...SAID].includes(word);
      const isSaid = words.every((word) => word === ASIDE) || !words.some(isWeak);
      if (narrowed.used.has(i) || when.used.has(i) || !isSaid) return;
      if ([...span.key].length < TELLING || !/^\p{L}+$/u.test(span.key)) return;
      const { filters } = narrowed.answer;
      const answer = { ...narrowed.answer, filters: { ...filters, text: [...filters.text ?? [], span.key] } };
      answer.address = address(answer);
      if (isEmpty({ kind: "filter", answer })) return;
      span.meanings = [["text", span.key, TEXT, 0]];
      const [used, chosen] = [new Set([...narrowed.used, i]), new Map([...narrowed.chosen, [i, span.key]])];
      narrowed = { ...narrowed, answer, used, chosen };
    });
    return narrowed;
  }
  return { keep, lengthen, narrow };
}
