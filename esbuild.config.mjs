// Bundles the modules of the page into one script, which is committed, so that `pcgraph map` needs no Node.
//   node esbuild.config.mjs          write the bundle
//   node esbuild.config.mjs --check  fail if the committed bundle is not what the modules give

import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const PAGE = "src/pcgraph/page/";
const BUNDLES = { [`${PAGE}template/page.js`]: { entry: `${PAGE}app/main.js`, globalName: "pcgraph" } };

/** Return the licences of the packages in a bundle as a comment, because they want them wherever the code is. */
function notices(inputs) {
  const folders = new Set(Object.keys(inputs).flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${folder}: no licence file; expected LICENSE; choose a package that has one`);
    return `/*\n${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim().replaceAll("\r", "")}\n*/\n`;
  }).join("");
}

for (const [path, { entry, globalName }] of Object.entries(BUNDLES)) {
  // Names stay whole: errors then say where they happened, and the page grows by 2 % of its size at most.
  const { outputFiles, metafile } = await build({
    entryPoints: [entry], bundle: true, format: "iife", globalName, charset: "utf8", target: "es2022", minifyWhitespace: true,
    minifySyntax: true, lineLimit: 120, legalComments: "inline", metafile: true, write: false, logLevel: "warning",
  });
  const script = notices(metafile.inputs) + outputFiles[0].text;
  if (!process.argv.includes("--check")) writeFileSync(path, script);
  else if (readFileSync(path, "utf8") !== script) {
    console.error(`${path}: is not what the modules in ${PAGE}app give; run  make page`);
    process.exitCode = 1;
  }
}
