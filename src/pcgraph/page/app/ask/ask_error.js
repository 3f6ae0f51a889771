// Why a query has no answer, and the place in it where the fault stands.

/** The error of a query: the key of its text, the values for it, and the place in the query as [line, column] or null. */
export class AskError extends Error {
  /** @param {string} key @param {any[]} values @param {number[] | null} place */
  constructor(key, values = [], place = null) {
    super([key, ...values].join(" "));
    this.key = key;
    this.values = values;
    this.place = place;
  }
}

/** Return the error of a query at an offset of its text; without an offset, its place is not known. */
export function errorAt(text, offset, key, ...values) {
  if (!(offset >= 0)) return new AskError(key, values);
  const before = text.slice(0, offset).split(/\r\n|[\n\r]/);
  return new AskError(key, values, [before.length, before[before.length - 1].length + 1]);
}

const SHOWN = 6; // expected tokens in a message; more would hide what is wrong
const EXAMPLES = { VAR: "?x", IRIREF: "<…>", PNAME_LN: "pcg:…", PNAME_NS: "pcg:", INTEGER: "1", STRING_LITERAL2: '"…"' };
const SPACE = /(?:\s|#[^\n\r]*)*/y;

/** Return the error of the parser in our words. The parser knows where the last good token ends. */
export function parseError(error, text) {
  const { loc, token, expected, line } = error.hash || {};
  if (!error.hash) return errorAt(text, prefixOffset(error.message, text), "askSyntax", error.message);
  let offset = offsetOf(text, loc ? loc.last_line : line + 1, loc ? loc.last_column : 0);
  SPACE.lastIndex = offset;
  offset += SPACE.exec(text)?.[0].length ?? 0;
  const piece = /^(?:[?$]?[\w:.-]+|.)/su.exec(text.slice(offset))?.[0] || "";
  const wanted = (expected || []).map((name) => EXAMPLES[name.slice(1, -1)] ?? name.slice(1, -1));
  const list = wanted.length <= SHOWN ? wanted.join(" ") : "";
  if (token === "EOF" || offset >= text.length) return errorAt(text, offset, list ? "askEndExpected" : "askEnd", list);
  const key = wanted.includes("EOF") ? "askComplete" : list ? "askUnexpectedExpected" : "askUnexpected";
  return errorAt(text, offset, key, piece.slice(0, 40), list);
}

/** Return the offset of a line (from 1) and a column (from 0). */
function offsetOf(text, line, column) {
  let offset = 0;
  for (let number = 1; number < line; number += 1) offset = text.indexOf("\n", offset) + 1;
  return Math.min(text.length, offset + column);
}

/** Return where the prefix stands that a message of the parser names, or -1. */
function prefixOffset(message, text) {
  const [, prefix] = /^Unknown prefix: (.*)$/.exec(message) || [];
  return prefix === undefined ? -1 : text.search(new RegExp(`(?<![\\w.-])${prefix}:`));
}
