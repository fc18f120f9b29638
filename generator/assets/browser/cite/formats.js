/*
 * Citations as generator/citations/ and data/papers.csv write them. One thing differs: in BibTeX, letters that are not
 * ASCII stay as they are, which biber, XeLaTeX, and LaTeX since 2018 read; the bundles in cite/ have them as commands.
 */

/**
 * @typedef {{family?: string, given?: string, suffix?: string, literal?: string}} Name
 * @typedef {{id: string, type: string, title: string, author?: Name[], issued?: {"date-parts": number[][]}, "container-title"?: string,
 *   archive_location?: string, custom?: {acl?: string, openreview?: string}, DOI?: string, URL?: string, keyword?: string[], note?: string, published?: string, others?: boolean}} Item
 * @typedef {{name: string, ending: string, type: string, write: (papers: Map<string, Item>) => string}} Format
 */

const SUFFIX = /^(.*), ((?:jr|sr|ii|iii|iv)\.?)$/i;

/** On one line. @param {string} text */
const line = (text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** In reading order. @param {Name} name */
export const nameOf = ({ family, given, suffix, literal }) => literal ?? `${given} ${family}${suffix ? `, ${suffix}` : ""}`;

/** @param {Item} item */
const year = ({ issued }) => String(issued?.["date-parts"][0][0] ?? "");

/* ---- BibTeX ---- */

const TEX = /[\\{}$&#%_~^<>|]|-(?=-)|`(?=`)|'(?=')|[?!](?=`)/g;
/** @type {Record<string, string>} */
const COMMANDS = {
  "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "{\\protect\\string^}",
  "<": "\\ensuremath{<}", ">": "\\ensuremath{>}", "|": "\\ensuremath{|}",
};

/** BibTeX counts braces, and does not see what stands before them. @param {string} text */
function isBalanced(text) {
  let depth = 0;
  return [...text.replace(/[^{}]/g, "")].every((sign) => (depth += sign === "{" ? 1 : -1) >= 0) && !depth;
}

/** @param {string} text */
function tex(text) {
  const braces = isBalanced(text) ? {} : /** @type {Record<string, string>} */ ({ "{": "\\ensuremath{\\lbrace}", "}": "\\ensuremath{\\rbrace}" });
  const command = (/** @type {string} */ sign) => braces[sign] ?? COMMANDS[sign] ?? (/[-`'?!]/.test(sign) ? `${sign}{}` : `\\${sign}`);
  return text.replace(/\p{Cc}+/gu, " ").replace(TEX, command);
}

/** @param {string} text */
const verbatim = (text) => text.replace(/\p{Cc}+/gu, "").replace(/[\\{}]/g, encodeURIComponent);

/** @param {Name} name */
function inTex(name) {
  const whole = nameOf(name);
  const parts = SUFFIX.exec(name.literal ?? "");
  const { family = "", given = "", suffix = "" } = name.literal === undefined ? name : { family: parts?.[1] ?? name.literal, suffix: parts?.[2] };
  /* Beginnings of words of which biber or BibTeX makes initials that stop LaTeX. */
  if (given && (/(?:^|[\s-])[\\{}$&#%_~^<>|]/.test(whole) || /(?:^|[\s-])[^\0-\x7f]/.test(tex(whole)))) return `{${tex(whole)}}`;
  let shown = tex(family);
  if (family.toLowerCase() === "others") shown = `${family.slice(0, 3)}{${family.slice(3)}}`; /* which would be "et al." */
  else if (!given && !suffix) shown = /[\s,{}]/.test(family) || family.toLowerCase() === "and" ? `{${shown}}` : shown;
  else if (/^\p{Ll}/u.test(family) && !family.includes(" ")) shown = `{${shown}}`;
  return [shown, tex(suffix), tex(given)].filter((part) => part).join(", ");
}

/** @param {Item} item */
function bibtex(item) {
  const authors = (item.author ?? []).map(inTex);
  if (authors.length && item.others) authors.push("others");
  const [kind, venue] = { "paper-conference": ["inproceedings", "booktitle"], "article-journal": ["article", "journal"] }[item.type] ?? ["misc", "howpublished"];
  const arxiv = item.archive_location ?? "";
  const fields = {
    title: `{${tex(item.title)}}`, author: authors.join(" and "), year: year(item), [venue]: tex(item["container-title"] ?? ""),
    eprint: verbatim(arxiv), archivePrefix: arxiv && "arXiv", doi: verbatim(item.DOI ?? "").replaceAll("%", "\\%"),
    acl: verbatim(item.custom?.acl ?? ""), openreview: verbatim(item.custom?.openreview ?? ""), url: verbatim(item.URL ?? ""), note: tex(item.note ?? ""),
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@${kind}{${item.id},\n${lines.join(",\n")}\n}\n\n`;
}

/* ---- RIS ---- */

/** @param {Item} item */
function ris(item) {
  const kind = { "paper-conference": "CONF", "article-journal": "JOUR" }[item.type] ?? "GEN";
  const authors = (item.author ?? []).map((name) => {
    const parts = SUFFIX.exec(name.literal ?? "");
    const { family, given, suffix } = parts ? { family: parts[1], given: "", suffix: parts[2] } : name;
    /* A comma would turn the name round, and RIS has no way to quote one. */
    const bare = parts || name.literal === undefined ? [family, given, suffix] : [name.literal];
    return bare.flatMap((part) => (part ? [part.replaceAll(",", "")] : [])).join(", ");
  });
  const known = [["arXiv", item.archive_location], ["ACL", item.custom?.acl], ["OpenReview", item.custom?.openreview]];
  /** @type {[string, string | undefined][]} */
  const tags = [
    ["TY", kind], ["ID", item.id], ["TI", item.title], ...authors.map((name) => /** @type {[string, string]} */ (["AU", name])),
    ["PY", year(item)], ["DA", item.published?.replaceAll("-", "/")], ["T2", item["container-title"]], ["DO", item.DOI], ["UR", item.URL],
    ["AN", known.flatMap(([name, value]) => (value ? [`${name}:${value}`] : [])).join("; ")],
    ...(item.keyword ?? []).map((word) => /** @type {[string, string]} */ (["KW", word])), ["N1", item.note],
  ];
  return `${tags.flatMap(([tag, value]) => (value ? `${tag}  - ${line(value).trim()}\n` : [])).join("")}ER  - \n\n`;
}

/* ---- CSL-JSON ---- */

/** @param {Item} item */
function csl({ published, others, keyword, ...item }) {
  void [published, others]; /* ours, not CSL's */
  const { note, ...rest } = item;
  const fields = { ...rest, ...(keyword && { keyword: keyword.join(", ") }), ...(note && { note }) };
  return JSON.stringify(fields);
}

/* ---- Markdown ---- */

/** @param {string} text */
const plain = (text) => line(text).replace(/[\\`*_{}[\]<>#+!|~&$]/g, "\\$&");

/** @param {Item} item */
function markdown(item) {
  const title = plain(item.title);
  const authors = (item.author ?? []).map(nameOf).join(", ");
  const parts = [item.URL ? `[${title}](<${item.URL}>)` : title, plain(authors + (authors && item.others ? " and others" : "")), plain(item["container-title"] ?? ""), year(item)];
  return `- ${parts.filter(Boolean).join(". ")}.\n`;
}

/* ---- CSV ---- */

const COLUMNS = "key,title,authors,year,published,venue,arxiv,doi,url,keywords";

/** A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text. @param {string} [text] */
function cell(text = "") {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {[string, Item]} paper */
function cells([key, item]) {
  return [
    key, item.title, (item.author ?? []).map(nameOf).join("; "), year(item), item.published, item["container-title"],
    item.archive_location, item.DOI, item.URL, item.keyword?.join("; "),
  ].map(cell).join(",");
}

/** @type {Format[]} */
export const FORMATS = [
  { name: "BibTeX", ending: "bib", type: "application/x-bibtex", write: (papers) => [...papers.values()].map(bibtex).join("") },
  { name: "RIS", ending: "ris", type: "application/x-research-info-systems", write: (papers) => [...papers.values()].map(ris).join("") },
  { name: "CSL-JSON", ending: "csl.json", type: "application/json", write: (papers) => `[\n${[...papers.values()].map(csl).join(",\n")}\n]\n` },
  { name: "CSV", ending: "csv", type: "text/csv", write: (papers) => `\ufeff${[COLUMNS, ...[...papers].map(cells), ""].join("\r\n")}` },
  { name: "Markdown", ending: "md", type: "text/markdown", write: (papers) => [...papers.values()].map(markdown).join("") },
];
