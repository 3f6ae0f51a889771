// What the reader watches: organisations, engagements, sectors, places and questions. The browser keeps, for each of them, the
// engagements with their statuses, or the rows of the answer, which the reader has seen. A page of later data compares.

import {
  DATA, ENGAGEMENTS, NODES, SOURCES, TERMS, findEngagement, findNode, isKnownOn, statusOn,
} from "./data.js";
import { outcomesOf } from "./filter.js";
import { engagementsOf } from "./parties.js";
import { engagementsWith } from "./terms.js";

/** What the reader has seen of one thing: the day of the data, and the status of each engagement, or "" for each row. */
/** @typedef {{ day: number, seen: Record<string, string> }} Watched */
/** @typedef {{ id: string, keys: string[], was?: string, is?: string }} Change */

const PLACE = `pcgraph watch ${DATA.prefixes.id ?? DATA.title}`;
const termIndex = (group) => (id) => TERMS[group].findIndex((term) => term.id === id);
const KINDS = {
  node: [findNode, engagementsOf],
  engagement: [findEngagement, outcomesOf],
  sector: [termIndex("sector"), (index) => engagementsWith("sector", index)],
  place: [termIndex("place"), (index) => engagementsWith("place", index)],
  question: [(id) => DATA.answers.findIndex((answer) => answer.id === id), null],
};

/** Return the key of a thing, such as `node id:lumen`. */
export function keyOf(kind, index) {
  const table = { node: NODES.iri, engagement: ENGAGEMENTS.iri };
  return `${kind} ${kind === "question" ? DATA.answers[index].id : table[kind] ? table[kind][index] : TERMS[kind][index].id}`;
}

/** Return kind, id and index of what a key names; index -1: it is not on this page. */
export function thingOf(key) {
  const [kind] = key.split(" ", 1), id = key.slice(kind.length + 1);
  return { kind, id, index: KINDS[kind] ? KINDS[kind][0](id) : -1 };
}

/** Return a cell of an answer as text, which does not depend on where a row of a table is. @returns {string} */
function cellText(cell) {
  if (typeof cell !== "object") return String(cell);
  if (Array.isArray(cell)) return cell.flat().map(cellText).join(", ");
  const [[table, index]] = Object.entries(cell);
  if (table === "node") return NODES.label[index];
  if (table === "source") return SOURCES.title[index];
  return table === "engagement" ? ENGAGEMENTS.label[index] : TERMS[table]?.[index]?.label ?? "";
}

/** Return what a thing has on this page: the status of each engagement, or "" for each row of an answer. */
export function contentOf(key) {
  const { kind, index } = thingOf(key);
  if (index < 0) return {};
  if (kind === "question") return Object.fromEntries(DATA.answers[index].rows.map((row) => [row.map(cellText).join(" | "), ""]));
  const known = [...KINDS[kind][1](index)].filter((engagement) => isKnownOn(engagement, null));
  return Object.fromEntries(known.map((engagement) => [ENGAGEMENTS.iri[engagement],
    TERMS.status[statusOn(engagement, null)]?.id ?? ""]));
}

/** Return what the browser keeps, by key; null if it refuses. @returns {Record<string, Watched> | null} */
export function watched() {
  let text;
  try {
    text = localStorage.getItem(PLACE);
  } catch {
    return null;
  }
  try {
    const found = JSON.parse(text || "{}"), isOne = (each) => each && typeof each.seen === "object" && Number.isFinite(each.day);
    return Object.fromEntries(Object.entries(found).filter(([, each]) => isOne(each)));
  } catch {
    return {}; // another program wrote there
  }
}

/** Keep a list in the browser. Return whether it did. */
function keep(list) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

export const isWatched = (key) => Object.hasOwn(watched() ?? {}, key);

/** Watch a thing, or watch it no longer. Return whether the browser keeps it. */
export function toggle(key) {
  const { [key]: had, ...others } = watched() ?? {};
  return keep(had ? others : { ...others, [key]: { day: DATA.today, seen: contentOf(key) } });
}

/** From now on compare with what this page shows. */
export const markSeen = () => keep(Object.fromEntries(Object.keys(watched() ?? {})
  .map((key) => [key, { day: DATA.today, seen: contentOf(key) }])));

/**
 * Return what is new, changed and withdrawn since the day of the data that the reader saw last, each once with the things that
 * it is of. What still is in the data but no more in that list is changed.
 */
export function news() {
  /** @type {{ since: number, fresh: Change[], changed: Change[], gone: Change[] }} */
  const found = { since: DATA.today, fresh: [], changed: [], gone: [] };
  const add = (list, id, key, more = {}) => {
    const same = !key.startsWith("question ") && list.find((each) => each.id === id && !each.keys[0].startsWith("question "));
    if (same) same.keys.push(key); else list.push({ id, keys: [key], ...more });
  };
  for (const [key, { day, seen }] of Object.entries(watched() ?? {})) {
    const now = contentOf(key), { kind, id, index } = thingOf(key);
    found.since = Math.min(found.since, day);
    if (index < 0 && !Object.hasOwn(seen, id)) add(found.gone, id, key);
    for (const [each, is] of Object.entries(now)) {
      if (!Object.hasOwn(seen, each)) add(found.fresh, each, key);
      else if (seen[each] !== is) add(found.changed, each, key, { was: seen[each], is });
    }
    for (const each of Object.keys(seen).filter((one) => !Object.hasOwn(now, one))) {
      const engagement = kind === "question" ? -1 : findEngagement(each);
      add(engagement >= 0 && isKnownOn(engagement, null) ? found.changed : found.gone, each, key);
    }
  }
  return found;
}
