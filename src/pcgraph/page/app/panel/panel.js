// The panel beside the map: it opens, closes and keeps the focus. What it holds is in organisation.js and engagement.js, or
// the explanation of how to read the map.

import { DATA, ENGAGEMENTS, SOURCES, TERMS } from "../model/data.js";
import { onChange, select, state } from "../model/state.js";
import { button, el } from "../text/elements.js";
import { kindShape, lineSwatch, nodeSwatch } from "../text/shapes.js";
import { localName, pluralise, termLabel, translate } from "../text/text.js";
import { showEngagement } from "./engagement.js";
import { sourceDetails } from "./evidence.js";
import { showHiddenNote } from "./hidden.js";
import { showOrganisation, showStack } from "./organisation.js";
import { bulletList, dataText, details, longList, measureName, section } from "./parts.js";

const panel = document.getElementById("panel");

// ---- Opening, closing, focus ---------------------------------------------------------------------------------------

let previousFocus = null; // the element with the focus before the panel opened

/** Fill the panel and return its heading. `kicker` is the line above the title; it is empty if nothing is selected. */
export function fillPanel(kicker, title, ...content) {
  const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
  const closeButton = button({ class: "close", "aria-label": translate("close"), title: translate("closeKey"), "data-key": "close" },
    () => closePanel(), "×");
  panel.replaceChildren(el("div", { class: "panel-top" }, el("p", { class: "kicker" }, kicker), kicker ? closeButton : ""),
    el("div", { id: "hidden-note", class: "screen-only" }), heading, ...content);
  showHiddenNote();
  panel.classList.toggle("open", Boolean(kicker));
  return heading;
}

function closePanel() {
  if (!state.selection) return;
  const inside = panel.contains(document.activeElement) || document.activeElement === document.body;
  select(null);
  if (!inside) return;
  const target = previousFocus && previousFocus.isConnected ? previousFocus
    : document.querySelector("#map [tabindex], #map") || document.body;
  target.focus({ preventScroll: true });
  previousFocus = null;
}

/** Show the selection in the panel. `focus` moves the focus to its heading, and `top` scrolls to it. */
function showSelection({ focus = false, top = true } = {}) {
  const active = document.activeElement;
  const key = panel.contains(active) ? active.dataset.key : null;
  if (focus && active && active !== document.body && !panel.contains(active)) previousFocus = active;
  const scrolled = panel.scrollTop;
  const { kind, index } = state.selection || {};
  const heading = kind === "node" ? showOrganisation(index) : kind === "engagement" ? showEngagement(index)
    : kind === "stack" ? showStack(index) : showIntro();
  panel.scrollTop = top ? 0 : scrolled;
  const sameControl = key && [...panel.querySelectorAll("[data-key]")].find((control) => control.dataset.key === key);
  if (sameControl) sameControl.focus({ preventScroll: true });
  else if (focus || key !== null) heading.focus({ preventScroll: true });
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !state.selection || (event.target.tagName === "INPUT"
    && event.target.value)) return;
  event.preventDefault();
  closePanel();
});

const REDRAWN_BY = ["selection", "language", "asOf", "view", "people", "unnamed", "neighbourhood", "path", "event", "measure"];
onChange((changed, { focus = false } = {}) => {
  if (REDRAWN_BY.some((name) => changed.has(name))) showSelection({ focus, top: changed.has("selection") });
  else if (changed.has("shown")) showHiddenNote(); // the rest stays as it is, with what the reader has unfolded
});

// ---- No selection --------------------------------------------------------------------------------------------------

function showIntro() {
  const setSwatch = (set) => lineSwatch({ set });
  const sets = TERMS.set.map(({ id }) => localName(id));
  const used = new Set(ENGAGEMENTS.status.map((intervals) => intervals[intervals.length - 3]).filter((status) => status >= 0)
    .map((status) => TERMS.status[status].set));
  const sides = [0, 1].filter((index) => index < DATA.sides).map((index) => termLabel("country", index));
  const sources = SOURCES.iri.map((_, index) => index)
    .sort((a, b) => (SOURCES.date[a] < SOURCES.date[b]) - (SOURCES.date[a] > SOURCES.date[b]));
  const gapText = (text) => dataText(text);
  return fillPanel("", translate("howToRead"),
    el("p", {}, translate("introEngagements")),
    el("ul", { class: "key" },
      el("li", {}, el("span", { class: "stack" }, ...["realised", "entered", "announced", "prospective"]
        .filter((id) => used.has(sets.indexOf(id))).map((id) => setSwatch(sets.indexOf(id)))), el("span", {}, translate("readLine"))),
      el("li", {}, el("span", { class: "stack" }, lineSwatch({ width: 1.5 }), lineSwatch({ width: 5 })), el("span", {},
        translate("readWidth"))),
      sides.length ? el("li", {},
        el("span", { class: "stack side" }, ...[...sides, ""].map((_, index) => nodeSwatch({ country: index }))),
        el("span", {}, translate(sides.length > 1 ? "readSide" : "readOneSide", ...sides))) : "",
      el("li", {}, el("span", { class: "stack side" }, ...[...new Map(TERMS.kind.map((_, index) => [kindShape(index), index])).values()]
        .slice(0, 3).map((kind) => nodeSwatch({ kind }))), el("span", {}, translate("readShape"))),
      state.measure ? el("li", {}, el("span", { class: "dots", "aria-hidden": "true" }), el("span", {}, translate("readSize",
        measureName(state.measure)))) : "",
      state.unnamed ? el("li", {},
        el("span", { class: "stack side" }, nodeSwatch({ kind: TERMS.kind.findIndex(({ id }) => localName(id) === "UnnamedParty") })),
        el("span", {}, translate("readUnnamed"))) : ""),
    DATA.unknowns.length ? section(translate("missing"), longList(DATA.unknowns, gapText, { limit: 5, class: "unknown" })) : "",
    DATA.methods.length ? details(translate("methods"), bulletList(DATA.methods.map(gapText), { class: "methods" })) : "",
    sources.length ? details(pluralise(sources.length, "source"), longList(sources, sourceDetails, { limit: 40, class: "cards" })) : "",
    section(translate("keys"),
      el("dl", { class: "keys" }, ...[["/", "keyFind"], ["Esc", "keyClose"], ["Tab", "keyNext"], ["+ −", "keyZoom"],
      ["← ↑ ↓ →", "keyMove"]].flatMap(([key, meaning]) => [el("dt", {}, ...key.split(" ").map((part) => el("kbd",
        { dir: "ltr" }, part))), el("dd", {}, translate(meaning))]))));
}
