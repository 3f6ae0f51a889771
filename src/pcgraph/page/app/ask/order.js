// Makes the order of each ORDER BY total, by the same keys as the command line. The engine compares a number and a text by their
// characters, so that an order may have a cycle, and then it breaks down. Rows with equal keys are sorted by their columns.

import { Parser } from "sparqljs";

import { errorAt } from "./ask_error.js";

const PLACEHOLDER = "e";

/** Return a copy of a parsed expression in which the placeholder is another expression. */
function substitute(value, expression) {
  if (Array.isArray(value)) return value.map((each) => substitute(each, expression));
  if (value?.termType === "Variable" && value.value === PLACEHOLDER) return expression;
  if (typeof value !== "object" || value === null || value.termType) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, substitute(each, expression)]));
}

const parsed = new Map();
function parseKey(key) {
  if (!parsed.has(key)) {
    const text = `SELECT * { } ORDER BY (${key.replaceAll("{e}", `?${PLACEHOLDER}`)})`;
    parsed.set(key, /** @type {any} */ (new Parser().parse(text)).order[0].expression);
  }
  return parsed.get(key);
}

/** Return the conditions that stand for one condition of ORDER BY. Each key is an expression with `{e}` for the condition. */
export const totalOrder = ({ expression, ...direction }, keys) =>
  keys.map((key) => ({ ...direction, expression: substitute(parseKey(key), expression) }));

/** Return the variables of each query that has an ORDER BY, in the order of the text up to there: the columns of SELECT *. */
export function variablesBefore(tokens) {
  const variables = [], starts = [0], found = [];
  for (const [token] of tokens) {
    if (token === "{") starts.push(variables.length);
    else if (token === "}") starts.pop();
    else if (/^[?$]/.test(token)) variables.push(token.slice(1));
    else if (/^ORDER(BY\w*)?$/i.test(token)) found.push([...new Set(variables.slice(starts.at(-1)))]);
  }
  return found;
}

/** Return the names of the columns of a query; `variables` are those of its text. */
export const columnsOf = ({ queryType, variables: listed }, variables) => (
  queryType !== "SELECT" || listed[0].termType === "Wildcard" ? variables : listed.map((each) => (each.variable || each).value));

/** Throw if a condition calls a function that returns another value at each call. */
export function refuseVolatile({ expression }, names, text) {
  const operator = expression.type === "operation" && expression.operator.toUpperCase();
  if (names.includes(operator)) throw errorAt(text, text.toUpperCase().lastIndexOf(operator), "askVolatile", operator);
  for (const argument of expression.args || []) if (argument?.type) refuseVolatile({ expression: argument }, names, text);
}
