/* The fields beside the answer, each with its values and their counts; and the chosen ones above it. */

import { amount, make, on } from "../box/parts.js";
import { FIELDS } from "./state.js";

/** @typedef {import("./state.js").State} State */

const OPEN = 8; /* values of a field before the fold */

/**
 * @param {() => State} state
 * @param {(filters: State["filters"]) => void} change
 * @param {() => void} ask when the values of one more field are wanted
 */
export function filters(state, change, ask) {
  const fields = make("div", {});
  const chips = make("div", { class: "ps-chosen" });
  /** "topic model-merging" -> "Model merging", for chips. @type {Record<string, string>} */
  const names = {};
  /** @type {Set<string>} */
  const unfolded = new Set();

  /** @param {string} name @param {string} value */
  const isChosen = (name, value) => (state().filters[name] ?? []).includes(value);

  /** @param {string} name @param {string} value @param {boolean} isWanted */
  function filter(name, value, isWanted) {
    const { [name]: before = [], ...others } = state().filters;
    const values = before.filter((one) => one !== value).concat(isWanted ? value : []);
    change(values.length ? { ...others, [name]: values } : others);
  }

  /** @param {string} name @param {Facet} facet */
  function line(name, { value, label, count, selected }) {
    const tick = make("input", { type: "checkbox", name, value });
    tick.checked = selected || isChosen(name, value);
    tick.disabled = selected && !isChosen(name, value); /* asked for by a word in the box */
    on(tick, "change", () => filter(name, value, tick.checked));
    return make("li", {}, make("label", {}, tick, make("span", { dir: "auto" }, label || "unknown"),
      make("span", { class: "ps-count" }, amount(count))));
  }

  /** @param {string} name @param {string} label @param {Child} content */
  function fold(name, label, content) {
    const details = make("details", {}, make("summary", { name }, label), content);
    details.open = unfolded.has(name);
    on(details, "toggle", () => {
      if (details.open) unfolded.add(name);
      else unfolded.delete(name);
      if (details.open && !content) ask();
    });
    return details;
  }

  /** @param {string} name @param {Facet[]} values */
  function field(name, values) {
    for (const { value, label } of values) names[`${name} ${value}`] = label;
    /* What is chosen is always to be seen. */
    const first = values.filter(({ value }, place) => place < OPEN || isChosen(name, value));
    const rest = values.filter((one) => !first.includes(one));
    const lines = (/** @type {Facet[]} */ some) => some.length && make("ul", {}, some.map((one) => line(name, one)));
    return make("fieldset", {}, make("legend", {}, FIELDS[name]), lines(first),
      rest.length && fold(name, `${amount(rest.length)} more`, lines(rest)),
      !values.length && fold(name, "Show authors", ""));
  }

  function drawChips() {
    const all = Object.entries(state().filters).flatMap(([name, values]) => values.map((value) => [name, value]));
    chips.replaceChildren(...all.map(([name, value]) => {
      const text = `${FIELDS[name]}: ${names[`${name} ${value}`] || value || "unknown"}`;
      const chip = make("button", { type: "button", "aria-label": `Remove ${text}` }, text, make("span", { "aria-hidden": "true" }, " ×"));
      on(chip, "click", () => filter(name, value, false));
      return chip;
    }));
    if (all.length > 1) {
      const none = make("button", { type: "button", class: "ps-none" }, "Remove all");
      on(none, "click", () => change({}));
      chips.append(none);
    }
    chips.hidden = !all.length;
  }

  return {
    fields,
    chips,
    /** The fields whose values are to be counted: authors are many, so only when they are asked for. */
    wanted: () => Object.keys(FIELDS).filter((name) => name !== "author" || unfolded.has(name) || name in state().filters),

    /** @param {Known} known */
    learn({ topics, listings }) {
      for (const { slug, name } of topics) names[`topic ${slug}`] = names[`subtopic ${slug}`] = name;
      for (const { name, title } of listings) names[`listing ${name}`] = title;
      drawChips();
    },

    drawChips,

    /** The focus stays on the same value. @param {Told["facets"]} facets @param {number} total */
    draw(facets, total) {
      const at = document.activeElement;
      const same = (/** @type {Element} */ one) => ["name", "value"].every((name) => one.getAttribute(name) === at?.getAttribute(name));
      const isInside = fields.contains(at);
      fields.replaceChildren(...Object.keys(FIELDS).flatMap((name) => {
        const values = facets[name] ?? [];
        return values.length || (name === "author" && total && !facets.author) ? [field(name, values)] : [];
      }));
      const again = isInside && [.../** @type {NodeListOf<HTMLElement>} */ (fields.querySelectorAll("input, summary"))].find(same);
      if (again) again.focus({ preventScroll: true });
      drawChips();
    },
  };
}
