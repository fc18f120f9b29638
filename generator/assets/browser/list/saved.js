/*
 * A reading list as text, in the browser's store and in a file:
 * {"papershelf": 1, "papers": [{"key": "...", "title": "...", "read": true, "note": "..."}]}, in the reader's order.
 */

/** @typedef {{key: string, title?: string, read?: boolean, note?: string}} Saved `title` tells what a paper was that the library has no longer */

const VERSION = 1;

/** The papers of a text, and how much of it could not be understood. @param {string} text @returns {{papers: Saved[], lost: number}} */
export function parse(text) {
  /** @type {any} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { papers: [], lost: 1 };
  }
  if (value?.papershelf !== VERSION || !Array.isArray(value.papers)) return { papers: [], lost: 1 };
  const sound = value.papers.filter(isSaved);
  return { papers: join([], sound), lost: value.papers.length - sound.length };
}

/** @param {Saved[]} papers @param {number} [indent] */
export function write(papers, indent) {
  return JSON.stringify({ papershelf: VERSION, papers }, null, indent);
}

/** Two lists as one: nothing that either says of a paper is lost. @param {Saved[]} own @param {Saved[]} added */
export function join(own, added) {
  const all = new Map(own.map((paper) => [paper.key, paper]));
  for (const { key, title, read, note } of added) {
    const known = all.get(key);
    const notes = known?.note?.includes(note ?? "") ? known.note : [known?.note, note].filter(Boolean).join("\n");
    all.set(key, { key, title: known?.title || title, read: known?.read || read, note: notes || undefined });
  }
  return [...all.values()];
}

/** @param {any} given @returns {boolean} */
function isSaved(given) {
  if (!given || typeof given.key !== "string" || !given.key) return false;
  return /undefined|boolean/.test(typeof given.read) && /undefined|string/.test(typeof given.title) && /undefined|string/.test(typeof given.note);
}
