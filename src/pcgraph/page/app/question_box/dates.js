// Dates in words, as the question box reads them: the period of a text, or the day whose knowledge counts.

import { EARLIEST, FULL, LATEST, keysOf, namesOf, wordsOf } from "./lexicon.js";

const DAY = 86400000;
const format = (time) => new Date(time).toISOString().slice(0, 10);
const shift = (day, days) => format(Date.parse(day) + days * DAY);
const isDay = (text) => !Number.isNaN(Date.parse(text)) && format(Date.parse(text)) === text;
const pad = (number) => String(number).padStart(2, "0");
const monthOf = (year, month) => [`${year}-${pad(month)}-01`, format(Date.UTC(year, month, 0))];
const yearOf = (year) => [`${year}-01-01`, `${year}-12-31`];
const isLatin = (text) => /^[\0-\x7f]*$/.test(text);
const LENGTHS = { year_word: 365.25, month_word: 30.44, week_word: 7, day_word: 1 };

const SHARES = { // kinds of words for some months of a year
  first_half: [1, 6], second_half: [7, 12], quarter_1: [1, 3], quarter_2: [4, 6], quarter_3: [7, 9], quarter_4: [10, 12],
};
const PARTS = ["beginning_of", "middle_of", "end_of", ...Object.keys(SHARES)]; // kinds of words for a part of a year or month
const isAny = (span, kinds) => { const words = wordsOf(span); return kinds.some((kind) => words.has(kind)); };

/** Return the first sixth of a period, its last one or the days around its middle; of a year also some months. */
function partOf(span, first, last) {
  const share = Object.entries(SHARES).find(([kind]) => isAny(span, [kind]))?.[1], year = Number(first.slice(0, 4));
  if (share) return [monthOf(year, share[0])[0], monthOf(year, share[1])[1]];
  const length = Math.round((Date.parse(last) - Date.parse(first)) / DAY);
  const middle = Math.floor(length / 2), around = Math.floor(length / 24), sixth = Math.floor(length / 6);
  if (isAny(span, ["middle_of"])) return [shift(first, middle - around), shift(first, middle + around)];
  return isAny(span, ["beginning_of"]) ? [first, shift(first, sixth)] : [shift(last, -sixth), last];
}

/** Return a period; of the beginning or the end of one only the first or last day, for "since" and "until". */
function daysOf(spans, first, last) {
  const has = (kind) => spans.some((span) => isAny(span, [kind]));
  return [has("end_of") ? last : first, has("beginning_of") ? first : last];
}

/** Round a half to the even number, as Python does. */
const round = (number) => (number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number));

/** Return where a date that starts at a place ends, its first and its last day: [place, end, first, last]; null if none does. */
function dateAt(spans, place, today) {
  const value = (at, kind) => Number((spans[at]?.meanings ?? []).find(([role]) => role === kind)?.[1] ?? 0);
  const unit = (at, ...kinds) => kinds.find((kind) => spans[at] && wordsOf(spans[at]).has(kind)) || "";
  const year = (at) => { const number = value(at, "number"); return number >= EARLIEST && number <= LATEST ? number : 0; };
  const later = (at) => { // the year at a place, or before "and" or "to" that of the next date
    const until = unit(at, "range", "and") ? [at, at + 1, at + 2, at + 3, at + 4] : [];
    return year(at) || year(until.find(year) ?? at);
  };
  const within = isAny(spans[place], PARTS) && place + 1 < spans.length && dateAt(spans, place + 1, today);
  if (within) return [place, within[1], ...partOf(spans[place], within[2], within[3])]; // end of 2019
  const current = Number(today.slice(0, 4));
  const isPart = (at) => at < spans.length && isAny(spans[at], PARTS)
    && (!isLatin(spans[at].key) || isAny(spans[at], Object.keys(SHARES)));
  const parted = (at, first, last) => ( // the date that ends at a place, or the part of it that the word there says
    isPart(at) ? [place, at + 1, ...partOf(spans[at], first, last)] : [place, at, first, last]);
  if (isAny(spans[place], Object.keys(SHARES))) return parted(place, ...yearOf(current)); // the first half of this year
  if (unit(place, "year_before_last")) return parted(place + 1, ...yearOf(current - 2));
  const back = value(place, "number");
  if (back && back < 100 && unit(place + 2, "ago")) {
    if (unit(place + 1, "year_word")) return [place, place + 3, ...yearOf(current - back)];
    const month = current * 12 + Number(today.slice(5, 7)) - 1 - back;
    if (unit(place + 1, "month_word")) return [place, place + 3, ...monthOf(Math.floor(month / 12), (month % 12) + 1)];
  }
  if (unit(place, "recently") && !unit(place + 1, "year_word", "month_word") && !value(place + 1, "number")) {
    return [place, place + 1, `${current - 2}${today.slice(4)}`.replace("02-29", "02-28"), today];
  }
  const near = unit(place, "last", "this") && !year(place + 2) ? value(place + 1, "month") : 0;
  if (near) { // last February
    const isAhead = near >= Number(today.slice(5, 7)) && unit(place, "last");
    return [place, place + 2, ...monthOf(current - Number(Boolean(isAhead)), near)];
  }
  if (unit(place, "last", "this")) {
    const number = value(place + 1, "number"), after = place + 1 + Number(Boolean(number));
    const kind = unit(after, ...Object.keys(LENGTHS));
    if (kind && number && number < 100) return [place, after + 1, shift(today, -round(number * LENGTHS[kind])), today];
    const ago = unit(place, "last") ? 1 : 0;
    if (unit(place + 1, ...PARTS) && !isLatin(spans[place + 1].key)) return parted(place + 1, ...yearOf(current - ago));
    if (!["year_word", "month_word"].includes(kind) || after !== place + 1) return null;
    if (kind === "year_word") return parted(after + 1, ...yearOf(current - ago));
    const month = current * 12 + Number(today.slice(5, 7)) - 1 - ago;
    return [place, after + 1, ...monthOf(Math.floor(month / 12), (month % 12) + 1)];
  }
  const decade = value(place, "decade");
  if (decade) return [place, place + 1, `${decade}-01-01`, `${decade + 9}-12-31`];
  const named = value(place, "month"), day = value(place, "number");
  const oneDay = (end, text) => (isDay(text) ? [place, end, text, text] : null);
  const after = place + 1 + Number(Boolean(unit(place + 1, "range", "and"))), end = value(after, "number");
  if (day > 0 && day < end && end <= 31 && value(after + 1, "month") && later(after + 2)) { // 1 to 10 June 2019
    return oneDay(place + 1, `${later(after + 2)}-${pad(value(after + 1, "month"))}-${pad(day)}`);
  }
  if (named && later(place + 1)) { // June 2019
    return [place, place + 1 + Number(year(place + 1) > 0), ...monthOf(later(place + 1), named)];
  }
  if (named && value(place + 1, "number") > 0 && value(place + 1, "number") <= 31 && year(place + 2)) { // June 30, 2019
    return oneDay(place + 3, `${year(place + 2)}-${pad(named)}-${pad(value(place + 1, "number"))}`);
  }
  if (day && day <= 31 && value(place + 1, "month") && later(place + 2)) { // 30 June 2019
    return oneDay(place + 2 + Number(year(place + 2) > 0), `${later(place + 2)}-${pad(value(place + 1, "month"))}-${pad(day)}`);
  }
  const first = year(place);
  if (!first) return null;
  let at = place + 1;
  if (unit(at, "year_word") && !isLatin(spans[at].key)) at += 1;
  const number = value(at, "number"), month = value(at, "month") || (number > 0 && number <= 12 ? number : 0);
  if (!month) return parted(at, ...yearOf(first));
  at += 1;
  if (unit(at, "month_word")) at += 1;
  const text = `${first}-${pad(month)}-${pad(value(at, "number"))}`;
  if (!value(at, "number") || !isDay(text)) return parted(at, ...monthOf(first, month));
  return [place, at + 1 + Number(Boolean(unit(at + 1, "day_word"))), text, text];
}

/** Return which of some words stand right before a date or right after it, as { role, used }, or null. */
function beside(spans, start, end, roles) {
  const found = [];
  for (const step of [-1, 1]) {
    const passed = [];
    for (let place = step < 0 ? start - 1 : end; place >= 0 && place < spans.length; place += step) {
      const words = wordsOf(spans[place]), role = roles.find((each) => words.has(each));
      if (role && !(step > 0 && ["in", "until", "as_of"].includes(role) && isLatin(spans[place].key))) {
        found.push({ role, used: [place, ...passed] });
        break;
      }
      if (!words.has("stop") || passed.length > 1) break;
      passed.push(place);
    }
  }
  const first = roles.find((each) => found.some(({ role }) => role === each));
  return first ? { role: first, used: found.flatMap(({ role, used }) => (role === first ? used : [])) } : null; // both
}

const range = (start, end) => Array.from({ length: Math.max(0, end - start) }, (_, place) => start + place);

/** Return the period in a text: { first, last, asOf, used }. `eventDay` gives the day of an event by its name or words of it. */
export function readDates(spans, today, eventDay) {
  const found = { first: "", last: "", asOf: "", used: new Set() };
  let atoms = [];
  for (let place = 0; place < spans.length;) {
    const atom = dateAt(spans, place, today);
    if (atom) atoms.push(atom);
    place = atom ? atom[1] : place + 1;
  }
  spans.forEach((span, index) => {
    let start = index + 1; // before or after an event
    while (start < spans.length && wordsOf(spans[start]).has("stop")) start += 1;
    if (!isAny(span, ["before", "after", "since"])) return;
    for (let end = Math.min(start + 4, spans.length); end > start; end -= 1) {
      const part = spans.slice(start, end);
      const named = part.flatMap((each) => namesOf(each, ["event"])).find(([, , weight]) => weight === FULL);
      const day = part.some((each) => namesOf(each, ["event", "text"]).length)
        && eventDay(new Set(part.flatMap(keysOf)), named?.[1]);
      if (!day) continue;
      atoms = [[start, end, day, day]];
      break;
    }
  });
  if (!atoms.length) return found;
  const [[start, end, ...whole], second] = atoms;
  let [first, last] = whole;
  const use = (places) => { for (const place of places) found.used.add(place); };
  use(range(start, end));
  if (second) {
    const [otherStart, otherEnd, otherFirst, otherLast] = second;
    if (range(end, otherStart).every((place) => isAny(spans[place], ["range", "and", "since", "until", "stop", "in"]))) {
      use(range(end, otherEnd));
      use([start - 1, otherEnd].filter((place) => spans[place] && isAny(spans[place], ["since", "and", "until", "in"])));
      const [one, other] = [daysOf(spans.slice(start, end), first, last),
        daysOf(spans.slice(otherStart, otherEnd), otherFirst, otherLast)];
      [found.first, found.last] = [one[0] < other[0] ? one[0] : other[0], one[1] > other[1] ? one[1] : other[1]];
      return found;
    }
  }
  const roles = ["as_of", "before", "after", "since", "until", "in"];
  const { role, used } = beside(spans, start, end, roles) ?? { role: "in", used: [] };
  use(used);
  if (role !== "in") [first, last] = daysOf(spans.slice(start, end), first, last);
  if (role === "as_of") found.asOf = last < today ? last : today;
  else if (role === "before") found.last = shift(first, -1);
  else if (role === "after") [found.first, found.last] = [shift(last, 1), today];
  else if (role === "since") [found.first, found.last] = [first, today];
  else if (role === "until") found.last = last;
  else [found.first, found.last] = [first, last];
  return found;
}

/** Return the events whose last day is in a period, as one row of which any is meant, and say that its parts are used. */
export function eventsIn({ first, last, used: dated }, days, used) {
  const found = Object.keys(days).filter((event) => first <= days[event] && days[event] <= (last || days[event])).sort();
  if (!found.length || (!first && !last)) return [];
  for (const i of dated) used.add(i);
  return [found.join(" ")];
}
