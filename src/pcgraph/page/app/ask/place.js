// Where a message about a query points.

import { tokens } from "./context.js";

/** Return where a message about a text points: at a line and a column, at a piece of the text that it quotes, or at a term. */
export function findPlace(text, message, place) {
  const [line, column] = place || /(?:\bline |^query:)(\d+)(?:,? column |:)(\d+)/i.exec(message)?.slice(1) || [];
  if (line) {
    const lines = text.split("\n"), from = lines.slice(0, Number(line) - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const start = Math.min(text.length, from + Number(column) - 1);
    return [start, start + (/^[?$]?[\w:.-]+|^./.exec(text.slice(start))?.[0].length ?? 0)];
  }
  const [, piece] = [...message.matchAll(/`([^`]+)`/g)].find((each) => text.includes(each[1])) || [];
  if (piece) return [text.indexOf(piece), text.indexOf(piece) + piece.length];
  const terms = tokens(text).filter(({ kind, text: term }) => ["short", "variable", "iri"].includes(kind) && term.length > 1);
  const found = tokens(message).map((each) => terms.find((term) => term.text === each.text)).find(Boolean);
  return found ? [found.at, found.at + found.text.length] : null;
}
