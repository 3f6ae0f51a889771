// The engine of a static site: its worker, its WebAssembly and the graph are files beside the page. Nothing is loaded before
// `engine.start()`. The page loads the files itself, so that its policy holds for them, and a new worker needs no new download.

import { AskError } from "../../page/app/ask/ask_error.js";
import { Engine } from "../../page/app/ask/engine.js";
import { DATA } from "./page.js";

const IS_FILE = location.protocol === "file:";

async function load(address) {
  let response;
  try {
    response = await fetch(address);
  } catch {
    const reason = IS_FILE ? "A page that is opened as a file cannot load others: open it through a web server"
      : "Check the connection, and run the query again";
    throw new AskError("askEngineError", [`${address}: cannot be loaded. ${reason}.`]);
  }
  if (response.ok) return response.arrayBuffer();
  const status = `${response.status} ${response.statusText}`.trim();
  throw new AskError("askEngineError", [`${address}: the host answers ${status}. Publish the whole site again.`]);
}

/** The engine and the graph. @type {Promise<[ArrayBuffer, ArrayBuffer]> | null} */
let files = null;
const loadFiles = () => {
  files ??= Promise.all([load(DATA.assets.engine), load(DATA.assets.graph)]);
  files.catch(() => { files = null; });
  return files;
};

export const engine = new Engine(DATA.ask ? { ...DATA.ask, prefixes: DATA.prefixes } : {}, async () => {
  const address = DATA.assets.worker, worker = new Worker(address); // its script is loaded while the files are
  const broken = new Promise((_, reject) => worker.addEventListener("error", (event) => {
    event.preventDefault();
    reject(new AskError("askEngineError", [`${address}: cannot be run as the engine. Publish the whole site again.`]));
  }));
  try {
    const [wasm, graph] = await Promise.race([loadFiles(), broken]);
    return { worker, engine: wasm, graph, broken };
  } catch (error) {
    worker.terminate();
    throw error;
  }
});
