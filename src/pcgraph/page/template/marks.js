"use strict";
// Drawing of halves, lines and marks, in pixels of the frame. `eye` is the camera: the part of the map that is shown.

let colours = {};

/** Read the colours from an element, so that system colours become RGB values, which every pen understands. */
function readColours() {
  const probe = document.body.appendChild(el("span"));
  const get = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  colours = { font: getComputedStyle(document.body).fontFamily };
  for (const name of ["paper", "card", "well", "ink", "soft", "hair", "accent"]) colours[name] = get(name);
  for (let tone = 0; tone <= TONES; tone += 1) colours[`tone-${tone}`] = get(`tone-${tone}`);
  for (let side = 0; side < 4; side += 1) colours[`side-${side}`] = get(`side-${side}`);
  probe.remove();
}

const CARD = "M-.86,-1H.86Q1.14,-1 1.14,-.72V.72Q1.14,1 .86,1H-.86Q-1.14,1 -1.14,.72V-.72Q-1.14,-1 -.86,-1Z";
const QUESTION = "M-.34,-.3Q-.34,-.62 0,-.62T.34,-.3Q.34,-.06 0,.1V.26M0,.52V.56";
const SIGNED = 6.2; // radius from which the sign of a card is readable

/**
 * Compute all positions in the frame. `eye` = {x, y, scale, wide, high, opening (scale at which all fits), density}.
 * Marks grow more slowly than the zoom, so that zooming in makes room.
 */
function project(eye) {
  const grow = Math.min(Math.max((eye.scale / eye.opening) ** 0.6, 0.55), 3.6) * eye.density;
  for (const item of scene.items) {
    item.px = (item.x - eye.x) * eye.scale + eye.wide / 2;
    item.py = (item.y - eye.y) * eye.scale + eye.high / 2;
    item.r = item.world ? Math.max(item.world * eye.scale, 9) : item.size * grow;
    item.seen = item.px > -60 && item.px < eye.wide + 60 && item.py > -60 && item.py < eye.high + 60;
  }
  for (const line of scene.lines) line.curve = curveOf(line);
}

/** The curve of a line, from rim to rim. */
function curveOf({ from, to, bend, beside, arrow }) {
  if (from === to) {
    const d = from.r * 2.4 + 8;
    return [from.px - from.r * 0.7, from.py - from.r * 0.7, from.px, from.py - 2 * d, from.px + from.r * 0.7, from.py - from.r * 0.7];
  }
  const [dx, dy] = [to.px - from.px, to.py - from.py];
  const long = Math.hypot(dx, dy) || 1;
  const apart = Math.min(Math.max(long * 0.05, 4), 11, (long * 0.6) / beside);
  const off = 2 * bend * apart;
  const [cx, cy] = [(from.px + to.px) / 2 - (dy / long) * off, (from.py + to.py) / 2 + (dx / long) * off];
  const rim = (item, room) => {
    const far = Math.hypot(cx - item.px, cy - item.py) || 1;
    const step = Math.min(item.r + room, far * 0.9) / far;
    return [item.px + (cx - item.px) * step, item.py + (cy - item.py) * step];
  };
  const [x1, y1] = rim(from, 0.5), [x2, y2] = rim(to, arrow ? 2.5 : 0.5);
  return [x1, y1, cx, cy, x2, y2];
}

const onCurve = ([x1, y1, cx, cy, x2, y2], t) => [
  (1 - t) * (1 - t) * x1 + 2 * t * (1 - t) * cx + t * t * x2, (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * cy + t * t * y2];

// ---- Lines --------------------------------------------------------------------------------------------------------

/** Opacity of lines: the more lines, the fainter each one. */
const calm = () => Math.min(0.62, Math.max(0.16, 8.6 / Math.sqrt(scene.lines.length + 1)));

function drawLines(pen, eye, light, path) {
  const rest = calm() * (state.view === "engagements" ? 0.75 : 1);
  const visible = ({ from, to }) => (from.seen || to.seen || crosses(from, to, eye));
  const draw = (line, alpha, wider) => {
    if (!visible(line)) return;
    const colour = colours[line.colour];
    pen.curve(line.curve, { colour, width: line.width * wider, alpha, dashes: line.dashes });
    if (line.arrow) drawArrow(pen, line, colour, Math.min(1, alpha * 1.25));
  };
  for (const line of scene.lines) {
    if (!light || !light.lines.has(line)) draw(line, (light ? rest * 0.2 : rest) * (line.strength || 1), 1);
  }
  for (const line of path ? path.lines : []) pen.curve(line.curve, { colour: colours.accent, width: line.width + 6, alpha: 0.35 });
  const few = light && light.lines.size < 60;
  for (const line of light ? light.lines : []) {
    const far = light.far && light.far.has(line);
    draw(line, far ? rest : few ? 0.95 : 0.7, far ? 1 : isPicked("tie", line) ? 1.9 : 1.25);
  }
}

const isPicked = (kind, thing) => state.pick && state.pick.kind === kind && thing.kind === kind && thing.at === state.pick.at;

const crosses = (a, b, { wide, high }) => Math.max(a.px, b.px) > 0 && Math.min(a.px, b.px) < wide
  && Math.max(a.py, b.py) > 0 && Math.min(a.py, b.py) < high;

function drawArrow(pen, line, colour, alpha) {
  const [, , cx, cy, x, y] = line.curve;
  const far = Math.hypot(x - cx, y - cy) || 1;
  const [dx, dy] = [(x - cx) / far, (y - cy) / far];
  const long = 5.5 + line.width, half = 1.9 + line.width * 0.7;
  const [bx, by] = [x - dx * long, y - dy * long];
  pen.polygon([[x + dx * 1.5, y + dy * 1.5], [bx - dy * half, by + dx * half], [bx + dx * long * 0.25, by + dy * long * 0.25],
    [bx + dy * half, by - dx * half]], { fill: colour, alpha });
}

// ---- Marks --------------------------------------------------------------------------------------------------------

function drawMark(pen, item, faded) {
  const { px: x, py: y, r } = item;
  const d = item.shape === "card" ? CARD : SHAPES[item.shape];
  pen.shape(d, x, y, r, { fill: colours.paper, colour: colours.paper, width: 3.5 }); // a rim in the background colour separates it from the lines
  const alpha = faded ? 0.22 : 1;
  if (item.side === "community") return drawBubble(pen, item, alpha);
  if (item.side === "card") return drawCard(pen, item, alpha);
  const look = MARKS[item.side];
  const colour = colours[`side-${item.side === "blank" ? 3 : item.side}`];
  if (look.ring) {
    const inner = r * (1 - look.ring / 2);
    pen.shape(d, x, y, inner, { colour, width: Math.max(look.ring * r, 1.3), alpha,
      dashes: look.dash && look.dash.map((dash) => dash * inner) });
  } else pen.shape(d, x, y, r, { fill: colour, alpha });
  if (look.dot) pen.shape(SHAPES.circle, x, y, look.dot * r, { fill: colours.paper });
  if (item.side === "blank" && r > 5) pen.shape(QUESTION, x, y, r * 0.8, { colour, width: Math.max(1.2, r * 0.14), alpha });
}

/** The card of an engagement: a small coloured one when zoomed out, its sign on a light card when zoomed in. */
function drawCard(pen, item, alpha) {
  const { px: x, py: y, r } = item;
  const colour = colours[item.colour];
  if (r < SIGNED) return pen.shape(CARD, x, y, r, { fill: colour, alpha: alpha * 0.78 });
  pen.shape(CARD, x, y, r, { fill: colours.card, colour, width: 1.5, alpha });
  pen.shape(signOf(E.type[item.at]), x, y, r * 0.66, { colour, width: Math.max(1.2, r * 0.13), alpha });
}

const arc = (middle, share) => {
  if (share > 0.999) return SHAPES.circle;
  const [a, b] = [middle - Math.PI * share, middle + Math.PI * share];
  const [x1, y1, x2, y2] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)].map((value) => value.toFixed(3));
  return `M${x1},${y1}A1,1 0 ${share > 0.5 ? 1 : 0} 1 ${x2},${y2}`;
};

/** A folded community: its number of members, and a ring with the shares of the left and the right country. */
function drawBubble(pen, item, alpha) {
  const { px: x, py: y, r, shares: [left, right] } = item;
  const ring = Math.min(Math.max(r * 0.14, 2.5), 7);
  pen.shape(SHAPES.circle, x, y, r, { fill: colours.well, alpha });
  pen.shape(SHAPES.circle, x, y, r - ring / 2, { colour: colours.hair, width: ring, alpha });
  if (left) pen.shape(arc(Math.PI, left), x, y, r - ring / 2, { colour: colours["side-0"], width: ring, alpha });
  // The right side is a double line, so that it is recognisable without colour.
  if (right) {
    pen.shape(arc(0, right), x, y, r - ring / 2, { colour: colours["side-1"], width: ring, alpha });
    pen.shape(arc(0, right), x, y, r - ring / 2, { colour: colours.well, width: ring * 0.3, alpha });
  }
  if (r > 11) pen.text(number(item.members), x, y, { size: Math.min(Math.max(r * 0.55, 10.5), 26), weight: 650, colour: colours.ink, alpha });
}

function drawMarks(pen, light, path, hovered) {
  const rank = (item) => (isPicked(item.kind, item) || item === hovered ? 2 : light && light.items.has(item) ? 1 : 0);
  const order = scene.items.filter((item) => item.seen)
    .sort((a, b) => rank(a) - rank(b) || (a.world ? 0 : 1) - (b.world ? 0 : 1) || a.size - b.size || a.order - b.order);
  for (const item of order) {
    drawMark(pen, item, light && !light.items.has(item));
    const chosen = isPicked(item.kind, item);
    const reach = item.shape === "card" ? 1.35 : 1.2;
    if (path && path.items.has(item)) pen.shape(SHAPES.circle, item.px, item.py, item.r * reach + 3, { colour: colours.accent, width: 2, alpha: 0.6 });
    if (chosen || item === hovered) {
      pen.shape(SHAPES.circle, item.px, item.py, item.r * reach + 4,
        { colour: chosen ? colours.accent : colours.soft, width: chosen ? 2.5 : 1.5 });
    }
  }
}

// ---- Halves -------------------------------------------------------------------------------------------------------

/** Tint the half of each of the two countries and return their names, which the caller draws last. */
function drawSides(pen, eye) {
  if (!scene.sides) return [];
  const edge = [-Infinity, Infinity];
  for (const item of scene.items) {
    if (item.side === 0) edge[0] = Math.max(edge[0], item.px + item.r);
    if (item.side === 1) edge[1] = Math.min(edge[1], item.px - item.r);
  }
  const gutter = Math.max(edge[1] - edge[0], 0);
  const [left, right] = gutter > 0 ? [edge[0] + Math.min(14, gutter / 3), edge[1] - Math.min(14, gutter / 3)] : [(edge[0] + edge[1]) / 2, (edge[0] + edge[1]) / 2];
  const taken = [];
  const parts = [[0, Math.min(left, eye.wide), 0], [Math.max(right, 0), eye.wide, 1]];
  for (const [from, to, side] of parts) {
    if (to - from < 40) continue;
    pen.rect(from, 0, to - from, eye.high, 0, { fill: colours[`side-${side}`], alpha: 0.035 });
    const text = plain(word("country", side));
    const size = eye.wide < 500 ? 12 : 14;
    const width = text.length * (size * 0.72 + 2);
    if (width > to - from - 16) continue;
    const x = side ? to - 18 : from + 18;
    taken.push({ left: side ? x - width : x, right: side ? x : x + width, top: 12, bottom: 34, write: () => pen.text(text, x, 22,
      { size, weight: 600, colour: colours[`side-${side}`], anchor: side ? "end" : "start", spacing: 1.6, halo: colours.paper }) });
  }
  return taken;
}
