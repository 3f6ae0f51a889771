// The shortest path between two organisations: the field that asks for the other one, and the result.

import { NODES, SIZE } from "../model/data.js";
import { shown } from "../model/level.js";
import { engagementsOf } from "../model/parties.js";
import { change, state } from "../model/state.js";
import { button, el, nameElement } from "../text/elements.js";
import { nodeSwatch } from "../text/shapes.js";
import { pluralise, translate } from "../text/text.js";
import { normalise } from "../text/tokens.js";
import { engagementLine, roleElement } from "./deals.js";
import { evidenceLine } from "./evidence.js";
import { nodeLink, soft } from "./parts.js";

const normalisedNames = []; // of each node, built at the first search

/** Return organisations with ties whose name contains the text. Names that start with it come first, then most ties. */
function suggestNodes(text, excluded) {
  const query = normalise(text.trim());
  if (!query) return [];
  if (!normalisedNames.length) {
    for (let node = 0; node < SIZE.nodes; node += 1) {
      normalisedNames.push(["",
        ...[NODES.label[node], NODES.short[node], ...Object.values(NODES.labels[node] || {}), ...(NODES.aliases[node]
        || [])].map(normalise)].join("\n"));
    }
  }
  const hits = [];
  for (let node = 0; node < SIZE.nodes; node += 1) {
    if (node === excluded || !engagementsOf(node).length || !normalisedNames[node].includes(query)) continue;
    hits.push([normalisedNames[node].includes(`\n${query}`) ? 0 : 1, -engagementsOf(node).length, node]);
  }
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 6).map(([, , node]) => node);
}

export function pathPicker(node) {
  const results = el("ul", { class: "results" });
  const resultCount = el("p", { class: "visually-hidden", role: "status" });
  const input = el("input", { type: "search", autocomplete: "off", spellcheck: "false", "aria-label": translate("pathTo"),
    placeholder: translate("chooseOrganisation"), "data-key": "path" });
  input.addEventListener("input", () => {
    const hits = suggestNodes(input.value, node);
    results.replaceChildren(...hits.map((other) => el("li", {}, button({}, () => change({ path: [node, other],
      neighbourhood: null },
      { refit: true }),
      nodeSwatch({ kind: NODES.kind[other], country: NODES.country[other] }), nameElement(other)))));
    resultCount.textContent = input.value.trim() ? pluralise(hits.length, "organisation") : "";
  });
  input.addEventListener("keydown", (event) => {
    const first = results.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  });
  const chosen = state.path && state.path.includes(node) ? pathResult() : "";
  return el("div", { class: "path" }, el("span", { class: "soft", "aria-hidden": "true" }, translate("pathTo")), input, results,
    resultCount, chosen);
}

/** Create the explanation of the path: for each step who meets whom, in which roles, in what, and who says so. */
export function pathResult() {
  const path = shown.path;
  const end = (engagement, node) => el("span", {}, nodeLink(node), " ", soft(roleElement(engagement, node)));
  return el("div", { class: "path-result" }, path
    ? el("ol", {}, ...path.engagements.map((engagement, place) => el("li", {},
      el("p", {}, end(engagement, path.nodes[place]), soft(" — "), end(engagement, path.nodes[place + 1])),
      el("p", {}, engagementLine(engagement)), el("p", { class: "soft small" }, evidenceLine(engagement)))))
    : el("p", {}, translate("pathNone")),
  button({ class: "link", "data-key": "path-clear" }, () => change({ path: null }, { refit: true }), translate("pathClear")));
}
