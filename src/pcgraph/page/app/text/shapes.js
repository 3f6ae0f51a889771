// Shapes, icons and swatches, which the map, the legend and the panel share.

import { DATA, TERMS } from "../model/data.js";
import { svg } from "./elements.js";
import { localName } from "./text.js";

// How a mark shows its side without colour: filled, a ring, a dot inside. A thin ring: no country is known.
/** @type {Record<string, { ring?: number, dot?: number, dash?: number[] }>} */
export const SIDE_STYLES = {
  0: {}, 1: { ring: 0.42 }, 2: DATA.sides ? { dot: 0.36 } : {}, 3: { ring: 0.2 }, ink: {},
  blank: { ring: 0.2, dash: [0.42, 0.34] },
};

// SVG paths of radius 1 around (0, 0).
export const SHAPES = (() => {
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

/**
 * How strongly a line is drawn: the further an engagement has come, the darker. No dashes, which dissolve where many
 * lines cross.
 */
const STRENGTH_BY_SET = { realised: 1, entered: 0.66, ended: 0.45, announced: 0.32, prospective: 0.24, none: 0.18 };
export const setStrength = (set) => (set < 0 ? 0.5 : STRENGTH_BY_SET[TERMS.set[set].id] ?? 0.5);

/** The colour of a relation or a type is part of the data, so that it is the same on every page, figure and subset. */
export const relationTone = (relation) => TERMS.relation[relation]?.tone ?? 0;
export const typeTone = (type) => TERMS.type[type]?.tone ?? 0;
export const TONES = 8;
export const kindShape = (kind) => (kind < 0 ? "octagon" : SHAPE_BY_KIND[localName(TERMS.kind[kind].id)] || "octagon");
export const countrySide = (country) => (country < 0 ? 3 : country < Math.min(DATA.sides, 2) ? country : 2);
export const lineWidth = (voices) => 2 + 1.1 * Math.min(Math.max(voices - 1, 0), 4);
export function typeIcon(type) {
  const name = type < 0 ? "" : localName(TERMS.type[type].id);
  return ICONS[ICON_BY_TYPE[name] || name] || ICONS.Initiative;
}

/** Create a swatch of a line: its colour shows the relation, its darkness the status set, its width the voices. */
export function lineSwatch({ relation = -1, set = -1, width = 3 }) {
  const line = svg("line", { x1: 1, x2: 27, y1: 7, y2: 7, class: `tone-${relation < 0 ? "ink" : relationTone(relation)}`,
    "stroke-width": width, "stroke-opacity": set < 0 ? 1 : setStrength(set) });
  return svg("svg", { class: "swatch", width: 28, height: 14, viewBox: "0 0 28 14", "aria-hidden": "true" }, line);
}

/**
 * Create a swatch of a mark: its shape shows the kind, its filling the side. Without a country, it has the text colour.
 * @param {{ kind?: number | null, country?: number | null }} mark
 */
export function nodeSwatch({ kind = null, country = null }) {
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
export function typeSwatch(type) {
  return svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
    svg("path", { d: typeIcon(type), class: `sign tone-${typeTone(type)}` }));
}
