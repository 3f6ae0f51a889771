// What became of promises, by the year in which they were first reported.

import { PROMISE_STATES } from "../../model/data.js";
import { daysOfYear, promisesByYear, yearsOn } from "../../model/counts.js";
import { state } from "../../model/state.js";
import { formatNumber, pluralise, translate } from "../../text/text.js";
import { columnWidths, drawState, drawYears, yearText } from "./marks.js";

const TOP = 24, FOOT = 24, LABELS = 150, NARROW = 520, KEY_ROW = 22;

const stateText = (name, count) => translate(`story_promise_${name}`, formatNumber(count));

export const outcomes = {
  id: "outcomes",
  numbers(engagements) {
    const counts = promisesByYear(engagements, state.asOf);
    const cells = counts.cells.map((cell) => ({ ...cell, only: cell.year && { period: daysOfYear(cell.year) } }));
    return { ...counts, cells, years: yearsOn(state.asOf) };
  },
  headline: ({ promises, states }) => (promises ? translate("chart_outcomes_head", pluralise(promises, "promise"),
    formatNumber(states.kept), formatNumber(states.begun), formatNumber(states.silent)) : translate("chart_outcomes_none")),
  describe: ({ year, state: name, promises }) => translate("labelled", yearText(year), stateText(name, promises)),
  columns: () => ["announced", "outcome", "promises"],
  rows: ({ cells }) => cells.map(({ year, state: name, promises }) => [year ?? "", name, promises]),
  layout({ cells, states, years }, width) {
    const isNarrow = width < NARROW, shownStates = PROMISE_STATES.filter((name) => states[name]);
    const right = isNarrow ? 0 : LABELS, plot = isNarrow ? 220 : 320, bottom = TOP + plot;
    const height = bottom + FOOT + (isNarrow ? Math.ceil(shownStates.length / 2) * KEY_ROW + 6 : 0);
    const totals = new Map();
    for (const { year, promises } of cells) totals.set(year, (totals.get(year) ?? 0) + promises);
    const most = Math.max(4, ...totals.values()), columns = columnWidths(years, totals.has(null), 8, width - right);
    const draw = (pen) => {
      drawYears(pen, { columns, top: TOP, bottom, most });
      const base = new Map();
      for (const cell of cells) {
        const [x, wide] = columns.of(cell.year), before = base.get(cell.year) ?? 0, after = before + cell.promises;
        const [top, foot] = [bottom - (after / most) * plot, bottom - (before / most) * plot];
        base.set(cell.year, after);
        pen.mark(cell, [x, top, wide, foot - top],
          (inner) => drawState(inner, cell.state, x + 1, top + 0.5, wide - 2, foot - top - 1));
      }
      [...shownStates].reverse().forEach((name, at) => {
        const [x, y] = isNarrow ? [8 + (at % 2) * (width / 2), bottom + FOOT + 12 + Math.floor(at / 2) * KEY_ROW]
          : [width - LABELS + 16, bottom - plot + 14 + at * 30];
        drawState(pen, name, x, y - 6.5, 13, 13);
        pen.text(stateText(name, states[name]), x + 21, y, { size: 13, anchor: "start" });
      });
    };
    return { height, draw };
  },
};
