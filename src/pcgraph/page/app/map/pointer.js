// What the pointer does on the map: hover, choose, drag a mark, and draw a lasso around organisations.

import { ENGAGEMENTS, NODES, statusOn } from "../model/data.js";
import { toggleGroup } from "../model/groups.js";
import { shown } from "../model/level.js";
import { engagementsOf } from "../model/parties.js";
import { change, select, state } from "../model/state.js";
import { groupName, unitElement } from "../text/describe.js";
import { bdi, byId, bySelector, el, nameElement } from "../text/elements.js";
import { capitalise, engagementTitle, pluralise, termLabel, translate } from "../text/text.js";
import { isInside, pointOnCurve } from "./geometry.js";
import { projectItems } from "./lines.js";
import { camera, keepMoving, mapElement, network, readCamera, setHovered } from "./map.js";
import { linesOf, scene } from "./scene.js";

const tooltip = byId("tooltip");
const lasso = byId("lasso"); // the button that lets the next drag draw a lasso
const lassoPath = bySelector("#lasso-line path");
const narrowScreen = matchMedia("(max-width: 900px)"); // the panel then covers part of the map

/** Return the item at a point of the frame, or else the stack of the line there, with a tolerance in pixels. */
export function hitTest(x, y, tolerance) {
  /** @type {Item | null} */
  let best = null;
  let least = Infinity;
  for (const item of scene.items) {
    const distance = Math.hypot(item.px - x, item.py - y) - item.r;
    if (distance < tolerance && distance < least) [best, least] = [item, distance];
  }
  if (best) return best;
  least = tolerance + 1;
  for (const { curve, to } of scene.lines) {
    if (!curve) continue;
    const [x1, y1, cx, cy, x2, y2] = curve;
    if (x < Math.min(x1, cx, x2) - tolerance || x > Math.max(x1, cx, x2) + tolerance
      || y < Math.min(y1, cy, y2) - tolerance || y > Math.max(y1, cy, y2) + tolerance) continue;
    for (let step = 0; step <= 24; step += 1) {
      const [px, py] = pointOnCurve(curve, step / 24);
      const distance = Math.hypot(px - x, py - y);
      if (distance < least + 4) [best, least] = [to, distance];
    }
  }
  return best;
}

/** Return the position of an item in the frame, in pixels. */
export function positionOf(item) {
  projectItems(readCamera());
  return [item.px, item.py];
}

/** Return what an item is called when the pointer or the keyboard reaches it. */
export function describe(item) {
  const softLine = (...parts) => el("span", { class: "soft" }, parts.filter(Boolean).join(" · "));
  if (item.kind === "node") {
    return [el("strong", {}, nameElement(item.index)), softLine(termLabel("kind", NODES.kind[item.index]),
      termLabel("country", NODES.country[item.index]), pluralise(engagementsOf(item.index).length, "engagement"))];
  }
  if (item.kind === "group") {
    const { members, isRemainder } = shown.groups[item.index];
    return [el("strong", {}, groupName(item.index)), softLine(pluralise(members.length, "organisation"),
      termLabel("country", item.country), translate(isRemainder ? "groupCloses" : "groupOpens"))];
  }
  const [first] = item.engagements;
  if (item.engagements.length === 1) {
    const { text, lang } = engagementTitle(first);
    return [el("strong", {}, bdi(text, lang)), softLine(capitalise(termLabel("type", ENGAGEMENTS.type[first])),
      termLabel("status", statusOn(first, state.asOf)))];
  }
  const parties = linesOf(item).flatMap(({ node }, place) => [place ? " – " : "", unitElement(node)]);
  return [el("strong", {}, ...parties), softLine(pluralise(item.engagements.length, "engagement"),
    ...item.sets.map(([set, count]) => `${count} ${termLabel("set", set)}`))];
}

export function showTooltip(x, y, item) {
  tooltip.replaceChildren(...describe(item));
  tooltip.hidden = false;
  const left = Math.min(x + 14, mapElement.clientWidth - tooltip.offsetWidth - 8);
  const top = y + 18 + tooltip.offsetHeight > mapElement.clientHeight ? y - tooltip.offsetHeight - 12 : y + 18;
  tooltip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top, 8)}px)`;
}

export function hideTooltip() {
  tooltip.hidden = true;
  mapElement.classList.remove("pointing");
}

/** Select an item. A stack of one engagement is that engagement. A group opens. */
export function choose(item, options) {
  if (item.kind === "group") change({ open: toggleGroup(shown.groups[item.index]) }, { refit: true });
  else if (item.kind === "stack" && item.engagements.length === 1) select("engagement", item.engagements[0], options);
  else select(item.kind, item.index, options);
}

const inFrame = (event) => {
  const frame = mapElement.getBoundingClientRect();
  return [event.clientX - frame.left, event.clientY - frame.top];
};

mapElement.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch" || event.buttons) return;
  const [x, y] = inFrame(event);
  const item = hitTest(x, y, 4);
  setHovered(item ? item.kind : "", item ? item.index : -1);
  if (!item) return hideTooltip();
  mapElement.classList.add("pointing");
  showTooltip(x, y, item);
});
mapElement.addEventListener("pointerleave", () => { hideTooltip(); setHovered("", -1); });
network.on("click", ({ pointer, event }) => {
  hideTooltip();
  const item = hitTest(pointer.DOM.x, pointer.DOM.y, event && event.pointerType === "touch" ? 14 : 5);
  if (item) choose(item, { move: narrowScreen.matches });
  else if (state.selection) select(null);
});
network.on("dragStart", hideTooltip);
// Otherwise the browser sends a click to whatever has opened under the finger in the meantime.
mapElement.addEventListener("touchend", (event) => { if (event.cancelable
  && event.target.matches("canvas")) event.preventDefault(); });

// ---- Drag and lasso -------------------------------------------------------------------------------------------------

/** Follow the pointer until it is released, then call `done` with whether it moved. vis-network does not see this drag. */
function follow(event, move, done) {
  event.stopPropagation();
  mapElement.setPointerCapture(event.pointerId);
  const [startX, startY] = inFrame(event);
  let moved = false;
  const onMove = (next) => {
    const [x, y] = inFrame(next);
    moved ||= Math.hypot(x - startX, y - startY) > 4;
    if (moved) move(x, y);
  };
  const stop = (next) => {
    mapElement.removeEventListener("pointermove", onMove);
    for (const name of ["pointerup", "pointercancel"]) mapElement.removeEventListener(name, stop, true);
    next.stopPropagation();
    done(moved && next.type === "pointerup");
  };
  mapElement.addEventListener("pointermove", onMove);
  for (const name of ["pointerup", "pointercancel"]) mapElement.addEventListener(name, stop, true);
}

function startDrag(event, item) {
  hideTooltip();
  follow(event, (x, y) => {
    item.x = (x - camera.width / 2) / camera.scale + camera.x;
    item.y = (y - camera.height / 2) / camera.scale + camera.y;
    keepMoving();
    if (!setHovered(item.kind, item.index, true)) network.redraw();
  }, (moved) => {
    if (!moved) return choose(item);
    const [x, y] = [Math.round(item.x / scene.stretch[0]), Math.round(item.y / scene.stretch[1])];
    change({ pins: new Map(state.pins).set(item.key, [x, y]) });
  });
}

function startLasso(event) {
  const polygon = [inFrame(event)];
  follow(event, (x, y) => {
    polygon.push([x, y]);
    lassoPath.setAttribute("d", `M${polygon.map((point) => point.join(",")).join("L")}Z`);
  }, (moved) => {
    lassoPath.setAttribute("d", "");
    lasso.setAttribute("aria-pressed", "false");
    const caught = scene.items.filter(({ kind, px, py }) => kind === "node" && isInside([px, py], polygon));
    if (!moved || !caught.length) return;
    change({ only: new Set(caught.map(({ index }) => index)), selection: null }, { refit: true });
  });
}

mapElement.addEventListener("pointerdown", (event) => {
  if (event.button || !event.target.matches("canvas")) return;
  if (event.shiftKey || lasso.getAttribute("aria-pressed") === "true") return startLasso(event);
  if (event.pointerType === "touch") return;
  const [x, y] = inFrame(event);
  const item = hitTest(x, y, 4);
  if (item && item.kind !== "group" && Math.hypot(item.px - x, item.py - y) < item.r + 4) startDrag(event, item);
}, true);
lasso.addEventListener("click", () => lasso.setAttribute("aria-pressed", String(lasso.getAttribute("aria-pressed") !== "true")));
