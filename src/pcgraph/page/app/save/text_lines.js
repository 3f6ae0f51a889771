// Lines of text in a picture: where they break.

import { textWidth } from "../map/names.js";
import { stripControls } from "../text/tokens.js";

// A line may break after a space and around each Chinese sign.
const PIECES = /[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]*\s+|[^\s\u3000-\u9fff\uff00-\uffef]+/gu;

/** Return a text in lines that are at most `width` pixels wide. A word that is wider, such as an address, is broken. */
export function breakLines(text, width, size, weight = 400) {
  const fits = (line) => textWidth(line.trimEnd(), weight, size) <= width;
  const lines = [""];
  for (const piece of stripControls(text).match(PIECES) || []) {
    if (fits(lines.at(-1) + piece)) lines[lines.length - 1] += piece;
    else if (fits(piece)) lines.push(piece);
    else {
      for (const sign of piece) {
        if (fits(lines.at(-1) + sign)) lines[lines.length - 1] += sign;
        else lines.push(sign);
      }
    }
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}
