/* Ways to the box: keys, the phone's "Search"; and the box inside the home page and a lost one. */

import { shelf } from "./engine.js";
import { make, on, row } from "./parts.js";

/** @returns {boolean} whether there is a box */
function focus() {
  /** @type {HTMLInputElement | null} */
  const input = document.querySelector("main .ps-box input") ?? document.querySelector(".ps-box input");
  if (!input?.form) return false;
  input.form.classList.add("ps-open"); /* on a phone it cannot have the focus before it is shown */
  input.focus();
  input.select();
  return true;
}

/** `/`, `s`, Ctrl-K and Cmd-K, and the link of a phone's bar. */
export function listen() {
  on(document, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const { key, target } = event;
    const isTyping = /** @type {Element} */ (target).closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    const isAsked = event.ctrlKey || event.metaKey ? key.toLowerCase() === "k" && !event.shiftKey : (key === "/" || key === "s") && !isTyping;
    if (isAsked && !event.altKey && focus()) event.preventDefault();
  });
  const seek = document.querySelector(".ps-seek");
  if (seek) on(seek, "click", (event) => focus() && event.preventDefault());
}

/** With a keyboard at hand one starts typing; a page that was moved has the words of its title in its address. */
export function begin() {
  /** @type {HTMLInputElement | null} */
  const input = document.querySelector("main .ps-box:not([data-ps-page]) input");
  if (!input) return;
  if (!("psLost" in input.dataset)) {
    if (!location.hash && matchMedia("(hover: hover) and (min-width: 48em)").matches) input.focus({ preventScroll: true });
    return;
  }
  const words = (location.pathname.split("/").pop() ?? "").replace(/\.html?$/, "").replace(/[^a-z0-9]+/gi, " ").trim();
  if (!words || words === "404" || words === "index") return;
  input.value = words;
  shelf.search(words, { limit: 5, facets: false }).then(({ hits }) => {
    if (hits.length) input.form?.after(make("h2", {}, "Nearest titles"), make("ul", { class: "ps-rows" }, hits.map(row)));
  });
}
