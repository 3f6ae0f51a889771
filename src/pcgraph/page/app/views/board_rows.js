// A row of the promise board: its name with what it adds up to, and its bars.

import { ENGAGEMENTS, TERMS, conclusionOn, isSilent, statusOn, statusSetOn } from "../model/data.js";
import { MAX_LANES, layOut, spanOf } from "../model/promises.js";
import { select, state } from "../model/state.js";
import { isFromKeyboard } from "../panel/parts.js";
import { formatShortDate, reportDate } from "../text/dates.js";
import { bdi, button, el } from "../text/elements.js";
import { setStrength } from "../text/shapes.js";
import { capitalise, engagementTitle, formatNumber, nodeName, pluralise, termLabel, translate } from "../text/text.js";

/** Return what a row is called, as { text, lang }. */
export function rowName({ kind, index }) {
  if (kind === "none") return { text: translate(state.boardRows === "paper" ? "noPaper" : "noPartyNamed"), lang: "" };
  return kind === "node" ? nodeName(index) : engagementTitle(index);
}

/** Return what a row adds up to: "14 promises: 3 kept or begun, 7 silent · 2 events, visits and talks". */
export function countText({ promises, states, occasions, others }) {
  const say = (key, count) => translate(key, formatNumber(count));
  const progress = [say("promisedDone", states.kept + states.begun), states.silent && say("story_promise_silent", states.silent)];
  const sentence = promises && pluralise(promises, "promise") + translate("colon")
    + progress.filter(Boolean).join(translate("comma"));
  return [sentence, occasions && pluralise(occasions, "occasion"), others && pluralise(others, "otherEngagement")]
    .filter(Boolean).join(" · ");
}

/** Return the dates of an engagement in words, from its first step to its last. */
function datesText(engagement) {
  const span = spanOf(engagement, state.asOf);
  if (!span) return translate("dateNotStated");
  const [first, last] = [span.first, span.last].map(([, edtf]) => formatShortDate(edtf));
  return first === last ? first : `${first} – ${last}`;
}

/** Return the lines that describe an engagement: its title, its type, status and dates, and when it was last reported. */
export function describeBar(engagement) {
  const { text, lang } = engagementTitle(engagement);
  const facts = [capitalise(termLabel("type", ENGAGEMENTS.type[engagement])),
    termLabel("status", statusOn(engagement, state.asOf)), datesText(engagement)];
  const { silent, reported } = conclusionOn(engagement, state.asOf);
  const report = silent !== null ? translate("silentSince", reportDate(engagement, silent, formatShortDate))
    : reported !== null ? translate("lastReported", reportDate(engagement, reported, formatShortDate)) : "";
  return [el("strong", {}, bdi(text, lang)),
    ...[facts.filter(Boolean).join(" · "), capitalise(report)].filter(Boolean)
      .map((line) => el("span", { class: "soft" }, line))];
}

const percent = (share) => `${(100 * share).toFixed(3)}%`;
function barPart(name, from, to) {
  const element = el("span", { class: name });
  Object.assign(element.style, { left: percent(from), width: percent(to - from) });
  return element;
}

/** Create the bar of an engagement without its place: a button with classes for how far the engagement has come. */
function createBar(engagement, ...classes) {
  const set = statusSetOn(engagement, state.asOf);
  const progress = ENGAGEMENTS.occasion[engagement] ? "occasion" : `set-${TERMS.set[set].id}`;
  const bar = button({ class: ["bar", progress, ...classes].filter(Boolean).join(" "), tabindex: "-1", "data-bar": engagement,
    "aria-label": describeBar(engagement).map(({ textContent }) => textContent).join(", ") },
  (event) => select("engagement", engagement, { focus: isFromKeyboard(event), move: false }));
  bar.style.setProperty("--strength", setStrength(set));
  return bar;
}

/** Create a bar that is solid to its last report or its end. If it is silent, a hollow part follows. */
function createDatedBar({ engagement, start, solid, end, isSilent: silent, isEarlier, isLater }, top, height) {
  const bar = createBar(engagement, isEarlier && "earlier", isLater && "later");
  const share = (place) => (place - start) / (end - start);
  Object.assign(bar.style, { left: percent(start), width: percent(end - start), top: `${top}px`, height: `${height}px` });
  bar.append(barPart("solid", 0, share(solid)));
  if (silent && solid < end) bar.append(barPart("hollow", share(solid), 1));
  return el("li", {}, bar);
}

/** Create the mark of an engagement without a date. */
function createMark(engagement) {
  const mark = createBar(engagement, isSilent(engagement, state.asOf) && "silent");
  mark.append(barPart("solid", 0, 1));
  return el("li", {}, mark);
}

/** How a bar is drawn for each state of a promise: as a set of statuses, or as "occasion" or "silent". */
export const BAR_OF_STATE = { kept: "realised", begun: "realised", signed: "entered", open: "announced", stopped: "ended" };

/** Create a sample of a bar for the key: of a state of promises, or of "occasion" or "silent". */
export function barSwatch(name) {
  const set = BAR_OF_STATE[name];
  const swatch = el("span", { class: `bar sample ${set ? `set-${set}` : name}`, "aria-hidden": "true" },
    barPart(name === "silent" ? "hollow" : "solid", 0, 1));
  swatch.style.setProperty("--strength", setStrength(TERMS.set.findIndex(({ id }) => id === (set || "entered"))));
  return swatch;
}

// The more lanes a row has, the thinner they are, so that a large row still fits on the screen: the height of a lane and the gap
// in it, and the same for the silent ones below, which are alike.
export const barHeights = (lanes) => (lanes <= 8 ? [11, 2, 11, 2] : lanes <= 24 ? [8, 2, 6, 2] : [6, 2, 5, 1]);

function createBars(plan, label) {
  const [height, gap, silentHeight, silentGap] = barHeights(plan.lanes);
  const topOf = (lane) => Math.min(lane, plan.heardLanes) * height + Math.max(0, lane - plan.heardLanes) * silentHeight;
  const list = el("ul", { class: "bars-of", "aria-label": label }, ...plan.bars.map((bar) =>
    createDatedBar(bar, topOf(bar.lane), bar.isSilent ? silentHeight - silentGap : height - gap)));
  list.style.height = `${topOf(plan.lanes)}px`;
  return list;
}

/** Create a row. `place` is {axis, width}: the days and the pixels from one end of the bars to the other. */
export function createRow(row, place, mostLanes = MAX_LANES) {
  const plan = layOut(row.engagements, state.asOf, place.axis, { least: 7 / place.width, gap: 2 / place.width, mostLanes });
  const { text, lang } = rowName(row);
  const label = [el("span", { class: "name" }, bdi(text, lang)), el("span", { class: "soft" }, countText(row.counts))];
  const name = row.kind === "none" ? el("div", { class: "row-name", tabindex: "-1" }, ...label)
    : button({ class: "row-name", tabindex: "-1" },
      (event) => select(row.kind, row.index, { focus: isFromKeyboard(event), move: false }), ...label);
  const more = plan.left ? button({ class: "link", tabindex: "-1" }, () => {
    const opened = createRow(row, place, mostLanes + MAX_LANES);
    element.replaceWith(opened);
    opened.querySelector(".row-name").focus();
  }, translate("moreBars", formatNumber(plan.left))) : "";
  const element = el("li", { class: "board-row", "data-row": `${row.kind} ${row.index}` }, name, el("div", { class: "track-of" },
    el("ul", { class: "undated", "aria-label": translate("undated") }, ...plan.undated.map(createMark)),
    el("div", {}, createBars(plan, text), more)));
  return element;
}
