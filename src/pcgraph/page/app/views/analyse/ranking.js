// Who is most central, how sure that is and what it rests on; in two networks or on two days beside each other.

import { DATA, NODES, TERMS, TIES, yearOf } from "../../model/data.js";
import { isRestricted } from "../../model/filter.js";
import { intervalsOf, rankByMeasure, rankByPartners } from "../../model/ranking.js";
import { daysOfYear, yearsOn } from "../../model/counts.js";
import { CHART_CHOICES, MEASURES, state } from "../../model/state.js";
import { measureName } from "../../panel/parts.js";
import { capitalise, formatNumber, nodeName, pluralise, termLabel, translate } from "../../text/text.js";
import { choose, select } from "./controls.js";
import { CIRCLE, fitText } from "./marks.js";

const SHOWN = 12, ROW = 40, TOP = 46, NARROW = 640, GAP = 110;
const RELATIONS = TERMS.relation.map((_, index) => index).filter((index) => TIES.relation.includes(index));
const isRelation = (id) => RELATIONS.some((index) => TERMS.relation[index].id === id);
const isYear = (text) => /^\d{4}$/.test(text);
CHART_CHOICES.rank = (value) => MEASURES.includes(value);
CHART_CHOICES.network = isRelation;
CHART_CHOICES.beside = (value) => isRelation(value) || isYear(value) || value === "all";

const relationName = (id) => (id && id !== "all" ? termLabel("relation", TERMS.relation.findIndex((term) => term.id === id))
  : translate("chartAllTies"));
const measureNow = () => state.charts.rank ?? "degree";

/** Return what is ranked on each side: { name, rows, intervals }. */
function sidesOf(engagements) {
  const { network = "", beside = "" } = state.charts, measure = measureNow();
  const isWhole = !isRestricted() && state.asOf === null;
  if (measure !== "degree") {
    return [isWhole ? { name: relationName(""), rows: rankByMeasure(measure), intervals: intervalsOf(measure) }
      : { name: relationName(""), rows: [], intervals: null }];
  }
  const side = (relation, day, name) => ({ name, rows: rankByPartners(engagements, relation === "all" ? "" : relation, day),
    intervals: isWhole && day === null && (!relation || relation === "all") ? intervalsOf("degree") : null });
  const first = side(network, state.asOf, relationName(network));
  if (!beside) return [first];
  return [first, isYear(beside) ? side(network, daysOfYear(Number(beside))[1], translate("chartEndOf", beside))
    : side(beside, state.asOf, relationName(beside))];
}

const valueText = (value) => (measureNow() === "degree" ? pluralise(value, "partner") : formatNumber(value));
const restsText = ({ ties, alone }) => (ties
  ? translate("chart_ranking_rests", formatNumber(alone), pluralise(ties, "tie")) : "");

export const ranking = {
  id: "ranking",
  numbers(engagements) {
    const sides = sidesOf(engagements);
    const cells = sides.flatMap(({ rows, intervals }, side) => rows.slice(0, SHOWN).map((row, at) => {
      const [low, high] = intervals?.(row.node) ?? [null, null];
      return { ...row, key: `${NODES.iri[row.node]} ${side}`, side, at, low, high };
    }));
    return { cells, sides, restricted: isRestricted() || state.asOf !== null };
  },
  headline({ cells, sides, restricted }) {
    const isUncomputed = measureNow() !== "degree" && restricted, name = (cell) => nodeName(cell.node).text;
    if (!cells.length) return translate(isUncomputed ? "chart_ranking_whole" : "chart_ranking_none");
    const lists = sides.map((_, side) => cells.filter((cell) => cell.side === side));
    if (sides.length > 1 && lists.every(({ length }) => length)) {
      const both = lists[0].filter(({ node }) => lists[1].some((other) => other.node === node)).length;
      const firsts = lists.flatMap((list, side) => [name(list[0]), sides[side].name]);
      return translate("chart_ranking_two", ...firsts, formatNumber(both), formatNumber(lists[0].length));
    }
    const [first] = cells, others = cells.slice(1).filter(({ low }) => low === 1).length;
    if (first.high === null) return translate("chart_ranking_first", name(first), valueText(first.value));
    const isSure = first.high === 1 && !others;
    return translate(isSure ? "chart_ranking_sure" : "chart_ranking_unsure", name(first), formatNumber(others));
  },
  describe(cell, { sides }) {
    const parts = [translate("chart_ranking_rank", formatNumber(cell.rank)), cell.high === null ? ""
      : translate("chart_ranking_interval", formatNumber(cell.low), formatNumber(cell.high)), valueText(cell.value),
    restsText(cell)];
    const names = [nodeName(cell.node).text, sides.length > 1 ? sides[cell.side].name : ""].filter(Boolean);
    return translate("labelled", names.join(translate("comma")), parts.filter(Boolean).join(translate("comma")));
  },
  columns: () => ["network", "measure", "rank", "low", "high", "organisation", "value", "ties", "ties_on_one_voice"],
  rows: ({ cells, sides }) => cells.map(({ side, rank, low, high, node, value, ties, alone }) => [sides[side].name,
    measureNow(), rank, low ?? "", high ?? "", nodeName(node).text, value, ties, alone]),
  controls() {
    const measures = MEASURES.map((name) => [name, measureName(name)]);
    const relations = RELATIONS.map((index) => [TERMS.relation[index].id, termLabel("relation", index)]);
    const [first, last] = yearsOn(null) ?? [0, -1], now = yearOf(DATA.today);
    const years = Array.from({ length: last - first + 1 }, (_, at) => String(last - at)).filter((year) => Number(year) < now);
    const list = measures.length ? [select("rank", "chartMeasure", measures, measureNow(),
      (value) => choose("rank", value === "degree" ? "" : value))] : [];
    if (measureNow() !== "degree") return list;
    const all = translate("chartAllTies"), choiceIn = (name, title, options) => select(name, title, options,
      state.charts[name] ?? "", (value) => choose(name, value));
    return [...list, choiceIn("network", "chartNetwork", [["", all], ...relations]), choiceIn("beside", "chartBeside",
      [["", translate("chartNothingBeside")], ["all", all], ...relations,
        ...years.map((year) => [year, translate("chartEndOf", year)])])];
  },
  layout({ cells, sides, restricted }, width) {
    const isTwo = sides.length > 1, isStacked = isTwo && width < NARROW;
    const side = isTwo && !isStacked ? (width - GAP) / 2 : width;
    const lists = sides.map((_, at) => cells.filter((cell) => cell.side === at));
    const heights = lists.map(({ length }) => TOP + Math.max(1, length) * ROW);
    const startOf = (at) => (isStacked ? [0, at * (heights[0] + 16)] : [at * (side + GAP), 0]);
    const axis = isTwo ? 0 : Math.round(side * (width < NARROW ? 0.42 : 0.6)), labels = side - axis - (axis ? 14 : 0);
    const last = Math.max(10, ...cells.map(({ rank, high }) => high ?? rank));
    const xOf = (rank) => width - 12 - axis + 24 + (Math.log(rank) / Math.log(last)) * (axis - 36);
    const note = sides.some(({ intervals }) => intervals) || isTwo ? "" : translate(restricted || state.charts.network
      ? "chart_ranking_filtered" : "chart_ranking_without");
    const foot = isStacked ? heights[0] + 16 + heights[1] : Math.max(...heights);
    const draw = (pen) => {
      sides.forEach(({ name }, at) => pen.text(capitalise(fitText(name, labels, 13, 600)), startOf(at)[0], startOf(at)[1] + 12,
        { size: 13, weight: 600, anchor: "start" }));
      const isClear = (tick, at, all) => xOf(tick) - xOf(all[at - 1] ?? 0.01) > 24;
      for (const tick of axis ? [1, 2, 5, 10, 20, 50, 100, 200].filter((each) => each <= last).filter(isClear) : []) {
        pen.rect(xOf(tick), TOP - 14, 1, foot - TOP + 8, 0, { fill: "hair" });
        const text = tick === 1 && width >= NARROW ? translate("chart_ranking_rank", 1) : tick;
        pen.text(text, xOf(tick), TOP - 24, { size: 11.5, colour: "soft" });
      }
      if (isTwo && !isStacked) for (const cell of lists[0]) {
        const other = lists[1].find(({ node }) => node === cell.node);
        if (!other) continue;
        const [y, to] = [cell, other].map(({ at }) => TOP + (at + 0.5) * ROW);
        pen.curve([side + 6, y, side + GAP / 2, (y + to) / 2, side + GAP - 6, to], { colour: "soft", width: 1.4 });
      }
      for (const cell of cells) {
        const [left, top] = startOf(cell.side), y = top + TOP + (cell.at + 0.5) * ROW;
        pen.mark(cell, [left, y - ROW / 2 + 1, side, ROW - 2], (inner) => {
          if (axis && cell.high !== null) inner.rect(xOf(cell.low) - 4, y - 4, xOf(cell.high) - xOf(cell.low) + 8, 8, 4,
            { fill: "soft", alpha: 0.45 });
          if (axis) inner.shape(CIRCLE, xOf(cell.rank), y, 4.5, { fill: "ink" });
        });
        pen.text(cell.rank, left + 18, y - 7, { size: 13, weight: 600, anchor: "end" });
        pen.text(fitText(nodeName(cell.node).text, labels - 28, 13, 600), left + 26, y - 7,
          { size: 13, weight: 600, anchor: "start" });
        const under = [valueText(cell.value), restsText(cell)].filter(Boolean).join(translate("comma"));
        pen.text(fitText(under, labels - 28, 11.5), left + 26, y + 9, { size: 11.5, colour: "soft", anchor: "start" });
      }
      if (note) pen.text(fitText(note, width, 12), 0, foot + 8, { size: 12, colour: "soft", anchor: "start" });
    };
    return { height: foot + (note ? 18 : 0), draw };
  },
};
