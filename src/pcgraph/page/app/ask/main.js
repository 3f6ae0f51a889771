// The view that answers questions of the catalogue and SPARQL, on pages that hold the engine.

import { change, onChange, state } from "../model/state.js";
import { bdi, button, byId } from "../text/elements.js";
import { formatNumber, translate } from "../text/text.js";
import { clearAnswer, saveAnswer, showAnswer, showView } from "./answer.js";
import { AskError } from "./ask_error.js";
import { LABEL_LANGUAGE } from "../model/data.js";
import { SETTINGS, engine } from "./page_engine.js";
import { buildQuestions, findQuestion, formatQuestion, parseQuestion, resolveValues, showFields } from "./questions.js";
import { questionText, shortenIri } from "./terms.js";

const SECONDS = 10, MORE_SECONDS = 60; // for a query, and if the reader allows it more
const STARTER = `SELECT ?agreement ?label {
  ?agreement a pcg:Agreement ; rdfs:label ?label .
  FILTER(LANG(?label) = "${LABEL_LANGUAGE}")
}
ORDER BY ?label
LIMIT 20
`;
const STEPS = { start: "askStarting", engine: "askStarting", graph: "askLoading", query: "askRunning", "": "askRunning" };
const editor = /** @type {HTMLTextAreaElement} */ (byId("ask-text"));
/** The question of the catalogue whose text is in the editor. @type {Question | null} */
let question = null;
let written = ""; // the text that the page itself has written into the editor
/** What of the state is shown, so that another change does not ask again. @type {string | null} */
let shownKey = null;
/** The last error, to be said in another language. @type {AskError | null} */
let error = null;

const keyOf = ({ question: name, query }) => `${name}\n${query}`;

/** Show what the state asks, and ask it. */
function showState() {
  shownKey = keyOf(state);
  const { name, values } = parseQuestion(state.question);
  question = state.query ? null : findQuestion(name) || null;
  written = question ? questionText(question, values) || questionText(question, {}) : state.query || STARTER;
  editor.value = written;
  editor.setAttribute("rows", String(Math.min(18, Math.max(8, written.split("\n").length))));
  byId("ask-fold").open = !question;
  showFields(question || { parameters: [] }, values, () => ask());
  clearAnswer();
  showError(null);
  byId("ask-status").textContent = "";
  engine.stop();
  engine.start().catch(() => {}); // the first query says why, if it cannot start
  showTexts();
  if (question || state.query) ask(SECONDS, { replace: true });
  else if (name) showError(new AskError("askNoQuestion", [name]));
}

function showTexts() {
  const [title, text] = [byId("ask-title"), byId("ask-question")];
  title.replaceChildren(question ? bdi(question.title, "en") : translate("askOwn"));
  text.replaceChildren(question ? bdi(question.question, "en") : translate("askOwnText"));
  byId("ask-help").textContent = translate("askHelp", Object.keys(SETTINGS.prefixes).map((prefix) => `${prefix}:`).join(" "));
  buildQuestions(question ? question.name : "", (name) => change({ question: name, query: "" }));
  showError(error);
}

/** Put the values of the fields into the text. Return the question with its values as the address holds it. */
async function updateText() {
  const asked = question, values = await resolveValues(question);
  if (asked !== question) throw new AskError("askStopped");
  for (const [name, value] of Object.entries(values)) byId(`ask-value-${name}`).value = value;
  editor.value = written = questionText(question, values);
  return formatQuestion(question, values);
}

/** Write what is asked into the state, and so into the address. */
function remember(patch, options) {
  shownKey = keyOf(patch);
  if (shownKey !== keyOf(state)) change(patch, options);
}

/** Ask what is in the editor, and show the answer or the error. */
async function ask(seconds = SECONDS, options = {}) {
  clearAnswer();
  showError(null);
  const clock = startClock();
  showStep();
  try {
    if (editor.value !== written) question = null; // the reader has made another query of it
    if (!question) showTexts();
    remember(question ? { question: await updateText(), query: "" }
      : { question: "", query: editor.value === STARTER ? "" : editor.value }, options);
    const asked = editor.value, answer = await engine.run(asked, seconds);
    const time = bdi(`${formatNumber(answer.milliseconds)} ms`, "");
    // A question of the catalogue has no typing mistakes, but other data may lack one of its terms.
    const hidden = { unknown: [], hint: "" };
    const count = question ? showAnswer({ ...answer, ...hidden }, asked, question.columns) : showAnswer(answer, asked);
    const unknown = question ? [] : answer.unknown.map((iri) => translate("askUnknownTerm", shortenIri(iri)));
    if (!question && answer.hint) unknown.push(answer.hint);
    mark(...unknown.map((message) => ({ severity: "warning", message })));
    byId("ask-status").replaceChildren(count, count ? " · " : "", time);
  } catch (fault) {
    if (!(fault instanceof AskError)) throw fault;
    if (clock.isCurrent()) {
      byId("ask-status").textContent = "";
      showError(fault);
    }
  } finally {
    clock.stop();
  }
}

/** Say what the reader waits for. */
function showStep() {
  if (!byId("ask-stop").hidden) byId("ask-status").textContent = translate(STEPS[engine.step]);
}

let clocks = 0;
/** Count the seconds of a query, beside a button that stops it. */
function startClock() {
  const start = performance.now(), own = (clocks += 1);
  byId("ask-stop").hidden = false;
  const timer = setInterval(() => {
    byId("ask-clock").textContent = translate("askSeconds", Math.round((performance.now() - start) / 1000));
  }, 1000);
  const isCurrent = () => own === clocks;
  return { isCurrent, stop() {
    clearInterval(timer);
    if (!isCurrent()) return;
    byId("ask-clock").textContent = "";
    byId("ask-stop").hidden = true;
  } };
}

/** Show messages about the query at their places in it. @param {{ severity: string, message: string, place?: any }[]} marks */
const mark = (...marks) => editor.dispatchEvent(new CustomEvent("marks", { detail: marks }));

function messageOf({ key, values, place }) {
  const text = translate(key, ...values);
  return place ? translate("askAt", ...place, text) : text;
}

/** Say an error in one line, with its place in the query. */
function showError(fault) {
  error = fault;
  byId("ask-error").hidden = !fault;
  mark(...(fault ? [{ severity: "error", message: messageOf(fault), place: fault.place }] : []));
  if (!fault) return void byId("ask-error").replaceChildren();
  byId("ask-error").replaceChildren(messageOf(fault));
  if (fault.key === "askTimeout" && fault.values[0] < MORE_SECONDS) {
    byId("ask-error").append(" ", button({ class: "link" }, () => ask(MORE_SECONDS), translate("askLonger", MORE_SECONDS)));
  }
}

byId("ask-run").addEventListener("click", () => ask());
byId("ask-stop").addEventListener("click", () => engine.stop());
byId("ask-as-table").addEventListener("click", () => showView(false));
byId("ask-as-chart").addEventListener("click", () => showView(true));
byId("ask-save").addEventListener("click", () => saveAnswer(question ? question.name : "answer"));
byId("questions-filter").addEventListener("input", showTexts);
byId("ask-work").addEventListener("keydown", (event) => {
  const inForm = event.target === editor || event.target.closest("#ask-values");
  if (event.key !== "Enter" || !inForm || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  ask();
});

editor.addEventListener("choose", (event) => {
  change({ question: /** @type {CustomEvent} */ (event).detail, query: "" });
});
pcgraphEditor.createEditor(editor, SETTINGS);
engine.onStep = showStep;

function showWhenAsked() {
  if (state.view === "ask" && shownKey !== keyOf(state)) showState();
}
onChange((changed) => {
  if (changed.has("language") && shownKey !== null) showTexts();
  showWhenAsked();
});
if (matchMedia("(max-width: 900px)").matches) byId("questions-fold").open = false;
showWhenAsked();
