// model/watch.js: what the browser keeps of a watched thing, and what a page of other data finds new, changed and withdrawn.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load, openPage } from "./setup.mjs";

openPage("tiny");
/** @type {Map<string, string>} */
const store = new Map();
globalThis.localStorage = /** @type {any} */ ({ getItem: (name) => store.get(name) ?? null,
  setItem: (name, text) => { if (store.get("full")) throw new Error("full"); store.set(name, text); } });
const [{ DATA, ENGAGEMENTS }, watch] = [await load("model/data.js"), await load("model/watch.js")];
const acme = "node id:acme";
const place = () => [...store.keys()].find((name) => name.startsWith("pcgraph watch")) ?? "";
const edit = (change) => {
  const kept = JSON.parse(store.get(place()) ?? "{}");
  change(kept[acme].seen, kept);
  store.set(place(), JSON.stringify(kept));
};
const found = () => {
  const { fresh, changed, gone } = watch.news();
  return [fresh, changed, gone].map((list) => list.map(({ id }) => id));
};
beforeEach(() => { store.clear(); });

test("what is watched now has nothing new, and an id names the same thing again", () => {
  assert.ok(watch.toggle(acme));
  assert.deepEqual(found(), [[], [], []]);
  assert.ok(Object.keys(watch.contentOf(acme)).length > 3);
  for (const [kind, index] of [["node", 0], ["engagement", 0], ["sector", 0], ["place", 0], ["question", 0]]) {
    const thing = watch.thingOf(watch.keyOf(kind, index));
    assert.deepEqual([thing.kind, thing.index], [kind, index]);
    assert.ok(Object.keys(watch.contentOf(watch.keyOf(kind, index))).length > 0, kind);
  }
  watch.toggle(acme);
  assert.deepEqual(watch.watched(), {});
});

test("each difference is counted once, and what is seen is not news", () => {
  watch.toggle(acme);
  const [one, other] = Object.keys(watch.contentOf(acme));
  edit((seen) => { delete seen[one]; seen[other] = "v:idea"; seen["id:lost"] = "v:signed"; });
  assert.deepEqual(found(), [[one], [other], ["id:lost"]]);
  watch.toggle("question what-was-signed");
  watch.toggle(watch.keyOf("engagement", ENGAGEMENTS.iri.indexOf(one)));
  edit((seen, kept) => { kept[`engagement ${one}`].seen = {}; });
  assert.deepEqual(watch.news().fresh.find(({ id }) => id === one).keys, [acme, `engagement ${one}`]);
  watch.markSeen();
  assert.deepEqual(found(), [[], [], []]);
});

test("an engagement that only left the list is changed, and a thing that is not here is withdrawn", () => {
  const else_ = ENGAGEMENTS.iri.find((iri) => !(iri in watch.contentOf(acme)));
  watch.toggle(acme);
  edit((seen, kept) => { seen[else_] = ""; kept["node id:gone"] = { day: 3, seen: {} }; });
  assert.deepEqual(found(), [[], [else_], ["id:gone"]]);
  assert.equal(watch.news().since, 3);
  assert.ok(DATA.today > 3);
});

test("a browser that refuses keeps nothing, and what another program wrote is no list", () => {
  store.set("full", "yes");
  assert.equal(watch.toggle(acme), false);
  store.clear();
  watch.toggle(acme);
  const name = place();
  for (const text of ["{", "null", "3", '{"node id:acme": null}', '{"node id:acme": {"seen": 3}}']) {
    store.set(name, text);
    assert.deepEqual(watch.watched(), {}, text);
  }
  Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("refused"); } });
  assert.equal(watch.watched(), null);
});
