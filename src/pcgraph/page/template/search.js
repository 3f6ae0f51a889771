"use strict";
// Search over every name of organisations and engagements, in any script.

const searchBox = document.getElementById("search");
const foundBox = document.getElementById("found");
const MOST_FOUND = 9;

/** All normalised names, built at the first search because 100,000 of them take a moment. */
const searchNames = (() => {
  let all = null;
  return () => {
    if (all) return all;
    all = [];
    const add = (kind, table, at, more) => {
      const names = new Set([table.label[at], ...Object.values(table.labels[at] || {}), ...more].filter(Boolean));
      for (const text of names) all.push({ kind, at, text, folded: fold(text) });
    };
    N.iri.forEach((_, at) => add("node", N, at, [N.short[at], ...(N.aliases[at] || [])]));
    E.iri.forEach((_, at) => add("engagement", E, at, []));
    return all;
  };
})();

/** The best hits: names that start with the text, then names with a word that does, then the rest; most ties first. */
function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const best = new Map();
  for (const one of searchNames()) {
    const at = one.folded.indexOf(wanted);
    if (at < 0) continue;
    const rank = (at === 0 ? 0 : one.folded.includes(` ${wanted}`) ? 1 : 2) + (one.kind === "node" ? 0 : 3);
    const key = `${one.kind} ${one.at}`;
    if (!best.has(key) || rank < best.get(key).rank) best.set(key, { ...one, rank });
  }
  const ties = ({ kind, at }) => (kind === "node" ? tiesOf(at) : tiesBy(at)).length;
  const hits = [...best.values()].sort((a, b) => a.rank - b.rank || ties(b) - ties(a) || a.at - b.at);
  // Engagements come last, but some of them must remain visible.
  const nodes = hits.filter(({ kind }) => kind === "node");
  const rest = hits.filter(({ kind }) => kind !== "node");
  const few = Math.max(MOST_FOUND - rest.length, MOST_FOUND - 3);
  return [...nodes.slice(0, few), ...rest].slice(0, MOST_FOUND);
}

let hits = [];
let active = -1;

function closeSearch() {
  foundBox.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
  active = -1;
}

/** Select a hit; filters that hide it are reset. */
function take({ kind, at }) {
  searchBox.value = "";
  closeSearch();
  reveal(kind, at);
  pick(kind, at, { focus: true });
}

function reveal(kind, at) {
  const there = () => (kind === "node" ? shown.nodes : shown.engagements)[at];
  if (there()) return;
  const community = kind === "node" ? N.community[at] : -1;
  if (kind === "node" && passing.nodes[at] && state.folded.has(community)) {
    const folded = new Set(state.folded);
    folded.delete(community);
    change({ folded });
    return;
  }
  if (kind === "engagement" && state.view === "partners") return; // the panel shows it; the map need not change
  reset();
  if (kind !== "node") return;
  if (!there() && unnamedNode[at]) change({ unnamed: true });
  if (!there() && !passing.nodes[at]) change({ isolates: true }, { refit: true });
  if (!there()) change({ near: { node: at, hops: 1 } }, { refit: true });
}

function showFound() {
  hits = find(searchBox.value);
  foundBox.replaceChildren(...hits.map((hit, place) => {
    const { kind, at, text } = hit;
    const name = kind === "node" ? nameOf(at) : titleOf(at);
    const option = el("li", { role: "option", id: `found-${place}`, "aria-selected": "false" },
      kind === "node" ? nodeSwatch({ kind: N.kind[at], country: N.country[at] }) : typeSwatch(E.type[at]),
      el("span", {}, bdi(name.text, name.lang), text === name.text ? "" : el("span", { class: "soft" }, " ", bdi(text))),
      el("span", { class: "soft" }, kind === "node" ? word("country", N.country[at]) : word("type", E.type[at])));
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(hit);
    });
    return option;
  }));
  const asked = searchBox.value.trim() !== "";
  if (asked && !hits.length) foundBox.append(el("li", { role: "option", "aria-disabled": "true", class: "soft" }, say("notFound")));
  foundBox.hidden = !asked;
  searchBox.setAttribute("aria-expanded", String(asked));
  activate(hits.length ? 0 : -1);
}

function activate(place) {
  active = place;
  [...foundBox.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  if (place >= 0) searchBox.setAttribute("aria-activedescendant", `found-${place}`);
  else searchBox.removeAttribute("aria-activedescendant");
}

searchBox.addEventListener("input", showFound);
searchBox.addEventListener("blur", closeSearch);
searchBox.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (hits.length && !foundBox.hidden) activate((active + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
  } else if (event.key === "Enter" && !foundBox.hidden && hits.length) {
    event.preventDefault();
    take(hits[Math.max(active, 0)]);
  } else if (event.key === "Escape" && searchBox.value) {
    event.stopPropagation();
    event.preventDefault();
    searchBox.value = "";
    closeSearch();
  }
});
