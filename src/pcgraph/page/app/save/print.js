// The page on paper: the picture of the view with what was chosen, then the dossier of the selection on two pages, or else the
// table and the notes on six. It is built when the reader prints, and cut to length with a count of what is left out.

import { repaint } from "../map/map.js";
import { findItem } from "../map/scene.js";
import { isTrusted } from "../model/filter.js";
import { engagementsOf } from "../model/parties.js";
import { state } from "../model/state.js";
import { provenance, shownEngagements } from "../text/describe.js";
import { byId, el } from "../text/elements.js";
import { formatNumber, translate } from "../text/text.js";
import { stripControls } from "../text/tokens.js";
import { chartPicture } from "../views/analyse/chart.js";
import { CHARTS, numbersOf } from "../views/analyse/charts.js";
import { createPaperTable } from "../views/table.js";
import { createSvgPicture } from "./formats.js";
import { isInPicture, isPicture, pictureTexts } from "./picture.js";

const PAGE_HEIGHT = 950; // pixels of the text area: those of a page of Letter, which is shorter than A4
const PAGES = { dossier: 2, whole: 6 };
const SPACING = 0.97; // what may not be broken leaves gaps
// How many entries a list may have, from the most to the fewest, until everything fits.
const LIMITS = [160, 120, 90, 70, 60, 52, 46, 41, 37, 33, 30, 27, 24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3];
const ROWS = 3; // of the table, for each entry of a list
const MOST_BUILT = 2000; // entries of a list that are built for paper
const MOST_OF_PAGE = 0.4; // a longer timeline is printed in full on pages of its own, after those of the dossier
const FEWEST = 3; // with fewer, a dossier has no picture
const SCREEN_ONLY = "input, select, textarea, [hidden], .screen-only, .close, .back, .choice, .path, .buttons, .message, .key, "
  + ".copy h3, h3:has(+ .keys), .keys";

// ---- The panel on paper -----------------------------------------------------------------------------------------------

/** Return an address as people read it: with letters of any script, without the part that scrolls to a passage. */
function readableAddress(address) {
  const whole = address.replace(/#:~:text=.*/, "");
  try {
    const decoded = decodeURI(whole);
    return stripControls(decoded) === decoded ? decoded : whole;
  } catch {
    return whole;
  }
}

/** Print the address of each link below the line in which it stands, once in each entry. */
function writeAddresses(copy) {
  for (const anchor of copy.querySelectorAll('a[href^="http"]')) {
    const address = readableAddress(anchor.getAttribute("href"));
    const written = [...(anchor.closest("li") || anchor).querySelectorAll(".address")].map((each) => each.textContent);
    if (written.includes(address) || address.endsWith(anchor.textContent)) continue;
    const line = anchor.closest("p") || anchor.closest(".source-line") || anchor;
    line.after(el("span", { class: "address", dir: "ltr" }, address));
  }
}

/** Create the last entry of a list or a table, which counts what is left out. */
function leftOut(list, count) {
  const attributes = { class: "left-out", "data-count": count }, text = translate("leftOut", formatNumber(count));
  return list.matches("tbody") ? el("tr", attributes, el("td", { colspan: 9 }, text)) : el("li", attributes, text);
}

/** Return a copy of the panel for paper: everything opened, each list in one piece, without what only works on a screen. */
function copyPanel() {
  const panel = byId("panel");
  // Build what is built only when a reader opens it, if so much could be printed.
  for (const each of panel.querySelectorAll("details")) {
    if (Number(each.dataset.left || 0) <= MOST_BUILT) each.dispatchEvent(new Event("toggle"));
  }
  const copy = el("div", { class: "panel" }, ...[...panel.children].map((child) => child.cloneNode(true)));
  for (const unwanted of copy.querySelectorAll(SCREEN_ONLY)) unwanted.remove();
  for (const each of copy.querySelectorAll("details")) {
    const [summary, ...content] = each.children;
    if (each.dataset.left) {
      const list = each.previousElementSibling;
      list.append(...(content.length ? content[0].children : [leftOut(list, Number(each.dataset.left))]));
      each.remove();
    } else each.replaceWith(el("section", {}, el("h3", {}, ...summary.childNodes), ...content));
  }
  for (const each of copy.querySelectorAll("section")) if (each.querySelector(":scope > h3:only-child")) each.remove();
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  writeAddresses(copy);
  return copy;
}

/** Return how many entries of a list to print. Lists inside others, and sources with their addresses, have less room. */
function limitOf(list, most) {
  let depth = 0;
  for (let outer = list.parentElement.closest("ul, ol"); outer; outer = outer.parentElement.closest("ul, ol")) depth += 1;
  if (depth) return depth > 1 ? Math.floor(most / 12) : Math.ceil(most / 7);
  return list.querySelector(":scope > li > .source-details, :scope > li > div > .source-details") ? Math.ceil(most / 3) : most;
}

/** Cut each list of a copy to a number of entries, with a last entry that counts what is left out. */
function cutLists(copy, most) {
  for (const list of copy.querySelectorAll("ul:not(.lives, .life-key), ol, tbody")) {
    const limit = limitOf(list, most);
    const note = list.querySelector(":scope > .left-out");
    const entries = [...list.children].filter((entry) => entry !== note);
    if (entries.length <= limit + (note ? 0 : 1)) continue; // a note takes as much room as one entry
    for (const entry of entries.slice(limit)) entry.remove();
    const left = entries.length - limit + Number(note?.dataset.count || 0);
    note?.remove();
    list.append(leftOut(list, left));
  }
}

// ---- The paper -------------------------------------------------------------------------------------------------------

/** Return the engagements on which the printed page rests: those of the selection, or else those that are shown. */
function printedEngagements() {
  const { kind, index } = state.selection || { kind: "", index: -1 };
  if (kind === "node") return [...engagementsOf(index)].filter(isTrusted);
  if (kind === "engagement") return [index];
  return kind === "stack" ? findItem("stack", index)?.engagements || [index] : shownEngagements();
}

/** Return whether the panel shows one thing: what is selected, or the answer to a question. */
const isDossier = () => state.selection !== null || state.answer !== null;

/** Create the table with a function that cuts it to a number of rows and says how many are left out. */
function createTable() {
  const { table, total } = createPaperTable(LIMITS[0] * ROWS);
  const note = el("p", { class: "left-out" });
  const { rows } = table.tBodies[0];
  return { box: el("div", { class: "paper-table" }, table, note),
    cut(most) {
      while (rows.length > most) rows[rows.length - 1].remove();
      note.textContent = total > rows.length ? translate("leftOut", formatNumber(total - rows.length)) : "";
    } };
}

const CHART_WIDTH = 640; // pixels of a chart on paper

/** Return the charts, each under its heading, if these are the view. */
const chartFigures = () => (state.view !== "analyse" || isDossier() ? [] : CHARTS.filter((chart) => numbersOf(chart).cells.length)
  .map((chart) => el("figure", {}, el("h2", {}, chart.headline(numbersOf(chart))),
    createSvgPicture({ bare: true, view: chartPicture(chart, CHART_WIDTH) }))));

/** Add the paper to the page, and return how many entries its lists have. */
function addPaper(withPicture) {
  const { title, counts, story, choices } = pictureTexts();
  const hasWords = withPicture || !isDossier(); // a dossier does not depend on what is chosen for the picture
  const kind = isDossier() ? "dossier" : "whole";
  const panel = copyPanel();
  const charts = chartFigures(), table = isDossier() || charts.length ? { box: "" } : createTable();
  const timeline = panel.querySelector(".timeline") || "";
  const paper = el("main", { id: "paper", class: kind },
    el("header", {}, el("h1", {}, title), hasWords ? el("p", { class: "counts" }, counts) : "",
      ...(hasWords ? [story, choices].filter(Boolean).map((text) => el("p", {}, text)) : [])),
    withPicture ? el("figure", {}, createSvgPicture({ bare: true, paper: kind })) : "", ...charts, panel, timeline, table.box,
    el("footer", {}, ...provenance(printedEngagements()).map((line) => el("p", { dir: "auto" }, line))));
  document.getElementById("paper")?.remove();
  document.body.append(paper);
  // What would begin at the foot of the first page begins on the next one.
  if (withPicture && kind === "whole") panel.classList.toggle("next-page", panel.offsetTop > 0.75 * PAGE_HEIGHT);
  const whole = timeline && timeline.offsetHeight > MOST_OF_PAGE * PAGE_HEIGHT ? timeline.offsetHeight : 0;
  return LIMITS.find((limit) => {
    if (table.box) table.cut(limit * ROWS);
    cutLists(panel, limit);
    return paper.getBoundingClientRect().height - whole <= PAGE_HEIGHT * PAGES[kind] * SPACING;
  }) || 0;
}

/** Build the paper, with the picture if the selection is in it and it leaves room for the dossier. */
function buildPaper() {
  const hasPicture = isDossier() ? state.selection && isInPicture(state.selection) : isPicture();
  if (!hasPicture || (addPaper(true) < FEWEST && isDossier())) addPaper(false);
}

addEventListener("beforeprint", () => {
  document.documentElement.classList.add("on-paper");
  repaint();
  buildPaper();
});
addEventListener("afterprint", () => {
  document.getElementById("paper")?.remove();
  document.documentElement.classList.remove("on-paper");
  repaint();
});
