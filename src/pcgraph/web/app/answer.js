// The answer on the page: a table, yes or no, or Turtle.

import { byId, bySelector, createElement, showStatus } from "./page.js";
import { isElsewhere, linkTarget, shortenIri } from "./terms.js";

const BATCH_SIZE = 500; // rows that are added at a time
const NUMERIC = /#(integer|decimal|double|float|int|long)$/;
let shownRows = 0;

/**
 * The answer on the page: its columns and rows of terms, or a boolean, or Turtle.
 * @type {{ columns?: string[], rows: any[][], boolean?: boolean, turtle?: string }}
 */
export let answer = { rows: [] };

export const hideAnswer = () => { byId("answer").hidden = true; };

export function showAnswer(found, milliseconds) {
  answer = found;
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
  byId("hints").replaceChildren(...hints.map((line) => createElement("li", line)));
  byId("hints").hidden = !hints.length;
  showStatus(`${rows ? `${rows.length} row${rows.length === 1 ? "" : "s"}, ` : ""}${milliseconds} ms`);
}

export function showMoreRows() {
  const { rows } = answer;
  bySelector("tbody", byId("rows")).append(...rows.slice(shownRows, shownRows + BATCH_SIZE).map((row) => {
    const tableRow = createElement("tr");
    tableRow.append(...row.map(createCell));
    return tableRow;
  }));
  shownRows = Math.min(rows.length, shownRows + BATCH_SIZE);
  byId("more").hidden = shownRows === rows.length;
  byId("more").textContent = `Show ${Math.min(BATCH_SIZE, rows.length - shownRows)} more of ${rows.length - shownRows}`;
}

function createCell(term) {
  const cell = createElement("td");
  if (!term) return cell;
  const content = createElement("bdi", term.type === "uri" ? shortenIri(term.value) : term.value);
  if (term["xml:lang"]) content.lang = term["xml:lang"];
  if (NUMERIC.test(term.datatype || "")) cell.className = "number";
  const target = term.type === "uri" ? linkTarget(term.value) : null;
  if (!target) {
    cell.append(content);
    return cell;
  }
  const link = createElement("a", undefined, { href: target, title: term.value });
  if (isElsewhere(target)) link.setAttribute("rel", "noopener noreferrer nofollow");
  link.append(content);
  cell.append(link);
  return cell;
}
