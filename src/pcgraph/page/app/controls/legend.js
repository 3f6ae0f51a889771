// The legend, which is also the filter. Every entry is a button with the number of ties (or engagements) that choosing it
// would leave.

import { DATA, ENGAGEMENTS, GROUPS, PROVED, SIZE, TERMS } from "../model/data.js";
import { facetCounts, isProvedOnly, isRestricted } from "../model/filter.js";
import { HIDDEN_KINDS, isPerson, isUnnamed } from "../model/parties.js";
import { MEASURES, change, onChange, reset, state } from "../model/state.js";
import { termsOf } from "../model/terms.js";
import { termNames } from "../model/text_index.js";
import { measureName } from "../panel/parts.js";
import { bdi, button, byId, bySelector, el } from "../text/elements.js";
import { lineSwatch, nodeSwatch, typeSwatch } from "../text/shapes.js";
import { capitalise, formatNumber, termLabel, termMeaning, translate } from "../text/text.js";
import { normalise } from "../text/tokens.js";

const GROUP_LIMIT = 7; // entries of a group before it is expanded
const HAS_ORDER = new Set(["set", "promise", "mark", "tier"]); // groups whose terms have an order of their own
const legendControls = [];
const legendSwatches = {
  type: (index) => typeSwatch(index),
  set: (index) => lineSwatch({ set: index }),
  country: (index) => nodeSwatch({ country: index }),
  kind: (index) => nodeSwatch({ kind: index }),
};

/** Return how many engagements have each term that occurs on any day, by group. The legend lists only these. */
const occurringTerms = () => {
  const seen = /** @type {Record<string, Map<number, number>>} */ (Object.fromEntries(GROUPS.map((group) => [group, new Map()])));
  const add = (group, term, times) => seen[group].set(term, (seen[group].get(term) || 0) + times);
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    for (const group of GROUPS) for (const term of termsOf(group, engagement)) add(group, term, 1);
    ENGAGEMENTS.status[engagement].forEach((status, position) => {
      if (position % 3 === 0 && status !== null && status >= 0) add("set", TERMS.status[status].set, 0);
    });
  }
  return seen;
};

/** Return the terms of a group with their depth, the most frequent first. Sectors follow their broader sector. */
function orderTerms(group, counts) {
  const indices = TERMS[group].map((_, index) => index);
  if (HAS_ORDER.has(group)) return indices.map((index) => [index, 0]);
  indices.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || a - b);
  if (group !== "sector") return indices.map((index) => [index, 0]);
  const narrower = (broader, depth) => indices.filter((index) => (TERMS.sector[index].broader ?? -1) === broader)
    .flatMap((index) => [[index, depth], ...narrower(index, depth + 1)]);
  return narrower(-1, 0);
}

function toggleFilter(group, index) {
  const selected = new Set(state.chosen[group]);
  if (!selected.delete(index)) selected.add(index);
  change({ chosen: { ...state.chosen, [group]: selected } }, { refit: true });
}

function legendItem(group, index, depth) {
  const count = el("span", { class: "count" });
  const mark = legendSwatches[group] ? legendSwatches[group](index) : "";
  const control = button({ class: `item deep-${Math.min(depth, 3)}`, "aria-pressed": "false", "data-key": `${group} ${index}`,
    title: termMeaning(group, index) || null }, () => toggleFilter(group, index),
    mark, el("span", { class: "label" }, bdi(capitalise(termLabel(group, index)))), count);
  legendControls.push({ group, index, control, count });
  return el("li", {}, control);
}

function legendGroup(group, seen) {
  const isListed = (index) => group !== "kind" || state.unnamed || !HIDDEN_KINDS.has(TERMS.kind[index].id);
  const items = orderTerms(group, seen[group]).filter(([index]) => seen[group].has(index) && isListed(index));
  if (!items.length) return "";
  const rows = items.map(([index, depth]) => legendItem(group, index, depth));
  const isLong = rows.length > GROUP_LIMIT + 2;
  if (items.slice(GROUP_LIMIT).some(([index]) => state.chosen[group].has(index))) expandedGroups.add(group);
  const search = isLong ? el("input", { type: "search", class: "within", autocomplete: "off", spellcheck: "false",
    "data-key": `within ${group}`, "aria-label": translate("findWithin", translate(`group_${group}`)),
    placeholder: translate("findHintWithin", formatNumber(rows.length)) }) : null;
  const names = isLong ? items.map(([index]) => termNames(group, index).map(normalise)) : [];
  const more = isLong ? button({ class: "link more" }, () => {
    expandedGroups.add(group);
    showRows();
    rows[GROUP_LIMIT].firstChild.focus();
  }, translate("more_n", rows.length - GROUP_LIMIT)) : "";
  const none = el("p", { class: "hint", role: "status", hidden: true });
  /** Show the rows with the text that is typed, or else the first ones. */
  function showRows() {
    const text = search ? normalise(search.value.trim()) : "", isWhole = !isLong || expandedGroups.has(group);
    rows.forEach((row, place) => {
      row.hidden = text ? !names[place].some((name) => name.includes(text)) : !isWhole && place >= GROUP_LIMIT;
    });
    if (more) more.hidden = isWhole || text !== "";
    none.hidden = !rows.every((row) => row.hidden);
    none.textContent = none.hidden ? "" : translate("notFound", search?.value);
  }
  search?.addEventListener("input", showRows);
  showRows();
  return el("section", { class: "group" }, el("h3", { id: `group-${group}` }, translate(`group_${group}`)), search,
    el("ul", { "aria-labelledby": `group-${group}` }, ...rows), none, more);
}
const expandedGroups = new Set();

function dropdown(key, options, chosen, onSelect, note) {
  const control = el("select", {},
    ...options.map(([value, text]) => el("option", { value, selected: String(value) === String(chosen) }, text)));
  control.addEventListener("change", () => onSelect(control.value));
  control.dataset.key = key;
  return el("label", { class: "option", title: note || null }, el("span", {}, translate(key)), control);
}

/** The switches: whether each is on, and the change that turns it on or off. @type {Record<string, [any, any]>} */
const SWITCHES = {
  proved: [isProvedOnly,
    (isOn) => ({ chosen: { ...state.chosen, mark: new Set(isOn ? [PROVED] : []) } })],
  voiced: [() => state.voices > 1, (isOn) => ({ voices: isOn ? 2 : 1 })],
  people: [() => state.people, (people) => ({ people })],
  unnamed: [() => state.unnamed, (unnamed) => ({ unnamed })],
};

function checkbox(name) {
  const input = el("input", { type: "checkbox", id: `switch-${name}` });
  input.addEventListener("change", () => change(SWITCHES[name][1](input.checked), { refit: true }));
  return el("label", { class: "switch" }, input, el("span", { class: "label" }, translate(`switch_${name}`)));
}

function buildLegend() {
  const seen = occurringTerms();
  const focused = document.activeElement && document.activeElement.closest("#legend") ? document.activeElement : null;
  const focusedKey = focused && (focused.id || focused.dataset.key);
  legendControls.length = 0;
  const measure = DATA.measures.find(({ name }) => name === state.measure);
  legendElement.replaceChildren(
    el("p", { class: "hint" }, el("span", {}, translate("hint")), button({ class: "link", id: "clear" }, () => {
      reset();
      bySelector("#legend .item, #legend-fold summary").focus(); // the button is hidden now
    }, translate("showAll"))),
    el("section", { class: "group" }, el("h3", {}, translate("group_evidence")), checkbox("proved"), checkbox("voiced")),
    ...["set", "promise", "type", "form", "country", "sector", "place", "mark", "kind", "tier"]
      .map((group) => legendGroup(group, seen)),
    el("section", { class: "group" }, el("h3", {}, translate("group_picture")),
      MEASURES.length ? dropdown("sizeBy", DATA.measures.map(({ name }) => [name, capitalise(measureName(name))]), state.measure,
        (name) => change({ measure: name }), measure && measure.meaning) : "",
      isPerson.includes(1) ? checkbox("people") : "", isUnnamed.includes(1) ? checkbox("unnamed") : ""));
  refreshLegend();
  if (focusedKey) [...legendElement.querySelectorAll("[id], [data-key]")].find((control) =>
    (control.id || control.dataset.key) === focusedKey)?.focus();
}

function refreshLegend() {
  for (const { group, index, control, count } of legendControls) {
    const remaining = facetCounts[group][index];
    count.textContent = formatNumber(remaining);
    const chosen = state.chosen[group];
    control.setAttribute("aria-pressed", String(chosen.has(index)));
    control.classList.toggle("none", !remaining);
    control.classList.toggle("off", chosen.size > 0 && !chosen.has(index));
  }
  for (const [name, [isOn]] of Object.entries(SWITCHES)) {
    const control = document.getElementById(`switch-${name}`);
    if (control) control.checked = isOn();
  }
  const control = legendElement.querySelector("select");
  if (control) control.value = state.measure;
  byId("clear").hidden = !isRestricted();
}

const legendElement = byId("legend");
onChange((changed) => {
  if (["language", "unnamed"].some((name) => changed.has(name))) buildLegend();
  else if (changed.has("shown")) refreshLegend();
});
