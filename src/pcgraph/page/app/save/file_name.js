// The name of a saved file says what is in it: title, view, selection or filter, and the day of the data. No clock.

import { DATA, ENGAGEMENTS, GROUPS, NODES, TERMS, formatIsoDay, monthOf } from "../model/data.js";
import { state } from "../model/state.js";
import { shownDay } from "../text/describe.js";
import { localName } from "../text/text.js";
import { normalise } from "../text/tokens.js";

const LONGEST_PART = 60;

/** Return a text as part of a file name: letters and digits of any script, with hyphens between the words. */
export function slug(text, longest = LONGEST_PART) {
  const whole = normalise(text).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.slice(0, cut.includes("-") ? cut.lastIndexOf("-") : longest);
}

const SELECTED = { node: NODES, engagement: ENGAGEMENTS, stack: ENGAGEMENTS };
const name = (table, index) => localName(table.iri[index]);
const nodeNames = (nodes) => [...nodes].map((node) => name(NODES, node));
const termNames = (group) => [...state.chosen[group]].sort((a, b) => a - b)
  .map((term) => localName(TERMS[group][term].id)).join(" ");

/** Return the names of what restricts the view, those of the dataset where there are any. */
function filterNames() {
  const { story, event, neighbourhood, path, only, period, text, voices } = state;
  return [story === null ? "" : DATA.stories[story].id, event === null ? "" : name(ENGAGEMENTS, event),
    neighbourhood ? `near ${name(NODES, neighbourhood.node)}` : "",
    path ? nodeNames(path).join(" to ") : "", only ? `only ${nodeNames(only).join(" ")}` : "", ...GROUPS.map(termNames),
    period ? [...new Set(period.map(monthOf))].join(" to ") : "", text, voices > 1 ? `${voices} voices` : ""]
    .filter(Boolean).join(" ");
}

/** Return the name of a file. A table holds everything that matches, whatever is selected. */
export function fileName(what, suffix, { withSelection = true } = {}) {
  const { kind, index } = (withSelection && state.selection) || { kind: "", index: -1 };
  const subject = kind ? name(SELECTED[kind], index) : filterNames();
  const parts = [document.title, what, subject, shownDay() ? formatIsoDay(shownDay()) : ""];
  return `${parts.map((part) => slug(part)).filter(Boolean).join("-") || "map"}.${suffix}`;
}
