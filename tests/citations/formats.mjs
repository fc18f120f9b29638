// What the browser's formats make of data/references/: `node formats.mjs formats.js FOLDER` prints {format: text}.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { runInNewContext } from "node:vm";

const [, , source, folder] = argv;
const { FORMATS } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(source, "utf8"))}`);

const got = {};
const run = (name) =>
  runInNewContext(readFileSync(join(folder, `${name}.js`), "utf8"), { papershelf: { references: (number, content) => (got[number] = content) } });
run("index");
got[-1].forEach((_, number) => run(number));
const papers = new Map(got[-1].flatMap((_, number) => got[number]));
stdout.write(JSON.stringify(Object.fromEntries(FORMATS.map(({ name, write }) => [name, write(papers)]))));
