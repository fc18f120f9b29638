// The English Snowball stemmer (Porter2), for words of a to z: snowballstem.org/algorithms/english/stemmer.html.
// PyStemmer does the same for the index; the tests compare them word by word.

const EXCEPTIONS = new Map(
  changes(
    "skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky>sky " +
      "news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes",
  ).map(([word, put]) => [word, put]),
);
const STEP_2 = changes(
  "ization>ize ational>ate fulness>ful ousness>ous iveness>ive tional>tion biliti>ble lessli>less " +
  "entli>ent ation>ate alism>al aliti>al ousli>ous iviti>ive fulli>ful ogist>og enci>ence " +
  "anci>ance abli>able izer>ize ator>ate alli>al bli>ble ogi> li>",
);
const STEP_3 = changes(
  "ational>ate tional>tion alize>al icate>ic iciti>ic ative> ical>ic ness> ful>",
);
const STEP_4 =
  "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ");
const VOWEL = /[aeiouy]/;

/** @param {string} text @returns {string[][]} endings and what takes their place */
function changes(text) {
  return text.split(" ").map((one) => one.split(">"));
}

/** @param {string} word @returns {string} */
function stem(word) {
  if (word.length < 3) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception) return exception;
  word = word.replace(/^y|([aeiouy])y/g, (found, vowel) => (vowel ?? "") + "Y");
  const prefix = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  const r1 = prefix ? prefix[0].length : afterVowel(word, 0);
  const r2 = afterVowel(word, r1);
  word = step1(word, r1);
  word = step2(word, r1);
  word = step3(word, r1, r2);
  word = step4(word, r2);
  if (word.endsWith("e")) {
    const at = word.length - 1;
    if (at >= r2 || (at >= r1 && !isShort(word.slice(0, at)))) word = word.slice(0, at);
  } else if (word.endsWith("ll") && word.length - 1 >= r2) word = word.slice(0, -1);
  return word.toLowerCase();
}

/** The region after the first consonant that follows a vowel. @param {string} word @param {number} from @returns {number} */
function afterVowel(word, from) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

/** Whether the word ends in a short syllable. @param {string} word @returns {boolean} */
function isShort(word) {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word) || word === "past";
}

/** @param {string} word @param {number} r1 @returns {string} */
function step1(word, r1) {
  if (word.endsWith("sses")) word = word.slice(0, -2);
  else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (/[^us]s$/.test(word) && VOWEL.test(word.slice(0, -2))) word = word.slice(0, -1);
  const found = /(?:eedly|eed|ingly|edly|ing|ed)$/.exec(word);
  if (found) {
    const base = word.slice(0, found.index);
    if (found[0].startsWith("eed")) {
      if (found.index >= r1 && !/^(?:succ|proc|exc)$/.test(base)) word = base + "ee";
    } else if (found[0] === "ing" && /^[^aeiouy]y$/i.test(base)) word = base.slice(0, -1) + "ie";
    else if (found[0] === "ing" && /^(?:inn|out|cann|herr|earr|even)$/.test(base)) return word;
    else if (VOWEL.test(base)) {
      if (/(?:at|bl|iz)$/.test(base)) word = base + "e";
      else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(base)) word = /^[aeo]..$/.test(base) ? base : base.slice(0, -1);
      else word = r1 >= base.length && isShort(base) ? base + "e" : base;
    }
  }
  return word.replace(/(.[^aeiouy])[yY]$/, "$1i");
}

/** @param {string} word @param {number} r1 @returns {string} */
function step2(word, r1) {
  for (const [ending, put] of STEP_2) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    if (base.length < r1) return word;
    if (ending === "ogi") return base.endsWith("l") ? base + "og" : word;
    if (ending === "li") return /[cdeghkmnrt]$/.test(base) ? base : word;
    return base + put;
  }
  return word;
}

/** @param {string} word @param {number} r1 @param {number} r2 @returns {string} */
function step3(word, r1, r2) {
  for (const [ending, put] of STEP_3) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    return base.length < (ending === "ative" ? r2 : r1) ? word : base + put;
  }
  return word;
}

/** @param {string} word @param {number} r2 @returns {string} */
function step4(word, r2) {
  for (const ending of STEP_4) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    if (base.length < r2 || (ending === "ion" && !/[st]$/.test(base))) return word;
    return base;
  }
  return word;
}
