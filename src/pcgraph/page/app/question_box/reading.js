// One way to understand a text, and how two of them are compared, as in pcgraph.query.questions.question_box.reading.

/** Whether two plain values hold the same. */
export const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
export const compare = (a, b) => (a < b ? -1 : Number(a > b));
/** Create a reading. */
export const reading = (kind, answer, used, chosen = new Map(), bias = 0, rivals = []) => ({ kind, answer, used, chosen, bias,
  rivals, score: 0 });
/** Whether a title has each of some words. */
export const isWithin = (words, title) => words.every((word) => title.has(word));
