// Export of what is shown: the map as PNG (at double resolution) or SVG, and the rows of the table as CSV.

import { colours } from "../map/colours.js";
import { camera, drawMap, mapElement, readCamera } from "../map/map.js";
import { CARD_PATH, drawMark } from "../map/marks.js";
import { textWidth } from "../map/names.js";
import { cleanForXml, createCanvasRenderer, createSvgRenderer } from "../map/renderers.js";
import { scene } from "../map/scene.js";
import { ENGAGEMENTS, NODES, SIZE, SOURCES, expandCurie, statusOn } from "../model/data.js";
import { shown } from "../model/level.js";
import { state } from "../model/state.js";
import { formatDay } from "../text/dates.js";
import { el, svg } from "../text/elements.js";
import { countrySide, kindShape, setStrength, typeIcon, typeTone } from "../text/shapes.js";
import { engagementTitle, nodeName, normalise, stripControls, termLabel, translate } from "../text/text.js";

const MARGIN = 24;
const TITLE_HEIGHT = 66;

/** Return the legend of the picture: the relations or types, status sets, countries and kinds that are shown. */
function pictureLegend() {
  const marks = { type: new Set(), set: new Set(), country: new Set(), kind: new Set() };
  for (const item of scene.items) {
    if (item.kind === "stack") {
      for (const engagement of item.engagements) marks.type.add(ENGAGEMENTS.type[engagement]);
      for (const [set] of item.sets) marks.set.add(set);
    } else {
      marks.country.add(NODES.country[item.index] < 0 ? -1 : countrySide(NODES.country[item.index]));
      marks.kind.add(NODES.kind[item.index]);
    }
  }
  const sortIndices = (indices) => [...indices].filter((index) => index >= 0).sort((a, b) => a - b);
  const createMark = (style) => ({ kind: "key", px: 0, py: 0, r: 6.5, ...style });
  return [
    ...sortIndices(marks.type)
      .map((index) => ({ label: termLabel("type", index), colour: `tone-${typeTone(index)}`, sign: typeIcon(index) })),
    ...sortIndices(marks.set).map((index) => ({ label: termLabel("set", index), colour: "soft", alpha: setStrength(index) })),
    ...sortIndices(marks.country)
      .map((index) => ({ label: index < 2 ? termLabel("country", index) : translate("otherCountries"),
        mark: createMark({ shape: "circle", side: index }) })),
    ...sortIndices(marks.kind)
      .map((index) => ({ label: termLabel("kind", index),
        mark: createMark({ shape: kindShape(index), side: kindShape(index) === "blank" ? "blank" : 3 }) })),
  ].filter(({ label }) => label);
}

/** Place the entries of the legend in rows and return the total height. */
function placeLegend(legend, width) {
  let [x, row] = [MARGIN, 0];
  for (const entry of legend) {
    const entryWidth = 50 + textWidth(stripControls(entry.label), 400, 12);
    if (x > MARGIN && x + entryWidth > width - MARGIN) [x, row] = [MARGIN, row + 1];
    Object.assign(entry, { x, row });
    x += entryWidth;
  }
  return (row + 1) * 24 + 24;
}

function drawLegend(renderer, legend, top) {
  for (const { x, row, label, mark, colour, sign, alpha } of legend) {
    const y = top + 20 + row * 24;
    if (mark) drawMark(renderer, Object.assign(mark, { px: x + 13, py: y }), false);
    else if (sign) {
      renderer.shape(CARD_PATH, x + 13, y, 8.5, { fill: colours.card, colour: colours[colour], width: 1.4 });
      renderer.shape(sign, x + 13, y, 5.6, { colour: colours[colour], width: 1.2 });
    } else renderer.curve([x, y, x + 13, y, x + 26, y], { colour: colours[colour], width: 3, alpha });
    renderer.text(stripControls(label), x + 32, y, { size: 12, colour: colours.soft, anchor: "start" });
  }
}

const pictureTitle = () => stripControls(document.getElementById("heading").textContent).trim();
const pictureCaption = () =>
  [stripControls(document.getElementById("counts").textContent), state.asOf === null ? ""
    : formatDay(state.asOf)].filter(Boolean).join(" · ");

/** Draw the picture: title, map and legend. `createRenderers` gets the size and returns one renderer for the picture and
 * one for the map inside it. */
function drawPicture(createRenderers) {
  const [width, height] = [mapElement.clientWidth, mapElement.clientHeight];
  const legend = pictureLegend();
  const legendHeight = placeLegend(legend, width);
  const { renderer, map: mapRenderer } = createRenderers(width, TITLE_HEIGHT + height + legendHeight, TITLE_HEIGHT, height);
  renderer.text(pictureTitle(), MARGIN, 28, { size: 18, weight: 650, colour: colours.ink, anchor: "start" });
  renderer.text(pictureCaption(), MARGIN, 51, { size: 12, colour: colours.soft, anchor: "start" });
  readCamera();
  drawMap(mapRenderer, camera, []);
  drawLegend(renderer, legend, TITLE_HEIGHT + height);
}

export function download(blob, suffix, title = pictureTitle()) {
  const url = URL.createObjectURL(blob);
  const name = normalise(title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "map";
  el("a", { href: url, download: `${name}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Save the current map as PNG at double resolution. */
export function savePng() {
  const canvas = document.createElement("canvas");
  const ctx = canvas.getContext("2d");
  drawPicture((width, height, titleHeight, mapHeight) => {
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    ctx.scale(2, 2);
    ctx.fillStyle = colours.paper;
    ctx.fillRect(0, 0, width, height);
    const renderer = createCanvasRenderer(ctx, colours.font);
    // Clip the map to its own frame.
    const clipToMap = (draw) => (...values) => {
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, titleHeight, width, mapHeight);
      ctx.clip();
      ctx.translate(0, titleHeight);
      draw(...values);
      ctx.restore();
    };
    const mapRenderer = createCanvasRenderer(ctx, colours.font);
    return { renderer, map: Object.fromEntries(Object.entries(mapRenderer).map(([name, draw]) => [name, clipToMap(draw)])) };
  });
  canvas.toBlob((blob) => download(blob, "png"), "image/png");
}

/** Return the picture as one SVG element, with the map clipped to its own frame. */
function createSvgPicture() {
  let root = null;
  drawPicture((width, height, titleHeight, mapHeight) => {
    const map = svg("svg", { x: 0, y: titleHeight, width, height: mapHeight, viewBox: `0 0 ${width} ${mapHeight}`, overflow: "hidden" });
    root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
      svg("title", {}, cleanForXml(pictureTitle())), svg("desc", {}, cleanForXml(pictureCaption())),
      svg("rect", { width, height, fill: colours.paper }), map);
    return { renderer: createSvgRenderer(root, colours.font), map: createSvgRenderer(map, colours.font) };
  });
  return root;
}

export function saveSvg() {
  download(new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(createSvgPicture()), "\n"],
    { type: "image/svg+xml" }), "svg");
}

// ---- CSV ----------------------------------------------------------------------------------------------------------

/** Return a CSV cell. A text that a spreadsheet would read as a formula gets a leading apostrophe. */
export function csvCell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const joinLabels = (indices, labelOf) => indices.map(labelOf).join("; ");
const lastStepDate = (engagement) => ENGAGEMENTS.steps[engagement].reduce((last, [, edtf]) => edtf || last, "");

function engagementRows() {
  const rows = [["engagement", "engagement_iri", "type", "parties", "status", "date", "sectors", "amount", "claim",
    "quantity", "voices", "sources"]];
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!shown.listed[engagement]) continue;
    rows.push([engagementTitle(engagement).text, expandCurie(ENGAGEMENTS.iri[engagement]), termLabel("type", ENGAGEMENTS.type[engagement]),
      joinLabels(ENGAGEMENTS.parties[engagement].filter(([, node]) => node >= 0),
        ([role, node]) => `${nodeName(node).text} (${termLabel("role", role)})`),
      termLabel("status", statusOn(engagement, state.asOf)), lastStepDate(engagement),
      joinLabels(ENGAGEMENTS.sectors[engagement], (sector) => termLabel("sector", sector)), ENGAGEMENTS.amount[engagement],
      ENGAGEMENTS.claim[engagement], ENGAGEMENTS.quantity[engagement],
      ENGAGEMENTS.voices[engagement], joinLabels(ENGAGEMENTS.sources[engagement], (source) => expandCurie(SOURCES.iri[source]))]);
  }
  return rows;
}

const csvText = () => engagementRows()
  .map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";

export function saveCsv() {
  download(new Blob([csvText()], { type: "text/csv;charset=utf-8" }), "csv");
}
