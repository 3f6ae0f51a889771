// Search over all names, and answers to questions in words. The list is loaded when the reader first comes to the field. Names
// are inserted as text.

import { createInterpreter } from "../../page/app/question_box/interpreter.js";
import { partsOf } from "../../page/app/question_box/parts.js";
import { isCommon } from "../../page/app/text/common_words.js";

const box = /** @type {HTMLElement} */ (document.getElementById("search"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("words"));
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const MOST = 40;
const RANKED = { betweenness: "measure=betweenness", pagerank: "measure=pagerank" };
const COUNTED = ["year", "province", "town", "place", "sector", "country", "near", "party"]; // as in page/app/model/numbers.js
const SORTS = { money: "6-", latest: "4-", first: "4" };

/** @typedef {{ path: string, kind: string, name: string, text: string, words: string[] }} Row */
/** @type {Promise<{ rows: Row[], known: Set<string>, common: Set<string>, questions: any }> | null} */
let loading = null;

/** Return a text in lower case, without accents, in any script. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function load() {
  loading ??= fetch(box.dataset.names ?? "").then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then(({ names, questions }) => {
    const rows = names.map(([path, kind, name, others]) => {
      const text = fold(`${name}\n${others}`);
      return { path, kind, name, text, words: text.split(/[\s\p{P}]+/u) };
    });
    const today = questions.today || new Date().toISOString().slice(0, 10);
    return { rows, known: new Set(rows.flatMap(({ words }) => words)), common: new Set(questions.plain),
      questions: createInterpreter({ ...questions, today }) };
  });
  return loading;
}

/** Return whether one letter was left out, added or replaced, or two were swapped. */
function isNear(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0, end = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const x = a.slice(start, a.length - end), y = b.slice(start, b.length - end);
  return Math.max(x.length, y.length) <= 1 || (x.length === 2 && x === y[1] + y[0]);
}

/** Whole names first, then beginnings of names, whole words, beginnings of words, and any other place. */
function rank(row, wanted, phrase) {
  if (!wanted.every((word) => row.text.includes(word))) return 0;
  const lines = row.text.split("\n");
  if (lines.includes(phrase)) return 5;
  if (lines.some((line) => line.startsWith(phrase))) return 4;
  if (wanted.every((word) => row.words.includes(word))) return 3;
  return wanted.every((word) => row.words.some((each) => each.startsWith(word))) ? 2 : 1;
}

function createElement(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Return where an answer is: a page of the site, or a view of the map. */
function addressOf(text, kind, answer) {
  const { root } = box.dataset, asked = String(new URLSearchParams({ asked: text }));
  const onMap = (...parts) => `${root}/map.html#${[...parts.filter(Boolean), asked].join("&")}`;
  const day = answer.as_of ? `as-of=${answer.as_of}` : "";
  if (kind === "catalogue") {
    const { question, parameters } = answer;
    if (!Object.keys(parameters).length) return `${root}/questions/${question}.html`;
    return `${root}/query.html#${new URLSearchParams({ question, ...parameters })}`;
  }
  if (kind === "path") return onMap(`path=${answer.from}&path=${answer.to}`, day);
  if (kind === "ranking") {
    const { measure, options, only } = answer, { since, until } = options;
    const months = since || until ? `months=${(since || "1950-01").slice(0, 7)}+${(until || "2049-12").slice(0, 7)}` : "";
    const terms = ["sector", "kind", "country"].filter((group) => options[group]).map((group) => `${group}=${options[group]}`);
    return onMap(RANKED[measure] ?? "view=board", ...terms, ...only.map((id) => `only=${id}`), months, day);
  }
  if (answer.show) return `${root}/${answer.show.replace(":", "/")}.html`;
  const by = COUNTED.includes(answer.by) ? [`by=${answer.by}`, ...(answer.rows ?? []).map((ids) => `rows=${ids}`)].join("&") : "";
  return onMap(answer.sort ? `view=table&sort=${SORTS[answer.sort]}` : "", by, answer.address);
}

/** Show what was understood. Return whether the text is answered without the list of names. */
function showUnderstood(questions, text, isNamed) {
  const place = byId("understood"), result = questions.understand(text);
  const { kind, answer, nearest, not_understood: left } = result;
  const item = (each) => {
    const line = createElement("li", "");
    line.append(createElement("a", each.label, { href: addressOf(text, each.kind, each.answer) }));
    return line;
  };
  const list = (offers) => {
    const items = createElement("ul", "", { class: "entries" });
    items.append(...offers.map(item));
    return items;
  };
  place.replaceChildren();
  if (kind === "refuse") {
    if (isNamed) return false;
    const why = `This graph cannot say that (${left.join(", ")}). Nearest:`;
    place.append(createElement("p", why), list(nearest));
    return true;
  }
  if (kind === "choose") {
    const things = answer.map(({ value, label }) => ({ kind: "filter", label, answer: { show: value } }));
    place.append(createElement("p", `\u201c${answer[0].text || text}\u201d may mean:`), list(things));
    return true;
  }
  if (kind === "filter" && answer.show) return false; // it is found by its name
  const parts = partsOf(text, result).map(({ role, text: written, label }) =>
    (["word", "text", "date"].includes(role) ? written : label));
  const missing = left.length ? `; not understood: ${left.join(", ")}` : "";
  place.append(list([{ kind, answer, label: questions.describe(kind, answer) }]),
    createElement("p", `Understood: ${parts.join(" \u00b7 ")}${missing}`, { class: "soft" }));
  return true;
}

async function show() {
  const phrase = fold(field.value).trim(), list = byId("found"), count = byId("count");
  const wanted = phrase.split(/\s+/).filter(Boolean);
  let found, index;
  try {
    index = await load();
  } catch {
    loading = null;
    count.textContent = "The list of names could not be loaded; the page needs a web server.";
    return;
  }
  if (fold(field.value).trim() !== phrase) return; // the reader has gone on
  const { rows, known, common, questions } = index;
  list.replaceChildren();
  byId("understood").replaceChildren();
  count.textContent = "";
  if (!wanted.length) return;
  /** @type {[number, Row][]} */
  found = rows.map((row) => /** @type {[number, Row]} */ ([rank(row, wanted, phrase), row])).filter(([points]) => points);
  const isGuess = !found.some(([points]) => points > 1); // no name begins with these words
  const isAnswered = showUnderstood(questions, field.value.trim(), !isGuess);
  if (isGuess && !isAnswered) {
    const sure = new Set(found.map(([, row]) => row));
    const isSure = (word) => word.length < 4 || known.has(word) || isCommon(word, common);
    const isNearly = (row) => wanted.every((word) => row.words.some((each) => each.startsWith(word)
      || (!isSure(word) && isNear(word, each))));
    const near = rows.filter((row) => !sure.has(row) && isNearly(row));
    found = [...found, ...near.map((row) => /** @type {[number, Row]} */ ([2, row]))];
  }
  found.sort(([a, one], [b, other]) => b - a || one.name.length - other.name.length || (one.path < other.path ? -1 : 1));
  if (found.length) count.textContent = `${isGuess && !isAnswered ? "No such name. Similar: " : "Found: "}${found.length}`;
  else if (!byId("understood").querySelector("p.soft")) count.textContent = "Nothing has this name.";
  for (const [, row] of found.slice(0, MOST)) {
    const item = createElement("li", ""), link = createElement("a", "", { href: `${box.dataset.root}/${row.path}` });
    link.append(createElement("bdi", row.name));
    item.append(link, createElement("span", ` ${row.kind}`, { class: "soft" }));
    list.append(item);
  }
}

box.hidden = false;
field.addEventListener("focus", () => load().catch(() => { loading = null; }));
field.addEventListener("input", show);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") /** @type {HTMLElement | null} */ (box.querySelector("#understood a, #found a"))?.click();
});
const enter = () => { if (field.value || location.hash === "#search") field.focus(); };
addEventListener("hashchange", enter);
addEventListener("load", () => setTimeout(enter)); // later than the browser, which goes to the anchor
