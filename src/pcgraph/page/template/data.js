"use strict";
// The data of the page, what is chosen, and what is therefore in view. Nothing is drawn here.

const DATA = JSON.parse(document.getElementById("data").textContent);
const NODES = new Map(DATA.nodes.map((node) => [node.id, node]));
const TIES = new Map(DATA.edges.map((tie) => [tie.id, tie]));
const GROUPS = ["relation", "status", "sector", "country", "kind"];
const TIE_VALUES = {
  relation: (tie) => [tie.relation],
  status: (tie) => [tie.status_set],
  sector: (tie) => (tie.sectors.length ? tie.sectors : [""]),
};
const NODE_VALUES = { country: (node) => [node.country], kind: (node) => [node.kind] };
const VALUES = { ...TIE_VALUES, ...NODE_VALUES };

const tiesOf = new Map(DATA.nodes.map((node) => [node.id, []]));
for (const tie of DATA.edges) {
  tiesOf.get(tie.from).push(tie);
  if (tie.to !== tie.from) tiesOf.get(tie.to).push(tie);
}

// `only` shows the chosen node and its neighbours alone; an empty group of `chosen` admits everything.
const state = { node: null, tie: null, only: false, language: "en" };
const chosen = Object.fromEntries(GROUPS.map((group) => [group, new Set()]));
let view = { nodes: new Set(), ties: new Set() };

const legendItem = (group, id) => DATA.legend[group].find((item) => item.id === id) || { id, label: id };

/** Full name of a node in the language chosen, or else its label, and the language that it is in. */
function nameOf(node) {
  const own = node.labels[state.language];
  return own ? { text: own, lang: state.language } : { text: node.label, lang: "" };
}

/** What the map writes: the short label, unless another language is chosen. */
const mapName = (node) => (state.language === "en" ? node.label : nameOf(node).text);

function admits(group, thing) {
  return !chosen[group].size || VALUES[group](thing).some((value) => chosen[group].has(value));
}

/**
 * What the choices leave in view; the group `except` is disregarded (that gives the counts beside its values).
 * An organisation stays when its country and kind are admitted, a tie when it is admitted and both its ends stay;
 * where ties are narrowed, organisations left without one go too.
 */
function look(except) {
  const near = state.only && state.node
    ? new Set([state.node, ...tiesOf.get(state.node).flatMap((tie) => [tie.from, tie.to])]) : null;
  const staying = (node) => (!near || near.has(node.id))
    && Object.keys(NODE_VALUES).every((group) => group === except || admits(group, node));
  const narrowed = Object.keys(TIE_VALUES).some((group) => group !== except && chosen[group].size);
  const nodes = new Set(DATA.nodes.filter(staying).map((node) => node.id));
  const ties = DATA.edges.filter((tie) => nodes.has(tie.from) && nodes.has(tie.to)
    && (!near || tie.from === state.node || tie.to === state.node)
    && Object.keys(TIE_VALUES).every((group) => group === except || admits(group, tie)));
  const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
  return { nodes: narrowed ? tied : nodes, ties: new Set(ties.map((tie) => tie.id)) };
}

/** How many ties or organisations each value of a group would show under the other groups' choices. */
function counts(group) {
  const seen = look(group);
  const things = group in TIE_VALUES
    ? [...seen.ties].map((id) => TIES.get(id)) : [...seen.nodes].map((id) => NODES.get(id));
  const sums = new Map();
  for (const thing of things) for (const value of VALUES[group](thing)) sums.set(value, (sums.get(value) || 0) + 1);
  return sums;
}

// ---- Text ---------------------------------------------------------------------------------------------------------

// Direction marks could turn a label around on the canvas, where nothing isolates it.
const plain = (text) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "");

/** Lower case, without accents, in compatibility form: what the search compares, in any script. */
const fold = (text) => plain(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

function day(edtf) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);
  if (!found || (found[2] && !MONTHS[found[2] - 1])) return edtf;
  const words = [found[3] && String(Number(found[3])), found[2] && MONTHS[found[2] - 1], found[1]].filter(Boolean);
  return ({ "": "", "~": "about ", "?": "probably ", "%": "probably about " })[found[4]] + words.join(" ");
}

const INTERVAL = /^(\[?)([^\[\]/]*?)(\.\.|\/)([^\[\]/]*?)\]?$/;

/** Words of the first date without what the second says again: 3, not 3 September 2025. */
function without(from, to) {
  const [first, last] = [day(from).split(" "), day(to).split(" ")];
  while (first.length > 1 && first.length === last.length && first.at(-1) === last.at(-1)) { first.pop(); last.pop(); }
  return first.join(" ");
}

/** An EDTF date in words: "between 3 and 5 September 2025". */
function when(edtf) {
  const [, set, from, , to] = INTERVAL.exec(edtf) || [];
  if (to === undefined) return day(edtf);
  if (!from || from === "..") return `by ${day(to)}`;
  if (!to || to === "..") return `since ${day(from)}`;
  return set ? `between ${without(from, to)} and ${day(to)}` : `${without(from, to)} to ${day(to)}`;
}

/** The same for a narrow column: "3–5 Sep 2025". */
function brief(edtf) {
  const [, , from, , to] = INTERVAL.exec(edtf) || [];
  const whole = from && to && from !== ".." && to !== ".." ? `${without(from, to)}–${day(to)}` : when(edtf);
  return MONTHS.reduce((text, month) => text.replaceAll(month, month.slice(0, 3)), whole);
}

const many = (count, one, more) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

// ---- Elements -----------------------------------------------------------------------------------------------------

/** Make an element; children are text or elements, never markup. */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function button(attributes, action, ...children) {
  const made = el("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", action);
  return made;
}

function svg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A name apart from the direction of its surroundings, marked with its language. */
const bdi = (text, lang) => el("bdi", { lang: lang || null }, text);

function nameElement(node) {
  const name = nameOf(node);
  return bdi(name.text, name.lang);
}

/** A link where the address is one of the web; otherwise its text, which does nothing. */
function link(address, text) {
  return /^https?:\/\//i.test(address)
    ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text || address)
    : document.createTextNode(text || address);
}

// How the countries' marks differ without colour: filled, a ring, a dot inside; a thin ring where none is known.
const MARKS = { 0: {}, 1: { ring: 0.42 }, 2: { dot: 0.36 }, 3: { ring: 0.2 }, ink: {}, blank: { ring: 0.2, dash: [0.42, 0.34] } };

// Shapes as paths of radius 1 about (0, 0): the canvas and the legend draw the same ones.
const SHAPES = (() => {
  const polygon = (corners, turn, radius) => "M" + Array.from({ length: corners }, (_, corner) => {
    const angle = (turn + (360 * corner) / corners) * (Math.PI / 180);
    return `${(radius * Math.cos(angle)).toFixed(4)},${(radius * Math.sin(angle)).toFixed(4)}`;
  }).join("L") + "Z";
  const circle = "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z";
  return {
    circle,
    blank: circle,
    square: "M-.62,-.88H.62Q.88,-.88 .88,-.62V.62Q.88,.88 .62,.88H-.62Q-.88,.88 -.88,.62V-.62Q-.88,-.88 -.62,-.88Z",
    diamond: polygon(4, 0, 1.14),
    pentagon: polygon(5, -90, 1.1),
    hexagon: polygon(6, 0, 1.06),
    octagon: polygon(8, 22.5, 1.03),
    triangle: polygon(3, -90, 1.24),
    drop: polygon(3, 90, 1.24),
    cross: "M-.4,-1H.4V-.4H1V.4H.4V1H-.4V.4H-1V-.4H-.4Z",
  };
})();
