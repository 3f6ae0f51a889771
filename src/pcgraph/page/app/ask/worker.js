// The worker that holds the graph and the engine. The page sends {kind: "start", …} once, then {kind: "query", id, text}
// and, for an empty answer, {kind: "explain", id, text, …}.

import { Store, initSync, namedNode } from "oxigraph/web.js";

import { AskError, errorAt } from "./ask_error.js";
import { rewriteQuery, variablesOf } from "./rewrite.js";
import { createShortener } from "./values.js";
import { whyEmpty } from "./why_empty.js";

const MOST_TIME = 150; // milliseconds for the hint on an empty answer

// The engine reports its own breakdown on the console; the page says it in its own words.
console.error = () => {};

/** @type {Store} */
let store;
/** What the page sends at the start. @type {{ spaces: string[], current: string, maxRows: number } & Record<string, any>} */
let settings;

function fromBase64(text) {
  const binary = atob(text), bytes = new Uint8Array(binary.length);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return bytes;
}

/** Return the bytes of a gzipped file, which is written in base64 or as a host sent it. */
async function unpack(file) {
  const packed = typeof file === "string" ? fromBase64(file) : new Uint8Array(file);
  // Some hosts declare the packing as that of the answer, and then the browser has unpacked it already.
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function start(data) {
  const { engine, graph, ...rest } = data;
  settings = rest;
  self.postMessage({ kind: "progress", step: "engine" });
  initSync({ module: await unpack(engine) });
  self.postMessage({ kind: "progress", step: "graph" });
  store = new Store();
  store.load(await unpack(graph), { format: "application/trig", lenient: true, no_transaction: true });
  self.postMessage({ kind: "ready", quads: store.size });
}

const ask = (text) => store.query(text);
/** Return the IRIs of the project and its vocabulary that occur nowhere in the graph: they are probably typing mistakes. */
const findUnknown = (iris) => iris.filter((iri) => settings.spaces.some((space) => iri.startsWith(space))
  && !ask(`ASK { { GRAPH <${iri}> { ?s ?p ?o } } UNION
    { GRAPH ?g { { <${iri}> ?p ?o } UNION { ?s ?p <${iri}> } UNION { ?s <${iri}> ?o } } } }`));

const toTerm = ({ termType, value, language, datatype }) => (termType === "NamedNode" ? { type: "uri", value }
  : termType === "BlankNode" ? { type: "bnode", value }
  : { type: "literal", value, ...(language ? { "xml:lang": language } : { datatype: datatype?.value }) });

/** Return the triples of a CONSTRUCT or DESCRIBE as rows: each once, in the order of their texts. */
function tripleRows(quads) {
  const rows = new Map(quads.map(({ subject, predicate, object }) => [[subject, predicate, object].map(String).join("\t"),
    [subject, predicate, object].map(toTerm)]));
  return [...rows].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, row]) => row);
}

const scopeOf = ({ from }) => (from.length ? {} : { default_graph: namedNode(settings.current) });

/** Return the hint on an answer: which part of the query leaves nothing, or "". */
function explain(text, isEmpty, unknown) {
  const until = performance.now() + MOST_TIME, read = (asked) => rewriteQuery(asked, settings);
  /** @type {Error | null} */
  let fault = null;
  const find = (asked) => {
    if (fault || performance.now() > until) throw new Error("no time is left");
    const query = read(asked);
    try {
      const found = store.query(query.text, { ...scopeOf(query), results_format: "json" });
      const { boolean, results } = JSON.parse(/** @type {string} */ (found));
      return { boolean, rows: results?.bindings };
    } catch (error) {
      if (isBreakdown(error)) fault = error;
      throw error;
    }
  };
  const isUnknown = (asked) => read(asked).iris.some((iri) => unknown.includes(iri));
  let hint = "";
  try {
    hint = whyEmpty(text, isEmpty, { find, unknown: isUnknown, shorten: createShortener(settings.prefixes) });
  } catch { /* without a hint, the answer is still right */ }
  if (fault) throw fault; // nothing of the engine can be trusted any more
  return hint;
}

/** Return the answer to a query: columns and rows of terms (null: unbound), or the truth value of an ASK. */
function answer(text) {
  const query = rewriteQuery(text, settings);
  for (const graph of query.from) {
    if (!ask(`ASK { GRAPH <${graph}> { ?s ?p ?o } }`)) throw errorAt(text, text.search(/\bfrom\b/i), "askNoGraph", graph);
  }
  const options = scopeOf(query);
  const isTable = query.form === "SELECT" || query.form === "ASK";
  const found = store.query(query.text, { ...options, ...(isTable ? { results_format: "json" } : {}) });
  const result = { form: query.form, unknown: findUnknown(query.iris) };
  if (!isTable) return limited({ ...result, columns: ["subject", "predicate", "object"], rows: tripleRows(found) });
  const { head, results, boolean } = JSON.parse(/** @type {string} */ (found));
  if (query.form === "ASK") return { ...result, boolean, columns: [], rows: [] };
  // The engine sorts the columns of SELECT * by name. On the command line they stand as the query names them.
  const order = query.isStar ? variablesOf(query.text).filter((name) => head.vars.includes(name)) : [];
  const columns = order.length === head.vars.length ? order : head.vars;
  return limited({ ...result, columns, rows: results.bindings.map((row) => columns.map((name) => row[name] ?? null)) });
}

/** Return an answer with no more rows than the page shows. */
function limited({ rows, ...result }) {
  const { maxRows } = settings;
  return { ...result, rows: rows.slice(0, maxRows), isCut: rows.length > maxRows };
}

const isBreakdown = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

/** Return what the page needs to know of an error. After an error of the engine itself, nothing of it can be trusted. */
function describe(error) {
  if (error instanceof AskError) return { key: error.key, values: error.values, place: error.place };
  const isBroken = isBreakdown(error);
  const message = String(error.message).replace(/\s+/g, " ");
  return { key: isBroken ? "askBroken" : "askEngineError", values: [message], place: null, isBroken };
}

self.onmessage = async ({ data: { kind, id, text, isEmpty, unknown, ...rest } }) => {
  try {
    if (kind === "start") await start(rest);
    else self.postMessage({ kind: "answer", id, answer: kind === "explain" ? explain(text, isEmpty, unknown) : answer(text) });
  } catch (error) {
    self.postMessage({ kind: "error", id, error: describe(error) });
  }
};
