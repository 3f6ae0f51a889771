"use strict";
// The query page: chooses and fills examples, asks the endpoint, shows rows. Values reach the page as text only.

const known = JSON.parse(document.getElementById("data").textContent);
const at = id => document.getElementById(id);
const text = at("text"), fault = at("fault"), told = at("told");
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
  const wanted = at("filter").value.trim().toLowerCase().split(/\s+/), place = at("examples");
  place.replaceChildren();
  let topic = "";
  for (const one of known.examples) {
    const words = `${one.name} ${one.title} ${one.question}`.toLowerCase();
    if (!wanted.every(word => words.includes(word))) continue;
    if (one.topic !== topic) place.append(make("h3", (topic = one.topic)));
    const button = make("button", one.title, { type: "button", "data-name": one.name });
    button.setAttribute("aria-pressed", String(one === example));
    button.addEventListener("click", () => choose(one));
    place.append(button);
  }
  if (!place.children.length) place.append(make("p", "No question has these words.", { class: "soft" }));
}

function choose(one) {
  example = one;
  at("question").textContent = one.question;
  const place = at("parameters");
  place.replaceChildren();
  for (const parameter of one.parameters) {
    const input = make("input", undefined, { type: "text", id: `parameter-${parameter.name}`, spellcheck: "false" });
    input.value = parameter.example;
    if (known.names[parameter.space]) input.setAttribute("list", suggestions(parameter.space));
    input.addEventListener("input", fill);
    const label = make("label", `${parameter.name} (${parameter.type})`, { for: input.id });
    label.append(input);
    place.append(label);
  }
  place.hidden = !one.parameters.length;
  text.value = "";
  fill();
  for (const button of at("examples").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.name === one.name));
  }
}

function suggestions(space) {
  const id = `names-${Object.keys(known.names).indexOf(space)}`;
  if (!at(id)) {
    const options = make("datalist", undefined, { id });
    options.append(...known.names[space].map(name => make("option", undefined, { value: name })));
    document.body.append(options);
  }
  return id;
}

// Put the values into the text; what a person has changed elsewhere in it stays.
function fill() {
  const rows = [];
  say("");
  for (const parameter of example.parameters) {
    const value = at(`parameter-${parameter.name}`).value.trim(), term = termOf(parameter, value);
    if (term === null) return say(`${parameter.name}: ${value || "nothing"} is no ${parameter.type}; expected one such as ${parameter.example}`);
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

// Write a parameter as a term of SPARQL; null where it cannot be one.
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

// ---- Asking ----

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
  told.textContent = "Asking …";
  at("run").disabled = true;
  at("stop").hidden = false;
  try {
    const response = await ask(`${JSON_RESULT}, text/turtle;q=0.9`, mine.signal);
    const form = (response.headers.get("content-type") || "").split(";")[0];
    const found = form === JSON_RESULT ? await response.json() : { turtle: await response.text() };
    if (mine === running) show(found, Math.round(performance.now() - start));
    history.replaceState(null, "", `#query=${encodeURIComponent(text.value)}`);
  } catch (error) {
    told.textContent = "";
    if (mine === running) {
      at("answer").hidden = true;
      say(error.name === "AbortError" ? "Stopped." : error.message === "Failed to fetch" ? "The server does not answer; is it running?" : error.message);
    }
  } finally {
    if (mine === running) {
      running = null;
      at("run").disabled = false;
      at("stop").hidden = true;
    }
  }
}

// ---- The answer ----

function show(found, elapsed) {
  answer = found;
  shown = 0;
  const place = at("rows"), table = Boolean(found.results);
  place.replaceChildren();
  at("answer").hidden = false;
  at("save-csv").hidden = at("save-json").hidden = !table;
  at("save-turtle").hidden = found.turtle === undefined;
  at("more").hidden = true;
  if (found.turtle !== undefined) place.append(make("pre", found.turtle));
  else if (!table) place.append(make("p", found.boolean ? "yes" : "no", { class: "lead" }));
  else {
    const head = make("tr"), made = make("table");
    head.append(...found.head.vars.map(name => make("th", name, { scope: "col" })));
    made.append(make("caption", `Rows of the answer`, { class: "unseen" }), make("thead"), make("tbody"));
    made.tHead.append(head);
    place.append(made);
    grow();
  }
  const count = table ? `${found.results.bindings.length} row${found.results.bindings.length === 1 ? "" : "s"}, ` : "";
  told.textContent = `${count}${elapsed} ms`;
}

function grow() {
  const all = answer.results.bindings, body = at("rows").querySelector("tbody");
  for (const row of all.slice(shown, shown + ROWS)) {
    const line = make("tr");
    line.append(...answer.head.vars.map(name => cell(row[name])));
    body.append(line);
  }
  shown = Math.min(all.length, shown + ROWS);
  at("more").hidden = shown === all.length;
  at("more").textContent = `Show ${Math.min(ROWS, all.length - shown)} more of ${all.length - shown}`;
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

// Pages here for what is ours, http and https as they are, nothing else.
function address(iri) {
  const ours = /^https:\/\/w3id\.org\/pcgraph\/((?:id|source|vocab|verdict)\/.+|ontology(?:#.*)?)$/.exec(iri);
  if (ours) {
    const [path, ...fragment] = ours[1].split("#");
    const safe = path.split("/").map(encodeURIComponent).join("/");
    return `${known.root}/${safe}${fragment.length ? `#${encodeURIComponent(fragment.join("#")).replace(/%3D/g, "=").replace(/%2C/g, ",")}` : ""}`;
  }
  return /^https?:\/\//.test(iri) ? iri : null;
}

// ---- Taking away ----

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
    const place = make("textarea", words, { "aria-hidden": "true" }); // where there is no clipboard: http, not localhost
    const before = document.activeElement;
    document.body.append(place);
    place.select();
    const done = document.execCommand("copy");
    place.remove();
    before.focus();
    if (!done) return say("The browser does not let the page copy.");
  }
  told.textContent = `Copied: ${what}.`;
}

// The address of a page as others reach it: where the server is known by one, that, else as this page was reached.
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

at("filter").addEventListener("input", list);
at("run").addEventListener("click", run);
at("stop").addEventListener("click", () => running && running.abort());
at("more").addEventListener("click", grow);
at("save-csv").addEventListener("click", () => save("text/csv", "answer.csv"));
at("save-json").addEventListener("click", () => save(JSON_RESULT, "answer.json"));
at("save-turtle").addEventListener("click", () => save("text/turtle", "answer.ttl"));
at("copy-link").addEventListener("click", () => copy(`${addressOf("/query")}#query=${encodeURIComponent(text.value)}`, "link"));
at("copy-curl").addEventListener("click", () => copy(asCurl(), "curl"));
at("copy-python").addEventListener("click", () => copy(asPython(), "Python"));
text.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
addEventListener("hashchange", fromAddress);
list();
if (!fromAddress()) choose(known.examples.find(one => one.name === "who-signed-with") || known.examples[0]);
document.documentElement.dataset.ready = "yes";
