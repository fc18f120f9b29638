/* A star for each paper that a page shows: pressed, the paper is in the reader's list. */

import { make, on } from "./parts.js";
import { say } from "./say.js";
import { ROOT, change, onChange, papers } from "./store.js";

/** The key of the paper that a link leads to. @param {HTMLAnchorElement | null} link */
export function keyOf(link) {
  return (link && /\/papers\/([^/?#]+)\.html(?:[?#]|$)/.exec(link.href)?.[1]) ?? "";
}

/** @param {string} key @param {string} title @param {string} [word] shown beside the star */
export function star(key, title, word) {
  const button = make("button", { type: "button", class: "ps-star", "aria-label": `Save “${title}” to the reading list`, "aria-pressed": "false" }, word);
  button.dataset.psKey = key;
  on(button, "click", () => {
    const isSaved = button.ariaPressed === "true";
    const isKept = change((list) => (isSaved ? list.filter((paper) => paper.key !== key) : [...list, { key, title }]));
    if (isKept && !isSaved) say("Saved to your ", way());
  });
  return button;
}

function way() {
  return make("a", { href: new URL("reading-list.html", ROOT).href }, "reading list");
}

/** Show which papers are saved, and how many. */
function show() {
  const list = papers();
  const keys = new Set(list.map(({ key }) => key));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ps-star"))) {
    button.ariaPressed = String(keys.has(button.dataset.psKey ?? ""));
  }
  const link = document.querySelector(".ps-saved");
  const text = `Reading list (${list.length})`;
  if (link && link.textContent !== text) link.textContent = text; /* told again, it would be told to us for ever */
}

/** Give every row and line its star that has none; rows come and go on the pages of the search and of the list. */
function dress() {
  for (const row of document.querySelectorAll("main :is(.ps-row, .ps-index li, .ps-related li):not(:has(.ps-star))")) {
    const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector(":scope > p:first-child > a, :scope > a:first-child"));
    const key = keyOf(link);
    if (key) row.append(star(key, link?.textContent ?? ""));
  }
  show();
}

export function stars() {
  const title = document.querySelector(".ps-paper h1");
  const key = /\/papers\/([^/]+)\.html$/.exec(location.pathname)?.[1];
  if (title && key) {
    const button = star(key, title.textContent ?? "", "Save");
    const exits = document.querySelector(".ps-exits ul");
    if (exits) exits.append(make("li", {}, button));
    else document.querySelector(".ps-paper-main :is(.ps-meta, .ps-authors, h1)")?.after(make("div", { class: "ps-exits" }, button));
  }
  const main = document.querySelector("main");
  if (main) new MutationObserver(dress).observe(main, { childList: true, subtree: true });
  onChange(show);
  dress();
}
