// What the charts count: promises by the year of their announcement.

import { ENGAGEMENTS, PROMISE_STATES, SIZE, conclusionOn, isHeardOn, isKnownOn, yearOf } from "./data.js";

/**
 * Return the year of a step, or null if its date is not stated or leaves more than one year possible.
 * @param {Step} step
 */
export function yearOfStep([, , earliest, latest]) {
  return earliest !== null && latest !== null && yearOf(earliest) === yearOf(latest) ? yearOf(earliest) : null;
}

/** Return the steps of an engagement that were known on a day (null: now), in order. */
export const stepsOn = (engagement, day) => ENGAGEMENTS.steps[engagement]
  .filter(([, , , , , sources]) => isHeardOn(sources, day));

/** Return the first and the last year of a step of all that is known on a day, whatever the reader has chosen, or null. */
export function yearsOn(day) {
  let first = Infinity, last = -Infinity;
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!isKnownOn(engagement, day)) continue;
    for (const step of stepsOn(engagement, day)) {
      const year = yearOfStep(step);
      if (year !== null) [first, last] = [Math.min(first, year), Math.max(last, year)];
    }
  }
  return last >= first ? [first, last] : null;
}

/**
 * Return the promises among engagements by the year of their first step that has a date (null: it leaves more than one year
 * possible, or none has a date) and by what became of them: { cells, states, promises }. A cell is { year, state, promises,
 * engagements }. A promise of several engagements counts once.
 */
export function promisesByYear(engagements, day) {
  const firstStep = new Map(), found = new Map(), cells = new Map();
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    const { promise } = conclusionOn(engagement, day);
    if (promise < 0) continue;
    for (const step of stepsOn(engagement, day)) {
      const from = step[2] ?? step[3], before = firstStep.get(promise);
      if (from !== null && (before === undefined || from < (before[2] ?? before[3]))) firstStep.set(promise, step);
    }
  }
  for (const engagement of engagements) {
    const { promise, state } = conclusionOn(engagement, day);
    if (promise < 0) continue;
    if (!found.has(promise)) found.set(promise, { state, engagements: [] });
    found.get(promise).engagements.push(engagement);
  }
  for (const [promise, { state, engagements: members }] of found) {
    const step = firstStep.get(promise), year = step ? yearOfStep(step) : null, key = `${year ?? "undated"} ${state}`;
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
