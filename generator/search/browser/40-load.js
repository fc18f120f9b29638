// Shards come as classic scripts, which work from disk as over http. Each calls _ps or papershelf.head.

const VERSION = 3;
const HERE = /** @type {HTMLScriptElement?} */ (document.currentScript)?.src || location.href;
const ROOT = new URL("../", HERE).href;

/** @type {Map<string, any>} what shards brought that is not read yet, by name and build */
const brought = new Map();
/** @type {Map<string, Promise<any>>} shards as read, by name and build */
const tables = new Map();

class IndexProblem extends Error {}

/** @param {string} path below the engine's own folder @returns {Promise<void>} */
function run(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.fetchPriority = "high"; // or browsers let it wait for the page
    script.src = new URL(path, HERE).href;
    script.onload = () => resolve(script.remove());
    script.onerror = () => reject(script.remove() ?? new IndexProblem("The search index (find/) cannot be read."));
    document.head.append(script);
  });
}

/** A shard, loaded and read once. @template T @param {{build: string}} index @param {string} name its path without the ending
 * @param {(content: any) => T | Promise<T>} read @returns {Promise<T>} */
function table({ build }, name, read) {
  return once(`${name} ${build}`, async (wanted) => {
    if (!brought.has(wanted)) await run(`${name}.js?${build}`); // the search page has brought some
    if (!brought.has(wanted)) throw new IndexProblem("The search index has changed. Load the page again.");
    const content = brought.get(wanted);
    brought.delete(wanted);
    return read(content);
  });
}

/** @param {string} name @param {(name: string) => Promise<any>} make @returns {Promise<any>} what was made before; what failed is tried again */
function once(name, make) {
  if (!tables.has(name)) {
    const made = make(name);
    tables.set(name, made);
    made.catch(() => tables.delete(name));
  }
  return /** @type {Promise<any>} */ (tables.get(name));
}

/** What the index says of itself. @returns {Promise<Head>} */
function head() {
  return once("", readHead);
}

/** @returns {Promise<Head>} */
async function readHead() {
  if (!brought.has("head")) await run("head.js"); // the search page has brought it
  const told = brought.get("head");
  brought.delete("head"); // what failed is tried again
  if (told?.version !== VERSION) {
    throw new IndexProblem(
      `The search index is of version ${told?.version}, the script of ${VERSION}. Load the page or build the site again.`,
    );
  }
  // @ts-ignore -- the rows of the help come with the index
  window.papershelf.syntax = told.syntax;
  const split = (/** @type {string} */ text) => (text ? text.split(" ") : []);
  return {
    ...told,
    terms: split(told.terms),
    words: split(told.words),
    backwards: split(told.backwards),
    small: unique(split(told.small)),
    topics: told.topics.map((/** @type {any[]} */ [slug, name, parent, papers, words]) => ({
      slug, name, parent, papers, told: split(words), path: `topics/${slug}.html`,
    })),
    listings: told.listings.map((/** @type {any[]} */ [name, title]) => ({ name, title })),
  };
}

/** The steps of the papers' lengths, four to a unit, which every score needs: loaded beside the words. @param {Head} index @returns {Promise<void>} */
async function readSteps(index) {
  index.steps = await table(index, "lengths", unitsOf);
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
