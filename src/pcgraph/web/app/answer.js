// The answer on the page: a table, yes or no, or Turtle.

import { createEvidence } from "../../page/app/ask/behind.js";
import { chartColumns, drawChart } from "../../page/app/ask/chart.js";
import { byId, bySelector, createElement, mark, showStatus } from "./page.js";
import { isElsewhere, linkTarget, shortenIri } from "./terms.js";

const BATCH_SIZE = 500; // rows that are added at a time
const NUMERIC = /#(integer|decimal|double|float|int|long)$/;
let shownRows = 0;

/**
 * The answer on the page: its columns and rows of terms, or a boolean, or Turtle.
 * @type {{ columns?: string[], rows: any[][], boolean?: boolean, turtle?: string }}
 */
export let answer = { rows: [] };

/** Returns what proves a cell. @type {ReturnType<typeof createEvidence>} */
let evidence = () => null;

export const hideAnswer = () => { byId("answer").hidden = true; };

export function showAnswer(found, milliseconds, query) {
  answer = found;
  evidence = found.rows ? createEvidence(query, found.columns) : () => null;
  shownRows = 0;
  const { columns, rows, turtle, hints } = found, container = byId("rows");
  byId("answer").hidden = false;
  byId("save-csv").hidden = byId("save-json").hidden = !rows;
  byId("save-turtle").hidden = turtle === undefined;
  byId("more").hidden = true;
  if (turtle !== undefined) container.replaceChildren(createElement("pre", turtle));
  else if (!rows) container.replaceChildren(createElement("p", found.boolean ? "yes" : "no", { class: "lead" }));
  else {
    const head = createElement("tr"), table = createElement("table");
    head.append(...columns.map((name) => createElement("th", name, { scope: "col" })));
    table.append(createElement("caption", "Rows of the answer", { class: "visually-hidden" }), createElement("thead"),
      createElement("tbody"));
    table.tHead.append(head);
    container.replaceChildren(table);
    showMoreRows();
  }
  showView(false);
  byId("hints").replaceChildren(...hints.map((line) => createElement("li", line)));
  byId("hints").hidden = !hints.length;
  mark(...hints.map((message) => ({ severity: "warning", message })));
  showStatus(`${rows ? `${rows.length} row${rows.length === 1 ? "" : "s"}, ` : ""}${milliseconds} ms`);
}

/** Return the address of what proves a cell, or null. */
function evidenceOf(row, place) {
  const found = evidence(row, place);
  if (found?.query) return `#query=${encodeURIComponent(found.query)}`;
  return found?.thing === undefined ? null : linkTarget(row[found.thing].value);
}

/** Show the answer as a chart or as a table. */
export function showView(isChart) {
  const canDraw = Boolean(answer.columns && chartColumns(answer)), container = byId("chart");
  byId("views").hidden = !canDraw;
  byId("rows").hidden = isChart;
  container.hidden = !isChart;
  byId("as-table").setAttribute("aria-pressed", String(!isChart));
  byId("as-chart").setAttribute("aria-pressed", String(isChart));
  const nameOf = (term) => (term.type === "uri" ? shortenIri(term.value) : term.value);
  const options = { width: Math.min(820, container.clientWidth), nameOf, evidenceOf };
  container.replaceChildren(...(isChart ? [drawChart(answer, options)] : []));
}

export function showMoreRows() {
  const { rows } = answer;
  bySelector("tbody", byId("rows")).append(...rows.slice(shownRows, shownRows + BATCH_SIZE).map((row) => {
    const tableRow = createElement("tr");
    tableRow.append(...row.map((term, place) => createCell(term, row, place)));
    return tableRow;
  }));
  shownRows = Math.min(rows.length, shownRows + BATCH_SIZE);
  byId("more").hidden = shownRows === rows.length;
  byId("more").textContent = `Show ${Math.min(BATCH_SIZE, rows.length - shownRows)} more of ${rows.length - shownRows}`;
}

function createCell(term, row, place) {
  const cell = createElement("td");
  if (!term) return cell;
  const content = createElement("bdi", term.type === "uri" ? shortenIri(term.value) : term.value);
  if (term["xml:lang"]) content.lang = term["xml:lang"];
  if (NUMERIC.test(term.datatype || "")) cell.className = "number";
  const target = evidenceOf(row, place);
  if (!target) {
    cell.append(content);
    return cell;
  }
  const link = createElement("a", undefined, { href: target, title: term.value });
  if (term.type !== "uri") {
    link.className = "evidence";
    link.title = target.startsWith("#query=") ? "The rows behind this number" : "Where this is stated";
  }
  if (isElsewhere(target)) link.setAttribute("rel", "noopener noreferrer nofollow");
  link.append(content);
  cell.append(link);
  return cell;
}
