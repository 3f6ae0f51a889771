// Terms of answers, and values of parameters as terms.

import { createValues } from "../../page/app/ask/values.js";
import { DATA } from "./page.js";
import { engine } from "./site_engine.js";

export const { questionText, resolveValue, shortenIri, toTerm } =
  createValues({ ...DATA.ask, prefixes: DATA.prefixes }, (text) => engine.runAside(text));

// The spaces of addresses that have pages here: those of the project, and those of the vocabularies that come with pcgraph.
const OWN = [[DATA.project, /^(?:(?:id|source|verdict)\/.+|ontology(?:#.*)?)$/],
  [DATA.prefixes.v.replace(/vocab\/$/, ""), /^(?:vocab\/.+|ontology(?:#.*)?)$/]];

/** Return the page of an entity on a static site. A step has an anchor on the page of its engagement. */
function sitePath(path, fragment) {
  const owner = /^(id\/[^/.]+)\.[^/]+$/.exec(path);
  return owner && !fragment ? [`${owner[1]}.html`, path.slice("id/".length)] : [`${path}.html`, fragment];
}

/** Return the address for a link: a page of ours for our own IRIs, other web addresses as they are, or else null. */
export function linkTarget(iri) {
  const own = OWN.find(([base, form]) => iri.startsWith(base) && form.test(iri.slice(base.length)));
  if (!own) return /^https?:\/\//.test(iri) ? iri : null;
  const [name, ...rest] = iri.slice(own[0].length).split("#");
  const [path, fragment] = DATA.endpoint ? [name, rest.join("#")] : sitePath(name, rest.join("#"));
  const safe = path.split("/").map(encodeURIComponent).join("/");
  const safeFragment = encodeURIComponent(fragment).replace(/%3D/g, "=").replace(/%2C/g, ",");
  return `${DATA.root}/${safe}${fragment ? `#${safeFragment}` : ""}`;
}

/** Return whether an address leads away from this server or site. */
export const isElsewhere = (target) => !target.startsWith(`${DATA.root}/`);
