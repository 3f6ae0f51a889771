// The search field: organisations, deals, topics and questions, in any script, and a filter by the words themselves.

import { combinedFilter } from "../model/combine.js";
import { loadBox, questionBox } from "../question_box/box.js";
import { labelOf, nameOf, showing, understand } from "../question_box/opened.js";
import { DATA } from "../model/data.js";
import { KINDS, matchText, search } from "../model/find.js";
import { change, reset, state } from "../model/state.js";
import { correctSpelling, prepareIndex } from "../model/text_index.js";
import { bdi, byId, el } from "../text/elements.js";
import { capitalise, nameOfId, nodeName, pluralise, termLabel, translate } from "../text/text.js";
import { queryWords } from "../text/tokens.js";
import { openAnswer, openChoice } from "./asked.js";
import { DRAW, filterIcon, questionIcon, reason } from "./found.js";

const searchInput = byId("search");
const resultList = byId("search-results");
const LIMITS = { node: 5, engagement: 4, term: 3, question: 3 };
const MOST_RESULTS = 10;
const OPENED = { view: "map", selection: null, answer: null }; // where a new filter shows what it leaves

export let results = []; // what can be chosen, in the order of the list: { open, keeps: whether the list stays open }
let activeIndex = -1;
let refused = ""; // the text that was typed, if the list only says that the graph cannot answer it

// ---- The list -----------------------------------------------------------------------------------------------------

function createOption(swatch, name, why, note, open, keeps = false) {
  const option = el("div", { role: "option", id: `result-${results.length}`, "aria-selected": "false" }, swatch,
    el("span", {}, name, why ? el("span", { class: "soft why" }, " ", bdi(why)) : ""), el("span", { class: "soft" }, note));
  const result = { open, keeps };
  option.addEventListener("mousedown", (event) => {
    event.preventDefault();
    openResult(result);
  });
  results.push(result);
  return option;
}

function createGroup(kind, found, words) {
  const options = found.map((result) => {
    const { swatch, name, text, note, open } = DRAW[kind](result);
    return createOption(swatch, name, reason(result, text, words), note, open);
  });
  const heading = translate(`found_${kind}`);
  return el("div", { role: "group", "aria-label": heading }, el("span", { class: "heading", "aria-hidden": "true" }, heading),
    ...options);
}

const message = (text) => el("div", { role: "option", "aria-disabled": "true", class: "soft" }, text);

/** Return how many results of each kind to list: each kind its share, and what is left over goes to the first kinds. */
function shares(found) {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, Math.min(found[kind].length, LIMITS[kind])]));
  let left = MOST_RESULTS - Object.values(counts).reduce((sum, count) => sum + count, 0);
  for (const kind of KINDS) {
    const more = Math.max(0, Math.min(left, found[kind].length - counts[kind]));
    counts[kind] += more;
    left -= more;
  }
  return counts;
}

/** Create the entry that shows all engagements with the words, as a filter. */
function mentionsOption(text) {
  const count = matchText(text).size;
  if (!count) return "";
  const name = translate(count === 1 ? "showMention" : "showMentions", pluralise(count, "engagement"), text);
  return createOption(filterIcon(), name, "", "",
    () => reset({ text, ...OPENED, asOf: state.asOf }));
}

/** Create the entry that shows what the words say together: topics, an organisation, years; or the path between two. */
function combinedOption(text) {
  const combined = combinedFilter(text);
  if (!combined) return "";
  const { names, count, patch } = combined;
  const parts = names.map((name) => (typeof name === "string" ? name : name.node === undefined ? termLabel(name.group, name.index)
    : nodeName(name.node).text));
  const name = patch.path ? capitalise(translate("shortestPath")) + translate("colon") + parts.join(" – ")
    : translate("showCombined", pluralise(count, "engagement"), parts.join(" · "));
  const asked = questionBox() ? text : "";
  return createOption(filterIcon(), name, "", "", () => reset({ ...OPENED, asOf: state.asOf, asked, ...patch }));
}

const answerOption = (text, kind, answer) => createOption(kind === "catalogue" ? questionIcon() : filterIcon(),
  bdi(nameOf(kind, answer)), "", "", () => openAnswer(text, kind, answer));

/**
 * Create the entries of what the question box understood: its answer, the things that an ambiguous name may mean, or, if
 * nothing was understood and `isFound` is false, that the graph cannot say that, with the nearest answers.
 */
function understoodOptions(text, isFound) {
  const result = understand(text);
  if (!result) return [];
  const { kind, answer, nearest, not_understood: left } = result;
  const offers = () => nearest.map((offer) => answerOption(text, offer.kind, offer.answer));
  if (kind === "choose") {
    return [message(translate("mayMean", answer[0].text || text)), ...answer.map((each) => createOption(filterIcon(),
      bdi(labelOf(each.value)), "", "", () => openChoice(text, each)))];
  }
  if (kind === "refuse") {
    const why = result.reason === "no rows" ? "hasNoRows" : "cannotSay";
    refused = isFound ? "" : text;
    return isFound ? [] : [message(translate(why, left.join(translate("comma")))), ...offers()];
  }
  if (kind === "filter" && nameOfId(answer.show)) return []; // it is found by its name
  if (showing(kind, answer)) return [answerOption(text, kind, answer)];
  return [message(translate("notHere", nameOf(kind, answer), `pcgraph ask "${text}"`)), ...offers()];
}

/** Create the entry that looks for another text. */
const suggestionOption = (text) => createOption(questionIcon(), translate("didYouMean", text), "", "", () => {
  searchInput.value = text;
  showResults();
}, true);

function createResults(typed) {
  const { text, isCorrected, suggestions } = correctSpelling(typed);
  const found = search(isCorrected ? text : searchInput.value);
  const combined = combinedOption(text);
  const isWhole = KINDS.some((kind) => found[kind].some(({ missing }) => !missing));
  const read = combined ? understand(typed) : undefined, isCounted = read?.kind === "ranking" || read?.answer?.by;
  const understood = combined && !isCounted ? [] : understoodOptions(typed, isWhole);
  if (combined || understood.length) for (const kind of KINDS) found[kind] = found[kind].filter(({ missing }) => !missing);
  const counts = shares(found);
  const groups = KINDS.filter((kind) => counts[kind])
    .sort((a, b) => found[a][0].missing - found[b][0].missing || found[a][0].level - found[b][0].level
      || KINDS.indexOf(a) - KINDS.indexOf(b))
    .map((kind) => createGroup(kind, found[kind].slice(0, counts[kind]), queryWords(text)));
  const mentions = mentionsOption(text);
  const isAnswered = combined || understood.length > 0, isEmpty = !groups.length && !mentions && !isAnswered;
  return [isCorrected && !understood.length ? message(translate("foundInstead", typed, text)) : "",
    isEmpty ? message(translate("notFound", typed)) : !isWhole && !isAnswered ? message(translate("foundPartly", text)) : "",
    ...understood.length ? understood : [combined], ...groups, mentions,
    ...mentions || isAnswered ? [] : suggestions.map(suggestionOption)];
}

/** List what was found. Without a text, list the questions. */
function showResults() {
  const typed = searchInput.value.trim();
  results = [];
  refused = "";
  const questions = DATA.answers.map((_, index) => ({ kind: "question", index, level: 0 }));
  const content = typed ? createResults(typed) : questions.length ? [createGroup("question", questions, [])] : [];
  resultList.replaceChildren(...content.filter(Boolean));
  resultList.hidden = !resultList.children.length;
  searchInput.setAttribute("aria-expanded", String(!resultList.hidden));
  setActive(typed && results.length && !refused ? 0 : -1);
}

function closeSearch() {
  resultList.hidden = true;
  searchInput.setAttribute("aria-expanded", "false");
  searchInput.removeAttribute("aria-activedescendant");
  activeIndex = -1;
}

function openResult({ open, keeps }) {
  if (!keeps) {
    searchInput.value = "";
    closeSearch();
  }
  open();
}

// ---- Keyboard -----------------------------------------------------------------------------------------------------

function setActive(position) {
  activeIndex = position;
  const options = [...resultList.querySelectorAll('[role="option"]:not([aria-disabled])')];
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === position)));
  if (position >= 0) searchInput.setAttribute("aria-activedescendant", `result-${position}`);
  else searchInput.removeAttribute("aria-activedescendant");
  options[position]?.scrollIntoView({ block: "nearest" });
}

searchInput.addEventListener("input", () => (searchInput.value.trim() ? showResults() : closeSearch()));
searchInput.addEventListener("click", () => { if (resultList.hidden) showResults(); });
searchInput.addEventListener("focus", () => { // while the reader begins to type
  setTimeout(prepareIndex);
  if (!questionBox()) loadBox().then((box) => { if (box && !resultList.hidden && searchInput.value.trim()) showResults(); });
});
searchInput.addEventListener("blur", closeSearch);
searchInput.addEventListener("keydown", (event) => {
  const isOpen = !resultList.hidden;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const next = event.key === "ArrowDown" ? activeIndex + 1 : Math.max(activeIndex, 0) - 1;
    if (!isOpen) showResults();
    else if (results.length) setActive((next + results.length) % results.length);
  } else if (event.key === "Enter" && isOpen && (results.length || refused)) {
    event.preventDefault();
    const asked = refused, refusal = { open: () => change({ asked }), keeps: false }; // the bar offers the nearest answers
    openResult(activeIndex < 0 && asked ? refusal : results[Math.max(activeIndex, 0)]);
  } else if (event.key === "Escape" && (searchInput.value || isOpen)) {
    event.stopPropagation();
    event.preventDefault();
    searchInput.value = "";
    closeSearch();
  }
});
