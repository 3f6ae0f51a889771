// Small parts of the panel: sections, lists, chips, links.

import { select } from "../model/state.js";
import { bdi, button, el, nameElement } from "../text/elements.js";
import { capitalise, engagementTitle, formatNumber, interfaceLanguage, translate } from "../text/text.js";
import { STRINGS } from "../text/words.js";

const LIST_LIMIT = 12; // entries of a list before it is expanded

export const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
export const bulletList = (items, attributes) => el("ul", attributes || {}, ...items.map((item) => el("li", {}, item)));
export const chip = (key, mark = "") => el("span", { class: `chip ${mark}`.trim(), title: translate(`${key}Meaning`) },
  translate(key));
/** Create the chip of what a source does not state: our own reading (1), or what it only alleges (2). */
export const markChip = (mark, style = "guess") => ["", chip("inferred", style), chip("alleged", style)][mark];
export const soft = (...content) => el("span", { class: "soft" }, ...content);
export const details = (title, ...content) => el("details", {}, el("summary", {}, title), ...content);

/** Create an element for a text from the data, which is English whatever the language of the interface. */
export const dataText = (text) => bdi(text, interfaceLanguage() === "en" ? "" : "en");

/** Return the name of a property, translated if there is a translation. */
export const propertyName = (name) => (STRINGS[interfaceLanguage()][`what_${name}`] ? translate(`what_${name}`)
  : dataText(capitalise(name)));

/** Create a list of terms and values. Entries without a value are left out. */
export function definitionList(entries) {
  const filled = entries.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return filled.length ? el("dl", {}, ...filled.flatMap(([term, value, ...marks]) => [
    el("dt", {}, term), el("dd", {}, typeof value === "string" ? dataText(value) : value, ...marks)])) : "";
}

/**
 * Create a list that shows its first entries and hides the others until it is expanded.
 * @param {any[]} items
 * @param {(item: any) => any} draw
 * @param {{ limit?: number, [attribute: string]: any }} [options]
 */
export function longList(items, draw, { limit = LIST_LIMIT, ...attributes } = {}) {
  const list = (entries) => el("ul", attributes, ...entries.map((item) => el("li", {}, draw(item))));
  if (items.length <= limit + 2) return items.length ? list(items) : "";
  const rest = details(translate("more_n", formatNumber(items.length - limit)));
  rest.dataset.left = String(items.length - limit); // for print, which cannot unfold it
  // Build the other entries on demand, because an organisation may have thousands of ties.
  rest.addEventListener("toggle", () => { if (rest.children.length < 2) rest.append(list(items.slice(limit))); });
  return el("div", {}, list(items.slice(0, limit)), rest);
}

/** Create a button that selects an organisation. */
export const nodeLink = (node) => button({ class: "link" },
  (event) => select("node", node, { focus: isFromKeyboard(event) }), nameElement(node));

/** Return whether a click came from the keyboard. The focus then moves into the panel. */
export const isFromKeyboard = (event) => event.detail === 0;

/** Return the name of a measure, translated if there is a translation. */
export const measureName = (name) => (STRINGS[interfaceLanguage()][`measure_${name}`] ? translate(`measure_${name}`) : name);

/** Return the parts of a line with dots between them. Empty parts are left out. */
export const joinWithDots = (parts) => parts.filter(Boolean).flatMap((item, position) => (position ? [" · ", item] : [item]));

/** Create a button that selects an engagement. */
export const engagementLink = (engagement, attributes = { class: "link" }, ...before) => {
  const { text, lang } = engagementTitle(engagement);
  return button(attributes, (event) => select("engagement", engagement, { focus: isFromKeyboard(event) }), ...before,
    bdi(text, lang));
};

/** Return the label of a link between engagements, such as "is covered by", translated if there is a translation. */
export const linkLabel = (name) => (STRINGS[interfaceLanguage()][`link_${name}`] || STRINGS.en[`link_${name}`]
  ? translate(`link_${name}`) : name);
