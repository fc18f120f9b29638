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
    const selected = unique([filters[name] ?? []].flat().map(fold));
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
      .map(([year, count]) => ({ value: `${year || "unknown"}`, label: `${year || "Unknown"}`, count }));
  }
  const isIn = unique(papers);
  const count = (/** @type {number[]} */ set) => set.filter((paper) => isIn.has(paper)).length;
  const isTopic = name === "topic" || name === "subtopic";
  if (!isTopic && !"listing has author".split(" ").includes(name)) return [];
  const { names, sets } = await setsOf(index, isTopic ? "topic" : name);
  return names.flatMap((value, at) => {
    const topic = isTopic ? index.topics[at] : undefined;
    if (topic && (name === "topic") !== !topic.parent) return [];
    const listing = name === "listing" ? index.listings.find((one) => one.name === value) : undefined;
    const parent = topic?.parent ? { parent: topic.parent } : {};
    return { value, label: topic?.name ?? listing?.title ?? value, count: count(sets[at]), ...parent };
  });
}
