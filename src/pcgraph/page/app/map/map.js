// The map. vis-network provides a canvas, the camera and its gestures; lines.js, marks.js and names.js do the drawing, so that
// the canvas, the hit test and the SVG export show the same. vis-network clears its canvas in each frame: on it are what is in
// front and the names, and all the rest is on a canvas behind it, which follows the camera.

import { change, onChange, state } from "../model/state.js";
import { byId } from "../text/elements.js";
import { background, forgetBackground, showBackground } from "./background.js";
import { colours, readColours } from "./colours.js";
import { drawLines, projectItems } from "./lines.js";
import { drawMarks } from "./marks.js";
import { TWO_LINES, arcNameWidths, drawNames } from "./names.js";
import { createCanvasRenderer } from "./renderers.js";
import { FADED, buildScene, findFront, findItem, scene } from "./scene.js";
import { drawSides } from "./sides.js";

export const mapElement = byId("map");
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const NETWORK_OPTIONS = {
  physics: { enabled: false }, layout: { improvedLayout: false, randomSeed: 7 },
  interaction: { hover: false, selectable: false, dragNodes: false, zoomSpeed: 0.7, keyboard: false },
};

export const network = new vis.Network(mapElement, {}, NETWORK_OPTIONS);
mapElement.prepend(background);
/** @type {Camera} */
export const camera = { x: 0, y: 0, scale: 1, width: 1, height: 1, fitScale: 1, density: 1 };
/** What is under the pointer or the keyboard's cursor. @type {Selected & { isDragged: boolean } | null} */
export let hovered = null;
let isMovedByReader = false; // if the reader has moved the map, it is not moved automatically
let isMoving = false; // while the map moves, names keep their places
let isStarting = true; // until what stands around the map is written, its frame has no size
let stopTimer = 0;
let saveTimer = 0;
readColours();

/** Draw once in the next frame, however many changes ask for it. vis-network has no public name for this. */
const redraw = () => network.body.emitter.emit("_requestRedraw");

// ---- Drawing ------------------------------------------------------------------------------------------------------

/** Draw the scene as a camera shows it, without covering the `occupied` areas with names. */
export function drawMap(renderer, frame, occupied) {
  projectItems(frame);
  const front = findFront(hovered), fade = front.fades ? FADED : 1;
  drawFront(renderer, frame, front, occupied, () => {
    drawLines(renderer, frame, scene.lines.filter((line) => !front.lines.has(line)), { fade });
    drawMarks(renderer, scene.items.filter((item) => !front.items.has(item)), { fade });
  });
}

/** Draw what is in front, and all names. `drawBack` draws the rest, behind it. */
function drawFront(renderer, frame, front, occupied, drawBack, keepsNames = false) {
  const countryNames = drawSides(renderer, frame);
  drawBack();
  drawLines(renderer, frame, front.lines, { front });
  drawMarks(renderer, front.items, { front });
  drawNames(renderer, frame, front, [...occupied, ...countryNames], keepsNames);
  for (const { draw } of countryNames) draw();
}

/** Copy the position of vis-network's camera to `camera`. */
export function readCamera() {
  const { x, y } = network.getViewPosition();
  const { clientWidth: width, clientHeight: height } = mapElement;
  return Object.assign(camera, { x, y, scale: network.getScale(), width, height });
}

/** Return the areas of the map that buttons cover. */
function buttonAreas() {
  const frame = mapElement.getBoundingClientRect();
  return [...document.querySelectorAll(".zoom, #filters")].map((element) => element.getBoundingClientRect())
    .filter(({ width }) => width)
    .map(({ left, right, top, bottom }) => ({ left: left - frame.left - 6, right: right - frame.left + 6,
      top: top - frame.top - 6,
      bottom: bottom - frame.top + 6 }));
}

network.on("afterDrawing", (ctx) => {
  if (isStarting || !mapElement.clientWidth) return;
  const ratio = ctx.canvas.width / mapElement.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  readCamera();
  const front = findFront(hovered);
  showBackground(camera, ratio, isMoving, front.fades);
  projectItems(camera);
  drawFront(createCanvasRenderer(ctx, colours.font), camera, front, buttonAreas(), () => {}, isMoving);
  ctx.restore();
});

/** Tell that the reader moves the map. */
export function keepMoving() {
  isMovedByReader = true;
  expectMoves(0);
}

/**
 * Expect the map to move. When it has stopped, all is drawn again, and the names find their places. On a slow machine the time
 * may be over while the next move waits, which comes with the next frame.
 */
function expectMoves(duration) {
  isMoving = true;
  clearTimeout(stopTimer);
  const timer = stopTimer = setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => {
    if (timer !== stopTimer) return;
    isMoving = false;
    redraw();
  })), duration + 120);
}

/** Read the colours again and redraw. This is needed after a change of theme and for printing. */
export function repaint() {
  readColours();
  forgetBackground();
  network.redraw();
}

// ---- Camera -------------------------------------------------------------------------------------------------------

function animationOptions() {
  if (reducedMotion.matches) return false;
  expectMoves(320);
  return { duration: 320, easingFunction: "easeInOutQuad" };
}

function boundsOf(placeOf) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const item of scene.items) {
    const [x, y] = placeOf(item);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left > right ? { left: -1, right: 1, top: -1, bottom: 1 } : { left, right, top, bottom };
}

/**
 * Return the camera that shows all items, with room for names around them. The map is also stretched, within limits, to
 * the shape of the frame, for example to portrait format on a phone. The address holds the camera without this stretch.
 */
function fitCamera(width, height, nameLines = height / (scene.rows + 2) > TWO_LINES ? 2 : 1) {
  const isNarrow = width < 500;
  const [nameLeft, nameRight] = scene.arcs ? arcNameWidths(width, nameLines) : [0, 0];
  const margin = isNarrow ? 30 : 58;
  const margins = {
    left: Math.max(margin, nameLeft), right: Math.max(margin, nameRight), top: scene.sides ? 50 : 34, bottom: isNarrow ? 62 : 40,
  };
  const density = scene.arcs ? Math.min(Math.max(Math.min(height / (scene.rows * 36 + 1), width / 540), 0.5), 1.1)
    : Math.min(Math.max(Math.sqrt((width * height) / Math.max(scene.items.length, 1)) / 62, 0.5), 1.2);
  const [availableWidth, availableHeight] = [Math.max(width - margins.left - margins.right, 40),
    Math.max(height - margins.top - margins.bottom, 40)];
  // The stretch does not depend on marks that the reader has moved: otherwise moving one would move all the others.
  const { left: x1, right: x2, top: y1, bottom: y2 } = boundsOf(({ place }) => place);
  const ratio = (availableHeight / availableWidth) / ((y2 - y1 + 1) / (x2 - x1 + 1));
  const [mostWide, mostHigh] = scene.arcs ? [Infinity, Infinity] : [1.5, 1.9];
  const [wider, higher] = scene.stretch = [Math.min(Math.max(1 / ratio, 1), mostWide), Math.min(Math.max(ratio, 1), mostHigh)];
  for (const item of scene.items) [item.x, item.y] = [item.origin[0] * wider, item.origin[1] * higher];
  const { left, right, top, bottom } = boundsOf(({ x, y }) => [x, y]);
  const scale = Math.max(1e-4, Math.min(2.4, availableWidth / Math.max(right - left, 1),
    availableHeight / Math.max(bottom - top, 1)));
  return { x: (left + right) / 2 + (margins.right - margins.left) / 2 / scale,
    y: (top + bottom) / 2 + (margins.bottom - margins.top) / 2 / scale, scale, fitScale: scale, density, width, height };
}

/** The camera that fits the frame as it was last. @type {ReturnType<typeof fitCamera>} */
let fitted;
/** Compute the camera that fits the frame, and update the scale and the density that depend on the frame. */
function updateFit() {
  fitted = fitCamera(mapElement.clientWidth || 1, mapElement.clientHeight || 1);
  Object.assign(camera, { fitScale: fitted.fitScale, density: fitted.density });
  return fitted;
}

/** Draw everything that is shown, fitted into a frame of another size than that of the screen. */
export function drawFitted(renderer, width, height) {
  const isLow = scene.arcs && height / scene.rows < 40; // two lines of a name would touch those of the next one
  drawMap(renderer, fitCamera(width, height, isLow ? 1 : 2), []);
  updateFit(); // the items go back to their places in the frame of the screen
}

/** Move the camera to a position that the state holds. */
function restoreCamera(/** @type {number[]} */ [x, y, scale]) {
  isMovedByReader = true;
  network.setSize("100%", "100%"); // otherwise vis-network would change the scale when it notices a new frame size
  updateFit();
  network.moveTo({ position: { x: x * scene.stretch[0], y: y * scene.stretch[1] }, scale, animation: false });
}

/** Fit everything that is shown into the frame. */
export function fit(animated = true) {
  if (!mapElement.clientWidth) return;
  network.setSize("100%", "100%"); // the frame may have changed since the last drawing
  const { x, y, scale } = updateFit();
  isMovedByReader = false;
  network.moveTo({ position: { x, y }, scale, animation: animated && animationOptions() });
  if (state.camera) change({ camera: null }, { replace: true });
}

export function zoomBy(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, camera.fitScale * 0.3), camera.fitScale * 30);
  isMovedByReader = true;
  network.moveTo({ scale, animation: animationOptions() });
  saveCamera();
}

/** Move the camera by a part of the frame. */
export function panBy(dx, dy) {
  const { x, y, scale, width, height } = readCamera();
  isMovedByReader = true;
  const position = { x: x + (dx * width) / scale, y: y + (dy * height) / scale };
  network.moveTo({ position, scale, animation: animationOptions() });
  saveCamera();
}

/** Save the camera in the state, and so in the address, once it stops moving. */
export function saveCamera() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => {
    const { x, y } = network.getViewPosition();
    change({ camera: [x / scene.stretch[0], y / scene.stretch[1], network.getScale()] }, { fromMap: true, replace: true });
  }, 450);
}

/** Pan to an item if it is outside the frame or covered by the panel. The scale stays the same. */
export function panTo(item) {
  if (!item) return;
  const panel = byId("panel");
  const freeHeight = getComputedStyle(panel).position === "fixed" && panel.offsetHeight
    ? Math.max(panel.getBoundingClientRect().top - mapElement.getBoundingClientRect().top, 120) : mapElement.clientHeight;
  const visibleHeight = Math.min(freeHeight, mapElement.clientHeight);
  projectItems(readCamera());
  if (item.px > 40 && item.py > 30 && item.px < mapElement.clientWidth - 40 && item.py < visibleHeight - 40) return;
  const scale = network.getScale();
  network.moveTo({ position: { x: item.x, y: item.y + (mapElement.clientHeight - visibleHeight) / 2 / scale }, scale,
    animation: animationOptions() });
}

/** Highlight an item that the pointer or the cursor is on, on the map or in a list, or drags. Index -1 highlights nothing. */
export function setHovered(kind, index, isDragged = false) {
  const next = index >= 0 ? { kind, index, isDragged } : null;
  if (next?.kind === hovered?.kind && next?.index === hovered?.index && next?.isDragged === hovered?.isDragged) return false;
  hovered = next;
  redraw();
  return true;
}

for (const name of ["dragging", "zoom"]) network.on(name, keepMoving);
for (const name of ["dragEnd", "zoom"]) network.on(name, saveCamera);
// Wait for the next frame, because vis-network first moves the view itself.
network.on("resize", () => requestAnimationFrame(() => {
  const { clientWidth: width, clientHeight: height } = mapElement;
  if (isStarting || !width || (width === fitted?.width && height === fitted.height)) return;
  if (state.camera) restoreCamera(state.camera);
  else if (!isMovedByReader) fit(false);
}));

/** Move the camera to where a change of the state leads, and draw. */
function follow(/** @type {Set<string>} */ changed, /** @type {ChangeOptions} */ { refit, move = true }) {
  if (changed.has("camera") && state.camera) restoreCamera(state.camera);
  else if (refit || changed.has("view") || (changed.has("shown") && !isMovedByReader)) fit(false);
  else if (changed.has("selection") && state.selection && move) {
    // Wait for the next frame, because a later listener opens the panel, which may cover part of the map.
    requestAnimationFrame(() => { if (state.selection) panTo(findItem(state.selection.kind, state.selection.index)); });
  }
  redraw();
}

onChange((changed, options = {}) => {
  if (options.fromMap) return;
  if (changed.has("shown") || changed.has("pins") || changed.has("language")) {
    buildScene();
    if (hovered && !findItem(hovered.kind, hovered.index)) hovered = null;
    if (!isStarting) updateFit();
  }
  if (!isStarting) return follow(changed, options);
  requestAnimationFrame(() => { isStarting = false; follow(changed, options); });
});
