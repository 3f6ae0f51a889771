// The query page: its data, its elements, and the two lines that say what happens.

import { byId } from "../../page/app/text/template.js";

export { bySelector, byId } from "../../page/app/text/template.js";
export const DATA = JSON.parse(byId("data").textContent);
export const editor = /** @type {HTMLTextAreaElement} */ (byId("text"));

/** Create an element. Values are inserted as text and never as HTML. */
export function createElement(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * Show messages about the query at their places in it, and remove those before.
 * @param {{ severity: string, message: string }[]} marks
 */
export const mark = (...marks) => editor.dispatchEvent(new CustomEvent("marks", { detail: marks }));

/** Show an error, or remove the last one: "". `more` are elements that follow its text. */
export function showError(message, ...more) {
  mark(...(message ? [{ severity: "error", message }] : []));
  byId("fault").replaceChildren(message, ...more);
  byId("fault").hidden = !message;
}

export const showStatus = (text) => { byId("status").textContent = text; };
