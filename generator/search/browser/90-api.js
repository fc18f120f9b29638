// What pages may call: window.papershelf.

const END = "\x03\0"; // a last block, empty

/** What is shown of papers: inflated together, since each stream takes 2 ms. @param {Head} index @param {number[]} papers @returns {Promise<any[][]>} */
async function cardsOf(index, papers) {
  if (!papers.length) return [];
  if (!window.DecompressionStream) throw new IndexProblem("This browser is too old to search.");
  const cards = await each(papers, (paper) => table(index, `d/${paper >> 8}/${paper & 255}`, deflated));
  const inflated = new Blob([...cards, END]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(`[${await new Response(inflated).text()}0]`); // a comma follows each
}

/** @param {[number, string]} card @returns {Uint8Array<ArrayBuffer>} */
function deflated([count, text]) {
  const units = unitsOf(text);
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at++) bytes[at] = units[at >> 1] >> (at & 1 ? 0 : 8);
  return bytes;
}

/** @param {Search} search @param {Matches} matches @param {number} paper @param {any[]} card @param {boolean} withPassage @returns {Hit} */
function hitOf(search, matches, paper, card, withPassage) {
  const { shelf: index, marks } = search;
  const [key, title, year, venue, authors, authorCount, topics, listings, has, links, text] = card;
  const path = `papers/${key}.html`;
  return {
    key, title, path, url: new URL(path, ROOT).href, score: matches.scores[paper] / (UNIT * UNIT),
    titlePieces: pieces(title, marksIn(title, marks), 0, title.length),
    passage: withPassage ? passage(text, marks) : [],
    year: year || null, venue, authors, authorCount,
    topics: topics.flatMap((/** @type {string} */ slug) => index.topics.filter((topic) => topic.slug === slug)),
    listings, has,
    links: links.map((/** @type {string[]} */ [kind, to]) => ({ kind, url: to })),
    missing: matches.groups.filter(({ found, isExtra }) => !isExtra && !found.held.includes(paper)).map(({ typed }) => typed),
  };
}

/** @param {string} text @param {Options} [options] @returns {Promise<Answer>} */
async function search(text, options = {}) {
  const typed = typeof text === "string" ? text : "";
  const query = parse(typed);
  const limit = whole(options.limit, 10);
  const offset = whole(options.offset, 0);
  const sort = options.sort === "date" || options.sort === "title" ? options.sort : "relevance";
  /** @type {Answer} */
  const answer = {
    query, text: typed, total: 0, more: 0, partial: false, hits: [], facets: {}, corrections: [], nearest: [], nearestAuthors: [], sort, offset, limit,
  };
  try {
    return await answered(answer, options);
  } catch (problem) {
    if (problem instanceof IndexProblem) return { ...answer, problem: problem.message };
    throw problem;
  }
}

/** @param {unknown} value @param {number} otherwise @returns {number} */
function whole(value, otherwise) {
  return typeof value === "number" && value >= 0 ? floor(min(value, 1e6)) : otherwise;
}

/** @param {Answer} answer @param {Options} options @returns {Promise<Answer>} */
async function answered(answer, options) {
  const index = await head();
  const { query, limit, offset, sort } = answer;
  const words = query.groups.flat().flatMap((part) => part.words);
  /** @type {Search} */
  const search = {
    shelf: index, isLiteral: options.literal === true, replaced: answer.corrections, marks: unique(),
    isAllSmall: words.every((word) => index.small.has(bare(word))),
  };
  const filters = options.filters ?? {};
  const wanted = options.facets === undefined || options.facets === true ? FACETS : options.facets || [];
  // With facets the filters beside the text come last: each facet leaves out its own.
  const matches = await matchesOf(search, query, wanted.length ? { ...options, filters: {} } : options);
  const chosen = await chosenBy(index, wanted.length ? filters : {}, "");
  const full = matches.full.filter(chosen);
  const some = matches.partly.filter(chosen);
  answer.partial = !full.length && some.length > 0;
  answer.total = answer.partial ? some.length : full.length;
  answer.more = answer.partial ? 0 : some.length;
  const end = offset + limit;
  const order = await settled([
    inOrder(index, full, matches.scores, sort, end), inOrder(index, some, matches.scores, sort, max(0, end - full.length)),
  ]);
  const shown = order.flat().slice(offset, end);
  const withPassages = options.passages !== false;
  const [cards, facets] = await settled([
    cardsOf(index, shown),
    facetsOf(index, answer.partial ? matches.partly : matches.full, wanted, filters),
  ]);
  if (!full.length) answer.nearest = nearest(index, words);
  if (!full.length && !some.length) {
    const asked = [...query.filters.filter(({ field }) => field === "author").map(({ typed }) => typed), filters.author ?? []].flat();
    answer.nearestAuthors = (await each(asked, (name) => authorsNear(index, name))).flat().slice(0, NEAREST);
  }
  const hits = shown.map((paper, at) => hitOf(search, matches, paper, cards[at], withPassages));
  return { ...answer, hits, facets };
}

/** Ways to end the word that is being typed. @param {string} text @param {number} [limit] @returns {Promise<{text: string, word: string}[]>} */
async function suggest(text, limit = 6) {
  const last = /[\p{L}\p{N}]+$/u.exec(text)?.[0] ?? "";
  const beginning = bare(fold(last));
  if (beginning.length < 2) return [];
  const likely = await likeliest(await head(), beginning, limit);
  return likely.map((word) => ({ text: text.slice(0, text.length - last.length) + word, word }));
}

/** @returns {Promise<{papers: number, topics: Topic[], listings: Listing[], build: string}>} */
async function warm() {
  const { papers, topics, listings, build } = await head();
  return { papers, topics, listings, build };
}

/** Called by each shard. @param {string} name with the build @param {any} content */
function put(name, content) {
  brought.set(name, content);
}

// @ts-ignore -- the one name that pages see
const shared = (window.papershelf ??= {});
Object.assign(shared, { search, suggest, warm, parse, version: VERSION, head: (/** @type {any} */ told) => put("head", told) });
// @ts-ignore -- a short name, since each of thousands of files holds it
window._ps = put;
