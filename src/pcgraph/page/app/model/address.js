// The address of the page holds a copy of the state, so that a link shows what its sender saw.

import {
  DATA, ENGAGEMENTS, GROUPS, NODES, TERMS, daysOfMonth, findEngagement, findNode, findTerm, formatIsoDay, monthOf, parseDay,
} from "./data.js";
import { GROUP_KEYS } from "./groups.js";
import { COUNTED } from "./numbers.js";
import { CHART_CHOICES, MAX_HOPS, MEASURES, VIEWS, change, defaultState, onChange, state } from "./state.js";

const FLAGS = ["people", "unnamed", "either"];
const MAX_TEXT = 1500; // characters of a query in the address; mail programs break longer links
const CHOICES = {
  view: VIEWS, measure: MEASURES, level: ["key", "all"], language: DATA.languages, boardRows: ["party", "paper"],
  boardSort: ["silence", "size", "name"], timeline: ["partner", "sector"],
  by: Object.keys(COUNTED),
};
const SELECTABLE = {
  node: [(index) => NODES.iri[index], findNode],
  engagement: [(index) => ENGAGEMENTS.iri[index], findEngagement],
  stack: [(index) => ENGAGEMENTS.iri[index], findEngagement],
};

/** Return the address of the state, without the leading `#`. */
export function formatAddress() {
  const parameters = new URLSearchParams();
  const defaults = defaultState();
  for (const name of [...Object.keys(CHOICES), "voices", "text", "cell", "question", "query", "asked"]) {
    if (state[name] !== defaults[name] && !(state[name].length > MAX_TEXT)) parameters.set(name, state[name]);
  }
  for (const name of FLAGS) if (state[name]) parameters.set(name, "yes");
  for (const group of GROUPS) for (const index of state.chosen[group]) parameters.append(group, TERMS[group][index].id);
  for (const name of Object.keys(state.charts).sort()) parameters.append("chart", `${name} ${state.charts[name]}`);
  for (const key of state.open) parameters.append("open", key);
  if (state.asOf !== null) parameters.set("as-of", formatIsoDay(state.asOf));
  if (state.period) parameters.set("months", state.period.map(monthOf).join(" "));
  if (state.story !== null) parameters.set("story", DATA.stories[state.story].id);
  if (state.event !== null) parameters.set("event", ENGAGEMENTS.iri[state.event]);
  if (state.answer !== null) parameters.set("answer", DATA.answers[state.answer].id);
  for (const ids of state.rows) parameters.append("rows", ids);
  for (const id of state.not) parameters.append("not", id);
  for (const node of state.only || []) parameters.append("only", NODES.iri[node]);
  if (state.selection) parameters.set(state.selection.kind, SELECTABLE[state.selection.kind][0](state.selection.index));
  if (state.neighbourhood) parameters.set("near", `${state.neighbourhood.hops} ${NODES.iri[state.neighbourhood.node]}`);
  for (const node of state.path || []) parameters.append("path", NODES.iri[node]);
  for (const [key, [x, y]] of state.pins) {
    const [kind, index] = key.split(" ");
    parameters.append("pin", `${kind} ${SELECTABLE[kind][0](index)} ${Math.round(x)} ${Math.round(y)}`);
  }
  if (state.camera) parameters.set("camera", state.camera.map((number) => Number(number.toPrecision(5))).join(" "));
  if (String(state.sort) !== String(defaults.sort)) parameters.set("sort", `${state.sort[0]}${state.sort[1] ? "" : "-"}`);
  return String(parameters).replaceAll("%3A", ":");
}

/** Return the state that an address describes, and the parts of the address that mean nothing on this page. */
export function parseAddress(hash) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const result = defaultState();
  const unknown = [];
  const read = (name, parse) => {
    for (const text of parameters.getAll(name)) {
      const value = parse(text);
      if (value === null || value === undefined || value === -1) unknown.push(`${name}=${text}`);
    }
    parameters.delete(name);
  };
  const keep = (name, value) => { if (value !== null && value !== -1) result[name] = value; return value; };
  for (const [name, allowed] of Object.entries(CHOICES)) read(name, (text) => keep(name, allowed.includes(text) ? text : null));
  for (const name of FLAGS) read(name, (text) => keep(name, text === "yes" ? true : null));
  for (const group of GROUPS) {
    read(group, (text) => {
      const index = TERMS[group].findIndex(({ id }) => id === text);
      return index < 0 ? null : result.chosen[group].add(index);
    });
  }
  read("voices", (text) => keep("voices", /^[1-9]\d?$/.test(text) ? Number(text) : null));
  read("text", (text) => keep("text", text.slice(0, 200)));
  read("chart", (text) => {
    const [, name, value] = /^(\w+) (.+)$/.exec(text) || [];
    if (!name || !Object.hasOwn(CHART_CHOICES, name) || !CHART_CHOICES[name](value)) return null;
    return result.charts[name] = value;
  });
  read("cell", (text) => keep("cell", text.length < 200 ? text : null));
  for (const name of ["question", "query", "asked"]) read(name, (text) => keep(name, text));
  read("open", (text) => (GROUP_KEYS.has(text) ? result.open.add(text) : null));
  read("as-of", (text) => keep("asOf", parseDay(text)));
  read("months", (text) => {
    const [first, last] = text.split(" ").map(daysOfMonth);
    return keep("period", first && last && first[0] <= last[1] ? [first[0], last[1]] : null);
  });
  read("story", (text) => keep("story", DATA.stories.findIndex(({ id }) => id === text)));
  read("event", (text) => keep("event", findEngagement(text)));
  read("answer", (text) => keep("answer", DATA.answers.findIndex(({ id }) => id === text)));
  read("rows", (text) => (/^\S+:\S/.test(text) && text.length < 300 ? result.rows.push(text) : null));
  read("only", (text) => {
    const node = findNode(text);
    return node < 0 ? null : keep("only", (result.only || new Set()).add(node));
  });
  read("not", (text) => (findNode(text) < 0 && findEngagement(text) < 0 && !findTerm(text) ? null : result.not.push(text)));
  for (const [kind, [, find]] of Object.entries(SELECTABLE)) {
    read(kind, (text) => (find(text) < 0 ? null : keep("selection", { kind, index: find(text) })));
  }
  read("near", (text) => {
    const [, hops, name] = /^([1-3]) (.+)$/.exec(text) || [];
    return name && findNode(name) >= 0 ? keep("neighbourhood", { node: findNode(name), hops: Number(hops) }) : null;
  });
  const path = [];
  read("path", (text) => (findNode(text) < 0 ? null : path.push(findNode(text))));
  if (path.length === 2) result.path = path;
  else for (const node of path) unknown.push(`path=${NODES.iri[node]}`);
  read("pin", (text) => {
    const [, kind, name, x, y] = /^(node|stack) (.+) (-?\d{1,6}) (-?\d{1,6})$/.exec(text) || [];
    const index = kind ? SELECTABLE[kind][1](name) : -1;
    return index < 0 ? null : result.pins.set(`${kind} ${index}`, [Number(x), Number(y)]);
  });
  read("camera", (text) => {
    const numbers = text.split(" ").map(Number);
    return keep("camera", numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0.001 && numbers[2] < 100
      ? numbers : null);
  });
  read("sort", (text) => keep("sort", /^\d-?$/.test(text) ? [Number(text[0]), text.length < 2] : null));
  parameters.delete("embed"); // the frame around the page, not its state
  for (const [name, text] of parameters) unknown.push(`${name}=${text}`);
  return { result, unknown };
}

/** Apply the address and return the parts of it that mean nothing here. If it is empty, show the defaults, or the focus. */
export function readAddress() {
  const { result, unknown } = parseAddress(location.hash);
  const focus = location.hash.length < 2 && DATA.focus ? findNode(DATA.focus.node) : -1;
  if (DATA.focus && focus >= 0) {
    result.neighbourhood = { node: focus, hops: Math.min(MAX_HOPS, DATA.focus.hops) };
    result.selection = { kind: "node", index: focus };
  }
  change(result, { refit: !result.camera, replace: true });
  return unknown;
}

const embedded = new URLSearchParams(location.hash.slice(1)).get("embed") === "yes";
/** Whether the page is shown in a small frame of another page, without its header and panels. */
export const isEmbedded = () => embedded;

onChange((changed, { replace = false } = {}) => {
  const hash = [formatAddress(), embedded ? "embed=yes" : ""].filter(Boolean).join("&");
  if (location.hash.slice(1) === hash) return;
  try {
    history[replace ? "replaceState" : "pushState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // A sandboxed frame, such as that of a notebook, has no address. The page works there without links.
  }
});
