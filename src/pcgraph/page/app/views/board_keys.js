// How the keyboard and the pointer reach what is on the promise board. Only one row name or bar is a tab stop; the arrow keys
// lead to the others.

import { byId, el } from "../text/elements.js";
import { list, scroller } from "./board_frame.js";
import { describeBar } from "./board_rows.js";

const tip = el("div", { id: "board-tip", hidden: true });
byId("board").append(tip);

/** Return what can have the focus in a row, in the order of time: its name, its bars, and the button for more of them. */
const controlsOf = (row) => [...row.querySelectorAll(".row-name, .bar, .track-of .link")];

/** Make a row name or a bar the tab stop of the board, and return it. */
export function setStop(control) {
  for (const previous of list.querySelectorAll('[tabindex="0"]')) previous.tabIndex = -1;
  if (control) control.tabIndex = 0;
  return control;
}

/** Return the control that is, after the board was drawn anew, what another one was before. */
export function findAgain(control) {
  const row = control.closest(".board-row");
  const same = row && list.querySelector(`[data-row="${row.dataset.row}"]`);
  return same && (same.querySelector(`[data-bar="${control.dataset.bar}"]`) || same.querySelector(".row-name"));
}

/** Return the bar of a row that is nearest in time to another one, or the name of the row. */
function nearest(row, control) {
  if (control.matches(".row-name")) return row.querySelector(".row-name");
  const left = (element) => element.getBoundingClientRect().left;
  const bars = [...row.querySelectorAll(".bar")].map((bar) => [Math.abs(left(bar) - left(control)), bar]);
  return bars.reduce((best, entry) => (entry[0] < best[0] ? entry : best), bars[0])?.[1] || row.querySelector(".row-name");
}

list.addEventListener("keydown", (event) => {
  const row = event.target.closest(".board-row");
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const controls = controlsOf(row), place = controls.indexOf(event.target);
  const toRow = { ArrowDown: row.nextSibling, ArrowUp: row.previousSibling, Home: list.firstChild, End: list.lastChild };
  const next = event.key in toRow ? toRow[event.key] && nearest(toRow[event.key], event.target)
    : { ArrowRight: controls[place + 1], ArrowLeft: controls[place - 1] }[event.key];
  if (next) setStop(next).focus({ preventScroll: true });
  if (next) bringIntoView(next);
  if (event.key in toRow || event.key === "ArrowRight" || event.key === "ArrowLeft") event.preventDefault();
});

/** Scroll the board, and not the page, until a control is in view below the axis. */
function bringIntoView(control) {
  const frame = scroller.getBoundingClientRect(), { top, bottom } = control.getBoundingClientRect();
  const above = top - frame.top - 56, below = bottom - frame.bottom + 24;
  if (above < 0) scroller.scrollTop += above; else if (below > 0) scroller.scrollTop += below;
}

export function hideTip() { tip.hidden = true; }

function showTip(bar, x = null) {
  tip.replaceChildren(...describeBar(Number(bar.dataset.bar)));
  tip.hidden = false;
  const frame = tip.offsetParent.getBoundingClientRect(), { left, top, bottom } = bar.getBoundingClientRect();
  const right = frame.width - tip.offsetWidth - 8;
  const below = bottom - frame.top + 8 + tip.offsetHeight < frame.height;
  tip.style.left = `${Math.max(8, Math.min((x ?? left) - frame.left - 8, right))}px`;
  tip.style.top = `${below ? bottom - frame.top + 8 : top - frame.top - 8 - tip.offsetHeight}px`;
}

const barOf = (event) => event.target.closest("[data-bar]");
list.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  if (barOf(event)) showTip(barOf(event), event.clientX); else hideTip();
});
list.addEventListener("pointerleave", hideTip);
list.addEventListener("focusin", (event) => {
  if (event.target.matches(".row-name, .bar, .track-of .link")) setStop(event.target);
  if (barOf(event) && event.target.matches(":focus-visible")) showTip(event.target);
});
list.addEventListener("focusout", hideTip);
