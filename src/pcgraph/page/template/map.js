"use strict";
// The map. vis-network provides the canvas, the camera and the gestures; marks.js and names.js do the drawing. They also
// draw the lines, so that the canvas, the hit test and the SVG export use the same curves, and 3,000 lines draw quickly.

const mapElement = document.getElementById("map");
const tooltip = document.getElementById("tooltip");
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const narrowScreen = matchMedia("(max-width: 900px)"); // the panel then covers part of the map
const NETWORK_OPTIONS = {
  physics: { enabled: false }, layout: { improvedLayout: false, randomSeed: 7 },
  nodes: { shape: "dot", hidden: true, physics: false, chosen: false, font: { size: 0 } },
  interaction: { hover: false, selectable: false, dragNodes: false, zoomSpeed: 0.7,
    keyboard: { enabled: true, bindToWindow: false, speed: { x: 12, y: 12, zoom: 0.03 } } },
};

const positions = new vis.DataSet([]);
const network = new vis.Network(mapElement, { nodes: positions, edges: new vis.DataSet([]) }, NETWORK_OPTIONS);
const camera = { x: 0, y: 0, scale: 1, width: 1, height: 1, fitScale: 1, density: 1 };
let hovered = null; // {kind, index} of what is under the pointer, on the map or in the table
let isMovedByReader = false; // if the reader has moved the map, it is not moved automatically
let lastDrawDuration = 0; // of the last drawing, in milliseconds
readColours();

// ---- Drawing ------------------------------------------------------------------------------------------------------

/** Draw the scene without covering the `occupied` areas with names. */
function drawMap(renderer, camera, occupied) {
  projectItems(camera);
  const hoveredItem = hovered && findItem(hovered.kind, hovered.index);
  const path = highlightPath();
  const highlight = (state.selection && highlightAround(state.selection.kind, state.selection.index))
    || (hovered && highlightAround(hovered.kind, hovered.index)) || path;
  const countryNames = drawSides(renderer, camera);
  drawLines(renderer, camera, highlight, path);
  drawMarks(renderer, highlight, path, hoveredItem);
  drawNames(renderer, camera, highlight, hoveredItem, [...occupied, ...countryNames]);
  for (const { draw } of countryNames) draw();
}

/** Copy the position of vis-network's camera to `camera`. */
function readCamera() {
  const { x, y } = network.getViewPosition();
  return Object.assign(camera, { x, y, scale: network.getScale(), width: mapElement.clientWidth, height: mapElement.clientHeight });
}

network.on("afterDrawing", (ctx) => {
  if (!mapElement.clientWidth) return;
  const start = performance.now();
  const ratio = ctx.canvas.width / mapElement.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { width, height } = readCamera();
  drawMap(createCanvasRenderer(ctx, colours.font), camera,
    [{ left: width - 54, right: width, top: height - 124, bottom: height }]); // the buttons
  ctx.restore();
  lastDrawDuration = performance.now() - start;
});

/** Read the colours again and redraw. This is needed after a change of theme and for printing. */
function repaint() {
  readColours();
  network.redraw();
}

// ---- Camera -------------------------------------------------------------------------------------------------------

const animationOptions = () => (reducedMotion.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });

/**
 * Return the camera that shows all items, with room for names around them. The map is also stretched, within limits, to
 * the shape of the frame, for example to portrait format on a phone. The address holds the camera without this stretch.
 */
function fitCamera(width, height) {
  const isNarrow = width < 500;
  const margins = { left: isNarrow ? 30 : 58, right: isNarrow ? 30 : 58, top: scene.sides ? 50 : 34, bottom: isNarrow ? 34 : 40 };
  let density = Math.min(Math.max(Math.sqrt((width * height) / Math.max(scene.items.length, 1)) / 62, 0.5), 1.2);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let maxRadius = 0;
  for (const item of scene.items) {
    left = Math.min(left, item.origin[0]);
    right = Math.max(right, item.origin[0]);
    top = Math.min(top, item.origin[1]);
    bottom = Math.max(bottom, item.origin[1]);
    maxRadius = Math.max(maxRadius, item.mapRadius || 0);
  }
  if (left > right) [left, right, top, bottom] = [-1, 1, -1, 1];
  const [availableWidth, availableHeight] = [Math.max(width - margins.left - margins.right, 40),
    Math.max(height - margins.top - margins.bottom, 40)];
  const ratio = (availableHeight / availableWidth) / ((bottom - top + 1) / (right - left + 1));
  scene.stretch = [Math.min(Math.max(1 / ratio, 1), 1.5), Math.min(Math.max(ratio, 1), 1.9)];
  [left, right, top, bottom] = [left * scene.stretch[0] - maxRadius, right * scene.stretch[0] + maxRadius,
    top * scene.stretch[1] - maxRadius, bottom * scene.stretch[1] + maxRadius];
  for (const item of scene.items) [item.x, item.y] = [item.origin[0] * scene.stretch[0], item.origin[1] * scene.stretch[1]];
  const scale = Math.min(availableWidth / Math.max(right - left, 1), availableHeight / Math.max(bottom - top, 1), 2.4);
  // The members of an expanded community are close together.
  density = Math.min(density, Math.max((scene.spacing * scale) / 24, 0.3));
  return { x: (left + right) / 2 + (margins.right - margins.left) / 2 / scale,
    y: (top + bottom) / 2 + (margins.bottom - margins.top) / 2 / scale,
    scale: Math.max(scale, 1e-4), fitScale: Math.max(scale, 1e-4), density, width, height };
}

/** Compute the camera that fits the frame, and update the scale and the density that depend on the frame. */
function updateFit() {
  const fitted = fitCamera(mapElement.clientWidth || 1, mapElement.clientHeight || 1);
  Object.assign(camera, { fitScale: fitted.fitScale, density: fitted.density });
  return fitted;
}

/** Move the camera to the position that the state holds. */
function restoreCamera() {
  isMovedByReader = true;
  network.setSize("100%", "100%"); // otherwise vis-network would change the scale when it notices a new frame size
  updateFit();
  const [x, y, scale] = state.camera;
  network.moveTo({ position: { x: x * scene.stretch[0], y: y * scene.stretch[1] }, scale, animation: false });
}

/** Fit everything that is shown into the frame. */
function fit(animated = true) {
  if (!mapElement.clientWidth) return;
  network.setSize("100%", "100%"); // the frame may have changed since the last drawing
  const { x, y, scale } = updateFit();
  isMovedByReader = false;
  network.moveTo({ position: { x, y }, scale, animation: animated && animationOptions() });
  if (state.camera) change({ camera: null });
}

function zoomBy(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, camera.fitScale * 0.3), camera.fitScale * 30);
  isMovedByReader = true;
  network.moveTo({ scale, animation: animationOptions() });
  saveCamera();
}

let saveTimer = 0;
/** Save the camera in the state, and so in the address, once it stops moving. */
function saveCamera() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => {
    const { x, y } = network.getViewPosition();
    change({ camera: [x / scene.stretch[0], y / scene.stretch[1], network.getScale()] }, { fromMap: true });
  }, 450);
}

/** Pan to the selection if it is outside the frame or covered by the panel. The scale stays the same. */
function panToSelection(highlight) {
  if (!highlight || !highlight.items.size) return;
  const selectedItems = state.selection.kind === "tie" ? [...highlight.items]
    : [findItem(state.selection.kind, state.selection.index)].filter(Boolean);
  const panelElement = document.getElementById("panel");
  const freeHeight = getComputedStyle(panelElement).position === "fixed" && panelElement.offsetHeight
    ? Math.max(panelElement.getBoundingClientRect().top - mapElement.getBoundingClientRect().top, 120) : mapElement.clientHeight;
  const visibleHeight = Math.min(freeHeight, mapElement.clientHeight);
  projectItems(readCamera());
  const isVisible = ({ px, py }) => px > 40 && py > 30 && px < mapElement.clientWidth - 40 && py < visibleHeight - 40;
  if (selectedItems.every(isVisible)) return; // also if there are none
  const mean = (axis) => selectedItems.reduce((sum, item) => sum + item[axis], 0) / selectedItems.length;
  const scale = network.getScale();
  network.moveTo({ position: { x: mean("x"), y: mean("y") + (mapElement.clientHeight - visibleHeight) / 2 / scale },
    scale, animation: animationOptions() });
}

// ---- Hit test, hover and tooltip ----------------------------------------------------------------------------------

/** Return the item, or else the line, at a point of the frame, with a tolerance in pixels. */
function hitTest(x, y, tolerance) {
  let best = null, least = Infinity;
  for (const item of scene.items) {
    const distance = Math.hypot(item.px - x, item.py - y) - item.r;
    if (distance < tolerance && distance < least) [best, least] = [item, distance];
  }
  if (best) return { kind: best.kind, index: best.index };
  least = tolerance + 1;
  for (const line of scene.lines) {
    if (line.kind === "communities" || !line.curve) continue;
    const [x1, y1, cx, cy, x2, y2] = line.curve;
    if (x < Math.min(x1, cx, x2) - tolerance || x > Math.max(x1, cx, x2) + tolerance
      || y < Math.min(y1, cy, y2) - tolerance || y > Math.max(y1, cy, y2) + tolerance) continue;
    let [ax, ay] = [x1, y1];
    for (let step = 1; step <= 16; step += 1) {
      const [bx, by] = pointOnCurve(line.curve, step / 16);
      const fraction = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
      const distance = Math.hypot(x - ax - fraction * (bx - ax), y - ay - fraction * (by - ay));
      if (distance < least) [best, least] = [line, distance];
      [ax, ay] = [bx, by];
    }
  }
  return best && (best.kind === "tie" ? { kind: "tie", index: best.index } : { kind: "engagement", index: best.index });
}

/** Return the position of an item or tie in the frame, in pixels, or null if it is not drawn. */
function positionOf(kind, index) {
  projectItems(readCamera());
  if (kind === "tie") {
    const line = scene.lines.find((candidate) => candidate.kind === "tie" && candidate.index === index);
    return line ? pointOnCurve(line.curve, 0.5) : null;
  }
  const item = findItem(kind, index);
  return item ? [item.px, item.py] : null;
}

/** Highlight an item or tie that the pointer is over, on the map or in the table. Index -1 highlights nothing. */
function setHovered(kind, index) {
  const next = index >= 0 ? { kind, index } : null;
  if (String(next && next.kind + next.index) === String(hovered && hovered.kind + hovered.index)) return false;
  hovered = next;
  network.redraw();
  return true;
}

function tooltipContent({ kind, index }) {
  const softLine = (...parts) => el("span", { class: "soft" }, parts.filter(Boolean).join(" · "));
  if (kind === "node") {
    return [el("strong", {}, nameElement(index)), softLine(termLabel("kind", NODES.kind[index]), termLabel("country", NODES.country[index]),
      state.view === "partners" ? pluralise(scene.linesOf.get(itemKey(kind, index)).length, "tie")
        : pluralise(engagementsOf(index).length, "engagement"))];
  }
  if (kind === "community") {
    return [el("strong", {}, bdi(communityName(index))),
      softLine(pluralise(findItem(kind, index).members, "member"), pluralise(findItem(kind, index).innerTies, "tie"))];
  }
  const engagement = kind === "tie" ? TIES.engagement[index] : index;
  const status = engagement < 0 ? "" : termLabel("status", statusOn(engagement, state.asOf));
  const title = engagement < 0 ? "" : engagementTitle(engagement);
  if (kind === "engagement") {
    return [el("strong", {}, bdi(title.text, title.lang)), softLine(capitalise(termLabel("type", ENGAGEMENTS.type[index])), status)];
  }
  const arrow = TERMS.relation[TIES.relation[index]].symmetric ? " ↔ " : " → ";
  const set = engagement < 0 ? -1 : statusSetOn(engagement, state.asOf);
  return [
    el("span", { class: "line" }, lineSwatch({ relation: TIES.relation[index], set, width: lineWidth(TIES.voices[index]) }),
      [termLabel("relation", TIES.relation[index]), status].filter(Boolean).join(" · ")),
    el("strong", {}, nameElement(TIES.from[index]), arrow, nameElement(TIES.to[index])),
    title ? el("span", { class: "soft" }, bdi(title.text, title.lang)) : "",
  ];
}

function showTooltip(x, y, target) {
  tooltip.replaceChildren(...tooltipContent(target));
  tooltip.hidden = false;
  const left = Math.min(x + 14, mapElement.clientWidth - tooltip.offsetWidth - 8);
  const top = y + 18 + tooltip.offsetHeight > mapElement.clientHeight ? y - tooltip.offsetHeight - 12 : y + 18;
  tooltip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top, 8)}px)`;
}

function hideTooltip() {
  tooltip.hidden = true;
  mapElement.classList.remove("pointing");
}

// ---- Gestures -----------------------------------------------------------------------------------------------------

mapElement.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch" || event.buttons) return;
  const frame = mapElement.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  const target = hitTest(x, y, 4);
  setHovered(target ? target.kind : "", target ? target.index : -1);
  if (!target) return hideTooltip();
  mapElement.classList.add("pointing");
  showTooltip(x, y, target);
});
mapElement.addEventListener("pointerleave", () => { hideTooltip(); setHovered("", -1); });
network.on("click", ({ pointer, event }) => {
  hideTooltip();
  const isTouch = event && event.pointerType === "touch";
  const target = hitTest(pointer.DOM.x, pointer.DOM.y, isTouch ? 14 : 5);
  if (target) select(target.kind, target.index, { focus: false, move: narrowScreen.matches });
  else if (state.selection) select(null);
});
// Otherwise the browser sends a click to whatever has opened under the finger in the meantime.
mapElement.addEventListener("touchend", (event) => { if (event.target.matches("canvas")) event.preventDefault(); });
// A double click expands a collapsed community, or collapses the community of an organisation.
network.on("doubleClick", ({ pointer }) => {
  const target = hitTest(pointer.DOM.x, pointer.DOM.y, 6);
  const index = !target ? -1 : target.kind === "community" ? target.index : target.kind === "node" ? NODES.community[target.index] : -1;
  if (index < 0 || membersOf(index).length < 2) return;
  const collapsed = new Set(state.collapsed);
  if (target.kind === "community") collapsed.delete(index);
  else if (state.collapsed.size || state.level === "communities") collapsed.add(index);
  else return;
  change({ collapsed, selection: null }, { refit: false });
});
for (const name of ["dragStart", "zoom"]) network.on(name, () => { isMovedByReader = true; hideTooltip(); });
for (const name of ["dragEnd", "zoom"]) network.on(name, saveCamera);
mapElement.addEventListener("keyup", (event) => {
  if (/^(Arrow|Page|[-+=[\]])/.test(event.key)) { isMovedByReader = true; saveCamera(); }
});
// Wait for the next frame, because vis-network first moves the view itself.
network.on("resize", () => requestAnimationFrame(() => {
  if (!mapElement.clientWidth) return;
  if (state.camera) restoreCamera();
  else if (!isMovedByReader) fit(false);
}));

// ---- Changes of the state -----------------------------------------------------------------------------------------

onChange((changed, { refit, move = true, fromMap } = {}) => {
  if (fromMap) return;
  if (changed.has("shown") || changed.has("measure")) {
    buildScene();
    if (hovered && !findItem(hovered.kind, hovered.index)) hovered = null;
    updateFit();
    positions.clear();
    positions.add(scene.items.map(({ key, x, y }) => ({ id: key, x, y })));
  }
  if (changed.has("camera") && state.camera) restoreCamera();
  else if (refit || changed.has("view")) fit(false);
  else if (changed.has("selection") && state.selection && move) {
    // Wait for the next frame, because a later listener opens the panel, which may cover part of the map.
    requestAnimationFrame(() => { if (state.selection) panToSelection(highlightAround(state.selection.kind, state.selection.index)); });
  }
  network.redraw();
});
