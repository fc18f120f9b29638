/* What box and search page are made of. Whatever was typed or read is written as text, never as HTML. */

import { ROOT } from "./engine.js";

/** Where a mark of a paper leads: its kind among the paper's links. @type {Record<string, string>} */
const MARKS = { code: "code", data: "dataset", demo: "demo", video: "video", note: "" };

/**
 * An element with its attributes and children; texts become text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Child | Child[])[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(.../** @type {(Element | string)[]} */ (children.flat().filter(Boolean)));
  return element;
}

/**
 * @template {Event} Happening
 * @param {EventTarget} target
 * @param {string} name
 * @param {(event: Happening) => void} then
 * @param {AddEventListenerOptions} [options]
 */
export function on(target, name, then, options) {
  target.addEventListener(name, /** @type {EventListener} */ (then), options);
}

/** A number as it is read: toLocaleString takes 25 ms for its first. @param {number} number */
export function amount(number) {
  return `${number}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** @param {number} papers */
export function count(papers) {
  return `${amount(papers)} paper${papers === 1 ? "" : "s"}`;
}

/** The address of a page of this site. @param {string} path */
export function page(path) {
  return new URL(path, ROOT).href;
}

/** The search page with these words. @param {string} text */
export function searchPage(text) {
  return page(`search.html${text && `?${new URLSearchParams({ q: text })}`}`);
}

/** @param {Piece[]} pieces @returns {Child[]} */
export function marked(pieces) {
  return pieces.map(({ text, mark }) => (mark ? make("mark", {}, text) : text));
}

/**
 * What is said of a paper below its title: authors, year, venue and more; what it lacks; its best passage.
 * @param {Hit} hit
 * @param {"p" | "span"} tag
 * @param {string[]} also
 * @param {Child[]} marks
 */
export function about(hit, tag, also, marks) {
  const others = hit.authorCount - hit.authors.length;
  const names = hit.authors.join(", ") + (others > 0 ? ` and ${amount(others)} more` : "");
  const line = [names, hit.year, hit.venue, ...also].filter(Boolean).join(" · ");
  return [
    (line || marks.length) && make(tag, { class: "ps-meta" }, line, marks),
    hit.missing.length && make(tag, { class: "ps-missing" }, "without ", make("s", {}, hit.missing.join(", "))),
    hit.passage.length && make(tag, { class: "ps-peek", dir: "auto" }, marked(hit.passage)),
  ];
}

/** Code, data and so on, each leading there where links may stand. @param {Hit} hit @param {boolean} isLinked */
export function marks(hit, isLinked) {
  return Object.keys(MARKS).filter((name) => hit.has.includes(name)).map((name) => {
    const link = isLinked && hit.links.find(({ kind, url }) => kind === MARKS[name] && /^https?:\/\//i.test(url));
    return make("span", { class: "ps-mark" }, link ? make("a", { href: link.url }, name) : name);
  });
}

/** A paper as it stands in every list of the site. @param {Hit} hit */
export function row(hit) {
  const topics = hit.topics.slice(0, 3).map(({ path, name }) => make("a", { href: page(path) }, name));
  const signs = marks(hit, true);
  return make("li", { class: "ps-row" },
    make("p", {}, make("a", { href: hit.url, dir: "auto" }, marked(hit.titlePieces))),
    about(hit, "p", [], []),
    (topics.length || signs.length) && make("p", {}, make("span", { class: "ps-chips" }, topics), signs));
}

/** The words that were replaced, as a sentence; empty when none was. @param {Answer} answer */
export function replaced(answer) {
  return answer.corrections.filter(({ kind, used }) => kind === "spelling" && used.length)
    .map(({ typed, used }) => `“${used[0]}” instead of “${typed}”`).join(", ");
}

/** What an answer amounts to. @param {Answer} answer */
export function told(answer) {
  if (answer.problem) return answer.problem;
  const words = replaced(answer);
  const number = count(answer.total);
  return (words && `Showing results for ${words}. `) + (
    !answer.total ? "No paper found."
    : answer.partial ? `No paper holds all these words; ${number} ${answer.total === 1 ? "holds" : "hold"} some.`
    : `${number}.`);
}
