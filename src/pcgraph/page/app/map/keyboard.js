// The keyboard on the map: arrows go from mark to mark, Enter chooses, with Shift arrows move the map, + and − zoom.

import { byId } from "../text/elements.js";
import { fit, hovered, mapElement, panBy, panTo, setHovered, zoomBy } from "./map.js";
import { choose, describe, hideTooltip, positionOf, showTooltip } from "./pointer.js";
import { findItem, scene } from "./scene.js";

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const cursor = () => hovered && findItem(hovered.kind, hovered.index);

/** Return the nearest mark in a direction, or the largest organisation if there is no cursor yet. */
function nextItem(from, [dx, dy]) {
  if (!from) return scene.items.reduce((best, item) => (item.weight > best.weight ? item : best), scene.items[0]);
  /** @type {Item | null} */
  let best = null;
  let least = Infinity;
  for (const item of scene.items) {
    const [x, y] = [item.px - from.px, item.py - from.py];
    const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
    if (item === from || along <= 0.5) continue;
    const cost = along + 2.2 * across;
    if (cost < least) [best, least] = [item, cost];
  }
  return best;
}

mapElement.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = DIRECTIONS[event.key];
  const item = cursor();
  if (direction && event.shiftKey) panBy(direction[0] * 0.15, direction[1] * 0.15);
  else if (direction) {
    if (item) positionOf(item);
    const next = nextItem(item, direction);
    if (next) {
      panTo(next);
      setHovered(next.kind, next.index);
      showTooltip(...positionOf(next), next);
      byId("message").textContent = describe(next).map(({ textContent }) => textContent).join(", ");
    }
  } else if (event.key === "Enter" && item) { hideTooltip(); choose(item, { focus: true }); }
  else if (event.key === "+" || event.key === "=") zoomBy(1.35);
  else if (event.key === "-") zoomBy(1 / 1.35);
  else if (event.key === "f") fit();
  else return;
  event.preventDefault();
});
mapElement.addEventListener("blur", () => { hideTooltip(); setHovered("", -1); });
