// The GEXF file of `pcgraph export`, read by the library with which Gephi Lite reads it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";

const text = (name) => readFileSync(new URL(`../../node_modules/.cache/views/${name}`, import.meta.url), "utf8");
const read = gexf.parse(MultiDirectedGraph, text("network.gexf"), { addMissingNodes: false });
const { nodes, edges } = JSON.parse(text("network.json"));

test("graphology reads every node of a GEXF file, with its name and kind", () => {
  assert.deepEqual(read.nodes().sort(), Object.keys(nodes).sort());
  for (const [node, { label, kind, country }] of Object.entries(nodes)) {
    const found = read.getNodeAttributes(node);
    assert.deepEqual([found.label, found.kind, found.country ?? ""], [label, kind, country]);
  }
});

test("graphology reads every tie of a GEXF file, with its attributes", () => {
  const row = (from, to, { relation, label, status, symmetric }) => String([from, to, relation, label, status, symmetric]);
  const found = read.mapEdges((edge, data, from, to) => row(from, to, data));
  const written = edges.map(([from, to, data]) => row(from, to, data));
  assert.deepEqual(found.sort(), written.sort());
  assert.equal(edges.length > 10, true);
});
