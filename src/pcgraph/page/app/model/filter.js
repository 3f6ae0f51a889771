// Filters: which engagements match what the reader has chosen, and how many would match each other choice.

import { ENGAGEMENTS, GROUPS, PROVED, SIZE, TERMS, findEngagement, findNode, findTerm, isKnownOn, voicesOn } from "./data.js";
import { matchText } from "./find.js";
import { distances } from "./graph.js";
import { organisationNodes, partyNodes, shownParties } from "./parties.js";
import { defaultState, state } from "./state.js";
import { proved, termsOf } from "./terms.js";

/** Return whether a step of the engagement may fall in the chosen period. Undated steps are ignored. */
export function isInPeriod(engagement, [first, last]) {
  return ENGAGEMENTS.steps[engagement].some(([, , earliest, latest]) => (earliest !== null || latest !== null)
    && (earliest === null || earliest <= last) && (latest === null || latest >= first));
}

/** The labels of the links from a paper, event or programme to what belongs to it. */
export const LINKS_DOWN = new Set(["covers", "led to", "had during it", "has part"]);
/** Return an event, paper or programme with everything that it covers, that happened during it or that came of it. */
export function outcomesOf(event) {
  const found = new Set([event]);
  for (const engagement of found) {
    for (const [label, other] of ENGAGEMENTS.links[engagement]) if (other >= 0 && LINKS_DOWN.has(label)) found.add(other);
  }
  return found;
}

/** Return the test whether an engagement has a thing or term: takes part in it, comes of it, or is one of its terms. */
function isWith(id) {
  const [node, event, term] = [findNode(id), findEngagement(id), findTerm(id)];
  if (node >= 0) return (e) => partyNodes(e).includes(node);
  if (event >= 0) { const found = outcomesOf(event); return (e) => found.has(e); }
  return (e) => (term ? [...termsOf(term.group, e)].includes(term.index) : false);
}

/**
 * The conditions that restrict what is shown, beside the groups of the legend: a name, whether it is set, and a function that
 * returns the test of an engagement. `without` gives the state that drops the condition.
 * @type {{ name: string, isSet: () => any, without: Partial<State>, test: () => (engagement: number) => boolean }[]}
 */
const CONDITIONS = [
  { name: "asOf", isSet: () => state.asOf !== null, without: { asOf: null }, test: () => (e) => isKnownOn(e, state.asOf) },
  { name: "period", isSet: () => state.period, without: { period: null },
    test: () => { const period = /** @type {[number, number]} */ (state.period); return (e) => isInPeriod(e, period); } },
  { name: "voices", isSet: () => state.voices > 1, without: { voices: 1 },
    test: () => (e) => voicesOn(e, state.asOf) >= state.voices },
  { name: "text", isSet: () => state.text, without: { text: "" },
    test: () => { const found = matchText(state.text); return (e) => found.has(e); } },
  { name: "event", isSet: () => state.event !== null, without: { event: null },
    test: () => { const found = outcomesOf(state.event); return (e) => found.has(e); } },
  { name: "only", isSet: () => state.only, without: { only: null, either: false },
    test: () => { const only = /** @type {Set<number>} */ (state.only), isIn = (node) => only.has(node);
      if (state.either) return (e) => partyNodes(e).some(isIn);
      return (e) => { const parties = shownParties(e);
        return parties.some(isIn) && parties.filter(isIn).length >= Math.min(2, parties.length); }; } },
  { name: "not", isSet: () => state.not.length > 0, without: { not: [] },
    test: () => { const tests = state.not.map(isWith); return (e) => !tests.some((test) => test(e)); } },
  { name: "neighbourhood", isSet: () => state.neighbourhood, without: { neighbourhood: null },
    test: () => { const { node, hops } = /** @type {NonNullable<State["neighbourhood"]>} */ (state.neighbourhood);
      const distance = distances(node, hops - 1, () => true);
      const isNear = (party) => distance[party] >= 0; // the node itself may be a person or a group that is not shown
      return (e) => partyNodes(e).some(isNear) || organisationNodes(e).some(isNear); } },
];
for (const group of GROUPS) {
  CONDITIONS.push({ name: group, isSet: () => state.chosen[group].size > 0,
    get without() { return { chosen: { ...state.chosen, [group]: new Set() } }; },
    test: () => (e) => [...termsOf(group, e)].some((term) => state.chosen[group].has(term)) });
}

/**
 * Return the conditions that are set now, as [name, the change that drops it, the test of an engagement].
 * @returns {[string, Partial<State>, (engagement: number) => boolean][]}
 */
const conditions = () => CONDITIONS.filter(({ isSet }) => isSet()).map(({ name, without, test }) => [name, without, test()]);

/** Return whether the reader wants to see only what is proved. */
export const isProvedOnly = () => state.chosen.mark.size === 1 && state.chosen.mark.has(PROVED);
/** Return whether an engagement was known on the chosen day and passes the two switches of trust, which hold in the panel too. */
export const isTrusted = (engagement) => isKnownOn(engagement, state.asOf)
  && (state.voices < 2 || voicesOn(engagement, state.asOf) >= state.voices)
  && (!isProvedOnly() || proved[engagement] > 0);

/** Return the change that drops a condition, or undefined if there is none of this name. */
export const withoutCondition = (name) => CONDITIONS.find((each) => each.name === name)?.without;

/** For each group, how many engagements each of its terms would leave. @type {Record<string, Int32Array>} */
export let facetCounts = {};
export let matching = new Uint8Array(SIZE.engagements); // 1 for each engagement that matches every condition
export let known = 0; // engagements that were known on the chosen day

/** Compute which engagements match, and the counts of the legend. An engagement that fails one group only counts there. */
export function applyFilters() {
  const active = conditions();
  matching = new Uint8Array(SIZE.engagements);
  known = 0;
  facetCounts = Object.fromEntries(GROUPS.map((group) => [group, new Int32Array(TERMS[group].length)]));
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!isKnownOn(engagement, state.asOf)) continue;
    known += 1;
    const failed = active.filter(([, , test]) => !test(engagement));
    if (!failed.length) matching[engagement] = 1;
    if (failed.length > 1) continue;
    for (const group of GROUPS) {
      if (failed.length && failed[0][0] !== group) continue;
      for (const term of termsOf(group, engagement)) if (term >= 0) facetCounts[group][term] += 1;
    }
  }
}

/** Return the engagements that the conditions would leave after a change of the state. */
export function matchingWith(patch) {
  const before = { ...state };
  Object.assign(state, patch); // the other conditions depend on the day and on the switches
  const others = conditions();
  const left = [...matching.keys()]
    .filter((engagement) => isKnownOn(engagement, state.asOf) && others.every(([, , test]) => test(engagement)));
  Object.assign(state, before);
  return left;
}

/** Return the engagements that are left if nothing restricts what is shown but the given conditions. */
export const leftBy = (patch) => {
  const { chosen, path, voices } = defaultState();
  const none = { chosen, path, voices, period: null, text: "", event: null, only: null, either: false, not: [],
    neighbourhood: null };
  return matchingWith({ ...none, ...patch });
};

/**
 * Return what each condition hides, for an empty picture: [name, the change that drops it, engagements then left].
 * @returns {[string, Partial<State>, number][]}
 */
export function whatHides() {
  const results = CONDITIONS.filter(({ isSet }) => isSet())
    .map(({ name, without }) => /** @type {[string, Partial<State>, number]} */ ([name, without, matchingWith(without).length]));
  return results.sort((a, b) => b[2] - a[2]);
}

/**
 * Return the conditions that an engagement fails: [name, the change that drops it].
 * @returns {[string, Partial<State>][]}
 */
export const failedConditions = (engagement) => conditions().filter(([, , test]) => !test(engagement))
  .map(([name, without]) => [name, without]);

/** Return how many conditions restrict what is shown. */
export const countRestrictions = () => CONDITIONS.filter(({ isSet }) => isSet()).length;
/** Return whether anything restricts what is shown. */
export const isRestricted = () => countRestrictions() > 0 || state.path !== null;
export const sum = (flags) => flags.reduce((total, flag) => total + flag, 0);
