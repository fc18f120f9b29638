// What papers are filtered and counted by. A column is a file; only those needed are read.

/** @typedef {{names: string[], sets: number[][]}} Sets */

/** @param {Head} index @param {string} name @param {(content: any) => any} read @returns {Promise<any>} */
function column(index, name, read) {
  return table(index, `c/${name}`, read);
}

/** @param {Head} index @param {string} name "topic", "listing", "has" or "author" @returns {Promise<Sets>} those of topics without their subtopics' */
function ownSetsOf(index, name) {
  return column(index, name, ({ names, counts, bits }) => {
    const reader = new Bits(bits);
    /** @type {number[][]} */
    const sets = counts.map((/** @type {number} */ count) => {
      if (count * 2 <= index.papers) return reader.ascending(count, index.papers);
      const lacking = unique(reader.ascending(index.papers - count, index.papers));
      return numbers(index, (paper) => !lacking.has(paper));
    });
    return { names, sets };
  });
}

/** @param {Head} index @param {string} name @returns {Promise<Sets>} the papers of a topic are those of its subtopics too */
async function setsOf(index, name) {
  const { names, sets } = await ownSetsOf(index, name);
  return { names, sets: name === "topic" ? names.map((slug) => ofTopics(index, sets, [slug])) : sets };
}

/** @param {Head} index @param {number[][]} sets of the topics alone @param {string[]} slugs @returns {number[]} the papers of some topics and their subtopics */
function ofTopics({ topics }, sets, slugs) {
  const parts = sets.filter((_, at) => slugs.includes(topics[at].slug) || slugs.includes(topics[at].parent));
  return parts[1] ? ascending(parts.flat()) : parts[0];
}

/** The value of each paper in a column of runs. @param {Head} index @param {"year" | "venue"} name @returns {Promise<{values: Uint16Array, names: string[]}>} */
function valuesOf(index, name) {
  return column(index, name, ({ runs, names }) => {
    const values = new Uint16Array(index.papers);
    for (let at = 0, from = 0; at < runs.length; at += 2) values.fill(runs[at], from, (from += runs[at + 1]));
    return { values, names: names ?? [] };
  });
}

/** The place of each paper by title. @param {Head} index @returns {Promise<Uint32Array>} */
function titlesOf(index) {
  return column(index, "title", ({ width, bits }) => {
    const reader = new Bits(bits);
    return new Uint32Array(index.papers).map(() => reader.read(width));
  });
}

/** @param {Head} index @param {string} field @param {string} value @param {boolean} isExact from a facet rather than typed
 * @returns {Promise<Set<number> | number[]>} the papers that have it */
async function having(index, field, value, isExact) {
  if (field === "year") return ofYears(index, value);
  if (field === "venue") return ofVenue(index, value, isExact);
  if (field === "author") return ofAuthor(index, value);
  if (field === "has") return pick(await setsOf(index, "has"), (name) => name === value.toLowerCase());
  if (field === "listing") {
    const wanted = fold(value);
    const known = unique(index.listings.filter(({ name, title }) => fold(name) === wanted || (!isExact && fold(title) === wanted)).map(({ name }) => name));
    return pick(await setsOf(index, "listing"), (name) => known.has(name));
  }
  const slugs = unique(topicsNamed(index, value, isExact).map(({ slug }) => slug));
  return pick(await setsOf(index, "topic"), (name) => slugs.has(name));
}

/** @param {Sets} sets @param {(name: string) => boolean} isWanted @returns {Set<number>} */
function pick({ names, sets }, isWanted) {
  return unique(names.flatMap((name, at) => (isWanted(name) ? sets[at] : [])));
}

/** By slug, or else by words of the name. @param {Head} index @param {string} value @param {boolean} isExact @returns {Topic[]} */
function topicsNamed(index, value, isExact) {
  const slugged = fold(value).replace(/[^\p{L}\p{N}]+/gu, "-");
  const exact = index.topics.filter(({ slug }) => slug === value || slug === slugged);
  if (exact.length || isExact) return exact;
  const wanted = bareWords(value).map(term);
  return index.topics.filter(({ name }) => {
    const words = unique(bareWords(name).map(term));
    return wanted.every((word) => words.has(word));
  });
}

/** @param {Head} index @param {string} value @returns {Promise<number[]>} */
async function ofYears(index, value) {
  const span = yearsOf(value);
  if (!span) return [];
  const { values } = await valuesOf(index, "year");
  return numbers(index, (paper) => values[paper] >= span[0] && values[paper] <= span[1]);
}

/** @param {Head} index @param {string} value @param {boolean} isExact @returns {Promise<number[]>} */
async function ofVenue(index, value, isExact) {
  const { values, names } = await valuesOf(index, "venue");
  const wanted = isExact ? [] : bareWords(value);
  const isWanted = names.map((name) => {
    if (isExact) return fold(name) === fold(value);
    const words = unique(bareWords(name));
    return wanted.every((word) => words.has(word));
  });
  return numbers(index, (paper) => isWanted[values[paper]]);
}

/** Papers one of whose authors has all these words in the name. @param {Head} index @param {string} value @returns {Promise<number[]>} */
async function ofAuthor(index, value) {
  const words = [...unique(bareWords(value))];
  if (!words.length) return [];
  const entries = await each(words, (word) => entryOf(index, `${word}@`));
  const sets = entries.map((entry) => unique(entry?.held.map((paper, at) => `${paper} ${entry.scores[at]}`)));
  const all = [...sets[0]].filter((one) => sets.every((set) => set.has(one)));
  return [...unique(all.map((one) => parseInt(one)))];
}

/** @param {number[]} papers @returns {number[]} each once, in order */
function ascending(papers) {
  return [...unique(new Uint32Array(papers).sort())];
}

/** @param {Head} index @param {(paper: number) => boolean} isWanted @returns {number[]} */
function numbers(index, isWanted) {
  const wanted = [];
  for (let paper = 0; paper < index.papers; paper++) if (isWanted(paper)) wanted.push(paper);
  return wanted;
}
