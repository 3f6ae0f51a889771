// The menu with which readers take away what they see.

import { announce } from "../controls/header.js";
import { DATA } from "../model/data.js";
import { onChange, state } from "../model/state.js";
import { byId } from "../text/elements.js";
import { formatNumber, pluralise, translate } from "../text/text.js";
import { saveAnswer, saveEngagements, saveParties } from "./csv.js";
import { embedCode, fileBeside } from "./embed.js";
import { savePdf, savePng, saveSvg } from "./formats.js";
import { isPicture } from "./picture.js";

const PICTURES = { png: savePng, svg: saveSvg, pdf: savePdf };
/** Return the answer that is open, or null. */
const openAnswer = () => (state.answer === null || state.selection ? null : DATA.answers[state.answer]);
const ACTIONS = { ...PICTURES, csv: saveTable, parties: saveParties };
const saving = /** @type {HTMLElement} */ (byId("save").parentElement); // the button with its menu
const code = /** @type {HTMLTextAreaElement} */ (byId("embed-code"));

/** Save the answer that is open, or else the engagements. If the page holds only some rows of the answer, say so. */
function saveTable() {
  const answer = openAnswer();
  if (!answer) return saveEngagements();
  saveAnswer(answer);
  const { rows, count, command } = answer;
  if (rows.length < count) announce(`${pluralise(count, "row")}${translate("answerFirst", formatNumber(rows.length))} ${
    translate("answerAll")} ${command}`);
}

function setMenuOpen(open) {
  byId("save").setAttribute("aria-expanded", String(open));
  byId("save-menu").hidden = !open;
  code.hidden = true;
  // A table is no picture, and neither is an answer.
  const answer = openAnswer();
  for (const format of Object.keys(PICTURES)) byId(`save-${format}`).hidden = open && (answer !== null || !isPicture());
  byId("save-parties").hidden = answer !== null;
  byId("save-csv").textContent = translate(answer ? "saveAnswer" : "saveCsv");
}

function closeMenu() {
  setMenuOpen(false);
  byId("save").focus();
}

/** Copy the code that embeds the page. If the browser refuses, show the code, selected. */
async function copyEmbedCode() {
  code.value = embedCode();
  try {
    if (self !== top) throw new Error("a page in a frame may not use the clipboard");
    await navigator.clipboard.writeText(code.value);
    closeMenu();
    announce(fileBeside() ? translate("embedBeside", fileBeside()) : translate("copied"));
  } catch {
    code.hidden = false;
    code.focus();
    code.select();
    announce(translate("copyByHand"));
  }
}

byId("save").addEventListener("click", () => setMenuOpen(byId("save-menu").hidden));
saving.addEventListener("focusout", ({ relatedTarget }) => {
  if (!saving.contains(/** @type {Node} */ (relatedTarget))) setMenuOpen(false);
});
for (const [format, save] of Object.entries(ACTIONS)) {
  byId(`save-${format}`).addEventListener("click", () => {
    closeMenu();
    save();
  });
}
byId("copy-embed").addEventListener("click", copyEmbedCode);
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || byId("save-menu").hidden) return;
  event.stopImmediatePropagation();
  closeMenu();
}, true);
onChange((changed) => { if (changed.has("view")) setMenuOpen(false); });
