// The first page: the sources, those with unproved passages first, and a form for a new one.

import { ask } from "./api.js";
import { attempt, button, el, labelled, say, stateLabel, titled } from "./dom.js";
import { nameInput, slug as slugOf } from "./names.js";

/** @param {Element} main @param {any} vocabulary @param {(slug: string) => void} open */
export async function openQueue(main, vocabulary, open) {
  const rows = await ask("queue");
  const unproved = rows.filter((row) => row.unproved > 0).length;
  const table = el("table", {},
    el("thead", {}, el("tr", {},
      ...["Source", "Date", "Text", "Passages"].map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {},
      el("td", {}, el("a", { href: `#source/${row.slug}` }, row.title), el("code", {}, ` src:${row.slug}`)),
      el("td", {}, row.date), el("td", {}, row.text ? "yes" : "no"),
      el("td", {}, statesOf(row))))));
  main.replaceChildren(el("div", { className: "queue" }, newSource(vocabulary, open),
    el("h2", {}, "Sources"),
    el("p", {}, rows.length
      ? `${rows.length} sources; ${unproved} have passages that are not proved. Those with a text come first.`
      : "There are no sources yet. Add one above."),
    rows.length ? table : ""));
}

function statesOf(row) {
  return Object.entries(row.states).map(([state, number]) => `${number} ${stateLabel(state)}`).join(", ") || "none";
}

function newSource(vocabulary, open) {
  const input = (more = {}) => el("input", { ...more });
  const title = input(), slug = input(), address = input({ type: "url" }), date = input({ placeholder: "2025-09-03" });
  const text = el("textarea", { rows: 6, dir: "auto" });
  const file = input({ type: "file", accept: ".txt,.pdf,text/plain,application/pdf" });
  let publisher = "";
  const by = nameInput({ vocabulary }, { range: "Organization" }, "", (given) => {
    publisher = given;
  }, { "aria-label": "Publisher" });
  const tier = el("select", {}, ...vocabulary.concepts.tiers.map((each) =>
    el("option", { value: each.value, selected: each.value === "press" }, each.label)));
  title.addEventListener("input", () => {
    slug.value = slugOf(title.value);
  });
  const save = () => attempt(async () => {
    say("Adding …");
    const fields = {};
    const put = (name, value) => {
      if (value) {
        fields[name] = [{ value, inferred: false }];
      }
    };
    put("title", title.value.trim());
    put("publisher", publisher);
    put("tier", tier.value);
    put("date", date.value.trim());
    put("address", address.value.trim());
    const chosen = file.files[0];
    const made = await ask("sources", {
      slug: slug.value.trim(), fields, text: text.value,
      ...(chosen ? { file: await base64(chosen), name: chosen.name } : {}),
    });
    say(`Added: src:${made.done}`);
    open(made.done);
  });
  return el("details", {}, el("summary", {}, "Add a source"),
    el("p", {}, "Give its text, or a text or PDF file. With an address alone, the page is fetched and kept."),
    labelled("Title, in your own words", title), labelled("Id", slug), titled("Publisher", by),
    labelled("Kind of source", tier), labelled("Date", date), labelled("Address", address), labelled("Text", text),
    labelled("File", file),
    el("p", { className: "buttons" }, button("Add the source", save, { className: "main" })));
}

/** @param {File} file */
async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
