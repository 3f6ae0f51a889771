// The sliders under the map: one for the day as of which the map is shown, and two for the months of the steps.

import { ENGAGEMENTS, daysOfMonth, formatIsoDay, monthOf, parseDay } from "../model/data.js";
import { sum } from "../model/filter.js";
import { change, onChange, state } from "../model/state.js";
import { formatDate, formatDay, formatShortDate } from "../text/dates.js";
import { button, byId, el, svg } from "../text/elements.js";
import { translate } from "../text/text.js";

const timeElement = byId("time");

/** The days on which a belief changes, with the number of engagements that are known from that day on. */
export const CHANGE_DAYS = (() => {
  const changes = new Map();
  let count = 0;
  for (const statuses of ENGAGEMENTS.status) {
    statuses.forEach((day, position) => {
      if (position % 3 === 1 && day !== null) changes.set(day, (changes.get(day) || 0) + (position === 1 ? 1 : 0));
      else if (position === 1) count += 1;
    });
  }
  return [...changes.keys()].sort((a, b) => a - b).map((day) => ({ day, count: count += changes.get(day) }));
})();

const MONTH = (day) => { const [year, month] = monthOf(day).split("-"); return Number(year) * 12 + Number(month) - 1; };
const monthText = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The months from the first step to the last, counted from the year 0, and the steps in each of them. */
const MONTHS = (() => {
  const steps = ENGAGEMENTS.steps.flatMap((list) => list.map(([, , earliest, latest]) => earliest ?? latest))
    .filter((day) => day !== null);
  if (!steps.length) return { first: 0, last: 0, counts: [] };
  const [first, last] = steps.map(MONTH).reduce(([least, most], month) => [Math.min(least, month), Math.max(most, month)],
    [Infinity, -Infinity]);
  const counts = new Array(last - first + 1).fill(0);
  for (const day of steps) counts[MONTH(day) - first] += 1;
  return { first, last, counts };
})();

/** Create the bar chart behind a slider, which shows how much there is at each position. */
function barChart(heights) {
  const highest = Math.max(1, ...heights);
  const width = 100 / heights.length;
  return svg("svg", { class: "bars", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...heights.map((height, index) => {
      const barHeight = height ? Math.max(1, 20 * height / highest) : 0;
      return svg("rect", { x: (index * width).toFixed(3), width: (width * 0.86).toFixed(3),
        y: (20 - barHeight).toFixed(2), height: barHeight.toFixed(2) });
    }));
}

/** Add heights of neighbours until there are about 120 bars at most. */
function thin(heights, combine) {
  const stretch = Math.max(1, Math.ceil(heights.length / 120));
  return Array.from({ length: Math.ceil(heights.length / stretch) },
    (_, bar) => combine(heights.slice(bar * stretch, (bar + 1) * stretch)));
}

function slider(id, min, max, value, label, onInput) {
  const input = el("input", { type: "range", id, min, max, step: 1, "aria-label": label });
  input.value = value;
  let frame = 0, isDragged = false; // a drag, or a key that is held down, is one step of Back
  const apply = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    onInput(Number(input.value), { replace: isDragged });
    isDragged = true;
  };
  input.addEventListener("input", () => {
    onInput(Number(input.value));
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(apply);
  });
  input.addEventListener("keydown", ({ repeat }) => { isDragged = repeat; });
  input.addEventListener("change", () => {
    if (frame) apply();
    isDragged = false;
  });
  return input;
}

const sliderPositionOf = (day) => {
  if (day === null) return CHANGE_DAYS.length;
  const nextChange = CHANGE_DAYS.findIndex(({ day: changeDay }) => changeDay > day);
  return Math.max(0, nextChange < 0 ? CHANGE_DAYS.length - 1 : nextChange - 1);
};
const sliderDay = (position) => (position >= CHANGE_DAYS.length ? null : CHANGE_DAYS[position].day);

// ---- Play: the picture grows from the first day to now --------------------------------------------------------------

const PLAY_SECONDS = 12;
let player = 0;
let playedDay = null; // the day that the player chose last
function stopPlaying() {
  clearInterval(player);
  player = 0;
  showPlaying();
}
function showPlaying() {
  const control = document.getElementById("play");
  if (!control) return;
  control.textContent = player ? "❚❚" : "▶";
  control.setAttribute("aria-label", translate(player ? "pause" : "play"));
}
function togglePlay() {
  if (player) return stopPlaying();
  const [first, last] = [CHANGE_DAYS[0].day, CHANGE_DAYS[CHANGE_DAYS.length - 1].day];
  let day = state.asOf ?? first, replace = false; // all of it is one step of Back
  player = setInterval(() => {
    day += Math.max(1, Math.round((last - first) / (PLAY_SECONDS * 4)));
    if (day >= last) stopPlaying();
    playedDay = day >= last ? null : day;
    change({ asOf: playedDay }, { replace });
    replace = true;
  }, 250);
  showPlaying();
}

/** Return the day that a reader has typed: a month or a year means its last day. Null is no date. */
export const parseTyped = (text) => parseDay(/^\d{4}$/.test(text) ? `${text}-12-31` : text) ?? daysOfMonth(text)?.[1] ?? null;

/** Create the field in which the day can be typed. An error is one line below it. */
function dayField() {
  const error = el("p", { id: "as-of-error", role: "alert" });
  const field = el("input", { id: "as-of-day", inputmode: "numeric", size: 10, placeholder: translate("now"), title: "YYYY-MM-DD",
    autocomplete: "off", "aria-label": translate("asOfTyped"), "aria-describedby": "as-of-error" });
  field.addEventListener("change", () => {
    const text = field.value.trim(), day = text ? parseTyped(text) : null, isWrong = Boolean(text) && day === null;
    error.textContent = isWrong ? translate("noDate", text) : "";
    field.setAttribute("aria-invalid", String(isWrong));
    if (!isWrong) change({ asOf: day });
  });
  return el("span", { class: "day" }, field, error);
}

function buildSliders() {
  const parts = [];
  if (CHANGE_DAYS.length > 1) {
    const heights = thin(CHANGE_DAYS.map(({ count }) => count), (counts) => counts.at(-1));
    parts.push(el("div", { class: "span" }, button({ id: "play", class: "play" }, togglePlay),
      el("span", { class: "what" }, translate("asOf")),
      el("div", { class: "track" }, barChart(heights),
        slider("as-of", 0, CHANGE_DAYS.length, sliderPositionOf(state.asOf), translate("asOfLong"), (position, options) => {
          if (player) stopPlaying();
          showAsOf(sliderDay(position));
          if (options) change({ asOf: sliderDay(position) }, options);
        })), el("output", { id: "as-of-text", for: "as-of", class: "visually-hidden" }), dayField()));
  }
  if (MONTHS.last > MONTHS.first) {
    const monthSlider = (side) => slider(`month-${side}`, MONTHS.first, MONTHS.last, side ? MONTHS.last : MONTHS.first,
      translate(side ? "toMonth" : "fromMonth"), (value, options) => {
        const months = [0, 1].map((index) => Number(byId(`month-${index}`).value));
        if (months[0] > months[1]) byId(`month-${1 - side}`).value = months[1 - side] = value;
        showMonths(months);
        if (!options) return;
        const whole = months[0] === MONTHS.first && months[1] === MONTHS.last;
        const [first, last] = months.map((month) => /** @type {number[]} */ (daysOfMonth(monthText(month))));
        change({ period: whole ? null : [first[0], last[1]] }, options);
      });
    parts.push(el("div", { class: "span", title: translate("monthsLong") }, el("span", { class: "what" }, translate("months_of")),
      el("div", { class: "track two" }, barChart(thin(MONTHS.counts, sum)), monthSlider(0), monthSlider(1)),
      el("output", { id: "months-text" })));
  }
  timeElement.replaceChildren(...parts);
  timeElement.hidden = !parts.length;
  showPlaying();
  refreshSliders();
}

const trackOf = (id) => /** @type {HTMLElement} */ (byId(id).parentElement);

/** Dim the bars outside the chosen range, which is given as shares of the slider from 0 to 1. */
function dimBars(id, from, to) {
  const bars = [...trackOf(id).querySelectorAll("rect")];
  bars.forEach((bar, index) => {
    const share = bars.length > 1 ? index / (bars.length - 1) : 0;
    bar.classList.toggle("out", share < from - 0.005 || share > to + 0.005);
  });
}

function showAsOf(day) {
  dimBars("as-of", 0, sliderPositionOf(day) / CHANGE_DAYS.length);
  const text = day === null ? translate("now") : formatDay(day);
  byId("as-of-text").textContent = text;
  byId("as-of").setAttribute("aria-valuetext", text);
  byId("as-of-day").value = day === null ? "" : formatIsoDay(day);
  byId("as-of-error").textContent = "";
}

/** @param {number[]} months */
function showMonths([from, to]) {
  const length = MONTHS.last - MONTHS.first;
  const text = [...new Set([from, to])].map((month) => formatShortDate(monthText(month))).join(" – ");
  byId("months-text").textContent = text;
  [from, to].forEach((month, side) =>
    byId(`month-${side}`).setAttribute("aria-valuetext", formatDate(monthText(month))));
  dimBars("month-0", (from - MONTHS.first) / length, (to - MONTHS.first) / length);
  trackOf("month-0").classList.toggle("right", from > MONTHS.first + length / 2);
}

function refreshSliders() {
  const asOf = document.getElementById("as-of");
  if (asOf) {
    asOf.value = sliderPositionOf(state.asOf);
    showAsOf(state.asOf);
  }
  if (!document.getElementById("month-0")) return;
  const months = state.period ? state.period.map((day) => Math.min(MONTHS.last, Math.max(MONTHS.first, MONTH(day))))
    : [MONTHS.first, MONTHS.last];
  months.forEach((month, side) => { byId(`month-${side}`).value = month; });
  showMonths(months);
}

onChange((changed) => {
  if (player && changed.has("asOf") && state.asOf !== playedDay) stopPlaying(); // the reader takes over
  if (changed.has("language")) buildSliders();
  else if (changed.has("asOf") || changed.has("period")) refreshSliders();
});
