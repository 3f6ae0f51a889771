// What the page does with what the question box understood: the change of the state that shows it, and its name.

import { parseAddress } from "../model/address.js";
import { findAnswer, rowsWith } from "../model/answers.js";
import { DATA, ENGAGEMENTS, findEngagement, findNode, findTerm, parseDay } from "../model/data.js";
import { leftBy } from "../model/filter.js";
import { shortestPath } from "../model/graph.js";
import { COUNTED, askedParties } from "../model/numbers.js";
import { MEASURES, VIEWS, defaultState } from "../model/state.js";
import { questionTitle } from "../panel/answer.js";
import { formatDay } from "../text/dates.js";
import { nameOfId, translate } from "../text/text.js";
import { questionBox } from "./box.js";

/** Columns of the table and their direction, by the order that a text asks for. @type {Record<string, [number, boolean]>} */
const SORTS = { money: [6, false], latest: [4, false], first: [4, true] };
const FILTERS = ["chosen", "period", "text", "event", "only", "either", "not", "neighbourhood", "asOf", "selection"];

/** Return what a thing or term is called in the reader's language. */
export const labelOf = (value) => value.split(" ")
  .map((each) => nameOfId(each) || (questionBox()?.label(each) ?? each)).join(" / ");

/** Return the change that shows one thing: an organisation, an engagement, a term, or what delivers, uses or mentions another. */
function showThing(value) {
  const [node, engagement, term] = [findNode(value), findEngagement(value), findTerm(value)];
  if (node >= 0) return { selection: { kind: "node", index: node }, neighbourhood: { node, hops: 1 } };
  if (engagement >= 0) return { selection: { kind: "engagement", index: engagement } };
  if (term) return { chosen: { ...defaultState().chosen, [term.group]: new Set([term.index]) } };
  const text = labelOf(value), isLinked = ([, other, name]) => other < 0 && name === text;
  const [first, ...others] = [...ENGAGEMENTS.links.keys()].filter((each) => ENGAGEMENTS.links[each].some(isLinked));
  if (first === undefined) return { text };
  return { text, ...others.length ? { view: "table" } : { selection: { kind: "engagement", index: first } } };
}

function showFilter({ show, filters, address = "", sort, by = "", rows = [] }) {
  const groups = Object.keys(filters ?? {}), isWork = groups.join(" ") === "thing" && filters.thing.length === 1;
  if ([...filters?.event ?? [], ...filters?.engagement ?? []].length > 1 && !by) return null; // the map shows what came of one
  if (show || (isWork && !sort && !by)) return showThing(show || filters.thing[0]);
  const { result } = parseAddress(address), patch = Object.fromEntries(FILTERS.map((name) => [name, result[name]]));
  if (by) return by in COUNTED ? { ...patch, by, rows } : null;
  if (!address && !sort) return null;
  return sort ? { ...patch, view: "table", sort: SORTS[sort] } : patch;
}

function showRanking({ measure, options, only }) {
  const { chosen } = defaultState(), nodes = only.map(findNode).filter((node) => node >= 0);
  for (const value of Object.values(options)) {
    const term = findTerm(value);
    if (term) chosen[term.group].add(term.index);
  }
  const [first, last] = [parseDay(options.since ?? ""), parseDay(options.until ?? "")];
  const period = first === null && last === null ? null : /** @type {[number, number]} */ ([first ?? 0, last ?? DATA.today]);
  const patch = { chosen, period, only: nodes.length ? new Set(nodes) : null };
  if (nodes.length > 1 && measure === "degree") return { ...patch, by: "near" };
  return ["betweenness", "pagerank"].includes(measure) && MEASURES.includes(measure) ? { ...patch, view: "map", measure }
    : { ...patch, view: "board", boardRows: "party", boardSort: "size" };
}

/** Return which rows of an answer a text asks for; see `rows` of the state. */
function rowsOf({ rows, any }) {
  const parties = any ? rows.filter((id) => findNode(id) >= 0) : [];
  return [...parties.length ? [parties.join(" ")] : [], ...rows.filter((id) => !parties.includes(id))];
}

function showAnswer(answer) {
  const { question, parameters, rows } = answer, index = findAnswer(question), values = Object.values(parameters);
  if (index >= 0) return { answer: index, rows: rowsOf(answer) };
  if (VIEWS.includes("ask")) {
    return { view: "ask", question: [question, ...values.length ? [String(new URLSearchParams(parameters))] : []].join(" ") };
  }
  const nodes = [...values, ...rows].map(findNode).filter((node) => node >= 0);
  if (nodes.length > 1) return values.length > 1 ? { path: nodes.slice(0, 2) } : { only: new Set(nodes) };
  const named = values.filter((value) => parseDay(value) === null && !/^\d{4}/.test(value));
  if (named.length) return named.reduce((patch, value) => ({ ...patch, ...showThing(value) }), {});
  const [first, last] = values.map(parseDay);
  return first && last ? { period: [first, last] } : null;
}

/** Return the change of the state that shows an answer, or null if this page cannot show it. */
export function showing(kind, answer) {
  if (kind === "path") {
    const path = [findNode(answer.from), findNode(answer.to)];
    return path.every((node) => node >= 0) ? { path } : null;
  }
  const patch = { filter: showFilter, ranking: showRanking, catalogue: showAnswer }[kind]?.(answer) ?? null;
  return patch && answer.as_of ? { ...patch, asOf: parseDay(answer.as_of) } : patch;
}

/** Return whether the page shows of an answer only what it is about: it lacks the rows of a question with values. */
export const isAboutOnly = (kind, { question }) => kind === "catalogue" && findAnswer(question) < 0 && !VIEWS.includes("ask");

/** Return whether the page knows that an answer holds something; it cannot tell what a question with values answers. */
function hasRows(kind, answer) {
  if (kind === "path") {
    const [from, to] = [answer.from, answer.to].map(findNode);
    return from < 0 || to < 0 || shortestPath(from, to, () => true) !== null;
  }
  const held = kind === "catalogue" ? DATA.answers[findAnswer(answer.question)] : undefined;
  if (held && answer.rows.length) return held.rows.length < held.count || rowsWith(held, rowsOf(answer)).length > 0;
  if (kind !== "filter" || answer.show || !answer.address) return true;
  const patch = { ...showing(kind, answer), ...answer.by === "near" ? { only: null } : {} };
  return leftBy(patch).some((each) => answer.by !== "party" || askedParties(each, patch).length);
}

/** The text that was read last, which the list and the bar read in turn, and what it means. @type {[string, any]} */
let last = ["", null];

/**
 * Return what a text means on this page, with the nearest answers that the page can show, or undefined if it has no question box.
 */
export function understand(text) {
  const box = questionBox();
  if (!box) return undefined;
  if (last[0] !== text || !last[1]) {
    const result = box.understand(text, hasRows);
    last = [text, { ...result, nearest: result.nearest.filter(({ kind, answer }) => showing(kind, answer)) }];
  }
  return last[1];
}

/** Return what an answer is called in the reader's language. */
export function nameOf(kind, answer) {
  const day = parseDay(answer.as_of ?? "");
  if (day !== null) return `${nameOf(kind, { ...answer, as_of: "" })} (${translate("citeAsOf", formatDay(day))})`;
  if (kind === "path") return translate("labelled", translate("shortestPath"), [answer.from, answer.to].map(labelOf).join(" – "));
  if (kind === "catalogue") {
    const index = findAnswer(answer.question);
    const title = index >= 0 ? questionTitle(index) : questionBox()?.titleOf(answer.question) ?? answer.question;
    const values = [...Object.values(answer.parameters), ...answer.rows].map(labelOf);
    return values.length && (index < 0 || answer.rows.length) ? translate("labelled", title, values.join(translate("comma")))
      : title;
  }
  if (kind === "ranking") {
    const values = [...Object.values(answer.options), ...answer.only].map(labelOf);
    if ("by" in showRanking(answer)) return translate("labelled", translate("by_near"), values.join(translate("comma")));
    const text = [translate(`measure_${answer.measure}`), ...values].join(translate("comma"));
    return translate("labelled", translate("ranking"), text);
  }
  if (answer.show) return labelOf(answer.show);
  const { months, ...others } = answer.filters, values = new Set(Object.values(others).flat().map(labelOf));
  return [...values, months?.join("–"), answer.sort && translate(`order_${answer.sort}`),
    answer.by && translate(`by_${answer.by}`)].filter(Boolean).join(" · ");
}
