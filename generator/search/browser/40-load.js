// Shards come as classic scripts, which work from disk as over http. Each calls _ps or papershelf.head.

const VERSION = 1;
const HERE = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
const ROOT = new URL("../", HERE || location.href).href;

/** @type {Map<string, {promise: Promise<any>, resolve: (value: any) => void}>} by name and build */
const waiting = new Map();
/** @type {Promise<Head> | undefined} */
let loadedHead;
/** @type {(head: any) => void} */
let takeHead = () => undefined;

class IndexProblem extends Error {}

/** Called by each shard. @param {string} name with the build @param {any} content */
function put(name, content) {
  waiting.get(name)?.resolve(content);
}

/** @param {string} path below the engine's own folder @param {() => boolean} isThere @returns {Promise<void>} */
function run(path, isThere) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.charset = "utf-8";
    script.src = new URL(path, HERE || location.href).href;
    script.onload = () => {
      script.remove();
      if (isThere()) resolve();
      else reject(new IndexProblem("The search index has changed. Load the page again."));
    };
    script.onerror = () => {
      script.remove();
      reject(new IndexProblem("The search index (folder find/) could not be read."));
    };
    document.head.append(script);
  });
}

/** @param {string} name @param {string} build @param {string} path @returns {Promise<any>} */
function load(name, build, path) {
  const wanted = `${name} ${build}`;
  const known = waiting.get(wanted);
  if (known) return known.promise;
  /** @type {(value: any) => void} */
  let resolve = () => undefined;
  let isThere = false;
  const content = new Promise((take) => (resolve = take));
  const taken = (/** @type {any} */ value) => {
    isThere = true;
    resolve(value);
  };
  const promise = run(`${path}.js?${build}`, () => isThere).then(() => content);
  waiting.set(wanted, { promise, resolve: taken });
  promise.catch(() => waiting.delete(wanted)); // a later try may reach the server again
  return promise;
}

/** What the index says of itself; loaded once. @returns {Promise<Head>} */
function head() {
  loadedHead ??= readHead().catch((problem) => {
    loadedHead = undefined;
    throw problem;
  });
  return loadedHead;
}

/** @returns {Promise<Head>} */
async function readHead() {
  /** @type {any} */
  let told;
  takeHead = (value) => (told = value);
  await run("head.js", () => told !== undefined);
  if (told.version !== VERSION) {
    throw new IndexProblem(
      `The search index is of version ${told.version}, the script of version ${VERSION}. Load the page again, or build the site again.`,
    );
  }
  const bits = new Bits(await load("lengths", told.build, "lengths"));
  const steps = new Uint8Array(told.papers);
  for (let paper = 0; paper < steps.length; paper++) steps[paper] = bits.read(4);
  // @ts-ignore -- the rows of the help come with the index
  window.papershelf.syntax = told.syntax;
  const split = (/** @type {string} */ text) => (text ? text.split(" ") : []);
  return {
    ...told,
    steps,
    terms: split(told.terms),
    words: split(told.words),
    backwards: split(told.backwards),
    small: new Set(split(told.small)),
    topics: told.topics.map((/** @type {any[]} */ [slug, name, parent, papers, definition]) => ({
      slug, name, parent, papers, definition, path: `topics/${slug}.html`,
    })),
    listings: told.listings.map((/** @type {any[]} */ [name, title]) => ({ name, title })),
  };
}

/** The number of the shard that holds a word. @param {string[]} firsts @param {string} word @returns {number} -1 before the first */
function shardOf(firsts, word) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @type {Map<string, any>} shards read into tables, by name and build */
const tables = new Map();

/** @template T @param {Head} index @param {string} name @param {string} path @param {(content: any) => T | Promise<T>} read @returns {Promise<T>} */
async function table(index, name, path, read) {
  const content = await load(name, index.build, path);
  const key = `${name} ${index.build}`;
  if (!tables.has(key)) tables.set(key, read(content));
  return tables.get(key);
}
