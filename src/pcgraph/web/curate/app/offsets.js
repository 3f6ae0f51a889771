// Counts characters as Python does: a character outside of the first plane, such as 😀, is one and not two.

/** @param {string} text @returns {number} code points */
export function codePoints(text) {
  let found = 0;
  for (let at = 0; at < text.length; found += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

/**
 * Returns the places in a string of some offsets in code points.
 * @param {string} text @param {number[]} offsets in ascending order
 * @returns {number[]}
 */
export function units(text, offsets) {
  const found = [];
  let at = 0, counted = 0;
  for (const offset of offsets) {
    while (counted < offset && at < text.length) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      counted += 1;
    }
    found.push(at);
  }
  return found;
}

/**
 * Cuts a text where marks begin or end.
 * @param {string} text
 * @param {{start: number, end: number}[]} marks offsets in code points; they may overlap
 * @returns {{text: string, marks: any[]}[]} pieces that make up the whole text
 */
export function pieces(text, marks) {
  const cuts = [...new Set([0, Infinity, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const at = units(text, cuts);
  const found = [];
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const piece = text.slice(at[n], at[n + 1]);
    if (piece) {
      found.push({ text: piece, marks: marks.filter((mark) => mark.start <= cuts[n] && mark.end >= cuts[n + 1]) });
    }
  }
  return found;
}
