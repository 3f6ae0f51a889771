// Money by funder and year, committed and paid, in one currency; and beside it what is in no total, with the reason.

import { yearsOn } from "../../model/counts.js";
import { CURRENCIES, moneyOf } from "../../model/funds.js";
import { CHART_CHOICES, state } from "../../model/state.js";
import { breakLines } from "../../save/text_lines.js";
import { engagementTitle, formatNumber, nodeName, pluralise, translate } from "../../text/text.js";
import { choiceOf } from "./controls.js";
import { CIRCLE, columnWidths, fitText, nameYears, yearText } from "./marks.js";

const TOP = 28, ROW = 52, LARGEST = 21, LABEL = 200, NARROW = 560, REASON = 44;
CHART_CHOICES.currency = (value) => CURRENCIES.includes(value);
const currencyNow = () => state.charts.currency ?? CURRENCIES[0] ?? "";

/** Return an amount in short: "USD 8.5 bn". */
export function amountText(amount, currency = currencyNow()) {
  const [unit, name] = [[1e12, "tn"], [1e9, "bn"], [1e6, "m"]].find(([least]) => amount >= Number(least)) ?? [1, ""];
  return [currency, formatNumber(amount / Number(unit)), name].filter(Boolean).join("\u00a0");
}

const funderName = ({ nodes, prices }) => [nodes.length ? nodes.map((node) => nodeName(node).text).join(" + ")
  : translate("noPartyNamed"), prices].filter(Boolean).join(translate("comma"));
const sumsText = ({ committed, paid }) => [committed && translate("chart_money_committed", amountText(committed)),
  paid && translate("chart_money_paid", amountText(paid))].filter(Boolean).join(translate("comma"));

export const money = {
  id: "money",
  numbers(engagements) {
    const { funders, left } = moneyOf(engagements, currencyNow(), state.asOf), reasons = new Map();
    const cells = funders.flatMap((funder, row) => funder.cells.map((cell) => ({ ...cell, row, isLeft: false,
      key: `${funder.key} ${cell.year ?? "undated"}` })));
    for (const sum of left) {
      if (!reasons.has(sum.reason)) reasons.set(sum.reason, []);
      reasons.get(sum.reason).push(sum);
    }
    const leftRows = [...reasons].sort((a, b) => b[1].length - a[1].length || Number(a[0] > b[0]) - Number(a[0] < b[0]));
    const leftCells = leftRows.flatMap(([reason, sums], row) => [...sums].sort((a, b) => a.size - b.size).map((sum, at) => (
      { ...sum, row, isLeft: true, key: `left ${row} ${at}`, reason, engagements: [sum.engagement] })));
    return { cells: [...cells, ...leftCells], funders, left, leftRows, years: yearsOn(state.asOf) };
  },
  headline({ funders: [first], left, cells }) {
    if (!cells.length) return translate("chart_money_none");
    const most = left.reduce((best, sum) => (best && best.size >= sum.size ? best : sum), null);
    const counted = first ? translate("labelled", funderName(first), sumsText(first))
      : translate("chart_money_uncounted", currencyNow());
    const rest = most && translate("chart_money_left", pluralise(left.length, "sum"), amountText(most.size));
    return [counted, rest].filter(Boolean).join(translate("semicolon"));
  },
  describe(cell, { funders }) {
    if (!cell.isLeft) {
      return translate("labelled", [funderName(funders[cell.row]), yearText(cell.year)].join(translate("comma")), sumsText(cell));
    }
    const sum = [amountText(cell.size), engagementTitle(cell.engagement).text].join(translate("comma"));
    return translate("labelled", sum, cell.reason);
  },
  columns: () => ["funder", "year", "currency", "committed", "paid", "left_out", "engagement", "reason"],
  rows: ({ cells, funders }) => cells.map((cell) => (cell.isLeft
    ? ["", "", currencyNow(), "", "", cell.size, engagementTitle(cell.engagement).text, cell.reason]
    : [funderName(funders[cell.row]), cell.year ?? "", currencyNow(), cell.committed, cell.paid, "", "", ""])),
  controls: () => (CURRENCIES.length < 2 ? []
    : [choiceOf("currency", CURRENCIES, "chartCurrency", CURRENCIES[0], (code) => code)]),
  layout({ cells, funders, left, leftRows, years }, width) {
    const isNarrow = width < NARROW, from = isNarrow ? 0 : LABEL, columns = columnWidths(years, true, from, width - LARGEST);
    const most = Math.max(1, ...cells.map(({ committed = 0, paid = 0 }) => Math.max(committed, paid)));
    const radius = (amount) => Math.max(2.5, LARGEST * Math.sqrt(amount / most)), tall = isNarrow ? ROW + 18 : ROW;
    const middle = (row) => TOP + (row + 0.5) * tall + (isNarrow ? 9 : 0), below = TOP + funders.length * tall + 18;
    const sizes = left.map(({ size }) => Math.log10(size));
    const low = Math.floor(Math.min(...sizes)), high = Math.ceil(Math.max(...sizes));
    const xOf = (size) => 10 + ((Math.log10(size) - low) / (high - low || 1)) * (width - 60);
    const draw = (pen) => {
      if (funders.length) nameYears(pen, columns, 10);
      funders.forEach((funder, row) => {
        const y = middle(row);
        const lines = breakLines(funderName(funder), isNarrow ? width : LABEL - 12, 13, 600).slice(0, isNarrow ? 1 : 2);
        pen.rect(0, TOP + (row + 1) * tall, width, 1, 0, { fill: "hair" });
        lines.forEach((line, at) => pen.text(line, 0, isNarrow ? TOP + row * tall + 12 : y + 16 * (at - (lines.length - 1) / 2),
          { size: 13, weight: 600, anchor: "start" }));
      });
      for (const cell of cells.filter(({ isLeft }) => !isLeft)) {
        const [start, wide] = columns.of(cell.year), x = start + wide / 2, y = middle(cell.row);
        const r = Math.max(radius(cell.committed), radius(cell.paid));
        pen.mark(cell, [x - r - 3, y - r - 3, 2 * r + 6, 2 * r + 6], (inner) => {
          if (cell.committed) inner.shape(CIRCLE, x, y, radius(cell.committed), { fill: "paper", colour: "ink", width: 1.6 });
          if (cell.paid) inner.shape(CIRCLE, x, y, radius(cell.paid), { fill: "tone-3" });
        });
        const words = [cell.committed && cell.committed !== cell.paid ? amountText(cell.committed) : "",
          cell.paid ? translate("chart_money_paid", amountText(cell.paid)) : ""].filter(Boolean);
        const isRight = x < from + (width - from) * 0.62;
        words.forEach((text, at) => pen.text(text, x + (isRight ? r + 5 : -r - 5), y + 14 * (at - (words.length - 1) / 2),
          { size: 11.5, halo: "paper", anchor: isRight ? "start" : "end" }));
      }
      if (!left.length) return;
      pen.text(translate("chart_money_axis"), 0, below, { size: 13, weight: 600, anchor: "start" });
      const bottom = below + 44 + leftRows.length * REASON;
      for (let power = low; power <= high; power += width < 500 && high - low > 3 ? 2 : 1) {
        pen.rect(xOf(10 ** power), below + 32, 1, bottom - below - 40, 0, { fill: "hair" });
        pen.text(amountText(10 ** power), xOf(10 ** power), below + 22, { size: 11.5, colour: "soft",
          anchor: power === low ? "start" : power === high ? "end" : "middle" });
      }
      leftRows.forEach(([reason, sums], row) => pen.text(fitText(`${formatNumber(sums.length)} · ${reason}`, width, 12.5),
        0, below + 44 + row * REASON, { size: 12.5, halo: "paper", anchor: "start" }));
      const placed = new Map();
      for (const cell of cells.filter(({ isLeft }) => isLeft)) {
        const x = xOf(cell.size), before = placed.get(cell.row) ?? [];
        const level = before.filter((other) => Math.abs(other - x) < 6).length;
        const y = below + 62 + cell.row * REASON + Math.min(level, 3) * 3;
        placed.set(cell.row, [...before, x]);
        pen.mark(cell, [x - 8, y - 8, 16, 16],
          (inner) => inner.shape(CIRCLE, x, y, 4.5, { fill: "paper", colour: "soft", width: 1.6 }));
      }
    };
    return { height: left.length ? below + 50 + leftRows.length * REASON : Math.max(TOP, below - 10), draw };
  },
};
