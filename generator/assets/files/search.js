/* The search box of every page: answers while typing, opened with /, s, Ctrl-K or the phone's "Search".
   It also holds what the search page (search-page.js) needs for its rows. The engine, find/engine.js, is loaded
   when someone begins to search. Whatever was typed or read is written as text, never as HTML. */
(function () {
  "use strict";

  /**
   * @typedef {{text: string, mark: boolean}} Piece
   * @typedef {{slug: string, name: string, path: string, papers?: number}} Topic
   * @typedef {{key: string, title: string, url: string, titlePieces: Piece[], passage: Piece[], year: number|null,
   *   venue: string, authors: string[], authorCount: number, topics: Topic[], has: string[],
   *   links: {kind: string, url: string}[], missing: string[]}} Hit
   * @typedef {{kind: string, typed: string, used: string[]}} Correction
   * @typedef {{value: string, label: string, count: number, selected: boolean}} Facet
   * @typedef {{text: string, total: number, more?: number, partial: boolean, hits: Hit[], facets: Record<string, Facet[]>,
   *   corrections: Correction[], nearest: Topic[], problem?: string}} Answer
   * @typedef {Element|string|false|null|undefined} Child
   */

  const SHOWN = 7; /* answers below the box */
  const PAUSE = 50; /* milliseconds without a key before it asks */
  const PATIENCE = 1500; /* milliseconds that Enter waits for an answer that is on its way */
  const MARKS = ["code", "data", "demo", "video", "note"];
  const LINKED = { code: "code", data: "dataset", demo: "demo", video: "video" };

  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const narrow = matchMedia("(max-width: 47.99em)");

  /* ---- the engine, when it is needed ---- */

  /** @type {any} */
  const shelf = (window.papershelf = window.papershelf || {});
  /** @type {Promise<void>|undefined} */
  let loading;

  /** @param {string} path @returns {Promise<void>} */
  function script(path) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement("script");
      element.src = new URL(path, root).href;
      element.addEventListener("load", () => resolve());
      element.addEventListener("error", reject);
      document.head.append(element);
    });
  }

  /** @returns {Promise<void>} */
  function load() {
    return (loading = loading || script("find/engine.js"));
  }

  const PROBLEM = "The search could not be loaded: its file find/engine.js is missing. Build the site again.";
  for (const [name, none] of Object.entries({
    search: (/** @type {string} */ text) =>
      ({ text, total: 0, partial: false, hits: [], facets: {}, corrections: [], nearest: [], problem: PROBLEM }),
    warm: () => ({ papers: 0, topics: [], listings: [], build: "" }),
    suggest: () => [],
  })) {
    if (shelf[name]) continue;
    const call = function (/** @type {any[]} */ ...given) {
      return load().then(() => (shelf[name] === call ? none(given[0]) : shelf[name](...given)), () => none(given[0]));
    };
    shelf[name] = call;
  }

  /* ---- elements ---- */

  /**
   * An element with its attributes and children; texts become text.
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {Child[]} children
   * @returns {any}
   */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(.../** @type {(Element|string)[]} */ (children.filter(Boolean)));
    return element;
  }

  /** @param {Piece[]} pieces */
  function marked(pieces) {
    return pieces.map((piece) => (piece.mark ? make("mark", {}, piece.text) : piece.text));
  }

  /** @param {number} number @param {string} noun */
  function count(number, noun = "paper") {
    return `${number ? number.toLocaleString("en") : "no"} ${noun}${number === 1 ? "" : "s"}`;
  }

  /** Authors, year, venue. @param {Hit} hit */
  function meta(hit) {
    const more = hit.authorCount - hit.authors.length;
    const names = hit.authors.join(", ") + (more > 0 ? ` and ${more.toLocaleString("en")} more` : "");
    return [names, hit.year === null ? "" : String(hit.year), hit.venue].filter(Boolean).join(" · ");
  }

  /** A page of this site. @param {string} path */
  function page(path) {
    return new URL(path, root).href;
  }

  /** The search page with these words. @param {string} text */
  function searchPage(text) {
    const url = new URL("search.html", root);
    if (text) url.searchParams.set("q", text);
    return url.href;
  }

  /** A paper as it stands in every list of the site. @param {Hit} hit */
  function row(hit) {
    const chips = hit.topics.slice(0, 3).map((topic) => make("a", { href: page(topic.path) }, topic.name));
    const marks = MARKS.filter((mark) => hit.has.includes(mark)).map(function (mark) {
      const link = hit.links.find((one) => one.kind === LINKED[mark] && /^https?:\/\//i.test(one.url));
      return make("span", { class: "ps-mark" }, link ? make("a", { href: link.url }, mark) : mark);
    });
    return make("li", { class: "ps-row" },
      make("p", {}, make("a", { href: hit.url, dir: "auto" }, ...marked(hit.titlePieces))),
      meta(hit) && make("p", { class: "ps-meta" }, meta(hit)),
      (chips.length || marks.length) && make("p", {}, make("span", { class: "ps-chips" }, ...chips), ...marks),
      hit.missing.length && make("p", { class: "ps-missing" }, "without ", make("s", {}, hit.missing.join(", "))),
      hit.passage.length && make("p", { class: "ps-peek", dir: "auto" }, ...marked(hit.passage)));
  }

  /** The words that were replaced, as a sentence; empty when none was. @param {Answer} answer */
  function replaced(answer) {
    const wrong = answer.corrections.filter((one) => one.kind === "spelling" && one.used.length);
    return wrong.map((one) => `“${one.used[0]}” instead of “${one.typed}”`).join(", ");
  }

  /** What an answer amounts to. @param {Answer} answer @param {boolean} [brief] only what was asked for */
  function told(answer, brief) {
    if (answer.problem) return answer.problem;
    const words = replaced(answer);
    const shown = words ? `Showing results for ${words}. ` : "";
    if (!answer.total) return `${shown}No paper found.`;
    return answer.partial
      ? `${shown}No paper holds all these words; ${count(answer.total)} ${answer.total === 1 ? "holds" : "hold"} some.`
      : `${shown}${count(answer.total)}.${answer.more && !brief ? ` ${count(answer.more, "other")} hold${answer.more === 1 ? "s" : ""} some of the words.` : ""}`;
  }

  /* ---- a box with answers: the combobox of the ARIA Authoring Practices, its popup a listbox ---- */

  let boxes = 0;

  /** @param {HTMLFormElement} form */
  function box(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const id = `ps-answers-${++boxes}`;
    const list = make("div", { id, role: "listbox", "aria-label": "Answers" });
    const head = make("p", { class: "ps-answers-head", "aria-hidden": "true" });
    const panel = make("div", { class: "ps-answers" }, head, list);
    const said = make("p", { class: "ps-sr", role: "status" });
    const close = make("button", { type: "button", class: "ps-close" }, "Close");
    const attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
      "aria-haspopup": "listbox", autocapitalize: "off", autocorrect: "off", spellcheck: "false",
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    panel.hidden = true;
    input.after(close);
    form.append(panel, said);

    let calls = 0; /* only the newest answer counts */
    let timer = 0;
    let chosen = -1;
    let pending = false; /* an answer to what stands in the box is on its way */
    let entered = 0; /* Enter was pressed before it came */

    /** @param {number} index */
    function choose(index) {
      const options = list.children;
      if (options[chosen]) options[chosen].setAttribute("aria-selected", "false");
      chosen = index;
      if (options[index]) {
        options[index].setAttribute("aria-selected", "true");
        options[index].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", options[index].id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    /** @param {boolean} open */
    function expand(open) {
      panel.hidden = !open;
      input.setAttribute("aria-expanded", String(open && list.children.length > 0));
      if (!open) choose(-1);
    }

    /** @param {string} href @param {string} name @param {Child[]} children */
    function option(href, name, ...children) {
      const id = `${list.id}-${list.children.length}`;
      list.append(make("a", { id, href, role: "option", class: name, tabindex: "-1", "aria-selected": "false" }, ...children));
    }

    /** @param {Answer} answer @param {string} text @param {Topic[]} topics */
    function show(answer, text, topics) {
      choose(-1);
      list.replaceChildren();
      for (const hit of answer.hits) {
        const about = [meta(hit), ...hit.topics.slice(0, 2).map((topic) => topic.name)].filter(Boolean).join(" · ");
        const marks = MARKS.filter((mark) => hit.has.includes(mark));
        option(hit.url, "ps-answer",
          make("b", { dir: "auto" }, ...marked(hit.titlePieces)),
          hit.passage.length && make("span", { class: "ps-passage", dir: "auto" }, ...marked(hit.passage)),
          (about || marks.length) && make("span", { class: "ps-meta" }, about,
            ...marks.map((mark) => make("span", { class: "ps-mark" }, mark))),
          hit.missing.length && make("span", { class: "ps-missing" }, "without ", make("s", {}, hit.missing.join(", "))));
      }
      for (const topic of answer.total ? topics : answer.nearest) {
        option(page(topic.path), "ps-answer ps-way", "Topic: ", make("b", {}, topic.name),
          topic.papers && make("span", { class: "ps-count" }, count(topic.papers)));
      }
      if (answer.total) option(searchPage(text), "ps-answer ps-way", answer.total > 1 ? `All ${count(answer.total)}, with filters` : "On the search page, with filters");
      list.hidden = !list.children.length;
      said.textContent = told(answer, true);
      head.replaceChildren(...(answer.total && !answer.partial ? [make("span", { class: "ps-keys" }, "Enter opens, Shift-Enter lists all")] : []), told(answer, true));
      expand(document.activeElement === input);
      /* What Enter opens is always to be seen; partial answers are not what was asked, so they are not opened. */
      if (answer.total && !answer.partial && !panel.hidden) choose(0);
    }

    /** Topics whose names begin, word for word, as what was typed. @param {string} text */
    async function topicsOf(text) {
      const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      if (!words.length || /[":|]/.test(text)) return [];
      /** @type {Topic[]} */
      const topics = (await shelf.warm()).topics;
      return topics.filter(function (topic) {
        const own = topic.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
        return topic.papers && words.every((word) => own.some((one) => one.startsWith(word)));
      }).slice(0, 2);
    }

    async function ask() {
      const text = input.value.trim();
      const call = ++calls;
      pending = text !== "";
      if (!text) return expand(false);
      const answer = await shelf.search(text, { limit: SHOWN, typing: true, facets: false });
      const topics = answer.problem ? [] : await topicsOf(text);
      if (call !== calls) return;
      pending = false;
      show(answer, text, topics);
      if (entered) go();
    }

    function go() {
      clearTimeout(entered);
      entered = 0;
      const at = list.children[chosen];
      location.assign(at && !panel.hidden ? at.href : searchPage(input.value.trim()));
    }

    function leave() {
      calls++;
      pending = false;
      expand(false);
      form.classList.remove("ps-open");
    }

    input.addEventListener("input", function () {
      form.classList.add("ps-open");
      clearTimeout(timer);
      clearTimeout(entered);
      entered = 0;
      pending = true;
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("focus", function () {
      form.classList.add("ps-open");
      if (input.value.trim() && panel.hidden) ask();
    });
    for (const sign of ["pointerdown", "keydown"]) {
      input.addEventListener(sign, () => shelf.warm(), { once: true, passive: true });
    }
    input.addEventListener("keydown", function (event) {
      if (event.isComposing || event.altKey) return;
      const last = list.children.length - 1;
      const open = !panel.hidden && last >= 0;
      if (event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        location.assign(searchPage(input.value.trim()));
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !open) {
        event.preventDefault();
        ask();
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        choose(chosen < last ? chosen + 1 : 0);
      } else if (event.key === "ArrowUp") {
        event.preventDefault();
        choose(chosen > 0 ? chosen - 1 : last);
      } else if (event.key === "Escape") {
        event.preventDefault();
        if (!panel.hidden && !narrow.matches) expand(false);
        else if (input.value && !narrow.matches) input.value = "";
        else input.blur(), leave();
      }
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (!pending) go();
      else if (!entered) entered = setTimeout(() => location.assign(searchPage(input.value.trim())), PATIENCE);
    });
    /* On a phone the keys go away when the list is scrolled; the list stays until something else is reached. */
    form.addEventListener("focusout", function (event) {
      const to = /** @type {Node|null} */ (event.relatedTarget);
      if (to ? !form.contains(to) : !narrow.matches) leave();
    });
    panel.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault());
    close.addEventListener("click", leave);
  }

  for (const form of document.querySelectorAll("form.ps-box:not([data-ps-page])")) box(/** @type {HTMLFormElement} */ (form));

  /* ---- ways to the box ---- */

  function focus() {
    const input = /** @type {HTMLInputElement|null} */ (document.querySelector("main .ps-box input, .ps-box input"));
    const form = input && input.form;
    if (!input || !form) return false;
    form.classList.add("ps-open"); /* on a phone it cannot have the focus before it is shown */
    input.focus();
    input.select();
    return true;
  }

  document.addEventListener("keydown", function (event) {
    const at = /** @type {Element} */ (event.target);
    const control = event.ctrlKey || event.metaKey;
    const typing = at.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    const asked = control
      ? event.key.toLowerCase() === "k" && !event.shiftKey
      : (event.key === "/" || event.key === "s") && !typing;
    if (asked && !event.altKey && focus()) event.preventDefault();
  });

  const seek = document.querySelector(".ps-seek");
  if (seek) seek.addEventListener("click", (event) => focus() && event.preventDefault());

  /* ---- home and 404: the box in the page ---- */

  const inside = /** @type {HTMLInputElement|null} */ (document.querySelector("main .ps-box:not([data-ps-page]) input"));
  if (inside) {
    /* A page that was moved: its address still holds the words of its title. */
    const words = location.pathname.split("/").pop().replace(/\.html?$/, "").replace(/[^a-z0-9]+/gi, " ").trim();
    if ("psLost" in inside.dataset && words && words !== "404" && words !== "index") {
      inside.value = words;
      shelf.search(words, { limit: 5, facets: false }).then(function (/** @type {Answer} */ answer) {
        if (answer.hits.length) inside.form.after(make("h2", {}, "Nearest titles"), make("ul", { class: "ps-rows" }, ...answer.hits.map(row)));
      });
    } else if (!location.hash && !("psLost" in inside.dataset) && matchMedia("(hover: hover) and (min-width: 48em)").matches) {
      inside.focus({ preventScroll: true }); /* with a keyboard at hand one starts typing */
    }
  }

  /* ---- the search page: its own script, and the engine at the same time ---- */

  shelf.page = { make, row, count, page, replaced, told };
  if (document.querySelector("form[data-ps-page]")) {
    script("assets/papershelf/search-page.js");
    shelf.warm();
  }
})();
