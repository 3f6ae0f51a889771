// Understands a question in words: which question of the catalogue, filter, ranking or path it means, or none. It does what
// pcgraph.query.questions.interpreter does, with the same document.

import { readDates } from "./dates.js";
import { FULL, createLexicon, namesOf, wordsOf } from "./lexicon.js";

const FACETS = ["type", "sector", "form", "kind", "country", "status", "place"]; // kinds of names that filter the map
const SHOWN = ["agent", "person", "group", "event", "engagement", "thing", "source"]; // kinds of names with a page of their own
const IDLE = ["stop", "who", "what", "which", "about", "now", "list", "and", "in", "has", "where", "this"];
const IN_FILTER = [...FACETS, ...SHOWN, "text"];
const PARTIES = ["agent", "person", "group"];
const CHOSEN = 1.5; // what a weak word adds if it names what the answer is narrowed to
const [LEAST, SURE] = [-0.5, 2]; // score of a reading that is an answer; parts that explain a text in spite of one unknown word
const [OFFERS, MOST_RIVALS, GUESSED] = [3, 6, 0.8]; // GUESSED: what a reading loses if words of a title name its engagement

/** Whether two plain values hold the same. */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const hex = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
const quote = (text) => encodeURIComponent(text).replace(/[!'()*]/g, hex).replaceAll("%20", "+").replaceAll("%3A", ":");
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * Return what understands texts with the words and names of one document: `understand(text)` returns { kind, answer, nearest,
 * understood, not_understood }, `label(value)` the first name of a thing, and `titleOf(name)` the title of a question.
 */
export function createInterpreter(box) {
  const lexicon = createLexicon(box);
  const labels = new Map(), roles = new Map();
  for (const [name, role, value] of box.names) {
    if (!labels.has(value)) labels.set(value, name);
    if (!roles.has(value)) roles.set(value, role);
  }
  const label = (value) => labels.get(value) ?? value;
  const titles = Object.fromEntries(box.titles.map((role) => [role, new Map()]));
  for (const [name, role, value] of box.names) {
    if (!titles[role]) continue;
    const known = titles[role].get(value) ?? new Set();
    for (const word of lexicon.key(name).split(" ")) if (word) known.add(word);
    titles[role].set(value, known);
  }
  const bare = (spans) => spans.filter((span) => !wordsOf(span).has("stop")).map((span) => span.key).join("|");
  const wholes = new Map();
  for (const [name, question] of Object.entries(box.questions)) {
    for (const text of question.texts.slice(0, question.titles)) {
      const key = bare(lexicon.spans(text, false));
      if (!wholes.has(key)) wholes.set(key, name);
    }
  }
  const parametersOf = (name) => box.questions[name].parameters;
  const fill = (name, values) => Object.fromEntries(Object.keys(parametersOf(name))
    .map((key) => [key, values[key] || box.today]));
  function withExamples(name) {
    const types = parametersOf(name);
    const values = Object.entries(box.questions[name].examples).filter(([key]) => !["date", "period"].includes(types[key]));
    return { question: name, parameters: fill(name, Object.fromEntries(values)), rows: [] };
  }
  const reading = (kind, answer, used, chosen = new Map(), bias = 0, rivals = []) => ({ kind, answer, used, chosen, bias,
    rivals, score: 0 });
  const isWithin = (words, title) => words.every((word) => title.has(word));

  // ---- Readings ---------------------------------------------------------------------------------------------------

  function rank(measure, spans, when, used, chosen, options) {
    for (const role of ["sector", "kind", "country", "status"]) {
      spans.forEach((span, i) => {
        const [name] = namesOf(span, [role]);
        if (!name || chosen.has(i) || when.used.has(i)) return;
        if (role === "status" && wordsOf(span).has("sign")) return;
        if (!(role in options)) {
          options[role] = name[1];
          chosen.set(i, name[1]);
        }
        if (chosen.has(i) || role === "country") used.add(i); // another country is that of the partners
      });
    }
    const words = new Set([...used].flatMap((i) => [...wordsOf(spans[i])]));
    const [, relation] = Object.entries(box.relations).find(([word]) => words.has(word)) ?? [];
    if (relation) options.relation = relation;
    if (when.first) options.since = when.first;
    if (when.last) options.until = when.last;
    return reading("ranking", { measure, options, only: [] }, used, chosen, 0.4);
  }

  /** Return the last day of the event that some words name, or nothing; the shortest title is meant. */
  function eventDay(words) {
    const wanted = [...words].filter((word) => !lexicon.stops.has(word)), none = new Set();
    const found = Object.keys(box.days).map((value) => ({ value, title: titles.event.get(value) ?? none }))
      .filter(({ title }) => isWithin(wanted, title));
    found.sort((a, b) => a.title.size - b.title.size || compare(a.value, b.value));
    return found.length && found.length <= MOST_RIVALS ? box.days[found[0].value] : "";
  }

  /** Return the spans that together name an engagement by words of its title, and the best such engagements. */
  function guess(spans, when) {
    const isNamed = (span, i) => span.meanings.length > 0 && !wordsOf(span).size && !when.used.has(i);
    const keysOf = (wanted) => new Set(spans.flatMap((span, i) => (isNamed(span, i) === wanted ? span.key.split(" ") : [])));
    const named = [...spans.keys()].filter((i) => isNamed(spans[i], i)), also = keysOf(false);
    const wanted = [...keysOf(true)].filter((word) => !lexicon.stops.has(word));
    const found = new Map();
    for (const group of Object.values(titles)) {
      for (const [value, title] of group) {
        if (wanted.length && isWithin(wanted, title)) {
          found.set(value, [-[...title].filter((word) => also.has(word)).length, title.size]);
        }
      }
    }
    const best = [...found].sort(([one, a], [other, b]) => a[0] - b[0] || a[1] - b[1] || compare(one, other));
    const equal = best.filter(([, order]) => isSame(order, best[0][1])).map(([value]) => value);
    if (!equal.length || equal.length > MOST_RIVALS || !(wanted.length > 1 || found.size === 1)) return { named, equal: [] };
    const own = new Set(Object.values(titles).flatMap((group) => [...group.get(equal[0]) ?? []]));
    return { named: [...named, ...[...spans.keys()].filter((i) => isWithin(spans[i].key.split(" "), own))], equal };
  }

  /** Return what a pattern understands in a text, or null if the text lacks a part of the pattern. */
  function match([kind, name, items], spans, when, guessed) {
    const period = { since: when.first, until: when.last, on: when.asOf || when.first, date: when.asOf || when.last };
    const used = new Set(), chosen = new Map(), values = {}, rows = [];
    for (const item of items.filter(([mark]) => !"@=*~+".includes(mark))) {
      const wanted = item.split("/");
      const found = [...spans.keys()].filter((i) => !when.used.has(i) && wanted.some((word) => wordsOf(spans[i]).has(word)));
      if (!found.length) return null;
      for (const i of found) used.add(i);
    }
    const types = kind === "catalogue" ? parametersOf(name) : { from: "end", to: "end", kind: "kind" };
    let bias = 0.4 + 0.1 * items.filter(([mark]) => !"*~".includes(mark)).length, rivals = [];
    for (const [mark, ...letters] of items) {
      const rest = letters.join(""), isOne = "@=".includes(mark);
      if (mark === "~") {
        spans.forEach((span, i) => { if (wordsOf(span).has(rest)) used.add(i); });
      } else if (isOne && ["date", "period"].includes(types[rest])) {
        if (!period[rest] && !(rest === "until" && period.since)) return null;
        values[rest] = (period[rest] || box.today).slice(0, types[rest] === "date" ? 10 : 7);
        const isYear = when.first.slice(4) === "-01-01" && when.last.slice(4) === "-12-31";
        if (types[rest] === "period" && isYear) values[rest] = when.first.slice(0, 4);
        for (const i of when.used) used.add(i);
      } else if ("@=*+".includes(mark)) {
        const kinds = box.roles[isOne ? types[rest] ?? rest : rest] ?? [rest];
        const order = (i) => [Number(used.has(i)), Number(kinds.indexOf(namesOf(spans[i], kinds)[0][0]) > 0), i];
        const places = [...spans.keys()].filter((i) => !chosen.has(i) && !when.used.has(i) && namesOf(spans[i], kinds).length)
          .sort((a, b) => { const [x, y] = [order(a), order(b)]; return x[0] - y[0] || x[1] - y[1] || a - b; });
        if (mark === "@" && !places.length && kinds.some((each) => titles[each]?.has(guessed.equal[0]))) {
          [values[rest]] = guessed.equal;
          chosen.set(Math.min(...guessed.named), values[rest]);
          for (const i of guessed.named) used.add(i);
          rivals = guessed.equal.length > 1 ? guessed.equal : [];
          bias -= GUESSED;
          continue;
        }
        if (mark !== "*" && !places.length) return null;
        for (const i of isOne ? places.slice(0, 1) : places.filter((each) => !used.has(each))) {
          const value = namesOf(spans[i], kinds)[0][1];
          chosen.set(i, value);
          used.add(i);
          if (isOne) values[rest] = value;
          else rows.push(value);
        }
      }
    }
    if (kind === "catalogue") {
      return reading(kind, { question: name, parameters: fill(name, values), rows }, used, chosen, bias, rivals);
    }
    if (kind === "path") return reading(kind, { from: values.from, to: values.to }, used, chosen, 0.2);
    if (kind === "compare") {
      return reading("ranking", { measure: "degree", options: {}, only: [values.from, values.to] }, used, chosen, 0.5);
    }
    return rank(name, spans, when, used, chosen, values);
  }

  /** Return the filter of everything that a text names, or null if it names nothing. */
  function filter(spans, when) {
    const filters = {}, used = new Set(), chosen = new Map();
    let sort = "", isCount = false;
    const add = (group, values) => { filters[group] = [...new Set([...filters[group] ?? [], ...values])]; };
    spans.forEach((span, i) => {
      if (wordsOf(span).has("many")) isCount = true;
      const words = when.used.has(i) ? new Set() : wordsOf(span), [name] = when.used.has(i) ? [] : namesOf(span, IN_FILTER);
      const [, order] = Object.entries(box.sort).find(([word]) => words.has(word)) ?? [];
      const [, chosenBy] = Object.entries(box.filter).find(([word]) => words.has(word)) ?? [];
      if (order) {
        sort ||= order;
      } else if (name) {
        const [role, value] = name;
        if (role === "text") add("text", [span.key]);
        else {
          add(PARTIES.includes(role) ? "near" : role, [value]);
          chosen.set(i, value);
        }
      } else if (chosenBy) {
        if (chosenBy.length) add(chosenBy[0], chosenBy.slice(1));
      } else if (!words.has("many")) return;
      used.add(i);
    });
    if (when.first || when.last) filters.months = [when.first.slice(0, 7) || "1950-01", (when.last || box.today).slice(0, 7)];
    const groups = Object.keys(filters);
    if (!groups.length && !sort && !when.used.size) return null;
    const shown = ["near", ...SHOWN].flatMap((group) => filters[group] ?? []);
    const show = shown.length === 1 && groups.length === 1 && !sort && !isCount && chosen.size === 1 ? shown[0] : "";
    return reading("filter", { filters: show ? {} : filters, show, sort, count: isCount }, used, chosen, show ? 0 : -0.5);
  }

  /** Return the questions of which a title or keyword of two words or more stands in the text. */
  function byKeyword(spans) {
    const keys = spans.map(({ key }) => key);
    return [...wholes].flatMap(([whole, name]) => {
      const words = whole.split("|");
      if (words.length < 2 || !words.every((word) => keys.includes(word)) || Object.keys(parametersOf(name)).length) return [];
      const used = new Set([...keys.keys()].filter((i) => words.includes(keys[i])));
      return [reading("catalogue", { question: name, parameters: {}, rows: [] }, used, new Map(), 0.3)];
    });
  }

  // ---- The choice -------------------------------------------------------------------------------------------------

  function address(answer) {
    const isParty = ["agent", "group", "person"].includes(roles.get(answer.show));
    if (answer.show) return `${isParty ? "node" : "engagement"}=${quote(answer.show)}`;
    const pairs = Object.entries(answer.filters).flatMap(([group, values]) => {
      if (["thing", "source", "text"].includes(group)) return [["text", values.map(label).join(" ")]];
      if (group === "status") return values.map((value) => ["set", box.sets[value] ?? value]);
      if (group === "months") return [["months", values.join(" ")]];
      if (group === "near") return values.length > 1 ? values.map((value) => ["only", value]) : [["near", `1 ${values[0]}`]];
      return values.map((value) => [["event", "engagement"].includes(group) ? "event" : group, value]);
    });
    if (answer.as_of) pairs.push(["as-of", answer.as_of]);
    return pairs.map(([name, value]) => `${name}=${quote(value)}`).join("&");
  }

  function weigh(each, spans, when) {
    let score = each.bias;
    const takesDates = ["filter", "ranking"].includes(each.kind);
    spans.forEach((span, i) => {
      if (!span.meanings.length) return;
      const words = [...wordsOf(span)];
      let kind = words.length ? "word" : span.meanings[0][0] === "text" ? "text" : "name";
      let isUsed = each.used.has(i);
      if (span.meanings.every(([role]) => role === "number" || role === "month")) kind = "weak";
      if (when.used.has(i)) [kind, isUsed] = ["date", isUsed || takesDates || Boolean(when.asOf)];
      else if (!isUsed && words.some((word) => IDLE.includes(word))) kind = "weak";
      else if (words.length && words.every((word) => box.weak.includes(word) || IDLE.includes(word))) kind = "weak";
      score += isUsed ? box.weights[kind][0] : -box.weights[kind][1];
      if (kind === "weak" && each.chosen.has(i)) score += CHOSEN;
    });
    each.score = Math.round(score * 100) / 100;
    if (when.asOf) each.answer.as_of = when.asOf;
    if (each.kind === "filter") each.answer.address = address(each.answer);
    return each;
  }

  /** Return the things that an ambiguous name may mean, if none of them is much likelier than the others. */
  function choices(best, spans) {
    if (best.rivals.length) return best.rivals.map((value) => ({ value, label: label(value), kind: "engagement", text: "" }));
    for (const [i, value] of best.chosen) {
      const own = spans[i].meanings.find((meaning) => meaning[1] === value);
      if (!own) continue; // guessed by the words of a title
      const rivals = spans[i].meanings.filter(([role, other, weight]) => other !== value && role === own[0] && weight === own[2]);
      if (!rivals.some(([, , , uses]) => 2 * uses > own[3]) || !(own[2] < FULL || rivals.length)) continue;
      return [own, ...rivals.sort((a, b) => b[3] - a[3] || compare(a[1], b[1]))]
        .map(([role, other]) => ({ value: other, label: label(other), kind: role, text: spans[i].text }));
    }
    return [];
  }

  function offersOf(readings, spans) {
    const named = spans.flatMap((span) => namesOf(span, SHOWN).slice(0, 1))
      .map(([, value]) => reading("filter", { filters: {}, show: value, sort: "", count: false }, new Set()));
    const usual = box.usual.map((name) => reading("catalogue", withExamples(name), new Set()));
    const offers = [];
    for (const { kind, answer } of [...readings.filter(({ score }) => score > -8), ...named, ...usual]) {
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
      text = [...Object.values(others).flat().map(label), months?.join("/"), answer.sort].filter(Boolean).join(", ");
    }
    return answer.as_of ? `${text} (${answer.as_of})` : text;
  }

  /** Return how the parts of a text were understood. */
  function chips(spans, when, best) {
    return spans.flatMap((span, i) => {
      const value = best?.chosen.get(i);
      const meanings = span.meanings.filter(([role]) => !["word", "text", "number", "month"].includes(role));
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

  /** Whether a reading is a whole question without the words that are not known. */
  function isSure({ kind, used, chosen }, spans, unknown) {
    if (!unknown.length) return true;
    const isStrong = (i) => {
      const words = [...wordsOf(spans[i])];
      return words.some((word) => !box.weak.includes(word) && !IDLE.includes(word)) || (chosen.has(i) && !words.length);
    };
    const isApart = unknown.every((i) => lexicon.isPlain(spans[i]) && !unknown.includes(i + 1));
    return kind !== "filter" && isApart && [...used].filter(isStrong).length >= SURE * unknown.length;
  }

  /** Return what a text means: its kind, answer and nearest offers, how it was understood and what was not. */
  function understand(text) {
    const spans = lexicon.spans(text), when = readDates(spans, box.today, eventDay), all = [...spans.keys()];
    const outside = all.filter((i) => wordsOf(spans[i]).has("outside") && !when.used.has(i));
    const unknown = all.filter((i) => !spans[i].meanings.length);
    const guessed = guess(spans, when);
    const matched = box.patterns.map((pattern) => match(pattern, spans, when, guessed));
    const found = [...matched, filter(spans, when), ...byKeyword(spans)];
    const readings = found.flatMap((each) => (each ? [weigh(each, spans, when)] : [])).sort((a, b) => b.score - a.score);
    const whole = wholes.get(bare(spans));
    let [best] = readings;
    const keys = (values) => Object.keys(values).sort().join();
    if (whole && (best?.answer.question !== whole || keys(best.answer.parameters) !== keys(parametersOf(whole)))) {
      best = { ...reading("catalogue", withExamples(whole), new Set(all)), score: 99 };
      readings.unshift(best);
    }
    const offers = offersOf(readings, spans);
    const result = (kind, answer, nearest, reached, left) => ({ kind, answer, nearest, understood: chips(spans, when, reached),
      not_understood: left });
    if (!best || best.score < LEAST || (!whole && (outside.length || !isSure(best, spans, unknown)))) {
      const ground = [...outside, ...unknown].map((i) => spans[i].text), texts = spans.map((span) => span.text);
      return result("refuse", null, offers.slice(0, OFFERS), null, ground.length ? ground : texts.length ? texts : [text]);
    }
    const rest = offers.filter(({ answer }) => !isSame(answer, best.answer)).slice(0, OFFERS), options = choices(best, spans);
    if (options.length) return result("choose", options, rest, best, []);
    const left = all.filter((i) => !best.used.has(i) && !when.used.has(i) && !IDLE.some((word) => wordsOf(spans[i]).has(word)));
    return result(best.kind, best.answer, rest, best, left.map((i) => spans[i].text));
  }
  return { understand, describe, label, titleOf: (name) => box.questions[name].texts[0] };
}
