// A page without a browser: what the modules of model/, text/ and map/ read when they are loaded. A test file is a process of
// its own, and so it has one page.

import { readFileSync } from "node:fs";

const FOLDER = new URL("../../node_modules/.cache/views/", import.meta.url);

/**
 * Put a view into a fake document and return its data as they arrive in the page. `edit` may change the view before.
 * Modules must be imported after this.
 */
export function openPage(name, edit = () => {}) {
  let view;
  try {
    view = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));
  } catch (error) {
    throw new Error(`${name}.json: no view; expected one in ${FOLDER.pathname}; run  npm test`, { cause: error });
  }
  edit(view);
  const { nodes: { x, y }, ties } = view;
  const scripts = {
    data: view,
    network: { nodes: x.map((each, node) => ({ x: each, y: y[node] })),
      edges: ties.from.map((from, tie) => ({ from, to: ties.to[tie] })) },
    words: {},
    "common-words": "0abandon0crisis0debt",
  };
  const measureText = (text) => ({ width: 6 * text.length }); // what measures names when it is loaded
  globalThis.document = { getElementById: (id) => (id in scripts ? { textContent: JSON.stringify(scripts[id]) } : null),
    createElement: () => ({ getContext: () => ({ measureText }) }) };
  globalThis.location = { hash: "", pathname: "/map.html", search: "" };
  const go = (state, title, address) => { location.hash = address.includes("#") ? address.slice(address.indexOf("#")) : ""; };
  globalThis.history = { pushState: go, replaceState: go };
  return view;
}

/** Return a module of the page. */
export const load = (path) => import(new URL(`../../src/pcgraph/page/app/${path}`, import.meta.url));

/** Return a source of random numbers that gives the same ones each time: `below(n)`, `pick(list)`, `chance(p)`. */
export function createRandom(seed) {
  let value = seed;
  const next = () => { // mulberry32
    value = (value + 0x6d2b79f5) | 0;
    let mixed = Math.imul(value ^ (value >>> 15), 1 | value);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}

/** Return random choices of the reader, as a change of the whole state. About half of the conditions are set. */
export function randomState({ below, pick, chance }, { data, state }) {
  const { DATA, ENGAGEMENTS, GROUPS, SIZE, TERMS } = data;
  const result = state.defaultState();
  const node = () => below(SIZE.nodes);
  const engagement = () => below(SIZE.engagements);
  for (const group of GROUPS) {
    while (TERMS[group].length && chance(0.25)) result.chosen[group].add(below(TERMS[group].length));
  }
  const days = ENGAGEMENTS.status.flat().filter((day, place) => place % 3 && day !== null);
  if (chance(0.3)) result.asOf = pick(days) + below(3) - 1;
  if (chance(0.3)) {
    const [year, month, length] = [2015 + below(10), below(12), below(60)];
    result.period = [Date.UTC(year, month, 1) / 86400000, Date.UTC(year, month + length + 1, 0) / 86400000];
  }
  if (chance(0.3)) result.voices = 1 + below(4);
  if (chance(0.2)) result.event = engagement();
  if (chance(0.2)) result.only = new Set([node(), node(), node()]);
  if (chance(0.2)) result.neighbourhood = { node: node(), hops: 1 + below(3) };
  if (chance(0.2)) result.path = [node(), node()];
  if (chance(0.2) && DATA.stories.length) result.story = below(DATA.stories.length);
  if (chance(0.2) && DATA.answers.length) result.answer = below(DATA.answers.length);
  for (const flag of ["people", "unnamed", "either"]) result[flag] = chance(0.3);
  if (chance(0.1)) result.not = [pick([data.NODES.iri[node()], data.TERMS.type[0].id])];
  if (chance(0.3)) result.level = "all";
  if (chance(0.2)) result.open.add("rest 0");
  if (chance(0.5)) result.selection = pick([{ kind: "node", index: node() }, { kind: "engagement", index: engagement() },
    { kind: "stack", index: engagement() }]);
  while (chance(0.3)) {
    result.pins.set(chance(0.5) ? `node ${node()}` : `stack ${engagement()}`, [below(4000) - 2000, below(999)]);
  }
  if (chance(0.3)) result.camera = [below(99999) / 10 - 500, below(9999) / 1000, (1 + below(999)) / 100];
  if (chance(0.3)) result.sort = [below(8), chance(0.5)];
  if (chance(0.3)) result.text = pick(["crane", "Fähre & Kai", "a=b#c?d", "港口 合作", "50 % + 1"]);
  if (chance(0.2)) result.question = pick(["outcomes", "ties-of agent=acme&since=2020-01-01"]);
  if (chance(0.2)) result.query = pick(["SELECT * { ?s ?p \"a&b=c#d\" } LIMIT 3", "ASK {\n  ?s ?p ?o\n}"]);
  state.CHART_CHOICES.currency ??= (code) => /^[A-Z]{3}$/.test(code); // as a chart does
  if (chance(0.3)) result.charts = { currency: pick(["EUR", "KRW"]) };
  if (chance(0.3)) result.cell = pick(["outcomes 2016 kept", "money id:acme & co"]);
  if (chance(0.2)) result.asked = pick(["who signed?", "2024年以来的合作", "A & B = C"]);
  if (chance(0.2)) result.by = pick(["year", "province", "near"]);
  if (chance(0.2)) result.rows = pick([["id:acme"], ["id:acme id:borealis", "id:sudland"]]);
  result.boardRows = pick(["party", "paper"]);
  result.timeline = pick(["partner", "sector"]);
  result.boardSort = pick(["silence", "size", "name"]);
  result.view = pick(state.VIEWS);
  result.language = pick(DATA.languages);
  result.measure = pick(state.MEASURES);
  return result;
}
