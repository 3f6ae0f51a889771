// The page in a frame of another page: only the picture, with a caption that leads to the whole page. In the frame of a
// notebook, the whole page, which tells the notebook what is selected.

import { mapElement } from "../map/map.js";
import { findItem } from "../map/scene.js";
import { isEmbedded } from "../model/address.js";
import { ENGAGEMENTS, NODES } from "../model/data.js";
import { onChange, state } from "../model/state.js";
import { describeState } from "../text/describe.js";
import { byId, el } from "../text/elements.js";
import { translate } from "../text/text.js";

const isOnline = () => /^https?:/.test(location.href);
const ownFile = () => location.pathname.slice(location.pathname.lastIndexOf("/") + 1);
/** Return the name of the file that the page was opened from, or "" if it has a web address. */
export const fileBeside = () => (isOnline() ? "" : decodeURIComponent(ownFile()));

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Return the HTML that shows the present view in a frame. A page from a file must lie beside the page that shows it. */
export function embedCode() {
  const page = isOnline() ? location.href.split("#")[0] : ownFile();
  const address = `${page}#${[location.hash.slice(1), "embed=yes"].filter(Boolean).join("&")}`;
  const attributes = { src: address, title: document.title, width: "100%", height: "520", loading: "lazy", style: "border:0" };
  return `<iframe ${Object.entries(attributes).map(([name, text]) => `${name}="${escape(text)}"`).join(" ")}></iframe>`;
}

/** Show the caption, and the details of what is selected on the side of the map where they do not cover it. */
function startEmbedded() {
  const choices = el("span", { class: "soft" });
  const whole = el("a", { target: "_blank", rel: "noopener" });
  const caption = el("footer", { class: "caption" }, el("strong", {}, document.title), choices, whole);
  document.body.append(caption);
  onChange((changed) => {
    choices.textContent = describeState();
    whole.textContent = translate("openWhole");
    whole.href = location.href.replace(/([#&])embed=yes$/, (_, sign) => (sign === "#" ? "#" : ""));
    if (!changed.has("selection") || !state.selection) return;
    const item = state.view === "map" ? findItem(state.selection.kind, state.selection.index) : undefined;
    byId("layout").classList.toggle("panel-first", item !== undefined && item.px > mapElement.clientWidth / 2);
  });
}
if (isEmbedded()) startEmbedded();

/** Return the ids of the organisations or engagements that are selected, or else of those in the lasso. */
function selectedIds() {
  const { selection, only } = state;
  if (!selection) return [...only || []].map((node) => NODES.iri[node]);
  const { kind, index } = selection;
  if (kind === "node") return [NODES.iri[index]];
  const engagements = (kind === "stack" && findItem(kind, index)?.engagements) || [index];
  return engagements.map((engagement) => ENGAGEMENTS.iri[engagement]);
}
// Only a page without an address of its own: whoever shows that one holds all of its text, and learns no more from the ids.
if (parent !== window && location.protocol === "about:") {
  onChange((changed) => {
    if (changed.has("selection") || changed.has("only")) parent.postMessage({ selected: selectedIds() }, "*");
  });
}
