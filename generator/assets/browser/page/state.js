/* What is asked, and the address that says it: q, the fields (each may be repeated), sort, literal. */

/** @typedef {{q: string, filters: Record<string, string[]>, sort: string, literal: boolean}} State */

/** @type {Record<string, string>} */
export const FIELDS = { topic: "Topic", subtopic: "Subtopic", year: "Year", venue: "Venue", author: "Author", listing: "Listing", has: "With" };
/** @type {Record<string, string>} */
export const SORTS = { relevance: "Best first", date: "Newest first", title: "By title" };

/** What an address without anything says, and what the head of the page asks for early. @type {State} */
export const PLAIN = { q: "", filters: {}, sort: "relevance", literal: false };

/** The state that the address says. @returns {State} */
export function read() {
  const given = new URLSearchParams(location.search);
  const sort = given.get("sort") ?? "";
  const filters = Object.keys(FIELDS).map((name) => [name, [...new Set(given.getAll(name))]]).filter(([, values]) => values.length);
  return {
    q: given.get("q") ?? "", filters: Object.fromEntries(filters),
    sort: Object.hasOwn(SORTS, sort) ? sort : "relevance", literal: given.has("literal"),
  };
}

/** @param {State} state */
export function address({ q, filters, sort, literal }) {
  const given = new URLSearchParams();
  if (q.trim()) given.set("q", q.trim());
  for (const [name, values] of Object.entries(filters)) for (const value of values) given.append(name, value);
  if (sort !== "relevance") given.set("sort", sort);
  if (literal) given.set("literal", "1");
  return location.pathname + String(given).replace(/^./, "?$&");
}
