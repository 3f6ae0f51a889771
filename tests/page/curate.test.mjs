// The parts of the app for curators that need no page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { firstLines } from "../../src/pcgraph/web/curate/app/dom.js";
import { slug } from "../../src/pcgraph/web/curate/app/names.js";
import { emptyNode, nameParts, rename } from "../../src/pcgraph/web/curate/app/node_form.js";
import { codePoints, pieces, units } from "../../src/pcgraph/web/curate/app/offsets.js";
import { matching } from "../../src/pcgraph/web/curate/app/queue.js";
import { Tally, openDrafts } from "../../src/pcgraph/web/curate/app/review.js";
import { termsLike } from "../../src/pcgraph/web/curate/app/terms.js";
import { coverage } from "../../src/pcgraph/web/curate/app/thing_names.js";
import { asNumber } from "../../src/pcgraph/web/curate/app/values.js";

const TEXT = "a😀b\r\n𠮷 c";

test("offsets count characters as Python does", () => {
  assert.equal(codePoints(TEXT), 8);
  assert.equal(codePoints("\ud83d"), 1); // half of a character
  assert.deepEqual(units(TEXT, [0, 1, 2, 5, 6, 99]), [0, 1, 3, 6, 8, TEXT.length]);
});

test("pieces make up the text, and know their marks", () => {
  const first = { start: 1, end: 3 }, second = { start: 2, end: 6 };
  const found = pieces(TEXT, [first, second]);
  assert.equal(found.map((piece) => piece.text).join(""), TEXT);
  assert.deepEqual(found.map((piece) => [piece.text, piece.marks]), [
    ["a", []], ["😀", [first]], ["b", [first, second]], ["\r\n𠮷", [second]], [" c", []],
  ]);
  assert.deepEqual(pieces("", [first]), []);
});

test("a number stays a text if JavaScript would change it", () => {
  assert.deepEqual(["7", " 2.5 ", "1.50", "9007199254740993", "007", "5 million", ""].map(asNumber),
    [7, 2.5, "1.50", "9007199254740993", "007", "5 million", ""]);
});

test("every draft that was read is saved, rejected or left", () => {
  const tally = new Tally();
  tally.add(["a", "b", "c"]);
  tally.done("saved");
  tally.add(["d"]);
  tally.done("rejected");
  assert.deepEqual(tally.left, ["c", "d"]);
  assert.equal(tally.read, tally.saved + tally.rejected + tally.left.length);
  assert.equal(tally.text, "4 drafts read: 1 saved, 1 rejected, 2 left.");
});

test("a draft is open until it is rejected or an engagement is made of it", () => {
  const draft = (kind, start, value = "acme") => ({
    node: { class: kind }, marks: [{ field: "signatory", value, start, end: start + 4 }],
  });
  const node = (kind, value = "acme", part = "a") => ({
    class: kind, passages: [], steps: [{ passages: [part] }], fields: { signatory: [{ value }] },
  });
  const open = (drafts, engagements) => openDrafts(drafts, {
    form: { engagements }, passages: { a: { span: [0, 50] }, b: { span: [50, 90] }, c: { span: null } },
  }).map((each) => drafts.indexOf(each));
  const two = [draft("Project", 10), draft("Agreement", 10)];
  assert.deepEqual(open(two, []), [0, 1]);
  assert.deepEqual(open(two, [node("Agreement")]), [0]); // the more alike, also of one sentence
  assert.deepEqual(open(two, [node("Loan")]).length, 1); // a corrected class
  assert.deepEqual(open(two, [node("Agreement"), node("Agreement")]), []);
  assert.deepEqual(open(two, [node("Agreement", "acme", "b"), node("Agreement", "acme", "c")]), [0, 1]); // of other words
  assert.deepEqual(open([draft("Talks", 10, "borealis"), draft("Talks", 20)], [node("Talks")]), [0]);
  assert.deepEqual(open([{ ...two[0], rejected: true }, two[1]], []), [1]);
});

test("a slug has letters, digits and single hyphens", () => {
  assert.equal(slug("Export–Import Bank’s Éclair (EIB) "), "export-import-banks-eclair-eib");
  assert.equal(slug("港口"), "");
});

test("parts follow the id of their engagement", () => {
  const node = emptyNode("", "Talks");
  node.fields.discussant = [{ value: ".unnamed" }, { value: "acme" }];
  node.unnamed = [emptyNode(".unnamed", "UnnamedParty")];
  node.steps = [emptyNode(".step", "Step"), emptyNode("other.signed", "Step")];
  node.steps[0].fields.status = [{ value: "discussed" }];
  rename(node, "quay-talks");
  assert.deepEqual(node.fields.discussant.map((each) => each.value), ["quay-talks.unnamed", "acme"]);
  nameParts(node);
  assert.deepEqual(node.steps.map((each) => each.id), ["quay-talks.discussed", "other.signed"]);
});

test("a thing says which languages have a label", () => {
  assert.equal(coverage(["en", "zh", "ur"], ["en", "zh"]), "Label in English, Chinese; none in Urdu.");
  assert.equal(coverage(["en"], ["en"]), "Label in English.");
  assert.equal(coverage(["en"], [""]), "Label in no language; none in English.");
  assert.equal(coverage(["en"], []), "No label; none in English.");
});

test("a long refusal shows its first lines", () => {
  assert.equal(firstLines("a\nb", 2), "a\nb");
  assert.equal(firstLines("a\nb\nc\nd", 2), "a\nb\nand 2 more of the kind");
});

test("a typed term is found by any of its names", () => {
  const listed = [
    { value: "people", label: "people", names: ["students"] }, { value: "schools", label: "schools" },
    { value: "pre-schools", label: "pre-schools" },
  ];
  const ids = (name) => termsLike(listed, name).map((one) => [one.id, one.match]);
  assert.deepEqual(ids(" Students"), [["people", true]]);
  assert.equal(termsLike(listed, "students")[0].why, "also students");
  assert.deepEqual(ids("school"), [["schools", false], ["pre-schools", false]]);
  assert.deepEqual(ids("schools"), [["schools", true], ["pre-schools", false]]);
  assert.deepEqual(ids("doses"), []);
  assert.equal(ids("").length, 3);
  listed.push({ value: "pupils", label: "students" });
  assert.deepEqual(ids("students"), [["people", false], ["pupils", false]]);
});

test("sources are searched by words and filtered", () => {
  const row = (id, more) => ({ slug: id, title: id, publisher: "", date: "", text: true, unproved: 0, engagements: 1, ...more });
  const rows = [
    row("one", { title: "Café on the quay", publisher: "Coast Post", date: "3 May 2021" }),
    row("two", { title: "Quay loan", text: false, unproved: 2 }),
    row("three", { engagements: 0 }),
  ];
  const slugs = (words, shown = "all") => matching(rows, { words, shown }).map((each) => each.slug);
  assert.deepEqual(slugs(""), ["one", "two", "three"]);
  assert.deepEqual(slugs("QUAY"), ["one", "two"]);
  assert.deepEqual(slugs("quay cafe post 2021"), ["one"]);
  assert.deepEqual(slugs("quay", "unproved"), ["two"]);
  assert.deepEqual(["text", "no-text", "empty"].map((shown) => slugs("", shown)), [["one", "three"], ["two"], ["three"]]);
});
