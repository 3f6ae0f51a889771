// The editor for SPARQL, a script of its own that all pages with a query share. It takes the place of a text area, which stays
// the field of the form: the page reads and writes its value, and without this script it is the editor.

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { countTerms, createCompleter } from "./complete.js";
import { findPlace } from "./place.js";

const AWAY = { position: "absolute", width: "1px", height: "1px", minHeight: "0", padding: "0", border: "0",
  clipPath: "inset(50%)" };
const COLOURS = HighlightStyle.define([{ tag: tags.keyword, color: "var(--accent)" }, { tag: tags.comment, color: "var(--soft)" },
  { tag: tags.variableName, color: "var(--side-1)" }, { tag: tags.string, color: "var(--side-0)" }]);
const MONOSPACE = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace';
// The policy of the page forbids pictures, so that faults are underlined by text decoration.
const marked = (colour) => ({ backgroundImage: "none", textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: "none" });
const THEME = EditorView.theme({
  "&": { background: "var(--card)", color: "var(--ink)", fontSize: "13.5px", borderRadius: "6px",
    border: "1px solid color-mix(in srgb, var(--soft) 60%, var(--paper))" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: MONOSPACE, lineHeight: "1.55", maxHeight: "min(60vh, 480px)", overflow: "auto" },
  ".cm-content": { minHeight: "170px", padding: "8px 0", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-matchingBracket": { background: "color-mix(in srgb, var(--accent) 22%, var(--card))" },
  ".cm-tooltip": { background: "var(--card)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "6px",
    maxWidth: "min(36em, 94vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: MONOSPACE, fontSize: "13px", maxWidth: "min(36em, 90vw)",
    minWidth: "min(22em, 90vw)", maxHeight: "none" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", overflowX: "hidden", textOverflow: "ellipsis" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--accent)", color: "var(--paper)" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", color: "var(--soft)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-tooltip.cm-completionInfo": { padding: "5px 9px", font: "13px/1.45 var(--sans)" },
  ".cm-lintRange-error": marked("var(--side-1)"),
  ".cm-lintRange-warning": marked("var(--tone-2)"),
  ".cm-diagnostic": { font: "13px/1.45 var(--sans)" },
  ".cm-panel.cm-panel-lint": { background: "var(--well)", color: "var(--ink)" },
});

/**
 * Put the editor into the place of a text area. `terms` are those of `pcgraph.query.names.completion`, `questions` those of the
 * catalogue. The text area gets the event "choose" with the name of a question that the reader has picked, and takes "marks":
 * a list of { severity, message, place } to show at their places: a line and a column, or else what the message names.
 * @param {HTMLTextAreaElement} area
 */
export function createEditor(area, { terms, prefixes, questions }) {
  const complete = createCompleter({ terms, prefixes }), counts = countTerms(questions.map(({ head, tail }) => head + tail));
  const about = { ...terms.class, ...terms.property };

  function offer(context) {
    const text = context.state.sliceDoc(0, context.pos), after = context.state.sliceDoc(context.pos);
    if (/comment|string/i.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const { from, typed, options, context: { mode, next } } = complete(text, { after, counts });
    if (!typed && !context.explicit) return null;
    const isEmpty = !text.slice(0, from).trim() && !after.trim(), words = typed.toLowerCase();
    const asked = isEmpty && mode === "head" ? questions.filter(({ name, title }) => name.startsWith(words)
      || title.toLowerCase().split(/\W+/).some((word) => word.startsWith(words))) : [];
    return options.length + asked.length ? { from, filter: false, options: [...options.map(({ name, kind, label }) => ({
      label: name, detail: about[name] ? kind : label || kind, info: about[name] || undefined,
      apply: kind === "prefix" && next === "PREFIX" ? `${name} <${label}>` : name })),
    ...asked.slice(0, 12).map(({ name, title }) => ({ label: title, detail: "question", apply: () => {
      area.dispatchEvent(new CustomEvent("choose", { detail: name }));
    } }))] } : null;
  }

  const host = document.createElement("div"), root = host.attachShadow({ mode: "open" });
  host.dir = "ltr";
  host.className = "sparql"; // in which "/" is no shortcut of the page
  host.addEventListener("keydown", (event) => event.stopPropagation());
  const own = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value"));
  const label = () => area.getAttribute("aria-label") || area.labels[0]?.textContent || "SPARQL";
  const runKey = { key: "Mod-Enter", run: () => !area.dispatchEvent(new KeyboardEvent("keydown",
    { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true })) };
  // To write over a selection, Chromium inserts elements with a style, which the policy of the page forbids.
  const overwrite = EditorView.domEventHandlers({ beforeinput: (event, { state }) => {
    if (event.inputType !== "insertText" || !event.data || state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  } });
  const view = new EditorView({ doc: area.value, parent: root, root, extensions: [
    history(), bracketMatching(), StreamLanguage.define(sparql), syntaxHighlighting(COLOURS), THEME, overwrite,
    EditorView.lineWrapping, autocompletion({ override: [offer], icons: false, activateOnTypingDelay: 0 }),
    EditorView.contentAttributes.of(() => ({ "aria-label": label(), spellcheck: "false" })),
    keymap.of([runKey, ...completionKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
    EditorView.updateListener.of(({ docChanged }) => { if (docChanged) own.set?.call(area, view.state.doc.toString()); }),
  ] });
  const show = () => {
    const text = own.get?.call(area);
    if (text !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  };
  Object.defineProperty(area, "value", { configurable: true, get: () => own.get?.call(area), set: (text) => {
    own.set?.call(area, text);
    show();
  } });
  area.addEventListener("input", show);
  area.addEventListener("marks", (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    view.dispatch(setDiagnostics(view.state, detail.flatMap(({ severity, message, place }) => {
      const [from, to] = findPlace(area.value, message, place) || [];
      return from === undefined ? [] : [{ severity, message, from, to }];
    })));
  });
  const hadFocus = document.activeElement === area, { selectionStart: anchor, selectionEnd: head } = area;
  Object.assign(area.style, AWAY);
  area.tabIndex = -1;
  area.setAttribute("aria-hidden", "true");
  area.before(host);
  if (hadFocus) view.focus();
  if (hadFocus) view.dispatch({ selection: { anchor, head } });
  return view;
}
