// What a word that the collection lacks was meant to be.

const OPENERS =
  /^(?:in|multi|pre|post|non|semi|self|sub|un|over|under|few|zero|one|low|high|cross|fine|open|long|short|inter|intra|meta|auto|hyper|super|deep)(?=...)/;

/** The words of the collection that differ by few letters, the nearest and then the most frequent first. Another first letter counts half a step more,
 * since few mistype that (Pollock and Zamora, "Automatic spelling correction in scientific and scholarly text", 1984).
 * @param {Head} index @param {string} word bare @returns {Promise<{known: string, far: number}[]>} */
async function wordsNear(index, word) {
  if (word.length < 4 || /^\p{N}+$/u.test(word)) return [];
  const most = word.length < 8 ? 1 : 2;
  const kept = min(4, floor((word.length - 1) / 2));
  const [begin, end] = await settled([
    wordsLike(index, false, word.slice(0, kept)),
    wordsLike(index, true, backwards(word).slice(0, kept)),
  ]);
  const often = new Map([...begin, ...end.map((known) => ({ ...known, word: backwards(known.word) }))].map((known) => [known.word, known.often]));
  return [...often]
    .map(([known, many]) => ({ known, many, far: distance(word, known, most) + (known[0] === word[0] ? 0 : 0.5) }))
    .filter(({ far }) => far < 2 || far <= most)
    .sort((one, other) => one.far - other.far || other.many - one.many || (one.known < other.known ? -1 : 1));
}

/** @param {Head} index @param {string} word bare and unknown @returns {Promise<string[]>} at most three words meant, best first */
async function corrected(index, word) {
  const near = await wordsNear(index, word);
  const best = near.filter(({ far }) => far === near[0].far).slice(0, 3);
  const meant = best.map(({ known }) => known);
  return best.length && best[0].far < 2 ? meant : ((await apart(index, word)) ?? meant);
}

/** @param {string} word @returns {string} */
function backwards(word) {
  return [...word].reverse().join("");
}

/** Two known words written as one. @param {Head} index @param {string} word @returns {Promise<string[] | undefined>} */
async function apart(index, word) {
  const opener = OPENERS.exec(word);
  if (!opener) return undefined;
  const rest = word.slice(opener[0].length);
  return (await entryOf(index, term(rest))) ? [`${opener[0]} ${rest}`] : undefined;
}

/** Letters to add, leave out, change or swap with the next (optimal string alignment), or more than `most`.
 * @param {string} one @param {string} other @param {number} most @returns {number} */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = times(other.length + 1, (at) => at);
  for (let at = 1; at <= one.length; at++) {
    const last = row;
    row = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      row[to] = min(last[to] + 1, row[to - 1] + 1, last[to - 1] + same);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
        row[to] = min(row[to], before[to - 2] + 1);
      }
    }
    before = last;
  }
  return row[other.length];
}
