// What the charts count for each year: promises, and what was signed, begun and ended.

import {
  ENGAGEMENTS, PROMISE_STATES, SIZE, TERMS, conclusionOn, isHeardOn, isKnownOn, yearOf,
} from "./data.js";

/**
 * Return the year in which the first of some steps fell, or null if their dates leave more than one year possible. Steps without
 * a date are ignored. The first one fell after the earliest of all first days, and by the earliest of all last days.
 * @param {Step[]} steps
 */
export function yearOfFirst(steps) {
  let from = Infinity, to = Infinity;
  for (const [, , earliest, latest] of steps) {
    if (earliest !== null) from = Math.min(from, earliest); else if (latest !== null) return null;
    if (latest !== null) to = Math.min(to, latest);
  }
  return to < Infinity && yearOf(from) === yearOf(to) ? yearOf(to) : null;
}

/** Return the days of a year as a period, which a filter takes. */
export const daysOfYear = (year) => /** @type {[number, number]} */ ([Date.UTC(year, 0, 1) / 86400000,
  Date.UTC(year, 11, 31) / 86400000]);

/** Return the steps of an engagement that were known on a day (null: now), in order. */
export const stepsOn = (engagement, day) => ENGAGEMENTS.steps[engagement]
  .filter(([, , , , , sources]) => isHeardOn(sources, day));

/** Return the first and the last year of a step of all that is known on a day, whatever the reader has chosen, or null. */
export function yearsOn(day) {
  let first = Infinity, last = -Infinity;
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!isKnownOn(engagement, day)) continue;
    for (const step of stepsOn(engagement, day)) {
      const year = yearOfFirst([step]);
      if (year !== null) [first, last] = [Math.min(first, year), Math.max(last, year)];
    }
  }
  return last >= first ? [first, last] : null;
}

/**
 * Return the promises among engagements by the year of their first step (see `yearOfFirst`), under whatever name, and by what
 * became of them: { cells, states, promises }. A cell is { year, state, promises, engagements }. A promise of several engagements
 * counts once.
 */
export function promisesByYear(engagements, day) {
  const steps = new Map(), found = new Map(), cells = new Map();
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    const { promise } = conclusionOn(engagement, day);
    if (promise < 0) continue;
    if (!steps.has(promise)) steps.set(promise, []);
    steps.get(promise).push(...stepsOn(engagement, day));
  }
  for (const engagement of engagements) {
    const { promise, state } = conclusionOn(engagement, day);
    if (promise < 0) continue;
    if (!found.has(promise)) found.set(promise, { state, engagements: [] });
    found.get(promise).engagements.push(engagement);
  }
  for (const [promise, { state, engagements: members }] of found) {
    const year = yearOfFirst(steps.get(promise)), key = `${year ?? "undated"} ${state}`;
    if (!cells.has(key)) cells.set(key, { key, year, state, promises: 0, engagements: [] });
    const cell = cells.get(key);
    cell.promises += 1;
    cell.engagements.push(...members);
  }
  const place = ({ year, state }) => (year ?? 0) * 10 + PROMISE_STATES.indexOf(state);
  const count = (state) => [...found.values()].filter((promise) => promise.state === state).length;
  return { cells: [...cells.values()].sort((a, b) => place(a) - place(b)), promises: found.size,
    states: Object.fromEntries(PROMISE_STATES.map((state) => [state, count(state)])) };
}

// ---- Signed, begun, ended -------------------------------------------------------------------------------------------

const setOf = (status) => TERMS.set[/** @type {number} */ (TERMS.status[status].set)]?.id;
const isCompleted = (status) => TERMS.status[status].id === "v:completed";
/** What can be counted for each year: whether a status says so. @type {Record<string, (status: number) => boolean>} */
export const KINDS = {
  signed: (status) => setOf(status) === "entered",
  begun: (status) => setOf(status) === "realised" && !isCompleted(status),
  ended: (status) => setOf(status) === "ended" || isCompleted(status),
};

/**
 * Return the engagements that were signed, begun or ended, by the year of their first such step (see `yearOfFirst`): a map from
 * the year to engagements. Talks, visits and events are left out: one that took place ends nothing.
 */
export function engagementsByYear(engagements, kind, day) {
  const years = new Map();
  for (const engagement of engagements) {
    const steps = ENGAGEMENTS.occasion[engagement] ? [] : stepsOn(engagement, day).filter(([status]) => KINDS[kind](status));
    if (!steps.length) continue;
    const year = yearOfFirst(steps);
    if (!years.has(year)) years.set(year, []);
    years.get(year).push(engagement);
  }
  return years;
}
