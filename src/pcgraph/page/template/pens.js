"use strict";
// Two pens with the same interface: one draws on the canvas, one writes SVG, so that exports match the screen.

/** Text that is valid in XML and cannot change the direction of the text around it. */
const clean = (text) => plain(String(text)).replace(/[\ud800-\udfff\u007f-\u009f\ufffe\uffff]/gu, "");

const paths = new Map();
function pathOf(d) {
  if (!paths.has(d)) {
    if (paths.size > 4000) paths.clear();
    paths.set(d, new Path2D(d));
  }
  return paths.get(d);
}

function canvasPen(ctx, font) {
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  const finish = ({ fill, colour, width, alpha = 1, dashes }, path) => {
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
    /** A curve [x1, y1, cx, cy, x2, y2] with one control point. */
    curve([x1, y1, cx, cy, x2, y2], style) {
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.quadraticCurveTo(cx, cy, x2, y2);
      finish(style);
    },
    /** A path of radius 1 around (0, 0), drawn at (x, y) with radius r; widths and dashes are in pixels. */
    shape(d, x, y, r, style) {
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(r, r);
      finish({ ...style, width: style.width / r, dashes: style.dashes && style.dashes.map((dash) => dash / r) }, pathOf(d));
      ctx.restore();
    },
    polygon(points, style) {
      ctx.beginPath();
      points.forEach(([x, y], place) => ctx[place ? "lineTo" : "moveTo"](x, y));
      ctx.closePath();
      finish(style);
    },
    rect(x, y, wide, high, round, style) {
      ctx.beginPath();
      ctx.roundRect(x, y, wide, high, round);
      finish(style);
    },
    text(text, x, y, { size, weight = 400, colour, alpha = 1, anchor = "middle", halo, spacing = 0 }) {
      ctx.font = `${weight} ${size}px ${font}`;
      if ("letterSpacing" in ctx) ctx.letterSpacing = `${spacing}px`;
      ctx.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
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

function svgPen(root, font) {
  const two = (value) => String(Math.round(value * 100) / 100);
  const looks = ({ fill, colour, width, alpha = 1, dashes }) => ({
    fill: fill || "none",
    ...(colour ? { stroke: colour, "stroke-width": two(width), "stroke-linejoin": "round" } : {}),
    ...(colour && dashes && dashes.length ? { "stroke-dasharray": dashes.map(two).join(" ") } : {}),
    ...(alpha < 1 ? { opacity: two(alpha) } : {}),
  });
  const add = (tag, attributes, ...children) => root.append(svg(tag, attributes, ...children));
  return {
    curve: ([x1, y1, cx, cy, x2, y2], style) => add("path",
      { d: `M${two(x1)},${two(y1)}Q${two(cx)},${two(cy)} ${two(x2)},${two(y2)}`, ...looks(style) }),
    shape: (d, x, y, r, style) => add("path", { d, transform: `translate(${two(x)} ${two(y)}) scale(${r.toFixed(3)})`,
      ...looks(style), ...(style.colour ? { "stroke-width": (style.width / r).toFixed(4) } : {}),
      ...(style.dashes && style.dashes.length ? { "stroke-dasharray": style.dashes.map((dash) => (dash / r).toFixed(3)).join(" ") } : {}) }),
    polygon: (points, style) => add("path", { d: `M${points.map((point) => point.map(two).join(",")).join("L")}Z`, ...looks(style) }),
    rect: (x, y, wide, high, round, style) => add("rect",
      { x: two(x), y: two(y), width: two(wide), height: two(high), rx: round, ...looks(style) }),
    text: (text, x, y, { size, weight = 400, colour, alpha = 1, anchor = "middle", halo, spacing = 0 }) => add("text", {
      x: two(x), y: two(y), fill: colour, "font-family": font, "font-size": size, "font-weight": weight, "text-anchor": anchor,
      "dominant-baseline": "central", ...(alpha < 1 ? { opacity: two(alpha) } : {}), ...(spacing ? { "letter-spacing": spacing } : {}),
      ...(halo ? { stroke: halo, "stroke-width": 3.6, "stroke-linejoin": "round", "paint-order": "stroke" } : {}) }, clean(text)),
  };
}
