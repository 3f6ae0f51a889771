// The controls of charts. What they choose is in state.charts, and so in the address.

import { NODES } from "../../model/data.js";
import { change, state } from "../../model/state.js";
import { button, el } from "../../text/elements.js";
import { nodeName, translate } from "../../text/text.js";

/** Set or drop a choice. */
export function choose(name, value) {
  const charts = { ...state.charts, [name]: value };
  if (!value) delete charts[name];
  change({ charts });
}

const labelOf = (name) => (value) => translate(`chart_${name}_${value || "none"}`);

/** Create a group of buttons that choose one of some values; the address leaves the initial one out. */
export const choiceOf = (name, values, title, initial = "", label = labelOf(name)) => el("div",
  { role: "group", "aria-label": translate(title) }, el("span", { class: "soft" }, translate(title)),
  ...values.map((value) => button({ "data-choice": `${name} ${value}`,
    "aria-pressed": String((state.charts[name] ?? initial) === value) },
  () => choose(name, value === initial ? "" : value), label(value))));

/** Create a list of options, [value, text], of which one is chosen. */
export function select(name, title, options, chosen, onChoose) {
  const list = el("select", { id: `choose-${name}` }, ...options.map(([value, text]) => el("option", { value }, text)));
  list.value = chosen;
  list.addEventListener("change", () => onChoose(list.value));
  return el("label", {}, el("span", { class: "soft" }, translate(title)), list);
}

/** Create the two lists that choose which organisations are compared. Without a first one, all are shown. */
export function pick(name, [one, other = -1], nodes) {
  const options = [...new Set([...nodes, one, other])].filter((node) => node >= 0)
    .map((node) => [NODES.iri[node], nodeName(node).text]).sort((a, b) => a[1].localeCompare(b[1]));
  const iri = (node) => (node < 0 ? "" : NODES.iri[node]);
  const first = select(`${name}-0`, "chartPair", [["", translate("chartAll")], ...options], iri(one), (value) =>
    choose(name, value && `${value} ${iri(other) || options.find(([each]) => each !== value)?.[0]}`));
  return el("div", {}, first, one < 0 ? "" : select(`${name}-1`, "chartAgainst", options, iri(other),
    (value) => choose(name, `${iri(one)} ${value}`)));
}
