// The page of a source: its text on the left, the form in the middle, and what a save would do on the right.

import { Refusal, ask } from "./api.js";
import { Changes } from "./changes.js";
import { attempt, button, el, labelled, say } from "./dom.js";
import { emptyNode, nameParts, nodeForm, passages, rename } from "./node_form.js";
import { settleNames, slug as toSlug } from "./names.js";
import { units } from "./offsets.js";
import { TextView } from "./text_view.js";

const STALE = 409; // the status of an answer if the file has changed meanwhile
const ENOUGH = 8; // words of a selection that is cited without being asked to

/**
 * Opens a source in the main part of the page.
 * @param {Element} main @param {string} slug @param {any} vocabulary @param {any} [draft] of the review, to be corrected
 * @param {any} [open] the dialogs that merge and that delete
 */
export async function openSource(main, slug, vocabulary, draft = null, open = {}) {
  const source = await ask(`sources/${encodeURIComponent(slug)}`);
  const desk = new Desk(main, vocabulary, source);
  desk.dialogs = open;
  desk.draw();
  if (draft) {
    desk.take({ ...source, form: { ...source.form, passages: [...source.form.passages, ...draft.passages] } });
    rename(draft.node, toSlug(draft.name) || draft.node.id);
    desk.open("", draft.node, { label: draft.name, summary: "" });
  }
  const { view } = desk;
  if (view) {
    attempt(async () => {
      view.things = vocabulary.things;
      view.mentions = await ask(`sources/${encodeURIComponent(slug)}/mentions`);
      view.draw();
    });
  }
  return desk;
}

/** The engagements that a text reports, as forms; a name that the register does not have is a typed one. */
export async function readDrafts(vocabulary, slug, date) {
  const path = `sources/${encodeURIComponent(slug)}/draft?date=${encodeURIComponent(date)}`;
  const { drafts, things, dates, hints } = await ask(path);
  Object.assign(vocabulary.things, things);
  Object.assign(vocabulary.dates, dates);
  vocabulary.hints = { ...vocabulary.hints, ...hints };
  for (const { node, unknown } of drafts) {
    for (const { field, name } of unknown) {
      (node.fields[field] ??= []).push({ value: name, typed: true, inferred: false });
    }
  }
  return drafts;
}

class Desk {
  constructor(main, vocabulary, source) {
    this.main = main;
    this.vocabulary = vocabulary;
    this.slug = source.slug;
    /** @type {any} */
    this.dialogs = {};
    this.span = null; // the words that were selected last
    this.citing = null; // passages that are on their way
    this.node = null; // the form that is open
    this.was = ""; // its id in the file; "" for a new one
    this.drafts = [];
    this.names = { label: "", summary: "" };
    this.unsaved = new Map(); // id → what was entered and not saved, of forms that were left
    this.opened = ""; // the form as it was opened
    this.about = { value: "" }; // the thing that a note is about
    this.changes = new Changes(this);
    this.view = source.text === null ? null : new TextView(source.text, (span) => this.selected(span));
    this.chosen = el("p", { className: "selection" });
    this.auto = el("input", { type: "checkbox", checked: true });
    this.list = el("div", { className: "list" });
    this.form = el("div", { className: "form" });
    this.take(source);
  }

  /** Takes a source as the server has it; the node that is open stays open. */
  take(source) {
    this.source = source;
    Object.assign(this.vocabulary.things, source.things);
    Object.assign(this.vocabulary.dates, source.dates);
    this.passages = { ...this.passages, ...Object.fromEntries(source.form.passages.map((each) => [each.id, each])) };
    this.findings = source.findings;
    if (this.view) {
      this.view.passages = Object.entries(source.passages).map(([id, each]) => ({ id, ...each }));
      this.view.draw();
    }
  }

  /** Reads the source again, and keeps what was entered. */
  async reload() {
    this.take(await ask(`sources/${encodeURIComponent(this.slug)}`));
    this.redraw();
  }

  nodes() {
    return [this.source.form.card, ...this.source.form.engagements, ...this.source.form.things];
  }

  draw() {
    const text = this.view?.box
      ?? el("p", {}, "There is no text of this source in the folder of texts. Passages cannot be cited.");
    this.main.replaceChildren(el("div", { className: "columns" },
      el("div", { className: "left" }, text, this.chosen,
        el("label", { className: "mark" }, this.auto, "Cite the selection with what I enter")),
      el("div", { className: "middle" }, this.list, this.form),
      this.changes.box));
    this.open(this.source.form.engagements[0]?.id ?? this.slug);
  }

  /** Opens the form of a node, or of a new one. */
  open(id, made, names = { label: "", summary: "" }) {
    this.keep();
    const known = this.nodes().find((each) => each.id === id), kept = made ? undefined : this.unsaved.get(id);
    this.was = kept ? kept.was : known?.id ?? "";
    this.names = kept?.names ?? names; // for the register
    this.node = kept?.node ?? structuredClone(made ?? known ?? emptyNode(id, "Agreement"));
    this.opened = kept?.opened ?? this.entered();
    this.about = { value: this.node.id };
    this.unsaved.delete(id);
    this.findings = this.source.findings;
    this.selected(null); // the words of another engagement are no proof of this one
    this.drawList();
    this.redraw();
  }

  entered() {
    return JSON.stringify([this.node, this.names]);
  }

  /** Whether something was entered into the open form and not saved. */
  isChanged() {
    return this.node !== null && this.entered() !== this.opened;
  }

  /** Keeps what was entered and not saved, until its form is opened again. */
  keep() {
    if (this.isChanged()) {
      const { was, names, node, opened } = this;
      this.unsaved.set(was || node.id, { was, names, node, opened });
    }
  }

  /** Whether leaving the page would lose something. */
  hasUnsaved() {
    return this.unsaved.size > 0 || this.isChanged();
  }

  drawList() {
    const options = this.nodes().map((each) => el("option", { value: each.id, selected: each.id === this.was },
      `${each.id === this.slug ? "Card of the source" : this.described(each)}${this.unsaved.has(each.id) ? ", not saved" : ""}`));
    const known = new Set(this.nodes().map((each) => each.id));
    options.push(...[...this.unsaved].filter(([id]) => !known.has(id)).map(([id, { node }]) =>
      el("option", { value: id }, `${this.described(node)}, not saved`)));
    const select = el("select", { change: (event) => this.open(event.target.value) }, ...options,
      this.was ? "" : el("option", { value: "", selected: true }, "New"));
    const parts = [labelled("What the source says", select),
      button("New engagement", () => this.open("", emptyNode("", "Agreement"))),
      button("New note on a name", () => this.open("", emptyNode("", ""))),
      this.view && button("Draft from the text", () => attempt(() => this.draft())), this.draftList()];
    this.list.replaceChildren(...parts.filter(Boolean));
  }

  described(node) {
    return `${this.nameOf(node.id) || "New"} – ${this.vocabulary.classes[node.class]?.label ?? node.class}`;
  }

  /** What people call a thing: a new engagement has the name that is entered. */
  nameOf(id) {
    if (id === this.slug) {
      return this.node?.fields.title?.[0]?.value || id;
    }
    return (id === this.node?.id && this.names.label) || this.unsaved.get(id)?.names.label || this.vocabulary.things[id] || id;
  }

  async draft() {
    say("Drafting …");
    const date = this.source.form.card.fields.date?.[0]?.value ?? "";
    this.drafts = await readDrafts(this.vocabulary, this.slug, date);
    say(`${this.drafts.length} engagements drafted; check each against the text`);
    this.drawList();
  }

  draftList() {
    if (!this.drafts.length) {
      return null;
    }
    const select = el("select", {
      change: (event) => {
        const chosen = this.drafts[Number(event.target.value)];
        chosen.passages.forEach((each) => {
          this.passages[each.id] = each;
        });
        this.open("", chosen.node);
      },
    }, el("option", { value: "" }, "Choose …"), ...this.drafts.map((each, at) =>
      el("option", { value: String(at) }, `${this.described(each.node)}${each.rejected ? " (rejected)" : ""}`)));
    return labelled("Drafts", select);
  }

  /**
   * Draws the form anew. The focus goes to a place in it, or back to where it was.
   * @param {{id: string, field?: string, search?: boolean}} [place] a part, or the last value of a field, to look up
   */
  redraw(place) {
    const focused = document.activeElement, label = focused?.getAttribute("aria-label");
    const buttons = el("p", { className: "buttons" },
      button("Save", () => attempt(() => this.save()), { className: "main" }),
      ...this.removing());
    this.form.replaceChildren(nodeForm(this, this.node), buttons);
    this.markFields();
    const target = place ? this.place(place)
      : label && [...this.form.querySelectorAll("[aria-label]")].find((each) => each.getAttribute("aria-label") === label);
    target?.focus();
    if (place?.search) {
      target?.dispatchEvent(new Event("input"));
      target?.dispatchEvent(new Event("change")); // a date is read
    }
    this.changes.renew();
  }

  /** The buttons that take what the form is about out of the source, or out of the data. */
  removing() {
    const { was, dialogs } = this;
    if (was === this.slug) {
      return [button("Delete the source …", () => dialogs.remove(was, true))];
    }
    return was ? [button("Remove from the source", () => attempt(() => this.save(true))),
      button("Merge …", () => dialogs.merge(was)), button("Delete …", () => dialogs.remove(was))] : [];
  }

  /** Gives the open node another id. */
  rename(id) {
    rename(this.node, id);
    this.drawIds();
  }

  /** Shows the ids as they are, without drawing the form anew, so that nobody loses the place where they type. */
  drawIds() {
    for (const section of this.form.querySelectorAll("section")) {
      section.dataset.id = section.node.id;
      const input = section.querySelector(".id");
      if (input && input !== document.activeElement) {
        input.value = section.node.id;
      }
    }
  }

  /**
   * @param {{id: string, field?: string}} place
   * @returns {any} the input of the last value of a field, or the first one of a part
   */
  place({ id, field }) {
    const part = this.form.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const values = part?.querySelectorAll(`:scope > .fields > [data-field="${field}"] > .value`);
    return field ? values?.[values.length - 1]?.querySelector("input, select, textarea") : part?.querySelector("select, input");
  }

  /** Notes a change of a value; the selection is cited with it. */
  touched(node) {
    if (this.auto.checked && this.span && this.span.words.trim().split(/\s+/).length >= ENOUGH && this.span.cited !== node) {
      this.span.cited = node;
      this.citing = Promise.all([this.citing, attempt(() => this.cite(node))]);
    }
    this.changes.renew();
  }

  selected(span) {
    this.span = span;
    const words = span?.words.trim() ?? "";
    this.chosen.textContent = span ? `Selected ${span.start}–${span.end}: ${words.slice(0, 60)}${words.length > 60 ? " …" : ""}`
      : "Nothing is selected. Select words of the text to cite them.";
  }

  async cite(node) {
    if (!this.span) {
      say("Nothing is selected. Select words of the text, then cite them.", true);
      return;
    }
    const made = await ask("passage", { slug: this.slug, start: this.span.start, end: this.span.end });
    this.passages[made.id] = made;
    if (!node.passages.includes(made.id)) {
      node.passages.push(made.id);
    }
    say(`Cited: “${this.words(made)}”`);
    this.drawPassages(node);
  }

  /** The first words of a passage. */
  words({ start, end }) {
    const [from, to] = units(this.source.text ?? "", [start, end]), all = (this.source.text ?? "").slice(from, to).trim();
    return all.length > 60 ? `${all.slice(0, 60)} …` : all;
  }

  /** What a save would register: names that were typed and that the register does not have. */
  unknown() {
    const found = [];
    for (const each of [this.node, ...this.node.steps, ...this.node.unnamed, ...this.node.representatives]) {
      for (const [name, values] of Object.entries(each.fields)) {
        found.push(...values.filter((value) => value.typed).map((value) => ({
          severity: "warning", id: each.id, fields: [name],
          text: `“${value.value}” is not in the register yet. A save asks for what is needed to register it.`,
        })));
      }
    }
    return found;
  }

  drawPassages(node) {
    const section = [...this.form.querySelectorAll("section")].find((each) => each.node === node);
    const shown = section?.querySelector(":scope > .passages"), isIn = shown?.contains(document.activeElement);
    const next = passages(this, node);
    shown?.replaceWith(next);
    if (isIn) {
      next.querySelector("button:last-of-type")?.focus();
    }
    this.changes.renew();
  }

  change(removed = false) {
    const node = structuredClone(this.node);
    nameParts(node);
    for (const each of [node, ...node.steps, ...node.unnamed, ...node.representatives]) {
      for (const [name, values] of Object.entries(each.fields)) {
        each.fields[name] = values.filter((value) => value.value !== "" && !value.typed);
        if (!each.fields[name].length) {
          delete each.fields[name];
        }
      }
    }
    const used = Object.values(this.passages);
    const id = this.was || node.id;
    const { slug, was, names, source: { sha } } = this;
    return { slug, sha, id, was, node: removed ? null : node, passages: used, ...names };
  }

  async save(removed = false) {
    if (!removed && !await settleNames(this.vocabulary, this.form)) {
      return;
    }
    await this.citing; // a passage that is on its way belongs to what is saved
    const change = this.change(removed);
    try {
      const source = await ask("save", change);
      const name = this.nameOf(this.node.id);
      this.node = null; // nothing is left to keep
      this.take(source);
      say(removed ? `Removed: ${name}` : `Saved: ${name}`);
      this.open(removed ? this.slug : change.node.id);
    } catch (error) {
      if (error instanceof Refusal && error.status === STALE) {
        this.take(await ask(`sources/${encodeURIComponent(this.slug)}`));
        this.changes.renew();
        error.message += "\nWhat you entered is still here. Look at the lines on the right that would change, and save again.";
      } else if (error instanceof Refusal && error.findings.length) {
        this.showFindings(error.findings);
      }
      throw error;
    }
  }

  showFindings(findings) {
    this.findings = findings;
    this.changes.show(findings);
    this.markFields();
  }

  /** Puts the findings beside their fields, without drawing the form anew. */
  markFields() {
    this.form.querySelectorAll(".findings").forEach((each) => each.replaceChildren());
    for (const finding of this.findings) {
      const node = this.form.querySelector(`[data-id="${CSS.escape(finding.id)}"]`);
      const field = node?.querySelector(`:scope > .fields > [data-field="${finding.fields[0]}"]`);
      const list = (field ?? node)?.querySelector(":scope > .findings");
      list?.append(el("li", { className: finding.severity }, finding.text));
    }
  }
}
