// The dialogs that merge two entries, and that delete an entry or a source. Both show first what a save changes.

import { Refusal, ask } from "./api.js";
import { attempt, button, el, labelled, openDialog, say, titled } from "./dom.js";
import { nameInput, settleNames } from "./names.js";

const FEW = 12; // items of a list that are shown at once
const ANY = { range: "", known: true }; // a name of the register
let curator; // who decided last
const many = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;
const list = (items) => el("ul", {}, ...items.map((each) => el("li", {}, each)));
/** A title with a list, which is open if it is short; or nothing. */
const listed = (title, items, open = items.length <= FEW) => (items.length
  ? [el("details", { open }, el("summary", {}, `${title} (${items.length})`), list(items))] : []);
const refused = (line) => new Refusal({ lines: [line], findings: [] }, 0);

/** What the dialogs share: a plan that is read for what is chosen, and is drawn. */
class Plan {
  /** @param {() => Record<string, string> | null} chosen what is asked for; null while something lacks
   *  @param {string} path @param {(plan: any) => any[]} draw */
  constructor(chosen, path, draw) {
    this.chosen = chosen;
    this.path = path;
    this.draw = draw;
    /** The plan that is shown. @type {any} */
    this.read = null;
    this.note = el("p", { role: "status" });
    this.box = el("div", { className: "plan" });
  }

  /** Reads the plan of what is chosen now. */
  async renew() {
    const chosen = this.chosen(), asked = JSON.stringify(chosen);
    this.read = null;
    this.note.textContent = "";
    this.box.replaceChildren();
    const plan = chosen && await ask(`${this.path}?${new URLSearchParams(chosen)}`);
    if (plan && JSON.stringify(this.chosen()) === asked) {
      this.read = plan;
      this.note.textContent = plan.lines.length || plan.users?.length ? "It cannot be done." : "This is what changes.";
      this.box.replaceChildren(...plan.lines.map((line) => el("p", { className: "wrong" }, line)), ...this.draw(plan));
    }
  }

  /** The plan that is shown, after a look at what was typed last. */
  async shown(vocabulary, below, lacking) {
    if (!await settleNames(vocabulary, below) || !this.chosen()) {
      throw refused(lacking);
    }
    if (!this.read) {
      await this.renew();
      throw refused("Look at what changes first.");
    }
    return this.read;
  }
}

/** What tells entries from one another. */
function compared(entries, heads) {
  const rows = [["Name", "label"], ["Kind", "kind"], ["Country or larger place", "place"], ["Other names", "names"],
    ["Sources", "sources"]];
  const cell = (entry, field) => el("td", {}, ([entry[field]].flat().join(", ") || "–"),
    field === "label" && el("code", { className: "technical" }, ` ${entry.id}`));
  return el("table", { className: "compared" },
    el("thead", {}, el("tr", {}, el("td"), ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map(([title, field]) => el("tr", {}, el("th", { scope: "row" }, title),
      ...entries.map((entry) => cell(entry, field))))));
}

function mergePlan(plan) {
  const [gone, kept] = plan.entries;
  const made = plan.entries.length === 2 ? [compared(plan.entries, ["Duplicate", "Stays"])] : [];
  if (plan.lines.length) {
    return made;
  }
  return [...made,
    el("p", {}, `“${kept.label}” stays. “${gone.label}” becomes another name of it, and is still found. `
      + `${many(plan.facts, "statement")} of ${many(plan.sources, "source")} about “${gone.label}” count for “${kept.label}”. `
      + "The sources themselves stay as they are."),
    ...listed("Where the duplicate is named", plan.places),
    ...listed("What the register says of the duplicate alone, and no longer counts", plan.left),
    ...listed("An earlier judgement of the two, which this one replaces", plan.earlier),
    ...listed("Files that change", plan.files)];
}

/**
 * @param {any} vocabulary @param {string} id of the duplicate; "" to choose it in the dialog
 * @param {() => void} done
 */
export function openMerge(vocabulary, id, done) {
  const gone = { value: id }, kept = { value: "" };
  const chosen = () => [gone, kept].every((each) => each.value && !(/** @type {any} */ (each).typed))
    ? { id: gone.value, into: kept.value } : null;
  const plan = new Plan(chosen, "merge", mergePlan);
  const renew = () => attempt(() => plan.renew());
  const box = el("div");
  const draw = () => box.replaceChildren(
    ...[["Duplicate", gone], ["Entry that stays", kept]].map(([label, value]) =>
      titled(label, nameInput({ vocabulary }, ANY, value, renew, { "aria-label": label }))));
  draw();
  const swap = button("Swap the two", () => {
    [gone.value, kept.value] = [kept.value, gone.value];
    draw();
    renew();
  });
  const reason = el("textarea", { rows: 3, cols: 50 });
  const name = el("input", { value: curator ?? vocabulary.curator, size: 40 });
  const parts = [el("p", {}, "Choose two entries that are the same organisation, person, place, asset or engagement."),
    box, swap, plan.note, plan.box, labelled("Reason, in your own words", reason), labelled("Who decides", name)];
  openDialog("Merge two entries", parts, "Merge", async () => {
    const { shown, entries } = await plan.shown(vocabulary, box, "Choose two entries first.");
    curator = name.value;
    try {
      await ask("merge", { ...chosen(), reason: reason.value, by: curator, shown });
    } catch (error) {
      await plan.renew();
      throw error;
    }
    say(`Merged: ${entries[0].label} into ${entries[1].label}`);
    return done;
  });
}

function deletionPlan(plan) {
  const made = plan.entries.length ? [compared(plan.entries, ["Entry"])] : [];
  if (plan.users.length) {
    const users = plan.users.map((each) => (each.slug ? el("a", { href: `#source/${each.slug}` }, each.text) : each.text));
    return [...made, ...listed("It cannot be deleted, because this refers to it", users, true)];
  }
  return plan.lines.length ? made : [...made, el("p", {}, `${many(plan.facts, "statement")} are deleted.`),
    ...listed("Engagements that go", plan.engagements), ...listed("Decisions that go", plan.decisions),
    ...listed("Statements that go from each file", plan.files)];
}

/**
 * @param {any} vocabulary @param {string} id of what is deleted; "" to choose an entry in the dialog
 * @param {boolean} isSource whether it is a source @param {(id: string) => void} done gets the id
 */
export function openDelete(vocabulary, id, isSource, done) {
  const value = { value: id };
  const chosen = () => (value.value && !(/** @type {any} */ (value).typed)
    ? { id: value.value, ...(isSource ? { source: "yes" } : {}) } : null);
  const plan = new Plan(chosen, "delete", deletionPlan);
  const renew = () => attempt(() => plan.renew());
  const name = () => (isSource ? vocabulary.sources : vocabulary.things)[value.value] ?? value.value;
  const box = isSource ? el("p", {}, `“${name()}” goes with what only it describes. Its text stays in the folder of texts.`)
    : titled("Entry", nameInput({ vocabulary }, ANY, value, renew, { "aria-label": "Entry" }));
  openDialog(isSource ? "Delete the source" : "Delete an entry", [box, plan.note, plan.box], "Delete", async () => {
    const { shown } = await plan.shown(vocabulary, box, "Choose an entry first.");
    const deleted = name();
    try {
      await ask("delete", { ...chosen(), shown });
    } catch (error) {
      await plan.renew();
      throw error;
    }
    say(`Deleted: ${deleted}`);
    return () => done(value.value);
  });
  if (id) {
    renew();
  }
}
