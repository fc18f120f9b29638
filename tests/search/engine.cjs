// Runs the engine of a site folder in Node: a document that loads classic scripts from disk, one call a line of JSON.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const url = require("url");
const vm = require("vm");

/** Browsers decode a script by its byte order mark first, whatever they are told. */
function decode(bytes) {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.subarray(2).toString("utf16le") : bytes.toString("utf8");
}

function open(folder) {
  const read = { bytes: 0, files: [] };
  class HTMLScriptElement {
    remove() {}
  }
  const engine = path.resolve(folder, "find", "engine.js");
  const current = new HTMLScriptElement();
  current.src = url.pathToFileURL(engine).href;
  const seen = new Set();
  const take = (file) => {
    const bytes = fs.readFileSync(file);
    if (!seen.has(file)) {
      seen.add(file);
      read.bytes += bytes.length;
      read.files.push(path.relative(folder, file));
    }
    return decode(bytes);
  };
  const page = { URL, Blob, DecompressionStream, Response, HTMLScriptElement, location: { href: current.src }, performance };
  page.window = page;
  page.document = {
    currentScript: current,
    createElement: () => new HTMLScriptElement(),
    head: {
      append(script) {
        let text;
        try {
          text = take(url.fileURLToPath(script.src.split("?")[0]));
        } catch {
          queueMicrotask(() => script.onerror());
          return;
        }
        queueMicrotask(() => {
          vm.runInContext(text, page);
          script.onload();
        });
      },
    },
  };
  vm.createContext(page);
  // The readable engine also shows what is inside; the minified one has other names there.
  const shown = "window._inside={fold,cut,bare,term,distance};})();";
  const text = take(engine);
  vm.runInContext(text.includes("function distance") ? text.replace("})();", shown) : text, page);
  return { page, read };
}

async function main() {
  const opened = new Map();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { folder, inside, method, args, forget } = JSON.parse(line);
    if (forget) opened.delete(folder);
    if (!opened.has(folder)) opened.set(folder, open(folder));
    const { page, read } = opened.get(folder);
    let answer;
    try {
      if (inside) answer = { value: args.map((one) => page._inside[inside](...one)) };
      else answer = { value: await page.papershelf[method](...args) };
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(JSON.stringify({ ...answer, bytes: read.bytes, files: read.files }) + "\n");
  }
}

main();
