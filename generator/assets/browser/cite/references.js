/* What the library knows of papers, from data/references/: scripts, since a page on disk may not read files. */

/** @type {Shelf} */
export const shelf = /** @type {any} */ (window).papershelf;
export const list = /** @type {List} */ (shelf.list);

/** @typedef {import("./formats.js").Item} Item */

const INDEX = -1;

/** @type {Map<number, any>} */
const got = new Map();
/** @type {Map<number, Promise<any>>} */
const asked = new Map();

/** Called by each script. @param {number} number @param {any} content */
export function take(number, content) {
  got.set(number, content);
}

/** @param {number} number @returns {Promise<any>} */
function part(number) {
  const known = asked.get(number);
  if (known) return known;
  const promise = list.run(`data/references/${number === INDEX ? "index" : number}.js`).then(() => {
    if (got.has(number)) return got.get(number);
    asked.delete(number); /* a later try may reach the server again */
    throw new Error("The citations (folder data/references/) could not be read. Try again, or build the site again.");
  });
  asked.set(number, promise);
  return promise;
}

/** What is known of each paper, in the order of `keys`; those that the library does not have are not there. @param {string[]} keys @returns {Promise<Map<string, Item>>} */
export async function load(keys) {
  /** @type {string[]} */
  const firsts = await part(INDEX);
  const numbers = new Set(keys.map((key) => firsts.filter((first) => first <= key).length - 1));
  numbers.delete(INDEX); /* before the first paper there is none */
  const parts = await Promise.all([...numbers].map(async (number) => {
    const content = await part(number);
    if (content[0][0] !== firsts[number]) throw new Error("The library has been built anew. Load the page again.");
    return content;
  }));
  /** @type {Map<string, Item>} */
  const all = new Map(parts.flat());
  return new Map(keys.flatMap((key) => {
    const item = all.get(key);
    return item ? [[key, item]] : [];
  }));
}
