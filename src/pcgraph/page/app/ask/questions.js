// The catalogue: a list of its questions, and for the chosen one a field for each of its parameters.

import { bdi, byId, button, el } from "../text/elements.js";
import { capitalise, translate } from "../text/text.js";
import { normalise } from "../text/tokens.js";
import { SETTINGS } from "./page_engine.js";
import { resolveValue, suggest } from "./terms.js";

const listElement = byId("questions"), valuesElement = byId("ask-values");

/** Return the question of this name, or undefined. */
export const findQuestion = (name) => SETTINGS.questions.find((question) => question.name === name);

/** Build the list of questions, or of those that contain the words of the search field. Choosing one calls `choose(name)`. */
export function buildQuestions(chosen, choose) {
  const hasFocus = listElement.contains(document.activeElement);
  const words = normalise(byId("questions-filter").value).split(/\s+/);
  const found = SETTINGS.questions.filter(({ name, topic, title, question }) =>
    words.every((word) => normalise(`${name} ${topic} ${title} ${question}`).includes(word)));
  const entry = (name, text, title, lang) => button({ class: "item", "data-name": name, title,
    "aria-pressed": String(name === chosen), tabindex: "-1" }, () => choose(name), bdi(text, lang));
  const topics = [...new Set(found.map(({ topic }) => topic))];
  listElement.replaceChildren(entry("", translate("askOwn"), null, null), ...topics.flatMap((topic) => [
    el("h3", { lang: "en" }, capitalise(topic)),
    ...found.filter((each) => each.topic === topic).map(({ name, title, question }) => entry(name, title, question, "en")),
  ]), found.length ? "" : el("p", { class: "soft" }, translate("askNoMatch")));
  const buttons = [...listElement.querySelectorAll("button")];
  const current = buttons.find(({ dataset }) => dataset.name === chosen) || buttons[0];
  current.tabIndex = 0;
  if (hasFocus) current.focus();
}

// Only one question is a tab stop. The arrow keys lead to the others.
listElement.addEventListener("keydown", (event) => {
  const buttons = [...listElement.querySelectorAll("button")];
  const place = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const to = { ArrowDown: buttons[place + 1], ArrowUp: buttons[place - 1], Home: buttons[0], End: buttons.at(-1) }[event.key];
  if (!to) return;
  event.preventDefault();
  buttons[place].tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
});

/** Show a field for each parameter of a question. `act` is called when the reader has changed a value. */
export function showFields(question, values, act) {
  valuesElement.replaceChildren(...question.parameters.map((parameter) => {
    const id = `ask-value-${parameter.name}`;
    const input = el("input", { id, type: parameter.datatype === "date" ? "date" : "text", autocomplete: "off",
      spellcheck: "false", list: SETTINGS.patterns[parameter.type] ? `names-${parameter.type}` : null });
    input.value = values[parameter.name] ?? parameter.example;
    input.addEventListener("focus", () => fillNames(parameter));
    input.addEventListener("change", act);
    return el("label", { for: id }, el("span", { lang: "en" }, parameter.name), el("span", { class: "soft", lang: "en" },
      parameter.type === parameter.name ? "" : ` (${parameter.type})`), input);
  }));
  valuesElement.hidden = !question.parameters.length;
}

/** Fill the list of names that a field suggests. */
async function fillNames(parameter) {
  const id = `names-${parameter.type}`;
  if (document.getElementById(id) || !SETTINGS.patterns[parameter.type]) return;
  const list = el("datalist", { id });
  valuesElement.append(list);
  try {
    const names = new Map(), english = new Set();
    for (const [value, name, lang] of await suggest(parameter)) {
      if (names.has(value) && (lang !== "en" || english.has(value))) continue; // the first in English, or else the first
      names.set(value, name);
      if (lang === "en") english.add(value);
    }
    list.append(...[...names].map(([value, name]) => el("option", { value }, name)));
  } catch {
    list.remove(); // the engine was stopped; the next focus asks again
  }
}

/** Return the values in the fields, by parameter. */
const readValues = (question) => Object.fromEntries(question.parameters.map(({ name }) =>
  [name, byId(`ask-value-${name}`).value.trim()]));

/** Return the values in the fields, with ids instead of names; fail with an `AskError` if one of them means nothing. */
export async function resolveValues(question) {
  const values = readValues(question);
  for (const parameter of question.parameters) values[parameter.name] = await resolveValue(parameter, values[parameter.name]);
  return values;
}

// ---- The address -----------------------------------------------------------------------------------------------------

/** Return a question with its values as the address holds it: its name, and the values that are no defaults. */
export function formatQuestion(question, values) {
  const changed = question.parameters.filter(({ name, example }) => values[name] !== example)
    .map(({ name }) => [name, values[name]]);
  return changed.length ? `${question.name} ${new URLSearchParams(changed)}` : question.name;
}

/** Return the name and the values of what `formatQuestion` wrote. */
export function parseQuestion(text) {
  const [, name, values] = /^(\S*) ?(.*)$/s.exec(text) ?? [];
  return { name, values: Object.fromEntries(new URLSearchParams(values)) };
}
