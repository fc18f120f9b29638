/*
 * What the box and the search page share. The engine's own types (Answer, Hit, Facet, Topic and others) come
 * from generator/search/browser/00-types.js.
 */

/**
 * @typedef {Element | string | number | false | null | undefined} Child what is put into an element; nothing where it is empty
 * @typedef {{papers: number, topics: Topic[], listings: Listing[]}} Known
 * @typedef {{text: string, word: string, papers: number}} Completion
 * @typedef {Answer & {nearestAuthors?: string[]}} Told
 * @typedef {{
 *   search: (text: string, options?: Options) => Promise<Told>,
 *   suggest: (text: string, limit?: number) => Promise<Completion[]>,
 *   warm: () => Promise<Known>,
 *   syntax?: {example: string, means: string}[],
 *   parts: Pick<typeof import("./box/parts.js"), "count" | "make" | "on" | "page" | "replaced" | "row" | "told">,
 * }} Shelf `window.papershelf`; `parts` are for the search page
 */
