// The promise board: rows are parties or papers, time runs across, and each engagement is a bar from its announcement to its
// last step.

import { byId } from "../text/elements.js";

const boardElement = byId("board");
export function buildBoard() {
  boardElement.replaceChildren();
}
