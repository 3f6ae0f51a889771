"use strict";
// The state of the page: what the reader has chosen. It is also kept in the address.

const GROUPS = ["relation", "type", "set", "sector", "country", "kind", "tier"];
const MEASURES = DATA.measures.map(({ name }) => name);
const MOST_HOPS = 3;

const fresh = () => ({
  view: "partners", language: "en", measure: MEASURES[0] || "",
  chosen: Object.fromEntries(GROUPS.map((group) => [group, new Set()])),
  voices: 1, disputed: false, isolates: false, unnamed: false, asOf: null, years: null,
  pick: null, near: null, path: null, folded: new Set(), level: DATA.opening, camera: null, sort: [0, true],
});
const state = fresh();

const FILTERS = new Set(["view", "measure", "chosen", "voices", "disputed", "isolates", "unnamed", "asOf", "years", "near",
  "path", "folded", "level"]);
const listeners = [];

/** Register a listener `hear(changed, options)`; `changed` has the names of changed fields, and "shown" if that is new. */
const onChange = (hear) => { listeners.push(hear); };

/**
 * Set fields of the state and update every part of the page.
 * `refit`: the map shows everything again; `history`: the browser's back button leads to the previous state.
 */
function change(patch, { refit = false, history: kept = false, ...rest } = {}) {
  if (patch.level && patch.level !== state.level && !patch.folded) patch = { ...patch, folded: new Set(patch.level === "communities" ? foldable() : []) };
  Object.assign(state, patch);
  const changed = new Set(Object.keys(patch));
  if ([...changed].some((name) => FILTERS.has(name))) {
    shown = look();
    changed.add("shown");
  }
  writeAddress(kept);
  for (const hear of listeners) hear(changed, { refit, ...rest });
}

/** Select a node, tie, engagement or community, or nothing; `focus` moves the focus into the panel. */
function pick(kind, at, { focus = false, move = true } = {}) {
  change({ pick: kind ? { kind, at } : null }, { history: true, focus, move });
}

/** Reset the state to its defaults, except for the language. */
function reset() {
  const { view, language, measure, sort, pick: picked } = state;
  change({ ...fresh(), view, language, measure, sort, pick: picked, folded: new Set(DATA.opening === "communities" ? foldable() : []) },
    { refit: true });
}

// ---- Address ------------------------------------------------------------------------------------------------------

const FLAGS = ["disputed", "isolates", "unnamed"];
const PLACES = {
  node: [(at) => N.iri[at], nodeAt], engagement: [(at) => E.iri[at], engagementAt], tie: [tieName, tieAt],
  community: [(at) => N.iri[hubOf(at)], (name) => communityAt(name)],
};

function writeAddress(kept) {
  const words = new URLSearchParams();
  const blank = fresh();
  for (const name of ["view", "measure", "level", "voices"]) if (state[name] !== blank[name]) words.set(name, state[name]);
  if (state.language !== "en") words.set("language", state.language);
  for (const name of FLAGS) if (state[name]) words.set(name, "yes");
  for (const group of GROUPS) for (const place of state.chosen[group]) words.append(group, W[group][place].id);
  if (state.asOf !== null) words.set("as-of", isoDay(state.asOf));
  if (state.years) words.set("years", state.years.join("-"));
  if (state.pick) words.set(state.pick.kind, PLACES[state.pick.kind][0](state.pick.at));
  if (state.near) words.set("near", `${state.near.hops} ${N.iri[state.near.node]}`);
  for (const node of state.path || []) words.append("path", N.iri[node]);
  // The shorter list, of folded or of expanded communities, is written.
  if (state.level === "communities") for (const at of foldable()) { if (!state.folded.has(at)) words.append("open", N.iri[hubOf(at)]); }
  else for (const at of state.folded) words.append("folded", N.iri[hubOf(at)]);
  if (state.camera) words.set("camera", state.camera.map((number) => Number(number.toPrecision(5))).join(" "));
  if (String(state.sort) !== String(blank.sort)) words.set("sort", `${state.sort[0]}${state.sort[1] ? "" : "-"}`);
  const hash = String(words).replaceAll("%3A", ":").replaceAll("%7C", "|");
  if (location.hash.slice(1) === hash) return;
  try {
    history[kept ? "pushState" : "replaceState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // In a sandboxed frame, or without an address (in a notebook), the page works, but without deep links.
  }
}

/** The state in an address; unknown or invalid parts have their default values. */
function stateFrom(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const read = fresh();
  const among = (name, allowed) => (allowed.includes(words.get(name)) ? words.get(name) : read[name]);
  read.view = among("view", ["partners", "engagements"]);
  read.measure = among("measure", MEASURES);
  read.level = among("level", ["all", "communities", "top"]);
  read.language = words.has("language") ? among("language", Object.keys(STRINGS)) : "en";
  for (const name of FLAGS) read[name] = words.get(name) === "yes";
  for (const group of GROUPS) {
    const named = new Set(words.getAll(group));
    W[group].forEach(({ id }, place) => { if (named.has(id)) read.chosen[group].add(place); });
  }
  read.voices = Math.min(99, Math.max(1, Number.parseInt(words.get("voices"), 10) || 1));
  read.asOf = words.has("as-of") ? dayOf(words.get("as-of")) : null;
  const years = /^(\d{4})-(\d{4})$/.exec(words.get("years") || "");
  if (years && years[1] <= years[2]) read.years = [Number(years[1]), Number(years[2])];
  for (const [kind, [, find]] of Object.entries(PLACES)) {
    const at = words.has(kind) ? find(words.get(kind)) : -1;
    if (at >= 0) read.pick = { kind, at };
  }
  const near = /^([1-3]) (.+)$/.exec(words.get("near") || "");
  if (near && nodeAt(near[2]) >= 0) read.near = { node: nodeAt(near[2]), hops: Number(near[1]) };
  const path = words.getAll("path").map(nodeAt);
  if (path.length === 2 && path.every((node) => node >= 0)) read.path = path;
  const communities = (name) => words.getAll(name).map(communityAt).filter((at) => at >= 0);
  const open = new Set(communities("open"));
  read.folded = new Set(read.level === "communities" ? foldable().filter((at) => !open.has(at)) : communities("folded"));
  const camera = (words.get("camera") || "").split(" ").map(Number);
  if (camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0.001 && camera[2] < 100) read.camera = camera;
  const sort = /^(\d)(-?)$/.exec(words.get("sort") || "");
  if (sort) read.sort = [Number(sort[1]), !sort[2]];
  return read;
}

/** Apply the address; an empty address shows the defaults, or the focus that the page was made for. */
function readAddress() {
  const read = stateFrom(location.hash);
  const focus = location.hash.length < 2 && DATA.focus ? nodeAt(DATA.focus.node ?? DATA.focus) : -1;
  if (focus >= 0) {
    read.near = { node: focus, hops: Math.min(MOST_HOPS, DATA.focus.hops || DATA.hops || 2) };
    read.pick = { kind: "node", at: focus };
  }
  change(read, { refit: !read.camera });
}
