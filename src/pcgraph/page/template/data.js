"use strict";
// The data of the page, stored in columns, and indexes over these columns. A tie is an index into the columns and not an
// object, because a page may hold 300,000 ties. In the same way, nodes, engagements and sources are indices.

const parseJson = (id) => JSON.parse(document.getElementById(id).textContent);
const DATA = parseJson("data");
const { nodes: NODES, ties: TIES, engagements: ENGAGEMENTS, sources: SOURCES, words: TERMS } = DATA;

// pyvis writes the positions and the ends of ties as rows. Convert them back to columns.
{
  const network = parseJson("network");
  const column = (Kind, rows, name) => Kind.from(rows, (row) => row[name]);
  NODES.x = column(Float64Array, network.nodes, "x");
  NODES.y = column(Float64Array, network.nodes, "y");
  TIES.from = column(Int32Array, network.edges, "from");
  TIES.to = column(Int32Array, network.edges, "to");
}
const SIZE = {
  nodes: NODES.iri.length, ties: TIES.from.length, engagements: ENGAGEMENTS.iri.length, sources: SOURCES.iri.length,
};

/** Return a function from each of `count` keys to its values. All values are in one array, sorted by key. */
function buildIndex(count, forEachPair) {
  const starts = new Int32Array(count + 1);
  forEachPair((key) => { starts[key + 1] += 1; });
  for (let key = 0; key < count; key += 1) starts[key + 1] += starts[key];
  const values = new Int32Array(starts[count]);
  const next = starts.slice();
  forEachPair((key, value) => { values[next[key]] = value; next[key] += 1; });
  return (key) => values.subarray(starts[key], starts[key + 1]);
}

const createLookup = (curies) => {
  const indices = new Map(curies.map((curie, index) => [curie, index]));
  return (curie) => indices.get(curie) ?? -1;
};
const findNode = createLookup(NODES.iri);
const findEngagement = createLookup(ENGAGEMENTS.iri);

const tiesOf = buildIndex(SIZE.nodes, (add) => {
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    add(TIES.from[tie], tie);
    if (TIES.to[tie] !== TIES.from[tie]) add(TIES.to[tie], tie);
  }
});
const tiesOfEngagement = buildIndex(SIZE.engagements, (add) => {
  for (let tie = 0; tie < SIZE.ties; tie += 1) if (TIES.engagement[tie] >= 0) add(TIES.engagement[tie], tie);
});
/** Return the nodes that are parties to an engagement, without duplicates. */
const partyNodes = buildIndex(SIZE.engagements, (add) => {
  ENGAGEMENTS.parties.forEach((parties, engagement) => parties.forEach(([, node], position) => {
    for (let earlier = 0; earlier < position; earlier += 1) if (parties[earlier][1] === node) return;
    if (node >= 0) add(engagement, node);
  }));
});
const engagementsOf = buildIndex(SIZE.nodes, (add) => {
  for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
    for (const node of partyNodes(engagement)) add(node, engagement);
  }
});

/** Return the roles of a node in engagements, as [engagement, role, inferred]. */
function rolesOf(node) {
  return [...engagementsOf(node)].flatMap((engagement) => ENGAGEMENTS.parties[engagement].filter(([, party]) => party === node)
    .map(([role, , inferred]) => [engagement, role, inferred]));
}

/** Return whether a day is in the intervals [since, until, since, until…]. For null (now), the last one must be open. */
function isBelievedOn(intervals, day) {
  if (day === null) return intervals.length % 2 === 1;
  for (let index = 0; index < intervals.length; index += 2) {
    if ((intervals[index] === null || intervals[index] <= day)
      && (index + 1 >= intervals.length || day < intervals[index + 1])) return true;
  }
  return false;
}

/** Return the status of an engagement as it was known on a day (null: now), or -1 if there was none. */
function statusOn(engagement, day) {
  const intervals = ENGAGEMENTS.status[engagement];
  for (let index = intervals.length - 3; index >= 0; index -= 3) {
    const [status, since, until] = [intervals[index], intervals[index + 1], intervals[index + 2]];
    if (day === null ? until === null : (since === null || since <= day) && (until === null || day < until)) return status;
  }
  return -1;
}

/** Return whether an engagement was known on a day. If it has no status, the days of its sources decide. */
function isKnownOn(engagement, day) {
  if (ENGAGEMENTS.status[engagement].length) return statusOn(engagement, day) >= 0;
  return day === null || !ENGAGEMENTS.sources[engagement].length
    || ENGAGEMENTS.sources[engagement].some((source) => SOURCES.known[source] === null || SOURCES.known[source] <= day);
}

/** Expand a CURIE such as `id:lumen` to an IRI. */
function expandCurie(curie) {
  const colon = curie.indexOf(":");
  const namespace = Object.hasOwn(DATA.prefixes, curie.slice(0, colon)) ? DATA.prefixes[curie.slice(0, colon)] : null;
  return namespace === null ? curie : namespace + curie.slice(colon + 1);
}

// A tie has no IRI. In an address, it is identified by its ends, its relation and its engagement.
const tieId = (tie) => [NODES.iri[TIES.from[tie]], TERMS.relation[TIES.relation[tie]].id, NODES.iri[TIES.to[tie]],
  TIES.engagement[tie] < 0 ? "" : ENGAGEMENTS.iri[TIES.engagement[tie]]].join("|");
function findTie(id) {
  const from = findNode(String(id).split("|")[0]);
  return from < 0 ? -1 : tiesOf(from).find((tie) => tieId(tie) === id) ?? -1;
}

// The data counts days from 1970-01-01. Addresses and readers use dates.
const parseDay = (text) => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time / 86400000;
};
const formatIsoDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
const yearOf = (day) => new Date(day * 86400000).getUTCFullYear();
