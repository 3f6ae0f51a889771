// The tinted halves of the map, one for each of two countries.

import { termLabel } from "../text/text.js";
import { stripControls } from "../text/tokens.js";
import { colours } from "./colours.js";
import { scene } from "./scene.js";

/** Tint the half of each of the two countries. Return their names, which the caller draws last, with their areas. */
export function drawSides(renderer, camera) {
  if (!scene.sides) return [];
  const edges = [-Infinity, Infinity];
  for (const item of scene.items) {
    if (item.side === 0) edges[0] = Math.max(edges[0], item.px + item.r);
    if (item.side === 1) edges[1] = Math.min(edges[1], item.px - item.r);
  }
  const gutter = Math.max(edges[1] - edges[0], 0);
  const [leftEdge, rightEdge] = gutter > 0 ? [edges[0] + Math.min(14, gutter / 3), edges[1] - Math.min(14, gutter / 3)]
    : [(edges[0] + edges[1]) / 2, (edges[0] + edges[1]) / 2];
  const countryNames = [];
  const halves = [[0, Math.min(leftEdge, camera.width), 0], [Math.max(rightEdge, 0), camera.width, 1]];
  for (const [from, to, side] of halves) {
    if (to - from < 40) continue;
    renderer.rect(from, 0, to - from, camera.height, 0, { fill: colours[`side-${side}`], alpha: 0.035 });
    const text = stripControls(termLabel("country", side));
    const size = camera.width < 500 ? 12 : 14;
    const width = text.length * (size * 0.72 + 2);
    if (width > to - from - 16) continue;
    const x = side ? to - 18 : from + 18;
    const style = { size, weight: 600, colour: colours[`side-${side}`], anchor: side ? "end" : "start", spacing: 1.6,
      halo: colours.paper };
    countryNames.push({ left: side ? x - width : x, right: side ? x : x + width, top: 12, bottom: 34,
      draw: () => renderer.text(text, x, 22, style) });
  }
  return countryNames;
}
