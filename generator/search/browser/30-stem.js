// The English Snowball stemmer (Porter2), for words of a to z: snowballstem.org/algorithms/english/stemmer.html.
// PyStemmer does the same for the index; the tests compare them word by word.

const EXCEPTIONS = new Map(
  changes(
    "skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky " +
      "news howe atlas cosmos bias andes",
  ),
);
const STEP_2 = changes(
  "ization>ize ational>ate fulness>ful ousness>ous iveness>ive tional>tion biliti>ble lessli>less " +
  "entli>ent ation>ate alism>al aliti>al ousli>ous iviti>ive fulli>ful ogist>og enci>ence " +
  "anci>ance abli>able izer>ize ator>ate alli>al bli>ble ogi>og li>",
);
const STEP_3 = changes(
  "ational>ate tional>tion alize>al icate>ic iciti>ic ative> ical>ic ness> ful>",
);
const STEP_4 = changes("ement> ance> ence> able> ible> ment> ant> ent> ism> ate> iti> ous> ive> ize> ion> al> er> ic>");
const VOWEL = /[aeiouy]/;

/** @param {string} text @returns {[string, string][]} endings and what takes their place */
function changes(text) {
  return text.split(" ").map((one) => /** @type {[string, string]} */ (one.split(">")));
}

/** @param {string} word @returns {string} */
function stem(word) {
  if (word.length < 3) return word;
  if (EXCEPTIONS.has(word)) return EXCEPTIONS.get(word) ?? word;
  word = word.replace(/^y|([aeiouy])y/g, (found, vowel) => (vowel ?? "") + "Y");
  const prefix = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  const r1 = prefix ? prefix[0].length : afterVowel(word, 0);
  const r2 = afterVowel(word, r1);
  word = step1(word, r1);
  word = changed(word, STEP_2, (base, ending) => {
    if (ending === "li" && !/[cdeghkmnrt]$/.test(base)) return false;
    return base.length >= r1 && (ending !== "ogi" || base.endsWith("l"));
  });
  word = changed(word, STEP_3, (base, ending) => base.length >= (ending === "ative" ? r2 : r1));
  word = changed(word, STEP_4, (base, ending) => base.length >= r2 && (ending !== "ion" || /[st]$/.test(base)));
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

/** The first ending of a step that the word has is changed, if it fits.
 * @param {string} word @param {[string, string][]} step @param {(base: string, ending: string) => boolean} fits @returns {string} */
function changed(word, step, fits) {
  const [ending, put] = step.find(([one]) => word.endsWith(one)) ?? ["", ""];
  const base = word.slice(0, word.length - ending.length);
  return fits(base, ending) ? base + put : word;
}
