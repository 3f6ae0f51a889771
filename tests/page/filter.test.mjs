// model/filter.js: what matches, the counts of the legend, and why something is hidden.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, load, openPage, randomState } from "./setup.mjs";

const view = openPage("tiny", ({ engagements, words, passage_states: states }) => {
  engagements.sources[8] = [0]; // the loan is only planned, and has not been heard of for long
  engagements.passages.flatMap(([passages]) => passages)[0][3] = states.push("proved") - 1;
  words.sector[1].broader = 0; // three levels
  words.sector[3].also_broader = [4];
});
const [data, state, filter, parties, level, terms] = [await load("model/data.js"), await load("model/state.js"),
  await load("model/filter.js"), await load("model/parties.js"), await load("model/level.js"),
  await load("model/terms.js")];
const promises = await load("model/promises.js");
const { DATA, ENGAGEMENTS, GROUPS, NODES, SIZE, TERMS, findEngagement } = data;
DATA.today = 23_000;
const everyEngagement = [...ENGAGEMENTS.iri.keys()];

// ---- What the conditions mean, written a second time ------------------------------------------------------------------

const PARTIES = (e) => ENGAGEMENTS.parties[e].map(([, node]) => node);
/** The voices of an engagement; on a day in the past at most those of the sources of that time. */
const VOICES = (e) => Math.min(ENGAGEMENTS.voices[e], state.state.asOf === null ? Infinity : new Set(ENGAGEMENTS.sources[e]
  .filter((source) => DATA.sources.known[source] === null || DATA.sources.known[source] <= state.state.asOf)
  .map((source) => DATA.sources.voice[source])).size);
const ancestors = (sector) => (sector < 0 ? [] : [sector, ...[TERMS.sector[sector].broader ?? -1,
  ...(TERMS.sector[sector].also_broader ?? [])].flatMap(ancestors)]);
const TERMS_OF = {
  type: (e) => [ENGAGEMENTS.type[e]],
  form: (e) => [ENGAGEMENTS.form[e]],
  set: (e) => [data.statusSetOn(e, state.state.asOf)],
  status: (e) => [data.statusOn(e, state.state.asOf)],
  tier: (e) => [ENGAGEMENTS.tier[e]],
  sector: (e) => ENGAGEMENTS.sectors[e].flatMap(ancestors),
  place: (e) => ENGAGEMENTS.places[e].flatMap(function around(place) {
    return place < 0 ? [] : [place, ...around(TERMS.place[place].broader)];
  }),
  country: (e) => PARTIES(e).map((node) => NODES.country[node]),
  kind: (e) => PARTIES(e).map((node) => NODES.kind[node]),
  promise: (e) => {
    const { promise, state: found } = data.conclusionOn(e, state.state.asOf);
    const own = promise === e ? [found] : ENGAGEMENTS.occasion[e] ? ["occasion"] : [];
    return own.map((name) => ["kept", "begun", "signed", "open", "silent", "stopped", "occasion"].indexOf(name));
  },
  mark: (e) => ["silent", "inferred", "disputed", "proved", "oneVoice", "opening"].flatMap((id, mark) => ({
    silent: data.isSilent(e, state.state.asOf),
    inferred: ENGAGEMENTS.inferred[e].length + ENGAGEMENTS.parties[e].filter((party) => party[2]).length
      + ENGAGEMENTS.steps[e].filter((step) => step[4]).length > 0,
    disputed: ENGAGEMENTS.disputes[e].length > 0,
    proved: ENGAGEMENTS.passages[e].some((passage) => ["proved", "moved", "reflowed"].includes(passage[4])),
    oneVoice: VOICES(e) < 2,
    opening: Boolean(ENGAGEMENTS.opening[e]),
  }[id] ? [mark] : [])),
};
const linked = (e) => ENGAGEMENTS.links[e].filter(([label]) => ["covers", "led to", "had during it", "has part"].includes(label))
  .map(([, other]) => other).filter((other) => other >= 0);
const outcomes = (e) => { // by steps, until nothing is new
  let found = new Set([e]);
  for (;;) {
    const next = new Set([...found, ...[...found].flatMap(linked)]);
    if (next.size === found.size) return found;
    found = next;
  }
};
/** Return the engagements that are up to so many steps away from a node, which itself may be a hidden person or group. */
const within = (node, hops) => {
  let [nodes, found] = [new Set([node]), new Set()];
  for (let hop = 0; hop < hops; hop += 1) {
    found = new Set(everyEngagement.filter((e) => PARTIES(e).some((party) => nodes.has(party))));
    nodes = new Set([node, ...[...found].flatMap((e) => [...parties.shownParties(e)])]);
  }
  return found;
};
const CONDITIONS = {
  asOf: ({ asOf }) => asOf === null || ((e) => data.isKnownOn(e, asOf)),
  voices: ({ voices }) => voices < 2 || ((e) => VOICES(e) >= voices),
  period: ({ period }) => !period || ((e) => ENGAGEMENTS.steps[e].some(([, , earliest, latest]) => {
    if (earliest === null && latest === null) return false;
    return (earliest ?? -Infinity) <= period[1] && (latest ?? Infinity) >= period[0];
  })),
  event: ({ event }) => event === null || ((e) => outcomes(event).has(e)),
  not: ({ not }) => !not.length || ((e) => !not.some((id) => {
    const [node, event, term] = [data.findNode(id), data.findEngagement(id), data.findTerm(id)];
    if (node >= 0) return PARTIES(e).includes(node);
    return event >= 0 ? outcomes(event).has(e) : TERMS_OF[term.group](e).includes(term.index);
  })),
  only: ({ only, either }) => !only || ((e) => {
    if (either) return PARTIES(e).some((node) => only.has(node));
    const all = [...parties.shownParties(e)];
    const inside = all.filter((node) => only.has(node)).length;
    return inside >= 2 || (all.length === 1 && inside === 1);
  }),
  neighbourhood: ({ neighbourhood: near }) => !near
    || ((e) => within(near.node, near.hops).has(e)),
  ...Object.fromEntries(GROUPS.map((group) => [group, ({ chosen }) => !chosen[group].size
    || ((e) => TERMS_OF[group](e).some((term) => chosen[group].has(term)))])),
};
/** Return the names of the conditions that hide an engagement. */
const hiddenBy = (e) => Object.keys(CONDITIONS).filter((name) => {
  const condition = CONDITIONS[name](state.state);
  return condition !== true && !condition(e);
});

/** Run a check in many random states. The text is left out: its search has tests of its own. */
function inRandomStates(check, count = 400) {
  const random = createRandom(18);
  for (let round = 0; round < count; round += 1) {
    state.change({ ...randomState(random, { data, state }), text: "" });
    check(random);
  }
}

test("an engagement matches if no condition hides it", () => {
  let matching = 0;
  inRandomStates(() => {
    for (const e of everyEngagement) {
      const expected = data.isKnownOn(e, state.state.asOf) && !hiddenBy(e).length;
      assert.equal(Boolean(filter.matching[e]), expected, ENGAGEMENTS.iri[e]);
      matching += Number(expected);
    }
  });
  assert.ok(matching > 300, `${matching} matches are too few to mean anything`);
});

test("a count of the legend is what the term would leave if it were chosen alone in its group", () => {
  inRandomStates(() => {
    for (const group of GROUPS) {
      const expected = new Array(TERMS[group].length).fill(0);
      for (const e of everyEngagement) {
        if (!data.isKnownOn(e, state.state.asOf) || hiddenBy(e).some((name) => name !== group)) continue;
        for (const term of new Set(TERMS_OF[group](e))) if (term >= 0) expected[term] += 1;
      }
      assert.deepEqual([...filter.facetCounts[group]], expected, group);
    }
  });
});

test("what a condition hides is what appears when it is dropped", () => {
  inRandomStates(() => {
    const before = { ...state.state };
    const hides = filter.whatHides();
    assert.deepEqual(hides.map(([, , left]) => left), hides.map(([, , left]) => left).sort((a, b) => b - a));
    for (const [name, without, left] of hides) {
      state.change(without);
      assert.equal(filter.sum(filter.matching), left, `without ${name}`);
      state.change(before);
    }
  }, 150);
});

test("the conditions that an engagement fails are those that hide it, and dropping all of them shows it", () => {
  inRandomStates((random) => {
    const e = random.below(SIZE.engagements);
    assert.deepEqual(filter.failedConditions(e).map(([name]) => name).sort(), hiddenBy(e).sort());
    // One after the other, because the set of statuses depends on the day.
    for (let [failed] = filter.failedConditions(e); failed; [failed] = filter.failedConditions(e)) state.change(failed[1]);
    assert.equal(Boolean(filter.matching[e]), data.isKnownOn(e, state.state.asOf), ENGAGEMENTS.iri[e]);
  });
});

test("nothing chosen restricts nothing", () => {
  state.change(state.defaultState());
  assert.ok(!filter.isRestricted());
  assert.deepEqual(filter.whatHides(), []);
  assert.equal(filter.sum(filter.matching), everyEngagement.filter((e) => data.isKnownOn(e, null)).length);
  assert.equal(filter.known, level.shown.matching.engagements);
});

test("a period begins and ends with its days", () => {
  const days = new Set(ENGAGEMENTS.steps.flat().flatMap(([, , ...range]) => range.slice(0, 2)).filter((day) => day !== null));
  for (const day of [...days].flatMap((each) => [each - 1, each, each + 1])) {
    state.change({ ...state.defaultState(), period: [day, day] });
    for (const e of everyEngagement) {
      const expected = data.isKnownOn(e, null) && !hiddenBy(e).length;
      assert.equal(Boolean(filter.matching[e]), expected, `${ENGAGEMENTS.iri[e]} on ${data.formatIsoDay(day)}`);
    }
  }
});

test("the outcomes of a conference are what happened during it, and what that led to or covers", () => {
  const names = [...filter.outcomesOf(findEngagement("id:vik-forum"))].map((e) => ENGAGEMENTS.iri[e]).sort();
  assert.deepEqual(names, ["id:crane-contract", "id:north-quay-expansion", "id:pilotage-accord", "id:vik-forum"]);
});

test("links that lead in a circle end", () => {
  const [first, second] = [findEngagement("id:ferry-loan"), findEngagement("id:ferry-project")];
  ENGAGEMENTS.links[first].push(["led to", second, ""]);
  ENGAGEMENTS.links[second].push(["led to", first, ""], ["came of", 0, ""], ["covers", -1, "nothing on this page"]);
  assert.deepEqual([...filter.outcomesOf(first)], [first, second]);
});

test("a sector includes its narrower sectors", () => {
  const [ferries, harbours, pilotage] = [0, 1, 2];
  const training = findEngagement("id:pilot-training");
  assert.deepEqual(view.engagements.sectors[training], [pilotage, 4]);
  for (const sector of [ferries, harbours, pilotage]) assert.ok(terms.sectorsOf(training).includes(sector));
});

test("the switches of trust hold in the map, the list, the headline and the panel", () => {
  const every = { ...state.defaultState(), level: "all" };
  for (const [patch, holds] of [[{ voices: 2 }, (e) => VOICES(e) >= 2],
    [{ chosen: { ...every.chosen, mark: new Set([data.PROVED]) } }, (e) => TERMS_OF.mark(e).includes(data.PROVED)]]) {
    for (const asOf of [null, 20_200]) {
      state.change({ ...every, ...patch, asOf });
      const left = everyEngagement.filter((e) => data.isKnownOn(e, asOf) && holds(e));
      assert.deepEqual(everyEngagement.filter(filter.isTrusted), left);
      assert.deepEqual(everyEngagement.filter((e) => level.shown.listed[e]), left);
      assert.ok(everyEngagement.every((e) => !level.shown.engagements[e] || holds(e)));
      assert.equal(promises.countAll().all, left.length);
      assert.ok(asOf || (left.length > 0 && left.length < SIZE.engagements), JSON.stringify(patch));
    }
  }
  assert.deepEqual(["oneVoice", "opening"].map((id) => TERMS.mark.findIndex((mark) => mark.id === id)), [4, 5]);
});
