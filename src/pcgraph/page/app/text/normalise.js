// Texts as they are compared, whatever their script.

// Remove control characters and direction marks. A direction mark could reverse a label on the canvas.
export const stripControls = (text) => text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "");

/** Return a text normalised for search, in any script: lower case, without accents, in compatibility form. */
export const normalise = (text) => stripControls(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
