// The dialog in which a curator edits the names of a thing of the register, in any language.

import { Refusal, ask } from "./api.js";
import { attempt, button, el, labelled, openDialog, say, titled } from "./dom.js";
import { nameInput, placeRange, settleNames } from "./names.js";
import { removeButton } from "./values.js";

const KINDS = {
  label: "Label", altLabel: "Other name or abbreviation", hiddenLabel: "Misspelling, for the search",
  description: "In a sentence",
};
const english = new Intl.DisplayNames(["en"], { type: "language" });

/** The English name of a language; the code itself if it has none. */
export function language(code) {
  try {
    return code ? english.of(code) ?? code : "no language";
  } catch {
    return code; // that nobody knows
  }
}

/**
 * Says which languages have a label, and which of the project have none.
 * @param {string[]} wanted codes of the languages of the project
 * @param {string[]} present codes of the languages that have one
 */
export function coverage(wanted, present) {
  const lacking = wanted.filter((code) => !present.includes(code)).map(language);
  const has = present.length ? `Label in ${present.map(language).join(", ")}` : "No label";
  return `${has}${lacking.length ? `; none in ${lacking.join(", ")}` : ""}.`;
}

/** @param {any} vocabulary @param {string} id "" to choose one in the dialog @param {() => void} done */
export async function openNames(vocabulary, id, done) {
  /** The names as they are in the files. @type {{ id: string, file: string, names: any[] } | null} */
  let read = null;
  let asked = id;
  const chosen = { value: id };
  const note = el("p", { role: "status" }), rows = el("div", { className: "names" });
  const entered = () => [...rows.children].map((row) => {
    const [kind, value, code] = row.querySelectorAll("select, input");
    return { kind: kind.value, value: value.value, language: code.value.trim() };
  });
  const describe = () => {
    const labels = entered().filter((each) => each.kind === "label" && each.value.trim());
    note.textContent = `${coverage(vocabulary.languages, labels.map((each) => each.language))}`;
  };
  const add = (row, focus = false) => {
    const n = rows.children.length + 1;
    const kinds = Object.entries(KINDS).map(([value, text]) => el("option", { value, selected: value === row.kind }, text));
    const kind = el("select", { "aria-label": `Kind of name ${n}`, change: describe }, ...kinds);
    const value = el("input", { "aria-label": `Name ${n}`, value: row.value, dir: "auto", size: 44, input: describe });
    const code = el("input", {
      "aria-label": `Language of name ${n}`, placeholder: "en", title: "Code of the language",
      value: row.language, size: 6, input: describe,
    });
    const made = el("div", { className: "row" }, kind, value, code, removeButton(`Remove name ${n}`, () => {
      made.remove();
      describe();
      more.focus();
    }));
    rows.append(made);
    if (focus) {
      value.focus();
    }
  };
  const more = button("Add a name", () => {
    const has = new Set(entered().filter((each) => each.kind === "label").map((each) => each.language));
    const next = vocabulary.languages.find((code) => !has.has(code));
    add({ kind: next ? "label" : "altLabel", value: "", language: next ?? vocabulary.language }, true);
  }, { disabled: true });
  const about = el("div"), place = { value: "" };
  /** @type {any} */
  let kind = null;
  const showKind = (found) => {
    const group = vocabulary.classes[found.class]?.group;
    place.value = found.place;
    vocabulary.things[found.place] ??= found.placeName;
    const like = Object.entries(vocabulary.classes).filter(([, each]) => each.group === group);
    kind = el("select", {}, ...like.map(([value, each]) => el("option", { value, selected: value === found.class }, each.label)));
    const where = "Country or larger place", range = placeRange(vocabulary, found.class);
    about.replaceChildren(...(["agent", "place", "asset"].includes(group ?? "") ? [labelled("Kind", kind),
      range && titled(where, nameInput({ vocabulary }, { range }, place, () => {}, { "aria-label": where }))] : [])
      .filter(Boolean));
  };
  const load = async () => {
    if (!id && !await settleNames(vocabulary, choose)) {
      return;
    }
    const wanted = asked;
    const found = await ask(`things/${encodeURIComponent(wanted)}`);
    if (wanted === asked) {
      read = found;
      rows.replaceChildren();
      found.names.forEach((each) => add(each));
      showKind(found);
      more.disabled = false;
      describe();
    }
  };
  if (id) {
    await attempt(load);
    if (!read) {
      return; // the header says why
    }
  }
  const changed = () => {
    asked = chosen.value;
    read = null;
    rows.replaceChildren();
    more.disabled = true;
    note.textContent = "";
  };
  const choose = id ? el("p", {}, vocabulary.things[id] ?? id)
    : titled("Name", nameInput({ vocabulary }, { range: "", known: true }, chosen, changed, { "aria-label": "Name" }));
  const parts = [choose, !id && button("Show its names", () => attempt(load)), note, about, rows, more].filter(Boolean);
  openDialog("Names", parts, "Save the names", async () => {
    if (!read) {
      throw new Refusal({ lines: ["Choose a thing, and show its names first."], findings: [] }, 0);
    }
    const names = entered().filter((each) => each.value.trim());
    if (about.firstChild && !await settleNames(vocabulary, about)) {
      throw new Refusal({ lines: ["The country or place is not in the register."], findings: [] }, 0);
    }
    const own = about.firstChild ? vocabulary.classes[kind.value].fields : [];
    const field = own.includes("country") ? "country" : "within";
    const placed = placeRange(vocabulary, kind?.value) ? { place: place.value, field } : {};
    const facts = about.firstChild ? { class: kind.value, ...placed } : {};
    const { done: files } = await ask("things", { id: read.id, before: read.names, names, ...facts });
    say(files.length ? "The entry is saved." : "The entry is as it was.");
    return done;
  });
}
