// Where engagements are: a map of the places, each as exactly as it is known. A country is in the list below, and never a point.

import { DATA, ENGAGEMENTS, TERMS } from "../../model/data.js";
import { arrangeMaps, countLines, countPlaces, project, spread } from "../../model/places.js";
import { state } from "../../model/state.js";
import { textWidth } from "../../map/names.js";
import { breakLines } from "../../save/text_lines.js";
import { SHAPES } from "../../text/shapes.js";
import { formatNumber, pluralise, termLabel, translate } from "../../text/text.js";
import { fitText } from "./marks.js";
import { outlinesIn } from "./world.js";

const WIDE = 700, GAP = 12, HIGH = 430, ROW = 21, CREDIT = 15; // pixels
const LARGEST = 30, SMALLEST = 4, LARGE = 18; // radius of a circle, and of one that has its name inside if need be
const REACHED = 9; // radius of what a finger reaches
const MARK = "tone-1";

const placeOf = ({ place }) => TERMS.place[place];
const nameOf = (place) => termLabel("place", place);
const precisionOf = (place) => translate(`precision_${TERMS.place[place].precision || "none"}`);
const isCountry = ({ place }) => TERMS.place[place].precision === "country";

/** Return what leaves only a place in all charts; a whole country or province would leave the places in it as well. */
const only = (place) => (["country", "province"].includes(TERMS.place[place].precision) ? null
  : { chosen: { ...state.chosen, place: new Set([place]) } });

const KINDS = ["meetings", "papers", "work"];
const happens = (cell) => KINDS.filter((what) => cell[what])
  .map((what) => translate(`happens_${what}`, formatNumber(cell[what]))).join(translate("comma"));

/** Return the picture of a map that fills a box: its frame, and how a projected point lies in the box. */
function fitFrame([left, top, right, bottom], width, height) {
  const scale = Math.min(width / (right - left), height / (bottom - top));
  const [x, y] = [(left + right) / 2 - width / 2 / scale, (top + bottom) / 2 - height / 2 / scale];
  return { frame: [x, y, x + width / scale, y + height / scale],
    place: (/** @type {any[]} */ [a, b]) => [(a - x) * scale, (b - y) * scale] };
}

/** Draw a mark of a place: a circle, a diamond for a site, or a dashed ring for a province. The full part is work. */
function drawPlace(pen, cell, [x, y], r) {
  const { precision } = placeOf(cell), shape = precision === "site" ? SHAPES.diamond : SHAPES.circle;
  if (precision === "province") pen.shape(shape, x, y, r, { colour: MARK, width: 1.6, dashes: [4, 3] });
  else pen.shape(shape, x, y, r, { fill: MARK, alpha: 0.35 });
  if (cell.work && precision !== "province") {
    pen.shape(shape, x, y, r * Math.sqrt(cell.work / cell.engagements.length), { fill: MARK, alpha: 0.85 });
  }
}

/** Draw one map: the land, the lines, the marks, and the names for which there is room. */
function drawMap(pen, { frame, cells, lines }, most, [left, top, width, height]) {
  const { frame: shown, place } = fitFrame(frame, width, height), { land, borders } = outlinesIn(shown, place);
  pen.rect(left, top, width, height, 0, { fill: "well" });
  if (land) pen.shape(land, left, top, 1, { fill: "card" });
  if (borders) pen.shape(borders, left, top, 1, { colour: "soft", width: 0.6, alpha: 0.6 });
  pen.rect(left + 0.5, top + 0.5, width - 1, height - 1, 0, { colour: "hair", width: 1 });
  const radius = (cell) => Math.max(SMALLEST, Math.min(LARGEST, width / 14) * Math.sqrt(cell.engagements.length / most));
  const real = cells.map((cell) => place(project(placeOf(cell).at)));
  const middles = spread(cells.map((cell, index) => [...real[index], radius(cell)]), [width, height])
    .map(([x, y]) => [left + x, top + y]);
  const at = new Map(cells.map((cell, index) => [cell.place, middles[index]]));
  for (const line of lines) {
    const [[x1, y1], [x2, y2]] = line.ends.map((end) => at.get(end)), [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const [cx, cy] = [x + (y2 - y1) * 0.12, y - (x2 - x1) * 0.12], [hitX, hitY] = [(x + cx) / 2, (y + cy) / 2];
    pen.mark(line, [hitX - 7, hitY - 7, 14, 14], (inner) => {
      inner.curve([x1, y1, cx, cy, x2, y2], { colour: "ink", width: Math.min(4, line.engagements.length), alpha: 0.45 });
      inner.rect(hitX - 2.5, hitY - 2.5, 5, 5, 0, { fill: "ink" });
    });
  }
  const taken = [];
  cells.forEach((cell, index) => {
    const [x, y] = middles[index], [realX, realY] = [left + real[index][0], top + real[index][1]], r = radius(cell);
    if (Math.hypot(x - realX, y - realY) > 2 && placeOf(cell).precision !== "province") {
      pen.curve([realX, realY, (x + realX) / 2, (y + realY) / 2, x, y], { colour: "soft", width: 1 });
      pen.shape(SHAPES.circle, realX, realY, 1.8, { fill: "ink" });
    }
    const reach = Math.max(r, REACHED);
    pen.mark(cell, [x - reach, y - reach, 2 * reach, 2 * reach], (inner) => drawPlace(inner, cell, [x, y], r));
    taken.push([x - r, y - r, x + r, y + r]);
  });
  cells.forEach((cell, index) => {
    const [x, y] = middles[index], r = radius(cell) + 4, text = fitText(`${nameOf(cell.place)} ${cell.engagements.length}`, 150);
    const wide = textWidth(text, 400, 12);
    const spots = [["start", x + r, y], ["end", x - r, y], ["middle", x, y + r + 6], ["middle", x, y - r - 6]];
    const spot = spots.find(([anchor, a, b]) => {
      const from = anchor === "start" ? a : anchor === "end" ? a - wide : a - wide / 2, [high, low] = [b - 7, b + 7];
      if (from < left || from + wide > left + width || high < top || low > top + height) return false;
      return taken.every(([c, d, e, f]) => from + wide < c || from > e || low < d || high > f)
        && taken.push([from, high, from + wide, low]);
    }) ?? (r > LARGE ? ["middle", x, y] : null);
    if (spot) pen.text(text, spot[1], spot[2], { anchor: spot[0], halo: "card" });
  });
}

/** Return the lists below the map: [heading, cells]. */
const listsOf = ({ countries, beyond, unlocated, none }) => [["whereCountries", countries], ["whereBeyond", beyond],
  ["whereNone", [...unlocated, ...none]]].filter(([, cells]) => cells.length);

export const where = {
  id: "where",
  numbers(engagements) {
    const counts = countPlaces(engagements), marked = counts.filter(({ city }) => city < 0), maps = arrangeMaps();
    const withKey = (cell) => ({ ...cell, key: placeOf(cell).id, only: only(cell.place) });
    const cells = marked.map(withKey);
    const on = maps.map(({ frame, places }) => ({ frame, cells: cells.filter(({ place }) => places.has(place)) }));
    const drawn = new Set(on.flatMap((map) => map.cells.map(({ place }) => place)));
    const joined = countLines(engagements, marked)
      .map((line) => ({ ...line, key: line.ends.map((end) => TERMS.place[end].id).join(" ") }));
    const isPoint = (map, end) => TERMS.place[end].precision !== "province" && map.cells.some(({ place }) => place === end);
    const parts = on.map((map) => ({ ...map, lines: joined.filter(({ ends }) => ends.every((end) => isPoint(map, end))) }));
    const rest = cells.filter(({ place }) => !drawn.has(place)), countries = rest.filter(isCountry);
    const unplaced = engagements.filter((engagement) => !ENGAGEMENTS.places[engagement].length);
    const none = unplaced.length ? [{ key: "none", place: -1, engagements: unplaced }] : [];
    const nearer = new Set(cells.filter((cell) => !isCountry(cell)).flatMap((cell) => cell.engagements)).size;
    const lists = { countries, beyond: rest.filter((cell) => !isCountry(cell) && placeOf(cell).at),
      unlocated: rest.filter((cell) => !isCountry(cell) && !placeOf(cell).at), none };
    return { counts, maps: parts, lists, nearer, all: engagements.length, top: cells.find((cell) => !isCountry(cell)),
      cells: counts.length ? [...parts.flatMap((map) => [...map.lines, ...map.cells]), ...Object.values(lists).flat()] : [] };
  },
  headline: ({ nearer, all, top }) => (top ? translate("chart_where_head", formatNumber(nearer), pluralise(all, "engagement"),
    nameOf(top.place), formatNumber(top.engagements.length)) : translate("chart_where_none")),
  describe(cell) {
    const count = pluralise(cell.engagements.length, "engagement");
    if (cell.ends) return translate("whereLine", ...cell.ends.map(nameOf), count);
    if (cell.place < 0) return translate("labelled", translate("wherePlaceless"), count);
    return translate("wherePlace", nameOf(cell.place), precisionOf(cell.place), count, happens(cell));
  },
  columns: () => ["place", "label", "precision", "lat", "long", "engagements", "meetings", "papers", "work"],
  rows: ({ cells }) => cells.map((cell) => {
    const [label, { precision = "", at = ["", ""] }] = cell.ends ? [cell.ends.map(nameOf).join(" – "), {}]
      : cell.place < 0 ? [translate("wherePlaceless"), {}] : [nameOf(cell.place), placeOf(cell)];
    return [cell.key, label, precision, ...at, cell.engagements.length, ...KINDS.map((what) => cell[what] ?? "")];
  }),
  layout({ maps, lists }, width) {
    const beside = width >= WIDE ? maps.length : 1, wide = (width - GAP * (beside - 1)) / beside;
    const credits = maps.length ? [translate("whereBorders"), DATA.places_from.length
      ? translate("whereCoordinates", DATA.places_from.join(", ")) : ""].flatMap((text) => breakLines(text, width, 11)) : [];
    const high = Math.min(HIGH, wide * 0.85), rows = Math.ceil(maps.length / beside);
    const below = rows * (high + GAP) + credits.length * CREDIT + GAP;
    const groups = listsOf(lists), columns = width >= WIDE ? 3 : 1, column = (width - GAP * (columns - 1)) / columns;
    const heights = groups.map(([, cells]) => (cells.length + 1) * ROW + GAP);
    const height = below + (columns === 1 ? heights.reduce((a, b) => a + b, 0) : Math.max(0, ...heights));
    const most = Math.max(20, ...maps.flatMap((map) => map.cells.map(({ engagements }) => engagements.length)));
    const draw = (pen) => {
      maps.forEach((map, at) => drawMap(pen, map, most,
        [(at % beside) * (wide + GAP), Math.floor(at / beside) * (high + GAP), wide, high]));
      credits.forEach((credit, row) => pen.text(credit, 0, below - GAP - (credits.length - row - 0.5) * CREDIT,
        { size: 11, colour: "soft", anchor: "start" }));
      let top = below;
      groups.forEach(([heading, cells], at) => {
        const left = columns === 1 ? 0 : at * (column + GAP), from = columns === 1 ? top : below;
        top += heights[at];
        pen.text(translate(heading), left, from + ROW / 2, { size: 12.5, weight: 600, anchor: "start" });
        cells.forEach((cell, row) => {
          const y = from + (row + 1.5) * ROW, count = formatNumber(cell.engagements.length);
          pen.mark(cell, [left, y - ROW / 2, column, ROW], () => {});
          pen.text(fitText(cell.place < 0 ? translate("wherePlaceless") : nameOf(cell.place), column - 60, 12.5), left + 4, y,
            { size: 12.5, anchor: "start" });
          pen.text(count, left + column - 4, y, { size: 12.5, anchor: "end", colour: "soft" });
        });
      });
    };
    return { height, draw };
  },
};
