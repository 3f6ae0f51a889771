// The questions of the catalogue: their list, and the values of the one that is chosen.

import { DATA, byId, createElement, editor, showError } from "./page.js";
import { questionText, toTerm } from "./terms.js";
import { transport } from "./transport.js";

/** The question whose text was put into the editor. @type {Question | null} */
let chosen = null;
/** Whether all values have a meaning. @type {Promise<boolean> | null} */
let resolving = null;

const inputOf = ({ name }) => byId(`parameter-${name}`);
const valueOf = (parameter) => inputOf(parameter).value.trim();
const readValues = ({ parameters }) => Object.fromEntries(parameters.map((parameter) => [parameter.name, valueOf(parameter)]));

/** Return the question in the editor and its values as { name, values }, or null if the reader has changed its text. */
export function unchangedQuestion() {
  if (!chosen) return null;
  const values = readValues(chosen);
  return editor.value && editor.value === questionText(chosen, values) ? { name: chosen.name, values } : null;
}

/** List the questions that have the words of the search field. */
export function listQuestions() {
  const words = byId("filter").value.trim().toLowerCase().split(/\s+/), container = byId("examples");
  container.replaceChildren();
  let topic = "";
  for (const item of DATA.examples) {
    const text = `${item.name} ${item.title} ${item.question}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    if (item.topic !== topic) container.append(createElement("h3", (topic = item.topic)));
    const button = createElement("button", item.title, { type: "button", "data-name": item.name });
    button.setAttribute("aria-pressed", String(item === chosen));
    button.addEventListener("click", () => chooseQuestion(item));
    container.append(button);
  }
  if (!container.children.length) container.append(createElement("p", "No match", { class: "soft" }));
}

export const findQuestion = (name) => DATA.examples.find((item) => item.name === name);

/** Put a question into the editor. `values` replace the examples of its parameters and may be names, such as "Lumen AG". */
export function chooseQuestion(item, values = {}) {
  chosen = item;
  byId("question").textContent = item.question;
  byId("parameters").replaceChildren(...item.parameters.map((parameter) => createField(parameter, values[parameter.name])));
  byId("parameters").hidden = !item.parameters.length;
  editor.value = "";
  fillIn();
  const given = item.parameters.filter(({ name }) => name in values);
  resolving = Promise.all(given.map(resolveName)).then((usable) => usable.every(Boolean));
  for (const button of byId("examples").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.name === item.name));
  }
}

const FIELDS = { date: "date", integer: "number", decimal: "number" };

function createField(parameter, value) {
  const input = createElement("input", undefined, { type: FIELDS[parameter.datatype] || "text", id: `parameter-${parameter.name}`,
    spellcheck: "false", autocomplete: "off", step: "any" });
  input.value = value ?? parameter.example;
  if (!parameter.datatype) input.setAttribute("list", suggestionList(parameter));
  input.addEventListener("input", fillIn);
  input.addEventListener("change", () => { resolving = resolveName(parameter); });
  const label = createElement("label", `${parameter.name} (${parameter.type})`, { for: input.id });
  label.append(input);
  return label;
}

/** The terms of the graph, once they are loaded. @type {any} */
let known = null;

/** Fill the lists of names that fields suggest. */
export function suggestNames(terms) {
  known = terms;
  for (const parameter of chosen?.parameters || []) if (!parameter.datatype) suggestionList(parameter);
}

/** Return the id of the list of what a parameter may name. */
function suggestionList({ type, space }) {
  const id = `names-${type}`, list = document.getElementById(id) || createElement("datalist", undefined, { id });
  if (known && !list.children.length) {
    const kinds = known.kinds[type] || [type], found = Object.entries(known.names).filter(([name, [, , kind]]) =>
      kinds.includes(kind) || type === "thing" && name.startsWith("id:"));
    list.append(...found.map(([name, [label]]) => createElement("option", label, { value: shortId(name, space) })));
  }
  document.body.append(list);
  return id;
}

const shortId = (name, space) => {
  const [prefix, ...rest] = name.split(":");
  return DATA.prefixes[prefix] === space ? rest.join(":") : name;
};

/** Insert the values into the query. What the reader has changed elsewhere in the query stays. */
function fillIn() {
  const blocks = [], question = /** @type {Question} */ (chosen);
  showError("");
  for (const parameter of question.parameters) {
    const { name, type, example } = parameter, value = valueOf(parameter), term = toTerm(parameter, value);
    if (!term) {
      const expected = `expected a value${example && ` such as ${example}`}`;
      return showError(`${name}: ${value || "empty"} is not a valid ${type}; ${expected}`);
    }
    blocks.push([name, `VALUES ?${name} { ${term} }`]);
  }
  if (!editor.value) editor.value = questionText(question, readValues(question));
  for (const [name, block] of blocks) {
    editor.value = editor.value.replace(new RegExp(`VALUES \\?${name} \\{[^}]*\\}`), () => block);
  }
}

/** Replace a name that is not an id by the id of what it means. Return whether the value is usable. */
async function resolveName(parameter) {
  const input = inputOf(parameter), text = valueOf(parameter);
  if (parameter.datatype || !text || /^https?:/.test(text)) return true;
  const found = await transport.resolve(parameter, text);
  if (input.value.trim() !== text) return true; // edited meanwhile
  if (found.error) {
    showError(found.error);
    return false;
  }
  input.value = found.id;
  fillIn();
  const meaning = [`${text}: ${found.id}`, found.label].filter(Boolean).join(", ");
  if (found.id !== text) byId("question").textContent = `${/** @type {Question} */ (chosen).question} (${meaning})`;
  return true;
}

/** Wait until all names are ids. Return whether the query can run. */
export async function settleValues() {
  const isUsable = await resolving;
  resolving = null;
  return isUsable !== false;
}
