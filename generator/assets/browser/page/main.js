/*
 * The search page: words, filters with counts, an order, and papers. Its whole state stands in its address, so that
 * a search can be kept, shared and linked to.
 */

import "../box/main.js";
import { shelf } from "../box/engine.js";
import { amount, make, on, row, told } from "../box/parts.js";
import { filters } from "./filters.js";
import { remarks } from "./remarks.js";
import { PLAIN, SORTS, address, read } from "./state.js";

/** @typedef {import("./state.js").State} State */

const PART = 10; /* papers shown at first, and added by "more" */
const PAINT = 30; /* milliseconds in which the browser shows the first screen, which the head asked for, before the rest */
const PAUSE = 60; /* milliseconds without a key before it asks */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-ps-page]"));
const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const title = document.title;

let state = read();
let shown = history.state?.shown ?? PART;
let calls = 0;
let timer = 0;

/* ---- the parts of the page ---- */

const sieve = filters(() => state, (chosen) => change({ filters: chosen }), () => run(false));
const said = make("p", { class: "ps-said", role: "status", tabindex: -1 });
const notes = make("div", { class: "ps-notes" });
const order = make("select", { id: "ps-order", "aria-label": "Order" }, Object.entries(SORTS).map(([value, label]) => make("option", { value }, label)));
const room = make("div", { class: "ps-room" }); /* for what the list's script puts there: downloads */
const rows = make("ul", { class: "ps-rows", "aria-label": "Papers" });
const more = make("button", { type: "button", class: "ps-more" });
const folded = make("details", { class: "ps-facets" }, make("summary", {}, "Filters"), sieve.fields);
const found = make("div", { class: "ps-found" },
  make("section", { class: "ps-sieve", "aria-label": "Filters" }, folded),
  make("section", { class: "ps-hits", "aria-label": "Results" },
    make("div", { class: "ps-bar-of-results" }, said, order), room, sieve.chips, notes, rows, more));
const help = make("details", { class: "ps-syntax" }, make("summary", {}, "How to search"));
const wide = matchMedia("(min-width: 60em)");
const fold = () => (folded.open = wide.matches);

form.after(help, found);
more.hidden = true;
on(wide, "change", fold);
fold();

/* ---- the state ---- */

/** Tell the address. @param {boolean} isStep whether "back" shall lead here again */
function keep(isStep) {
  name();
  history[isStep ? "pushState" : "replaceState"]({ shown }, "", address(state));
}

function name() {
  const text = state.q.trim();
  document.title = text ? `${text} · ${title}` : title;
}

/** A new state by a choice: a step in the history. @param {Partial<State>} some */
function change(some) {
  state = { ...state, ...some };
  shown = PART;
  input.value = state.q;
  keep(true);
  run(false);
  /* What was pressed is soon gone: go on from the answer. */
  if (document.activeElement?.closest(".ps-chosen, .ps-notes")) said.focus({ preventScroll: true });
}

/** A link to another state of this page. @param {Partial<State>} some @param {string} text */
function to(some, text) {
  const link = make("a", { href: address({ ...state, ...some }) }, text);
  on(link, "click", (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(some);
  });
  return link;
}

/* ---- asking ---- */

/** The titles of the papers that are shown. @returns {HTMLElement[]} */
const titles = () => [...rows.querySelectorAll(/** @type {"a"} */ (".ps-row > p:first-child > a"))];

/** @param {boolean} typing @param {boolean} [isAdded] only the papers after those that stand there */
async function run(typing, isAdded) {
  const call = ++calls;
  const { q, literal } = state;
  const asked = { typing, literal, filters: state.filters, sort: /** @type {Options["sort"]} */ (state.sort) };
  /** @param {number} offset @param {number} end */
  const part = (offset, end) => shelf.search(q, { ...asked, offset, limit: end - offset, facets: false });
  found.setAttribute("aria-busy", "true");
  const early = call === 1 && address(state) === address({ ...PLAIN, q }) ? shelf.early : undefined;
  const answer = isAdded ? null : await (early ?? part(0, shown));
  if (call !== calls) return;
  if (answer) draw(answer);
  if (early) {
    document.documentElement.hidden = false; /* the head of the page hid it until there is something to show */
    await new Promise((done) => setTimeout(done, PAINT));
    said.replaceChildren(said.textContent ?? ""); /* what was written while nothing was shown is not read out */
    if (call !== calls) return;
  }
  if (isAdded || (early && !more.hidden)) {
    const offset = titles().length;
    const rest = await part(offset, shown);
    if (call !== calls) return;
    if (rest.problem) notes.replaceChildren(...remarks(rest, state, to)); /* and "more" tries again */
    else add(rest);
    if (isAdded) titles()[offset]?.focus();
  }
  if (!help.children[1] && shelf.syntax) {
    help.append(make("dl", {}, shelf.syntax.map(({ example, means }) =>
      make("div", {}, make("dt", {}, make("code", {}, example)), make("dd", {}, means)))));
  }
  /* The counts of the filters take as long again as the papers, which need not wait for them. */
  if (answer) {
    const { facets } = await shelf.search(q, { ...asked, limit: 0, facets: sieve.wanted() });
    if (call !== calls) return;
    sieve.draw(facets, answer.total);
    folded.hidden = !sieve.fields.children.length;
  }
  found.removeAttribute("aria-busy");
}

/** What is told of an answer, and its first papers. @param {Told} answer */
function draw(answer) {
  const others = answer.more === 1 ? "1 other holds" : `${amount(answer.more)} others hold`;
  said.textContent = answer.problem ? "" : told(answer) + (answer.total && answer.more ? ` ${others} some of the words.` : "");
  notes.replaceChildren(...remarks(answer, state, to));
  order.value = state.sort;
  order.hidden = room.hidden = !answer.total;
  sieve.drawChips();
  rows.replaceChildren();
  add(answer);
}

/** More papers of it. @param {Told} answer */
function add(answer) {
  for (const hit of answer.hits) {
    /* After the papers that hold all words come those that lack some. */
    if (hit.missing.length && !answer.partial && !rows.querySelector(".ps-divider")) {
      rows.append(make("li", { class: "ps-divider" }, "These lack some of the words:"));
    }
    rows.append(row(hit));
  }
  const left = answer.total + answer.more - titles().length;
  more.hidden = left <= 0 || !answer.hits.length;
  more.textContent = `Show ${Math.min(PART, left)} more of ${amount(left)}`;
}

/* ---- what a reader does ---- */

/** @param {boolean} typing */
function typed(typing) {
  clearTimeout(timer);
  if (state.q !== input.value) state = { ...state, q: input.value, literal: false };
  shown = PART;
  keep(false);
  run(typing);
}
on(input, "input", () => {
  clearTimeout(timer);
  timer = setTimeout(typed, PAUSE, true);
});
on(form, "submit", (event) => {
  event.preventDefault();
  typed(false);
});
/* Arrows go from title to title; Tab goes through everything else too. */
on(form.parentElement ?? form, "keydown", (/** @type {KeyboardEvent} */ event) => {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const all = [input, ...titles()];
  const place = all.indexOf(/** @type {HTMLInputElement} */ (event.target));
  if (!step || place < 0 || event.isComposing) return;
  event.preventDefault();
  all[place + step]?.focus();
});
on(order, "change", () => change({ sort: order.value }));
on(more, "click", () => {
  shown = titles().length + PART;
  keep(false);
  run(false, true);
});
on(window, "popstate", () => {
  state = read();
  shown = history.state?.shown ?? PART;
  input.value = state.q;
  name();
  run(false);
});

input.value = state.q;
name();
run(false);
/* Nothing is laid out yet that asks for them, and lines move when they come late. */
for (const face of ["400 1em 'Source Sans 3'", "400 1em 'Source Serif 4'", "600 1em 'Source Serif 4'"]) document.fonts.load(face).catch(() => {});
shelf.warm().then(sieve.learn, () => {});
if (!state.q && matchMedia("(hover: hover) and (min-width: 48em)").matches) input.focus({ preventScroll: true });
