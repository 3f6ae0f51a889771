// The money of the charts: what is committed and paid, by funder and year, and what is in no total. Currencies, funders, and
// amounts in the prices of other years are never added up.

import { DATA, SIZE, isHeardOn } from "./data.js";

/** The currencies, the most frequent first. */
export const CURRENCIES = (() => {
  const counts = new Map();
  for (const [, , currency] of DATA.sums) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || Number(a > b) - Number(a < b));
})();

/** Return the size of a sum: its amount or, if only bounds are stated, the larger one. */
const sizeOf = (/** @type {MoneySum} */ [, , , , , , amount, least, most]) => amount ?? most ?? least;

/**
 * Return the sums in a currency of some engagements that were heard of on a day (null: now): { funders, left }. A funder is
 * { key, nodes, prices, committed, paid, cells }; several that give together are one. A cell is one year of it, { year,
 * committed, paid, engagements }. `left` are the sums in no total: { engagement, size, reason }.
 */
export function moneyOf(engagements, currency, day) {
  const isListed = new Uint8Array(SIZE.engagements), funders = new Map(), left = [];
  for (const engagement of engagements) isListed[engagement] = 1;
  for (const sum of DATA.sums) {
    const [engagement, nodes, unit, prices, year, total, amount, , , reason, sources] = sum;
    if (!isListed[engagement] || unit !== currency || !isHeardOn(sources, day)) continue;
    const size = sizeOf(sum) ?? 0;
    if (reason !== null && size > 0) left.push({ engagement, size, reason });
    if (reason !== null || amount === null || total === null) continue;
    const key = [...nodes, ...(prices ? [prices] : [])].join("+");
    if (!funders.has(key)) funders.set(key, { key, nodes, prices, committed: 0, paid: 0, cells: new Map() });
    const funder = funders.get(key);
    if (!funder.cells.has(year)) funder.cells.set(year, { year, committed: 0, paid: 0, engagements: [] });
    const cell = funder.cells.get(year);
    funder[total] += amount;
    cell[total] += amount;
    cell.engagements.push(engagement);
  }
  const inOrder = ({ year }) => year ?? 0;
  return {
    funders: [...funders.values()].map((funder) => ({ ...funder, cells: [...funder.cells.values()]
      .sort((a, b) => inOrder(a) - inOrder(b)) })).sort((a, b) => b.committed - a.committed || b.paid - a.paid
      || Number(a.key > b.key) - Number(a.key < b.key)),
    left,
  };
}
