// The watch list in the panel: what is new since the reader's last visit, and what is watched.

import { DATA, ENGAGEMENTS, TERMS, expandCurie, findEngagement } from "../model/data.js";
import { change, onChange, select, state } from "../model/state.js";
import { isWatched, keyOf, markSeen, news, thingOf, toggle, watched } from "../model/watch.js";
import { formatDay } from "../text/dates.js";
import { bdi, button, el, link, nameElement } from "../text/elements.js";
import {
  RIGHT_TO_LEFT, engagementTitle, formatNumber, interfaceLanguage, localName, termLabel, translate,
} from "../text/text.js";
import { dataText, details, engagementLink, isFromKeyboard, longList, soft } from "./parts.js";

const KINDS = [["fresh", "watchNew"], ["changed", "watchChanged"], ["gone", "watchGone"]];

/** Return the name of a watched thing; of one that is not on this page, the last part of its address. */
function thingName(key) {
  const { kind, id, index } = thingOf(key);
  if (index < 0) return bdi(localName(id));
  if (kind === "node") return nameElement(index);
  if (kind === "question") return bdi(DATA.answers[index].labels?.[state.language] || DATA.answers[index].title);
  if (kind !== "engagement") return bdi(termLabel(kind, index));
  const { text, lang } = engagementTitle(index);
  return bdi(text, lang);
}

/** Show a watched thing: select it, open the answer, or choose the term. */
function open(key, event) {
  const { kind, index } = thingOf(key), focus = isFromKeyboard(event);
  if (kind === "question") change({ answer: index, selection: null }, { focus });
  else if (kind === "node" || kind === "engagement") select(kind, index, { focus });
  else change({ chosen: { ...state.chosen, [kind]: new Set([index]) } }, { refit: true });
}

/** Create the line of what is new, changed or withdrawn. */
function changeLine({ id, keys, was, is }, name) {
  const isRow = keys[0].startsWith("question "), engagement = isRow ? -1 : findEngagement(id);
  const status = (curie) => termLabel("status", TERMS.status.findIndex((term) => term.id === curie)) || translate("noStatus");
  const end = engagement < 0 ? null : ENGAGEMENTS.status[engagement].at(-1);
  const why = () => (DATA.withdrawn[id] ? dataText(DATA.withdrawn[id])
    : isRow ? "" : end ? translate("noLonger", formatDay(end)) : translate("watchLost"));
  const said = name === "gone" ? why() : is === undefined ? name === "changed" && translate("watchLeft")
    : [status(was), status(is)].join(RIGHT_TO_LEFT.has(interfaceLanguage()) ? " ← " : " → ");
  return el("span", {}, isRow ? dataText(id) : engagement >= 0 ? engagementLink(engagement)
    : link(expandCurie(id), localName(id)), said ? soft(" ", said) : "",
  soft(" (", ...keys.flatMap((key, at) => [at ? translate("comma") : "", thingName(key)]), ")"));
}

/** Return the news in one line, or "" if there is none. */
export function newsLine() {
  const found = news();
  const parts = KINDS.filter(([name]) => found[name].length)
    .map(([name, word]) => translate(word, formatNumber(found[name].length)));
  return parts.length ? `${translate("watchSince", formatDay(found.since))}${parts.join(translate("comma"))}` : "";
}

/** Create the news: each number opens its list. */
function newsPart() {
  const found = news(), lists = KINDS.filter(([name]) => found[name].length);
  if (!lists.length) return el("p", { class: "soft" }, translate("watchNone", formatDay(found.since)));
  const toggles = lists.map(([name, word]) => {
    const list = el("div", { id: `watch-${name}`, hidden: true },
      longList(found[name], (each) => changeLine(each, name), { class: "plain" }));
    const number = button({ class: "link", "aria-expanded": "false", "aria-controls": list.id, "data-key": list.id }, () => {
      list.hidden = !list.hidden;
      number.setAttribute("aria-expanded", String(!list.hidden));
    }, translate(word, formatNumber(found[name].length)));
    return { number, list };
  });
  return el("div", {}, el("p", {}, translate("watchSince", formatDay(found.since)),
    ...toggles.flatMap(({ number }, at) => [at ? translate("comma") : "", number]), " ",
    button({ class: "wide", "data-key": "watch-seen" }, () => { markSeen(); redraw(true); }, translate("watchSeen"))),
  ...toggles.map(({ list }) => list));
}

/** Create the button that watches a thing. */
export function watchButton(kind, index) {
  const key = keyOf(kind, index), note = soft(), name = thingName(key);
  note.setAttribute("role", "status");
  const own = button({ class: "wide", "aria-pressed": String(isWatched(key)), "data-key": `watch ${key}`,
    "aria-label": translate("watchThing", name.textContent) }, () => {
    const isKept = toggle(key);
    own.setAttribute("aria-pressed", String(isWatched(key)));
    note.textContent = isKept ? "" : translate("watchRefused");
  }, translate("watch"));
  return el("p", { class: "watch screen-only" }, own, " ", note);
}

/** Create the section of the opening panel: the news, what is watched, and the chosen sectors and places to watch. */
export function watchSection() {
  const list = watched(), keys = Object.keys(list ?? {});
  const chosen = ["sector", "place"].flatMap((kind) => [...state.chosen[kind]].map((index) => keyOf(kind, index)))
    .filter((key) => !keys.includes(key));
  const items = keys.map((key) => el("li", {}, thingOf(key).index < 0 ? thingName(key)
    : button({ class: "link" }, (event) => open(key, event), thingName(key)), " ",
  button({ class: "link", "aria-label": translate("watchStop", thingName(key).textContent), "data-key": `watch-stop ${key}` },
    () => { toggle(key); redraw(true); }, "×")));
  const body = details(`${translate("watchList")}${keys.length ? ` (${formatNumber(keys.length)})` : ""}`,
    el("p", { class: "soft" }, translate(list ? "watchHint" : "watchRefused")),
    items.length ? el("ul", { class: "plain" }, ...items) : "",
    ...(list ? chosen : []).map((key) => el("p", {}, button({ class: "wide", "data-key": `watch ${key}` }, () => {
      toggle(key);
      redraw(true);
    }, translate("watchThing", thingName(key).textContent)))));
  body.open = chosen.length > 0;
  return el("section", { id: "watch-list", class: "watch screen-only", tabindex: "-1", "aria-label": translate("watchList") },
    keys.length ? newsPart() : "", body);
}

/** Draw the section again, if it is shown. With `isOpen`, the reader has just used the list. */
function redraw(isOpen = false) {
  const old = document.getElementById("watch-list");
  if (!old) return;
  const fresh = watchSection(), wasOpen = old.querySelector("details")?.open;
  old.replaceWith(fresh);
  /** @type {HTMLDetailsElement} */ (fresh.querySelector("details")).open ||= Boolean(wasOpen);
  if (isOpen) fresh.focus({ preventScroll: true });
}
onChange((changed) => { if (changed.has("chosen")) redraw(); });
