// The filter by words. The model knows no texts of the interface, so the search (find/find.js) says what contains the words.

let match = (_text) => new Set();

/**
 * Let a function say which engagements contain the words of a text.
 * @param {(text: string) => Set<number>} matcher
 */
export const useMatcher = (matcher) => { match = matcher; };

/** Return the set of the engagements that contain the words of a text. */
export const engagementsWithText = (text) => match(text);
