"use strict";
// The last script: counts, banner, buttons, keys, printing and themes. It starts the page.

const at = (id) => document.getElementById(id);

/** Show a short message, which screen readers also announce. */
function tell(text) {
  at("told").textContent = text;
  at("told").classList.add("fresh");
  clearTimeout(tell.waiting);
  tell.waiting = setTimeout(() => at("told").classList.remove("fresh"), 4000);
}

// ---- Text of the template -----------------------------------------------------------------------------------------

function sayAll() {
  document.documentElement.lang = language();
  document.documentElement.dir = RIGHT_TO_LEFT.has(language()) ? "rtl" : "ltr";
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say(one.dataset.label));
  for (const one of document.querySelectorAll("[data-placeholder]")) one.placeholder = say(one.dataset.placeholder);
  for (const id of ["in", "out", "fit"]) at(id).title = say(at(id).dataset.label);
  at("language").value = language();
}

// ---- Counts and banner --------------------------------------------------------------------------------------------

function sayCounts() {
  const [lines, one] = state.view === "partners" ? ["ties", "tie"] : ["engagements", "engagement"];
  const drawn = shown.folded.length ? shown.passing : shown.counts;
  const all = state.unnamed ? SIZE.nodes : unnamedNode.length - sum(unnamedNode);
  const part = (some, whole, key) => (some === whole ? many(some, key) : say("of", number(some), many(whole, key)));
  const text = part(drawn.nodes, all, "organisation") + say("comma") + part(drawn[lines], tally.known, one);
  const day = state.asOf ?? DATA.as_of;
  at("counts").textContent = day === null || day === undefined ? text : `${text} · ${say("asOfDay", dayText(day))}`;
  at("empty").hidden = drawn.nodes > 0;
  at("empty").textContent = say(SIZE.nodes ? "nothingLeft" : "nothingYet");
}

/** Say what the map leaves out and why, with a button to undo each restriction. */
function sayBanner() {
  const parts = [];
  const line = (text, key, patch) => parts.push(el("span", {}, text, " ",
    key ? button({ class: "link" }, () => {
      change(patch, { refit: true });
      if (document.activeElement === document.body) (box.querySelector("[tabindex]") || at("search")).focus(); // the button disappears with its banner
    }, say(key)) : ""));
  const [lines, one] = state.view === "partners" ? ["ties", "tie"] : ["engagements", "engagement"];
  if (state.near) line(say("nearBanner", many(state.near.hops, "step"), nameOf(state.near.node).text), "showAll", { near: null });
  if (state.path) {
    line(shown.path ? say("pathShown", many(shown.path.nodes.length - 1, "step"), shown.path.nodes.map((node) => nameOf(node).text).join(" – "))
      : say("pathNone"), "pathClear", { path: null });
  }
  if (shown.cut) {
    line(say("cutBanner", many(shown.counts.nodes, "organisation"), measureName(state.measure), many(shown.counts[lines], one),
      many(shown.passing.nodes, "organisation"), many(shown.passing[lines], one)), COMMUNITIES > 1 && !state.near ? "showCommunities" : "", { level: "communities" });
  }
  if (shown.folded.length) {
    const members = shown.folded.reduce((total, { members: count }) => total + count, 0);
    const cutLines = shown.foldedLines > shown.foldedTies.length
      ? ` ${say("foldedLines", number(shown.foldedTies.length), number(shown.foldedLines))}` : "";
    line(say("foldedBanner", number(shown.folded.length), number(members)) + cutLines, "unfoldAll", { level: "all", folded: new Set() });
  }
  at("banner").replaceChildren(...parts);
  at("banner").hidden = !parts.length;
}

// ---- Buttons ------------------------------------------------------------------------------------------------------

for (const view of ["partners", "engagements"]) {
  at(`view-${view}`).addEventListener("click", () => {
    const { pick: was } = state;
    const matter = was && was.kind === "tie" && view === "engagements" ? T.engagement[was.at] : -1;
    change({ view, camera: null, sort: [0, true], pick: matter >= 0 ? { kind: "engagement", at: matter } : was }, { refit: true, history: true });
  });
}
at("language").append(...Object.keys(STRINGS).map((code) => el("option", { value: code, lang: code }, LANGUAGES[code])));
at("language").parentElement.hidden = Object.keys(STRINGS).length < 2;
at("language").addEventListener("change", () => change({ language: at("language").value }));

function openMenu(open) {
  at("save").setAttribute("aria-expanded", String(open));
  at("save-menu").hidden = !open;
}
at("save").addEventListener("click", () => openMenu(at("save-menu").hidden));
at("save").parentElement.addEventListener("focusout", ({ relatedTarget }) => {
  if (!at("save").parentElement.contains(relatedTarget)) openMenu(false);
});
for (const [id, act] of [["save-png", () => savePng()], ["save-svg", () => saveSvg()], ["save-csv", () => saveCsv()]]) {
  at(id).addEventListener("click", () => {
    openMenu(false);
    at("save").focus();
    act();
  });
}
at("copy-link").addEventListener("click", async () => {
  try {
    if (self !== top) throw new Error("a frame has no address worth sending");
    await navigator.clipboard.writeText(location.href);
    tell(say("linkCopied"));
  } catch {
    tell(say("linkByHand")); // a page opened from a file or in a frame cannot use the clipboard
  }
});

let wantsPanel = true;
function showPanel() {
  const closed = !wantsPanel && !state.pick;
  at("desk").classList.toggle("closed", closed);
  at("show-panel").setAttribute("aria-expanded", String(!closed));
}
at("show-panel").addEventListener("click", () => {
  wantsPanel = at("desk").classList.contains("closed");
  if (!wantsPanel && state.pick) pick(null);
  showPanel();
  if (wantsPanel) at("panel").scrollIntoView({ block: "nearest" });
});

at("fold").addEventListener("click", () => {
  const open = at("fold").getAttribute("aria-expanded") !== "true";
  at("fold").setAttribute("aria-expanded", String(open));
  at("rows").hidden = at("taller").hidden = !open;
  at("table").classList.toggle("tall", open && at("taller").dataset.say === "smaller");
});
at("taller").addEventListener("click", () => {
  at("taller").dataset.say = at("table").classList.toggle("tall") ? "smaller" : "taller";
  at("taller").textContent = say(at("taller").dataset.say);
});
at("in").addEventListener("click", () => zoom(1.35));
at("out").addEventListener("click", () => zoom(1 / 1.35));
at("fit").addEventListener("click", () => {
  change({ camera: null });
  fit();
});

// ---- Keys, address, paper and themes ------------------------------------------------------------------------------

addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !at("save-menu").hidden) {
    event.stopImmediatePropagation();
    openMenu(false);
    at("save").focus();
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    at("search").focus();
  } else if (/^[1-3]$/.test(event.key) && !typing && state.pick && state.pick.kind === "node") {
    change({ near: { node: state.pick.at, hops: Number(event.key) } }, { refit: true });
  } else if (event.key === "0" && !typing && state.near) change({ near: null }, { refit: true });
}, true);
addEventListener("popstate", readAddress); // also when the user edits the address bar
// The link to the table must not be read as a state of the view.
at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  at("table").focus();
});

for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", () => repaint());
// Paper is white, so print in the light theme.
for (const [event, printed] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    document.documentElement.classList.toggle("on-paper", printed);
    repaint();
  });
}

onChange((changed) => {
  if (changed.has("language")) sayAll();
  if (changed.has("view")) {
    for (const view of ["partners", "engagements"]) at(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
  }
  if (changed.has("shown") || changed.has("language") || changed.has("measure")) {
    sayCounts();
    sayBanner();
  }
  if (changed.has("pick")) showPanel();
});

if (matchMedia("(max-width: 900px)").matches) at("legend-fold").open = false;
readAddress();
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; }));
