"use strict";
// Names on the map. The most important names are placed first, each at the best free position beside its mark. Names do
// not overlap.

/** Break a text into at most `maxLines` lines of about `lineLength` characters. A longer text ends in an ellipsis. */
function wrapText(text, maxLines, lineLength = 20) {
  const lines = [""];
  // Chinese has no spaces and may break anywhere.
  const words = stripControls(text).trim().split(/\s+/)
    .flatMap((part) => (/[\u3400-\u9fff]/.test(part) ? part.match(/.{1,10}/gu) : [part]));
  for (const part of words) {
    const last = lines[lines.length - 1];
    if (last && last.length + part.length > lineLength) lines.push(part);
    else lines[lines.length - 1] = last ? `${last} ${part}` : part;
  }
  const kept = lines.slice(0, maxLines).map((line) => (line.length > 26 ? `${[...line].slice(0, 24).join("")}…` : line));
  if (lines.length > maxLines && !kept[maxLines - 1].endsWith("…")) kept[maxLines - 1] += "…";
  return kept;
}

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

const measuringContext = document.createElement("canvas").getContext("2d");
let widthCache = new Map();
function textWidth(text, weight, size) {
  const key = `${weight} ${size} ${text}`;
  if (!widthCache.has(key)) {
    if (widthCache.size > 6000) widthCache = new Map();
    measuringContext.font = `${weight} ${size}px ${colours.font}`;
    widthCache.set(key, measuringContext.measureText(text).width);
  }
  return widthCache.get(key);
}

const itemName = (item) =>
  (item.kind === "node" ? nodeMapName(item.index) : item.kind === "community" ? communityName(item.index)
    : engagementTitle(item.index).text);

/** Return the positions for a name as [x, y, share to the left, share above], those crossed by the fewest lines first. */
function namePositions(item) {
  const { px: x, py: y, kind } = item;
  const r = (kind === "engagement" ? item.r * 1.15 : item.r) + 4;
  const d = item.r * 0.72 + 2;
  const positions = [[[x, y + r, 0.5, 0], 0, 1, 0], [[x, y - r, 0.5, 1], 0, -1, 0.2], [[x + r, y, 0, 0.5], 1, 0, 0.35],
    [[x - r, y, 1, 0.5], -1, 0, 0.35], [[x + d, y + d, 0, 0], 0.7, 0.7, 0.8], [[x - d, y + d, 1, 0], -0.7, 0.7, 0.8],
    [[x + d, y - d, 0, 1], 0.7, -0.7, 0.8], [[x - d, y - d, 1, 1], -0.7, -0.7, 0.8],
    [[x, y + r, 0.2, 0], 0.2, 0.95, 0.6], [[x, y + r, 0.8, 0], -0.2, 0.95, 0.6]];
  // The most important names may also be placed a little farther away.
  if (item.weight > 1.45) {
    for (const step of [9, 18]) {
      positions.push([[x, y + r + step, 0.5, 0], 0, 1, 1 + step / 20], [[x, y - r - step, 0.5, 1], 0, -1, 1.1 + step / 20],
        [[x + r, y + step, 0, 0.5], 1, 0.3, 1 + step / 20], [[x - r, y + step, 1, 0.5], -1, 0.3, 1 + step / 20],
        [[x + r, y - step, 0, 0.5], 1, -0.3, 1 + step / 20], [[x - r, y - step, 1, 0.5], -1, -0.3, 1 + step / 20]);
    }
  }
  const ownLines = scene.linesOf.get(item.key);
  const sample = ownLines.length > 40 ? ownLines.filter((_, index) => index % Math.ceil(ownLines.length / 40) === 0) : ownLines;
  return positions.map(([position, dx, dy, penalty]) => {
    let cost = penalty;
    for (const { from, to } of sample) {
      const other = from === item ? to : from;
      const distance = Math.hypot(other.px - x, other.py - y) || 1;
      cost += Math.max(0, (dx * (other.px - x) + dy * (other.py - y)) / distance - (dx ? 0.8 : 0.35));
    }
    return [position, cost];
  }).sort((a, b) => a[1] - b[1]).map(([position]) => position);
}

function nameArea([x, y, alignX, alignY], width, height) {
  const left = x - width * alignX, top = y - height * alignY;
  return { left, right: left + width, top, bottom: top + height };
}

/** Draw every name for which there is room outside the `occupied` areas, and return how many were drawn. */
function drawNames(renderer, camera, highlight, hovered, occupied) {
  const occupiedAreas = createAreaIndex();
  const importantAreas = createAreaIndex(); // the occupied areas without those of less important marks
  for (const area of occupied) for (const areaIndex of [occupiedAreas, importantAreas]) areaIndex.add(area);
  const isInside = ({ left, right, top, bottom }) => left >= 3 && right <= camera.width - 3 && top >= 3 && bottom <= camera.height - 3;
  const itemsInFrame = scene.items.filter((item) => item.isInFrame);
  for (const item of itemsInFrame) {
    const { px, py, r } = item;
    const area = { left: px - r, right: px + r, top: py - r, bottom: py + r };
    occupiedAreas.add(area);
    if (item.weight > 1.45) importantAreas.add(area);
  }
  const rank = (item) => (isSelected(item.kind, item) ? 3 : item === hovered ? 2 : highlight && highlight.items.has(item) ? 1 : 0);
  const zoomFactor = camera.scale / camera.fitScale;
  // There are many engagements with long titles. When zoomed out, only highlighted ones are named.
  const candidates = itemsInFrame.filter((item) => item.kind !== "engagement" || rank(item) || zoomFactor > 2.2 || itemsInFrame.length < 60)
    .sort((a, b) => rank(b) - rank(a) || b.weight - a.weight || a.order - b.order).slice(0, 400);
  const limit = Math.max(24, Math.round((camera.width * camera.height) / 5200));
  // In a dense map, the first names may cover less important marks. Otherwise there would be no room for any name.
  const forcedCount = itemsInFrame.length > 700 ? 14 : shown.truncated ? 6 : 0;
  let drawnCount = 0;
  for (const [rankIndex, item] of candidates.entries()) {
    if (drawnCount >= limit && !rank(item)) break;
    const isFaded = highlight && !highlight.items.has(item);
    const isCard = item.kind === "engagement";
    const size = (camera.width < 500 ? 11 : isCard ? 11.5 : item.kind === "community" ? 13 : item.weight > 1.45 ? 13 : 12);
    const weight = rank(item) > 1 || item.weight > 1.45 ? 650 : 450;
    const text = itemName(item);
    const variants = [wrapText(text, rank(item) > 1 ? 4 : isCard ? 3 : 2), wrapText(text, 4, 11)];
    const positions = namePositions(item);
    let placement = null;
    for (const lines of variants) {
      const width = Math.max(...lines.map((line) => textWidth(line, weight, size))) + 4;
      const height = size * 1.18 * lines.length;
      const candidateAreas = positions.map((position) => nameArea(position, width, height)).filter(isInside);
      const area = candidateAreas.find((candidate) => occupiedAreas.free(candidate))
        || (rankIndex < forcedCount && candidateAreas.find((candidate) => importantAreas.free(candidate)));
      if (area) { placement = { lines, area }; break; }
      if (rank(item) > 1 && lines === variants[1]) placement = { lines, area: nameArea(positions[0], width, height) };
    }
    if (!placement) continue;
    occupiedAreas.add(placement.area);
    importantAreas.add(placement.area);
    drawnCount += 1;
    placement.lines.forEach((line, row) =>
      renderer.text(line, (placement.area.left + placement.area.right) / 2, placement.area.top + size * 1.18 * (row + 0.5),
      { size, weight, colour: isCard ? colours.soft : colours.ink, alpha: isFaded ? 0.35 : 1, halo: colours.paper }));
  }
  drawLineLabels(renderer, highlight, occupiedAreas, isInside);
  return drawnCount;
}

/** Draw the labels of the highlighted lines, unless these are too many to be distinguished. */
function drawLineLabels(renderer, highlight, occupiedAreas, isInside) {
  if (!highlight || highlight.lines.size > 24) return;
  for (const line of highlight.lines) {
    if (highlight.secondary && highlight.secondary.has(line)) continue;
    const text = line.kind === "tie" ? termLabel("relation", TIES.relation[line.index]) : line.kind === "party" ? roleLabels(line) : "";
    if (!text) continue;
    const width = textWidth(text, 600, 11) + 4;
    for (const fraction of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const [x, y] = pointOnCurve(line.curve, fraction);
      const area = nameArea([x, y, 0.5, 0.5], width, 14);
      if (!isInside(area) || !occupiedAreas.free(area)) continue;
      occupiedAreas.add(area);
      renderer.text(stripControls(text), x, y, { size: 11, weight: 600, colour: colours[line.colour], halo: colours.paper });
      break;
    }
  }
}

const roleLabels = ({ index: engagement, node }) =>
  [...new Set(ENGAGEMENTS.parties[engagement].filter(([, party]) => party === node).map(([role]) => termLabel("role", role)))].join(", ");
