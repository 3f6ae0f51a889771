"use strict";
// Drawing of the halves of the map, the lines and the marks, in pixels of the frame. The camera is the part of the map that
// the frame shows.

let colours = {};

/** Read the colours from an element, so that system colours become RGB values, which every renderer understands. */
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

const CARD_PATH = "M-.86,-1H.86Q1.14,-1 1.14,-.72V.72Q1.14,1 .86,1H-.86Q-1.14,1 -1.14,.72V-.72Q-1.14,-1 -.86,-1Z";
const QUESTION_MARK_PATH = "M-.34,-.3Q-.34,-.62 0,-.62T.34,-.3Q.34,-.06 0,.1V.26M0,.52V.56";
const MIN_ICON_RADIUS = 6.2; // on smaller cards, the icon is not readable

/**
 * Compute the positions of all items and lines in the frame. `camera` is {x, y, scale, width, height, fitScale, density},
 * where everything fits at `fitScale`. Marks grow more slowly than the map, so that zooming in makes room.
 */
function projectItems(camera) {
  const growth = Math.min(Math.max((camera.scale / camera.fitScale) ** 0.6, 0.55), 3.6) * camera.density;
  for (const item of scene.items) {
    item.px = (item.x - camera.x) * camera.scale + camera.width / 2;
    item.py = (item.y - camera.y) * camera.scale + camera.height / 2;
    item.r = item.mapRadius ? Math.max(item.mapRadius * camera.scale, 9) : item.size * growth;
    item.isInFrame = item.px > -60 && item.px < camera.width + 60 && item.py > -60 && item.py < camera.height + 60;
  }
  for (const line of scene.lines) line.curve = lineCurve(line);
}

/** Return the curve of a line, from the rim of one mark to the rim of the other. */
function lineCurve({ from, to, offset, parallelCount, arrow }) {
  if (from === to) {
    const d = from.r * 2.4 + 8;
    return [from.px - from.r * 0.7, from.py - from.r * 0.7, from.px, from.py - 2 * d, from.px + from.r * 0.7, from.py - from.r * 0.7];
  }
  const [dx, dy] = [to.px - from.px, to.py - from.py];
  const length = Math.hypot(dx, dy) || 1;
  const gap = Math.min(Math.max(length * 0.05, 4), 11, (length * 0.6) / parallelCount);
  const shift = 2 * offset * gap;
  const [cx, cy] = [(from.px + to.px) / 2 - (dy / length) * shift, (from.py + to.py) / 2 + (dx / length) * shift];
  const rimPoint = (item, margin) => {
    const distance = Math.hypot(cx - item.px, cy - item.py) || 1;
    const fraction = Math.min(item.r + margin, distance * 0.9) / distance;
    return [item.px + (cx - item.px) * fraction, item.py + (cy - item.py) * fraction];
  };
  const [x1, y1] = rimPoint(from, 0.5), [x2, y2] = rimPoint(to, arrow ? 2.5 : 0.5);
  return [x1, y1, cx, cy, x2, y2];
}

const pointOnCurve = ([x1, y1, cx, cy, x2, y2], t) => [
  (1 - t) * (1 - t) * x1 + 2 * t * (1 - t) * cx + t * t * x2, (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * cy + t * t * y2];

// ---- Lines --------------------------------------------------------------------------------------------------------

/** Return the opacity of a line. The more lines there are, the fainter each of them is. */
const lineOpacity = () => Math.min(0.62, Math.max(0.16, 8.6 / Math.sqrt(scene.lines.length + 1)));

function drawLines(renderer, camera, highlight, path) {
  const baseOpacity = lineOpacity() * (state.view === "engagements" ? 0.75 : 1);
  const isVisible = ({ from, to }) => (from.isInFrame || to.isInFrame || crossesFrame(from, to, camera));
  const draw = (line, alpha, widthFactor) => {
    if (!isVisible(line)) return;
    const colour = colours[line.colour];
    renderer.curve(line.curve, { colour, width: line.width * widthFactor, alpha, dashes: line.dashes });
    if (line.arrow) drawArrow(renderer, line, colour, Math.min(1, alpha * 1.25));
  };
  for (const line of scene.lines) {
    if (!highlight || !highlight.lines.has(line)) draw(line, (highlight ? baseOpacity * 0.2 : baseOpacity) * (line.opacityFactor || 1), 1);
  }
  for (const line of path ? path.lines : []) renderer.curve(line.curve, { colour: colours.accent, width: line.width + 6, alpha: 0.35 });
  const isSmall = highlight && highlight.lines.size < 60;
  for (const line of highlight ? highlight.lines : []) {
    const isSecondary = highlight.secondary && highlight.secondary.has(line);
    draw(line, isSecondary ? baseOpacity : isSmall ? 0.95 : 0.7, isSecondary ? 1 : isSelected("tie", line) ? 1.9 : 1.25);
  }
}

const isSelected = (kind, target) => state.selection && state.selection.kind === kind && target.kind === kind
  && target.index === state.selection.index;

const crossesFrame = (a, b, { width, height }) => Math.max(a.px, b.px) > 0 && Math.min(a.px, b.px) < width
  && Math.max(a.py, b.py) > 0 && Math.min(a.py, b.py) < height;

function drawArrow(renderer, line, colour, alpha) {
  const [, , cx, cy, x, y] = line.curve;
  const distance = Math.hypot(x - cx, y - cy) || 1;
  const [dx, dy] = [(x - cx) / distance, (y - cy) / distance];
  const length = 5.5 + line.width, halfWidth = 1.9 + line.width * 0.7;
  const [bx, by] = [x - dx * length, y - dy * length];
  renderer.polygon([[x + dx * 1.5, y + dy * 1.5], [bx - dy * halfWidth, by + dx * halfWidth],
    [bx + dx * length * 0.25, by + dy * length * 0.25],
    [bx + dy * halfWidth, by - dx * halfWidth]], { fill: colour, alpha });
}

// ---- Marks --------------------------------------------------------------------------------------------------------

function drawMark(renderer, item, isFaded) {
  const { px: x, py: y, r } = item;
  const d = item.shape === "card" ? CARD_PATH : SHAPES[item.shape];
  // A rim in the background colour separates the mark from the lines.
  renderer.shape(d, x, y, r, { fill: colours.paper, colour: colours.paper, width: 3.5 });
  const alpha = isFaded ? 0.22 : 1;
  if (item.side === "community") return drawCommunity(renderer, item, alpha);
  if (item.side === "card") return drawCard(renderer, item, alpha);
  const style = SIDE_STYLES[item.side];
  const colour = colours[`side-${item.side === "blank" ? 3 : item.side}`];
  if (style.ring) {
    const innerRadius = r * (1 - style.ring / 2);
    renderer.shape(d, x, y, innerRadius, { colour, width: Math.max(style.ring * r, 1.3), alpha,
      dashes: style.dash && style.dash.map((dash) => dash * innerRadius) });
  } else renderer.shape(d, x, y, r, { fill: colour, alpha });
  if (style.dot) renderer.shape(SHAPES.circle, x, y, style.dot * r, { fill: colours.paper });
  if (item.side === "blank" && r > 5) renderer.shape(QUESTION_MARK_PATH, x, y, r * 0.8, { colour, width: Math.max(1.2, r * 0.14), alpha });
}

/** Draw the card of an engagement: a plain coloured card if it is small, or else the icon of its type on a light card. */
function drawCard(renderer, item, alpha) {
  const { px: x, py: y, r } = item;
  const colour = colours[item.colour];
  if (r < MIN_ICON_RADIUS) return renderer.shape(CARD_PATH, x, y, r, { fill: colour, alpha: alpha * 0.78 });
  renderer.shape(CARD_PATH, x, y, r, { fill: colours.card, colour, width: 1.5, alpha });
  renderer.shape(typeIcon(ENGAGEMENTS.type[item.index]), x, y, r * 0.66, { colour, width: Math.max(1.2, r * 0.13), alpha });
}

const arcPath = (middle, share) => {
  if (share > 0.999) return SHAPES.circle;
  const [a, b] = [middle - Math.PI * share, middle + Math.PI * share];
  const [x1, y1, x2, y2] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)].map((value) => value.toFixed(3));
  return `M${x1},${y1}A1,1 0 ${share > 0.5 ? 1 : 0} 1 ${x2},${y2}`;
};

/** Draw a collapsed community: its number of members, and a ring with the shares of the left and the right country. */
function drawCommunity(renderer, item, alpha) {
  const { px: x, py: y, r, shares: [left, right] } = item;
  const ring = Math.min(Math.max(r * 0.14, 2.5), 7);
  renderer.shape(SHAPES.circle, x, y, r, { fill: colours.well, alpha });
  renderer.shape(SHAPES.circle, x, y, r - ring / 2, { colour: colours.hair, width: ring, alpha });
  if (left) renderer.shape(arcPath(Math.PI, left), x, y, r - ring / 2, { colour: colours["side-0"], width: ring, alpha });
  // The right side is a double line, which is recognisable without colour.
  if (right) {
    renderer.shape(arcPath(0, right), x, y, r - ring / 2, { colour: colours["side-1"], width: ring, alpha });
    renderer.shape(arcPath(0, right), x, y, r - ring / 2, { colour: colours.well, width: ring * 0.3, alpha });
  }
  if (r > 11) renderer.text(formatNumber(item.members), x, y,
    { size: Math.min(Math.max(r * 0.55, 10.5), 26), weight: 650, colour: colours.ink, alpha });
}

function drawMarks(renderer, highlight, path, hovered) {
  const rank = (item) => (isSelected(item.kind, item) || item === hovered ? 2 : highlight && highlight.items.has(item) ? 1 : 0);
  const sorted = scene.items.filter((item) => item.isInFrame)
    .sort((a, b) => rank(a) - rank(b) || (a.mapRadius ? 0 : 1) - (b.mapRadius ? 0 : 1) || a.size - b.size || a.order - b.order);
  for (const item of sorted) {
    drawMark(renderer, item, highlight && !highlight.items.has(item));
    const isChosen = isSelected(item.kind, item);
    const reach = item.shape === "card" ? 1.35 : 1.2;
    if (path && path.items.has(item))
      renderer.shape(SHAPES.circle, item.px, item.py, item.r * reach + 3, { colour: colours.accent, width: 2, alpha: 0.6 });
    if (isChosen || item === hovered) {
      renderer.shape(SHAPES.circle, item.px, item.py, item.r * reach + 4,
        { colour: isChosen ? colours.accent : colours.soft, width: isChosen ? 2.5 : 1.5 });
    }
  }
}

// ---- Halves -------------------------------------------------------------------------------------------------------

/** Tint the half of each of the two countries. Return their names, which the caller draws last, with their areas. */
function drawSides(renderer, camera) {
  if (!scene.sides) return [];
  const edges = [-Infinity, Infinity];
  for (const item of scene.items) {
    if (item.side === 0) edges[0] = Math.max(edges[0], item.px + item.r);
    if (item.side === 1) edges[1] = Math.min(edges[1], item.px - item.r);
  }
  const gutter = Math.max(edges[1] - edges[0], 0);
  const [leftEdge, rightEdge] = gutter > 0 ? [edges[0] + Math.min(14, gutter / 3), edges[1] - Math.min(14, gutter / 3)]
    : [(edges[0] + edges[1]) / 2, (edges[0] + edges[1]) / 2];
  const countryNames = [];
  const halves = [[0, Math.min(leftEdge, camera.width), 0], [Math.max(rightEdge, 0), camera.width, 1]];
  for (const [from, to, side] of halves) {
    if (to - from < 40) continue;
    renderer.rect(from, 0, to - from, camera.height, 0, { fill: colours[`side-${side}`], alpha: 0.035 });
    const text = stripControls(termLabel("country", side));
    const size = camera.width < 500 ? 12 : 14;
    const width = text.length * (size * 0.72 + 2);
    if (width > to - from - 16) continue;
    const x = side ? to - 18 : from + 18;
    countryNames.push({ left: side ? x - width : x, right: side ? x : x + width, top: 12, bottom: 34, draw: () => renderer.text(text, x, 22,
      { size, weight: 600, colour: colours[`side-${side}`], anchor: side ? "end" : "start", spacing: 1.6, halo: colours.paper }) });
  }
  return countryNames;
}
