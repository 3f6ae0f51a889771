"use strict";
// Legend, search, table, address and keys; the last script, which starts the page.

const at = (id) => document.getElementById(id);
const LANGUAGES = { en: "English", zh: "中文", ur: "اردو" };

// ---- Legend, which is the filter ----------------------------------------------------------------------------------

const TITLES = { relation: "Tie", status: "How far it has come", country: "Country", kind: "Kind of organisation", sector: "Sector" };
const legendButtons = [];

function buildLegend() {
  for (const [group, title] of Object.entries(TITLES)) {
    const items = DATA.legend[group];
    if (!items.length) continue;
    const buttons = items.map((item) => {
      const swatch = group in { relation: 1, status: 1 } ? lineSwatch(item) : group === "sector" ? "" : nodeSwatch(item);
      const count = el("span", { class: "count" });
      const made = button({ class: "item", "aria-pressed": "false" }, () => {
        if (!chosen[group].delete(item.id)) chosen[group].add(item.id);
        apply(true);
      }, swatch, el("span", { class: "label" }, bdi(item.label), item.note ? el("span", { class: "note" }, item.note) : ""), count);
      legendButtons.push({ group, id: item.id, made, count });
      return el("li", {}, made);
    });
    at("legend").append(el("section", { class: "group" }, el("h3", { id: `group-${group}` }, title),
      el("ul", { "aria-labelledby": `group-${group}` }, ...buttons)));
  }
}

function refreshLegend() {
  const sums = Object.fromEntries(GROUPS.map((group) => [group, counts(group)]));
  for (const { group, id, made, count } of legendButtons) {
    const sum = sums[group].get(id) || 0;
    count.textContent = sum.toLocaleString("en");
    made.setAttribute("aria-pressed", String(chosen[group].has(id)));
    made.classList.toggle("none", !sum);
    made.classList.toggle("off", chosen[group].size > 0 && !chosen[group].has(id));
  }
  at("clear").disabled = !state.only && GROUPS.every((group) => !chosen[group].size);
}

// ---- Table of ties, tied to the map both ways ---------------------------------------------------------------------

const COLUMNS = [
  ["From", (tie) => nameOf(NODES.get(tie.from)).text],
  ["Tie", (tie) => tie.relation_label],
  ["To", (tie) => nameOf(NODES.get(tie.to)).text],
  ["Matter", (tie) => tie.engagement_label],
  ["Status", (tie) => tie.status],
  ["Date", (tie) => tie.date.replace(/^\[/, "")],
  ["Sector", (tie) => tie.sectors.map((id) => legendItem("sector", id).label).join(", ")],
  ["Sources", (tie) => tie.sources.length],
];
const tableRows = new Map();
const sorting = { column: 0, up: true };
let heads = [];

function buildTable() {
  const body = el("tbody");
  heads = COLUMNS.map(([title], column) => {
    const head = el("th", { scope: "col", "aria-sort": "none" });
    head.append(button({}, () => {
      sorting.up = sorting.column === column ? !sorting.up : true;
      sorting.column = column;
      sortTable(body);
    }, title, el("span", { class: "sort", "aria-hidden": "true" })));
    return head;
  });
  tableRows.clear();
  for (const tie of DATA.edges) {
    const open = () => pick({ tie: tie.id }, { focus: false });
    const row = el("tr", {},
      el("td", {}, nameElement(NODES.get(tie.from))),
      el("td", {}, el("span", { class: "line" }, lineSwatch(tie), button({ class: "link" }, (event) => {
        event.stopPropagation();
        pick({ tie: tie.id }, { focus: true });
      }, tie.relation_label))),
      el("td", {}, tie.symmetric ? "" : el("span", { class: "soft", "aria-hidden": "true" }, "→ "), nameElement(NODES.get(tie.to))),
      el("td", {}, bdi(tie.engagement_label)), el("td", {}, tie.status),
      el("td", { class: "date", title: tie.date ? `${when(tie.date)} (${tie.date})` : null },
        tie.date ? brief(tie.date) : el("span", { class: "soft" }, "not stated")),
      el("td", {}, COLUMNS[6][1](tie)), el("td", { class: "number" }, String(tie.sources.length)));
    row.addEventListener("click", open);
    tableRows.set(tie.id, row);
  }
  at("rows").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body));
  sortTable(body);
}

function sortTable(body) {
  const value = COLUMNS[sorting.column][1];
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true }));
  const order = [...DATA.edges].sort((a, b) => compare(value(a), value(b)) * (sorting.up ? 1 : -1));
  body.append(...order.map((tie) => tableRows.get(tie.id)));
  heads.forEach((head, column) => head.setAttribute("aria-sort",
    column !== sorting.column ? "none" : sorting.up ? "ascending" : "descending"));
}

function refreshTable() {
  const light = lit();
  for (const [id, row] of tableRows) {
    row.hidden = !view.ties.has(id);
    row.classList.toggle("chosen", id === state.tie);
    row.classList.toggle("lit", Boolean(light) && light.ties.has(id));
  }
  // Scrolled by hand: scrollIntoView would move the whole page on a phone.
  const row = tableRows.get(state.tie);
  const pane = at("rows");
  if (row && !row.hidden && pane.scrollHeight > pane.clientHeight) {
    const top = row.offsetTop - 34;
    if (top < pane.scrollTop || row.offsetTop + row.offsetHeight > pane.scrollTop + pane.clientHeight) pane.scrollTop = top;
  }
  at("ties-count").textContent = view.ties.size.toLocaleString("en");
}

// ---- What is chosen, what is in view ------------------------------------------------------------------------------

/** Work out what is in view and bring every part of the page in line; `refit` also shows the whole of it. */
function apply(refit) {
  view = look(null);
  nodesShown.refresh();
  tiesShown.refresh();
  at("counts").textContent = `${view.nodes.size.toLocaleString("en")} of ${many(DATA.nodes.length, "organisation", "organisations")}, `
    + `${view.ties.size.toLocaleString("en")} of ${many(DATA.edges.length, "tie", "ties")}`;
  at("empty").hidden = view.nodes.size > 0;
  at("empty").textContent = DATA.nodes.length ? "Nothing matches all of these choices." : "There is nothing to show yet.";
  refreshLegend();
  refreshTable();
  paintTies();
  writeAddress();
  if (refit) {
    touched = false;
    fit(true);
  }
}

/** Choose a node, a tie or nothing; `move` brings it into the frame, `focus` puts the keyboard into the panel. */
function pick(what, { move = true, focus = false } = {}) {
  const before = state.only;
  state.node = (what && what.node) || null;
  state.tie = (what && what.tie) || null;
  if (!state.node) state.only = false;
  let heading = null;
  if (state.node) heading = showNode(NODES.get(state.node));
  else if (state.tie) heading = showTie(TIES.get(state.tie));
  else showIntro();
  apply(before !== state.only || state.only);
  const tie = state.tie && TIES.get(state.tie);
  if (what && getComputedStyle(panel).position === "fixed") box.scrollIntoView({ block: "start" });
  if (what && (move || freeHeight() < box.clientHeight)) moveTo(tie ? [tie.from, tie.to] : [state.node]);
  if (heading && focus) heading.focus({ preventScroll: true });
}

// ---- Address: what is chosen can be sent to somebody else ---------------------------------------------------------

function writeAddress() {
  const words = new URLSearchParams();
  if (state.node) words.set("node", state.node);
  if (state.tie) words.set("tie", state.tie);
  if (state.only) words.set("only", "1");
  if (state.language !== "en") words.set("names", state.language);
  for (const group of GROUPS) for (const value of chosen[group]) words.append(group, value);
  const hash = String(words);
  if (location.hash.slice(1) === hash) return;
  try {
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // A sandboxed frame, or a page without an address of its own (a notebook's): it works, only without deep links.
  }
}

function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  for (const group of GROUPS) chosen[group] = new Set(words.getAll(group).filter((value) => DATA.legend[group].some((item) => item.id === value)));
  const language = words.get("names");
  if (language && language in LANGUAGES && language !== state.language) setLanguage(language);
  state.only = words.get("only") === "1" && NODES.has(words.get("node"));
  if (NODES.has(words.get("node"))) pick({ node: words.get("node") });
  else if (TIES.has(words.get("tie"))) pick({ tie: words.get("tie") });
  else pick(null);
}

// ---- Search -------------------------------------------------------------------------------------------------------

const names = DATA.nodes.map((node) => ({ node,
  spellings: [...new Set([node.label, ...Object.values(node.labels), ...node.aliases])].map((text) => [text, fold(text)]) }));
let active = -1;

function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const hits = [];
  for (const { node, spellings } of names) {
    // Best first: the name begins so, a word of it begins so, it occurs somewhere.
    const ranked = spellings.map(([shown, folded]) => [folded.startsWith(wanted) ? 0
      : folded.includes(` ${wanted}`) ? 1 : folded.includes(wanted) ? 2 : 9, shown]).sort((a, b) => a[0] - b[0])[0];
    if (ranked[0] < 9) hits.push({ node, rank: ranked[0], spelling: ranked[1] });
  }
  return hits.sort((a, b) => a.rank - b.rank || tiesOf.get(b.node.id).length - tiesOf.get(a.node.id).length).slice(0, 8);
}

function closeSearch() {
  at("found").hidden = true;
  at("search").setAttribute("aria-expanded", "false");
  at("search").removeAttribute("aria-activedescendant");
  active = -1;
}

function take(node) {
  at("search").value = "";
  closeSearch();
  if (!view.nodes.has(node.id)) for (const group of GROUPS) chosen[group].clear(); // found, but filtered away: show it
  pick({ node: node.id }, { focus: true });
}

function showFound() {
  const hits = find(at("search").value);
  at("found").replaceChildren(...hits.map(({ node, spelling }, number) => {
    const country = node.country && legendItem("country", node.country).label;
    const option = el("li", { role: "option", id: `found-${number}`, "aria-selected": "false" }, nodeSwatch(node),
      el("span", {}, nameElement(node), spelling === nameOf(node).text ? "" : el("span", { class: "soft" }, " ", bdi(spelling))),
      el("span", { class: "soft" }, country || ""));
    option.addEventListener("mousedown", (event) => { event.preventDefault(); take(node); });
    return option;
  }));
  if (at("search").value.trim() && !hits.length) at("found").append(el("li", { class: "soft" }, "No organisation is called so."));
  at("found").hidden = !at("search").value.trim();
  at("search").setAttribute("aria-expanded", String(!at("found").hidden));
  activate(hits.length ? 0 : -1);
}

function activate(number) {
  active = number;
  [...at("found").children].forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
  if (number >= 0) at("search").setAttribute("aria-activedescendant", `found-${number}`);
  else at("search").removeAttribute("aria-activedescendant");
}

at("search").addEventListener("input", showFound);
at("search").addEventListener("blur", closeSearch);
at("search").addEventListener("keydown", (event) => {
  const hits = find(at("search").value);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (hits.length) activate((active + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
  } else if (event.key === "Enter" && hits[Math.max(active, 0)]) {
    event.preventDefault();
    take(hits[Math.max(active, 0)].node);
  }
});

// ---- The rest -----------------------------------------------------------------------------------------------------

function setLanguage(language) {
  state.language = language;
  at("language").value = language;
  buildTable();
}

const spoken = [...new Set(DATA.nodes.flatMap((node) => Object.keys(node.labels)))].filter((language) => language !== "en" && language in LANGUAGES);
at("language-label").hidden = !spoken.length;
at("language").append(...["en", ...spoken].map((language) => el("option", { value: language, lang: language }, LANGUAGES[language])));
at("language").addEventListener("change", () => {
  setLanguage(at("language").value);
  pick(state.node ? { node: state.node } : state.tie ? { tie: state.tie } : null, { move: false });
});

at("clear").addEventListener("click", () => {
  for (const group of GROUPS) chosen[group].clear();
  state.only = false;
  if (state.node) showNode(NODES.get(state.node));
  apply(true);
});
at("fold").addEventListener("click", () => {
  const open = at("fold").getAttribute("aria-expanded") !== "true";
  at("fold").setAttribute("aria-expanded", String(open));
  at("rows").hidden = !open;
});
at("in").addEventListener("click", () => zoom(1.35));
at("out").addEventListener("click", () => zoom(1 / 1.35));
at("fit").addEventListener("click", () => { touched = false; fit(true); });
at("png").addEventListener("click", savePicture);
at("as-of").textContent = DATA.as_of ? `as of ${when(DATA.as_of)}` : "";
if (matchMedia("(max-width: 900px)").matches) at("legend-fold").open = false;

addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    at("search").focus();
  } else if (event.key === "Escape") {
    if (event.target === at("search") && at("search").value) {
      at("search").value = "";
      closeSearch();
    } else pick(null);
  }
});
addEventListener("hashchange", readAddress);

function repaint() {
  readColours();
  paintTies();
  net.redraw();
}
for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", repaint);
// Paper is white: the picture on it must be the light one.
addEventListener("beforeprint", () => { document.documentElement.classList.add("on-paper"); repaint(); });
addEventListener("afterprint", () => { document.documentElement.classList.remove("on-paper"); repaint(); });

buildLegend();
buildTable();
readAddress();
fit(false);
document.documentElement.dataset.ready = "true";
