// The panel beside the map: it opens, closes and keeps the focus. What it holds is in organisation.js and engagement.js, or
// the explanation of how to read the map.

import { isProvedOnly } from "../model/filter.js";
import { change, isPanelOpen, onChange, state } from "../model/state.js";
import { button, byId, el } from "../text/elements.js";
import { translate } from "../text/text.js";
import { backToAnswer, showQuestion } from "./answer.js";
import { showEngagement } from "./engagement.js";
import { showHiddenNote } from "./hidden.js";
import { showNumbers } from "./numbers.js";
import { showOrganisation, showStack } from "./organisation.js";
import { showIntro } from "./stories.js";
import { backToCell, openCell, showCell } from "../views/analyse/cell.js";

const panel = byId("panel");

// ---- Opening, closing, focus ---------------------------------------------------------------------------------------

/** The element with the focus before the panel opened. @type {Element | null} */
let previousFocus = null;

/** Fill the panel and return its heading. `kicker` is the line above the title; it is empty if nothing is selected. */
function fillPanel(kicker, title, ...content) {
  const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
  const closeButton = button({ class: "close", "aria-label": translate("close"), title: translate("closeKey"),
    "data-key": "close" },
    () => closePanel(), "×");
  panel.replaceChildren(el("div", { class: "panel-top" }, el("p", { class: "kicker" }, kicker), kicker ? closeButton : ""),
    el("div", { id: "hidden-note", class: "screen-only" }), heading, ...content);
  showHiddenNote();
  panel.classList.toggle("open", Boolean(kicker));
  // Without a control in it, the keyboard could not scroll it.
  if (panel.querySelector("button, summary, input, a[href]")) panel.removeAttribute("tabindex"); else panel.tabIndex = 0;
  return heading;
}

function closePanel() {
  if (!isPanelOpen()) return;
  const inside = panel.contains(document.activeElement) || document.activeElement === document.body;
  change(state.selection ? { selection: null } : state.answer !== null ? { answer: null } : state.by ? { by: "" } : { cell: "" });
  if (!inside) return;
  // A chart is drawn anew when the panel takes room from it; its marks keep their names.
  const target = previousFocus?.isConnected ? previousFocus : (previousFocus?.id && document.getElementById(previousFocus.id))
    || document.querySelector("#map [tabindex], #map") || document.body;
  target.focus({ preventScroll: true });
  previousFocus = null;
}

/** Show the selection in the panel. `focus` moves the focus to its heading, and `top` scrolls to it. */
function showSelection({ focus = false, top = true } = {}) {
  const active = document.activeElement;
  const key = active && panel.contains(active) ? active.dataset.key : null;
  if (focus && active && active !== document.body && !panel.contains(active)) previousFocus = active;
  const scrolled = panel.scrollTop;
  const { kind, index } = state.selection || {};
  const content = kind === "node" ? showOrganisation(index) : kind === "engagement" ? showEngagement(index)
    : kind === "stack" ? showStack(index) : state.answer !== null ? showQuestion(state.answer)
      : state.by ? showNumbers(state.by) : openCell() ? showCell() : showIntro();
  const heading = fillPanel(...content);
  if (kind && state.answer !== null) panel.prepend(backToAnswer());
  else if (kind && openCell()) panel.prepend(backToCell());
  byId("layout").classList.toggle("wide", !kind && state.answer !== null);
  panel.scrollTop = top ? 0 : scrolled;
  const sameControl = key && [...panel.querySelectorAll("[data-key]")].find((control) => control.dataset.key === key);
  if (sameControl) sameControl.focus({ preventScroll: true });
  else if (focus || key !== null) heading.focus({ preventScroll: true });
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !isPanelOpen()
    || (event.target.tagName === "INPUT" && event.target.value)) return;
  event.preventDefault();
  closePanel();
});

const REDRAWN_BY = ["selection", "answer", "cell", "language", "asOf", "view", "people", "unnamed", "neighbourhood", "path",
  "event", "measure", "timeline", "by", "rows"];
let trust = ""; // the switches for which the panel was filled
onChange((changed, { focus = false } = {}) => {
  const isTrust = trust !== (trust = `${state.voices} ${isProvedOnly()}`);
  const top = ["selection", "answer", "cell", "by"].some((name) => changed.has(name));
  const isAnew = isTrust || REDRAWN_BY.some((name) => changed.has(name)) || ((state.cell || state.by) && changed.has("shown"));
  if (isAnew) showSelection({ focus, top });
  else if (changed.has("shown")) showHiddenNote(); // the rest stays as it is, with what the reader has unfolded
});
