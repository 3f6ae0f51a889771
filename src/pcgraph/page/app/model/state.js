// The state of the page: everything that the reader has chosen. address.js copies it to the address and back.

import { DATA, GROUPS } from "./data.js";

export const VIEWS = ["map", "board", "table", "analyse", ...(document.getElementById("view-ask") ? ["ask"] : [])];
export const MEASURES = DATA.measures.map(({ name }) => name);
export const MAX_HOPS = 3;
/** What the charts let the reader choose: whether a value is one of those that a name can have. Each chart adds its own. */
export const CHART_CHOICES = /** @type {Record<string, (value: string) => boolean>} */ ({});

/**
 * - view: the map, the promise board, the table, the charts, or the view that answers queries on pages that hold the engine
 * - chosen: for each group of the legend, the terms that are chosen; an empty set restricts nothing
 * - people: show people as marks of their own; unnamed: show parties that no source names, and groups
 * - asOf: show what was known on this day; period: [first day, last day] in which a step must fall
 * - event: only this engagement and what came of it; only: only engagements among these nodes, or with either of them;
 *   not: nothing with one of these things or terms, as ids; text: only what contains it
 * - story: the story that is open, as an index
 * - answer: the question whose answer is open; rows: only its rows, or parties that are counted, that hold each of these, as ids
 *   with a space between those of which one is enough
 * - by: what the numbers that are open count the engagements by, a name of COUNTED in model/numbers.js
 * - charts: what the reader has chosen in charts, by the names of CHART_CHOICES
 * - cell: the mark of a chart whose engagements are open: the name of the chart and the key of the mark
 * - level: "key" for the largest organisations, "all" for everything
 * - open: the groups that are open, in a picture of groups
 * - question, query: what that view answers, a question of the catalogue with its values or SPARQL
 * - asked: the question in words whose answer is shown
 * - timeline: how the timeline of an organisation is grouped
 * - pins: where the reader has put marks, by the key of the mark
 * @returns {State}
 */
export const defaultState = () => ({
  view: "map", language: DATA.languages[0], measure: MEASURES[0] || "",
  chosen: Object.fromEntries(GROUPS.map((group) => [group, new Set()])), voices: 1, people: false, unnamed: false,
  asOf: null, period: null, event: null, only: null, either: false, not: [], text: "", story: null,
  selection: null, answer: null, neighbourhood: null, path: null, level: "key", open: new Set(), pins: new Map(), camera: null,
  sort: [0, true], boardRows: "party", boardSort: "size", timeline: "partner", charts: {}, cell: "",
  question: "", query: "", asked: "", by: "", rows: [],
});
// What an answer to a question in words sets. If the reader sets one of them, the words no longer say what is shown.
const BY_ASKING = new Set(["chosen", "period", "event", "only", "either", "not", "text", "answer", "neighbourhood", "path",
  "asOf", "measure", "by", "rows"]);
export const state = defaultState();

const listeners = [];

/**
 * Register a listener, called with the set of changed fields and options, in the order of registration.
 * @param {(changed: Set<string>, options: ChangeOptions) => void} listener
 */
export const onChange = (listener) => { listeners.push(listener); };

/**
 * Set fields of the state and update every part of the page.
 * Back restores the previous state, unless `replace` makes the change a part of the step before it.
 * With `refit`, the map is fitted into its frame again.
 * @param {Partial<State>} patch
 * @param {ChangeOptions} options
 */
export function change(patch, options = {}) {
  const isOther = state.asked && !("asked" in patch) && Object.keys(patch).some((name) => BY_ASKING.has(name));
  const all = { ...("answer" in patch || "by" in patch ? { rows: [] } : {}), ...patch, ...(isOther ? { asked: "" } : {}) };
  Object.assign(state, all);
  const changed = new Set(Object.keys(all));
  for (const listener of listeners) listener(changed, options);
}

/** Return whether the panel is open on something. */
export const isPanelOpen = () => Boolean(state.selection || state.answer !== null || state.by || state.cell);

/** Select a node, an engagement or a stack; null selects nothing. `focus` moves the focus into the panel. */
export function select(kind, index, { focus = false, move = true } = {}) {
  change({ selection: kind ? { kind, index } : null }, { focus, move });
}

/**
 * Remove every filter, or set those of `patch` in their place. The view, the language, the size of marks, the order, the choices
 * in charts and the selection stay.
 * @param {Partial<State>} patch
 */
export function reset(patch = {}) {
  const { view, language, measure, sort, selection, answer, boardRows, boardSort, charts, timeline, pins } = state;
  const { question, query } = state;
  const kept = {
    view, language, measure, sort, selection, answer, boardRows, boardSort, charts, timeline, pins, question, query,
  };
  change({ ...defaultState(), ...kept, ...patch }, { refit: true });
}
