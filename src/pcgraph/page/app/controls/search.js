// Search over all names of organisations and engagements, in any script.

import { ENGAGEMENTS, NODES } from "../model/data.js";
import { engagementsOf } from "../model/parties.js";
import { select } from "../model/state.js";
import { bdi, el } from "../text/elements.js";
import { nodeSwatch, typeSwatch } from "../text/shapes.js";
import { engagementTitle, nodeName, normalise, termLabel, translate } from "../text/text.js";

const searchInput = document.getElementById("search");
const resultList = document.getElementById("search-results");
const MAX_RESULTS = 9;

/** Return all names with their normalised forms. They are built at the first search, because 100,000 take a moment. */
const allNames = (() => {
  let entries = null;
  return () => {
    if (entries) return entries;
    entries = [];
    const add = (kind, table, index, otherNames) => {
      const names = new Set([table.label[index], ...Object.values(table.labels[index] || {}), ...otherNames].filter(Boolean));
      for (const text of names) entries.push({ kind, index, text, normalised: normalise(text) });
    };
    NODES.iri.forEach((_, index) => add("node", NODES, index, [NODES.short[index], ...(NODES.aliases[index] || [])]));
    ENGAGEMENTS.iri.forEach((_, index) => add("engagement", ENGAGEMENTS, index, []));
    return entries;
  };
})();

/** Return the best matches: names that start with the text, then names with such a word, then others; most ties first. */
function findMatches(text) {
  const query = normalise(text.trim());
  if (!query) return [];
  const bestByKey = new Map();
  for (const entry of allNames()) {
    const position = entry.normalised.indexOf(query);
    if (position < 0) continue;
    const rank = (position === 0 ? 0 : entry.normalised.includes(` ${query}`) ? 1 : 2) + (entry.kind === "node" ? 0 : 3);
    const key = `${entry.kind} ${entry.index}`;
    if (!bestByKey.has(key) || rank < bestByKey.get(key).rank) bestByKey.set(key, { ...entry, rank });
  }
  const ties = ({ kind, index }) => (kind === "node" ? engagementsOf(index).length : ENGAGEMENTS.voices[index]);
  const matches = [...bestByKey.values()].sort((a, b) => a.rank - b.rank || ties(b) - ties(a) || a.index - b.index);
  // Engagements come last, but at least three of them are listed if there are that many.
  const nodes = matches.filter(({ kind }) => kind === "node");
  const rest = matches.filter(({ kind }) => kind !== "node");
  const nodeLimit = Math.max(MAX_RESULTS - rest.length, MAX_RESULTS - 3);
  return [...nodes.slice(0, nodeLimit), ...rest].slice(0, MAX_RESULTS);
}

export let results = [];
let activeIndex = -1;

function closeSearch() {
  resultList.hidden = true;
  searchInput.setAttribute("aria-expanded", "false");
  searchInput.removeAttribute("aria-activedescendant");
  activeIndex = -1;
}

/** Select a search result and make sure that it is shown. */
function openResult({ kind, index }) {
  searchInput.value = "";
  closeSearch();
  select(kind, index, { focus: true });
}

function showResults() {
  results = findMatches(searchInput.value);
  resultList.replaceChildren(...results.map((result, position) => {
    const { kind, index, text } = result;
    const name = kind === "node" ? nodeName(index) : engagementTitle(index);
    const option = el("li", { role: "option", id: `result-${position}`, "aria-selected": "false" },
      kind === "node" ? nodeSwatch({ kind: NODES.kind[index], country: NODES.country[index] }) : typeSwatch(ENGAGEMENTS.type[index]),
      el("span", {}, bdi(name.text, name.lang), text === name.text ? "" : el("span", { class: "soft" }, " ", bdi(text))),
      el("span", { class: "soft" }, kind === "node" ? termLabel("country", NODES.country[index])
        : termLabel("type", ENGAGEMENTS.type[index])));
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      openResult(result);
    });
    return option;
  }));
  const hasQuery = searchInput.value.trim() !== "";
  if (hasQuery && !results.length)
    resultList.append(el("li", { role: "option", "aria-disabled": "true", class: "soft" }, translate("notFound")));
  resultList.hidden = !hasQuery;
  searchInput.setAttribute("aria-expanded", String(hasQuery));
  setActive(results.length ? 0 : -1);
}

function setActive(position) {
  activeIndex = position;
  [...resultList.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === position)));
  if (position >= 0) searchInput.setAttribute("aria-activedescendant", `result-${position}`);
  else searchInput.removeAttribute("aria-activedescendant");
}

searchInput.addEventListener("input", showResults);
searchInput.addEventListener("blur", closeSearch);
searchInput.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (results.length && !resultList.hidden)
      setActive((activeIndex + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length);
  } else if (event.key === "Enter" && !resultList.hidden && results.length) {
    event.preventDefault();
    openResult(results[Math.max(activeIndex, 0)]);
  } else if (event.key === "Escape" && searchInput.value) {
    event.stopPropagation();
    event.preventDefault();
    searchInput.value = "";
    closeSearch();
  }
});
