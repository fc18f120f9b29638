/* The buttons that make a file, one for each format. */

import { read } from "../page/state.js";
import { FORMATS } from "./formats.js";
import { list, load, shelf } from "./references.js";

const { make, on } = shelf.parts;

/** @param {string} name @param {string} text @param {string} type */
export function save(name, text, type) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** All papers of the search that the address says. */
async function found() {
  const { q, filters, sort, literal } = read();
  /** Each paper that is told costs a file, so those that only hold some of the words are not asked for. @param {number} limit */
  const ask = (limit) => shelf.search(q, { limit, filters, sort: /** @type {"date"} */ (sort), literal, passages: false, facets: false });
  const { total, problem } = await ask(0);
  if (problem) throw new Error(problem);
  return (await ask(total)).hits.map(({ key }) => key);
}

/** @param {() => Promise<string[]> | string[]} [keysOf] the papers; without it, those of the search */
export function buttons(keysOf = found) {
  const name = location.pathname.split("/").pop()?.replace(/\.html$/, "") || "papers";
  return make("div", { class: "ps-buttons" }, FORMATS.map((format) => {
    const button = make("button", { type: "button" }, format.name);
    on(button, "click", async () => {
      try {
        const keys = await keysOf();
        const papers = await load(keys);
        const missing = keys.length - papers.size;
        if (missing) list.say(`${missing} of ${keys.length} papers are no longer in this library, so the file lacks them.`);
        if (papers.size) save(`${name}.${format.ending}`, format.write(papers), format.type);
        else if (!keys.length) list.say("There is no paper to download.");
      } catch (problem) {
        list.say(/** @type {Error} */ (problem).message);
      }
    });
    return button;
  }));
}
