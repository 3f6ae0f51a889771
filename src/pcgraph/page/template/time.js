"use strict";
// Two sliders under the map: the day of knowledge, and the years of the steps.

const timeBox = document.getElementById("time");

/** The days on which knowledge changes, and the number of ties believed from each of them on. */
const KNOWN_DAYS = (() => {
  const changes = new Map();
  const add = (day, by) => changes.set(day, (changes.get(day) || 0) + by);
  let ties = 0;
  for (const flat of T.known) {
    flat.forEach((day, place) => {
      if (day === null) ties += 1;
      else add(day, place % 2 ? -1 : 1);
    });
  }
  for (const flat of E.status) for (let place = 0; place < flat.length; place += 3) if (flat[place + 1] !== null) add(flat[place + 1], 0);
  const days = [...changes.keys()].sort((a, b) => a - b);
  return days.map((day) => {
    ties += changes.get(day);
    return { day, ties };
  });
})();

const STEPS_BY_YEAR = YEARS && (() => {
  const years = new Array(YEARS[1] - YEARS[0] + 1).fill(0);
  for (const steps of E.steps) {
    for (const [, , earliest, latest] of steps) if ((earliest ?? latest) !== null) years[yearOf(earliest ?? latest) - YEARS[0]] += 1;
  }
  return years;
})();

/** Bars behind a slider that show how much there is at each position. */
function bars(heights) {
  const most = Math.max(1, ...heights);
  const wide = 100 / heights.length;
  return svg("svg", { class: "bars", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...heights.map((height, at) => {
      const tall = height ? Math.max(1, 20 * height / most) : 0;
      return svg("rect", { x: (at * wide).toFixed(3), width: (wide * 0.86).toFixed(3), y: (20 - tall).toFixed(2), height: tall.toFixed(2) });
    }));
}

function slider(id, min, max, value, label, act) {
  const made = el("input", { type: "range", id, min, max, step: 1, "aria-label": label });
  made.value = value;
  let waiting = 0;
  made.addEventListener("input", () => {
    act(Number(made.value), false);
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => act(Number(made.value), true));
  });
  return made;
}

const asOfPlaceOf = (wanted) => {
  if (wanted === null) return KNOWN_DAYS.length;
  const later = KNOWN_DAYS.findIndex(({ day }) => day > wanted);
  return Math.max(0, later < 0 ? KNOWN_DAYS.length - 1 : later - 1);
};
const dayAt = (place) => (place >= KNOWN_DAYS.length ? null : KNOWN_DAYS[place].day);

function buildTime() {
  const parts = [];
  if (KNOWN_DAYS.length > 1) {
    // At most about 120 bars: with more days, the last day of each stretch.
    const stretch = Math.max(1, Math.ceil(KNOWN_DAYS.length / 120));
    const heights = KNOWN_DAYS.filter((_, at) => (KNOWN_DAYS.length - 1 - at) % stretch === 0).map(({ ties }) => ties);
    parts.push(el("div", { class: "span" }, el("span", { class: "what" }, say("asOf")), el("div", { class: "track" }, bars(heights),
      slider("as-of", 0, KNOWN_DAYS.length, asOfPlaceOf(state.asOf), say("asOfLong"), (place, done) => {
        sayAsOf(dayAt(place));
        if (done) change({ asOf: dayAt(place) });
      })), el("output", { id: "as-of-text", for: "as-of" })));
  }
  if (YEARS && YEARS[1] > YEARS[0]) {
    const end = (side) => slider(`year-${side}`, YEARS[0], YEARS[1], YEARS[side], say(side ? "toYear" : "fromYear"), (value, done) => {
      const years = [0, 1].map((at) => Number(document.getElementById(`year-${at}`).value));
      if (years[0] > years[1]) {
        years[1 - side] = value;
        document.getElementById(`year-${1 - side}`).value = value;
      }
      sayYears(years);
      if (done) change({ years: years[0] === YEARS[0] && years[1] === YEARS[1] ? null : years });
    });
    parts.push(el("div", { class: "span", title: say("yearsLong") }, el("span", { class: "what" }, say("years")),
      el("div", { class: "track two" }, bars(STEPS_BY_YEAR), end(0), end(1)), el("output", { id: "years-text", dir: "ltr" })));
  }
  timeBox.replaceChildren(...parts);
  timeBox.hidden = !parts.length;
  refreshTime();
}

/** Dim the bars outside the chosen range. */
function paleBars(id, inside) {
  const all = [...document.getElementById(id).parentElement.querySelectorAll("rect")];
  all.forEach((bar, at) => bar.classList.toggle("out", !inside(at, all.length)));
}

function sayAsOf(day) {
  const place = asOfPlaceOf(day);
  paleBars("as-of", (at, count) => place >= KNOWN_DAYS.length || at <= (place * (count - 1)) / (KNOWN_DAYS.length - 1));
  const text = day === null ? say("now") : dayText(day);
  document.getElementById("as-of-text").textContent = text;
  document.getElementById("as-of").setAttribute("aria-valuetext", text);
}

function sayYears([from, to]) {
  document.getElementById("years-text").textContent = from === to ? String(from) : `${from}–${to}`;
  paleBars("year-0", (at) => at + YEARS[0] >= from && at + YEARS[0] <= to);
  document.getElementById("year-0").parentElement.classList.toggle("right", from > (YEARS[0] + YEARS[1]) / 2);
}

function refreshTime() {
  const asOf = document.getElementById("as-of");
  if (asOf) {
    asOf.value = asOfPlaceOf(state.asOf);
    sayAsOf(state.asOf);
  }
  if (!document.getElementById("year-0")) return;
  const years = (state.years || YEARS).map((year) => Math.min(YEARS[1], Math.max(YEARS[0], year)));
  years.forEach((year, side) => { document.getElementById(`year-${side}`).value = year; });
  sayYears(years);
}

onChange((changed) => {
  if (changed.has("language")) buildTime();
  else if (changed.has("asOf") || changed.has("years")) refreshTime();
});
