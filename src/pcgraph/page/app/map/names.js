// Names on the map. The most important names are placed first, each at the best free position beside its mark. Names do
// not overlap.

import { ENGAGEMENTS } from "../model/data.js";
import { groupName } from "../text/describe.js";
import { engagementTitle, nodeMapName, termLabel } from "../text/text.js";
import { stripControls } from "../text/tokens.js";
import { colours } from "./colours.js";
import { pointOnCurve } from "./geometry.js";
import { frontRank, linesOf, scene } from "./scene.js";

/** Break a text into at most `maxLines` lines of about `lineLength` characters. A longer text ends in an ellipsis. */
function wrapText(text, maxLines, lineLength = 20, longest = 26) {
  const lines = [""];
  const isChinese = (part) => /[\u3400-\u9fff]/.test(part); // it has no spaces and may break anywhere
  const words = stripControls(text).trim().split(/\s+/)
    .flatMap((part) => (isChinese(part) ? part.match(/.{1,10}/gu) : [part]));
  for (const part of words) {
    const last = lines[lines.length - 1];
    if (last && last.length + part.length > lineLength) lines.push(part);
    else lines[lines.length - 1] = last ? `${last}${isChinese(last.at(-1)) && isChinese(part[0]) ? "" : " "}${part}` : part;
  }
  const kept = lines.slice(0, maxLines)
    .map((line) => (line.length > longest ? `${[...line].slice(0, longest - 2).join("")}…` : line));
  if (lines.length > maxLines && !kept[maxLines - 1].endsWith("…")) kept[maxLines - 1] += "…";
  return kept;
}

const ALWAYS_NAMED = 12; // organisations, the largest in the frame

/** Create an index of occupied areas, which are rectangles, by the grid cells that they touch. */
function createAreaIndex() {
  const cells = new Map();
  const CELL_SIZE = 64;
  const visitCells = (area, visit) => {
    for (let x = Math.floor(area.left / CELL_SIZE); x <= area.right / CELL_SIZE; x += 1) {
      for (let y = Math.floor(area.top / CELL_SIZE); y <= area.bottom / CELL_SIZE; y += 1) if (visit(x * 4096 + y)) return true;
    }
    return false;
  };
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    add: (area) => visitCells(area, (key) => { if (!cells.has(key)) cells.set(key, []); cells.get(key).push(area); }),
    free: (area) => !visitCells(area, (key) => (cells.get(key) || []).some((other) => overlap(area, other))),
  };
}

const measuringContext = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
let widthCache = new Map();
export function textWidth(text, weight, size) {
  const key = `${weight} ${size} ${text}`;
  if (!widthCache.has(key)) {
    if (widthCache.size > 6000) widthCache = new Map();
    measuringContext.font = `${weight} ${size}px ${colours.font}`;
    widthCache.set(key, measuringContext.measureText(text).width);
  }
  return widthCache.get(key);
}

const isArcNode = (item) => scene.arcs && item.labelSide !== undefined;
const itemName = (item) => (item.kind === "node" ? nodeMapName(item.index) : item.kind === "group" ? groupName(item.index)
  : item.engagements.length === 1 ? engagementTitle(item.index).text : "");
const sizeOf = (item, camera) => (camera.width < 500 || rowHeight(camera) < 18 ? 11 : item.kind === "stack" ? 11.5
  : item.weight > 1.45 ? 13 : 12);
export const TWO_LINES = 26; // a row of the arcs that is higher, in pixels, has room for two lines of a name
/** Return the height of a row of the arcs, in pixels. */
const rowHeight = (camera) => (scene.arcs ? (camera.height * camera.scale) / camera.fitScale / (scene.rows + 2) : Infinity);

/** Return how wide the names at the left and the right of the arcs are, in so many lines each, to leave room for them. */
export function arcNameWidths(width, mostLines) {
  const widths = [0, 0];
  for (const item of scene.items) {
    if (!item.labelSide) continue;
    const side = item.labelSide < 0 ? 0 : 1;
    for (const line of mostLines > 1 ? wrapText(itemName(item), 2) : wrapText(itemName(item), 1, 34, 34)) {
      widths[side] = Math.max(widths[side], textWidth(line, 650, width < 500 ? 11 : 13) + item.size + 16);
    }
  }
  return widths.map((needed) => Math.min(needed, width * 0.3));
}

// Where a name may stand: beside which part of its mark, its share to the left and above of that point, the direction of its
// middle, and how much worse it is.
const SPOTS = [[0, 1, 0.5, 0, 0, 1, 0], [0, -1, 0.5, 1, 0, -1, 0.2], [1, 0, 0, 0.5, 1, 0, 0.35], [-1, 0, 1, 0.5, -1, 0, 0.35],
  [1, 1, 0, 0, 0.7, 0.7, 0.8], [-1, 1, 1, 0, -0.7, 0.7, 0.8], [1, -1, 0, 1, 0.7, -0.7, 0.8], [-1, -1, 1, 1, -0.7, -0.7, 0.8],
  [0, 1, 0.2, 0, 0.2, 0.95, 0.6], [0, 1, 0.8, 0, -0.2, 0.95, 0.6]];

/** Return the spots of an item, those crossed by the fewest lines first. They are the same at each place of the camera. */
function sortSpots(item) {
  const { px: x, py: y } = item;
  const ownLines = linesOf(item);
  const sample = ownLines.length > 40 ? ownLines.filter((_, index) => index % Math.ceil(ownLines.length / 40) === 0) : ownLines;
  return SPOTS.map((spot) => {
    const [, , , , dx, dy, penalty] = spot;
    let cost = penalty;
    for (const { from, to } of sample) {
      const other = from === item ? to : from;
      const distance = Math.hypot(other.px - x, other.py - y) || 1;
      cost += Math.max(0, (dx * (other.px - x) + dy * (other.py - y)) / distance - (dx ? 0.8 : 0.35));
    }
    return { spot, cost };
  }).sort((a, b) => a.cost - b.cost).map(({ spot }) => spot);
}

/** Return the positions for a name as [x, y, share to the left, share above], the best first. */
function namePositions(item) {
  const { px: x, py: y } = item;
  const r = (item.kind === "stack" ? item.r * 1.15 : item.r) + 4;
  if (isArcNode(item) && item.labelSide) {
    const side = item.labelSide;
    const beside = [0, 4, -4, 9, -9].map((dy) => [x + side * r, y + dy, side < 0 ? 1 : 0, 0.5]);
    return [...beside, [x, y + r, 0.5, 0], [x, y - r, 0.5, 1], [x - side * r, y, side < 0 ? 0 : 1, 0.5]];
  }
  const d = item.r * 0.72 + 2;
  return cached(item, `${scene.stretch}`, () => sortSpots(item)).map(([right, down, alignX, alignY]) => {
    const reach = right && down ? d : r;
    return [x + right * reach, y + down * reach, alignX, alignY];
  });
}

const cache = new WeakMap(); // by item; each scene has new ones
function cached(item, key, compute) {
  if (!cache.has(item)) cache.set(item, new Map());
  const known = cache.get(item);
  if (!known.has(key)) known.set(key, compute());
  return known.get(key);
}

/** Return the ways to write the name of an item, the best first: the lines, and the size of all of them. */
function nameVariants(item, size, weight, isHigh) {
  const text = itemName(item);
  const variants = isArcNode(item) && item.labelSide
    ? [...(isHigh ? [wrapText(text, 2), wrapText(text, 3, 12)] : []), wrapText(text, 1, 34, 34), wrapText(text, 1, 22, 24),
      ...(isHigh ? [] : [wrapText(text, 2, 14)]), wrapText(text, 1, 14, 16)]
    : [wrapText(text, item.kind === "stack" ? 3 : 2), wrapText(text, 4, 11)];
  return variants.map((lines) => ({ lines, height: size * 1.18 * lines.length,
    width: Math.max(...lines.map((line) => textWidth(line, weight, size))) + 4 }));
}

/** @returns {Area} */
function nameArea(/** @type {number[]} */ [x, y, alignX, alignY], width, height) {
  const left = x - width * alignX, top = y - height * alignY;
  return { left, right: left + width, top, bottom: top + height };
}

/**
 * Return the name of each item for which there is room outside the `occupied` areas: {item, lines, area, size, weight}. The
 * largest organisations need no room among the marks: without their names, a crowded picture would say nothing.
 */
function placeNames(camera, front, occupied, areas) {
  const { highlight } = front;
  const names = createAreaIndex(); // without the marks
  for (const area of occupied) { areas.add(area); names.add(area); }
  const isInside = ({ left, right, top, bottom }) => left >= 3 && right <= camera.width - 3
    && top >= 3 && bottom <= camera.height - 3;
  const itemsInFrame = scene.items.filter((item) => item.isInFrame);
  for (const { px, py, r } of itemsInFrame) areas.add({ left: px - r, right: px + r, top: py - r, bottom: py + r });
  const rank = (item) => frontRank(front, item);
  // There are many engagements with long titles. When zoomed out, only a few that are highlighted are named.
  const areStacksNamed = camera.scale / camera.fitScale > 2.2
    || (highlight && highlight.lines.size - highlight.secondary.size <= 12);
  const isNamed = (item) => item.kind !== "stack" || rank(item) > 1 || (areStacksNamed && (rank(item) || !highlight));
  const candidates = itemsInFrame.filter((item) => isNamed(item) && itemName(item))
    .map((item) => ({ item, itemRank: rank(item) }))
    .sort((a, b) => b.itemRank - a.itemRank || Number(isArcNode(b.item)) - Number(isArcNode(a.item))
      || b.item.weight - a.item.weight || a.item.order - b.item.order).slice(0, 400);
  const limit = Math.max(30, Math.round((camera.width * camera.height) / 5200));
  const largest = new Set(candidates.filter(({ item }) => item.kind !== "stack").sort((a, b) => b.item.weight - a.item.weight)
    .slice(0, ALWAYS_NAMED).map(({ item }) => item));
  const placed = [];
  for (const { item, itemRank } of candidates) {
    if (placed.length >= limit && !itemRank) break;
    const size = sizeOf(item, camera);
    const weight = itemRank > 1 || item.weight > 1.45 ? 650 : 450;
    const isHigh = rowHeight(camera) > TWO_LINES;
    const variants = cached(item, `${size} ${weight} ${isHigh}`, () => nameVariants(item, size, weight, isHigh));
    const positions = namePositions(item);
    const find = (index) => {
      for (const variant of variants) {
        const position = positions.find((each) => {
          const area = nameArea(each, variant.width, variant.height);
          return isInside(area) && index.free(area);
        });
        if (position) return [variant, position];
      }
      return null;
    };
    const found = find(areas) || (largest.has(item) && find(names)) || (itemRank > 1 && [variants[1], positions[0]]);
    if (!found) continue;
    const [{ lines, width, height }, position] = found, area = nameArea(position, width, height);
    for (const index of [areas, names]) index.add(area);
    placed.push({ item, lines, size, weight, dx: (area.left + area.right) / 2 - item.px, dy: area.top - item.py });
  }
  return placed;
}

let lastPlaced = [], lastScale = 1;
const CROWDED = 0.85; // drawn smaller than that, the names of engagements would lie on one another
/** Draw the names. While the map moves, they keep their places beside their marks, which is much faster. */
export function drawNames(renderer, camera, front, occupied, isMoving) {
  const { highlight } = front;
  const areas = createAreaIndex();
  if (!isMoving) [lastPlaced, lastScale] = [placeNames(camera, front, occupied, areas), camera.scale];
  for (const { item, lines, size, weight, dx, dy } of lastPlaced) {
    if (item.kind === "stack" && camera.scale < CROWDED * lastScale) continue;
    const isFaded = highlight && !highlight.items.has(item);
    const colour = item.kind === "stack" ? colours.soft : colours.ink;
    lines.forEach((line, row) => renderer.text(line, item.px + dx, item.py + dy + size * 1.18 * (row + 0.5),
      { size, weight, colour, alpha: isFaded ? 0.35 : 1, halo: colours.paper }));
  }
  if (!isMoving) drawRoles(renderer, camera, highlight, areas);
  return lastPlaced.length;
}

/** Draw the roles on the highlighted lines, unless these are too many to be distinguished. */
function drawRoles(renderer, camera, highlight, areas) {
  const lines = highlight ? [...highlight.lines].filter((line) => !highlight.secondary.has(line)) : [];
  if (!lines.length || lines.length > 12) return;
  for (const line of lines) {
    const roles = new Set(line.stack.engagements.flatMap((engagement) => ENGAGEMENTS.parties[engagement])
      .filter(([, party]) => party === line.node).map(([role]) => termLabel("role", role)));
    if (!roles.size || roles.size > 2) continue;
    const text = stripControls([...roles].join(", "));
    const width = textWidth(text, 600, 11) + 4;
    for (const fraction of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const [x, y] = pointOnCurve(line.curve, fraction);
      const area = nameArea([x, y, 0.5, 0.5], width, 14);
      if (!areas.free(area) || area.left < 3 || area.right > camera.width - 3) continue;
      areas.add(area);
      renderer.text(text, x, y, { size: 11, weight: 600, colour: colours[line.colour], halo: colours.paper });
      break;
    }
  }
}
