// Checks a query and writes it anew for the engine. The engine in the page, Oxigraph 0.5.11, reads 10 - 3 - 2 as 10 - (3 - 2),
// so brackets go around every operation. Zero times or divided by a fraction is an error for it, so these get another way.
// It breaks down on deep nesting and on orders with a cycle, so both are kept from it.

import { Generator, Parser } from "sparqljs";

import { AskError, errorAt, parseError } from "./ask_error.js";
import { columnsOf, refuseVolatile, totalOrder, variablesBefore } from "./order.js";

const MAX_DEPTH = 200; // nested brackets, as on the command line
const UPDATES = ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"];
const TOKENS = new RegExp([/#[^\n\r]*/, /"""[^]*?"""/, /'''[^]*?'''/, /"(?:[^"\\\n\r]|\\.)*"/, /'(?:[^'\\\n\r]|\\.)*'/,
  /<[^<>"{}|^`\\\s]*>/, /[?$]\w+/, /@[\w-]+/, /[\w-]*:[\w.:%-]*/, /[{([\])}]/, /\w+/].map(({ source }) => source).join("|"), "g");

/** Return the tokens of a query that matter here, with their offsets: words, variables and brackets, but no comments. */
function* tokens(text) {
  for (const { 0: token, index } of text.matchAll(TOKENS)) if (!"#\"'<@".includes(token[0])) yield [token, index];
}

/** Throw if brackets are nested more than the engine can bear. */
function refuseDepth(text) {
  let depth = 0;
  for (const [token, offset] of tokens(text)) {
    if ("{([".includes(token)) depth += 1;
    if ("})]".includes(token)) depth -= 1;
    if (depth > MAX_DEPTH) throw errorAt(text, offset, "askDepth", MAX_DEPTH);
  }
}

/** Return the error for a query that does more than read from this graph, with the place of the first word that says so. */
function refused(key, words, text) {
  const isMeant = (/** @type {any[]} */ [token]) => words.some((word) => token.toUpperCase().startsWith(word));
  const [word, offset] = [...tokens(text)].find(isMeant) || [words[0]];
  return errorAt(text, offset, key, word.toUpperCase());
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
    throw error instanceof RangeError ? error : parseError(error, text);
  }
  if (!query.type) throw new AskError("askEmpty");
  if (query.type === "update") throw refused("askReadOnly", UPDATES, text);
  visit(query, ({ type }) => { if (type === "service") throw refused("askService", ["SERVICE"], text); });
  return query;
}

const MAX_LENGTH = 500_000; // characters of what the engine gets

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
const isCount = ({ termType, value, datatype }) => termType === "Literal" && datatype.value === INTEGER && Number(value) > 0;

/** Return an expression that is 0 where the engine fails on a zero: `plain`, unless a test of its parts holds. */
function guardZero(plain, parts, test) {
  if (plain.length > MAX_LENGTH) throw new AskError("askTooLong");
  return `COALESCE(${plain}, IF(${parts.map((part) => `isNumeric(${part})`).join(" && ")} && ${test}, 0.0, 1/0))`;
}

/** Return the parts of a chain of one operator, such as the three of ?a * ?b * ?c. */
function chainOf({ operator, args: [first, second] }) {
  return [...(first.type === "operation" && first.operator === operator ? chainOf(first) : [first]), second];
}

/** Return a generator of SPARQL with brackets around every operation. */
function createGenerator() {
  const generator = new Generator({ indent: "", sparqlStar: true }).createGenerator();
  const { toExpression, toEntity } = generator;
  const bracketed = (expression) => `(${generator.toExpression(expression)})`;
  generator.toExpression = (expression) => {
    const { operator, args } = expression;
    if (expression.type !== "operation") return toExpression.call(generator, expression);
    // A chain of && or || means the same in any order. Without brackets, a long one is not nested too deep for the engine.
    if (operator === "&&" || operator === "||") return chainOf(expression).map(bracketed).join(` ${operator} `);
    if (operator === "*") {
      const factors = chainOf(expression), parts = factors.map(bracketed);
      const product = parts.reduce((all, part) => `(${all} * ${part})`);
      const risky = parts.filter((_, place) => !isCount(factors[place]));
      return risky.length < 2 ? product : guardZero(product, parts, `(${risky.map((part) => `${part} = 0`).join(" || ")})`);
    }
    if (operator === "/") {
      const [first, second] = args.map(bracketed);
      return isCount(args[1]) ? `${first} / ${second}`
        : guardZero(`${first} / ${second}`, [first, second], `${first} = 0 && ${second} != 0`);
    }
    if (operator === "in" || operator === "notin")
      return `${bracketed(args[0])} ${operator === "in" ? "" : "NOT "}IN (${args[1].map(generator.toExpression).join(", ")})`;
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

function rewrite(text, settings) {
  const query = parse(text, settings);
  const iris = new Set(), variables = variablesBefore(tokens(text));
  visit(query.where, ({ termType, value }) => { if (termType === "NamedNode") iris.add(value); });
  visit(query, (part) => {
    if (part.order) {
      for (const condition of part.order) refuseVolatile(condition, settings.volatile, text);
      const columns = columnsOf(part, variables.shift()).slice(0, settings.maxColumns);
      part.order = [...part.order.flatMap((condition) => totalOrder(condition, settings.sortKeys)),
        ...columns.flatMap((value) => totalOrder({ expression: { termType: "Variable", value } }, settings.columnKeys))];
    }
    if (part.having) part.having = [joinConditions(part.having)];
  });
  const form = query.queryType;
  if (form !== "ASK") query.limit = Math.min(query.limit ?? Infinity, settings.maxRows + 1);
  query.prefixes = {};
  delete query.base;
  const { default: graphs = [], named = [] } = query.from || {};
  const rewritten = createGenerator().toQuery(query);
  if (rewritten.length > MAX_LENGTH) throw new AskError("askTooLong");
  refuseDepth(rewritten);
  return {
    text: rewritten, form, isStar: query.variables?.[0]?.termType === "Wildcard", iris: [...iris],
    from: [...graphs, ...named].map(({ value }) => value),
  };
}

/**
 * Return what the engine is to run: the text, the form (SELECT, ASK …), whether SELECT has a star, the graphs of FROM, and the
 * IRIs of the WHERE part. The settings are those of the page; an answer has at most `maxRows` rows and one more.
 */
export function rewriteQuery(text, settings) {
  try {
    return rewrite(text, settings);
  } catch (error) {
    throw error instanceof RangeError ? new AskError("askTooLong") : error; // of the stack, or of the length of a text
  }
}
