// The picture of the present view, with everything that it needs to stand on its own: title, counts, what was chosen, legend,
// sources, licence and address. formats.js draws it on a canvas or as SVG.

import { colours } from "../map/colours.js";
import { textWidth } from "../map/names.js";
import { state } from "../model/state.js";
import { storyText } from "../panel/stories.js";
import { describeSelection, describeState, provenance } from "../text/describe.js";
import { byId } from "../text/elements.js";
import { capitalise, translate } from "../text/text.js";
import { stripControls } from "../text/tokens.js";
import { boardPicture } from "./board_picture.js";
import { mapPicture } from "./map_picture.js";
import { breakLines } from "./text_lines.js";

// For each view that is a picture: its size on the screen or on paper, whether a selection is in it, how it is drawn, its legend
// and notes on how to read it.
const PICTURES = { map: mapPicture, board: boardPicture };
const MARGIN = 24;
const ROW = 21; // height of a row of the legend

/** Return whether the present view can be saved as a picture. */
export const isPicture = () => state.view in PICTURES && PICTURES[state.view].size().every((length) => length > 0);

/** Return whether the present view is a picture in which the selection can be seen. */
export const isInPicture = (selection) => isPicture() && PICTURES[state.view].has(selection);

/** Return the title, the counts, the story that is open, and what was chosen, as texts. They are also the metadata of a file. */
export function pictureTexts() {
  const selection = describeSelection();
  return {
    title: stripControls(document.title),
    counts: stripControls(byId("counts").textContent).trim(),
    story: storyText(),
    choices: [selection && capitalise(translate("labelled", translate("selected"), selection)), describeState(["asOf"])]
      .filter(Boolean).join(translate("semicolon")),
    provenance: provenance(),
  };
}

/** Return lines of text as [text, style, y of its middle], and the height of all of them. */
function layOut(texts, width) {
  let y = 0;
  const lines = texts.flatMap(([text, style, gap = 0]) => {
    y += text ? gap : 0;
    return breakLines(text, width - 2 * MARGIN, style.size, style.weight).map((line) => {
      y += style.size * 1.4;
      return [line, style, y - style.size * 0.7];
    });
  });
  return { lines, height: y };
}

/** Place the entries of the legend in rows, each group on rows of its own: as [x, row, label, draw]; and count the rows. */
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
  return { placed, rows: row + 1 };
}

/**
 * Draw the picture of the present view, or of a chart, whose `heading` stands under the title. `surface.open(width, height)`
 * returns the renderer, and `surface.inside(top, width, height, draw)` calls `draw` with a renderer for a frame inside it.
 * With `bare`, there is only the view with its legend.
 * `paper` is "dossier" or "whole" if the view should have the size for paper and not that on the screen.
 * @param {{ open: Function, inside: Function }} surface
 * @param {{ bare?: boolean, paper?: string | null, view?: any }} options
 */
export function drawPicture(surface, { bare = false, paper = null, view = PICTURES[state.view] } = {}) {
  const [width, viewHeight] = view.size(paper);
  const rightToLeft = document.documentElement.dir === "rtl";
  const place = (x) => (rightToLeft ? width - x : x);
  const anchor = rightToLeft ? "end" : "start";
  const { title, counts, story, choices, provenance: lines } = pictureTexts();
  const plain = (size, colour, weight = 400) => ({ size, colour, weight, anchor });
  const head = layOut(bare ? [] : [[title, plain(18, colours.ink, 650)], [counts, plain(12.5, colours.soft), 3],
    [view.heading ?? "", plain(16, colours.ink, 600), 8],
    [story, plain(12.5, colours.ink), 3], [choices, plain(12.5, colours.ink), 3]], width);
  const foot = layOut(bare ? [] : lines.map((line) => [line, plain(11, colours.soft), 2]), width);
  const legend = placeLegend(view.legend(), width);
  const notes = layOut([[view.notes(paper).filter(Boolean).join(" "), plain(11.5, colours.soft), 2]], width);
  const top = bare ? 0 : head.height + 32;
  const legendTop = top + viewHeight + 14;
  const notesTop = legendTop + legend.rows * ROW + 2;
  const footTop = notesTop + notes.height + 14;
  const renderer = surface.open(width, Math.ceil(bare ? notesTop + notes.height + 4 : footTop + foot.height + 18));
  const write = (texts, above) => texts.lines.forEach(([text, style, y]) => renderer.text(text, place(MARGIN), above + y, style));
  write(head, 18);
  surface.inside(top, width, viewHeight, (inner) => view.draw(inner, paper));
  for (const [x, row, label, draw] of legend.placed) {
    const y = legendTop + (row + 0.5) * ROW;
    if (draw) draw(renderer, place(x + 13), y);
    const style = draw ? plain(12, colours.ink) : plain(12, colours.soft, 600);
    renderer.text(stripControls(label), place(draw ? x + 32 : x), y, style);
  }
  write(notes, notesTop);
  if (!bare) renderer.rect(MARGIN, footTop - 7, width - 2 * MARGIN, 1, 0, { fill: colours.hair });
  write(foot, footTop);
}
