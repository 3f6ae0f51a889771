// Runs queries in a worker. A query that takes too long, or breaks the engine, costs its worker: a new one takes its place.
// The map and the query page of a static site share this; each of them opens the worker in its own way.

import { AskError } from "./ask_error.js";

const MAX_ROWS = 20_000; // of an answer; a browser shows more with difficulty
const SLOW = 500, HANGS = 1000; // milliseconds: a query too slow to be asked again without a part, and the most for the hint
// The engine alone answers 9, so this proves the rewriting too. Nothing is answered without it.
const SELF_TEST = { text: "SELECT (10 - 3 - 2 AS ?x) {}", value: "5" };

export class Engine {
  #settings;
  #open;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Promise<void> | null} */
  #starting = null;
  #isReady = false;
  #lastId = 0;
  #pending = new Map(); // id of a query → { resolve, reject }
  #running = -1; // the id of the reader's query, beside which the page asks short ones of its own
  /** Ends the wait of the reader's query for the engine. @type {((error: AskError) => void) | null} */
  #refuse = null;

  /** What the engine does for the reader's query: "start", "engine" and "graph" while it starts, "query", or "". */
  step = "";
  /** Is called whenever `step` changes. */
  onStep = () => {};

  /**
   * `open` returns a promise of the worker, and of the packed engine and graph: base64 text, or the bytes that a host sent.
   * Its `broken`, if there is one, rejects when the worker cannot be run.
   * @param {Record<string, any>} settings
   * @param {() => Promise<{
   *   worker: Worker, engine: string | ArrayBuffer, graph: string | ArrayBuffer, broken?: Promise<any>,
   * }>} open
   */
  constructor(settings, open) {
    const { spaces, prefixes, base, current, sortKeys, columnKeys, maxColumns, volatile } = settings;
    this.#settings = { spaces, prefixes, base, current, sortKeys, columnKeys, maxColumns, volatile, maxRows: MAX_ROWS };
    this.#open = open;
  }

  #setStep(step) {
    this.step = step;
    this.onStep();
  }

  /** Start the engine unless it runs. Return a promise that holds once it has loaded the graph and computes correctly. */
  start() {
    this.#starting ??= this.#launch().catch((error) => {
      this.#discardWorker();
      throw error instanceof AskError ? error : new AskError("askNoEngine", [error.message]);
    });
    return this.#starting;
  }

  async #launch() {
    this.#setStep("start");
    const { worker, engine, graph, broken: refused } = await this.#open();
    this.#worker = worker;
    const broken = new Promise((_, reject) => {
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (this.#isReady) this.#abandon(new AskError("askBroken", [event.message]));
        else reject(new Error(event.message || ""));
      });
    });
    const loaded = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === "progress") this.#setStep(data.step);
        else if (data.kind === "error") reject(new Error(data.error.values.join(" ")));
        else resolve(undefined);
      };
      worker.postMessage({ kind: "start", ...this.#settings, engine, graph });
    });
    await Promise.race(refused ? [refused, loaded, broken] : [loaded, broken]); // the opener can say more of an error
    worker.onmessage = ({ data }) => this.#receive(data);
    await Promise.race([this.#testItself(), broken]);
    this.#isReady = true;
    this.#setStep("");
  }

  async #testItself() {
    const { rows } = await this.#send(this.#lastId += 1, SELF_TEST.text).catch(({ values }) => { throw new Error(values[0]); });
    const value = rows[0]?.[0]?.value ?? "";
    if (value !== SELF_TEST.value) throw new AskError("askSelfTest", [value]);
  }

  #discardWorker() {
    this.#worker?.terminate();
    this.#worker = this.#starting = null;
    this.#isReady = false;
  }

  /** End every query with an error, and replace the worker. */
  #abandon(error) {
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    this.#running = -1;
    this.#discardWorker();
    this.start().catch(() => {}); // the next query says why, if it cannot start
    for (const { reject } of waiting) reject(error);
  }

  #receive({ kind, id, answer, error }) {
    const fault = error && new AskError(error.key, error.values, error.place);
    if (error?.isBroken && this.#isReady) return this.#abandon(fault);
    const { resolve, reject } = this.#pending.get(id) || {};
    this.#pending.delete(id);
    if (id === this.#running) this.#running = -1;
    if (kind === "answer") resolve?.(answer);
    else reject?.(fault);
  }

  #send(id, text, more = { kind: "query" }) {
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      /** @type {Worker} */ (this.#worker).postMessage({ id, text, ...more });
    });
  }

  /** Stop the reader's query, if it runs or waits for the engine. */
  stop() {
    const error = new AskError("askStopped");
    this.#refuse?.(error);
    if (this.#running >= 0) this.#abandon(error);
  }

  /** Return the answer to a query, and its time. It fails with an `AskError` after `seconds`. The query before it is stopped. */
  async run(text, seconds) {
    this.stop();
    await Promise.race([this.start(), new Promise((_, reject) => { this.#refuse = reject; })]);
    this.#refuse = null;
    this.#setStep("query");
    const id = this.#running = this.#lastId += 1, start = performance.now();
    const timer = setTimeout(() => {
      if (this.#running === id) this.#abandon(new AskError("askTimeout", [seconds]));
    }, seconds * 1000);
    try {
      const answer = await this.#send(id, text), milliseconds = Math.round(performance.now() - start);
      return { ...answer, milliseconds, hint: milliseconds < SLOW ? await this.#explain(text, answer) : "" };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Return why an answer says nothing, or "". The worker soon gives up; one that hangs in a single query is replaced. */
  async #explain(text, { form, rows, boolean, unknown }) {
    const isEmpty = form === "ASK" ? !boolean : !rows.length;
    if (!["SELECT", "ASK", "CONSTRUCT"].includes(form) || (!isEmpty && rows.length !== 1)) return "";
    const id = this.#running = this.#lastId += 1;
    const timer = setTimeout(() => { if (this.#running === id) this.#abandon(new AskError("askTimeout", [0])); }, HANGS);
    try {
      return await this.#send(id, text, { kind: "explain", isEmpty, unknown });
    } catch {
      return "";
    } finally {
      clearTimeout(timer);
    }
  }

  /** Return the answer to a short query of the page itself, which waits for the reader's query. */
  async runAside(text) {
    await this.start();
    return this.#send(this.#lastId += 1, text);
  }
}
