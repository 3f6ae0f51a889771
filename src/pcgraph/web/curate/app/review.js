// The review queue: drafts of many texts, one after another, each with the words that support its fields. By keyboard:
// A accepts, R rejects, C corrects in the form, and the arrows go from field to field.

import { ask } from "./api.js";
import { attempt, button, el, labelled, say } from "./dom.js";
import { slug as slugOf } from "./names.js";
import { nameParts, rename } from "./node_form.js";
import { pieces } from "./offsets.js";
import { waits } from "./queue.js";
import { openRegister } from "./register.js";
import { readDrafts } from "./source.js";

/** What became of the drafts that were read: each is saved, rejected or left. */
export class Tally {
  constructor() {
    this.saved = 0;
    this.rejected = 0;
    /** The drafts that are left. @type {any[]} */
    this.left = [];
    this.read = 0;
  }

  /** @param {any[]} drafts */
  add(drafts) {
    this.read += drafts.length;
    this.left.push(...drafts);
  }

  /** Takes the first draft that is left away. @param {"saved" | "rejected"} what */
  done(what) {
    this.left.shift();
    this[what] += 1;
  }

  get text() {
    return `${this.read} drafts read: ${this.saved} saved, ${this.rejected} rejected, ${this.left.length} left.`;
  }
}

/** The review, which goes on where it was as long as the page is open. @type {Review | null} */
let review = null;

/** Begins anew with all texts, because something was undone. */
export function restartReview() {
  review = null;
}

/** The drafts that nobody rejected or saved: an engagement that cites words of one, and is most like it, was made of it. */
export function openDrafts(drafts, { form, passages }) {
  const left = drafts.filter((draft) => !draft.rejected);
  const pairs = form.engagements.flatMap((node) => {
    const spans = [node, ...node.steps].flatMap((part) => part.passages).map((id) => passages[id]?.span ?? [0, 0]);
    const values = Object.values(node.fields).flat().map((each) => each.value);
    return left.filter(({ marks }) => marks.some((mark) => spans.some(([from, to]) => from <= mark.start && mark.end <= to)))
      .map((draft) => ({ node, draft, like: Number(draft.node.class === node.class)
        + draft.marks.filter((mark) => values.includes(mark.value)).length }));
  });
  const done = new Set();
  for (const { node, draft } of pairs.sort((one, other) => other.like - one.like)) {
    if (!done.has(node) && !done.has(draft)) {
      done.add(node).add(draft);
    }
  }
  return left.filter((draft) => !done.has(draft));
}

/** @param {Element} main @param {any} vocabulary @param {(draft: any) => void} correct opens the form of a draft */
export async function openReview(main, vocabulary, correct) {
  const texts = (await ask("queue")).filter((row) => row.text);
  const slugs = [...texts.filter(waits), ...texts.filter((row) => !waits(row))].map((row) => row.slug);
  review ??= new Review(main);
  review.begin(vocabulary, slugs, correct);
  await review.resume();
}

class Review {
  constructor(main) {
    this.main = main;
    this.tally = new Tally(); // the drafts that are left are those of the text that is open
    /** @type {Set<string>} */
    this.seen = new Set(); // texts whose drafts were read
    /** @type {any} */
    this.source = null;
    this.said = ""; // what was done last
    this.at = 0; // field whose words are shown
  }

  begin(vocabulary, slugs, correct) {
    this.vocabulary = vocabulary;
    this.slugs = slugs.filter((slug) => !this.seen.has(slug));
    this.correct = correct;
  }

  get drafts() {
    return this.tally.left;
  }

  /** Goes on, also after a draft was corrected in the form: it is saved if its text has one engagement more. */
  async resume() {
    if (this.drafts.length) {
      const before = this.source.form.engagements.length, { text } = this.source;
      this.source = { ...await ask(`sources/${encodeURIComponent(this.source.slug)}`), text };
      if (this.source.form.engagements.length > before) {
        this.tally.done("saved");
      }
    }
    await this.next();
  }

  /** Shows the next draft, of the next text when this one has no more. */
  async next() {
    while (!this.drafts.length && this.slugs.length) {
      const slug = /** @type {string} */ (this.slugs.shift());
      say(`${this.said} Drafting …`);
      this.source = await ask(`sources/${encodeURIComponent(slug)}`);
      const date = this.source.form.card.fields.date?.[0]?.value ?? "";
      this.tally.add(openDrafts(await readDrafts(this.vocabulary, slug, date), this.source));
      this.seen.add(slug);
    }
    this.at = 0;
    say(this.said);
    if (this.drafts.length) {
      this.draw();
    } else {
      this.main.replaceChildren(el("div", { className: "queue" }, el("p", {}, "Every draft is reviewed. ", this.tally.text)));
    }
  }

  /** What a draft is called until somebody writes a better name. */
  nameOf({ node, marks, unknown }) {
    const roles = marks.filter((mark) => this.vocabulary.fields[mark.field]?.role && mark.value);
    const names = [...roles.map((mark) => this.vocabulary.things[mark.value] ?? mark.value), ...unknown.map((each) => each.name)];
    const kind = this.vocabulary.classes[node.class]?.label ?? node.class;
    const [one, ...others] = [...new Set(names)];
    const parties = others.length ? ` between ${[one, ...others.slice(0, -1)].join(", ")} and ${others[others.length - 1]}` : "";
    return kind[0].toUpperCase() + kind.slice(1) + (parties || (one ? ` of ${one}` : ""));
  }

  draw() {
    const [draft] = this.drafts, { text } = this.source;
    const marks = draft.marks.map((mark, at) => ({ ...mark, at }));
    const shown = pieces(text, marks).map((piece) => {
      if (!piece.marks.length) {
        return document.createTextNode(piece.text);
      }
      const labels = piece.marks.map((mark) => this.label(mark.field));
      const made = el("mark", { className: "field-mark", title: labels.join(", ") });
      made.dataset.at = ` ${piece.marks.map((mark) => mark.at).join(" ")} `;
      made.append(document.createTextNode(piece.text));
      return made;
    });
    this.name = el("input", { value: this.nameOf(draft), size: 60 });
    this.fields = el("ul", {}, ...marks.map((mark) => el("li", { mouseenter: () => this.show(mark.at) },
      el("strong", {}, `${this.label(mark.field)}: `), this.valueOf(draft, mark))));
    this.box = el("div", { className: "columns review", tabIndex: -1, keydown: (event) => this.key(event) },
      el("div", { className: "text", tabIndex: 0, role: "region", "aria-label": "Text of the source" }, ...shown),
      el("div", {}, el("h2", {}, this.vocabulary.sources[this.source.slug] ?? this.source.slug),
        labelled("Name", this.name), this.fields,
        el("p", { className: "buttons" },
          button("Accept (A)", () => attempt(() => this.accept()), { className: "main" }),
          button("Reject (R)", () => attempt(() => this.reject())), button("Correct (C)", () => this.open())),
        el("p", {}, `${this.tally.text} ${this.slugs.length} more texts. ↑ and ↓ show the words of each field.`)));
    this.main.replaceChildren(this.box);
    this.box.focus();
    this.show(0);
  }

  label(field) {
    return this.vocabulary.fields[field]?.label ?? field;
  }

  /** What a draft says for a field: in words, and a name that is not in the register as it is spelt. */
  valueOf({ unknown }, { field, value, start }) {
    const strange = unknown.find((each) => each.field === field && each.start === start);
    const concepts = this.vocabulary.concepts[this.vocabulary.fields[field]?.scheme] ?? [];
    const concept = concepts.find((each) => each.value === value)?.label;
    return strange ? `${strange.name} (not in the register)`
      : String(concept ?? this.vocabulary.things[value] ?? this.vocabulary.dates[value] ?? (value === "" ? "not named" : value));
  }

  show(at) {
    this.at = at;
    this.box.querySelectorAll(".shown").forEach((each) => each.classList.remove("shown"));
    this.fields.children[at]?.classList.add("shown");
    const parts = [...this.box.querySelectorAll(`mark[data-at*=" ${at} "]`)];
    parts.forEach((each) => each.classList.add("shown"));
    parts[0]?.scrollIntoView({ block: "center" });
  }

  key(event) {
    if (event.target === this.name || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const last = this.fields.children.length - 1;
    const act = {
      a: () => attempt(() => this.accept()), r: () => attempt(() => this.reject()), c: () => this.open(),
      ArrowDown: () => this.show(Math.min(last, this.at + 1)), ArrowUp: () => this.show(Math.max(0, this.at - 1)),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** Registers the names of all drafts of the text that the register does not have. Returns whether they are known now. */
  register() {
    const values = this.drafts.flatMap(({ node }) => Object.entries(node.fields).flatMap(([field, all]) =>
      all.filter((value) => value.typed).map((value) => ({
        name: value.value, range: this.vocabulary.fields[field].range, take: ({ id, label }) => {
          this.vocabulary.things[id] = label;
          value.value = id;
          delete value.typed;
        },
      }))));
    return values.length === 0 || openRegister(this.vocabulary, values, this.box);
  }

  async accept() {
    if (!await this.register()) {
      return;
    }
    const [{ node, passages }] = this.drafts, { slug, sha } = this.source, label = this.name.value.trim();
    rename(node, slugOf(label) || node.id);
    nameParts(node);
    const change = { slug, sha, id: node.id, was: "", node, passages, label, summary: "" };
    const { text } = this.source;
    this.source = { ...await ask("save", change), text };
    this.said = `Accepted: ${label}.`;
    this.tally.done("saved");
    await this.next();
  }

  async reject() {
    await ask(`sources/${encodeURIComponent(this.source.slug)}/reject`, { key: this.drafts[0].key });
    this.said = `Rejected: ${this.name.value}.`;
    this.tally.done("rejected");
    await this.next();
  }

  open() {
    this.correct({ ...this.drafts[0], slug: this.source.slug, name: this.name.value });
  }
}
