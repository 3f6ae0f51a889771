// What the search field shows of each thing that it finds, why it was found, and what choosing it does.

import { DATA, ENGAGEMENTS, NODES, SOURCES } from "../model/data.js";
import { isByName } from "../model/find.js";
import { change, defaultState, reset, select, state } from "../model/state.js";
import { engagementsWith } from "../model/terms.js";
import { rowNames, termNames } from "../model/text_index.js";
import { questionTitle } from "../panel/answer.js";
import { bdi, nameElement, svg } from "../text/elements.js";
import { lineSwatch, nodeSwatch, typeSwatch } from "../text/shapes.js";
import { capitalise, engagementTitle, formatNumber, nodeName, pluralise, termLabel, translate } from "../text/text.js";
import { tokenise } from "../text/tokens.js";

const SNIPPET = 70; // characters
const QUESTION_ICON = "M-.55,-.45A.55,.55 0 1 1 .1,.1Q0,.15 0,.5M0,.85V.9";
const FILTER_ICON = "M-.9,-.75H.9L.25,.1V.85L-.25,.6V.1Z";

const icon = (path) => svg("svg", { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
  svg("path", { d: path, class: "sign tone-ink" }));
export const questionIcon = () => icon(QUESTION_ICON);
export const filterIcon = () => icon(FILTER_ICON);

function termSwatch(group, index) {
  if (group === "type") return typeSwatch(index);
  if (group === "set") return lineSwatch({ set: index });
  return group === "country" || group === "kind" ? nodeSwatch({ [group]: index }) : filterIcon();
}

/** Return the part of a text around the first of the words. */
function snippet(text, words) {
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  const place = Math.min(...places, text.length);
  const start = place < SNIPPET * 0.6 ? 0 : text.lastIndexOf(" ", place - SNIPPET * 0.3) + 1;
  const end = start + SNIPPET >= text.length ? text.length : text.lastIndexOf(" ", start + SNIPPET);
  return `${start ? "… " : ""}${text.slice(start, Math.max(end, start + SNIPPET / 2))}${end < text.length ? " …" : ""}`;
}

/** Return the one of some names that contains most of the words, or "" if the shown name does. */
function matchingName(names, shown, words) {
  const count = (name) => words.filter((word) => tokenise(name).some((other) => other.startsWith(word))).length;
  const best = names.reduce((found, name) => (count(name) > count(found) ? name : found), shown);
  return best === shown ? "" : best;
}

const label = (name, value) => translate("foundBy", translate(name), value);

/**
 * Return why something was found, or "" if the name that is shown says it.
 * @param {Found} result
 * @param {string} shown
 * @param {string[]} words
 */
export function reason(result, shown, words) {
  if (!result.hit) return "";
  if (result.kind === "question") return DATA.answers[result.index].question;
  const { document: { kind, index, group, text, place }, field } = result.hit;
  if (isByName(result)) {
    const names = result.kind === "term" ? termNames(result.group, result.index)
      : rowNames(result.kind === "node" ? NODES : ENGAGEMENTS, result.index);
    return matchingName(names, shown, words);
  }
  if (kind === "node" && result.kind !== "node") return label("foundBy_party", nodeName(index).text);
  if (kind === "term") return label(`topic_${group}`, termLabel(group, index));
  if (kind === "source") {
    return label("foundBy_source", [SOURCES.publisher[index], SOURCES.title[index]].filter(Boolean).join(" · "));
  }
  return field === "place" ? label("place", place.replaceAll("\n", translate("comma"))) : snippet(text.trim(), words);
}

/** Return what each kind of result shows, and what choosing it does: { swatch, name, text, note, open }. */
export const DRAW = {
  node: ({ index }) => ({
    swatch: nodeSwatch({ kind: NODES.kind[index], country: NODES.country[index] }), name: nameElement(index),
    text: nodeName(index).text, note: termLabel("country", NODES.country[index]),
    open: () => select("node", index, { focus: true }),
  }),
  engagement: ({ index }) => {
    const { text, lang } = engagementTitle(index);
    return { swatch: typeSwatch(ENGAGEMENTS.type[index]), name: bdi(text, lang), text,
      note: termLabel("type", ENGAGEMENTS.type[index]), open: () => select("engagement", index, { focus: true }) };
  },
  term: ({ group, index }) => ({
    swatch: termSwatch(group, index), name: bdi(capitalise(termLabel(group, index))), text: termLabel(group, index),
    note: `${translate(`topic_${group}`)} · ${formatNumber(engagementsWith(group, index).length)}`,
    open: () => reset({ asOf: state.asOf, chosen: { ...defaultState().chosen, [group]: new Set([index]) } }),
  }),
  question: ({ index }) => ({
    swatch: questionIcon(), name: bdi(questionTitle(index)), text: questionTitle(index),
    note: pluralise(DATA.answers[index].count, "row"),
    open: () => change({ answer: index, selection: null }, { focus: true }),
  }),
};
