// The outlines of the world, which `npm run build` makes from Natural Earth; see world.config.mjs.

import { clip, project } from "../../model/places.js";
import world from "./world.json" with { type: "json" };

/** Return the points of an outline, in the projection of the map. @param {any[]} outline */
function decode([x, y, steps]) {
  const step = (at) => { const code = steps.charCodeAt(at); return code - (code > 92 ? 81 : 80); };
  const points = [project([y / 10, x / 10])];
  for (let at = 0; at < steps.length; at += 2) {
    x += step(at);
    y += step(at + 1);
    points.push(project([y / 10, x / 10]));
  }
  return points;
}

/** @type {{ land: number[][][], borders: number[][][] } | null} */
let outlines = null; // decoded when a map is first drawn

/** Return the coasts and the borders inside a frame as paths, where `place` leads from the projection to the picture. */
export function outlinesIn(frame, place) {
  const { land, borders } = outlines ??= { land: world.land.map(decode), borders: world.borders.map(decode) };
  const path = (points) => `M${points.map((point) => place(point).map((value) => value.toFixed(1)).join(",")).join("L")}`;
  const [left, top, right, bottom] = frame;
  const isIn = (/** @type {any[]} */ [x, y]) => x >= left && x <= right && y >= top && y <= bottom;
  const parts = borders.flatMap((points) => points.slice(1).map((point, at) => [points[at], point]));
  return { land: land.map((ring) => clip(ring, frame)).filter((ring) => ring.length > 2).map((ring) => `${path(ring)}Z`).join(""),
    borders: parts.filter((part) => part.every(isIn)).map(path).join("") };
}
