// What a reader typed, in parts. Nothing is an error: what makes no sense is searched as words.

const FIELDS = "author topic venue year has listing".split(" ");
const PART = new RegExp(
  `(?<not>-)?(?:(?<field>${FIELDS.join("|")}):(?:"(?<quoted>[^"]*)"|(?<value>[^\\s"]+))|"(?<phrase>[^"]*)"|(?<word>[^\\s"]+))|"`,
  "giu",
);

/** @param {Part} part @returns {boolean} */
function isFilter({ kind }) {
  return kind === "filter";
}

/** @param {string} text @returns {Query} */
function parse(text) {
  /** @type {Part[][]} */
  const groups = [];
  /** @type {Part[]} */
  const exclude = [];
  let joins = false; // an OR stands before
  const typed = text.slice(0, 1000).normalize("NFC");
  for (const found of typed.matchAll(PART)) {
    const named = found.groups ?? {};
    const raw = found[0];
    if (raw === "OR" || raw === "|") {
      joins = groups.length > 0;
      continue;
    }
    const isNot = named.not !== undefined && !/[\p{L}\p{N}"]$/u.test(typed.slice(0, found.index));
    const part = partOf(named, isNot ? raw.slice(1) : raw);
    if (!part) continue;
    if (isNot) exclude.push(part);
    else if (joins) groups.at(-1)?.push(part);
    else groups.push([part]);
    joins = false;
  }
  const filters = groups.flat().filter(isFilter);
  return { groups, exclude, filters, empty: groups.every((parts) => parts.every(isFilter)) };
}

/** @param {Record<string, string | undefined>} named @param {string} raw without the minus @returns {Part | undefined} */
function partOf(named, raw) {
  if (named.field) {
    const part = filterOf(named.field.toLowerCase(), (named.quoted ?? named.value ?? "").trim());
    if (part) return part;
  }
  const words = cut(fold(raw));
  if (!words.length) return undefined;
  if (named.phrase !== undefined && words.length > 1) return { kind: "phrase", typed: named.phrase.trim(), words };
  return { kind: "word", typed: raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""), words };
}

const HAS = "code data note video project demo paper abstract".split(" ");

/** @param {string} field @param {string} value @returns {Part | undefined} nothing when the value makes no sense */
function filterOf(field, value) {
  if (!value) return undefined;
  if (field === "year" && !yearsOf(value)) return undefined;
  if (field === "has" && !HAS.includes(value.toLowerCase())) return undefined;
  if (field !== "year" && field !== "listing" && !cut(fold(value)).length) return undefined;
  return { kind: "filter", typed: value, words: [], field };
}

/** @param {string} value "2023", "2021..2024", "2021..", "..2020", "unknown" @returns {[number, number] | undefined} */
function yearsOf(value) {
  if (value === "unknown") return [0, 0];
  const found = /^(\d{4})?(?:(\.\.|-|–)(\d{4})?)?$/.exec(value);
  if (!found || !(found[1] || found[3])) return undefined;
  const from = found[1] ? Number(found[1]) : 1;
  return [from, found[2] ? Number(found[3] ?? 9999) : from];
}
