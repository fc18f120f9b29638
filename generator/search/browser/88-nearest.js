// What to offer when no paper holds all that was asked for.

const NEAREST = 5;

/** Topics that are told by most of the words. @param {Head} index @param {string[]} words @returns {Topic[]} */
function nearest(index, words) {
  const asked = words.map(bare).filter((word) => !index.small.has(word)).map(term);
  const worth = index.topics.map(({ told }) => asked.filter((name) => told.includes(name)).length);
  const most = max(1, ...worth);
  return index.topics.filter((_, at) => worth[at] === most).slice(0, NEAREST);
}

/** What `author:` could have been meant to say: nothing when somebody bears the name as it is.
 * @param {Head} index @param {string} name as typed @returns {Promise<string[]>} folded names, each borne by somebody, the nearest first */
async function authorsNear(index, name) {
  if ((await ofAuthor(index, name)).length) return [];
  const isBorne = async (/** @type {string} */ word) => (await entryOf(index, `${word}@`)) !== undefined;
  const meant = await each(bareWords(name).slice(0, 3), async (word) => {
    if (await isBorne(word)) return [word];
    const near = (await wordsNear(index, word)).slice(0, 8).map(({ known }) => known);
    const borne = await each(near, isBorne);
    return near.filter((_, at) => borne[at]).slice(0, 3);
  });
  const whole = meant.reduce((names, words) => names.flatMap((begun) => words.map((word) => `${begun} ${word}`.trim())), [""]);
  const found = await each(whole, (one) => ofAuthor(index, one));
  const borne = whole.filter((_, at) => found[at].length);
  return borne.length ? borne : meant.flat();
}
