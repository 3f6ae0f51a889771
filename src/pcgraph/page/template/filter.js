"use strict";
// Filters: what is in view, and the count for each further choice, both computed in one pass over typed columns.

const MOST_TIES = 3000;  // most lines on a map; above this, only the highest-ranked nodes are drawn
const TOP = 150;         // nodes of the level "top"
const HIDDEN_KINDS = new Set(["pcg:UnnamedParty", "pcg:Group"]);

// The filters that a tie or an engagement can fail. One that fails a single filter counts towards that filter's values.
const FAIL = { relation: 1, type: 1, set: 2, sector: 4, tier: 8, disputed: 16, voices: 32, ends: 64 };

const unnamedNode = Uint8Array.from(N.kind, (kind) => Number(kind >= 0 && HIDDEN_KINDS.has(W.kind[kind].id)));
const believedNow = Uint8Array.from(T.known, (flat) => flat.length % 2);
const NO_SET = W.set.findIndex(({ id }) => id === "none");
const tieTier = Int16Array.from(T.sources, (sources) => sources.reduce((best, source) => {
  const tier = S.tier[source];
  return tier >= 0 && (best < 0 || tier < best) ? tier : best;
}, -1));

// A sector includes its narrower sectors.
const SECTORS = E.sectors.map((sectors) => {
  const all = new Set();
  for (const sector of sectors) for (let at = sector; at >= 0 && !all.has(at); at = W.sector[at].broader ?? -1) all.add(at);
  return [...all];
});

const setOf = (at, day) => {
  const status = statusOn(at, day);
  return status < 0 ? NO_SET : W.status[status].set ?? NO_SET;
};

const YEARS = (() => {
  let [first, last] = [Infinity, -Infinity];
  for (const steps of E.steps) {
    for (const [, , earliest, latest] of steps) {
      for (const day of [earliest, latest]) if (day !== null) [first, last] = [Math.min(first, day), Math.max(last, day)];
    }
  }
  return first > last ? null : [yearOf(first), yearOf(last)];
})();

/** Whether a step of the engagement may fall in the chosen years; undated steps do not count. */
function inYears(at, [from, to]) {
  const [first, last] = [Date.UTC(from, 0, 1) / 86400000, Date.UTC(to, 11, 31) / 86400000];
  return E.steps[at].some(([, , earliest, latest]) => (earliest !== null || latest !== null)
    && (earliest === null || earliest <= last) && (latest === null || latest >= first));
}

/** The filters that each engagement fails (255: not known on that day, or not in those years) and its status set. */
function judgeEngagements() {
  const { chosen, asOf, years, disputed, voices } = state;
  const fails = new Uint8Array(SIZE.engagements);
  const sets = new Int8Array(SIZE.engagements).fill(-1);
  for (let at = 0; at < SIZE.engagements; at += 1) {
    if (!knownOn(at, asOf) || (years && !inYears(at, years))) {
      fails[at] = 255;
      continue;
    }
    sets[at] = setOf(at, asOf);
    let fail = 0;
    if (chosen.set.size && !chosen.set.has(sets[at])) fail |= FAIL.set;
    if (chosen.sector.size && !SECTORS[at].some((sector) => chosen.sector.has(sector))) fail |= FAIL.sector;
    if (disputed && !disputedOnes[at]) fail |= FAIL.disputed;
    if (state.view === "engagements") {
      if (chosen.type.size && !chosen.type.has(E.type[at])) fail |= FAIL.type;
      if (chosen.tier.size && !chosen.tier.has(E.tier[at])) fail |= FAIL.tier;
      if (voices > 1 && E.voices[at] < voices) fail |= FAIL.voices;
    }
    fails[at] = fail;
  }
  return { fails, sets };
}

/** Flags of each node: 1: its country passes, 2: its kind passes, 4: it may be drawn. */
function judgeNodes() {
  const { chosen, unnamed } = state;
  const marks = new Uint8Array(SIZE.nodes);
  for (let node = 0; node < SIZE.nodes; node += 1) {
    marks[node] = (!chosen.country.size || chosen.country.has(N.country[node]) ? 1 : 0)
      | (!chosen.kind.size || chosen.kind.has(N.kind[node]) ? 2 : 0) | (unnamed || !unnamedNode[node] ? 4 : 0);
  }
  return marks;
}

let tally = {};      // group → counts per index, set by look()
let passing = {};    // what passes all filters, before the level restricts it

const facets = (group) => tally[group] ?? new Int32Array(W[group].length);

const blankTally = () => ({
  ...Object.fromEntries(GROUPS.map((group) => [group, new Int32Array(W[group].length)])), disputed: 0,
  known: 0, // ties (engagements) of that day and those years, before any other filter
});

// Typed arrays, because the pass reads them for up to 300,000 ties.
const TIE = Object.fromEntries(["engagement", "relation", "voices"].map((name) => [name, Int32Array.from(T[name])]));
const NODE = { country: Int16Array.from(N.country), kind: Int16Array.from(N.kind) };
const disputedOnes = Uint8Array.from(E.disputes, (all) => Number(all.length > 0));
const sectorsOf = index(SIZE.engagements, (add) => SECTORS.forEach((all, at) => { for (const sector of all) add(at, sector); }));

/** Count a tie or engagement that fails only `fail`, or nothing, towards the values that would admit it. */
function count(fail, at, set, tier) {
  if ((!fail || fail === FAIL.set) && set >= 0) tally.set[set] += 1;
  if (at >= 0 && (!fail || fail === FAIL.sector)) {
    const sectors = sectorsOf(at);
    for (let place = 0; place < sectors.length; place += 1) tally.sector[sectors[place]] += 1;
  }
  if ((!fail || fail === FAIL.tier) && tier >= 0) tally.tier[tier] += 1;
  if ((!fail || fail === FAIL.disputed) && at >= 0) tally.disputed += disputedOnes[at];
}

/** Count a node for its country among the chosen kinds and for its kind among the chosen countries, each once. */
function countEnd(node, marks, before, places) {
  const [country, kind] = [NODE.country[node], NODE.kind[node]];
  let [freshCountry, freshKind] = [country >= 0 && marks[node] & 2, kind >= 0 && marks[node] & 1];
  for (let place = 0; place < places; place += 1) {
    if (freshCountry && NODE.country[before[place]] === country && marks[before[place]] & 2) freshCountry = 0;
    if (freshKind && NODE.kind[before[place]] === kind && marks[before[place]] & 1) freshKind = 0;
  }
  if (freshCountry) tally.country[country] += 1;
  if (freshKind) tally.kind[kind] += 1;
}

/** Find the ties that pass; one passes if one of its ends has both a chosen country and a chosen kind. */
function passTies(engagement, marks) {
  const { chosen, asOf, voices, near } = state;
  const open = (tie) => (asOf === null ? believedNow[tie] : believedOn(T.known[tie], asOf)) && marks[T.from[tie]] & marks[T.to[tie]] & 4
    && (TIE.engagement[tie] < 0 ? !state.years : engagement.fails[TIE.engagement[tie]] !== 255);
  const far = near && distances(near.node, near.hops, open);
  const ties = new Uint8Array(SIZE.ties);
  const one = [0];
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!open(tie)) continue;
    tally.known += 1;
    const [from, to, at] = [T.from[tie], T.to[tie], TIE.engagement[tie]];
    if (far && !within(far, from, to, near.hops)) continue;
    let fail = at < 0 ? 0 : engagement.fails[at];
    if (chosen.relation.size && !chosen.relation.has(TIE.relation[tie])) fail |= FAIL.relation;
    if (chosen.tier.size && !chosen.tier.has(tieTier[tie])) fail |= FAIL.tier;
    if (voices > 1 && TIE.voices[tie] < voices) fail |= FAIL.voices;
    if ((marks[from] & 3) !== 3 && (marks[to] & 3) !== 3) fail |= FAIL.ends;
    if (!fail) ties[tie] = 1;
    if (!fail || fail === FAIL.relation) tally.relation[TIE.relation[tie]] += 1;
    count(fail, at, at < 0 ? -1 : engagement.sets[at], tieTier[tie]);
    if (fail & ~FAIL.ends) continue;
    countEnd(from, marks, one, 0);
    one[0] = from;
    if (from !== to) countEnd(to, marks, one, 1);
  }
  return ties;
}

// Within n steps: the tie is on a path of n steps.
const within = (far, from, to, hops) => far[from] >= 0 && far[to] >= 0 && Math.min(far[from], far[to]) < hops;

function passEngagements(engagement, marks) {
  const { near } = state;
  const far = near && distancesByEngagement(near.node, near.hops, (at) => engagement.fails[at] !== 255);
  const passed = new Uint8Array(SIZE.engagements);
  for (let at = 0; at < SIZE.engagements; at += 1) {
    let fail = engagement.fails[at];
    if (fail === 255) continue;
    tally.known += 1;
    const ends = endsOf(at);
    if (far && !ends.some((node) => far[node] >= 0 && far[node] < near.hops)) continue;
    const narrowed = state.chosen.country.size || state.chosen.kind.size;
    if (narrowed && !ends.some((node) => (marks[node] & 3) === 3)) fail |= FAIL.ends;
    if (!fail) passed[at] = 1;
    if (!fail || fail === FAIL.type) tally.type[E.type[at]] += 1;
    count(fail, at, engagement.sets[at], E.tier[at]);
    if (!(fail & ~FAIL.ends)) for (let place = 0; place < ends.length; place += 1) countEnd(ends[place], marks, ends, place);
  }
  return passed;
}

const sum = (flags) => flags.reduce((total, flag) => total + flag, 0);

/**
 * Compute what is in view: flags per node, tie and engagement, their counts, the folded communities with the lines
 * between them, the path, and in `listed` the rows of the table (more than the map draws if communities are folded).
 */
function look() {
  tally = blankTally();
  const marks = judgeNodes();
  const engagement = judgeEngagements();
  const partners = state.view === "partners";
  passing = { nodes: new Uint8Array(SIZE.nodes), ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements) };
  if (partners) {
    passing.ties = passTies(engagement, marks);
    for (let tie = 0; tie < SIZE.ties; tie += 1) {
      if (!passing.ties[tie]) continue;
      passing.nodes[T.from[tie]] = passing.nodes[T.to[tie]] = 1;
      if (T.engagement[tie] >= 0) passing.engagements[T.engagement[tie]] = 1;
    }
  } else {
    passing.engagements = passEngagements(engagement, marks);
    for (let at = 0; at < SIZE.engagements; at += 1) {
      if (!passing.engagements[at]) continue;
      for (const node of endsOf(at)) if (marks[node] & 4) passing.nodes[node] = 1;
    }
  }
  if (state.near) passing.nodes[state.near.node] = 1;
  else if (state.isolates) for (let node = 0; node < SIZE.nodes; node += 1) if (marks[node] === 7) passing.nodes[node] = 1;
  return cut();
}
