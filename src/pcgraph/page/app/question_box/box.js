// The question box of this page: the document that the page holds, with the names and days of its own tables.

import { DATA, ENGAGEMENTS, NODES, TERMS, formatIsoDay } from "../model/data.js";
import { engagementsOf } from "../model/parties.js";
import { engagementsWith } from "../model/terms.js";
import { createInterpreter } from "./interpreter.js";

const TERM_ROLES = ["sector", "type", "form", "kind", "status"]; // as in pcgraph.page.question_box

async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** Return the names of everything that the page has in its tables, as [name, role, id, uses]. */
function namesOfPage() {
  const names = [];
  const add = (role, id, uses, ...texts) => { for (const text of texts) if (text) names.push([text, role, id, uses]); };
  NODES.iri.forEach((id, node) => {
    if (id.includes(".")) return; // a party without a name
    add("agent", id, engagementsOf(node).length, NODES.label[node], ...Object.values(NODES.labels[node] || {}),
      ...NODES.aliases[node] || []);
  });
  ENGAGEMENTS.iri.forEach((id, engagement) => {
    add("engagement", id, 0, ENGAGEMENTS.label[engagement], ...Object.values(ENGAGEMENTS.labels[engagement] || {}));
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
    const own = new Set(content.names.map(([, , id]) => id)); // such as events, which have another role
    const names = [...content.names, ...namesOfPage().filter(([, role, id]) => role !== "engagement" || !own.has(id))];
    box = createInterpreter({ ...content, names, days: lastDays(), today: formatIsoDay(DATA.as_of ?? DATA.today) });
    return box;
  }) : Promise.resolve(null);
}

/** Return the question box if it is loaded, or null. */
export const questionBox = () => box;
