// Makes the outlines of the world that the page draws, from Natural Earth at 1:50 million (npm world-atlas): the coasts as rings
// and the borders as lines. Each is [longitude, latitude, steps]: the start in tenths of a degree, then two characters for each
// step, east and north, in tenths of a degree.

import { readFileSync } from "node:fs";

const TOLERANCE = 0.12; // degrees by which a simplified line may differ
const SMALLEST = 0.6; // degrees that an island spans
const REACH = 45, FIRST = 35, BACKSLASH = 92; // a step is a character of "#" to "~" without the backslash

/** Leave out points that are near the line between the others (Douglas and Peucker). */
function simplify(points) {
  const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)], length = Math.hypot(x1 - x0, y1 - y0);
  let farthest = 0, most = TOLERANCE;
  for (let at = 1; at < points.length - 1; at += 1) {
    const [x, y] = points[at];
    const distance = length ? Math.abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length : Math.hypot(x - x0, y - y0);
    if (distance > most) [farthest, most] = [at, distance];
  }
  if (!farthest) return [points[0], points.at(-1)];
  return [...simplify(points.slice(0, farthest + 1)).slice(0, -1), ...simplify(points.slice(farthest))];
}

const sign = (step) => { const code = FIRST + REACH + step; return String.fromCharCode(code < BACKSLASH ? code : code + 1); };

function encode(points) {
  const [start, ...rest] = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
  let [x, y] = start, steps = "";
  for (const [toX, toY] of rest) {
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / REACH)), [fromX, fromY] = [x, y];
    for (let part = 1; part <= parts; part += 1) {
      const next = [fromX, fromY].map((from, axis) => Math.round(from + ([toX, toY][axis] - from) * (part / parts)));
      if (next[0] === x && next[1] === y) continue;
      steps += sign(next[0] - x) + sign(next[1] - y);
      [x, y] = next;
    }
  }
  return [...start, steps];
}

/** Return the outlines as the text of a JSON file. */
export function world() {
  const atlas = readFileSync("node_modules/world-atlas/countries-50m.json", "utf8");
  const { arcs, objects: { land, countries }, transform: { scale, translate } } = JSON.parse(atlas);
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return simplify(arc.map(([east, north]) => {
      [x, y] = [x + east, y + north];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    }));
  });
  const ringOf = (indices) => indices.flatMap((arc, at) => (arc < 0 ? [...lines[~arc]].reverse() : lines[arc]).slice(at ? 1 : 0));
  const spanOn = (axis, points) => { const all = points.map((each) => each[axis]); return Math.max(...all) - Math.min(...all); };
  const isLarge = (ring) => Math.max(spanOn(0, ring), spanOn(1, ring)) >= SMALLEST;
  const rings = land.geometries.flatMap((each) => (each.type === "Polygon" ? each.arcs : each.arcs.flat())).map(ringOf);
  const uses = new Map(); // a border is an arc of two countries
  for (const each of countries.geometries) {
    for (const arc of (each.arcs ?? []).flat(2)) uses.set(arc < 0 ? ~arc : arc, (uses.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
  }
  const borders = [...uses].filter(([, times]) => times > 1).map(([arc]) => lines[arc]);
  const text = JSON.stringify({ land: rings.filter(isLarge).map(encode), borders: borders.map(encode) });
  if (text.includes("</")) throw new Error("world-atlas: the outlines contain </, which ends a script; change TOLERANCE");
  return `${text}\n`;
}
