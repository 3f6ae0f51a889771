"use strict";
// Translations, names, dates, elements and swatches. Values are inserted as text and never as HTML.

// ---- Labels -------------------------------------------------------------------------------------------------------

const RIGHT_TO_LEFT = new Set(["ur"]);
/** Return the language of the labels, which the reader has chosen. */
const language = () => state.language;
/** Return the language of the interface: the chosen one, or English if there are no texts in that language. */
const interfaceLanguage = () => (language() in STRINGS ? language() : "en");

const fillPlaceholders = (text, values) => text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");

/** Return the name of a language in that language itself, or its code if the browser does not know it. */
function languageName(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** Return an interface text in the chosen language, or else in English. The values replace `{0}`, `{1}` and so on. */
function translate(key, ...values) {
  return fillPlaceholders(STRINGS[interfaceLanguage()][key] ?? STRINGS.en[key] ?? key, values);
}

/** Return a number in the same format in every browser and language. */
const formatNumber = (value) => (Number.isInteger(value) ? value : Number(value.toPrecision(4))).toLocaleString("en");

/** Return a count with its noun, such as "1 tie" or "3 ties". The text holds both forms, separated by a bar. */
function pluralise(count, key) {
  const forms = translate(key).split("|");
  return `${formatNumber(count)} ${forms[count === 1 ? 0 : forms.length - 1]}`.replace(/ (?=[\u4e00-\u9fff])/, "");
}

/** Return the label of a term of a vocabulary in the chosen language, or "" for index -1. */
function termLabel(group, index) {
  const entry = index >= 0 ? TERMS[group][index] : null;
  // The page translates the labels of status sets itself.
  const translation = entry && STRINGS[interfaceLanguage()][`${group}_${localName(entry.id)}`];
  return translation ? translation : entry ? (entry.labels && entry.labels[language()]) || entry.label : "";
}

const termMeaning = (group, index) => (index >= 0 && TERMS[group][index].meaning) || "";
const localName = (curie) => curie.slice(curie.indexOf(":") + 1);
const capitalise = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Return the label of a row in the chosen language, or else the original one, and its language ("": that of the data). */
function localisedLabel(table, row) {
  const translation = language() !== "en" && table.labels[row] ? table.labels[row][language()] : "";
  return translation ? { text: translation, lang: language() } : { text: table.label[row] || table.iri[row], lang: "" };
}
/** Return the name of a node. An unnamed party is called by an interface text. */
function nodeName(node) {
  const hasTranslation = interfaceLanguage() !== "en" && NODES.kind[node] >= 0 && localName(TERMS.kind[NODES.kind[node]].id) === "UnnamedParty";
  return hasTranslation ? { text: translate("unnamedParty"), lang: interfaceLanguage() } : localisedLabel(NODES, node);
}
const engagementTitle = (engagement) => localisedLabel(ENGAGEMENTS, engagement);

/** Return the name of a node on the map: its name in the chosen language, or else its short name. */
function nodeMapName(node) {
  const { text, lang } = nodeName(node);
  return lang ? text : NODES.short[node] || text;
}

// Remove control characters and direction marks. A direction mark could reverse a label on the canvas.
const stripControls = (text) => text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "");

/** Return a text normalised for search, in any script: lower case, without accents, in compatibility form. */
const normalise = (text) => stripControls(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// ---- Dates --------------------------------------------------------------------------------------------------------

/** Return the parts of an EDTF day, month or year, or null for other texts. A missing month or day is 0. */
function parseDate(edtf) {
  const match = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);
  if (!match || match[2] > 12 || match[2] === "00") return null;
  return { year: match[1], month: match[2] ? Number(match[2]) : 0, day: match[3] ? Number(match[3]) : 0, qualifier: match[4] };
}

/** Return one date in words. `omit` is the largest part to leave out ("year" or "month"), because it is shown elsewhere. */
function formatSingleDate(edtf, omit = "", short = false) {
  const parts = parseDate(edtf);
  if (!parts) return edtf;
  const { month, day, qualifier } = parts;
  const year = omit ? "" : parts.year.replaceAll("X", "0") + (parts.year.includes("X") ? translate("decade") : "");
  const shownMonth = omit === "month" ? 0 : month;
  const name = shownMonth ? translate("months").split(" ")[shownMonth - 1] : "";
  const text = interfaceLanguage() === "zh"
    ? [year && (parts.year.includes("X") ? year : `${year}年`), shownMonth && `${shownMonth}月`, day
      && `${day}日`].filter(Boolean).join("")
    : [day || "", short && interfaceLanguage() === "en" ? name.slice(0, 3) : name, year].filter(Boolean).join(" ");
  return qualifier ? translate({ "~": "about", "?": "probably", "%": "probablyAbout" }[qualifier], text) : text;
}

const INTERVAL_PATTERN = /^([[{]?)([^[\]{}/,]*?)(\.\.|\/|,)([^[\]{}/,]*?)[\]}]?$/;

/** Return both ends of an interval, with shared parts only once: 3, 5 September 2025; in Chinese 2025年9月3日, 5日. */
function formatIntervalEnds(from, to, short) {
  const [start, end] = [parseDate(from), parseDate(to)];
  const samePrecision = start && end && !start.qualifier && !end.qualifier && Boolean(start.month) === Boolean(end.month)
    && Boolean(start.day) === Boolean(end.day);
  const shared = !samePrecision || start.year !== end.year || !start.month ? "" : start.month === end.month && start.day ? "month" : "year";
  return interfaceLanguage() === "zh" ? [formatSingleDate(from, "", short), formatSingleDate(to, shared, short)]
    : [formatSingleDate(from, shared, short), formatSingleDate(to, "", short)];
}

/** Return an EDTF date in words: "between 3 and 5 September 2025". */
function formatDate(edtf) {
  const [, set, from, , to] = INTERVAL_PATTERN.exec(edtf) || [];
  if (to === undefined) return formatSingleDate(edtf);
  if (!from) return translate("by", formatSingleDate(to));
  if (!to || to === "..") return translate("since", formatSingleDate(from));
  return translate(set ? "between" : "fromTo", ...formatIntervalEnds(from, to, false));
}

/** Return an EDTF date in short form: "3–5 Sep 2025". */
function formatShortDate(edtf) {
  const [, , from, , to] = INTERVAL_PATTERN.exec(edtf) || [];
  if (from && to && to !== "..") return formatIntervalEnds(from, to, true).join("–");
  return to === undefined ? formatSingleDate(edtf, "", true) : formatDate(edtf);
}

/** Return a day, which is counted from 1970-01-01, in words. */
const formatDay = (day) => (day === null || day === undefined ? "" : formatSingleDate(formatIsoDay(day)));

// ---- Elements -----------------------------------------------------------------------------------------------------

/** Create an HTML element. Its children are texts or elements, never HTML. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
  return element;
}

function button(attributes, action, ...children) {
  const element = el("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", action);
  return element;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Create an element that marks the language of a name and isolates its direction from the text around it. */
const bdi = (text, lang) => el("bdi", { lang: lang || null }, text);

function nameElement(node) {
  const { text, lang } = nodeName(node);
  return bdi(text, lang);
}

/** Create a link if the address is a web address, or else a plain text. */
function link(address, text) {
  return /^https?:\/\//i.test(address || "")
    ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text || address)
    : document.createTextNode(text || address || "");
}

// ---- Shapes and swatches, which the map, the legend and the panel share -------------------------------------------

// How a mark shows its side without colour: filled, a ring, a dot inside. A thin ring: no country is known.
const SIDE_STYLES = { 0: {}, 1: { ring: 0.42 }, 2: { dot: 0.36 }, 3: { ring: 0.2 }, ink: {}, blank: { ring: 0.2, dash: [0.42, 0.34] } };

// SVG paths of radius 1 around (0, 0).
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

const SHAPE_BY_KIND = { Company: "circle", Ministry: "square", PublicBody: "diamond", DiplomaticMission: "pentagon",
  FinancialInstitution: "hexagon", University: "triangle", Person: "drop", Group: "cross", UnnamedParty: "blank" };

// Icons of engagements, as strokes within radius 1: a signed sheet, a speech bubble, a calendar, a coin, a flag …
const ICONS = {
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
const ICON_BY_TYPE = { Project: "Initiative", Loan: "Funding", Grant: "Funding", Investment: "Funding", Acquisition: "Funding" };

// The more advanced the status, the more solid the line. This is readable without colour.
const DASHES_BY_SET = { realised: [], entered: [12, 4], announced: [6, 5], prospective: [2, 4.5], ended: [12, 4, 2, 4], none: [2, 10] };
const TONES = 8; // number of relations with their own colour; the others share the neutral colour 0

/** Return the number of the colour of a relation. The most common relations have their own colours. */
const relationTone = (() => {
  let tones = null;
  return (relation) => {
    if (!tones) {
      const counts = new Array(TERMS.relation.length).fill(0);
      for (let tie = 0; tie < TIES.relation.length; tie += 1) counts[TIES.relation[tie]] += 1;
      const ranking = counts.map((_, index) => index).sort((a, b) => counts[b] - counts[a] || a - b);
      tones = counts.map((_, index) => (ranking.indexOf(index) < TONES ? ranking.indexOf(index) + 1 : 0));
    }
    return tones[relation] ?? 0;
  };
})();
const kindShape = (kind) => (kind < 0 ? "octagon" : SHAPE_BY_KIND[localName(TERMS.kind[kind].id)] || "octagon");
const countrySide = (country) => (country < 0 ? 3 : country < DATA.sides ? country : 2);
const setDashes = (set) => (set < 0 ? [] : DASHES_BY_SET[localName(TERMS.set[set].id)] || []);
const lineWidth = (voices) => 2 + 1.1 * Math.min(Math.max(voices - 1, 0), 4);
function typeIcon(type) {
  const name = type < 0 ? "" : localName(TERMS.type[type].id);
  return ICONS[ICON_BY_TYPE[name] || name] || ICONS.Initiative;
}

/** Create a swatch of a line: its colour shows the relation, its dashes the status set, its width the voices. */
function lineSwatch({ relation = -1, set = -1, width = 2.2 }) {
  const line = svg("line", { x1: 1, x2: 27, y1: 7, y2: 7, class: `tone-${relation < 0 ? "ink" : relationTone(relation)}`,
    "stroke-width": width });
  const dashes = setDashes(set);
  if (dashes.length) line.setAttribute("stroke-dasharray", dashes.map((dash) => dash * 0.7).join(" "));
  return svg("svg", { class: "swatch", width: 28, height: 14, viewBox: "0 0 28 14", "aria-hidden": "true" }, line);
}

/** Create a swatch of a mark: its shape shows the kind, its filling the side. Without a country, it has the text colour. */
function nodeSwatch({ kind = null, country = null }) {
  const shape = kind === null ? "circle" : kindShape(kind);
  const side = shape === "blank" ? "blank" : country === null ? "ink" : countrySide(country);
  const { ring, dot, dash } = SIDE_STYLES[side];
  const mark = svg("path", { d: SHAPES[shape], class: `side-${side === "blank" ? 3 : side}${ring ? " ring" : ""}` });
  if (ring) {
    mark.setAttribute("transform", `scale(${1 - ring / 2})`);
    mark.setAttribute("stroke-width", ring / (1 - ring / 2));
  }
  if (dash) mark.setAttribute("stroke-dasharray", dash.join(" "));
  return svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, mark,
    ...(dot ? [svg("circle", { r: dot, class: "dot" })] : []));
}

/** Create a swatch of an engagement: the icon of its type. */
function typeSwatch(type) {
  return svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
    svg("path", { d: typeIcon(type), class: `sign tone-${typeTone(type)}` }));
}
