// How many of the matching papers have what.

const FACETS = "topic subtopic year venue listing has".split(" ");
const AUTHORS = 50;

/** @param {Head} index @param {number[]} papers that match, the filters beside the text left aside @param {string[]} names @param {Filters} filters
 * @returns {Promise<Record<string, Facet[]>>} */
async function facetsOf(index, papers, names, filters) {
  const facet = async (/** @type {string} */ name) => {
    const chosen = await chosenBy(index, filters, name);
    const selected = unique([filters[name] ?? []].flat().map(fold));
    const values = (await valuesCounted(index, name, papers.filter(chosen)))
      .map((value) => ({ ...value, selected: selected.has(fold(value.value)) }))
      .filter(({ count, selected: isSelected }) => count || isSelected);
    if (name === "year") return values;
    values.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
    return name === "author" ? values.filter((value, at) => at < AUTHORS || value.selected) : values;
  };
  const counted = await each(names, facet); // their columns are loaded side by side
  return Object.fromEntries(names.map((name, at) => [name, counted[at]]));
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
  if (!isTopic && !FIELDS.includes(name)) return [];
  const { names, sets } = await setsOf(index, isTopic ? "topic" : name);
  return names.flatMap((value, at) => {
    const topic = isTopic ? index.topics[at] : undefined;
    if (topic && (name === "topic") !== !topic.parent) return [];
    const listing = name === "listing" ? index.listings.find((one) => one.name === value) : undefined;
    const parent = topic?.parent ? { parent: topic.parent } : {};
    return { value, label: topic?.name ?? listing?.title ?? value, count: count(sets[at]), ...parent };
  });
}
