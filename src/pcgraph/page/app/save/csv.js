// Tables as CSV, of everything that matches the filters: the engagements, and their parties with one row for each role.
// Nothing has to be split: dates, names and addresses have columns of their own. Lists in a cell are separated by "; ".

import {
  DATA, ENGAGEMENTS, NODES, SIZE, SOURCES, TERMS, expandCurie, formatIsoDay, hasInference, isSilent, statusOn,
} from "../model/data.js";
import { shown } from "../model/level.js";
import { state } from "../model/state.js";
import { isAnySourceKnown } from "../panel/evidence.js";
import { describeState, pageAddress, shownDay, sourcesOfEngagements } from "../text/describe.js";
import { engagementTitle, localName, nodeName, termLabel } from "../text/text.js";
import { download } from "./download.js";
import { fileName, slug } from "./file_name.js";

/** Return a CSV cell. A text that a spreadsheet would read as a formula gets a leading apostrophe. */
export function csvCell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const list = (values) => values.join("; ");
const isoDay = (day) => (day === null ? "" : formatIsoDay(day));
const yes = (holds) => (holds ? "yes" : "");
const knownParties = (engagement) => ENGAGEMENTS.parties[engagement]
  .filter(([, node, , sources]) => node >= 0 && isAnySourceKnown(sources));
const snakeCase = (curie) => localName(curie).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Return the columns of a step: its status, its date as EDTF, and the first and the last day that this date may mean. */
const stepColumns = (name, step) => [[name, step ? step[1] : ""], [`${name}_status`, step ? termLabel("status", step[0]) : ""],
  [`${name}_earliest`, step ? isoDay(step[2]) : ""], [`${name}_latest`, step ? isoDay(step[3]) : ""]];

const statusDate = (steps, status) => steps.filter(([each]) => each === status).at(-1)?.[1] ?? "";

function sumsOf(engagement) {
  const numbers = ENGAGEMENTS.numbers[engagement];
  if (!numbers) return {};
  const [amount, least, most, currency, claimed, claimedCurrency] = numbers;
  return { amount, least, most, currency, claimed, claimedCurrency };
}

/** Return the columns of an engagement as [name, value]. */
function engagementColumns(engagement) {
  const { amount, least, most, currency, claimed, claimedCurrency } = sumsOf(engagement);
  const steps = ENGAGEMENTS.steps[engagement].filter((step) => isAnySourceKnown(step[5]));
  const dated = steps.filter(([, edtf, earliest, latest]) => edtf || earliest !== null || latest !== null);
  const status = statusOn(engagement, state.asOf);
  const parties = knownParties(engagement);
  const sources = sourcesOfEngagements([engagement]);
  return [["engagement", engagementTitle(engagement).text], ["engagement_iri", expandCurie(ENGAGEMENTS.iri[engagement])],
    ["type", termLabel("type", ENGAGEMENTS.type[engagement])], ["form", termLabel("form", ENGAGEMENTS.form[engagement])],
    ["status", termLabel("status", status)], ["date", statusDate(steps, status)],
    ...stepColumns("first_step", dated[0]), ...stepColumns("last_step", dated.at(-1)),
    ...["starts", "ends", "expected"].map((name) => [name, ENGAGEMENTS[name][engagement]]),
    ["amount", amount], ["amount_at_least", least], ["amount_at_most", most], ["currency", currency],
    ["amount_in_words", ENGAGEMENTS.amount[engagement]], ["claimed_amount", claimed], ["claimed_currency", claimedCurrency],
    ["claimed_amount_in_words", ENGAGEMENTS.claim[engagement]], ["quantity", ENGAGEMENTS.quantity[engagement]],
    ["sectors", list(ENGAGEMENTS.sectors[engagement].map((sector) => termLabel("sector", sector)))],
    ["places", list(ENGAGEMENTS.places[engagement].map((place) => termLabel("place", place)))],
    ["partly_inferred", yes(hasInference(engagement))], ["disputed", yes(ENGAGEMENTS.disputes[engagement].length)],
    ["silent", yes(isSilent(engagement, state.asOf))], ["voices", state.asOf === null ? ENGAGEMENTS.voices[engagement] : ""],
    ["sources", sources.length], ["source_iris", list(sources.map((source) => expandCurie(SOURCES.iri[source])))],
    ["source_addresses", list(sources.map((source) => SOURCES.address[source]))],
    ...TERMS.role.flatMap(({ id }, role) => {
      const nodes = parties.filter(([each]) => each === role).map(([, node]) => node);
      return [[snakeCase(id), list(nodes.map((node) => nodeName(node).text))],
        [`${snakeCase(id)}_iri`, list(nodes.map((node) => expandCurie(NODES.iri[node])))]];
    })];
}

const PARTY_COLUMNS = ["engagement", "engagement_iri", "role", "party", "party_iri", "country", "inferred"];
/** Return a row for each party of an engagement. */
const partyRows = (engagement) => knownParties(engagement).map(([role, node, inferred]) => [
  engagementTitle(engagement).text, expandCurie(ENGAGEMENTS.iri[engagement]), termLabel("role", role), nodeName(node).text,
  expandCurie(NODES.iri[node]), termLabel("country", NODES.country[node]), yes(inferred)]);

const listed = () => [...shown.listed.keys()].filter((engagement) => shown.listed[engagement]);
const toCsv = (rows) => rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");

/** Return the table of the engagements that match, as CSV. */
export function engagementsCsv() {
  const names = SIZE.engagements ? engagementColumns(0).map(([name]) => name) : [];
  return toCsv([names, ...listed().map((engagement) => engagementColumns(engagement).map(([, value]) => value))]);
}

/** Return the table of their parties, as CSV. */
export const partiesCsv = () => toCsv([PARTY_COLUMNS, ...listed().flatMap(partyRows)]);

const TABLES = { node: NODES, engagement: ENGAGEMENTS, source: SOURCES };
/** Return the text and the IRI of a cell of an answer, which has an IRI if it is a thing or a term. */
function answerCell(cell) {
  if (typeof cell !== "object") return [cell, ""];
  if (Array.isArray(cell)) {
    return [0, 1].map((part) => list(cell.map(([value, sources]) =>
      `${answerCell(value)[0]} (${list(sources.map((source) => answerCell(source)[part]))})`)));
  }
  const [[table, index]] = Object.entries(cell);
  const text = { node: () => nodeName(index).text, engagement: () => engagementTitle(index).text,
    source: () => SOURCES.title[index] || SOURCES.iri[index] }[table] || (() => termLabel(table, index));
  return [text(), expandCurie(TABLES[table] ? TABLES[table].iri[index] : TERMS[table][index].id)];
}

/** Return the rows of an answer that the page holds, as CSV: each column, and another one with the IRIs if it has things. */
export function answerCsv({ columns, rows }) {
  const hasIri = columns.map((_, column) => rows.some((row) => typeof row[column] === "object"));
  const spread = (values) => values.flatMap(([text, iri], column) => (hasIri[column] ? [text, iri] : [text]));
  return toCsv([spread(columns.map(([name]) => [snakeCase(name), `${snakeCase(name)}_iri`])),
    ...rows.map((row) => spread(row.map(answerCell)))]);
}

// The mark at the beginning tells spreadsheets that the file is in UTF-8.
const saveTable = (name, text) => download(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }), name);
const tableName = (what) => fileName(what, "csv", { withSelection: false });
/** Save the engagements as CSV. */
export const saveEngagements = () => saveTable(tableName("engagements"), engagementsCsv());
/** Save the parties of the engagements as CSV. */
export const saveParties = () => saveTable(tableName("parties"), partiesCsv());
/**
 * Return the numbers of a chart as CSV, with the filters, the day, the licence and the address that shows them again in columns
 * of their own.
 */
export function chartCsv(columns, rows) {
  const from = [describeState(["asOf"]), shownDay() ? formatIsoDay(shownDay()) : "", DATA.licence, pageAddress()];
  return toCsv([[...columns, "filters", "day", "licence", "address"], ...rows.map((row) => [...row, ...from])]);
}
/** Save the numbers of a chart as CSV. */
export const saveChart = (id, columns, rows) => saveTable(tableName(id), chartCsv(columns, rows));
/** Save an answer as CSV. Filters do not change it, and so its name has only its own day. */
export const saveAnswer = (answer) => saveTable(`${[document.title, answer.id, answer.day
  || formatIsoDay(DATA.as_of ?? DATA.today)].map((part) => slug(part)).join("-")}.csv`, answerCsv(answer));
