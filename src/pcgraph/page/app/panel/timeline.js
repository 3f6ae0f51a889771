// The timeline in the dossier of an organisation: a row for each of its engagements, with a bar that links to it.

import { TERMS, yearOf } from "../model/data.js";
import { partyNodes } from "../model/parties.js";
import { change, state } from "../model/state.js";
import { OTHERS, axisOfLives, barOf, groupLives, lifeOf, yearsOf } from "../model/timeline.js";
import { formatDay, formatShortDate } from "../text/dates.js";
import { button, el, nameElement, svg } from "../text/elements.js";
import { capitalise, engagementTitle, formatNumber, pluralise, termLabel, translate } from "../text/text.js";
import { details, engagementLink, longList, section, soft } from "./parts.js";

const MIDDLE = 7; // of a bar, in pixels
const percent = (place) => `${place.toFixed(2)}%`;
const MARKS = ["", "inferred", "alleged"];
const POINTERS = { by: "M1,-4L-5,0L1,4Z", went: "M1,-5L9,0L1,5Z" };

/** Draw one part of a bar; see `barOf`. */
function drawPart([name, from, to]) {
  const [kind] = name.split(" ");
  if (kind === "silent") return svg("circle", { class: name, cx: percent(from), cy: MIDDLE, r: 3.5 });
  if (kind in POINTERS) {
    return svg("svg", { class: name, x: percent(from), y: MIDDLE, overflow: "visible" }, svg("path", { d: POINTERS[kind] }));
  }
  return svg("line", { class: name, x1: percent(from), x2: percent(to), y1: MIDDLE, y2: MIDDLE });
}

const picture = (years, parts) => svg("svg", { class: "life", width: "100%", height: 2 * MIDDLE, "aria-hidden": "true" },
  ...years.map(([, place]) => svg("line", { class: "year", x1: percent(place), x2: percent(place), y1: 0, y2: "100%" })),
  ...parts.map(drawPart));

/** Return what a bar shows in words: each status with its date, the last report, and what it went on as. */
function describeLife({ rows, told, silent, next }) {
  const dateOf = ({ date, latest }) => (date ? formatShortDate(date) : translate("by", formatDay(latest)));
  const report = silent !== null ? translate("silentSince", yearOf(silent))
    : told !== null && translate("lastReported", formatDay(told));
  return [...rows.map((row) => [termLabel("status", row.status), dateOf(row), MARKS[row.mark] && translate(MARKS[row.mark])]
    .filter(Boolean).join(" ")), report, next >= 0 && translate("labelled", translate("wentOnAs"), engagementTitle(next).text)]
    .filter(Boolean).join(translate("semicolon"));
}

/** Create the key: a sample of each look that occurs in the bars. */
function keyOf(bars) {
  const found = new Set(bars.flat().map(([name]) => name.split(" ")[0]));
  const sample = (parts, text) => el("li", {}, picture([], parts), text);
  const bar = (name) => [name, 0, 100];
  return el("ul", { class: "life-key" },
    ...TERMS.set.map(({ id }, set) => found.has(`set-${id}`) && sample([bar(`set-${id}`)], termLabel("set", set))),
    found.has("occasion") && sample([bar("occasion")], capitalise(translate("occasion").split("|").at(-1))),
    found.has("vague") && sample([bar("vague set-realised")], translate("life_vague")),
    found.has("by") && sample([["by set-realised", 40, 40], ["set-realised", 40, 100]], translate("life_by")),
    found.has("after") && sample([bar("after")], translate("life_after")),
    found.has("silent") && sample([["after", 0, 80], ["silent", 80, 80]], translate("life_silent")),
    found.has("went") && sample([["set-entered", 0, 50], ["went", 50, 50]], translate("life_went")));
}

/** Create the timeline of the engagements in which an organisation takes part itself. */
export function timelineSection(node, engagements) {
  const own = engagements.filter((engagement) => partyNodes(engagement).includes(node)).map((each) => lifeOf(each, state.asOf));
  const lives = own.filter(({ rows }) => rows.length);
  if (!lives.length) return "";
  const axis = axisOfLives(lives, state.asOf), years = yearsOf(axis), by = state.timeline;
  const bars = new Map(lives.map((life) => [life, barOf(life, axis)]));
  const nameOf = (key) => (key === OTHERS ? translate(`others_${by}`) : key < 0 ? translate(`no_${by}`)
    : by === "partner" ? nameElement(key) : termLabel("sector", key));
  const rows = groupLives(lives, by, node).flatMap(([key, list]) => list.map((life, at) => ({ life, group: at ? null : key })));
  const draw = ({ life, group }) => el("div", { title: describeLife(life) },
    group === null ? "" : el("strong", { class: "group" }, nameOf(group)),
    engagementLink(life.engagement, { class: "life-title" }), picture(years, bars.get(life)),
    el("span", { class: "visually-hidden" }, describeLife(life)));
  const choose = (value) => button({ "aria-pressed": String(by === value), "data-key": `timeline-${value}` },
    () => change({ timeline: value }), translate(`timeline_${value}`));
  const scale = svg("svg", { class: "life", width: "100%", height: 2 * MIDDLE, "aria-hidden": "true" },
    ...years.map(([year, place]) => svg("text", { x: percent(place), y: 11 }, String(year))));
  const undated = own.length - lives.length;
  const whole = section(el("span", {}, translate("timeline"), " ", soft(pluralise(lives.length, "engagement"))),
    el("div", { class: "choice", role: "group", "aria-label": translate("timelineBy") }, soft(translate("timelineBy")),
      choose("partner"), choose("sector")),
    details(translate("lifeKey"), keyOf([...bars.values()])),
    el("div", { class: "life-box" }, el("div", { class: "life-axis" }, scale), longList(rows, draw, { class: "lives" })),
    undated ? el("p", { class: "soft" }, translate("lifeUndated", formatNumber(undated))) : "");
  whole.className = "timeline";
  return whole;
}
