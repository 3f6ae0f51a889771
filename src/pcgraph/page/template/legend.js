"use strict";
// The legend, which is also the filter: every entry is a button with the number of ties (or engagements) it would leave.

const FEW = 7;  // entries of a group that are shown at first
const legendRows = [];
const legendMarks = {
  relation: (at) => lineSwatch({ relation: at }),
  type: (at) => typeSwatch(at),
  set: (at) => lineSwatch({ set: at }),
  country: (at) => nodeSwatch({ country: at }),
  kind: (at) => nodeSwatch({ kind: at }),
};

/** The entries of each group that occur in a view on any day; the legend omits the others. */
function occurring(view) {
  const seen = Object.fromEntries(GROUPS.map((group) => [group, new Set()]));
  const ends = (node) => {
    if (node < 0) return;
    seen.country.add(N.country[node]);
    seen.kind.add(N.kind[node]);
  };
  const matter = (at) => {
    E.status[at].forEach((status, place) => { if (place % 3 === 0 && status >= 0) seen.set.add(W.status[status].set); });
    if (!E.status[at].length) seen.set.add(NO_SET);
    for (const sector of SECTORS[at]) seen.sector.add(sector);
  };
  if (view === "partners") {
    const matters = new Set();
    for (let tie = 0; tie < SIZE.ties; tie += 1) {
      seen.relation.add(T.relation[tie]);
      seen.tier.add(tieTier[tie]);
      matters.add(T.engagement[tie]);
      ends(T.from[tie]);
      ends(T.to[tie]);
    }
    for (const at of matters) if (at >= 0) matter(at);
  } else {
    for (let at = 0; at < SIZE.engagements; at += 1) {
      seen.type.add(E.type[at]);
      seen.tier.add(E.tier[at]);
      matter(at);
      for (const [, node] of E.parties[at]) ends(node);
    }
  }
  return seen;
}

/** Sectors are listed under their broader sector; other groups keep their order. */
function ordered(group) {
  const places = W[group].map((_, at) => at);
  if (group !== "sector") return places.map((at) => [at, 0]);
  const below = (broader, deep) => places.filter((at) => (W.sector[at].broader ?? -1) === broader)
    .flatMap((at) => [[at, deep], ...(deep < 3 ? below(at, deep + 1) : [])]);
  return below(-1, 0);
}

function choose(group, at) {
  const places = new Set(state.chosen[group]);
  if (!places.delete(at)) places.add(at);
  change({ chosen: { ...state.chosen, [group]: places } }, { refit: true });
}

function legendItem(group, at, deep) {
  const count = el("span", { class: "count" });
  const mark = legendMarks[group] ? legendMarks[group](at) : "";
  const made = button({ class: `item deep-${deep}`, "aria-pressed": "false", "data-key": `${group} ${at}`, title: meaning(group, at) || null }, () => choose(group, at),
    mark, el("span", { class: "label" }, bdi(capital(word(group, at)))), count);
  legendRows.push({ group, at, made, count });
  return el("li", {}, made);
}

function legendGroup(group, seen) {
  const items = ordered(group).filter(([at]) => seen[group].has(at) && (group !== "kind" || state.unnamed || !HIDDEN_KINDS.has(W.kind[at].id)));
  if (!items.length) return "";
  const made = items.map(([at, deep]) => legendItem(group, at, deep));
  const few = made.length > FEW + 2 ? FEW : made.length;
  const hidden = few < made.length && !items.slice(few).some(([at]) => state.chosen[group].has(at)) && !unfolded.has(group);
  made.slice(few).forEach((row) => { row.hidden = hidden; });
  const more = hidden ? button({ class: "link more" }, () => {
    unfolded.add(group);
    made.slice(few).forEach((row) => { row.hidden = false; });
    made[few].firstChild.focus();
    more.remove();
  }, say("more_n", made.length - few)) : "";
  return el("section", { class: "group" }, el("h3", { id: `group-${group}` }, say(`group_${group}`)),
    el("ul", { "aria-labelledby": `group-${group}` }, ...made), more);
}
const unfolded = new Set();

function choice(key, options, chosen, act, note) {
  const made = el("select", {}, ...options.map(([value, text]) => el("option", { value, selected: String(value) === String(chosen) }, text)));
  made.addEventListener("change", () => act(made.value));
  made.dataset.key = key;
  return el("label", { class: "option", title: note || null }, el("span", {}, say(key)), made);
}

function toggle(name) {
  const box = el("input", { type: "checkbox", id: `switch-${name}` });
  box.checked = state[name];
  box.addEventListener("change", () => change({ [name]: box.checked }, { refit: true }));
  const count = el("span", { class: "count" });
  if (name === "disputed") legendRows.push({ group: name, made: box, count });
  return el("label", { class: "switch" }, box, el("span", { class: "label" }, say(`switch_${name}`)), count);
}

function levels() {
  const possible = ["all", ...(COMMUNITIES > 1 ? ["communities"] : []), ...(SIZE.nodes > TOP ? ["top"] : [])];
  return possible.length < 2 ? "" : choice("show", possible.map((level) => [level, say(`level_${level}`)]), state.level,
    (level) => change({ level, ...(level === "communities" ? {} : { folded: new Set() }) }, { refit: true }));
}

function buildLegend() {
  const seen = occurring(state.view);
  const focused = document.activeElement && document.activeElement.closest("#legend") ? document.activeElement : null;
  const name = focused && (focused.id || focused.dataset.key);
  legendRows.length = 0;
  const mostVoices = Math.max(1, ...new Set(state.view === "partners" ? T.voices : E.voices));
  const voices = Array.from({ length: Math.min(mostVoices, 9) }, (_, at) => [at + 1, at ? say("atLeast", at + 1) : say("any")]);
  const partners = state.view === "partners";
  const measure = DATA.measures.find(({ name }) => name === state.measure);
  legendBox.replaceChildren(
    el("p", { class: "hint" }, el("span", {}, say("hint")), button({ class: "link", id: "clear" }, () => {
      reset();
      document.querySelector("#legend .item, #legend-fold summary").focus(); // the button itself is gone now
    }, say("showAll"))),
    legendGroup(partners ? "relation" : "type", seen), legendGroup("set", seen), legendGroup("country", seen),
    legendGroup("kind", seen), legendGroup("sector", seen), legendGroup("tier", seen),
    el("section", { class: "group" }, el("h3", {}, say("group_evidence")),
      mostVoices > 1 ? choice("voices", voices, state.voices, (value) => change({ voices: Number(value) }, { refit: true })) : "",
      E.disputes.some((all) => all.length) ? toggle("disputed") : ""),
    el("section", { class: "group" }, el("h3", {}, say("group_picture")), levels(),
      MEASURES.length ? choice("sizeBy", DATA.measures.map(({ name }) => [name, capital(measureName(name))]), state.measure,
        (name) => change({ measure: name }), measure && measure.meaning) : "",
      toggle("isolates"), unnamedNode.includes(1) ? toggle("unnamed") : ""));
  refreshLegend();
  if (name) [...legendBox.querySelectorAll("[id], [data-key]")].find((one) => (one.id || one.dataset.key) === name)?.focus();
}

/** Whether anything restricts the view: filters, switches, times, neighbourhoods. */
const narrowed = () => GROUPS.some((group) => state.chosen[group].size) || state.voices > 1 || state.disputed || state.near
  || state.path || state.asOf !== null || state.years || state.isolates || state.unnamed || state.level !== DATA.opening
  || (state.level !== "communities" && state.folded.size > 0);

function refreshLegend() {
  for (const { group, at, made, count } of legendRows) {
    const left = group === "disputed" ? facets("disputed") : facets(group)[at];
    count.textContent = number(left);
    if (group === "disputed") {
      made.checked = state.disputed;
      continue;
    }
    const chosen = state.chosen[group];
    made.setAttribute("aria-pressed", String(chosen.has(at)));
    made.classList.toggle("none", !left);
    made.classList.toggle("off", chosen.size > 0 && !chosen.has(at));
  }
  for (const name of ["isolates", "unnamed"]) {
    const box = document.getElementById(`switch-${name}`);
    if (box) box.checked = state[name];
  }
  for (const [key, value] of [["voices", state.voices], ["sizeBy", state.measure], ["show", state.level]]) {
    const box = legendBox.querySelector(`select[data-key="${key}"]`);
    if (box) box.value = value;
  }
  document.getElementById("clear").hidden = !narrowed();
}

const legendBox = document.getElementById("legend");
onChange((changed) => {
  if (["view", "language", "unnamed"].some((name) => changed.has(name))) buildLegend();
  else if (changed.has("shown")) refreshLegend();
});
