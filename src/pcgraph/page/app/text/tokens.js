// The words of a text as the search compares them, in any script.

import { normalise } from "./normalise.js";
import { STRINGS } from "./words.js";

export { normalise, stripControls } from "./normalise.js";

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
// These scripts have no spaces between words. Their characters are searched in pairs.
const UNSPACED = /([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+)/u;
// Letters that an Arabic keyboard writes in another way than an Urdu one: yeh, kaf, heh.
const URDU_LETTERS = { "\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9", "\u0647": "\u06c1", "\u0629": "\u06c1" };

const fold = (word) => normalise(word.replace(/['’]s$/, "")).replace(/['’]/g, "").replace(/[\u0643\u0647\u0629\u0649\u064a]/g,
  (letter) => URDU_LETTERS[letter]);

/** Return the words of a text with the spelling that each has there: [[word, spelling], …]. */
export function spelledWords(text, isQuery = false) {
  const found = [];
  for (const spelling of text.match(WORD) || []) {
    if (/^[A-Za-z0-9]+$/.test(spelling)) { // most words of a large page: no need to fold them
      found.push([spelling.toLowerCase(), spelling]);
      continue;
    }
    const word = fold(spelling);
    for (const part of word.split(UNSPACED)) {
      const letters = [...part];
      if (!UNSPACED.test(part) || letters.length === 1) found.push([part, spelling]);
      else {
        const pairs = letters.map((letter, place) => letter + (letters[place + 1] || ""));
        for (const pair of isQuery ? pairs.slice(0, -1) : pairs) found.push([pair, spelling]);
      }
    }
  }
  return found.filter(([word]) => word);
}

/** Return the words of a text that the index holds. */
export const tokenise = (text) => spelledWords(text).map(([word]) => word);
/** Return the words of what a reader looks for. */
export const queryWords = (text) => spelledWords(text, true).map(([word]) => word);
/** Return whether a word is written in a script without spaces between words. */
export const isUnspaced = (word) => UNSPACED.test(word);

const smallWords = new Set(Object.values(STRINGS).flatMap((texts) => queryWords(texts.smallWords || "")));
/** Return whether a word, such as "of", says nothing about what is looked for. */
export const isSmall = (word) => smallWords.has(word);

/** Return the number of changes between two words: letters added, left out, replaced, or two of them swapped. */
export function spellingDistance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
