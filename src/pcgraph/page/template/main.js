"use strict";
// The last script, which starts the page: counts, banner, buttons, keys, printing and themes.

const byId = (id) => document.getElementById(id);

/** Show a short message for a few seconds. Screen readers announce it too. */
function announce(text) {
  byId("message").textContent = text;
  byId("message").classList.add("visible");
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => byId("message").classList.remove("visible"), 4000);
}

// ---- Text of the template -----------------------------------------------------------------------------------------

function translatePage() {
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = RIGHT_TO_LEFT.has(interfaceLanguage()) ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = translate(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", translate(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = translate(element.dataset.placeholder);
  for (const id of ["in", "out", "fit"]) byId(id).title = translate(byId(id).dataset.label);
  byId("language").value = language();
}

// ---- Counts and banner --------------------------------------------------------------------------------------------

function showCounts() {
  const [table, key] = state.view === "partners" ? ["ties", "tie"] : ["engagements", "engagement"];
  const counts = shown.collapsed.length ? shown.matching : shown.counts;
  const nodeTotal = state.unnamed ? SIZE.nodes : isUnnamed.length - sum(isUnnamed);
  const countText = (count, total, key) =>
    (count === total ? pluralise(count, key) : translate("of", formatNumber(count), pluralise(total, key)));
  const text = countText(counts.nodes, nodeTotal, "organisation") + translate("comma") + countText(counts[table], facetCounts.known, key);
  const day = state.asOf ?? DATA.as_of;
  byId("counts").textContent = day === null || day === undefined ? text : `${text} · ${translate("asOfDay", formatDay(day))}`;
  byId("empty").hidden = counts.nodes > 0;
  byId("empty").textContent = translate(SIZE.nodes ? "nothingLeft" : "nothingYet");
}

/** Show what the map leaves out and why, with a button that undoes each restriction. */
function showBanner() {
  const notices = [];
  const addNotice = (text, buttonKey, patch) => notices.push(el("span", {}, text, " ",
    buttonKey ? button({ class: "link" }, () => {
      change(patch, { refit: true });
      // The button has disappeared with its banner.
      if (document.activeElement === document.body) (mapElement.querySelector("[tabindex]") || byId("search")).focus();
    }, translate(buttonKey)) : ""));
  const [table, key] = state.view === "partners" ? ["ties", "tie"] : ["engagements", "engagement"];
  if (state.neighbourhood) {
    const { hops, node } = state.neighbourhood;
    addNotice(translate("nearBanner", pluralise(hops, "step"), nodeName(node).text), "showAll", { neighbourhood: null });
  }
  if (state.path) {
    const names = shown.path && shown.path.nodes.map((node) => nodeName(node).text).join(" – ");
    addNotice(shown.path ? translate("pathShown", pluralise(shown.path.nodes.length - 1, "step"), names)
      : translate("pathNone"), "pathClear", { path: null });
  }
  if (shown.truncated) {
    addNotice(translate("cutBanner", pluralise(shown.counts.nodes, "organisation"), measureName(state.measure),
      pluralise(shown.counts[table], key), pluralise(shown.matching.nodes, "organisation"),
      pluralise(shown.matching[table], key)),
    COMMUNITIES > 1 && !state.neighbourhood ? "showCommunities" : "", { level: "communities" });
  }
  if (shown.collapsed.length) {
    const members = shown.collapsed.reduce((total, { members: count }) => total + count, 0);
    const lineNotice = shown.communityLineCount > shown.communityLines.length
      ? ` ${translate("foldedLines", formatNumber(shown.communityLines.length), formatNumber(shown.communityLineCount))}` : "";
    addNotice(translate("foldedBanner", formatNumber(shown.collapsed.length), formatNumber(members)) + lineNotice,
      "unfoldAll", { level: "all", collapsed: new Set() });
  }
  byId("banner").replaceChildren(...notices);
  byId("banner").hidden = !notices.length;
}

// ---- Buttons ------------------------------------------------------------------------------------------------------

for (const view of ["partners", "engagements"]) {
  byId(`view-${view}`).addEventListener("click", () => {
    const { selection: previous } = state;
    const engagement = previous && previous.kind === "tie" && view === "engagements" ? TIES.engagement[previous.index] : -1;
    const selection = engagement >= 0 ? { kind: "engagement", index: engagement } : previous;
    change({ view, camera: null, sort: [0, true], selection }, { refit: true, history: true });
  });
}
byId("language").append(...DATA.languages.map((code) => el("option", { value: code, lang: code }, languageName(code))));
byId("language").parentElement.hidden = DATA.languages.length < 2;
byId("language").addEventListener("change", () => change({ language: byId("language").value }));

function setMenuOpen(open) {
  byId("save").setAttribute("aria-expanded", String(open));
  byId("save-menu").hidden = !open;
}
byId("save").addEventListener("click", () => setMenuOpen(byId("save-menu").hidden));
byId("save").parentElement.addEventListener("focusout", ({ relatedTarget }) => {
  if (!byId("save").parentElement.contains(relatedTarget)) setMenuOpen(false);
});
for (const [id, act] of [["save-png", () => savePng()], ["save-svg", () => saveSvg()], ["save-csv", () => saveCsv()]]) {
  byId(id).addEventListener("click", () => {
    setMenuOpen(false);
    byId("save").focus();
    act();
  });
}
byId("copy-link").addEventListener("click", async () => {
  try {
    if (self !== top) throw new Error("a frame has no address worth sending");
    await navigator.clipboard.writeText(location.href);
    announce(translate("linkCopied"));
  } catch {
    announce(translate("linkByHand")); // a page in a frame or from a file may not use the clipboard
  }
});

let isPanelWanted = true;
function updatePanel() {
  const closed = !isPanelWanted && !state.selection;
  byId("layout").classList.toggle("closed", closed);
  byId("show-panel").setAttribute("aria-expanded", String(!closed));
}
byId("show-panel").addEventListener("click", () => {
  isPanelWanted = byId("layout").classList.contains("closed");
  if (!isPanelWanted && state.selection) select(null);
  updatePanel();
  if (isPanelWanted) byId("panel").scrollIntoView({ block: "nearest" });
});

byId("fold").addEventListener("click", () => {
  const open = byId("fold").getAttribute("aria-expanded") !== "true";
  byId("fold").setAttribute("aria-expanded", String(open));
  byId("rows").hidden = byId("taller").hidden = !open;
  byId("table").classList.toggle("tall", open && byId("taller").dataset.text === "smaller");
});
byId("taller").addEventListener("click", () => {
  byId("taller").dataset.text = byId("table").classList.toggle("tall") ? "smaller" : "taller";
  byId("taller").textContent = translate(byId("taller").dataset.text);
});
byId("in").addEventListener("click", () => zoomBy(1.35));
byId("out").addEventListener("click", () => zoomBy(1 / 1.35));
byId("fit").addEventListener("click", () => {
  change({ camera: null });
  fit();
});

// ---- Keys, address, printing and themes ---------------------------------------------------------------------------

addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !byId("save-menu").hidden) {
    event.stopImmediatePropagation();
    setMenuOpen(false);
    byId("save").focus();
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  } else if (/^[1-3]$/.test(event.key) && !typing && state.selection && state.selection.kind === "node") {
    change({ neighbourhood: { node: state.selection.index, hops: Number(event.key) } }, { refit: true });
  } else if (event.key === "0" && !typing && state.neighbourhood) change({ neighbourhood: null }, { refit: true });
}, true);
addEventListener("popstate", readAddress); // this also happens when the reader edits the address
// The address of this link, #table, must not be read as a state of the page.
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("table").focus();
});

for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
  matchMedia(query).addEventListener("change", () => repaint());
// Print in the light theme, because paper is white.
for (const [event, printed] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    document.documentElement.classList.toggle("on-paper", printed);
    repaint();
  });
}

onChange((changed) => {
  if (changed.has("language")) translatePage();
  if (changed.has("view")) {
    for (const view of ["partners", "engagements"]) byId(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
  }
  if (changed.has("shown") || changed.has("language") || changed.has("measure")) {
    showCounts();
    showBanner();
  }
  if (changed.has("selection")) updatePanel();
});

if (matchMedia("(max-width: 900px)").matches) byId("legend-fold").open = false;
readAddress();
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; }));
