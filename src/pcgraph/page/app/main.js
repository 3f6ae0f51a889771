// Starts the page: the modules register for changes in this order, then the address is read.

import { announce } from "./controls/header.js";
import { repaint } from "./map/map.js";
import { isEmbedded, readAddress } from "./model/address.js";
import { change, state } from "./model/state.js";
import { newsLine } from "./panel/watch.js";
import { byId } from "./text/elements.js";
import { translate } from "./text/text.js";
import "./model/level.js";
import "./model/address.js";
import "./controls/header.js";
import "./map/map.js";
import "./map/pointer.js";
import "./map/keyboard.js";
import "./panel/panel.js";
import "./controls/legend.js";
import "./controls/sheet.js";
import "./controls/time.js";
import "./controls/asked.js";
import "./controls/search.js";
import "./views/table.js";
import "./views/board.js";
import "./views/analyse/analyse.js";
import "./save/menu.js";
import "./save/embed.js";
import "./save/print.js";

// What tests, notebooks and the developer console may use: `pcgraph.state`, `pcgraph.change({ … })`.
export * from "./model/data.js";
export * from "./model/state.js";
export * from "./model/level.js";
export * from "./model/filter.js";
export * from "./model/find.js";
export * from "./model/text_index.js";
export * from "./map/map.js";
export * from "./map/scene.js";
export * from "./map/pointer.js";
export * from "./map/lines.js";
export * from "./map/geometry.js";
export { loadBox } from "./question_box/box.js";
export { sparql, turtle } from "./panel/copy.js";
export * from "./save/csv.js";
export * from "./text/describe.js";
export { colours } from "./map/colours.js";
export { STRINGS } from "./text/words.js";
// What the view that answers queries uses besides; see ask/main.js.
export { download } from "./save/download.js";
export { slug } from "./save/file_name.js";
export { bdi, button, byId, el, link } from "./text/elements.js";
export { capitalise, engagementTitle, formatNumber, nodeName, pluralise, translate } from "./text/text.js";
export { normalise } from "./text/tokens.js";

addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, select, textarea, .sparql");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  } else if (/^[1-3]$/.test(event.key) && !typing && state.selection && state.selection.kind === "node") {
    change({ neighbourhood: { node: state.selection.index, hops: Number(event.key) } }, { refit: true });
  } else if (event.key === "0" && !typing && state.neighbourhood) change({ neighbourhood: null }, { refit: true });
}, true);

const NAMED_PARTS = 3; // of an address, in a message of readable length
function followAddress() {
  const unknown = readAddress();
  const parts = unknown.slice(0, NAMED_PARTS).map((part) => (part.length > 50 ? `${part.slice(0, 48)}…` : part));
  if (unknown.length > NAMED_PARTS) parts.push(translate("andMore", unknown.length - NAMED_PARTS));
  if (unknown.length) announce(translate("badAddress", parts.join(translate("comma"))));
}
addEventListener("popstate", followAddress); // this also happens when the reader edits the address
// The address of this link, #stage, must not be read as a state of the page.
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  change({ view: "table" });
  byId("rows").focus();
});

for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
  matchMedia(query).addEventListener("change", () => repaint());
if (matchMedia("(max-width: 900px)").matches) byId("legend-fold").open = false;
document.documentElement.classList.toggle("embedded", isEmbedded());
followAddress();
if (newsLine()) announce(newsLine());
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; }));
