"use strict";
// The table: what is in view as sortable rows. Hovering a row highlights its mark, and the other way round.

const rowsBox = document.getElementById("rows");
const ROWS = 60;  // rows added at a time, when scrolling

/** The date of the step that the status of an engagement is based on. */
function statusDate(at) {
  if (at < 0) return "";
  const status = statusOn(at, state.asOf);
  const reached = E.steps[at].filter(([of]) => of === status);
  return reached.length ? reached[reached.length - 1][1] : "";
}
const statusDay = (at) => {
  const status = at < 0 ? -1 : statusOn(at, state.asOf);
  const days = at < 0 ? [] : E.steps[at].filter(([of]) => of === status).map(([, , earliest, latest]) => latest ?? earliest ?? -1e6);
  return days.length ? Math.max(...days) : -1e6;
};

const statusText = (at) => (at < 0 ? "" : word("status", statusOn(at, state.asOf)));
const sectorText = (at) => (at < 0 ? "" : E.sectors[at].map((sector) => word("sector", sector)).join(", "));
const titleElement = (at) => {
  const { text, lang } = titleOf(at);
  return bdi(text, lang);
};
const dateCell = (at) => {
  const date = statusDate(at);
  return date ? el("span", { title: `${when(date)} (${date})` }, brief(date)) : el("span", { class: "soft" }, say("notStated"));
};
const partyNames = (at) => [...new Set(E.parties[at].map(([, node]) => node))].filter((node) => node >= 0 && (state.unnamed || !unnamedNode[node]));

// Each column: key of its title, sort value, content of a cell, whether it is a number.
const COLUMNS = {
  partners: [
    ["col_from", (tie) => nameOf(T.from[tie]).text, (tie) => nameElement(T.from[tie])],
    ["col_tie", (tie) => word("relation", T.relation[tie]), (tie) => el("span", { class: "line" },
      lineSwatch({ relation: T.relation[tie], set: T.engagement[tie] < 0 ? -1 : setOf(T.engagement[tie], state.asOf) }),
      opener("tie", tie, word("relation", T.relation[tie])))],
    ["col_to", (tie) => nameOf(T.to[tie]).text, (tie) => nameElement(T.to[tie])],
    ["col_matter", (tie) => (T.engagement[tie] < 0 ? "" : titleOf(T.engagement[tie]).text), (tie) => (T.engagement[tie] < 0 ? "" : titleElement(T.engagement[tie]))],
    ["col_status", (tie) => statusText(T.engagement[tie]), (tie) => statusText(T.engagement[tie])],
    ["col_date", (tie) => statusDay(T.engagement[tie]), (tie) => dateCell(T.engagement[tie])],
    ["col_sector", (tie) => sectorText(T.engagement[tie]), (tie) => sectorText(T.engagement[tie])],
    ["col_voices", (tie) => T.voices[tie], (tie) => number(T.voices[tie]), true],
    ["col_sources", (tie) => T.sources[tie].length, (tie) => number(T.sources[tie].length), true],
  ],
  engagements: [
    ["col_matter", (at) => titleOf(at).text, (at) => el("span", { class: "line" }, typeSwatch(E.type[at]), opener("engagement", at, titleElement(at)))],
    ["col_type", (at) => word("type", E.type[at]), (at) => capital(word("type", E.type[at]))],
    ["col_parties", (at) => partyNames(at).map((node) => nameOf(node).text).join(", "), partyCell],
    ["col_status", statusText, statusText],
    ["col_date", statusDay, dateCell],
    ["col_sector", sectorText, sectorText],
    ["col_money", moneyKey, (at) => bdi(E.amount[at])],
    ["col_voices", (at) => E.voices[at], (at) => number(E.voices[at]), true],
  ],
};

/** Sort key for money: by currency first, because amounts in different currencies are not comparable. */
function moneyKey(at) {
  const [, currency, digits, scale] = /([A-Z]{3}) ([\d,.]+)(?: (m|bn|tn)\b)?/.exec(E.amount[at]) ?? [];
  const value = digits && Number(digits.replaceAll(",", "")) * ({ m: 1e6, bn: 1e9, tn: 1e12 }[scale] ?? 1);
  return digits ? `${currency} ${value.toFixed(2).padStart(24, "0")}` : "";
}

function partyCell(at) {
  const parties = partyNames(at);
  const first = parties.slice(0, 3).flatMap((node, place) => [place ? say("comma") : "", nameElement(node)]);
  return el("span", {}, ...first, parties.length > 3 ? el("span", { class: "soft" }, ` ${say("andMore", parties.length - 3)}`) : "");
}

function opener(kind, at, text) {
  return button({ class: "link", tabindex: "-1" }, (event) => {
    event.stopPropagation();
    pick(kind, at, { focus: true });
  }, text);
}

let order = [];     // indices of the listed ties or engagements, sorted
let first = 0;      // the first row that is written
let written = 0;    // the row after the last that is written
let bodyOfTable = null;
const madeRows = new Map();
const kindOfRow = () => (state.view === "partners" ? "tie" : "engagement");

function sortRows() {
  const flags = state.view === "partners" ? shown.listed.ties : shown.listed.engagements;
  const columns = COLUMNS[state.view];
  const [column, up] = columns[state.sort[0]] ? state.sort : [0, true];
  const value = columns[column][1];
  const places = Array.from(flags.keys()).filter((at) => flags[at]);
  // Distinct values are compared once; the rows, up to 300,000, are then sorted as numbers.
  const values = places.map(value);
  const [less, more] = up ? [-1, 1] : [1, -1];
  const distinct = [...new Set(values)].map((one) => [one, typeof one === "number" ? one : fold(one)])
    .sort(([, one], [, other]) => (one < other ? less : one > other ? more : 0));
  const rank = new Map();
  distinct.forEach(([one, key], at) => rank.set(one, at && key === distinct[at - 1][1] ? rank.get(distinct[at - 1][0]) : at));
  order = Array.from(Float64Array.from(places, (at, place) => rank.get(values[place]) * flags.length + at).sort(), (key) => key % flags.length);
}

function buildTable() {
  sortRows();
  const sorted = COLUMNS[state.view][state.sort[0]] ? state.sort : [0, true];
  const heads = COLUMNS[state.view].map(([key, , , figure], column) => el("th", { scope: "col", class: key + (figure ? " number" : ""),
    "aria-sort": column !== sorted[0] ? "none" : sorted[1] ? "ascending" : "descending" },
  button({ "data-column": column }, () => change({ sort: [column, column === state.sort[0] ? !state.sort[1] : true] }),
    say(key), el("span", { class: "sort", "aria-hidden": "true" }))));
  const focused = rowsBox.contains(document.activeElement) ? document.activeElement.dataset.column : undefined;
  bodyOfTable = el("tbody");
  rowsBox.replaceChildren(earlierRows, el("table", { class: state.view }, el("thead", {}, el("tr", {}, ...heads)), bodyOfTable), moreRows);
  startRows(0);
  markRow(false);
  const again = focused !== undefined && rowsBox.querySelector(`[data-column="${focused}"]`);
  if (again) again.focus();
}

const earlierRows = button({ class: "link more" }, () => startRows(Math.max(0, first - ROWS)), "");
const moreRows = button({ class: "link more" }, () => writeRows(ROWS), "");

/** Rewrite the rows, starting with this one, without the thousands before it. */
function startRows(from) {
  bodyOfTable.replaceChildren();
  madeRows.clear();
  first = written = from;
  writeRows(ROWS);
  rowsBox.scrollTop = 0;
  stopAt(bodyOfTable.firstChild);
}

function writeRows(count) {
  const columns = COLUMNS[state.view];
  const kind = kindOfRow();
  for (const at of order.slice(written, written + count)) {
    const row = el("tr", {}, ...columns.map(([key, , cell, figure]) => el("td", { class: key + (figure ? " number" : "") },
      el("div", {}, cell(at)))));
    row.addEventListener("click", () => pick(kind, at, {}));
    row.addEventListener("mouseenter", () => light(kind, at));
    row.addEventListener("mouseleave", () => light(kind, -1));
    madeRows.set(at, row);
    bodyOfTable.append(row);
  }
  written = Math.min(order.length, written + count);
  earlierRows.hidden = first === 0;
  earlierRows.textContent = say("earlierRows", number(Math.min(ROWS, first)));
  moreRows.hidden = written >= order.length;
  moreRows.textContent = say("moreRows", number(Math.min(ROWS, order.length - written)), number(order.length - written));
  document.getElementById("table-name").textContent = say(state.view === "partners" ? "tableTies" : "tableEngagements");
  document.getElementById("table-count").textContent = number(order.length);
}

/** Mark the row of the selection and the rows related to it; scroll the selected row into view. */
function markRow(scroll) {
  const picked = state.pick || {};
  const mine = (at) => {
    if (picked.kind === "node") return state.view === "partners" ? T.from[at] === picked.at || T.to[at] === picked.at
      : E.parties[at].some(([, node]) => node === picked.at);
    return picked.kind === "engagement" && state.view === "partners" && T.engagement[at] === picked.at;
  };
  const chosen = picked.kind === kindOfRow() ? picked.at : -1;
  const place = chosen >= 0 && !madeRows.has(chosen) ? order.indexOf(chosen) : -1;
  if (place >= 0 && place >= written && place < written + 4 * ROWS) writeRows(place + ROWS - written);
  else if (place >= 0) startRows(Math.max(0, place - ROWS / 2));
  for (const [at, row] of madeRows) {
    row.classList.toggle("chosen", at === chosen);
    row.classList.toggle("lit", mine(at));
    if (at === chosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  if (madeRows.has(chosen)) stopAt(madeRows.get(chosen));
  const row = madeRows.get(chosen) || [...madeRows].find(([at]) => mine(at))?.[1];
  if (!row || !scroll) return;
  // Set directly, because scrollIntoView would scroll the whole page on a phone.
  const top = row.offsetTop - 34;
  if (top < rowsBox.scrollTop || row.offsetTop + row.offsetHeight > rowsBox.scrollTop + rowsBox.clientHeight) rowsBox.scrollTop = top;
}

rowsBox.addEventListener("scroll", () => {
  if (written < order.length && rowsBox.scrollTop + rowsBox.clientHeight > rowsBox.scrollHeight - 400) writeRows(ROWS);
}, { passive: true });
// All rows are one tab stop with arrow keys between them, so that Tab soon reaches the panel.
function stopAt(row) {
  for (const one of rowsBox.querySelectorAll('td [tabindex="0"]')) one.tabIndex = -1;
  const opens = row && row.querySelector("td button");
  if (opens) opens.tabIndex = 0;
  return opens;
}
rowsBox.addEventListener("keydown", (event) => {
  const row = event.target.closest("tbody tr");
  const to = row && { ArrowDown: row.nextSibling, ArrowUp: row.previousSibling, Home: bodyOfTable.firstChild, End: bodyOfTable.lastChild }[event.key];
  if (!to) return;
  event.preventDefault();
  stopAt(to).focus();
});
addEventListener("beforeprint", () => {
  if (first) startRows(0);
  writeRows(MOST_TIES);
});

onChange((changed) => {
  if (changed.has("shown") || changed.has("sort") || changed.has("language")) buildTable();
  if (changed.has("pick")) markRow(true);
});
