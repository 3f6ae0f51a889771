// The tinted sides of the map, one for each country: two halves, and below and above in a small picture a third and a fourth.

import { DATA } from "../model/data.js";
import { sideName } from "../text/describe.js";
import { stripControls } from "../text/tokens.js";
import { colours } from "./colours.js";
import { OTHER } from "./layout.js";
import { scene } from "./scene.js";

/** Tint the side of each country. Return their names, which the caller draws last, with their areas. */
export function drawSides(renderer, camera) {
  if (!scene.sides) return [];
  const edges = [-Infinity, Infinity];
  for (const item of scene.items) {
    const side = scene.arcs ? item.arc : item.side;
    if (side === 0) edges[0] = Math.max(edges[0], item.px + item.r);
    if (side === 1) edges[1] = Math.min(edges[1], item.px - item.r);
  }
  const gutter = Math.max(edges[1] - edges[0], 0);
  const [leftEdge, rightEdge] = gutter > 0 ? [edges[0] + Math.min(14, gutter / 3), edges[1] - Math.min(14, gutter / 3)]
    : [(edges[0] + edges[1]) / 2, (edges[0] + edges[1]) / 2];
  const countryNames = [];
  const halves = [[0, Math.min(leftEdge, camera.width), 0], [Math.max(rightEdge, 0), camera.width, 1]];
  for (const [from, to, side] of halves) {
    if (to - from < 40) continue;
    const colour = colours[`side-${side === 1 && DATA.sides === 1 ? 2 : side}`];
    renderer.rect(from, 0, to - from, camera.height, 0, { fill: colour, alpha: 0.035 });
    const text = stripControls(sideName(side));
    const size = camera.width < 500 ? 12 : 14;
    const width = text.length * (size * 0.72 + 2);
    if (width > to - from - 16) continue;
    const x = side ? to - 18 : from + 18;
    const style = { size, weight: 600, colour, anchor: side ? "end" : "start", spacing: 1.6,
      halo: colours.paper };
    countryNames.push({ left: side ? x - width : x, right: side ? x : x + width, top: 12, bottom: 34,
      draw: () => renderer.text(text, x, 22, style) });
  }
  for (const band of bands()) {
    const [from, to] = [Math.max(leftEdge, 0), Math.min(rightEdge, camera.width)];
    const text = stripControls(sideName(band.side));
    const size = camera.width < 500 ? 12 : 14;
    const [width, x, y] = [text.length * (size * 0.72 + 2), from + 14, band.top - 14];
    renderer.rect(from, band.top - 26, to - from, band.bottom - band.top + 64, 6, { fill: colours["side-2"], alpha: 0.06 });
    const style = { size, weight: 600, colour: colours.soft, anchor: "start", spacing: 1.6, halo: colours.paper };
    countryNames.push({ left: x, right: x + width, top: y - 10, bottom: y + 12,
      draw: () => renderer.text(text, x, y, style) });
  }
  return countryNames;
}

/** Return where the third and the fourth side are in the frame, and those who are of no side. */
function bands() {
  if (!scene.arcs) return [];
  return [2, 3, OTHER].flatMap((side) => {
    const items = scene.items.filter(({ arc }) => arc === side);
    if (!items.length) return [];
    return [{ side, top: Math.min(...items.map(({ py, r }) => py - r)), bottom: Math.max(...items.map(({ py, r }) => py + r)) }];
  });
}
