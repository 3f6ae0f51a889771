// Two renderers with the same interface: one draws on a canvas, the other creates SVG elements. Both draw the same picture,
// so that an exported file matches the screen.

import { svg } from "../text/elements.js";
import { isRightToLeft } from "../text/text.js";
import { stripControls } from "../text/tokens.js";

/** Return a text that is valid in XML and cannot change the direction of the text around it. */
export const cleanForXml = (text) => stripControls(String(text)).replace(/[\ud800-\udfff\u007f-\u009f\ufffe\uffff]/gu, "");

const pathCache = new Map();
function cachedPath(d) {
  if (!pathCache.has(d)) {
    if (pathCache.size > 4000) pathCache.clear();
    pathCache.set(d, new Path2D(d));
  }
  return pathCache.get(d);
}

export function createCanvasRenderer(ctx, font) {
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  const paint = ({ fill, colour, width, alpha = 1, dashes }, path) => {
    if (fill) {
      ctx.globalAlpha = alpha;
      ctx.fillStyle = fill;
      if (path) ctx.fill(path); else ctx.fill();
    }
    if (!colour) return;
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(dashes || []);
    if (path) ctx.stroke(path); else ctx.stroke();
  };
  return {
    /** Draw a curve [x1, y1, cx, cy, x2, y2] with one control point. */
    curve([x1, y1, cx, cy, x2, y2], style) {
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.quadraticCurveTo(cx, cy, x2, y2);
      paint(style);
    },
    /** Draw many curves of one style in one stroke, which is many times faster than one by one. */
    curves(list, style) {
      ctx.beginPath();
      for (const [x1, y1, cx, cy, x2, y2] of list) {
        ctx.moveTo(x1, y1);
        ctx.quadraticCurveTo(cx, cy, x2, y2);
      }
      paint(style);
    },
    /** Draw a path of radius 1 around (0, 0) at (x, y) with radius r. Widths and dashes are in pixels. */
    shape(d, x, y, r, style) {
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(r, r);
      paint({ ...style, width: style.width / r, dashes: style.dashes && style.dashes.map((dash) => dash / r) }, cachedPath(d));
      ctx.restore();
    },
    rect(x, y, width, height, cornerRadius, style) {
      ctx.beginPath();
      ctx.roundRect(x, y, width, height, cornerRadius);
      paint(style);
    },
    text(text, x, y, { size, weight = 400, colour, alpha = 1, anchor = "middle", halo, spacing = 0 }) {
      ctx.font = `${weight} ${size}px ${font}`;
      const rightToLeft = isRightToLeft(text); // space between its letters would tear Arabic words apart
      if ("letterSpacing" in ctx) ctx.letterSpacing = `${rightToLeft ? 0 : spacing}px`;
      ctx.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
      ctx.direction = rightToLeft ? "rtl" : "ltr";
      ctx.globalAlpha = alpha;
      if (halo) {
        ctx.setLineDash([]);
        ctx.lineWidth = 3.6;
        ctx.strokeStyle = halo;
        ctx.strokeText(text, x, y);
      }
      ctx.fillStyle = colour;
      ctx.fillText(text, x, y);
    },
  };
}

export function createSvgRenderer(root, font) {
  const round = (value) => String(Math.round(value * 100) / 100);
  const styleAttributes = ({ fill, colour, width, alpha = 1, dashes }) => ({
    fill: fill || "none",
    ...(colour ? { stroke: colour, "stroke-width": round(width), "stroke-linejoin": "round" } : {}),
    ...(colour && dashes && dashes.length ? { "stroke-dasharray": dashes.map(round).join(" ") } : {}),
    ...(alpha < 1 ? { opacity: round(alpha) } : {}),
  });
  // In SVG, the start of a text that is read from right to left is its right end.
  const direction = (text, anchor) => (isRightToLeft(text)
    ? { direction: "rtl", "text-anchor": { start: "end", end: "start" }[anchor] || anchor } : { "text-anchor": anchor });
  const append = (tag, attributes, ...children) => root.append(svg(tag, attributes, ...children));
  return {
    curve: ([x1, y1, cx, cy, x2, y2], style) => append("path",
      { d: `M${round(x1)},${round(y1)}Q${round(cx)},${round(cy)} ${round(x2)},${round(y2)}`, ...styleAttributes(style) }),
    curves: (list, style) => append("path", { d: list.map(([x1, y1, cx, cy, x2, y2]) =>
      `M${round(x1)},${round(y1)}Q${round(cx)},${round(cy)} ${round(x2)},${round(y2)}`).join(""), ...styleAttributes(style) }),
    shape: (d, x, y, r, style) => append("path", { d, transform: `translate(${round(x)} ${round(y)}) scale(${r.toFixed(3)})`,
      ...styleAttributes(style), ...(style.colour ? { "stroke-width": (style.width / r).toFixed(4) } : {}),
      ...(style.dashes && style.dashes.length
        ? { "stroke-dasharray": style.dashes.map((dash) => (dash / r).toFixed(3)).join(" ") } : {}) }),
    rect: (x, y, width, height, cornerRadius, style) => append("rect",
      { x: round(x), y: round(y), width: round(width), height: round(height), rx: cornerRadius, ...styleAttributes(style) }),
    text: (text, x, y, { size, weight = 400, colour, alpha = 1, anchor = "middle", halo, spacing = 0 }) => append("text", {
      x: round(x), y: round(y), fill: colour, "font-family": font, "font-size": size, "font-weight": weight,
      ...direction(text, anchor), "dominant-baseline": "central", ...(alpha < 1 ? { opacity: round(alpha) } : {}),
      ...(spacing && !isRightToLeft(text) ? { "letter-spacing": spacing } : {}),
      ...(halo ? { stroke: halo, "stroke-width": 3.6, "stroke-linejoin": "round", "paint-order": "stroke" } : {}),
    }, cleanForXml(text)),
  };
}
