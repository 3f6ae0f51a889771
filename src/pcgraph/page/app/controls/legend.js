// The legend, which is also the filter. Every entry is a button with the number of ties (or engagements) that choosing it
// would leave.

import { DATA, ENGAGEMENTS, GROUPS, PROVED, SIZE, TERMS } from "../model/data.js";
import { facetCounts, isProvedOnly, isRestricted } from "../model/filter.js";
import { HIDDEN_KINDS, isPerson, isUnnamed } from "../model/parties.js";
import { MEASURES, change, onChange, reset, state } from "../model/state.js";
import { termsOf } from "../model/terms.js";
import { measureName } from "../panel/parts.js";
import { bdi, button, byId, bySelector, el } from "../text/elements.js";
import { lineSwatch, nodeSwatch, typeSwatch } from "../text/shapes.js";
import { capitalise, formatNumber, termLabel, termMeaning, translate } from "../text/text.js";

const GROUP_LIMIT = 7; // entries of a group before it is expanded
const legendControls = [];
const legendSwatches = {
  type: (index) => typeSwatch(index),
  set: (index) => lineSwatch({ set: index }),
  country: (index) => nodeSwatch({ country: index }),
  kind: (index) => nodeSwatch({ kind: index }),
};

/** Return the terms of each group that occur on any day. The legend lists only these. */
const occurringTerms = () => {
  const seen = Object.fromEntries(GROUPS.map((group) => [group, new Set()]));
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    for (const group of GROUPS) for (const term of termsOf(group, engagement)) seen[group].add(term);
    ENGAGEMENTS.status[engagement].forEach((status, position) => {
      if (position % 3 === 0 && status !== null && status >= 0) seen.set.add(TERMS.status[status].set);
    });
  }
  return seen;
};

/** Return the terms of a group with their depth. Sectors follow their broader sector; other groups keep their order. */
function orderTerms(group) {
  const indices = TERMS[group].map((_, index) => index);
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
  const items = orderTerms(group).filter(([index]) => seen[group].has(index) && isListed(index));
  if (!items.length) return "";
  const rows = items.map(([index, depth]) => legendItem(group, index, depth));
  const limit = rows.length > GROUP_LIMIT + 2 ? GROUP_LIMIT : rows.length;
  const hidden = limit < rows.length && !expandedGroups.has(group)
    && !items.slice(limit).some(([index]) => state.chosen[group].has(index));
  rows.slice(limit).forEach((row) => { row.hidden = hidden; });
  const more = hidden ? button({ class: "link more" }, () => {
    expandedGroups.add(group);
    rows.slice(limit).forEach((row) => { row.hidden = false; });
    rows[limit].firstChild.focus();
    more.remove();
  }, translate("more_n", rows.length - limit)) : "";
  return el("section", { class: "group" }, el("h3", { id: `group-${group}` }, translate(`group_${group}`)),
    el("ul", { "aria-labelledby": `group-${group}` }, ...rows), more);
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
