// Hands a file to the reader.

import { el } from "../text/elements.js";

/** Let the browser save a Blob under a name. */
export function download(blob, name) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
