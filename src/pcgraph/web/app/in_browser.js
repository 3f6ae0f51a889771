// Answers in the browser: the transport of a static site. It has the functions of endpoint.js.

import { AskError } from "../../page/app/ask/ask_error.js";
import { toCsv, toJson } from "./formats.js";
import { DATA, showError } from "./page.js";
import { engine } from "./site_engine.js";
import { resolveValue, shortenIri } from "./terms.js";
import { toTurtle } from "./turtle.js";
import { errorText, word } from "./words.js";

export const SECONDS = 30, MORE_SECONDS = 120; // for a query, and if the reader allows it more
const STEPS = { start: "Loading the engine and the graph …", engine: word("askStarting"), graph: word("askLoading") };
const FORMATS = { csv: toCsv, json: toJson, ttl: ({ turtle }) => turtle };

export async function run(text, { signal, seconds = SECONDS, isQuestion, onStep }) {
  if (DATA.reason) throw new Error(DATA.reason);
  signal.addEventListener("abort", () => engine.stop());
  engine.onStep = () => onStep(STEPS[engine.step] || word("askRunning"));
  const running = engine.run(text, seconds);
  engine.onStep();
  const { form, columns, rows, boolean, isCut, unknown, hint } = await running;
  const hints = isCut ? [word("askCut", rows.length.toLocaleString("en"))] : [];
  // A question of the catalogue has no typing mistakes, but other data may lack one of its terms.
  if (!isQuestion) hints.push(...unknown.map((iri) => word("askUnknownTerm", shortenIri(iri))), ...(hint ? [hint] : []));
  if (form === "ASK") return { boolean, hints };
  return form === "SELECT" ? { columns, rows, hints } : { turtle: toTurtle(rows, DATA.prefixes), hints };
}

/** Return what the value of a parameter means as { id, label } or { error }. */
export async function resolve(parameter, text) {
  if (DATA.reason) return { id: text, label: "" };
  try {
    return { id: await resolveValue(parameter, text), label: "" };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    return { error: errorText(error) };
  }
}

/** Return a file with the answer on the page. */
export const save = async (suffix, { type, answer }) => new Blob([FORMATS[suffix](answer)], { type });

/** Load what the first query needs, as soon as the reader turns to the form. */
export function prepare() {
  if (!DATA.reason) engine.start().catch((error) => showError(errorText(error)));
}
