// Bundles and minifies what pages load: `node pages.mjs FOLDER` writes the scripts there.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const sources = join(dirname(fileURLToPath(import.meta.url)), "../../../generator/assets/browser");
const made = {
  papershelf: "frame", search: "box/main", "search-page": "page/main",
  stars: "list/main", cite: "cite/main", "reading-list": "list-page/main",
};

for (const [script, entry] of Object.entries(made)) {
  buildSync({
    entryPoints: [join(sources, `${entry}.js`)],
    outfile: join(process.argv[2], `${script}.js`),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
  });
}
