// How a chart is drawn, on the screen and in a file. A chart draws with a pen, which knows the renderers' shapes and the names of
// colours. Its marks stand for the engagements behind them: on the screen, one Tab leads to them, the arrow keys from one to the
// next, and Enter opens them in the panel.

import { colours } from "../../map/colours.js";
import { createSvgRenderer } from "../../map/renderers.js";
import { change } from "../../model/state.js";
import { svg } from "../../text/elements.js";
import { translate } from "../../text/text.js";
import { numbersOf } from "./charts.js";

const PAINTS = ["fill", "colour", "halo"];

/** Return a renderer that takes names of colours. `mark(cell, [x, y, width, height], draw)` draws a mark by its own pen. */
function createPen(renderer, paint, mark, left = 0) {
  const dyed = (style) => {
    const named = PAINTS.filter((name) => style[name]).map((name) => [name, paint(style[name])]);
    return { ...style, ...Object.fromEntries(named) };
  };
  return {
    rect: (x, y, width, height, corner, style) => renderer.rect(left + x, y, Math.max(0, width), Math.max(0, height), corner,
      dyed(style)),
    shape: (d, x, y, r, style) => renderer.shape(d, left + x, y, r, dyed(style)),
    curve: (points, style) => renderer.curve(points.map((each, at) => (at % 2 ? each : left + each)), dyed(style)),
    text: (text, x, y, style) => renderer.text(String(text), left + x, y, dyed({ size: 12, colour: "ink", ...style })),
    mark,
  };
}

// ---- On the screen --------------------------------------------------------------------------------------------------

const nameOf = (chart, { key }) => `${chart.id} ${key}`;
const onScreen = (name) => `var(--${name})`; // follows the theme by itself

/** Create the picture of a chart. Texts lie outside the marks, which say in words what they show. */
export function createChart(chart, width) {
  const numbers = numbersOf(chart), { height, draw } = chart.layout(numbers, width);
  const root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", direction: "ltr",
    "aria-label": translate("chartLabel", translate(`chart_${chart.id}`)) });
  const penOn = (layer, mark) => createPen(createSvgRenderer(layer, colours.font), onScreen, mark);
  /** @type {SVGElement | null} */
  let layer = null; // of what lies between two marks
  const between = new Proxy({}, { get: (_, name) => (...values) => {
    layer ??= root.appendChild(svg("g", { "aria-hidden": "true" }));
    return penOn(layer)[name](...values);
  } });
  draw({ ...createPen(between, (name) => name, null),
    mark(cell, [x, y, wide, high], drawMark) {
      const label = chart.describe(cell, numbers), name = nameOf(chart, cell);
      layer = null;
      const mark = svg("g", { class: "mark", id: name.replaceAll(" ", "-"), role: "button", tabindex: "-1", "aria-label": label,
        "data-cell": name }, svg("title", {}, label), svg("rect", { x, y, width: wide, height: high, class: "hit" }));
      root.append(mark);
      drawMark(penOn(mark, null));
    } });
  root.querySelector(".mark")?.setAttribute("tabindex", "0");
  return root;
}

const EDGE = 24; // pixels of a file beside the chart

/** Return the picture of a chart for a file. */
export const chartPicture = (chart, width) => ({
  id: chart.id, heading: chart.headline(numbersOf(chart)), has: () => false, legend: () => [],
  size: () => [width + 2 * EDGE, chart.layout(numbersOf(chart), width).height],
  notes: () => [translate(`chart_${chart.id}_what`), translate(`chart_${chart.id}_not`)],
  draw(renderer) {
    const pen = createPen(renderer, (name) => colours[name], (cell, area, drawMark) => drawMark(pen), EDGE);
    chart.layout(numbersOf(chart), width).draw(pen);
  },
});

// ---- Keyboard and pointer -------------------------------------------------------------------------------------------

/** Make a mark the tab stop of its chart, and return it. */
function setStop(mark) {
  for (const each of mark.ownerSVGElement.querySelectorAll('[tabindex="0"]')) each.setAttribute("tabindex", "-1");
  mark.setAttribute("tabindex", "0");
  return mark;
}

const middle = (mark) => { const { left, right, top, bottom } = mark.getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2]; };

/** Return the mark above or below another one that is nearest to it, or undefined. */
function nearest(marks, from, down) {
  const [x, y] = middle(from);
  const costs = marks.map((mark) => { const [left, top] = middle(mark);
    return [(top - y) * down > 1 ? Math.abs(top - y) + 2.2 * Math.abs(left - x) : Infinity, mark]; });
  const best = costs.reduce((least, each) => (each[0] < least[0] ? each : least));
  return best[0] < Infinity ? best[1] : undefined;
}

/** Let the marks inside an element be reached and opened. */
export function listen(element) {
  const open = (mark, focus) => { setStop(mark); change({ cell: mark.dataset.cell, selection: null, answer: null }, { focus }); };
  element.addEventListener("click", ({ target }) => { const mark = target.closest(".mark"); if (mark) open(mark, false); });
  element.addEventListener("keydown", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = [...mark.ownerSVGElement.querySelectorAll(".mark")], place = marks.indexOf(mark);
    const next = { ArrowRight: () => marks[place + 1], ArrowLeft: () => marks[place - 1], Home: () => marks[0],
      End: () => marks.at(-1), ArrowDown: () => nearest(marks, mark, 1), ArrowUp: () => nearest(marks, mark, -1) }[event.key];
    if (next) {
      const other = next();
      if (other) setStop(other).focus();
    } else if (event.key === "Enter" || event.key === " ") open(mark, true);
    else return;
    event.preventDefault();
  });
}
