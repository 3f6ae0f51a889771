// The menu with which readers take away what they see.

import { byId } from "../text/elements.js";
import { saveCsv, savePng, saveSvg } from "./export.js";

const FORMATS = { png: savePng, svg: saveSvg, csv: saveCsv };

function setMenuOpen(open) {
  byId("save").setAttribute("aria-expanded", String(open));
  byId("save-menu").hidden = !open;
}
byId("save").addEventListener("click", () => setMenuOpen(byId("save-menu").hidden));
byId("save").parentElement.addEventListener("focusout", ({ relatedTarget }) => {
  if (!byId("save").parentElement.contains(relatedTarget)) setMenuOpen(false);
});
for (const [format, save] of Object.entries(FORMATS)) {
  byId(`save-${format}`).addEventListener("click", () => {
    setMenuOpen(false);
    byId("save").focus();
    save();
  });
}
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || byId("save-menu").hidden) return;
  event.stopImmediatePropagation();
  setMenuOpen(false);
  byId("save").focus();
}, true);
