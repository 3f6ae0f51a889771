// The search field: organisations, deals, topics and questions, in any script, and a filter by the words themselves.

import { DATA, ENGAGEMENTS, NODES, SOURCES } from "../model/data.js";
import { KINDS, isByName, matchText, search } from "../model/find.js";
import { change, select, state } from "../model/state.js";
import { engagementsWith } from "../model/terms.js";
import { correctSpelling, prepareIndex, rowNames, termNames } from "../model/text_index.js";
import { questionTitle } from "../panel/answer.js";
import { bdi, byId, el, nameElement, svg } from "../text/elements.js";
import { lineSwatch, nodeSwatch, typeSwatch } from "../text/shapes.js";
import { capitalise, engagementTitle, formatNumber, nodeName, pluralise, termLabel, translate } from "../text/text.js";
import { queryWords, tokenise } from "../text/tokens.js";

const searchInput = byId("search");
const resultList = byId("search-results");
const LIMITS = { node: 5, engagement: 4, term: 3, question: 3 };
const MOST_RESULTS = 10;
const SNIPPET = 70; // characters

export let results = []; // what can be chosen: { open, … } in the order of the list
let activeIndex = -1;

// ---- What each result shows -----------------------------------------------------------------------------------------

const icon = (path) => svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
  svg("path", { d: path, class: "sign tone-ink" }));
const QUESTION_ICON = "M-.55,-.45A.55,.55 0 1 1 .1,.1Q0,.15 0,.5M0,.85V.9";
const FILTER_ICON = "M-.9,-.75H.9L.25,.1V.85L-.25,.6V.1Z";

function termSwatch(group, index) {
  if (group === "type") return typeSwatch(index);
  if (group === "set") return lineSwatch({ set: index });
  return group === "country" || group === "kind" ? nodeSwatch({ [group]: index }) : icon(FILTER_ICON);
}

/** Return the part of a text around the first of the words. */
function snippet(text, words) {
  const place = Math.max(0, Math.min(...words.map((word) => text.toLowerCase().indexOf(word)).filter((found) => found >= 0), text.length));
  const start = place < SNIPPET * 0.6 ? 0 : text.lastIndexOf(" ", place - SNIPPET * 0.3) + 1;
  const end = start + SNIPPET >= text.length ? text.length : text.lastIndexOf(" ", start + SNIPPET);
  return `${start ? "… " : ""}${text.slice(start, Math.max(end, start + SNIPPET / 2))}${end < text.length ? " …" : ""}`;
}

/** Return the one of some names that contains the words best, or "" if the shown name does. */
function matchingName(names, shown, words) {
  const contained = (name) => words.filter((word) => tokenise(name).some((other) => other.startsWith(word))).length;
  const best = names.reduce((found, name) => (contained(name) > contained(found) ? name : found), shown);
  return best === shown ? "" : best;
}

/** Return why something was found, if its name does not show it, or "". */
function reason(result, shown, words) {
  const { document: { kind, index, group, text, place }, field } = result.hit;
  if (result.kind === "question") return DATA.answers[result.index].question;
  if (isByName(result)) {
    const names = result.kind === "term" ? termNames(result.group, result.index)
      : rowNames(result.kind === "node" ? NODES : ENGAGEMENTS, result.index);
    return matchingName(names, shown, words);
  }
  if (kind === "node" && result.kind !== "node") return translate("foundBy", translate("foundBy_party"), nodeName(index).text);
  if (kind === "term") return translate("foundBy", translate(`topic_${group}`), termLabel(group, index));
  if (kind === "source") {
    return translate("foundBy", translate("foundBy_source"), [SOURCES.publisher[index], SOURCES.title[index]].filter(Boolean).join(" · "));
  }
  return field === "place" ? translate("foundBy", translate("place"), place.replaceAll("\n", translate("comma"))) : snippet(text.trim(), words);
}

const DRAW = {
  node: ({ index }) => ({ swatch: nodeSwatch({ kind: NODES.kind[index], country: NODES.country[index] }), name: nameElement(index),
    text: nodeName(index).text, note: termLabel("country", NODES.country[index]), open: () => select("node", index, { focus: true }) }),
  engagement: ({ index }) => {
    const { text, lang } = engagementTitle(index);
    return { swatch: typeSwatch(ENGAGEMENTS.type[index]), name: bdi(text, lang), text,
      note: termLabel("type", ENGAGEMENTS.type[index]), open: () => select("engagement", index, { focus: true }) };
  },
  term: ({ group, index }) => ({ swatch: termSwatch(group, index), name: bdi(capitalise(termLabel(group, index))), text: termLabel(group, index),
    note: `${translate(`topic_${group}`)} · ${formatNumber(engagementsWith(group, index).length)}`,
    open: () => change({ chosen: { ...state.chosen, [group]: new Set([index]) } }, { refit: true, history: true }) }),
  question: ({ index }) => ({ swatch: icon(QUESTION_ICON), name: bdi(questionTitle(index)), text: questionTitle(index),
    note: pluralise(DATA.answers[index].count, "row"),
    open: () => change({ answer: index, selection: null }, { history: true, focus: true }) }),
};

function createOption(swatch, name, why, note, open) {
  const option = el("li", { role: "option", id: `result-${results.length}`, "aria-selected": "false" }, swatch,
    el("span", {}, name, why ? el("span", { class: "soft why" }, " ", bdi(why)) : ""), el("span", { class: "soft" }, note));
  option.addEventListener("mousedown", (event) => {
    event.preventDefault();
    openResult({ open });
  });
  results.push({ open });
  return option;
}

const message = (...content) => el("li", { role: "option", "aria-disabled": "true", class: "soft" }, ...content);

// ---- The list -----------------------------------------------------------------------------------------------------

function closeSearch() {
  resultList.hidden = true;
  searchInput.setAttribute("aria-expanded", "false");
  searchInput.removeAttribute("aria-activedescendant");
  activeIndex = -1;
}

function openResult({ open, keeps = false }) {
  if (!keeps) {
    searchInput.value = "";
    closeSearch();
  }
  open();
}

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

function createGroup(kind, found, words) {
  const options = found.map((result) => {
    const { swatch, name, text, note, open } = DRAW[kind](result);
    return createOption(swatch, name, result.hit ? reason(result, text, words) : "", note, open);
  });
  const heading = translate(`found_${kind}`);
  return el("li", { role: "group", "aria-label": heading }, el("span", { class: "heading", "aria-hidden": "true" }, heading),
    el("ul", { role: "none" }, ...options));
}

/** List what was found. Without a text, list the questions. */
function showResults() {
  const typed = searchInput.value.trim();
  const { text, isCorrected, suggestion } = correctSpelling(typed);
  const found = typed ? search(isCorrected ? text : searchInput.value)
    : { node: [], engagement: [], term: [], question: DATA.answers.map((_, index) => ({ kind: "question", index, level: 0 })) };
  const words = queryWords(text);
  const mentions = typed ? matchText(text).size : 0;
  const counts = typed ? shares(found) : { question: DATA.answers.length };
  results = [];
  const groups = KINDS.filter((kind) => counts[kind])
    .sort((a, b) => found[a][0].level - found[b][0].level || KINDS.indexOf(a) - KINDS.indexOf(b))
    .map((kind) => createGroup(kind, found[kind].slice(0, counts[kind]), words));
  if (mentions) {
    groups.push(createOption(icon(FILTER_ICON), translate(mentions === 1 ? "showMention" : "showMentions", pluralise(mentions, "engagement"), text), "", "",
      () => change({ text, view: "map", selection: null, answer: null }, { refit: true, history: true })));
  }
  if (isCorrected) groups.unshift(message(translate("foundInstead", typed, text)));
  else if (typed && !results.length) groups.push(message(translate("notFound", typed)));
  resultList.replaceChildren(...groups);
  if (suggestion && !mentions) offer(suggestion);
  resultList.hidden = !resultList.children.length;
  searchInput.setAttribute("aria-expanded", String(!resultList.hidden));
  setActive(typed && results.length ? 0 : -1);
}

/** Offer to look for another text. */
function offer(text) {
  const open = () => {
    searchInput.value = text;
    showResults();
  };
  resultList.append(createOption(icon(QUESTION_ICON), translate("didYouMean", text), "", "", open));
  Object.assign(results.at(-1), { keeps: true });
}

const options = () => [...resultList.querySelectorAll('[role="option"]:not([aria-disabled])')];

function setActive(position) {
  activeIndex = position;
  options().forEach((option, index) => option.setAttribute("aria-selected", String(index === position)));
  if (position >= 0) searchInput.setAttribute("aria-activedescendant", `result-${position}`);
  else searchInput.removeAttribute("aria-activedescendant");
  options()[position]?.scrollIntoView({ block: "nearest" });
}

searchInput.addEventListener("input", () => (searchInput.value.trim() ? showResults() : closeSearch()));
searchInput.addEventListener("click", () => { if (resultList.hidden) showResults(); });
searchInput.addEventListener("focus", () => setTimeout(prepareIndex)); // while the reader begins to type
searchInput.addEventListener("blur", closeSearch);
searchInput.addEventListener("keydown", (event) => {
  const isOpen = !resultList.hidden;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!isOpen) showResults();
    else if (results.length) setActive((Math.max(activeIndex, event.key === "ArrowUp" ? 0 : -1) + (event.key === "ArrowDown" ? 1 : -1)
      + results.length) % results.length);
  } else if (event.key === "Enter" && isOpen && results.length) {
    event.preventDefault();
    openResult(results[Math.max(activeIndex, 0)]);
  } else if (event.key === "Escape" && (searchInput.value || isOpen)) {
    event.stopPropagation();
    event.preventDefault();
    searchInput.value = "";
    closeSearch();
  }
});
