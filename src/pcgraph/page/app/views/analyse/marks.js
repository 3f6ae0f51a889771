// What several charts draw: columns of years, and how far a promise has come.

import { translate } from "../../text/text.js";

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
  const gap = hasUndated ? 1.8 : 0, unit = (to - from) / (last - first + 1 + gap);
  const of = (year) => [from + (year === null ? 0 : (year - first + gap) * unit), unit];
  return { first, last, unit, from, to, hasUndated, of };
}

/** Return the steps of an axis of counts. */
const ticksTo = (most) => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => most / each <= 4) ?? most;
  return Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step);
};

/** Draw the axes under columns: the years, and lines for the counts up to `most`. */
export function drawYears(pen, { columns, top, bottom, most }) {
  const soft = { size: 11.5, colour: "soft" };
  for (const tick of ticksTo(most)) {
    const y = bottom - (tick / most) * (bottom - top);
    pen.rect(columns.from, y, columns.to - columns.from, 1, 0, { fill: "hair" });
    pen.text(tick, columns.to, y - 8, { ...soft, anchor: "end" });
  }
  pen.rect(columns.from, bottom, columns.to - columns.from, 1, 0, { fill: "soft" });
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * columns.unit >= 38) ?? 100;
  for (let year = Math.ceil(columns.first / every) * every; year <= columns.last; year += every) {
    const [x, wide] = columns.of(year);
    pen.text(year, x + wide / 2, bottom + 13, soft);
  }
  if (columns.hasUndated) pen.text(translate("noYear"), columns.from, bottom + 13, { ...soft, anchor: "start" });
}
