// The opening of the panel: a headline in numbers, the stories, and how to read the map. A story is an address of the page
// with a sentence. The page writes the sentences of computed stories itself, in the language of the reader.

import { parseAddress } from "../model/address.js";
import {
  DATA, ENGAGEMENTS, PROMISE_STATES, SOURCES, TERMS, findEngagement, findNode, formatIsoDay, isHeardOn, isKnownOn,
  storiesOn,
} from "../model/data.js";
import { countAll } from "../model/promises.js";
import { change, defaultState, state } from "../model/state.js";
import { engagementsWith } from "../model/terms.js";
import { formatDate, formatDay } from "../text/dates.js";
import { bdi, button, byId, el, nameElement } from "../text/elements.js";
import { kindShape, lineSwatch, nodeSwatch } from "../text/shapes.js";
import {
  capitalise, engagementTitle, formatNumber, interfaceLanguage, language, localName, pluralise, termLabel, translate,
} from "../text/text.js";
import { STRINGS } from "../text/words.js";
import { questionList } from "./answer.js";
import { sourceDetails } from "./evidence.js";
import { pathResult } from "./path.js";
import { bulletList, dataText, details, isFromKeyboard, longList, measureName, section, soft } from "./parts.js";
import { watchSection } from "./watch.js";

// ---- Sentences ------------------------------------------------------------------------------------------------------

/** Return the nodes of a sentence: the interface text with `parts`, which are lists of nodes, in place of {0}, {1} … */
function fillSentence(key, parts) {
  const pattern = translate(key, ...parts.map((_, index) => `{${index}}`));
  return pattern.split(/\{(\d)\}/).flatMap((piece, index) => (index % 2 ? parts[Number(piece)] || [] : [piece]));
}

const joinParts = (lists, separator) => lists.flatMap((list, index) => (index ? [separator, ...list] : list));

/** The parts of a sentence by what they are: each returns a list of nodes. */
const PARTS = {
  engagement: (id) => {
    const { text, lang } = findEngagement(id) < 0 ? { text: id, lang: "" } : engagementTitle(findEngagement(id));
    return [bdi(text, lang)];
  },
  node: (id) => [findNode(id) < 0 ? bdi(id) : nameElement(findNode(id))],
  count: (count, noun) => [pluralise(count, noun)],
  number: (number) => [formatNumber(number)],
  text: (text) => [bdi(text)],
  date: (edtf) => [formatDate(edtf)],
  day: (day) => [formatDay(day)],
  status: (id) => [termLabel("status", TERMS.status.findIndex((term) => term.id === id)) || translate("noStatus")],
  sets: (counts) => [counts.map(([set, count]) => translate(`story_set_${set}`, formatNumber(count))).join(translate("comma"))],
  properties: (names) => joinParts(names.map((name) => [STRINGS[interfaceLanguage()][`what_${name}`] || dataText(name)]),
    translate("comma")),
  others: (others) => {
    const sentences = others.map((parts) => fillSentence("story_other", parts.map(writePart)));
    return sentences.length ? fillSentence("story_others", [joinParts(sentences, " · ")]) : [];
  },
  claim: (count, claim, name) => (count
    ? fillSentence("story_claim", [PARTS.count(count, "engagement"), PARTS.text(claim), writePart(name)]) : []),
};
const writePart = ([kind, ...values]) => (Object.hasOwn(PARTS, kind) ? PARTS[kind](...values) : [bdi(String(values[0] ?? ""))]);

/** Return what a story says, as lists of nodes. A computed story is about its first part, and its kind stands before that. */
function storyWords(story) {
  if (story.kind) {
    const parts = story.parts.map(writePart);
    const kind = [translate(`story_${story.kind}`)];
    const isNamed = ["engagement", "node"].includes(story.parts[0][0]);
    const isUndated = story.parts.some(([part, day]) => part === "day" && day === null); // its sources have no date
    const text = fillSentence(`story_${story.kind}_${isUndated ? "undated" : "text"}`, parts);
    return { kind: isNamed ? kind : [], title: isNamed ? parts[0] : kind, text };
  }
  const translation = (story.labels || {})[language()];
  const write = (field) => [translation ? bdi(translation[field], language()) : dataText(story[field])];
  return { kind: [], title: write("title"), text: write("text") };
}

/** Return the numbers of the headline on the chosen day, as [state of promises, or "occasion"; number in words]. */
function headlineNumbers({ promises, states, occasions }) {
  const numbers = promises ? PROMISE_STATES.map((name) => [name, translate(`story_promise_${name}`, formatNumber(states[name]))])
    : [];
  return occasions ? [...numbers, ["occasion", pluralise(occasions, "occasion")]] : numbers;
}

const headlineTitle = ({ promises, all }) => (promises ? pluralise(promises, "promise") : pluralise(all, "engagement"));

/** Return the headline in numbers: "250 promises: 55 kept, 17 begun, … · 110 events, visits and talks"; "" without any. */
export function headline() {
  const counts = countAll();
  if (!counts.all) return "";
  const numbers = headlineNumbers(counts), isOccasion = (/** @type {string[]} */ [name]) => name === "occasion";
  const states = numbers.filter((each) => !isOccasion(each)).map(([, text]) => text).join(translate("comma"));
  const title = states ? translate("headline", headlineTitle(counts), states) : headlineTitle(counts);
  return [title, ...numbers.filter(isOccasion).map(([, text]) => text)].join(" · ");
}

/** Create the numbers of the headline as links to what they count, in the table. */
function headlineList(counts) {
  const day = state.asOf === null ? "" : `&as-of=${formatIsoDay(state.asOf)}`;
  return el("ul", { class: "headline-numbers" }, ...headlineNumbers(counts).map(([name, text]) =>
    el("li", {}, addressLink(inLanguage(`view=table&promise=${name}${day}`), {
      "data-key": `headline-${name}`,
      title: translate(name === "occasion" ? "occasionMeaning" : `promiseMeaning_${name}`) }, text))));
}

/** The findings by which a reader knows how far to trust the picture; each opens its list. */
const TRUST = ["proved", "oneVoice", "inferred", "opening"];

/** Return the line that says how far to trust what was known on the chosen day: a text with links. */
export function trustLine() {
  const isKnown = (engagement) => isKnownOn(engagement, state.asOf);
  const count = (name) => [...engagementsWith("mark", TERMS.mark.findIndex(({ id }) => id === name))].filter(isKnown).length;
  const day = state.asOf === null ? "" : `&as-of=${formatIsoDay(state.asOf)}`;
  const total = [...ENGAGEMENTS.iri.keys()].filter(isKnown).length;
  return total ? [translate("trust", pluralise(total, "engagement")), ...joinParts(TRUST.map((name) => [addressLink(
    inLanguage(`view=table&mark=${name}${day}`), { "data-key": `trust-${name}`, title: translate(`mark_${name}`) },
    translate("trustPart", formatNumber(count(name)), translate(`trust_${name}`)))]), " · ")] : [];
}

// ---- Stories --------------------------------------------------------------------------------------------------------

/** Return an address in the language of the reader, without the leading `#`. */
const inLanguage = (address) => (state.language === defaultState().language ? address : `${address}&language=${state.language}`);

/** Create a link to an address of this page, which shows the state that it describes. */
function addressLink(address, attributes, ...children) {
  const anchor = el("a", { href: `#${address}`, ...attributes }, ...children);
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // the browser opens another tab
    event.preventDefault();
    change({ ...parseAddress(address).result }, { refit: true, focus: isFromKeyboard(event) });
    byId("stage").scrollIntoView({ block: "nearest" }); // on a phone the panel is below the map
  });
  return anchor;
}

function storyCard(story, index) {
  const { kind, title, text } = storyWords(story);
  return addressLink(inLanguage(`story=${story.id}&${story.address}`), { class: "story", "data-key": `story-${story.id}`,
    "aria-current": state.story === index ? "true" : null },
  kind.length ? soft(...kind) : "", el("strong", {}, ...title), el("span", {}, ...text));
}


/** Return a button that leads back to all stories, with what the open story says; "" if none is open. */
export function storyNotice(leave) {
  if (state.story === null) return "";
  const { kind, title, text } = storyWords(DATA.stories[state.story]);
  return el("span", { class: "story-notice" },
    button({ class: "link" }, (event) => leave(isFromKeyboard(event)), translate("allStories")), " · ",
    ...(kind.length ? [soft(...kind), " "] : []), el("strong", {}, ...title), el("span", { class: "text" }, " ", ...text));
}

/** Return what the open story says, as plain text; "" if none is open. */
export function storyText() {
  if (state.story === null) return "";
  const { kind, title, text } = storyWords(DATA.stories[state.story]);
  const plain = (nodes) => el("span", {}, ...nodes).textContent;
  return [kind, title, text].map(plain).filter(Boolean).join(" · ");
}

/** Fill the panel while nothing is selected, and return its heading. */
export function showIntro() {
  const sources = SOURCES.iri.map((_, index) => index).filter((index) => isHeardOn([index], state.asOf))
    .sort((a, b) => Number(SOURCES.date[a] < SOURCES.date[b]) - Number(SOURCES.date[a] > SOURCES.date[b]));
  const howToRead = details(translate("howToRead"), ...readingGuide());
  howToRead.open = !DATA.stories.length;
  const counts = countAll(), told = storiesOn(state.asOf), { voiced, engagements } = DATA.headline;
  const note = (text) => el("p", { class: "soft" }, text);
  const title = counts.all ? headlineTitle(counts) : translate("nothingYet");
  // A path that the reader asked for stands before everything else.
  return ["", ...(state.path ? [capitalise(translate("shortestPath")), pathResult(), el("h3", {}, title)] : [title]),
    counts.all ? headlineList(counts) : "",
    counts.all && state.asOf === null && voiced
      ? note(translate("voicedStatuses", formatNumber(voiced), pluralise(engagements, "engagement"))) : "",
    counts.all ? note(translate("storiesAsOf", formatDay(state.asOf ?? DATA.as_of ?? DATA.today))) : "",
    watchSection(),
    told.length ? el("ul", { class: "stories", "aria-label": translate("stories") },
      ...told.map((index) => el("li", {}, storyCard(DATA.stories[index], index)))) : "",
    questionList(),
    howToRead,
    DATA.unknowns.length && state.asOf === null
      ? section(translate("missing"), longList(DATA.unknowns, dataText, { limit: 5, class: "unknown" })) : "",
    DATA.methods.length ? details(translate("methods"), bulletList(DATA.methods.map(dataText), { class: "methods" })) : "",
    sources.length ? details(pluralise(sources.length, "source"), longList(sources, (source) => sourceDetails(source),
      { limit: 40, class: "cards" })) : ""];
}

// ---- How to read the map --------------------------------------------------------------------------------------------

const KEYS = [["/", "keyFind"], ["Esc", "keyClose"], ["Tab", "keyNext"], ["← ↑ ↓ →", "keyNextMark"],
  ["Shift ← ↑ ↓ →", "keyMove"], ["+ −", "keyZoom"]];

function readingGuide() {
  const sets = TERMS.set.map(({ id }) => localName(id));
  const last = ENGAGEMENTS.status.map((intervals) => /** @type {number} */ (intervals[intervals.length - 3]));
  const used = new Set(last.filter((status) => status >= 0).map((status) => TERMS.status[status].set));
  const sides = [0, 1].filter((index) => index < DATA.sides).map((index) => termLabel("country", index));
  const shapes = [...new Map(TERMS.kind.map((_, index) => [kindShape(index), index])).values()];
  const unnamed = TERMS.kind.findIndex(({ id }) => localName(id) === "UnnamedParty");
  return [
    el("p", {}, translate("introEngagements")),
    el("ul", { class: "key" },
      el("li", {}, el("span", { class: "stack" }, ...["realised", "entered", "announced", "prospective"]
        .map((id) => sets.indexOf(id)).filter((set) => used.has(set)).map((set) => lineSwatch({ set }))),
      el("span", {}, translate("readLine"))),
      el("li", {}, el("span", { class: "stack" }, lineSwatch({ width: 1.5 }), lineSwatch({ width: 5 })), el("span", {},
        translate("readWidth"))),
      el("li", {}, el("span", { class: "stack", "aria-hidden": "true" }, "┅ ✓"), el("span", {}, translate("readRim"))),
      sides.length ? el("li", {},
        el("span", { class: "stack side" }, ...[...sides, ""].map((_, index) => nodeSwatch({ country: index }))),
        el("span", {}, translate(sides.length > 1 ? "readSide" : "readOneSide", ...sides))) : "",
      el("li", {}, el("span", { class: "stack side" }, ...shapes.slice(0, 3).map((kind) => nodeSwatch({ kind }))),
        el("span", {}, translate("readShape"))),
      state.measure ? el("li", {}, el("span", { class: "dots", "aria-hidden": "true" }), el("span", {}, translate("readSize",
        measureName(state.measure)))) : "",
      state.unnamed ? el("li", {},
        el("span", { class: "stack side" }, nodeSwatch({ kind: unnamed })),
        el("span", {}, translate("readUnnamed"))) : ""),
    el("h3", {}, translate("keys")),
    el("dl", { class: "keys" }, ...KEYS.flatMap(([keys, meaning]) => [
      el("dt", {}, ...keys.split(" ").map((key) => el("kbd", { dir: "ltr" }, key))), el("dd", {}, translate(meaning))])),
  ];
}
