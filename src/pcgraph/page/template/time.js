"use strict";
// The sliders under the map: one for the day as of which the map is shown, and two for the years of the steps.

const timeElement = document.getElementById("time");

/** The days on which a belief changes, with the number of ties that are believed from that day on. */
const CHANGE_DAYS = (() => {
  const changes = new Map();
  const add = (day, difference) => changes.set(day, (changes.get(day) || 0) + difference);
  let ties = 0;
  for (const intervals of TIES.known) {
    intervals.forEach((day, position) => {
      if (day === null) ties += 1;
      else add(day, position % 2 ? -1 : 1);
    });
  }
  for (const intervals of ENGAGEMENTS.status) for (let position = 0; position < intervals.length; position += 3)
    if (intervals[position + 1] !== null) add(intervals[position + 1], 0);
  const days = [...changes.keys()].sort((a, b) => a - b);
  return days.map((day) => {
    ties += changes.get(day);
    return { day, ties };
  });
})();

const STEPS_BY_YEAR = YEAR_RANGE && (() => {
  const years = new Array(YEAR_RANGE[1] - YEAR_RANGE[0] + 1).fill(0);
  for (const steps of ENGAGEMENTS.steps) {
    for (const [, , earliest, latest] of steps) if ((earliest ?? latest) !== null) years[yearOf(earliest ?? latest) - YEAR_RANGE[0]] += 1;
  }
  return years;
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

function slider(id, min, max, value, label, onInput) {
  const input = el("input", { type: "range", id, min, max, step: 1, "aria-label": label });
  input.value = value;
  let frame = 0;
  input.addEventListener("input", () => {
    onInput(Number(input.value), false);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => onInput(Number(input.value), true));
  });
  return input;
}

const sliderPositionOf = (day) => {
  if (day === null) return CHANGE_DAYS.length;
  const nextChange = CHANGE_DAYS.findIndex(({ day: changeDay }) => changeDay > day);
  return Math.max(0, nextChange < 0 ? CHANGE_DAYS.length - 1 : nextChange - 1);
};
const sliderDay = (position) => (position >= CHANGE_DAYS.length ? null : CHANGE_DAYS[position].day);

function buildSliders() {
  const parts = [];
  if (CHANGE_DAYS.length > 1) {
    // Draw about 120 bars at most. With more days, each bar stands for the last day of a stretch of days.
    const stretch = Math.max(1, Math.ceil(CHANGE_DAYS.length / 120));
    const heights = CHANGE_DAYS.filter((_, index) => (CHANGE_DAYS.length - 1 - index) % stretch === 0).map(({ ties }) => ties);
    parts.push(el("div", { class: "span" }, el("span", { class: "what" }, translate("asOf")),
      el("div", { class: "track" }, barChart(heights),
      slider("as-of", 0, CHANGE_DAYS.length, sliderPositionOf(state.asOf), translate("asOfLong"), (position, done) => {
        showAsOf(sliderDay(position));
        if (done) change({ asOf: sliderDay(position) });
      })), el("output", { id: "as-of-text", for: "as-of" })));
  }
  if (YEAR_RANGE && YEAR_RANGE[1] > YEAR_RANGE[0]) {
    const yearSlider = (side) =>
      slider(`year-${side}`, YEAR_RANGE[0], YEAR_RANGE[1], YEAR_RANGE[side], translate(side ? "toYear" : "fromYear"), (value, done) => {
      const years = [0, 1].map((index) => Number(document.getElementById(`year-${index}`).value));
      if (years[0] > years[1]) {
        years[1 - side] = value;
        document.getElementById(`year-${1 - side}`).value = value;
      }
      showYears(years);
      if (done) change({ years: years[0] === YEAR_RANGE[0] && years[1] === YEAR_RANGE[1] ? null : years });
    });
    parts.push(el("div", { class: "span", title: translate("yearsLong") }, el("span", { class: "what" }, translate("years")),
      el("div", { class: "track two" }, barChart(STEPS_BY_YEAR), yearSlider(0), yearSlider(1)),
      el("output", { id: "years-text", dir: "ltr" })));
  }
  timeElement.replaceChildren(...parts);
  timeElement.hidden = !parts.length;
  refreshSliders();
}

/** Dim the bars outside the chosen range. `isInside` gets the index of a bar and the number of bars. */
function dimBars(id, isInside) {
  const bars = [...document.getElementById(id).parentElement.querySelectorAll("rect")];
  bars.forEach((bar, index) => bar.classList.toggle("out", !isInside(index, bars.length)));
}

function showAsOf(day) {
  const position = sliderPositionOf(day);
  dimBars("as-of", (index, count) => position >= CHANGE_DAYS.length || index <= (position * (count - 1)) / (CHANGE_DAYS.length - 1));
  const text = day === null ? translate("now") : formatDay(day);
  document.getElementById("as-of-text").textContent = text;
  document.getElementById("as-of").setAttribute("aria-valuetext", text);
}

function showYears([from, to]) {
  document.getElementById("years-text").textContent = from === to ? String(from) : `${from}–${to}`;
  dimBars("year-0", (index) => index + YEAR_RANGE[0] >= from && index + YEAR_RANGE[0] <= to);
  document.getElementById("year-0").parentElement.classList.toggle("right", from > (YEAR_RANGE[0] + YEAR_RANGE[1]) / 2);
}

function refreshSliders() {
  const asOf = document.getElementById("as-of");
  if (asOf) {
    asOf.value = sliderPositionOf(state.asOf);
    showAsOf(state.asOf);
  }
  if (!document.getElementById("year-0")) return;
  const years = (state.years || YEAR_RANGE).map((year) => Math.min(YEAR_RANGE[1], Math.max(YEAR_RANGE[0], year)));
  years.forEach((year, side) => { document.getElementById(`year-${side}`).value = year; });
  showYears(years);
}

onChange((changed) => {
  if (changed.has("language")) buildSliders();
  else if (changed.has("asOf") || changed.has("years")) refreshSliders();
});
