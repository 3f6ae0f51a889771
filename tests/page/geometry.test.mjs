// map/geometry.js: points, curves and polygons.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, load } from "./setup.mjs";

const { isInside, pointOnCurve } = await load("map/geometry.js");

test("a point is inside a polygon, whichever way round it was drawn", () => {
  const horseshoe = [[0, 0], [30, 0], [30, 30], [20, 30], [20, 10], [10, 10], [10, 30], [0, 30]];
  for (const polygon of [horseshoe, horseshoe.toReversed()]) {
    for (const point of [[5, 20], [25, 20], [15, 5]]) assert.ok(isInside(point, polygon), String(point));
    for (const point of [[15, 20], [-5, 5], [35, 5], [15, 31]]) assert.ok(!isInside(point, polygon), String(point));
  }
});

test("in a circle of many corners, inside is nearer to the centre than the radius", () => {
  const { below } = createRandom(3);
  const circle = Array.from({ length: 720 }, (_, corner) => {
    const angle = (corner * Math.PI) / 360;
    return [100 * Math.cos(angle), 100 * Math.sin(angle)];
  });
  for (let round = 0; round < 2000; round += 1) {
    const [x, y] = [below(3000) / 10 - 150, below(3000) / 10 - 150];
    const distance = Math.hypot(x, y);
    if (Math.abs(distance - 100) > 0.1) assert.equal(isInside([x, y], circle), distance < 100, `${x}, ${y}`);
  }
});

test("nothing is inside a line or a point", () => {
  for (const polygon of [[], [[1, 1]], [[0, 0], [9, 9]]]) assert.equal(isInside([1, 1], polygon), false);
});

test("a curve begins and ends at its ends, and its control point draws it to one side", () => {
  const curve = [0, 0, 50, 100, 100, 0];
  assert.deepEqual([0, 0.5, 1].map((t) => pointOnCurve(curve, t)), [[0, 0], [50, 50], [100, 0]]);
});
