/* Stars on every page, and downloads beside the papers of a topic, a listing and a search. */

import { downloads } from "./downloads.js";
import { on, shelf } from "./parts.js";
import { join, parse, write } from "./saved.js";
import { say } from "./say.js";
import { run } from "./script.js";
import { keyOf, star, stars } from "./stars.js";
import { ROOT, change, discard, onChange, papers, unreadable } from "./store.js";

shelf.list = { change, discard, downloads, join, onChange, papers, parse, run, say, star, unreadable, write };

/** The papers that stand on a page. @param {Element} rows */
const standing = (rows) => [...rows.querySelectorAll(/** @type {"a"} */ (".ps-row > p:first-child > a"))].map(keyOf).filter(Boolean);

const rows = document.querySelector("main .ps-rows");
if (rows && /^(?:topics|listings|authors|venues|years)\//.test(location.pathname.slice(ROOT.pathname.length))) {
  rows.before(downloads(`Download ${rows.children.length === 1 ? "this paper" : `these ${rows.children.length} papers`}`, () => standing(rows)));
}
/* The search page keeps room for it, once its own script has run, which waits for the page. */
const place = () => document.querySelector(".ps-room")?.append(downloads("Download this result"));
if (document.readyState === "loading") on(document, "DOMContentLoaded", place);
else place();
stars();
