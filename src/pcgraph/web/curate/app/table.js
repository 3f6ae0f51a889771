// The page "Bring a table": what its columns mean, its first rows, what it does not say, and what a save would add.

import { Refusal, ask } from "./api.js";
import { attempt, button, el, labelled, say, titled } from "./dom.js";
import { nameInput, settleNames } from "./names.js";
import { base64 } from "./queue.js";
import { openRegister } from "./register.js";

const PUBLISHER = "source.publisher"; // the question whose answer is a thing
/** Kind of an unknown name → the list of terms that it belongs to. @type {Record<string, string>} */
const SCHEMES = { sector: "sectors", kind: "kinds", quantity_of: "quantities" };
/** @type {Record<string, string>} */
const KINDS = {
  agent: "organisation or person", place: "place", sector: "sector", kind: "kind of agreement", quantity_of: "unit",
};
/** Answers in words. @type {Record<string, string>} */
const WORDS = {
  "day-first": "the day comes first", "month-first": "the month comes first", point: "a point", comma: "a comma",
  ",": "several names", ";": "one name",
};

/** @param {Element} main @param {any} vocabulary */
export function openTable(main, vocabulary) {
  new TablePage(main, vocabulary);
}

const errors = (lines) => el("ul", { role: "alert" }, ...lines.map((line) => el("li", { className: "error" }, line)));

class TablePage {
  constructor(main, vocabulary) {
    this.vocabulary = vocabulary;
    /** What a request about the table has. @type {any} */
    this.asked = {};
    this.publisher = { value: "" };
    this.number = 0; // of the last question to the server
    this.begin("", "");
    const choose = (file) => attempt(async () => {
      this.begin(file.name, await base64(file));
      await this.renew();
    });
    const input = el("input", {
      type: "file", accept: ".csv,.tsv,.xlsx", change: () => input.files[0] && choose(input.files[0]),
    });
    const drop = el("div", {
      className: "drop", dragover: (event) => {
        event.preventDefault();
        drop.classList.add("over");
      }, dragleave: () => drop.classList.remove("over"), drop: (event) => {
        event.preventDefault();
        drop.classList.remove("over");
        if (event.dataTransfer.files[0]) {
          choose(event.dataTransfer.files[0]);
        }
      },
    }, labelled("Table with one row for each engagement: drop a CSV file or an Excel workbook here, or choose one", input));
    this.parts = el("div");
    this.result = el("div", { role: "region", "aria-label": "What it would add", tabIndex: -1 });
    this.box = el("div", { className: "queue table" }, drop, this.parts, this.result);
    main.replaceChildren(this.box);
  }

  /** Forgets what was said about an earlier table. */
  begin(name, file) {
    this.asked = { name, file, sheet: "", columns: {}, answers: {}, decisions: [], skip: "" };
    this.publisher = { value: "" };
  }

  /** Reads the table with what was answered so far. */
  async renew() {
    say("Reading the table …");
    this.result.replaceChildren();
    const number = this.number += 1;
    /** @type {Node[]} */
    let parts = [];
    /** @type {unknown} */
    let said = null;
    try {
      parts = this.drawn(await ask("table/guess", this.asked));
    } catch (error) {
      said = error;
    }
    if (number !== this.number) {
      return; // somebody has answered more meanwhile
    }
    const name = document.activeElement?.getAttribute("name") ?? "";
    this.parts.replaceChildren(...parts);
    /** @type {any} */ (this.box.querySelector(`[name="${CSS.escape(name)}"]`))?.focus();
    if (said) {
      throw said;
    }
    say("");
  }

  drawn(found) {
    return [this.sheets(found), this.columns(found), this.questions(found),
      el("h2", {}, "The first rows, as they would be read"),
      ...found.rows.map((row) => el("p", { className: "row-read", dir: "auto" }, row)),
      el("p", { className: "buttons" }, this.skipping(),
        button("Show what it would add", () => attempt(() => this.preview()), { className: "main" })),
    ].filter(Boolean);
  }

  skipping() {
    const box = el("input", { type: "checkbox", checked: this.asked.skip === "yes", change: () => {
      this.asked.skip = box.checked ? "yes" : "";
    } });
    return el("label", { className: "mark" }, box, "Leave out rows with errors");
  }

  set(part, name, value) {
    this.asked[part][name] = value;
    return attempt(() => this.renew());
  }

  sheets({ sheets, sheet }) {
    const select = el("select", { name: "sheet", change: () => {
      this.asked = { ...this.asked, sheet: select.value, columns: {}, answers: {} };
      attempt(() => this.renew());
    } }, ...sheets.map((each) => el("option", { value: each, selected: each === sheet }, each)));
    return sheets.length > 1 && labelled("Sheet of the workbook", select);
  }

  columns({ columns, keys }) {
    const groups = [...new Set(keys.map((each) => each.group))];
    const select = ({ name, key }) => el("select", {
      name: `column ${name}`, "aria-label": `Meaning of ${name}`,
      change: (event) => this.set("columns", name, event.target.value),
    }, el("option", { value: "" }, "Choose …"), el("option", { value: "ignore", selected: key === "ignore" }, "leave it out"),
    ...groups.map((group) => el("optgroup", { label: group }, ...keys.filter((each) => each.group === group)
      .map(({ value, label }) => el("option", { value, selected: value === key }, label)))));
    return el("div", { className: "wide" }, el("h2", {}, "What the columns mean"), el("table", {},
      el("thead", {}, el("tr", {}, ...["Column", "Such as", "Meaning"].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, ...columns.map((each) => el("tr", {},
        el("td", { dir: "auto" }, each.name),
        el("td", { dir: "auto" }, each.examples.join("; ").slice(0, 120) || "(empty)"),
        el("td", {}, each.examples.length > 0 && select(each), each.ask && el("span", { className: "why" }, each.ask)))))));
  }

  questions({ questions }) {
    const parts = [["What the table does not say", questions.filter((each) => !each.guess)],
      ["How its words are read; correct what is wrong", questions.filter((each) => each.guess)]];
    return el("div", {}, ...parts.filter(([, asked]) => asked.length > 0)
      .flatMap(([head, asked]) => [el("h2", {}, head), ...asked.map((each) => this.question(each))]));
  }

  question({ name, ask: text, choices, answer }) {
    const asked = text[0].toUpperCase() + text.slice(1);
    if (name === PUBLISHER) {
      return titled(asked, nameInput({ vocabulary: this.vocabulary }, { range: "Organization" }, this.publisher, () => {
        this.asked.answers[name] = this.publisher.value;
      }, { name, "aria-label": asked }));
    }
    const change = (event) => this.set("answers", name, event.target.value);
    const options = choices.map((value) => el("option", { value, selected: value === answer }, this.label(value)));
    return labelled(asked, choices.length ? el("select", { name, change }, el("option", { value: "" }, "Choose …"), ...options)
      : el("input", { name, value: answer, size: 50, change }));
  }

  /** What an answer is called. */
  label(value) {
    const { classes, concepts } = this.vocabulary;
    const listed = [...concepts.tiers, ...concepts.statuses];
    return classes[value]?.label ?? listed.find((each) => each.value === value)?.label ?? WORDS[value] ?? value;
  }

  async preview() {
    if (!await settleNames(this.vocabulary, this.parts)) {
      return;
    }
    say("Comparing with the data …");
    let shown;
    try {
      const found = await ask("table/preview", this.asked);
      shown = found.unknown.length ? this.unknown(found) : this.review(found);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      shown = [el("h2", {}, "The table cannot be read so"), errors(error.message.split("\n"))];
    }
    say("");
    this.result.replaceChildren(...shown);
    this.result.focus();
  }

  /** The names that the data do not know: each is decided before the table is read again. */
  unknown({ unknown, lines }) {
    /** @type {any[]} */
    const rows = unknown.map((each) => this.decision(each, () => rows));
    const go = async () => {
      if (!await settleNames(this.vocabulary, this.result)) {
        return;
      }
      if (rows.some((row) => !row.choice())) {
        say("A name has no decision yet. Choose one for each.", true);
        return;
      }
      const same = rows.filter((row) => row.choice() !== "new" && !row.choice().startsWith("as ")).map((row) => row.read());
      const fresh = rows.filter((row) => row.choice() === "new").map((row) => row.wanted());
      if (fresh.length && !await openRegister(this.vocabulary, fresh)) {
        return;
      }
      this.asked.decisions.push(...same);
      await this.preview();
    };
    return [el("h2", {}, `Names that are not known: ${rows.length}`),
      lines.length > 0 && errors(lines),
      el("div", { className: "wide" }, el("table", {},
        el("thead", {}, el("tr", {}, ...["Name", "Cells", "What it means"].map((head) => el("th", { scope: "col" }, head)))),
        el("tbody", {}, ...rows.map((row) => row.box)))),
      el("p", { className: "buttons" }, button("Go on", () => attempt(go), { className: "main" }))].filter(Boolean);
  }

  /** One name; `others` are all of them, of which one can be the same under another name. */
  decision({ kind, name, cells, candidates, like, class: class_, country, code }, others) {
    const scheme = SCHEMES[kind] ?? "", range = kind === "place" ? "Place" : "Organization", other = { value: "" };
    const label = `What “${name}” means`;
    const field = scheme ? { kind: "concept", scheme } : { range };
    const input = nameInput({ vocabulary: this.vocabulary }, field, other, () => {}, { "aria-label": `Whom “${name}” means` });
    const show = () => {
      input.hidden = select.value !== "other";
    };
    const usual = candidates.length || like.length ? "" : "new";
    const select = el("select", { "aria-label": label, change: show }, ...[
      ["", "Choose …"], ["new", scheme ? `a new ${KINDS[kind]}` : "a new name, to be registered"],
      ...candidates.map((each) => [`same ${each.id}`, `it is ${each.label}`]),
      ...like.map((each) => [`as ${each}`, `the same as “${each}”`]), ["other", "it is another one …"],
      ...(kind === "agent" ? [["unnamed", "somebody whom the source does not name"]] : []), ["ignore", "leave its cells out"],
    ].map(([value, text]) => el("option", { value, selected: value === usual }, text)));
    show();
    const decided = (decision, id = "") => ({ kind, name, decision, id });
    const aliases = () => others().filter((row) => row.choice() === `as ${name}`).map((row) => row.name);
    return {
      box: el("tr", {}, el("td", { dir: "auto" }, `${name} (${KINDS[kind]})`), el("td", {}, cells), el("td", {}, select, input)),
      name,
      choice: () => (select.value === "other" && !other.value ? "" : select.value),
      read: () => {
        const [what, id] = select.value.split(" ");
        return what === "other" ? decided("same", `id:${other.value}`) : decided(what, id && `id:${id}`);
      },
      wanted: () => ({
        name, range, scheme, hints: { class: class_, country, code }, aliases, take: ({ id, label: now }) => {
          const same = [...aliases(), ...(now === name ? [] : [name])];
          this.asked.decisions.push(...same.map((each) => ({ ...decided("same", `id:${id}`), name: each })));
        },
      }),
    };
  }

  /** What a save would add. */
  review({ counts, sums, difference, skipped, warnings, digest }) {
    const list = (title, lines, className = "") => lines.length > 0 && el("details", { open: lines.length <= 20 },
      el("summary", {}, `${title}: ${lines.length}`), el("ul", {}, ...lines.map((line) => el("li", { className }, line))));
    const save = async () => {
      const { done } = await ask("table/save", { ...this.asked, digest });
      location.hash = "";
      say(`Added: ${done.join(", ")}`);
    };
    return [el("h2", {}, `It would add: ${counts.join(", ")}`), el("p", {}, sums), list("Rows left out", skipped, "error"),
      list("Warnings", warnings, "warning"),
      ...difference.map(({ about, lines }) => el("details", { open: difference.length < 6 }, el("summary", {}, about),
        el("ul", {}, ...lines.map((line) => el("li", { dir: "auto" }, line))))),
      el("p", { className: "buttons" }, button("Save", () => attempt(save), { className: "main" }))].filter(Boolean);
  }
}
