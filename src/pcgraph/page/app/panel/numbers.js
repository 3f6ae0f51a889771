// The panel of numbers: how many of the engagements that match have each year, province or other value.

import { daysOfYear } from "../model/counts.js";
import { known } from "../model/filter.js";
import { NODES, statusOn } from "../model/data.js";
import { COUNTED, countBy, rolesOf } from "../model/numbers.js";
import { change, state } from "../model/state.js";
import { bdi, button, el, nameElement } from "../text/elements.js";
import { capitalise, formatNumber, pluralise, termLabel, translate } from "../text/text.js";
import { sourceDetails } from "./evidence.js";
import { engagementLink, isFromKeyboard, measureName, soft } from "./parts.js";

/** Return the change that leaves only what has a value. */
function narrowTo(by, value) {
  const { term } = COUNTED[by], beside = state.neighbourhood?.node;
  if (by === "party" && beside !== undefined) return { neighbourhood: null, only: new Set([beside, value]) };
  if (by === "near" || by === "party") return { neighbourhood: { node: value, hops: 1 }, only: null };
  return term ? { chosen: { ...state.chosen, [term]: new Set([value]) } } : { period: daysOfYear(value) };
}

const rolesIn = (node) => el("p", {}, soft(rolesOf(node).map((role) => termLabel("role", role)).join(translate("comma"))));

const COMMONEST = 4; // statuses that are told of each side of a comparison
const SOME = 3; // engagements that are named beside their number

/** Return the names of some engagements, as links. */
const suchAs = (engagements) => engagements.slice(0, SOME).map((each, i) => el("div", { class: "soft" }, engagementLink(each),
  i === SOME - 1 && engagements.length > SOME ? " …" : ""));

/** Return how many of some engagements have each of their commonest statuses. */
function statusesOf(engagements) {
  const numbers = new Map();
  for (const each of engagements) {
    const status = statusOn(each, state.asOf);
    if (status >= 0) numbers.set(status, (numbers.get(status) ?? 0) + 1);
  }
  const commonest = [...numbers].sort(([a, n], [b, m]) => m - n || a - b).slice(0, COMMONEST);
  const parts = commonest.map(([status, number]) => `${termLabel("status", status)} ${formatNumber(number)}`);
  return el("div", { class: "soft" }, parts.join(translate("comma")));
}

/** Fill the panel with the numbers of a group. */
export function showNumbers(by) {
  const { term } = COUNTED[by], { rows, total, counted } = countBy(by);
  const partners = by === "near" && total === known && state.asOf === null ? NODES.measure.degree : undefined;
  const isParty = by === "near" || by === "party";
  const name = (value) => (isParty ? nameElement(value) : bdi(term ? capitalise(termLabel(term, value)) : String(value)));
  const link = (value) => by === "source" ? sourceDetails(value) : button({ class: "link" },
    (event) => change({ by: "", ...narrowTo(by, value) }, { refit: true, focus: isFromKeyboard(event) }), name(value));
  const heading = (text) => el("th", { scope: "col", class: "number wraps" }, text);
  return [translate("numbers"), translate(`by_${by}`), el("p", {}, soft(translate("numbersOf", pluralise(total, "engagement"),
    formatNumber(counted)), " ", translate("numbersSeveral"))),
    !rows.length ? el("p", { class: "soft" }, translate("answerEmpty"))
      : el("div", { class: "answer", tabindex: "0", role: "region", "aria-labelledby": "panel-title" },
        el("table", {},
          el("thead", {}, el("tr", {}, el("th", {}), heading(translate("column_engagements")),
            partners ? heading(capitalise(measureName("degree"))) : "")),
          el("tbody", {}, ...rows.map(({ value, engagements }) => el("tr", {}, el("td", {}, link(value),
            by === "party" ? rolesIn(value) : by === "near" ? statusesOf(engagements) : "",
            ...by === "source" || by === "near" ? [] : suchAs(engagements)),
            el("td", { class: "number" }, formatNumber(engagements.length)),
            partners ? el("td", { class: "number" }, formatNumber(partners[value] ?? 0)) : "")))))];
}
