// The question box of this page: the document that the page holds, with the names and days of its own tables.

import { DATA, ENGAGEMENTS, NODES, TERMS, formatIsoDay } from "../model/data.js";
import { engagementsOf } from "../model/parties.js";
import { engagementsWith } from "../model/terms.js";
import { normalise } from "../text/tokens.js";
import { createInterpreter } from "./interpreter.js";

const SMALL = new Set(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to"]);
const TERM_ROLES = ["sector", "type", "form", "kind", "status"]; // as in pcgraph.page.question_box

async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** Return the initials of a name of three words or more, as pcgraph.query.names.matching does, or "". */
function initials(name) {
  const words = normalise(name.replaceAll("&", " and ")).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !SMALL.has(word));
  return words.length > 2 ? words.map((word) => [...word][0]).join("").toUpperCase() : "";
}

/** Return the names of everything that the page has in its tables, as [name, role, id, uses]; `roles` has unusual ones. */
function namesOfPage(roles) {
  const names = [];
  const add = (role, id, uses, ...texts) => { for (const text of texts) if (text) names.push([text, role, id, uses]); };
  const local = (id) => id.slice(id.indexOf(":") + 1).replaceAll("-", " ");
  NODES.iri.forEach((id, node) => {
    const role = roles[id] ?? "agent", label = NODES.label[node];
    add(role, id, engagementsOf(node).length, label, ...Object.values(NODES.labels[node] || {}), ...NODES.aliases[node] || [],
      local(id), role === "agent" ? initials(label) : "");
  });
  ENGAGEMENTS.iri.forEach((id, engagement) => {
    add(roles[id] ?? "engagement", id, 0, ENGAGEMENTS.label[engagement], ...Object.values(ENGAGEMENTS.labels[engagement] || {}),
      local(id));
  });
  for (const role of TERM_ROLES) {
    TERMS[role].forEach(({ id, label, labels, aliases = [] }, index) => {
      const uses = role === "sector" ? engagementsWith(role, index).length : 0;
      add(role, id, uses, label, ...Object.values(labels || {}), ...aliases);
    });
  }
  return names;
}

/** Return the last day of each engagement, by id. */
const lastDays = () => Object.fromEntries(ENGAGEMENTS.steps.flatMap((steps, engagement) => {
  const days = steps.map((step) => step[3]).filter((day) => day !== null);
  return days.length ? [[ENGAGEMENTS.iri[engagement], formatIsoDay(Math.max(...days))]] : [];
}));

/** @type {Promise<ReturnType<typeof createInterpreter> | null> | null} */
let loading = null;
/** @type {ReturnType<typeof createInterpreter> | null} */
let box = null;

/** Load the question box, once; null on a page that has none. */
export function loadBox() {
  const packed = document.getElementById("question-box")?.textContent;
  return loading ??= packed ? unpack(packed).then((content) => {
    const roles = Object.fromEntries(Object.entries(content.ids).flatMap(([role, ids]) => ids.map((id) => [id, role])));
    const names = [...namesOfPage(roles), ...content.names];
    box = createInterpreter({ ...content, names, days: lastDays(), today: formatIsoDay(DATA.as_of ?? DATA.today) });
    return box;
  }) : Promise.resolve(null);
}

/** Return the question box if it is loaded, or null. */
export const questionBox = () => box;
