// The answer to a query as a table. What the page knows can be selected in it.

import { select } from "../model/state.js";
import { csvCell } from "../save/csv.js";
import { download } from "../save/download.js";
import { slug } from "../save/file_name.js";
import { bdi, button, byId, el, link } from "../text/elements.js";
import { engagementTitle, formatNumber, nodeName, pluralise, translate } from "../text/text.js";
import { findThing, shortenIri, sourceAddress } from "./terms.js";

const answerElement = byId("ask-answer");
const BATCH_SIZE = 200; // rows that are added at a time
const NUMERIC = /#(integer|decimal|double|float|int|long)$/;
/** The answer on the page. @type {{ columns: string[], rows: any[][] }} */
let shown = { columns: [], rows: [] };

/** Remove the answer. */
export function clearAnswer() {
  shown = { columns: [], rows: [] };
  answerElement.replaceChildren();
  answerElement.hidden = byId("ask-save").hidden = true;
  showNotes([]);
}

/** Show an answer. `meanings` says what the columns of a question of the catalogue mean. Return it in one sentence. */
export function showAnswer(answer, meanings = {}) {
  shown = answer;
  answerElement.hidden = false;
  answerElement.scrollTop = 0;
  showNotes([...(answer.isCut ? [translate("askCut", formatNumber(answer.rows.length))] : []),
    ...answer.unknown.map((iri) => translate("askUnknownTerm", shortenIri(iri)))]);
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
  return pluralise(answer.rows.length, "askRow");
}

function addRows(body, more) {
  const start = body.rows.length;
  body.append(...shown.rows.slice(start, start + BATCH_SIZE).map((row) => el("tr", {}, ...row.map((term) => cell(term, row)))));
  const left = shown.rows.length - body.rows.length;
  more.hidden = !left;
  more.textContent = translate("moreRows", formatNumber(Math.min(BATCH_SIZE, left)), formatNumber(left));
}

/** Return a number with its digits in groups, unless it may be a year. */
const groupDigits = (text) => text.replace(/^(-?)(\d{5,})(?=\.|$)/,
  (_, sign, digits) => sign + BigInt(digits).toLocaleString("en"));

function cell(term, row) {
  if (!term) return el("td");
  if (term.type !== "uri") {
    const isNumber = NUMERIC.test(term.datatype);
    const text = isNumber ? groupDigits(term.value) : term.value;
    return el("td", { class: isNumber ? "number" : null }, bdi(text, term["xml:lang"]));
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
