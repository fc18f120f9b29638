// The words of the query marked in a title, and the stretch of a text that holds most of them.

const STRETCH = 220; // characters of a passage
const SHOWN = /[\p{L}\p{N}\p{M}]+(?:['\u2019][\p{L}\p{N}\p{M}]+)*/gu;

/** @param {string} text @param {Set<string>} marks terms @returns {{from: number, to: number, term: string}[]} where they stand */
function marksIn(text, marks) {
  /** @type {{from: number, to: number, term: string}[]} */
  const found = [];
  const hasRuns = text.search(RUN) >= 0;
  const begins = unique([...marks].map(beginning));
  let before = "";
  let to = 0;
  for (const written of text.match(SHOWN) ?? []) {
    const from = text.indexOf(written, to);
    const word = fold(written);
    const end = to;
    to = from + written.length;
    if (hasRuns && word.search(RUN) >= 0) {
      for (const run of written.matchAll(RUN)) {
        const start = from + (run.index ?? 0);
        const letters = [...run[0]];
        let at = start;
        letters.forEach((letter, number) => {
          const pair = letter + (letters[number + 1] ?? "");
          for (const some of [pair, letter]) if (marks.has(fold(some))) found.push({ from: at, to: at + some.length, term: some });
          at += letter.length;
        });
      }
      before = "";
      continue;
    }
    const plain = bare(word);
    const name = begins.has(beginning(plain)) || begins.has(plain[0]) ? term(plain) : "";
    if (marks.has(name) || marks.has(plain)) found.push({ from, to, term: name });
    else if (/^[-\u2010\u2011]$/.test(text.slice(end, from)) && marks.has(term(before + plain))) {
      found.push({ from: end - before.length, to, term: term(before + plain) });
    }
    before = plain;
  }
  return found;
}

/** Two letters that a word shares with what it is filed under, but for a "y" ("dying": "die"), unless that is one letter ("aed": "a"): most words need not
 * be stemmed to tell them apart.
 * @param {string} word @returns {string} */
function beginning(word) {
  return word.slice(0, 2).replace("y", "i");
}

/** @param {string} text @param {{from: number, to: number}[]} marks in order @param {number} from @param {number} to @returns {Piece[]} */
function pieces(text, marks, from, to) {
  /** @type {Piece[]} */
  const all = [];
  let at = from;
  for (const mark of marks) {
    if (mark.to <= at || mark.from >= to) continue;
    if (mark.from > at) all.push({ text: text.slice(at, mark.from), mark: false });
    const last = all.at(-1);
    const marked = text.slice(max(mark.from, at), mark.to);
    if (last?.mark) last.text += marked;
    else all.push({ text: marked, mark: true });
    at = mark.to;
  }
  if (at < to) all.push({ text: text.slice(at, to), mark: false });
  return all;
}

/** @param {string} text @param {Set<string>} terms @returns {Piece[]} the best stretch, or the beginning */
function passage(text, terms) {
  if (!text) return [];
  const marks = marksIn(text, terms);
  let best = 0;
  let most = -1;
  marks.forEach((mark, at) => {
    const inside = marks.slice(at).filter(({ to }) => to <= mark.from + STRETCH);
    const worth = unique(inside.map((one) => one.term)).size * 4 + min(inside.length, 8);
    if (worth > most) [best, most] = [mark.from, worth];
  });
  const from = best < 60 ? 0 : startOf(text, best);
  let to = min(text.length, from + STRETCH);
  if (to < text.length) {
    const space = text.lastIndexOf(" ", to);
    if (space > from + STRETCH / 2) to = space;
    if (/[\ud800-\udbff]/.test(text[to - 1])) to--;
  }
  const shown = pieces(text, marks, from, to);
  if (from > 0) shown.unshift({ text: "… ", mark: false });
  if (to < text.length) shown.push({ text: " …", mark: false });
  return shown;
}

/** Where a stretch with a mark at `at` begins: at its sentence when that is near, else at a word. @param {string} text @param {number} at @returns {number} */
function startOf(text, at) {
  const before = text.slice(max(0, at - 90), at);
  const sentence = [...before.matchAll(/[.!?]\s+/g)].pop();
  if (sentence) return at - before.length + (sentence.index ?? 0) + sentence[0].length;
  const space = text.indexOf(" ", max(0, at - 50));
  return space >= 0 && space < at ? space + 1 : at;
}
