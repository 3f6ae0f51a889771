// What is around the rows of the promise board: the choices, the totals, which are the key as well, and the axis of time.

import { DATA, PROMISE_STATES, monthOf, yearOf } from "../model/data.js";
import { countPromises, presentDay, ticksOf } from "../model/promises.js";
import { change, state } from "../model/state.js";
import { formatDay, formatShortDate } from "../text/dates.js";
import { button, byId, bySelector, el } from "../text/elements.js";
import { formatNumber, pluralise, translate } from "../text/text.js";
import { barSwatch } from "./board_rows.js";

const choices = el("div", { class: "board-choices" });
const totals = el("ul", { class: "board-key" });
export const axisTop = el("div", { class: "board-axis", "aria-hidden": "true" });
const lines = el("div", { class: "board-lines", "aria-hidden": "true" });
export const list = el("ol", { class: "board-rows", "aria-describedby": "board-hint" });
export const moreButton = el("button", { type: "button", class: "link more" });
const hint = el("p", { class: "visually-hidden", id: "board-hint" });
const content = el("div", { class: "board-content" }, axisTop, lines, list);
export const scroller = el("div", { class: "board-scroll" }, content, moreButton);
byId("board").append(el("div", { class: "board-top" }, choices, totals), hint, scroller);

/** Create a group of buttons that choose a value of a field of the state. */
function choiceOf(field, values, title, prefix) {
  return el("div", { role: "group", "aria-label": translate(title) }, el("span", { class: "soft" }, translate(title)),
    ...values.map((value) => button({ "data-choice": `${field} ${value}` }, () => change({ [field]: value }),
      translate(prefix + value))));
}

/** Draw the choices of rows and of their order. */
export function drawChoices() {
  choices.replaceChildren(choiceOf("boardRows", ["party", "paper"], "boardRows", "rows_"),
    choiceOf("boardSort", ["silence", "size", "name"], "boardSort", "sort_"));
  hint.textContent = translate("boardHint");
  list.setAttribute("aria-label", translate("boardLabel"));
}

/** Mark what is chosen. */
export function markChoices() {
  for (const control of choices.querySelectorAll("button")) {
    const [field, value] = control.dataset.choice.split(" ");
    control.setAttribute("aria-pressed", String(state[field] === value));
  }
}

/** Write what all rows add up to, which is the key to the bars at the same time. Each engagement counts once. */
export function drawTotals(listed) {
  const { promises, states, occasions, others } = countPromises(listed, state.asOf);
  const item = (swatch, text, title) => el("li", { title }, swatch, text);
  totals.replaceChildren(el("li", {}, el("strong", {}, pluralise(promises, "promise"))),
    ...PROMISE_STATES.filter((name) => states[name]).map((name) => item(barSwatch(name),
      translate(`story_promise_${name}`, formatNumber(states[name])), translate(`promiseMeaning_${name}`))),
    ...(occasions ? [item(barSwatch("occasion"), pluralise(occasions, "occasion"), translate("occasionMeaning"))] : []),
    ...(others ? [item("", pluralise(others, "otherEngagement"), translate("otherMeaning"))] : []));
}

function at(share, element) {
  element.style.left = `${(100 * share).toFixed(3)}%`;
  return element;
}

/** Draw the years, the lines under them and the present day. Return how wide the bars are from one end to the other. */
export function drawAxis(axis, width, hasUndated) {
  const shareOf = (day) => (day - axis.from) / (axis.to - axis.from);
  const ticks = ticksOf(axis, width);
  const present = presentDay(state.asOf), share = shareOf(present);
  const isInside = share >= 0 && share <= 1;
  const now = isInside ? [at(share, el("span", { class: share > 0.85 ? "today late" : "today" },
    (state.asOf ?? DATA.as_of) === null ? translate("now") : formatDay(present)))] : [];
  const labels = ticks.map(([day, isYear]) => at(shareOf(day), el("span",
    { class: `tick${isYear ? " year" : ""}${(1 - shareOf(day)) * width < 22 ? " late" : ""}` },
    isYear ? String(yearOf(day)) : formatShortDate(monthOf(day)))));
  axisTop.replaceChildren(el("span"), el("div", { class: "track-of" },
    el("span", { class: "undated" }, hasUndated ? translate("undated") : ""), el("div", {}, ...labels, ...now)));
  lines.replaceChildren(el("span"), el("div", { class: "track-of" }, el("span", { class: "undated" }),
    el("div", {}, ...ticks.map(([day]) => at(shareOf(day), el("i"))),
      ...(isInside ? [at(share, el("i", { class: "today" }))] : []))));
  return axisWidth();
}

/** Return how wide the bars are now, from one end to the other. */
export const axisWidth = () => bySelector(".track-of > div", lines).clientWidth;
