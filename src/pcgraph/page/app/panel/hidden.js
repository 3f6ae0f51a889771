// The note above a selection that the map or the list does not show: what hides it, and how to show it.

import { ENGAGEMENTS, GROUPS, isKnownOn } from "../model/data.js";
import { failedConditions } from "../model/filter.js";
import { shown } from "../model/level.js";
import { engagementsOf, isPerson, joinsSides, isUnnamed, shownParties } from "../model/parties.js";
import { change, state } from "../model/state.js";
import { conditionName } from "../text/describe.js";
import { button, byId, el } from "../text/elements.js";
import { translate } from "../text/text.js";

/** Return whether the present view shows the selection: the map draws it, the other views list it. */
function isShown({ kind, index }) {
  if (kind !== "node") return Boolean((state.view === "map" ? shown.engagements : shown.listed)[index]);
  if (state.view === "map") return Boolean(shown.nodes[index]);
  return [...engagementsOf(index)].some((engagement) => shown.listed[engagement]);
}

/** Return why an engagement matches no filter, as [name of the reason, the change that drops it]. */
function reasonsFor(engagement) {
  const reasons = failedConditions(engagement);
  if (isKnownOn(engagement, null)) return reasons;
  // It is no longer believed: only a day in the past shows it.
  const end = ENGAGEMENTS.status[engagement].at(-1);
  const others = reasons.filter(([name]) => name !== "asOf");
  return isKnownOn(engagement, state.asOf) || !end ? others : [["past", { asOf: end - 1 }], ...others];
}

/** Return all reasons why the selection is not shown, the smallest number if any of several engagements would do. */
function reasonsToHide({ kind, index }) {
  const isFolded = kind === "node" && ((isPerson[index] && !state.people && ["people", { people: true }])
    || (isUnnamed[index] && !state.unnamed && ["unnamed", { unnamed: true }]));
  const candidates = (kind === "node" ? [...engagementsOf(index)] : [index]).map(reasonsFor);
  const fewest = candidates.reduce((best, reasons) => (reasons.length < best.length ? reasons : best), candidates[0] || []);
  const hasNoMark = kind !== "node" && state.view === "map" && !shownParties(index).length && !state.unnamed;
  return [...(isFolded ? [isFolded] : []), ...(hasNoMark ? [["unnamed", { unnamed: true }]] : []), ...fewest];
}

/** Return the changes of several reasons as one change. */
function mergeChanges(reasons) {
  const chosen = { ...state.chosen };
  for (const [name] of reasons) if (GROUPS.includes(name)) chosen[name] = new Set();
  return { ...Object.assign({}, ...reasons.map(([, patch]) => patch)), chosen };
}

/** Return the change that draws the selection with its neighbours, however small it is, or null if nothing draws it. */
function neighbourhoodOf({ kind, index }) {
  const nodes = kind === "node" ? [index] : [...shownParties(index)];
  if (!nodes.length || (kind === "node" && !engagementsOf(index).length)) return null;
  const node = nodes.reduce((best, other) => (engagementsOf(other).length < engagementsOf(best).length ? other : best));
  return { neighbourhood: { node, hops: 1 }, path: null };
}

/** Show the selection in the present view: drop the filters that hide it, and if it is too small, show its neighbours. */
function reveal(selection) {
  change(mergeChanges(reasonsToHide(selection)), { refit: true });
  const neighbourhood = isShown(selection) || state.view !== "map" ? null : neighbourhoodOf(selection);
  if (neighbourhood) change(neighbourhood, { refit: true, replace: true });
  byId("panel-title").focus({ preventScroll: true }); // the button has disappeared
}

const reasonName = (name) => (name === "people" || name === "unnamed" ? translate(`switch_${name}`)
  : name === "past" ? translate("hiddenPast") : conditionName(name));

/** Fill the note about the selection, or empty it if the selection is shown. */
export function showHiddenNote() {
  const { selection } = state, note = document.getElementById("hidden-note");
  if (!note) return undefined;
  const isHidden = selection && !isShown(selection);
  const reasons = isHidden ? reasonsToHide(selection) : [];
  const canReveal = reasons.length > 0 || (isHidden && state.view === "map" && neighbourhoodOf(selection));
  if (!canReveal) return note.replaceChildren();
  const isOneSided = selection && selection.kind !== "node" && !joinsSides[selection.index];
  const text = reasons.length ? "hiddenBy" : isOneSided ? "hiddenOneSided" : "hiddenSmall";
  const names = reasons.map(([name]) => `“${reasonName(name)}”`).join(translate("comma"));
  const showAll = () => change({ level: "all" }, { refit: true });
  note.replaceChildren(el("p", {}, translate(text, names)),
    el("p", {}, button({ class: "wide", "data-key": "reveal" }, () => reveal(selection), translate("showIt")),
      !reasons.length && state.level === "key" ? button({ class: "link" }, showAll, translate("showAll")) : ""));
}
