// Texts as the question box compares them: tokens, known phrases and spelling. It does what
// pcgraph.query.questions.question_box.words does, with the same document, which docs/how-to/ask-in-words.md describes.

import { isCommon, uninflected } from "../text/common_words.js";

const HAN = "\\u3400-\\u9fff";
const LETTER = `(?:(?![${HAN}])[\\p{L}\\p{N}])`;
const TOKEN = new RegExp(`[${HAN}]|${LETTER}+(?:'${LETTER}+)*`, "gu");
export const HAS_HAN = new RegExp(`[${HAN}]`);
const HAN_OR_DIGIT = new RegExp(`[0-9${HAN}]`);
// What a token costs: unknown, only a word of a title, in a part of a title, a part of a name without spaces, or what
// no graph answers. A whole phrase costs 1, so that long phrases are preferred.
const [UNKNOWN, IN_TITLE, IN_PHRASE, IN_PART, IN_HAN, NO_PART] = [10, 3, 1.5, 1.05, 2.5, 2];
export const [EARLIEST, LATEST] = [1950, 2049]; // what is read as a year
const SHORT = 2; // letters of the shortest word of a title
const MOST_BETWEEN = 3; // words between a word for money and its sum
export const FULL = 3;
const PART = 1;
export const [WORD, TEXT] = [3, 0]; // weights of meanings, with FULL
const MOST_PARTS = 6;
export const ASIDE = "aside"; // words that change no question
const LEAST_SOUND = 3; // consonants of a word that is known by its sound
const LEAST_JOINED = 6; // letters and spaces of words that may be written as one, at least one more
const LEAST_SPELT = 3; // letters of a short name that is known by what its letters are called

/** Whether a text consists of ASCII digits. */
const isOffice = ([role, value]) => role === "word" && value === "office";
const isOutside = ([role, value]) => role === "word" && value === "outside";
const SUM = /^\d+(k|mn?|mln|bn?|bln|tn|cr)$/; // a number with its scale, such as the 5bn of "$8.5bn"
const isNumber = (key) => /^\d+$/.test(key);
const UNIT = ["word", "unit", WORD, 0];
const STATED = ["word", "stated", WORD, 0], LEAST_STATED = 5; // such as the 32 of "32 memorandums", which somebody counted
const isUnit = ({ meanings }) => meanings.length === 1 && meanings[0][1] === "unit";
const isYear = (key) => isNumber(key) && Number(key) >= EARLIEST && Number(key) <= LATEST;
const isAmount = (span) => isUnit(span) || SUM.test(span.key) || (isNumber(span.key) && !isYear(span.key));

/** Let a sum, such as "worth 8.5 billion dollars", change no question, and a number of papers say that it is one. */
function leaveOutSums(spans) {
  for (let i = 1; i < spans.length; i += 1) {
    const words = wordsOf(spans[i]), isNamed = i > 1 && namesOf(spans[i - 1], ["sector", "country"]).length;
    const count = spans[isNamed ? i - 2 : i - 1]; // "24 IT memorandums"
    const isCount = (words.has("agreement") || words.has("memo")) && isAmount(count) && isNumber(count.key);
    if (isCount && Number(count.key) >= LEAST_STATED) count.meanings = [STATED];
    if (!words.has("unit") || !isAmount(spans[i - 1])) continue;
    let start = i - 1;
    spans[i].meanings = [UNIT];
    while (start && isAmount(spans[start - 1])) start -= 1;
    for (const each of spans.slice(Math.max(start - MOST_BETWEEN, 0), start)) { // worth more than
      if (wordsOf(each).has("money")) each.meanings = [["word", ASIDE, WORD, 0]];
    }
  }
}

/** Return the kinds of words that a span is. */
export const wordsOf = (span) => new Set(span.meanings.filter(([role]) => role === "word").map(([, value]) => value));

/** Return the words by which a span is looked for in titles. */
export function keysOf({ key, meanings }) {
  const own = meanings.filter(([role]) => role === "text").map(([, value]) => value);
  return own.length && own.length === meanings.length ? own.slice(0, 1) : key.split(" ");
}

/** Return the names of some roles that a span may be, the best first, as [role, value, weight, uses]. */
export const namesOf = (span, roles) => span.meanings.filter(([role]) => roles.includes(role)).sort((a, b) => b[2] - a[2]
  || roles.indexOf(a[0]) - roles.indexOf(b[0]) || b[3] - a[3] || (a[1] < b[1] ? -1 : Number(a[1] > b[1])));

/** Whether a span has an office before it, or after it where names are written so. */
export function isBesideOffice(spans, i) {
  const beside = spans[HAS_HAN.test(spans[i].key) ? i + 1 : i - 1];
  return Boolean(beside) && wordsOf(beside).has("office");
}

/** Whether a span is an office beside its person, such as an ambassador, which need not be asked for. */
export function isOfficeOf(spans, i) {
  const person = spans[HAS_HAN.test(spans[i].key) ? i - 1 : i + 1];
  return wordsOf(spans[i]).has("office") && Boolean(person) && namesOf(person, ["person"]).length > 0;
}

/** Return what may stand for a name: its beginning, the last word of a person, or any run of a title. */
function partsOf(keys, role, stops, words) {
  if (HAS_HAN.test(keys[0]?.[0] ?? "")) {
    const halves = keys.flatMap((_, place) => [...place > 1 ? [keys.slice(0, place)] : [],
      ...place > 1 && place < keys.length - 3 ? [keys.slice(place)] : []]).map((half) => half.join(" "));
    return role === "agent" ? halves.filter((part) => !words.has(part)) : [];
  }
  if (keys.length < 2) return [];
  const isTitle = !["agent", "person", "place"].includes(role);
  const alone = isTitle ? [] : role === "person" ? [keys[0], keys[keys.length - 1]] : [keys[0]];
  const found = new Set(alone.filter((each) => each.length > 3 && !stops.has(each)));
  for (let start = 0; start < (isTitle ? keys.length : 1); start += 1) {
    for (let end = start + 2; end <= keys.length && !words.has(keys[start]); end += 1) {
      const isEnd = (key) => stops.has(key) || isNumber(key);
      if (end - start < keys.length && !isEnd(keys[start]) && !isEnd(keys[end - 1])) found.add(keys.slice(start, end).join(" "));
    }
  }
  return [...found];
}

/** Return how many letters were added, left out, replaced or swapped between two words, at most `most` + 1. */
function distance(one, other, most) {
  /** @type {number[]} */
  let last, before = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    [last, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      let value = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) value = Math.min(value, last[j - 2] + 1);
      row.push(value);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return Math.min(row[row.length - 1], most + 1);
}

/**
 * Return the phrases of a document: { key(text), spans(text, corrects), stops }. A span is { text, start, end, key, meanings,
 * written }; its meanings are [role, value, weight, uses].
 */
export function createLexicon(box) {
  const from = [...box.fold[0]], to = [...box.fold[1]];
  const fold = new Map([...from.map((char, place) => /** @type {[string, string]} */ ([char, to[place]])),
    ["&", " and "], ["\u2019", "'"]]);
  const phrases = new Map();
  const add = (phrase, meaning) => {
    if (!phrase) return;
    const found = phrases.get(phrase);
    if (!found) phrases.set(phrase, [meaning]);
    else if (!found.some((each) => each.every((part, place) => part === meaning[place]))) found.push(meaning);
  };

  const stems = new Map();
  const cutEnding = (word) => {
    if (/^\d/.test(word)) return word.replace(/^(\d+)(st|nd|rd|th)$/, "$1");
    for (const [ending, instead, least] of box.endings) {
      const left = word.length - ending.length;
      if (left >= least && word.endsWith(ending)) return word.slice(0, left) + instead;
    }
    return word;
  };
  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, cutEnding(word));
    return stems.get(word);
  };

  /** Return the tokens of a text, folded and without endings, with their places in it. */
  function tokens(text) {
    let folded = "", place = 0;
    const places = [], isPlain = /^[\0-%'-\x7f]*$/.test(text); // nothing to fold, as in most names
    if (isPlain) folded = text.toLowerCase();
    for (const char of isPlain ? "" : text) {
      for (const part of char < "\u0080" ? char : char.toLowerCase().normalize("NFKD")) {
        if (part >= "\u0080" && /[\p{M}\p{C}]/u.test(part)) continue;
        const own = part.toLowerCase(), instead = fold.get(own) ?? own;
        folded += instead;
        for (let unit = 0; unit < instead.length; unit += 1) places.push(place);
      }
      place += char.length;
    }
    return [...folded.toLowerCase().matchAll(TOKEN)].map(({ 0: found, index }) => ({
      key: stem(found.includes("'") ? found.replace(/'s$/, "").replaceAll("'", "") : found),
      start: isPlain ? index : places[index], end: (isPlain ? index + found.length - 1 : places[index + found.length - 1]) + 1,
    }));
  }
  const keys = new Map();
  /** Return a text as it is looked up. */
  function key(text) {
    if (!keys.has(text)) keys.set(text, tokens(text).map((token) => token.key).join(" "));
    return keys.get(text);
  }

  const plain = box.plain && new Set(box.plain); // the page has the list of its own
  const letters = new Map(Object.entries(box.letters).map(([name, letter]) => [key(name), letter]));
  const asides = new Set();
  for (const kind of ["word", "month", "number", "decade"]) {
    for (const [value, found] of Object.entries(box[`${kind}s`])) {
      for (const text of found) {
        if (value === ASIDE) asides.add(key(text)); // a word of a name comes first
        else add(key(text), [kind, value, WORD, 0]);
      }
    }
  }
  const stops = new Set([...phrases].filter(([, found]) => found.some(([role, value]) => role === "word" && value === "stop"))
    .map(([phrase]) => phrase));
  const words = new Set(phrases.keys()), texts = new Set(), parts = new Map();
  const small = new Set([...phrases].filter(([, found]) => found.some(([, value]) => box.small.includes(value)))
    .map(([phrase]) => phrase));
  const idle = new Set([...stops, ...small]); // begin and end no part of a name
  const sounds = Object.entries(box.sounds).sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  const called = new Map(), spoken = new Set();
  for (const [name, role, value, uses] of box.names) {
    const own = key(name).split(" ").filter(Boolean);
    if (box.parts.includes(role)) for (const each of own) if (/^[a-z]+$/i.test(each)) spoken.add(each);
    if (role === "person" && own.length) {
      for (const each of new Set([own[0], own[own.length - 1]])) {
        const people = called.get(each) ?? [];
        if (!people.some(([, other]) => other === value)) called.set(each, [...people, [role, value, PART, uses]]);
      }
    }
    add(own.join(" "), [role, value, FULL, uses]);
    if (role === "post") add(own.join(" "), ["word", "office", WORD, 0]);
    if (box.titles.includes(role)) {
      for (const each of own) if (each.length >= SHORT && !isNumber(each) && !HAS_HAN.test(each)) texts.add(each);
    }
    if (!box.parts.includes(role)) continue;
    const ends = box.titles.includes(role) ? words : small;
    for (const part of partsOf(own, role, idle, ends)) {
      if (role !== "person" && isCommon(part, plain)) continue; // "industrial" is no name of a bank
      const found = parts.get(part);
      if (found) found.push([role, value, PART, uses]);
      else parts.set(part, [[role, value, PART, uses]]);
    }
  }
  const isA = (...wanted) => (word) => phrases.get(word)?.some(([role]) => wanted.includes(role));
  const isOfCountries = (each) => each.every(isA("country", "sector")) && each.some(isA("country"));
  const offices = [...words].filter((phrase) => /^[\u3400-\u9fff] /.test(phrase) && phrases.get(phrase).some(isOffice));
  for (const [part, found] of parts) {
    if (offices.some((phrase) => part.endsWith(` ${phrase}`))) continue; // a person, though the name of an embassy begins so
    if (isOfCountries(part.split(" "))) continue; // such as "norland eastmark" or "norland telecoms", which mean both
    if (phrases.has(part) || new Set(found.map(([, value]) => value)).size > MOST_PARTS) continue;
    for (const meaning of found) add(part, meaning);
  }
  for (const word of called.keys()) if (word.length === SHORT) texts.delete(word); // the Xi of a title is a person
  const said = new Map(); // what a word of titles is in other words
  for (const [word, written] of Object.entries(box.texts)) {
    for (const each of texts.has(key(word)) ? written.map(key) : []) if (!said.has(each)) said.set(each, key(word));
  }
  for (const word of [...new Set([...texts, ...said.keys()])].sort()) { // what no graph answers may yet be in a title
    if (phrases.get(word)?.some(isOutside) ?? true) add(word, ["text", said.get(word) ?? word, TEXT, 0]);
  }
  for (const each of [...asides].filter((phrase) => !phrases.has(phrase)).sort()) add(each, ["word", ASIDE, WORD, 0]);
  const several = [...phrases.keys()].filter((phrase) => [...phrase].length > LEAST_JOINED && phrase.includes(" ")).sort();
  const asOne = new Map(several.map((phrase) => [stem(phrase.replaceAll(" ", "")), phrase]));
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(" ").length));
  const known = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(" ")).filter((word) => word.length > 3));

  /** Return the consonants of a word in any script, each as one letter; a vowel at the beginning is a hyphen. */
  function soundOf(word) {
    let found = "";
    for (let place = 0; place < word.length;) {
      const [letter, instead] = sounds.find(([each]) => word.startsWith(each, place)) ?? [word[place], ""];
      const own = instead || (place ? "" : "-");
      if (own !== found.slice(-1)) found += own;
      place += letter.length;
    }
    return found.replace(/^-s/, "s"); // "istation" is how some say "station"
  }
  /** @type {Map<string, string[]>} */
  const sounding = new Map();
  const namesSounding = (sound) => {
    if (!sounding.size) {
      for (const each of [...spoken].sort()) {
        const own = soundOf(each);
        sounding.set(own, [...sounding.get(own) ?? [], each]);
      }
    }
    return sounding.get(sound) ?? [];
  };
  /** Return the one word of a name that sounds like a word in another script, or "". */
  function heard(word, beside) {
    if (/^[\0-\x7f]*$/.test(word) || HAS_HAN.test(word)) return "";
    const sound = soundOf(word), all = namesSounding(sound);
    const around = new Set(beside.flatMap((each) => [...each.split(" "), ...namesSounding(soundOf(each))]));
    const paired = all.filter((each) => [...around].some((a) => phrases.has(`${each} ${a}`) || phrases.has(`${a} ${each}`)));
    const near = sound.replace(/^-/, "").length < LEAST_SOUND || all.length > 1 ? paired : all;
    return near.length === 1 ? near[0] : "";
  }
  /** Let a first or last name mean the people who have it, if it is only one or stands beside an office. */
  function nameByOffice(found) {
    found.forEach((span, i) => {
      const people = called.get(span.key) ?? [];
      if (span.meanings.length || !people.length || people.length > MOST_PARTS) return;
      const isOne = people.length === 1 && !(span.key.length === 1 && HAS_HAN.test(span.key)); // a character is many other words
      if (isOne || isBesideOffice(found, i)) span.meanings = [...people];
    });
  }
  /** Whether an unknown span is a common word, or one character, and no name. */
  const isPlain = (span) => isCommon(span.text.toLowerCase(), plain) || (span.text.length === 1 && HAS_HAN.test(span.text));

  /** Whether a key is a word of the grammar. */
  const isWord = (each, kind = "") =>
    (phrases.get(each) ?? []).some(([role, value]) => role === "word" && (!kind || value === kind));
  /** Return the one known word that differs by a mistake in typing, or nothing if there is none or several; of fillers, any. */
  function nearest(word) {
    if (word.length < 5 || HAN_OR_DIGIT.test(word)) return "";
    const most = word.length < 8 ? 1 : 2;
    let [least, best] = [most, /** @type {string[]} */ ([])];
    for (const other of known) {
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > most) continue;
      const far = distance(word, other, least);
      if (far > least) continue;
      if (far < least) [least, best] = [far, []];
      best.push(other);
    }
    const isFiller = (each) => phrases.get(each)?.every(([role, value]) => role === "word" && ["stop", ASIDE].includes(value));
    const valuesOf = (each) => new Set((phrases.get(each) ?? []).map(([role, value]) => `${role} ${value}`));
    const meant = new Map(best.map((each) => [each, valuesOf(each)]));
    const [first, ...others] = meant.values();
    if (first && [...first].some((one) => others.every((other) => other.has(one)))) { // spellings of one name
      const size = (each) => /** @type {Set<string>} */ (meant.get(each)).size;
      return best.sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1))[0];
    }
    const told = best.filter((each) => isWord(each) && !isFiller(each)); // a question has it, a title may
    if (told.length === 1) return told[0];
    return best.length === 1 || best.every(isFiller) ? best.sort()[0] ?? "" : "";
  }

  /** Return the key of some tokens; of words that are known as one or apart, or of letters of a name, that one. */
  function knownKey(all) {
    const single = all.map((token) => token.key), apart = single.join(" "), joined = single.join("");
    if (phrases.has(apart)) return apart;
    if (single.length === 1) return asOne.get(apart) ?? uninflected(apart, phrases, plain);
    if (single.length === 2 && phrases.has(joined) && !single.some((each) => stops.has(each))) return joined;
    const spelt = single.length >= LEAST_SPELT ? single.map((each) => letters.get(each) ?? " ").join("") : "";
    return phrases.has(spelt) ? spelt : apart;
  }

  function costOf(phrase, length) {
    const meanings = phrases.get(phrase);
    if (!meanings) return isNumber(phrase) ? 1 : UNKNOWN * length;
    const best = Math.max(...meanings.map(([, , weight]) => weight));
    if (meanings.some(isOutside)) return NO_PART;
    if (best === TEXT) return length === 1 ? IN_TITLE : IN_PHRASE;
    if (best === PART && HAS_HAN.test(phrase[0])) return IN_HAN;
    return best === PART && !meanings.some(([role]) => role === "agent" || role === "person") ? IN_PART * length : 1;
  }

  /** Cut the tokens of a text into as few known phrases as possible. */
  function cut(text, all) {
    const cost = Array(all.length + 1).fill(0), step = Array(all.length).fill(1);
    for (let start = all.length - 1; start >= 0; start -= 1) {
      cost[start] = UNKNOWN + cost[start + 1];
      for (let length = Math.min(longest, all.length - start); length > 0; length -= 1) {
        const own = costOf(knownKey(all.slice(start, start + length)), length) + cost[start + length];
        if (own < cost[start]) [cost[start], step[start]] = [own, length];
      }
    }
    const found = [];
    for (let start = 0; start < all.length; start += step[start]) {
      const end = start + step[start], phrase = knownKey(all.slice(start, end)), from_ = all[start].start, to_ = all[end - 1].end;
      const written = text.slice(from_, to_);
      let meanings = phrases.get(phrase) || [];
      const isUpper = written === written.toUpperCase() && written !== written.toLowerCase();
      if (small.has(phrase) && !isUpper) meanings = meanings.filter(([role]) => ["word", "month", "number"].includes(role));
      if (/['\u2019]s$/.test(written) && meanings.some(isOffice)) { // "the minister's visit" asks for no office
        meanings = meanings.filter((each) => !isOffice(each));
        if (!meanings.length) meanings = [["word", "aside", WORD, 0]];
      }
      if (!meanings.length && SUM.test(phrase)) meanings = [UNIT];
      if (isNumber(phrase)) meanings = [["number", phrase, WORD, 0]];
      found.push({ text: written, start: from_, end: to_, key: phrase, meanings, written: "" });
    }
    leaveOutSums(found);
    return found;
  }

  function spans(text, corrects = true) {
    let all = tokens(text), found = cut(text, all);
    if (corrects) nameByOffice(found);
    const corrected = new Map();
    for (const [i, span] of corrects ? found.entries() : []) {
      if (span.meanings.length || isCommon(span.text.toLowerCase(), plain)) continue;
      const last = found[i - 1], isHalf = last && !last.meanings.length && !corrected.has(last.start);
      const joined = isHalf && heard(last.key + span.key, []);
      if (joined) { // a name of one word, in two
        corrected.set(last.start, joined).set(span.start, "");
        continue;
      }
      const beside = [found[i - 1], found[i + 1]].flatMap((each) => (each ? [each.key] : []));
      const near = heard(span.key, beside) || nearest(span.key);
      if (near) corrected.set(span.start, near);
    }
    if (!corrected.size) return found;
    all = all.map((token) => ({ ...token, key: corrected.get(token.start) ?? token.key }));
    for (let i = all.length - 1; i > 0; i -= 1) if (!all[i].key) all.splice(i - 1, 2, { ...all[i - 1], end: all[i].end });
    found = cut(text, all);
    for (const span of found) {
      if ([...corrected.keys()].some((start) => span.start <= start && start < span.end)) span.written = span.text;
    }
    return found;
  }
  return { key, spans, stops, isPlain, isWord };
}
