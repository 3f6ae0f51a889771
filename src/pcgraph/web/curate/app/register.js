// The dialog that registers names, and adds terms, which the register does not have, all of them together.

import { Refusal, ask } from "./api.js";
import { el, labelled, openDialog, say, titled } from "./dom.js";
import { nameInput, slug } from "./names.js";
import { newTerm, termKind } from "./terms.js";

const GROUPS = { Place: "place", Country: "place", Asset: "asset" }; // range of a field → classes of the register

/**
 * @param {any} vocabulary
 * @param {{name: string, range: string, scheme?: string, hints?: any, aliases?: () => string[],
 *   take: (one: any) => void}[]} wanted `take` gets the new thing; with a `scheme`, it is a term of this list
 * @param {any} [back] gets the focus when the dialog is closed
 * @returns {Promise<boolean>} whether they were registered
 */
export function openRegister(vocabulary, wanted, back = document.activeElement) {
  /** @param {{name: string, scheme?: string}} each */
  const keyOf = ({ scheme, name }) => `${scheme ?? ""} ${name}`;
  const first = [...new Map([...wanted].reverse().map((each) => [keyOf(each), each])).values()].reverse();
  const things = first.filter((each) => !each.scheme), terms = first.filter((each) => each.scheme);
  const kept = [...things, ...terms];
  const rows = kept.map(({ name, range, scheme, hints }) =>
    (scheme ? newTerm(vocabulary, name, scheme) : newThing(vocabulary, name, range, hints ?? vocabulary.hints?.[name])));
  return new Promise((done) => {
    const save = async () => {
      await Promise.all(rows.map((row) => row.settle()));
      /** @type {any[]} */
      const read = rows.map((row, at) => (kept[at].scheme ? row.read() : { ...row.read(), aliases: kept[at].aliases?.() ?? [] }));
      const fresh = read.slice(0, things.length).filter((_, at) => !rows[at].same());
      const asked = { things: fresh, terms: read.slice(things.length) };
      const ids = fresh.length || terms.length ? (await ask("register", asked)).done : [];
      if (read.some((each) => each.newKind)) {
        Object.assign(vocabulary, await ask("vocabulary")); // which has the new kinds
      }
      say(`${things.length ? "Registered" : "Added"}: ${rows.map((row) => row.label()).join(", ")}`);
      return () => {
        kept.forEach((one, at) => {
          const id = rows[at].same?.() || ids.shift(), why = one.scheme ? "added now" : "registered now";
          wanted.filter((each) => keyOf(each) === keyOf(one)).forEach((each) => each.take({ id, label: rows[at].label(), why }));
        });
        done(true);
      };
    };
    const what = terms.length === 1 ? `a ${termKind(terms[0].scheme)}` : `${terms.length} terms`;
    const title = !things.length ? `Add ${what}` : kept.length === 1 ? "Register a name" : `Register ${kept.length} names`;
    openDialog(title, rows.map((row) => row.box), things.length ? "Register" : "Add", save, back)
      .addEventListener("close", () => done(false));
  });
}

/** The inputs for one new thing; `hints` are its likely class, country and code. */
export function newThing(vocabulary, name, range, hints = { class: "", country: "", code: "" }) {
  const classes = Object.entries(vocabulary.classes).filter(([, each]) => ["agent", "place", "asset"].includes(each.group));
  const fitting = range === "" ? "" : GROUPS[range] ?? "agent"; // "" for all
  const usual = hints.class in vocabulary.classes ? hints.class
    : range in vocabulary.classes && range !== "Organization" ? range : "Company";
  const kind = el("select", { change: () => show() }, ...classes.filter(([, each]) => !fitting || each.group === fitting)
    .map(([value, each]) => el("option", { value, selected: value === usual }, each.label)),
  (!fitting || fitting === "agent") && el("option", { value: "" }, "another kind of organisation …"));
  const other = newKind(classes);
  const label = el("input", { value: name }), id = el("input", { value: slug(name) });
  const code = el("input", { maxLength: 2, size: 2, value: hints.code ?? "" });
  const place = { value: hints.country.replace(/^id:/, "") };
  const where = "Country or larger place", is = { "aria-label": where };
  const country = nameInput({ vocabulary }, { range: "Country" }, place, () => {}, is);
  /** @type {any} */
  const known = { value: "" }; // the thing, if the register has it under another name
  const same = nameInput({ vocabulary }, { range, known: true }, known, () => {
    details.hidden = known.value !== "" && !known.typed;
  }, { "aria-label": `Another name of what “${name}” is` });
  const idRow = labelled("Short name in Latin letters, for the files", id);
  const codeRow = labelled("Code of a country (ISO 3166-1)", code);
  const show = () => {
    idRow.classList.toggle("technical", slug(label.value) !== "");
    codeRow.hidden = kind.value !== "Country";
    other.box.hidden = kind.value !== "";
  };
  label.addEventListener("input", () => {
    id.value = slug(label.value);
    show();
  });
  show();
  const details = el("div", {}, labelled("Name", label), labelled("Kind", kind), other.box, titled(where, country),
    codeRow, idRow);
  return {
    box: el("fieldset", {}, el("legend", {}, name), details, titled("Or it is known under another name", same)),
    settle: async () => {
      if (!await same.settle()) {
        const line = `${name}: “${known.value}” is not the name of one entry. Choose one with ↓, or empty the field.`;
        throw new Refusal({ lines: [line], findings: [] }, 0);
      }
      await country.settle();
    },
    same: () => known.value,
    label: () => (known.value ? vocabulary.things[known.value] ?? known.value : label.value.trim()),
    read: () => {
      const own = vocabulary.classes[kind.value || other.above()].fields, fields = {};
      const isoCode = codeRow.hidden ? "" : code.value.trim().toUpperCase();
      const given = { country: place.value, within: place.value, isoCode };
      for (const [field, value] of Object.entries(given)) {
        if (value && own.includes(field)) {
          fields[field] = [{ value, inferred: false }];
        }
      }
      const added = kind.value ? {} : { newKind: other.read() };
      return { ...added, class: kind.value, label: label.value, id: id.value, fields };
    },
  };
}

/** The inputs for a new kind of organisation. @param {[string, any][]} classes */
function newKind(classes) {
  const label = el("input", { size: 30 }), definition = el("textarea", { rows: 2, cols: 50 });
  const above = el("select", {}, ...classes.filter(([, each]) => each.group === "agent").map(([value, each]) =>
    el("option", { value, selected: value === "Organization" }, each.label)));
  return {
    box: el("div", {}, labelled("Name of the kind, such as cooperative", label), labelled("It is a kind of", above),
      labelled("What the kind means, in one sentence of your own", definition)),
    above: () => above.value,
    read: () => ({ label: label.value, above: above.value, definition: definition.value }),
  };
}
