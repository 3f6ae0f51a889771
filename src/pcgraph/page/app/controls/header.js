// The header: the counts, the views, the language, the buttons, and the notices above the map.

import { OTHER } from "../map/layout.js";
import { fit, zoomBy } from "../map/map.js";
import { scene } from "../map/scene.js";
import { DATA, SIZE } from "../model/data.js";
import { known, whatHides, withoutCondition } from "../model/filter.js";
import { shown } from "../model/level.js";
import { VIEWS, change, defaultState, isPanelOpen, onChange, select, state } from "../model/state.js";
import { headline, storyNotice, trustLine } from "../panel/stories.js";
import { formatDay } from "../text/dates.js";
import { conditionName, describeChoices, keyName, notDrawn, sideName } from "../text/describe.js";
import { button, byId, el } from "../text/elements.js";
import {
  RIGHT_TO_LEFT, formatNumber, interfaceLanguage, language, languageName, nodeName, pluralise,
  translate,
} from "../text/text.js";

let announceTimer = 0;
/** Show a short message for a few seconds. Screen readers announce it too. */
export function announce(text) {
  byId("message").textContent = text;
  byId("message").classList.add("visible");
  clearTimeout(announceTimer);
  announceTimer = setTimeout(() => byId("message").classList.remove("visible"), 4000);
}

/** Write the texts of the template in the chosen language. */
function translatePage() {
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = RIGHT_TO_LEFT.has(interfaceLanguage()) ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = translate(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", translate(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]"))
    element.placeholder = translate(element.dataset.placeholder);
  for (const id of ["in", "out", "fit", "lasso", "release"]) byId(id).title = translate(byId(id).dataset.label);
  byId("language").value = language();
}

/** Show how much of everything known is in the picture. */
function showCounts() {
  const { counts, matching } = shown;
  const drawn = state.view === "map" ? counts.engagements : matching.engagements;
  const text = pluralise(state.view === "map" ? counts.nodes : matching.nodes, "organisation") + translate("comma")
    + (drawn === known ? pluralise(drawn, "engagement") : translate("of", formatNumber(drawn), pluralise(known, "engagement")));
  const day = state.asOf ?? DATA.as_of;
  byId("counts").textContent = day === null ? text : `${text} · ${translate("asOfDay", formatDay(day))}`;
}

/** Say that nothing matches, and which choice hides how much. */
function showEmpty() {
  const isEmpty = shown.matching.engagements === 0;
  byId("empty").hidden = !isEmpty;
  if (!isEmpty) return;
  byId("empty").replaceChildren(el("p", {}, translate(SIZE.engagements ? "nothingLeft" : "nothingYet")),
    ...whatHides().map(([name, without, left]) => button({ class: "link" }, () => change(without, { refit: true }),
      translate("dropFilter", conditionName(name), pluralise(left, "engagement")))));
}

/** Return the filters that are set, as [name of the condition, words]. */
const filterWords = () => describeChoices().filter(([name]) => withoutCondition(name));

/** @type {string[]} */
let before = [];
/** Say that a new filter has not taken the place of those that were set, unless the whole state is another. */
function announceAddition(isOther) {
  const words = filterWords().map(([, text]) => text);
  if (!isOther && before.length && words.length > before.length && before.every((each) => words.includes(each)))
    announce(translate("filterAdds", words.join(translate("semicolon"))));
  before = words;
}

/** Say in one line what the columns of the map are, or nothing if it has none. */
function describeColumns() {
  const columns = /** @type {Set<number>} */ (new Set(scene.items.flatMap(({ arc }) => (arc === undefined ? [] : [arc]))));
  if (!scene.sides || !scene.arcs) return scene.arcs && columns.size > 1 ? translate("columnsFree") : "";
  return [translate("columns", ...[0, 1].map((side) => (columns.has(side) ? sideName(side) : "–"))),
    ...[2, 3, OTHER].filter((arc) => columns.has(arc))
      .map((arc) => translate(arc === 3 ? "columnsAbove" : "columnsBelow", sideName(arc)))].join(" ");
}

/** Show what the map leaves out and why, with a button that undoes each restriction. */
function showBanner() {
  const notices = [];
  const addNotice = (text, ...actions) => notices.push(el("span", {}, text, ...actions.flatMap(([key, patch, label]) => [" ",
    button({ class: "link", "aria-label": label, title: label }, () => {
      change(patch, { refit: true });
      // The button has disappeared with its banner.
      if (document.activeElement === document.body) byId("map").focus();
    }, translate(key))])));
  for (const [name, words] of filterWords()) addNotice(words, ["×", withoutCondition(name), translate("removeFilter", words)]);
  if (state.path) {
    const names = shown.path && shown.path.nodes.map((node) => nodeName(node).text).join(" – ");
    addNotice(shown.path ? translate("pathShown", pluralise(shown.path.nodes.length - 1, "step"), names) : translate("pathNone"),
      ["pathClear", { path: null }]);
  }
  if (state.view === "map" && shown.isReduced) {
    addNotice([translate("keyBanner", formatNumber(shown.counts.nodes), pluralise(shown.matching.nodes, "organisation"),
      formatNumber(shown.counts.engagements), pluralise(shown.matching.engagements, "engagement")), describeColumns()].join(" "),
    state.level === "key" ? ["showAll", { level: "all" }] : ["showLargest", { level: "key" }]);
  } else if (state.view === "map" && shown.groups.length) {
    addNotice([translate("groupBanner", pluralise(shown.counts.nodes, "organisation")), describeColumns()].join(" "),
      ...(state.level === "all" ? [["showLargest", { level: "key" }]] : []));
    for (const key of state.open) addNotice(translate("labelled", translate("groupOpen"), keyName(key)),
      ["×", { open: new Set([...state.open].filter((other) => other !== key)) }, translate("groupClose", keyName(key))]);
  } else if (state.view === "map" && state.level === "all") addNotice("", ["showLargest", { level: "key" }]);
  const missing = state.view === "map" ? notDrawn() : "";
  if (missing) addNotice(missing, ...(shown.leftOut && !shown.isReduced ? [["showAll", { level: "all" }]] : []),
    ...(shown.nameless && !state.unnamed && !shown.isReduced ? [["showUnnamed", { unnamed: true }]] : []));
  const story = storyNotice(leaveStory);
  byId("banner").replaceChildren(story, ...notices);
  byId("banner").hidden = !notices.length && !story;
  byId("release").hidden = !state.pins.size; // beside the map: a notice above it would move what was just put in its place
}

// ---- Buttons ------------------------------------------------------------------------------------------------------

for (const view of VIEWS) byId(`view-${view}`).addEventListener("click", () => change({ view }));
byId("language").append(...DATA.languages.map((code) => el("option", { value: code, lang: code }, languageName(code))));
/** @type {HTMLElement} */ (byId("language").parentElement).hidden = DATA.languages.length < 2;
byId("language").addEventListener("change", () => change({ language: byId("language").value }));
byId("copy-link").addEventListener("click", async () => {
  try {
    if (self !== top) throw new Error("a frame has no address worth sending");
    await navigator.clipboard.writeText(location.href);
    announce(translate("linkCopied"));
  } catch {
    announce(translate("linkByHand")); // a page in a frame or from a file may not use the clipboard
  }
});
byId("in").addEventListener("click", () => zoomBy(1.35));
byId("out").addEventListener("click", () => zoomBy(1 / 1.35));
byId("fit").addEventListener("click", () => fit());

byId("release").addEventListener("click", () => {
  change({ pins: new Map() });
  byId("map").focus(); // the button is hidden now
});

let isPanelWanted = true;
function updatePanel() {
  const closed = !isPanelWanted && !isPanelOpen();
  byId("layout").classList.toggle("closed", closed);
  byId("show-panel").setAttribute("aria-expanded", String(!closed && !state.selection));
}
/** Show the stories in the panel, which is below the map on a phone. */
function showStories() {
  isPanelWanted = true;
  if (state.selection) select(null);
  updatePanel();
  byId("panel").scrollIntoView({ block: "nearest" });
}
byId("show-panel").addEventListener("click", () => {
  const isVisible = !byId("layout").classList.contains("closed") && !state.selection && state.answer === null && !state.by
    && byId("panel").getBoundingClientRect().top < innerHeight - 100;
  if (!isVisible) return showStories();
  isPanelWanted = false;
  updatePanel();
});
/** Leave a story: show the page as it opens. */
function leaveStory(fromKeyboard) {
  change({ ...defaultState(), language: state.language }, { refit: true });
  showStories();
  if (fromKeyboard) byId("panel-title").focus({ preventScroll: true });
}

onChange((changed) => {
  if (changed.has("language")) translatePage();
  if (changed.has("view")) {
    for (const view of VIEWS) {
      byId(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
      byId(`stage-${view}`).hidden = view !== state.view;
    }
  }
  if (["shown", "language", "measure", "view", "pins", "story"].some((name) => changed.has(name))) {
    byId("headline").textContent = headline();
    byId("trust").replaceChildren(...trustLine());
    showCounts();
    showBanner();
    showEmpty();
  }
  if (changed.has("shown")) announceAddition(changed.has("language"));
  if (["selection", "answer", "cell"].some((name) => changed.has(name))) updatePanel();
});
