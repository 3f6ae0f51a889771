// The map as a picture: its size, how to draw it, and its legend.

import { colours } from "../map/colours.js";
import { projectItems } from "../map/lines.js";
import { drawFitted, drawMap, mapElement, readCamera } from "../map/map.js";
import { CARD_PATH, drawMark } from "../map/marks.js";
import { findItem, scene } from "../map/scene.js";
import { DATA, ENGAGEMENTS, NODES } from "../model/data.js";
import { state } from "../model/state.js";
import { measureName } from "../panel/parts.js";
import { countrySide, kindShape, setStrength, typeIcon, typeTone } from "../text/shapes.js";
import { capitalise, termLabel, translate } from "../text/text.js";

const drawKey = (style) => (renderer, x, y) => drawMark(renderer, { kind: "key", r: 6, px: x, py: y, ...style });
const drawLineKey = (set) => (renderer, x, y) => renderer.curve([x - 13, y, x, y, x + 13, y],
  { colour: colours.soft, width: 3, alpha: setStrength(set) });
const drawTypeKey = (type) => (renderer, x, y) => {
  const colour = colours[`tone-${typeTone(type)}`];
  renderer.shape(CARD_PATH, x, y, 8, { fill: colours.card, colour, width: 1.4 });
  renderer.shape(typeIcon(type), x, y, 5.3, { colour, width: 1.2 });
};

/** Return the terms that the picture shows, by group, each with the function that draws its mark. */
function legend() {
  const seen = { set: new Set(), type: new Set(), country: new Set(), kind: new Set() };
  projectItems(readCamera());
  for (const item of scene.items.filter(({ isInFrame }) => isInFrame)) {
    if (item.kind === "node") {
      seen.country.add(NODES.country[item.index] < 0 ? -1 : countrySide(NODES.country[item.index]));
      seen.kind.add(NODES.kind[item.index]);
    }
    for (const engagement of item.engagements || []) seen.type.add(ENGAGEMENTS.type[engagement]);
    for (const [set] of item.sets || []) seen.set.add(set);
  }
  const entries = (group, draw, label = (index) => termLabel(group, index)) => [translate(`group_${group}`),
    [...seen[group]].filter((index) => index >= 0).sort((a, b) => a - b).map((index) => [capitalise(label(index)), draw(index)])];
  return [entries("set", drawLineKey), entries("type", drawTypeKey),
    entries("country", (side) => drawKey({ shape: "circle", side }), (side) => (side < Math.min(DATA.sides, 2)
      ? termLabel("country", side) : translate("otherCountries"))),
    entries("kind", (kind) => drawKey({ shape: kindShape(kind), side: kindShape(kind) === "blank" ? "blank" : 3 }))];
}

/** Return how to read what the legend has no marks for. */
const notes = () => [translate("readWidth"), translate("readRim"),
  state.measure ? translate("readSize", measureName(state.measure)) : "",
  scene.items.some(({ engagements = [] }) => engagements.length > 1) ? translate("readNumber") : ""];

const frameOn = (paper) => (paper && !state.camera ? mapPicture.paper[paper] : null);

/** The map as the reader sees it. On paper it is fitted into a frame, unless the reader has moved it. */
export const mapPicture = {
  paper: { dossier: [688, 400], whole: [688, 620] },
  has: ({ kind, index }) => Boolean(findItem(kind, index)),
  size: (paper) => frameOn(paper) || [mapElement.clientWidth, mapElement.clientHeight],
  draw: (renderer, paper) => (frameOn(paper) ? drawFitted(renderer, ...frameOn(paper)) : drawMap(renderer, readCamera(), [])),
  legend, notes,
};
