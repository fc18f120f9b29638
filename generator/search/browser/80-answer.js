// From a query to the papers that answer it, in order.

const TOGETHER = 30; // percent more for two words that stand together
const TOLD = 40; // percent of a word of the text: a word of a topic the paper is in
const WITHIN = 2; // words from one to the next
const SHORT = 3; // words of a query at most, for this to tell something

/** @typedef {{full: number[], partly: number[], scores: Float64Array, groups: Group[]}} Matches papers in order of their numbers */

/** @param {Search} search @param {Query} query @param {Options} options @returns {Promise<Matches>} */
async function matchesOf(search, query, options) {
  const { shelf: index } = search;
  const typing = options.typing === true;
  const asked = query.groups.filter((parts) => !parts.every(isFilter));
  const words = asked.flatMap((parts, at) => {
    const one = parts.length < 2 && parts[0].kind === "word" ? parts[0].words.map(bare) : [];
    return one.map((word) => ({ word, name: term(word), at, isAlone: one.length < 2, isSmall: index.small.has(word) }));
  });
  const [groups, told, allowed] = await settled([
    groupsOf(search, asked, words, typing),
    toldOf(index, words),
    allowedBy(search, query, options.filters ?? {}),
  ]);
  const scores = new Float64Array(index.papers);
  const count = new Uint16Array(index.papers);
  const required = groups.filter(({ isExtra }) => !isExtra).length;
  for (const group of groups) {
    group.found.held.forEach((paper, at) => {
      scores[paper] += group.found.scores[at];
      if (!group.isExtra) count[paper]++;
    });
    group.near.held.forEach((paper, at) => (scores[paper] += group.near.scores[at]));
  }
  for (const { papers, worth } of told) for (const paper of papers) scores[paper] += worth;
  const full = [];
  const some = [];
  for (let paper = 0; paper < index.papers; paper++) {
    const held = count[paper];
    if (!(held || !required) || !allowed(paper)) continue;
    if (held === required) full.push(paper);
    else some.push(paper);
  }
  return { full, partly: some, scores, groups };
}

/** @typedef {(Group | undefined)[]} Groups nothing for what asks nothing */
/** @typedef {{word: string, name: string, at: number, isAlone: boolean, isSmall: boolean}} Plain a word that stands in the group `at` */

/** A word by which topics are told tells a little for all their papers.
 * @param {Head} index @param {Plain[]} words @returns {Promise<{papers: number[], worth: number}[]>} what is added to their scores */
async function toldOf(index, words) {
  const asked = unique(words.flatMap(({ name, isSmall }) => (isSmall ? [] : name)));
  const names = [...asked].filter((name) => index.topics.some(({ told }) => told.includes(name)));
  const { sets } = await (names.length ? ownSetsOf(index, "topic") : { sets: [] });
  return names.map((name) => {
    const papers = ofTopics(index, sets, index.topics.flatMap(({ slug, told }) => (told.includes(name) ? slug : [])));
    return { papers, worth: floor((idf(index.papers, papers.length) * UNIT * TOLD) / 100) };
  });
}

/** @param {Search} search @param {Part[][]} asked @param {Plain[]} words @param {boolean} typing @returns {Promise<Group[]>} small words left out */
async function groupsOf(search, asked, words, typing) {
  const [groups, joined, shorts, together] = await settled([
    usualBeyond(search.shelf, words).then((extra) =>
      each(asked, (parts, at) => (extra.has(at) ? extraOf(search, parts[0]) : groupOf(search, parts, typing && at === asked.length - 1))),
    ),
    search.isLiteral ? [] : joinedOf(search, words), // looked up side by side
    search.isLiteral ? [] : shortOf(search, words),
    togetherOf(search.shelf, words),
  ]);
  for (const { at, found } of together) {
    const group = groups[at];
    if (group) group.near = merge(group.near, found, (a, b) => a + b);
  }
  for (const { held, found, ...said } of [...joined, ...shorts]) {
    addHeld(groups, held.map(({ at }) => at), found);
    search.replaced.push(said);
  }
  return groups.flatMap((group) => group ?? []);
}

/** Of the words of a query the rarest are looked up until their postings are enough to read; the usual ones beyond that stand alone
 * need not be held. @param {Head} index @param {Plain[]} words @returns {Promise<Set<number>>} the groups of those */
async function usualBeyond(index, words) {
  const entries = await each(words, ({ name, isSmall }) => (isSmall ? undefined : entryOf(index, name)));
  const known = entries.flatMap((entry, at) => (entry ? [{ ...entry, ...words[at] }] : []));
  let bits = 0;
  known.sort((one, other) => one.count - other.count);
  return unique(
    known.flatMap(({ at, isAlone, count, light }, number) => {
      bits += count * (35 - clz32(index.papers / count));
      return number && light && isAlone && bits > index.enough ? [at] : [];
    }),
  );
}

/** @param {Search} search @param {Part} part a usual word @returns {Promise<Group>} what only adds to the scores of papers that hold it heavily */
async function extraOf(search, { typed, words }) {
  const name = term(bare(words[0]));
  search.marks.add(name);
  return { typed, found: nothing(), near: scored(search.shelf, await entryOf(search.shelf, name), false), isExtra: true };
}

/** Words that stand next to each other in the query are worth more where they do so in a paper.
 * @param {Head} index @param {Plain[]} asked @returns {Promise<{at: number, found: Found}[]>} what is added to the group of the second */
async function togetherOf(index, asked) {
  const words = asked.filter(({ isSmall }) => !isSmall);
  if (words.length > SHORT) return [];
  return each(words.slice(1), async ({ name, at }, number) => {
    const found = nothing();
    const names = [words[number].name, name];
    const counts = await each(names, (one) => entryOf(index, one));
    if (names[0] === name || counts.some((entry) => !entry || entry.count > index.common)) return { at, found };
    const both = intersection((await each(names, (one) => wholeOf(index, one))).map((entry) => scored(index, entry, false)));
    const [left, right] = both.held.length ? await placesBy(index, names) : [];
    both.held.forEach((paper, to) => {
      const ends = right.get(paper) ?? [];
      const isNear = left.get(paper)?.some((from) => ends.some((end) => end > from && end <= from + WITHIN));
      if (!isNear) return;
      found.held.push(paper);
      found.scores.push(floor((both.scores[to] * TOGETHER) / 100));
    });
    return { at, found };
  });
}

/** @param {Search} search @param {Part[]} parts @param {boolean} isLast @returns {Promise<Group | undefined>} */
async function groupOf(search, parts, isLast) {
  const founds = await each(parts, async (part, at) => {
    if (part.kind === "phrase") return phraseFound(search, part.words);
    if (part.kind === "word") return wordsFound(search, part, isLast && at === parts.length - 1);
    const held = [...(await having(search.shelf, part.field ?? "", part.typed, false))].sort((a, b) => a - b);
    return { held, scores: held.map(() => 0) };
  });
  const asking = founds.flatMap((found) => found ?? []);
  if (!asking.length) return undefined;
  const found = union(asking);
  const typed = parts.map((part) => part.typed).join(" OR ");
  return { typed, found, near: nothing() };
}

/** Papers that hold the words of some groups in another form hold each of them, at an equal share of the score.
 * @param {Groups} groups @param {number[]} numbers @param {Found} found */
function addHeld(groups, numbers, found) {
  const both = [...unique(numbers)].flatMap((number) => groups[number] ?? []);
  const share = { held: found.held, scores: found.scores.map((score) => floor(score / both.length)) };
  for (const group of both) group.found = union([group.found, share]);
}

/** @typedef {{kind: any, typed: string, used: string[], held: Plain[], found: Found}} Other another form of some words, and the papers that hold it */

/** Words that are the long form of an acronym are held by papers with the acronym too.
 * @param {Search} search @param {Plain[]} words @returns {Promise<Other[]>} */
async function shortOf({ shelf: index, marks }, words) {
  const entries = await each(words, ({ name, isSmall }) => (isSmall ? undefined : entryOf(index, name)));
  const others = entries.flatMap((entry, at) =>
    (entry?.long ?? []).flatMap(({ short, words: long, entry: some }) => {
      const first = at - long.findIndex((word) => !index.small.has(word));
      const held = words.slice(max(0, first), first + long.length);
      return some && first >= 0 && long.every((word, to) => held[to]?.name === term(word)) ? [{ short, long, held, some }] : [];
    }),
  );
  return each(others, async ({ short, long, held, some }) => {
    marks.add(term(short));
    const found = scored(index, await withLight(index, some), false, ALIAS);
    return { kind: "acronym", typed: long.join(" "), used: [short.toUpperCase()], held, found };
  });
}

/** Neighbouring words may be written as one. @param {Search} search @param {Plain[]} words @returns {Promise<Other[]>} */
async function joinedOf(search, words) {
  const all = await each(words.slice(1), async (second, number) => {
    const first = words[number];
    const isClose = first.isAlone && second.isAlone && second.at - first.at < 2;
    const found = isClose ? await joinedFound(search, first.word, second.word) : nothing();
    return { kind: "variant", typed: `${first.word} ${second.word}`, used: [first.word + second.word], held: [first, second], found };
  });
  return all.filter(({ found }) => found.held.length);
}

/** @param {Iterable<number>[]} sets @returns {Set<number>} */
function anyOf(sets) {
  return unique(sets.flatMap((set) => [...set]));
}

/** @param {Search} search @param {Query} query @param {Filters} filters @returns {Promise<(paper: number) => boolean>} */
async function allowedBy(search, query, filters) {
  const { shelf: index } = search;
  const wanted = query.groups
    .filter((parts) => parts.every(isFilter))
    .map(async (parts) => {
      return anyOf(await each(parts, (part) => having(index, part.field ?? "", part.typed, false)));
    });
  const unwanted = query.exclude.map(async (part) => {
    if (isFilter(part)) return unique(await having(index, part.field ?? "", part.typed, false));
    const quiet = { ...search, isLiteral: true, marks: unique(), replaced: [] };
    const found = part.kind === "phrase" ? await phraseFound(quiet, part.words) : await wordsFound(quiet, part, false);
    return unique(found?.held);
  });
  const [all, none, chosen] = await settled([settled(wanted), settled(unwanted), chosenBy(index, filters, "")]);
  return (paper) =>
    all.every((set) => set.has(paper)) && !none.some((set) => set.has(paper)) && chosen(paper);
}

/** What the filters beside the text leave; those of one field are left out. @param {Head} index @param {Filters} filters @param {string} without
 * @returns {Promise<(paper: number) => boolean>} */
async function chosenBy(index, filters, without) {
  /** @type {{isNot: boolean, set: Set<number>}[]} */
  const sets = [];
  for (const [name, given] of Object.entries(filters)) {
    const isNot = name.startsWith("-");
    const field = isNot ? name.slice(1) : name;
    const values = [given].flat().filter((value) => typeof value === "string");
    if (!values.length || (field === without && field !== "has" && !isNot)) continue;
    const known = field === "subtopic" ? "topic" : field;
    if (!FIELDS.includes(known)) continue;
    const papers = await each(values, (value) => having(index, known, value, true));
    if (field === "has" && !isNot) sets.push(...papers.map((set) => ({ isNot, set: unique(set) })));
    else sets.push({ isNot, set: anyOf(papers) });
  }
  return (paper) => sets.every(({ isNot, set }) => set.has(paper) !== isNot);
}

/** @param {Head} index @param {number[]} papers @param {Float64Array} scores @param {string} sort @param {number} most
 * @returns {Promise<number[]>} the first `most` of them, or more, in order; when none is wanted, in any */
async function inOrder(index, papers, scores, sort, most) {
  if (sort === "title") {
    const titles = await titlesOf(index);
    return [...papers].sort((one, other) => titles[one] - titles[other]);
  }
  if (sort === "date" || !most) return papers; // their numbers are by date
  // Numbers alone are sorted much faster: only papers that may be among the first are put in order.
  const least = papers.length > most ? Float64Array.from(papers, (paper) => -scores[paper]).sort()[most - 1] : 0;
  return papers.filter((paper) => -scores[paper] <= least).sort((one, other) => scores[other] - scores[one] || one - other);
}
