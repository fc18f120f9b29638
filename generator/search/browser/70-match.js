// Which papers hold what was asked, and how well: BM25F over title and text as one field (see RANKING.md).
// Scores are whole numbers, so that their sums are the same in any order and in the reference in Python.

const K1 = 1.2; // how soon more of the same word stops to count
const B = 0.6; // how much a long text is held against a paper
const UNIT = 1000; // a saturated word of idf 1 counts UNIT * UNIT
const NAME = 3; // a word of an author's name counts as one of a title in a paper of mean length
const PREFIX = 80; // percent: a word that only begins as typed
const ALIAS = 90; // percent: the long form of an acronym, or the other way round
const COMPLETIONS = 8;
const OPENING = 6; // letters at most of a word that is looked for joined to the next

/** @returns {Found} */
function nothing() {
  return { held: [], scores: [] };
}

/** @param {number} total @param {number} count @returns {number} */
function idf(total, count) {
  return floor(UNIT * Math.log(1 + (total - count + 0.5) / (count + 0.5)) + 0.5);
}

/** @param {number} weight @param {number} length @param {number} mean @returns {number} */
function saturation(weight, length, mean) {
  return floor((UNIT * (weight * (K1 + 1))) / (weight + K1 * (1 - B + (B * length) / mean)) + 0.5);
}

/** @param {Head} index @param {Some | undefined} entry @param {boolean} isName @param {number} percent
 * @param {number} often how many papers hold it, or more words of which it is one @returns {Found} */
function scored(index, entry, isName, percent = 100, often = 0) {
  if (!entry) return nothing();
  const held = isName ? [...unique(entry.held)] : entry.held; // two authors with one name
  const rarity = idf(index.papers, often || (isName ? held.length : entry.count));
  /** @type {number[]} */
  const known = [];
  const scores = held.map((paper, at) => {
    const weight = isName ? NAME : entry.scores[at];
    const step = isName ? 0 : (index.steps[paper >> 2] >> (12 - (paper & 3) * 4)) & 15;
    const length = isName ? index.mean : index.lengths[step];
    return (known[weight * 16 + step] ??= floor((saturation(weight, length, index.mean) * rarity * percent) / 100));
  });
  return { held, scores };
}

/** Papers of any, each with its best score. @param {Found[]} all @returns {Found} */
function union(all) {
  const some = all.filter((found) => found.held.length);
  if (some.length < 2) return some[0] ?? nothing();
  return some.reduce((one, other) => merge(one, other, max));
}

/** @param {Found} one @param {Found} other @param {(a: number, b: number) => number} join @returns {Found} */
function merge(one, other, join) {
  const found = nothing();
  let at = 0;
  let to = 0;
  while (at < one.held.length || to < other.held.length) {
    const left = one.held[at] ?? Infinity;
    const right = other.held[to] ?? Infinity;
    found.held.push(min(left, right));
    if (left === right) found.scores.push(join(one.scores[at++], other.scores[to++]));
    else found.scores.push(left < right ? one.scores[at++] : other.scores[to++]);
  }
  return found;
}

/** Papers of all, their scores added. @param {Found[]} all @returns {Found} */
function intersection(all) {
  const [first, ...rest] = [...all].sort((one, other) => one.held.length - other.held.length);
  return rest.reduce((one, other) => {
    const both = nothing();
    let to = 0;
    one.held.forEach((paper, at) => {
      while (other.held[to] < paper) to++;
      if (other.held[to] !== paper) return;
      both.held.push(paper);
      both.scores.push(one.scores[at] + other.scores[to]);
    });
    return both;
  }, first);
}

/** What a search gathers on its way.
 * @typedef {{shelf: Head, isLiteral: boolean, isAllSmall: boolean, replaced: Correction[], marks: Set<string>}} Search */

/** @param {Search} search @param {string} word bare @returns {Promise<Found>} papers with the word in title, text or an author's name */
async function exactly(search, word) {
  const { shelf: index } = search;
  const name = term(word);
  const entry = await wholeOf(index, name);
  const author = (entry?.count ?? 0) > index.common ? undefined : await entryOf(index, `${word}@`);
  const isShort = !search.isLiteral && entry?.long.some(({ short }) => !short);
  const alias = isShort ? await entryOf(index, `${name}+`) : undefined;
  if (entry) search.marks.add(name);
  for (const { short, words } of alias ? (entry?.long ?? []) : []) {
    if (short) continue;
    words.filter((other) => !index.small.has(other)).forEach((other) => search.marks.add(term(other)));
    search.replaced.push({ kind: "acronym", typed: word, used: [words.join(" ")] });
  }
  return union([scored(index, entry, false), scored(index, author, true), scored(index, alias, false, ALIAS)]);
}

/** One word; what the collection lacks is corrected. @param {Search} search @param {string} word bare @returns {Promise<Found>} */
async function wordFound(search, word) {
  const found = await exactly(search, word);
  if (found.held.length || search.isLiteral) return found;
  const meant = await corrected(search.shelf, word);
  if (!meant.length) return found;
  search.replaced.push({ kind: "spelling", typed: word, used: meant });
  const all = await each(meant, (other) => partsOfWord(search, other));
  return union(all);
}

/** A corrected word, which may be two. @param {Search} search @param {string} words @returns {Promise<Found>} */
async function partsOfWord(search, words) {
  const asked = words.split(" ").filter((word) => !search.shelf.small.has(word));
  return intersection(await each(asked, (word) => exactly(search, word)));
}

/** @param {Search} search @param {string} beginning bare @returns {Promise<Found>} papers with a word that begins so */
async function begun(search, beginning) {
  if (beginning.length < 2) return nothing();
  const likely = await likeliest(search.shelf, beginning, COMPLETIONS);
  const names = [...unique(likely.map(term))];
  const entries = await each([...names, ...likely.map((word) => `${word}@`)], (name) => entryOf(search.shelf, name));
  names.forEach((name) => search.marks.add(name));
  // A beginning is as rare as all its words together, or a rare word that begins so would lead the answer.
  const often = min(search.shelf.papers, entries.reduce((sum, entry) => sum + (entry?.count ?? 0), 0));
  return union(entries.map((entry, at) => scored(search.shelf, entry, at >= names.length, PREFIX, often)));
}

/** @param {Search} search @param {string[]} words as cut @returns {string[]} bare, without small words unless there are only such */
function content(search, words) {
  const all = words.map(bare);
  return search.isAllSmall ? all : all.filter((word) => !search.shelf.small.has(word));
}

/** @param {Search} search @param {Part} part @param {boolean} isBegun whether the last word may go on
 * @returns {Promise<Found | undefined>} nothing for a part of small words, which asks nothing */
async function wordsFound(search, part, isBegun) {
  const words = content(search, part.words);
  if (!words.length) return undefined;
  const found = await each(words, async (word, at) => {
    if (!isBegun || at < words.length - 1) return wordFound(search, word);
    const [whole, longer] = await settled([exactly(search, word), begun(search, word)]);
    return whole.held.length || longer.held.length ? union([whole, longer]) : wordFound(search, word);
  });
  const together = intersection(found);
  if (part.words.length !== 2 || !part.words[0].endsWith("-")) return together;
  return union([together, await joinedFound(search, part.words[0], part.words[1])]);
}

/** Papers that write two words as one, or with a hyphen. @param {Search} search @param {string} one @param {string} other @returns {Promise<Found>} */
async function joinedFound(search, one, other) {
  const small = search.shelf.small;
  if (bare(one).length > OPENING || (small.has(bare(one)) && small.has(bare(other)))) return nothing();
  const name = term((bare(one) + bare(other)).slice(0, LONGEST));
  const entry = await wholeOf(search.shelf, name);
  if (entry) search.marks.add(name);
  return scored(search.shelf, entry, false);
}

/** Papers that hold the words next to each other; a small word stands for any one word.
 * @param {Search} search @param {string[]} words as cut @returns {Promise<Found>} */
async function phraseFound(search, words) {
  const small = search.shelf.small;
  const all = words.map((word, at) => ({ name: term(bare(word)), at, isSmall: small.has(bare(word)) }));
  const asked = all.every(({ isSmall }) => isSmall) ? all : all.filter(({ isSmall }) => !isSmall);
  const entries = await each(asked, ({ name }) => wholeOf(search.shelf, name));
  if (entries.some((entry) => !entry)) return nothing();
  asked.forEach(({ name }) => search.marks.add(name));
  const both = intersection(entries.map((entry) => scored(search.shelf, entry, false)));
  if (!both.held.length) return both;
  const where = await placesBy(search.shelf, asked.map(({ name }) => name));
  const holds = both.held.map((paper) =>
    (where[0].get(paper) ?? []).some((start) =>
      asked.every(({ at }, number) => where[number].get(paper)?.includes(start - asked[0].at + at)),
    ),
  );
  return { held: both.held.filter((_, at) => holds[at]), scores: both.scores.filter((_, at) => holds[at]) };
}
