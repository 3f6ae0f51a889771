// The right column: what a save would do. Findings and the lines of the file come at once; what needs the whole graph
// a little later.

import { ask } from "./api.js";
import { openJudgement, openVerdict, verdictTitle } from "./decide.js";
import { button, el } from "./dom.js";

const SOON = 500, LATER = 1500; // ms after the last change

export class Changes {
  /** @param {any} desk */
  constructor(desk) {
    this.desk = desk;
    this.timers = [0, 0];
    this.number = 0;
    this.findings = el("div");
    this.graph = el("div");
    this.lines = el("pre", { className: "diff", tabIndex: 0, role: "group", "aria-label": "Lines of the file that change" });
    this.box = el("aside", { className: "changes", "aria-label": "What a save would change" },
      el("h2", {}, "Findings"), this.findings, el("h2", {}, "Looks like, and disputes"), this.graph,
      el("div", { className: "technical" }, el("h2", {}, "Lines of the file"), this.lines));
  }

  /** Looks again, soon. */
  renew() {
    this.timers.forEach(clearTimeout);
    this.number += 1;
    const number = this.number;
    this.timers = [
      setTimeout(() => this.check(number), SOON),
      setTimeout(() => this.consequences(number), LATER),
    ];
  }

  async check(number) {
    const { desk } = this;
    let found;
    try {
      found = await ask("check", desk.change());
    } catch (error) {
      const { findings, message, places } = /** @type {import("./api.js").Refusal} */ (error);
      const lines = message.split("\n").map((text, at) => asFinding(text, places[at]));
      found = { diff: [], findings: findings?.length ? findings : lines };
    }
    if (number !== this.number) {
      return;
    }
    this.lines.replaceChildren(...found.diff.map((line) =>
      el("span", { className: { "+": "plus", "-": "minus", "@": "where" }[line[0]] ?? "" }, `${line}\n`)));
    desk.showFindings([...desk.unknown(), ...found.findings]);
  }

  show(findings) {
    this.findings.replaceChildren(findings.length
      ? el("ul", {}, ...findings.map((each) => el("li", { className: each.severity }, each.text)))
      : el("p", {}, "None."));
  }

  async consequences(number) {
    const { desk } = this;
    let found;
    try {
      found = await ask("consequences", desk.change());
    } catch {
      found = { lookAlikes: [], disputes: [], why: "Not compared: the form has errors, which the findings name." };
    }
    if (number !== this.number) {
      return;
    }
    const others = desk.source.others[desk.node?.id] ?? [];
    this.graph.replaceChildren(
      others.length ? el("p", {}, `Other sources tell of it: ${this.titles(others)}.`) : "",
      ...found.lookAlikes.map((each) => this.lookAlike(each)), ...found.disputes.map((each) => this.dispute(each)),
      found.lookAlikes.length + found.disputes.length === 0 ? el("p", {}, found.why || "Nothing.") : "",
    );
  }

  lookAlike(found) {
    const judge = () => openJudgement(found, this.desk.vocabulary.curator, () => this.renew());
    const label = `Judge whether it is ${found.labels[1]}`;
    return el("div", { className: "warning" }, el("p", {}, found.text),
      found.pair.length > 0 && this.action(button("Judge …", judge, { "aria-label": label })));
  }

  dispute(found) {
    const title = verdictTitle(found);
    return el("div", { className: "warning" },
      el("p", {}, `${found.about}${found.open ? "" : ` (decided: ${found.reason})`}:`),
      el("ul", {}, ...found.values.map((value) => el("li", {}, this.withSources(value, found.without), " ",
        found.open && this.action(button(`${title} …`, () => openVerdict(found, value, this.desk.vocabulary, () => this.renew()),
          { "aria-label": `${title}: ${value.label}` }))))));
  }

  titles(slugs) {
    return slugs.map((slug) => `“${this.desk.vocabulary.sources[slug] ?? slug}”`).join(", ");
  }

  withSources({ label, sources, believed }, without) {
    const lacking = without.length ? `; not in the complete list of ${this.titles(without)}` : "";
    return `${label} (${this.titles(sources)}${lacking})${believed ? ", believed" : ""}`;
  }

  /** A button for a decision. It is about what the files say, so a form has to be saved first. */
  action(made) {
    return this.desk.isChanged() ? el("span", { className: "why" }, "Save the form, then decide.") : made;
  }
}

/** A line about a form, such as "quay-talks: field date: …", has the place that it is about. */
function asFinding(text, line) {
  const [, id, field] = /^(\S+): (?:field (\w+):)?/.exec(line ?? "") ?? [];
  return { severity: "error", text, id: id ?? "", fields: field ? [field] : [] };
}
