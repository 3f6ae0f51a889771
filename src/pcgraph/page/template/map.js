"use strict";
// The map: vis-network provides the canvas, the camera and the gestures; marks.js and names.js draw on it. Lines are drawn
// here too, so that canvas, hit tests and SVG share one geometry, and 3,000 lines fit in a frame.

const box = document.getElementById("map");
const tip = document.getElementById("tip");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 900px)"); // the panel then covers part of the map
const NET_OPTIONS = {
  physics: { enabled: false }, layout: { improvedLayout: false, randomSeed: 7 },
  nodes: { shape: "dot", hidden: true, physics: false, chosen: false, font: { size: 0 } },
  interaction: { hover: false, selectable: false, dragNodes: false, zoomSpeed: 0.7,
    keyboard: { enabled: true, bindToWindow: false, speed: { x: 12, y: 12, zoom: 0.03 } } },
};

const spots = new vis.DataSet([]);
const net = new vis.Network(box, { nodes: spots, edges: new vis.DataSet([]) }, NET_OPTIONS);
const eye = { x: 0, y: 0, scale: 1, wide: 1, high: 1, opening: 1, density: 1 };
let hovered = null; // {kind, at}: what is under the pointer, on the map or in the table
let touched = false; // the reader has moved the map, so do not move it automatically
let lastDrawn = 0; // milliseconds that the last drawing took
readColours();

// ---- Drawing ------------------------------------------------------------------------------------------------------

function drawAll(pen, view, taken) {
  project(view);
  const over = hovered && itemOf(hovered.kind, hovered.at);
  const path = alongPath();
  const light = (state.pick && around(state.pick.kind, state.pick.at)) || (hovered && around(hovered.kind, hovered.at)) || path;
  const heads = drawSides(pen, view);
  drawLines(pen, view, light, path);
  drawMarks(pen, light, path, over);
  drawNames(pen, view, light, over, [...taken, ...heads]);
  for (const { write } of heads) write();
}

function currentEye() {
  const { x, y } = net.getViewPosition();
  return Object.assign(eye, { x, y, scale: net.getScale(), wide: box.clientWidth, high: box.clientHeight });
}

net.on("afterDrawing", (ctx) => {
  if (!box.clientWidth) return;
  const begun = performance.now();
  const ratio = ctx.canvas.width / box.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { wide, high } = currentEye();
  drawAll(canvasPen(ctx, colours.font), eye, [{ left: wide - 54, right: wide, top: high - 124, bottom: high }]); // the buttons
  ctx.restore();
  lastDrawn = performance.now() - begun;
});

/** Read the colours again and redraw, after a change of theme or for printing. */
function repaint() {
  readColours();
  net.redraw();
}

// ---- Camera -------------------------------------------------------------------------------------------------------

const motion = () => (still.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });

/**
 * The camera that shows all items, with room for names around them. The picture is also stretched, within limits, to the
 * shape of the frame, for example to portrait format on a phone. The address holds the camera without this stretch.
 */
function fitted(wide, high) {
  const few = wide < 500;
  const rim = { left: few ? 30 : 58, right: few ? 30 : 58, top: scene.sides ? 50 : 34, bottom: few ? 34 : 40 };
  let density = Math.min(Math.max(Math.sqrt((wide * high) / Math.max(scene.items.length, 1)) / 62, 0.5), 1.2);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let world = 0;
  for (const item of scene.items) {
    left = Math.min(left, item.home[0]);
    right = Math.max(right, item.home[0]);
    top = Math.min(top, item.home[1]);
    bottom = Math.max(bottom, item.home[1]);
    world = Math.max(world, item.world || 0);
  }
  if (left > right) [left, right, top, bottom] = [-1, 1, -1, 1];
  const [free, tall] = [Math.max(wide - rim.left - rim.right, 40), Math.max(high - rim.top - rim.bottom, 40)];
  const lack = (tall / free) / ((bottom - top + 1) / (right - left + 1));
  scene.stretch = [Math.min(Math.max(1 / lack, 1), 1.5), Math.min(Math.max(lack, 1), 1.9)];
  [left, right, top, bottom] = [left * scene.stretch[0] - world, right * scene.stretch[0] + world, top * scene.stretch[1] - world, bottom * scene.stretch[1] + world];
  for (const item of scene.items) [item.x, item.y] = [item.home[0] * scene.stretch[0], item.home[1] * scene.stretch[1]];
  const scale = Math.min(free / Math.max(right - left, 1), tall / Math.max(bottom - top, 1), 2.4);
  density = Math.min(density, Math.max((scene.spacing * scale) / 24, 0.3)); // members of an expanded community are close together
  return { x: (left + right) / 2 + (rim.right - rim.left) / 2 / scale, y: (top + bottom) / 2 + (rim.bottom - rim.top) / 2 / scale,
    scale: Math.max(scale, 1e-4), opening: Math.max(scale, 1e-4), density, wide, high };
}

function measureFrame() {
  const found = fitted(box.clientWidth || 1, box.clientHeight || 1);
  Object.assign(eye, { opening: found.opening, density: found.density });
  return found;
}

/** Move the camera to the position in the state. */
function takeCamera() {
  touched = true;
  net.setSize("100%", "100%"); // otherwise vis-network would change the scale when it notices a new frame size
  measureFrame();
  const [x, y, scale] = state.camera;
  net.moveTo({ position: { x: x * scene.stretch[0], y: y * scene.stretch[1] }, scale, animation: false });
}

/** Fit everything in view into the frame. */
function fit(animated = true) {
  if (!box.clientWidth) return;
  net.setSize("100%", "100%"); // the frame may have changed since the last drawing
  const { x, y, scale } = measureFrame();
  touched = false;
  net.moveTo({ position: { x, y }, scale, animation: animated && motion() });
  if (state.camera) change({ camera: null });
}

function zoom(factor) {
  const scale = Math.min(Math.max(net.getScale() * factor, eye.opening * 0.3), eye.opening * 30);
  touched = true;
  net.moveTo({ scale, animation: motion() });
  keepCamera();
}

let keeping = 0;
/** Write the camera into the address once it stops moving. */
function keepCamera() {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    const { x, y } = net.getViewPosition();
    change({ camera: [x / scene.stretch[0], y / scene.stretch[1], net.getScale()] }, { fromMap: true });
  }, 450);
}

/** Move the selection into the uncovered part of the frame, at the same scale. */
function bringIn(light) {
  if (!light || !light.items.size) return;
  const own = state.pick.kind === "tie" ? [...light.items] : [itemOf(state.pick.kind, state.pick.at)].filter(Boolean);
  const sheet = document.getElementById("panel");
  const free = getComputedStyle(sheet).position === "fixed" && sheet.offsetHeight
    ? Math.max(sheet.getBoundingClientRect().top - box.getBoundingClientRect().top, 120) : box.clientHeight;
  const high = Math.min(free, box.clientHeight);
  project(currentEye());
  if (!own.length || own.every(({ px, py }) => px > 40 && py > 30 && px < box.clientWidth - 40 && py < high - 40)) return;
  const middle = (axis) => own.reduce((sum, item) => sum + item[axis], 0) / own.length;
  const scale = net.getScale();
  net.moveTo({ position: { x: middle("x"), y: middle("y") + (box.clientHeight - high) / 2 / scale }, scale, animation: motion() });
}

// ---- What is under the pointer ------------------------------------------------------------------------------------

/** The item, or else the line, at a point of the frame, with a tolerance of `room` pixels. */
function hit(x, y, room) {
  let best = null, least = Infinity;
  for (const item of scene.items) {
    const far = Math.hypot(item.px - x, item.py - y) - item.r;
    if (far < room && far < least) [best, least] = [item, far];
  }
  if (best) return { kind: best.kind, at: best.at };
  least = room + 1;
  for (const line of scene.lines) {
    if (line.kind === "fold" || !line.curve) continue;
    const [x1, y1, cx, cy, x2, y2] = line.curve;
    if (x < Math.min(x1, cx, x2) - room || x > Math.max(x1, cx, x2) + room || y < Math.min(y1, cy, y2) - room || y > Math.max(y1, cy, y2) + room) continue;
    let [ax, ay] = [x1, y1];
    for (let step = 1; step <= 16; step += 1) {
      const [bx, by] = onCurve(line.curve, step / 16);
      const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
      const far = Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
      if (far < least) [best, least] = [line, far];
      [ax, ay] = [bx, by];
    }
  }
  return best && (best.kind === "tie" ? { kind: "tie", at: best.at } : { kind: "engagement", at: best.at });
}

/** The position of an item or tie in the frame, in pixels; null if it is not drawn. */
function spotOf(kind, at) {
  project(currentEye());
  if (kind === "tie") {
    const line = scene.lines.find((one) => one.kind === "tie" && one.at === at);
    return line ? onCurve(line.curve, 0.5) : null;
  }
  const item = itemOf(kind, at);
  return item ? [item.px, item.py] : null;
}

/** Highlight an item or tie, for the table when a row is hovered; -1 for nothing. */
function light(kind, at) {
  const next = at >= 0 ? { kind, at } : null;
  if (String(next && next.kind + next.at) === String(hovered && hovered.kind + hovered.at)) return false;
  hovered = next;
  net.redraw();
  return true;
}

function tipFor({ kind, at }) {
  const soft = (...parts) => el("span", { class: "soft" }, parts.filter(Boolean).join(" · "));
  if (kind === "node") {
    return [el("strong", {}, nameElement(at)), soft(word("kind", N.kind[at]), word("country", N.country[at]),
      state.view === "partners" ? many(scene.linesOf.get(keyOf(kind, at)).length, "tie") : many(engagementsOf(at).length, "engagement"))];
  }
  if (kind === "community") {
    return [el("strong", {}, bdi(communityName(at))), soft(many(itemOf(kind, at).members, "member"), many(itemOf(kind, at).inner, "tie"))];
  }
  const engagement = kind === "tie" ? T.engagement[at] : at;
  const status = engagement < 0 ? "" : word("status", statusOn(engagement, state.asOf));
  const title = engagement < 0 ? "" : titleOf(engagement);
  if (kind === "engagement") return [el("strong", {}, bdi(title.text, title.lang)), soft(capital(word("type", E.type[at])), status)];
  const arrow = W.relation[T.relation[at]].symmetric ? " ↔ " : " → ";
  return [el("span", { class: "line" }, lineSwatch({ relation: T.relation[at], set: engagement < 0 ? -1 : setOf(engagement, state.asOf), width: widthOf(T.voices[at]) }),
    [word("relation", T.relation[at]), status].filter(Boolean).join(" · ")),
  el("strong", {}, nameElement(T.from[at]), arrow, nameElement(T.to[at])), title ? el("span", { class: "soft" }, bdi(title.text, title.lang)) : ""];
}

function showTip(x, y, thing) {
  tip.replaceChildren(...tipFor(thing));
  tip.hidden = false;
  const left = Math.min(x + 14, box.clientWidth - tip.offsetWidth - 8);
  const top = y + 18 + tip.offsetHeight > box.clientHeight ? y - tip.offsetHeight - 12 : y + 18;
  tip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top, 8)}px)`;
}

function hideTip() {
  tip.hidden = true;
  box.classList.remove("pointing");
}

// ---- Gestures -----------------------------------------------------------------------------------------------------

box.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch" || event.buttons) return;
  const frame = box.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  const thing = hit(x, y, 4);
  light(thing ? thing.kind : "", thing ? thing.at : -1);
  if (!thing) return hideTip();
  box.classList.add("pointing");
  showTip(x, y, thing);
});
box.addEventListener("pointerleave", () => { hideTip(); light("", -1); });
net.on("click", ({ pointer, event }) => {
  hideTip();
  const touch = event && event.pointerType === "touch";
  const thing = hit(pointer.DOM.x, pointer.DOM.y, touch ? 14 : 5);
  if (thing) pick(thing.kind, thing.at, { focus: false, move: narrow.matches });
  else if (state.pick) pick(null);
});
/** Otherwise the browser sends a click to whatever has opened under the finger in the meantime. */
box.addEventListener("touchend", (event) => { if (event.target.matches("canvas")) event.preventDefault(); });
/** A double click expands a folded community, or folds the community of an organisation. */
net.on("doubleClick", ({ pointer }) => {
  const thing = hit(pointer.DOM.x, pointer.DOM.y, 6);
  const at = !thing ? -1 : thing.kind === "community" ? thing.at : thing.kind === "node" ? N.community[thing.at] : -1;
  if (at < 0 || membersOf(at).length < 2) return;
  const folded = new Set(state.folded);
  if (thing.kind === "community") folded.delete(at);
  else if (state.folded.size || state.level === "communities") folded.add(at);
  else return;
  change({ folded, pick: null }, { refit: false });
});
for (const name of ["dragStart", "zoom"]) net.on(name, () => { touched = true; hideTip(); });
for (const name of ["dragEnd", "zoom"]) net.on(name, keepCamera);
box.addEventListener("keyup", (event) => {
  if (/^(Arrow|Page|[-+=[\]])/.test(event.key)) { touched = true; keepCamera(); }
});
// In the next frame, because vis-network first moves the view itself.
net.on("resize", () => requestAnimationFrame(() => {
  if (!box.clientWidth) return;
  if (state.camera) takeCamera();
  else if (!touched) fit(false);
}));

// ---- In line with the state ----------------------------------------------------------------------------------------

onChange((changed, { refit, move = true, fromMap } = {}) => {
  if (fromMap) return;
  if (changed.has("shown") || changed.has("measure")) {
    buildScene();
    if (hovered && !itemOf(hovered.kind, hovered.at)) hovered = null;
    measureFrame();
    spots.clear();
    spots.add(scene.items.map(({ key, x, y }) => ({ id: key, x, y })));
  }
  if (changed.has("camera") && state.camera) takeCamera();
  else if (refit || changed.has("view")) fit(false);
  else if (changed.has("pick") && state.pick && move) {
    // In the next frame, because a later listener opens the panel that covers part of the map.
    requestAnimationFrame(() => { if (state.pick) bringIn(around(state.pick.kind, state.pick.at)); });
  }
  net.redraw();
});
