"use strict";
// Search over all names. The list is loaded when the reader first comes to the field. Names are inserted as text.

const box = document.getElementById("search"), field = document.getElementById("words");
const MOST = 40;
let loading = null;

// Lower case, without accents, in any script.
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function load() {
  loading ??= fetch(box.dataset.names).then(answer => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(rows => rows.map(([path, kind, name, others]) => {
    const text = fold(`${name}\n${others}`);
    return { path, kind, name, text, words: text.split(/[\s\p{P}]+/u) };
  }));
  return loading;
}

// True if one letter was left out, added or replaced, or two were swapped.
function isNear(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0, end = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const x = a.slice(start, a.length - end), y = b.slice(start, b.length - end);
  return Math.max(x.length, y.length) <= 1 || (x.length === 2 && x === y[1] + y[0]);
}

// Whole names first, then beginnings of names, whole words, beginnings of words, and any other place.
function rank(row, wanted, phrase) {
  if (!wanted.every(word => row.text.includes(word))) return 0;
  const lines = row.text.split("\n");
  if (lines.includes(phrase)) return 5;
  if (lines.some(line => line.startsWith(phrase))) return 4;
  if (wanted.every(word => row.words.includes(word))) return 3;
  return wanted.every(word => row.words.some(each => each.startsWith(word))) ? 2 : 1;
}

const isNearly = (row, wanted) => wanted.every(word => row.words.some(each => each.startsWith(word)
  || (word.length > 3 && isNear(word, each))));

async function show() {
  const phrase = fold(field.value).trim(), list = document.getElementById("found"), count = document.getElementById("count");
  const wanted = phrase.split(/\s+/).filter(Boolean);
  let rows;
  try {
    rows = await load();
  } catch {
    loading = null;
    count.textContent = "The list of names could not be loaded; the page needs a web server.";
    return;
  }
  if (fold(field.value).trim() !== phrase) return; // the reader has gone on
  list.replaceChildren();
  count.textContent = "";
  if (!wanted.length) return;
  let found = rows.map(row => [rank(row, wanted, phrase), row]).filter(([points]) => points);
  const isGuess = !found.some(([points]) => points > 1); // no name begins with these words
  if (isGuess) {
    const sure = new Set(found.map(([, row]) => row));
    found = [...found, ...rows.filter(row => !sure.has(row) && isNearly(row, wanted)).map(row => [2, row])];
  }
  found.sort(([a, one], [b, other]) => b - a || one.name.length - other.name.length || (one.path < other.path ? -1 : 1));
  count.textContent = found.length ? `${isGuess ? "No such name. Similar: " : "Found: "}${found.length}` : "Nothing has this name.";
  for (const [, row] of found.slice(0, MOST)) {
    const item = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
    const name = document.createElement("bdi");
    name.textContent = row.name;
    link.href = `${box.dataset.root}/${row.path}`;
    link.append(name);
    kind.className = "soft";
    kind.textContent = ` ${row.kind}`;
    item.append(link, kind);
    list.append(item);
  }
}

box.hidden = false;
field.addEventListener("focus", () => load().catch(() => { loading = null; }));
field.addEventListener("input", show);
const enter = () => { if (field.value || location.hash === "#search") field.focus(); };
addEventListener("hashchange", enter);
addEventListener("load", () => setTimeout(enter)); // later than the browser, which goes to the anchor
