// Engagements in groups: under the agreement, event or programme to which they belong.

import { ENGAGEMENTS, isKnownOn } from "../model/data.js";
import { state } from "../model/state.js";
import { knownSteps } from "./evidence.js";

/** The labels of the links from an engagement to what it belongs to. */
export const LINKS_UP = ["is covered by", "during", "came of", "part of"];

/** Return the papers, events and programmes to which an engagement belongs, as [label of the link, engagement]. */
export const papersOf = (engagement) => LINKS_UP.flatMap((label) => ENGAGEMENTS.links[engagement]
  .filter(([name, other]) => name === label && other >= 0 && other !== engagement && isKnownOn(other, state.asOf))
  .map(([, other]) => [label, other]));

/** Return the last day on which a step of an engagement may have been reached, or -Infinity if it has no date. */
export const latestDay = (engagement) => Math.max(-Infinity, ...knownSteps(engagement)
  .map(([, , earliest, latest]) => latest ?? earliest ?? -Infinity));

/**
 * Return engagements as trees, the newest first: [{ engagement, isOwn, paper, children }]. Each of them occurs once, below
 * the first paper to which it belongs, if possible one of them. A paper that is none of them (`isOwn` is false) heads a group
 * if several belong to it; otherwise the only one names it as its `paper`. `top` is an engagement that heads nothing, because
 * everything came of it.
 */
export function groupByPaper(engagements, top = -1) {
  const own = new Set(engagements);
  const entries = new Map(engagements.map((engagement) => [engagement, { engagement, isOwn: true, paper: null, children: [] }]));
  const parents = new Map();
  const isAbove = (one, other) => {
    for (let each = other; each !== undefined; each = parents.get(each)) if (each === one) return true;
    return false;
  };
  for (const engagement of entries.keys()) { // grows by the papers that it finds
    const papers = papersOf(engagement).filter(([, other]) => other !== top && !isAbove(engagement, other));
    const found = papers.find(([, other]) => own.has(other)) || papers[0];
    if (!found) continue;
    parents.set(engagement, found[1]);
    if (!entries.has(found[1])) entries.set(found[1], { engagement: found[1], isOwn: false, paper: null, children: [] });
  }
  for (const [engagement, parent] of parents) entries.get(parent).children.push(entries.get(engagement));
  const fold = (entry) => {
    entry.children = entry.children.map(fold);
    const [only] = entry.children;
    if (entry.isOwn || entry.children.length > 1) return entry;
    return only.isOwn && only.paper === null ? { ...only, paper: entry.engagement } : only;
  };
  const roots = [...entries.values()].filter(({ engagement }) => !parents.has(engagement)).map(fold);
  const sort = (list) => {
    for (const entry of list) {
      sort(entry.children);
      entry.day = Math.max(entry.isOwn ? latestDay(entry.engagement) : -Infinity, ...entry.children.map(({ day }) => day));
    }
    return list.sort((a, b) => (a.day === b.day ? a.engagement - b.engagement : b.day - a.day));
  };
  return sort(roots);
}
