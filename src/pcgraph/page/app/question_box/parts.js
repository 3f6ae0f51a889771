// The parts of a text that an answer regards, as the pages list them: those that are not understood are not among them.

/**
 * Return the parts of a text that were understood. Parts of one date that stand beside each other are one part.
 * @param {string} text
 * @param {{ understood: any[], not_understood: string[] }} result
 */
export function partsOf(text, { understood, not_understood: left }) {
  const parts = [];
  for (const part of understood.filter((each) => !left.includes(each.text))) {
    const before = parts.at(-1);
    const isSameDate = before?.role === "date" && part.role === "date" && !text.slice(before.end, part.start).trim();
    if (isSameDate) parts[parts.length - 1] = { ...before, end: part.end, text: text.slice(before.start, part.end) };
    else parts.push(part);
  }
  return parts;
}
