// Why an answer is empty: the part of the query that leaves nothing, in the words of `pcgraph.query.hints`, of which this is a
// small part. Where in doubt, it says nothing.

import { tokens } from "./context.js";

const MOST_VALUES = 3000; // that are compared with what was written
const ORDER = ["filter", "minus", "bind", "values", "triple", "group", "optional"]; // which of several parts is named
const STARTS = /^(FILTER|BIND|VALUES|MINUS|OPTIONAL|GRAPH|\{)$/i, FRESH = "?pcgraph_value";
const COUNTED = /\b(COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT)\s*\(/i;
const NUMBER = /#(integer|decimal|double)$/, NAMES = "rdfs:label|pcg:isoCode|skos:prefLabel|skos:altLabel";
const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
const TAGGED = "the values have a language tag";
const CLOSING = { "{": "}", "(": ")", "[": "]" };
const variables = (text) => tokens(text).filter(({ kind }) => kind === "variable").map((each) => each.text.slice(1));

const textOf = ({ subject, said }) => (subject ? `${subject} ${said}\n.` : `${said}\n`);

/** Return what stands before and in the outermost group of a query, and after it; null if the text is not understood. */
export function readParts(text) {
  const list = tokens(text), word = (at) => list[at]?.text.toUpperCase() ?? "", end = (at) => list[at].at + list[at].text.length;
  /** Return the number of the token after the one at a place, or after the bracket that closes it. */
  const skip = (at) => {
    const closing = CLOSING[word(at)];
    let next = at + 1;
    while (closing && next < list.length && word(next) !== closing) next = skip(next);
    return closing ? next + 1 : next;
  };
  const first = list.findIndex(({ text: each }) => /^(SELECT|ASK|CONSTRUCT)$/i.test(each));
  let open = word(first) === "CONSTRUCT" ? skip(first + 1) : first + 1, from = 0;
  for (; open < list.length && word(open) !== "{"; open = skip(open)) if (word(open) === "FROM") from ||= open;
  const close = open < list.length ? skip(open) - 1 : 0, parts = [], tail = [];
  if (first < 0 || word(close) !== "}" || /"""|'''/.test(text)) return null;
  const add = (into, kind, start, next, subject = "") => {
    const said = text.slice(list[start].at, end(next - 1)), plain = said.replace(/\s#.*$/gm, "").replace(/\s+/g, " ");
    const all = variables(`${subject} ${said}`), isTest = kind === "filter" || kind === "minus";
    into.push({ kind, at: list[start].at, said, subject, text: textOf({ subject, said }),
      shown: plain.length <= 80 ? plain : `${plain.slice(0, 77)}…`,
      binds: isTest ? [] : kind === "bind" ? all.slice(-1) : all, uses: isTest ? all : kind === "bind" ? all.slice(0, -1) : [] });
  };
  for (let at = open + 1; at < close;) {
    const start = at, key = word(at);
    if (key === "SELECT" || key === "SERVICE") return null;
    if (key === ".") at += 1;
    else if (STARTS.test(key)) {
      if (key === "VALUES") at = skip(at + 1);
      while (!CLOSING[word(at)] && at < close) at += 1;
      at = skip(at);
      while (word(at) === "UNION") at = skip(at + 1);
      add(parts, /^[G{]/.test(key) ? "group" : key.toLowerCase(), start, at);
    } else {
      let begin = at = skip(at);
      const subject = text.slice(list[start].at, end(at - 1));
      const isEnd = () => at >= close || STARTS.test(word(at)) || word(at) === ".";
      if (isEnd()) return null;
      for (; begin < at || !isEnd(); at = skip(at)) {
        if (!isEnd() && word(at) !== ";") continue;
        if (at > begin) add(parts, "triple", begin, at, subject);
        begin = at + 1;
        if (isEnd()) break;
      }
    }
  }
  const cuts = list.flatMap((_, at) => (at > close && /^(GROUP|HAVING|ORDER|LIMIT|OFFSET|VALUES)$/.test(word(at)) ? [at] : []));
  cuts.forEach((at, number) => add(tail, word(at).toLowerCase(), at, cuts[number + 1] ?? list.length));
  return { prologue: text.slice(0, list[first].at), form: word(first), head: text.slice(end(first), list[open].at), parts, tail,
    dataset: from ? text.slice(list[from].at, list[open].at) : "" };
}

/** Return each literal, number and IRI of a text as { from, to, text }: its place, and what it reads like. */
function constants(text) {
  const list = tokens(text);
  return list.flatMap(({ kind, text: piece, at }, number) => {
    const [next, type] = list.slice(number + 1), before = list[number - 1]?.text;
    const isCall = kind === "short" && next?.text === "(";
    if (!["string", "number", "iri", "short"].includes(kind) || before === "^^" || isCall) return [];
    const last = kind !== "string" ? null : next?.kind === "language" ? next : next?.text === "^^" ? type : null;
    const plain = kind === "string" ? piece.slice(1, -1) : kind === "number" ? piece : piece.replace(/>$/, "");
    return [{ kind, from: at, to: last ? last.at + last.text.length : at + piece.length, plain,
      local: kind === "number" ? plain : plain.replace(/^.*[/#:](?=.)/, "") }];
  });
}

/**
 * Return one line about an empty answer, or "". `find` returns what a query finds: { boolean, rows: bindings }; it throws if
 * there is no time left. `unknown` says whether a part has a hint already, and `shorten` writes an IRI as a short one.
 */
export function whyEmpty(text, isEmpty, { find, unknown, shorten }) {
  const query = readParts(text);
  if (!query || query.tail.some(({ kind }) => kind === "values")) return "";
  const { prologue, form, head, dataset, tail } = query, bound = new Set(query.parts.flatMap(({ binds }) => binds));
  const isGrouped = tail.some(({ kind }) => kind === "group");
  if (!isEmpty && (form !== "SELECT" || isGrouped || !COUNTED.test(head))) return "";
  const parts = query.parts.filter((part) => !unknown(`${prologue} ASK { ${part.text} }`));
  const asked = (start, kept, { instead = /** @type {any} */ (null), more = "", end = "" } = {}) => {
    const here = new Set(kept.flatMap(({ binds }) => binds)); // a condition on what is left out says nothing
    const pieces = kept.filter(({ uses }) => uses.every((name) => here.has(name) || !bound.has(name)))
      .map((part) => (part === instead?.part ? instead.text : part.text));
    return find(`${prologue} ${start} ${dataset} { ${pieces.join(" ")} ${more} } ${end}`);
  };
  const matches = (kept, instead) => asked("ASK", kept, { instead }).boolean;
  const valuesOf = (name, kept, more = {}, most = MOST_VALUES) => asked(`SELECT DISTINCT ${name}`, kept,
    { ...more, end: `LIMIT ${most}` }).rows.map((row) => row[name.slice(1)]).filter(Boolean);
  const written = (term) => {
    if (term.type === "uri") return shorten(term.value) === term.value ? `<${term.value}>` : shorten(term.value);
    if (term["xml:lang"]) return `${JSON.stringify(term.value)}@${term["xml:lang"]}`;
    const type = shorten(term.datatype || XSD_STRING);
    if (/:(integer|decimal)$/.test(type)) return term.value;
    return JSON.stringify(term.value) + (type === "xsd:string" ? "" : `^^${type}`);
  };
  const listed = (values) => (values.length ? `; values are such as ${values.map(written).join(", ")}` : "");
  const place = ({ at }) => {
    const before = text.slice(0, at).split("\n");
    return `query:${before.length}:${before.at(-1).length + 1}`;
  };
  const line = (part, rest) => `${place(part)}: ${part.shown} ${
    part.kind === "triple" || part.kind === "values" ? "matches" : "leaves"} nothing${rest}`;

  if (matches(parts)) { // the only modifier that can leave nothing
    const blamed = tail.filter(({ kind, said }) => kind === "having" || kind === "offset" || /^LIMIT\s+0+$/i.test(said));
    if (blamed.length !== 1 || parts.length < query.parts.length || form !== "SELECT" || !isEmpty) return "";
    return line(blamed[0], { having: "", offset: ": there are fewer rows; write a smaller OFFSET",
      limit: ": a limit of 0 asks for no rows; write LIMIT 10" }[blamed[0].kind]);
  }
  const [part, ...others] = conflict(parts, (kept) => matches(kept)).sort((first, second) =>
    ORDER.indexOf(first.kind) - ORDER.indexOf(second.kind) || second.at - first.at);
  if (!part || part.kind === "optional" || /^FILTER\s*\(\s*false\s*\)$|^VALUES.*\{\s*\}$/i.test(part.said)) return "";
  const beside = parts.filter((each) => others.includes(each)); // in their order, for BIND
  try {
    for (const [said, changed] of proposals()) {
      const isFound = () => matches(parts, { part, text: textOf({ ...part, said: changed }) });
      if (changed !== part.said && isSound(isFound)) return line(part, `: ${said}`);
    }
    if (form !== "ASK") return line(part, whatElse());
  } catch { /* no time is left, or the engine refuses */ }
  return form === "ASK" ? "" : line(part, ""); // for ASK, no may be the answer

  /** Yield what may have been meant: what to say, and the part in other words. */
  function* proposals() {
    const given = constants(part.said), used = [...new Set(variables(part.said))];
    if (part.kind === "triple") {
      const node = given.at(-1), path = node && part.said.slice(0, node.from);
      if (!node || node.to < part.said.length || !path.trim()) return;
      const found = meant(node, FRESH, beside, `${part.subject} ${path} ${FRESH} .`);
      if (found) yield [`${found.how}; write ${found.term}`, path + found.term];
    }
    if (!["filter", "bind", "values"].includes(part.kind)) return;
    for (const name of used.filter((each) => beside.some(({ binds }) => binds.includes(each))).map((each) => `?${each}`)) {
      for (const { from, to, ...node } of given) {
        const found = meant({ ...node, from, to }, name, beside), either = part.kind === "filter" ? ` or STR(${name})` : "";
        if (found) yield [`${found.how} (of ${name}); write ${found.term}${found.how === TAGGED ? either : ""}`,
          part.said.slice(0, from) + found.term + part.said.slice(to)];
      }
      const values = valuesOf(name, beside), types = new Set(values.map(({ datatype = "" }) => datatype.replace(/^.*#/, "")));
      const replaced = (convert) => given.reduceRight(([said, one], node) => {
        const term = node.kind === "string" || node.kind === "number" ? convert(node) : "";
        return term ? [said.slice(0, node.from) + term + said.slice(node.to), term] : [said, one];
      }, [part.said, ""]);
      const wrapped = (call) => part.said.replaceAll(new RegExp(`[?$]${name.slice(1)}\\b`, "g"), call);
      if (types.has("integer") || types.has("decimal")) {
        const [said, one] = replaced(({ plain }) => (/^-?\d+(\.\d+)?$/.test(plain) ? plain : ""));
        yield [`${name} is a number; write ${one} without quotation marks`, said];
      }
      if (types.has("date")) {
        const [said, one] = replaced(({ plain }) => plain.replace(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$|^.*$/,
          (_, year, month = "01", day = "01") => (year ? `"${year}-${month}-${day}"^^xsd:date` : "")));
        yield [`${name} is a date; write ${one}`, said];
        yield [`${name} is a date; write YEAR(${name})`, wrapped(`YEAR(${name})`)];
        yield [`${name} is a date, not a text; write STR(${name})`, wrapped(`STR(${name})`)];
      }
      const isTagged = values.some((value) => value["xml:lang"]);
      const what = isTagged ? "has a language tag" : "is a thing, not a text";
      if (!isTagged && !values.some(({ type }) => type === "uri")) continue;
      yield [`${name} ${what}; write its IRI without quotation marks`, part.said.replace(/(["'])([\w.-]*:[\w.-]+)\1/g, "$2")];
      if (!/\bSTR\s*\(/i.test(part.said)) yield [`${name} ${what}; write STR(${name})`, wrapped(`STR(${name})`)];
    }
  }

  /** Return the value of a variable that was probably meant by a constant, and how it differs. */
  function meant(node, name, kept, more = "") {
    const values = valuesOf(name, kept, { more }), here = part.said.slice(node.from, node.to);
    const isThing = ({ type }) => type === "uri";
    const isText = node.kind === "string" || node.kind === "number", isWord = /\p{L}/u.test(node.local);
    const reads = (value) => (isThing(value) ? value.value.replace(/^.*[/#](?=.)/, "") : value.value);
    const plain = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const rank = (value) => (reads(value) === node.local ? 0 : 2) + (/^(en|)$/.test(value["xml:lang"] ?? "") ? 0 : 1);
    let like = values.filter((value) => (isWord ? plain(reads(value)) === plain(node.local)
      : reads(value) === node.local || Number(reads(value)) === Number(node.local)));
    if (!like.length && isWord && values.some(isThing)) {
      like = valuesOf(name, kept, { more: `${more} ${name} ${NAMES} ${FRESH}_name FILTER(LCASE(STR(${FRESH}_name)) = ${
        JSON.stringify(node.local.toLowerCase())})` }, 1);
    }
    const [value] = like.filter((each) => written(each) !== here && each.type !== "bnode")
      .sort((first, second) => rank(first) - rank(second));
    if (!value) return null;
    const type = shorten(value.datatype || XSD_STRING), term = written(value), isSame = reads(value) === node.local;
    // A date of EDTF is a text, and the order of texts is not that of time.
    const isOrdered = tokens(part.said).some(({ text: sign }) => /^[<>]=?$/.test(sign));
    if (isOrdered && type === "xsd:string" && !value["xml:lang"]) return null;
    if (isThing(value)) return { term, how: isText ? "the values are things, not texts" : "the value is another thing" };
    if (!isText) return { term, how: "the values are texts, not things" };
    if (!isSame) return { term, how: isWord ? "capitals and signs count" : `the number is ${type}` };
    const tag = value["xml:lang"], isTagged = /@[\w-]+$/.test(here);
    return { term, how: tag ? isTagged ? "the value has another language tag" : TAGGED
      : isTagged ? "the values have no language tag" : NUMBER.test(value.datatype) ? "the values are numbers"
        : `the values have the type ${type}` };
  }

  /** Return the end of a line that blames a part without knowing what was meant. */
  function whatElse() {
    const names = [...new Set(others.slice(0, 3).map(({ shown }) => shown))].join(" and "), node = constants(part.said).at(-1);
    if (part.kind === "triple" && !others.length && node && node.to === part.said.length) {
      return listed(valuesOf(FRESH, [], { more: `${part.subject} ${part.said.slice(0, node.from)} ${FRESH} .` }, 3));
    }
    const unbound = part.kind === "filter" && !/EXISTS/i.test(part.said)
      ? part.uses.find((name) => !bound.has(name)) : "";
    if (unbound) return `: ?${unbound} is bound nowhere; bind it in a pattern`;
    if (part.kind === "filter" && others.every(({ kind }) => kind !== "filter")) {
      const name = part.uses.find((each) => bound.has(each)), values = name ? valuesOf(`?${name}`, beside, {}, 3) : [];
      return listed(values).replace("values", `values of ?${name}`);
    }
    return names && ` together with ${names}`;
  }
}

/** Return what a test says, or false if it cannot be made, as of a proposal that is no SPARQL. */
function isSound(test) {
  try {
    return test();
  } catch {
    return false;
  }
}

/** Return the fewest parts that together match nothing: without any of them, the rest matches something. */
function conflict(parts, matches) {
  const alone = parts.find((part) => /^(triple|values)$/.test(part.kind) && !matches([part]));
  const order = [...parts].sort((first, second) => Number(second.kind === "optional") - Number(first.kind === "optional"));
  return alone ? [alone] : order.reduce((kept, part) => {
    const rest = kept.filter((each) => each !== part);
    return matches(rest) ? kept : rest;
  }, parts);
}
