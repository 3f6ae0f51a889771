// One value of a field: the input that fits its kind, and what it reads from it.

import { ask } from "./api.js";
import { attempt, button, el, released } from "./dom.js";
import { nameInput } from "./names.js";
import { canAdd } from "./terms.js";

const FLAGS = [["", "–"], ["true", "yes"], ["false", "no"]];

/**
 * @param {any} desk what the page knows; see main.js
 * @param {string} name of the field
 * @param {any} value of the form; its value is changed in place
 * @param {() => void} changed
 * @param {string} label for screen readers
 */
export function valueInput(desk, name, value, changed, label) {
  const field = desk.vocabulary.fields[name];
  const set = (given) => {
    value.value = given;
    delete value.datatype;
    changed();
  };
  const common = { "aria-label": label };
  if (field.kind === "thing" || canAdd(field)) {
    return nameInput(desk, field, value, changed, common);
  }
  if (field.kind === "date") {
    return dateInput(desk.vocabulary, value, changed, common);
  }
  if (field.kind === "concept") {
    const listed = desk.vocabulary.concepts[field.scheme] ?? [];
    return choice([["", "–"], ...listed.map((each) => [each.value, each.label])], value.value, set, common);
  }
  if (field.kind === "flag") {
    return choice(FLAGS, String(value.value ?? ""), (given) => set(given === "" ? "" : given === "true"), common);
  }
  if (field.kind === "words") {
    value.language ||= desk.vocabulary.language;
    const language = el("input", {
      value: value.language, size: 3, "aria-label": `${label}, language`, change: (event) => {
        value.language = event.target.value.trim();
        changed();
      },
    });
    const typed = (event) => set(event.target.value);
    const text = el("textarea", { value: value.value, rows: 2, dir: "auto", ...common, input: typed });
    return el("span", { className: "words" }, text, language);
  }
  const number = field.kind === "number";
  return el("input", {
    value: value.value ?? "", ...common, inputMode: number ? "decimal" : "text",
    input: (event) => set(number ? asNumber(event.target.value) : event.target.value.trim()),
  });
}

/**
 * An input for a date, which is written as people write it.
 * @param {any} vocabulary @param {any} value its `value` is what is typed, and afterwards the date as the files have it
 * @param {() => void} changed @param {any} more attributes of the input
 */
export function dateInput(vocabulary, value, changed, more) {
  const why = el("span", { className: "why", role: "status" });
  const read = async () => {
    await released();
    const text = value.value;
    const found = text ? await attempt(() => ask(`dates?${new URLSearchParams({ text })}`)) : null;
    if (!found || value.value !== text) {
      why.textContent = "";
      return;
    }
    why.textContent = found.why;
    if (found.value) {
      vocabulary.dates[found.value] = found.words;
      value.value = found.value;
      input.value = found.words;
      changed();
    }
  };
  const input = el("input", {
    value: vocabulary.dates[value.value] ?? value.value ?? "", ...more,
    placeholder: "3 May 2021, Sept 2020, 3–5 May 2021, by 2022 …", change: read, input: () => {
      value.value = input.value.trim();
      delete value.datatype;
      changed();
    },
  });
  return el("span", { className: "date" }, input, why);
}

/** A number that JavaScript keeps as it is becomes one; others stay texts, which the server reads. */
export function asNumber(text) {
  const plain = text.trim();
  const number = Number(plain);
  return plain !== "" && String(number) === plain && Number.isSafeInteger(Math.trunc(number)) ? number : plain;
}

function choice(options, chosen, set, more) {
  const known = options.some(([value]) => value === String(chosen));
  const all = known ? options : [...options, [chosen, `${chosen} (unknown)`]];
  return el("select", { ...more, change: (event) => set(event.target.value) },
    ...all.map(([value, label]) => el("option", { value, selected: value === String(chosen) }, label)));
}

export const removeButton = (label, click) => button("×", click, { "aria-label": label, className: "remove" });
