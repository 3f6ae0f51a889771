// The types that several modules share, for `npm run types`. The tables of the view are those of ../schema.py, where they are
// described; tests/test_page_types.py compares the names. A row is referred to by its index (-1: none), a day is counted from
// 1970-01-01 (null: open or now).

type Day = number | null;
type Names = Record<string, string>;
type Flag = number;

interface Word {
  id: string;
  label: string;
  labels?: Names;
  aliases?: string[];
  meaning?: string;
  symmetric?: boolean;
  tone?: number;
  set?: number;
  rank?: number;
  broader?: number;
  also_broader?: number[];
  precision?: string;
  at?: [latitude: number, longitude: number];
  happens?: string;
}

interface Words {
  relation: Word[];
  set: Word[];
  status: (Word & { set: number; rank: number })[];
  type: Word[];
  form: Word[];
  role: Word[];
  sector: Word[];
  country: Word[];
  kind: Word[];
  tier: Word[];
  quantity: Word[];
  place: (Word & { broader: number; precision: string })[];
}

interface Measure {
  name: string;
  meaning: string;
  sure?: ([low: number, high: number, share: number] | 0)[];
  top?: number;
}

interface Nodes {
  iri: string[];
  label: string[];
  short: string[];
  labels: (Names | 0)[];
  aliases: (string[] | 0)[];
  summary: string[];
  kind: number[];
  country: number[];
  acts_for: number[];
  facts: ([property: string, value: string, background: Flag, inferred: Flag][] | 0)[];
  measure: Record<string, (number | null)[]>;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

interface Ties {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  relation: number[];
  engagement: number[];
  known: Day[][];
  sources: number[][];
  voices: number[];
}

/** A sum of an engagement or of one of its steps; its kind is "paid", "funding", "price", "value", "claim" or "other". */
type Sum = [step: string, kind: string, short: string, full: string, sources: number[]];

/** An amount with the total in which it counts, or the reason why it does not. */
type MoneySum = [engagement: number, funders: number[], currency: string | null, prices: string | null, year: number | null,
  total: string | null, amount: number | null, least: number | null, most: number | null, reason: string | null,
  sources: number[]];

type Step = [status: number, date: string, earliest: Day, latest: Day, inferred: Flag, sources: number[], name: string,
  numbers: string];
type Passage = [source: number, fragment: string, location: string, subject: string, state: string, quote: string | 0,
  pageState?: string, pageDay?: string];

interface Dispute {
  step: string;
  what: string;
  values: [value: string, sources: number[]][];
  believed: string;
  verdict: string;
}

/** What follows from the sources of an interval; see `Conclusion` in page/view/schema.py. */
type Conclusion = [from: Day, until: Day, reported?: Day, since?: Day, promise?: number | null, state?: string | null,
  silent?: Day, by?: Day, outcome?: number | null, shownBy?: number | null, how?: string | null, next?: string | null,
  wentOnAs?: number[]];

interface Engagements {
  iri: string[];
  label: string[];
  summary: string[];
  labels: (Names | 0)[];
  type: number[];
  form: number[];
  status: Day[][];
  conclusions: Conclusion[][];
  occasion: Flag[];
  searched: Day[];
  opening: Flag[];
  sectors: number[][];
  places: number[][];
  aims: string[][];
  numbers: ([amount: number, least: number, most: number, currency: string, claimed: number, claimedCurrency: string] | 0)[];
  quantity: string[];
  amount: string[];
  claim: string[];
  money_rank: number[];
  money: Sum[][];
  expected: string[];
  starts: string[];
  ends: string[];
  parties: [role: number, node: number, inferred: Flag, sources: number[]][][];
  steps: Step[][];
  passages: Passage[][];
  disputes: Dispute[][];
  links: [label: string, engagement: number, name: string][][];
  inferred: string[][];
  unknown: string[][];
  claimed: ([claimed: number, identified: number, papers: number[], perhaps: number[]] | 0)[];
  voices: number[];
  status_voices: number[];
  sources: number[][];
  tier: number[];
  x: number[];
  y: number[];
}

interface Sources {
  iri: string[];
  title: string[];
  publisher: string[];
  date: string[];
  address: string[];
  said_by: string[];
  tier: number[];
  voice: number[];
  known: Day[];
  reported: Day[];
}

type Cell = string | number | Record<string, number> | [value: any, sources: Record<string, number>[]][];

interface Answer {
  id: string;
  title: string;
  labels?: Names;
  question: string;
  keywords: string[];
  command: string;
  day: string;
  columns: [name: string, label: string, meaning: string][];
  rows: Cell[][];
  count: number;
}

interface Headline {
  engagements: number;
  promises: number;
  kept: number;
  begun: number;
  signed: number;
  open: number;
  silent: number;
  stopped: number;
  occasions: number;
  voiced: number;
}

/** What a part of a computed sentence is, and its values. */
type Part = [kind: string, ...values: any[]];

interface Story {
  id: string;
  address: string;
  since: Day;
  title?: string;
  text?: string;
  labels?: Record<string, Record<string, string>>;
  kind?: string;
  parts?: Part[];
}

interface Focus {
  node: string;
  hops: number;
}

interface View {
  title: string;
  description: string;
  licence: string;
  creators: string[];
  languages: string[];
  sides: number;
  as_of: Day;
  today: number;
  prefixes: Record<string, string>;
  focus: Focus | null;
  measures: Measure[];
  words: Words;
  nodes: Nodes;
  ties: Ties;
  engagements: Engagements;
  sources: Sources;
  sums: MoneySum[];
  headline: Headline;
  stories: Story[];
  places_from: string[];
  unknowns: string[];
  methods: string[];
  withdrawn: Record<string, string>;
  answers: Answer[];
}

// ---- What the page adds --------------------------------------------------------------------------------------------

/** The vocabularies, with the findings about an engagement that can be chosen like a term. */
type Terms = Words & { mark: Word[]; promise: Word[] };

interface Selected {
  kind: "node" | "engagement" | "stack" | "group";
  index: number;
}

/** Everything that the reader has chosen; `defaultState` in model/state.js says what each field means. */
interface State {
  view: string;
  language: string;
  measure: string;
  chosen: Record<string, Set<number>>;
  voices: number;
  people: boolean;
  unnamed: boolean;
  asOf: Day;
  period: [first: number, last: number] | null;
  event: number | null;
  only: Set<number> | null;
  either: boolean;
  not: string[];
  text: string;
  selection: Selected | null;
  answer: number | null;
  story: number | null;
  neighbourhood: { node: number; hops: number } | null;
  path: number[] | null;
  level: string;
  open: Set<string>;
  pins: Map<string, [x: number, y: number]>;
  camera: number[] | null;
  sort: [column: number, ascending: boolean];
  boardRows: string;
  boardSort: string;
  charts: Record<string, string>;
  cell: string;
  timeline: string;
  question: string;
  query: string;
  asked: string;
  by: string;
  rows: string[];
}

/** What a change of the state does beside setting fields; see `change` in model/state.js. */
interface ChangeOptions {
  refit?: boolean;
  replace?: boolean;
  focus?: boolean;
  move?: boolean;
  fromMap?: boolean;
}

/** A question of the catalogue as the pages that answer queries hold it, and a value that it asks for. */
type Question = Record<"name" | "title" | "question", string> & { columns: Record<string, string>; parameters: Parameter[] };
type Parameter = Record<"name" | "type" | "example" | "space" | "datatype", string>;

/** What the text index holds of one thing. `group` is the vocabulary of a term. */
interface Document {
  id: number;
  kind: string;
  index: number;
  group: string;
  name: string;
  text: string;
  place: string;
}

/** A document that holds the words, all of them as they are (`isWhole`) or as beginnings, in a field. */
interface Hit {
  document: Document;
  score: number;
  isWhole: boolean;
  field: string;
}

/** What a search finds. The lower the level, the better; `hit` says why. */
interface Found {
  kind: string;
  index: number;
  group?: string;
  level: number;
  missing: number;
  hit?: Hit;
}

/** Engagements between the same parties. A party below zero is a group, as -1 - its index. */
interface Stack {
  index: number;
  parties: number[];
  engagements: number[];
}

/** Organisations that the map draws as one mark: a group, what remains of an open one, or the smaller ones of `of` groups. */
interface Group {
  key: string;
  members: number[];
  isRemainder: boolean;
  of: number;
}

interface Path {
  nodes: number[];
  engagements: number[];
}

/** What is shown; see `updateShown` in model/level.js. A flag for each row says whether it is. */
interface Shown {
  nodes: Uint8Array;
  engagements: Uint8Array;
  listed: Uint8Array;
  stacks: Stack[];
  groups: Group[];
  lines: number;
  path: Path | null;
  isReduced: boolean;
  leftOut: number;
  nameless: number;
  counts: { nodes: number; engagements: number };
  matching: { nodes: number; engagements: number };
}

/** A mark of the map: `x`, `y` are its place on the map, `px`, `py`, `r` its place and radius in the frame, in pixels. */
interface Item {
  kind: "node" | "stack" | "group";
  index: number;
  key: string;
  order: number;
  x: number;
  y: number;
  place: [x: number, y: number]; // without pins
  origin: [x: number, y: number];
  size: number;
  weight: number;
  shape: string;
  side: number | "blank" | "card";
  country?: number; // not of stacks
  labelSide?: number;
  arc?: number; // of an organisation in a small picture: the number of its side
  px: number;
  py: number;
  r: number;
  isInFrame: boolean;
  members?: number[]; // only groups
  // only stacks:
  engagements?: number[];
  type?: number;
  sets?: [set: number, count: number][];
  strength?: number;
  colour?: string;
  partyKeys?: string[];
}

/** A line of the map, from an organisation to a stack: start, control point and end of its curve in the frame. */
interface Line {
  stack: Item;
  node: number;
  from: Item;
  to: Item;
  colour: string;
  width: number;
  strength: number;
  curve?: number[];
}

interface Scene {
  items: Item[];
  lines: Line[];
  byKey: Map<string, Item>;
  linesOf: Map<string, Line[]>;
  stackOf: Map<number, Item>;
  sides: boolean;
  arcs: boolean;
  rows: number;
  stretch: [x: number, y: number];
}

interface Around {
  items: Set<Item>;
  lines: Set<Line>;
  secondary?: Set<Line>;
}

interface Front {
  selected: Item | null;
  hovered: Item | null;
  highlight: Around | null;
  path: Around | null;
  items: Set<Item>;
  lines: Set<Line>;
  fades: boolean;
}

interface Camera {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
  fitScale: number;
  density: number;
}

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** vis-network, which pyvis puts into the page: what the map uses of it. */
declare const vis: {
  DataSet: new (rows: object[]) => { add(rows: object[]): void; clear(): void };
  Network: new (element: HTMLElement, data: object, options: object) => {
    on(event: string, listener: (event: any) => void): void;
    getViewPosition(): { x: number; y: number };
    getScale(): number;
    moveTo(camera: object): void;
    setSize(width: string, height: string): void;
    redraw(): void;
    body: { emitter: { emit(event: string): void } };
  };
};

/** The script ask/editor.js, on pages with a query. */
declare const pcgraphEditor: typeof import("./ask/editor.js");

// An id or a selector of the template says which element it is, and the events of the page come from elements. With these the
// modules need no cast wherever they read an input.
interface EventTarget { closest?: any; matches?: any; tagName?: any; value?: any }
interface UIEvent { readonly target: EventTarget }
interface Element extends HTMLOrSVGElement { placeholder?: any }
interface HTMLElement { checked?: any; open?: any; value?: any }
