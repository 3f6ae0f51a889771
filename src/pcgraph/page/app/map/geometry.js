// Points, curves and polygons, without the map.

/** Return a point of a curve [x1, y1, cx, cy, x2, y2] with one control point, from its start at 0 to its end at 1. */
export const pointOnCurve = (/** @type {number[]} */ [x1, y1, cx, cy, x2, y2], t) => [
  (1 - t) * (1 - t) * x1 + 2 * t * (1 - t) * cx + t * t * x2, (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * cy + t * t * y2];

/** Return whether a point is inside a polygon: a line to the right crosses its border an odd number of times. */
export function isInside([x, y], polygon) {
  let inside = false;
  polygon.forEach(([x1, y1], place) => {
    const [x2, y2] = polygon[(place + 1) % polygon.length];
    if ((y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
