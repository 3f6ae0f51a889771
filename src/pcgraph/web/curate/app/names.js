// An input for a thing: what is typed is a name or an id, and a name is matched with the register, or registered.

import { ask } from "./api.js";
import { attempt, button, el, labelled, openDialog, say, titled } from "./dom.js";

const WAIT = 250; // ms after the last key
const GROUPS = { Place: "place", Country: "place", Asset: "asset" }; // range of a field → classes of the register

/** @param {any} desk @param {any} field @param {string} id @param {(id: string) => void} set @param {any} more */
export function nameInput(desk, field, id, set, more) {
  const list = el("ul", { className: "candidates", hidden: true });
  const why = el("span", { className: "why", role: "status" });
  let timer = 0, asked = "";
  const choose = (one) => {
    input.value = one.id;
    list.hidden = true;
    why.textContent = `${one.label}: ${one.why}`;
    set(one.id);
    input.focus();
  };
  const look = async () => {
    const name = input.value.trim();
    asked = name;
    const query = new URLSearchParams({ name, classes: field.range });
    const found = name ? await attempt(() => ask(`names?${query}`)) : [];
    if (asked !== name || !found || !box.contains(document.activeElement)) {
      return;
    }
    list.replaceChildren(
      ...found.map((one) =>
        el("li", {}, button(`${one.label || one.id} (id:${one.id}, ${one.kind}) – ${one.why}`, () => choose(one)))),
      el("li", {}, button(`Register “${name}” …`, () => {
        list.hidden = true;
        openRegister(desk, field, name, choose, input);
      })),
    );
    list.hidden = !name;
    why.textContent = name ? `${found.length} candidate${found.length === 1 ? "" : "s"}; ↓ leads to them` : "";
  };
  const input = el("input", {
    value: id ?? "", ...more, autocomplete: "off", placeholder: "name or id",
    input: () => {
      set(input.value.trim());
      clearTimeout(timer);
      timer = setTimeout(look, WAIT);
    },
    keydown: (event) => {
      if (event.key === "ArrowDown" && !list.hidden) {
        event.preventDefault();
        list.querySelector("button").focus();
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
    }
  };
  const box = el("span", { className: "name", focusout: left }, input, why, list);
  return box;
}

/** A dialog that registers a name; afterwards the input has its id. */
function openRegister(desk, field, name, choose, back) {
  const classes = Object.entries(desk.vocabulary.classes).filter(([, each]) => ["agent", "place", "asset"].includes(each.group));
  const fitting = field.range === "" ? "" : GROUPS[field.range] ?? "agent"; // "" for all
  const kind = el("select", {}, ...classes.filter(([, each]) => !fitting || each.group === fitting)
    .map(([value, each]) => el("option", { value, selected: value === field.range || value === "Company" }, each.label)));
  const label = el("input", { value: name });
  const id = el("input", { value: slug(name) });
  const country = el("span"), code = el("input", { maxLength: 2, size: 2 });
  const chosen = { country: "" };
  country.append(titled("Country or larger place", nameInput(desk, { range: "Country" }, "", (given) => {
    chosen.country = given;
  }, { "aria-label": "Country or larger place" })));
  const save = async () => {
    const own = desk.vocabulary.classes[kind.value].fields, fields = {};
    const add = (each, value) => {
      if (value && own.includes(each)) {
        fields[each] = [{ value, inferred: false }];
      }
    };
    add("country", chosen.country);
    add("within", chosen.country);
    add("isoCode", code.value.trim().toUpperCase());
    const { done } = await ask("register", { class: kind.value, label: label.value, id: id.value, fields });
    say(`Registered: id:${done}`);
    return () => choose({ id: done, label: label.value, why: "registered now" });
  };
  label.addEventListener("input", () => {
    id.value = slug(label.value);
  });
  openDialog("Register a name", [
    labelled("Kind", kind), labelled("Name", label), labelled("Id", id), country,
    labelled("Code of a country (ISO 3166-1)", code),
  ], "Register", save, back);
  label.focus();
}

export function slug(text) {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
}
