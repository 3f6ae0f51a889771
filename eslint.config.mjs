import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ignores: [
      "**/*.js", "**/*.mjs", "!src/pcgraph/page/app/**", "!src/pcgraph/web/app/**", "!src/pcgraph/web/curate/app/**",
      "!tests/page/**", "!*.config.mjs",
    ],
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "no-shadow": "error",
      "no-var": "error",
      "max-lines": ["error", 400],
      "no-control-regex": "off", // the texts of others may hold control characters, which are removed
      "max-len": ["error", 130],
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  { files: ["src/**"], languageOptions: { globals: { ...globals.browser, pcgraphEditor: "readonly", vis: "readonly" } } },
  { files: ["tests/**", "*.mjs"], languageOptions: { globals: { ...globals.node, location: "readonly" } } },
];
