// panel/copy.js: a citation is of one fact, with its passage, the state of the passage, the day and the address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("tiny", ({ engagements, passage_states: states }) => {
  engagements.passages.flatMap(([passages]) => passages)[0][3] = states.push("proved") - 1;
});
const [data, state, { citableFacts, citation }] = [await load("model/data.js"), await load("model/state.js"),
  await load("panel/copy.js")];
const { DATA, ENGAGEMENTS, SOURCES, TERMS } = data;

test("a citation of an engagement is of one fact", () => {
  const states = new Set();
  let several = 0;
  for (const index of ENGAGEMENTS.iri.keys()) {
    const facts = citableFacts(index), texts = facts.map((fact) => citation({ kind: "engagement", index }, fact));
    assert.deepEqual(citation({ kind: "engagement", index }), texts[0]);
    assert.equal(new Set(texts).size, facts.length, ENGAGEMENTS.iri[index]);
    several += Number(facts.length > 2);
    facts.forEach((fact, place) => {
      const [sentence, ...lines] = texts[place].split("\n"), last = lines.pop();
      const step = ENGAGEMENTS.steps[index].find((each) => each[6] === fact);
      assert.ok(sentence.startsWith(`${ENGAGEMENTS.label[index]}: ${step ? TERMS.status[step[0]].label : ""}`), sentence);
      assert.ok(last.endsWith(data.expandCurie(ENGAGEMENTS.iri[index])) && last.includes(`${DATA.title}, as of `), last);
      const own = new Set(ENGAGEMENTS.passages[index].filter((each) => each[3] === fact).map((each) => each[2]));
      for (const [source, , location, proves, passage] of ENGAGEMENTS.passages[index]) {
        const line = lines.find((each) => each.includes(SOURCES.title[source]));
        if (proves === fact) {
          states.add(passage);
          assert.ok(/\((words found|not yet checked|place named only)\)/.test(line), line);
        } else if (step && line && !own.has(location)) assert.ok(!line.includes(location), line);
      }
      if (step?.[5].length) assert.ok(lines.length >= new Set(step[5]).size);
    });
  }
  assert.ok(several > 2 && states.size > 1, `${several} ${[...states]}`);
});

test("a citation on a day in the past knows nothing later", () => {
  const daysOf = (each) => new Set(ENGAGEMENTS.sources[each].map((source) => SOURCES.known[source]));
  const index = [...ENGAGEMENTS.iri.keys()].find((each) => daysOf(each).size > 1);
  const last = Math.max(...daysOf(index));
  state.change({ asOf: last - 1 });
  const text = citableFacts(index).map((fact) => citation({ kind: "engagement", index }, fact)).join("\n");
  for (const source of ENGAGEMENTS.sources[index].filter((each) => SOURCES.known[each] === last))
    assert.ok(!text.includes(SOURCES.title[source]), text);
});
