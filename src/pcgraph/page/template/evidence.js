"use strict";
// The evidence for a tie or an engagement: progress, parties, sources, and what is uncertain.

/** Whether one of these sources was known on the chosen day; without sources it is our own statement, always known. */
function isKnown(sources) {
  return state.asOf === null || !sources || !sources.length
    || sources.some((place) => S.known[place] === null || S.known[place] <= state.asOf);
}

/** The steps known on the chosen day. */
const stepsOf = (at) => E.steps[at].filter(([, , , , , sources]) => isKnown(sources));

/** The date of the latest dated step, in short form. */
function lastDate(at) {
  const dated = stepsOf(at).filter(([, edtf]) => edtf);
  return dated.length ? brief(dated[dated.length - 1][1]) : "";
}

function showTie(tie) {
  const at = T.engagement[tie];
  const relation = T.relation[tie];
  const ends = [T.from[tie], T.to[tie]];
  const status = at < 0 ? -1 : statusOn(at, state.asOf);
  const kicker = el("span", {}, lineSwatch({ relation, set: status < 0 ? -1 : W.status[status].set }),
    el("span", {}, ...dotted([capital(word("relation", relation)), word("status", status)])));
  const title = at < 0 ? word("relation", relation) : bdi(titleOf(at).text, titleOf(at).lang);
  const who = el("p", { class: "ends" }, nodeLink(ends[0]),
    soft(el("span", { "aria-hidden": "true" }, W.relation[relation].symmetric ? " ↔ " : " → "),
      el("span", { class: "unseen" }, ` ${word("relation", relation)} `)), nodeLink(ends[1]));
  const pickThis = { kind: "tie", at: tie };
  return at < 0 ? fillPanel(kicker, title, who, knowledge(T.known[tie]), takeAway(pickThis))
    : fillPanel(kicker, title, who, knowledge(T.known[tie]), ...matter(at, tie), takeAway(pickThis));
}

function showEngagement(at) {
  const status = statusOn(at, state.asOf);
  const kicker = el("span", {}, typeSwatch(E.type[at]), el("span", {}, ...dotted([capital(word("type", E.type[at])),
    word("status", status)])));
  const { text, lang } = titleOf(at);
  // Known since the first status, which may have changed since.
  const since = E.status[at].length ? [E.status[at][1]] : [Math.min(...E.sources[at].map((place) => S.known[place]))];
  if (E.status[at].length && E.status[at].at(-1) !== null) since.push(E.status[at].at(-1));
  return fillPanel(kicker, bdi(text, lang), knowledge(since), ...matter(at, -1), takeAway({ kind: "engagement", at }));
}

/** When it was believed; `flat` is [since, until, since, …]. */
function knowledge(flat) {
  const day = (value) => (value === null || !Number.isFinite(value) ? say("dayAlways") : dayText(value));
  const last = flat.length - 1;
  const notes = [];
  if (flat.length % 2) notes.push(flat[last] === null || !Number.isFinite(flat[last]) ? say("knownAlways") : say("knownSince", dayText(flat[last])));
  else if (flat.length) notes.push(say("noLonger", dayText(flat[last])));
  for (let at = flat.length - (flat.length % 2) - 2; at >= 0; at -= 2) notes.push(say("wasBelieved", day(flat[at]),
    day(flat[at + 1])));
  const gone = flat.length % 2 === 0 && flat.length > 0;
  const notYet = state.asOf !== null && !believedOn(flat, state.asOf);
  return el("p", { class: gone || notYet ? "knowledge gone" : "knowledge soft" }, notes.join(" · "),
    notYet ? ` · ${say(flat[0] !== null && flat[0] > state.asOf ? "notYet" : "notThen")}` : "");
}

/** Everything that is reported about an engagement. */
function matter(at, tie) {
  const claimed = E.claimed[at];
  const unknown = [...(claimed ? [el("span", {}, say("claimed", number(claimed[0]), number(claimed[1])))] : []),
    ...E.unknown[at].map(said)];
  const aims = E.aims[at];
  const labels = (group, places) => el("span", {}, places.map((place) => word(group, place)).join(say("comma")));
  const date = (edtf) => edtf && el("span", {}, when(edtf));
  const others = [...tiesBy(at)].filter((other) => other !== tie && believedOn(T.known[other], state.asOf));
  return [
    E.summary[at] ? el("p", {}, said(E.summary[at])) : "",
    pairs([
      [say("form"), labels(...(E.form[at] >= 0 ? ["form", [E.form[at]]] : ["type", [E.type[at]]]))],
      [say("sector"), E.sectors[at].length ? labels("sector", E.sectors[at]) : ""],
      [say("place"), E.places[at].join(say("comma"))],
      [say("number"), E.quantity[at]],
      [say("amount"), E.amount[at]],
      [say("starts"), date(E.starts[at])],
      [say("ends"), date(E.ends[at])],
      [say("expected"), date(E.expected[at])],
      [say(aims.length > 1 ? "aims" : "aim"), aims.length > 1 ? bullets(aims.map(said), { class: "plain" }) : aims[0]],
    ]),
    part(say("howFar"), ladder(at)),
    part(say("whoTakesPart"), parties(at)),
    disputes(at),
    passages(at),
    E.inferred[at].length ? part(say("readInto"), el("p", { class: "reading" }, said(say("readIntoText",
      E.inferred[at].join(say("comma")))))) : "",
    unknown.length ? part(say("notKnown"), bullets(unknown, { class: "unknown" })) : "",
    E.links[at].length ? part(say("linked"), links(at)) : "",
    others.length ? folded(many(others.length, tie < 0 ? "tieFrom" : "otherTie"), longList(others,
      (other) => tieButton(other, T.from[other]), { class: "cards" })) : "",
  ];
}

/** The steps reached, with their dates, then the statuses that no source reports yet. */
function ladder(at) {
  const steps = stepsOf(at);
  const now = statusOn(at, state.asOf);
  const highest = Math.max(-1, ...steps.map(([status]) => (W.status[status] ? W.status[status].rank : -1)),
    now < 0 ? -1 : W.status[now].rank);
  const over = (status) => ["ended", "none"].includes(localName(W.set[W.status[status].set].id));
  const ahead = W.status.map((_, place) => place).filter((place) => W.status[place].rank > highest && !over(place));
  const ended = now >= 0 && over(now);
  const rungs = steps.map(([status, edtf, earliest, latest, inferred, sources]) => {
    const date = edtf ? when(edtf) : latest !== null ? say("latestBound", dayText(latest)) : say("dateNotStated");
    const bounds = edtf && earliest !== null && latest !== null && earliest !== latest ? say("dateBounds",
      dayText(earliest), dayText(latest)) : "";
    return el("li", { class: status === now ? "now" : null }, el("strong", {}, word("status", status)),
      el("span", { class: "soft" }, date), inferred ? chip("inferred") : "",
      bounds && !/[[/]/.test(edtf) ? el("span", { class: "soft bounds" }, bounds) : "",
      sources && sources.length > 1 ? soft(many(sources.length, "source")) : "");
  });
  if (!steps.length && now >= 0) rungs.push(el("li", { class: "now" }, el("strong", {}, word("status", now)),
    soft(say("dateNotStated"))));
  if (!rungs.length) return el("p", { class: "soft" }, say("noStep"));
  return el("ol", { class: "ladder" }, ...rungs, ...(ahead.length && !ended
    ? [el("li", { class: "ahead" }, soft(say("openStatuses", ahead.map((place) => word("status",
      place)).join(say("comma")))))] : []));
}

function parties(at) {
  const told = E.parties[at].filter(([, , , sources]) => isKnown(sources));
  if (!told.length) return el("p", { class: "soft" }, say("noParty"));
  const roles = new Map();
  for (const party of told) roles.set(party[0], [...(roles.get(party[0]) || []), party]);
  return el("dl", { class: "parties" }, ...[...roles].flatMap(([role, some]) => [el("dt", {}, word("role", role)),
    el("dd", {}, longList(some, ([, node, inferred]) => {
      const kind = node < 0 ? "" : localName(W.kind[N.kind[node]]?.id || "");
      return el("span", {}, node < 0 || kind === "UnnamedParty" ? el("span", { class: "line" }, svg("svg",
        { class: "swatch", width: 14, height: 14,
        viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, svg("path", { d: SHAPES.blank, class: "side-3 ring",
          "stroke-width": 0.3, "stroke-dasharray": "0.5,0.4" })),
      node < 0 ? say("unnamedParty") : nodeLink(node)) : nodeLink(node),
      node < 0 || kind === "UnnamedParty" ? chip("unnamed") : "", inferred ? chip("inferred", "guess") : "");
    }))]));
}

const DATES = new Set(["date", "starts", "ends", "expected"]);

/** Contradictions between sources, the value that is believed, and why. */
function disputes(at) {
  if (!E.disputes[at].length) return "";
  return el("section", { class: "disputed" }, el("h3", {}, say("disputed")), ...E.disputes[at].map(({ what, values,
    believed, verdict }) => el("div", { class: "dispute" },
    el("p", {}, el("strong", {}, property(what))),
    el("ul", {}, ...values.map(([value, sources]) => {
      const holds = value === believed;
      // A number such as 20000 is an amount; four digits may be a year.
      const shownValue = DATES.has(what) ? el("span", {}, when(value)) : /^\d{5,15}$/.test(value) ? number(Number(value)) : said(value);
      return el("li", { class: holds ? "holds" : null }, el("span", {}, shownValue, " ", el("span", { class: "chip" },
        say(holds ? "believed" : "notBelieved"))),
        ...sources.map((place) => sourceLines(place)));
    })),
    el("p", { class: "soft" }, ...(verdict ? [`${say("verdictReason")} `, said(verdict)] : [say("verdictOpen")])))));
}

/** Passages, grouped by source, for the sources known on the chosen day. */
function passages(at) {
  const bySource = new Map();
  for (const passage of E.passages[at]) {
    if (isKnown([passage[0]])) bySource.set(passage[0], [...(bySource.get(passage[0]) || []), passage]);
  }
  for (const place of E.sources[at]) if (isKnown([place]) && !bySource.has(place)) bySource.set(place, []);
  const voices = new Set([...bySource.keys()].map((place) => S.voice[place])).size;
  const title = el("span", {}, say("whereSaid"), " ", bySource.size ? soft(`${many(bySource.size, "source")}, ${many(voices, "voice")}`) : "");
  return part(title, bySource.size ? longList([...bySource], sourceCard, { class: "cards said", most: 8 }) : el("p",
    { class: "soft" }, say("noPassage")));
}

function sourceCard([source, some]) {
  const seen = new Map();
  for (const [, fragment, place, proves, quote] of some) {
    const entry = seen.get(fragment) || { place: place || fragment, proves: new Set(), quote };
    if (proves) entry.proves.add(stepWord(proves));
    seen.set(fragment, entry);
  }
  return el("div", {}, sourceLines(source), seen.size ? el("ul", { class: "passages" }, ...[...seen.values()].map(({ place,
    proves, quote }) => el("li", {},
    el("span", {}, said(place), [...proves].some(Boolean) ? soft(` · ${say("proves", [...proves].filter(Boolean).join(say("comma")))}`) : ""),
    quote ? el("blockquote", {}, bdi(quote)) : ""))) : "");
}

/** The status that the local name of a step ends in: `x.signed` is evidence for "signed"; other names have none. */
function stepWord(name) {
  const end = name.slice(name.lastIndexOf(".") + 1).replace(/-\d+$/, "");
  const status = name.includes(".") ? W.status.findIndex(({ id }) => localName(id) === end) : -1;
  return status >= 0 ? word("status", status) : "";
}

const linkWord = (name) => (STRINGS[language()][`link_${name}`] || STRINGS.en[`link_${name}`] ? say(`link_${name}`) : name);

function links(at) {
  const groups = new Map();
  for (const entry of E.links[at]) groups.set(entry[0], [...(groups.get(entry[0]) || []), entry]);
  return el("dl", { class: "parties" }, ...[...groups].flatMap(([name, some]) => [el("dt", {}, linkWord(name)),
    el("dd", {}, longList(some, ([, other, label]) => (other < 0 ? said(label)
      : button({ class: "link" }, (event) => pick("engagement", other, { focus: byKey(event) }), bdi(titleOf(other).text,
        titleOf(other).lang)))))]));
}
