"use strict";
// The picture: vis-network moves, zooms and draws the lines; marks and names are drawn here, at a size fit to be read.

const box = document.getElementById("map");
const tip = document.getElementById("tip");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const PATHS = Object.fromEntries(Object.entries(SHAPES).map(([name, d]) => [name, new Path2D(d)]));
const CALM = DATA.edges.length > 400 ? 0.5 : 0.82; // opacity of a line when nothing is chosen
// Up to so many marks in the frame every name is tried, and none may lie on a mark; above, only the first names are, and
// they may lie on marks. The rest come with zooming in.
const CROWD = 150, FIRST_NAMES = 24;

const nodeSet = new vis.DataSet(DATA.nodes.map(({ id, x, y, size }) => ({ id, x, y, size, color: "rgba(0,0,0,0)" })));
const tieSet = new vis.DataSet(DATA.edges.map(({ id, from, to, width, dashes, smooth, symmetric }) => (
  { id, from, to, width, dashes, smooth, arrows: { to: { enabled: !symmetric } } })));
const nodesShown = new vis.DataView(nodeSet, { filter: (node) => view.nodes.has(node.id) });
const tiesShown = new vis.DataView(tieSet, { filter: (tie) => view.ties.has(tie.id) });

const hover = { node: null, tie: null };
let magnify = 1; // marks grow where the whole map must shrink to fit, as on a phone
let touched = false; // the reader has moved the map: do not move it back
let colours = {};

function readColours() {
  // Read off an element: system colours come as numbers, to which vis-network can give an opacity.
  const probe = document.body.appendChild(el("span"));
  const get = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  colours = { paper: get("paper"), ink: get("ink"), soft: get("soft"), accent: get("accent"),
    font: getComputedStyle(document.body).fontFamily,
    tones: Array.from({ length: 9 }, (_, tone) => get(`tone-${tone}`)),
    sides: Array.from({ length: 4 }, (_, side) => get(`side-${side}`)) };
  probe.remove();
}

// ---- Emphasis -----------------------------------------------------------------------------------------------------

/** What stands out: the chosen node with its ties, or the chosen tie with its ends; null when nothing is chosen. */
function lit() {
  if (state.tie && TIES.has(state.tie)) {
    const tie = TIES.get(state.tie);
    return { nodes: new Set([tie.from, tie.to]), ties: new Set([tie.id]) };
  }
  if (!state.node || !NODES.has(state.node)) return null;
  const ties = tiesOf.get(state.node);
  return { nodes: new Set([state.node, ...ties.flatMap((tie) => [tie.from, tie.to])]), ties: new Set(ties.map((tie) => tie.id)) };
}

function paintTies() {
  const light = lit();
  tieSet.update(DATA.edges.map((tie) => {
    const color = colours.tones[tie.tone];
    const on = light && light.ties.has(tie.id);
    return { id: tie.id, width: tie.width * (tie.id === state.tie ? 1.7 : 1),
      color: { color, highlight: color, hover: color, opacity: !light ? CALM : on ? 1 : 0.13 } };
  }));
}

// ---- Marks and names ----------------------------------------------------------------------------------------------

function drawMark(ctx, node, at, radius, faded, scale) {
  const colour = node.side === "ink" ? colours.soft : colours.sides[node.side];
  const path = PATHS[node.shape];
  const pixel = 1 / (radius * scale);
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.scale(radius, radius);
  ctx.lineJoin = "round";
  ctx.strokeStyle = colours.paper;
  ctx.lineWidth = 6 * pixel;
  ctx.stroke(path); // a rim of paper lifts the mark off the lines
  ctx.fillStyle = colours.paper;
  ctx.fill(path);
  ctx.globalAlpha = faded ? 0.25 : 1;
  ctx.fillStyle = ctx.strokeStyle = colour;
  const look = node.shape === "blank" ? MARKS.blank : MARKS[node.side];
  if (look.ring) {
    ctx.scale(1 - look.ring / 2, 1 - look.ring / 2);
    ctx.lineWidth = look.ring / (1 - look.ring / 2);
    ctx.setLineDash(look.dash || []);
    ctx.stroke(path);
  } else ctx.fill(path);
  if (look.dot) {
    ctx.globalAlpha = 1;
    ctx.fillStyle = colours.paper;
    ctx.beginPath();
    ctx.arc(0, 0, look.dot, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
  if (node.id && (node.id === state.node || node.id === hover.node)) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, radius * 1.2 + 5 / scale, 0, 2 * Math.PI);
    ctx.strokeStyle = node.id === state.node ? colours.accent : colours.soft;
    ctx.lineWidth = (node.id === state.node ? 2.5 : 1.5) / scale;
    ctx.stroke();
  }
}

/** At most `most` lines of about `long` characters; what does not fit ends in an ellipsis. */
function wrap(text, most, long = 20) {
  const lines = [""];
  for (const word of plain(text).split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length > long) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  const kept = lines.slice(0, most).map((line) => (line.length > 26 ? `${[...line].slice(0, 24).join("")}…` : line));
  if (lines.length > most && !kept[most - 1].endsWith("…")) kept[most - 1] += "…";
  return kept;
}

const holds = (a, b) => a.left <= b.left && a.right >= b.right && a.top <= b.top && a.bottom >= b.bottom;
const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Write lines at the first place that is free and in the frame, in pixels; false where none is, unless forced. */
function write(ctx, lines, places, frame, taken, style) {
  ctx.font = `${style.weight || 400} ${style.size}px ${colours.font}`;
  const wide = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 4;
  const tall = style.size * 1.2 * lines.length;
  const areas = places.map(([x, y, alignX, alignY]) => {
    const left = x - wide * alignX, top = y - tall * alignY;
    return { left, right: left + wide, top, bottom: top + tall };
  });
  const area = areas.find((one) => holds(frame, one) && !taken.some((other) => meets(one, other))) || (style.forced ? areas[0] : null);
  if (!area) return false;
  taken.push(area);
  const middle = area.left + wide / 2;
  ctx.globalAlpha = style.alpha || 1;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = colours.paper;
  ctx.fillStyle = style.colour;
  lines.forEach((line, number) => {
    const y = area.top + style.size * 1.2 * (number + 0.5);
    ctx.strokeText(line, middle, y);
    ctx.fillText(line, middle, y);
  });
  return true;
}

/** Places for a name, best first: below, above, right, left, those over which the fewest lines leave the mark first. */
function besides(node, at, radius, scale, places) {
  const x = at.x * scale, y = at.y * scale, r = radius * scale + 5;
  const d = r - 4; // a corner may touch the mark, not cover it
  const spots = [[[x, y + r, 0.5, 0], 0, 1, 0], [[x, y - r, 0.5, 1], 0, -1, 0.2], [[x + r, y, 0, 0.5], 1, 0, 0.5],
    [[x - r, y, 1, 0.5], -1, 0, 0.5], [[x, y + r, 0.2, 0], 0.2, 0.9, 0.7], [[x, y + r, 0.8, 0], -0.2, 0.9, 0.7],
    [[x, y - r, 0.2, 1], 0.2, -0.9, 0.8], [[x, y - r, 0.8, 1], -0.2, -0.9, 0.8], [[x + d, y + d, 0, 0], 0.7, 0.7, 0.9], [[x - d, y + d, 1, 0], -0.7, 0.7, 0.9],
    [[x + d, y - d, 0, 1], 0.7, -0.7, 0.9], [[x - d, y - d, 1, 1], -0.7, -0.7, 0.9]];
  const crossed = spots.map(([, dx, dy, dislike]) => dislike + tiesOf.get(node.id).reduce((sum, tie) => {
    const other = view.ties.has(tie.id) && places[tie.from === node.id ? tie.to : tie.from];
    if (!other || other === at) return sum;
    const long = Math.hypot(other.x - at.x, other.y - at.y) || 1;
    return sum + Math.max(0, (dx * (other.x - at.x) + dy * (other.y - at.y)) / long - (dx ? 0.85 : 0.3));
  }, 0));
  return spots.map(([spot], number) => [spot, crossed[number]]).sort((a, b) => a[1] - b[1]).map(([spot]) => spot);
}

function drawAll(ctx) {
  const scale = net.getScale();
  const centre = net.getViewPosition();
  const half = { x: box.clientWidth / 2 / scale + 80, y: box.clientHeight / 2 / scale + 80 };
  const places = net.getPositions([...view.nodes]);
  const light = lit();
  const marks = [];
  for (const node of DATA.nodes) {
    const at = places[node.id];
    if (!at || Math.abs(at.x - centre.x) > half.x || Math.abs(at.y - centre.y) > half.y) continue;
    const faded = Boolean(light) && !light.nodes.has(node.id);
    const rank = node.id === state.node || node.id === hover.node ? 2 : light && !faded ? 1 : 0;
    marks.push({ node, at, faded, rank, radius: node.size * magnify });
  }
  marks.sort((a, b) => b.rank - a.rank || a.faded - b.faded || b.radius - a.radius || (a.node.id < b.node.id ? -1 : 1));
  for (let number = marks.length - 1; number >= 0; number -= 1) {
    const mark = marks[number];
    drawMark(ctx, mark.node, mark.at, mark.radius, mark.faded, scale);
  }
  ctx.save();
  ctx.scale(1 / scale, 1 / scale); // from here on in pixels, whatever the zoom
  const crowd = marks.length > CROWD;
  const first = crowd ? marks.slice(0, FIRST_NAMES) : marks;
  const taken = (crowd ? [] : marks).map(({ at, radius }) => ({ left: (at.x - radius) * scale, right: (at.x + radius) * scale,
    top: (at.y - radius) * scale, bottom: (at.y + radius) * scale }));
  const frame = { left: centre.x * scale - box.clientWidth / 2, right: centre.x * scale + box.clientWidth / 2,
    top: centre.y * scale - box.clientHeight / 2, bottom: centre.y * scale + box.clientHeight / 2 };
  taken.push({ left: frame.right - 52, right: frame.right, top: frame.bottom - 114, bottom: frame.bottom }); // the buttons
  for (const { node, at, radius, faded, rank } of first) {
    const spots = besides(node, at, radius, scale, places);
    const style = { size: box.clientWidth < 500 ? 11 : 12.5, weight: rank || node.size >= 24 ? 600 : 450,
      colour: colours.ink, alpha: faded ? 0.35 : 1 };
    const most = rank === 2 ? 4 : marks.length < 80 ? 3 : 2;
    // A name that fits nowhere may do so in shorter lines.
    if (!write(ctx, wrap(mapName(node), most), spots, frame, taken, style)) {
      write(ctx, wrap(mapName(node), 4, 11), spots, frame, taken, { ...style, forced: rank === 2 });
    }
  }
  for (const id of light ? light.ties : []) {
    const edge = net.body.edges[id];
    if (!edge || !view.ties.has(id) || !edge.edgeType || edge.from === edge.to) continue;
    const steps = [0.5, 0.42, 0.58, 0.34, 0.66];
    const spots = steps.map((step) => edge.edgeType.getPoint(step)).map((at) => [at.x * scale, at.y * scale, 0.5, 0.5]);
    const tie = TIES.get(id);
    write(ctx, [plain(tie.relation_label)], spots, frame, taken,
      { size: 11, colour: colours.tones[tie.tone], weight: 600 });
  }
  ctx.restore();
}

// ---- The network and what moves it --------------------------------------------------------------------------------

readColours();
const net = new vis.Network(box, { nodes: nodesShown, edges: tiesShown }, JSON.parse(DATA.options));
net.on("afterDrawing", drawAll);

function motion() {
  return still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

/** Show all that is in view, with room for the names around it. */
function fit(animated) {
  const places = Object.values(net.getPositions([...view.nodes]));
  if (!places.length || !box.clientWidth) return;
  net.setSize("100%", "100%"); // the frame may have changed since the last drawing
  const xs = places.map((at) => at.x), ys = places.map((at) => at.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.min(88, box.clientWidth / 7);
  const scale = Math.min((box.clientWidth - 2 * side) / Math.max(right - left, 1),
    (box.clientHeight - 100) / Math.max(bottom - top, 1), 1.3);
  const grown = Math.min(Math.max(0.42 / scale, 1), 2.2);
  if (grown !== magnify) {
    magnify = grown;
    nodeSet.update(DATA.nodes.map(({ id, size }) => ({ id, size: size * magnify })));
  }
  net.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale }, scale, animation: animated ? motion() : false });
}

/** Bring a node, or both ends of a tie, into the part of the frame that the panel leaves free, at the same scale. */
function moveTo(ids) {
  const places = ids.filter((id) => view.nodes.has(id)).map((id) => net.getPosition(id));
  if (!places.length) return;
  const free = freeHeight();
  const seen = places.every((at) => {
    const spot = net.canvasToDOM(at);
    return spot.x > 40 && spot.y > 30 && spot.x < box.clientWidth - 40 && spot.y < free - 50;
  });
  if (seen) return;
  const [x, y] = ["x", "y"].map((axis) => places.reduce((sum, at) => sum + at[axis], 0) / places.length);
  const scale = net.getScale();
  net.moveTo({ position: { x, y: y + (box.clientHeight - free) / 2 / scale }, scale, animation: motion() });
}

/** On a narrow screen the panel lies over the lower part of the map. */
function freeHeight() {
  const sheet = document.getElementById("panel");
  if (getComputedStyle(sheet).position !== "fixed") return box.clientHeight;
  return Math.min(box.clientHeight, Math.max(sheet.getBoundingClientRect().top - box.getBoundingClientRect().top, 120));
}

function zoom(factor) {
  touched = true;
  net.moveTo({ scale: Math.min(Math.max(net.getScale() * factor, 0.03), 6), animation: motion() });
}

function showTip(pointer, ...lines) {
  tip.replaceChildren(...lines);
  tip.hidden = false;
  const left = Math.min(pointer.x + 14, box.clientWidth - tip.offsetWidth - 8);
  const top = pointer.y + 18 + tip.offsetHeight > box.clientHeight ? pointer.y - tip.offsetHeight - 12 : pointer.y + 18;
  tip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top, 8)}px)`;
}

function hideTip() {
  hover.node = hover.tie = null;
  tip.hidden = true;
  box.classList.remove("pointing");
}

net.on("hoverNode", ({ node: id, pointer }) => {
  const node = NODES.get(id);
  hover.node = id;
  box.classList.add("pointing");
  const facts = [legendItem("kind", node.kind).label, node.country && legendItem("country", node.country).label,
    many(tiesOf.get(id).length, "tie", "ties")].filter(Boolean);
  showTip(pointer.DOM, el("strong", {}, nameElement(node)), el("span", { class: "soft" }, facts.join(" · ")));
});
net.on("hoverEdge", ({ edge: id, pointer }) => {
  const tie = TIES.get(id);
  if (hover.node) return;
  hover.tie = id;
  box.classList.add("pointing");
  showTip(pointer.DOM, el("span", { class: "line" }, lineSwatch(tie), `${tie.relation_label} · ${tie.status}`),
    el("strong", {}, nameElement(NODES.get(tie.from)), tie.symmetric ? " ↔ " : " → ", nameElement(NODES.get(tie.to))),
    el("span", { class: "soft" }, bdi(tie.engagement_label)));
});
for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) net.on(name, hideTip);
for (const name of ["dragStart", "zoom"]) net.on(name, () => { touched = true; });
// In the next frame: vis-network first moves the view itself.
net.on("resize", () => requestAnimationFrame(() => { if (!touched) fit(false); }));
net.on("click", ({ nodes: [node], edges: [tie] }) => {
  hideTip();
  if (node) pick({ node }, { move: false, focus: true });
  else if (tie) pick({ tie }, { move: false, focus: true });
  else pick(null);
});

// ---- A picture to keep --------------------------------------------------------------------------------------------

/** The map as it is now, with its title and the key to its lines and marks, as PNG. */
function savePicture() {
  const canvas = box.querySelector("canvas");
  const ratio = canvas.width / box.clientWidth;
  const wide = box.clientWidth, margin = 20, top = 60;
  const measure = canvas.getContext("2d");
  measure.save();
  measure.font = `12px ${colours.font}`;
  const key = pictureKey().map((entry) => ({ ...entry, label: plain(entry.label).slice(0, 60) }));
  let x = margin, line = 0;
  for (const entry of key) {
    const need = 52 + measure.measureText(entry.label).width;
    if (x > margin && x + need > wide) [x, line] = [margin, line + 1];
    Object.assign(entry, { x, y: top + box.clientHeight + 20 + 24 * line });
    x += need;
  }
  measure.restore();
  const out = el("canvas", { width: canvas.width, height: Math.round((top + box.clientHeight + 24 * (line + 1) + 16) * ratio) });
  const ctx = out.getContext("2d");
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, out.width, out.height);
  ctx.drawImage(canvas, 0, top * ratio);
  ctx.scale(ratio, ratio);
  ctx.textBaseline = "middle";
  ctx.fillStyle = colours.ink;
  ctx.font = `600 17px ${colours.font}`;
  ctx.fillText(plain(document.getElementById("heading").textContent), margin, 26, wide - 2 * margin);
  ctx.fillStyle = colours.soft;
  ctx.font = `12px ${colours.font}`;
  const caption = ["counts", "as-of"].map((id) => document.getElementById(id).textContent).filter(Boolean).join(" · ");
  ctx.fillText(caption, margin, 47, wide - 2 * margin);
  for (const { x: left, y, label, colour, dashes, mark } of key) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2.2;
    if (mark) drawMark(ctx, mark, { x: left + 16, y }, 7, false, 1);
    else {
      ctx.setLineDash(dashes || []);
      ctx.beginPath();
      ctx.moveTo(left, y);
      ctx.lineTo(left + 26, y);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    ctx.fillStyle = colours.soft;
    ctx.fillText(label, left + 32, y);
  }
  out.toBlob((blob) => {
    const address = URL.createObjectURL(blob);
    el("a", { href: address, download: "map.png" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
}

/** What of the legend is in the picture: relations and statuses as lines, countries and kinds as marks. */
function pictureKey() {
  const things = { tie: [...view.ties].map((id) => TIES.get(id)), node: [...view.nodes].map((id) => NODES.get(id)) };
  const shown = (group) => DATA.legend[group].filter(({ id }) => things[group in TIE_VALUES ? "tie" : "node"]
    .some((thing) => VALUES[group](thing).includes(id)));
  return [
    ...shown("relation").map(({ label, tone }) => ({ label, colour: colours.tones[tone] })),
    ...shown("status").map(({ label, dashes }) => ({ label, dashes, colour: colours.soft })),
    ...shown("country").map(({ label, side }) => ({ label, mark: { shape: "circle", side } })),
    ...shown("kind").map(({ label, shape }) => ({ label, mark: { shape, side: "ink" } })),
  ];
}
