// The promise board as a picture: as many rows as fit, and a count of those that do not.

import { colours } from "../map/colours.js";
import { isSilent, monthOf, yearOf } from "../model/data.js";
import { axisOf, presentDay, spanOf, ticksOf } from "../model/promises.js";
import { state } from "../model/state.js";
import { formatShortDate } from "../text/dates.js";
import { shownEngagements } from "../text/describe.js";
import { pluralise, translate } from "../text/text.js";
import { rows } from "../views/board.js";
import { presentText, scroller, totalsOf } from "../views/board_frame.js";
import { countText, lookOf, planRow, rowName, stackLanes } from "../views/board_rows.js";
import { breakLines } from "./text_lines.js";

const MOST_HEIGHT = 1600; // pixels of a file; on paper, the frame says how much room there is
const AXIS = 34; // height
const MARGIN = 24, PADDING = 7;
const NAME = 12.5, COUNTS = 11; // sizes of letters

/** Return a colour with a share of it mixed with the paper. */
function mixWithPaper(name, share) {
  const [ink, paper] = [colours[name], colours.paper].map((colour) => colour.match(/[\d.]+/g).map(Number));
  return `rgb(${ink.slice(0, 3).map((value, index) => Math.round(value * share + paper[index] * (1 - share))).join(", ")})`;
}

/** Return what the picture holds: its size, the columns, and the rows that fit, each with its top, its texts and its bars. */
function planPicture(frame) {
  const width = frame ? 1.25 * frame[0] : Math.max(scroller.clientWidth, 560); // smaller letters on paper
  const height = frame ? 1.5 * frame[1] : MOST_HEIGHT;
  const listed = shownEngagements();
  const label = Math.min(212, 0.3 * width);
  const undated = listed.some((engagement) => !spanOf(engagement, state.asOf)) ? 52 : 0;
  const time = width - 2 * MARGIN - label - 16 - undated;
  const place = { axis: axisOf(listed, state.asOf, state.period), width: time };
  const planned = [];
  let top = AXIS;
  for (const row of rows) {
    const lines = [...breakLines(rowName(row).text, label, NAME, 600).slice(0, 3).map((text) => [text, NAME, 600, "ink"]),
      ...breakLines(countText(row.counts), label, COUNTS).map((text) => [text, COUNTS, 400, "soft"])];
    const plan = planRow(row, place);
    const stack = stackLanes(plan);
    const text = 1.3 * lines.reduce((sum, [, size]) => sum + Number(size), 0);
    const rowHeight = 2 * PADDING + Math.max(text, stack.height, 9 * Math.ceil(plan.undated.length / 4));
    if (top + rowHeight > height && planned.length) break;
    planned.push({ row, lines, plan, stack, top });
    top += rowHeight;
  }
  return { width, height: top, label, undated, place, planned };
}

function drawBar(renderer, look, [x1, x2], middle, height, { isEarlier = false, isLater = false } = {}) {
  const colour = mixWithPaper(look.colour, look.mix);
  const half = Math.max(height * look.height, 2.5) / 2;
  if (look.isBroken) renderer.curve([x1, middle, x1, middle, x2, middle], { colour, width: 2 * half, dashes: [3, 2] });
  else if (isEarlier || isLater) {
    const [left, right] = [isEarlier ? x1 + 5 : x1, isLater ? x2 - 5 : x2];
    const [top, bottom] = [middle - half, middle + half];
    const path = `M${x1},${middle}L${left},${top}H${right}L${x2},${middle}L${right},${bottom}H${left}Z`;
    renderer.shape(path, 0, 0, 1, { fill: colour });
  } else renderer.rect(x1, middle - half, x2 - x1, 2 * half, Math.min(2, half), { fill: colour });
}

function drawHollow(renderer, look, [x1, x2], middle, height) {
  const half = Math.max(0.6 * height, 4) / 2;
  renderer.rect(x1 + 0.5, middle - half + 0.5, Math.max(x2 - x1 - 1, 1), 2 * half - 1, 2,
    { fill: colours.paper, colour: mixWithPaper(look.colour, look.mix), width: 1 });
}

function drawRow(renderer, { lines, plan, stack, top }, { labelX, anchor, undatedX, timeX, width }) {
  let y = top + PADDING;
  for (const [text, size, weight, colour] of lines) {
    renderer.text(text, labelX, y + size * 0.65, { size, weight, colour: colours[colour], anchor });
    y += size * 1.3;
  }
  plan.undated.forEach((engagement, index) => {
    const x = undatedX + 11 * (index % 4), middle = top + PADDING + 5 + 9 * Math.floor(index / 4);
    const drawMark = isSilent(engagement, state.asOf) ? drawHollow : drawBar;
    drawMark(renderer, lookOf(engagement), [x, x + 9], middle, 8);
  });
  for (const bar of plan.bars) {
    const [barTop, height] = stack.place(bar);
    const look = lookOf(bar.engagement), middle = top + PADDING + barTop + height / 2;
    const [start, solid, hollow, end] = [bar.start, bar.solid, bar.hollow, bar.end].map((share) => timeX + share * width);
    if (bar.isSilent && bar.hollow < bar.end) {
      renderer.rect(solid, middle - 0.5, hollow - solid, 1, 0, { fill: mixWithPaper(look.colour, look.mix) });
      drawHollow(renderer, look, [hollow, end], middle, height);
    }
    drawBar(renderer, look, [start, solid], middle, height, bar);
  }
}

/** Draw the years with their lines, the present day, and the rows. Time runs from left to right in every script. */
function draw(renderer, frame) {
  const { width, height, label, undated, place, planned } = planPicture(frame);
  const isMirrored = document.documentElement.dir === "rtl";
  const undatedX = isMirrored ? MARGIN : MARGIN + label + 16, timeX = undatedX + undated;
  const columns = { labelX: isMirrored ? width - MARGIN : MARGIN, anchor: isMirrored ? "end" : "start", undatedX, timeX,
    width: place.width };
  const xOf = (day) => timeX + ((day - place.axis.from) / (place.axis.to - place.axis.from)) * place.width;
  const write = (text, x, y, style) => renderer.text(text, x, y, { size: 11, colour: colours.soft, anchor: "start", ...style });
  if (undated) write(translate("undated"), undatedX, 9, {});
  for (const [day, isYear] of ticksOf(place.axis, place.width)) {
    renderer.rect(xOf(day), 0, 1, height, 0, { fill: colours.hair });
    const text = isYear ? String(yearOf(day)) : formatShortDate(monthOf(day));
    if (xOf(day) < timeX + place.width - 8) write(text, xOf(day) + 4, 9, {});
  }
  const present = presentDay(state.asOf);
  if (present >= place.axis.from && present < place.axis.to) {
    renderer.rect(xOf(present) - 1, AXIS - 8, 2, height - AXIS + 8, 0, { fill: mixWithPaper("accent", 0.6) });
    const anchor = xOf(present) > timeX + 0.85 * place.width ? "end" : "middle";
    write(presentText(), xOf(present), 23, { colour: colours.accent, weight: 600, anchor });
  }
  for (const row of planned) {
    renderer.rect(MARGIN, row.top, width - 2 * MARGIN, 1, 0, { fill: colours.hair });
    drawRow(renderer, row, columns);
  }
}

/** Return the totals, which are the key to the bars. */
function legend() {
  const [promised, items] = totalsOf(shownEngagements());
  const drawKey = ({ isHollow }) => (isHollow ? drawHollow : drawBar);
  return [[promised, items.map((item) =>
    [item.text, (renderer, x, y) => drawKey(item)(renderer, item.look, [x - 12, x + 12], y, 9)])]];
}

/** Say what a hollow bar is, and count the rows for which there was no room. */
function notes(frame) {
  const fitted = planPicture(frame).planned.length;
  const engagementsIn = (some) => new Set(some.flatMap(({ engagements }) => engagements));
  const seen = engagementsIn(rows.slice(0, fitted));
  const unseen = [...engagementsIn(rows.slice(fitted))].filter((engagement) => !seen.has(engagement));
  return [translate("boardHollow"), fitted < rows.length
    ? translate("boardRest", pluralise(rows.length - fitted, "boardRow"), pluralise(unseen.length, "engagement")) : ""];
}

/** The rows from the first one on, in the order that the reader chose. */
export const boardPicture = {
  size: (frame) => { const { width, height } = planPicture(frame); return [width, Math.ceil(height)]; },
  draw, legend, notes,
};
