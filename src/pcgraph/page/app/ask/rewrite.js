// Checks a query and writes it anew for the engine. The engine in the page, Oxigraph 0.5.11, reads 10 - 3 - 2 as 10 - (3 - 2),
// so brackets go around every operation. Zero times or divided by a fraction is an error for it, so these get another way.
// It breaks down on deep nesting and on orders with a cycle, so both are kept from it.

import { Generator, Parser } from "sparqljs";

import { refuseVolatile, totalOrder } from "./order.js";
import { QueryError, parseError } from "./query_error.js";

const MAX_DEPTH = 200; // nested brackets, as on the command line
const UPDATES = ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"];
const TOKENS = /#[^\n\r]*|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\\\s]*>|[?$]\w+|[\w-]*:[\w.:%-]*|[{([\])}]|\w+/g;

/** Return the tokens of a query that matter here, with their offsets: words, variables and brackets, but no comments. */
function* tokens(text) {
  for (const { 0: token, index } of text.matchAll(TOKENS)) if (!"#\"'<".includes(token[0])) yield [token, index];
}

/** Throw if brackets are nested more than the engine can bear. */
function refuseDepth(text) {
  let depth = 0;
  for (const [token, offset] of tokens(text)) {
    if ("{([".includes(token)) depth += 1;
    if ("})]".includes(token)) depth -= 1;
    if (depth > MAX_DEPTH) throw new QueryError("askDepth", [MAX_DEPTH], text, offset);
  }
}

/** Return the error for a query that does more than read from this graph, with the place of the first word that says so. */
function refused(key, words, text) {
  const [word, offset] = [...tokens(text)].find(([token]) => words.some((each) => token.toUpperCase().startsWith(each))) || [words[0]];
  return new QueryError(key, [word.toUpperCase()], text, offset);
}

/** Call a function with every object of a parsed query, the inner ones first. */
function visit(value, act) {
  if (typeof value !== "object" || value === null) return;
  if (!value.termType) for (const inner of Object.values(value)) visit(inner, act);
  act(value);
}

/** Return the parsed query, if it only reads from the graph in the page. */
function parse(text, { prefixes, base }) {
  refuseDepth(text);
  let query;
  try {
    query = new Parser({ prefixes, baseIRI: base }).parse(text);
  } catch (error) {
    throw parseError(error, text);
  }
  if (!query.type) throw new QueryError("askEmpty", []);
  if (query.type === "update") throw refused("askReadOnly", UPDATES, text);
  visit(query, ({ type }) => { if (type === "service") throw refused("askService", ["SERVICE"], text); });
  return query;
}

const MAX_LENGTH = 500_000; // characters of what the engine gets

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
const isCount = ({ termType, value, datatype }) => termType === "Literal" && datatype.value === INTEGER && Number(value) > 0;

/** Return a product or a quotient that is 0 where the engine fails on a zero. With a whole number above 0 it never does. */
function guardZero(operator, [first, second], [a, b]) {
  if (isCount(second) || (operator === "*" && isCount(first))) return `${a} ${operator} ${b}`;
  const isZero = operator === "*" ? `(${a} = 0 || ${b} = 0)` : `${a} = 0 && ${b} != 0`;
  return `COALESCE(${a} ${operator} ${b}, IF(isNumeric(${a}) && isNumeric(${b}) && ${isZero}, 0.0, 1/0))`;
}

const isJunction = ({ type, operator }) => type === "operation" && (operator === "&&" || operator === "||");

/** Return a generator of SPARQL with brackets around every operation. */
function createGenerator() {
  const generator = new Generator({ indent: "", sparqlStar: true }).createGenerator();
  const { toExpression, toEntity } = generator;
  const bracketed = (expression) => `(${generator.toExpression(expression)})`;
  generator.toExpression = (expression) => {
    const { operator, args } = expression;
    if (expression.type !== "operation") return toExpression.call(generator, expression);
    // A chain of && or || means the same in any order. Without brackets, a long one is not nested too deep for the engine.
    if (isJunction(expression)) {
      const parts = [args[1]];
      let first = args[0];
      for (; isJunction(first) && first.operator === operator; first = first.args[0]) parts.unshift(first.args[1]);
      return [first, ...parts].map(bracketed).join(` ${operator} `);
    }
    if (operator === "in" || operator === "notin")
      return `${bracketed(args[0])} ${operator === "in" ? "" : "NOT "}IN (${args[1].map(generator.toExpression).join(", ")})`;
    if (operator === "*" || operator === "/") return guardZero(operator, args, args.map(bracketed));
    return toExpression.call(generator, expression);
  };
  // Without the brackets, the inverse of an inverse path would be read as the mark of a datatype.
  generator.toEntity = (value) => (value.pathType === "^" && value.items[0].pathType
    ? `^(${generator.toEntity(value.items[0])})` : toEntity.call(generator, value));
  return generator;
}

const joinConditions = (conditions) => conditions.reduce((all, condition) =>
  ({ type: "operation", operator: "&&", args: [all, condition] }));

/** Return the variables of a text in the order in which they first occur. */
export const variablesOf = (text) => [...new Set([...tokens(text)].map(([token]) => token)
  .filter((token) => /^[?$]/.test(token)).map((token) => token.slice(1)))];

/**
 * Return what the engine is to run: the text, the form (SELECT, ASK …), whether SELECT has a star, the graphs of FROM, and the
 * IRIs of the WHERE part. The settings are those of the page; an answer has at most `maxRows` rows and one more.
 */
export function rewriteQuery(text, settings) {
  const query = parse(text, settings);
  const iris = new Set();
  visit(query.where, ({ termType, value }) => { if (termType === "NamedNode") iris.add(value); });
  visit(query, (part) => {
    if (part.order) part.order = part.order.flatMap((condition) => {
      refuseVolatile(condition, settings.volatile, text);
      return totalOrder(condition, settings.sortKeys);
    });
    if (part.having) part.having = [joinConditions(part.having)];
  });
  const form = query.queryType;
  if (form !== "ASK") query.limit = Math.min(query.limit ?? Infinity, settings.maxRows + 1);
  query.prefixes = {};
  delete query.base;
  const { default: graphs = [], named = [] } = query.from || {};
  const rewritten = createGenerator().toQuery(query);
  if (rewritten.length > MAX_LENGTH) throw new QueryError("askTooLong", []);
  refuseDepth(rewritten);
  return {
    text: rewritten, form, isStar: query.variables?.[0]?.termType === "Wildcard", iris: [...iris],
    from: [...graphs, ...named].map(({ value }) => value),
  };
}
