// The page in a frame of another page: only the picture, with a caption that leads to the whole page.

import { mapElement } from "../map/map.js";
import { findItem } from "../map/scene.js";
import { isEmbedded } from "../model/address.js";
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
