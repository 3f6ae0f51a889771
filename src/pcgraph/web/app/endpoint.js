// Answers of a server: the transport of the page that `pcgraph serve` has. It has the functions of in_browser.js.

import { DATA, editor } from "./page.js";

const JSON_RESULT = "application/sparql-results+json";

async function send(mediaType, signal) {
  const body = new URLSearchParams({ query: editor.value });
  let response;
  try {
    response = await fetch(DATA.endpoint, { method: "POST", body, headers: { Accept: mediaType }, signal });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Error("The server does not answer. Check that it is running.", { cause: error });
  }
  if (!response.ok) throw new Error((await response.text()).trim().slice(0, 2000) || `${response.status} ${response.statusText}`);
  return response;
}

/** Return the answer to the query in the editor: columns and rows of terms (null: unbound), a boolean, or Turtle; and hints. */
export async function run(_, { signal }) {
  const response = await send(`${JSON_RESULT}, text/turtle;q=0.9`, signal);
  const hints = JSON.parse(response.headers.get("pcgraph-hint") || "[]");
  const mediaType = (response.headers.get("content-type") || "").split(";")[0];
  if (mediaType !== JSON_RESULT) return { turtle: await response.text(), hints };
  const { head, results, boolean, "pcgraph:hints": inJson } = await response.json();
  hints.push(...(inJson || []).map((hint) => hint.message ?? hint).filter((hint) => !hints.includes(hint)));
  if (!results) return { boolean, hints };
  return { columns: head.vars, rows: results.bindings.map((row) => head.vars.map((name) => row[name] ?? null)), hints };
}

/** Return what the value of a parameter means as { id, label } or { error }. */
export async function resolve({ name, type }, text) {
  const response = await fetch(`${DATA.root}/resolve?${new URLSearchParams({ name: text, type })}`);
  const found = response.ok ? await response.json() : { error: (await response.text()).trim() };
  return found.error ? { error: `${name}: ${found.error}` } : found;
}

/** Return a file with the answer to the query in the editor. */
export const save = async (suffix, { type }) => (await send(type)).blob();

export const prepare = () => {};
