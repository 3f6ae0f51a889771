// What proves a cell of an answer: the thing that the value is stated of, or the rows that were counted or summed.

import { readContext, tokens } from "./context.js";

const MOST = 500; // rows behind a number
const ESCAPES = { "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };

function termText({ type, value, datatype, "xml:lang": language }) {
  if (type === "uri") return `<${value}>`;
  const quoted = `"${value.replace(/[\n\r"\\]/g, (sign) => ESCAPES[sign])}"`;
  return `${quoted}${language ? `@${language}` : datatype ? `^^<${datatype}>` : ""}`;
}

/** Return the parts of a SELECT: the text before its columns, those columns, what is between, and the pattern; null without. */
function partsOf(text) {
  const list = tokens(text), start = list.findIndex(({ text: word }) => /^select$/i.test(word));
  const open = list.findIndex(({ text: sign }) => sign === "{");
  if (start < 0 || open < start) return null;
  let depth = 0;
  const close = list.findIndex(({ text: sign }, place) => {
    depth += place < open ? 0 : Number(sign === "{") - Number(sign === "}");
    return place >= open && !depth;
  });
  if (close < 0) return null;
  const clause = list.slice(start + 1, open), [{ at: begin }, { at: end }] = [list[open], list[close]];
  const from = clause.find(({ text: word }) => /^(from|where)$/i.test(word))?.at ?? begin;
  return { prologue: text.slice(0, list[start].at), clause: clause.filter(({ at }) => at < from),
    from: text.slice(from, begin), pattern: text.slice(begin + 1, end), inside: list.slice(open, close) };
}

/** Return the columns that a SELECT computes, as in (COUNT(*) AS ?n), if it is an aggregate; else none. */
function computed(clause) {
  const isAggregate = clause.some(({ text }) => /^(count|sum|min|max|avg|sample|group_concat)$/i.test(text));
  return isAggregate ? clause.filter((_, place) => /^as$/i.test(clause[place - 1]?.text)).map(({ text }) => text.slice(1)) : [];
}

/**
 * Return a function from a row and the place of a cell to what proves it: { thing } with the place of the cell whose page shows
 * the evidence, or { query } with the rows behind a number; null if neither is in the answer.
 * @returns {(row: any[], place: number) => { thing?: number, query?: string } | null}
 */
export function createEvidence(text, columns) {
  const parts = partsOf(text), sums = parts ? computed(parts.clause) : [];
  const { triples } = readContext(tokens(text).slice(0, -1)), placeOf = (variable) => columns.indexOf(String(variable).slice(1));
  const subjects = columns.map((name) => triples.filter(([, , value]) => value === `?${name}`)
    .map(([subject]) => placeOf(subject)).filter((place) => place >= 0));
  const plain = columns.filter((name) => !sums.includes(name));
  const canAsk = parts && plain.every((name) => parts.inside.some((token) => token.text.slice(1) === name));
  return (row, place) => {
    if (!row[place] || row[place].type === "uri") return row[place] ? { thing: place } : null;
    if (sums.includes(columns[place]) && canAsk && parts) {
      const terms = plain.map((name) => [name, row[columns.indexOf(name)]]);
      if (terms.some(([, term]) => term?.type === "bnode")) return null;
      // Filters and no VALUES, which would also fit where a row has no value.
      const filters = terms.map(([name, term]) => (term ? `FILTER(sameTerm(?${name}, ${termText(term)}))`
        : `FILTER(!BOUND(?${name}))`));
      const pattern = [`{${parts.pattern}}`, ...filters].join("\n");
      return { query: `${parts.prologue}SELECT DISTINCT *\n${parts.from}{\n${pattern}\n}\nLIMIT ${MOST}\n` };
    }
    const things = [...subjects[place], ...columns.keys()];
    const thing = things.find((each) => row[each]?.type === "uri");
    return thing === undefined ? null : { thing };
  };
}
