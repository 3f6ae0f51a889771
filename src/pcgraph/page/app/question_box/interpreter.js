// Understands a question in words: which question of the catalogue, filter, ranking or path it means, or none. It chooses among
// the readings of readings.js as pcgraph.query.questions.question_box.interpreter does, with the same document.

import { IDLE, exclude, readInTitles } from "./beside.js";
import { fixedIn, isEither } from "./bounds.js";
import { readDates } from "./dates.js";
import { WORKS, createDeciding } from "./deciding.js";
import { FULL, createLexicon, isBesideOffice, keysOf, namesOf, wordsOf } from "./lexicon.js";
import { compare, isSame, reading } from "./reading.js";
import { ACTS, PARTIES, SHOWN, TERMS, createReadings } from "./readings.js";
import { byWhom } from "./who.js";

const SUBJECTS = ["near", ...SHOWN, "country", "place", "sector"]; // groups of which one at least has to stay
const LAST = ["sector", "place", "months"]; // groups that only a filter of such a name does without
// what a filter without rows does without, in order
const NARROWING = ["promise", "text", "form", "mark", "set", "status", "type", "kind", ...LAST];
const UNTITLED = [[], ["status"], ["sector"], ["type"]]; // what titles do without, in order
const [LEAST, SURE] = [-0.5, 2]; // score of a reading that is an answer; parts that explain a text in spite of one unknown word
const UNNAMED = ["word", "post", "text", "number", "month", "decade"]; // kinds of meanings that are no name
const COMMON = 15; // titles that have a word, or engagements in a country, which says little
const [OFFERS, FAR] = [3, -8]; // offers that are shown; score of a reading that is none

const hex = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
const quote = (text) => encodeURIComponent(text).replace(/[!'()*]/g, hex).replaceAll("%20", "+").replaceAll("%3A", ":");

/**
 * Return what understands texts with the words and names of one document: `understand(text, hasRows)` returns { kind, answer,
 * nearest, understood, not_understood }, `label(value)` the first name of a thing, and `titleOf(name)` the title of a question.
 */
export function createInterpreter(box) {
  const lexicon = createLexicon(box);
  const labels = new Map(), roles = new Map();
  for (const [name, role, value] of box.names) {
    if (!labels.has(value)) labels.set(value, name);
    if (!roles.has(value)) roles.set(value, role);
  }
  const kinds = { country: new Set(), party: new Set(), term: new Set() };
  for (const [, role, value] of box.names) {
    if (role === "country") kinds.country.add(value);
    else if (PARTIES.includes(role)) kinds.party.add(value);
    else if (TERMS.includes(role)) kinds.term.add(value); // no text is about them
  }
  /** Return the first name of a thing or term, or that it is left out. */
  const label = (value) => (value.startsWith("-") ? `\u2260 ${label(value.slice(1))}`
    : value.split(" ").map((each) => labels.get(each) ?? each).join(" / "));
  function address(answer) {
    const isParty = PARTIES.includes(roles.get(answer.show));
    if (answer.show) return `${isParty ? "node" : "engagement"}=${quote(answer.show)}`;
    const pairs = Object.entries(answer.filters).flatMap(([group, wanted]) => {
      const leftOut = wanted.filter((value) => value.startsWith("-"));
      const values = wanted.filter((value) => !value.startsWith("-"));
      return [...leftOut.map((value) => ["not", value.slice(1)]), ...values.length ? pairsOfGroup(group, values) : []];
    });
    if (answer.any || answer.by === "near") pairs.push(["either", "yes"]);
    if (answer.as_of) pairs.push(["as-of", answer.as_of]);
    return pairs.map(([name, value]) => `${name}=${quote(value)}`).join("&");
  }
  function pairsOfGroup(group, values) {
    if (["thing", "source", "text"].includes(group)) return [["text", values.map(label).join(" ")]];
    if (group === "months") return [["months", values.join(" ")]];
    if (group === "near") return values.length > 1 ? values.map((value) => ["only", value]) : [["near", `1 ${values[0]}`]];
    return values.map((value) => [["event", "engagement"].includes(group) ? "event" : group, value]);
  }
  /** Return the answer that shows one thing; of a work, what was agreed and done about it. */
  function pageOf(value) {
    const isWork = roles.get(value) === "thing";
    return { filters: isWork ? { thing: [value] } : {}, show: isWork ? "" : value, sort: "", count: false };
  }
  const reader = createReadings(box, lexicon, address);
  const { readingsOf, filter, weigh, titled, frequency, eventDay, bare, wholes, parametersOf, fill, written } = reader;
  const neighbours = box.names.filter(([, role, , uses]) => role === "country" && uses >= COMMON).map(([, , value]) => value);
  const { keep, lengthen, narrow } = createDeciding(box, reader, pageOf, address);
  function withExamples(name) {
    const types = parametersOf(name);
    const values = Object.entries(box.questions[name].examples).filter(([key]) => !["date", "period"].includes(types[key]));
    return { question: name, parameters: fill(name, Object.fromEntries(values)), rows: [] };
  }

  /** Return the things that an ambiguous name may mean, if none of them is much likelier than the others. */
  function choices(best, spans) {
    if (best.rivals.length) return best.rivals.map((value) => ({ value, label: label(value), kind: "engagement", text: "" }));
    for (const [i, value] of best.chosen) {
      const own = spans[i].meanings.find((meaning) => meaning[1] === value);
      if (!own) continue; // guessed by the words of a title
      const rivals = spans[i].meanings.filter(([role, other, weight]) => other !== value && role === own[0] && weight === own[2]);
      const isTitled = own[0] === "person" && isBesideOffice(spans, i); // whoever is known best or not
      if (!rivals.some(([, , , uses]) => isTitled || 2 * uses > own[3]) || !(own[2] < FULL || rivals.length)) continue;
      return [own, ...rivals.sort((a, b) => b[3] - a[3] || compare(a[1], b[1]))]
        .map(([role, other]) => ({ value: other, label: label(other), kind: role, text: spans[i].text }));
    }
    return [];
  }

  const named = (spans) => spans.flatMap((span) => namesOf(span, SHOWN).slice(0, 1))
    .map(([, value]) => reading("filter", pageOf(value), new Set()));

  function offersOf(readings, spans) {
    const usual = box.usual.map((name) => reading("catalogue", withExamples(name), new Set()));
    const offers = [];
    for (const { kind, answer } of [...readings.filter(({ score }) => score > FAR), ...named(spans), ...usual]) {
      const text = describe(kind, answer);
      if (!offers.some((offer) => offer.label === text)) offers.push({ kind, answer, label: text });
    }
    return offers.slice(0, OFFERS + 1);
  }

  /** Return an answer in one line. */
  function describe(kind, answer) {
    let text;
    if (kind === "catalogue") {
      const values = [...Object.values(answer.parameters), ...answer.rows].map(label);
      text = box.questions[answer.question].texts[0] + (values.length ? `: ${values.join(", ")}` : "");
    } else if (kind === "path") {
      text = `${label(answer.from)} – ${label(answer.to)}`;
    } else if (kind === "ranking") {
      text = [answer.measure, ...[...Object.values(answer.options), ...answer.only].map(label)].join(", ");
    } else if (answer.show) {
      text = label(answer.show);
    } else {
      const { months, ...others } = answer.filters;
      text = [...Object.values(others).flat().map(label), months?.join("/"), answer.sort, answer.by].filter(Boolean).join(", ");
    }
    return text && answer.as_of ? `${text} (${answer.as_of})` : text || answer.as_of || "";
  }

  /** Return how the parts of a text were understood. */
  function chips(spans, when, best) {
    return spans.flatMap((span, i) => {
      const value = best?.chosen.get(i);
      const meanings = span.meanings.filter(([role, own]) => !UNNAMED.includes(role) || (value && own === value));
      const told = [...wordsOf(span)].filter((word) => !IDLE.includes(word)).sort();
      let role, shown;
      if (when.used.has(i)) [role, shown] = ["date", when.asOf || `${when.first || "…"}/${when.last || "…"}`];
      else if (value && !meanings.some((meaning) => meaning[1] === value)) [role, shown] = ["engagement", value];
      else if (value || meanings.length) [role, shown] = meanings.find((meaning) => meaning[1] === value) ?? meanings[0];
      else if (told.length) [role, shown] = ["word", told[0]];
      else if (span.meanings[0]?.[0] === "text") [role, shown] = ["text", span.key];
      else return [];
      const alternatives = meanings.filter(([, other]) => other !== shown).slice(0, 5)
        .map(([, other]) => ({ value: other, label: label(other) }));
      return [{ start: span.start, end: span.end, text: span.text, role, value: shown, label: label(shown), alternatives,
        corrected: Boolean(span.written) }];
    });
  }

  /** Whether a word that no graph answers is one of the titles that the names of a text choose from. */
  function isInTitle(i, best, spans, hasRows) {
    const isFilter = namesOf(spans[i], ["text"]).length > 0 && best.kind === "filter" && best.used.has(i);
    const isCounted = spans.some((span) => wordsOf(span).has("many"));
    const isNamed = [...best.chosen.keys()].some((j) => !wordsOf(spans[j]).size);
    return isFilter && isNamed && !isCounted && Boolean(hasRows?.(best.kind, best.answer));
  }

  /** Whether two names are given in full beside a word that is not known and looks like no name. */
  function isWellNamed(chosen, spans, unknown) {
    const meant = [...chosen].flatMap(([i, value]) => spans[i].meanings.filter((m) => m[1] === value && m[2] === FULL));
    const told = new Set(meant.filter(([role]) => ![...TERMS, "country"].includes(role)).map(([, value]) => value));
    return told.size > 1 && !/^\p{Lu}/u.test(spans[unknown].text);
  }

  /** Whether a reading is a whole question without the words that are not known. */
  function isSure({ kind, answer, used, chosen }, spans, when, unknown, hasRows) {
    const isTold = Boolean(hasRows?.(kind, answer));
    if (!unknown.length || (unknown.length === 1 && isTold && isWellNamed(chosen, spans, unknown[0]))) return true;
    const isWeak = (word) => box.weak.includes(word) || IDLE.includes(word);
    const isStrong = (i) => {
      const words = [...wordsOf(spans[i])];
      return words.some((word) => !isWeak(word)) || (chosen.has(i) && !words.length);
    };
    const isApart = unknown.every((i) => lexicon.isPlain(spans[i]) && !unknown.includes(i + 1));
    const least = unknown.reduce((sum, i) => sum + (spans[i].text.length === 1 ? 1 : SURE), 0); // one character says less
    if (!isApart || [...used].filter(isStrong).length < least) return false;
    if (kind !== "filter") return true;
    const isNamed = ([i, value]) => spans[i].meanings.some(([, other, weight]) => other === value && weight === FULL);
    const isExplained = (span, i) => used.has(i) || when.used.has(i) || unknown.includes(i) || [...wordsOf(span)].some(isWeak);
    return spans.every(isExplained) && chosen.size > 0 && [...chosen].every(isNamed) && isTold;
  }

  const countriesOf = ({ answer }) => [...answer.rows ?? [], ...answer.filters?.country ?? []]
    .filter((value) => kinds.country.has(value));

  /** Return the words of many titles in a text, which a filter may do without. */
  const commonIn = (spans) => spans.flatMap((span) => namesOf(span, ["text"]).slice(0, 1).map(([, value]) => value))
    .filter((value) => (frequency.get(value) ?? 0) >= COMMON).map((value) => `text ${value}`);

  /** Return the parts of a list in groups of two. */
  const pairsOf = (parts) => parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other]));

  /** Yield the filter without one or two parts, those that explain most first, if title words or a name are left. */
  function* withoutSome(spans, when, narrowing) {
    const texts = commonIn(spans);
    const droppable = [...narrowing, "engagement", "event"].filter((group) => !["text", "place", "months"].includes(group));
    const parts = Object.keys(filter(spans, when)?.answer.filters ?? {}).filter((group) => droppable.includes(group));
    for (const some of [[...parts, ...texts].map((part) => [part]), pairsOf(parts)]) {
      const found = some.flatMap((without) => {
        const each = filter(spans, when, without), groups = Object.keys(each?.answer.filters ?? {});
        return each && groups.length > 1 && groups.some((group) => group === "text" || WORKS.includes(group)) ? [each] : [];
      });
      yield* found.map((each) => weigh(each, spans, when)).sort((x, y) => y.score - x.score);
    }
  }

  /** Return the words of a span; of one in another script, those that all Latin names of what it means have. */
  function inTitle(span, value) {
    const isOwn = /^[\0-\x7f]*$/.test(span.key), ways = isOwn ? [keysOf(span)] : written.get(value) ?? [];
    const all = (ways[0] ?? []).filter((word) => !lexicon.stops.has(word));
    const said = isOwn ? [] : all.filter((word) => !lexicon.isWord(word)), words = said.length ? said : all;
    const common = words.filter((word) => ways.every((way) => way.includes(word)));
    return common.length ? common : words;
  }

  /** Yield the filter of all that a text names, or all but one part, with some names as words of titles. */
  function* inTitles(spans, when, ...ways) {
    for (const [without, way] of UNTITLED.flatMap((part) => ways.map((each) => [part, each]))) {
      const found = filter(spans, when, without), groups = Object.entries(found?.answer.filters ?? {});
      const titles = groups.filter(([group]) => way.includes(group)).flatMap(([, values]) => values);
      const kept = groups.filter(([group]) => !way.includes(group)), filters = Object.fromEntries(kept);
      const words = [...found?.chosen ?? []].flatMap(([i, value]) => (titles.includes(value) ? inTitle(spans[i], value) : []));
      if (!found || !words.length || (titles.length < 2 && without.length)) continue;
      const answer = { ...found.answer, filters: { ...filters, text: [...new Set([...filters.text ?? [], ...words])] } };
      yield weigh({ ...found, answer }, spans, when);
    }
  }

  /** Return a reading with the one thing of a choice of which the rest of the text has rows, and the choice that is left. */
  function decide(best, options, isEmpty) {
    const found = options.map(({ value: other }) => {
      const changed = (value) => (value === options[0].value ? other : value);
      const filters = Object.fromEntries(Object.entries(best.answer.filters)
        .map(([group, values]) => [group, values.map(changed)]));
      const answer = { ...best.answer, filters, show: best.answer.show ? other : "" };
      const chosen = new Map([...best.chosen].map(([i, value]) => [i, changed(value)]));
      return { ...best, answer: { ...answer, address: address(answer) }, chosen };
    }).filter((each) => !isEmpty(each));
    return found.length === 1 ? [found[0], []] : [best, options];
  }

  /** Return the page of the one thing that a text names in full, where nothing is all that it asks; or null. */
  function onlyNamed(best, spans, when) {
    const found = new Map();
    for (const [i, span] of best.kind === "path" ? [] : spans.entries()) {
      const [[role, value, weight] = []] = namesOf(span, SHOWN);
      const isNamed = weight === FULL && !["person", "source"].includes(role);
      if (isNamed && !found.has(value)) found.set(value, { isWork: WORKS.includes(role), i });
    }
    const works = [...found].filter(([, { isWork }]) => isWork), all = works.length ? works : [...found];
    const isAbroad = spans.some((span) => namesOf(span, ["country"]).some(([, value]) => !neighbours.includes(value)));
    const isVague = !works.length && best.answer.filters?.text; // a word of some title may mean anything
    if (all.length !== 1 || isAbroad || isVague || when.used.size || fixedIn(spans).some((i) => i !== all[0][1].i)) return null;
    const [[value, { i }]] = all;
    return weigh(reading("filter", pageOf(value), new Set([i]), new Map([[i, value]])), spans, when);
  }

  /** Return a filter as the parties that a text asks for, and any reading as it is. */
  function asParties(each, spans, when) {
    const found = each.kind === "filter" && !each.answer.by ? byWhom(each.answer, spans, when.used, box) : [];
    return [...found.map(({ answer, parts, bias }) =>
      weigh(reading("filter", answer, new Set([...each.used, ...parts]), each.chosen, bias), spans, when)), each];
  }

  /** Yield what a text may mean if the best answer is empty: the same names first, then fewer of them. */
  function* instead(best, readings, spans, when) {
    const isOfCountry = countriesOf(best).length > 0;
    const names = [...best.chosen].filter(([i, name]) => !wordsOf(spans[i]).size && !kinds.term.has(name))
      .map(([, name]) => name);
    const has = (each, name) => [...each.chosen.values()].includes(name);
    const { rows = [] } = best.answer, areSeveral = rows.filter((value) => kinds.party.has(value)).length > 1;
    const first = [["place", ...WORKS], ...areSeveral ? [["near", "place", ...WORKS]] : []];
    const isOpenTo = best.kind === "filter" || (best.kind === "catalogue" && !Object.keys(best.answer.parameters).length);
    const whole = filter(spans, when);
    if (isOpenTo && whole?.answer.filters.place) yield weigh(whole, spans, when);
    if (isOpenTo) yield* inTitles(spans, when, ...first);
    if (areSeveral) yield { ...best, answer: { ...best.answer, any: true } };
    const stay = (value) => kinds.country.has(value) || kinds.party.has(value) || WORKS.includes(roles.get(value));
    const kept = rows.filter(stay);
    if (kept.length < rows.length && best.kind === "catalogue") { // without its topic or place
      const isKept = (i) => !rows.includes(best.chosen.get(i)) || kept.includes(best.chosen.get(i));
      yield { ...best, answer: { ...best.answer, rows: kept }, used: new Set([...best.used].filter(isKept)) };
    }
    const same = readings.filter((each) => each.score >= LEAST && names.every((name) => has(each, name)));
    const isAct = (i) => ACTS.some((word) => wordsOf(spans[i]).has(word));
    const asked = [...spans.keys()].filter((i) => when.used.has(i) || isAct(i));
    const inWhole = [...whole?.used ?? []].filter((i) => !wordsOf(spans[i]).size);
    yield* same.filter((each) => [...asked, ...each.kind === "path" ? inWhole : []].every((i) => each.used.has(i)));
    const pages = best.kind === "path" ? [] : titled(spans, when);
    if (pages.length) {
      const isNamed = (i) => spans[i].meanings.length && !when.used.has(i) && !wordsOf(spans[i]).size;
      const used = new Set([...spans.keys()].filter(isNamed)), chosen = new Map([[Math.min(...used), pages[0]]]);
      yield weigh(reading("filter", pageOf(pages[0]), used, chosen, 0, pages.length > 1 ? pages : []), spans, when);
    }
    if (whole && isEither(whole, spans, neighbours)) {
      yield weigh({ ...whole, answer: { ...whole.answer, any: true } }, spans, when);
    }
    if (whole && best.kind === "filter" && whole.answer.filters.near && whole.answer.filters.country) {
      const { country, place = [], ...others } = whole.answer.filters; // in a country, whoever takes part
      yield weigh({ ...whole, answer: { ...whole.answer, filters: { ...others, place: [...country, ...place] } } }, spans, when);
    }
    const further = [["near", "place", ...WORKS], ["near", "place", "country", ...WORKS]];
    if (best.kind !== "path") yield* inTitles(spans, when, ...further);
    const isOpen = isOfCountry && names.every((name) => countriesOf(best).includes(name)); // of a country alone not anything
    const narrowing = NARROWING.filter((group) => !isOpen || group !== "type");
    yield* withoutSome(spans, when, narrowing);
    for (const [i, span] of isOfCountry ? [] : spans.entries()) {
      const [name] = namesOf(span, WORKS);
      if (name?.[2] === FULL) yield weigh(reading("filter", pageOf(name[1]), new Set([i]), new Map([[i, name[1]]])), spans, when);
    }
    for (const group of ["status", "set"]) { // of "the memorandum that Acme signed" the memorandum, whatever became of it
      const found = filter(spans, when, [group]), groups = Object.keys(found?.answer.filters ?? {});
      const hasForm = groups.includes("form") || groups.includes("type");
      if (found && hasForm && groups.some((each) => SUBJECTS.includes(each))) yield weigh(found, spans, when);
    }
    for (const [place, group] of narrowing.entries()) {
      const without = [...narrowing.slice(0, place + 1).filter((each) => each !== "text"), ...commonIn(spans)];
      const found = filter(spans, when, without), groups = Object.keys(found?.answer.filters ?? {});
      const isWhole = LAST.includes(group) ? groups.some((each) => WORKS.includes(each))
        : groups.some((each) => SUBJECTS.includes(each)) || found?.answer.sort || (!place && found?.answer.show); // promised
      if (found && isWhole) yield weigh(found, spans, when);
    }
    yield* same;
    if (whole?.answer.filters.place && countriesOf(best).every((each) => neighbours.includes(each))) { // as most are
      const found = filter(spans, when, ["country"]);
      if (found) yield weigh(found, spans, when);
    }
    if (!isOfCountry && !when.used.size) {
      yield* readings.filter((each) => each.score > FAR && names.some((name) => has(each, name)));
    }
  }

  /**
   * Return what a text means: its kind, answer and nearest offers, how it was understood and what was not. If `hasRows` says that
   * the best answer is empty, the next one that is not is taken; a country has to stay. Offers with rows come first.
   * @param {string} text
   * @param {((kind: string, answer: any) => boolean) | undefined} [hasRows]
   */
  function understand(text, hasRows) {
    const spans = lexicon.spans(text);
    exclude(spans);
    const when = readDates(spans, box.today, eventDay), all = [...spans.keys()];
    readInTitles(spans, when, box.beside);
    const unknown = all.filter((i) => !spans[i].meanings.length);
    const readings = readingsOf(spans, when), whole = wholes.get(bare(spans));
    let [best] = readings;
    const keys = (values) => Object.keys(values).sort().join();
    if (whole && (best?.answer.question !== whole || keys(best.answer.parameters) !== keys(parametersOf(whole)))) {
      best = { ...reading("catalogue", withExamples(whole), new Set(all)), score: 99 };
      readings.unshift(best);
    }
    const outside = all.filter((i) => wordsOf(spans[i]).has("outside") && !when.used.has(i)
      && !(best && isInTitle(i, best, spans, hasRows)));
    const isEmpty = (each) => hasRows?.(each.kind, each.answer) === false;
    const offers = offersOf(readings, spans).map((offer) => ({ offer, last: Number(isEmpty(offer)) }))
      .sort((a, b) => a.last - b.last).map(({ offer }) => offer);
    const isIdle = (i) => IDLE.some((word) => wordsOf(spans[i]).has(word));
    const result = (kind, answer, nearest, reached, left, reason = "") => ({ kind, answer, nearest,
      understood: chips(spans, when, reached), not_understood: left, reason });
    const refuse = (ground, reason = "cannot say") => result("refuse", null, offers.slice(0, OFFERS), null, ground, reason);
    if (!best || best.score < LEAST || (!whole && (outside.length || !isSure(best, spans, when, unknown, hasRows)))) {
      const ground = [...outside, ...unknown].map((i) => spans[i].text), texts = spans.map((span) => span.text);
      return refuse(ground.length ? ground : texts.length ? texts : [text]);
    }
    let options = choices(best, spans);
    if (options.length && hasRows && best.chosen.size > 1 && best.kind === "filter") {
      [best, options] = decide(best, options, isEmpty);
    }
    if (!options.length && isEmpty(best)) {
      let other = null;
      const fixed = fixedIn(spans);
      for (const each of instead(best, readings, spans, when)) {
        const isKept = fixed.every((i) => each.used.has(i));
        other = (isKept && asParties(each, spans, when).find((way) => !isEmpty(way))) || null;
        if (other) break;
      }
      const places = countriesOf(best), near = [...readings.filter(({ score }) => score > FAR), ...named(spans)];
      if (!other && (places.length || near.some((each) => !isEmpty(each)))) {
        const page = onlyNamed(best, spans, when);
        if (page) {
          const lost = [...best.used].sort((a, b) => a - b).filter((i) => !page.used.has(i) && !isIdle(i));
          return result("filter", page.answer, offers.filter(({ answer }) => !isSame(answer, page.answer)).slice(0, OFFERS), page,
            lost.map((i) => spans[i].text), "no rows");
        }
        const ground = [...best.used].sort((a, b) => a - b).filter((i) => !when.used.has(i) && !isIdle(i));
        return refuse(ground.length ? ground.map((i) => spans[i].text) : places.length ? places : [text],
          best.answer.filters?.text ? "cannot say" : "no rows");
      }
      best = keep(other ?? best, spans, when, isEmpty);
      if (best.rivals.length) options = choices(best, spans);
    }
    if (hasRows && !options.length) best = narrow(lengthen(best, spans, when, isEmpty), spans, when, isEmpty);
    const rest = offers.filter(({ answer }) => !isSame(answer, best.answer)).slice(0, OFFERS);
    if (options.length) return result("choose", options, rest, best, []);
    const isActed = (i) => [...wordsOf(spans[i])].some((word) => best.answer.rows?.includes(box.acting[word])); // the role
    const left = all.filter((i) => !best.used.has(i) && !isIdle(i) && !isActed(i));
    return result(best.kind, best.answer, rest, best, left.map((i) => spans[i].text));
  }
  return { understand, describe, label, titleOf: (name) => box.questions[name].texts[0] };
}
