// The charts of the view "Analyse", and the numbers that they show now. A chart is one module; it is added here.
//
// A chart has an `id`, which is also the name of its words (chart_ID, chart_ID_what, chart_ID_not), and
//   numbers(engagements)    what it shows of these engagements, without a picture: `cells`, each with a `key`, the `engagements`
//                           behind it and perhaps `only`, the change that leaves only these in all charts
//   headline(numbers)       the one thing to see
//   describe(cell, numbers) what a mark says
//   columns(), rows(numbers) the numbers as a table
//   layout(numbers, width)  how high it is, and how a pen draws it: { height, draw(pen) }; see chart.js
//   controls(numbers)       what the reader can choose, as elements; optional

import { matching } from "../../model/filter.js";
import { onChange, state } from "../../model/state.js";
import { money } from "./money.js";
import { outcomes } from "./outcomes.js";
import { ranking } from "./ranking.js";
import { time } from "./time.js";
import { where } from "./where.js";

export const CHARTS = [ranking, time, outcomes, money, where];

let cache = new Map();
onChange((changed) => { if (["shown", "charts", "language"].some((name) => changed.has(name))) cache = new Map(); });

/** Return the numbers of a chart for all that matches the filters. */
export function numbersOf(chart) {
  if (!cache.has(chart)) cache.set(chart, chart.numbers([...matching.keys()].filter((engagement) => matching[engagement])));
  return cache.get(chart);
}

/** Return the chart and the cell that is open, or null. A filter may have taken it away. */
export function openCell() {
  if (state.view !== "analyse" || !state.cell) return null;
  const space = state.cell.indexOf(" "), chart = CHARTS.find(({ id }) => id === state.cell.slice(0, space));
  const cell = chart && numbersOf(chart).cells.find(({ key }) => key === state.cell.slice(space + 1));
  return cell ? { chart, cell } : null;
}
