// The query page: its data, its elements, and the two lines that say what happens.

import { byId } from "../../page/app/text/template.js";

export { bySelector, byId } from "../../page/app/text/template.js";
export const DATA = JSON.parse(byId("data").textContent);
export const editor = byId("text");

/** Create an element. Values are inserted as text and never as HTML. */
export function createElement(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Show an error, or remove the last one: "". `more` are elements that follow its text. */
export function showError(message, ...more) {
  byId("fault").replaceChildren(message, ...more);
  byId("fault").hidden = !message;
}

export const showStatus = (text) => { byId("status").textContent = text; };
