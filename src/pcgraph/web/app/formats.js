// Answers as files in the formats of the W3C, as `pcgraph query --format` writes them.

const text = (term) => (!term ? "" : term.type === "bnode" ? `_:${term.value}` : term.value);
const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Return the answer as CSV. */
export function toCsv({ columns, rows }) {
  // An empty line would be no row, so a single empty cell gets quotation marks.
  const lines = [columns, ...rows.map((row) => row.map(text))].map((row) => row.map(cell).join(",") || (row.length ? '""' : ""));
  return lines.map((line) => `${line}\r\n`).join("");
}

/** Return the answer as SPARQL 1.1 Query Results JSON. */
export function toJson({ columns, rows }) {
  const bindings = rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place]])
    .filter(([, term]) => term)));
  return JSON.stringify({ head: { vars: columns }, results: { bindings } });
}
