// From a query to the papers that answer it, in order.

const TOGETHER = 30; // percent more for two words that stand together
const WITHIN = 2; // words from one to the next
const SHORT = 3; // words of a query at most, for this to tell something

/** @typedef {{full: number[], partly: number[], scores: Float64Array, groups: Group[]}} Matches papers in order of their numbers */

/** @param {Search} search @param {Query} query @param {Options} options @returns {Promise<Matches>} */
async function matchesOf(search, query, options) {
  const { index } = search;
  const typing = options.typing === true;
  const [groups, allowed] = await Promise.all([
    groupsOf(search, query, typing),
    allowedBy(search, query, options.filters ?? {}),
  ]);
  const scores = new Float64Array(index.papers);
  const count = new Uint16Array(index.papers);
  const required = groups.filter(({ isExtra }) => !isExtra).length;
  for (const group of groups) {
    group.found.papers.forEach((paper, at) => {
      scores[paper] += group.found.scores[at];
      if (!group.isExtra) count[paper]++;
    });
    group.near.papers.forEach((paper, at) => (scores[paper] += group.near.scores[at]));
  }
  const full = [];
  const some = [];
  for (let paper = 0; paper < index.papers; paper++) {
    if (!allowed(paper)) continue;
    if (count[paper] === required) full.push(paper);
    else if (count[paper]) some.push(paper);
  }
  return { full, partly: some, scores, groups };
}

/** @param {Search} search @param {Query} query @param {boolean} typing @returns {Promise<Group[]>} what must be held, small words left out */
async function groupsOf(search, query, typing) {
  const asked = query.groups.filter((parts) => parts.some(({ kind }) => kind !== "filter"));
  await setExtra(search, asked);
  const groups = await Promise.all(
    asked.map((parts, at) => groupOf(search, parts, typing && at === asked.length - 1)),
  );
  await addTogether(search, asked, groups);
  if (!search.literal) await Promise.all([addJoined(search, asked, groups), addShort(search, asked, groups)]);
  return groups.flatMap((group) => group ?? []);
}

/** Of the words of a query the rarest are looked up until their postings are enough to read; the usual ones beyond
 * need not be held, and add to the scores of papers that hold them heavily. @param {Search} search @param {Part[][]} asked */
async function setExtra(search, asked) {
  const { index } = search;
  const alone = asked.flatMap((parts) => (parts.length < 2 && parts[0].kind === "word" && parts[0].words.length < 2 ? parts : []));
  const entries = await Promise.all(
    alone.map((part) => (index.small.has(bare(part.words[0])) ? undefined : entryOf(index, term(bare(part.words[0]))))),
  );
  const known = alone.flatMap((part, at) => ({ part, light: entries[at]?.light, count: entries[at]?.count ?? 0 })).filter(({ count }) => count);
  let bits = 0;
  known.sort((one, other) => one.count - other.count).forEach(({ part, light, count }, at) => {
    bits += count * (35 - Math.clz32(index.papers / count));
    if (at && light && bits > index.enough) search.extra.add(part);
  });
}

/** Words that stand next to each other in the query are worth more where they do so in a paper.
 * @param {Search} search @param {Part[][]} asked @param {(Group | undefined)[]} groups */
async function addTogether(search, asked, groups) {
  const { index } = search;
  const words = asked.flatMap((parts, at) => {
    const one = parts.length === 1 && parts[0].kind === "word" && groups[at] ? parts[0].words : [];
    return one.map((word) => ({ name: term(bare(word)), group: groups[at], isSmall: index.small.has(bare(word)) }));
  }).filter(({ isSmall }) => !isSmall);
  if (words.length > SHORT) return;
  await Promise.all(
    words.slice(1).map(async (second, at) => {
      const first = words[at];
      if (!second.group || first.name === second.name) return;
      const counts = await Promise.all([entryOf(index, first.name), entryOf(index, second.name)]);
      if (counts.some((entry) => !entry || entry.count > index.common)) return;
      const entries = await Promise.all([wholeOf(index, first.name), wholeOf(index, second.name)]);
      const [one, other] = entries.map((entry) => scored(index, entry, false));
      const both = intersection([one, other]);
      if (!both.papers.length) return;
      const [before, after] = await Promise.all([placesOf(index, first.name), placesOf(index, second.name)]);
      const left = new Map(one.papers.map((paper, to) => [paper, before[to]]));
      const right = new Map(other.papers.map((paper, to) => [paper, after[to]]));
          const near = nothing();
      both.papers.forEach((paper, to) => {
        const ends = right.get(paper) ?? [];
        const isNear = left.get(paper)?.some((from) => ends.some((end) => end > from && end <= from + WITHIN));
        if (!isNear) return;
        near.papers.push(paper);
        near.scores.push(Math.floor((both.scores[to] * TOGETHER) / 100));
      });
      second.group.near = merge(second.group.near, near, (a, b) => a + b);
    }),
  );
}

/** @param {Search} search @param {Part[]} parts @param {boolean} isLast @returns {Promise<Group | undefined>} */
async function groupOf(search, parts, isLast) {
  if (search.extra.has(parts[0])) {
    const name = term(bare(parts[0].words[0]));
    search.marks.add(name);
    const near = scored(search.index, await entryOf(search.index, name), false);
    return { typed: parts[0].typed, found: nothing(), near, isExtra: true };
  }
  const founds = await Promise.all(
    parts.map(async (part, at) => {
      if (part.kind === "phrase") return phraseFound(search, part.words);
      if (part.kind === "word") return wordsFound(search, part, isLast && at === parts.length - 1);
      const papers = [...(await having(search.index, part.field ?? "", part.typed, false))].sort((a, b) => a - b);
      return { papers, scores: papers.map(() => 0) };
    }),
  );
  const asking = founds.flatMap((found) => found ?? []);
  if (!asking.length) return undefined;
  const found = union(asking);
  const typed = parts.map((part) => part.typed).join(" OR ");
  return { typed, found, near: nothing() };
}

/** Words that are the long form of an acronym are held by papers with the acronym too.
 * @param {Search} search @param {Part[][]} asked @param {(Group | undefined)[]} groups */
async function addShort(search, asked, groups) {
  const { index } = search;
  const words = asked.flatMap((parts, at) => {
    const one = parts.length === 1 && parts[0].kind === "word" ? parts[0].words : [];
    return one.map((word) => ({ word: bare(word), name: term(bare(word)), at }));
  });
  const entries = await Promise.all(words.map(({ word, name }) => (index.small.has(word) ? undefined : entryOf(index, name))));
  for (const [at, entry] of entries.entries()) {
    for (const { short, words: long } of entry?.long ?? []) {
      if (!short) continue;
      const first = at - long.findIndex((word) => !index.small.has(word));
      if (first < 0 || !long.every((word, to) => words[first + to]?.name === term(word))) continue;
      const found = scored(index, await wholeOf(index, term(short)), false, ALIAS);
      const covered = new Set(words.slice(first, first + long.length).map((word) => word.at));
      const held = [...covered].flatMap((number) => groups[number] ?? []);
      const share = { papers: found.papers, scores: found.scores.map((score) => Math.floor(score / held.length)) };
      for (const group of held) group.found = union([group.found, share]);
      search.marks.add(term(short));
      search.corrections.push({ kind: "acronym", typed: long.join(" "), used: [short.toUpperCase()] });
    }
  }
}

/** Neighbouring words may be written as one. @param {Search} search @param {Part[][]} asked @param {(Group | undefined)[]} groups */
async function addJoined(search, asked, groups) {
  const single = (/** @type {Part[]} */ parts) =>
    parts.length === 1 && parts[0].kind === "word" && parts[0].words.length === 1 ? parts[0].words[0] : "";
  const pairsOfWords = asked.slice(1).map((parts, at) => [single(asked[at]), single(parts)]);
  const founds = await Promise.all(
    pairsOfWords.map(([one, other]) => (one && other ? joinedFound(search, one, other) : undefined)),
  );
  founds.forEach((found, at) => {
    if (!found?.papers.length) return;
    const both = [groups[at], groups[at + 1]].flatMap((group) => group ?? []);
    const share = { papers: found.papers, scores: found.scores.map((score) => Math.floor(score / both.length)) };
    for (const group of both) group.found = union([group.found, share]);
    search.corrections.push({
      kind: "variant",
      typed: pairsOfWords[at].join(" "),
      used: [pairsOfWords[at].map(bare).join("")],
    });
  });
}

/** @param {Search} search @param {Query} query @param {Filters} filters @returns {Promise<(paper: number) => boolean>} */
async function allowedBy(search, query, filters) {
  const { index } = search;
  const wanted = query.groups
    .filter((parts) => parts.every(({ kind }) => kind === "filter"))
    .map(async (parts) => {
      const sets = await Promise.all(parts.map((part) => having(index, part.field ?? "", part.typed, false)));
      return new Set(sets.flatMap((set) => [...set]));
    });
  const unwanted = query.exclude.map(async (part) => {
    if (part.kind === "filter") return new Set(await having(index, part.field ?? "", part.typed, false));
    const quiet = { ...search, literal: true, marks: new Set(), corrections: [] };
    const found = part.kind === "phrase" ? await phraseFound(quiet, part.words) : await wordsFound(quiet, part, false);
    return new Set(found?.papers);
  });
  const [all, none, chosen] = await Promise.all([Promise.all(wanted), Promise.all(unwanted), chosenBy(index, filters, "")]);
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
    const each = await Promise.all(values.map((value) => having(index, known, value, true)));
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
