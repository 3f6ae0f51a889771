// The question that the reader asked in words: a bar that says how it was understood, with parts that can be changed.

import { loadBox } from "../question_box/box.js";
import { isAboutOnly, labelOf, nameOf, showing, understand } from "../question_box/opened.js";
import { partsOf } from "../question_box/parts.js";
import { leftBy, matchingWith } from "../model/filter.js";
import { change, defaultState, onChange, reset, state } from "../model/state.js";
import { bdi, button, byId, el } from "../text/elements.js";
import { pluralise, translate } from "../text/text.js";

const OPENED = { view: "map", selection: null, answer: null }; // where a new filter shows what it leaves

/** Return the change that opens the only engagement that a filter leaves, if it does. */
function openOne(kind, patch) {
  const left = kind === "filter" && !patch.by && !patch.selection ? leftBy(patch) : [];
  return left.length === 1 ? { selection: { kind: "engagement", index: left[0] } } : {};
}

/** Show an answer of the question box, as one step of Back that remembers the text. Return whether the page can show it. */
export function openAnswer(text, kind, answer) {
  const patch = showing(kind, answer);
  if (patch) reset({ ...OPENED, sort: defaultState().sort, ...patch, ...openOne(kind, patch), asked: text });
  return Boolean(patch);
}

/** Show the thing that the reader chooses where a name of the text may mean several. */
export const openChoice = (text, { value, text: part }) => openAnswer(part ? text.replace(part, labelOf(value)) : text, "filter",
  { show: value });

/** Ask another text; what has no answer only goes into the search field. */
function ask(text) {
  const result = understand(text);
  if (result && openAnswer(text, result.kind, result.answer)) return;
  const field = byId("search");
  field.value = text;
  field.focus();
  field.dispatchEvent(new Event("input"));
}

/** Create the chip of a part of the text: what it means, with other meanings, and a button that leaves it out. */
function chip({ start, end, text, value, role, label, alternatives: all }) {
  const around = (other) => `${state.asked.slice(0, start)}${other}${state.asked.slice(end)}`.replace(/\s+/g, " ").trim();
  const shown = ["word", "text", "date"].includes(role) ? text : labelOf(value) || label;
  const names = new Map([value, ...all.map((each) => each.value)].reverse().map((each) => [labelOf(each), each]));
  const alternatives = [...names].reverse(); // of two that are called the same, the reader could not tell which is which
  const name = alternatives.length > 1 ? el("select", { "aria-label": translate("askedMeans", text) },
    ...alternatives.map(([each, id]) => el("option", { value: id }, each))) : bdi(shown);
  if (alternatives.length > 1) name.addEventListener("change", () => ask(around(labelOf(/** @type {any} */ (name).value))));
  const without = translate("askedWithout", text), rest = around("");
  return el("span", { class: "asked-part" }, name, rest ? button({ class: "link", title: without,
    "aria-label": without }, () => ask(rest), "×") : "");
}

/** Return what the bar says of how a text was understood, as content. */
function explain(text, result) {
  const { kind, answer, nearest, not_understood: left } = result;
  const soft = (words) => el("span", { class: "soft" }, words), rest = left.join(translate("comma"));
  const offers = nearest.map((offer) => button({ class: "link" }, () => openAnswer(text, offer.kind, offer.answer),
    bdi(nameOf(offer.kind, offer.answer))));
  const command = `pcgraph ask "${text}"`;
  if (kind === "refuse") return [soft(translate(result.reason === "no rows" ? "hasNoRows" : "cannotSay", rest)), ...offers];
  if (kind === "choose") {
    return [soft(translate("mayMean", answer[0].text || text)), ...answer.map((each) => button({ class: "link" },
      () => openChoice(text, each), bdi(labelOf(each.value))))];
  }
  if (!showing(kind, answer)) return [soft(translate("notHere", nameOf(kind, answer), command)), ...offers];
  return [soft(translate("askedAs")), ...partsOf(text, result).map(chip),
    left.length ? soft(translate(result.reason ? "askedOnlyNamed" : "askedNot", rest)) : "",
    kind === "filter" && answer.count ? el("strong", {}, pluralise(matchingWith({}).length, "engagement")) : "",
    isAboutOnly(kind, answer) ? soft(translate("aboutOnly", command)) : ""];
}

function showBar() {
  const bar = byId("asked"), result = state.asked ? understand(state.asked) : undefined;
  bar.hidden = !result;
  if (!result) {
    if (state.asked) loadBox().then((loaded) => { if (loaded && state.asked) showBar(); });
    return;
  }
  const close = translate("askedClose");
  bar.replaceChildren(el("strong", {}, bdi(state.asked)), ...explain(state.asked, result),
    button({ class: "link", title: close, "aria-label": close }, () => change({ asked: "" }), "×"));
}

onChange((changed) => { if (changed.has("asked") || changed.has("language")) showBar(); });
