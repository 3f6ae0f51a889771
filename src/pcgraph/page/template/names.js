"use strict";
// Names on the map: the most important first, each at the best free place beside its mark, without overlaps.

/** Break a text into at most `most` lines of about `long` characters; a longer text ends in an ellipsis. */
function wrap(text, most, long = 20) {
  const lines = [""];
  // Chinese has no spaces, so it may break anywhere.
  const words = plain(text).trim().split(/\s+/).flatMap((part) => (/[\u3400-\u9fff]/.test(part) ? part.match(/.{1,10}/gu) : [part]));
  for (const part of words) {
    const last = lines[lines.length - 1];
    if (last && last.length + part.length > long) lines.push(part);
    else lines[lines.length - 1] = last ? `${last} ${part}` : part;
  }
  const kept = lines.slice(0, most).map((line) => (line.length > 26 ? `${[...line].slice(0, 24).join("")}…` : line));
  if (lines.length > most && !kept[most - 1].endsWith("…")) kept[most - 1] += "…";
  return kept;
}

/** Occupied rectangles, indexed by the grid cells that they touch. */
function takenAreas() {
  const cells = new Map();
  const SIDE = 64;
  const over = (area, visit) => {
    for (let x = Math.floor(area.left / SIDE); x <= area.right / SIDE; x += 1) {
      for (let y = Math.floor(area.top / SIDE); y <= area.bottom / SIDE; y += 1) if (visit(x * 4096 + y)) return true;
    }
    return false;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    add: (area) => over(area, (key) => { if (!cells.has(key)) cells.set(key, []); cells.get(key).push(area); }),
    free: (area) => !over(area, (key) => (cells.get(key) || []).some((other) => meets(area, other))),
  };
}

const ruler = document.createElement("canvas").getContext("2d");
let widths = new Map();
function widthIn(text, weight, size) {
  const key = `${weight} ${size} ${text}`;
  if (!widths.has(key)) {
    if (widths.size > 6000) widths = new Map();
    ruler.font = `${weight} ${size}px ${colours.font}`;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

const nameText = (item) => (item.kind === "node" ? mapName(item.at) : item.kind === "community" ? communityName(item.at) : titleOf(item.at).text);

/** Places for a name [x, y, share to the left, share above], best first: where the fewest of its own lines are. */
function besides(item) {
  const { px: x, py: y, kind } = item;
  const r = (kind === "engagement" ? item.r * 1.15 : item.r) + 4;
  const d = item.r * 0.72 + 2;
  const spots = [[[x, y + r, 0.5, 0], 0, 1, 0], [[x, y - r, 0.5, 1], 0, -1, 0.2], [[x + r, y, 0, 0.5], 1, 0, 0.35],
    [[x - r, y, 1, 0.5], -1, 0, 0.35], [[x + d, y + d, 0, 0], 0.7, 0.7, 0.8], [[x - d, y + d, 1, 0], -0.7, 0.7, 0.8],
    [[x + d, y - d, 0, 1], 0.7, -0.7, 0.8], [[x - d, y - d, 1, 1], -0.7, -0.7, 0.8],
    [[x, y + r, 0.2, 0], 0.2, 0.95, 0.6], [[x, y + r, 0.8, 0], -0.2, 0.95, 0.6]];
  // The most important names may also be a little farther away.
  if (item.weight > 1.45) {
    for (const step of [9, 18]) {
      spots.push([[x, y + r + step, 0.5, 0], 0, 1, 1 + step / 20], [[x, y - r - step, 0.5, 1], 0, -1, 1.1 + step / 20],
        [[x + r, y + step, 0, 0.5], 1, 0.3, 1 + step / 20], [[x - r, y + step, 1, 0.5], -1, 0.3, 1 + step / 20],
        [[x + r, y - step, 0, 0.5], 1, -0.3, 1 + step / 20], [[x - r, y - step, 1, 0.5], -1, -0.3, 1 + step / 20]);
    }
  }
  const own = scene.linesOf.get(item.key);
  const sample = own.length > 40 ? own.filter((_, place) => place % Math.ceil(own.length / 40) === 0) : own;
  return spots.map(([spot, dx, dy, dislike]) => {
    let crossed = dislike;
    for (const { from, to } of sample) {
      const other = from === item ? to : from;
      const far = Math.hypot(other.px - x, other.py - y) || 1;
      crossed += Math.max(0, (dx * (other.px - x) + dy * (other.py - y)) / far - (dx ? 0.8 : 0.35));
    }
    return [spot, crossed];
  }).sort((a, b) => a[1] - b[1]).map(([spot]) => spot);
}

function areaAt([x, y, alignX, alignY], wide, tall) {
  const left = x - wide * alignX, top = y - tall * alignY;
  return { left, right: left + wide, top, bottom: top + tall };
}

/** Draw every name for which there is room; returns how many. `taken`: areas that are not free. */
function drawNames(pen, eye, light, hovered, taken) {
  const areas = takenAreas();
  const firm = takenAreas(); // the same without less important marks
  for (const area of taken) for (const one of [areas, firm]) one.add(area);
  const inside = ({ left, right, top, bottom }) => left >= 3 && right <= eye.wide - 3 && top >= 3 && bottom <= eye.high - 3;
  const seen = scene.items.filter((item) => item.seen);
  for (const item of seen) {
    const { px, py, r } = item;
    const area = { left: px - r, right: px + r, top: py - r, bottom: py + r };
    areas.add(area);
    if (item.weight > 1.45) firm.add(area);
  }
  const rank = (item) => (isPicked(item.kind, item) ? 3 : item === hovered ? 2 : light && light.items.has(item) ? 1 : 0);
  const near = eye.scale / eye.opening;
  // There are many cards with long titles, so when zoomed out only highlighted cards are named.
  const due = seen.filter((item) => item.kind !== "engagement" || rank(item) || near > 2.2 || seen.length < 60)
    .sort((a, b) => rank(b) - rank(a) || b.weight - a.weight || a.order - b.order).slice(0, 400);
  const most = Math.max(24, Math.round((eye.wide * eye.high) / 5200));
  // In a dense map the first names may cover less important marks, so that there are names at all.
  const bold = seen.length > 700 ? 14 : shown.cut ? 6 : 0;
  let written = 0;
  for (const [order, item] of due.entries()) {
    if (written >= most && !rank(item)) break;
    const faded = light && !light.items.has(item);
    const card = item.kind === "engagement";
    const size = (eye.wide < 500 ? 11 : card ? 11.5 : item.kind === "community" ? 13 : item.weight > 1.45 ? 13 : 12);
    const weight = rank(item) > 1 || item.weight > 1.45 ? 650 : 450;
    const text = nameText(item);
    const wrapped = [wrap(text, rank(item) > 1 ? 4 : card ? 3 : 2), wrap(text, 4, 11)];
    const spots = besides(item);
    let place = null;
    for (const lines of wrapped) {
      const wide = Math.max(...lines.map((line) => widthIn(line, weight, size))) + 4;
      const tall = size * 1.18 * lines.length;
      const tried = spots.map((spot) => areaAt(spot, wide, tall)).filter(inside);
      const area = tried.find((one) => areas.free(one)) || (order < bold && tried.find((one) => firm.free(one)));
      if (area) { place = { lines, area }; break; }
      if (rank(item) > 1 && lines === wrapped[1]) place = { lines, area: areaAt(spots[0], wide, tall) };
    }
    if (!place) continue;
    areas.add(place.area);
    firm.add(place.area);
    written += 1;
    place.lines.forEach((line, row) => pen.text(line, (place.area.left + place.area.right) / 2, place.area.top + size * 1.18 * (row + 0.5),
      { size, weight, colour: card ? colours.soft : colours.ink, alpha: faded ? 0.35 : 1, halo: colours.paper }));
  }
  nameLines(pen, light, areas, inside);
  return written;
}

/** Draw the labels of the highlighted lines, if they are few enough to be distinguished. */
function nameLines(pen, light, areas, inside) {
  if (!light || light.lines.size > 24) return;
  for (const line of light.lines) {
    if (light.far && light.far.has(line)) continue;
    const text = line.kind === "tie" ? word("relation", T.relation[line.at]) : line.kind === "part" ? rolesOf(line) : "";
    if (!text) continue;
    const wide = widthIn(text, 600, 11) + 4;
    for (const step of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const [x, y] = onCurve(line.curve, step);
      const area = areaAt([x, y, 0.5, 0.5], wide, 14);
      if (!inside(area) || !areas.free(area)) continue;
      areas.add(area);
      pen.text(plain(text), x, y, { size: 11, weight: 600, colour: colours[line.colour], halo: colours.paper });
      break;
    }
  }
}

const rolesOf = ({ at, node }) => [...new Set(E.parties[at].filter(([, party]) => party === node).map(([role]) => word("role", role)))].join(", ");
