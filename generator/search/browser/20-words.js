// Words as the index knows them; the same as spelling.py, held together by shared vectors in the tests.

// Letters without a decomposition, and what stands for each.
const LETTERS = new Map(changes("ß>ss æ>ae œ>oe ø>o đ>d ð>d ł>l þ>th ħ>h ı>i ŋ>n ĸ>k ŧ>t ς>σ ’>' ʼ>' ‐>- ‑>-"));
const OTHER = new RegExp("[" + [...LETTERS.keys()].join("") + "]", "g");
const CJK =
  "\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${CJK}]+`, "gu");
const WORDS = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*(?:-(?=[\p{L}\p{N}]))?/gu;
const LONGEST = 40;

/** @param {string} text @returns {string} */
function fold(text) {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").toLowerCase();
  return bare.replace(OTHER, (letter) => LETTERS.get(letter) ?? letter).normalize("NFC");
}

/** The words of folded text; one that a hyphen joins to the next keeps the hyphen. @param {string} folded @returns {string[]} */
function cut(folded) {
  return folded.replace(RUN, (run) => ` ${pairs(run).join(" ")} `).match(WORDS) ?? [];
}

/** @param {string} run @returns {string[]} overlapping pairs of letters; one letter stays one */
function pairs(run) {
  const letters = [...run];
  if (letters.length < 2) return [run];
  return letters.slice(1).map((letter, at) => letters[at] + letter);
}

/** @param {string} word as cut @returns {string} */
function bare(word) {
  const plain = word.replace(/-$/, "").replace(/'s$/, "").replace(/'/g, "");
  return plain.length > LONGEST ? [...plain].slice(0, LONGEST).join("") : plain;
}

/** What a bare word is filed under. @param {string} word @returns {string} */
function term(word) {
  if (!/^[a-z]+$/.test(word)) return word;
  if (/^[^aeiouy]{2,}s$/.test(word)) return word.slice(0, -1);
  if (word.length > 6) {
    word = word
      .replace(/is(?=ation)|(?<=[a-z]{5})is(?=(?:e|ed|es|ing|able)$)/g, "iz")
      .replace(/(?<=(?:abe|ode|ave)l)l(?=(?:ed|ing)$)/, "")
      .replace(/(?<=vi)ou(?=r)/g, "o");
  }
  return stem(word);
}

/** @param {string} text @returns {string[]} */
function bareWords(text) {
  return cut(fold(text)).map(bare);
}
