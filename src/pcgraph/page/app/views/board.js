// The promise board: rows are parties or papers, time runs across, and each engagement is a bar from its announcement to its
// last step. board_frame.js draws what is around the rows, board_rows.js draws a row, board_keys.js moves the focus. This module
// decides which rows there are, and builds them when they come into view.

import { shown } from "../model/level.js";
import { axisOf, buildRows, sortRows, spanOf } from "../model/promises.js";
import { onChange, state } from "../model/state.js";
import { byId } from "../text/elements.js";
import { formatNumber, language, translate } from "../text/text.js";
import {
  axisTop, axisWidth, drawAxis, drawChoices, drawTotals, list, markChoices, moreButton, scroller,
} from "./board_frame.js";
import { findAgain, hideTip, setStop } from "./board_keys.js";
import { createRow, rowName } from "./board_rows.js";

const boardElement = byId("board");
const BATCH_ROWS = 40, BATCH_BARS = 1000; // built at a time

let rows = []; // in order
/** For which axis and width of the bars the rows are drawn. @type {{ axis: ReturnType<typeof axisOf>, width: number } | null} */
let place = null;
let isCurrent = false; // whether the rows are those of `shown`

/** Return the rows of the board in order, whether they are drawn or not. */
export const boardRows = () => rows;

// ---- Rows -----------------------------------------------------------------------------------------------------------

/** Build rows until there are as many as asked, or enough for the next screens. */
export function buildMore(count = list.children.length + BATCH_ROWS) {
  const built = list.children.length;
  let bars = 0, position = built;
  for (; position < Math.min(count, rows.length) && bars < BATCH_BARS; position += 1) {
    const element = createRow(rows[position], place);
    bars += element.querySelectorAll(".bar").length;
    list.append(element);
  }
  moreButton.hidden = position >= rows.length;
  const left = rows.length - position;
  moreButton.textContent = translate("moreRows", formatNumber(Math.min(BATCH_ROWS, left)), formatNumber(left));
  markSelection(built);
}

/** Draw the board anew. The reader stays at the same row and keeps the focus, if they still exist. */
function buildBoard({ toTop = false } = {}) {
  isCurrent = state.view === "board";
  if (!isCurrent) return;
  const focused = boardElement.contains(document.activeElement) ? document.activeElement : null;
  const [count, top] = [list.children.length, scroller.scrollTop];
  const listed = [...shown.listed.keys()].filter((engagement) => shown.listed[engagement]);
  const compare = new Intl.Collator(language()).compare;
  rows = sortRows(buildRows(state.boardRows, listed, state.asOf), state.boardSort, (row) => rowName(row).text, compare);
  const hasUndated = listed.some((engagement) => !spanOf(engagement, state.asOf));
  boardElement.classList.toggle("with-undated", hasUndated);
  boardElement.hidden = !listed.length;
  list.replaceChildren();
  const axis = axisOf(listed, state.asOf, state.period);
  place = { axis, width: drawAxis(axis, 500, hasUndated) || 500 };
  drawAxis(axis, place.width, hasUndated);
  markChoices();
  drawTotals(listed);
  buildMore(Math.max(BATCH_ROWS, toTop ? 0 : count));
  scroller.scrollTop = toTop ? 0 : top;
  hideTip();
  const stop = setStop((focused && findAgain(focused)) || list.querySelector(".row-name"));
  if (focused && !focused.isConnected) stop?.focus({ preventScroll: true });
}

// ---- Selection --------------------------------------------------------------------------------------------------------

/** Mark the rows and the bars of the selection, among the rows from a position on. */
function markSelection(from = 0) {
  const { kind, index } = state.selection || { kind: "", index: -1 };
  const stack = kind === "stack" ? shown.stacks.find(({ engagements }) => engagements.includes(index)) : null;
  const chosen = new Set(kind === "engagement" ? [index] : stack ? stack.engagements : []);
  for (const row of [...list.children].slice(from)) {
    const isRow = row.dataset.row === `${kind} ${index}`;
    row.classList.toggle("chosen", isRow);
    for (const control of row.querySelectorAll(".row-name, [data-bar]")) {
      const isChosen = control.dataset.bar === undefined ? isRow : chosen.has(Number(control.dataset.bar));
      control.classList.toggle("chosen", isChosen);
      if (isChosen) control.setAttribute("aria-current", "true"); else control.removeAttribute("aria-current");
    }
  }
}

/** Scroll to the selection, unless a mark of it is in view. Its row is built if it is not far away. */
function showSelection() {
  const { kind, index } = state.selection || {};
  const position = rows.findIndex((row) => (row.kind === kind && row.index === index)
    || (kind === "engagement" && row.engagements.includes(index)));
  while (position >= list.children.length && position < list.children.length + 10 * BATCH_ROWS) buildMore();
  const marks = [...list.querySelectorAll(".chosen")];
  const { top, bottom } = scroller.getBoundingClientRect(), first = top + axisTop.offsetHeight;
  const isInView = (mark) => mark.getBoundingClientRect().bottom > first && mark.getBoundingClientRect().top < bottom;
  // Set scrollTop, because scrollIntoView would scroll the whole page on a phone.
  if (marks.length && !marks.some(isInView)) scroller.scrollTop += marks[0].getBoundingClientRect().top - first - 12;
}

onChange((changed) => {
  if (changed.has("language")) drawChoices();
  const sorted = changed.has("boardRows") || changed.has("boardSort");
  if (sorted || changed.has("shown") || changed.has("language")) buildBoard({ toTop: sorted });
  else if (changed.has("view") && state.view === "board" && !isCurrent) buildBoard();
  if (changed.has("selection") && isCurrent) markSelection();
  if ((changed.has("selection") || changed.has("view")) && isCurrent) showSelection();
});
moreButton.addEventListener("click", () => buildMore());
scroller.addEventListener("scroll", () => {
  hideTip();
  const isNearEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 600;
  if (isCurrent && isNearEnd && list.children.length < rows.length) buildMore();
}, { passive: true });
// The keyboard may be faster than the scrolling.
list.addEventListener("focusin", (event) => {
  if (list.children.length < rows.length && event.target.closest(".board-row") === list.lastChild) buildMore();
});
// The lanes depend on the width. Paper is narrower, but has the rows that were measured before.
new ResizeObserver(() => {
  const isShown = isCurrent && scroller.clientWidth && !matchMedia("print").matches;
  if (isShown && place && Math.abs(axisWidth() - place.width) > 4) buildBoard();
}).observe(scroller);
