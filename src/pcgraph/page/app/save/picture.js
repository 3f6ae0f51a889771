// The picture of the present view, with everything that it needs to stand on its own: title, counts, what was chosen, legend,
// sources, licence and address. formats.js draws it on a canvas or as SVG.

import { colours } from "../map/colours.js";
import { textWidth } from "../map/names.js";
import { state } from "../model/state.js";
import { describeSelection, describeState, provenance } from "../text/describe.js";
import { byId } from "../text/elements.js";
import { capitalise, stripControls, translate } from "../text/text.js";
import { mapPicture } from "./map_picture.js";
import { breakLines } from "./text_lines.js";

// For each view that is a picture: its size, how it is drawn, its legend and notes on how to read it.
const PICTURES = { map: mapPicture };
const MARGIN = 24;
const ROW = 23; // height of a row of the legend

/** Return whether the present view can be saved as a picture. */
export const isPicture = () => state.view in PICTURES && PICTURES[state.view].size().every((length) => length > 0);

/** Return the title, the counts, and what was chosen, as texts. They are also the metadata of a file. */
export function pictureTexts() {
  const selection = describeSelection();
  return {
    title: stripControls(document.title),
    counts: stripControls(byId("counts").textContent).trim(),
    choices: [selection && capitalise(translate("labelled", translate("selected"), selection)), describeState(["asOf"])]
      .filter(Boolean).join(translate("semicolon")),
    provenance: provenance(),
  };
}

/** Return lines of text with their styles and the height of all of them: [[text, style, y of its middle]…], height. */
function layOut(texts, width) {
  let y = 0;
  const lines = texts.flatMap(([text, style, gap = 0]) => {
    y += text ? gap : 0;
    return breakLines(text, width - 2 * MARGIN, style.size, style.weight).map((line) => [line, style, (y += style.size * 1.4) - style.size * 0.7]);
  });
  return [lines, y];
}

/** Place the entries of the legend in rows, each group on rows of its own: [[x, row, label, draw]…], number of rows. */
function placeLegend(groups, width) {
  const filled = groups.filter(([, entries]) => entries.length);
  const isNarrow = width < 560; // the title of a group then has a row of its own
  const indent = isNarrow ? 0 : Math.max(0, ...filled.map(([title]) => textWidth(title, 600, 12))) + 18;
  const placed = [];
  let row = -1;
  for (const [title, entries] of filled) {
    placed.push([MARGIN, row += 1, title, null]);
    if (isNarrow) row += 1;
    let x = MARGIN + indent;
    for (const [label, draw] of entries) {
      const entryWidth = 52 + textWidth(stripControls(label), 400, 12);
      if (x > MARGIN + indent && x + entryWidth - 18 > width - MARGIN) [x, row] = [MARGIN + indent, row + 1];
      placed.push([x, row, label, draw]);
      x += entryWidth;
    }
  }
  return [placed, row + 1];
}

/**
 * Draw the picture of the present view. `surface.open(width, height)` returns the renderer, and `surface.inside(top, width,
 * height, draw)` calls `draw` with a renderer for a frame inside it. With `bare`, there is only the view with its legend.
 * `frame` is the size that the view should have: [width, height]; by default, it is as large as on the screen.
 */
export function drawPicture(surface, { bare = false, frame = null } = {}) {
  const view = PICTURES[state.view];
  const [width, viewHeight] = view.size(frame);
  const rightToLeft = document.documentElement.dir === "rtl";
  const place = (x) => (rightToLeft ? width - x : x);
  const anchor = rightToLeft ? "end" : "start";
  const { title, counts, choices, provenance: lines } = pictureTexts();
  const plain = (size, colour, weight) => ({ size, colour, weight, anchor });
  const [head, headHeight] = layOut(bare ? [] : [[title, plain(18, colours.ink, 650)], [counts, plain(12.5, colours.soft), 3],
    [choices, plain(12.5, colours.ink), 3]], width);
  const [foot, footHeight] = layOut(bare ? [] : lines.map((line) => [line, plain(11, colours.soft), 2]), width);
  const [legend, rows] = placeLegend(view.legend(), width);
  const [notes, notesHeight] = layOut([[view.notes().filter(Boolean).join(" "), plain(11.5, colours.soft), 2]], width);
  const top = bare ? 0 : headHeight + 32;
  const legendTop = top + viewHeight + 14;
  const notesTop = legendTop + rows * ROW + 2;
  const footTop = notesTop + notesHeight + 14;
  const renderer = surface.open(width, Math.ceil(bare ? notesTop + notesHeight + 4 : footTop + footHeight + 18));
  const write = (texts, above) => texts.forEach(([text, style, y]) => renderer.text(text, place(MARGIN), above + y, style));
  write(head, 18);
  surface.inside(top, width, viewHeight, (inner) => view.draw(inner, frame));
  for (const [x, row, label, draw] of legend) {
    const y = legendTop + (row + 0.5) * ROW;
    if (draw) draw(renderer, place(x + 13), y);
    renderer.text(stripControls(label), place(draw ? x + 32 : x), y, plain(12, draw ? colours.ink : colours.soft, draw ? 400 : 600));
  }
  write(notes, notesTop);
  if (!bare) renderer.rect(MARGIN, footTop - 7, width - 2 * MARGIN, 1, 0, { fill: colours.hair });
  write(foot, footTop);
}
