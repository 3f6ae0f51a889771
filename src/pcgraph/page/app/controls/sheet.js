// On a phone, the legend lies below the map. The button "Filters" at the map opens it as a sheet over the lower half of the
// screen, so that the reader sees what a choice changes. On wide screens the button is hidden and the legend always visible.

import { countRestrictions } from "../model/filter.js";
import { onChange, state } from "../model/state.js";
import { byId, bySelector } from "../text/elements.js";
import { formatNumber, translate } from "../text/text.js";

const legend = bySelector(".legend");
const fold = byId("legend-fold");
const opener = byId("filters");
const isOpen = () => legend.classList.contains("sheet");

function setSheet(open) {
  legend.classList.toggle("sheet", open);
  opener.setAttribute("aria-expanded", String(open));
  fold.open = open;
  if (open) {
    legend.scrollTop = 0;
    byId("stage").scrollIntoView(); // the upper half of the screen shows what is filtered
    bySelector("summary", fold).focus({ preventScroll: true });
  } else if (legend.contains(document.activeElement)) opener.focus({ preventScroll: true });
}

opener.addEventListener("click", () => setSheet(!isOpen()));
fold.addEventListener("toggle", () => { if (!fold.open && isOpen()) setSheet(false); });
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isOpen()) return;
  event.preventDefault(); // the panel stays open
  setSheet(false);
}, true);

onChange((changed) => {
  if (changed.has("shown") || changed.has("language")) {
    const count = countRestrictions();
    opener.textContent = count ? translate("filtersSet", formatNumber(count)) : translate("filters");
  }
  if (changed.has("selection") && state.selection && isOpen()) setSheet(false); // the panel opens in the same place
});
