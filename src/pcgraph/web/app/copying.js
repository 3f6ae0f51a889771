// What can be copied: a link to what is asked, and commands that ask the same elsewhere.

import { currentHash, pageAddress, serverAddress } from "./address.js";
import { createElement, editor, showError, showStatus } from "./page.js";
import { unchangedQuestion } from "./questions.js";

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const word = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text)); // of a command line
const endpointAddress = () => serverAddress("/sparql");

function curlCommand() {
  return `curl -H 'Accept: text/csv' --data-urlencode ${quoted(`query=${editor.value}`)} ${quoted(endpointAddress())}`;
}

function pythonScript() {
  const text = editor.value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\n?$/, "\n");
  return `import pcgraph\n\nkg = pcgraph.connect(${JSON.stringify(endpointAddress())})
print(kg.query("""\n${text}""").to_polars())\n`;
}

/** Return the command of pcgraph that asks the same: by the name of a question, or with the text of a query. */
function pcgraphCommand() {
  const question = unchangedQuestion();
  if (!question) return `pcgraph query ${quoted(editor.value)}`;
  const values = Object.entries(question.values).map(([name, value]) => ` --param ${word(`${name}=${value}`)}`);
  return `pcgraph query ${question.name}${values.join("")}`;
}

/** @type {Record<string, [string, () => string]>} */
const COPIES = {
  "copy-link": ["link", () => pageAddress() + currentHash()],
  "copy-curl": ["curl", curlCommand],
  "copy-python": ["Python", pythonScript],
  "copy-command": ["command", pcgraphCommand],
};

async function copyText(text, description) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Over http, browsers offer a clipboard only on localhost.
    const textArea = createElement("textarea", text, { "aria-hidden": "true" });
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    document.body.append(textArea);
    textArea.select();
    const isDone = document.execCommand("copy");
    textArea.remove();
    focused.focus();
    if (!isDone) return showError("The browser does not allow this page to copy.");
  }
  showStatus(`Copied: ${description}.`);
}

/** Let each button for copying that the page has do its work. */
export function listenToCopying() {
  for (const [id, [description, write]] of Object.entries(COPIES)) {
    document.getElementById(id)?.addEventListener("click", () => copyText(write(), description));
  }
}
