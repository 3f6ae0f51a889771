// The query page: it fills in questions, sends queries to its transport and shows the answers.

import { AskError } from "../../page/app/ask/ask_error.js";
import { currentHash, readAddress } from "./address.js";
import { answer, hideAnswer, showAnswer, showMoreRows, showView } from "./answer.js";
import { loadEditor } from "./load_editor.js";
import { listenToCopying } from "./copying.js";
import { MORE_SECONDS } from "./in_browser.js";
import { DATA, byId, createElement, editor, showError, showStatus } from "./page.js";
import { chooseQuestion, findQuestion, listQuestions, settleValues, suggestNames, unchangedQuestion } from "./questions.js";
import { transport } from "./transport.js";
import { errorText, word } from "./words.js";

const FILES = { csv: "text/csv", json: "application/sparql-results+json", ttl: "text/turtle" };
const FIRST = "who-signed-with"; // the question that stands in the editor at the beginning
/** Stops the query that runs. @type {AbortController | null} */
let current = null;

/** @param {number} [seconds] */
async function runQuery(seconds) {
  if (current) current.abort();
  const own = (current = new AbortController());
  const isCurrent = () => own === current;
  showRunning(true);
  try {
    const stopped = new Promise((_, reject) => own.signal.addEventListener("abort", () => reject(own.signal.reason)));
    if (!await Promise.race([settleValues(), stopped]) || !isCurrent()) return;
    showError("");
    showStatus("Running …");
    const isQuestion = Boolean(unchangedQuestion()), hash = currentHash(), asked = editor.value, start = performance.now();
    const onStep = (text) => { if (isCurrent() && !own.signal.aborted) showStatus(text); };
    const found = await transport.run(asked, { signal: own.signal, seconds, isQuestion, onStep });
    if (!isCurrent()) return;
    showAnswer(found, Math.round(performance.now() - start), asked);
    history.replaceState(null, "", hash);
  } catch (error) {
    if (!isCurrent()) return;
    showStatus("");
    hideAnswer();
    showFault(error);
  } finally {
    if (isCurrent()) {
      current = null;
      showRunning(false);
    }
  }
}

function showRunning(isRunning) {
  byId("run").toggleAttribute("disabled", isRunning || Boolean(DATA.reason));
  byId("stop").hidden = !isRunning;
}

/** Show why there is no answer. After the time limit, the reader may allow more. */
function showFault(error) {
  if (error.name === "AbortError") return showError("Stopped.");
  const isTimeout = error instanceof AskError && error.key === "askTimeout" && error.values[0] < MORE_SECONDS;
  if (!isTimeout) return showError(errorText(error));
  const longer = createElement("button", word("askLonger", MORE_SECONDS), { type: "button" });
  longer.addEventListener("click", () => runQuery(MORE_SECONDS));
  showError(errorText(error), " ", longer);
}

async function save(suffix) {
  showError("");
  try {
    const url = URL.createObjectURL(await transport.save(suffix, { type: FILES[suffix], answer }));
    createElement("a", undefined, { href: url, download: `answer.${suffix}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch (error) {
    showError(errorText(error));
  }
}

/** Ask what the address asks. Return whether it asks anything. */
function runFromAddress() {
  const asked = readAddress();
  if (!asked) return false;
  const item = findQuestion(asked.question);
  if (item) chooseQuestion(item, asked.values);
  else if (asked.query !== undefined) editor.value = asked.query;
  else {
    showError(word("askNoQuestion", asked.question));
    return false;
  }
  runQuery();
  return true;
}

byId("filter").addEventListener("input", listQuestions);
byId("run").addEventListener("click", () => runQuery());
byId("stop").addEventListener("click", () => current?.abort());
byId("more").addEventListener("click", showMoreRows);
byId("as-table").addEventListener("click", () => showView(false));
byId("as-chart").addEventListener("click", () => showView(true));
byId("save-csv").addEventListener("click", () => save("csv"));
byId("save-json").addEventListener("click", () => save("json"));
byId("save-turtle").addEventListener("click", () => save("ttl"));
byId("work").addEventListener("focusin", () => {
  transport.prepare();
  loadEditor().then(suggestNames);
}, { once: true });
editor.addEventListener("choose", (event) => {
  chooseQuestion(findQuestion(/** @type {CustomEvent} */ (event).detail));
});
editor.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  runQuery();
});
addEventListener("hashchange", runFromAddress);
listenToCopying();
listQuestions();
showRunning(false);
if (!runFromAddress()) {
  const line = byId("fault").textContent;
  chooseQuestion(findQuestion(FIRST) || DATA.examples[0]);
  showError(line);
}
document.documentElement.dataset.ready = "yes";
