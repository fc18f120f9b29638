// Who holds a word, where, and which words there are.

const HEAVY = 4; // the least weight of a heavy posting

/** @param {Head} index @param {string} name as filed: a stem, or a name's word with "@"
 * @returns {Promise<Entry | undefined>} of a usual term the heavy postings only */
async function entryOf(index, name) {
  const number = shardOf(index.terms, name);
  if (number < 0) return undefined;
  const [shard] = await settled([table(index, `t/${number}`, (content) => readTerms(content, index)), readSteps(index)]);
  return shard.get(name);
}

/** @param {Head} index @param {string} name @returns {Promise<Entry | undefined>} with all postings */
async function wholeOf(index, name) {
  const entry = await entryOf(index, name);
  return entry && withLight(index, entry);
}

/** @template {Some} Kind @param {Head} index @param {Kind} entry @returns {Promise<Kind>} with all postings */
async function withLight(index, entry) {
  if (!entry.light) return entry;
  const all = await table(index, `l/${entry.light - 1}`, (content) => {
    const bits = new Bits(content);
    const rest = readPostings(bits, index.papers, bits.gamma() - 1, () => 1 + (bits.read(1) && 1 + bits.read(1)));
    return merge(entry, rest, max);
  });
  return { ...entry, ...all, light: 0 };
}

/** @param {string} content @param {Head} index @returns {Map<string, Entry>} */
function readTerms(content, index) {
  const bits = new Bits(content);
  /** @type {Map<string, Entry>} */
  const shard = new Map();
  let name = "";
  while (bits.goesOn()) {
    name = bits.following(name);
    if (!name) break;
    shard.set(name, readEntry(bits, index, name.endsWith("@")));
  }
  return shard;
}

/** @param {Bits} bits @param {Head} index @param {boolean} isName whose weights say which author, from 1; a paper may come twice
 * @returns {Entry} */
function readEntry(bits, index, isName) {
  /** @type {Entry["long"]} */
  const long = [];
  if (!isName && bits.read(1)) {
    for (let count = bits.gamma(); count > 1; count--) {
      const short = bits.letters();
      const words = times(bits.gamma(), () => bits.letters());
      long.push({ short, words, entry: short ? readSome(bits, index) : undefined });
    }
  }
  return { ...readSome(bits, index, isName), long };
}

/** @param {Bits} bits @param {Head} index @param {boolean} [isName] @returns {Some} */
function readSome(bits, index, isName) {
  const count = bits.gamma();
  const light = !isName && count > index.usual ? bits.gamma() : 0;
  const least = light ? HEAVY - 1 : 0;
  const held = light ? bits.gamma() - 1 : count;
  return { ...readPostings(bits, index.papers, held, () => least + bits.gamma(), isName), count, light };
}

/** @param {Bits} bits @param {number} total @param {number} count @param {() => number} weight reads one @param {boolean} [isName]
 * @returns {Found} with weights for scores */
function readPostings(bits, total, count, weight, isName) {
  const parameter = riceParameter(count, total);
  /** @type {number[]} */
  const held = [];
  /** @type {number[]} */
  const scores = [];
  for (let at = 0, paper = isName ? 0 : -1; at < count; at++) {
    held[at] = paper += bits.rice(parameter) + (isName ? 0 : 1);
    scores[at] = weight();
  }
  return { held, scores };
}

/** The places of terms by paper. @param {Head} index @param {string[]} names @returns {Promise<Map<number, number[]>[]>} */
function placesBy(index, names) {
  return each(names, async (name) => {
    const [entry, places] = await settled([wholeOf(index, name), placesOf(index, name)]);
    return new Map(entry?.held.map((paper, at) => [paper, places[at]]));
  });
}

/** The places of a term in each of its papers. @param {Head} index @param {string} name @returns {Promise<number[][]>} */
async function placesOf(index, name) {
  const number = shardOf(index.terms, name);
  const terms = await table(index, `t/${number}`, (content) => readTerms(content, index));
  const shard = await table(index, `p/${number}`, (content) => readPlaces(content, terms));
  return shard.get(name) ?? [];
}

/** @param {string} content @param {Map<string, Entry>} terms @returns {Map<string, number[][]>} */
function readPlaces(content, terms) {
  const bits = new Bits(content);
  const places = new Map();
  for (const [name, entry] of terms) {
    if (/[@+]$/.test(name)) continue;
    places.set(
      name,
      times(entry.count, () => {
        const more = bits.run();
        const where = [bits.rice(6)];
        for (let at = 0; at < more; at++) where.push(where[at] + 1 + bits.rice(5));
        return where;
      }),
    );
  }
  return places;
}

/** The words of the lexicon from one that begins like `beginning` on; at most four shards are read.
 * @param {Head} index @param {boolean} isBackwards @param {string} beginning
 * @returns {Promise<{word: string, often: number}[]>} */
async function wordsLike(index, isBackwards, beginning) {
  const firsts = isBackwards ? index.backwards : index.words;
  const letter = isBackwards ? "v" : "w";
  const from = max(0, shardOf(firsts, beginning));
  const numbers = [];
  for (let number = from; number < firsts.length && numbers.length < 4; number++) {
    if (number > from && !firsts[number].startsWith(beginning)) break;
    numbers.push(number);
  }
  const shards = await each(numbers, (number) => table(index, `${letter}/${number}`, readWords));
  return shards.flat().filter(({ word }) => word.startsWith(beginning));
}

/** @param {string} content @returns {{word: string, often: number}[]} */
function readWords(content) {
  const bits = new Bits(content);
  const words = [];
  let word = "";
  while (bits.goesOn()) {
    word = bits.following(word);
    if (!word) break;
    words.push({ word, often: bits.read(4) });
  }
  return words;
}

/** The words that begin so, the usual ones first, without two that were only written with a hyphen. @param {Head} index @param {string} beginning @param {number} most @returns {Promise<string[]>} */
async function likeliest(index, beginning, most) {
  const words = (await wordsLike(index, false, beginning)).filter(({ often }) => often);
  words.sort((one, other) => other.often - one.often || (one.word < other.word ? -1 : 1));
  return words.slice(0, most).map(({ word }) => word);
}
