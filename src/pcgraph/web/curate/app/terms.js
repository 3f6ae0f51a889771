// New sectors, units and kinds of agreement: what is like a typed name, and what is asked to add one.

import { el, labelled, titled } from "./dom.js";
import { nameInput, slug } from "./names.js";

const MOST = 8; // terms that are listed for a typed name
/** List of the terms → what one is called, and an example of a name. @type {Record<string, [string, string]>} */
const ADDED = {
  quantities: ["unit", "in the plural, such as doses"],
  sectors: ["sector", "such as fisheries"],
  kinds: ["kind of agreement", "as sources call it, such as charter party"],
};

/** Whether a value of a field is a term that a curator can add. */
export const canAdd = (field) => field.kind === "concept" && field.scheme in ADDED;
export const termKind = (scheme) => ADDED[scheme][0];

const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim().replace(/\s+/g, " ");

/**
 * The terms that have a name, begin with it or contain it, the best first; all of them for "".
 * @param {{value: string, label: string, names?: string[]}[]} listed @param {string} name
 */
export function termsLike(listed, name) {
  const wanted = plain(name);
  const ranked = listed.map((each) => {
    const called = [each.label, each.value, ...(each.names ?? [])];
    const ranks = called.map(plain).map((own) =>
      Number(own !== wanted) + Number(!own.startsWith(wanted)) + Number(!own.includes(wanted)));
    const rank = Math.min(...ranks), also = called[ranks.indexOf(rank)];
    return { rank, one: { id: each.value, label: each.label, why: also === each.label || !wanted ? "" : `also ${also}` } };
  });
  const found = ranked.filter(({ rank }) => rank < 3).sort((one, other) => (wanted ? one.rank - other.rank : 0));
  const sure = wanted !== "" && found.filter(({ rank }) => rank === 0).length === 1;
  return found.slice(0, wanted ? MOST : undefined).map(({ rank, one }) => ({ ...one, match: sure && rank === 0 }));
}

/** The inputs for one new term. */
export function newTerm(vocabulary, name, scheme) {
  const [kind, example] = ADDED[scheme];
  const label = el("input", { value: name, size: 40 }), id = el("input", { value: slug(name) });
  const others = el("input", { size: 40 });
  const definition = el("textarea", { rows: 2, cols: 50, dir: "auto" });
  const above = { value: "" }, where = "Part of which sector, if any";
  const broader = scheme === "sectors"
    ? nameInput({ vocabulary }, { kind: "concept", scheme }, above, () => {}, { "aria-label": where }) : null;
  const idRow = labelled("Short name in Latin letters, for the files", id);
  const show = () => idRow.classList.toggle("technical", slug(label.value) !== "");
  label.addEventListener("input", () => {
    id.value = slug(label.value);
    show();
  });
  show();
  return {
    box: el("fieldset", {}, el("legend", {}, `New ${kind}: ${name}`), labelled(`Name, ${example}`, label),
      labelled("What it means, in one sentence of your own", definition), broader && titled(where, broader),
      labelled("Other names, separated by semicolons", others), idRow),
    settle: async () => broader?.settle(),
    label: () => label.value.trim(),
    read: () => ({
      scheme, label: label.value, id: id.value, definition: definition.value, broader: above.value, "other names": others.value,
    }),
  };
}
