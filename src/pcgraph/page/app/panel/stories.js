// The opening of the panel: a headline in numbers, the stories, and how to read the map. A story is an address of the page
// with a sentence. The page writes the sentences of computed stories itself, in the language of the reader.

import { parseAddress } from "../model/address.js";
import { DATA, ENGAGEMENTS, SOURCES, TERMS, findEngagement, findNode } from "../model/data.js";
import { change, defaultState, state } from "../model/state.js";
import { formatDate, formatDay } from "../text/dates.js";
import { bdi, button, byId, el, nameElement } from "../text/elements.js";
import { kindShape, lineSwatch, nodeSwatch } from "../text/shapes.js";
import {
  engagementTitle, formatNumber, interfaceLanguage, language, localName, pluralise, termLabel, translate,
} from "../text/text.js";
import { STRINGS } from "../text/words.js";
import { questionList } from "./answer.js";
import { sourceDetails } from "./evidence.js";
import { bulletList, dataText, details, isFromKeyboard, longList, measureName, section, soft } from "./parts.js";

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
    return { kind: isNamed ? kind : [], title: isNamed ? parts[0] : kind, text: fillSentence(`story_${story.kind}_text`, parts) };
  }
  const translation = (story.labels || {})[language()];
  const write = (field) => [translation ? bdi(translation[field], language()) : dataText(story[field])];
  return { kind: [], title: write("title"), text: write("text") };
}

/** Return the headline in numbers: "688 engagements: 288 done or in progress, …". It is empty without an engagement. */
export function headline() {
  const { engagements, ...counts } = DATA.headline;
  if (!engagements) return "";
  const keys = { realised: "story_set_realised", announced: "headline_announced", silent: "headline_silent" };
  const parts = Object.keys(keys).filter((name) => counts[name]).map((name) => translate(keys[name], formatNumber(counts[name])));
  const total = pluralise(engagements, "engagement");
  return parts.length ? translate("headline", total, parts.join(translate("comma"))) : total;
}

// ---- Stories --------------------------------------------------------------------------------------------------------

/** Return the address of a story, in the language of the reader, without the leading `#`. */
const storyAddress = (story) => [`story=${story.id}`, story.address,
  state.language === defaultState().language ? "" : `language=${state.language}`].filter(Boolean).join("&");

/** Show a story: the state that its address describes. */
function openStory(index, focus) {
  change({ ...parseAddress(storyAddress(DATA.stories[index])).result }, { history: true, refit: true, focus });
  byId("stage").scrollIntoView({ block: "nearest" }); // on a phone the stories are below the map
}

function storyCard(story, index) {
  const { kind, title, text } = storyWords(story);
  const card = el("a", { class: "story", href: `#${storyAddress(story)}`, "data-key": `story-${story.id}`,
    "aria-current": state.story === index ? "true" : null },
  kind.length ? soft(...kind) : "", el("strong", {}, ...title), el("span", {}, ...text));
  card.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // the browser opens another tab
    event.preventDefault();
    openStory(index, isFromKeyboard(event));
  });
  return card;
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
  const sources = SOURCES.iri.map((_, index) => index)
    .sort((a, b) => Number(SOURCES.date[a] < SOURCES.date[b]) - Number(SOURCES.date[a] > SOURCES.date[b]));
  const howToRead = details(translate("howToRead"), ...readingGuide());
  howToRead.open = !DATA.stories.length;
  return ["", headline() || translate("nothingYet"),
    headline() ? el("p", { class: "soft" }, translate("storiesAsOf", formatDay(DATA.as_of ?? DATA.today))) : "",
    DATA.stories.length ? el("ul", { class: "stories", "aria-label": translate("stories") },
      ...DATA.stories.map((story, index) => el("li", {}, storyCard(story, index)))) : "",
    questionList(),
    howToRead,
    DATA.unknowns.length ? section(translate("missing"), longList(DATA.unknowns, dataText, { limit: 5, class: "unknown" })) : "",
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
