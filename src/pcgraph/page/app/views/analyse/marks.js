// What several charts draw: columns of years, and how far a promise has come.

import { textWidth } from "../../map/names.js";
import { translate } from "../../text/text.js";

/** Cut a text so that it fits into a width. */
export function fitText(text, width, size = 12, weight = 400) {
  if (textWidth(text, weight, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join("")}…`, weight, size) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

/** A circle around (0, 0) of radius 1. */
export const CIRCLE = "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z";

export const yearText = (year) => (year === null ? translate("noYear") : String(year));

// How a promise is drawn: as on the promise board, what was kept is green, what was only promised is paler, what ended is broken
// and what was never heard of again is hollow.
const LOOKS = {
  kept: { fill: "tone-3" }, begun: { fill: "tone-3", alpha: 0.5 }, signed: { fill: "ink", alpha: 0.82 },
  open: { fill: "ink", alpha: 0.4 },
};

/** Draw an area that stands for promises of a state. */
export function drawState(pen, name, x, y, width, height) {
  if (LOOKS[name]) pen.rect(x, y, width, height, 0, LOOKS[name]);
  else if (name === "silent") pen.rect(x + 0.5, y + 0.5, width - 1, height - 1, 0, { fill: "paper", colour: "ink", width: 1 });
  else for (let top = y; top < y + height - 0.5; top += 5) {
    pen.rect(x, top, width, Math.min(3, y + height - top), 0, { fill: "ink" });
  }
}

/** Return where the columns of years lie between two places: { of(year): [x, width], … }; what has no year comes first. */
export function columnWidths([first, last] = [0, 0], hasUndated, from, to) {
  const before = hasUndated ? 54 : 0, unit = (to - from - before) / (last - first + 1);
  const of = (year) => [from + (year === null ? 0 : before + (year - first) * unit), year === null ? Math.max(unit, 22) : unit];
  return { first, last, unit, from, to, hasUndated, of };
}

/** Return the steps of an axis of counts. */
const ticksTo = (most) => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => most / each <= 4) ?? most;
  return Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step);
};

const soft = { size: 11.5, colour: "soft" };

/** Draw the axes under columns: the years, and lines for the counts up to `most`. */
export function drawYears(pen, { columns, top, bottom, most }) {
  for (const tick of ticksTo(most)) {
    const y = bottom - (tick / most) * (bottom - top);
    pen.rect(columns.from, y, columns.to - columns.from, 1, 0, { fill: "hair" });
    pen.text(tick, columns.to, y - 8, { ...soft, anchor: "end" });
  }
  pen.rect(columns.from, bottom, columns.to - columns.from, 1, 0, { fill: "soft" });
  nameYears(pen, columns, bottom + 13);
}

/** Write the years at a height. */
export function nameYears(pen, columns, y) {
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * columns.unit >= 38) ?? 100;
  for (let year = Math.ceil(columns.first / every) * every; year <= columns.last; year += every) {
    const [x, wide] = columns.of(year);
    pen.text(year, Math.min(x + wide / 2, columns.to - 14), y, soft);
  }
  if (columns.hasUndated) pen.text(translate("noYear"), columns.from, y, { ...soft, anchor: "start" });
}
