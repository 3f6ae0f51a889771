// The promise board as a picture: its size, how to draw it, and its legend. The bars lie where they lie on the screen.

import { colours } from "../map/colours.js";
import { DATA, ENGAGEMENTS, PROMISE_STATES, TERMS, isSilent, monthOf, statusSetOn, yearOf } from "../model/data.js";
import { shown } from "../model/level.js";
import { axisOf, countPromises, layOut, presentDay, spanOf, ticksOf } from "../model/promises.js";
import { state } from "../model/state.js";
import { formatDay, formatShortDate } from "../text/dates.js";
import { byId } from "../text/elements.js";
import { setStrength } from "../text/shapes.js";
import { formatNumber, pluralise, translate } from "../text/text.js";
import { boardRows } from "../views/board.js";
import { BAR_OF_STATE, barHeights, countText, rowName } from "../views/board_rows.js";
import { breakLines } from "./text_lines.js";

const MOST_HEIGHT = 1300; // pixels of rows in a picture; the others are counted
const EDGE = 24, TOP = 30, UNDATED = 60, GAP = 12; // edges of the picture, the axis, the marks without a date, between rows

/** Return how the bar of an engagement is drawn: its colour, and its height as a share of the row. */
function barStyle(engagement) {
  const set = statusSetOn(engagement, state.asOf);
  return styleOf(set, ENGAGEMENTS.occasion[engagement]);
}

function styleOf(set, isOccasion) {
  const strength = setStrength(set), id = TERMS.set[set]?.id;
  if (isOccasion) return { colour: colours.soft, alpha: 0.35 + 0.5 * strength, share: 0.28 };
  return { colour: id === "realised" ? colours["tone-3"] : colours.ink, alpha: id === "realised" ? 1 : 0.22 + 0.78 * strength,
    share: { entered: 0.76, announced: 0.5 }[id] ?? 1, isBroken: id === "ended" || id === "none" };
}

/** Draw one bar: solid from `x` to `solid`, and hollow from there to `end`. A hollow mark is only its outline. */
function drawBar(renderer, { x, solid, end, y, height, isHollow = false, style }) {
  const { colour, alpha, share, isBroken } = style;
  const thick = Math.max(height * share, 3), top = y + (height - thick) / 2;
  const fill = (from, to, above, tall, corner) => renderer.rect(from, above, Math.max(to - from, 0), tall, corner,
    { fill: colour, alpha });
  const outline = (from, to, tall) => renderer.rect(from + 0.5, y + (height - tall) / 2 + 0.5, Math.max(to - from - 1, 2),
    tall - 1, 1.5, { fill: colours.paper, colour, width: 1, alpha });
  if (isHollow) outline(x, solid, thick);
  else if (isBroken) for (let left = x; left < solid; left += 5) fill(left, Math.min(left + 3, solid), top, thick, 0);
  else fill(x, Math.max(solid, x + 3), top, thick, 2);
  if (end > solid) outline(solid, end, Math.max(height * 0.6, 4));
}

const listed = () => [...shown.listed.keys()].filter((engagement) => shown.listed[engagement]);

/** Return whether a row shows the selection. */
function isChosen({ kind, index, engagements }, selection = state.selection) {
  if (selection?.kind === "node") return kind === "node" && index === selection.index;
  if (selection?.kind !== "engagement") return false;
  return (kind === "engagement" && index === selection.index) || engagements.includes(selection.index);
}

/** Lay out the picture: the axis, and the rows that fit with their lines of text, bars and places. */
function layOutBoard(paper) {
  const [width, mostHeight] = paper ? boardPicture.paper[paper] : [byId("board").clientWidth, MOST_HEIGHT];
  const hasUndated = listed().some((engagement) => !spanOf(engagement, state.asOf));
  const label = Math.min(212, Math.round(width * 0.3));
  const left = EDGE + label + 18 + (hasUndated ? UNDATED : 0), right = width - EDGE;
  const axis = axisOf(listed(), state.asOf, state.period);
  // On paper with a dossier, the row of the selection is enough.
  const rows = paper === "dossier" ? boardRows().filter((row) => isChosen(row)) : boardRows();
  const placed = [];
  let y = TOP + GAP;
  for (const row of rows) {
    const plan = layOut(row.engagements, state.asOf, axis, { least: 7 / (right - left), gap: 2 / (right - left) });
    const [height, , silentHeight] = barHeights(plan.lanes);
    const name = breakLines(rowName(row).text, label, 13, 600).slice(0, 3);
    const counts = [countText(row.counts), plan.left ? translate("andMore", formatNumber(plan.left)) : ""]
      .flatMap((text) => breakLines(text, label, 11.5));
    const bars = plan.heardLanes * height + (plan.lanes - plan.heardLanes) * silentHeight;
    const undated = hasUndated ? 11 * Math.ceil(plan.undated.length / 5) : 0;
    const tall = Math.max(name.length * 16 + counts.length * 15, bars, undated) + GAP;
    if (placed.length && y + tall > mostHeight) break;
    placed.push({ row, plan, name, counts, y });
    y += tall;
  }
  return { width, height: y, left, right, axis, label, hasUndated, rows: placed, all: rows };
}

function drawAxis(renderer, { axis, left, right, height, hasUndated }) {
  const place = (day) => left + ((day - axis.from) / (axis.to - axis.from)) * (right - left);
  const text = (words, x, y, colour, style = {}) => renderer.text(words, x, y, { size: 12, colour, anchor: "start", ...style });
  if (hasUndated) text(translate("undated"), left - UNDATED, 10, colours.soft);
  for (const [day, isYear] of ticksOf(axis, right - left)) {
    renderer.rect(place(day), 0, 1, height, 0, { fill: colours.hair });
    text(isYear ? String(yearOf(day)) : formatShortDate(monthOf(day)), place(day) + 5, 10, isYear ? colours.ink : colours.soft);
  }
  const present = presentDay(state.asOf), x = place(present);
  if (x < left || x > right) return;
  renderer.rect(x - 1, 18, 2, height - 18, 0, { fill: colours.accent, alpha: 0.6 });
  text((state.asOf ?? DATA.as_of) === null ? translate("now") : formatDay(present), x - 6, 24, colours.accent,
    { weight: 600, anchor: "end" });
}

function drawRow(renderer, { row, plan, name, counts, y }, { left, right, label, isFirst, rightToLeft }) {
  const place = (share) => left + share * (right - left);
  const x = rightToLeft ? EDGE + label : EDGE, anchor = rightToLeft ? "end" : "start";
  if (!isFirst) renderer.rect(EDGE, y - GAP / 2, right - EDGE, 1, 0, { fill: colours.hair });
  const isSelected = state.selection?.kind === row.kind && isChosen(row);
  const write = (lines, from, step, style) => lines.forEach((line, at) =>
    renderer.text(line, x, from + at * step, { anchor, ...style }));
  write(name, y + 8, 16, { size: 13, weight: 600, colour: isSelected ? colours.accent : colours.ink });
  write(counts, y + 8 + name.length * 16, 15, { size: 11.5, colour: colours.soft });
  const [height, gap, silentHeight, silentGap] = barHeights(plan.lanes);
  const selected = state.selection?.kind === "engagement" ? state.selection.index : -1;
  for (const bar of plan.bars) {
    const heardLane = Math.min(bar.lane, plan.heardLanes); // the silent lanes are below the others
    const top = y + heardLane * height + (bar.lane - heardLane) * silentHeight;
    const tall = bar.isSilent ? silentHeight - silentGap : height - gap;
    const [from, to] = [place(bar.start), place(bar.end)];
    drawBar(renderer, { x: from, solid: place(bar.solid), end: to, y: top, height: tall,
      style: barStyle(bar.engagement) });
    if (bar.engagement !== selected) continue;
    renderer.rect(from - 2, top - 2, to - from + 4, tall + 4, 3, { colour: colours.accent, width: 2 });
  }
  plan.undated.forEach((engagement, at) => {
    const markLeft = left - UNDATED + (at % 5) * 11, top = y + Math.floor(at / 5) * 11;
    drawBar(renderer, { x: markLeft, solid: markLeft + 9, end: markLeft + 9, y: top, height: 9,
      isHollow: isSilent(engagement, state.asOf), style: barStyle(engagement) });
  });
}

function draw(renderer, paper) {
  const board = layOutBoard(paper);
  const rightToLeft = document.documentElement.dir === "rtl";
  drawAxis(renderer, board);
  board.rows.forEach((row, at) => drawRow(renderer, row, { ...board, isFirst: at === 0, rightToLeft }));
}

/** Return what the bars mean, with the number of promises that each kind of bar stands for. */
function legend() {
  const { promises, states, occasions } = countPromises(listed(), state.asOf);
  const sample = (name) => {
    const style = styleOf(TERMS.set.findIndex(({ id }) => id === (BAR_OF_STATE[name] || "entered")), name === "occasion");
    return (renderer, x, y) => drawBar(renderer, { x: x - 12, solid: x + (name === "silent" ? -7 : 12), end: x + 12, y: y - 4.5,
      height: 9, style });
  };
  const entries = PROMISE_STATES.filter((name) => states[name])
    .map((name) => [translate(`story_promise_${name}`, formatNumber(states[name])), sample(name)]);
  if (occasions) entries.push([pluralise(occasions, "occasion"), sample("occasion")]);
  return [[pluralise(promises, "promise"), entries]];
}

/** Return what the order of the rows is, and what is in none of them. */
function notes(paper) {
  const { rows, all } = layOutBoard(paper);
  const engagementsIn = (some) => new Set(some.flatMap(({ engagements }) => engagements));
  const seen = engagementsIn(rows.map(({ row }) => row)), rest = all.slice(rows.length);
  const unseen = [...engagementsIn(rest)].filter((engagement) => !seen.has(engagement)).length;
  return [translate("occasionMeaning"), `${translate("labelled", translate("boardSort"), translate(`sort_${state.boardSort}`))}.`,
    rest.length ? translate("boardRest", pluralise(rest.length, "boardRow"), pluralise(unseen, "engagement")) : ""];
}

/** The board from its first row on, with as many rows as fit. On paper with a dossier, it is the row of the selection. */
export const boardPicture = {
  paper: { dossier: [688, 460], whole: [688, 770] },
  has: (selection) => boardRows().some((row) => isChosen(row, selection)),
  size: (paper) => { const { width, height } = layOutBoard(paper); return [width, height]; },
  draw, legend, notes,
};
