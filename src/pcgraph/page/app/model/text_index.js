// Full-text search over engagements.

import { ENGAGEMENTS } from "./data.js";

/** Return the set of the engagements that contain the words of a text. */
export function matchText(text) {
  const words = text.toLowerCase();
  return new Set(ENGAGEMENTS.label.flatMap((label, engagement) => (label.toLowerCase().includes(words) ? [engagement] : [])));
}
