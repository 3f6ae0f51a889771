"use strict";
// Filters: which ties, engagements and nodes match, and how many would match each other choice of a filter. Both are
// computed in one pass over typed arrays.

const MAX_LINES = 3000; // lines on a map; with more, only the highest-ranked nodes are drawn
const TOP_COUNT = 150; // nodes at the level "top"
const HIDDEN_KINDS = new Set(["pcg:UnnamedParty", "pcg:Group"]);

// The filters that a tie or an engagement can fail, as flags. If it fails a single filter, it is counted in the legend for
// the values of that filter, because choosing them would show it.
const FILTER_FLAGS = { relation: 1, type: 1, set: 2, sector: 4, tier: 8, disputed: 16, voices: 32, ends: 64 };

const isUnnamed = Uint8Array.from(NODES.kind, (kind) => Number(kind >= 0 && HIDDEN_KINDS.has(TERMS.kind[kind].id)));
const isBelievedNow = Uint8Array.from(TIES.known, (intervals) => intervals.length % 2);
const NO_SET = TERMS.set.findIndex(({ id }) => id === "none");
const bestTier = Int16Array.from(TIES.sources, (sources) => sources.reduce((best, source) => {
  const tier = SOURCES.tier[source];
  return tier >= 0 && (best < 0 || tier < best) ? tier : best;
}, -1));

// The sectors of each engagement with all broader sectors, because a sector includes its narrower sectors.
const SECTORS_WITH_BROADER = ENGAGEMENTS.sectors.map((sectors) => {
  const withBroader = new Set();
  for (const sector of sectors) {
    let broader = sector;
    while (broader >= 0 && !withBroader.has(broader)) {
      withBroader.add(broader);
      broader = TERMS.sector[broader].broader ?? -1;
    }
  }
  return [...withBroader];
});

const statusSetOn = (engagement, day) => {
  const status = statusOn(engagement, day);
  return status < 0 ? NO_SET : TERMS.status[status].set ?? NO_SET;
};

const YEAR_RANGE = (() => {
  let [first, last] = [Infinity, -Infinity];
  for (const steps of ENGAGEMENTS.steps) {
    for (const [, , earliest, latest] of steps) {
      for (const day of [earliest, latest]) if (day !== null) [first, last] = [Math.min(first, day), Math.max(last, day)];
    }
  }
  return first > last ? null : [yearOf(first), yearOf(last)];
})();

/** Return whether a step of the engagement may fall in the chosen years. Undated steps are ignored. */
function isInYears(engagement, [from, to]) {
  const [first, last] = [Date.UTC(from, 0, 1) / 86400000, Date.UTC(to, 11, 31) / 86400000];
  return ENGAGEMENTS.steps[engagement].some(([, , earliest, latest]) => (earliest !== null || latest !== null)
    && (earliest === null || earliest <= last) && (latest === null || latest >= first));
}

/** Return the filters that each engagement fails (255: not known on the day, or not in the years) and its status set. */
function checkEngagements() {
  const { chosen, asOf, years, disputed, voices } = state;
  const failures = new Uint8Array(SIZE.engagements);
  const sets = new Int8Array(SIZE.engagements).fill(-1);
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    if (!isKnownOn(engagement, asOf) || (years && !isInYears(engagement, years))) {
      failures[engagement] = 255;
      continue;
    }
    sets[engagement] = statusSetOn(engagement, asOf);
    let failure = 0;
    if (chosen.set.size && !chosen.set.has(sets[engagement])) failure |= FILTER_FLAGS.set;
    if (chosen.sector.size && !SECTORS_WITH_BROADER[engagement].some((sector) => chosen.sector.has(sector))) failure |= FILTER_FLAGS.sector;
    if (disputed && !isDisputed[engagement]) failure |= FILTER_FLAGS.disputed;
    if (state.view === "engagements") {
      if (chosen.type.size && !chosen.type.has(ENGAGEMENTS.type[engagement])) failure |= FILTER_FLAGS.type;
      if (chosen.tier.size && !chosen.tier.has(ENGAGEMENTS.tier[engagement])) failure |= FILTER_FLAGS.tier;
      if (voices > 1 && ENGAGEMENTS.voices[engagement] < voices) failure |= FILTER_FLAGS.voices;
    }
    failures[engagement] = failure;
  }
  return { failures, sets };
}

/** Return the flags of each node: 1 if its country matches, 2 if its kind matches, 4 if it may be drawn. */
function checkNodes() {
  const { chosen, unnamed } = state;
  const flags = new Uint8Array(SIZE.nodes);
  for (let node = 0; node < SIZE.nodes; node += 1) {
    flags[node] = (!chosen.country.size || chosen.country.has(NODES.country[node]) ? 1 : 0)
      | (!chosen.kind.size || chosen.kind.has(NODES.kind[node]) ? 2 : 0) | (unnamed || !isUnnamed[node] ? 4 : 0);
  }
  return flags;
}

let facetCounts = {}; // for each group, the count of each of its terms; set by computeShown
let matching = {}; // what matches all filters, before the level reduces it

const facetCountsOf = (group) => facetCounts[group] ?? new Int32Array(TERMS[group].length);

const emptyFacetCounts = () => ({
  ...Object.fromEntries(GROUPS.map((group) => [group, new Int32Array(TERMS[group].length)])), disputed: 0,
  known: 0, // ties (or engagements) on the day and in the years, before any other filter
});

// Typed arrays are fast to read for 300,000 ties.
const TIE_COLUMNS = Object.fromEntries(["engagement", "relation", "voices"].map((name) => [name, Int32Array.from(TIES[name])]));
const NODE_COLUMNS = { country: Int16Array.from(NODES.country), kind: Int16Array.from(NODES.kind) };
const isDisputed = Uint8Array.from(ENGAGEMENTS.disputes, (disputes) => Number(disputes.length > 0));
const sectorsOf = buildIndex(SIZE.engagements,
  (add) => SECTORS_WITH_BROADER.forEach((sectors, engagement) => { for (const sector of sectors) add(engagement, sector); }));

/** Count a tie or engagement for the terms of the one filter that it fails, or of all filters if it fails none. */
function countFacets(failure, engagement, set, tier) {
  if ((!failure || failure === FILTER_FLAGS.set) && set >= 0) facetCounts.set[set] += 1;
  if (engagement >= 0 && (!failure || failure === FILTER_FLAGS.sector)) {
    const sectors = sectorsOf(engagement);
    for (let position = 0; position < sectors.length; position += 1) facetCounts.sector[sectors[position]] += 1;
  }
  if ((!failure || failure === FILTER_FLAGS.tier) && tier >= 0) facetCounts.tier[tier] += 1;
  if ((!failure || failure === FILTER_FLAGS.disputed) && engagement >= 0) facetCounts.disputed += isDisputed[engagement];
}

/** Count a node for its country if its kind matches, and for its kind if its country matches. Count each only once. */
function countNodeFacets(node, nodeFlags, counted, countedLength) {
  const [country, kind] = [NODE_COLUMNS.country[node], NODE_COLUMNS.kind[node]];
  let [newCountry, newKind] = [country >= 0 && nodeFlags[node] & 2, kind >= 0 && nodeFlags[node] & 1];
  for (let position = 0; position < countedLength; position += 1) {
    if (newCountry && NODE_COLUMNS.country[counted[position]] === country && nodeFlags[counted[position]] & 2) newCountry = 0;
    if (newKind && NODE_COLUMNS.kind[counted[position]] === kind && nodeFlags[counted[position]] & 1) newKind = 0;
  }
  if (newCountry) facetCounts.country[country] += 1;
  if (newKind) facetCounts.kind[kind] += 1;
}

/** Return a flag for each tie that matches. One of its ends must have both a chosen country and a chosen kind. */
function filterTies(checks, nodeFlags) {
  const { chosen, asOf, voices, neighbourhood } = state;
  const isEligible = (tie) => (asOf === null ? isBelievedNow[tie] : isBelievedOn(TIES.known[tie], asOf))
    && nodeFlags[TIES.from[tie]] & nodeFlags[TIES.to[tie]] & 4
    && (TIE_COLUMNS.engagement[tie] < 0 ? !state.years : checks.failures[TIE_COLUMNS.engagement[tie]] !== 255);
  const distance = neighbourhood && distances(neighbourhood.node, neighbourhood.hops, isEligible);
  const passed = new Uint8Array(SIZE.ties);
  const counted = [0];
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    if (!isEligible(tie)) continue;
    facetCounts.known += 1;
    const [from, to, engagement] = [TIES.from[tie], TIES.to[tie], TIE_COLUMNS.engagement[tie]];
    if (distance && !isWithin(distance, from, to, neighbourhood.hops)) continue;
    let failure = engagement < 0 ? 0 : checks.failures[engagement];
    if (chosen.relation.size && !chosen.relation.has(TIE_COLUMNS.relation[tie])) failure |= FILTER_FLAGS.relation;
    if (chosen.tier.size && !chosen.tier.has(bestTier[tie])) failure |= FILTER_FLAGS.tier;
    if (voices > 1 && TIE_COLUMNS.voices[tie] < voices) failure |= FILTER_FLAGS.voices;
    if ((nodeFlags[from] & 3) !== 3 && (nodeFlags[to] & 3) !== 3) failure |= FILTER_FLAGS.ends;
    if (!failure) passed[tie] = 1;
    if (!failure || failure === FILTER_FLAGS.relation) facetCounts.relation[TIE_COLUMNS.relation[tie]] += 1;
    countFacets(failure, engagement, engagement < 0 ? -1 : checks.sets[engagement], bestTier[tie]);
    if (failure & ~FILTER_FLAGS.ends) continue;
    countNodeFacets(from, nodeFlags, counted, 0);
    counted[0] = from;
    if (from !== to) countNodeFacets(to, nodeFlags, counted, 1);
  }
  return passed;
}

// A tie is within n steps if a path of n steps can include it.
const isWithin = (distance, from, to, hops) => distance[from] >= 0 && distance[to] >= 0
  && Math.min(distance[from], distance[to]) < hops;

/** Return a flag for each engagement that matches. One of its parties must have both a chosen country and a chosen kind. */
function filterEngagements(checks, nodeFlags) {
  const { neighbourhood } = state;
  const distance = neighbourhood
    && distancesByEngagement(neighbourhood.node, neighbourhood.hops, (engagement) => checks.failures[engagement] !== 255);
  const passed = new Uint8Array(SIZE.engagements);
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    let failure = checks.failures[engagement];
    if (failure === 255) continue;
    facetCounts.known += 1;
    const parties = partyNodes(engagement);
    if (distance && !parties.some((node) => distance[node] >= 0 && distance[node] < neighbourhood.hops)) continue;
    const hasNodeFilter = state.chosen.country.size || state.chosen.kind.size;
    if (hasNodeFilter && !parties.some((node) => (nodeFlags[node] & 3) === 3)) failure |= FILTER_FLAGS.ends;
    if (!failure) passed[engagement] = 1;
    if (!failure || failure === FILTER_FLAGS.type) facetCounts.type[ENGAGEMENTS.type[engagement]] += 1;
    countFacets(failure, engagement, checks.sets[engagement], ENGAGEMENTS.tier[engagement]);
    if (!(failure & ~FILTER_FLAGS.ends)) for (let position = 0; position < parties.length; position += 1)
      countNodeFacets(parties[position], nodeFlags, parties, position);
  }
  return passed;
}

const sum = (flags) => flags.reduce((total, flag) => total + flag, 0);

/**
 * Return what is shown: a flag for each node, tie and engagement, their counts, the collapsed communities with the lines
 * between them, and the path. `listed` flags the rows of the table, which also lists what is inside collapsed communities.
 */
function computeShown() {
  facetCounts = emptyFacetCounts();
  const nodeFlags = checkNodes();
  const checks = checkEngagements();
  const partners = state.view === "partners";
  matching = { nodes: new Uint8Array(SIZE.nodes), ties: new Uint8Array(SIZE.ties), engagements: new Uint8Array(SIZE.engagements) };
  if (partners) {
    matching.ties = filterTies(checks, nodeFlags);
    for (let tie = 0; tie < SIZE.ties; tie += 1) {
      if (!matching.ties[tie]) continue;
      matching.nodes[TIES.from[tie]] = matching.nodes[TIES.to[tie]] = 1;
      if (TIES.engagement[tie] >= 0) matching.engagements[TIES.engagement[tie]] = 1;
    }
  } else {
    matching.engagements = filterEngagements(checks, nodeFlags);
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!matching.engagements[engagement]) continue;
      for (const node of partyNodes(engagement)) if (nodeFlags[node] & 4) matching.nodes[node] = 1;
    }
  }
  if (state.neighbourhood) matching.nodes[state.neighbourhood.node] = 1;
  else if (state.isolates) for (let node = 0; node < SIZE.nodes; node += 1) if (nodeFlags[node] === 7) matching.nodes[node] = 1;
  return applyLevel();
}
