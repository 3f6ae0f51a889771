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

/** Create the lists that choose one organisation, and another one beside it. Without a first one, all are shown. */
export function pick(name, [one, other = -1], nodes) {
  const options = [...new Set([...nodes, one, other])].filter((node) => node >= 0)
    .map((node) => [NODES.iri[node], nodeName(node).text]).sort((a, b) => a[1].localeCompare(b[1]));
  const [first, second] = [one, other].map((node) => (node < 0 ? "" : NODES.iri[node]));
  const set = (...nodesNow) => choose(name, nodesNow.filter(Boolean).join(" "));
  return el("div", {}, select(`${name}-0`, "chartPair", [["", translate("chartAll")], ...options], first,
    (value) => (value ? set(value, second) : set())), one < 0 ? "" : select(`${name}-1`, "chartAgainst",
    [["", translate("chartNothingBeside")], ...options.filter(([iri]) => iri !== first)], second, (value) => set(first, value)));
}
