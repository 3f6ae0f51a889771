// question_box/: the page understands a question as Python does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createInterpreter } from "../../src/pcgraph/page/app/question_box/interpreter.js";
import { partsOf } from "../../src/pcgraph/page/app/question_box/parts.js";

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const FILE = new URL("../../node_modules/.cache/views/question_box.json", import.meta.url);
const { box, understood, instead } = JSON.parse(readFileSync(FILE, "utf8"));
const page = createInterpreter(box);

test("each shared text means the same in Python and in the page", () => {
  assert.ok(understood.length > 500, `${understood.length} texts`);
  for (const [text, expected] of understood) assert.deepEqual(page.understand(text), expected, text);
});

test("each shared text means the same where every other answer has no rows", () => {
  const hasRows = (kind, answer) => [...page.describe(kind, answer)].length % 2 === 0;
  for (const [text, expected] of instead) assert.deepEqual(page.understand(text, hasRows), expected, text);
  assert.ok(instead.some(([, { answer }], place) => !isSame(answer, understood[place][1].answer)));
});

test("a common word is corrected in neither", () => {
  assert.equal(page.understand("wedding in Lahore").kind, "refuse");
  assert.deepEqual(page.understand("Huawie").understood.map(({ label, corrected }) => [label, corrected]), [["Huawei", true]]);
});

test("a part that is not understood is not among those that are, and a date is one part", () => {
  const text = "memorandum outcomes as of June 2019", words = text.split(" ");
  const written = words.map((each) => ({ text: each, role: ["as", "of", "June", "2019"].includes(each) ? "date" : "word",
    start: text.indexOf(each), end: text.indexOf(each) + each.length }));
  const parts = partsOf(text, { understood: written, not_understood: ["outcomes"] });
  assert.deepEqual(parts.map((part) => part.text), ["memorandum", "as of June 2019"]);
});

test("an answer that only names a day is called by that day", () => {
  const name = (text) => page.describe("filter", page.understand(text).answer);
  assert.deepEqual([name("as of June 2019"), name("Huawei as of June 2019"), name("Huawei")],
    ["2019-06-30", "Huawei (2019-06-30)", "Huawei"]);
});
