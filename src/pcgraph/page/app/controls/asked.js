// The question that the reader asked in words: a bar that says how it was understood, with parts that can be changed.

import { loadBox } from "../question_box/box.js";
import { labelOf, showing, understand } from "../question_box/opened.js";
import { change, defaultState, onChange, reset, state } from "../model/state.js";
import { bdi, button, byId, el } from "../text/elements.js";
import { translate } from "../text/text.js";

const OPENED = { view: "map", selection: null, answer: null }; // where a new filter shows what it leaves

/** Show an answer of the question box, as one step of Back that remembers the text. Return whether the page can show it. */
export function openAnswer(text, kind, answer) {
  const patch = showing(kind, answer);
  if (patch) reset({ ...OPENED, sort: defaultState().sort, ...patch, asked: text });
  return Boolean(patch);
}

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
function chip({ start, end, text, value, role, label, alternatives }) {
  const around = (other) => `${state.asked.slice(0, start)}${other}${state.asked.slice(end)}`.replace(/\s+/g, " ").trim();
  const shown = ["word", "text", "date"].includes(role) ? text : labelOf(value) || label;
  const name = alternatives.length ? el("select", { "aria-label": translate("askedMeans", text) },
    ...[{ value, label }, ...alternatives].map((each) => el("option", { value: each.value }, labelOf(each.value)))) : bdi(shown);
  if (alternatives.length) name.addEventListener("change", () => ask(around(labelOf(/** @type {any} */ (name).value))));
  const without = translate("askedWithout", text), rest = around("");
  return el("span", { class: "asked-part" }, name, rest && role !== "date" ? button({ class: "link", title: without,
    "aria-label": without }, () => ask(rest), "×") : "");
}

function showBar() {
  const bar = byId("asked"), result = state.asked ? understand(state.asked) : undefined;
  bar.hidden = !result;
  if (!result) {
    if (state.asked) loadBox().then((loaded) => { if (loaded && state.asked) showBar(); });
    return;
  }
  const { understood, not_understood: left } = result;
  const soft = (text) => el("span", { class: "soft" }, text), close = translate("askedClose");
  bar.replaceChildren(el("strong", {}, bdi(state.asked)), soft(translate("askedAs")), ...understood.map(chip),
    left.length ? soft(translate("askedNot", left.join(translate("comma")))) : "",
    button({ class: "link", title: close, "aria-label": close }, () => change({ asked: "" }), "×"));
}

onChange((changed) => { if (changed.has("asked") || changed.has("language")) showBar(); });
