/*
 * What the box and the search page share. The engine's own types (Answer, Hit, Facet, Topic and others) come
 * from generator/search/browser/00-types.js.
 */

/**
 * @typedef {Element | string | number | false | null | undefined} Child what is put into an element; nothing where it is empty
 * @typedef {{papers: number, topics: Topic[], listings: Listing[]}} Known
 * @typedef {{text: string, word: string}} Completion
 * @typedef {Answer & {nearestAuthors?: string[]}} Told
 * @typedef {{
 *   search: (text: string, options?: Options) => Promise<Told>,
 *   suggest: (text: string, limit?: number) => Promise<Completion[]>,
 *   warm: () => Promise<Known>,
 *   early?: Promise<Told>,
 *   syntax?: {example: string, means: string}[],
 *   list?: List,
 *   cite?: Cite,
 *   references?: typeof import("./cite/references.js").take,
 *   parts: Pick<typeof import("./box/parts.js"), "count" | "make" | "on" | "page">,
 * }} Shelf `window.papershelf`; `parts` are for the other scripts, `list` and `cite` for the page of the reading list
 * @typedef {Pick<typeof import("./list/store.js"), "change" | "discard" | "onChange" | "papers" | "unreadable">
 *   & Pick<typeof import("./list/saved.js"), "join" | "parse" | "write">
 *   & Pick<typeof import("./list/downloads.js"), "downloads"> & Pick<typeof import("./list/script.js"), "run">
 *   & Pick<typeof import("./list/say.js"), "say"> & Pick<typeof import("./list/stars.js"), "star">} List
 * @typedef {Pick<typeof import("./cite/files.js"), "buttons" | "save"> & Pick<typeof import("./cite/references.js"), "load">
 *   & Pick<typeof import("./cite/formats.js"), "nameOf">} Cite
 */
