/* `window.papershelf`: until the engine, find/engine.js, has been loaded, each call loads it first. */

export const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

const NONE = { total: 0, more: 0, partial: false, hits: [], facets: {}, corrections: [], nearest: [], nearestAuthors: [] };
const PROBLEM = "The search could not be loaded: its file find/engine.js is missing. Build the site again.";

/** What is answered when there is no engine. @type {Record<string, (text: string) => unknown>} */
const without = {
  search: (text) => ({ ...NONE, text, problem: PROBLEM }),
  suggest: () => [],
  warm: () => ({ papers: 0, topics: [], listings: [] }),
};

/** @type {Promise<unknown> | undefined} */
let loading;

/** @type {any} */
const global = window;
/* On the search page the engine comes first. What else stands there is an element: a heading of this name. */
const calls = global.papershelf?.search ? global.papershelf : (global.papershelf = {});
for (const name of Object.keys(without)) {
  if (calls[name]) continue;
  const call = (calls[name] = async (/** @type {unknown[]} */ ...given) => {
    await (loading ??= new Promise((done) => {
      const script = document.createElement("script");
      script.src = new URL("find/engine.js", ROOT).href;
      script.onload = script.onerror = done;
      document.head.append(script);
    }));
    return (calls[name] === call ? without[name] : calls[name])(...given);
  });
}

/** @type {Shelf} */
export const shelf = calls;
