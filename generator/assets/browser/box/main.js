/*
 * The search box of every page: answers while typing, opened with /, s, Ctrl-K or the phone's "Search".
 * Its parts also serve the search page.
 */

import { box } from "./combobox.js";
import { shelf } from "./engine.js";
import { count, make, on, page, replaced, row, told } from "./parts.js";

const hasKeys = matchMedia("(hover: hover) and (min-width: 48em)").matches;

shelf.parts = { count, make, on, page, replaced, row, told };

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("form.ps-box:not([data-ps-page])");
forms.forEach(box);

/* ---- ways to the box ---- */

/** @returns {boolean} whether there is one */
function focus() {
  /** @type {HTMLInputElement | null} */
  const input = document.querySelector("main .ps-box input") ?? document.querySelector(".ps-box input");
  if (!input?.form) return false;
  input.form.classList.add("ps-open"); /* on a phone it cannot have the focus before it is shown */
  input.focus();
  input.select();
  return true;
}

on(document, "keydown", (/** @type {KeyboardEvent} */ event) => {
  const { key, target } = event;
  const isTyping = /** @type {Element} */ (target).closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const isAsked = event.ctrlKey || event.metaKey ? key.toLowerCase() === "k" && !event.shiftKey : (key === "/" || key === "s") && !isTyping;
  if (isAsked && !event.altKey && focus()) event.preventDefault();
});

const seek = document.querySelector(".ps-seek");
if (seek) on(seek, "click", (event) => focus() && event.preventDefault());

/* ---- home and 404: the box in the page ---- */

/** @type {HTMLInputElement | null} */
const inside = document.querySelector("main .ps-box:not([data-ps-page]) input");
if (inside && !("psLost" in inside.dataset)) {
  if (hasKeys && !location.hash) inside.focus({ preventScroll: true }); /* with a keyboard at hand one starts typing */
} else if (inside) {
  /* A page that was moved: its address still holds the words of its title. */
  const words = (location.pathname.split("/").pop() ?? "").replace(/\.html?$/, "").replace(/[^a-z0-9]+/gi, " ").trim();
  if (words && words !== "404" && words !== "index") {
    inside.value = words;
    shelf.search(words, { limit: 5, facets: false }).then(({ hits }) => {
      if (hits.length) inside.form?.after(make("h2", {}, "Nearest titles"), make("ul", { class: "ps-rows" }, hits.map(row)));
    });
  }
}
