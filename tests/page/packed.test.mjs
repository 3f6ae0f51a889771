// model/data.js puts back what view/packed.py leaves out of the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

let unpacked;
openPage("rows", (each) => { // the file holds the same view twice
  ({ unpacked } = each);
  Object.assign(each, each.packed);
});
const { ENGAGEMENTS } = await load("model/data.js");

test("steps, links and passages are those of the view, in the same order", () => {
  for (const column of ["steps", "links", "passages"])
    assert.deepEqual(ENGAGEMENTS[column], unpacked.engagements[column], column);
});
