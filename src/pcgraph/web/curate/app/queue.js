// The first page: the sources, those with unproved passages first, and a form for a new one.

import { ask } from "./api.js";
import { attempt, button, el, labelled, say, stateLabel, titled } from "./dom.js";
import { nameInput, settleNames, slug as slugOf } from "./names.js";
import { dateInput } from "./values.js";

/** @type {Record<string, [string, (row: any) => boolean]>} */
const SHOWN = {
  all: ["All sources", () => true],
  unproved: ["With passages that are not proved", (row) => row.unproved > 0],
  text: ["With a text", (row) => row.text],
  "no-text": ["Without a text", (row) => !row.text],
  empty: ["Without an engagement", (row) => row.engagements === 0],
};
/** Whether nothing of the text of a source is said yet. */
export const waits = (row) => row.text && row.engagements === 0;
/** What is looked for; it stays while the page is open. */
const wanted = { words: "", shown: "all" };

/** The sources that have all words in their title, publisher, date or id, and that are of the chosen kind. */
export function matching(rows, { words, shown }) {
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const parts = plain(words).split(/\s+/).filter(Boolean);
  return rows.filter((row) => SHOWN[shown][1](row)
    && parts.every((part) => plain(`${row.title} ${row.publisher} ${row.date} ${row.slug}`).includes(part)));
}

/** @param {Element} main @param {any} vocabulary @param {(slug: string) => void} open */
export async function openQueue(main, vocabulary, open) {
  const rows = await ask("queue"), texts = rows.filter((row) => row.text).length, waiting = rows.filter(waits).length;
  const table = el("div"), count = el("p", { role: "status" });
  const draw = () => {
    const found = matching(rows, wanted), unproved = found.filter((row) => row.unproved > 0).length;
    count.textContent = rows.length
      ? `${found.length} of ${rows.length} sources; ${unproved} with passages that are not proved. Those with a text come first.`
      : "There are no sources yet. Add one above.";
    table.replaceChildren(found.length ? tableOf(found) : "");
  };
  const words = el("input", {
    type: "search", value: wanted.words, size: 40, placeholder: "words of the title, publisher or date", input: () => {
      wanted.words = words.value;
      draw();
    },
  });
  const shown = el("select", { change: () => {
    wanted.shown = shown.value;
    draw();
  } }, ...Object.entries(SHOWN).map(([value, [text]]) => el("option", { value, selected: value === wanted.shown }, text)));
  draw();
  main.replaceChildren(el("div", { className: "queue" }, newSource(vocabulary, open), el("h2", {}, "Sources"),
    el("p", {}, el("a", { href: "#table" }, "Bring a table"), " of engagements, as a CSV file or an Excel workbook."),
    texts > 0 && el("p", {}, el("a", { href: "#review" }, "Review drafts"),
      ` of ${waiting} texts that have no engagement yet, and then of ${texts - waiting} that may say more.`),
    el("div", { className: "heading" }, labelled("Search", words), labelled("Show", shown)), count, table));
}

function tableOf(rows) {
  return el("table", {},
    el("thead", {}, el("tr", {},
      ...["Source", "Publisher", "Date", "Text", "Passages"].map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {},
      el("td", {}, el("a", { href: `#source/${row.slug}` }, row.title), el("code", { className: "technical" }, ` ${row.slug}`)),
      el("td", {}, row.publisher), el("td", {}, row.date), el("td", {}, row.text ? "yes" : "no"),
      el("td", {}, statesOf(row))))));
}

function statesOf(row) {
  return Object.entries(row.states).map(([state, number]) => `${number} ${stateLabel(state)}`).join(", ") || "none";
}

function newSource(vocabulary, open) {
  const title = el("input"), slug = el("input"), address = el("input", { type: "url" });
  const text = el("textarea", { rows: 6, dir: "auto" });
  const file = el("input", { type: "file", accept: ".txt,.pdf,text/plain,application/pdf" });
  const publisher = { value: "" }, date = { value: "" };
  const by = nameInput({ vocabulary }, { range: "Organization" }, publisher, () => {}, { "aria-label": "Publisher" });
  const tier = el("select", {}, ...vocabulary.concepts.tiers.map((each) =>
    el("option", { value: each.value, selected: each.value === "press" }, each.label)));
  title.addEventListener("input", () => {
    slug.value = slugOf(title.value);
  });
  const save = () => attempt(async () => {
    if (!await settleNames(vocabulary, made)) {
      return;
    }
    say("Adding …");
    const fields = {};
    const put = (name, value) => {
      if (value) {
        fields[name] = [{ value, inferred: false }];
      }
    };
    put("title", title.value.trim());
    put("publisher", publisher.value);
    put("tier", tier.value);
    put("date", date.value);
    put("address", address.value.trim());
    const chosen = file.files[0];
    const { done } = await ask("sources", {
      slug: slug.value.trim(), fields, text: text.value,
      ...(chosen ? { file: await base64(chosen), name: chosen.name } : {}),
    });
    say(`Added: ${title.value.trim() || done}`);
    open(done);
  });
  const idRow = labelled("Id", slug, { className: "labelled technical" });
  const made = el("details", {}, el("summary", {}, "Add a source"),
    el("p", {}, "Give its text, or a text or PDF file. With an address alone, the page is fetched and kept."),
    labelled("Title, in your own words", title), idRow,
    titled("Publisher", by), labelled("Kind of source", tier),
    titled("Date", dateInput(vocabulary, date, () => {}, { "aria-label": "Date" })), labelled("Address", address),
    labelled("Text", text),
    labelled("File", file),
    el("p", { className: "buttons" }, button("Add the source", save, { className: "main" })));
  return made;
}

/** @param {File} file */
export async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
