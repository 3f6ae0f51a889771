// The panel for a mark of a chart: the engagements behind it.

import { change } from "../../model/state.js";
import { engagementLink, isFromKeyboard, longList, soft } from "../../panel/parts.js";
import { button, el } from "../../text/elements.js";
import { pluralise, translate } from "../../text/text.js";
import { describeBar } from "../board_rows.js";
import { numbersOf, openCell } from "./charts.js";

export { openCell };

const titleOf = ({ chart, cell }) => chart.describe(cell, numbersOf(chart));

/** Fill the panel with the engagements behind the mark that is open. */
export function showCell() {
  const { chart, cell } = /** @type {NonNullable<ReturnType<typeof openCell>>} */ (openCell());
  const engagements = [...new Set(cell.engagements)].sort((a, b) => a - b);
  return [translate(`chart_${chart.id}`), titleOf({ chart, cell }), soft(pluralise(engagements.length, "engagement")),
    cell.only ? el("p", {}, button({ class: "link", "data-key": "only" }, () => change(cell.only, { refit: true }),
      translate("chartOnly"))) : "",
    longList(engagements, (engagement) => el("div", { class: "behind" }, engagementLink(engagement),
      ...describeBar(engagement).slice(1)), { class: "cards" })];
}

/** Create a button that leads from an engagement back to the mark in which it was picked. */
export const backToCell = () => button({ class: "link back", "data-key": "back" },
  (event) => change({ selection: null }, { focus: isFromKeyboard(event) }),
  translate("backTo", titleOf(/** @type {NonNullable<ReturnType<typeof openCell>>} */ (openCell()))));
