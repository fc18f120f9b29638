/* The search page: words, filters with counts, an order, and papers. Its whole state stands in its address, so that
   a search can be kept, shared and linked to: q, the fields below (each may be repeated), sort, literal. */
(function () {
  "use strict";

  /**
   * @typedef {{text: string, mark: boolean}} Piece
   * @typedef {{slug: string, name: string, path: string, papers?: number}} Topic
   * @typedef {{kind: string, typed: string, used: string[]}} Correction
   * @typedef {{value: string, label: string, count: number, selected: boolean}} Facet
   * @typedef {{text: string, total: number, more?: number, partial: boolean, hits: any[], facets: Record<string, Facet[]>,
   *   corrections: Correction[], nearest: Topic[], problem?: string}} Answer
   * @typedef {{q: string, filters: Record<string, string[]>, sort: string, literal: boolean}} State
   */

  const PART = 20; /* papers shown at first, and added by "more" */
  const OPEN = 8; /* values of a field before the fold */
  const PAUSE = 60; /* milliseconds without a key before it asks */
  const FIELDS = { topic: "Topic", subtopic: "Subtopic", year: "Year", venue: "Venue", author: "Author", listing: "Listing", has: "With" };
  const SORTS = { relevance: "Best first", date: "Newest first", title: "By title" };

  /** @type {any} */
  const shelf = window.papershelf;
  const { make, row, count, page, replaced, told } = shelf.page;
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-ps-page]"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const title = document.title;

  /* ---- the parts of the page ---- */

  const said = make("p", { class: "ps-said", role: "status" });
  const notes = make("div", { class: "ps-notes" });
  const chips = make("div", { class: "ps-chosen" });
  const order = make("select", { id: "ps-order" });
  for (const [value, label] of Object.entries(SORTS)) order.append(make("option", { value }, label));
  const bar = make("div", { class: "ps-bar-of-results" }, said, make("label", { for: "ps-order", class: "ps-sr" }, "Order"), order);
  const rows = make("ul", { class: "ps-rows", "aria-label": "Papers" });
  const more = make("button", { type: "button", class: "ps-more" });
  const fields = make("div", {});
  const folded = make("details", { class: "ps-facets" }, make("summary", {}, "Filters"), fields);
  const found = make("div", { class: "ps-found" },
    make("section", { class: "ps-sieve", "aria-label": "Filters" }, folded),
    make("section", { class: "ps-hits", "aria-label": "Results" }, bar, chips, notes, rows, more));
  const help = make("details", { class: "ps-syntax" }, make("summary", {}, "How to search"));
  form.after(help, found);
  more.hidden = true;
  const wide = matchMedia("(min-width: 60em)");
  const fold = () => { folded.open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();

  /* ---- the state, and the address ---- */

  /** @type {State} */
  let state = read();
  let shown = (history.state && history.state.shown) || PART;
  let calls = 0;
  let timer = 0;
  /** @type {Record<string, string>} */
  const names = {}; /* "topic model-merging" -> "Model merging", for chips */
  /** @type {Set<string>} */
  const unfolded = new Set();

  /** @returns {State} */
  function read() {
    const given = new URLSearchParams(location.search);
    /** @type {Record<string, string[]>} */
    const filters = {};
    for (const name of Object.keys(FIELDS)) {
      const values = [...new Set(given.getAll(name))];
      if (values.length) filters[name] = values;
    }
    const sort = given.get("sort") || "";
    return { q: given.get("q") || "", filters, sort: Object.hasOwn(SORTS, sort) ? sort : "relevance", literal: given.has("literal") };
  }

  /** @param {State} one */
  function address(one) {
    const given = new URLSearchParams();
    if (one.q.trim()) given.set("q", one.q.trim());
    for (const [name, values] of Object.entries(one.filters)) for (const value of values) given.append(name, value);
    if (one.sort !== "relevance") given.set("sort", one.sort);
    if (one.literal) given.set("literal", "1");
    const query = String(given);
    return location.pathname + (query ? `?${query}` : "");
  }

  /** Tell the address. @param {boolean} step whether "back" shall lead here again */
  function keep(step) {
    document.title = state.q.trim() ? `${state.q.trim()} · ${title}` : title;
    history[step ? "pushState" : "replaceState"]({ shown }, "", address(state));
  }

  /** A new state by a choice: a step in the history. @param {Partial<State>} change */
  function change(change) {
    state = { ...state, ...change };
    shown = PART;
    keep(true);
    run(false);
  }

  /** @param {string} name @param {string} value @param {boolean} wanted */
  function filter(name, value, wanted) {
    const values = (state.filters[name] || []).filter((one) => one !== value);
    if (wanted) values.push(value);
    const filters = { ...state.filters, [name]: values };
    if (!values.length) delete filters[name];
    change({ filters });
  }

  /* ---- asking ---- */

  /** @param {boolean} typing @param {boolean} [added] only the papers after those that stand there */
  async function run(typing, added) {
    const call = ++calls;
    const wanted = Object.keys(FIELDS).filter((name) => name !== "author" || unfolded.has("author") || state.filters.author);
    const there = added ? titles().length : 0;
    found.setAttribute("aria-busy", "true");
    /** @type {Answer} */
    const answer = await shelf.search(state.q, {
      limit: shown - there, offset: there, typing, literal: state.literal, filters: state.filters, sort: state.sort, facets: wanted,
    });
    if (call !== calls) return;
    if (!help.children[1] && shelf.syntax) help.append(syntax());
    draw(answer, there);
    found.removeAttribute("aria-busy");
  }

  /** The titles of the papers that are shown. @returns {HTMLElement[]} */
  function titles() {
    return [...rows.querySelectorAll(".ps-row > p:first-child > a")];
  }

  /** @param {Answer} answer @param {number} there */
  function draw(answer, there) {
    said.textContent = answer.problem ? "" : state.q.trim() || answer.total ? told(answer) : "No paper found.";
    notes.replaceChildren(...remarks(answer));
    if (!there) rows.replaceChildren();
    for (const hit of answer.hits) {
      /* after the papers that hold all words come those that lack some */
      if (hit.missing.length && !answer.partial && !rows.querySelector(".ps-divider")) {
        rows.append(make("li", { class: "ps-divider" }, "These lack some of the words:"));
      }
      rows.append(row(hit));
    }
    const all = titles();
    if (there && all[there]) all[there].focus();
    const left = answer.total + (answer.more || 0) - all.length;
    more.hidden = left <= 0 || !answer.hits.length;
    more.textContent = `Show ${Math.min(PART, left)} more of ${left.toLocaleString("en")}`;
    order.value = state.sort;
    order.hidden = !answer.total;
    folded.hidden = Boolean(answer.problem);
    drawFields(answer);
    drawChips();
  }

  /** What is to be said about an answer besides its number. @param {Answer} answer */
  function remarks(answer) {
    const parts = [];
    const ways = () => [make("a", { href: page("topics/index.html") }, "topics"), " or ", make("a", { href: page("a-z/index.html") }, "all papers A–Z")];
    if (answer.problem) {
      return [make("p", { class: "ps-problem", role: "alert" }, answer.problem), make("p", {}, "Until then: ", ...ways(), ".")];
    }
    if (replaced(answer)) parts.push(make("p", {}, "Search instead for ", to({ literal: true }, `“${state.q.trim()}”`), "."));
    if (state.literal && state.q.trim()) parts.push(make("p", {}, "Every word as it was typed. ", to({ literal: false }, "Search with corrections and related forms"), "."));
    const also = answer.corrections.filter((one) => one.kind === "acronym" || one.kind === "variant").filter((one) => one.used.length);
    if (also.length) {
      parts.push(make("p", { class: "ps-also" }, "Also searched: ",
        also.map((one) => `${one.used.slice(0, 3).join(", ")} (${one.typed})`).join("; "), ". ",
        to({ literal: true }, "Only as typed"), "."));
    }
    if (!answer.total) {
      if (Object.keys(state.filters).length) parts.push(make("p", {}, to({ filters: {} }, "Search without the filters"), "."));
      else if (answer.nearest.length) {
        parts.push(make("p", {}, "Nearest topics:"), make("ul", { class: "ps-nearest" }, ...answer.nearest.map((topic) =>
          make("li", {}, make("a", { href: page(topic.path) }, topic.name), " ", topic.papers && make("span", { class: "ps-count" }, count(topic.papers))))));
      } else {
        parts.push(make("p", {}, "Go on with ", ...ways(), "."));
      }
    }
    return parts;
  }

  /** A link to another state of this page. @param {Partial<State>} one @param {string} text */
  function to(one, text) {
    const link = make("a", { href: address({ ...state, ...one }) }, text);
    link.addEventListener("click", function (/** @type {MouseEvent} */ event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      change(one);
      input.focus({ preventScroll: true });
    });
    return link;
  }

  /* ---- filters ---- */

  /** @param {Answer} answer */
  function drawFields(answer) {
    const at = document.activeElement;
    const focused = at && fields.contains(at) && [at.tagName, at.getAttribute("name"), at.getAttribute("value")];
    fields.replaceChildren();
    for (const [name, label] of Object.entries(FIELDS)) {
      const values = answer.facets[name] || [];
      for (const one of values) names[`${name} ${one.value}`] = one.label || "unknown";
      if (!values.length && name !== "author") continue;
      const lines = values.map((one) => line(name, one));
      /* what is chosen is always to be seen */
      const first = lines.filter((_, place) => place < OPEN || chosen(name, values[place].value));
      const rest = lines.filter((one) => !first.includes(one));
      const field = make("fieldset", {}, make("legend", {}, label), first.length && make("ul", {}, ...first));
      if (rest.length) field.append(foldOf(name, `${rest.length.toLocaleString("en")} more`, make("ul", {}, ...rest)));
      if (name === "author" && !values.length) {
        if (answer.facets.author || !answer.total) continue;
        const list = foldOf("author", "Show authors", "");
        list.addEventListener("toggle", () => list.open && run(false), { once: true });
        field.append(list);
      }
      fields.append(field);
    }
    if (focused) {
      const same = [...fields.querySelectorAll(focused[0].toLowerCase())].find((one) => one.getAttribute("name") === focused[1] && one.getAttribute("value") === focused[2]);
      if (same) same.focus({ preventScroll: true });
    }
  }

  /** @param {string} name @param {string} value */
  function chosen(name, value) {
    return (state.filters[name] || []).includes(value);
  }

  /** @param {string} name @param {Facet} one */
  function line(name, one) {
    const tick = make("input", { type: "checkbox", name, value: one.value });
    tick.checked = chosen(name, one.value) || one.selected;
    tick.disabled = one.selected && !chosen(name, one.value); /* asked for by a word in the box */
    tick.addEventListener("change", () => filter(name, one.value, tick.checked));
    return make("li", {}, make("label", {}, tick, make("span", { dir: "auto" }, one.label || "unknown"),
      make("span", { class: "ps-count" }, one.count.toLocaleString("en"))));
  }

  /** @param {string} name @param {string} label @param {any} content */
  function foldOf(name, label, content) {
    const details = make("details", {}, make("summary", { name, value: "fold" }, label), content);
    details.open = unfolded.has(name);
    details.addEventListener("toggle", () => (details.open ? unfolded.add(name) : unfolded.delete(name)));
    return details;
  }

  function drawChips() {
    const all = Object.entries(state.filters).flatMap(([name, values]) => values.map((value) => [name, value]));
    chips.replaceChildren(...all.map(function ([name, value]) {
      const text = `${FIELDS[name]}: ${names[`${name} ${value}`] || value || "unknown"}`;
      const chip = make("button", { type: "button", "aria-label": `Remove ${text}` }, text, make("span", { "aria-hidden": "true" }, " ×"));
      chip.addEventListener("click", function () {
        filter(name, value, false);
        input.focus({ preventScroll: true });
      });
      return chip;
    }));
    if (all.length > 1) {
      const none = make("button", { type: "button", class: "ps-none" }, "Remove all");
      none.addEventListener("click", function () {
        change({ filters: {} });
        input.focus({ preventScroll: true });
      });
      chips.append(none);
    }
    chips.hidden = !all.length;
  }

  function syntax() {
    const list = make("dl", {});
    for (const { example, means } of shelf.syntax) {
      list.append(make("div", {}, make("dt", {}, make("code", {}, example)), make("dd", {}, means)));
    }
    return list;
  }

  /* ---- what a reader does ---- */

  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      state = { ...state, q: input.value, literal: false };
      shown = PART;
      keep(false);
      run(true);
    }, PAUSE);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    state = { ...state, q: input.value };
    keep(false);
    run(false);
  });
  input.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" || event.isComposing) return;
    const first = titles()[0];
    if (first) event.preventDefault(), first.focus();
  });
  /* Arrows go from title to title; Tab goes through everything else too. */
  rows.addEventListener("keydown", function (/** @type {KeyboardEvent} */ event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = titles();
    const place = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!step || place < 0) return;
    event.preventDefault();
    (all[place + step] || (step < 0 ? input : all[place])).focus();
  });
  order.addEventListener("change", () => change({ sort: order.value }));
  more.addEventListener("click", function () {
    shown = titles().length + PART;
    keep(false);
    run(false, true);
  });
  addEventListener("popstate", function () {
    state = read();
    shown = (history.state && history.state.shown) || PART;
    input.value = state.q;
    run(false);
  });

  input.value = state.q;
  if (state.q.trim()) document.title = `${state.q.trim()} · ${title}`;
  run(false);
  shelf.warm().then(function (/** @type {{topics: Topic[], listings: {name: string, title: string}[]}} */ info) {
    for (const topic of info.topics) names[`topic ${topic.slug}`] = names[`subtopic ${topic.slug}`] = topic.name;
    for (const listing of info.listings) names[`listing ${listing.name}`] = listing.title;
    drawChips();
  });
  if (!state.q && matchMedia("(hover: hover) and (min-width: 48em)").matches) input.focus({ preventScroll: true });
})();
