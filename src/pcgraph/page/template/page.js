var pcgraph = (() => {
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __export = (target, all) => {
    for (var name in all)
      __defProp(target, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    }
    return to;
  };
  var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

  // main.js
  var main_exports = {};
  __export(main_exports, {
    DATA: () => DATA,
    ENGAGEMENTS: () => ENGAGEMENTS,
    GROUPS: () => GROUPS,
    KEY_LINES: () => KEY_LINES,
    KEY_ORGANISATIONS: () => KEY_ORGANISATIONS,
    MAX_HOPS: () => MAX_HOPS,
    MAX_LINES: () => MAX_LINES,
    MEASURES: () => MEASURES,
    NODES: () => NODES,
    NO_SET: () => NO_SET,
    SIZE: () => SIZE,
    SOURCES: () => SOURCES,
    TERMS: () => TERMS,
    TIES: () => TIES,
    VIEWS: () => VIEWS,
    applyFilters: () => applyFilters,
    buildIndex: () => buildIndex,
    buildScene: () => buildScene,
    camera: () => camera,
    change: () => change,
    choose: () => choose,
    daysOfMonth: () => daysOfMonth,
    defaultState: () => defaultState,
    describe: () => describe,
    drawDuration: () => drawDuration,
    drawLines: () => drawLines,
    drawMap: () => drawMap,
    expandCurie: () => expandCurie,
    facetCounts: () => facetCounts,
    failedConditions: () => failedConditions,
    findEngagement: () => findEngagement,
    findItem: () => findItem,
    findNode: () => findNode,
    fit: () => fit,
    formatIsoDay: () => formatIsoDay,
    hasInference: () => hasInference,
    hideTooltip: () => hideTooltip,
    highlightAround: () => highlightAround,
    highlightPath: () => highlightPath,
    hitTest: () => hitTest,
    hovered: () => hovered,
    isBelievedOn: () => isBelievedOn,
    isInside: () => isInside,
    isKnownOn: () => isKnownOn,
    isRestricted: () => isRestricted,
    isSilent: () => isSilent,
    itemKey: () => itemKey,
    keepMoving: () => keepMoving,
    known: () => known,
    lastHeard: () => lastHeard,
    mapElement: () => mapElement,
    matching: () => matching,
    monthOf: () => monthOf,
    network: () => network,
    onChange: () => onChange,
    outcomesOf: () => outcomesOf,
    panBy: () => panBy,
    panTo: () => panTo,
    parseDay: () => parseDay,
    pointOnCurve: () => pointOnCurve,
    positionOf: () => positionOf,
    projectItems: () => projectItems,
    readCamera: () => readCamera,
    repaint: () => repaint,
    reset: () => reset,
    saveCamera: () => saveCamera,
    scene: () => scene,
    sectorsOf: () => sectorsOf,
    select: () => select,
    setHovered: () => setHovered,
    showTooltip: () => showTooltip,
    shown: () => shown,
    state: () => state,
    statusOn: () => statusOn,
    statusSetOn: () => statusSetOn,
    sum: () => sum,
    termsOf: () => termsOf,
    tiesOf: () => tiesOf,
    tiesOfEngagement: () => tiesOfEngagement,
    updateShown: () => updateShown,
    whatHides: () => whatHides,
    yearOf: () => yearOf,
    zoomBy: () => zoomBy
  });

  // model/data.js
  var parseJson = (id) => JSON.parse(document.getElementById(id).textContent);
  var DATA = parseJson("data");
  var { nodes: NODES, ties: TIES, engagements: ENGAGEMENTS, sources: SOURCES, words: TERMS } = DATA;
  {
    const network2 = parseJson("network");
    const column = (Kind, rows, name) => Kind.from(rows, (row) => row[name]);
    NODES.x = column(Float64Array, network2.nodes, "x");
    NODES.y = column(Float64Array, network2.nodes, "y");
    TIES.from = column(Int32Array, network2.edges, "from");
    TIES.to = column(Int32Array, network2.edges, "to");
  }
  TERMS.mark = ["silent", "inferred", "disputed"].map((id) => ({ id, label: id }));
  var GROUPS = ["type", "set", "mark", "sector", "country", "kind", "tier"];
  var SIZE = {
    nodes: NODES.iri.length,
    ties: TIES.from.length,
    engagements: ENGAGEMENTS.iri.length,
    sources: SOURCES.iri.length
  };
  function buildIndex(count, forEachPair) {
    const starts = new Int32Array(count + 1);
    forEachPair((key) => {
      starts[key + 1] += 1;
    });
    for (let key = 0; key < count; key += 1) starts[key + 1] += starts[key];
    const values = new Int32Array(starts[count]);
    const next = starts.slice();
    forEachPair((key, value) => {
      values[next[key]] = value;
      next[key] += 1;
    });
    return (key) => values.subarray(starts[key], starts[key + 1]);
  }
  var createLookup = (curies) => {
    const indices = new Map(curies.map((curie, index) => [curie, index]));
    return (curie) => indices.get(curie) ?? -1;
  };
  var findNode = createLookup(NODES.iri);
  var findEngagement = createLookup(ENGAGEMENTS.iri);
  var tiesOf = buildIndex(SIZE.nodes, (add) => {
    for (let tie = 0; tie < SIZE.ties; tie += 1) {
      add(TIES.from[tie], tie);
      if (TIES.to[tie] !== TIES.from[tie]) add(TIES.to[tie], tie);
    }
  });
  var tiesOfEngagement = buildIndex(SIZE.engagements, (add) => {
    for (let tie = 0; tie < SIZE.ties; tie += 1) if (TIES.engagement[tie] >= 0) add(TIES.engagement[tie], tie);
  });
  function isBelievedOn(intervals, day) {
    if (day === null) return intervals.length % 2 === 1;
    for (let index = 0; index < intervals.length; index += 2) {
      if ((intervals[index] === null || intervals[index] <= day) && (index + 1 >= intervals.length || day < intervals[index + 1])) return true;
    }
    return false;
  }
  function statusOn(engagement, day) {
    const intervals = ENGAGEMENTS.status[engagement];
    for (let index = intervals.length - 3; index >= 0; index -= 3) {
      const [status, since, until] = [intervals[index], intervals[index + 1], intervals[index + 2]];
      if (day === null ? until === null : (since === null || since <= day) && (until === null || day < until)) return status;
    }
    return -1;
  }
  var NO_SET = TERMS.set.findIndex(({ id }) => id === "none");
  var statusSetOn = (engagement, day) => {
    const status = statusOn(engagement, day);
    return status < 0 ? NO_SET : TERMS.status[status].set ?? NO_SET;
  };
  function isKnownOn(engagement, day) {
    if (ENGAGEMENTS.status[engagement].length) return statusOn(engagement, day) >= 0;
    return day === null || !ENGAGEMENTS.sources[engagement].length || ENGAGEMENTS.sources[engagement].some((source) => SOURCES.known[source] === null || SOURCES.known[source] <= day);
  }
  function lastHeard(engagement, day) {
    const days = ENGAGEMENTS.sources[engagement].map((source) => SOURCES.known[source]).filter((known2) => known2 !== null && (day === null || known2 <= day));
    return days.length ? Math.max(...days) : null;
  }
  var SILENT_AFTER = 5 * 365.25;
  var OPEN_SETS = /* @__PURE__ */ new Set(["entered", "announced", "prospective"]);
  function isSilent(engagement, day) {
    const heard = lastHeard(engagement, day);
    return heard !== null && (day ?? DATA.as_of ?? DATA.today) - heard >= SILENT_AFTER && OPEN_SETS.has(TERMS.set[statusSetOn(engagement, day)]?.id);
  }
  var hasInference = (engagement) => ENGAGEMENTS.inferred[engagement].length > 0 || ENGAGEMENTS.parties[engagement].some(([, , inferred2]) => inferred2) || ENGAGEMENTS.steps[engagement].some((step) => step[4]);
  function expandCurie(curie) {
    const colon = curie.indexOf(":");
    const namespace = Object.hasOwn(DATA.prefixes, curie.slice(0, colon)) ? DATA.prefixes[curie.slice(0, colon)] : null;
    return namespace === null ? curie : namespace + curie.slice(colon + 1);
  }
  var parseDay = (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
    return Number.isNaN(time) ? null : time / 864e5;
  };
  var formatIsoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  var yearOf = (day) => new Date(day * 864e5).getUTCFullYear();
  var monthOf = (day) => formatIsoDay(day).slice(0, 7);
  function daysOfMonth(text) {
    const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text || "") || [];
    return year ? [Date.UTC(year, month - 1, 1) / 864e5, Date.UTC(year, month, 0) / 864e5] : null;
  }

  // model/state.js
  var VIEWS = ["map", "board", "table"];
  var MEASURES = DATA.measures.map(({ name }) => name);
  var MAX_HOPS = 3;
  var defaultState = () => ({
    view: "map",
    language: DATA.languages[0],
    measure: MEASURES[0] || "",
    chosen: Object.fromEntries(GROUPS.map((group) => [group, /* @__PURE__ */ new Set()])),
    voices: 1,
    people: false,
    unnamed: false,
    asOf: null,
    period: null,
    event: null,
    only: null,
    text: "",
    selection: null,
    neighbourhood: null,
    path: null,
    level: "key",
    pins: /* @__PURE__ */ new Map(),
    camera: null,
    sort: [0, true],
    boardRows: "party",
    boardSort: "size"
  });
  var state = defaultState();
  var listeners = [];
  var onChange = (listener) => {
    listeners.push(listener);
  };
  function change(patch, options = {}) {
    Object.assign(state, patch);
    const changed = new Set(Object.keys(patch));
    for (const listener of listeners) listener(changed, options);
  }
  function select(kind, index, { focus = false, move = true } = {}) {
    change({ selection: kind ? { kind, index } : null }, { history: true, focus, move });
  }
  function reset(patch = {}) {
    const { view, language: language2, measure, sort, selection, boardRows, boardSort, pins } = state;
    change({ ...defaultState(), view, language: language2, measure, sort, selection, boardRows, boardSort, pins, ...patch }, { refit: true });
  }

  // text/words/en.json
  var en_default = {
    months: "January February March April May June July August September October November December",
    about: "about {0}",
    probably: "probably {0}",
    probablyAbout: "probably about {0}",
    by: "by {0}",
    since: "since {0}",
    between: "between {0} and {1}",
    fromTo: "{0} to {1}",
    decade: "s",
    dateNotStated: "date not stated",
    comma: ", ",
    organisation: "organisation|organisations",
    tie: "tie|ties",
    engagement: "engagement|engagements",
    source: "source|sources",
    voice: "independent voice|independent voices",
    member: "member|members",
    step: "step|steps",
    details: "Details",
    close: "Close",
    closeKey: "Close (Esc)",
    howToRead: "How to read this map",
    introPartners: "Each mark is an organisation. Each line is a tie between two organisations. Select either to see its details and the source passages that support it.",
    introEngagements: "Round and square marks are organisations. The small cards between them are what they do together: agreements, plans, talks or events. A number on a card says how many there are between the same parties. Select anything to see its details and the passages that support it.",
    readLine: "The darker the line, the further the engagement has come: pale lines are only planned or talked about.",
    readWidth: "The wider the line, the more independent voices report it.",
    readArrow: "An arrow points from the acting party to the receiving party.",
    readSide: "Filled mark: {0}. Ring: {1}. Mark with a dot: another country.",
    readOneSide: "Filled mark: {0}. Mark with a dot: another country.",
    readShape: "The shape shows the kind of organisation.",
    readSize: "The larger the mark, the higher its {0}.",
    readUnnamed: "A dashed outline is a party that the source does not name.",
    missing: "Known gaps",
    methods: "How the data were made",
    keys: "Keys",
    keyFind: "find",
    keyClose: "close",
    keyNext: "next control",
    keyZoom: "zoom (when the map has focus)",
    keyMove: "pan (when the map has focus)",
    background: "background",
    backgroundMeaning: "General knowledge; not stated by a source in this collection",
    inferred: "inferred",
    inferredMeaning: "Our interpretation; the source does not state it explicitly",
    unnamed: "unnamed",
    unnamedMeaning: "The source does not name this party",
    alsoWritten: "Also known as",
    noTie: "No tie with another organisation is known.",
    noStatus: "no status reported",
    rank: "rank {0} of {1}",
    sure: "90 % interval: ranks {0}–{1}; in the top {2} in {3} % of draws",
    otherCountries: "other countries",
    noTieNow: "No tie with another organisation was known on the chosen date.",
    withoutTie: "Involved, without a direct tie",
    placeInNetwork: "Position in the network",
    toldBy: "Reported by {0}",
    steps: "Show only neighbours within",
    wholeMap: "Show the whole map",
    pathTo: "Shortest path to",
    pathNone: "No path connects the two organisations in the current view.",
    pathShown: "Shortest path, {0}: {1}",
    pathClear: "Clear path",
    chooseOrganisation: "Choose an organisation …",
    to: "to",
    from: "by",
    more_n: "{0} more",
    measure_degree: "number of partners",
    measure_strength: "weight of ties",
    measure_betweenness: "betweenness",
    measure_pagerank: "PageRank",
    community: "Community",
    around: "around {0}",
    members: "Members",
    innerTies: "{0} within the community",
    outerTies: "{0} to other communities",
    openCommunity: "Expand on the map",
    foldCommunity: "Collapse into one mark",
    communityMeaning: "Organisations with more ties among themselves than with others. Communities are computed; no source states them.",
    neighbourCommunities: "Connected communities",
    sector: "Sector",
    place: "Place",
    number: "Number",
    amount: "Amount",
    expected: "Expected",
    starts: "Starts",
    ends: "Ends",
    aim: "Aim",
    aims: "Aims",
    howFar: "Progress",
    noStep: "No source reports any progress.",
    openStatuses: "Not reported yet: {0}",
    dateBounds: "earliest {0}, latest {1}",
    latestBound: "no later than {0}",
    whoTakesPart: "Parties",
    noParty: "No party is recorded.",
    whereSaid: "Evidence",
    noPassage: "No passage is recorded.",
    openPassage: "open the page at this passage",
    passage_proved: "proved",
    passage_moved: "moved",
    passage_reflowed: "reflowed",
    passage_changed: "its words have changed since",
    "passage_source-gone": "source gone",
    "passage_hash-not-checked": "hash not yet checked",
    "passage_pointer-only": "pointer only",
    proves: "evidence for “{0}”",
    saidBy: "statement by {0}",
    tierSource: "{0} source",
    disputed: "Disputed",
    believed: "believed",
    notBelieved: "not believed",
    verdictReason: "Reason:",
    verdictOpen: "Undecided: no verdict has been given. By default, the better source is believed, then the newer one.",
    readInto: "Inferred",
    readIntoText: "Our interpretation; no source states it explicitly: {0}.",
    notKnown: "Unknown",
    claimed: "{0} claimed, {1} identified",
    linked: "Related",
    knownSince: "Known since {0}",
    knownAlways: "Known since the beginning of the record",
    noLonger: "No longer believed since {0}",
    notYet: "Not yet known on the chosen date",
    wasBelieved: "Believed from {0} to {1}",
    dayAlways: "the beginning",
    form: "Form",
    notThen: "not believed on the chosen date",
    otherTie: "other tie derived from it|other ties derived from it",
    tieFrom: "tie derived from it|ties derived from it",
    unnamedParty: "unnamed party",
    link_covers: "covers",
    "link_is covered by": "is covered by",
    "link_led to": "led to",
    "link_came of": "resulted from",
    link_during: "during",
    "link_had during it": "included",
    link_delivers: "delivers",
    link_uses: "uses",
    "link_said by": "said by",
    link_precedes: "precedes",
    link_follows: "follows",
    "what_the same elsewhere": "Same as",
    copyTurtle: "Copy as Turtle",
    copySparql: "Copy as SPARQL",
    copyCitation: "Copy citation",
    copyLink: "Copy link",
    takeAway: "Copy or cite",
    copied: "Copied.",
    copyByHand: "The browser blocked copying. The text is selected: press Ctrl+C or ⌘C.",
    copiedText: "Text to copy",
    citeAsOf: "as of {0}",
    skip: "Skip to the table",
    views: "View",
    partners: "Partners",
    engagements: "Engagements",
    find: "Find an organisation or an engagement",
    findHint: "Find a name",
    found: "Search results",
    notFound: "No match",
    language: "Language",
    save: "Save",
    savePng: "Image (PNG)",
    saveSvg: "Vector image (SVG)",
    saveCsv: "Table (CSV)",
    help: "How to read",
    linkCopied: "Link copied.",
    linkByHand: "The browser blocked copying. Copy the address from the address bar.",
    legend: "Legend and filters",
    hint: "Filter",
    showAll: "Show all",
    mapLabel: "Map. Arrow keys move from mark to mark, Enter opens one.",
    zoom: "Zoom",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show the whole map",
    of: "{0} of {1}",
    asOfDay: "as known on {0}",
    nothingLeft: "No results match these filters.",
    nothingYet: "Nothing to show yet.",
    nearBanner: "Showing only what is within {0} of {1}.",
    cutBanner: "Showing the {0} with the highest {1} and the {2} between them, out of {3} and {4}.",
    showCommunities: "Show communities",
    foldedBanner: "{0} communities group {1} organisations. Double-click one to expand it.",
    foldedLines: "Only the strongest {0} of {1} lines are drawn.",
    unfoldAll: "Expand all",
    group_relation: "Tie",
    group_type: "Engagement",
    group_set: "Progress",
    group_country: "Country",
    group_kind: "Kind of organisation",
    group_sector: "Sector",
    group_tier: "Best source",
    group_evidence: "Evidence",
    group_picture: "Display",
    show: "Show",
    level_all: "everything",
    level_communities: "communities",
    level_top: "the most central",
    sizeBy: "Mark size",
    voices: "Independent voices",
    any: "any number",
    atLeast: "at least {0}",
    switch_disputed: "Disputed only",
    switch_isolates: "Organisations without ties",
    switch_unnamed: "Unnamed parties and groups",
    time: "Time",
    asOf: "As known on",
    asOfLong: "What was known on a given date",
    now: "now",
    years: "Years",
    yearsLong: "Engagements with a step that may fall in these years; undated engagements are excluded",
    fromYear: "From year",
    toYear: "To year",
    tableTies: "Ties in view",
    tableEngagements: "Engagements in view",
    taller: "Larger table",
    smaller: "Smaller table",
    earlierRows: "Show the previous {0}",
    moreRows: "Show {0} more of {1}",
    andMore: "and {0} more",
    notStated: "not stated",
    col_from: "From",
    col_tie: "Tie",
    col_to: "To",
    col_matter: "Engagement",
    col_status: "Status",
    col_date: "Date",
    col_sector: "Sector",
    col_voices: "Voices",
    col_sources: "Sources",
    col_type: "Type",
    col_parties: "Parties",
    col_money: "Money",
    view_map: "Map",
    view_board: "Promises",
    view_table: "Table",
    lasso: "Draw a line around organisations to see only these",
    group_mark: "Also",
    mark_silent: "silent for five years",
    mark_inferred: "partly inferred",
    mark_disputed: "disputed",
    switch_people: "People as marks of their own",
    condition_asOf: "date",
    condition_period: "months",
    condition_voices: "independent voices",
    condition_text: "text",
    condition_event: "event",
    condition_only: "chosen organisations",
    condition_neighbourhood: "neighbours",
    dropFilter: "Drop “{0}”: {1}",
    eventBanner: "Only “{0}” and what came of it.",
    onlyBanner: "Only {0} and what they do together.",
    textBanner: "Only what contains “{0}”.",
    keyBanner: "The {0} largest of {1}, with {2} of {3}.",
    showLargest: "Only the largest",
    releasePins: "Put moved marks back",
    play: "Play: show how the picture grew",
    pause: "Pause",
    months_of: "Months",
    monthsLong: "Engagements with a step that may fall in these months; undated engagements are excluded",
    fromMonth: "From month",
    toMonth: "To month",
    badAddress: "The address of this page holds something unknown, which was left out: {0}",
    keyNextMark: "next mark on the map",
    unnamedBanner: "{0} not drawn, because no source names a party.",
    showUnnamed: "Show unnamed parties"
  };

  // text/words.js
  var STRINGS = { en: en_default, ...JSON.parse(document.getElementById("words")?.textContent || "{}") };

  // text/text.js
  var RIGHT_TO_LEFT = /* @__PURE__ */ new Set(["ur"]);
  var language = () => state.language;
  var interfaceLanguage = () => language() in STRINGS ? language() : "en";
  var fillPlaceholders = (text, values) => text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");
  function languageName(code) {
    try {
      return new Intl.DisplayNames([code], { type: "language" }).of(code);
    } catch {
      return code;
    }
  }
  function translate(key, ...values) {
    return fillPlaceholders(STRINGS[interfaceLanguage()][key] ?? STRINGS.en[key] ?? key, values);
  }
  var formatNumber = (value) => (Number.isInteger(value) ? value : Number(value.toPrecision(4))).toLocaleString("en");
  function pluralise(count, key) {
    const forms = translate(key).split("|");
    return `${formatNumber(count)} ${forms[count === 1 ? 0 : forms.length - 1]}`.replace(/ (?=[\u4e00-\u9fff])/, "");
  }
  function termLabel(group, index) {
    const entry = index >= 0 ? TERMS[group][index] : null;
    const translation = entry && STRINGS[interfaceLanguage()][`${group}_${localName(entry.id)}`];
    return translation ? translation : entry ? entry.labels && entry.labels[language()] || entry.label : "";
  }
  var termMeaning = (group, index) => index >= 0 && TERMS[group][index].meaning || "";
  var localName = (curie) => curie.slice(curie.indexOf(":") + 1);
  var capitalise = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  function localisedLabel(table, row) {
    const translation = language() !== "en" && table.labels[row] ? table.labels[row][language()] : "";
    return translation ? { text: translation, lang: language() } : { text: table.label[row] || table.iri[row], lang: "" };
  }
  function nodeName(node) {
    const hasTranslation = interfaceLanguage() !== "en" && NODES.kind[node] >= 0 && localName(TERMS.kind[NODES.kind[node]].id) === "UnnamedParty";
    return hasTranslation ? { text: translate("unnamedParty"), lang: interfaceLanguage() } : localisedLabel(NODES, node);
  }
  var engagementTitle = (engagement) => localisedLabel(ENGAGEMENTS, engagement);
  function nodeMapName(node) {
    const { text, lang } = nodeName(node);
    return lang ? text : NODES.short[node] || text;
  }
  var stripControls = (text) => text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "");
  var normalise = (text) => stripControls(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // text/elements.js
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === void 0 || value === false) continue;
      element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== void 0 && child !== "" && child !== false));
    return element;
  }
  function button(attributes, action, ...children) {
    const element = el("button", { type: "button", ...attributes }, ...children);
    element.addEventListener("click", action);
    return element;
  }
  function svg(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }
  var bdi = (text, lang) => el("bdi", { lang: lang || null }, text);
  function nameElement(node) {
    const { text, lang } = nodeName(node);
    return bdi(text, lang);
  }
  function link(address, text) {
    return /^https?:\/\//i.test(address || "") ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text || address) : document.createTextNode(text || address || "");
  }
  var byId = (id) => document.getElementById(id);

  // text/shapes.js
  var SIDE_STYLES = { 0: {}, 1: { ring: 0.42 }, 2: DATA.sides ? { dot: 0.36 } : {}, 3: { ring: 0.2 }, ink: {}, blank: { ring: 0.2, dash: [0.42, 0.34] } };
  var SHAPES = (() => {
    const polygon = (corners, turn, radius) => "M" + Array.from({ length: corners }, (_, corner) => {
      const angle = (turn + 360 * corner / corners) * (Math.PI / 180);
      return `${(radius * Math.cos(angle)).toFixed(4)},${(radius * Math.sin(angle)).toFixed(4)}`;
    }).join("L") + "Z";
    const circle = "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z";
    return {
      circle,
      blank: circle,
      square: "M-.62,-.88H.62Q.88,-.88 .88,-.62V.62Q.88,.88 .62,.88H-.62Q-.88,.88 -.88,.62V-.62Q-.88,-.88 -.62,-.88Z",
      diamond: polygon(4, 0, 1.14),
      pentagon: polygon(5, -90, 1.1),
      hexagon: polygon(6, 0, 1.06),
      octagon: polygon(8, 22.5, 1.03),
      triangle: polygon(3, -90, 1.24),
      drop: polygon(3, 90, 1.24),
      cross: "M-.4,-1H.4V-.4H1V.4H.4V1H-.4V.4H-1V-.4H-.4Z"
    };
  })();
  var SHAPE_BY_KIND = {
    Company: "circle",
    Ministry: "square",
    PublicBody: "diamond",
    DiplomaticMission: "pentagon",
    FinancialInstitution: "hexagon",
    University: "triangle",
    Person: "drop",
    Group: "cross",
    UnnamedParty: "blank"
  };
  var ICONS = {
    Agreement: "M-.55,-.8H.55V.8H-.55ZM-.28,-.4H.28M-.28,-.05H.28M-.3,.5Q-.1,.2 0,.45T.3,.4",
    Talks: "M-.85,-.6H.85V.4H-.1L-.5,.8V.4H-.85Z",
    Event: "M-.75,-.55H.75V.75H-.75ZM-.75,-.15H.75M-.4,-.85V-.4M.4,-.85V-.4",
    Visit: "M-.85,0H.8M.25,-.55L.8,0L.25,.55",
    Coordination: "M.15,0A.5,.5 0 1 1 -.85,0A.5,.5 0 1 1 .15,0ZM.85,0A.5,.5 0 1 1 -.15,0A.5,.5 0 1 1 .85,0Z",
    Funding: "M.8,0A.8,.8 0 1 1 -.8,0A.8,.8 0 1 1 .8,0ZM0,-.45V.45",
    TrainingProgramme: "M0,-.65L.95,-.15L0,.35L-.95,-.15ZM-.5,.1V.55Q0,.85 .5,.55V.1",
    Centre: "M-.75,.75V-.1L0,-.75L.75,-.1V.75ZM-.2,.75V.2H.2V.75",
    Initiative: "M-.55,.9V-.8H.65L.3,-.4L.65,0H-.55"
  };
  var ICON_BY_TYPE = { Project: "Initiative", Loan: "Funding", Grant: "Funding", Investment: "Funding", Acquisition: "Funding" };
  var STRENGTH_BY_SET = { realised: 1, entered: 0.66, ended: 0.45, announced: 0.32, prospective: 0.24, none: 0.18 };
  var setStrength = (set) => set < 0 ? 0.5 : STRENGTH_BY_SET[TERMS.set[set].id] ?? 0.5;
  var relationTone = (relation) => TERMS.relation[relation]?.tone ?? 0;
  var typeTone = (type) => TERMS.type[type]?.tone ?? 0;
  var TONES = 8;
  var kindShape = (kind) => kind < 0 ? "octagon" : SHAPE_BY_KIND[localName(TERMS.kind[kind].id)] || "octagon";
  var countrySide = (country) => country < 0 ? 3 : country < DATA.sides ? country : 2;
  var lineWidth = (voices) => 2 + 1.1 * Math.min(Math.max(voices - 1, 0), 4);
  function typeIcon(type) {
    const name = type < 0 ? "" : localName(TERMS.type[type].id);
    return ICONS[ICON_BY_TYPE[name] || name] || ICONS.Initiative;
  }
  function lineSwatch({ relation = -1, set = -1, width = 3 }) {
    const line = svg("line", {
      x1: 1,
      x2: 27,
      y1: 7,
      y2: 7,
      class: `tone-${relation < 0 ? "ink" : relationTone(relation)}`,
      "stroke-width": width * (set < 0 ? 1 : 0.35 + 0.85 * setStrength(set)),
      "stroke-opacity": set < 0 ? 1 : setStrength(set)
    });
    return svg("svg", { class: "swatch", width: 28, height: 14, viewBox: "0 0 28 14", "aria-hidden": "true" }, line);
  }
  function nodeSwatch({ kind = null, country = null }) {
    const shape = kind === null ? "circle" : kindShape(kind);
    const side = shape === "blank" ? "blank" : country === null ? "ink" : countrySide(country);
    const { ring, dot, dash } = SIDE_STYLES[side];
    const mark = svg("path", { d: SHAPES[shape], class: `side-${side === "blank" ? 3 : side}${ring ? " ring" : ""}` });
    if (ring) {
      mark.setAttribute("transform", `scale(${1 - ring / 2})`);
      mark.setAttribute("stroke-width", ring / (1 - ring / 2));
    }
    if (dash) mark.setAttribute("stroke-dasharray", dash.join(" "));
    return svg(
      "svg",
      { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
      mark,
      ...dot ? [svg("circle", { r: dot, class: "dot" })] : []
    );
  }
  function typeSwatch(type) {
    return svg(
      "svg",
      { class: "swatch", width: 18, height: 18, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" },
      svg("path", { d: typeIcon(type), class: `sign tone-${typeTone(type)}` })
    );
  }

  // map/colours.js
  var colours = {};
  function readColours() {
    const probe = document.body.appendChild(el("span"));
    const get = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    colours = { font: getComputedStyle(document.body).fontFamily };
    for (const name of ["paper", "card", "well", "ink", "soft", "hair", "accent"]) colours[name] = get(name);
    for (let tone = 0; tone <= TONES; tone += 1) colours[`tone-${tone}`] = get(`tone-${tone}`);
    for (let side = 0; side < 4; side += 1) colours[`side-${side}`] = get(`side-${side}`);
    probe.remove();
  }

  // model/parties.js
  var buildPartyIndex = (nodeOf) => buildIndex(SIZE.engagements, (add) => {
    ENGAGEMENTS.parties.forEach((parties, engagement) => {
      for (const node of new Set(parties.map(([, party]) => nodeOf(party)))) if (node >= 0) add(engagement, node);
    });
  });
  var actsFor = NODES.acts_for || [];
  var partyNodes = buildPartyIndex((node) => node);
  var organisationNodes = buildPartyIndex((node) => actsFor[node] >= 0 ? actsFor[node] : node);
  var engagementsOf = buildIndex(SIZE.nodes, (add) => {
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      for (const node of /* @__PURE__ */ new Set([...partyNodes(engagement), ...organisationNodes(engagement)])) add(node, engagement);
    }
  });
  var HIDDEN_KINDS = /* @__PURE__ */ new Set(["pcg:UnnamedParty", "pcg:Group"]);
  var kindIs = (ids) => Uint8Array.from(NODES.kind, (kind) => Number(kind >= 0 && ids.has(TERMS.kind[kind].id)));
  var isUnnamed = kindIs(HIDDEN_KINDS);
  var isPerson = kindIs(/* @__PURE__ */ new Set(["pcg:Person"]));
  var shownIndex = null;
  var shownFor = "";
  function shownParties(engagement) {
    const key = `${state.people} ${state.unnamed}`;
    if (key !== shownFor) {
      const parties = state.people ? partyNodes : organisationNodes;
      shownIndex = buildIndex(SIZE.engagements, (add) => {
        for (let each = 0; each < SIZE.engagements; each += 1) {
          for (const node of parties(each)) if ((state.unnamed || !isUnnamed[node]) && (state.people || !isPerson[node])) add(each, node);
        }
      });
      shownFor = key;
    }
    return shownIndex(engagement);
  }

  // model/graph.js
  function distances(from, maxDistance, isAllowed, reachedBy) {
    const distance = new Int32Array(SIZE.nodes).fill(-1);
    const visited = new Uint8Array(SIZE.engagements);
    const queue = [from];
    distance[from] = 0;
    for (const node of queue) {
      if (distance[node] >= maxDistance) break;
      for (const engagement of engagementsOf(node)) {
        if (visited[engagement] || !isAllowed(engagement)) continue;
        visited[engagement] = 1;
        for (const other of shownParties(engagement)) {
          if (distance[other] >= 0) continue;
          distance[other] = distance[node] + 1;
          if (reachedBy) reachedBy[other] = [node, engagement];
          queue.push(other);
        }
      }
    }
    return distance;
  }
  function shortestPath(from, to, isAllowed) {
    const reachedBy = [];
    if (distances(from, Infinity, isAllowed, reachedBy)[to] < 0) return null;
    const path = { nodes: [to], engagements: [] };
    for (let node = to; node !== from; ) {
      const [previous, engagement] = reachedBy[node];
      path.engagements.unshift(engagement);
      path.nodes.unshift(node = previous);
    }
    return path;
  }

  // model/text_index.js
  function matchText(text) {
    const words = text.toLowerCase();
    return new Set(ENGAGEMENTS.label.flatMap((label, engagement) => label.toLowerCase().includes(words) ? [engagement] : []));
  }

  // model/filter.js
  var sectorsOf = buildIndex(SIZE.engagements, (add) => ENGAGEMENTS.sectors.forEach((sectors, engagement) => {
    const withBroader = /* @__PURE__ */ new Set();
    for (const sector of sectors) {
      for (let broader = sector; broader >= 0 && !withBroader.has(broader); broader = TERMS.sector[broader].broader ?? -1) {
        withBroader.add(broader);
      }
    }
    for (const sector of withBroader) add(engagement, sector);
  }));
  var inferred = Uint8Array.from(ENGAGEMENTS.iri, (_, engagement) => Number(hasInference(engagement)));
  function termsOf(group, engagement) {
    const parties = () => ENGAGEMENTS.parties[engagement].map(([, node]) => node).filter((node) => node >= 0);
    switch (group) {
      case "type":
        return [ENGAGEMENTS.type[engagement]];
      case "set":
        return [statusSetOn(engagement, state.asOf)];
      case "tier":
        return [ENGAGEMENTS.tier[engagement]];
      case "sector":
        return sectorsOf(engagement);
      case "country":
        return [...new Set(parties().map((node) => NODES.country[node]))];
      case "kind":
        return [...new Set(parties().map((node) => NODES.kind[node]))];
      default:
        return [isSilent(engagement, state.asOf), inferred[engagement], ENGAGEMENTS.disputes[engagement].length > 0].flatMap((holds, mark) => holds ? [mark] : []);
    }
  }
  function isInPeriod(engagement, [first, last]) {
    return ENGAGEMENTS.steps[engagement].some(([, , earliest, latest]) => (earliest !== null || latest !== null) && (earliest === null || earliest <= last) && (latest === null || latest >= first));
  }
  var DOWN = /* @__PURE__ */ new Set(["covers", "led to", "had during it"]);
  function outcomesOf(event) {
    const found = /* @__PURE__ */ new Set([event]);
    for (const engagement of found) {
      for (const [label, other] of ENGAGEMENTS.links[engagement]) if (other >= 0 && DOWN.has(label)) found.add(other);
    }
    return found;
  }
  var CONDITIONS = [
    { name: "asOf", isSet: () => state.asOf !== null, without: { asOf: null }, test: () => (e) => isKnownOn(e, state.asOf) },
    { name: "period", isSet: () => state.period, without: { period: null }, test: () => (e) => isInPeriod(e, state.period) },
    { name: "voices", isSet: () => state.voices > 1, without: { voices: 1 }, test: () => (e) => ENGAGEMENTS.voices[e] >= state.voices },
    {
      name: "text",
      isSet: () => state.text,
      without: { text: "" },
      test: () => {
        const found = matchText(state.text);
        return (e) => found.has(e);
      }
    },
    {
      name: "event",
      isSet: () => state.event !== null,
      without: { event: null },
      test: () => {
        const found = outcomesOf(state.event);
        return (e) => found.has(e);
      }
    },
    {
      name: "only",
      isSet: () => state.only,
      without: { only: null },
      test: () => (e) => {
        const parties = shownParties(e);
        return parties.some((node) => state.only.has(node)) && parties.filter((node) => state.only.has(node)).length >= Math.min(2, parties.length);
      }
    },
    {
      name: "neighbourhood",
      isSet: () => state.neighbourhood,
      without: { neighbourhood: null },
      test: () => {
        const { node, hops } = state.neighbourhood;
        const distance = distances(node, hops - 1, () => true);
        return (e) => shownParties(e).some((party) => distance[party] >= 0);
      }
    }
  ];
  for (const group of GROUPS) {
    CONDITIONS.push({
      name: group,
      isSet: () => state.chosen[group].size > 0,
      get without() {
        return { chosen: { ...state.chosen, [group]: /* @__PURE__ */ new Set() } };
      },
      test: () => (e) => [...termsOf(group, e)].some((term) => state.chosen[group].has(term))
    });
  }
  var conditions = () => CONDITIONS.filter(({ isSet }) => isSet()).map(({ name, without, test }) => [name, without, test()]);
  var facetCounts = {};
  var matching = new Uint8Array(SIZE.engagements);
  var known = 0;
  function applyFilters() {
    const active = conditions();
    matching = new Uint8Array(SIZE.engagements);
    known = 0;
    facetCounts = Object.fromEntries(GROUPS.map((group) => [group, new Int32Array(TERMS[group].length)]));
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!isKnownOn(engagement, state.asOf)) continue;
      known += 1;
      const failed = active.filter(([, , test]) => !test(engagement));
      if (!failed.length) matching[engagement] = 1;
      if (failed.length > 1) continue;
      for (const group of GROUPS) {
        if (failed.length && failed[0][0] !== group) continue;
        for (const term of termsOf(group, engagement)) if (term >= 0) facetCounts[group][term] += 1;
      }
    }
  }
  function whatHides() {
    const active = conditions();
    return active.map(([name, without]) => {
      const others = active.filter(([other]) => other !== name);
      let left = 0;
      for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
        if (isKnownOn(engagement, name === "asOf" ? null : state.asOf) && others.every(([, , test]) => test(engagement))) left += 1;
      }
      return [name, without, left];
    }).sort((a, b) => b[2] - a[2]);
  }
  var failedConditions = (engagement) => conditions().filter(([, , test]) => !test(engagement)).map(([name, without]) => [name, without]);
  var isRestricted = () => CONDITIONS.some(({ isSet }) => isSet()) || state.path !== null;
  var sum = (flags) => flags.reduce((total, flag) => total + flag, 0);

  // model/level.js
  var KEY_ORGANISATIONS = 25;
  var KEY_LINES = 150;
  var MAX_LINES = 3e3;
  var shown = {
    nodes: new Uint8Array(SIZE.nodes),
    engagements: new Uint8Array(SIZE.engagements),
    listed: new Uint8Array(SIZE.engagements),
    stacks: [],
    lines: 0,
    path: null,
    isReduced: false,
    counts: { nodes: 0, engagements: 0 },
    matching: { nodes: 0, engagements: 0 }
  };
  function rankNodes(candidates) {
    const values = NODES.measure[state.measure] || [];
    const larger = (a, b) => (values[b] ?? -1) - (values[a] ?? -1) || engagementsOf(b).length - engagementsOf(a).length || a - b;
    const sorted = [...candidates].sort(larger);
    if (DATA.sides < 2) return sorted;
    const sides = [0, 1].map((side) => sorted.filter((node) => NODES.country[node] === side));
    const ranking = [];
    for (let place = 0; place < Math.max(sides[0].length, sides[1].length); place += 1) {
      for (const side of sides) if (place < side.length) ranking.push(side[place]);
    }
    return [...ranking, ...sorted.filter((node) => NODES.country[node] < 0 || NODES.country[node] > 1)];
  }
  function buildStacks(isDrawn, fewest, mostLines = Infinity) {
    const stacks = /* @__PURE__ */ new Map();
    let lines = 0;
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!matching[engagement]) continue;
      const all = shownParties(engagement);
      const parties = [];
      for (const node of all) if (isDrawn[node]) parties.push(node);
      if (!parties.length || parties.length < fewest) continue;
      const key = parties.sort((a, b) => a - b).join(" ");
      const stack = stacks.get(key);
      if (stack) stack.engagements.push(engagement);
      else {
        if ((lines += parties.length) > mostLines) return null;
        stacks.set(key, { index: engagement, parties, engagements: [engagement] });
      }
    }
    return [...stacks.values()];
  }
  var countLines = (stacks) => stacks.reduce((lines, { parties }) => lines + parties.length, 0);
  function reduce(nodes, most, mostLines, required) {
    const ranking = [.../* @__PURE__ */ new Set([...required, ...rankNodes(nodes)])];
    const draw = (count) => {
      const isDrawn = new Uint8Array(SIZE.nodes);
      for (const node of ranking.slice(0, count)) isDrawn[node] = 1;
      return buildStacks(isDrawn, 2, mostLines);
    };
    let [low, high] = [Math.min(required.length, ranking.length), Math.min(most, ranking.length)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (draw(middle)) low = middle;
      else high = middle - 1;
    }
    return draw(low) || [];
  }
  function updateShown() {
    applyFilters();
    const everyNode = new Uint8Array(SIZE.nodes);
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (matching[engagement]) for (const node of shownParties(engagement)) everyNode[node] = 1;
    }
    const candidates = [...everyNode.keys()].filter((node) => everyNode[node]);
    const path = state.path && shortestPath(...state.path, (engagement) => matching[engagement]);
    const isKey = state.level === "key" && !state.neighbourhood && !state.only && state.event === null;
    const required = [...path ? path.nodes : [], ...state.neighbourhood ? [state.neighbourhood.node] : []];
    const [most, mostLines] = isKey ? [KEY_ORGANISATIONS, KEY_LINES] : [Infinity, MAX_LINES];
    const whole = candidates.length <= most && buildStacks(everyNode, 1, mostLines);
    const stacks = whole || reduce(candidates, most, mostLines, required);
    const nodes = new Uint8Array(SIZE.nodes), engagements = new Uint8Array(SIZE.engagements);
    for (const stack of stacks) {
      for (const node of stack.parties) nodes[node] = 1;
      for (const engagement of stack.engagements) engagements[engagement] = 1;
    }
    if (state.neighbourhood) nodes[state.neighbourhood.node] = 1;
    shown = {
      nodes,
      engagements,
      listed: matching,
      stacks,
      path,
      lines: countLines(stacks),
      isReduced: !whole && sum(engagements) < sum(matching),
      counts: { nodes: sum(nodes), engagements: sum(engagements) },
      matching: { nodes: candidates.length, engagements: sum(matching) }
    };
  }
  var SHOWN_BY = /* @__PURE__ */ new Set([
    "measure",
    "chosen",
    "voices",
    "people",
    "unnamed",
    "asOf",
    "period",
    "event",
    "only",
    "text",
    "neighbourhood",
    "path",
    "level"
  ]);
  onChange((changed) => {
    if (![...changed].some((name) => SHOWN_BY.has(name))) return;
    updateShown();
    changed.add("shown");
  });

  // map/layout.js
  var MOST_IN_ARCS = 110;
  var ROW = 36;
  var SWEEPS = 16;
  function chooseArcs(nodes, stacks) {
    const arcs = /* @__PURE__ */ new Map();
    if (DATA.sides === 2) {
      for (const { key, index } of nodes) arcs.set(key, [0, 1].includes(NODES.country[index]) ? NODES.country[index] : 2);
      return arcs;
    }
    const counts = [0, 0];
    for (const { key } of [...nodes].sort((a, b) => b.weight - a.weight || a.index - b.index)) {
      const partners = [0, 0];
      for (const { partyKeys } of stacks) {
        if (partyKeys.includes(key)) {
          for (const other of partyKeys) if (arcs.has(other)) partners[arcs.get(other)] += 1;
        }
      }
      const free = [0, 1].filter((arc) => counts[arc] < Math.ceil(nodes.length / 2));
      const best = free.length < 2 ? free[0] : partners[0] === partners[1] ? Number(counts[0] > counts[1]) : Number(partners[0] > partners[1]);
      arcs.set(key, best);
      counts[best] += 1;
    }
    return arcs;
  }
  function orderRows(arcs, nodes, stacks) {
    const rows = [0, 1, 2].map((arc) => nodes.filter(({ key }) => arcs.get(key) === arc));
    const heights = /* @__PURE__ */ new Map();
    const assign = (row) => row.forEach((node, place) => heights.set(node.key, (place + 0.5) / row.length));
    rows.forEach(assign);
    const stacksOf = new Map(nodes.map(({ key }) => [key, stacks.filter(({ partyKeys }) => partyKeys.includes(key))]));
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      const row = rows[sweep % 2];
      const pull = new Map(row.map((node) => {
        const others = stacksOf.get(node.key).flatMap(({ partyKeys }) => partyKeys.filter((key) => key !== node.key));
        const sum2 = others.reduce((total, key) => total + heights.get(key), heights.get(node.key));
        return [node.key, sum2 / (others.length + 1)];
      }));
      row.sort((a, b) => pull.get(a.key) - pull.get(b.key) || a.index - b.index);
      assign(row);
    }
    return rows;
  }
  function separate(stacks, halfWidth) {
    for (let round = 0; round < 80; round += 1) {
      let moved = false;
      for (let i = 0; i < stacks.length; i += 1) {
        for (let j = 0; j < i; j += 1) {
          const [a, b] = [stacks[i], stacks[j]];
          const [dx, dy] = [a.x - b.x || 0.01 * (i - j), a.y - b.y || 0.01];
          const distance = Math.hypot(dx, dy), overlap = 25 - distance;
          if (overlap <= 0) continue;
          moved = true;
          const step = (0.5 * overlap + 0.05) / distance;
          a.x += dx * step;
          a.y += dy * step;
          b.x -= dx * step;
          b.y -= dy * step;
        }
      }
      for (const stack of stacks) stack.x = Math.min(Math.max(stack.x, -halfWidth), halfWidth);
      if (!moved) return;
    }
  }
  function placeInArcs(nodes, stacks) {
    const arcs = chooseArcs(nodes, stacks);
    const rows = orderRows(arcs, nodes, stacks);
    const most = Math.max(rows[0].length, rows[1].length, 6);
    const height = most * ROW, width = Math.max(height * 0.95, 400);
    for (const arc of [0, 1]) {
      rows[arc].forEach((node, place) => {
        const u = 2 * (place + 0.5) / rows[arc].length - 1;
        const spread = rows[arc].length / most;
        const side = arc ? 1 : -1;
        Object.assign(node, {
          x: side * (width / 2) * (0.86 + 0.14 * Math.sqrt(1 - u * u)),
          y: u * height * Math.max(spread, Math.min(1, 0.5 + 0.5 * spread)) / 2,
          labelSide: side
        });
      });
    }
    const perRow = 4;
    rows[2].forEach((node, place) => {
      const inRow = Math.min(perRow, rows[2].length - Math.floor(place / perRow) * perRow);
      Object.assign(node, {
        labelSide: 0,
        x: ((place % perRow + 0.5) / inRow - 0.5) * width * 0.8,
        y: height / 2 + 30 + Math.floor(place / perRow) * 48
      });
    });
    const byKey = new Map(nodes.map((node) => [node.key, node]));
    const degree = new Map(nodes.map(({ key }) => [key, stacks.filter(({ partyKeys }) => partyKeys.includes(key)).length]));
    for (const stack of stacks) {
      const parties = stack.partyKeys.map((key) => byKey.get(key)).filter(Boolean);
      const weights = parties.map(({ key }) => 1 / (degree.get(key) + 1.5));
      const total = weights.reduce((sum2, weight) => sum2 + weight, 0);
      const mean = (axis) => parties.reduce((sum2, party, place) => sum2 + party[axis] * weights[place], 0) / total;
      stack.x = Math.min(Math.max(mean("x"), -width * 0.34), width * 0.34);
      stack.y = mean("y");
    }
    separate(stacks, width * 0.38);
    return most;
  }

  // map/scene.js
  var scene = { items: [], lines: [], byKey: /* @__PURE__ */ new Map(), linesOf: /* @__PURE__ */ new Map(), sides: false, arcs: false, rows: 0, stretch: [1, 1] };
  var itemKey = (kind, index) => `${kind} ${index}`;
  var findItem = (kind, index) => kind === "engagement" ? scene.stackOf.get(index) : scene.byKey.get(itemKey(kind, index));
  function addItem(item) {
    Object.assign(item, { key: itemKey(item.kind, item.index), order: scene.items.length });
    scene.items.push(item);
    scene.byKey.set(item.key, item);
    scene.linesOf.set(item.key, []);
    return item;
  }
  function progressOf(engagements) {
    const counts = /* @__PURE__ */ new Map();
    for (const engagement of engagements) {
      const set = statusSetOn(engagement, state.asOf);
      counts.set(set, (counts.get(set) || 0) + 1);
    }
    const sets = [...counts].sort((a, b) => setStrength(b[0]) - setStrength(a[0]) || a[0] - b[0]);
    return { sets, strength: setStrength(sets[0][0]) };
  }
  function commonest(values) {
    const counts = /* @__PURE__ */ new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].reduce((best, entry) => entry[1] > best[1] ? entry : best)[0];
  }
  function addNodes() {
    const values = NODES.measure[state.measure] || [];
    let highest = 0;
    for (let node = 0; node < SIZE.nodes; node += 1) if (shown.nodes[node] && values[node] > highest) highest = values[node];
    for (let node = 0; node < SIZE.nodes; node += 1) {
      if (!shown.nodes[node]) continue;
      const share = highest > 0 && values[node] > 0 ? Math.sqrt(values[node] / highest) : 0;
      const shape = kindShape(NODES.kind[node]);
      addItem({
        kind: "node",
        index: node,
        x: NODES.x[node],
        y: NODES.y[node],
        size: 4.6 + 10.4 * share,
        weight: 1 + share,
        shape,
        side: shape === "blank" ? "blank" : countrySide(NODES.country[node])
      });
    }
  }
  function addStacks() {
    for (const { index, parties, engagements } of shown.stacks) {
      const progress = progressOf(engagements);
      const type = commonest(engagements.map((engagement) => ENGAGEMENTS.type[engagement]));
      const stack = addItem({
        kind: "stack",
        index,
        engagements,
        type,
        ...progress,
        x: ENGAGEMENTS.x[index],
        y: ENGAGEMENTS.y[index],
        size: 5.6 + Math.min(1.1 * Math.sqrt(engagements.length - 1), 5),
        weight: 0.3 + Math.min(engagements.length, 20) / 40,
        shape: "card",
        side: "card",
        colour: `tone-${typeTone(type)}`,
        partyKeys: parties.map((node) => itemKey("node", node))
      });
      for (const engagement of engagements) scene.stackOf.set(engagement, stack);
      const width = 0.5 * lineWidth(Math.max(...engagements.map((engagement) => ENGAGEMENTS.voices[engagement])));
      for (const node of parties) {
        const line = { stack, node, from: findItem("node", node), to: stack, colour: stack.colour, width, strength: progress.strength };
        scene.lines.push(line);
        scene.linesOf.get(line.from.key).push(line);
        scene.linesOf.get(stack.key).push(line);
      }
    }
  }
  function buildScene() {
    Object.assign(scene, { items: [], lines: [], byKey: /* @__PURE__ */ new Map(), linesOf: /* @__PURE__ */ new Map(), stackOf: /* @__PURE__ */ new Map() });
    addNodes();
    const nodes = [...scene.items];
    addStacks();
    scene.arcs = nodes.length <= MOST_IN_ARCS;
    scene.rows = scene.arcs ? placeInArcs(nodes, scene.items.slice(nodes.length)) : 0;
    for (const item of scene.items) item.origin = state.pins.get(item.key) || [item.x, item.y];
    const sides = new Set(nodes.map((item) => item.side));
    scene.sides = TERMS.country.length > 1 && sides.has(0) && sides.has(1);
  }
  function highlightAround(kind, index) {
    const item = findItem(kind, index);
    if (!item) return null;
    const items = /* @__PURE__ */ new Set([item]), lines = /* @__PURE__ */ new Set(), secondary = /* @__PURE__ */ new Set();
    const add = (line) => {
      lines.add(line);
      items.add(line.from);
      items.add(line.to);
    };
    const ownLines = scene.linesOf.get(item.key);
    ownLines.forEach(add);
    if (item.kind === "node") {
      for (const line of ownLines) for (const other of scene.linesOf.get(line.to.key)) if (!lines.has(other)) secondary.add(other);
      secondary.forEach(add);
    }
    return { items, lines, secondary };
  }
  function highlightPath() {
    const { path } = shown;
    if (!path) return null;
    const nodes = new Set(path.nodes.map((node) => findItem("node", node))), stacks = new Set(path.engagements.map((engagement) => findItem("engagement", engagement)));
    const lines = new Set(scene.lines.filter((line) => stacks.has(line.to) && nodes.has(line.from)));
    return { items: new Set([...nodes, ...stacks].filter(Boolean)), lines };
  }

  // map/lines.js
  function projectItems(camera2) {
    const growth = Math.min(Math.max((camera2.scale / camera2.fitScale) ** 0.6, 0.55), 3.6) * camera2.density;
    for (const item of scene.items) {
      item.px = (item.x - camera2.x) * camera2.scale + camera2.width / 2;
      item.py = (item.y - camera2.y) * camera2.scale + camera2.height / 2;
      item.r = item.size * growth;
      item.isInFrame = item.px > -60 && item.px < camera2.width + 60 && item.py > -60 && item.py < camera2.height + 60;
    }
    for (const line of scene.lines) line.curve = lineCurve(line);
  }
  function lineCurve({ from, to }) {
    const [dx, dy] = [to.px - from.px, to.py - from.py];
    if (scene.arcs && from.labelSide) return [from.px, from.py, from.px + dx * 0.45, from.py, to.px, to.py];
    return [from.px, from.py, from.px + dx / 2 - dy * 0.06, from.py + dy / 2 + dx * 0.06, to.px, to.py];
  }
  var pointOnCurve = ([x1, y1, cx, cy, x2, y2], t) => [
    (1 - t) * (1 - t) * x1 + 2 * t * (1 - t) * cx + t * t * x2,
    (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * cy + t * t * y2
  ];
  var crossesFrame = ({ from: a, to: b }, { width, height }) => Math.max(a.px, b.px) > 0 && Math.min(a.px, b.px) < width && Math.max(a.py, b.py) > 0 && Math.min(a.py, b.py) < height;
  function drawLines(renderer, camera2, highlight, path) {
    const opacity = Math.min(0.85, Math.max(0.3, 11 / Math.sqrt(scene.lines.length + 1)));
    const groups = /* @__PURE__ */ new Map();
    const add = (layer, line, alpha, width) => {
      const key = `${layer} ${line.colour} ${alpha.toFixed(3)} ${width.toFixed(2)}`;
      if (!groups.has(key)) groups.set(key, { layer, curves: [], style: { colour: colours[line.colour], alpha, width } });
      groups.get(key).curves.push(line.curve);
    };
    for (const line of scene.lines) {
      if (!crossesFrame(line, camera2)) continue;
      const strength = opacity * (0.25 + 0.75 * line.strength), width = line.width * (0.6 + 0.4 * line.strength);
      const isOnPath = path && path.lines.has(line);
      if (isOnPath) groups.set(line, { layer: 1, curves: [line.curve], style: { colour: colours.accent, width: width + 6, alpha: 0.4 } });
      if (isOnPath || highlight && highlight.lines.has(line) && !highlight.secondary?.has(line)) add(3, line, Math.max(0.55, line.strength), width * 1.5);
      else if (highlight && highlight.secondary?.has(line)) add(2, line, strength, width);
      else add(0, line, highlight || path ? strength * 0.22 : strength, width);
    }
    for (const { curves, style } of [...groups.values()].sort((a, b) => a.layer - b.layer)) renderer.curves(curves, style);
  }

  // map/marks.js
  var CARD_PATH = "M-.86,-1H.86Q1.14,-1 1.14,-.72V.72Q1.14,1 .86,1H-.86Q-1.14,1 -1.14,.72V-.72Q-1.14,-1 -.86,-1Z";
  var QUESTION_MARK_PATH = "M-.34,-.3Q-.34,-.62 0,-.62T.34,-.3Q.34,-.06 0,.1V.26M0,.52V.56";
  var MIN_ICON_RADIUS = 5;
  function drawMark(renderer, item, isFaded) {
    const { px: x, py: y, r } = item;
    const d = item.shape === "card" ? CARD_PATH : SHAPES[item.shape];
    renderer.shape(d, x, y, r, { fill: colours.paper, colour: colours.paper, width: 3.5 });
    const alpha = isFaded ? 0.22 : 1;
    if (item.side === "card") return drawStack(renderer, item, alpha);
    const style = SIDE_STYLES[item.side];
    const colour = colours[`side-${item.side === "blank" ? 3 : item.side}`];
    if (style.ring) {
      const innerRadius = r * (1 - style.ring / 2);
      renderer.shape(d, x, y, innerRadius, {
        colour,
        width: Math.max(style.ring * r, 1.3),
        alpha,
        dashes: style.dash && style.dash.map((dash) => dash * innerRadius)
      });
    } else renderer.shape(d, x, y, r, { fill: colour, alpha });
    if (style.dot) renderer.shape(SHAPES.circle, x, y, style.dot * r, { fill: colours.paper });
    if (item.side === "blank" && r > 5) renderer.shape(QUESTION_MARK_PATH, x, y, r * 0.8, { colour, width: Math.max(1.2, r * 0.14), alpha });
  }
  function drawStack(renderer, item, alpha) {
    const { px: x, py: y, r, engagements, strength } = item;
    const colour = colours[item.colour];
    const pale = alpha * (0.45 + 0.55 * strength);
    if (r < MIN_ICON_RADIUS) return renderer.shape(CARD_PATH, x, y, r, { fill: colour, alpha: pale * 0.8 });
    renderer.shape(CARD_PATH, x, y, r, { fill: colours.card, colour, width: 1.5, alpha: pale });
    if (engagements.length === 1) {
      return renderer.shape(typeIcon(ENGAGEMENTS.type[engagements[0]]), x, y, r * 0.66, { colour, width: Math.max(1.2, r * 0.13), alpha: pale });
    }
    renderer.text(formatNumber(engagements.length), x, y - r * 0.14, {
      size: Math.min(Math.max(r * 1.05, 8.5), 17),
      weight: 650,
      colour: colours.ink,
      alpha
    });
    let left = x - r;
    for (const [set, count] of item.sets) {
      const width = 2 * r * count / engagements.length;
      renderer.rect(left, y + r * 0.62, width, r * 0.28, 0, { fill: colour, alpha: alpha * (0.15 + 0.85 * setStrength(set)) });
      left += width;
    }
  }
  var isSelected = (item) => Boolean(state.selection) && findItem(state.selection.kind, state.selection.index) === item;
  function drawMarks(renderer, highlight, path, hovered2) {
    const rank = (item) => isSelected(item) || item === hovered2 ? 2 : highlight && highlight.items.has(item) ? 1 : 0;
    const sorted = scene.items.filter((item) => item.isInFrame).map((item) => [rank(item), item]).sort(([a, first], [b, second]) => a - b || first.size - second.size || first.order - second.order);
    for (const [, item] of sorted) {
      const isOnPath = path && path.items.has(item);
      drawMark(renderer, item, (highlight || path) && !(highlight && highlight.items.has(item)) && !isOnPath);
      const isChosen = isSelected(item);
      const reach = item.shape === "card" ? 1.35 : 1.2;
      if (isOnPath) renderer.shape(SHAPES.circle, item.px, item.py, item.r * reach + 3, { colour: colours.accent, width: 2, alpha: 0.7 });
      if (isChosen || item === hovered2) {
        renderer.shape(
          SHAPES.circle,
          item.px,
          item.py,
          item.r * reach + 4,
          { colour: isChosen ? colours.accent : colours.soft, width: isChosen ? 2.5 : 1.5 }
        );
      }
      if (state.pins.has(item.key)) renderer.shape(SHAPES.circle, item.px + item.r, item.py - item.r, 2.6, { fill: colours.accent });
    }
  }

  // map/names.js
  function wrapText(text, maxLines, lineLength = 20, longest = 26) {
    const lines = [""];
    const words = stripControls(text).trim().split(/\s+/).flatMap((part) => /[\u3400-\u9fff]/.test(part) ? part.match(/.{1,10}/gu) : [part]);
    for (const part of words) {
      const last = lines[lines.length - 1];
      if (last && last.length + part.length > lineLength) lines.push(part);
      else lines[lines.length - 1] = last ? `${last} ${part}` : part;
    }
    const kept = lines.slice(0, maxLines).map((line) => line.length > longest ? `${[...line].slice(0, longest - 2).join("")}…` : line);
    if (lines.length > maxLines && !kept[maxLines - 1].endsWith("…")) kept[maxLines - 1] += "…";
    return kept;
  }
  function createAreaIndex() {
    const cells = /* @__PURE__ */ new Map();
    const CELL_SIZE = 64;
    const visitCells = (area, visit) => {
      for (let x = Math.floor(area.left / CELL_SIZE); x <= area.right / CELL_SIZE; x += 1) {
        for (let y = Math.floor(area.top / CELL_SIZE); y <= area.bottom / CELL_SIZE; y += 1) if (visit(x * 4096 + y)) return true;
      }
      return false;
    };
    const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return {
      add: (area) => visitCells(area, (key) => {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(area);
      }),
      free: (area) => !visitCells(area, (key) => (cells.get(key) || []).some((other) => overlap(area, other)))
    };
  }
  var measuringContext = document.createElement("canvas").getContext("2d");
  var widthCache = /* @__PURE__ */ new Map();
  function textWidth(text, weight, size) {
    const key = `${weight} ${size} ${text}`;
    if (!widthCache.has(key)) {
      if (widthCache.size > 6e3) widthCache = /* @__PURE__ */ new Map();
      measuringContext.font = `${weight} ${size}px ${colours.font}`;
      widthCache.set(key, measuringContext.measureText(text).width);
    }
    return widthCache.get(key);
  }
  var isArcNode = (item) => scene.arcs && item.labelSide !== void 0;
  var itemName = (item) => item.kind === "node" ? nodeMapName(item.index) : item.engagements.length === 1 ? engagementTitle(item.index).text : "";
  var sizeOf = (item, camera2) => camera2.width < 500 || rowHeight(camera2) < 18 ? 11 : item.kind === "stack" ? 11.5 : item.weight > 1.45 ? 13 : 12;
  var rowHeight = (camera2) => scene.arcs ? camera2.height * camera2.scale / camera2.fitScale / (scene.rows + 2) : Infinity;
  function arcNameWidths(width) {
    const widths = [0, 0];
    for (const item of scene.items) {
      if (!item.labelSide) continue;
      const side = item.labelSide < 0 ? 0 : 1;
      for (const line of wrapText(itemName(item), 2)) widths[side] = Math.max(widths[side], textWidth(line, 650, width < 500 ? 11 : 13) + item.size + 16);
    }
    return widths.map((needed) => Math.min(needed, width * 0.3));
  }
  function namePositions(item) {
    const { px: x, py: y } = item;
    const r = (item.kind === "stack" ? item.r * 1.15 : item.r) + 4;
    if (isArcNode(item) && item.labelSide) {
      const side = item.labelSide;
      return [0, 4, -4, 9, -9].map((dy) => [x + side * r, y + dy, side < 0 ? 1 : 0, 0.5]);
    }
    const d = item.r * 0.72 + 2;
    const positions = [
      [[x, y + r, 0.5, 0], 0, 1, 0],
      [[x, y - r, 0.5, 1], 0, -1, 0.2],
      [[x + r, y, 0, 0.5], 1, 0, 0.35],
      [[x - r, y, 1, 0.5], -1, 0, 0.35],
      [[x + d, y + d, 0, 0], 0.7, 0.7, 0.8],
      [[x - d, y + d, 1, 0], -0.7, 0.7, 0.8],
      [[x + d, y - d, 0, 1], 0.7, -0.7, 0.8],
      [[x - d, y - d, 1, 1], -0.7, -0.7, 0.8],
      [[x, y + r, 0.2, 0], 0.2, 0.95, 0.6],
      [[x, y + r, 0.8, 0], -0.2, 0.95, 0.6]
    ];
    const ownLines = scene.linesOf.get(item.key);
    const sample = ownLines.length > 40 ? ownLines.filter((_, index) => index % Math.ceil(ownLines.length / 40) === 0) : ownLines;
    return positions.map(([position, dx, dy, penalty]) => {
      let cost = penalty;
      for (const { from, to } of sample) {
        const other = from === item ? to : from;
        const distance = Math.hypot(other.px - x, other.py - y) || 1;
        cost += Math.max(0, (dx * (other.px - x) + dy * (other.py - y)) / distance - (dx ? 0.8 : 0.35));
      }
      return [position, cost];
    }).sort((a, b) => a[1] - b[1]).map(([position]) => position);
  }
  function nameArea([x, y, alignX, alignY], width, height) {
    const left = x - width * alignX, top2 = y - height * alignY;
    return { left, right: left + width, top: top2, bottom: top2 + height };
  }
  function placeNames(camera2, highlight, hovered2, occupied, areas) {
    for (const area of occupied) areas.add(area);
    const isInside2 = ({ left, right, top: top2, bottom }) => left >= 3 && right <= camera2.width - 3 && top2 >= 3 && bottom <= camera2.height - 3;
    const itemsInFrame = scene.items.filter((item) => item.isInFrame);
    for (const { px, py, r } of itemsInFrame) areas.add({ left: px - r, right: px + r, top: py - r, bottom: py + r });
    const rank = (item) => isSelected(item) ? 3 : item === hovered2 ? 2 : highlight && highlight.items.has(item) ? 1 : 0;
    const areStacksNamed = camera2.scale / camera2.fitScale > 2.2 || highlight && highlight.lines.size - highlight.secondary.size <= 12;
    const isNamed = (item) => item.kind === "node" || rank(item) > 1 || areStacksNamed && (rank(item) || !highlight);
    const candidates = itemsInFrame.filter((item) => isNamed(item) && itemName(item)).map((item) => [rank(item), item]).sort(([a, first], [b, second]) => b - a || Number(isArcNode(second)) - Number(isArcNode(first)) || second.weight - first.weight || first.order - second.order).slice(0, 400);
    const limit = Math.max(30, Math.round(camera2.width * camera2.height / 5200));
    const placed = [];
    for (const [itemRank, item] of candidates) {
      if (placed.length >= limit && !itemRank) break;
      const size = sizeOf(item, camera2);
      const weight = itemRank > 1 || item.weight > 1.45 ? 650 : 450;
      const text = itemName(item);
      const variants = isArcNode(item) && item.labelSide ? [...rowHeight(camera2) > 26 ? [wrapText(text, 2), wrapText(text, 3, 12)] : [], wrapText(text, 1, 34, 34)] : [wrapText(text, item.kind === "stack" ? 3 : 2), wrapText(text, 4, 11)];
      const positions = namePositions(item);
      for (const lines of variants) {
        const width = Math.max(...lines.map((line) => textWidth(line, weight, size))) + 4;
        const height = size * 1.18 * lines.length;
        const area = positions.map((position) => nameArea(position, width, height)).find((each) => isInside2(each) && areas.free(each)) || itemRank > 1 && lines === variants[1] && nameArea(positions[0], width, height);
        if (!area) continue;
        areas.add(area);
        placed.push({ item, lines, size, weight, dx: (area.left + area.right) / 2 - item.px, dy: area.top - item.py });
        break;
      }
    }
    return placed;
  }
  var lastPlaced = [];
  function drawNames(renderer, camera2, highlight, hovered2, occupied, isMoving) {
    const areas = createAreaIndex();
    if (!isMoving) lastPlaced = placeNames(camera2, highlight, hovered2, occupied, areas);
    for (const { item, lines, size, weight, dx, dy } of lastPlaced) {
      const isFaded = highlight && !highlight.items.has(item);
      lines.forEach((line, row) => renderer.text(
        line,
        item.px + dx,
        item.py + dy + size * 1.18 * (row + 0.5),
        { size, weight, colour: item.kind === "stack" ? colours.soft : colours.ink, alpha: isFaded ? 0.35 : 1, halo: colours.paper }
      ));
    }
    if (!isMoving) drawRoles(renderer, camera2, highlight, areas);
    return lastPlaced.length;
  }
  function drawRoles(renderer, camera2, highlight, areas) {
    const lines = highlight ? [...highlight.lines].filter((line) => !highlight.secondary.has(line)) : [];
    if (!lines.length || lines.length > 12) return;
    for (const line of lines) {
      const roles = new Set(line.stack.engagements.flatMap((engagement) => ENGAGEMENTS.parties[engagement]).filter(([, party]) => party === line.node).map(([role]) => termLabel("role", role)));
      if (!roles.size || roles.size > 2) continue;
      const text = stripControls([...roles].join(", "));
      const width = textWidth(text, 600, 11) + 4;
      for (const fraction of [0.5, 0.42, 0.58, 0.34, 0.66]) {
        const [x, y] = pointOnCurve(line.curve, fraction);
        const area = nameArea([x, y, 0.5, 0.5], width, 14);
        if (!areas.free(area) || area.left < 3 || area.right > camera2.width - 3) continue;
        areas.add(area);
        renderer.text(text, x, y, { size: 11, weight: 600, colour: colours[line.colour], halo: colours.paper });
        break;
      }
    }
  }

  // map/renderers.js
  var cleanForXml = (text) => stripControls(String(text)).replace(/[\ud800-\udfff\u007f-\u009f\ufffe\uffff]/gu, "");
  var pathCache = /* @__PURE__ */ new Map();
  function cachedPath(d) {
    if (!pathCache.has(d)) {
      if (pathCache.size > 4e3) pathCache.clear();
      pathCache.set(d, new Path2D(d));
    }
    return pathCache.get(d);
  }
  function createCanvasRenderer(ctx, font) {
    ctx.lineJoin = "round";
    ctx.textBaseline = "middle";
    ctx.direction = "ltr";
    const paint = ({ fill, colour, width, alpha = 1, dashes }, path) => {
      if (fill) {
        ctx.globalAlpha = alpha;
        ctx.fillStyle = fill;
        if (path) ctx.fill(path);
        else ctx.fill();
      }
      if (!colour) return;
      ctx.globalAlpha = alpha;
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.setLineDash(dashes || []);
      if (path) ctx.stroke(path);
      else ctx.stroke();
    };
    return {
      /** Draw a curve [x1, y1, cx, cy, x2, y2] with one control point. */
      curve([x1, y1, cx, cy, x2, y2], style) {
        ctx.beginPath();
        ctx.moveTo(x1, y1);
        ctx.quadraticCurveTo(cx, cy, x2, y2);
        paint(style);
      },
      /** Draw many curves of one style in one stroke, which is many times faster than one by one. */
      curves(list, style) {
        ctx.beginPath();
        for (const [x1, y1, cx, cy, x2, y2] of list) {
          ctx.moveTo(x1, y1);
          ctx.quadraticCurveTo(cx, cy, x2, y2);
        }
        paint(style);
      },
      /** Draw a path of radius 1 around (0, 0) at (x, y) with radius r. Widths and dashes are in pixels. */
      shape(d, x, y, r, style) {
        ctx.save();
        ctx.translate(x, y);
        ctx.scale(r, r);
        paint({ ...style, width: style.width / r, dashes: style.dashes && style.dashes.map((dash) => dash / r) }, cachedPath(d));
        ctx.restore();
      },
      rect(x, y, width, height, cornerRadius, style) {
        ctx.beginPath();
        ctx.roundRect(x, y, width, height, cornerRadius);
        paint(style);
      },
      text(text, x, y, { size, weight = 400, colour, alpha = 1, anchor = "middle", halo, spacing = 0 }) {
        ctx.font = `${weight} ${size}px ${font}`;
        if ("letterSpacing" in ctx) ctx.letterSpacing = `${spacing}px`;
        ctx.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
        ctx.globalAlpha = alpha;
        if (halo) {
          ctx.setLineDash([]);
          ctx.lineWidth = 3.6;
          ctx.strokeStyle = halo;
          ctx.strokeText(text, x, y);
        }
        ctx.fillStyle = colour;
        ctx.fillText(text, x, y);
      }
    };
  }
  function createSvgRenderer(root, font) {
    const round = (value) => String(Math.round(value * 100) / 100);
    const styleAttributes = ({ fill, colour, width, alpha = 1, dashes }) => ({
      fill: fill || "none",
      ...colour ? { stroke: colour, "stroke-width": round(width), "stroke-linejoin": "round" } : {},
      ...colour && dashes && dashes.length ? { "stroke-dasharray": dashes.map(round).join(" ") } : {},
      ...alpha < 1 ? { opacity: round(alpha) } : {}
    });
    const append = (tag, attributes, ...children) => root.append(svg(tag, attributes, ...children));
    return {
      curve: ([x1, y1, cx, cy, x2, y2], style) => append(
        "path",
        { d: `M${round(x1)},${round(y1)}Q${round(cx)},${round(cy)} ${round(x2)},${round(y2)}`, ...styleAttributes(style) }
      ),
      curves: (list, style) => append("path", { d: list.map(([x1, y1, cx, cy, x2, y2]) => `M${round(x1)},${round(y1)}Q${round(cx)},${round(cy)} ${round(x2)},${round(y2)}`).join(""), ...styleAttributes(style) }),
      shape: (d, x, y, r, style) => append("path", {
        d,
        transform: `translate(${round(x)} ${round(y)}) scale(${r.toFixed(3)})`,
        ...styleAttributes(style),
        ...style.colour ? { "stroke-width": (style.width / r).toFixed(4) } : {},
        ...style.dashes && style.dashes.length ? { "stroke-dasharray": style.dashes.map((dash) => (dash / r).toFixed(3)).join(" ") } : {}
      }),
      rect: (x, y, width, height, cornerRadius, style) => append(
        "rect",
        { x: round(x), y: round(y), width: round(width), height: round(height), rx: cornerRadius, ...styleAttributes(style) }
      ),
      text: (text, x, y, { size, weight = 400, colour, alpha = 1, anchor = "middle", halo, spacing = 0 }) => append("text", {
        x: round(x),
        y: round(y),
        fill: colour,
        "font-family": font,
        "font-size": size,
        "font-weight": weight,
        "text-anchor": anchor,
        "dominant-baseline": "central",
        ...alpha < 1 ? { opacity: round(alpha) } : {},
        ...spacing ? { "letter-spacing": spacing } : {},
        ...halo ? { stroke: halo, "stroke-width": 3.6, "stroke-linejoin": "round", "paint-order": "stroke" } : {}
      }, cleanForXml(text))
    };
  }

  // map/sides.js
  function drawSides(renderer, camera2) {
    if (!scene.sides) return [];
    const edges = [-Infinity, Infinity];
    for (const item of scene.items) {
      if (item.side === 0) edges[0] = Math.max(edges[0], item.px + item.r);
      if (item.side === 1) edges[1] = Math.min(edges[1], item.px - item.r);
    }
    const gutter = Math.max(edges[1] - edges[0], 0);
    const [leftEdge, rightEdge] = gutter > 0 ? [edges[0] + Math.min(14, gutter / 3), edges[1] - Math.min(14, gutter / 3)] : [(edges[0] + edges[1]) / 2, (edges[0] + edges[1]) / 2];
    const countryNames = [];
    const halves = [[0, Math.min(leftEdge, camera2.width), 0], [Math.max(rightEdge, 0), camera2.width, 1]];
    for (const [from, to, side] of halves) {
      if (to - from < 40) continue;
      renderer.rect(from, 0, to - from, camera2.height, 0, { fill: colours[`side-${side}`], alpha: 0.035 });
      const text = stripControls(termLabel("country", side));
      const size = camera2.width < 500 ? 12 : 14;
      const width = text.length * (size * 0.72 + 2);
      if (width > to - from - 16) continue;
      const x = side ? to - 18 : from + 18;
      countryNames.push({ left: side ? x - width : x, right: side ? x : x + width, top: 12, bottom: 34, draw: () => renderer.text(
        text,
        x,
        22,
        { size, weight: 600, colour: colours[`side-${side}`], anchor: side ? "end" : "start", spacing: 1.6, halo: colours.paper }
      ) });
    }
    return countryNames;
  }

  // map/map.js
  var mapElement = document.getElementById("map");
  var reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  var NETWORK_OPTIONS = {
    physics: { enabled: false },
    layout: { improvedLayout: false, randomSeed: 7 },
    nodes: { shape: "dot", hidden: true, physics: false, chosen: false, font: { size: 0 } },
    interaction: { hover: false, selectable: false, dragNodes: false, zoomSpeed: 0.7, keyboard: false }
  };
  var points = new vis.DataSet([]);
  var network = new vis.Network(mapElement, { nodes: points, edges: new vis.DataSet([]) }, NETWORK_OPTIONS);
  var camera = { x: 0, y: 0, scale: 1, width: 1, height: 1, fitScale: 1, density: 1 };
  var hovered = null;
  var drawDuration = 0;
  var isMovedByReader = false;
  var movingUntil = 0;
  readColours();
  function drawMap(renderer, camera2, occupied, isMoving = false) {
    projectItems(camera2);
    const hoveredItem = hovered && findItem(hovered.kind, hovered.index);
    const path = highlightPath();
    const highlight = state.selection && highlightAround(state.selection.kind, state.selection.index) || hovered && highlightAround(hovered.kind, hovered.index);
    const countryNames = drawSides(renderer, camera2);
    drawLines(renderer, camera2, highlight, path);
    drawMarks(renderer, highlight, path, hoveredItem);
    drawNames(renderer, camera2, highlight, hoveredItem, [...occupied, ...countryNames], isMoving);
    for (const { draw } of countryNames) draw();
  }
  function readCamera() {
    const { x, y } = network.getViewPosition();
    return Object.assign(camera, { x, y, scale: network.getScale(), width: mapElement.clientWidth, height: mapElement.clientHeight });
  }
  network.on("afterDrawing", (ctx) => {
    if (!mapElement.clientWidth) return;
    const start = performance.now();
    const ratio = ctx.canvas.width / mapElement.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    readCamera();
    const frame = mapElement.getBoundingClientRect();
    const { left, right, top: top2, bottom } = document.querySelector(".zoom").getBoundingClientRect();
    const buttons = { left: left - frame.left - 4, right: right - frame.left + 4, top: top2 - frame.top - 4, bottom: bottom - frame.top + 4 };
    drawMap(createCanvasRenderer(ctx, colours.font), camera, [buttons], start < movingUntil);
    ctx.restore();
    drawDuration = performance.now() - start;
  });
  function keepMoving() {
    isMovedByReader = true;
    movingUntil = performance.now() + 160;
    clearTimeout(keepMoving.timer);
    keepMoving.timer = setTimeout(() => network.redraw(), 180);
  }
  function repaint() {
    readColours();
    network.redraw();
  }
  var animationOptions = () => reducedMotion.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" };
  function fitCamera(width, height) {
    const isNarrow = width < 500;
    const [nameLeft, nameRight] = scene.arcs ? arcNameWidths(width) : [0, 0];
    const margin = isNarrow ? 30 : 58;
    const margins = { left: Math.max(margin, nameLeft), right: Math.max(margin, nameRight), top: scene.sides ? 50 : 34, bottom: isNarrow ? 62 : 40 };
    const density = scene.arcs ? Math.min(Math.max(Math.min(height / (scene.rows * 36 + 1), width / 540), 0.5), 1.1) : Math.min(Math.max(Math.sqrt(width * height / Math.max(scene.items.length, 1)) / 62, 0.5), 1.2);
    let [left, right, top2, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { origin: [x, y] } of scene.items) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top2 = Math.min(top2, y);
      bottom = Math.max(bottom, y);
    }
    if (left > right) [left, right, top2, bottom] = [-1, 1, -1, 1];
    const [availableWidth, availableHeight] = [
      Math.max(width - margins.left - margins.right, 40),
      Math.max(height - margins.top - margins.bottom, 40)
    ];
    const ratio = availableHeight / availableWidth / ((bottom - top2 + 1) / (right - left + 1));
    scene.stretch = scene.arcs ? [Math.max(1 / ratio, 1), Math.max(ratio, 1)] : [Math.min(Math.max(1 / ratio, 1), 1.5), Math.min(Math.max(ratio, 1), 1.9)];
    for (const item of scene.items) [item.x, item.y] = [item.origin[0] * scene.stretch[0], item.origin[1] * scene.stretch[1]];
    [left, right, top2, bottom] = [left * scene.stretch[0], right * scene.stretch[0], top2 * scene.stretch[1], bottom * scene.stretch[1]];
    const scale = Math.max(Math.min(availableWidth / Math.max(right - left, 1), availableHeight / Math.max(bottom - top2, 1), 2.4), 1e-4);
    return {
      x: (left + right) / 2 + (margins.right - margins.left) / 2 / scale,
      y: (top2 + bottom) / 2 + (margins.bottom - margins.top) / 2 / scale,
      scale,
      fitScale: scale,
      density,
      width,
      height
    };
  }
  function updateFit() {
    const fitted = fitCamera(mapElement.clientWidth || 1, mapElement.clientHeight || 1);
    Object.assign(camera, { fitScale: fitted.fitScale, density: fitted.density });
    return fitted;
  }
  function restoreCamera() {
    isMovedByReader = true;
    network.setSize("100%", "100%");
    updateFit();
    const [x, y, scale] = state.camera;
    network.moveTo({ position: { x: x * scene.stretch[0], y: y * scene.stretch[1] }, scale, animation: false });
  }
  function fit(animated = true) {
    if (!mapElement.clientWidth) return;
    network.setSize("100%", "100%");
    const { x, y, scale } = updateFit();
    isMovedByReader = false;
    network.moveTo({ position: { x, y }, scale, animation: animated && animationOptions() });
    if (state.camera) change({ camera: null });
  }
  function zoomBy(factor) {
    const scale = Math.min(Math.max(network.getScale() * factor, camera.fitScale * 0.3), camera.fitScale * 30);
    isMovedByReader = true;
    network.moveTo({ scale, animation: animationOptions() });
    saveCamera();
  }
  function panBy(dx, dy) {
    const { x, y, scale, width, height } = readCamera();
    isMovedByReader = true;
    network.moveTo({ position: { x: x + dx * width / scale, y: y + dy * height / scale }, scale, animation: animationOptions() });
    saveCamera();
  }
  function saveCamera() {
    clearTimeout(saveCamera.timer);
    saveCamera.timer = setTimeout(() => {
      const { x, y } = network.getViewPosition();
      change({ camera: [x / scene.stretch[0], y / scene.stretch[1], network.getScale()] }, { fromMap: true });
    }, 450);
  }
  function panTo(item) {
    if (!item) return;
    const panel2 = document.getElementById("panel");
    const freeHeight = getComputedStyle(panel2).position === "fixed" && panel2.offsetHeight ? Math.max(panel2.getBoundingClientRect().top - mapElement.getBoundingClientRect().top, 120) : mapElement.clientHeight;
    const visibleHeight = Math.min(freeHeight, mapElement.clientHeight);
    projectItems(readCamera());
    if (item.px > 40 && item.py > 30 && item.px < mapElement.clientWidth - 40 && item.py < visibleHeight - 40) return;
    const scale = network.getScale();
    network.moveTo({
      position: { x: item.x, y: item.y + (mapElement.clientHeight - visibleHeight) / 2 / scale },
      scale,
      animation: animationOptions()
    });
  }
  function setHovered(kind, index) {
    const next = index >= 0 ? { kind, index } : null;
    if (next?.kind === hovered?.kind && next?.index === hovered?.index) return false;
    hovered = next;
    network.redraw();
    return true;
  }
  for (const name of ["dragging", "zoom"]) network.on(name, keepMoving);
  for (const name of ["dragEnd", "zoom"]) network.on(name, saveCamera);
  network.on("resize", () => requestAnimationFrame(() => {
    if (!mapElement.clientWidth) return;
    if (state.camera) restoreCamera();
    else if (!isMovedByReader) fit(false);
  }));
  onChange((changed, { refit, move = true, fromMap } = {}) => {
    if (fromMap) return;
    if (changed.has("shown") || changed.has("pins") || changed.has("language")) {
      buildScene();
      if (hovered && !findItem(hovered.kind, hovered.index)) hovered = null;
      updateFit();
      points.clear();
      points.add(scene.items.map(({ key, x, y }) => ({ id: key, x, y })));
    }
    if (changed.has("camera") && state.camera) restoreCamera();
    else if (refit || changed.has("view") || changed.has("shown") && !isMovedByReader) fit(false);
    else if (changed.has("selection") && state.selection && move) {
      requestAnimationFrame(() => {
        if (state.selection) panTo(findItem(state.selection.kind, state.selection.index));
      });
    }
    network.redraw();
  });

  // text/dates.js
  function parseDate(edtf) {
    const match = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);
    if (!match || match[2] > 12 || match[2] === "00") return null;
    return { year: match[1], month: match[2] ? Number(match[2]) : 0, day: match[3] ? Number(match[3]) : 0, qualifier: match[4] };
  }
  function formatSingleDate(edtf, omit = "", short = false) {
    const parts = parseDate(edtf);
    if (!parts) return edtf;
    const { month, day, qualifier } = parts;
    const year = omit ? "" : parts.year.replaceAll("X", "0") + (parts.year.includes("X") ? translate("decade") : "");
    const shownMonth = omit === "month" ? 0 : month;
    const name = shownMonth ? translate("months").split(" ")[shownMonth - 1] : "";
    const text = interfaceLanguage() === "zh" ? [year && (parts.year.includes("X") ? year : `${year}年`), shownMonth && `${shownMonth}月`, day && `${day}日`].filter(Boolean).join("") : [day || "", short && interfaceLanguage() === "en" ? name.slice(0, 3) : name, year].filter(Boolean).join(" ");
    return qualifier ? translate({ "~": "about", "?": "probably", "%": "probablyAbout" }[qualifier], text) : text;
  }
  var INTERVAL_PATTERN = /^([[{]?)([^[\]{}/,]*?)(\.\.|\/|,)([^[\]{}/,]*?)[\]}]?$/;
  function formatIntervalEnds(from, to, short) {
    const [start, end] = [parseDate(from), parseDate(to)];
    const samePrecision = start && end && !start.qualifier && !end.qualifier && Boolean(start.month) === Boolean(end.month) && Boolean(start.day) === Boolean(end.day);
    const shared = !samePrecision || start.year !== end.year || !start.month ? "" : start.month === end.month && start.day ? "month" : "year";
    return interfaceLanguage() === "zh" ? [formatSingleDate(from, "", short), formatSingleDate(to, shared, short)] : [formatSingleDate(from, shared, short), formatSingleDate(to, "", short)];
  }
  function formatDate(edtf) {
    const [, set, from, , to] = INTERVAL_PATTERN.exec(edtf) || [];
    if (to === void 0) return formatSingleDate(edtf);
    if (!from) return translate("by", formatSingleDate(to));
    if (!to || to === "..") return translate("since", formatSingleDate(from));
    return translate(set ? "between" : "fromTo", ...formatIntervalEnds(from, to, false));
  }
  function formatShortDate(edtf) {
    const [, , from, , to] = INTERVAL_PATTERN.exec(edtf) || [];
    if (from && to && to !== "..") return formatIntervalEnds(from, to, true).join("–");
    return to === void 0 ? formatSingleDate(edtf, "", true) : formatDate(edtf);
  }
  var formatDay = (day) => day === null || day === void 0 ? "" : formatSingleDate(formatIsoDay(day));

  // controls/header.js
  function announce(text) {
    byId("message").textContent = text;
    byId("message").classList.add("visible");
    clearTimeout(announce.timer);
    announce.timer = setTimeout(() => byId("message").classList.remove("visible"), 4e3);
  }
  function translatePage() {
    document.documentElement.lang = interfaceLanguage();
    document.documentElement.dir = RIGHT_TO_LEFT.has(interfaceLanguage()) ? "rtl" : "ltr";
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = translate(element.dataset.text);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", translate(element.dataset.label));
    for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = translate(element.dataset.placeholder);
    for (const id of ["in", "out", "fit", "lasso"]) byId(id).title = translate(byId(id).dataset.label);
    byId("language").value = language();
  }
  function showCounts() {
    const { counts, matching: matching2 } = shown;
    const drawn = state.view === "map" ? counts.engagements : matching2.engagements;
    const text = pluralise(state.view === "map" ? counts.nodes : matching2.nodes, "organisation") + translate("comma") + (drawn === known ? pluralise(drawn, "engagement") : translate("of", formatNumber(drawn), pluralise(known, "engagement")));
    const day = state.asOf ?? DATA.as_of;
    byId("counts").textContent = day === null ? text : `${text} · ${translate("asOfDay", formatDay(day))}`;
  }
  function showEmpty() {
    const isEmpty = shown.matching.engagements === 0;
    byId("empty").hidden = !isEmpty;
    if (!isEmpty) return;
    byId("empty").replaceChildren(
      el("p", {}, translate(SIZE.engagements ? "nothingLeft" : "nothingYet")),
      ...whatHides().map(([name, without, left]) => button(
        { class: "link" },
        () => change(without, { refit: true }),
        translate("dropFilter", conditionName(name), pluralise(left, "engagement"))
      ))
    );
  }
  var conditionName = (name) => translate(GROUPS.includes(name) ? `group_${name}` : `condition_${name}`);
  function showBanner() {
    const notices = [];
    const addNotice = (text, ...actions) => notices.push(el("span", {}, text, ...actions.flatMap(([key, patch]) => [
      " ",
      button({ class: "link" }, () => {
        change(patch, { refit: true });
        if (document.activeElement === document.body) byId("map").focus();
      }, translate(key))
    ])));
    if (state.event !== null) addNotice(translate("eventBanner", engagementTitle(state.event).text), ["showAll", { event: null }]);
    if (state.only) addNotice(translate("onlyBanner", pluralise(state.only.size, "organisation")), ["showAll", { only: null }]);
    if (state.text) addNotice(translate("textBanner", state.text), ["showAll", { text: "" }]);
    if (state.neighbourhood) {
      const { hops, node } = state.neighbourhood;
      addNotice(translate("nearBanner", pluralise(hops, "step"), nodeName(node).text), ["showAll", { neighbourhood: null }]);
    }
    if (state.path) {
      const names = shown.path && shown.path.nodes.map((node) => nodeName(node).text).join(" – ");
      addNotice(
        shown.path ? translate("pathShown", pluralise(shown.path.nodes.length - 1, "step"), names) : translate("pathNone"),
        ["pathClear", { path: null }]
      );
    }
    if (state.view === "map" && shown.isReduced) {
      addNotice(translate(
        "keyBanner",
        formatNumber(shown.counts.nodes),
        pluralise(shown.matching.nodes, "organisation"),
        formatNumber(shown.counts.engagements),
        pluralise(shown.matching.engagements, "engagement")
      ), ...state.level === "key" ? [["showAll", { level: "all" }]] : []);
    } else if (state.view === "map" && state.level === "all" && !shown.isReduced) addNotice("", ["showLargest", { level: "key" }]);
    const unseen = shown.matching.engagements - shown.counts.engagements;
    if (state.view === "map" && !shown.isReduced && unseen) addNotice(
      translate("unnamedBanner", pluralise(unseen, "engagement")),
      ...state.unnamed ? [] : [["showUnnamed", { unnamed: true }]]
    );
    if (state.pins.size) addNotice("", ["releasePins", { pins: /* @__PURE__ */ new Map() }]);
    byId("banner").replaceChildren(...notices);
    byId("banner").hidden = !notices.length;
  }
  for (const view of VIEWS) byId(`view-${view}`).addEventListener("click", () => change({ view }, { history: true }));
  byId("language").append(...DATA.languages.map((code) => el("option", { value: code, lang: code }, languageName(code))));
  byId("language").parentElement.hidden = DATA.languages.length < 2;
  byId("language").addEventListener("change", () => change({ language: byId("language").value }));
  byId("copy-link").addEventListener("click", async () => {
    try {
      if (self !== top) throw new Error("a frame has no address worth sending");
      await navigator.clipboard.writeText(location.href);
      announce(translate("linkCopied"));
    } catch {
      announce(translate("linkByHand"));
    }
  });
  byId("in").addEventListener("click", () => zoomBy(1.35));
  byId("out").addEventListener("click", () => zoomBy(1 / 1.35));
  byId("fit").addEventListener("click", () => {
    change({ camera: null });
    fit();
  });
  var isPanelWanted = true;
  function updatePanel() {
    const closed = !isPanelWanted && !state.selection;
    byId("layout").classList.toggle("closed", closed);
    byId("show-panel").setAttribute("aria-expanded", String(!closed));
  }
  byId("show-panel").addEventListener("click", () => {
    isPanelWanted = byId("layout").classList.contains("closed");
    if (!isPanelWanted && state.selection) select(null);
    updatePanel();
    if (isPanelWanted) byId("panel").scrollIntoView({ block: "nearest" });
  });
  onChange((changed) => {
    if (changed.has("language")) translatePage();
    if (changed.has("view")) {
      for (const view of VIEWS) {
        byId(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
        byId(`stage-${view}`).hidden = view !== state.view;
      }
    }
    if (["shown", "language", "measure", "view", "pins"].some((name) => changed.has(name))) {
      showCounts();
      showBanner();
      showEmpty();
    }
    if (changed.has("selection")) updatePanel();
  });

  // model/address.js
  var FLAGS = ["people", "unnamed"];
  var CHOICES = {
    view: VIEWS,
    measure: MEASURES,
    level: ["key", "all"],
    language: DATA.languages,
    boardRows: ["party", "paper"],
    boardSort: ["silence", "size", "name"]
  };
  var SELECTABLE = {
    node: [(index) => NODES.iri[index], findNode],
    engagement: [(index) => ENGAGEMENTS.iri[index], findEngagement],
    stack: [(index) => ENGAGEMENTS.iri[index], findEngagement]
  };
  function formatAddress() {
    const parameters = new URLSearchParams();
    const defaults = defaultState();
    for (const name of [...Object.keys(CHOICES), "voices", "text"]) if (state[name] !== defaults[name]) parameters.set(name, state[name]);
    for (const name of FLAGS) if (state[name]) parameters.set(name, "yes");
    for (const group of GROUPS) for (const index of state.chosen[group]) parameters.append(group, TERMS[group][index].id);
    if (state.asOf !== null) parameters.set("as-of", formatIsoDay(state.asOf));
    if (state.period) parameters.set("months", state.period.map(monthOf).join(" "));
    if (state.event !== null) parameters.set("event", ENGAGEMENTS.iri[state.event]);
    for (const node of state.only || []) parameters.append("only", NODES.iri[node]);
    if (state.selection) parameters.set(state.selection.kind, SELECTABLE[state.selection.kind][0](state.selection.index));
    if (state.neighbourhood) parameters.set("near", `${state.neighbourhood.hops} ${NODES.iri[state.neighbourhood.node]}`);
    for (const node of state.path || []) parameters.append("path", NODES.iri[node]);
    for (const [key, [x, y]] of state.pins) {
      const [kind, index] = key.split(" ");
      parameters.append("pin", `${kind} ${SELECTABLE[kind][0](index)} ${Math.round(x)} ${Math.round(y)}`);
    }
    if (state.camera) parameters.set("camera", state.camera.map((number) => Number(number.toPrecision(5))).join(" "));
    if (String(state.sort) !== String(defaults.sort)) parameters.set("sort", `${state.sort[0]}${state.sort[1] ? "" : "-"}`);
    return String(parameters).replaceAll("%3A", ":");
  }
  function parseAddress(hash) {
    const parameters = new URLSearchParams(hash.replace(/^#/, ""));
    const result = defaultState();
    const unknown = [];
    const read = (name, parse) => {
      for (const text of parameters.getAll(name)) {
        const value = parse(text);
        if (value === null || value === void 0 || value === -1) unknown.push(`${name}=${text}`);
      }
      parameters.delete(name);
    };
    const keep = (name, value) => {
      if (value !== null && value !== -1) result[name] = value;
      return value;
    };
    for (const [name, allowed] of Object.entries(CHOICES)) read(name, (text) => keep(name, allowed.includes(text) ? text : null));
    for (const name of FLAGS) read(name, (text) => keep(name, text === "yes" ? true : null));
    for (const group of GROUPS) {
      read(group, (text) => {
        const index = TERMS[group].findIndex(({ id }) => id === text);
        return index < 0 ? null : result.chosen[group].add(index);
      });
    }
    read("voices", (text) => keep("voices", /^[1-9]\d?$/.test(text) ? Number(text) : null));
    read("text", (text) => keep("text", text.slice(0, 200)));
    read("as-of", (text) => keep("asOf", parseDay(text)));
    read("months", (text) => {
      const [first, last] = text.split(" ").map(daysOfMonth);
      return keep("period", first && last && first[0] <= last[1] ? [first[0], last[1]] : null);
    });
    read("event", (text) => keep("event", findEngagement(text)));
    read("only", (text) => {
      const node = findNode(text);
      return node < 0 ? null : keep("only", (result.only || /* @__PURE__ */ new Set()).add(node));
    });
    for (const [kind, [, find]] of Object.entries(SELECTABLE)) {
      read(kind, (text) => find(text) < 0 ? null : keep("selection", { kind, index: find(text) }));
    }
    read("near", (text) => {
      const [, hops, name] = /^([1-3]) (.+)$/.exec(text) || [];
      return name && findNode(name) >= 0 ? keep("neighbourhood", { node: findNode(name), hops: Number(hops) }) : null;
    });
    const path = [];
    read("path", (text) => findNode(text) < 0 ? null : path.push(findNode(text)));
    if (path.length === 2) result.path = path;
    read("pin", (text) => {
      const [, kind, name, x, y] = /^(node|stack) (.+) (-?\d{1,6}) (-?\d{1,6})$/.exec(text) || [];
      const index = kind ? SELECTABLE[kind][1](name) : -1;
      return index < 0 ? null : result.pins.set(`${kind} ${index}`, [Number(x), Number(y)]);
    });
    read("camera", (text) => {
      const numbers = text.split(" ").map(Number);
      return keep("camera", numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 1e-3 && numbers[2] < 100 ? numbers : null);
    });
    read("sort", (text) => keep("sort", /^\d-?$/.test(text) ? [Number(text[0]), text.length < 2] : null));
    parameters.delete("embed");
    for (const [name, text] of parameters) unknown.push(`${name}=${text}`);
    return { result, unknown };
  }
  function readAddress() {
    const { result, unknown } = parseAddress(location.hash);
    const focus = location.hash.length < 2 && DATA.focus ? findNode(DATA.focus.node) : -1;
    if (focus >= 0) {
      result.neighbourhood = { node: focus, hops: Math.min(MAX_HOPS, DATA.focus.hops) };
      result.selection = { kind: "node", index: focus };
    }
    change(result, { refit: !result.camera });
    return unknown;
  }
  var embedded = new URLSearchParams(location.hash.slice(1)).get("embed") === "yes";
  var isEmbedded = () => embedded;
  onChange((changed, { history: addToHistory = false } = {}) => {
    const hash = [formatAddress(), embedded ? "embed=yes" : ""].filter(Boolean).join("&");
    if (location.hash.slice(1) === hash) return;
    try {
      history[addToHistory ? "pushState" : "replaceState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
    }
  });

  // map/pointer.js
  var tooltip = document.getElementById("tooltip");
  var lasso = document.getElementById("lasso");
  var lassoPath = document.querySelector("#lasso-line path");
  var narrowScreen = matchMedia("(max-width: 900px)");
  function hitTest(x, y, tolerance) {
    let best = null, least = Infinity;
    for (const item of scene.items) {
      const distance = Math.hypot(item.px - x, item.py - y) - item.r;
      if (distance < tolerance && distance < least) [best, least] = [item, distance];
    }
    if (best) return best;
    least = tolerance + 1;
    for (const { curve, to } of scene.lines) {
      if (!curve) continue;
      const [x1, y1, cx, cy, x2, y2] = curve;
      if (x < Math.min(x1, cx, x2) - tolerance || x > Math.max(x1, cx, x2) + tolerance || y < Math.min(y1, cy, y2) - tolerance || y > Math.max(y1, cy, y2) + tolerance) continue;
      for (let step = 0; step <= 24; step += 1) {
        const [px, py] = pointOnCurve(curve, step / 24);
        const distance = Math.hypot(px - x, py - y);
        if (distance < least + 4) [best, least] = [to, distance];
      }
    }
    return best;
  }
  function positionOf(item) {
    projectItems(readCamera());
    return [item.px, item.py];
  }
  function describe(item) {
    const softLine = (...parts) => el("span", { class: "soft" }, parts.filter(Boolean).join(" · "));
    if (item.kind === "node") {
      return [el("strong", {}, nameElement(item.index)), softLine(
        termLabel("kind", NODES.kind[item.index]),
        termLabel("country", NODES.country[item.index]),
        pluralise(engagementsOf(item.index).length, "engagement")
      )];
    }
    const [first] = item.engagements;
    if (item.engagements.length === 1) {
      const { text, lang } = engagementTitle(first);
      return [el("strong", {}, bdi(text, lang)), softLine(
        capitalise(termLabel("type", ENGAGEMENTS.type[first])),
        termLabel("status", statusOn(first, state.asOf))
      )];
    }
    const parties = scene.linesOf.get(item.key).flatMap(({ node }, place) => [place ? " – " : "", nameElement(node)]);
    return [el("strong", {}, ...parties), softLine(
      pluralise(item.engagements.length, "engagement"),
      ...item.sets.map(([set, count]) => `${count} ${termLabel("set", set)}`)
    )];
  }
  function showTooltip(x, y, item) {
    tooltip.replaceChildren(...describe(item));
    tooltip.hidden = false;
    const left = Math.min(x + 14, mapElement.clientWidth - tooltip.offsetWidth - 8);
    const top2 = y + 18 + tooltip.offsetHeight > mapElement.clientHeight ? y - tooltip.offsetHeight - 12 : y + 18;
    tooltip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top2, 8)}px)`;
  }
  function hideTooltip() {
    tooltip.hidden = true;
    mapElement.classList.remove("pointing");
  }
  function choose(item, options) {
    if (item.kind === "stack" && item.engagements.length === 1) select("engagement", item.engagements[0], options);
    else select(item.kind, item.index, options);
  }
  var inFrame = (event) => {
    const frame = mapElement.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };
  mapElement.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const [x, y] = inFrame(event);
    const item = hitTest(x, y, 4);
    setHovered(item ? item.kind : "", item ? item.index : -1);
    if (!item) return hideTooltip();
    mapElement.classList.add("pointing");
    showTooltip(x, y, item);
  });
  mapElement.addEventListener("pointerleave", () => {
    hideTooltip();
    setHovered("", -1);
  });
  network.on("click", ({ pointer, event }) => {
    hideTooltip();
    const item = hitTest(pointer.DOM.x, pointer.DOM.y, event && event.pointerType === "touch" ? 14 : 5);
    if (item) choose(item, { move: narrowScreen.matches });
    else if (state.selection) select(null);
  });
  network.on("dragStart", hideTooltip);
  mapElement.addEventListener("touchend", (event) => {
    if (event.target.matches("canvas")) event.preventDefault();
  });
  function follow(event, move, done) {
    event.stopPropagation();
    mapElement.setPointerCapture(event.pointerId);
    const [startX, startY] = inFrame(event);
    let moved = false;
    const onMove = (next) => {
      const [x, y] = inFrame(next);
      moved ||= Math.hypot(x - startX, y - startY) > 4;
      if (moved) move(x, y);
    };
    const stop = (next) => {
      mapElement.removeEventListener("pointermove", onMove);
      for (const name of ["pointerup", "pointercancel"]) mapElement.removeEventListener(name, stop, true);
      next.stopPropagation();
      done(moved && next.type === "pointerup");
    };
    mapElement.addEventListener("pointermove", onMove);
    for (const name of ["pointerup", "pointercancel"]) mapElement.addEventListener(name, stop, true);
  }
  function startDrag(event, item) {
    hideTooltip();
    follow(event, (x, y) => {
      item.x = (x - camera.width / 2) / camera.scale + camera.x;
      item.y = (y - camera.height / 2) / camera.scale + camera.y;
      keepMoving();
      network.redraw();
    }, (moved) => {
      if (!moved) return choose(item);
      const pins = new Map(state.pins).set(item.key, [Math.round(item.x / scene.stretch[0]), Math.round(item.y / scene.stretch[1])]);
      change({ pins }, { history: true });
    });
  }
  function isInside([x, y], polygon) {
    let inside = false;
    polygon.forEach(([x1, y1], place) => {
      const [x2, y2] = polygon[(place + 1) % polygon.length];
      if (y1 > y !== y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) inside = !inside;
    });
    return inside;
  }
  function startLasso(event) {
    const polygon = [inFrame(event)];
    follow(event, (x, y) => {
      polygon.push([x, y]);
      lassoPath.setAttribute("d", `M${polygon.map((point) => point.join(",")).join("L")}Z`);
    }, (moved) => {
      lassoPath.setAttribute("d", "");
      lasso.setAttribute("aria-pressed", "false");
      const nodes = scene.items.filter((item) => item.kind === "node" && isInside([item.px, item.py], polygon)).map(({ index }) => index);
      if (moved && nodes.length) change({ only: new Set(nodes), selection: null }, { refit: true, history: true });
    });
  }
  mapElement.addEventListener("pointerdown", (event) => {
    if (event.button || !event.target.matches("canvas")) return;
    if (event.shiftKey || lasso.getAttribute("aria-pressed") === "true") return startLasso(event);
    if (event.pointerType === "touch") return;
    const item = hitTest(...inFrame(event), 4);
    if (item && item.px !== void 0 && Math.hypot(item.px - inFrame(event)[0], item.py - inFrame(event)[1]) < item.r + 4) startDrag(event, item);
  }, true);
  lasso.addEventListener("click", () => lasso.setAttribute("aria-pressed", String(lasso.getAttribute("aria-pressed") !== "true")));

  // map/keyboard.js
  var DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  var cursor = () => hovered && findItem(hovered.kind, hovered.index);
  function nextItem(from, [dx, dy]) {
    if (!from) return scene.items.reduce((best2, item) => !best2 || item.weight > best2.weight ? item : best2, null);
    let best = null, least = Infinity;
    for (const item of scene.items) {
      const [x, y] = [item.px - from.px, item.py - from.py];
      const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
      if (item === from || along <= 0.5) continue;
      const cost = along + 2.2 * across;
      if (cost < least) [best, least] = [item, cost];
    }
    return best;
  }
  mapElement.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    const item = cursor();
    if (direction && event.shiftKey) panBy(direction[0] * 0.15, direction[1] * 0.15);
    else if (direction) {
      if (item) positionOf(item);
      const next = nextItem(item, direction);
      if (next) {
        panTo(next);
        setHovered(next.kind, next.index);
        showTooltip(...positionOf(next), next);
        document.getElementById("message").textContent = describe(next).map(({ textContent }) => textContent).join(", ");
      }
    } else if (event.key === "Enter" && item) {
      hideTooltip();
      choose(item, { focus: true });
    } else if (event.key === "+" || event.key === "=") zoomBy(1.35);
    else if (event.key === "-") zoomBy(1 / 1.35);
    else if (event.key === "f") fit();
    else return;
    event.preventDefault();
  });
  mapElement.addEventListener("blur", () => {
    hideTooltip();
    setHovered("", -1);
  });

  // panel/evidence.js
  function isAnySourceKnown(sources) {
    return state.asOf === null || !sources || !sources.length || sources.some((source) => SOURCES.known[source] === null || SOURCES.known[source] <= state.asOf);
  }
  var knownSteps = (engagement) => ENGAGEMENTS.steps[engagement].filter(([, , , , , sources]) => isAnySourceKnown(sources));
  function latestStepDate(engagement) {
    const dated = knownSteps(engagement).filter(([, edtf]) => edtf);
    return dated.length ? formatShortDate(dated[dated.length - 1][1]) : "";
  }
  function showEngagement(engagement) {
    const status = statusOn(engagement, state.asOf);
    const kicker = el(
      "span",
      {},
      typeSwatch(ENGAGEMENTS.type[engagement]),
      el("span", {}, ...joinWithDots([
        capitalise(termLabel("type", ENGAGEMENTS.type[engagement])),
        termLabel("status", status)
      ]))
    );
    const { text, lang } = engagementTitle(engagement);
    const statuses = ENGAGEMENTS.status[engagement];
    const intervals = statuses.length ? [statuses[1]] : [Math.min(...ENGAGEMENTS.sources[engagement].map((source) => SOURCES.known[source]))];
    if (statuses.length && statuses.at(-1) !== null) intervals.push(statuses.at(-1));
    return fillPanel(
      kicker,
      bdi(text, lang),
      beliefHistory(intervals),
      ...engagementDetails(engagement),
      copySection({ kind: "engagement", index: engagement })
    );
  }
  function beliefHistory(intervals) {
    const dayLabel = (value) => value === null || !Number.isFinite(value) ? translate("dayAlways") : formatDay(value);
    const last = intervals.length - 1;
    const notes = [];
    if (intervals.length % 2) {
      notes.push(intervals[last] === null || !Number.isFinite(intervals[last]) ? translate("knownAlways") : translate("knownSince", formatDay(intervals[last])));
    } else if (intervals.length) notes.push(translate("noLonger", formatDay(intervals[last])));
    for (let index = intervals.length - intervals.length % 2 - 2; index >= 0; index -= 2) {
      notes.push(translate("wasBelieved", dayLabel(intervals[index]), dayLabel(intervals[index + 1])));
    }
    const isPast = intervals.length % 2 === 0 && intervals.length > 0;
    const isNotBelieved = state.asOf !== null && !isBelievedOn(intervals, state.asOf);
    return el(
      "p",
      { class: isPast || isNotBelieved ? "belief-history past" : "belief-history soft" },
      notes.join(" · "),
      isNotBelieved ? ` · ${translate(intervals[0] !== null && intervals[0] > state.asOf ? "notYet" : "notThen")}` : ""
    );
  }
  function engagementDetails(engagement) {
    const claimed = ENGAGEMENTS.claimed[engagement];
    const unknown = [
      ...claimed ? [el("span", {}, translate("claimed", formatNumber(claimed[0]), formatNumber(claimed[1])))] : [],
      ...ENGAGEMENTS.unknown[engagement].map(dataText)
    ];
    const aims = ENGAGEMENTS.aims[engagement];
    const labels = (group, indices) => el("span", {}, indices.map((index) => termLabel(group, index)).join(translate("comma")));
    const date = (edtf) => edtf && el("span", {}, formatDate(edtf));
    return [
      ENGAGEMENTS.summary[engagement] ? el("p", {}, dataText(ENGAGEMENTS.summary[engagement])) : "",
      definitionList([
        [translate("form"), labels(...ENGAGEMENTS.form[engagement] >= 0 ? ["form", [ENGAGEMENTS.form[engagement]]] : ["type", [ENGAGEMENTS.type[engagement]]])],
        [translate("sector"), ENGAGEMENTS.sectors[engagement].length ? labels("sector", ENGAGEMENTS.sectors[engagement]) : ""],
        [translate("place"), ENGAGEMENTS.places[engagement].join(translate("comma"))],
        [translate("number"), ENGAGEMENTS.quantity[engagement]],
        [translate("amount"), ENGAGEMENTS.amount[engagement]],
        [propertyName("claimed amount"), ENGAGEMENTS.claim[engagement]],
        [translate("starts"), date(ENGAGEMENTS.starts[engagement])],
        [translate("ends"), date(ENGAGEMENTS.ends[engagement])],
        [translate("expected"), date(ENGAGEMENTS.expected[engagement])],
        [translate(aims.length > 1 ? "aims" : "aim"), aims.length > 1 ? bulletList(aims.map(dataText), { class: "plain" }) : aims[0]]
      ]),
      section(translate("howFar"), stepList(engagement)),
      section(translate("whoTakesPart"), partyList(engagement)),
      disputeSection(engagement),
      passageSection(engagement),
      ENGAGEMENTS.inferred[engagement].length ? section(translate("readInto"), el(
        "p",
        { class: "reading" },
        dataText(translate("readIntoText", ENGAGEMENTS.inferred[engagement].join(translate("comma"))))
      )) : "",
      unknown.length ? section(translate("notKnown"), bulletList(unknown, { class: "unknown" })) : "",
      ENGAGEMENTS.links[engagement].length ? section(translate("linked"), linkList(engagement)) : ""
    ];
  }
  function stepList(engagement) {
    const steps = knownSteps(engagement);
    const currentStatus = statusOn(engagement, state.asOf);
    const highest = Math.max(
      -1,
      ...steps.map(([status]) => TERMS.status[status] ? TERMS.status[status].rank : -1),
      currentStatus < 0 ? -1 : TERMS.status[currentStatus].rank
    );
    const isFinal = (status) => ["ended", "none"].includes(localName(TERMS.set[TERMS.status[status].set].id));
    const openStatuses = TERMS.status.map((_, status) => status).filter((status) => TERMS.status[status].rank > highest && !isFinal(status));
    const ended = currentStatus >= 0 && isFinal(currentStatus);
    const items = steps.map(([status, edtf, earliest, latest, inferred2, sources, , numbers]) => {
      const date = edtf ? formatDate(edtf) : latest !== null ? translate("latestBound", formatDay(latest)) : translate("dateNotStated");
      const bounds = edtf && earliest !== null && latest !== null && earliest !== latest ? translate(
        "dateBounds",
        formatDay(earliest),
        formatDay(latest)
      ) : "";
      return el(
        "li",
        { class: status === currentStatus ? "now" : null },
        el("strong", {}, termLabel("status", status)),
        el("span", { class: "soft" }, date),
        numbers ? dataText(numbers) : "",
        inferred2 ? chip("inferred") : "",
        bounds && !/[[/]/.test(edtf) ? el("span", { class: "soft bounds" }, bounds) : "",
        sources && sources.length > 1 ? soft(pluralise(sources.length, "source")) : ""
      );
    });
    if (!steps.length && currentStatus >= 0) items.push(el(
      "li",
      { class: "now" },
      el("strong", {}, termLabel("status", currentStatus)),
      soft(translate("dateNotStated"))
    ));
    if (!items.length) return el("p", { class: "soft" }, translate("noStep"));
    return el("ol", { class: "steps" }, ...items, ...openStatuses.length && !ended ? [el("li", { class: "ahead" }, soft(translate("openStatuses", openStatuses.map((status) => termLabel(
      "status",
      status
    )).join(translate("comma")))))] : []);
  }
  function partyList(engagement) {
    const known2 = ENGAGEMENTS.parties[engagement].filter(([, , , sources]) => isAnySourceKnown(sources));
    if (!known2.length) return el("p", { class: "soft" }, translate("noParty"));
    const roles = /* @__PURE__ */ new Map();
    for (const party of known2) roles.set(party[0], [...roles.get(party[0]) || [], party]);
    return el("dl", { class: "parties" }, ...[...roles].flatMap(([role, entries]) => [
      el("dt", {}, termLabel("role", role)),
      el("dd", {}, longList(entries, ([, node, inferred2]) => {
        const kind = node < 0 ? "" : localName(TERMS.kind[NODES.kind[node]]?.id || "");
        return el(
          "span",
          {},
          node < 0 || kind === "UnnamedParty" ? el(
            "span",
            { class: "line" },
            svg(
              "svg",
              {
                class: "swatch",
                width: 14,
                height: 14,
                viewBox: "-1.4 -1.4 2.8 2.8",
                "aria-hidden": "true"
              },
              svg("path", {
                d: SHAPES.blank,
                class: "side-3 ring",
                "stroke-width": 0.3,
                "stroke-dasharray": "0.5,0.4"
              })
            ),
            node < 0 ? translate("unnamedParty") : nodeLink(node)
          ) : nodeLink(node),
          node < 0 || kind === "UnnamedParty" ? chip("unnamed") : "",
          inferred2 ? chip("inferred", "guess") : ""
        );
      }))
    ]));
  }
  var DATE_PROPERTIES = /* @__PURE__ */ new Set(["date", "starts", "ends", "expected"]);
  function disputeSection(engagement) {
    if (!ENGAGEMENTS.disputes[engagement].length) return "";
    return el(
      "section",
      { class: "disputed" },
      el("h3", {}, translate("disputed")),
      ...ENGAGEMENTS.disputes[engagement].map(({ what: property, values, believed, verdict }) => el(
        "div",
        { class: "dispute" },
        el("p", {}, el("strong", {}, propertyName(property))),
        el("ul", {}, ...values.map(([value, sources]) => {
          const isAccepted = value === believed;
          const shownValue = DATE_PROPERTIES.has(property) ? el("span", {}, formatDate(value)) : dataText(value);
          return el(
            "li",
            { class: isAccepted ? "holds" : null },
            el("span", {}, shownValue, " ", el(
              "span",
              { class: "chip" },
              translate(isAccepted ? "believed" : "notBelieved")
            )),
            ...sources.map((source) => sourceDetails(source))
          );
        })),
        el("p", { class: "soft" }, ...verdict ? [`${translate("verdictReason")} `, dataText(verdict)] : [translate("verdictOpen")])
      ))
    );
  }
  function passageSection(engagement) {
    const bySource = /* @__PURE__ */ new Map();
    for (const passage of ENGAGEMENTS.passages[engagement]) {
      if (isAnySourceKnown([passage[0]])) bySource.set(passage[0], [...bySource.get(passage[0]) || [], passage]);
    }
    for (const source of ENGAGEMENTS.sources[engagement]) if (isAnySourceKnown([source]) && !bySource.has(source)) bySource.set(source, []);
    const voices = new Set([...bySource.keys()].map((source) => SOURCES.voice[source])).size;
    const title = el("span", {}, translate("whereSaid"), " ", bySource.size ? soft(`${pluralise(bySource.size, "source")}, ${pluralise(voices, "voice")}`) : "");
    return section(title, bySource.size ? longList([...bySource], sourceCard, { class: "cards said", limit: 8 }) : el(
      "p",
      { class: "soft" },
      translate("noPassage")
    ));
  }
  function sourceCard([source, entries]) {
    const byFragment = /* @__PURE__ */ new Map();
    for (const [, fragment, location2, proves, state2, quote] of entries) {
      const entry = byFragment.get(fragment) || { location: location2 || fragment, proves: /* @__PURE__ */ new Set(), state: state2, quote };
      if (proves) entry.proves.add(stepStatusLabel(proves));
      byFragment.set(fragment, entry);
    }
    return el("div", {}, sourceDetails(source), byFragment.size ? el("ul", { class: "passages" }, ...[...byFragment.values()].map(({ location: location2, proves, state: state2, quote }) => el(
      "li",
      {},
      el(
        "span",
        {},
        dataText(location2),
        [...proves].some(Boolean) ? soft(` · ${translate("proves", [...proves].filter(Boolean).join(translate("comma")))}`) : "",
        " ",
        el("span", { class: `passage-state ${state2}` }, translate(`passage_${state2}`))
      ),
      quote ? el("blockquote", {}, bdi(quote)) : "",
      quote && SOURCES.address[source] ? link(
        `${SOURCES.address[source].split("#")[0]}#:~:text=${textFragment(quote)}`,
        translate("openPassage")
      ) : ""
    ))) : "");
  }
  function textFragment(quote) {
    const words = quote.trim().split(/\s+/);
    const encode = (list) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D");
    return words.length <= 8 ? encode(words) : `${encode(words.slice(0, 4))},${encode(words.slice(-4))}`;
  }
  function stepStatusLabel(name) {
    const suffix = name.slice(name.lastIndexOf(".") + 1).replace(/-\d+$/, "");
    const status = name.includes(".") ? TERMS.status.findIndex(({ id }) => localName(id) === suffix) : -1;
    return status >= 0 ? termLabel("status", status) : "";
  }
  var linkLabel = (name) => STRINGS[interfaceLanguage()][`link_${name}`] || STRINGS.en[`link_${name}`] ? translate(`link_${name}`) : name;
  function linkList(engagement) {
    const groups = /* @__PURE__ */ new Map();
    for (const entry of ENGAGEMENTS.links[engagement]) groups.set(entry[0], [...groups.get(entry[0]) || [], entry]);
    return el("dl", { class: "parties" }, ...[...groups].flatMap(([name, entries]) => [
      el("dt", {}, linkLabel(name)),
      el("dd", {}, longList(entries, ([, other, label]) => other < 0 ? dataText(label) : button({ class: "link" }, (event) => select("engagement", other, { focus: isFromKeyboard(event) }), bdi(
        engagementTitle(other).text,
        engagementTitle(other).lang
      ))))
    ]));
  }

  // panel/copy.js
  var PREFIXES = { ...DATA.prefixes, rdfs: "http://www.w3.org/2000/01/rdf-schema#" };
  function turtleLiteral(text, lang = "") {
    const safe = text.replace(/[\\"]/g, "\\$&").replace(/[\u0000-\u001f\u007f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return `"${safe}"${lang ? `@${lang}` : ""}`;
  }
  var iriReference = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`;
  function rdfTerm(curie) {
    const [, prefix, name] = /^([a-z]*):(.*)$/s.exec(curie) || [];
    if (prefix !== void 0 && Object.hasOwn(PREFIXES, prefix) && /^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name)) return curie;
    return iriReference(expandCurie(curie));
  }
  function prefixDeclarations(text, form) {
    const bare = text.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>|#.*/g, "");
    const used = new Set([...bare.matchAll(/(?<![\w?])([a-z]+):(?=[A-Za-z0-9_])/g)].map(([, prefix]) => prefix));
    return Object.keys(PREFIXES).filter((prefix) => used.has(prefix)).sort().map((prefix) => form === "turtle" ? `@prefix ${prefix}: <${PREFIXES[prefix]}> .` : `PREFIX ${prefix}: <${PREFIXES[prefix]}>`).join("\n");
  }
  var labelProperties = (table, row) => [
    ["rdfs:label", turtleLiteral(table.label[row], "en")],
    ...Object.entries(table.labels[row] || {}).filter(([lang]) => lang !== "en").map(([lang, text]) => [
      "rdfs:label",
      turtleLiteral(text, lang)
    ])
  ];
  function turtleBlock(subject, properties) {
    const byProperty = /* @__PURE__ */ new Map();
    for (const [property, value] of properties) byProperty.set(property, /* @__PURE__ */ new Set([...byProperty.get(property) || [], value]));
    return `${subject} ${[...byProperty].map(([property, values]) => `${property === "rdf:type" ? "a" : property} ${[...values].join(" , ")}`).join(" ;\n    ")} .`;
  }
  var passageIri = ([source, fragment]) => iriReference(`${expandCurie(SOURCES.iri[source])}#${fragment}`);
  function engagementTurtle(engagement) {
    if (!isKnownOn(engagement, null)) {
      const day = formatDay(ENGAGEMENTS.status[engagement].at(-1));
      return `# ${translate("noLonger", day)}: ${expandCurie(ENGAGEMENTS.iri[engagement])}`;
    }
    const subject = rdfTerm(ENGAGEMENTS.iri[engagement]);
    const stepName = (name) => rdfTerm(`${ENGAGEMENTS.iri[engagement].slice(0, ENGAGEMENTS.iri[engagement].indexOf(":"))}:${name}`);
    const passagesFor = (name) => ENGAGEMENTS.passages[engagement].filter(([, , , proves]) => proves === name).map((passage) => ["pcg:statedIn", passageIri(passage)]);
    const currentStatus = statusOn(engagement, null);
    const steps = ENGAGEMENTS.steps[engagement];
    const engagementBlock = turtleBlock(
      subject,
      [
        ["rdf:type", rdfTerm(TERMS.type[ENGAGEMENTS.type[engagement]].id)],
        ...labelProperties(ENGAGEMENTS, engagement),
        ...ENGAGEMENTS.form[engagement] >= 0 ? [["pcg:kind", rdfTerm(TERMS.form[ENGAGEMENTS.form[engagement]].id)]] : [],
        ...ENGAGEMENTS.parties[engagement].filter(([, node]) => node >= 0).map(([role, node]) => [rdfTerm(TERMS.role[role].id), rdfTerm(NODES.iri[node])]),
        ...ENGAGEMENTS.sectors[engagement].map((sector) => ["pcg:sector", rdfTerm(TERMS.sector[sector].id)]),
        ...["starts", "ends", "expected"].filter((name) => ENGAGEMENTS[name][engagement]).map((name) => [`pcg:${name}`, turtleLiteral(ENGAGEMENTS[name][engagement])]),
        ...steps.map(([, , , , , , name]) => ["pcg:step", stepName(name)]),
        ...currentStatus >= 0 ? [["pcg:currentStatus", rdfTerm(TERMS.status[currentStatus].id)]] : [],
        ...passagesFor(localName(ENGAGEMENTS.iri[engagement]))
      ]
    );
    const stepBlocks = steps.map(([status, edtf, , , , , name]) => turtleBlock(stepName(name), [
      ["rdf:type", "pcg:Step"],
      ["pcg:status", rdfTerm(TERMS.status[status].id)],
      ...edtf ? [["pcg:date", turtleLiteral(edtf)]] : [],
      ...passagesFor(name)
    ]));
    return [engagementBlock, ...stepBlocks].join("\n");
  }
  var tieTriple = (tie) => {
    const [subject, object] = [NODES.iri[TIES.from[tie]], NODES.iri[TIES.to[tie]]];
    return `${rdfTerm(subject)} ${rdfTerm(TERMS.relation[TIES.relation[tie]].id)} ${rdfTerm(object)} .`;
  };
  var believedTies = (node) => [...tiesOf(node)].filter((tie) => isBelievedOn(TIES.known[tie], null));
  function turtle({ kind, index }) {
    let body;
    if (kind === "node") {
      body = [
        turtleBlock(
          rdfTerm(NODES.iri[index]),
          [
            ...NODES.kind[index] >= 0 ? [["rdf:type", rdfTerm(TERMS.kind[NODES.kind[index]].id)]] : [],
            ...NODES.iri[index] && localName(TERMS.kind[NODES.kind[index]]?.id || "") === "UnnamedParty" ? [] : labelProperties(NODES, index),
            ...NODES.country[index] >= 0 ? [["pcg:country", rdfTerm(TERMS.country[NODES.country[index]].id)]] : []
          ]
        ),
        ...new Set(believedTies(index).map(tieTriple))
      ].join("\n");
    } else body = engagementTurtle(index);
    return `${prefixDeclarations(body, "turtle")}

${body}
`;
  }
  function sparql({ kind, index }) {
    let body;
    if (kind === "node") {
      body = `# ${stripControls(NODES.label[index])}: its believed ties and its roles in engagements
SELECT ?relation ?other ?label
WHERE {
    {
        ${rdfTerm(NODES.iri[index])} ?relation ?other .
    } UNION {
        ?other ?relation ${rdfTerm(NODES.iri[index])} .
        ?relation rdfs:subPropertyOf* pcg:participant .
    }
    ?other rdfs:label ?label FILTER(lang(?label) = "en")
}
ORDER BY ?relation ?other`;
    } else {
      body = `# ${stripControls(ENGAGEMENTS.label[index])}: every source that reports it, with the passage
SELECT ?source ?published ?step ?passage
WHERE {
    {
        BIND (${rdfTerm(ENGAGEMENTS.iri[index])} AS ?said)
    } UNION {
        # A source may use its own IRI for it.
        ?said <http://www.w3.org/2002/07/owl#sameAs> ${rdfTerm(ENGAGEMENTS.iri[index])} .
    }
    GRAPH ?source {
        ?source a pcg:Source .
        {
            ?said pcg:statedIn ?passage .
        } UNION {
            ?said pcg:step ?step .
            ?step pcg:statedIn ?passage .
        }
        OPTIONAL { ?source pcg:date ?published }
    }
}
ORDER BY ?source ?step ?passage`;
    }
    return `${prefixDeclarations(body, "sparql")}
${body}
`;
  }
  function citation({ kind, index }) {
    const engagement = kind === "engagement" ? index : -1;
    const bySource = /* @__PURE__ */ new Map();
    if (engagement >= 0) {
      for (const source of ENGAGEMENTS.sources[engagement]) bySource.set(source, /* @__PURE__ */ new Set());
      for (const [source, fragment, location2] of ENGAGEMENTS.passages[engagement]) bySource.set(source, (bySource.get(source) || /* @__PURE__ */ new Set()).add(location2 || fragment));
    } else if (kind === "node") {
      for (const source of sourcesOf(index)) bySource.set(source, /* @__PURE__ */ new Set());
    }
    const sources = [...bySource].filter(([source]) => isAnySourceKnown([source])).sort((a, b) => (SOURCES.date[a[0]] > SOURCES.date[b[0]]) - (SOURCES.date[a[0]] < SOURCES.date[b[0]]));
    const sourceLine = ([source, locations]) => [
      SOURCES.publisher[source],
      SOURCES.title[source] && `“${SOURCES.title[source]}”`,
      SOURCES.date[source] && formatDate(SOURCES.date[source]),
      SOURCES.address[source],
      [...locations].join(", ")
    ].filter(Boolean).join(", ");
    const subject = kind === "node" ? nodeName(index).text : "";
    const title = engagement >= 0 ? engagementTitle(engagement).text : "";
    const fact = kind === "node" ? NODES.iri[index] : engagement >= 0 ? ENGAGEMENTS.iri[engagement] : "";
    const asOf = state.asOf ?? DATA.as_of;
    return [
      [.../* @__PURE__ */ new Set([subject, title])].filter(Boolean).join(" — "),
      ...sources.map(sourceLine),
      [DATA.title, asOf === null ? "" : `, ${translate("citeAsOf", formatDay(asOf))}`, fact ? `: ${expandCurie(fact)}` : ""].join("")
    ].join("\n");
  }
  async function copyText(text, area) {
    area.value = text;
    area.rows = Math.min(14, text.split("\n").length + 1);
    area.hidden = false;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      area.focus();
      area.select();
      return false;
    }
  }
  function copySection(selection) {
    const textArea = el("textarea", { readonly: true, hidden: true, dir: "ltr", spellcheck: "false", "aria-label": translate("copiedText") });
    const message = el("p", { class: "message", role: "status" });
    const copyButton = (key, createText) => button({ class: "wide", "data-key": key }, async () => {
      const done = await copyText(createText(selection), textArea);
      message.textContent = done ? translate("copied") : translate("copyByHand");
    }, translate(key));
    const name = (selection.kind === "node" ? NODES : ENGAGEMENTS).iri[selection.index];
    return el(
      "section",
      { class: "copy" },
      el("h3", {}, translate("takeAway")),
      el(
        "div",
        { class: "buttons" },
        copyButton("copyTurtle", turtle),
        copyButton("copySparql", sparql),
        copyButton("copyCitation", citation),
        copyButton("copyLink", () => location.href)
      ),
      message,
      textArea,
      el("p", { class: "soft iri", dir: "ltr" }, expandCurie(name))
    );
  }

  // panel/path.js
  var normalisedNames = [];
  function suggestNodes(text, excluded) {
    const query = normalise(text.trim());
    if (!query) return [];
    if (!normalisedNames.length) {
      for (let node = 0; node < SIZE.nodes; node += 1) {
        normalisedNames.push([
          "",
          ...[NODES.label[node], NODES.short[node], ...Object.values(NODES.labels[node] || {}), ...NODES.aliases[node] || []].map(normalise)
        ].join("\n"));
      }
    }
    const hits = [];
    for (let node = 0; node < SIZE.nodes; node += 1) {
      if (node === excluded || !engagementsOf(node).length || !normalisedNames[node].includes(query)) continue;
      hits.push([normalisedNames[node].includes(`
${query}`) ? 0 : 1, -engagementsOf(node).length, node]);
    }
    return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 6).map(([, , node]) => node);
  }
  function pathPicker(node) {
    const results2 = el("ul", { class: "results" });
    const resultCount = el("p", { class: "visually-hidden", role: "status" });
    const input = el("input", {
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": translate("pathTo"),
      placeholder: translate("chooseOrganisation"),
      "data-key": "path"
    });
    input.addEventListener("input", () => {
      const hits = suggestNodes(input.value, node);
      results2.replaceChildren(...hits.map((other) => el("li", {}, button(
        {},
        () => change(
          { path: [node, other], neighbourhood: null },
          { refit: true }
        ),
        nodeSwatch({ kind: NODES.kind[other], country: NODES.country[other] }),
        nameElement(other)
      ))));
      resultCount.textContent = input.value.trim() ? pluralise(hits.length, "organisation") : "";
    });
    input.addEventListener("keydown", (event) => {
      const first = results2.querySelector("button");
      if (event.key === "Enter" && first) first.click();
      if (event.key === "ArrowDown" && first) {
        event.preventDefault();
        first.focus();
      }
    });
    const chosen = state.path && state.path.includes(node) ? pathResult() : "";
    return el(
      "div",
      { class: "path" },
      el("span", { class: "soft", "aria-hidden": "true" }, translate("pathTo")),
      input,
      results2,
      resultCount,
      chosen
    );
  }
  function pathResult() {
    const path = shown.path;
    return el(
      "div",
      { class: "path-result" },
      path ? el("p", {}, `${pluralise(path.nodes.length - 1, "step")}: `, ...path.nodes.flatMap((node, position) => {
        const arrow = soft(" — ");
        return position ? [arrow, nodeLink(node)] : [nodeLink(node)];
      })) : el("p", {}, translate("pathNone")),
      button({ class: "link", "data-key": "path-clear" }, () => change({ path: null }, { refit: true }), translate("pathClear"))
    );
  }

  // panel/panel.js
  var panel = document.getElementById("panel");
  var LIST_LIMIT = 12;
  var section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
  var bulletList = (items, attributes) => el("ul", attributes || {}, ...items.map((item) => el("li", {}, item)));
  var chip = (key, mark = "") => el("span", { class: `chip ${mark}`.trim(), title: translate(`${key}Meaning`) }, translate(key));
  var soft = (...content) => el("span", { class: "soft" }, ...content);
  var details = (title, ...content) => el("details", {}, el("summary", {}, title), ...content);
  var dataText = (text) => bdi(text, interfaceLanguage() === "en" ? "" : "en");
  var propertyName = (name) => STRINGS[interfaceLanguage()][`what_${name}`] ? translate(`what_${name}`) : dataText(capitalise(name));
  function definitionList(entries) {
    const filled = entries.filter(([, value]) => value !== "" && value !== null && value !== void 0);
    return filled.length ? el("dl", {}, ...filled.flatMap(([term, value, ...marks]) => [
      el("dt", {}, term),
      el("dd", {}, typeof value === "string" ? dataText(value) : value, ...marks)
    ])) : "";
  }
  function longList(items, draw, { limit = LIST_LIMIT, ...attributes } = {}) {
    const list = (entries) => el("ul", attributes, ...entries.map((item) => el("li", {}, draw(item))));
    if (items.length <= limit + 2) return items.length ? list(items) : "";
    const rest = details(translate("more_n", formatNumber(items.length - limit)));
    rest.addEventListener("toggle", () => {
      if (rest.children.length < 2) rest.append(list(items.slice(limit)));
    });
    return el("div", {}, list(items.slice(0, limit)), rest);
  }
  var nodeLink = (node) => button({ class: "link" }, (event) => select("node", node, { focus: isFromKeyboard(event) }), nameElement(node));
  var isFromKeyboard = (event) => event.detail === 0;
  var previousFocus = null;
  function fillPanel(kicker, title, ...content) {
    const heading = el("h2", { tabindex: "-1", id: "panel-title" }, title);
    const closeButton = button(
      { class: "close", "aria-label": translate("close"), title: translate("closeKey"), "data-key": "close" },
      () => closePanel(),
      "×"
    );
    panel.replaceChildren(
      el("div", { class: "panel-top" }, el("p", { class: "kicker" }, kicker), kicker ? closeButton : ""),
      heading,
      ...content
    );
    panel.classList.toggle("open", Boolean(kicker));
    return heading;
  }
  function closePanel() {
    if (!state.selection) return;
    const inside = panel.contains(document.activeElement) || document.activeElement === document.body;
    select(null);
    if (!inside) return;
    const target = previousFocus && previousFocus.isConnected ? previousFocus : document.querySelector("#map [tabindex], #map") || document.body;
    target.focus({ preventScroll: true });
    previousFocus = null;
  }
  function showSelection({ focus = false, top: top2 = true } = {}) {
    const active = document.activeElement;
    const key = panel.contains(active) ? active.dataset.key : null;
    if (focus && active && active !== document.body && !panel.contains(active)) previousFocus = active;
    const scrolled = panel.scrollTop;
    const { kind, index } = state.selection || {};
    const heading = kind === "node" ? showNode(index) : kind === "engagement" ? showEngagement(index) : kind === "stack" ? showStack(index) : showIntro();
    panel.scrollTop = top2 ? 0 : scrolled;
    const sameControl = key && [...panel.querySelectorAll("[data-key]")].find((control) => control.dataset.key === key);
    if (sameControl) sameControl.focus({ preventScroll: true });
    else if (focus || key !== null) heading.focus({ preventScroll: true });
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !state.selection || event.target.tagName === "INPUT" && event.target.value) return;
    event.preventDefault();
    closePanel();
  });
  var REDRAWN_BY = ["selection", "language", "asOf", "view", "unnamed", "neighbourhood", "path", "collapsed", "level", "measure"];
  onChange((changed, { focus = false } = {}) => {
    if (REDRAWN_BY.some((name) => changed.has(name))) showSelection({ focus, top: changed.has("selection") });
  });
  function showIntro() {
    const setSwatch = (set) => lineSwatch({ set });
    const sets = TERMS.set.map(({ id }) => localName(id));
    const used = new Set(ENGAGEMENTS.status.map((intervals) => intervals[intervals.length - 3]).filter((status) => status >= 0).map((status) => TERMS.status[status].set));
    const sides = [0, 1].filter((index) => index < DATA.sides).map((index) => termLabel("country", index));
    const sources = SOURCES.iri.map((_, index) => index).sort((a, b) => (SOURCES.date[a] < SOURCES.date[b]) - (SOURCES.date[a] > SOURCES.date[b]));
    const gapText = (text) => dataText(text);
    return fillPanel(
      "",
      translate("howToRead"),
      el("p", {}, translate("introEngagements")),
      el(
        "ul",
        { class: "key" },
        el("li", {}, el("span", { class: "stack" }, ...["realised", "entered", "announced", "prospective"].filter((id) => used.has(sets.indexOf(id))).map((id) => setSwatch(sets.indexOf(id)))), el("span", {}, translate("readLine"))),
        el("li", {}, el("span", { class: "stack" }, lineSwatch({ width: 1.5 }), lineSwatch({ width: 5 })), el(
          "span",
          {},
          translate("readWidth")
        )),
        sides.length ? el(
          "li",
          {},
          el("span", { class: "stack side" }, ...[...sides, ""].map((_, index) => nodeSwatch({ country: index }))),
          el("span", {}, translate(sides.length > 1 ? "readSide" : "readOneSide", ...sides))
        ) : "",
        el("li", {}, el("span", { class: "stack side" }, ...[...new Map(TERMS.kind.map((_, index) => [kindShape(index), index])).values()].slice(0, 3).map((kind) => nodeSwatch({ kind }))), el("span", {}, translate("readShape"))),
        state.measure ? el("li", {}, el("span", { class: "dots", "aria-hidden": "true" }), el("span", {}, translate(
          "readSize",
          measureName(state.measure)
        ))) : "",
        state.unnamed ? el(
          "li",
          {},
          el("span", { class: "stack side" }, nodeSwatch({ kind: TERMS.kind.findIndex(({ id }) => localName(id) === "UnnamedParty") })),
          el("span", {}, translate("readUnnamed"))
        ) : ""
      ),
      DATA.unknowns.length ? section(translate("missing"), longList(DATA.unknowns, gapText, { limit: 5, class: "unknown" })) : "",
      DATA.methods.length ? details(translate("methods"), bulletList(DATA.methods.map(gapText), { class: "methods" })) : "",
      sources.length ? details(pluralise(sources.length, "source"), longList(sources, sourceDetails, { limit: 40, class: "cards" })) : "",
      section(
        translate("keys"),
        el("dl", { class: "keys" }, ...[
          ["/", "keyFind"],
          ["Esc", "keyClose"],
          ["Tab", "keyNext"],
          ["+ −", "keyZoom"],
          ["← ↑ ↓ →", "keyMove"]
        ].flatMap(([key, meaning]) => [el("dt", {}, ...key.split(" ").map((part) => el(
          "kbd",
          { dir: "ltr" },
          part
        ))), el("dd", {}, translate(meaning))]))
      )
    );
  }
  var measureName = (name) => STRINGS[interfaceLanguage()][`measure_${name}`] ? translate(`measure_${name}`) : name;
  function sourceDetails(source, note = "") {
    const facts = [
      SOURCES.publisher[source] && dataText(SOURCES.publisher[source]),
      SOURCES.date[source] && formatDate(SOURCES.date[source]),
      SOURCES.tier[source] >= 0 && translate("tierSource", termLabel("tier", SOURCES.tier[source])),
      SOURCES.said_by[source] && dataText(translate(
        "saidBy",
        SOURCES.said_by[source]
      )),
      note
    ];
    return el(
      "div",
      { class: "source-details" },
      el("span", { class: "source" }, el("bdi", { lang: interfaceLanguage() === "en" ? null : "en" }, link(
        SOURCES.address[source],
        SOURCES.title[source] || SOURCES.iri[source]
      ))),
      soft(...joinWithDots(facts))
    );
  }
  var joinWithDots = (parts) => parts.filter(Boolean).flatMap((item, position) => position ? [" · ", item] : [item]);
  function otherNames(node) {
    const heading = nodeName(node).text;
    const names = [[interfaceLanguage() === "en" ? "" : "en", NODES.label[node]], ...Object.entries(NODES.labels[node] || {})];
    const seen = /* @__PURE__ */ new Set([heading]);
    return names.filter(([, text]) => text && !seen.has(text) && seen.add(text));
  }
  function showNode(node) {
    const engagements = [...engagementsOf(node)].filter((engagement) => isKnownOn(engagement, state.asOf));
    const names = otherNames(node);
    const kicker = el(
      "span",
      {},
      nodeSwatch({ kind: NODES.kind[node], country: NODES.country[node] }),
      el("span", {}, ...joinWithDots([capitalise(termLabel("kind", NODES.kind[node])), termLabel("country", NODES.country[node])]))
    );
    return fillPanel(
      kicker,
      nameElement(node),
      names.length ? el("p", { class: "names" }, ...names.map(([lang, text]) => bdi(text, lang))) : "",
      NODES.summary[node] ? el("p", {}, dataText(NODES.summary[node])) : "",
      engagementList(engagements),
      definitionList((NODES.facts[node] || []).map(([name, value, background, inferred2]) => [
        propertyName(name),
        /^https?:/i.test(value) ? link(value, value.replace(/^https?:\/\/(www\.)?/i, "")) : value,
        background ? chip("background") : "",
        inferred2 ? chip("inferred") : ""
      ])),
      neighbourhoodButtons(node),
      pathPicker(node),
      measureSection(node),
      sourceSection(node),
      NODES.aliases[node] && NODES.aliases[node].length ? section(translate("alsoWritten"), el(
        "p",
        { class: "soft names" },
        ...NODES.aliases[node].map((text) => bdi(text))
      )) : "",
      copySection({ kind: "node", index: node })
    );
  }
  function showStack(index) {
    const stack = shown.stacks.find(({ engagements: engagements2 }) => engagements2.includes(index));
    const engagements = stack ? stack.engagements : [index];
    const parties = shownParties(index);
    return fillPanel(
      pluralise(engagements.length, "engagement"),
      el("span", {}, ...[...parties].flatMap((node, place) => [place ? " – " : "", nameElement(node)])),
      engagementList(engagements)
    );
  }
  var engagementList = (engagements) => longList(engagements, (engagement) => button(
    { class: "card" },
    (event) => select("engagement", engagement, { focus: isFromKeyboard(event) }),
    el("span", { class: "line" }, typeSwatch(ENGAGEMENTS.type[engagement]), bdi(engagementTitle(engagement).text, engagementTitle(engagement).lang)),
    soft(...joinWithDots([termLabel("status", statusOn(engagement, state.asOf)), latestStepDate(engagement)]))
  ), { class: "cards" });
  function neighbourhoodButtons(node) {
    const currentHops = state.neighbourhood && state.neighbourhood.node === node ? state.neighbourhood.hops : 0;
    return el(
      "div",
      { class: "choice", role: "group", "aria-label": translate("steps") },
      el("span", { class: "soft" }, translate("steps")),
      ...[1, 2, 3].map((hops) => button(
        { "aria-pressed": String(currentHops === hops), "data-key": `near-${hops}` },
        () => change({ neighbourhood: currentHops === hops ? null : { node, hops }, path: null }, { refit: true }),
        pluralise(hops, "step")
      )),
      state.neighbourhood ? button(
        { class: "link", "data-key": "near-0" },
        () => change({ neighbourhood: null }, { refit: true }),
        translate("wholeMap")
      ) : ""
    );
  }
  function measureSection(node) {
    const available = DATA.measures.filter(({ name }) => (NODES.measure[name] || [])[node] !== null && (NODES.measure[name] || [])[node] !== void 0);
    if (!available.length) return "";
    return section(
      translate("placeInNetwork"),
      el("ul", { class: "measures" }, ...available.map(({ name, meaning: description, sure, top: top2 }) => {
        const values = NODES.measure[name];
        let [rank, total] = [1, 0];
        for (const value of values) if (value !== null) {
          total += 1;
          if (value > values[node]) rank += 1;
        }
        return el(
          "li",
          {},
          el("span", { class: "figure" }, formatNumber(values[node])),
          el(
            "span",
            {},
            capitalise(measureName(name)),
            " ",
            soft(translate("rank", formatNumber(rank), formatNumber(total)))
          ),
          soft(
            dataText(description),
            sure && sure[node] ? ` · ${translate("sure", ...[...sure[node].slice(0, 2), top2, sure[node][2]].map(formatNumber))}` : ""
          )
        );
      }))
    );
  }
  var sourcesOf = (node) => new Set([...engagementsOf(node)].flatMap((engagement) => ENGAGEMENTS.parties[engagement].filter(([, party]) => party === node).flatMap(([, , , sources]) => sources || [])));
  function sourceSection(node) {
    const known2 = [...sourcesOf(node)].filter((source) => isAnySourceKnown([source]));
    if (!known2.length) return "";
    const voices = new Set(known2.map((source) => SOURCES.voice[source])).size;
    return details(
      el("span", {}, translate("toldBy", pluralise(known2.length, "source")), " ", soft(`(${pluralise(voices, "voice")})`)),
      longList(known2, sourceDetails, { limit: 30, class: "cards" })
    );
  }

  // controls/legend.js
  var GROUP_LIMIT = 7;
  var legendControls = [];
  var legendSwatches = {
    type: (index) => typeSwatch(index),
    set: (index) => lineSwatch({ set: index }),
    country: (index) => nodeSwatch({ country: index }),
    kind: (index) => nodeSwatch({ kind: index })
  };
  var occurringTerms = () => {
    const seen = Object.fromEntries(GROUPS.map((group) => [group, /* @__PURE__ */ new Set()]));
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      for (const group of GROUPS) for (const term of termsOf(group, engagement)) seen[group].add(term);
      ENGAGEMENTS.status[engagement].forEach((status, position) => {
        if (position % 3 === 0 && status >= 0) seen.set.add(TERMS.status[status].set);
      });
    }
    return seen;
  };
  function orderTerms(group) {
    const indices = TERMS[group].map((_, index) => index);
    if (group !== "sector") return indices.map((index) => [index, 0]);
    const narrower = (broader, depth) => indices.filter((index) => (TERMS.sector[index].broader ?? -1) === broader).flatMap((index) => [[index, depth], ...depth < 3 ? narrower(index, depth + 1) : []]);
    return narrower(-1, 0);
  }
  function toggleFilter(group, index) {
    const selected = new Set(state.chosen[group]);
    if (!selected.delete(index)) selected.add(index);
    change({ chosen: { ...state.chosen, [group]: selected } }, { refit: true });
  }
  function legendItem(group, index, depth) {
    const count = el("span", { class: "count" });
    const mark = legendSwatches[group] ? legendSwatches[group](index) : "";
    const control = button(
      {
        class: `item deep-${depth}`,
        "aria-pressed": "false",
        "data-key": `${group} ${index}`,
        title: termMeaning(group, index) || null
      },
      () => toggleFilter(group, index),
      mark,
      el("span", { class: "label" }, bdi(capitalise(termLabel(group, index)))),
      count
    );
    legendControls.push({ group, index, control, count });
    return el("li", {}, control);
  }
  function legendGroup(group, seen) {
    const items = orderTerms(group).filter(([index]) => seen[group].has(index) && (group !== "kind" || state.unnamed || !HIDDEN_KINDS.has(TERMS.kind[index].id)));
    if (!items.length) return "";
    const rows = items.map(([index, depth]) => legendItem(group, index, depth));
    const limit = rows.length > GROUP_LIMIT + 2 ? GROUP_LIMIT : rows.length;
    const hidden = limit < rows.length && !items.slice(limit).some(([index]) => state.chosen[group].has(index)) && !expandedGroups.has(group);
    rows.slice(limit).forEach((row) => {
      row.hidden = hidden;
    });
    const more = hidden ? button({ class: "link more" }, () => {
      expandedGroups.add(group);
      rows.slice(limit).forEach((row) => {
        row.hidden = false;
      });
      rows[limit].firstChild.focus();
      more.remove();
    }, translate("more_n", rows.length - limit)) : "";
    return el(
      "section",
      { class: "group" },
      el("h3", { id: `group-${group}` }, translate(`group_${group}`)),
      el("ul", { "aria-labelledby": `group-${group}` }, ...rows),
      more
    );
  }
  var expandedGroups = /* @__PURE__ */ new Set();
  function dropdown(key, options, chosen, onSelect, note) {
    const control = el(
      "select",
      {},
      ...options.map(([value, text]) => el("option", { value, selected: String(value) === String(chosen) }, text))
    );
    control.addEventListener("change", () => onSelect(control.value));
    control.dataset.key = key;
    return el("label", { class: "option", title: note || null }, el("span", {}, translate(key)), control);
  }
  function checkbox(name) {
    const input = el("input", { type: "checkbox", id: `switch-${name}` });
    input.checked = state[name];
    input.addEventListener("change", () => change({ [name]: input.checked }, { refit: true }));
    return el("label", { class: "switch" }, input, el("span", { class: "label" }, translate(`switch_${name}`)));
  }
  function buildLegend() {
    const seen = occurringTerms();
    const focused = document.activeElement && document.activeElement.closest("#legend") ? document.activeElement : null;
    const name = focused && (focused.id || focused.dataset.key);
    legendControls.length = 0;
    const mostVoices = Math.max(1, ...new Set(ENGAGEMENTS.voices));
    const voices = Array.from(
      { length: Math.min(mostVoices, 9) },
      (_, index) => [index + 1, index ? translate("atLeast", index + 1) : translate("any")]
    );
    const measure = DATA.measures.find(({ name: name2 }) => name2 === state.measure);
    legendElement.replaceChildren(
      el("p", { class: "hint" }, el("span", {}, translate("hint")), button({ class: "link", id: "clear" }, () => {
        reset();
        document.querySelector("#legend .item, #legend-fold summary").focus();
      }, translate("showAll"))),
      ...["set", "type", "country", "sector", "mark", "kind", "tier"].map((group) => legendGroup(group, seen)),
      mostVoices > 1 ? el(
        "section",
        { class: "group" },
        el("h3", {}, translate("group_evidence")),
        dropdown("voices", voices, state.voices, (value) => change({ voices: Number(value) }, { refit: true }))
      ) : "",
      el(
        "section",
        { class: "group" },
        el("h3", {}, translate("group_picture")),
        MEASURES.length ? dropdown(
          "sizeBy",
          DATA.measures.map(({ name: name2 }) => [name2, capitalise(measureName(name2))]),
          state.measure,
          (name2) => change({ measure: name2 }),
          measure && measure.meaning
        ) : "",
        isPerson.includes(1) ? checkbox("people") : "",
        isUnnamed.includes(1) ? checkbox("unnamed") : ""
      )
    );
    refreshLegend();
    if (name) [...legendElement.querySelectorAll("[id], [data-key]")].find((control) => (control.id || control.dataset.key) === name)?.focus();
  }
  function refreshLegend() {
    for (const { group, index, control, count } of legendControls) {
      const remaining = facetCounts[group][index];
      count.textContent = formatNumber(remaining);
      const chosen = state.chosen[group];
      control.setAttribute("aria-pressed", String(chosen.has(index)));
      control.classList.toggle("none", !remaining);
      control.classList.toggle("off", chosen.size > 0 && !chosen.has(index));
    }
    for (const name of ["people", "unnamed"]) {
      const control = document.getElementById(`switch-${name}`);
      if (control) control.checked = state[name];
    }
    for (const [key, value] of [["voices", state.voices], ["sizeBy", state.measure]]) {
      const control = legendElement.querySelector(`select[data-key="${key}"]`);
      if (control) control.value = value;
    }
    document.getElementById("clear").hidden = !isRestricted();
  }
  var legendElement = document.getElementById("legend");
  onChange((changed) => {
    if (["language", "unnamed"].some((name) => changed.has(name))) buildLegend();
    else if (changed.has("shown")) refreshLegend();
  });

  // controls/time.js
  var timeElement = document.getElementById("time");
  var CHANGE_DAYS = (() => {
    const changes = /* @__PURE__ */ new Map();
    let count = 0;
    for (const statuses of ENGAGEMENTS.status) {
      statuses.forEach((day, position) => {
        if (position % 3 === 1 && day !== null) changes.set(day, (changes.get(day) || 0) + (position === 1 ? 1 : 0));
        else if (position === 1) count += 1;
      });
    }
    return [...changes.keys()].sort((a, b) => a - b).map((day) => ({ day, count: count += changes.get(day) }));
  })();
  var MONTH = (day) => {
    const [year, month] = monthOf(day).split("-");
    return Number(year) * 12 + Number(month) - 1;
  };
  var monthText = (month) => `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;
  var MONTHS = (() => {
    const steps = ENGAGEMENTS.steps.flatMap((list) => list.map(([, , earliest, latest]) => earliest ?? latest)).filter((day) => day !== null);
    if (!steps.length) return null;
    const [first, last] = steps.map(MONTH).reduce(
      ([least, most], month) => [Math.min(least, month), Math.max(most, month)],
      [Infinity, -Infinity]
    );
    const counts = new Array(last - first + 1).fill(0);
    for (const day of steps) counts[MONTH(day) - first] += 1;
    return { first, last, counts };
  })();
  function barChart(heights) {
    const highest = Math.max(1, ...heights);
    const width = 100 / heights.length;
    return svg(
      "svg",
      { class: "bars", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" },
      ...heights.map((height, index) => {
        const barHeight = height ? Math.max(1, 20 * height / highest) : 0;
        return svg("rect", {
          x: (index * width).toFixed(3),
          width: (width * 0.86).toFixed(3),
          y: (20 - barHeight).toFixed(2),
          height: barHeight.toFixed(2)
        });
      })
    );
  }
  function thin(heights, combine) {
    const stretch = Math.max(1, Math.ceil(heights.length / 120));
    return Array.from({ length: Math.ceil(heights.length / stretch) }, (_, bar) => combine(heights.slice(bar * stretch, (bar + 1) * stretch)));
  }
  function slider(id, min, max, value, label, onInput) {
    const input = el("input", { type: "range", id, min, max, step: 1, "aria-label": label });
    input.value = value;
    let frame = 0;
    input.addEventListener("input", () => {
      onInput(Number(input.value), false);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onInput(Number(input.value), true));
    });
    return input;
  }
  var sliderPositionOf = (day) => {
    if (day === null) return CHANGE_DAYS.length;
    const nextChange = CHANGE_DAYS.findIndex(({ day: changeDay }) => changeDay > day);
    return Math.max(0, nextChange < 0 ? CHANGE_DAYS.length - 1 : nextChange - 1);
  };
  var sliderDay = (position) => position >= CHANGE_DAYS.length ? null : CHANGE_DAYS[position].day;
  var PLAY_SECONDS = 12;
  var player = 0;
  function stopPlaying() {
    clearInterval(player);
    player = 0;
    showPlaying();
  }
  function showPlaying() {
    const control = document.getElementById("play");
    if (!control) return;
    control.textContent = player ? "❚❚" : "▶";
    control.setAttribute("aria-label", translate(player ? "pause" : "play"));
  }
  function togglePlay() {
    if (player) return stopPlaying();
    const [first, last] = [CHANGE_DAYS[0].day, CHANGE_DAYS.at(-1).day];
    let day = state.asOf ?? first;
    player = setInterval(() => {
      day += Math.max(1, Math.round((last - first) / (PLAY_SECONDS * 4)));
      if (day >= last) stopPlaying();
      change({ asOf: day >= last ? null : day });
    }, 250);
    showPlaying();
  }
  function buildSliders() {
    const parts = [];
    if (CHANGE_DAYS.length > 1) {
      const heights = thin(CHANGE_DAYS.map(({ count }) => count), (counts) => counts.at(-1));
      parts.push(el(
        "div",
        { class: "span" },
        button({ id: "play", class: "play" }, togglePlay),
        el("span", { class: "what" }, translate("asOf")),
        el(
          "div",
          { class: "track" },
          barChart(heights),
          slider("as-of", 0, CHANGE_DAYS.length, sliderPositionOf(state.asOf), translate("asOfLong"), (position, done) => {
            showAsOf(sliderDay(position));
            if (done) change({ asOf: sliderDay(position) });
          })
        ),
        el("output", { id: "as-of-text", for: "as-of" })
      ));
    }
    if (MONTHS && MONTHS.last > MONTHS.first) {
      const monthSlider = (side) => slider(
        `month-${side}`,
        MONTHS.first,
        MONTHS.last,
        side ? MONTHS.last : MONTHS.first,
        translate(side ? "toMonth" : "fromMonth"),
        (value, done) => {
          const months = [0, 1].map((index) => Number(document.getElementById(`month-${index}`).value));
          if (months[0] > months[1]) document.getElementById(`month-${1 - side}`).value = months[1 - side] = value;
          showMonths(months);
          if (!done) return;
          const whole = months[0] === MONTHS.first && months[1] === MONTHS.last;
          change({ period: whole ? null : [daysOfMonth(monthText(months[0]))[0], daysOfMonth(monthText(months[1]))[1]] });
        }
      );
      parts.push(el(
        "div",
        { class: "span", title: translate("monthsLong") },
        el("span", { class: "what" }, translate("months_of")),
        el(
          "div",
          { class: "track two" },
          barChart(thin(MONTHS.counts, (counts) => counts.reduce((total, count) => total + count, 0))),
          monthSlider(0),
          monthSlider(1)
        ),
        el("output", { id: "months-text" })
      ));
    }
    timeElement.replaceChildren(...parts);
    timeElement.hidden = !parts.length;
    showPlaying();
    refreshSliders();
  }
  function dimBars(id, from, to) {
    const bars = [...document.getElementById(id).parentElement.querySelectorAll("rect")];
    bars.forEach((bar, index) => {
      const share = bars.length > 1 ? index / (bars.length - 1) : 0;
      bar.classList.toggle("out", share < from - 5e-3 || share > to + 5e-3);
    });
  }
  function showAsOf(day) {
    dimBars("as-of", 0, sliderPositionOf(day) / CHANGE_DAYS.length);
    const text = day === null ? translate("now") : formatDay(day);
    document.getElementById("as-of-text").textContent = text;
    document.getElementById("as-of").setAttribute("aria-valuetext", text);
  }
  function showMonths([from, to]) {
    const length = MONTHS.last - MONTHS.first;
    const text = from === to ? formatShortDate(monthText(from)) : `${formatShortDate(monthText(from))} – ${formatShortDate(monthText(to))}`;
    document.getElementById("months-text").textContent = text;
    [from, to].forEach((month, side) => document.getElementById(`month-${side}`).setAttribute("aria-valuetext", formatDate(monthText(month))));
    dimBars("month-0", (from - MONTHS.first) / length, (to - MONTHS.first) / length);
    document.getElementById("month-0").parentElement.classList.toggle("right", from > MONTHS.first + length / 2);
  }
  function refreshSliders() {
    const asOf = document.getElementById("as-of");
    if (asOf) {
      asOf.value = sliderPositionOf(state.asOf);
      showAsOf(state.asOf);
    }
    if (!document.getElementById("month-0")) return;
    const months = state.period ? state.period.map(MONTH).map((month) => Math.min(MONTHS.last, Math.max(MONTHS.first, month))) : [MONTHS.first, MONTHS.last];
    months.forEach((month, side) => {
      document.getElementById(`month-${side}`).value = month;
    });
    showMonths(months);
  }
  onChange((changed) => {
    if (changed.has("language")) buildSliders();
    else if (changed.has("asOf") || changed.has("period")) refreshSliders();
  });

  // controls/search.js
  var searchInput = document.getElementById("search");
  var resultList = document.getElementById("search-results");
  var MAX_RESULTS = 9;
  var allNames = /* @__PURE__ */ (() => {
    let entries = null;
    return () => {
      if (entries) return entries;
      entries = [];
      const add = (kind, table, index, otherNames2) => {
        const names = new Set([table.label[index], ...Object.values(table.labels[index] || {}), ...otherNames2].filter(Boolean));
        for (const text of names) entries.push({ kind, index, text, normalised: normalise(text) });
      };
      NODES.iri.forEach((_, index) => add("node", NODES, index, [NODES.short[index], ...NODES.aliases[index] || []]));
      ENGAGEMENTS.iri.forEach((_, index) => add("engagement", ENGAGEMENTS, index, []));
      return entries;
    };
  })();
  function findMatches(text) {
    const query = normalise(text.trim());
    if (!query) return [];
    const bestByKey = /* @__PURE__ */ new Map();
    for (const entry of allNames()) {
      const position = entry.normalised.indexOf(query);
      if (position < 0) continue;
      const rank = (position === 0 ? 0 : entry.normalised.includes(` ${query}`) ? 1 : 2) + (entry.kind === "node" ? 0 : 3);
      const key = `${entry.kind} ${entry.index}`;
      if (!bestByKey.has(key) || rank < bestByKey.get(key).rank) bestByKey.set(key, { ...entry, rank });
    }
    const ties = ({ kind, index }) => kind === "node" ? engagementsOf(index).length : ENGAGEMENTS.voices[index];
    const matches = [...bestByKey.values()].sort((a, b) => a.rank - b.rank || ties(b) - ties(a) || a.index - b.index);
    const nodes = matches.filter(({ kind }) => kind === "node");
    const rest = matches.filter(({ kind }) => kind !== "node");
    const nodeLimit = Math.max(MAX_RESULTS - rest.length, MAX_RESULTS - 3);
    return [...nodes.slice(0, nodeLimit), ...rest].slice(0, MAX_RESULTS);
  }
  var results = [];
  var activeIndex = -1;
  function closeSearch() {
    resultList.hidden = true;
    searchInput.setAttribute("aria-expanded", "false");
    searchInput.removeAttribute("aria-activedescendant");
    activeIndex = -1;
  }
  function openResult({ kind, index }) {
    searchInput.value = "";
    closeSearch();
    select(kind, index, { focus: true });
  }
  function showResults() {
    results = findMatches(searchInput.value);
    resultList.replaceChildren(...results.map((result, position) => {
      const { kind, index, text } = result;
      const name = kind === "node" ? nodeName(index) : engagementTitle(index);
      const option = el(
        "li",
        { role: "option", id: `result-${position}`, "aria-selected": "false" },
        kind === "node" ? nodeSwatch({ kind: NODES.kind[index], country: NODES.country[index] }) : typeSwatch(ENGAGEMENTS.type[index]),
        el("span", {}, bdi(name.text, name.lang), text === name.text ? "" : el("span", { class: "soft" }, " ", bdi(text))),
        el("span", { class: "soft" }, kind === "node" ? termLabel("country", NODES.country[index]) : termLabel("type", ENGAGEMENTS.type[index]))
      );
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        openResult(result);
      });
      return option;
    }));
    const hasQuery = searchInput.value.trim() !== "";
    if (hasQuery && !results.length)
      resultList.append(el("li", { role: "option", "aria-disabled": "true", class: "soft" }, translate("notFound")));
    resultList.hidden = !hasQuery;
    searchInput.setAttribute("aria-expanded", String(hasQuery));
    setActive(results.length ? 0 : -1);
  }
  function setActive(position) {
    activeIndex = position;
    [...resultList.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === position)));
    if (position >= 0) searchInput.setAttribute("aria-activedescendant", `result-${position}`);
    else searchInput.removeAttribute("aria-activedescendant");
  }
  searchInput.addEventListener("input", showResults);
  searchInput.addEventListener("blur", closeSearch);
  searchInput.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.length && !resultList.hidden)
        setActive((activeIndex + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length);
    } else if (event.key === "Enter" && !resultList.hidden && results.length) {
      event.preventDefault();
      openResult(results[Math.max(activeIndex, 0)]);
    } else if (event.key === "Escape" && searchInput.value) {
      event.stopPropagation();
      event.preventDefault();
      searchInput.value = "";
      closeSearch();
    }
  });

  // views/table.js
  var rowsElement = document.getElementById("rows");
  var PRINTED_ROWS = 200;
  var BATCH_SIZE = 60;
  function statusDate(engagement) {
    if (engagement < 0) return "";
    const status = statusOn(engagement, state.asOf);
    const reached = ENGAGEMENTS.steps[engagement].filter(([stepStatus]) => stepStatus === status);
    return reached.length ? reached[reached.length - 1][1] : "";
  }
  var statusDay = (engagement) => {
    const status = engagement < 0 ? -1 : statusOn(engagement, state.asOf);
    const steps = engagement < 0 ? [] : ENGAGEMENTS.steps[engagement].filter(([stepStatus]) => stepStatus === status);
    const days = steps.map(([, , earliest, latest]) => latest ?? earliest ?? -1e6);
    return days.length ? Math.max(...days) : -1e6;
  };
  var statusText = (engagement) => engagement < 0 ? "" : termLabel("status", statusOn(engagement, state.asOf));
  var sectorText = (engagement) => engagement < 0 ? "" : ENGAGEMENTS.sectors[engagement].map((sector) => termLabel("sector", sector)).join(", ");
  var titleElement = (engagement) => {
    const { text, lang } = engagementTitle(engagement);
    return bdi(text, lang);
  };
  var dateCell = (engagement) => {
    const date = statusDate(engagement);
    return date ? el("span", { title: `${formatDate(date)} (${date})` }, formatShortDate(date)) : el("span", { class: "soft" }, translate("notStated"));
  };
  var COLUMNS = [
    [
      "col_matter",
      (engagement) => engagementTitle(engagement).text,
      (engagement) => el(
        "span",
        { class: "line" },
        typeSwatch(ENGAGEMENTS.type[engagement]),
        openButton("engagement", engagement, titleElement(engagement))
      )
    ],
    [
      "col_type",
      (engagement) => termLabel("type", ENGAGEMENTS.type[engagement]),
      (engagement) => capitalise(termLabel("type", ENGAGEMENTS.type[engagement]))
    ],
    ["col_parties", (engagement) => [...shownParties(engagement)].map((node) => nodeName(node).text).join(", "), partyCell],
    ["col_status", statusText, statusText],
    ["col_date", statusDay, dateCell],
    ["col_sector", sectorText, sectorText],
    ["col_money", (engagement) => ENGAGEMENTS.money_rank[engagement], moneyCell],
    ["col_voices", (engagement) => ENGAGEMENTS.voices[engagement], (engagement) => formatNumber(ENGAGEMENTS.voices[engagement]), true]
  ];
  function moneyCell(engagement) {
    const [amount, claim] = [ENGAGEMENTS.amount[engagement], ENGAGEMENTS.claim[engagement]];
    return el("span", {}, bdi(amount), amount && claim ? "; " : "", claim ? el("span", { class: "soft" }, bdi(claim)) : "");
  }
  function partyCell(engagement) {
    const parties = [...shownParties(engagement)];
    const first = parties.slice(0, 3).flatMap((node, position) => [position ? translate("comma") : "", nameElement(node)]);
    return el("span", {}, ...first, parties.length > 3 ? el("span", { class: "soft" }, ` ${translate("andMore", parties.length - 3)}`) : "");
  }
  function openButton(kind, index, text) {
    return button({ class: "link", tabindex: "-1" }, (event) => {
      event.stopPropagation();
      select(kind, index, { focus: true });
    }, text);
  }
  var sortedRows = [];
  var firstRow = 0;
  var endRow = 0;
  var tableBody = null;
  var rowElements = /* @__PURE__ */ new Map();
  function sortRows() {
    const flags = shown.listed;
    const columns = COLUMNS;
    const [column, ascending] = columns[state.sort[0]] ? state.sort : [0, true];
    const sortValue = columns[column][1];
    const indices = Array.from(flags.keys()).filter((index) => flags[index]);
    const values = indices.map(sortValue);
    const [less, more] = ascending ? [-1, 1] : [1, -1];
    const distinct = [...new Set(values)].map((value) => [value, typeof value === "number" ? value : normalise(value)]).sort(([, first], [, second]) => first < second ? less : first > second ? more : 0);
    const rank = /* @__PURE__ */ new Map();
    distinct.forEach(([value, key], index) => rank.set(value, index && key === distinct[index - 1][1] ? rank.get(distinct[index - 1][0]) : index));
    sortedRows = Array.from(Float64Array.from(
      indices,
      (index, position) => rank.get(values[position]) * flags.length + index
    ).sort(), (key) => key % flags.length);
  }
  function buildTable() {
    sortRows();
    const sorted = COLUMNS[state.sort[0]] ? state.sort : [0, true];
    const headers = COLUMNS.map(([key, , , isNumber], column) => el(
      "th",
      {
        scope: "col",
        class: key + (isNumber ? " number" : ""),
        "aria-sort": column !== sorted[0] ? "none" : sorted[1] ? "ascending" : "descending"
      },
      button(
        { "data-column": column },
        () => change({ sort: [column, column === state.sort[0] ? !state.sort[1] : true] }),
        translate(key),
        el("span", { class: "sort", "aria-hidden": "true" })
      )
    ));
    const focused = rowsElement.contains(document.activeElement) ? document.activeElement.dataset.column : void 0;
    tableBody = el("tbody");
    rowsElement.replaceChildren(
      earlierButton,
      el("table", {}, el("thead", {}, el("tr", {}, ...headers)), tableBody),
      moreButton
    );
    renderFrom(0);
    markRows(false);
    const sameButton = focused !== void 0 && rowsElement.querySelector(`[data-column="${focused}"]`);
    if (sameButton) sameButton.focus();
  }
  var earlierButton = button({ class: "link more" }, () => renderFrom(Math.max(0, firstRow - BATCH_SIZE)), "");
  var moreButton = button({ class: "link more" }, () => renderRows(BATCH_SIZE), "");
  function renderFrom(from) {
    tableBody.replaceChildren();
    rowElements.clear();
    firstRow = endRow = from;
    renderRows(BATCH_SIZE);
    rowsElement.scrollTop = 0;
    setTabStop(tableBody.firstChild);
  }
  function renderRows(count) {
    const columns = COLUMNS;
    const kind = "engagement";
    for (const index of sortedRows.slice(endRow, endRow + count)) {
      const row = el("tr", {}, ...columns.map(([key, , cell, isNumber]) => el(
        "td",
        { class: key + (isNumber ? " number" : "") },
        el("div", {}, cell(index))
      )));
      row.addEventListener("click", () => select(kind, index, {}));
      row.addEventListener("mouseenter", () => setHovered(kind, index));
      row.addEventListener("mouseleave", () => setHovered(kind, -1));
      rowElements.set(index, row);
      tableBody.append(row);
    }
    endRow = Math.min(sortedRows.length, endRow + count);
    earlierButton.hidden = firstRow === 0;
    earlierButton.textContent = translate("earlierRows", formatNumber(Math.min(BATCH_SIZE, firstRow)));
    moreButton.hidden = endRow >= sortedRows.length;
    moreButton.textContent = translate(
      "moreRows",
      formatNumber(Math.min(BATCH_SIZE, sortedRows.length - endRow)),
      formatNumber(sortedRows.length - endRow)
    );
    document.getElementById("table-name").textContent = translate("tableEngagements");
    document.getElementById("table-count").textContent = formatNumber(sortedRows.length);
  }
  function markRows(scroll) {
    const selection = state.selection || {};
    const isRelated = (index) => {
      if (selection.kind === "node") return partyNodes(index).includes(selection.index);
      return selection.kind === "stack" && findItem("stack", selection.index)?.engagements.includes(index);
    };
    const selectedIndex = selection.kind === "engagement" ? selection.index : -1;
    const position = selectedIndex >= 0 && !rowElements.has(selectedIndex) ? sortedRows.indexOf(selectedIndex) : -1;
    if (position >= 0 && position >= endRow && position < endRow + 4 * BATCH_SIZE) renderRows(position + BATCH_SIZE - endRow);
    else if (position >= 0) renderFrom(Math.max(0, position - BATCH_SIZE / 2));
    for (const [index, row2] of rowElements) {
      row2.classList.toggle("chosen", index === selectedIndex);
      row2.classList.toggle("related", isRelated(index));
      if (index === selectedIndex) row2.setAttribute("aria-current", "true");
      else row2.removeAttribute("aria-current");
    }
    if (rowElements.has(selectedIndex)) setTabStop(rowElements.get(selectedIndex));
    const row = rowElements.get(selectedIndex) || [...rowElements].find(([index]) => isRelated(index))?.[1];
    if (!row || !scroll) return;
    const top2 = row.offsetTop - 34;
    if (top2 < rowsElement.scrollTop || row.offsetTop + row.offsetHeight > rowsElement.scrollTop + rowsElement.clientHeight) rowsElement.scrollTop = top2;
  }
  rowsElement.addEventListener("scroll", () => {
    if (endRow < sortedRows.length && rowsElement.scrollTop + rowsElement.clientHeight > rowsElement.scrollHeight - 400)
      renderRows(BATCH_SIZE);
  }, { passive: true });
  function setTabStop(row) {
    for (const previous of rowsElement.querySelectorAll('td [tabindex="0"]')) previous.tabIndex = -1;
    const control = row && row.querySelector("td button");
    if (control) control.tabIndex = 0;
    return control;
  }
  rowsElement.addEventListener("keydown", (event) => {
    const row = event.target.closest("tbody tr");
    const to = row && {
      ArrowDown: row.nextSibling,
      ArrowUp: row.previousSibling,
      Home: tableBody.firstChild,
      End: tableBody.lastChild
    }[event.key];
    if (!to) return;
    event.preventDefault();
    setTabStop(to).focus();
  });
  addEventListener("beforeprint", () => {
    if (firstRow) renderFrom(0);
    renderRows(PRINTED_ROWS);
  });
  onChange((changed) => {
    if (changed.has("shown") || changed.has("sort") || changed.has("language")) buildTable();
    if (changed.has("selection")) markRows(true);
  });

  // views/board.js
  var boardElement = byId("board");

  // save/export.js
  var MARGIN = 24;
  var TITLE_HEIGHT = 66;
  function pictureLegend() {
    const marks = { type: /* @__PURE__ */ new Set(), set: /* @__PURE__ */ new Set(), country: /* @__PURE__ */ new Set(), kind: /* @__PURE__ */ new Set() };
    for (const item of scene.items) {
      if (item.kind === "stack") {
        for (const engagement of item.engagements) marks.type.add(ENGAGEMENTS.type[engagement]);
        for (const [set] of item.sets) marks.set.add(set);
      } else {
        marks.country.add(NODES.country[item.index] < 0 ? -1 : countrySide(NODES.country[item.index]));
        marks.kind.add(NODES.kind[item.index]);
      }
    }
    const sortIndices = (indices) => [...indices].filter((index) => index >= 0).sort((a, b) => a - b);
    const createMark = (style) => ({ kind: "key", px: 0, py: 0, r: 6.5, ...style });
    return [
      ...sortIndices(marks.type).map((index) => ({ label: termLabel("type", index), colour: `tone-${typeTone(index)}`, sign: typeIcon(index) })),
      ...sortIndices(marks.set).map((index) => ({ label: termLabel("set", index), colour: "soft", alpha: setStrength(index) })),
      ...sortIndices(marks.country).map((index) => ({
        label: index < 2 ? termLabel("country", index) : translate("otherCountries"),
        mark: createMark({ shape: "circle", side: index })
      })),
      ...sortIndices(marks.kind).map((index) => ({
        label: termLabel("kind", index),
        mark: createMark({ shape: kindShape(index), side: kindShape(index) === "blank" ? "blank" : 3 })
      }))
    ].filter(({ label }) => label);
  }
  function placeLegend(legend, width) {
    let [x, row] = [MARGIN, 0];
    for (const entry of legend) {
      const entryWidth = 50 + textWidth(stripControls(entry.label), 400, 12);
      if (x > MARGIN && x + entryWidth > width - MARGIN) [x, row] = [MARGIN, row + 1];
      Object.assign(entry, { x, row });
      x += entryWidth;
    }
    return (row + 1) * 24 + 24;
  }
  function drawLegend(renderer, legend, top2) {
    for (const { x, row, label, mark, colour, sign, alpha } of legend) {
      const y = top2 + 20 + row * 24;
      if (mark) drawMark(renderer, Object.assign(mark, { px: x + 13, py: y }), false);
      else if (sign) {
        renderer.shape(CARD_PATH, x + 13, y, 8.5, { fill: colours.card, colour: colours[colour], width: 1.4 });
        renderer.shape(sign, x + 13, y, 5.6, { colour: colours[colour], width: 1.2 });
      } else renderer.curve([x, y, x + 13, y, x + 26, y], { colour: colours[colour], width: 3, alpha });
      renderer.text(stripControls(label), x + 32, y, { size: 12, colour: colours.soft, anchor: "start" });
    }
  }
  var pictureTitle = () => stripControls(document.getElementById("heading").textContent).trim();
  var pictureCaption = () => [stripControls(document.getElementById("counts").textContent), state.asOf === null ? "" : formatDay(state.asOf)].filter(Boolean).join(" · ");
  function drawPicture(createRenderers) {
    const [width, height] = [mapElement.clientWidth, mapElement.clientHeight];
    const legend = pictureLegend();
    const legendHeight = placeLegend(legend, width);
    const { renderer, map: mapRenderer } = createRenderers(width, TITLE_HEIGHT + height + legendHeight, TITLE_HEIGHT, height);
    renderer.text(pictureTitle(), MARGIN, 28, { size: 18, weight: 650, colour: colours.ink, anchor: "start" });
    renderer.text(pictureCaption(), MARGIN, 51, { size: 12, colour: colours.soft, anchor: "start" });
    readCamera();
    drawMap(mapRenderer, camera, []);
    drawLegend(renderer, legend, TITLE_HEIGHT + height);
  }
  function download(blob, suffix) {
    const url = URL.createObjectURL(blob);
    const name = normalise(pictureTitle()).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "map";
    el("a", { href: url, download: `${name}.${suffix}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1e3);
  }
  function savePng() {
    const canvas = document.createElement("canvas");
    const ctx = canvas.getContext("2d");
    drawPicture((width, height, titleHeight, mapHeight) => {
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      ctx.scale(2, 2);
      ctx.fillStyle = colours.paper;
      ctx.fillRect(0, 0, width, height);
      const renderer = createCanvasRenderer(ctx, colours.font);
      const clipToMap = (draw) => (...values) => {
        ctx.save();
        ctx.beginPath();
        ctx.rect(0, titleHeight, width, mapHeight);
        ctx.clip();
        ctx.translate(0, titleHeight);
        draw(...values);
        ctx.restore();
      };
      const mapRenderer = createCanvasRenderer(ctx, colours.font);
      return { renderer, map: Object.fromEntries(Object.entries(mapRenderer).map(([name, draw]) => [name, clipToMap(draw)])) };
    });
    canvas.toBlob((blob) => download(blob, "png"), "image/png");
  }
  function createSvgPicture() {
    let root = null;
    drawPicture((width, height, titleHeight, mapHeight) => {
      const map = svg("svg", { x: 0, y: titleHeight, width, height: mapHeight, viewBox: `0 0 ${width} ${mapHeight}`, overflow: "hidden" });
      root = svg(
        "svg",
        { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
        svg("title", {}, cleanForXml(pictureTitle())),
        svg("desc", {}, cleanForXml(pictureCaption())),
        svg("rect", { width, height, fill: colours.paper }),
        map
      );
      return { renderer: createSvgRenderer(root, colours.font), map: createSvgRenderer(map, colours.font) };
    });
    return root;
  }
  function saveSvg() {
    download(new Blob(
      ['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(createSvgPicture()), "\n"],
      { type: "image/svg+xml" }
    ), "svg");
  }
  function csvCell(value) {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  var joinLabels = (indices, labelOf) => indices.map(labelOf).join("; ");
  var lastStepDate = (engagement) => ENGAGEMENTS.steps[engagement].reduce((last, [, edtf]) => edtf || last, "");
  function engagementRows() {
    const rows = [[
      "engagement",
      "engagement_iri",
      "type",
      "parties",
      "status",
      "date",
      "sectors",
      "amount",
      "claim",
      "quantity",
      "voices",
      "sources"
    ]];
    for (let engagement = 0; engagement < SIZE.engagements; engagement += 1) {
      if (!shown.listed[engagement]) continue;
      rows.push([
        engagementTitle(engagement).text,
        expandCurie(ENGAGEMENTS.iri[engagement]),
        termLabel("type", ENGAGEMENTS.type[engagement]),
        joinLabels(
          ENGAGEMENTS.parties[engagement].filter(([, node]) => node >= 0),
          ([role, node]) => `${nodeName(node).text} (${termLabel("role", role)})`
        ),
        termLabel("status", statusOn(engagement, state.asOf)),
        lastStepDate(engagement),
        joinLabels(ENGAGEMENTS.sectors[engagement], (sector) => termLabel("sector", sector)),
        ENGAGEMENTS.amount[engagement],
        ENGAGEMENTS.claim[engagement],
        ENGAGEMENTS.quantity[engagement],
        ENGAGEMENTS.voices[engagement],
        joinLabels(ENGAGEMENTS.sources[engagement], (source) => expandCurie(SOURCES.iri[source]))
      ]);
    }
    return rows;
  }
  var csvText = () => engagementRows().map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
  function saveCsv() {
    download(new Blob([csvText()], { type: "text/csv;charset=utf-8" }), "csv");
  }

  // save/menu.js
  var FORMATS = { png: savePng, svg: saveSvg, csv: saveCsv };
  function setMenuOpen(open) {
    byId("save").setAttribute("aria-expanded", String(open));
    byId("save-menu").hidden = !open;
  }
  byId("save").addEventListener("click", () => setMenuOpen(byId("save-menu").hidden));
  byId("save").parentElement.addEventListener("focusout", ({ relatedTarget }) => {
    if (!byId("save").parentElement.contains(relatedTarget)) setMenuOpen(false);
  });
  for (const [format, save] of Object.entries(FORMATS)) {
    byId(`save-${format}`).addEventListener("click", () => {
      setMenuOpen(false);
      byId("save").focus();
      save();
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || byId("save-menu").hidden) return;
    event.stopImmediatePropagation();
    setMenuOpen(false);
    byId("save").focus();
  }, true);

  // main.js
  addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
    } else if (/^[1-3]$/.test(event.key) && !typing && state.selection && state.selection.kind === "node") {
      change({ neighbourhood: { node: state.selection.index, hops: Number(event.key) } }, { refit: true });
    } else if (event.key === "0" && !typing && state.neighbourhood) change({ neighbourhood: null }, { refit: true });
  }, true);
  function followAddress() {
    const unknown = readAddress();
    if (unknown.length) announce(translate("badAddress", unknown.join(", ")));
  }
  addEventListener("popstate", followAddress);
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    change({ view: "table" }, { history: true });
    byId("rows").focus();
  });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
    matchMedia(query).addEventListener("change", () => repaint());
  for (const [event, printed] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      document.documentElement.classList.toggle("on-paper", printed);
      repaint();
    });
  }
  if (matchMedia("(max-width: 900px)").matches) byId("legend-fold").open = false;
  document.documentElement.classList.toggle("embedded", isEmbedded());
  followAddress();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.documentElement.dataset.ready = "true";
  }));
  return __toCommonJS(main_exports);
})();
