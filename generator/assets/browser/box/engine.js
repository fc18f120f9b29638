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

/* A heading of this name would be `window.papershelf` too: what stands there is replaced, not extended. */
/** @type {any} */
const calls = (/** @type {any} */ (window).papershelf = {});
for (const name of Object.keys(without)) {
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
