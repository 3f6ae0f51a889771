// model/state.js and model/address.js: the address holds what the reader has chosen, and says what it does not understand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, load, openPage, randomState } from "./setup.mjs";

openPage("tiny");
const [data, state, address] = [await load("model/data.js"), await load("model/state.js"), await load("model/address.js")];

/** Return the state that the address of a state describes: the same, but for digits of the camera that nobody sees. */
const rounded = (each) => ({ ...each, camera: each.camera && each.camera.map((number) => Number(number.toPrecision(5))) });

test("a state comes back from its address", () => {
  const random = createRandom(7);
  for (let round = 0; round < 2000; round += 1) {
    const chosen = randomState(random, { data, state });
    state.change(chosen);
    const text = address.formatAddress();
    const { result, unknown } = address.parseAddress(`#${text}`);
    assert.deepEqual(unknown, [], text);
    assert.deepEqual(result, rounded(chosen), text);
  }
});

test("each field of the state is in the address", () => {
  const random = createRandom(7);
  const changed = new Set();
  for (let round = 0; round < 300; round += 1) {
    const chosen = randomState(random, { data, state });
    const first = { ...state.defaultState(), ...chosen };
    for (const name of Object.keys(first)) {
      state.change({ ...state.defaultState(), [name]: first[name] });
      if (address.formatAddress()) changed.add(name);
    }
  }
  assert.deepEqual([...changed].sort(), Object.keys(state.defaultState()).sort());
});

test("the address of what a page opens with is empty", () => {
  state.change(state.defaultState());
  assert.equal(address.formatAddress(), "");
  assert.deepEqual(address.parseAddress(""), { result: state.defaultState(), unknown: [] });
});

test("what an address says that means nothing here is reported, and the rest is read", () => {
  const parts = [
    "view=mapp", "measure=beauty", "level=some", "language=tlh", "boardRows=x", "boardSort=x", "people=no", "unnamed=1",
    "type=pcg:Nothing", "set=done", "sector=sector:quay", "country=id:atlantis", "kind=x", "tier=x", "mark=loud",
    "voices=0", "voices=many", "as-of=2025-02-30", "as-of=yesterday", "months=2025-05", "months=2025-05 2025-04",
    "months=2025-13 2026-01", "event=id:no-event", "answer=no-question", "only=id:nobody", "node=id:nobody", "engagement=id:acme",
    "stack=id:nothing", "near=4 id:acme", "near=id:acme", "near=1 id:nobody", "path=id:nobody", "pin=node id:nobody 1 2",
    "pin=node id:acme 1", "camera=1 2", "camera=1 2 0", "camera=1 2 x", "sort=first", "colour=red", "constructor=x",
    "toString=y", "=z", "story=x", "answer=x", "form=v:vow", "chart=colour red", "chart=toString x", "chart=currency",
    "open=rest 9", "open=id:acme", "by=colour", "rows=acme",
  ];
  for (const part of parts) {
    const { result, unknown } = address.parseAddress(`#voices=2&${part.replace(/ /g, "+")}`);
    assert.deepEqual(unknown, [part]);
    assert.deepEqual(result, { ...state.defaultState(), voices: 2 }, part);
  }
});

test("a path needs two organisations", () => {
  for (const names of [["id:acme"], ["id:acme", "id:borealis", "id:vik-university"]]) {
    const { result, unknown } = address.parseAddress(`#${names.map((name) => `path=${name}`).join("&")}`);
    assert.equal(result.path, null);
    assert.deepEqual(unknown, names.map((name) => `path=${name}`));
  }
});

test("no address breaks the page", () => {
  const random = createRandom(99);
  const pieces = ["view", "=", "&", "#", "map", "%", "%E6", "%00", "id:acme", " ", "+", "path", "pin", "node", "1e999", "NaN",
    "-", "9", "/", "near", "3", "__proto__", "months", "2025-05", "camera", "text", "sort", "event", "港"];
  const fields = Object.keys(state.defaultState()).sort();
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random.below(12) }, () => random.pick(pieces)).join("");
    const { result } = address.parseAddress(text);
    assert.deepEqual(Object.keys(result).sort(), fields, text);
    state.change(result);
    assert.deepEqual(address.parseAddress(address.formatAddress()).unknown, [], text);
  }
});

test("the page writes its state to the address, and reads it from there", () => {
  state.change({ ...state.defaultState(), view: "table", voices: 2 });
  assert.equal(location.hash, "#view=table&voices=2");
  location.hash = "#node=id:acme&bad=1";
  assert.deepEqual(address.readAddress(), ["bad=1"]);
  assert.deepEqual(state.state.selection, { kind: "node", index: data.findNode("id:acme") });
  assert.deepEqual([state.state.view, state.state.voices], ["map", 1]);
  assert.equal(location.hash, "#node=id:acme");
});

test("each change is one step of Back, which restores it", () => {
  const random = createRandom(11), back = [];
  state.change(state.defaultState());
  const { pushState } = globalThis.history;
  globalThis.history.pushState = (...args) => { back.push(location.hash); pushState(...args); };
  for (let round = 0; round < 300; round += 1) {
    const [name, chosen] = random.pick(Object.entries(randomState(random, { data, state })));
    const before = { ...state.state }, from = address.formatAddress();
    state.change({ [name]: chosen });
    if (address.formatAddress() === from) continue; // it was so already
    assert.equal(back.length, 1, name);
    if (random.chance(0.5)) {
      location.hash = back[0];
      address.readAddress();
      assert.deepEqual(state.state, rounded(before), name);
    }
    assert.equal(back.length, 1, name); // to read the address is no step
    back.pop();
  }
  state.change({ voices: 3 }, { replace: true });
  state.change({ voices: 4 }, { replace: true }); // the slider goes on
  assert.deepEqual([back.length, state.state.voices], [0, 4]);
  globalThis.history.pushState = pushState;
});

test("a page about one organisation opens on it, unless the address says otherwise", () => {
  data.DATA.focus = { node: "id:borealis", hops: 2 };
  location.hash = "";
  address.readAddress();
  assert.deepEqual(state.state.neighbourhood, { node: data.findNode("id:borealis"), hops: 2 });
  location.hash = "#view=table";
  address.readAddress();
  assert.equal(state.state.neighbourhood, null);
  data.DATA.focus = null;
});

test("to remove every filter keeps how the page looks", () => {
  const kept = {
    view: "table", language: "zh", measure: state.MEASURES[1], sort: [2, false], boardRows: "paper", boardSort: "name",
    selection: { kind: "node", index: 1 }, answer: 1, pins: new Map([["node 1", [1, 2]]]), question: "outcomes",
    query: "ASK {}", charts: { currency: "EUR" }, timeline: "sector",
  };
  state.change({ ...randomState(createRandom(1), { data, state }), ...kept, voices: 3, text: "quay", asOf: 20_000 });
  state.reset();
  assert.deepEqual(state.state, { ...state.defaultState(), ...kept });
});

test("listeners are called in order, with what changed", () => {
  const calls = [];
  state.onChange((changed, { refit }) => calls.push([1, [...changed], refit]));
  state.onChange((changed) => calls.push([2, [...changed]]));
  state.change({ voices: 2 }, { refit: true });
  assert.deepEqual(calls, [[1, ["voices"], true], [2, ["voices"]]]);
  state.select("node", 3);
  assert.deepEqual(state.state.selection, { kind: "node", index: 3 });
  state.select(null);
  assert.equal(state.state.selection, null);
});
