// The errors of the engine in words, those of the map in English.

import WORDS from "../../page/app/ask/words/en.json" with { type: "json" };
import { AskError } from "../../page/app/ask/ask_error.js";

/** Return a text of the map with its gaps filled in. */
export const word = (key, ...values) => WORDS[key].replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");

/** Return an error in one line, with its place in the query. */
export function errorText(error) {
  if (!(error instanceof AskError)) return error.message;
  const text = word(error.key, ...error.values);
  return error.place ? word("askAt", ...error.place, text) : text;
}
