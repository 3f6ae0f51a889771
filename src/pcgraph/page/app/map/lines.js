// The lines of the map, in pixels of the frame. The camera is the part of the map that the frame shows.

import { colours } from "./colours.js";
import { scene } from "./scene.js";

/**
 * Compute the positions of all items and lines in the frame. `camera` is {x, y, scale, width, height, fitScale, density},
 * where everything fits at `fitScale`. Marks grow more slowly than the map, so that zooming in makes room.
 */
export function projectItems(camera) {
  const growth = Math.min(Math.max((camera.scale / camera.fitScale) ** 0.6, 0.55), 3.6) * camera.density;
  for (const item of scene.items) {
    item.px = (item.x - camera.x) * camera.scale + camera.width / 2;
    item.py = (item.y - camera.y) * camera.scale + camera.height / 2;
    item.r = item.size * growth;
    item.isInFrame = item.px > -60 && item.px < camera.width + 60 && item.py > -60 && item.py < camera.height + 60;
  }
  for (const line of scene.lines) line.curve = lineCurve(line);
}

/** Return the curve of a line. In arcs it leaves an organisation horizontally, so that the lines of one fan out. */
function lineCurve({ from, to }) {
  const [dx, dy] = [to.px - from.px, to.py - from.py];
  if (scene.arcs && from.labelSide) return [from.px, from.py, from.px + dx * 0.45, from.py, to.px, to.py];
  return [from.px, from.py, from.px + dx / 2 - dy * 0.06, from.py + dy / 2 + dx * 0.06, to.px, to.py];
}

const crossesFrame = ({ from: a, to: b }, { width, height }) => Math.max(a.px, b.px) > 0 && Math.min(a.px, b.px) < width
  && Math.max(a.py, b.py) > 0 && Math.min(a.py, b.py) < height;

/**
 * Draw lines, with `front` those in front: those that are highlighted last, and the path with a bright rim. Lines of one style
 * are one stroke.
 */
export function drawLines(renderer, camera, /** @type {Iterable<Line>} */ lines,
  { fade = 1, front } = /** @type {{ fade?: number, front?: Front }} */ ({})) {
  // The more lines there are, the fainter each of them is.
  const opacity = Math.min(0.85, Math.max(0.3, 11 / Math.sqrt(scene.lines.length + 1)));
  const groups = new Map();
  const add = (layer, line, alpha, width) => {
    const key = `${layer} ${line.colour} ${alpha.toFixed(3)} ${width.toFixed(2)}`;
    if (!groups.has(key)) groups.set(key, { layer, curves: [], style: { colour: colours[line.colour], alpha, width } });
    groups.get(key).curves.push(line.curve);
  };
  for (const line of lines) {
    if (!crossesFrame(line, camera)) continue;
    const strength = opacity * (0.25 + 0.75 * line.strength), { width } = line; // the voices alone
    const isOnPath = front?.path?.lines.has(line);
    if (isOnPath) {
      groups.set(line, { layer: 1, curves: [line.curve], style: { colour: colours.accent, width: width + 6, alpha: 0.4 } });
    }
    if (isOnPath || (front && !front.highlight?.secondary?.has(line))) add(3, line, Math.max(0.55, line.strength), width * 1.5);
    else add(2, line, strength * fade, width);
  }
  for (const { curves, style } of [...groups.values()].sort((a, b) => a.layer - b.layer)) renderer.curves(curves, style);
}
