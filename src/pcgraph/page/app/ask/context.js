// What stands in a query, as far as an unfinished text says it: its tokens, its triples, and where the next word is.

const NAMES = ["comment", "iri", "string", "variable", "language", "short", "word", "number", "sign"];
const TOKEN = new RegExp([/(#[^\n]*)/, /(<[^<>\s"{}|^`\\]*>)/, /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/, /([?$]\w+)/,
  /(@[A-Za-z-]+)/, /((?:[A-Za-z][\w-]*)?:(?:[\w%-]|\.(?=[\w%-]))*)/, /([A-Za-z_]\w*)/, /(\d[\d.eE]*)/,
  /(\^\^|&&|\|\||!=|<=|>=|[{}()[\];,.*/|^!=<>+\-?])/].map(({ source }) => source).join("|"), "gu");

/** Return the tokens of a text as { kind, text, at }, without comments. */
export const tokens = (text) => [...text.matchAll(TOKEN)].filter(([, comment]) => comment === undefined)
  .map((match) => ({ kind: NAMES[match.slice(1).findIndex((part) => part !== undefined)], text: match[0], at: match.index }));

const isTerm = ({ kind }) => ["iri", "string", "variable", "short", "number"].includes(kind);

/**
 * Return where a list of tokens ends: `mode` is "head" (of the query), "select" (inside a group), "group", "expression" or
 * "values"; in a group, `place` is "subject", "property", "value" or "end", and `subject` and `property` are those of the triple.
 * `inSource` says whether GRAPH or FROM holds, and `triples` are all triples with a variable until there.
 * @returns {any}
 */
export function readContext(list) {
  const triples = [];
  /** @type {any[]} */
  const stack = [{ mode: "head" }];
  const group = (more) => ({ mode: "group", place: "subject", subject: null, property: null, ...more });
  let isClosed = false, hasFrom = false;
  list.forEach((token, index) => {
    const { text, kind } = token, word = kind === "word" && text !== "a" ? text.toUpperCase() : "";
    const top = /** @type {any} */ (stack.at(-1)), inGroup = top.mode === "group";
    if (text === "{") {
      stack.push(top.next === "VALUES" ? { mode: "values", variable: top.variable }
        : group({ inSource: top.inSource || top.opens || hasFrom }));
      top.next = top.opens = null;
    } else if (text === "}") {
      if (stack.length > 1) stack.pop();
      if (stack.at(-1).mode === "select") stack.pop();
      const outer = stack.at(-1);
      if (outer.mode === "group") Object.assign(outer, { place: "subject", subject: null, property: null });
      else isClosed = true;
    } else if (text === "(") {
      if (inGroup && top.place === "property") return; // of a path
      if (top.mode !== "values") stack.push({ mode: top.next === "VALUES" ? "names" : "expression", variable: top.variable });
    } else if (text === ")") {
      if (["expression", "names"].includes(top.mode)) stack.pop();
    } else if (top.mode === "expression") {
      if (kind === "variable") top.variable = text;
    } else if (word && !["TRUE", "FALSE"].includes(word)) {
      if (word === "SELECT" && inGroup) stack.push({ mode: "select", inSource: top.inSource });
      else top.next = ["VALUES", "GRAPH", "FROM"].includes(word) ? word : word === "NAMED" ? top.next : null;
    } else if (top.next === "FROM" && isTerm(token)) {
      hasFrom ||= text !== "g:current";
      top.next = null;
    } else if (!inGroup) return;
    else if (top.next === "VALUES" && kind === "variable") top.variable = text;
    else if (top.next === "GRAPH" && isTerm(token)) Object.assign(top, { next: null, opens: text !== "g:current" });
    else readPattern(top, token, index);
  });
  return { inSource: hasFrom, ...stack.at(-1), triples, isClosed };

  function readPattern(top, token, index) {
    const { text } = token, isNode = isTerm(token) || text === "a";
    if (text === "]") return void (stack.length > 1 && stack.pop());
    if (text === "[") {
      const node = `[${index}`;
      if (top.place === "value") triples.push([top.subject, top.property, node]);
      top.place = top.place === "subject" ? "property" : "end";
      top.subject ??= node;
      return void stack.push(group({ inSource: top.inSource, subject: node, place: "property" }));
    }
    if (text === ".") Object.assign(top, { place: "subject", subject: null, property: null });
    else if (text === ";") Object.assign(top, { place: "property", property: null });
    else if (text === ",") top.place = "value";
    else if (top.place === "property" && text === "^") top.isInverse = true;
    else if (top.place === "value" && ["/", "|"].includes(text)) {
      Object.assign(top, { place: "property", through: text === "/" ? top.property : null });
    } else if (!isNode || top.place === "value" && ["*", "+", "?"].includes(text)) return;
    else if (top.place === "property") Object.assign(top, { property: text === "a" ? "rdf:type" : text, place: "value" });
    else if (top.place === "value") {
      const subject = top.through ? null : top.subject;
      triples.push(top.isInverse ? [text, top.property, top.subject] : [subject, top.property, text]);
      Object.assign(top, { place: "end", through: null, isInverse: false });
    } else Object.assign(top, { subject: text, property: null, place: "property" });
  }
}
