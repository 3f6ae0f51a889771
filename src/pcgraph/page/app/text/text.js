// Labels in the language of the reader.

import { ENGAGEMENTS, NODES, TERMS, findEngagement, findNode, findTerm } from "../model/data.js";
import { state } from "../model/state.js";
import { STRINGS } from "./words.js";

export const RIGHT_TO_LEFT = new Set(["ur"]);
/** Return the language of the labels, which the reader has chosen. */
export const language = () => state.language;
/** Return the language of the interface: the chosen one, or English if there are no texts in that language. */
export const interfaceLanguage = () => (language() in STRINGS ? language() : "en");

const fillPlaceholders = (text, values) => text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");

/** Return the name of a language in that language itself, or its code if the browser does not know it. */
export function languageName(code) {
  const texts = STRINGS[code];
  if (texts) return texts.ownName; // the browser takes longer to load its names of languages than the page its data
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** Return an interface text in the chosen language, or else in English. The values replace `{0}`, `{1}` and so on. */
export function translate(key, ...values) {
  return fillPlaceholders(STRINGS[interfaceLanguage()][key] ?? STRINGS.en[key] ?? key, values);
}

/** Return a number in the same format in every browser and language. */
export const formatNumber = (value) => numbers.format(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
const numbers = new Intl.NumberFormat("en");

/** Return a count with its noun, such as "1 tie" or "3 ties". The text holds both forms, separated by a bar. */
export function pluralise(count, key) {
  const forms = translate(key).split("|");
  return `${formatNumber(count)} ${forms[count === 1 ? 0 : forms.length - 1]}`.replace(/ (?=[\u4e00-\u9fff])/, "");
}

/** Return the label of a term of a vocabulary in the chosen language, or "" for index -1. */
export function termLabel(group, index) {
  const entry = index >= 0 ? TERMS[group][index] : null;
  // The page translates the labels of status sets itself.
  const translation = entry && STRINGS[interfaceLanguage()][`${group}_${localName(entry.id)}`];
  return translation ? translation : entry ? (entry.labels && entry.labels[language()]) || entry.label : "";
}

export const termMeaning = (group, index) => (index >= 0 && TERMS[group][index].meaning) || "";
export const localName = (curie) => curie.slice(curie.indexOf(":") + 1);
export const capitalise = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Return the label of a row in the chosen language, or else the original one, and its language ("": that of the data). */
function localisedLabel(table, row) {
  const translation = language() !== "en" && table.labels[row] ? table.labels[row][language()] : "";
  return translation ? { text: translation, lang: language() } : { text: table.label[row] || table.iri[row], lang: "" };
}
/** Return the name of a node. An unnamed party is called by an interface text. */
export function nodeName(node) {
  const kind = NODES.kind[node];
  const isUnnamed = kind >= 0 && localName(TERMS.kind[kind].id) === "UnnamedParty";
  return isUnnamed && interfaceLanguage() !== "en" ? { text: translate("unnamedParty"), lang: interfaceLanguage() }
    : localisedLabel(NODES, node);
}
export const engagementTitle = (engagement) => localisedLabel(ENGAGEMENTS, engagement);

/** Return what a thing or term of the page is called, by its id, or "". */
export function nameOfId(id) {
  const [node, engagement, term] = [findNode(id), findEngagement(id), findTerm(id)];
  return node >= 0 ? nodeName(node).text : engagement >= 0 ? engagementTitle(engagement).text
    : term ? termLabel(term.group, term.index) : "";
}

/** Return the name of a node on the map: its name in the chosen language, or else its short name. */
export function nodeMapName(node) {
  const { text, lang } = nodeName(node);
  return lang ? text : NODES.short[node] || text;
}

/** Return whether a text is read from right to left: whether its first letter is Arabic or Hebrew. */
export const isRightToLeft = (text) => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
