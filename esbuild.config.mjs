// Bundles the modules of the pages into scripts, which are committed, so that `pcgraph map` needs no Node.
//   node esbuild.config.mjs          write the bundle
//   node esbuild.config.mjs --check  fail if the committed bundle is not what the modules give

import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { world } from "./world.config.mjs";

const PAGE = "src/pcgraph/page/", WEB = "src/pcgraph/web/";
const ASK = resolve(`${PAGE}app/ask`);
// On a page that answers SPARQL, a second script follows. It takes all modules outside its folder from the first one.
const besidePage = {
  name: "beside-page",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => (relative(ASK, resolve(resolveDir, path)).startsWith("..")
      ? { path: relative(ASK, resolve(resolveDir, path)), namespace: "page" } : undefined)); // no path of this machine
    onLoad({ filter: /.*/, namespace: "page" }, () => ({ contents: "module.exports = pcgraph;" }));
  },
};
const BUNDLES = {
  [`${PAGE}template/page.js`]: { entry: `${PAGE}app/main.js`, options: { globalName: "pcgraph" } },
  [`${PAGE}template/ask.js`]: { entry: `${PAGE}app/ask/main.js`, options: { plugins: [besidePage] } },
  // Most of the editor is libraries, so its names are shortened.
  [`${PAGE}template/editor.js`]: { entry: `${PAGE}app/ask/editor.js`, options: { globalName: "pcgraphEditor", minify: true } },
  // The engine is loaded from bytes and asks for no address.
  [`${PAGE}template/ask-worker.js`]: { entry: `${PAGE}app/ask/worker.js`, options: { define: { "import.meta.url": '""' } } },
  [`${WEB}template/query.js`]: { entry: `${WEB}app/main.js`, options: {} },
  [`${WEB}template/search.js`]: { entry: `${WEB}app/search.js`, options: {} },
};
const ENGINE = "node_modules/oxigraph/web_bg.wasm", PACKED = `${PAGE}template/oxigraph.wasm.gz`;
const NOTICED = ["oxigraph"]; // in template/notices-ask.txt, with the libraries that are in its WebAssembly

/** Return the licences of the packages in a bundle as a comment, because they want them wherever the code is. */
function notices(inputs) {
  const folders = new Set(Object.keys(inputs).flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  return [...folders].filter((folder) => !NOTICED.some((name) => folder.endsWith(`/${name}`))).sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${folder}: no licence file; expected LICENSE; choose a package that has one`);
    return `/*\n${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim().replaceAll("\r", "")}\n*/\n`;
  }).join("");
}

const isCheck = process.argv.includes("--check");
function complain(path) {
  console.error(`${path}: is not what the modules give; run  make page`);
  process.exitCode = 1;
}

const WORLD = `${PAGE}app/views/analyse/world.json`, outlines = world();
if (!isCheck) writeFileSync(WORLD, outlines);
else if (readFileSync(WORLD, "utf8") !== outlines) complain(WORLD);

for (const [path, { entry, options }] of Object.entries(BUNDLES)) {
  // Names stay whole: errors then say where they happened, and the page grows by 2 % of its size at most.
  const { outputFiles, metafile } = await build({
    entryPoints: [entry], bundle: true, format: "iife", charset: "utf8", target: "es2022", minifyWhitespace: true,
    minifySyntax: true, lineLimit: 4000, legalComments: "inline", metafile: true, write: false, logLevel: "warning",
    ...options,
  });
  const script = notices(metafile.inputs) + outputFiles[0].text;
  if (!isCheck) writeFileSync(path, script);
  else if (readFileSync(path, "utf8") !== script) complain(path);
}

// Compare what is packed, because each version of zlib packs in another way. A new engine is best packed again by zopfli
// (gzip -d oxigraph.wasm.gz; zopfli oxigraph.wasm), as the committed one was: each reader then loads 90 KB less.
const engine = readFileSync(ENGINE);
if (!existsSync(PACKED) || !gunzipSync(readFileSync(PACKED)).equals(engine)) {
  if (isCheck) complain(PACKED);
  else writeFileSync(PACKED, gzipSync(engine, { level: 9 }));
}
