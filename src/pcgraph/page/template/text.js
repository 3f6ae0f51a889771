"use strict";
// Text and small pictures: translations, dates, names, elements. Values are inserted only as text, never as HTML.

// ---- Words --------------------------------------------------------------------------------------------------------

const RIGHT_TO_LEFT = new Set(["ur"]);
const language = () => (state.language in STRINGS ? state.language : "en");

const fill = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => values[place] ?? "");

/** Interface text in the chosen language, or else in English, with the values in place of `{0}`, `{1}` … */
function say(key, ...values) {
  return fill(STRINGS[language()][key] ?? STRINGS.en[key] ?? key, values);
}

/** A number, formatted alike in every browser and language. */
const number = (value) => (Number.isInteger(value) ? value : Number(value.toPrecision(4))).toLocaleString("en");

/** "1 tie", "3 ties": the forms of a counted word are in one string, separated by a bar. */
function many(count, key) {
  const forms = say(key).split("|");
  return `${number(count)} ${forms[count === 1 ? 0 : forms.length - 1]}`.replace(/ (?=[\u4e00-\u9fff])/, "");
}

/** The label of a vocabulary term (a group and an index in it) in the chosen language; "" for index -1. */
function word(group, place) {
  const entry = place >= 0 ? W[group][place] : null;
  const own = entry && STRINGS[language()][`${group}_${localName(entry.id)}`]; // the page has its own translations of status sets
  return own ? own : entry ? (entry.labels && entry.labels[language()]) || entry.label : "";
}

const meaning = (group, place) => (place >= 0 && W[group][place].meaning) || "";
const localName = (curie) => curie.slice(curie.indexOf(":") + 1);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The label in the chosen language, or else the original one, and its language ("" = that of the data). */
function named(table, place) {
  const own = language() !== "en" && table.labels[place] ? table.labels[place][language()] : "";
  return own ? { text: own, lang: language() } : { text: table.label[place] || table.iri[place], lang: "" };
}
/** The name of a node; unnamed parties get an interface text. */
function nameOf(node) {
  const nameless = language() !== "en" && N.kind[node] >= 0 && localName(W.kind[N.kind[node]].id) === "UnnamedParty";
  return nameless ? { text: say("unnamedParty"), lang: language() } : named(N, node);
}
const titleOf = (engagement) => named(E, engagement);

/** The name on the map: the one in the chosen language if there is one, or else the short name. */
function mapName(node) {
  const { text, lang } = nameOf(node);
  return lang ? text : N.short[node] || text;
}

// Direction marks could reverse a label on the canvas, where it is not isolated.
const plain = (text) => text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "");

/** Text normalised for search, in any script: lower case, no accents, compatibility form. */
const fold = (text) => plain(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// ---- Dates --------------------------------------------------------------------------------------------------------

/** The parts of an EDTF day, month or year; month and day are 0 if absent. null for other texts. */
function dateParts(edtf) {
  const found = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);
  if (!found || found[2] > 12 || found[2] === "00") return null;
  return { year: found[1], month: found[2] ? Number(found[2]) : 0, day: found[3] ? Number(found[3]) : 0, mark: found[4] };
}

/** One date in words; `leave` names the part that the other end of a span already shows ("year", "month"). */
function dateText(edtf, leave = "", short = false) {
  const parts = dateParts(edtf);
  if (!parts) return edtf;
  const { month, day, mark } = parts;
  const year = leave ? "" : parts.year.replaceAll("X", "0") + (parts.year.includes("X") ? say("decade") : "");
  const shownMonth = leave === "month" ? 0 : month;
  const name = shownMonth ? say("months").split(" ")[shownMonth - 1] : "";
  const text = language() === "zh"
    ? [year && (parts.year.includes("X") ? year : `${year}年`), shownMonth && `${shownMonth}月`, day
      && `${day}日`].filter(Boolean).join("")
    : [day || "", short && language() === "en" ? name.slice(0, 3) : name, year].filter(Boolean).join(" ");
  return mark ? say({ "~": "about", "?": "probably", "%": "probablyAbout" }[mark], text) : text;
}

const INTERVAL = /^([[{]?)([^[\]{}/,]*?)(\.\.|\/|,)([^[\]{}/,]*?)[\]}]?$/;

/** Both ends of a span without repeating what they share: 3 … 5 September 2025; in Chinese 2025年9月3日 … 5日. */
function spanEnds(from, to, short) {
  const [a, b] = [dateParts(from), dateParts(to)];
  const alike = a && b && !a.mark && !b.mark && Boolean(a.month) === Boolean(b.month) && Boolean(a.day) === Boolean(b.day);
  const shared = !alike || a.year !== b.year || !a.month ? "" : a.month === b.month && a.day ? "month" : "year";
  return language() === "zh" ? [dateText(from, "", short), dateText(to, shared, short)]
    : [dateText(from, shared, short), dateText(to, "", short)];
}

/** An EDTF date in words: "between 3 and 5 September 2025". */
function when(edtf) {
  const [, set, from, , to] = INTERVAL.exec(edtf) || [];
  if (to === undefined) return dateText(edtf);
  if (!from) return say("by", dateText(to));
  if (!to || to === "..") return say("since", dateText(from));
  return say(set ? "between" : "fromTo", ...spanEnds(from, to, false));
}

/** The same in short form: "3–5 Sep 2025". */
function brief(edtf) {
  const [, , from, , to] = INTERVAL.exec(edtf) || [];
  if (from && to && to !== "..") return spanEnds(from, to, true).join("–");
  return to === undefined ? dateText(edtf, "", true) : when(edtf);
}

/** A day (counted from 1970) in words. */
const dayText = (day) => (day === null || day === undefined ? "" : dateText(isoDay(day)));

// ---- Elements -----------------------------------------------------------------------------------------------------

/** Create an element; children are text or elements, never HTML. */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
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

/** A name isolated from the text direction around it, marked with its language. */
const bdi = (text, lang) => el("bdi", { lang: lang || null }, text);

function nameElement(node) {
  const { text, lang } = nameOf(node);
  return bdi(text, lang);
}

/** A link if the address is a web address; otherwise plain text. */
function link(address, text) {
  return /^https?:\/\//i.test(address || "")
    ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text || address)
    : document.createTextNode(text || address || "");
}

// ---- Shapes and swatches: the canvas, the legend and the panels draw the same ones ---------------------------------

// Marks of the sides, distinguishable without colour: filled, ring, dot inside; a thin ring if no country is known.
const MARKS = { 0: {}, 1: { ring: 0.42 }, 2: { dot: 0.36 }, 3: { ring: 0.2 }, ink: {}, blank: { ring: 0.2, dash: [0.42, 0.34] } };

// Paths of radius 1 around (0, 0).
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

const SHAPE_OF = { Company: "circle", Ministry: "square", PublicBody: "diamond", DiplomaticMission: "pentagon",
  FinancialInstitution: "hexagon", University: "triangle", Person: "drop", Group: "cross", UnnamedParty: "blank" };

// Signs of engagements, as strokes within radius 1: a signed sheet, speech, a calendar, a coin, a flag …
const SIGNS = {
  Agreement: "M-.55,-.8H.55V.8H-.55ZM-.28,-.4H.28M-.28,-.05H.28M-.3,.5Q-.1,.2 0,.45T.3,.4",
  Talks: "M-.85,-.6H.85V.4H-.1L-.5,.8V.4H-.85Z",
  Event: "M-.75,-.55H.75V.75H-.75ZM-.75,-.15H.75M-.4,-.85V-.4M.4,-.85V-.4",
  Visit: "M-.85,0H.8M.25,-.55L.8,0L.25,.55",
  Coordination: "M.15,0A.5,.5 0 1 1 -.85,0A.5,.5 0 1 1 .15,0ZM.85,0A.5,.5 0 1 1 -.15,0A.5,.5 0 1 1 .85,0Z",
  Funding: "M.8,0A.8,.8 0 1 1 -.8,0A.8,.8 0 1 1 .8,0ZM0,-.45V.45",
  TrainingProgramme: "M0,-.65L.95,-.15L0,.35L-.95,-.15ZM-.5,.1V.55Q0,.85 .5,.55V.1",
  Centre: "M-.75,.75V-.1L0,-.75L.75,-.1V.75ZM-.2,.75V.2H.2V.75",
  Initiative: "M-.55,.9V-.8H.65L.3,-.4L.65,0H-.55",
};
const SIGN_OF = { Project: "Initiative", Loan: "Funding", Grant: "Funding", Investment: "Funding", Acquisition: "Funding" };

// The more advanced the status, the more solid the line, so that it is readable without colour.
const DASHES = { realised: [], entered: [12, 4], announced: [6, 5], prospective: [2, 4.5], ended: [12, 4, 2, 4], none: [2, 10] };
const TONES = 8; // relations with their own colour; the others share the neutral colour 0

/** Colour number of a relation: the most common relations come first. */
const toneOf = (() => {
  let tones = null;
  return (relation) => {
    if (!tones) {
      const counts = new Array(W.relation.length).fill(0);
      for (let tie = 0; tie < T.relation.length; tie += 1) counts[T.relation[tie]] += 1;
      const order = counts.map((_, place) => place).sort((a, b) => counts[b] - counts[a] || a - b);
      tones = counts.map((_, place) => (order.indexOf(place) < TONES ? order.indexOf(place) + 1 : 0));
    }
    return tones[relation] ?? 0;
  };
})();
const shapeOf = (kind) => (kind < 0 ? "octagon" : SHAPE_OF[localName(W.kind[kind].id)] || "octagon");
const sideOf = (country) => (country < 0 ? 3 : Math.min(country, 2));
const dashesOf = (set) => (set < 0 ? [] : DASHES[localName(W.set[set].id)] || []);
const widthOf = (voices) => 2 + 1.1 * Math.min(Math.max(voices - 1, 0), 4);
function signOf(type) {
  const name = type < 0 ? "" : localName(W.type[type].id);
  return SIGNS[SIGN_OF[name] || name] || SIGNS.Initiative;
}

/** A line of the map as a swatch: colour by relation, dashes by status set, width by voices. */
function lineSwatch({ relation = -1, set = -1, width = 2.2 }) {
  const line = svg("line", { x1: 1, x2: 27, y1: 7, y2: 7, class: `tone-${relation < 0 ? "ink" : toneOf(relation)}`,
    "stroke-width": width });
  const dashes = dashesOf(set);
  if (dashes.length) line.setAttribute("stroke-dasharray", dashes.map((dash) => dash * 0.7).join(" "));
  return svg("svg", { class: "swatch", width: 28, height: 14, viewBox: "0 0 28 14", "aria-hidden": "true" }, line);
}

/** A mark of the map as a swatch: shape by kind, filling by side; without a country in the text colour. */
function nodeSwatch({ kind = null, country = null }) {
  const shape = kind === null ? "circle" : shapeOf(kind);
  const side = shape === "blank" ? "blank" : country === null ? "ink" : sideOf(country);
  const { ring, dot, dash } = MARKS[side];
  const mark = svg("path", { d: SHAPES[shape], class: `side-${side === "blank" ? 3 : side}${ring ? " ring" : ""}` });
  if (ring) {
    mark.setAttribute("transform", `scale(${1 - ring / 2})`);
    mark.setAttribute("stroke-width", ring / (1 - ring / 2));
  }
  if (dash) mark.setAttribute("stroke-dasharray", dash.join(" "));
  return svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, mark,
    ...(dot ? [svg("circle", { r: dot, class: "dot" })] : []));
}

/** The card of an engagement as a swatch: the sign of its type. */
function typeSwatch(type) {
  return svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
    svg("path", { d: signOf(type), class: `sign tone-${toneOfType(type)}` }));
}
