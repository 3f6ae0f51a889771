// Sums of money with what they are: promised, signed, paid if a source says so, claimed, a price, or the value of what is agreed
// or built.

import { ENGAGEMENTS, TERMS, statusOn } from "../model/data.js";
import { state } from "../model/state.js";
import { el } from "../text/elements.js";
import { localName, termLabel, translate } from "../text/text.js";
import { isAnySourceKnown, knownSteps, sourceLine } from "./evidence.js";
import { dataText } from "./parts.js";

const PAID = new Set(["completed", "operational"]);
const BY_SET = {
  funding: { entered: "signed", announced: "promised", prospective: "discussed" },
  value: { realised: "value", entered: "signed", announced: "planned", prospective: "discussed" },
  price: { realised: "price", entered: "signed", announced: "planned", prospective: "discussed" },
};

const isPaid = (status) => PAID.has(localName(TERMS.status[status].id));
const setOf = (status) => TERMS.set[TERMS.status[status].set]?.id;

/**
 * Return the status that says what a sum is, and whether it is only inferred: for money given, the furthest that a source
 * states, because a loan of which a part was paid may have expired; otherwise the present status, if a source states it.
 */
function statusOfSum(kind, present, steps) {
  const stated = steps.filter((step) => !step[4]).map(([status]) => status);
  const isFlow = kind === "funding" || kind === "paid";
  const paid = isFlow ? stated.find(isPaid) ?? stated.find((status) => setOf(status) === "realised") : undefined;
  if (paid !== undefined) return [paid, false];
  if (!steps.length || stated.includes(present)) return [present, false];
  const earlier = stated.filter((status) => TERMS.status[status].rank < TERMS.status[present].rank)
    .sort((one, other) => TERMS.status[other].rank - TERMS.status[one].rank);
  return earlier.length ? [earlier[0], false] : [present, true];
}

/** Return what a sum is, in words: this depends on how far the engagement, or the step to which it belongs, has come. */
function sumMeaning(engagement, step, kind) {
  if (kind === "claim") return translate("money_claimed");
  const steps = knownSteps(engagement).filter(([, , , , , , name]) => !step || name === step);
  const present = step ? steps[0]?.[0] ?? -1 : statusOn(engagement, state.asOf);
  if (present < 0) return "";
  const [status, isInferred] = statusOfSum(kind, present, steps);
  // That it is paid was decided with all sources; on an earlier day, some source must have reported it as completed.
  const key = kind === "paid" && (state.asOf === null || isPaid(status)) ? "paid"
    : BY_SET[kind === "paid" ? "funding" : kind][setOf(status)];
  const meaning = key ? translate(`money_${key}`) : termLabel("status", status);
  return isInferred && key !== "value" ? translate("moneyInferred", meaning) : meaning;
}

/** Return the sums of an engagement as a whole, or of one of its steps, that were known on the chosen day. */
export const sumsOf = (engagement, step = "") => [...ENGAGEMENTS.money[engagement]]
  .filter(([place, kind, , , sources]) => place === step && kind !== "other" && isAnySourceKnown(sources));

/** Create the elements of the sums that sources give beside the believed one, such as in another currency, with who says so. */
export const otherSums = (engagement) => [...ENGAGEMENTS.money[engagement]]
  .filter(([, kind, , , sources]) => kind === "other" && isAnySourceKnown(sources))
  .map(([, , text, , sources]) => el("span", {}, dataText(text), ...sources.filter((source) => isAnySourceKnown([source]))
    .map((source) => el("span", { class: "sayer soft" }, sourceLine(source)))));

/** Return the digits of the numbers in a text, without the zeros at the end, which say nothing about how exact they are. */
const significant = (text) => (text.match(/[\d.,]+/g) || [])
  .map((number) => number.replace(/\D/g, "").replace(/0+$/, "")).join(" ");

/** Create the element of a sum, such as "USD 8.5 bn (claimed)". With `isExact`, all digits follow if the short form lost some. */
export function sumElement(engagement, /** @type {any[]} */ [step, kind, short, exact], isExact = false) {
  const meaning = sumMeaning(engagement, step, kind);
  return el("span", { class: "sum", title: exact }, dataText(short), meaning ? ` (${meaning})` : "",
    isExact && significant(short) !== significant(exact) ? el("span", { class: "soft exact" }, dataText(exact)) : "");
}
