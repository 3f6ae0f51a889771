// An input for a thing, a sector, a unit or a kind of agreement. What is typed counts: the name is looked up when the
// input is left, and a name that the register does not have is registered before the form is saved.

import { ask } from "./api.js";
import { attempt, button, el, released } from "./dom.js";
import { openRegister } from "./register.js";
import { canAdd, termKind, termsLike } from "./terms.js";

const WAIT = 250; // ms after the last key
/** Value → how its newest input shows it: a form may be drawn anew while a name is looked up. */
const newest = new WeakMap();

/** What a list calls a thing; things of one name have their ids as well. */
const called = (one, found) => (found.filter((each) => each.label === one.label).length > 1
  ? `${one.label} ${one.id}` : one.label || one.id);

/**
 * @param {any} desk @param {any} field `known` if it takes only what the register has
 * @param {any} value its `value` is the id of a thing or term; while `typed` is true, it is a name that is not looked up yet
 * @param {() => void} changed @param {any} attributes of the input
 */
export function nameInput(desk, field, value, changed, attributes) {
  const { things, concepts } = desk.vocabulary;
  const terms = canAdd(field) ? concepts[field.scheme] ??= [] : null;
  const shown = (id) => (terms ? terms.find((one) => one.value === id)?.label : things[id]);
  const list = el("ul", { className: "candidates", hidden: true });
  const why = el("span", { className: "why", role: "status" });
  let timer = 0, asked = "";
  const take = (one) => {
    if (!terms) {
      things[one.id] = one.label || one.id;
    } else if (!shown(one.id)) {
      terms.push({ value: one.id, label: one.label });
    }
    value.value = one.id;
    delete value.typed;
    delete value.datatype;
    newest.get(value)?.(one);
    changed();
  };
  newest.set(value, (one) => {
    input.value = shown(one.id);
    list.hidden = true;
    why.textContent = one.why ?? "";
  });
  const choose = (one) => {
    take(one);
    input.focus();
  };
  const ofThings = (name) => ask(`names?${new URLSearchParams({ name, classes: field.range })}`);
  const find = async (name) => (terms ? termsLike(terms, name) : ofThings(name));
  const asText = (one, found) => `${called(one, found)}${one.kind ? ` (${one.kind})` : ""}${one.why ? ` – ${one.why}` : ""}`;
  const more = (name) => (terms ? `Add “${name}” as a new ${termKind(field.scheme)} …` : `Register “${name}” …`);
  const look = async () => {
    const name = input.value.trim();
    asked = name;
    const found = name || terms ? await attempt(() => find(name)) : [];
    if (asked !== name || !found || !box.contains(document.activeElement)) {
      return;
    }
    const untabbed = { tabIndex: -1 }; // ↓ leads to them, and Tab to the next input
    list.replaceChildren(
      ...found.map((one) => el("li", {}, button(asText(one, found), () => choose(one), untabbed))),
      name && !field.known ? el("li", {}, button(more(name), async () => {
        list.hidden = true;
        await openRegister(desk.vocabulary, [{ ...unknown(name), take: choose }], input);
      }, untabbed)) : "",
    );
    list.hidden = !list.textContent;
    why.textContent = name ? `${found.length} name${found.length === 1 ? "" : "s"} like it; ↓ leads to them` : "";
  };
  const input = el("input", {
    value: (value.typed ? "" : shown(value.value)) || (value.value ?? ""), ...attributes,
    autocomplete: "off", placeholder: "name",
    input: () => {
      value.value = input.value.trim();
      value.typed = value.value !== "";
      delete value.datatype;
      changed();
      clearTimeout(timer);
      timer = setTimeout(look, WAIT);
    },
    keydown: (event) => {
      if (event.key === "ArrowDown" && !list.hidden) {
        event.preventDefault();
        list.querySelector("button").focus();
      } else if (event.key === "ArrowDown" && terms) {
        event.preventDefault();
        clearTimeout(timer);
        look().then(() => list.querySelector("button")?.focus());
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault(); // or it would close a dialog as well
        list.hidden = true;
      }
    },
  });
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      (buttons[next] ?? input).focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      list.hidden = true;
      input.focus();
    }
  });
  const left = ({ relatedTarget }) => {
    if (!box.contains(relatedTarget)) {
      clearTimeout(timer);
      asked = "";
      list.hidden = true;
      released().then(() => attempt(box.settle));
    }
  };
  const box = el("span", { className: "name", focusout: left }, input, why, list);
  /** Looks the typed name up. Returns whether the value is a thing, or empty. */
  box.settle = async () => {
    if (!value.typed) {
      return true;
    }
    const name = value.value, found = await find(name), sure = found.find((one) => one.match || one.id === name);
    if (value.typed && value.value === name && sure) {
      take(sure);
    } else if (value.typed) {
      why.textContent = unclear(found.length, field.known);
    }
    return !value.typed;
  };
  const unknown = (name) => ({ name, range: field.range ?? "", scheme: terms ? field.scheme : "", take });
  box.known = Boolean(field.known);
  box.unknown = () => unknown(value.value);
  return box;
}

/** Why a typed name does not count. */
function unclear(number, known) {
  if (known) {
    return number ? "Several names are like it. Choose one with ↓." : "Not in the register.";
  }
  return number ? "Several names are like it. Choose one with ↓; or a save asks for what is needed to register it."
    : "Not in the register yet. A save asks for what is needed to register it.";
}

/** Looks up all typed names below an element, and asks to register those that may be new. Returns whether all are things. */
export async function settleNames(vocabulary, below) {
  /** @type {any[]} */
  const boxes = [...below.querySelectorAll(".name:has(> .candidates)")];
  const known = await Promise.all(boxes.map((box) => box.settle()));
  const left = boxes.filter((_, at) => !known[at]);
  return left.length === 0
    || (left.every((box) => !box.known) && openRegister(vocabulary, left.map((box) => box.unknown())));
}

/** Where a thing of a kind can be: an organisation in a country, a place in a larger one, an asset nowhere (""). */
export function placeRange(vocabulary, kind) {
  const own = vocabulary.classes[kind]?.fields ?? [];
  return own.includes("within") ? "Place" : own.includes("country") ? "Country" : "";
}

export function slug(text) {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
}
