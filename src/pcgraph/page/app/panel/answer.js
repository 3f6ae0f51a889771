// The panel for an answer to a question of the catalogue, as a table.

import { rowsWith } from "../model/answers.js";
import { DATA, SOURCES, parseDay } from "../model/data.js";
import { isRestricted } from "../model/filter.js";
import { change, state } from "../model/state.js";
import { formatDate, formatDay, formatShortDate } from "../text/dates.js";
import { bdi, button, el, link } from "../text/elements.js";
import { capitalise, formatNumber, interfaceLanguage, nameOfId, pluralise, termLabel, translate } from "../text/text.js";
import { STRINGS } from "../text/words.js";
import {
  bulletList, dataText, definitionList, details, engagementLink, isFromKeyboard, nodeLink, soft,
} from "./parts.js";
import { watchButton } from "./watch.js";

/** Return the title of a question in the chosen language. */
export const questionTitle = (index) => DATA.answers[index].labels?.[state.language] || DATA.answers[index].title;

const EDTF = /^(?=.*\d{3}[\dX])[[{.\dX][\d.,/X~?%[\]{}-]*$/;
// A year has no comma, and a number of four digits needs none.
const cellNumber = (value) => (Math.abs(value) < 10000 && Number.isInteger(value) ? String(value) : formatNumber(value));

function cellContent(cell) {
  if (typeof cell === "number") return cellNumber(cell);
  if (typeof cell === "string") {
    const key = ["link", "what"].map((group) => `${group}_${cell}`).find((name) => STRINGS[interfaceLanguage()][name]);
    return key ? translate(key) : EDTF.test(cell) ? formatDate(cell) : dataText(cell);
  }
  if (Array.isArray(cell)) {
    return bulletList(cell.map(([value, sources]) => el("span", {}, cellContent(value), " ", soft(...sources
      .flatMap((source, place) => [place ? translate("comma") : "", cellContent(source)])))), { class: "plain" });
  }
  const [[table, index]] = Object.entries(cell);
  if (table === "node") return nodeLink(index);
  if (table === "source") {
    const { title, publisher, address, date } = SOURCES;
    return el("span", { title: title[index] || null }, dataText(link(address[index], publisher[index] || title[index])),
      date[index] ? soft(" ", formatShortDate(date[index])) : "");
  }
  if (table !== "engagement") return bdi(termLabel(table, index));
  return engagementLink(index);
}

/**
 * Return the label of a column, translated if there is a translation.
 * @param {Answer["columns"][0]} column
 */
function columnLabel([name, label]) {
  const key = `column_${name}`;
  return STRINGS[interfaceLanguage()][key] ? translate(key) : dataText(capitalise(label));
}

const FIRST_ROWS = 20;

/** Create the table of an answer: the first rows, and the others once the reader asks for them. */
function answerTable(answer) {
  const isNumber = answer.columns.map((_, column) => answer.rows
    .every((row) => row[column] === "" || typeof row[column] === "number"));
  const className = (column) => (isNumber[column] ? "number" : null);
  const tableRows = (rows) => rows.map((row) => el("tr", {}, ...row.map((cell, place) => el("td", { class: className(place) },
    cell === "" ? "" : cellContent(cell)))));
  const body = el("tbody", {}, ...tableRows(answer.rows.slice(0, FIRST_ROWS)));
  const others = answer.rows.slice(FIRST_ROWS);
  const more = others.length ? button({ class: "link" }, () => {
    const added = tableRows(others);
    body.append(...added);
    more.remove();
    added[0].querySelector("button, a")?.focus();
  }, translate("more_n", formatNumber(others.length))) : "";
  return el("div", { class: "answer", tabindex: "0", role: "region", "aria-labelledby": "panel-title" }, el("table", {},
    el("thead", {}, el("tr", {}, ...answer.columns.map((column, place) => el("th", { scope: "col", class: className(place),
      title: column[2] || null }, columnLabel(column))))),
    body), more);
}

const TOTALS = new Set(["money-by-funder-and-year", "commitments-and-payments", "who-funds-whom"]);
const leftOut = DATA.answers.findIndex(({ id }) => id === "money-left-out");

/** Return the names of what the rows that are shown hold. */
const rowNames = () => state.rows.map((ids) => ids.split(" ").map(nameOfId).join(" / ")).join(translate("comma"));

/** Fill the panel with the answer to a question. */
export function showQuestion(index) {
  const answer = DATA.answers[index];
  const { count, columns, command } = answer, rows = rowsWith(answer, state.rows);
  const meanings = columns.filter(([, , meaning]) => meaning).map((column) => [columnLabel(column), column[2]]);
  const day = answer.day ? parseDay(answer.day) : DATA.as_of ?? DATA.today;
  const notes = [state.asOf !== null && translate("answerDay", formatDay(day), formatDay(state.asOf)),
    isRestricted() && translate("answerFilters")].filter(Boolean);
  return [translate("question"), bdi(questionTitle(index)),
    el("p", {}, dataText(answer.question), answer.day ? soft(" ", translate("answerFor", formatDay(day))) : ""),
    watchButton("question", index),
    notes.length ? el("p", { class: "reading" }, notes.join(" ")) : "",
    TOTALS.has(answer.id) && leftOut >= 0 ? el("p", {}, translate("totalsLeaveOut"), " ", questionLink(leftOut)) : "",
    state.rows.length ? el("p", {}, translate("answerRows", rowNames()), " ",
      button({ class: "link" }, () => change({ rows: [] }), translate("showAll"))) : "",
    rows.length ? answerTable({ ...answer, rows }) : el("p", { class: "soft" }, translate("answerEmpty")),
    count ? el("p", { class: "soft" }, pluralise(state.rows.length ? rows.length : count, "row"),
      ...(answer.rows.length < count ? [
      translate("answerFirst", formatNumber(answer.rows.length)),
      el("span", { class: "command" }, translate("answerAll"), " ", el("code", { dir: "ltr" }, command))] : [])) : "",
    meanings.length ? details(translate("columns"), definitionList(meanings)) : ""];
}

/** Create a button that leads from a selection back to the answer that it was picked in. */
export const backToAnswer = () => button({ class: "link back", "data-key": "back" },
  (event) => change({ selection: null }, { focus: isFromKeyboard(event) }),
  translate("backTo", questionTitle(state.answer)));

const questionLink = (index) => button({ class: "link" },
  (event) => change({ answer: index, selection: null }, { focus: isFromKeyboard(event) }),
  bdi(questionTitle(index)));

/** Create a list of the questions, or return "" if there are none. */
export function questionList() {
  if (!DATA.answers.length) return "";
  const list = details(translate("found_question"), bulletList(DATA.answers.map((_, index) => questionLink(index))));
  list.classList.add("screen-only");
  return list;
}
