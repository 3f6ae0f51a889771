// The engine of a map: the page itself holds its worker, its WebAssembly and the graph.

import { byId } from "../text/elements.js";
import { Engine } from "./engine.js";

export const SETTINGS = JSON.parse(byId("ask-settings").textContent);

export const engine = new Engine(SETTINGS, async () => {
  const url = URL.createObjectURL(new Blob([byId("ask-worker").textContent], { type: "text/javascript" }));
  const worker = new Worker(url);
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // by then, even a slow browser has read it
  return { worker, engine: byId("ask-engine").textContent, graph: byId("ask-graph").textContent };
});
