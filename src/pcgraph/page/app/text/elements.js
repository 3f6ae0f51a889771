// Elements of the page. Values are inserted as text and never as HTML.

import { nodeName } from "./text.js";

export { byId, bySelector } from "./template.js";

/** Create an HTML element. Its children are texts or elements, never HTML. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
  return element;
}

export function button(attributes, action, ...children) {
  const element = el("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", action);
  return element;
}

export function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Create an element that marks the language of a name and isolates its direction from the text around it. */
export const bdi = (text, lang) => el("bdi", { lang: lang || null }, text);

export function nameElement(node) {
  const { text, lang } = nodeName(node);
  return bdi(text, lang);
}

/** Create a link if the address is a web address, or else a plain text. */
export function link(address, text) {
  return /^https?:\/\//i.test(address || "")
    ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text || address)
    : document.createTextNode(text || address || "");
}
