// Dates in words. Data and addresses hold them as EDTF or as days since 1970-01-01.

import { ENGAGEMENTS, SOURCES, formatIsoDay } from "../model/data.js";
import { interfaceLanguage, translate } from "./text.js";

/** Return the parts of an EDTF day, month or year, or null for other texts. A missing month or day is 0. */
function parseDate(edtf) {
  const match = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);
  if (!match || Number(match[2]) > 12 || match[2] === "00") return null;
  return { year: match[1], month: match[2] ? Number(match[2]) : 0, day: match[3] ? Number(match[3]) : 0, qualifier: match[4] };
}

/** Return one date in words. `omit` is the largest part to leave out ("year" or "month"), because it is shown elsewhere. */
function formatSingleDate(edtf, omit = "", short = false) {
  const parts = parseDate(edtf);
  if (!parts) return edtf;
  const { month, day, qualifier } = parts;
  const year = omit ? "" : parts.year.replaceAll("X", "0") + (parts.year.includes("X") ? translate("decade") : "");
  const shownMonth = omit === "month" ? 0 : month;
  const name = shownMonth ? translate("months").split(" ")[shownMonth - 1] : "";
  const text = interfaceLanguage() === "zh"
    ? [year && (parts.year.includes("X") ? year : `${year}年`), shownMonth && `${shownMonth}月`, day
      && `${day}日`].filter(Boolean).join("")
    : [day || "", short && interfaceLanguage() === "en" ? name.slice(0, 3) : name, year].filter(Boolean).join(" ");
  return qualifier ? translate({ "~": "about", "?": "probably", "%": "probablyAbout" }[qualifier], text) : text;
}

const INTERVAL_PATTERN = /^([[{]?)([^[\]{}/,]*?)(\.\.|\/|,)([^[\]{}/,]*?)[\]}]?$/;

/** Return both ends of an interval, with shared parts only once: 3, 5 September 2025; in Chinese 2025年9月3日, 5日. */
function formatIntervalEnds(from, to, short) {
  const [start, end] = [parseDate(from), parseDate(to)];
  const samePrecision = start && end && !start.qualifier && !end.qualifier && Boolean(start.month) === Boolean(end.month)
    && Boolean(start.day) === Boolean(end.day);
  const shared = !samePrecision || start.year !== end.year || !start.month ? ""
    : start.month === end.month && start.day ? "month" : "year";
  return interfaceLanguage() === "zh" ? [formatSingleDate(from, "", short), formatSingleDate(to, shared, short)]
    : [formatSingleDate(from, shared, short), formatSingleDate(to, "", short)];
}

/** Return an EDTF date in words: "between 3 and 5 September 2025". */
export function formatDate(edtf) {
  const [, set, from, , to] = INTERVAL_PATTERN.exec(edtf) || [];
  if (to === undefined) return formatSingleDate(edtf);
  if (!from) return translate("by", formatSingleDate(to));
  if (!to || to === "..") return translate("since", formatSingleDate(from));
  return translate(set ? "between" : "fromTo", ...formatIntervalEnds(from, to, false));
}

/** Return an EDTF date in short form: "3–5 Sep 2025". */
export function formatShortDate(edtf) {
  const [, , from, , to] = INTERVAL_PATTERN.exec(edtf) || [];
  if (from && to && to !== "..") return formatIntervalEnds(from, to, true).join("–");
  return to === undefined ? formatSingleDate(edtf, "", true) : formatDate(edtf);
}

/** Return the date of a report of an engagement on a day, as exactly as the source gives it. */
export function reportDate(engagement, day, format = formatDate) {
  const source = ENGAGEMENTS.sources[engagement].find((each) => SOURCES.reported[each] === day && SOURCES.date[each]);
  return format(source === undefined ? formatIsoDay(day) : SOURCES.date[source]);
}

/** Return a day, which is counted from 1970-01-01, in words. */
export const formatDay = (day) => (day === null || day === undefined ? "" : formatSingleDate(formatIsoDay(day)));
