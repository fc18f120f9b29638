// How many of the matching papers have what.

const FACETS = "topic subtopic year venue listing has".split(" ");
const AUTHORS = 50;

/** @param {Head} index @param {number[]} papers that match, the filters beside the text left aside @param {string[]} names @param {Filters} filters
 * @returns {Promise<Record<string, Facet[]>>} */
async function facetsOf(index, papers, names, filters) {
  /** @type {Record<string, Facet[]>} */
  const facets = {};
  for (const name of names) {
    const chosen = await chosenBy(index, filters, name);
    const counted = papers.filter(chosen);
    const selected = new Set([filters[name] ?? []].flat().map(fold));
    facets[name] = (await valuesCounted(index, name, counted))
      .map((facet) => ({ ...facet, selected: selected.has(fold(facet.value)) }))
      .filter(({ count, selected: isSelected }) => count || isSelected);
    if (name === "year") continue;
    facets[name].sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
    if (name === "author") facets[name] = facets[name].filter((facet, at) => at < AUTHORS || facet.selected);
  }
  return facets;
}

/** @param {Head} index @param {string} name @param {number[]} papers @returns {Promise<Omit<Facet, "selected">[]>} */
async function valuesCounted(index, name, papers) {
  if (name === "year" || name === "venue") {
    const { values, names } = await valuesOf(index, name);
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const paper of papers) counts.set(values[paper], (counts.get(values[paper]) ?? 0) + 1);
    if (name === "venue") return names.map((value, at) => ({ value, label: value || "Unknown", count: counts.get(at) ?? 0 }));
    return [...counts]
      .sort(([one], [other]) => other - one)
      .map(([year, count]) => ({ value: year ? String(year) : "unknown", label: year ? String(year) : "Unknown", count }));
  }
  const isIn = new Uint8Array(index.papers);
  for (const paper of papers) isIn[paper] = 1;
  const count = (/** @type {number[]} */ set) => set.reduce((sum, paper) => sum + isIn[paper], 0);
  if (name === "topic" || name === "subtopic") {
    const { names, sets } = await setsOf(index, "topic");
    const counts = new Map(names.map((slug, at) => [slug, count(sets[at])]));
    return index.topics
      .filter(({ parent }) => (name === "topic") === !parent)
      .map((topic) => ({
        value: topic.slug,
        label: topic.name,
        count: counts.get(topic.slug) ?? 0,
        ...(topic.parent ? { parent: topic.parent } : {}),
      }));
  }
  if (name !== "listing" && name !== "has" && name !== "author") return [];
  const { names, sets } = await setsOf(index, name);
  const titles = new Map(name === "listing" ? index.listings.map((listing) => [listing.name, listing.title]) : []);
  return names.map((value, at) => ({ value, label: titles.get(value) ?? value, count: count(sets[at]) }));
}
