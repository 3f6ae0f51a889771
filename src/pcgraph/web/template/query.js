"use strict";
// The query page, which fills in example queries, sends them to the endpoint and shows the rows. Values are inserted as
// text and never as HTML.

const DATA = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);
const editor = byId("text"), errorLine = byId("fault"), statusLine = byId("status");
const JSON_RESULT = "application/sparql-results+json", BATCH_SIZE = 500;
let chosenExample = null, currentAnswer = null, shownRows = 0, runningRequest = null, resolving = null;

function createElement(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// ---- Examples ----

function listExamples() {
  const searchWords = byId("filter").value.trim().toLowerCase().split(/\s+/), container = byId("examples");
  container.replaceChildren();
  let topic = "";
  for (const item of DATA.examples) {
    const text = `${item.name} ${item.title} ${item.question}`.toLowerCase();
    if (!searchWords.every(word => text.includes(word))) continue;
    if (item.topic !== topic) container.append(createElement("h3", (topic = item.topic)));
    const button = createElement("button", item.title, { type: "button", "data-name": item.name });
    button.setAttribute("aria-pressed", String(item === chosenExample));
    button.addEventListener("click", () => chooseExample(item));
    container.append(button);
  }
  if (!container.children.length) container.append(createElement("p", "No match", { class: "soft" }));
}

function chooseExample(item) {
  chosenExample = item;
  byId("question").textContent = item.question;
  const container = byId("parameters");
  container.replaceChildren();
  for (const parameter of item.parameters) {
    const input = createElement("input", undefined,
      { type: "text", id: `parameter-${parameter.name}`, spellcheck: "false" });
    input.value = parameter.example;
    if (DATA.names[parameter.space]) input.setAttribute("list", suggestionList(parameter.space));
    input.addEventListener("input", fillIn);
    input.addEventListener("change", () => (resolving = resolveName(parameter, input)));
    const label = createElement("label", `${parameter.name} (${parameter.type})`, { for: input.id });
    label.append(input);
    container.append(label);
  }
  container.hidden = !item.parameters.length;
  editor.value = "";
  fillIn();
  for (const button of byId("examples").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.name === item.name));
  }
}

function suggestionList(space) {
  const id = `names-${Object.keys(DATA.names).indexOf(space)}`;
  if (!byId(id)) {
    const options = createElement("datalist", undefined, { id });
    options.append(...DATA.names[space].map(name => createElement("option", undefined, { value: name })));
    document.body.append(options);
  }
  return id;
}

// Insert the values into the query. What the reader has changed elsewhere in the query stays.
function fillIn() {
  const rows = [];
  showError("");
  for (const parameter of chosenExample.parameters) {
    const value = byId(`parameter-${parameter.name}`).value.trim(), term = toTerm(parameter, value);
    if (term === null) {
      const expected = `expected a value${parameter.example && ` such as ${parameter.example}`}`;
      return showError(`${parameter.name}: ${value || "empty"} is not a valid ${parameter.type}; ${expected}`);
    }
    rows.push([parameter.name, `VALUES ?${parameter.name} { ${term} }`]);
  }
  if (!editor.value) {
    editor.value = chosenExample.head + rows.map(row => `\n    ${row[1]}`).join("") + chosenExample.tail;
  } else {
    for (const [name, block] of rows) {
      editor.value = editor.value.replace(new RegExp(`VALUES \\?${name} \\{[^}]*\\}`), () => block);
    }
  }
}

// Replace a name that is not an id, such as "Lumen AG", by the id of what it means. Return whether the value is usable.
async function resolveName(parameter, input) {
  const name = input.value.trim(), known = DATA.names[parameter.space] || [];
  if (parameter.datatype || !name || known.includes(name) || /^https?:/.test(name)) return true;
  const response = await fetch(`${DATA.root}/resolve?${new URLSearchParams({ name, type: parameter.type })}`);
  const found = response.ok ? await response.json() : { error: (await response.text()).trim() };
  if (input.value.trim() !== name) return true; // edited meanwhile
  if (found.error) {
    showError(`${parameter.name}: ${found.error}`);
    return false;
  }
  input.value = found.id;
  fillIn();
  if (found.id !== name) byId("question").textContent = `${chosenExample.question} (${name}: ${found.id}, ${found.label})`;
  return true;
}

// Return the value of a parameter as a SPARQL term, or null if it is not valid.
function toTerm({ datatype, space: namespace }, value) {
  if (datatype === "integer") return /^-?\d+$/.test(value) ? value : null;
  if (datatype === "date") return /^\d{4}-\d\d-\d\d$/.test(value) ? `"${value}"^^xsd:date` : null;
  if (datatype) {
    const escapes = { "\n": "\\n", "\r": "\\r", "}": "\\u007D" };
    return `"${value.replace(/["\\]/g, "\\$&").replace(/[\n\r}]/g, character => escapes[character])}"`;
  }
  const iri = /^https?:/.test(value) ? value : namespace + value;
  if (!value || /[\u0000-\u0020<>"{}|^`\\]/.test(iri)) return null;
  const prefix = Object.keys(DATA.prefixes).find(name => DATA.prefixes[name] === namespace);
  return prefix && iri !== value && /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value) ? `${prefix}:${value}` : `<${iri}>`;
}

// ---- Sending queries ----

function showError(message) {
  errorLine.textContent = message;
  errorLine.hidden = !message;
}

async function sendQuery(mediaType, signal) {
  const body = new URLSearchParams({ query: editor.value, hints: "1" });
  const response = await fetch(DATA.endpoint, { method: "POST", body, headers: { Accept: mediaType }, signal });
  if (!response.ok) throw new Error((await response.text()).trim().slice(0, 2000) || `${response.status} ${response.statusText}`);
  return response;
}

async function runQuery() {
  const usable = await resolving;
  resolving = null;
  if (usable === false) return;
  if (runningRequest) runningRequest.abort();
  const request = (runningRequest = new AbortController()), start = performance.now();
  showError("");
  statusLine.textContent = "Running …";
  byId("run").disabled = true;
  byId("stop").hidden = false;
  try {
    const response = await sendQuery(`${JSON_RESULT}, text/turtle;q=0.9`, request.signal);
    const mediaType = (response.headers.get("content-type") || "").split(";")[0];
    const answer = mediaType === JSON_RESULT ? await response.json() : { turtle: await response.text() };
    if (request === runningRequest) {
      showAnswer(answer, Math.round(performance.now() - start));
      showHints(JSON.parse(response.headers.get("x-hints") || "[]"));
    }
    history.replaceState(null, "", `#query=${encodeURIComponent(editor.value)}`);
  } catch (error) {
    statusLine.textContent = "";
    if (request === runningRequest) {
      byId("answer").hidden = true;
      showError(error.name === "AbortError" ? "Stopped." : error.message === "Failed to fetch"
        ? "The server does not answer. Check that it is running." : error.message);
    }
  } finally {
    if (request === runningRequest) {
      runningRequest = null;
      byId("run").disabled = false;
      byId("stop").hidden = true;
    }
  }
}

// ---- The answer ----

function showAnswer(answer, elapsed) {
  currentAnswer = answer;
  shownRows = 0;
  const container = byId("rows"), isTable = Boolean(answer.results);
  container.replaceChildren();
  byId("answer").hidden = false;
  byId("save-csv").hidden = byId("save-json").hidden = !isTable;
  byId("save-turtle").hidden = answer.turtle === undefined;
  byId("more").hidden = true;
  if (answer.turtle !== undefined) container.append(createElement("pre", answer.turtle));
  else if (!isTable) container.append(createElement("p", answer.boolean ? "yes" : "no", { class: "lead" }));
  else {
    const head = createElement("tr"), table = createElement("table");
    head.append(...answer.head.vars.map(name => createElement("th", name, { scope: "col" })));
    table.append(createElement("caption", `Rows of the answer`, { class: "visually-hidden" }), createElement("thead"),
      createElement("tbody"));
    table.tHead.append(head);
    container.append(table);
    showMoreRows();
  }
  const count = isTable ? `${answer.results.bindings.length} row${answer.results.bindings.length === 1 ? "" : "s"}, ` : "";
  statusLine.textContent = `${count}${elapsed} ms`;
}

// Show unknown terms and comparisons that never hold; the server names them.
function showHints(lines) {
  byId("hints").replaceChildren(...lines.map(line => createElement("li", line)));
  byId("hints").hidden = !lines.length;
}

function showMoreRows() {
  const rows = currentAnswer.results.bindings, tableBody = byId("rows").querySelector("tbody");
  for (const row of rows.slice(shownRows, shownRows + BATCH_SIZE)) {
    const tableRow = createElement("tr");
    tableRow.append(...currentAnswer.head.vars.map(name => createCell(row[name])));
    tableBody.append(tableRow);
  }
  shownRows = Math.min(rows.length, shownRows + BATCH_SIZE);
  byId("more").hidden = shownRows === rows.length;
  byId("more").textContent = `Show ${Math.min(BATCH_SIZE, rows.length - shownRows)} more of ${rows.length - shownRows}`;
}

function createCell(term) {
  const tableCell = createElement("td");
  if (!term) return tableCell;
  const content = createElement("bdi", term.type === "uri" ? shortenIri(term.value) : term.value);
  if (term["xml:lang"]) content.lang = term["xml:lang"];
  if (/#(integer|decimal|double|float|int|long)$/.test(term.datatype || "")) tableCell.className = "number";
  const target = term.type === "uri" ? linkTarget(term.value) : null;
  if (target) {
    const link = createElement("a", undefined, { href: target, title: term.value });
    if (!target.startsWith("/")) link.rel = "noopener noreferrer nofollow";
    link.append(content);
    tableCell.append(link);
  } else tableCell.append(content);
  return tableCell;
}

function shortenIri(iri) {
  const prefix = Object.entries(DATA.prefixes).filter(([, namespace]) => iri.startsWith(namespace))
    .sort((a, b) => b[1].length - a[1].length)[0];
  return prefix ? `${prefix[0]}:${iri.slice(prefix[1].length)}` : iri;
}

// Return the address for a link: a page of this server for our own IRIs, other web addresses as they are, or else null.
function linkTarget(iri) {
  const spaces = [[DATA.project, /^(?:(?:id|source|verdict)\/.+|ontology(?:#.*)?)$/],
    [DATA.prefixes.v.replace(/vocab\/$/, ""), /^(?:vocab\/.+|ontology(?:#.*)?)$/]];
  const own = spaces.filter(([base, form]) => iri.startsWith(base) && form.test(iri.slice(base.length)))[0];
  if (own) {
    const [path, ...fragment] = iri.slice(own[0].length).split("#");
    const safe = path.split("/").map(encodeURIComponent).join("/");
    const safeFragment = encodeURIComponent(fragment.join("#")).replace(/%3D/g, "=").replace(/%2C/g, ",");
    return `${DATA.root}/${safe}${fragment.length ? `#${safeFragment}` : ""}`;
  }
  return /^https?:\/\//.test(iri) ? iri : null;
}

// ---- Downloading and copying ----

async function download(mediaType, name) {
  showError("");
  try {
    const url = URL.createObjectURL(await (await sendQuery(mediaType)).blob());
    createElement("a", undefined, { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch (error) {
    showError(error.message);
  }
}

async function copyText(text, description) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Over http, browsers offer a clipboard only on localhost.
    const textArea = createElement("textarea", text, { "aria-hidden": "true" });
    const focused = document.activeElement;
    document.body.append(textArea);
    textArea.select();
    const done = document.execCommand("copy");
    textArea.remove();
    focused.focus();
    if (!done) return showError("The browser does not allow this page to copy.");
  }
  statusLine.textContent = `Copied: ${description}.`;
}

// Return the public address of a page, below the base address of the server, or else below the address of this page.
const publicAddress = path => (DATA.base ? DATA.base + path : new URL(DATA.root + path, location.href).href);
const endpointAddress = () => publicAddress("/sparql");

function curlCommand() {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  return `curl -H 'Accept: text/csv' --data-urlencode ${quoted(`query=${editor.value}`)} ${quoted(endpointAddress())}`;
}

function pythonScript() {
  const text = editor.value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\n?$/, "\n");
  return `import pcgraph\n\nkg = pcgraph.connect(${JSON.stringify(endpointAddress())})\nprint(kg.query("""\n${text}""").to_polars())\n`;
}

function runFromAddress() {
  const match = /^#query=(.*)$/s.exec(location.hash);
  if (!match) return false;
  try {
    editor.value = decodeURIComponent(match[1]);
  } catch {
    return false;
  }
  runQuery();
  return true;
}

byId("filter").addEventListener("input", listExamples);
byId("run").addEventListener("click", runQuery);
byId("stop").addEventListener("click", () => runningRequest && runningRequest.abort());
byId("more").addEventListener("click", showMoreRows);
byId("save-csv").addEventListener("click", () => download("text/csv", "answer.csv"));
byId("save-json").addEventListener("click", () => download(JSON_RESULT, "answer.json"));
byId("save-turtle").addEventListener("click", () => download("text/turtle", "answer.ttl"));
byId("copy-link").addEventListener("click", () => copyText(`${publicAddress("/query")}#query=${encodeURIComponent(editor.value)}`, "link"));
byId("copy-curl").addEventListener("click", () => copyText(curlCommand(), "curl"));
byId("copy-python").addEventListener("click", () => copyText(pythonScript(), "Python"));
editor.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    runQuery();
  }
});
addEventListener("hashchange", runFromAddress);
listExamples();
if (!runFromAddress()) chooseExample(DATA.examples.find(item => item.name === "who-signed-with") || DATA.examples[0]);
document.documentElement.dataset.ready = "yes";
