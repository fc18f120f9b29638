/* The reader's list in this browser's store. Libraries may share an origin, so its name holds the site's path. */

import { parse, write } from "./saved.js";
import { say } from "./say.js";

/** @typedef {import("./saved.js").Saved} Saved */

export const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

const NAME = `papershelf ${ROOT.pathname}`;
const ASIDE = `${NAME} unreadable`; /* what we did not understand is never written over */
const EVENT = "papershelf-list";

/** @param {string} name */
function get(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return ""; /* forbidden: told when something is to be kept */
  }
}

/** @returns {Saved[]} */
export function papers() {
  const text = get(NAME);
  return text ? parse(text).papers : [];
}

/** What is kept and could not be understood; empty when there is none. */
export function unreadable() {
  const text = get(NAME);
  const aside = get(ASIDE);
  return text && parse(text).lost && !aside.includes(text) ? `${aside}${text}\n` : aside;
}

/** Change the list as it is now, which another tab may have changed. @param {(papers: Saved[]) => Saved[]} edit @returns {boolean} whether it is kept */
export function change(edit) {
  try {
    const aside = unreadable();
    if (aside) localStorage.setItem(ASIDE, aside);
    localStorage.setItem(NAME, write(edit(papers())));
  } catch {
    say("Not saved: this browser’s store for the site is full or not allowed.");
    return false;
  }
  dispatchEvent(new Event(EVENT));
  return true;
}

/** Throw away what could not be understood. */
export function discard() {
  if (change((list) => list)) localStorage.removeItem(ASIDE);
}

/** @param {() => void} then called after each change, here or in another tab */
export function onChange(then) {
  addEventListener(EVENT, then);
  addEventListener("storage", ({ key }) => (key === NAME || key === null) && then());
}
