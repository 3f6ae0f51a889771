// Dialogs in which a curator decides a dispute, or judges two engagements that look alike, with a reason.

import { ask } from "./api.js";
import { el, labelled, openDialog, say } from "./dom.js";

const ANSWERS = [["same", "The same"], ["different", "Not the same"], ["open", "Cannot say"]];
let curator; // who decided last

const reasonInput = () => el("textarea", { rows: 3, cols: 50 });

/**
 * @param {any} dispute as the server told of it
 * @param {any} value one of its values
 * @param {any} vocabulary
 * @param {() => void} done runs when the dialog is closed: another tab may have decided meanwhile
 */
export function openVerdict(dispute, value, vocabulary, done) {
  const reason = reasonInput();
  const sources = [...new Set(dispute.values.flatMap((each) => each.sources))];
  const only = value.sources.length === 1 && !dispute.without.length ? value.sources[0] : "";
  const boxes = sources.map((slug) => el("input", { type: "checkbox", value: slug, checked: slug === only }));
  openDialog(verdictTitle(dispute), [
    el("p", {}, `${dispute.about}: ${value.label}`),
    el("p", {}, dispute.without.length
      ? "The sources keep what they say. What the graph shows leaves this party out."
      : "The sources keep what they say. What the graph shows has this value, and not the others."),
    labelled("Reason, in your own words", reason),
    el("fieldset", {}, el("legend", {}, "It rests on (without one of these sources it does not hold)"),
      ...boxes.map((box) => el("label", { className: "mark" }, box, vocabulary.sources[box.value] ?? box.value))),
  ], "Save the verdict", async () => {
    const restsOn = boxes.filter((box) => box.checked).map((box) => box.value);
    await ask("verdicts", { dispute, value: value.value, reason: reason.value, restsOn });
    say(`Decided: ${dispute.about}`);
  }).addEventListener("close", done);
}

/** What the button of a value says. */
export const verdictTitle = (dispute) => (dispute.without.length ? "This party does not count" : "This value counts");

/**
 * @param {{text: string, pair: string[], labels: string[]}} found two look-alikes; the first is the one that is open
 * @param {string} by who decides, unless somebody has decided before
 * @param {() => void} done runs when the dialog is closed: another tab may have decided meanwhile
 */
export function openJudgement(found, by, done) {
  const [one, other] = found.labels;
  const name = el("input", { value: curator ?? by, size: 40 }), reason = reasonInput();
  const boxes = ANSWERS.map(([value]) => el("input", { type: "radio", name: "answer", value, checked: value === "open" }));
  openDialog("Are they the same?", [
    el("p", {}, found.text.split(";")[0]),
    el("fieldset", {}, el("legend", {}, `Is “${one}” the same engagement as “${other}”?`),
      ...boxes.map((box, at) => el("label", { className: "mark" }, box, ANSWERS[at][1]))),
    el("p", {}, `If they are the same, what sources say of “${one}” counts for “${other}”. Nothing is renamed.`),
    labelled("Reason, in your own words", reason), labelled("Who decides", name),
  ], "Save the judgement", async () => {
    curator = name.value;
    const answer = boxes.find((box) => box.checked).value;
    await ask("judgements", { pair: found.pair, answer, reason: reason.value, by: curator });
    say(`Judged: ${one}`);
  }).addEventListener("close", done);
}
