// Who a text asks for: parties of some kind and country, in the roles of what they do, or sources; and numbers.
// It does what pcgraph.query.questions.question_box.who does.

import { HAS_HAN, namesOf, wordsOf } from "./lexicon.js";

const ASKING = ["which", "what", "list", "many"]; // kinds of words after which a text names the kind of parties it asks for
const BETWEEN = ["country", "place", "sector", "text"], MOST_BETWEEN = 5; // what may stand before it: "which Nordic AI companies"
const ANY_KIND = ["agent_word", "organisation"]; // kinds of words for parties of any kind
const SHARING = ["active", "participate", "in_which"]; // kinds of words that say that parties have part in something
const RANKED = ["most", "active", "ranking", "central"]; // kinds of words that ask for a ranking
const RANKABLE = ["kind", "country", "sector", "status", "type"]; // groups to which a ranking can be narrowed
const APART = ["only", "no_sign", "represent", "self_reported", "visit"]; // kinds of words that parties alone do not answer

const firstOf = (span, role) => namesOf(span, [role]).slice(0, 1).map(([, value]) => value);
/** Whether a span names a kind of parties, or parties of any kind. */
const hasKind = (span) => firstOf(span, "kind").length > 0 || ANY_KIND.some((word) => wordsOf(span).has(word));

/** Return the parts of a text that ask for parties, with the kind and country of these; null if it asks for none. */
function askedParties(spans, kinds, roles) {
  const isWork = (i) => i < spans.length && namesOf(spans[i], ["type", "form"]).length > 0;
  const isPaper = (i) => isWork(i) && !Object.keys(roles).some((word) => wordsOf(spans[i]).has(word)); // "who" asks which
  for (const i of [-1, ...spans.keys()]) {
    if (i >= 0 && kinds[i].includes("who") && !isPaper(i + 1)) {
      const at = spans.findIndex((span, j) => j > i && !firstOf(span, "country").length); // in some languages "who" is "which"
      const rows = at < 0 ? [] : firstOf(spans[at], "kind");
      const lands = spans.slice(i + 1, at).flatMap((span) => firstOf(span, "country"));
      if (!rows.length) return { parts: new Set([i]), rows };
      return { parts: new Set([i, at]), rows: [...rows, ...lands.length ? [lands.join(" ")] : []] };
    }
    if (i >= 0 && !ASKING.some((word) => kinds[i].includes(word))) continue; // a text may also begin with the kind
    const countries = [];
    for (let j = i + 1; j < Math.min(i + 2 + MOST_BETWEEN, spans.length); j += 1) {
      if (hasKind(spans[j]) && !(i < 0 && isWork(j + 1))) {
        return { parts: new Set(i < 0 ? [j] : [i, j]), rows: [...firstOf(spans[j], "kind"),
          ...countries.length ? [countries.join(" ")] : []] };
      }
      countries.push(...firstOf(spans[j], "country"));
      if (!namesOf(spans[j], BETWEEN).length && !["stop", ...RANKED].some((word) => wordsOf(spans[j]).has(word))) break;
    }
    if (i > 0 && HAS_HAN.test(spans[i].key[0]) && hasKind(spans[i - 1])) { // the noun is first
      const before = i > 1 ? firstOf(spans[i - 2], "country") : [];
      return { parts: new Set([i - 1, i]), rows: [...firstOf(spans[i - 1], "kind"), ...before] };
    }
  }
  return null;
}

/** Return the kind of word for what the parties do, and their roles; nothing if it is done to them by somebody. */
function acting(spans, kinds, roles) {
  for (const i of spans.keys()) {
    const word = Object.keys(roles).find((each) => kinds[i].includes(each));
    if (word) return spans[i + 1]?.key === "by" ? ["", ""] : [word, roles[word]];
  }
  return ["", ""];
}

const COMPARED = ["near", "place", "sector", "country", "engagement", "event"]; // groups of which a text may compare two values
const SUMS = ["fund", "money", "train"]; // kinds of words that ask for sums, which questions of the catalogue give
const NARROWED = ["type", "sector", "form", "status", "text"]; // groups that leave few engagements of two parties
const COUNTED = ["agreement", "memo", "project"]; // kinds of words for what parties have a number of
const DONE_TO = ["train", "fund", "support", "supply"]; // kinds of words for what is done to somebody
const COUNTING = ["most", "many", "active", "ranking", "central"]; // kinds of words that ask for numbers

/** Return a filter as numbers: of each value of a group that the text asks for, or of those it compares: answers, parts, bias. */
export function byNumber({ filters: all, show = "" }, spans, dated, box, parties) {
  const kinds = spans.map((span, i) => [...dated.has(i) ? [] : wordsOf(span)]), words = new Set(kinds.flat());
  const hasAny = (list) => list.some((word) => words.has(word));
  const filters = show ? { [parties.has(show) ? "near" : "engagement"]: [show] } : all;
  const lists = [];
  let [, by] = Object.entries(box.by).find(([word, group]) => words.has(word) && !filters[group]) ?? [];
  if (words.has("compare")) {
    const several = COMPARED.filter((group) => (filters[group] ?? []).filter((value) => !value.startsWith("-")).length > 1);
    const isCounted = (several.join() !== "near" && !words.has("money"))
      || ((hasAny(["agreement", "project", "many", "sign"]) || Object.keys(filters).length > 1) && !hasAny(SUMS));
    const isAnyOf = kinds.every((each) => !each.includes("compare") || each.includes("or"));
    const isOfStatus = kinds.some((each, i) => i && each.includes("or") && namesOf(spans[i - 1], ["status"]).length);
    const isListed = isAnyOf && (filters.kind || isOfStatus); // firms of either, or what is cancelled or suspended
    by = isCounted && !isListed ? several[0] : undefined;
    if (by === "near" && NARROWED.some((group) => filters[group]) && !hasAny([...COUNTING, "sign"])) { // not how many
      const comparing = new Set([...spans.keys()].filter((i) => kinds[i].includes("compare")));
      lists.push({ answer: { filters, show: "", sort: "", count: false, any: true }, parts: comparing, bias: -0.1 });
    }
  } else if (!hasAny(COUNTING)) by = undefined;
  if (!by) return lists;
  const asking = [...COUNTING, "compare", ...Object.keys(box.by).filter((word) => box.by[word] === by)];
  const parts = new Set([...spans.keys()].filter((i) => kinds[i].some((word) => asking.includes(word))));
  const isSigned = by === "near" && words.has("sign"); // who signed more
  return [...lists, { answer: { filters, show: "", sort: "", count: false, by }, parts, bias: isSigned ? 0.6 : -0.2 }];
}

const SOURCES = ["source", "source_word", "cited", "quote", "voice"]; // kinds of words that ask who says something
// kinds of words with which questions of the catalogue ask about sources
const ABOUT_SOURCES = ["one_voice", "self_reported", "contradict", "copy", "claimed", "identified", "checked", "kind_word"];
const UNTOLD = ["months", "mark", "promise", "kind", "country"]; // groups that say too little to ask for their sources

/** Return a filter as the sources or the parties that a text asks for: answers, parts, bias. */
export function byWhom(answer, spans, dated, box) {
  const kinds = spans.map((span, i) => [...dated.has(i) ? [] : wordsOf(span)]);
  const asking = [...spans.keys()].filter((i) => SOURCES.some((word) => kinds[i].includes(word)));
  const isProof = asking.some((i) => kinds[i].includes("prove")); // it asks for sources, and not for what is proved
  const filters = Object.fromEntries(Object.entries(answer.filters).filter(([group]) => group !== "mark" || !isProof));
  const isTold = Object.keys(filters).some((group) => !UNTOLD.includes(group));
  const isAside = kinds.flat().some((word) => ABOUT_SOURCES.includes(word));
  const found = { answer: { filters, show: "", sort: "", count: false, by: "source" }, parts: new Set(asking), bias: -0.1 };
  return [...asking.length && isTold && !isAside ? [found] : [], ...byParty(answer, spans, dated, box)];
}

/** Whether those that a text asks for are those to whom something is done: "whom did Acme train". */
function isObject(spans, kinds, who, act) {
  const done = kinds.findIndex((each) => each.includes(act));
  const keyOf = (from, to) => spans.slice(from, to).map(({ key }) => key).join("");
  if (HAS_HAN.test(spans[done].key)) return done < who && !keyOf(Math.max(who - 1, 0), who + 1).includes("是");
  const isBetween = spans.some((span, i) => who < i && i < done && namesOf(span, ["agent", "group", "person"]).length);
  return who < done && (isBetween || /(کو|\bko)$/.test(keyOf(who, who + 2)));
}

/** Return a filter as the parties that a text asks for, in the roles of what they do or in any: answers, parts, bias. */
function byParty({ filters, sort = "", any = false }, spans, dated, box) {
  const kinds = spans.map((span, i) => [...dated.has(i) ? [] : wordsOf(span)]), words = kinds.flat();
  const hasAny = (list) => list.some((word) => words.includes(word)), asked = askedParties(spans, kinds, box.acting);
  const isCounted = hasAny(RANKED) && hasAny(["many", ...COUNTED]) && !hasAny(SUMS); // who has most agreements
  const isRanked = hasAny(RANKED) && !isCounted && Object.keys(filters).every((group) => RANKABLE.includes(group));
  if (!asked || !Object.keys(filters).length || (sort && !isCounted) || isRanked || hasAny(APART)) return [];
  const { parts, rows } = asked;
  spans.forEach((span, i) => { if (SHARING.some((word) => wordsOf(span).has(word))) parts.add(i); });
  if (isCounted) kinds.forEach((each, i) => { if ([...RANKED, "many"].some((kind) => each.includes(kind))) parts.add(i); });
  const counted = { show: "", sort: "", count: false, by: "party", ...any ? { any } : {} };
  const [word, doing] = acting(spans, kinds, box.acting);
  const isDoneTo = DONE_TO.includes(word) && isObject(spans, kinds, Math.min(...parts), word);
  const roles = isDoneTo ? box.acting.receive : doing;
  const every = { answer: { filters, ...counted, rows }, parts, bias: isCounted ? 0.7 : word ? 0.1 : 0.2 };
  if (!word) return [every];
  const act = JSON.stringify(isDoneTo ? [] : box.filter[word] ?? []); // a recipient is trained only in a training
  const isOther = ([group, values]) => JSON.stringify([group, ...values]) !== act;
  const others = Object.fromEntries(Object.entries(filters).filter(isOther));
  const isOfOne = Object.keys(others).join() === "engagement";
  const bias = isOfOne || isCounted ? 0.8 : 0.2; // who built it, and not its history
  return [{ answer: { filters: others, ...counted, rows: [...rows, roles] }, parts, bias }, every];
}
