// What a text may mean: each pattern that fits is a reading, and so is the filter of everything that the text names. It does
// what pcgraph.query.questions.question_box.readings does.

import { FACETS, IDLE, clauseOf, isVisited } from "./beside.js";
import { compared } from "./compared.js";
import { eventsIn } from "./dates.js";
import { isDeciding } from "./deciding.js";
import { FULL, isOfficeOf, keysOf, namesOf, wordsOf } from "./lexicon.js";
import { compare, isSame, isWithin, reading } from "./reading.js";
import { byNumber, byWhom } from "./who.js";

export const SHOWN = ["agent", "person", "group", "event", "engagement", "thing", "source"]; // with a page of their own
export const TERMS = ["type", "form", "kind", "status"]; // kinds of names that no text is about
const IN_FILTER = [...FACETS, ...SHOWN, "post", "text", "excluded"];
const OPEN = ["plan", "unfinished", "no_later"]; // kinds of words that ask for what is not done
export const PARTIES = ["agent", "person", "group"];
const [SILENT, LED] = [-1.5, 1]; // what a filter of silent ones in a period loses; what one adds that says where visits lead
const SIGNED = ["sign", "agreement", "outcome"]; // kinds of words that ask what was signed
export const ACTS = ["sign", "talk", "visit", "attend", "train", "fund"]; // beside them, an office says only whose act it was
const DECISIVE = ["cited", "claimed"]; // kinds of words that say which question is asked
const LEAST_SHARE = 0.6; // of the words of each name that a title has
const CHOSEN = 1.5; // what a weak word adds if it names what the answer is narrowed to
const [MOST_RIVALS, GUESSED] = [6, 0.8]; // GUESSED: what a reading loses if words of a title name its engagement

// `readingsOf(spans, when)` gives all of them, `filter` that of everything named; `weigh` says how much of a text one explains.
/** Return the readings of texts with the words and names of one document. */
export function createReadings(box, lexicon, address) {
  const titles = Object.fromEntries(box.titles.map((role) => [role, new Map()]));
  for (const [name, role, value] of box.names) {
    if (!titles[role]) continue;
    const known = titles[role].get(value) ?? new Set();
    for (const word of lexicon.key(name).split(" ")) if (word) known.add(word);
    titles[role].set(value, known);
  }
  const parties = new Set(), written = new Map(), roles = new Map(), frequency = new Map();
  for (const [name, role, value] of box.names) {
    if (!roles.has(value)) roles.set(value, role);
    if (PARTIES.includes(role)) parties.add(value);
    if (/^[\0-\x7f]*$/.test(name)) written.set(value, [...written.get(value) ?? [], lexicon.key(name).split(" ")]);
  }
  for (const group of Object.values(titles)) {
    for (const title of group.values()) for (const word of title) frequency.set(word, (frequency.get(word) ?? 0) + 1);
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

  function rank(measure, spans, when, used, chosen, options) {
    const isOther = (i) => Number(!spans[i + 1] || !namesOf(spans[i + 1], ["kind"]).length);
    const order = [...spans.keys()].sort((i, j) => isOther(i) - isOther(j)); // a country before a kind is that of the kind
    for (const role of ["sector", "kind", "country", "status"]) {
      order.forEach((i) => {
        const span = spans[i], [name] = namesOf(span, [role]);
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
    Object.assign(options, relation && { relation }, when.first && { since: when.first }, when.last && { until: when.last });
    return reading("ranking", { measure, options, only: [] }, used, chosen, 0.4);
  }

  /** Return the last day of a named event, or that of the shortest title with some words, or "". */
  function eventDay(words, named) {
    if (box.days[named]) return box.days[named];
    const wanted = [...words].filter((word) => !lexicon.stops.has(word)), none = new Set();
    const found = Object.keys(box.days).map((value) => ({ value, title: titles.event.get(value) ?? none }))
      .filter(({ title }) => isWithin(wanted, title));
    found.sort((a, b) => a.title.size - b.title.size || compare(a.value, b.value));
    return found.length && found.length <= MOST_RIVALS ? box.days[found[0].value] : "";
  }

  /** Return words by which a title names a span, and how many it needs: its own, or most of a name in other letters. */
  function waysOf(span) {
    const isOwn = /^[\0-\x7f]*$/.test(span.key) || namesOf(span, ["text"]).length > 0;
    const ways = isOwn ? [keysOf(span)] : span.meanings.flatMap(([, value]) => written.get(value) ?? []);
    return ways.map((way) => [...new Set(way)].filter((word) => !lexicon.stops.has(word))).filter((way) => way.length)
      .map((way) => ({ way, least: way.length * (isOwn ? 1 : LEAST_SHARE) }));
  }

  /** Return the words of a span and of the names of what it means. */
  const writtenOf = (span) => [keysOf(span), ...span.meanings.slice(0, 2).flatMap(([, value]) => written.get(value) ?? [])]
    .map((way) => [...new Set(way)].filter((word) => !lexicon.stops.has(word))).filter((way) => way.length);

  /** Return the spans that together name an engagement by words of its title, and the best such engagements. */
  function guess(spans, when) {
    const isNamed = (span, i) => span.meanings.length > 0 && !wordsOf(span).size && !when.used.has(i);
    const named = [...spans.keys()].filter((i) => isNamed(spans[i], i));
    const ofLand = named.filter((i) => namesOf(spans[i], ["country"]).length);
    const isTitled = spans.some((span) => namesOf(span, ["type", "form"]).length);
    const isOfParty = (i) => ofLand.includes(i) || namesOf(spans[i], PARTIES).length > 0;
    if (ofLand.length && !isTitled && named.every(isOfParty)) return { named, equal: [] }; // of a party in a country, everything
    const sectors = named.filter((i) => !namesOf(spans[i], PARTIES).length); // of a party in a sector, everything
    const isField = named.length > 1 && sectors.length === 1 && namesOf(spans[sectors[0]], ["sector"]).length > 0;
    const others = spans.filter((span, i) => !isNamed(span, i)), kinds = others.filter(isDeciding).map(writtenOf);
    const also = new Set(others.flatMap(waysOf).flatMap(({ way }) => way));
    const wanted = named.map((i) => waysOf(spans[i])).filter((ways) => ways.length);
    const told = new Set(wanted.flat().flatMap(({ way }) => way)), found = new Map();
    for (const group of Object.values(titles)) {
      for (const [value, title] of group) {
        const isNamedBy = ({ way, least }) => way.filter((word) => title.has(word)).length >= least;
        if (wanted.length && wanted.every((ways) => ways.some(isNamedBy))) {
          const isMore = [...title].some((word) => /^[\0-\x7f]+$/.test(word) && !told.has(word));
          const known = kinds.filter((ways) => ways.some((way) => isWithin(way, title))).length;
          found.set(value, [-known, Number(isMore), -[...title].filter((word) => also.has(word)).length, title.size]);
        }
      }
    }
    const difference = (a, b) => a.map((value, i) => value - b[i]).find(Boolean);
    const best = [...found].sort(([one, a], [other, b]) => difference(a, b) || compare(one, other));
    const equal = best.filter(([, order]) => isSame(order, best[0][1])).map(([value]) => value);
    const isTold = found.size === 1 || (told.size > 1 && !isField);
    if (!equal.length || equal.length > MOST_RIVALS || !isTold) return { named, equal: [] };
    const own = new Set(Object.values(titles).flatMap((group) => [...group.get(equal[0]) ?? []]));
    return { named: [...named, ...[...spans.keys()].filter((i) => isWithin(keysOf(spans[i]), own))], equal };
  }

  /** Whether a span names a party that stands in a title of some things. */
  function isOfTitle(span, values) {
    const title = new Set(Object.values(titles).flatMap((group) => values.flatMap((value) => [...group.get(value) ?? []])));
    return namesOf(span, PARTIES).slice(0, 1).some(([, value]) => written.get(value)?.some((way) => isWithin(way, title)));
  }

  /** Return what a pattern understands in a text, or null if the text lacks a part of the pattern. */
  function match([kind, name, items], spans, when, guessed) {
    const period = { since: when.first, until: when.last, on: when.asOf || when.first,
      date: when.asOf || (when.last === box.today ? when.first : when.last) };
    const clause = items.includes("office") && when.used.size ? clauseOf(spans) : spans.length;
    const used = new Set([...spans.keys()].slice(clause)), chosen = new Map(), values = {}, rows = [];
    const barred = items.filter(([mark]) => mark === "!").flatMap((item) => item.slice(1).split("/"));
    if (spans.some(({ meanings }) => meanings.some(([, value]) => barred.includes(value)))) return null;
    for (const item of items.filter(([mark]) => !"@=*~+!".includes(mark))) {
      const wanted = item.split("/");
      const isBoth = (i) => spans[i].key.includes(" ") && wordsOf(spans[i]).has("since"); // news since
      const free = [...spans.keys()].filter((i) => !when.used.has(i) || isBoth(i));
      const found = free.filter((i) => wanted.some((word) => wordsOf(spans[i]).has(word)));
      if (!found.length) return null;
      found.forEach((i) => used.add(i));
    }
    const types = kind === "catalogue" ? parametersOf(name) : { from: "end", to: "end", kind: "kind" };
    let bias = 0.4 + 0.1 * items.filter(([mark]) => !"*~!".includes(mark)).length, rivals = [];
    for (const [mark, ...letters] of items) {
      const rest = letters.join(""), isOne = "@=".includes(mark);
      if (mark === "~" && rest === "date") when.used.forEach((i) => used.add(i));
      else if (mark === "*" && rest === "date") {
        rows.push(...eventsIn(when, box.claims, used));
      } else if (mark === "~") {
        spans.forEach(({ meanings }, i) => { if (meanings.some(([, value]) => value === rest)) used.add(i); });
      } else if (isOne && ["date", "period"].includes(types[rest])) {
        if (!period[rest] && !(rest === "until" && period.since)) return null;
        values[rest] = (period[rest] || box.today).slice(0, types[rest] === "date" ? 10 : 7);
        const isYear = types[rest] === "period" && when.first.slice(4) === "-01-01" && when.last.slice(4) === "-12-31";
        if (isYear) values[rest] = when.first.slice(0, 4);
        when.used.forEach((i) => used.add(i));
      } else if ("@=*+".includes(mark)) {
        const kinds = box.roles[isOne ? types[rest] ?? rest : rest] ?? [rest];
        const order = (i) => [Number(used.has(i)), Number(kinds.indexOf(namesOf(spans[i], kinds)[0][0]) > 0), i];
        const isNew = (i) => !isOne || !Object.values(values).includes(namesOf(spans[i], kinds)[0][1]);
        const places = [...spans.keys()].filter((i) => !chosen.has(i) && !when.used.has(i) && i < clause
            && namesOf(spans[i], kinds).length && isNew(i) && !isOfficeOf(spans, i))
          .sort((a, b) => { const [x, y] = [order(a), order(b)]; return x[0] - y[0] || x[1] - y[1] || a - b; });
        if (mark === "@" && !places.length && kinds.some((each) => titles[each]?.has(guessed.equal[0]))) {
          [values[rest]] = guessed.equal;
          chosen.set(Math.min(...guessed.named), values[rest]);
          guessed.named.forEach((i) => used.add(i));
          rivals = guessed.equal.length > 1 ? guessed.equal : [];
          bias -= GUESSED;
          continue;
        }
        if (mark !== "*" && !places.length) return null;
        const told = [...new Set(guessed.named)].filter((i) => !wordsOf(spans[i]).size).length; // one name may be that of a party
        if (rest === "engagement" && !places.length && guessed.equal.length === 1 && told > 1 && !rows.length) {
          rows.push(...guessed.equal);
          guessed.named.forEach((i) => used.add(i));
        }
        const open = places.filter((i) => !used.has(i) || namesOf(spans[i], ["post"]).length);
        for (const i of isOne ? places.slice(0, 1) : open) {
          const value = namesOf(spans[i], kinds)[0][1];
          chosen.set(i, value);
          used.add(i);
          if (isOne) values[rest] = value;
          else rows.push(value);
        }
      }
    }
    const named = Object.values(values); // what is named twice is meant once
    const isNamed = (span) => span.meanings.some(([, value, weight]) => weight === FULL && named.includes(value));
    spans.forEach((span, i) => { if (isNamed(span) || isOfTitle(span, named)) used.add(i); });
    if (kind === "catalogue") {
      const isEither = rows.filter((value) => parties.has(value)).length > 1
        && spans.some((span) => wordsOf(span).has("compare"));
      const answer = { question: name, parameters: fill(name, values), rows, ...isEither ? { any: true } : {} };
      return reading(kind, answer, used, chosen, bias, rivals);
    }
    if (["path", "compare"].includes(kind)) {
      const others = [...spans.keys()].filter((i) => !used.has(i) && namesOf(spans[i], box.roles.end).length);
      if (kind === "path" && others.length && !items.includes("path_word")) return null; // between two alone
      if (kind === "path") return reading(kind, { from: values.from, to: values.to }, used, chosen, 0.2);
      for (const i of others) {
        used.add(i);
        chosen.set(i, namesOf(spans[i], box.roles.end)[0][1]);
      }
      const only = [...new Set([...Object.values(values), ...others.map((i) => chosen.get(i))])];
      return reading("ranking", { measure: "degree", options: {}, only }, used, chosen, 0.5);
    }
    return rank(name, spans, when, used, chosen, values);
  }

  /** Return the filter of everything that a text names, without some groups, or null if it names nothing. */
  function filter(spans, when, without = []) {
    const filters = {}, used = new Set(), chosen = new Map();
    const terms = new Set(spans.flatMap((span) => namesOf(span, FACETS).slice(0, 1).map(([, value]) => value)));
    const sets = spans.flatMap((span) => namesOf(span, ["status"]).map(([, value]) => box.sets[value]));
    const isOfWork = spans.some((span) => namesOf(span, ["engagement"]).slice(0, 1).some((name) => name[2] === FULL));
    const hasAny = (...words) => spans.some((span) => words.some((word) => wordsOf(span).has(word)));
    const hasEnded = hasAny("stopped");
    const isOpen = hasEnded || sets.includes("stopped") || sets.includes("announced") || hasAny(...OPEN);
    const hasSubject = spans.some((span) => namesOf(span, [...PARTIES, "place", "sector"]).length > 0);
    let sort = "", isCount = false;
    const add = (group, values) => {
      filters[group] = group === "promise" && filters[group] ? filters[group].filter((value) => values.includes(value))
        : [...new Set([...filters[group] ?? [], ...values])]; // of what was promised, what was not delivered
    };
    spans.forEach((span, i) => {
      if (wordsOf(span).has("many")) isCount = true;
      const words = when.used.has(i) ? new Set() : wordsOf(span);
      const [name] = when.used.has(i) || isOfficeOf(spans, i) ? [] : namesOf(span, IN_FILTER);
      const [, order] = Object.entries(box.sort).find(([word]) => words.has(word)) ?? [];
      const [act, chosenBy] = Object.entries(box.filter).find(([word]) => words.has(word)) ?? [];
      if (order) {
        sort ||= order;
      } else if (name) {
        const [role, value] = name;
        if (without.includes(role) || without.includes(`${role} ${value}`)) return;
        const isAny = ((hasEnded || sets.includes("stopped")) && words.has("agreement")) || (hasSubject && words.has("in_which"))
          || (isOpen && words.has("project"));
        if (isAny && role === "type") { // "deals called off" or the activities of a party are of any type
          used.add(i);
          return;
        }
        if (role === "text") add("text", [value]);
        else {
          const isWide = words.has("project") && (hasSubject || sets.length); // in everyday words more than that class
          const group = role === "excluded" ? roles.get(value.slice(1)) : role;
          add([...PARTIES, "post"].includes(group) ? "near" : group, isWide ? box.wide[value] ?? [value] : [value]);
          chosen.set(i, value);
        }
      } else if (chosenBy) {
        if (without.includes(chosenBy[0])) return;
        if (act === "money" && isOfWork) sort ||= "money";
        else if (chosenBy.length && !chosenBy.some((value) => terms.has(value))) add(chosenBy[0], chosenBy.slice(1));
      } else if (!words.has("many")) return;
      used.add(i);
    });
    const isVisit = [...used].some((i) => wordsOf(spans[i]).has("visit")), { country = [] } = filters;
    const hasVisitor = [...chosen.keys()].some((i) => namesOf(spans[i], ["person", "post"]).length);
    const visited = [...chosen].filter(([i, value]) => country.includes(value) && isVisited(spans, i)).map(([, value]) => value);
    const isLed = isVisit && visited.length === 1;
    if (isLed || (isVisit && hasVisitor && country.length === 1)) { // where somebody went, whoever was met
      const [place] = isLed ? visited : country;
      filters.country = country.filter((value) => value !== place);
      if (!filters.country.length) delete filters.country;
      add("place", [place]);
    }
    if ((when.first || when.last) && !without.includes("months")) {
      filters.months = [when.first.slice(0, 7) || "1950-01", (when.last || box.today).slice(0, 7)];
    }
    const person = spans.findIndex((span) => wordsOf(span).has("person_word") && frequency.has(span.key)); // such as girls
    if (person >= 0 && !Object.keys(filters).length && !sort && !when.used.size && !without.length) {
      add("text", [spans[person].key]);
      used.add(person);
    }
    if (hasAny("or") && sets.some((set) => filters.set?.includes(set))) delete filters.status; // cancelled or suspended
    const groups = Object.keys(filters), areLeftOut = Object.values(filters).flat().every((value) => value.startsWith("-"));
    if (groups.length ? areLeftOut : !sort && !when.used.size) return null; // all but one, or nothing
    const shown = ["near", ...SHOWN].flatMap((group) => filters[group] ?? []), isLeftOut = shown[0]?.startsWith("-");
    const isAlone = shown.length === 1 && !isLeftOut && groups.length === 1 && !sort && !isCount && chosen.size === 1;
    const show = isAlone && !filters.thing ? shown[0] : ""; // of a work, what was agreed and done about it
    const isSilent = filters.months && filters.mark?.includes("silent"); // silent since a day is no period
    const isOr = hasAny("or") && (filters.near?.length > 1 || filters.country?.length > 1);
    const answer = { filters: show ? {} : filters, show, sort, count: isCount, ...isOr ? { any: true } : {} };
    return reading("filter", answer, used, chosen, show ? 0 : isSilent ? SILENT : isLed ? LED : -0.5);
  }

  /** Return the things whose titles have a word of every name and title word of a text, the nearest ones. */
  function titled(spans, when) {
    const named = spans.filter((span, i) => span.meanings.length && !when.used.has(i) && !wordsOf(span).size);
    const isWhole = (span) => namesOf(span, ["engagement", "event"]).some(([, , weight]) => weight === FULL);
    const hasTitle = named.some((span) => namesOf(span, [...box.titles, "text"]).length);
    if (named.length < 2 || named.some(isWhole) || !hasTitle) return [];
    const wanted = named.map(writtenOf);
    const found = new Map();
    for (const group of Object.values(titles)) {
      for (const [value, title] of group) {
        const share = (way) => way.filter((word) => title.has(word)).length / way.length;
        const shares = wanted.map((ways) => Math.max(0, ...ways.map(share)));
        if (!shares.every((each) => each >= LEAST_SHARE)) continue;
        found.set(value, Math.round((shares.reduce((sum, each) => sum + each, 0) - title.size / 100) * 10000) / 10000);
      }
    }
    const best = Math.max(0, ...found.values());
    return [...found].filter(([, share]) => share === best).map(([value]) => value).sort().slice(0, MOST_RIVALS);
  }

  /** Return the filter of the two engagements that a text compares. */
  function comparison(spans, when) {
    const sides = compared(spans, when, titles, lexicon.stops);
    if (!sides.length) return [];
    const named = [...spans.keys()].filter((i) => spans[i].meanings.length && !wordsOf(spans[i]).size);
    const asking = [...spans.keys()].filter((i) => ["compare", "and"].some((word) => wordsOf(spans[i]).has(word)));
    const answer = { filters: { engagement: sides }, show: "", sort: "", count: false };
    const chosen = new Map(named.slice(0, sides.length).map((i, side) => [i, sides[side]]));
    return [reading("filter", answer, new Set([...named, ...asking]), chosen, 0.5)];
  }

  /** Return what was signed during the visits of a person, which the titles of the visits name. */
  function during({ used, answer, chosen }, spans, when) {
    const kinds = spans.map((span, i) => [...when.used.has(i) ? [] : wordsOf(span)]), { filters } = answer;
    const persons = (filters.near ?? []).filter((value) => roles.get(value) === "person"), words = kinds.flat();
    if (persons.length !== 1 || !words.includes("visit") || !SIGNED.some((word) => words.includes(word))) return [];
    const ways = written.get(persons[0]) ?? [], first = when.first.slice(0, 4) || "0000", last = when.last.slice(0, 4) || "9999";
    const isOther = (word) => /^[0-9]{4}$/.test(word) && (word < first || word > last);
    const isVisit = (title) => [...title].some((word) => lexicon.isWord(word, "visit")) && ![...title].some(isOther);
    const visits = [...titles.event].flatMap(([value, title]) =>
      (isVisit(title) && ways.some((way) => isWithin(way, title)) ? [value] : []));
    const valuesOf = (group) => (filters[group] ?? []).filter((value) => !box.filter.visit.includes(value));
    const isOfKind = valuesOf("type").length > 0 || valuesOf("form").length > 0;
    const rest = ["type", "form", "sector", "text", ...isOfKind ? [] : ["status"]].map((group) => [group, valuesOf(group)])
      .filter(([, values]) => values.length);
    if (!visits.length || (!rest.length && !words.includes("outcome"))) return [];
    const asking = [...kinds.keys()].filter((i) => SIGNED.some((word) => kinds[i].includes(word)));
    const all = { ...answer, filters: { event: visits, ...Object.fromEntries(rest) }, show: "" };
    return [reading("filter", all, new Set([...used, ...when.used, ...asking]), chosen, 0.5)];
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

  function weigh(each, spans, when) {
    let score = each.bias;
    if (when.asOf || each.kind === "ranking" || each.answer.filters?.months) for (const i of when.used) each.used.add(i);
    const hasWord = (isWanted) => [...each.used].some((i) => [...wordsOf(spans[i])].some(isWanted));
    const isActing = (word) => ACTS.includes(word), hasActs = hasWord(isActing);
    const asksOffice = each.kind === "catalogue" && hasWord((word) => word === "office");
    spans.forEach((span, i) => {
      if (!span.meanings.length) return;
      const words = [...wordsOf(span)];
      let kind = words.length ? "word" : span.meanings[0][0] === "text" ? "text" : "name";
      const isTitle = isOfficeOf(spans, i) || (hasActs && words.includes("office"));
      const isUsed = each.used.has(i), isWeak = words.length > 0
        && words.every((word) => box.weak.includes(word) || IDLE.includes(word));
      if (span.meanings.every(([role]) => ["number", "month", "decade"].includes(role))) kind = "weak";
      if (when.used.has(i)) kind = "date";
      else if (isWeak || (!isUsed && (isTitle || words.some((word) => IDLE.includes(word))))) kind = "weak";
      else if (words.some((word) => DECISIVE.includes(word)) || (asksOffice && !isUsed && words.some(isActing))) kind = "name";
      score += isUsed ? box.weights[kind][0] : -box.weights[kind][1];
      if (kind === "weak" && each.chosen.has(i)) score += CHOSEN;
    });
    each.score = Math.round(score * 100) / 100;
    if (when.asOf) each.answer.as_of = when.asOf;
    if (each.kind === "filter") each.answer.address = address(each.answer);
    return each;
  }

  /** Return the readings of a text, the best first. */
  function readingsOf(spans, when) {
    const guessed = guess(spans, when), matched = box.patterns.map((pattern) => match(pattern, spans, when, guessed));
    const named = filter(spans, when);
    const every = named ?? reading("filter", { filters: {}, show: "" }, new Set());
    const by = [...byNumber(every.answer, spans, when.used, box, parties), ...byWhom(every.answer, spans, when.used, box)]
      .map(({ answer, parts, bias }) => reading("filter", answer, new Set([...every.used, ...parts]), every.chosen, bias));
    const found = [...matched, named, ...by, ...during(every, spans, when), ...comparison(spans, when), ...byKeyword(spans)];
    return found.flatMap((each) => (each ? [weigh(each, spans, when)] : [])).sort((a, b) => b.score - a.score);
  }
  return { readingsOf, filter, weigh, titled, frequency, eventDay, bare, wholes, parametersOf, fill, written, titles, waysOf,
    writtenOf };
}
