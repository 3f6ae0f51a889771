// Loads the editor and the terms that it completes, when the reader turns to the form. Without them, the text area does.

import { DATA, createElement, editor } from "./page.js";

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Return a promise of the terms; "null" if they cannot be loaded. */
export async function loadEditor() {
  try {
    const [script, terms] = await Promise.all([load(DATA.assets.editor).then((response) => response.text()),
      load(DATA.assets.terms).then((response) => response.json())]);
    document.body.append(createElement("script", script));
    pcgraphEditor.createEditor(editor, { terms, prefixes: DATA.prefixes, questions: DATA.examples });
    return terms;
  } catch {
    return null;
  }
}
