// Lists of engagements: grouped by paper, each with its state, its money, the role of an organisation and its evidence.

import { ENGAGEMENTS, NODES, TERMS, conclusionOn, formatIsoDay, statusOn, yearOf } from "../model/data.js";
import { state } from "../model/state.js";
import { formatShortDate } from "../text/dates.js";
import { el } from "../text/elements.js";
import { typeSwatch } from "../text/shapes.js";
import { nodeName, termLabel, translate } from "../text/text.js";
import { evidenceLine, isAnySourceKnown, knownSteps, quotation } from "./evidence.js";
import { sumElement, sumsOf } from "./money.js";
import { groupByPaper, papersOf } from "./papers.js";
import { engagementLink, joinWithDots, linkLabel, longList, markChip, section, soft } from "./parts.js";

/** Return the date of the status of an engagement, in short form, or "" if no source gives it. */
export function statusDate(engagement) {
  const status = statusOn(engagement, state.asOf);
  const dated = knownSteps(engagement).filter(([each, edtf]) => each === status && edtf);
  return dated.length ? formatShortDate(dated[dated.length - 1][1]) : "";
}

/** Return the date since which an engagement has its status, as exactly as its steps give it; "" if it is not known. */
export function sinceDate(engagement, format) {
  const { since } = conclusionOn(engagement, state.asOf);
  if (since === null) return "";
  const status = statusOn(engagement, state.asOf);
  const step = knownSteps(engagement).find(([each, edtf, earliest]) => each === status && edtf && earliest === since);
  return format(step ? step[1] : formatIsoDay(since));
}

const LASTING = new Set(["v:under-way", "v:operational", "v:suspended"]);

/** Create the chip of a status that no source states in words: the best mark of its steps decides. */
export function statusMark(engagement) {
  const status = statusOn(engagement, state.asOf);
  const marks = knownSteps(engagement).filter(([each]) => each === status).map((step) => step[4]);
  return marks.length ? markChip(Math.min(...marks)) : "";
}

/** Create the state of an engagement: its status, since when, `more` such as money, and whether it is inferred or disputed. */
export function stateElement(engagement, ...more) {
  const status = statusOn(engagement, state.asOf);
  const { silent, reported } = conclusionOn(engagement, state.asOf);
  const isLasting = LASTING.has(TERMS.status[status]?.id), since = isLasting && sinceDate(engagement, formatShortDate);
  return el("span", { class: "state" }, ...joinWithDots([
    el("span", {}, el("strong", {}, status < 0 ? translate("noStatus") : termLabel("status", status)), " ",
      since ? translate("since", since) : statusDate(engagement), statusMark(engagement)),
    silent !== null ? translate("silentSince", yearOf(silent))
      : isLasting && reported !== null && translate("lastReported", yearOf(reported)), ...more]),
  ENGAGEMENTS.disputes[engagement].length ? el("span", { class: "chip" }, translate("disputedChip")) : "");
}

/** Create a link to an engagement with its state, for lists in which nothing more is wanted. */
export const engagementLine = (engagement) => el("span", { class: "deal-line" }, engagementLink(engagement), " ",
  soft(stateElement(engagement)));

/** Create the roles of an organisation in an engagement: its own, and those of people who act for it. */
export function roleElement(engagement, node) {
  const own = [], acting = [];
  for (const [role, party, inferred, sources] of ENGAGEMENTS.parties[engagement]) {
    if (!isAnySourceKnown(sources)) continue;
    const label = termLabel("role", role);
    if (party === node) own.push(el("span", {}, label, markChip(inferred)));
    else if ((NODES.acts_for || [])[party] === node) acting.push(translate("roleThrough", label, nodeName(party).text));
  }
  const parts = own.length ? own : acting;
  const list = parts.flatMap((part, position) => (position ? [translate("comma"), part] : [part]));
  return parts.length ? el("span", { class: "role" }, ...list) : "";
}

/** Create the entry of an engagement with everything below it. `node` is the organisation whose role it names, or -1. */
function dealEntry({ engagement, isOwn, paper, children }, node) {
  const sums = sumsOf(engagement);
  const nameOfLink = papersOf(engagement).find(([, other]) => other === paper)?.[0] || "";
  const latest = sums.length ? sums : ENGAGEMENTS.steps[engagement].flatMap((step) => sumsOf(engagement, step[6])).slice(-1);
  return el("div", { class: isOwn ? "deal" : "deal heading" },
    engagementLink(engagement, { class: "deal-title" }, typeSwatch(ENGAGEMENTS.type[engagement])),
    el("div", { class: "deal-body" },
      el("p", {}, stateElement(engagement, ...latest.map((sum) => sumElement(engagement, sum)))),
      ...(isOwn ? [el("p", { class: "soft small" }, ...joinWithDots([node >= 0 && roleElement(engagement, node),
        evidenceLine(engagement)])), quotation(engagement)] : []),
      paper !== null ? el("p", { class: "soft small" }, linkLabel(nameOfLink), " ", engagementLink(paper)) : ""),
    children.length ? longList(children, (child) => dealEntry(child, node), { class: "deals inner" }) : "");
}

/** Create the list of engagements, grouped by the papers to which they belong. */
export const dealList = (engagements, { node = -1, top = -1 } = {}) => {
  const entries = groupByPaper(engagements, top);
  const groups = entries.filter(({ children }) => children.length), others = entries.filter(({ children }) => !children.length);
  const list = (items) => longList(items, (entry) => dealEntry(entry, node), { class: "deals" });
  return [groups.length ? section(translate("byPaper"), list(groups)) : "",
    others.length ? section(groups.length ? translate("withoutPaper") : translate("engagements"), list(others)) : ""];
};
