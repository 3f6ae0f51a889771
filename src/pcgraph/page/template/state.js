"use strict";
// The state of the page: everything that the reader has chosen. The address of the page holds a copy of it.

const GROUPS = ["relation", "type", "set", "sector", "country", "kind", "tier"];
const MEASURES = DATA.measures.map(({ name }) => name);
const MAX_HOPS = 3;

const defaultState = () => ({
  view: "partners", language: DATA.languages[0], measure: MEASURES[0] || "",
  chosen: Object.fromEntries(GROUPS.map((group) => [group, new Set()])),
  voices: 1, disputed: false, isolates: false, unnamed: false, asOf: null, years: null,
  selection: null, neighbourhood: null, path: null, collapsed: new Set(), level: DATA.opening, camera: null, sort: [0, true],
});
const state = defaultState();

// The fields that change what is shown.
const VIEW_FIELDS = new Set(["view", "measure", "chosen", "voices", "disputed", "isolates", "unnamed", "asOf", "years",
  "neighbourhood", "path", "collapsed", "level"]);
const listeners = [];

/** Register a listener, called with the set of changed fields and options. "shown" is in the set if `shown` changed. */
const onChange = (listener) => { listeners.push(listener); };

/**
 * Set fields of the state and update every part of the page.
 * With `refit`, the map is fitted into its frame again. With `history`, the back button restores the previous state.
 */
function change(patch, { refit = false, history: addToHistory = false, ...options } = {}) {
  if (patch.level && patch.level !== state.level && !patch.collapsed) {
    patch = { ...patch, collapsed: new Set(patch.level === "communities" ? collapsibleCommunities() : []) };
  }
  Object.assign(state, patch);
  const changed = new Set(Object.keys(patch));
  if ([...changed].some((name) => VIEW_FIELDS.has(name))) {
    shown = computeShown();
    changed.add("shown");
  }
  writeAddress(addToHistory);
  for (const listener of listeners) listener(changed, { refit, ...options });
}

/** Select a node, tie, engagement or community; null selects nothing. `focus` moves the focus into the panel. */
function select(kind, index, { focus = false, move = true } = {}) {
  change({ selection: kind ? { kind, index } : null }, { history: true, focus, move });
}

/** Reset the state to its defaults, except for the view, language, measure, sort order and selection. */
function reset() {
  const { view, language, measure, sort, selection } = state;
  change({ ...defaultState(), view, language, measure, sort, selection,
    collapsed: new Set(DATA.opening === "communities" ? collapsibleCommunities() : []) },
    { refit: true });
}

// ---- Address ------------------------------------------------------------------------------------------------------

const FLAGS = ["disputed", "isolates", "unnamed"];
// For each kind of selection: from an index to its identifier in the address, and back.
const ADDRESS_IDS = {
  node: [(index) => NODES.iri[index], findNode],
  engagement: [(index) => ENGAGEMENTS.iri[index], findEngagement],
  tie: [tieId, findTie],
  community: [(community) => NODES.iri[hubOf(community)], (name) => findCommunity(name)],
};

function writeAddress(addToHistory) {
  const parameters = new URLSearchParams();
  const defaults = defaultState();
  for (const name of ["view", "measure", "level", "voices", "language"]) if (state[name] !== defaults[name]) parameters.set(name, state[name]);
    for (const name of FLAGS) if (state[name]) parameters.set(name, "yes");
  for (const group of GROUPS) for (const index of state.chosen[group]) parameters.append(group, TERMS[group][index].id);
  if (state.asOf !== null) parameters.set("as-of", formatIsoDay(state.asOf));
  if (state.years) parameters.set("years", state.years.join("-"));
  if (state.selection) parameters.set(state.selection.kind, ADDRESS_IDS[state.selection.kind][0](state.selection.index));
  if (state.neighbourhood) parameters.set("near", `${state.neighbourhood.hops} ${NODES.iri[state.neighbourhood.node]}`);
  for (const node of state.path || []) parameters.append("path", NODES.iri[node]);
  // Write the shorter list: that of the expanded communities, or that of the collapsed ones.
  if (state.level === "communities") {
    for (const community of collapsibleCommunities()) {
      if (!state.collapsed.has(community)) parameters.append("open", NODES.iri[hubOf(community)]);
    }
  } else for (const community of state.collapsed) parameters.append("folded", NODES.iri[hubOf(community)]);
  if (state.camera) parameters.set("camera", state.camera.map((number) => Number(number.toPrecision(5))).join(" "));
  if (String(state.sort) !== String(defaults.sort)) parameters.set("sort", `${state.sort[0]}${state.sort[1] ? "" : "-"}`);
  const hash = String(parameters).replaceAll("%3A", ":").replaceAll("%7C", "|");
  if (location.hash.slice(1) === hash) return;
  try {
    history[addToHistory ? "pushState" : "replaceState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // A sandboxed frame, such as that of a notebook, has no address. The page works there without deep links.
  }
}

/** Return the state that an address describes. Unknown and invalid parts get their default values. */
function parseAddress(hash) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const result = defaultState();
  const readChoice = (name, allowed) => (allowed.includes(parameters.get(name)) ? parameters.get(name) : result[name]);
  result.view = readChoice("view", ["partners", "engagements"]);
  result.measure = readChoice("measure", MEASURES);
  result.level = readChoice("level", ["all", "communities", "top"]);
  result.language = readChoice("language", DATA.languages);
  for (const name of FLAGS) result[name] = parameters.get(name) === "yes";
  for (const group of GROUPS) {
    const ids = new Set(parameters.getAll(group));
    TERMS[group].forEach(({ id }, index) => { if (ids.has(id)) result.chosen[group].add(index); });
  }
  result.voices = Math.min(99, Math.max(1, Number.parseInt(parameters.get("voices"), 10) || 1));
  result.asOf = parameters.has("as-of") ? parseDay(parameters.get("as-of")) : null;
  const years = /^(\d{4})-(\d{4})$/.exec(parameters.get("years") || "");
  if (years && years[1] <= years[2]) result.years = [Number(years[1]), Number(years[2])];
  for (const [kind, [, find]] of Object.entries(ADDRESS_IDS)) {
    const index = parameters.has(kind) ? find(parameters.get(kind)) : -1;
    if (index >= 0) result.selection = { kind, index };
  }
  const neighbourhood = /^([1-3]) (.+)$/.exec(parameters.get("near") || "");
  if (neighbourhood && findNode(neighbourhood[2]) >= 0)
    result.neighbourhood = { node: findNode(neighbourhood[2]), hops: Number(neighbourhood[1]) };
  const path = parameters.getAll("path").map(findNode);
  if (path.length === 2 && path.every((node) => node >= 0)) result.path = path;
  const communities = (name) => parameters.getAll(name).map(findCommunity).filter((community) => community >= 0);
  const expanded = new Set(communities("open"));
  result.collapsed = new Set(result.level === "communities"
    ? collapsibleCommunities().filter((community) => !expanded.has(community)) : communities("folded"));
  const camera = (parameters.get("camera") || "").split(" ").map(Number);
  if (camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0.001 && camera[2] < 100) result.camera = camera;
  const sort = /^(\d)(-?)$/.exec(parameters.get("sort") || "");
  if (sort) result.sort = [Number(sort[1]), !sort[2]];
  return result;
}

/** Apply the address. If it is empty, show the defaults, or the agent for which the page was made. */
function readAddress() {
  const result = parseAddress(location.hash);
  const focus = location.hash.length < 2 && DATA.focus ? findNode(DATA.focus.node ?? DATA.focus) : -1;
  if (focus >= 0) {
    result.neighbourhood = { node: focus, hops: Math.min(MAX_HOPS, DATA.focus.hops || DATA.hops || 2) };
    result.selection = { kind: "node", index: focus };
  }
  change(result, { refit: !result.camera });
}
