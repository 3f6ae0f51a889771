// The table, which lists the ties or engagements that are shown. Hovering over a row highlights its mark on the map.

import { setHovered } from "../map/map.js";
import { findItem } from "../map/scene.js";
import { ENGAGEMENTS, statusOn } from "../model/data.js";
import { shown } from "../model/level.js";
import { partyNodes, shownParties } from "../model/parties.js";
import { change, onChange, select, state } from "../model/state.js";
import { sumElement, sumsOf } from "../panel/money.js";
import { formatDate, formatShortDate } from "../text/dates.js";
import { bdi, button, byId, el, nameElement } from "../text/elements.js";
import { typeSwatch } from "../text/shapes.js";
import { capitalise, engagementTitle, formatNumber, nodeName, termLabel, translate } from "../text/text.js";
import { normalise } from "../text/tokens.js";

const rowsElement = byId("rows");
const BATCH_SIZE = 60; // rows that are added at a time when scrolling

/** Return the date of the step to which the status of an engagement belongs. */
function statusDate(engagement) {
  if (engagement < 0) return "";
  const status = statusOn(engagement, state.asOf);
  const reached = ENGAGEMENTS.steps[engagement].filter(([stepStatus]) => stepStatus === status);
  return reached.length ? reached[reached.length - 1][1] : "";
}
const statusDay = (engagement) => {
  const status = engagement < 0 ? -1 : statusOn(engagement, state.asOf);
  const steps = engagement < 0 ? [] : ENGAGEMENTS.steps[engagement].filter(([stepStatus]) => stepStatus === status);
  const days = steps.map(([, , earliest, latest]) => latest ?? earliest ?? -1e6);
  return days.length ? Math.max(...days) : -1e6;
};

const statusText = (engagement) => (engagement < 0 ? "" : termLabel("status", statusOn(engagement, state.asOf)));
const sectorText = (engagement) =>
  (engagement < 0 ? "" : ENGAGEMENTS.sectors[engagement].map((sector) => termLabel("sector", sector)).join(", "));
const titleElement = (engagement) => {
  const { text, lang } = engagementTitle(engagement);
  return bdi(text, lang);
};
const dateCell = (engagement) => {
  const date = statusDate(engagement);
  return date ? el("span", { title: `${formatDate(date)} (${date})` }, formatShortDate(date))
    : el("span", { class: "soft" }, translate("notStated"));
};

/**
 * Each column has the key of its title, functions for the sort value and for the content of a cell, and true for numbers.
 * @type {[string, (engagement: number) => any, (engagement: number) => any, boolean?][]}
 */
const COLUMNS = [
  ["col_matter", (engagement) => engagementTitle(engagement).text,
    (engagement) => el("span", { class: "line" }, typeSwatch(ENGAGEMENTS.type[engagement]),
      openButton("engagement", engagement, titleElement(engagement)))],
  ["col_type", (engagement) => termLabel("type", ENGAGEMENTS.type[engagement]),
    (engagement) => capitalise(termLabel("type", ENGAGEMENTS.type[engagement]))],
  ["col_parties", (engagement) => [...shownParties(engagement)].map((node) => nodeName(node).text).join(", "), partyCell],
  ["col_status", statusText, statusText],
  ["col_date", statusDay, dateCell],
  ["col_sector", sectorText, sectorText],
  ["col_money", (engagement) => ENGAGEMENTS.money_rank[engagement], moneyCell],
  ["col_voices", (engagement) => ENGAGEMENTS.voices[engagement],
    (engagement) => formatNumber(ENGAGEMENTS.voices[engagement]), true],
];

/** Create the cell with the sums of an engagement, each with what it is. */
function moneyCell(engagement) {
  return el("span", {}, ...sumsOf(engagement).flatMap((sum, position) => [position ? "; " : "", sumElement(engagement, sum)]));
}

function partyCell(engagement) {
  const parties = [...shownParties(engagement)];
  const first = parties.slice(0, 3).flatMap((node, position) => [position ? translate("comma") : "", nameElement(node)]);
  const more = parties.length - 3;
  return el("span", {}, ...first, more > 0 ? el("span", { class: "soft" }, ` ${translate("andMore", more)}`) : "");
}

function openButton(kind, index, text) {
  return button({ class: "link", tabindex: "-1" }, (event) => {
    event.stopPropagation();
    select(kind, index, { focus: true });
  }, text);
}

let sortedRows = []; // indices of the listed ties or engagements, sorted
let firstRow = 0; // the position of the first row that is rendered
let endRow = 0; // the position after the last row that is rendered
let tableBody = el("tbody");
let isStale = true; // whether the rows are to be sorted and rendered anew, once somebody sees them
const rowElements = new Map();

function sortRows() {
  const flags = shown.listed;
  const columns = COLUMNS;
  const [column, ascending] = columns[state.sort[0]] ? state.sort : [0, true];
  const sortValue = columns[column][1];
  const indices = Array.from(flags.keys()).filter((index) => flags[index]);
  // Compare distinct values only. The rows, which may be 300,000, are then sorted by the rank of their value.
  const values = indices.map(sortValue);
  const [less, more] = ascending ? [-1, 1] : [1, -1];
  const distinct = [...new Set(values)].map((value) => [value, typeof value === "number" ? value : normalise(value)])
    .sort(([, first], [, second]) => (first < second ? less : first > second ? more : 0));
  const rank = new Map();
  distinct.forEach(([value, key], index) =>
    rank.set(value, index && key === distinct[index - 1][1] ? rank.get(distinct[index - 1][0]) : index));
  sortedRows = Array.from(Float64Array.from(indices,
    (index, position) => rank.get(values[position]) * flags.length + index).sort(), (key) => key % flags.length);
}

function buildTable() {
  isStale = false;
  sortRows();
  const sorted = COLUMNS[state.sort[0]] ? state.sort : [0, true];
  const headers = COLUMNS.map(([key, , , isNumber], column) =>
    el("th", { scope: "col", class: key + (isNumber ? " number" : ""),
    "aria-sort": column !== sorted[0] ? "none" : sorted[1] ? "ascending" : "descending" },
  button({ "data-column": column }, () => change({ sort: [column, column === state.sort[0] ? !state.sort[1] : true] }),
    translate(key), el("span", { class: "sort", "aria-hidden": "true" }))));
  const active = document.activeElement;
  const focused = active && rowsElement.contains(active) ? active.dataset.column : undefined;
  tableBody = el("tbody");
  rowsElement.replaceChildren(earlierButton,
    el("table", {}, el("thead", {}, el("tr", {}, ...headers)), tableBody), moreButton);
  renderFrom(0);
  markRows(false);
  const sameButton = focused !== undefined && rowsElement.querySelector(`[data-column="${focused}"]`);
  if (sameButton) sameButton.focus();
}

const earlierButton = button({ class: "link more" }, () => renderFrom(Math.max(0, firstRow - BATCH_SIZE)), "");
const moreButton = button({ class: "link more" }, () => renderRows(BATCH_SIZE), "");

/** Render the rows anew from a position, without the rows before it, which may be thousands. */
function renderFrom(from) {
  tableBody.replaceChildren();
  rowElements.clear();
  firstRow = endRow = from;
  renderRows(BATCH_SIZE);
  rowsElement.scrollTop = 0;
  setTabStop(tableBody.firstChild);
}

function renderRows(count) {
  const columns = COLUMNS;
  const kind = "engagement";
  for (const index of sortedRows.slice(endRow, endRow + count)) {
    const row = el("tr", {}, ...columns.map(([key, , cell, isNumber]) => el("td", { class: key + (isNumber ? " number" : "") },
      el("div", {}, cell(index)))));
    row.addEventListener("click", () => select(kind, index, {}));
    row.addEventListener("mouseenter", () => setHovered(kind, index));
    row.addEventListener("mouseleave", () => setHovered(kind, -1));
    rowElements.set(index, row);
    tableBody.append(row);
  }
  endRow = Math.min(sortedRows.length, endRow + count);
  earlierButton.hidden = firstRow === 0;
  earlierButton.textContent = translate("earlierRows", formatNumber(Math.min(BATCH_SIZE, firstRow)));
  moreButton.hidden = endRow >= sortedRows.length;
  moreButton.textContent = translate("moreRows", formatNumber(Math.min(BATCH_SIZE, sortedRows.length - endRow)),
    formatNumber(sortedRows.length - endRow));
}

/** Mark the row of the selection and the rows related to it. With `scroll`, scroll the row into view. */
function markRows(scroll) {
  const { kind, index: selected } = state.selection || { kind: "", index: -1 };
  const isRelated = (index) => {
    if (kind === "node") return partyNodes(index).includes(selected);
    return kind === "stack" && findItem("stack", selected)?.engagements?.includes(index);
  };
  const selectedIndex = kind === "engagement" ? selected : -1;
  const position = selectedIndex >= 0 && !rowElements.has(selectedIndex) ? sortedRows.indexOf(selectedIndex) : -1;
  if (position >= 0 && position >= endRow && position < endRow + 4 * BATCH_SIZE) renderRows(position + BATCH_SIZE - endRow);
  else if (position >= 0) renderFrom(Math.max(0, position - BATCH_SIZE / 2));
  for (const [index, row] of rowElements) {
    row.classList.toggle("chosen", index === selectedIndex);
    row.classList.toggle("related", isRelated(index));
    if (index === selectedIndex) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  if (rowElements.has(selectedIndex)) setTabStop(rowElements.get(selectedIndex));
  const row = rowElements.get(selectedIndex) || [...rowElements].find(([index]) => isRelated(index))?.[1];
  if (!row || !scroll) return;
  // Set scrollTop, because scrollIntoView would scroll the whole page on a phone.
  const top = row.offsetTop - 34;
  if (top < rowsElement.scrollTop
    || row.offsetTop + row.offsetHeight > rowsElement.scrollTop + rowsElement.clientHeight) rowsElement.scrollTop = top;
}

rowsElement.addEventListener("scroll", () => {
  if (endRow < sortedRows.length && rowsElement.scrollTop + rowsElement.clientHeight > rowsElement.scrollHeight - 400)
    renderRows(BATCH_SIZE);
}, { passive: true });
// Only one row is a tab stop. The arrow keys lead to the others, so that Tab soon reaches the panel.
function setTabStop(row) {
  for (const previous of rowsElement.querySelectorAll('td [tabindex="0"]')) previous.tabIndex = -1;
  const control = row && row.querySelector("td button");
  if (control) control.tabIndex = 0;
  return control;
}
rowsElement.addEventListener("keydown", (event) => {
  const row = event.target.closest("tbody tr");
  const to = row && { ArrowDown: row.nextSibling, ArrowUp: row.previousSibling, Home: tableBody.firstChild,
    End: tableBody.lastChild }[event.key];
  if (!to) return;
  event.preventDefault();
  setTabStop(to).focus();
});
/** Create the table with its first rows for paper, and return it with the number of all rows. */
export function createPaperTable(limit) {
  if (isStale) buildTable();
  const row = (tag, content) => el("tr", {}, ...COLUMNS.map(([key, , cell, isNumber]) =>
    el(tag, { class: key + (isNumber ? " number" : "") }, content(key, cell))));
  const body = sortedRows.slice(0, limit).map((index) => row("td", (_, cell) => el("div", {}, cell(index))));
  return { table: el("table", {}, el("thead", {}, row("th", (key) => translate(key))), el("tbody", {}, ...body)),
    total: sortedRows.length };
}

onChange((changed) => {
  isStale ||= ["shown", "sort", "language"].some((name) => changed.has(name));
  byId("table-name").textContent = translate("tableEngagements");
  byId("table-count").textContent = formatNumber(shown.matching.engagements);
  if (state.view !== "table") return;
  if (isStale) buildTable();
  if (changed.has("selection") || changed.has("view")) markRows(true);
});
