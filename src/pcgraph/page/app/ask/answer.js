// The answer to a query as a table. What the page knows can be selected in it.

import { change, select } from "../model/state.js";
import { csvCell } from "../save/csv.js";
import { download } from "../save/download.js";
import { slug } from "../save/file_name.js";
import { bdi, button, byId, el, link } from "../text/elements.js";
import { engagementTitle, formatNumber, nodeName, pluralise, translate } from "../text/text.js";
import { createEvidence } from "./behind.js";
import { chartColumns, drawChart } from "./chart.js";
import { findThing, shortenIri, sourceAddress } from "./terms.js";

const answerElement = byId("ask-answer");
const BATCH_SIZE = 200; // rows that are added at a time
const NUMERIC = /#(integer|decimal|double|float|int|long)$/;
/** The answer on the page. @type {{ columns: string[], rows: any[][] }} */
let shown = { columns: [], rows: [] };
/** Returns what proves a cell. @type {ReturnType<typeof createEvidence>} */
let evidence = () => null;

/** Remove the answer. */
export function clearAnswer() {
  shown = { columns: [], rows: [] };
  answerElement.replaceChildren();
  answerElement.hidden = byId("ask-save").hidden = byId("ask-views").hidden = byId("ask-chart").hidden = true;
  showNotes([]);
}

/** Show the answer to a query. `meanings` says what the columns of a question mean. Return it in one sentence. */
export function showAnswer(answer, query, meanings = {}) {
  shown = answer;
  evidence = createEvidence(query, answer.columns);
  answerElement.hidden = false;
  answerElement.scrollTop = 0;
  showNotes([...(answer.isCut ? [translate("askCut", formatNumber(answer.rows.length))] : []),
    ...answer.unknown.map((iri) => translate("askUnknownTerm", shortenIri(iri))),
    ...(answer.hint ? [bdi(answer.hint, "en")] : [])]);
  byId("ask-save").hidden = answer.form === "ASK" || !answer.rows.length;
  if (answer.form === "ASK") {
    answerElement.replaceChildren(el("p", { class: "truth" }, translate(answer.boolean ? "askTrue" : "askFalse")));
    return "";
  }
  const body = el("tbody"), more = button({ class: "link more" }, () => addRows(body, more), "");
  const head = answer.columns.map((name, column) => el("th", { scope: "col", title: meanings[name], lang: "en",
    class: NUMERIC.test(answer.rows.find((row) => row[column])?.[column].datatype) ? "number" : null }, name));
  answerElement.replaceChildren(...(answer.rows.length ? [el("table", {}, el("thead", {}, el("tr", {}, ...head)), body), more]
    : [el("p", { class: "soft" }, translate("askNoRows"))]));
  addRows(body, more);
  showView(false);
  return pluralise(answer.rows.length, "askRow");
}

/** Show the answer as a chart or as a table. */
export function showView(isChart) {
  const container = byId("ask-chart");
  byId("ask-views").hidden = !chartColumns(shown);
  answerElement.hidden = isChart;
  container.hidden = !isChart;
  byId("ask-as-table").setAttribute("aria-pressed", String(!isChart));
  byId("ask-as-chart").setAttribute("aria-pressed", String(isChart));
  const options = { width: Math.min(820, container.clientWidth - 48), nameOf: nameOfTerm, evidenceOf };
  container.replaceChildren(...(isChart ? [drawChart(shown, options)] : []));
}

function nameOfTerm(term) {
  const thing = term.type === "uri" ? findThing(term.value) : null;
  if (!thing || thing.isStep) return term.type === "uri" ? shortenIri(term.value) : term.value;
  return (thing.kind === "node" ? nodeName(thing.index) : engagementTitle(thing.index)).text;
}

/** Return what shows the evidence of a cell: a function, the address of a source, or null. */
function evidenceOf(row, place) {
  const found = evidence(row, place), query = found?.query;
  if (query) return () => change({ question: "", query });
  if (found?.thing === undefined) return null;
  const iri = row[found.thing].value, thing = findThing(iri);
  return thing ? () => select(thing.kind, thing.index, { focus: true }) : sourceAddress(iri) || null;
}

function addRows(body, more) {
  const start = body.rows.length;
  body.append(...shown.rows.slice(start, start + BATCH_SIZE)
    .map((row) => el("tr", {}, ...row.map((term, place) => cell(term, row, place)))));
  const left = shown.rows.length - body.rows.length;
  more.hidden = !left;
  more.textContent = translate("moreRows", formatNumber(Math.min(BATCH_SIZE, left)), formatNumber(left));
}

/** Return a number with its digits in groups, unless it may be a year. */
const groupDigits = (text) => text.replace(/^(-?)(\d{5,})(?=\.|$)/,
  (_, sign, digits) => sign + BigInt(digits).toLocaleString("en"));

function cell(term, row, place) {
  if (!term) return el("td");
  if (term.type !== "uri") {
    const isNumber = NUMERIC.test(term.datatype);
    const text = isNumber ? groupDigits(term.value) : term.value;
    const content = bdi(text, term["xml:lang"]), target = evidenceOf(row, place);
    const title = translate(evidence(row, place)?.query ? "askRowsBehind" : "askStated");
    return el("td", { class: isNumber ? "number" : null }, !target ? content : typeof target === "string" ? link(target, content)
      : button({ class: "link evidence", title }, target, content));
  }
  const thing = findThing(term.value), short = bdi(shortenIri(term.value), "");
  if (!thing) {
    const address = sourceAddress(term.value);
    return el("td", {}, address ? link(address, short) : short);
  }
  const { kind, index, isStep } = thing;
  const { text, lang } = kind === "node" ? nodeName(index) : engagementTitle(index);
  // Show the name, unless the row holds it anyway, or this is only a step of the engagement.
  const isNamed = isStep || row.some((other) => other?.value === text);
  return el("td", {}, button({ class: "link", title: isNamed ? text : shortenIri(term.value) },
    () => select(kind, index, { focus: true }), isNamed ? short : bdi(text, lang)));
}

function showNotes(notes) {
  byId("ask-notes").replaceChildren(...notes.map((note) => el("li", {}, note)));
  byId("ask-notes").hidden = !notes.length;
}

/** Save the answer as CSV, with full IRIs. */
export function saveAnswer(name) {
  const rows = [shown.columns, ...shown.rows.map((row) => row.map((term) => term?.value ?? ""))];
  const text = rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
  download(new Blob([text], { type: "text/csv;charset=utf-8" }), `${slug(document.title)}-${slug(name)}.csv`);
}
