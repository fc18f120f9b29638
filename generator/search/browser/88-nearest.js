// What to offer when nothing was found.

const NEAREST = 5;

/** Topics whose name or definition holds most of the words. @param {Head} index @param {string[]} words @returns {Topic[]} */
function nearest(index, words) {
  const asked = new Set(words.map(bare).filter((word) => !index.small.has(word)).map(term));
  const count = (/** @type {string} */ text) => new Set(bareWords(text).map(term).filter((name) => asked.has(name))).size;
  return index.topics
    .map((topic) => ({ topic, worth: 2 * count(topic.name) + count(topic.definition) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .slice(0, NEAREST)
    .map(({ topic }) => topic);
}

/** What `author:` could have been meant to say: nothing when somebody bears the name as it is.
 * @param {Head} index @param {string} name as typed @returns {Promise<string[]>} folded names, each borne by somebody, the nearest first */
async function authorsNear(index, name) {
  if ((await ofAuthor(index, name)).length) return [];
  const isBorne = async (/** @type {string} */ word) => (await entryOf(index, `${word}@`)) !== undefined;
  const meant = await settled(
    bareWords(name).slice(0, 3).map(async (word) => {
      if (await isBorne(word)) return [word];
      const near = (await wordsNear(index, word)).slice(0, 8).map(({ known }) => known);
      const borne = await settled(near.map(isBorne));
      return near.filter((_, at) => borne[at]).slice(0, 3);
    }),
  );
  const whole = meant.reduce((names, words) => names.flatMap((begun) => words.map((word) => `${begun} ${word}`.trim())), [""]);
  const found = await settled(whole.map((one) => ofAuthor(index, one)));
  const borne = whole.filter((_, at) => found[at].length);
  return borne.length ? borne : meant.flat();
}
