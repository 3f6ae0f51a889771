"use strict";
// The query page: fills in example queries, sends them to the endpoint and shows the rows. Values are inserted as text only.

const known = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);
const text = byId("text"), fault = byId("fault"), statusLine = byId("status");
const JSON_RESULT = "application/sparql-results+json", ROWS = 500;
let example = null, answer = null, shown = 0, running = null;

function make(tag, words, attributes = {}) {
  const made = document.createElement(tag);
  if (words !== undefined) made.textContent = words;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// ---- Examples ----

function list() {
  const wanted = byId("filter").value.trim().toLowerCase().split(/\s+/), place = byId("examples");
  place.replaceChildren();
  let topic = "";
  for (const item of known.examples) {
    const words = `${item.name} ${item.title} ${item.question}`.toLowerCase();
    if (!wanted.every(word => words.includes(word))) continue;
    if (item.topic !== topic) place.append(make("h3", (topic = item.topic)));
    const button = make("button", item.title, { type: "button", "data-name": item.name });
    button.setAttribute("aria-pressed", String(item === example));
    button.addEventListener("click", () => choose(item));
    place.append(button);
  }
  if (!place.children.length) place.append(make("p", "No match", { class: "soft" }));
}

function choose(item) {
  example = item;
  byId("question").textContent = item.question;
  const place = byId("parameters");
  place.replaceChildren();
  for (const parameter of item.parameters) {
    const input = make("input", undefined, { type: "text", id: `parameter-${parameter.name}`, spellcheck: "false" });
    input.value = parameter.example;
    if (known.names[parameter.space]) input.setAttribute("list", suggestions(parameter.space));
    input.addEventListener("input", fill);
    const label = make("label", `${parameter.name} (${parameter.type})`, { for: input.id });
    label.append(input);
    place.append(label);
  }
  place.hidden = !item.parameters.length;
  text.value = "";
  fill();
  for (const button of byId("examples").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.name === item.name));
  }
}

function suggestions(space) {
  const id = `names-${Object.keys(known.names).indexOf(space)}`;
  if (!byId(id)) {
    const options = make("datalist", undefined, { id });
    options.append(...known.names[space].map(name => make("option", undefined, { value: name })));
    document.body.append(options);
  }
  return id;
}

// Insert the values into the query, and keep what the user has changed elsewhere in it.
function fill() {
  const rows = [];
  say("");
  for (const parameter of example.parameters) {
    const value = byId(`parameter-${parameter.name}`).value.trim(), term = termOf(parameter, value);
    if (term === null) return say(`${parameter.name}: ${value || "empty"} is not a valid ${parameter.type}; expected a value such as ${parameter.example}`);
    rows.push([parameter.name, `VALUES ?${parameter.name} { ${term} }`]);
  }
  if (!text.value) {
    text.value = example.head + rows.map(row => `\n    ${row[1]}`).join("") + example.tail;
  } else {
    for (const [name, block] of rows) {
      text.value = text.value.replace(new RegExp(`VALUES \\?${name} \\{[^}]*\\}`), () => block);
    }
  }
}

// Return a parameter as a SPARQL term; null if it is not valid.
function termOf({ datatype, space }, value) {
  if (datatype === "integer") return /^-?\d+$/.test(value) ? value : null;
  if (datatype === "date") return /^\d{4}-\d\d-\d\d$/.test(value) ? `"${value}"^^xsd:date` : null;
  if (datatype) {
    const escapes = { "\n": "\\n", "\r": "\\r", "}": "\\u007D" };
    return `"${value.replace(/["\\]/g, "\\$&").replace(/[\n\r}]/g, mark => escapes[mark])}"`;
  }
  const full = /^https?:/.test(value) ? value : space + value;
  if (!value || /[\u0000-\u0020<>"{}|^`\\]/.test(full)) return null;
  const prefix = Object.keys(known.prefixes).find(name => known.prefixes[name] === space);
  return prefix && full !== value && /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value) ? `${prefix}:${value}` : `<${full}>`;
}

// ---- Sending queries ----

function say(line) {
  fault.textContent = line;
  fault.hidden = !line;
}

async function ask(accept, signal) {
  const body = new URLSearchParams({ query: text.value });
  const response = await fetch(known.endpoint, { method: "POST", body, headers: { Accept: accept }, signal });
  if (!response.ok) throw new Error((await response.text()).trim().slice(0, 2000) || `${response.status} ${response.statusText}`);
  return response;
}

async function run() {
  if (running) running.abort();
  const mine = (running = new AbortController()), start = performance.now();
  say("");
  statusLine.textContent = "Running …";
  byId("run").disabled = true;
  byId("stop").hidden = false;
  try {
    const response = await ask(`${JSON_RESULT}, text/turtle;q=0.9`, mine.signal);
    const form = (response.headers.get("content-type") || "").split(";")[0];
    const found = form === JSON_RESULT ? await response.json() : { turtle: await response.text() };
    if (mine === running) show(found, Math.round(performance.now() - start));
    history.replaceState(null, "", `#query=${encodeURIComponent(text.value)}`);
  } catch (error) {
    statusLine.textContent = "";
    if (mine === running) {
      byId("answer").hidden = true;
      say(error.name === "AbortError" ? "Stopped." : error.message === "Failed to fetch" ? "The server does not answer. Check that it is running." : error.message);
    }
  } finally {
    if (mine === running) {
      running = null;
      byId("run").disabled = false;
      byId("stop").hidden = true;
    }
  }
}

// ---- The answer ----

function show(found, elapsed) {
  answer = found;
  shown = 0;
  const place = byId("rows"), table = Boolean(found.results);
  place.replaceChildren();
  byId("answer").hidden = false;
  byId("save-csv").hidden = byId("save-json").hidden = !table;
  byId("save-turtle").hidden = found.turtle === undefined;
  byId("more").hidden = true;
  if (found.turtle !== undefined) place.append(make("pre", found.turtle));
  else if (!table) place.append(make("p", found.boolean ? "yes" : "no", { class: "lead" }));
  else {
    const head = make("tr"), made = make("table");
    head.append(...found.head.vars.map(name => make("th", name, { scope: "col" })));
    made.append(make("caption", `Rows of the answer`, { class: "visually-hidden" }), make("thead"), make("tbody"));
    made.tHead.append(head);
    place.append(made);
    grow();
  }
  const count = table ? `${found.results.bindings.length} row${found.results.bindings.length === 1 ? "" : "s"}, ` : "";
  statusLine.textContent = `${count}${elapsed} ms`;
}

function grow() {
  const all = answer.results.bindings, body = byId("rows").querySelector("tbody");
  for (const row of all.slice(shown, shown + ROWS)) {
    const line = make("tr");
    line.append(...answer.head.vars.map(name => cell(row[name])));
    body.append(line);
  }
  shown = Math.min(all.length, shown + ROWS);
  byId("more").hidden = shown === all.length;
  byId("more").textContent = `Show ${Math.min(ROWS, all.length - shown)} more of ${all.length - shown}`;
}

function cell(term) {
  const made = make("td");
  if (!term) return made;
  const words = make("bdi", term.type === "uri" ? short(term.value) : term.value);
  if (term["xml:lang"]) words.lang = term["xml:lang"];
  if (/#(integer|decimal|double|float|int|long)$/.test(term.datatype || "")) made.className = "number";
  const to = term.type === "uri" ? address(term.value) : null;
  if (to) {
    const link = make("a", undefined, { href: to, title: term.value });
    if (!to.startsWith("/")) link.rel = "noopener noreferrer nofollow";
    link.append(words);
    made.append(link);
  } else made.append(words);
  return made;
}

function short(iri) {
  const fits = Object.entries(known.prefixes).filter(([, space]) => iri.startsWith(space)).sort((a, b) => b[1].length - a[1].length)[0];
  return fits ? `${fits[0]}:${iri.slice(fits[1].length)}` : iri;
}

// Return a page of this server for our own IRIs, http and https as they are, and null for everything else.
function address(iri) {
  const ours = /^https:\/\/w3id\.org\/pcgraph\/((?:id|source|vocab|verdict)\/.+|ontology(?:#.*)?)$/.exec(iri);
  if (ours) {
    const [path, ...fragment] = ours[1].split("#");
    const safe = path.split("/").map(encodeURIComponent).join("/");
    return `${known.root}/${safe}${fragment.length ? `#${encodeURIComponent(fragment.join("#")).replace(/%3D/g, "=").replace(/%2C/g, ",")}` : ""}`;
  }
  return /^https?:\/\//.test(iri) ? iri : null;
}

// ---- Downloading and copying ----

async function save(accept, name) {
  say("");
  try {
    const url = URL.createObjectURL(await (await ask(accept)).blob());
    make("a", undefined, { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch (error) {
    say(error.message);
  }
}

async function copy(words, what) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const place = make("textarea", words, { "aria-hidden": "true" }); // browsers offer no clipboard over http, except on localhost
    const before = document.activeElement;
    document.body.append(place);
    place.select();
    const done = document.execCommand("copy");
    place.remove();
    before.focus();
    if (!done) return say("The browser does not allow this page to copy.");
  }
  statusLine.textContent = `Copied: ${what}.`;
}

// The public address of a page: below the base address of the server if it has one, else below that of this page.
const addressOf = path => (known.base ? known.base + path : new URL(known.root + path, location.href).href);
const endpoint = () => addressOf("/sparql");

function asCurl() {
  const quoted = words => `'${words.replaceAll("'", "'\\''")}'`;
  return `curl -H 'Accept: text/csv' --data-urlencode ${quoted(`query=${text.value}`)} ${quoted(endpoint())}`;
}

function asPython() {
  const words = text.value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\n?$/, "\n");
  return `import pcgraph\n\nkg = pcgraph.connect(${JSON.stringify(endpoint())})\nprint(kg.query("""\n${words}""").to_polars())\n`;
}

function fromAddress() {
  const found = /^#query=(.*)$/s.exec(location.hash);
  if (!found) return false;
  try {
    text.value = decodeURIComponent(found[1]);
  } catch {
    return false;
  }
  run();
  return true;
}

byId("filter").addEventListener("input", list);
byId("run").addEventListener("click", run);
byId("stop").addEventListener("click", () => running && running.abort());
byId("more").addEventListener("click", grow);
byId("save-csv").addEventListener("click", () => save("text/csv", "answer.csv"));
byId("save-json").addEventListener("click", () => save(JSON_RESULT, "answer.json"));
byId("save-turtle").addEventListener("click", () => save("text/turtle", "answer.ttl"));
byId("copy-link").addEventListener("click", () => copy(`${addressOf("/query")}#query=${encodeURIComponent(text.value)}`, "link"));
byId("copy-curl").addEventListener("click", () => copy(asCurl(), "curl"));
byId("copy-python").addEventListener("click", () => copy(asPython(), "Python"));
text.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
addEventListener("hashchange", fromAddress);
list();
if (!fromAddress()) choose(known.examples.find(item => item.name === "who-signed-with") || known.examples[0]);
document.documentElement.dataset.ready = "yes";
