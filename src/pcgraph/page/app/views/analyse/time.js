// What was signed, begun and ended in each year: of everything, by class, sector, organisation or outcome, or of one organisation
// against another.

import { KINDS, daysOfYear, engagementsByYear, yearsOn } from "../../model/counts.js";
import { ENGAGEMENTS, NODES, PROMISE_STATES, SIZE, TERMS, conclusionOn, findNode } from "../../model/data.js";
import { engagementsOf, isPerson, isUnnamed, shownParties } from "../../model/parties.js";
import { CHART_CHOICES, state } from "../../model/state.js";
import { sectorsOf } from "../../model/terms.js";
import { capitalise, formatNumber, nodeName, termLabel, translate } from "../../text/text.js";
import { breakLines } from "../../save/text_lines.js";
import { choiceOf, pick } from "./controls.js";
import { columnWidths, fitText, nameYears, yearText } from "./marks.js";

const ROWS = 6; // groups with a row of their own
const TOP = 26, GAP = 30, LABEL = 142, NO_YEAR = 30, NARROW = 520;
const isNode = (id) => findNode(id) >= 0;

const isTop = (sector) => !(/** @type {number} */ (TERMS.sector[sector].broader) >= 0);
/** What the rows can stand for: the groups of an engagement, and what a group is called. */
const GROUPINGS = {
  type: { of: (engagement) => [ENGAGEMENTS.type[engagement]], name: (index) => capitalise(termLabel("type", index)),
    id: (index) => TERMS.type[index].id },
  sector: { of: (engagement) => [...sectorsOf(engagement)].filter(isTop), name: (index) => capitalise(termLabel("sector", index)),
    id: (index) => TERMS.sector[index].id },
  organisation: { of: (engagement) => [...shownParties(engagement)].filter((node) => !isPerson[node] && !isUnnamed[node]),
    name: (index) => nodeName(index).text, id: (index) => NODES.iri[index] },
  outcome: { of: (engagement) => { const { promise, state: found } = conclusionOn(engagement, state.asOf);
    return promise < 0 ? [] : [PROMISE_STATES.indexOf(found)]; },
  name: (index) => capitalise(termLabel("promise", index)), id: (index) => PROMISE_STATES[index] },
};
CHART_CHOICES.by = (value) => value in GROUPINGS;
CHART_CHOICES.what = (value) => value in KINDS;
CHART_CHOICES.pair = (value) => { const nodes = value.split(" "); return nodes.length <= 2 && nodes.every(isNode); };

/** Return the rows: { id, name, kind, engagements }, one for each kind of step, or one for each of the largest groups. */
function rowsOf(all, sides) {
  const engagements = all.filter((engagement) => sides.some(({ has }) => has(engagement)));
  const { by, what = "signed" } = state.charts;
  if (!by) return Object.keys(KINDS).map((kind) => ({ id: kind, name: translate(`kind_${kind}`), kind, engagements }));
  const counted = new Set([...engagementsByYear(engagements, what, state.asOf).values()].flat()), groups = new Map();
  for (const engagement of counted) {
    for (const group of GROUPINGS[by].of(engagement)) {
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(engagement);
    }
  }
  const largest = [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, ROWS);
  return largest.map(([group, members]) => ({ id: GROUPINGS[by].id(group), name: GROUPINGS[by].name(group), kind: what,
    engagements: members }));
}

/** Return the organisation that is shown, with the one beside it, or one side for everything: [{ node, has(engagement) }]. */
function sidesOf() {
  if (!state.charts.pair) return [{ node: -1, has: () => true }];
  return state.charts.pair.split(" ").map(findNode).map((node) => {
    const all = new Set(engagementsOf(node));
    return { node, has: (engagement) => all.has(engagement) };
  });
}

const sum = (cells) => cells.reduce((total, { engagements }) => total + engagements.length, 0);
const TONES = ["tone-1", "tone-2"];

/** The largest organisations, which the reader can compare, by name. */
const ORGANISATIONS = [...Array(SIZE.nodes).keys()].filter((node) => !isPerson[node] && !isUnnamed[node]
  && engagementsOf(node).length > 3);

export const time = {
  id: "time",
  numbers(engagements) {
    const sides = sidesOf(), rows = rowsOf(engagements, sides), cells = [];
    for (const [at, row] of rows.entries()) {
      for (const [side, { has }] of sides.entries()) {
        const years = engagementsByYear(row.engagements.filter(has), row.kind, state.asOf);
        for (const [year, members] of [...years].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))) {
          cells.push({ key: `${row.id} ${year ?? "undated"} ${side}`, row: at, side, year, engagements: members,
            only: year && { period: daysOfYear(year) } });
        }
      }
    }
    return { cells, rows, sides, years: yearsOn(state.asOf) };
  },
  headline({ cells, rows, sides }) {
    if (!cells.length) return translate("chart_time_none");
    const say = (some) => rows.map(({ name }, at) => [sum(some.filter(({ row }) => row === at)), name]).filter(([count]) => count)
      .slice(0, 3).map(([count, name]) => translate("chart_time_part", formatNumber(count), name)).join(translate("comma"))
      || formatNumber(0);
    if (sides[0].node >= 0) return sides.map(({ node }, at) => translate("labelled", nodeName(node).text,
      say(cells.filter(({ side }) => side === at)))).join(translate("semicolon"));
    const dated = cells.filter(({ year }) => year !== null), most = dated.reduce((best, cell) =>
      (cell.engagements.length > best.engagements.length ? cell : best), dated[0] ?? cells[0]);
    const peak = translate("chart_time_most", rows[most.row].name, yearText(most.year), formatNumber(most.engagements.length));
    return `${capitalise(say(cells))}${translate("semicolon")}${peak}`;
  },
  describe({ row, side, year, engagements }, { rows, sides }) {
    const who = sides[side].node >= 0 ? [nodeName(sides[side].node).text] : [], kind = translate(`kind_${rows[row].kind}`);
    return translate("labelled", [...who, rows[row].name, yearText(year)].join(translate("comma")), rows[row].name === kind
      ? formatNumber(engagements.length) : translate("chart_time_part", formatNumber(engagements.length), kind));
  },
  columns: () => ["kind", "group", "organisation", "year", "engagements"],
  rows: ({ cells, rows, sides }) => cells.map(({ row, side, year, engagements }) => [rows[row].kind,
    state.charts.by ? rows[row].name : "", sides[side].node < 0 ? "" : nodeName(sides[side].node).text, year ?? "",
    engagements.length]),
  controls: ({ sides }) => [
    choiceOf("by", ["", ...Object.keys(GROUPINGS)], "chartBy"),
    state.charts.by ? choiceOf("what", Object.keys(KINDS), "chartWhat", "signed") : "",
    pick("pair", sides.map(({ node }) => node), ORGANISATIONS)],
  layout({ cells, rows, sides, years }, width) {
    const isNarrow = width < NARROW, left = isNarrow ? 0 : LABEL, columns = columnWidths(years, true, left, width);
    const highest = rows.map((_, row) => sides.map((__, side) => Math.max(1, ...cells.filter((cell) => cell.row === row
      && cell.side === side && cell.year !== null).map(({ engagements }) => engagements.length))));
    const total = highest.flat().reduce((a, b) => a + b, 0), unit = Math.min(16, (isNarrow ? 260 : 340) / total);
    const isNamed = sides[0].node >= 0;
    let y = TOP;
    const middles = highest.map(([up, down = 0]) => {
      const middle = y + up * unit + 14 + (isNarrow ? 18 : 0);
      y = middle + down * unit + (down ? GAP : 14);
      return middle;
    });
    const isOut = (year) => state.period && year !== null && (daysOfYear(year)[1] < state.period[0]
      || daysOfYear(year)[0] > state.period[1]);
    const draw = (pen) => {
      nameYears(pen, columns, 10);
      rows.forEach(({ name }, row) => {
        pen.rect(left, middles[row], width - left, 1, 0, { fill: "soft" });
        const lines = breakLines(name, isNarrow ? width : LABEL - 10, 13, 600).slice(0, isNarrow ? 1 : 2);
        lines.forEach((line, at) => pen.text(line, 0, (isNarrow ? middles[row] - highest[row][0] * unit - 18 : middles[row] - 7)
          - 16 * (lines.length - 1 - at), { size: 13, weight: 600, anchor: "start" }));
      });
      for (const cell of cells) {
        const [x, wide] = columns.of(cell.year), down = cell.side === 1, count = cell.engagements.length;
        const tall = cell.year === null ? 15 : count * unit; // what has no year is a number and no bar
        const top = middles[cell.row] + (down ? 1 : -tall), style = { fill: TONES[cell.side], alpha: isOut(cell.year) ? 0.3 : 1 };
        const hit = cell.year === null ? [x, top, NO_YEAR, tall] : [x, down ? top : top - 12, wide, tall + 12];
        pen.mark(cell, hit, (inner) => (cell.year === null
          ? inner.rect(x + 0.5, top, NO_YEAR - 1, tall, 2, { fill: "paper", colour: TONES[cell.side], width: 1 })
          : inner.rect(x + 1, top, wide - 2, tall, 0, style)));
        if (cell.year === null) pen.text(count, x + NO_YEAR / 2, top + tall / 2, { size: 11.5 });
        else if (count === highest[cell.row][cell.side]) {
          pen.text(count, x + wide / 2, down ? top + tall + 7 : top - 7, { size: 11.5 });
        }
      }
      if (isNamed) sides.forEach(({ node }, side) => pen.text(fitText(nodeName(node).text, width / 2 - 30, 12.5, 600),
        26 + side * (width / 2), y + 4, { size: 12.5, weight: 600, colour: TONES[side], anchor: "start" }));
      if (isNamed) sides.forEach((_, side) => pen.rect(8 + side * (width / 2), y - 2, 12, 12, 0, { fill: TONES[side] }));
    };
    return { height: y + (isNamed ? 18 : 0), draw };
  },
};
