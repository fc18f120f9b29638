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
  const [groups, allowed] = await settled([
    groupsOf(search, query, typing),
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
  if (!search.literal) await addTold(index, query, scores);
  const full = [];
  const some = [];
  for (let paper = 0; paper < index.papers; paper++) {
    if (!allowed(paper)) continue;
    if (count[paper] === required) full.push(paper);
    else if (count[paper]) some.push(paper);
  }
  return { full, partly: some, scores, groups };
}

/** @typedef {(Group | undefined)[]} Groups nothing for what asks nothing */
/** @typedef {{word: string, name: string, at: number, isAlone: boolean, isSmall: boolean}} Plain a word that stands in the group `at` */

/** A word that names or describes topics tells a little for all their papers. @param {Head} index @param {Query} query @param {Float64Array} scores */
async function addTold(index, query, scores) {
  const words = new Set(query.groups.flat().filter(({ kind }) => kind === "word").flatMap((part) => part.words.map(bare)));
  const names = new Set([...words].filter((word) => !index.small.has(word)).map(term));
  const told = index.topics.map(({ name, definition }) => new Set(bareWords(`${name} ${definition}`).map(term)));
  if (!told.some((words) => [...names].some((name) => words.has(name)))) return;
  const { sets } = await setsOf(index, "topic");
  for (const name of names) {
    const papers = new Set(sets.filter((_, at) => told[at].has(name)).flat());
    const worth = Math.floor((idf(index.papers, papers.size) * UNIT * TOLD) / 100);
    for (const paper of papers) scores[paper] += worth;
  }
}

/** @param {Search} search @param {Query} query @param {boolean} typing @returns {Promise<Group[]>} what must be held, small words left out */
async function groupsOf(search, query, typing) {
  const asked = query.groups.filter((parts) => parts.some(({ kind }) => kind !== "filter"));
  const words = asked.flatMap((parts, at) => {
    const one = parts.length < 2 && parts[0].kind === "word" ? parts[0].words.map(bare) : [];
    return one.map((word) => ({ word, name: term(word), at, isAlone: one.length < 2, isSmall: search.shelf.small.has(word) }));
  });
  const extra = await usualBeyond(search.shelf, words);
  const groups = await settled(
    asked.map((parts, at) => (extra.has(at) ? extraOf(search, parts[0]) : groupOf(search, parts, typing && at === asked.length - 1))),
  );
  await addTogether(search, words, groups);
  if (!search.literal) await settled([addJoined(search, asked, groups), addShort(search, words, groups)]);
  return groups.flatMap((group) => group ?? []);
}

/** Of the words of a query the rarest are looked up until their postings are enough to read; the usual ones beyond
 * need not be held. @param {Head} index @param {Plain[]} words @returns {Promise<Set<number>>} the groups of those */
async function usualBeyond(index, words) {
  const entries = await settled(words.map(({ name, isAlone, isSmall }) => (isAlone && !isSmall ? entryOf(index, name) : undefined)));
  const known = entries.flatMap((entry, at) => (entry ? [{ at: words[at].at, count: entry.count, light: entry.light }] : []));
  let bits = 0;
  known.sort((one, other) => one.count - other.count);
  return new Set(
    known.flatMap(({ at, count, light }, number) => {
      bits += count * (35 - Math.clz32(index.papers / count));
      return number && light && bits > index.enough ? [at] : [];
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
 * @param {Search} search @param {Plain[]} asked @param {Groups} groups */
async function addTogether({ shelf: index }, asked, groups) {
  const words = asked.filter(({ at, isSmall }) => groups[at] && !isSmall);
  if (words.length > SHORT) return;
  await settled(
    words.slice(1).map(async (second, at) => {
      const first = words[at];
      const group = groups[second.at];
      if (!group || first.name === second.name) return;
      const names = [first.name, second.name];
      const counts = await settled(names.map((name) => entryOf(index, name)));
      if (counts.some((entry) => !entry || entry.count > index.common)) return;
      const [one, other] = (await settled(names.map((name) => wholeOf(index, name)))).map((entry) => scored(index, entry, false));
      const both = intersection([one, other]);
      if (!both.held.length) return;
      const [before, after] = await settled(names.map((name) => placesOf(index, name)));
      const left = new Map(one.held.map((paper, to) => [paper, before[to]]));
      const right = new Map(other.held.map((paper, to) => [paper, after[to]]));
      const near = nothing();
      both.held.forEach((paper, to) => {
        const ends = right.get(paper) ?? [];
        const isNear = left.get(paper)?.some((from) => ends.some((end) => end > from && end <= from + WITHIN));
        if (!isNear) return;
        near.held.push(paper);
        near.scores.push(Math.floor((both.scores[to] * TOGETHER) / 100));
      });
      group.near = merge(group.near, near, (a, b) => a + b);
    }),
  );
}

/** @param {Search} search @param {Part[]} parts @param {boolean} isLast @returns {Promise<Group | undefined>} */
async function groupOf(search, parts, isLast) {
  const founds = await settled(
    parts.map(async (part, at) => {
      if (part.kind === "phrase") return phraseFound(search, part.words);
      if (part.kind === "word") return wordsFound(search, part, isLast && at === parts.length - 1);
      const held = [...(await having(search.shelf, part.field ?? "", part.typed, false))].sort((a, b) => a - b);
      return { held, scores: held.map(() => 0) };
    }),
  );
  const asking = founds.flatMap((found) => found ?? []);
  if (!asking.length) return undefined;
  const found = union(asking);
  const typed = parts.map((part) => part.typed).join(" OR ");
  return { typed, found, near: nothing() };
}

/** Papers that hold the words of some groups in another form hold each of them, at an equal share of the score.
 * @param {Groups} groups @param {number[]} numbers @param {Found} found */
function addHeld(groups, numbers, found) {
  const both = [...new Set(numbers)].flatMap((number) => groups[number] ?? []);
  const share = { held: found.held, scores: found.scores.map((score) => Math.floor(score / both.length)) };
  for (const group of both) group.found = union([group.found, share]);
}

/** Words that are the long form of an acronym are held by papers with the acronym too.
 * @param {Search} search @param {Plain[]} words @param {Groups} groups */
async function addShort({ shelf: index, marks, corrections }, words, groups) {
  const entries = await settled(words.map(({ name, isSmall }) => (isSmall ? undefined : entryOf(index, name))));
  for (const [at, entry] of entries.entries()) {
    for (const { short, words: long } of entry?.long ?? []) {
      const first = at - long.findIndex((word) => !index.small.has(word));
      if (!short || first < 0 || !long.every((word, to) => words[first + to]?.name === term(word))) continue;
      const found = scored(index, await wholeOf(index, term(short)), false, ALIAS);
      addHeld(groups, words.slice(first, first + long.length).map((word) => word.at), found);
      marks.add(term(short));
      corrections.push({ kind: "acronym", typed: long.join(" "), used: [short.toUpperCase()] });
    }
  }
}

/** Neighbouring words may be written as one. @param {Search} search @param {Part[][]} asked @param {Groups} groups */
async function addJoined(search, asked, groups) {
  const single = asked.map((parts) => (parts.length < 2 && parts[0].kind === "word" && parts[0].words.length < 2 ? parts[0].words[0] : ""));
  const founds = await settled(
    single.slice(1).map((other, at) => (single[at] && other ? joinedFound(search, single[at], other) : undefined)),
  );
  founds.forEach((found, at) => {
    if (!found?.held.length) return;
    addHeld(groups, [at, at + 1], found);
    const two = single.slice(at, at + 2);
    search.corrections.push({ kind: "variant", typed: two.join(" "), used: [two.map(bare).join("")] });
  });
}

/** @param {Search} search @param {Query} query @param {Filters} filters @returns {Promise<(paper: number) => boolean>} */
async function allowedBy(search, query, filters) {
  const { shelf: index } = search;
  const wanted = query.groups
    .filter((parts) => parts.every(({ kind }) => kind === "filter"))
    .map(async (parts) => {
      const sets = await settled(parts.map((part) => having(index, part.field ?? "", part.typed, false)));
      return new Set(sets.flatMap((set) => [...set]));
    });
  const unwanted = query.exclude.map(async (part) => {
    if (part.kind === "filter") return new Set(await having(index, part.field ?? "", part.typed, false));
    const quiet = { ...search, literal: true, marks: new Set(), corrections: [] };
    const found = part.kind === "phrase" ? await phraseFound(quiet, part.words) : await wordsFound(quiet, part, false);
    return new Set(found?.held);
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
    if (!FIELDS.split("|").includes(known)) continue;
    const each = await settled(values.map((value) => having(index, known, value, true)));
    if (field === "has" && !isNot) sets.push(...each.map((set) => ({ isNot, set: new Set(set) })));
    else sets.push({ isNot, set: new Set(each.flatMap((set) => [...set])) });
  }
  return (paper) => sets.every(({ isNot, set }) => set.has(paper) !== isNot);
}

/** @param {Head} index @param {number[]} papers @param {Float64Array} scores @param {string} sort @returns {Promise<number[]>} */
async function inOrder(index, papers, scores, sort) {
  const order = [...papers];
  if (sort === "title") {
    const titles = await titlesOf(index);
    order.sort((one, other) => titles[one] - titles[other]);
  } else if (sort === "relevance") order.sort((one, other) => scores[other] - scores[one] || one - other);
  return order; // their numbers are by date
}
