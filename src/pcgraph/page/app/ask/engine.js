// Runs queries in a worker. A query that takes too long, or breaks the engine, costs its worker: a new one takes its place.

import { byId } from "../text/elements.js";
import { AskError } from "./ask_error.js";

export const SETTINGS = JSON.parse(byId("ask-settings").textContent);
const MAX_ROWS = 20_000; // of an answer; a browser shows more with difficulty

let worker = null, starting = null, lastId = 0;
const pending = new Map(); // id of a query → { resolve, reject }
/** What the engine does for the reader's query: "engine" and "graph" while it starts, "query", or "". */
export let step = "";
let watcher = () => {};
function setStep(next) {
  step = next;
  watcher();
}
/** Call a function whenever `step` changes. */
export const watchStep = (listener) => { watcher = listener; };
let running = -1; // the id of the reader's query, beside which the page asks short ones of its own

/**
 * Start the engine unless it runs. Return a promise that holds once it has loaded the graph.
 * @returns {Promise<void>}
 */
export function startEngine() {
  starting ??= new Promise((resolve, reject) => {
    const fail = (reason) => {
      discardWorker();
      reject(new AskError("askNoEngine", [reason]));
    };
    try {
      const url = URL.createObjectURL(new Blob([byId("ask-worker").textContent], { type: "text/javascript" }));
      worker = new Worker(url);
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        fail(event.message || "");
      });
      worker.onmessage = ({ data }) => {
        if (data.kind === "progress") setStep(data.step);
        else if (data.kind === "error") fail(data.error.values.join(" "));
        else {
          URL.revokeObjectURL(url);
          worker.onmessage = receive;
          setStep("");
          resolve(undefined);
        }
      };
      const { spaces, prefixes, base, current, sortKeys, volatile } = SETTINGS;
      worker.postMessage({ kind: "start", spaces, prefixes, base, current, sortKeys, volatile, maxRows: MAX_ROWS,
        engine: byId("ask-engine").textContent, graph: byId("ask-graph").textContent });
    } catch (error) { // a browser without workers or WebAssembly
      fail(error.message);
    }
  });
  return starting;
}

function discardWorker() {
  worker?.terminate();
  worker = starting = null;
}

/** End every query with an error, and replace the worker. */
function abandon(error) {
  const waiting = [...pending.values()];
  pending.clear();
  running = -1;
  discardWorker();
  startEngine().catch(() => {}); // the next query says why, if it cannot start
  for (const { reject } of waiting) reject(error);
}

function receive({ data: { kind, id, answer, error } }) {
  const fault = error && new AskError(error.key, error.values, error.place);
  if (error?.isBroken) return abandon(fault);
  const { resolve, reject } = pending.get(id) || {};
  pending.delete(id);
  if (id === running) running = -1;
  if (kind === "answer") resolve?.(answer);
  else reject?.(fault);
}

const send = (id, text) => new Promise((resolve, reject) => {
  pending.set(id, { resolve, reject });
  worker.postMessage({ kind: "query", id, text });
});

let latest = 0; // the id of the reader's last query, which may still wait for the engine

/** Stop the reader's query, if it runs or waits for the engine. */
export function stopQuery() {
  latest = 0;
  if (running >= 0) abandon(new AskError("askStopped"));
}

/** Return the answer to a query, and its time. It fails with an `AskError` after `seconds`. The query before it is stopped. */
export async function runQuery(text, seconds) {
  stopQuery();
  const id = latest = lastId += 1;
  await startEngine();
  if (id !== latest) throw new AskError("askStopped");
  setStep("query");
  running = id;
  const start = performance.now();
  const timer = setTimeout(() => { if (running === id) abandon(new AskError("askTimeout", [seconds])); }, seconds * 1000);
  try {
    return { ...await send(id, text), milliseconds: Math.round(performance.now() - start) };
  } finally {
    clearTimeout(timer);
  }
}

/** Return the answer to a short query of the page itself, which waits for the reader's query. */
export async function runAside(text) {
  await startEngine();
  return send(lastId += 1, text);
}
