// What sources contradict each other about.

import { ENGAGEMENTS } from "../model/data.js";
import { formatDate } from "../text/dates.js";
import { el } from "../text/elements.js";
import { termLabel, translate } from "../text/text.js";
import { sourceLine } from "./evidence.js";
import { dataText, longList, propertyName, soft } from "./parts.js";

const DATE_PROPERTIES = new Set(["date", "starts", "ends", "expected"]);

/** Return what a dispute is about, with the step if it is about one. */
function disputeName(engagement, { what, step }) {
  const found = step && ENGAGEMENTS.steps[engagement].find((each) => each[6] === step);
  return el("strong", {}, propertyName(what), found ? ` (${termLabel("status", found[0])})` : "");
}

/** Create one value of a dispute with who says so. A sum stands with its currency. */
function disputedValue({ what, believed }, [value, sources]) {
  const isAccepted = value === believed;
  return el("li", { class: isAccepted ? "holds" : null },
    el("span", {}, DATE_PROPERTIES.has(what) ? el("span", {}, formatDate(value)) : dataText(value), " ",
      el("span", { class: "chip" }, translate(isAccepted ? "believed" : "notBelieved"))),
    longList(sources, (source) => soft(sourceLine(source)), { limit: 4, class: "sayers" }));
}

/** Create the section on contradictions between sources: all values, the believed one, and the reason. */
export function disputeSection(engagement) {
  const disputes = ENGAGEMENTS.disputes[engagement];
  if (!disputes.length) return "";
  return el("section", { class: "disputed" }, el("h3", {}, translate("disputed")),
    ...disputes.map((dispute) => el("div", { class: "dispute" }, el("p", {}, disputeName(engagement, dispute)),
      el("ul", {}, ...dispute.values.map((value) => disputedValue(dispute, value))),
      el("p", { class: "soft" }, ...(dispute.verdict ? [`${translate("verdictReason")} `, dataText(dispute.verdict)]
        : [translate("verdictOpen")])))));
}
