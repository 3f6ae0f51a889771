"use strict";
// The data of the page: columns, and indexes over them. There is no object per tie, so that 300,000 ties stay cheap.

const parsed = (id) => JSON.parse(document.getElementById(id).textContent);
const DATA = parsed("data");
const { nodes: N, ties: T, engagements: E, sources: S, words: W } = DATA;

// pyvis writes positions and the ends of ties as rows; convert them back to columns.
{
  const network = parsed("network");
  const column = (Kind, rows, name) => Kind.from(rows, (row) => row[name]);
  N.x = column(Float64Array, network.nodes, "x");
  N.y = column(Float64Array, network.nodes, "y");
  T.from = column(Int32Array, network.edges, "from");
  T.to = column(Int32Array, network.edges, "to");
}
const SIZE = { nodes: N.iri.length, ties: T.from.length, engagements: E.iri.length, sources: S.iri.length };

/** An index from each of `count` keys to its values: one flat array and the start of each key's part. */
function index(count, pairs) {
  const starts = new Int32Array(count + 1);
  pairs((key) => { starts[key + 1] += 1; });
  for (let key = 0; key < count; key += 1) starts[key + 1] += starts[key];
  const flat = new Int32Array(starts[count]);
  const next = starts.slice();
  pairs((key, value) => { flat[next[key]] = value; next[key] += 1; });
  return (key) => flat.subarray(starts[key], starts[key + 1]);
}

const lookUp = (iris) => {
  const places = new Map(iris.map((curie, place) => [curie, place]));
  return (curie) => places.get(curie) ?? -1;
};
const nodeAt = lookUp(N.iri);
const engagementAt = lookUp(E.iri);

const tiesOf = index(SIZE.nodes, (add) => {
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    add(T.from[tie], tie);
    if (T.to[tie] !== T.from[tie]) add(T.to[tie], tie);
  }
});
const tiesBy = index(SIZE.engagements, (add) => {
  for (let tie = 0; tie < SIZE.ties; tie += 1) if (T.engagement[tie] >= 0) add(T.engagement[tie], tie);
});
/** The nodes that are parties to an engagement, each once. */
const endsOf = index(SIZE.engagements, (add) => {
  E.parties.forEach((parties, at) => parties.forEach(([, node], place) => {
    for (let before = 0; before < place; before += 1) if (parties[before][1] === node) return;
    if (node >= 0) add(at, node);
  }));
});
const engagementsOf = index(SIZE.nodes, (add) => {
  for (let at = 0; at < SIZE.engagements; at += 1) for (const node of endsOf(at)) add(node, at);
});

/** The roles of a node: [engagement, role, inferred]. */
function partsOf(node) {
  return [...engagementsOf(node)].flatMap((at) => E.parties[at].filter(([, party]) => party === node)
    .map(([role, , inferred]) => [at, role, inferred]));
}

/** Whether a day is in [since, until, since, until…]; null is now: whether the last interval is still open. */
function believedOn(flat, day) {
  if (day === null) return flat.length % 2 === 1;
  for (let at = 0; at < flat.length; at += 2) {
    if ((flat[at] === null || flat[at] <= day) && (at + 1 >= flat.length || day < flat[at + 1])) return true;
  }
  return false;
}

/** The status of an engagement as known on a day (null: now), or -1. */
function statusOn(at, day) {
  const flat = E.status[at];
  for (let place = flat.length - 3; place >= 0; place -= 3) {
    const [status, since, until] = [flat[place], flat[place + 1], flat[place + 2]];
    if (day === null ? until === null : (since === null || since <= day) && (until === null || day < until)) return status;
  }
  return -1;
}

/** Whether an engagement was known on a day; without any status, its sources decide. */
function knownOn(at, day) {
  if (E.status[at].length) return statusOn(at, day) >= 0;
  return day === null || !E.sources[at].length || E.sources[at].some((source) => S.known[source] === null || S.known[source] <= day);
}

/** Expand a CURIE such as `id:huawei` to an IRI. */
function iri(curie) {
  const colon = curie.indexOf(":");
  const base = Object.hasOwn(DATA.prefixes, curie.slice(0, colon)) ? DATA.prefixes[curie.slice(0, colon)] : null;
  return base === null ? curie : base + curie.slice(colon + 1);
}

// A tie has no IRI of its own: in an address, its ends, relation and engagement identify it.
const tieName = (tie) => [N.iri[T.from[tie]], W.relation[T.relation[tie]].id, N.iri[T.to[tie]],
  T.engagement[tie] < 0 ? "" : E.iri[T.engagement[tie]]].join("|");
function tieAt(name) {
  const from = nodeAt(String(name).split("|")[0]);
  return from < 0 ? -1 : tiesOf(from).find((tie) => tieName(tie) === name) ?? -1;
}

// Days are counted from 1970; addresses and readers need dates.
const dayOf = (text) => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time / 86400000;
};
const isoDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
const yearOf = (day) => new Date(day * 86400000).getUTCFullYear();
