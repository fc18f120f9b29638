// Minifies the engine: `node minify.mjs readable.js` prints what sites get.
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

const source = readFileSync(process.argv[2], "utf8");
// Names that stay inside the engine; what pages or the index name keeps its name.
const inner =
  /^(?:ascending|following|letters|gamma|rice|isAllSmall|marks|isSmall|often|known|far|many|found|near|scores|weights|places|steps|sets|full|partly|isNot|worth|left|unit|long|short|group|exclude|firsts|promise|units|more|extra|isExtra)$/;
process.stdout.write(transformSync(source, { minify: true, target: "es2022", charset: "utf8", mangleProps: inner }).code);
