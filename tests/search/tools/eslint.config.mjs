// The parts of the engine share one scope, so what one defines the others may use; those of pages are modules.
import js from "@eslint/js";

export default [
  { ...js.configs.recommended, files: ["**/*.js"] },
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "script" },
    rules: {
      "no-undef": "off", // tsc does it across files
      "no-unused-vars": "off", // what a part defines another uses; tsc sees all of them
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  {
    files: ["**/assets/browser/**/*.js"],
    languageOptions: { sourceType: "module" },
    rules: { "no-unused-vars": "error" },
  },
];
