// The texts of the interface, by language. English is part of the program; the page holds the other languages that it offers.
// A missing text falls back to English. Counted words have a singular and a plural, separated by a bar; {0}, {1} … are filled in.

import en from "./words/en.json" with { type: "json" };

export const STRINGS = { en, ...JSON.parse(document.getElementById("words")?.textContent || "{}") };
