// The timeline of an organisation without its picture: when each of its engagements was in which status, and where its bar lies.
// The question timeline-of-party has the same rows, and the pages of the site the same bars (profiles/timeline.py); tests
// compare them.

import { ENGAGEMENTS, NODES, SOURCES, TERMS, conclusionOn, isHeardOn, statusOn, yearOf } from "./data.js";
import { isPerson, isUnnamed, organisationNodes } from "./parties.js";
import { presentDay } from "./promises.js";

const dayOf = ({ earliest, latest }) => latest ?? earliest;
const firstOf = ({ rows }) => Math.min(...rows.map(({ earliest, latest }) => earliest ?? latest));

/** Return the first report of an undated status of an occasion, of which nothing is concluded; null if there is none. */
function firstReport(engagement, now, day) {
  if (!ENGAGEMENTS.occasion[engagement]) return null;
  const sources = ENGAGEMENTS.steps[engagement].filter(([status, date]) => status === now && !date).flatMap((step) => step[5]);
  const days = sources.filter((source) => isHeardOn([source], day)).flatMap((source) => SOURCES.reported[source] ?? []);
  return days.length ? Math.min(...days) : null;
}

/**
 * Return what is known of an engagement on a day (null: now): `rows` are the statuses that it reached, in order, of which the
 * date is known, at least by the sources. What is planned after the current one is left out. `told` is the day of the last
 * report.
 */
export function lifeOf(engagement, day) {
  const now = statusOn(engagement, day), { by, reported, silent, shownBy } = conclusionOn(engagement, day);
  const rows = ENGAGEMENTS.steps[engagement]
    .filter(([, date, earliest, latest, , sources]) => date && (latest ?? earliest) !== null && isHeardOn(sources, day))
    .map(([status, date, earliest, latest, mark]) => ({ status, date, earliest, latest, mark }));
  const reached = rows.filter(({ status }) => status === now).map(dayOf);
  const end = reached.length ? Math.max(...reached) : by ?? firstReport(engagement, now, day);
  if (!reached.length && end !== null) rows.push({ status: now, date: "", earliest: null, latest: end, mark: 0 });
  const rank = ({ status }) => TERMS.status[status]?.rank ?? 0;
  return { engagement, now, silent, told: silent ?? reported, next: shownBy === engagement ? -1 : shownBy,
    rows: rows.filter((row) => end === null || dayOf(row) <= end).sort((a, b) => dayOf(a) - dayOf(b) || rank(a) - rank(b)) };
}

const startOfYear = (year) => Date.UTC(year, 0, 1) / 86400000;

/** Return the whole years from the first day of some lives to the present; of twenty or more, one in a hundred begins earlier. */
export function axisOfLives(lives, day) {
  const starts = lives.map(firstOf).sort((a, b) => a - b), present = presentDay(day);
  const last = Math.max(present, ...lives.flatMap(({ rows }) => rows.map(dayOf)));
  const first = starts[starts.length < 20 ? 0 : Math.ceil(starts.length / 100)];
  return { from: startOfYear(yearOf(first)), to: startOfYear(yearOf(last) + 1), present };
}

const shareOf = ({ from, to }, when) => Math.min(100, Math.max(0, (100 * (when - from)) / (to - from)));

/** Return the years to write below an axis, as [year, place]. */
export function yearsOf(axis) {
  const [from, to] = [yearOf(axis.from), yearOf(axis.to)];
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (to - from) / size <= 6) ?? 200, years = [];
  for (let year = Math.ceil(from / step) * step; year < to; year += step) years.push([year, shareOf(axis, startOfYear(year))]);
  return years;
}

const LEAST = 0.8; // the shortest line, in hundredths of the axis

/**
 * Return the parts of a bar, as [what, from, to] in hundredths of the axis. A status is drawn where it is sure, paler ("vague")
 * over the days on which it can have begun, and with an arrow back ("by") if only the last of them is known. The last one goes to
 * the last report, unless it is the end; then comes "after", with "silent" at the present, or "went" if a result came further.
 */
export function barOf({ engagement, now, rows, told, silent, next }, axis) {
  const setOf = (status) => TERMS.set[TERMS.status[status]?.set]?.id, parts = [];
  const isOver = ENGAGEMENTS.occasion[engagement] || setOf(now) === "ended" || TERMS.status[now]?.id === "v:completed";
  const changes = rows.filter((row, at) => row.status !== rows[at - 1]?.status), ending = dayOf(rows[rows.length - 1]);
  changes.forEach((row, at) => {
    const look = ENGAGEMENTS.occasion[engagement] ? "occasion" : `set-${setOf(row.status)}`, after = changes[at + 1];
    const sure = dayOf(row), until = after ? after.earliest ?? dayOf(after) : Math.max(ending, isOver ? ending : told ?? ending);
    const start = Math.min(shareOf(axis, sure), 100 - LEAST);
    if (row.earliest === null) parts.push([`by ${look}`, start, start]);
    else if (row.earliest < sure) parts.push([`vague ${look}`, shareOf(axis, row.earliest), start]);
    if (until > sure || !after) parts.push([look, start, Math.max(start + LEAST, shareOf(axis, until))]);
  });
  const [, , end] = parts[parts.length - 1], present = shareOf(axis, axis.present);
  if (next >= 0) parts.push(["went", end, end]);
  else if (!isOver) {
    if (present > end) parts.push(["after", end, present]);
    if (silent !== null) parts.push(["silent", Math.max(end, present), Math.max(end, present)]);
  }
  return parts;
}

const KEYS = {
  /** The organisations that take part as well, first those of other countries. */
  partner(engagement, node) {
    const others = [...organisationNodes(engagement)].filter((other) => other !== node && !isUnnamed[other] && !isPerson[other]);
    const abroad = others.filter((other) => NODES.country[other] !== NODES.country[node]);
    return abroad.length ? abroad : others;
  },
  sector: (engagement) => ENGAGEMENTS.sectors[engagement],
};
const ID_OF = { partner: (node) => NODES.iri[node], sector: (sector) => TERMS.sector[sector].id };
export const OTHERS = -2; // a group of those that are alone with their partner or sector; -1 have none

/**
 * Return the lives in groups, as [partner or sector, lives], the largest first. An engagement is in one: that in which there are
 * most of these. Inside, the first comes first.
 */
export function groupLives(lives, by, node) {
  const keys = new Map(lives.map(({ engagement }) => [engagement, KEYS[by](engagement, node)]));
  const counts = new Map(), groups = new Map();
  const compare = (a, b) => (ID_OF[by](a) < ID_OF[by](b) ? -1 : 1);
  for (const key of [...keys.values()].flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const life of lives) {
    const [key = -1] = [...keys.get(life.engagement)].sort((a, b) => counts.get(b) - counts.get(a) || compare(a, b));
    groups.set(key, [...(groups.get(key) ?? []), life]);
  }
  const alone = [...groups].filter(([key, list]) => key >= 0 && list.length < 2);
  if (alone.length > 1) for (const [key, list] of alone) {
    groups.delete(key);
    groups.set(OTHERS, [...(groups.get(OTHERS) ?? []), ...list]);
  }
  for (const list of groups.values()) {
    list.sort((a, b) => firstOf(a) - firstOf(b) || (ENGAGEMENTS.iri[a.engagement] < ENGAGEMENTS.iri[b.engagement] ? -1 : 1));
  }
  return [...groups].sort(([a, x], [b, y]) => Number(a < 0) - Number(b < 0)
    || (a < 0 ? a - b : y.length - x.length || compare(a, b)));
}
