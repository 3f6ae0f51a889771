// The address of the page holds what is asked: a question of the catalogue with its values, or a query.

import { DATA, editor } from "./page.js";
import { unchangedQuestion } from "./questions.js";

/** Return the fragment that asks what is in the editor. */
export function currentHash() {
  const question = unchangedQuestion();
  return question ? `#${new URLSearchParams({ question: question.name, ...question.values })}`
    : `#query=${encodeURIComponent(editor.value)}`;
}

/** Return what the address asks: { query }, or { question, values }, or null. */
export function readAddress() {
  const query = /^#query=(.*)$/s.exec(location.hash);
  try {
    if (query) return { query: decodeURIComponent(query[1]) };
  } catch {
    return null;
  }
  const { question, ...values } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  return question === undefined ? null : { question, values };
}

/** Return the public address of a page of the server: below its base address, or else below the address of this page. */
export const serverAddress = (path) => (DATA.base ? DATA.base + path : new URL(DATA.root + path, location.href).href);
/** Return the public address of this page. */
export const pageAddress = () => (DATA.endpoint ? serverAddress("/query") : location.href.split("#")[0]);
