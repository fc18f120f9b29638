/* What is to be said about an answer besides its number: what else was searched, and the ways on from nothing. */

import { count, make, page, replaced } from "../box/parts.js";

/** @typedef {import("./state.js").State} State */

/**
 * @param {Told} answer
 * @param {State} state
 * @param {(change: Partial<State>, text: string) => Element} to makes a link to another state
 * @returns {Element[]}
 */
export function remarks(answer, { q, filters, literal }, to) {
  /** @type {Element[]} */
  const parts = [];
  const say = (/** @type {(Child | Child[])[]} */ ...children) => parts.push(make("p", {}, ...children));
  const ways = [make("a", { href: page("topics/index.html") }, "topics"), " or ", make("a", { href: page("a-z/index.html") }, "all papers A–Z"), "."];
  const text = q.trim();
  if (answer.problem) {
    return [make("p", { class: "ps-problem", role: "alert" }, answer.problem), make("p", {}, "Until then: ", ways)];
  }
  if (replaced(answer)) say("Search instead for ", to({ literal: true }, `“${text}”`), ".");
  if (literal && text) say("Every word as it was typed. ", to({ literal: false }, "Search with corrections and related forms"), ".");
  const also = answer.corrections.filter(({ kind, used }) => (kind === "acronym" || kind === "variant") && used.length);
  if (also.length) {
    parts.push(make("p", { class: "ps-also" }, "Also searched: ",
      also.map(({ used, typed }) => `${used.slice(0, 3).join(", ")} (${typed})`).join("; "), ". ", to({ literal: true }, "Only as typed"), "."));
  }
  if (answer.partial && answer.nearest.length) {
    parts.push(make("p", { class: "ps-also" }, "Nearest topics: ",
      answer.nearest.flatMap(({ path, name }, at) => [at ? ", " : "", make("a", { href: page(path) }, name)]), "."));
  }
  if (answer.total) return parts;
  if (Object.keys(filters).length) {
    say(to({ filters: {} }, "Search without the filters"), ".");
    return parts;
  }
  const authors = answer.nearestAuthors ?? [];
  /** @param {string} title @param {Child[][]} lines */
  const list = (title, lines) => {
    if (!lines.length) return;
    say(title);
    parts.push(make("ul", { class: "ps-nearest" }, ...lines.map((line) => make("li", {}, line))));
  };
  list("Nearest names:", authors.map((name) => [to({ q: `author:"${name}"` }, name)]));
  list("Nearest topics:", answer.nearest.map(({ path, name, papers }) =>
    [make("a", { href: page(path) }, name), " ", papers && make("span", { class: "ps-count" }, count(papers))]));
  if (!parts.length) say("Go on with ", ways);
  return parts;
}
