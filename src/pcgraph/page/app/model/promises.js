// The promise board without its picture: which engagements are in which row, what they add up to, and where each bar lies.

import {
  DATA, ENGAGEMENTS, PROMISE_STATES, SIZE, TERMS, conclusionOn, isHeardOn, statusOn, statusSetOn, yearOf,
} from "./data.js";
import { LINKS_DOWN, isTrusted, outcomesOf } from "./filter.js";
import { shownParties } from "./parties.js";
import { state } from "./state.js";

/**
 * Return what engagements add up to: `all` of them, the `promises` to which they belong, how many of these have each state
 * (`states`, by its name), the `occasions`, such as visits, where nothing is promised yet, and the `others`.
 */
export function countPromises(engagements, day) {
  const counts = { all: 0, promises: 0, occasions: 0, others: 0,
    /** @type {Record<string, number>} */ states: Object.fromEntries(PROMISE_STATES.map((id) => [id, 0])) };
  const counted = new Set();
  for (const engagement of engagements) {
    counts.all += 1;
    const { promise, state: found } = conclusionOn(engagement, day);
    if (promise < 0) counts[ENGAGEMENTS.occasion[engagement] ? "occasions" : "others"] += 1;
    else if (!counted.has(promise)) {
      counted.add(promise);
      counts.promises += 1;
      counts.states[found] += 1;
    }
  }
  return counts;
}

/** Return what everything that was known on the chosen day adds up to, or what the switches of trust leave of it. */
export const countAll = () => countPromises([...ENGAGEMENTS.iri.keys()].filter(isTrusted), state.asOf);

// ---- Rows -----------------------------------------------------------------------------------------------------------

function groupByParty(listed) {
  const rows = new Map();
  for (const engagement of listed) {
    const parties = shownParties(engagement);
    for (const node of parties.length ? parties : [-1]) {
      if (!rows.has(node)) rows.set(node, []);
      rows.get(node).push(engagement);
    }
  }
  return [...rows].map(([index, engagements]) => ({ kind: index < 0 ? "none" : "node", index, engagements }));
}

function groupByPaper(listed) {
  const isListed = new Uint8Array(SIZE.engagements), isPart = new Uint8Array(SIZE.engagements), rows = [];
  for (const engagement of listed) isListed[engagement] = 1;
  for (let paper = 0; paper < SIZE.engagements; paper += 1) {
    if (!ENGAGEMENTS.links[paper].some(([label, other]) => other >= 0 && LINKS_DOWN.has(label))) continue;
    const engagements = [...outcomesOf(paper)].filter((engagement) => isListed[engagement]);
    for (const engagement of engagements) isPart[engagement] = 1;
    if (engagements.length) rows.push({ kind: "engagement", index: paper, engagements });
  }
  const rest = listed.filter((engagement) => !isPart[engagement]);
  return rest.length ? [...rows, { kind: "none", index: -1, engagements: rest }] : rows;
}

/**
 * Return the rows of the board for the listed engagements: {kind, index, engagements, counts}. A row is a party ("node"), or a
 * paper, event or programme with all that belongs to it ("engagement"). What belongs to none is in a row of the kind "none".
 */
export function buildRows(by, listed, day) {
  const rows = (by === "paper" ? groupByPaper : groupByParty)(listed);
  for (const row of rows) row.counts = countPromises(row.engagements, day);
  return rows;
}

/** Return the rows in order of "silence", "size" or "name"; equal ones by size, then by name. The row "none" is last. */
export function sortRows(rows, order, nameOf, compareNames) {
  const names = new Map(rows.map((row) => [row, nameOf(row)]));
  const first = { silence: ({ counts }) => -counts.states.silent, size: () => 0, name: () => 0 }[order];
  const size = order === "name" ? () => 0 : ({ counts }) => -counts.all;
  return [...rows].sort((a, b) => Number(a.kind === "none") - Number(b.kind === "none") || first(a) - first(b)
    || size(a) - size(b)
    || compareNames(names.get(a), names.get(b)) || a.index - b.index);
}

// ---- Time -----------------------------------------------------------------------------------------------------------

/** Return the day to which the board reaches: the chosen one, that of the data, or the last on which anything became known. */
export const presentDay = (day) => day ?? DATA.as_of ?? DATA.today;

/**
 * Return the first and the last day of an engagement with their steps, {from, to, first, last}, or null if no step that was
 * known on a day has a date. A step that is only known to fall before a day counts on that day.
 */
export function spanOf(engagement, day) {
  /** @type {{ from: number, to: number, first: Step, last: Step } | null} */
  let span = null;
  for (const step of ENGAGEMENTS.steps[engagement]) {
    const [, , earliest, latest, , sources] = step;
    if ((earliest === null && latest === null) || !isHeardOn(sources, day)) continue;
    const [from, to] = /** @type {[number, number]} */ ([earliest ?? latest, latest ?? earliest]);
    span ??= { from, to, first: step, last: step };
    if (from < span.from) Object.assign(span, { from, first: step });
    if (to >= span.to) Object.assign(span, { to, last: step });
  }
  return span;
}

const isOver = (engagement, day) => TERMS.set[statusSetOn(engagement, day)]?.id === "ended"
  || TERMS.status[statusOn(engagement, day)]?.id === "v:completed";

const startOfYear = (year) => Date.UTC(year, 0, 1) / 86400000;

/**
 * Return the days between which the board is drawn: the chosen period, or whole years from the first step to the present. Of
 * twenty or more, one in a hundred may begin earlier, so that a single old engagement does not press all others together.
 */
export function axisOf(listed, day, period) {
  if (period) return { from: period[0], to: period[1] + 1 };
  const spans = listed.map((engagement) => spanOf(engagement, day)).filter(Boolean);
  const starts = Float64Array.from(spans, ({ from }) => from).sort();
  const last = spans.reduce((latest, { to }) => Math.max(latest, to), presentDay(null));
  const old = starts.length < 20 ? 0 : Math.ceil(starts.length / 100);
  return { from: startOfYear(yearOf(starts[old] ?? last)), to: startOfYear(yearOf(last) + 1) };
}

/** Return the ticks of an axis that is `width` pixels wide, as [day, whether a year begins there]. */
export function ticksOf({ from, to }, width) {
  const months = ((to - from) / 365.25) * 12;
  const isWide = (size) => (width * size) / months >= (size < 12 ? 62 : 42); // pixels that a month or a year needs
  const step = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find(isWide) ?? 2400;
  const date = new Date(from * 86400000);
  const ticks = [];
  for (let month = Math.ceil((date.getUTCFullYear() * 12 + date.getUTCMonth()) / step) * step; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
    if (day >= to) return ticks;
    if (day >= from) ticks.push([day, month % 12 === 0]);
  }
}

// ---- Bars -----------------------------------------------------------------------------------------------------------

export const MAX_LANES = 60; // lanes of each half of a row before it is opened

/** Put bars, which are sorted by their start, into the first lane that is free. Those that need more lanes are left over. */
function pack(bars, firstLane, mostLanes, gap) {
  const ends = [], left = [];
  for (const bar of bars) {
    let lane = ends.findIndex((end) => end + gap <= bar.start);
    if (lane < 0) lane = ends.length;
    if (lane >= mostLanes) { left.push(bar); continue; }
    ends[lane] = bar.end;
    bar.lane = firstLane + lane;
  }
  return { lanes: ends.length, left };
}

/**
 * Return where the bars of a row lie, as shares of the axis: {bars, undated, lanes, heardLanes, left}. A bar is {engagement,
 * lane, start, solid, end, isSilent, isEarlier, isLater}: solid from `start` to `solid`, the last report of what is not over,
 * and hollow from there to `end` if it is silent. It begins earlier or ends later than the axis. `least` is the smallest
 * length. What is silent lies below the rest. What does not fit into `mostLanes`, and more than twice as many without a date,
 * is left over.
 */
export function layOut(engagements, day, axis, { least = 0.01, gap = 0.003, mostLanes = MAX_LANES } = {}) {
  const share = (when) => Math.min(1, Math.max(0, (when - axis.from) / (axis.to - axis.from)));
  const bars = [], undated = [];
  for (const engagement of engagements) {
    const span = spanOf(engagement, day), { silent, reported } = conclusionOn(engagement, day);
    if (!span) { undated.push(engagement); continue; }
    const told = isOver(engagement, day) ? -Infinity : silent ?? reported ?? -Infinity;
    const start = Math.min(share(span.from), 1 - least), solid = Math.max(share(Math.max(span.to, told) + 1), start + least);
    const end = silent === null ? solid : Math.max(solid, share(presentDay(day)));
    bars.push({ engagement, start, solid, end, isSilent: silent !== null,
      isEarlier: span.from < axis.from, isLater: span.to >= axis.to });
  }
  bars.sort((a, b) => a.start - b.start || a.end - b.end || a.engagement - b.engagement);
  const heard = pack(bars.filter((bar) => !bar.isSilent), 0, mostLanes, gap);
  const silent = pack(bars.filter((bar) => bar.isSilent), heard.lanes, mostLanes, gap);
  return {
    bars: bars.filter(({ lane }) => lane !== undefined), undated: undated.slice(0, 2 * mostLanes),
    lanes: heard.lanes + silent.lanes, heardLanes: heard.lanes,
    left: heard.left.length + silent.left.length + Math.max(0, undated.length - 2 * mostLanes),
  };
}
