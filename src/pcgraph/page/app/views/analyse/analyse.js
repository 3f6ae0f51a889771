// The view "Analyse": all charts, each with the one thing to see, what it shows, what not to conclude, and its files. They show
// what matches the filters on the chosen day, and are drawn when the view is open.

import { SIZE } from "../../model/data.js";
import { isTrusted } from "../../model/filter.js";
import { isPerson, isUnnamed, shownParties } from "../../model/parties.js";
import { onChange, reset, state } from "../../model/state.js";
import { saveChart } from "../../save/csv.js";
import { savePng, saveSvg } from "../../save/formats.js";
import { button, byId, el, nameElement } from "../../text/elements.js";
import { formatNumber, translate } from "../../text/text.js";
import { chartPicture, createChart, listen } from "./chart.js";
import { CHARTS, numbersOf, openCell } from "./charts.js";

const view = byId("stage-analyse");
const SMALLEST = 300; // pixels of a chart
const OFFERED = 3; // organisations, where a chart is empty
let drawnWidth = 0; // 0: the charts are not those of what is shown
const LARGEST = 1080;

function widthNow() {
  const { paddingLeft, paddingRight } = getComputedStyle(view);
  return Math.max(SMALLEST, Math.min(LARGEST, Math.floor(view.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight))));
}

/** Offer the organisations that have most of what an empty chart would show. */
function offer(chart) {
  const { cells } = chart.numbers([...Array(SIZE.engagements).keys()].filter(isTrusted));
  const sizes = new Map();
  for (const engagement of new Set(cells.flatMap(({ engagements }) => engagements))) {
    for (const node of shownParties(engagement)) {
      if (!isPerson[node] && !isUnnamed[node]) sizes.set(node, (sizes.get(node) ?? 0) + 1);
    }
  }
  const most = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, OFFERED);
  return el("p", { class: "none" }, translate(most.length ? "chartMost" : "chartNothing"), ...most.flatMap(([node, size]) => [" ",
    button({ class: "link" }, () => reset({ asOf: state.asOf, voices: state.voices, neighbourhood: { node, hops: 1 } }),
      nameElement(node)), ` (${formatNumber(size)})`]));
}

function createSection(chart, width) {
  const numbers = numbersOf(chart), name = translate(`chart_${chart.id}`), isEmpty = !numbers.cells.length;
  const controls = chart.controls?.(numbers) ?? [];
  const files = { SVG: () => saveSvg(chartPicture(chart, width)), PNG: () => savePng(chartPicture(chart, width)),
    CSV: () => saveChart(chart.id, chart.columns(), chart.rows(numbers)) };
  return el("section", { class: "chart", "aria-labelledby": `chart-${chart.id}` },
    el("p", { class: "kicker" }, name), el("h2", { id: `chart-${chart.id}` }, chart.headline(numbers)),
    el("p", { class: "soft" }, translate(`chart_${chart.id}_what`)),
    controls.length ? el("div", { class: "board-choices" }, ...controls) : "",
    isEmpty ? offer(chart) : createChart(chart, width),
    el("p", { class: "not" }, translate(`chart_${chart.id}_not`)),
    isEmpty ? "" : el("p", { class: "files" }, ...Object.entries(files).map(([format, save]) =>
      button({ class: "link", "aria-label": translate("chartSave", name, format) }, save, format))));
}

/** Mark the cell that is open. */
function markCell() {
  const key = openCell() && state.cell;
  for (const mark of view.querySelectorAll(".mark")) mark.classList.toggle("chosen", mark.dataset.cell === key);
}

/** Draw all charts anew. The reader stays at the same place and keeps the focus, if it still exists. */
function drawCharts() {
  const focused = view.contains(document.activeElement) ? /** @type {Element} */ (document.activeElement) : null;
  const choice = focused && /** @type {HTMLElement} */ (focused).dataset.choice, top = view.scrollTop;
  drawnWidth = state.view === "analyse" ? widthNow() : 0;
  if (!drawnWidth) return;
  view.replaceChildren(...CHARTS.map((chart) => createSection(chart, drawnWidth)));
  markCell();
  view.scrollTop = top;
  const again = focused?.id ? document.getElementById(focused.id)
    : choice ? [...view.querySelectorAll("[data-choice]")].find((each) => each.dataset.choice === choice) : null;
  again?.focus({ preventScroll: true });
}

listen(view);
onChange((changed) => {
  if (["shown", "charts", "language"].some((name) => changed.has(name)) || (changed.has("view") && !drawnWidth)) drawCharts();
  else if (changed.has("cell") || changed.has("view")) markCell();
});
// The panel opens and closes beside the charts.
new ResizeObserver(() => {
  if (drawnWidth && view.clientWidth && !matchMedia("print").matches && Math.abs(widthNow() - drawnWidth) > 4) drawCharts();
}).observe(view);
