// All marks and lines, on a canvas of their own behind that of vis-network. They are drawn when they change or the camera has
// stopped. While it moves, the canvas moves with it, and only what is in front and the names are drawn in each frame. If it does
// not fill the frame any more, it is drawn again on the way, but for no more than a share of the time: a slow machine waits.

import { el } from "../text/elements.js";
import { colours } from "./colours.js";
import { drawLines, projectItems } from "./lines.js";
import { drawMarks } from "./marks.js";
import { createCanvasRenderer } from "./renderers.js";
import { FADED, scene } from "./scene.js";

const MARGIN = 200; // what is drawn around the frame, in pixels, so that it can move
const MOST_ZOOM = 2; // beyond, what is scaled would be too coarse or too small
const PAUSE = 3; // while the map moves, it is drawn again after so many times as long as drawing took

export const background = el("canvas", { class: "background" });
// A finished picture is handed over as a bitmap: the browser would copy a canvas that can be drawn on in every frame.
const bitmaps = /** @type {ImageBitmapRenderingContext} */ (background.getContext("bitmaprenderer"));
const canvas = new OffscreenCanvas(1, 1);
const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
/**
 * What the canvas shows, and until when a map that moves is not drawn again.
 * @type {Camera & { ratio: number, items: Item[], ends: boolean[], until: number } | null}
 */
let drawn = null;

export function forgetBackground() { drawn = null; }

function draw(camera, ratio) {
  const start = performance.now();
  const frame = drawn = { ...camera, width: camera.width + 2 * MARGIN, height: camera.height + 2 * MARGIN, ratio,
    items: scene.items, ends: /** @type {boolean[]} */ ([]), until: 0 };
  const { width, height } = frame;
  projectItems(frame);
  // For each side: whether everything ends before it.
  frame.ends = [scene.items.every(({ px, r }) => px > 2 * r), scene.items.every(({ py, r }) => py > 2 * r),
    scene.items.every(({ px, r }) => px < width - 2 * r), scene.items.every(({ py, r }) => py < height - 2 * r)];
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  Object.assign(background.style, { width: `${canvas.width / ratio}px`, height: `${canvas.height / ratio}px` });
  context.scale(ratio, ratio);
  const renderer = createCanvasRenderer(context, colours.font);
  drawLines(renderer, frame, scene.lines);
  drawMarks(renderer, scene.items);
  bitmaps.transferFromImageBitmap(canvas.transferToImageBitmap());
  const end = performance.now();
  frame.until = end + PAUSE * (end - start);
}

/** Return whether what is drawn is of this scene in this frame. */
const isCurrent = (camera, ratio) => drawn && drawn.items === scene.items && drawn.ratio === ratio
  && drawn.width === camera.width + 2 * MARGIN && drawn.height === camera.height + 2 * MARGIN
  && drawn.fitScale === camera.fitScale && drawn.density === camera.density;

/** Return where what is drawn is in the frame: how much it is scaled, its left and its top. */
function placeIn(camera) {
  const { x, y, scale, width, height } = /** @type {Camera} */ (drawn), zoom = camera.scale / scale;
  return [zoom, (x - camera.x) * camera.scale + (camera.width - width * zoom) / 2,
    (y - camera.y) * camera.scale + (camera.height - height * zoom) / 2];
}

/** Return whether what is drawn, moved to its place, fills the frame, and so many pixels around it, with what is there. */
function fills(camera, /** @type {number[]} */ [zoom, left, top], around) {
  const { width, height, ends } = /** @type {any} */ (drawn);
  return (left <= -around || ends[0]) && (top <= -around || ends[1])
    && (left + width * zoom >= camera.width + around || ends[2]) && (top + height * zoom >= camera.height + around || ends[3]);
}

/** Show all marks and lines as the camera shows them. */
export function showBackground(camera, ratio, isMoving, fades) {
  const place = isCurrent(camera, ratio) && placeIn(camera);
  // Moved by whole pixels, what is drawn is still exact.
  const isWhole = (length) => Math.abs(length * ratio - Math.round(length * ratio)) < 0.01;
  const serves = place && (isMoving ? performance.now() < /** @type {any} */ (drawn).until
    || (place[0] < MOST_ZOOM && place[0] > 1 / MOST_ZOOM && fills(camera, place, 0))
    : place[0] === 1 && isWhole(place[1]) && isWhole(place[2]) && fills(camera, place, MARGIN / 2));
  if (!serves) draw(camera, ratio);
  const [zoom, ...offset] = serves ? place : placeIn(camera);
  const [left, top] = zoom === 1 ? offset.map((length) => Math.round(length * ratio) / ratio) : offset; // so that it stays sharp
  Object.assign(background.style, { transform: `translate(${left}px, ${top}px) scale(${zoom})`, opacity: fades ? FADED : 1 });
}
