// The text of a source: known names underlined, passages shaded by state, and a selection that becomes a passage.
// It can be edited only in appearance, so that the caret and Shift with the arrows select without a mouse.

import { el, stateLabel } from "./dom.js";
import { codePoints, pieces, units } from "./offsets.js";

const EDITS = ["beforeinput", "paste", "cut", "drop", "dragover"];

export class TextView {
  /** @param {string} text @param {(span: {start: number, end: number, words: string} | null) => void} selected */
  constructor(text, selected) {
    this.text = text;
    this.mentions = [];
    this.things = {}; // id → label
    this.passages = [];
    this.box = el("div", {
      className: "text", role: "textbox", "aria-multiline": "true", "aria-readonly": "true", tabIndex: 0,
      "aria-label": "Text of the source; select words to cite them", contenteditable: "true", spellcheck: false, dir: "auto",
    });
    for (const kind of EDITS) {
      this.box.addEventListener(kind, (event) => event.preventDefault());
    }
    document.addEventListener("selectionchange", () => {
      const span = this.selection();
      if (span) {
        selected(span);
      }
    });
    this.draw();
  }

  /** The offsets of the selected words in code points; null if nothing of the text is selected. */
  selection() {
    const chosen = document.getSelection();
    if (!chosen || chosen.rangeCount === 0 || chosen.isCollapsed) {
      return null;
    }
    const range = chosen.getRangeAt(0);
    if (!this.box.contains(range.startContainer) || !this.box.contains(range.endContainer)) {
      return null;
    }
    const start = this.offset(range.startContainer, range.startOffset), words = range.toString();
    return words.trim() ? { start, end: start + codePoints(words), words } : null;
  }

  /** The offset in code points of a place in the text. */
  offset(node, at) {
    const before = document.createRange();
    before.setStart(this.box, 0);
    before.setEnd(node, at);
    return codePoints(before.toString());
  }

  /** The place of an offset: a text node, and an offset in it. */
  place(offset) {
    const [wanted] = units(this.text, [offset]), walk = document.createTreeWalker(this.box, NodeFilter.SHOW_TEXT);
    /** @type {Text | null} */
    let last = null;
    let left = wanted;
    for (let node = /** @type {any} */ (walk.nextNode()); node; node = walk.nextNode()) {
      if (left <= node.length) {
        return [node, left];
      }
      left -= node.length;
      last = node;
    }
    return last ? [last, last.length] : [this.box, 0];
  }

  /** Shades a passage, and scrolls to it. */
  show(id) {
    this.box.querySelectorAll(".shown").forEach((each) => each.classList.remove("shown"));
    const parts = [...this.box.querySelectorAll(`[data-passages~="${CSS.escape(id)}"]`)];
    parts.forEach((each) => each.classList.add("shown"));
    parts[0]?.scrollIntoView({ block: "center" });
  }

  /** Draws the text with its marks; the caret and the selection stay where they are. */
  draw() {
    const chosen = document.getSelection();
    const kept = chosen?.anchorNode && this.box.contains(chosen.anchorNode) && this.box.contains(chosen.focusNode)
      ? [this.offset(chosen.anchorNode, chosen.anchorOffset), this.offset(chosen.focusNode, chosen.focusOffset)] : null;
    const marks = [
      ...this.mentions.map((each) => ({ ...each, name: true })),
      ...this.passages.filter((each) => each.span).map((each) => ({ ...each, start: each.span[0], end: each.span[1] })),
    ];
    this.box.replaceChildren(...pieces(this.text, marks).map((piece) => {
      if (!piece.marks.length) {
        return document.createTextNode(piece.text);
      }
      const cited = piece.marks.filter((mark) => !mark.name), named = piece.marks.find((mark) => mark.name);
      const classes = [...cited.map((mark) => mark.state), cited.length && "cited", named && "named"].filter(Boolean);
      const made = el("span", { className: classes.join(" ") });
      made.append(document.createTextNode(piece.text)); // not as HTML, which would change the line ends
      if (cited.length) {
        made.dataset.passages = cited.map((mark) => mark.id).join(" ");
      }
      const name = named && (this.things[named.id] ?? named.id);
      const about = [name, ...cited.map((mark) => `cited, ${stateLabel(mark.state)}`)].filter(Boolean);
      made.title = about.join("; ");
      return made;
    }));
    if (chosen && kept) {
      const [anchor, focus] = kept.map((offset) => this.place(offset));
      chosen.setBaseAndExtent(anchor[0], anchor[1], focus[0], focus[1]);
    }
  }
}
