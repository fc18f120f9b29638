/**
 * @typedef {Found & {count: number, light: number}} Some postings of a term that `count` papers hold, with weights for scores; when `light` is not 0,
 *   `held` are those that hold it heavily, the rest is in the file of that number
 * @typedef {Some & {long: {short: string, words: string[], entry?: Some}[]}} Entry a term and the long forms it is part of, with who holds their acronym;
 *   those of the term itself, which is an acronym, have no `short`
 * @typedef {{slug: string, name: string, path: string, parent: string, papers: number, told: string[]}} Topic
 * @typedef {{name: string, title: string}} Listing
 * @typedef {{version: number, build: string, papers: number, usual: number, enough: number, common: number, mean: number, lengths: number[], steps: Uint16Array, terms: string[],
 *   words: string[], backwards: string[], small: Set<string>, topics: Topic[], listings: Listing[]}} Head
 * @typedef {{kind: "word" | "phrase" | "filter", typed: string, words: string[], field?: string}} Part
 * @typedef {{groups: Part[][], exclude: Part[], filters: Part[], empty: boolean}} Query
 * @typedef {{held: number[], scores: number[]}} Found ascending papers that hold something, and how well
 * @typedef {{typed: string, found: Found, near: Found, isExtra?: boolean}} Group what must be held, and what only adds to scores; an extra group need not be held
 * @typedef {{kind: "spelling" | "variant" | "acronym" | "related", typed: string, used: string[]}} Correction
 * @typedef {{text: string, mark: boolean}} Piece
 * @typedef {Record<string, string | string[]>} Filters
 * @typedef {{limit?: number, offset?: number, typing?: boolean, literal?: boolean, filters?: Filters,
 *   sort?: "relevance" | "date" | "title", facets?: boolean | string[], passages?: boolean}} Options
 * @typedef {{value: string, label: string, count: number, parent?: string, selected: boolean}} Facet
 * @typedef {{kind: string, url: string}} Link
 * @typedef {{key: string, title: string, url: string, path: string, score: number, titlePieces: Piece[], passage: Piece[],
 *   year: number | null, venue: string, authors: string[], authorCount: number, topics: Topic[],
 *   listings: string[], has: string[], links: Link[], missing: string[]}} Hit
 * Where no paper holds all words, `nearest` are topics about those asked for; of an answer without hits `nearestAuthors` are what `author:` could have said
 * instead: folded names ("jose garcia"), each borne by somebody, best first, at most five; empty when the name asked for is borne.
 * @typedef {{query: Query, text: string, total: number, more: number, partial: boolean, hits: Hit[], facets: Record<string, Facet[]>,
 *   corrections: Correction[], nearest: Topic[], nearestAuthors: string[], sort: string, offset: number, limit: number, problem?: string}} Answer
 */
