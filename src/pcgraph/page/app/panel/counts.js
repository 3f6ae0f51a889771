// How far engagements have come: a bar and a sentence of counts, in which each engagement counts once.

import { TERMS, conclusionOn, isSilent, statusSetOn, yearOf } from "../model/data.js";
import { state } from "../model/state.js";
import { el } from "../text/elements.js";
import { formatNumber, pluralise, translate } from "../text/text.js";

const ORDER = ["realised", "entered", "announced", "prospective", "silent", "ended", "none"];

/** Return how far engagements have come on the chosen day, as [name, engagements]. Each engagement is in one group. */
export function groupByProgress(engagements) {
  /** @type {Record<string, number[]>} */
  const groups = Object.fromEntries(ORDER.map((name) => [name, []]));
  for (const engagement of engagements) {
    const set = TERMS.set[statusSetOn(engagement, state.asOf)]?.id ?? "none";
    groups[isSilent(engagement, state.asOf) ? "silent" : Object.hasOwn(groups, set) ? set : "none"].push(engagement);
  }
  return Object.entries(groups).filter(([, group]) => group.length);
}

/** Return one count in words, such as "3 signed" or "7 silent since 2021 or earlier". */
function countText(name, engagements) {
  const count = formatNumber(engagements.length);
  if (name !== "silent") return translate(`count_${name}`, count);
  const years = engagements.map((engagement) => yearOf(conclusionOn(engagement, state.asOf).silent));
  const latest = Math.max(...years);
  return translate(years.every((year) => year === latest) ? "count_silent" : "count_silentOrEarlier", count, latest);
}

/** Create the sentence of counts with its bar. */
export function progressSummary(engagements) {
  const groups = groupByProgress(engagements);
  const bar = groups.map(([name, group]) => {
    const part = el("span", { class: `progress-${name}` });
    part.style.flexGrow = group.length;
    return part;
  });
  const counts = groups.flatMap(([name, group], position) => [position ? translate("comma") : "",
    el("span", { class: "count" }, el("i", { class: `progress-${name}`, "aria-hidden": "true" }), countText(name, group))]);
  const total = el("strong", {}, pluralise(engagements.length, "engagement"));
  if (!groups.length) return el("p", { class: "soft" }, translate("noEngagement"));
  return el("div", { class: "progress" },
    engagements.length > 1 ? el("div", { class: "progress-bar", "aria-hidden": "true" }, ...bar) : "",
    el("p", {}, total, translate("colon"), ...counts, translate("fullStop")));
}
