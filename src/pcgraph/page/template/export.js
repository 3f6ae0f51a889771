"use strict";
// Export of the current view: PNG at double resolution, SVG, and the rows of the table as CSV.

const MARGIN = 24;
const HEAD = 66;

/** The legend of the picture: relations or types, status sets, countries and kinds in view. */
function pictureKey() {
  const lines = { relation: new Set(), set: new Set() }, marks = { type: new Set(), country: new Set(), kind: new Set() };
  for (const line of scene.lines) {
    if (line.kind === "fold") continue;
    const engagement = line.kind === "tie" ? T.engagement[line.at] : line.at;
    if (line.kind === "tie") lines.relation.add(T.relation[line.at]);
    if (engagement >= 0) lines.set.add(setOf(engagement, state.asOf));
  }
  for (const { kind, at } of scene.items) {
    if (kind === "engagement") marks.type.add(E.type[at]);
    if (kind !== "node") continue;
    marks.country.add(sideOf(N.country[at]) < 2 ? N.country[at] : 2);
    marks.kind.add(N.kind[at]);
  }
  const inOrder = (places) => [...places].filter((place) => place >= 0).sort((a, b) => a - b);
  const mark = (looks) => ({ kind: "key", px: 0, py: 0, r: 6.5, ...looks });
  return [
    ...inOrder(lines.relation).map((at) => ({ label: word("relation", at), colour: `tone-${toneOf(at)}`, dashes: [] })),
    ...inOrder(marks.type).map((at) => ({ label: word("type", at), mark: mark({ shape: "card", side: "key", colour: `tone-${toneOfType(at)}`, sign: signOf(at) }) })),
    ...inOrder(lines.set).map((at) => ({ label: word("set", at), colour: "soft", dashes: dashesOf(at) })),
    ...inOrder(marks.country).map((at) => ({ label: at < 2 ? word("country", at) : say("otherCountries"), mark: mark({ shape: "circle", side: at }) })),
    ...inOrder(marks.kind).map((at) => ({ label: word("kind", at), mark: mark({ shape: shapeOf(at), side: shapeOf(at) === "blank" ? "blank" : 3 }) })),
  ].filter(({ label }) => label);
}

/** Set the positions of the legend entries in rows; returns the total height. */
function placeKey(key, wide) {
  let [x, row] = [MARGIN, 0];
  for (const entry of key) {
    const need = 50 + widthIn(plain(entry.label), 400, 12);
    if (x > MARGIN && x + need > wide - MARGIN) [x, row] = [MARGIN, row + 1];
    Object.assign(entry, { x, row });
    x += need;
  }
  return (row + 1) * 24 + 24;
}

function drawKey(pen, key, top) {
  for (const { x, row, label, mark, colour, dashes } of key) {
    const y = top + 20 + row * 24;
    if (!mark) pen.curve([x, y, x + 13, y, x + 26, y], { colour: colours[colour], width: 2.2, dashes });
    else if (mark.sign) {
      pen.shape(CARD, x + 13, y, 8.5, { fill: colours.card, colour: colours[mark.colour], width: 1.4 });
      pen.shape(mark.sign, x + 13, y, 5.6, { colour: colours[mark.colour], width: 1.2 });
    } else drawMark(pen, Object.assign(mark, { px: x + 13, py: y }), false);
    pen.text(plain(label), x + 32, y, { size: 12, colour: colours.soft, anchor: "start" });
  }
}

const headline = () => plain(document.getElementById("heading").textContent).trim();
const caption = () => [plain(document.getElementById("counts").textContent), state.asOf === null ? "" : dayText(state.asOf)].filter(Boolean).join(" · ");

/** Draw the picture: title, map as shown now, legend. `make` takes the size and returns a pen. */
function drawPicture(make) {
  const [wide, high] = [box.clientWidth, box.clientHeight];
  const key = pictureKey();
  const below = placeKey(key, wide);
  const { pen, map } = make(wide, HEAD + high + below, HEAD, high);
  pen.text(headline(), MARGIN, 28, { size: 18, weight: 650, colour: colours.ink, anchor: "start" });
  pen.text(caption(), MARGIN, 51, { size: 12, colour: colours.soft, anchor: "start" });
  currentEye();
  drawAll(map, eye, []);
  drawKey(pen, key, HEAD + high);
}

function saveAs(blob, suffix) {
  const address = URL.createObjectURL(blob);
  const name = fold(headline()).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "map";
  el("a", { href: address, download: `${name}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Save the current map as PNG at double resolution. */
function savePng() {
  const out = document.createElement("canvas");
  const ctx = out.getContext("2d");
  drawPicture((wide, tall, head, high) => {
    out.width = 2 * wide;
    out.height = 2 * tall;
    ctx.scale(2, 2);
    ctx.fillStyle = colours.paper;
    ctx.fillRect(0, 0, wide, tall);
    const pen = canvasPen(ctx, colours.font);
    // The map is clipped to its own frame.
    const framed = (draw) => (...values) => {
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, head, wide, high);
      ctx.clip();
      ctx.translate(0, head);
      draw(...values);
      ctx.restore();
    };
    const map = canvasPen(ctx, colours.font);
    return { pen, map: Object.fromEntries(Object.entries(map).map(([name, draw]) => [name, framed(draw)])) };
  });
  out.toBlob((blob) => saveAs(blob, "png"), "image/png");
}

/** The picture as one SVG element, with the map clipped to its own frame. */
function pictureSvg() {
  let root = null;
  drawPicture((wide, tall, head, high) => {
    const map = svg("svg", { x: 0, y: head, width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, overflow: "hidden" });
    root = svg("svg", { width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}`, role: "img" },
      svg("title", {}, clean(headline())), svg("desc", {}, clean(caption())),
      svg("rect", { width: wide, height: tall, fill: colours.paper }), map);
    return { pen: svgPen(root, colours.font), map: svgPen(map, colours.font) };
  });
  return root;
}

function saveSvg() {
  saveAs(new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(pictureSvg()), "\n"],
    { type: "image/svg+xml" }), "svg");
}

// ---- CSV ----------------------------------------------------------------------------------------------------------

/** One CSV cell; text that a spreadsheet would read as a formula gets a leading apostrophe. */
function cell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const listed = (places, name) => places.map(name).join("; ");
const dayLast = (at) => E.steps[at].reduce((found, [, edtf]) => edtf || found, "");

function rowsOfTies() {
  const rows = [["from", "from_iri", "relation", "to", "to_iri", "engagement", "engagement_iri", "status", "date", "sectors", "voices", "sources"]];
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!shown.listed.ties[tie]) continue;
    const at = T.engagement[tie];
    rows.push([nameOf(T.from[tie]).text, iri(N.iri[T.from[tie]]), word("relation", T.relation[tie]), nameOf(T.to[tie]).text, iri(N.iri[T.to[tie]]),
      ...(at < 0 ? ["", "", "", "", ""] : [titleOf(at).text, iri(E.iri[at]), word("status", statusOn(at, state.asOf)), dayLast(at),
        listed(E.sectors[at], (sector) => word("sector", sector))]),
      T.voices[tie], listed(T.sources[tie], (source) => iri(S.iri[source]))]);
  }
  return rows;
}

function rowsOfEngagements() {
  const rows = [["engagement", "engagement_iri", "type", "parties", "status", "date", "sectors", "amount", "voices", "sources"]];
  for (let at = 0; at < SIZE.engagements; at += 1) {
    if (!shown.listed.engagements[at]) continue;
    rows.push([titleOf(at).text, iri(E.iri[at]), word("type", E.type[at]),
      listed(E.parties[at].filter(([, node]) => node >= 0), ([role, node]) => `${nameOf(node).text} (${word("role", role)})`),
      word("status", statusOn(at, state.asOf)), dayLast(at), listed(E.sectors[at], (sector) => word("sector", sector)), E.amount[at],
      E.voices[at], listed(E.sources[at], (source) => iri(S.iri[source]))]);
  }
  return rows;
}

const csvText = () => (state.view === "partners" ? rowsOfTies() : rowsOfEngagements()).map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

function saveCsv() {
  saveAs(new Blob([csvText()], { type: "text/csv;charset=utf-8" }), "csv");
}
