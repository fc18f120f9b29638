/* A box with answers: the combobox of the ARIA Authoring Practices, its popup a listbox. */

import { shelf } from "./engine.js";
import { about, count, make, marked, marks, on, page, searchPage, told } from "./parts.js";

const SHOWN = 7; /* answers below the box */
const COMPLETIONS = 4; /* ways to end the word that is being typed */
const PAUSE = 50; /* milliseconds without a key before it asks */

const narrow = matchMedia("(max-width: 47.99em)");
let boxes = 0;

/** Topics whose names begin, word for word, as what was typed. @param {string} text @returns {Promise<Topic[]>} */
async function topicsOf(text) {
  const cut = (/** @type {string} */ one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const words = cut(text);
  if (!words.length || /[":|]/.test(text)) return [];
  return (await shelf.warm()).topics.filter(({ name, papers }) =>
    papers && words.every((word) => cut(name).some((one) => one.startsWith(word)))).slice(0, 2);
}

/** @param {HTMLFormElement} form */
export function box(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const id = `ps-answers-${++boxes}`;
  const list = make("div", { id, role: "listbox", "aria-label": "Answers" });
  const head = make("p", { class: "ps-answers-head", "aria-hidden": "true" });
  const panel = make("div", { class: "ps-answers" }, head, list);
  const said = make("p", { class: "ps-sr", role: "status" });
  const close = make("button", { type: "button", class: "ps-close" }, "Close");
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
    autocapitalize: "off", autocorrect: "off", spellcheck: "false",
  })) input.setAttribute(name, value);
  panel.hidden = true;
  input.after(close);
  form.append(panel, said);

  /** @type {HTMLElement[]} */
  let options = [];
  let chosen = -1;
  let calls = 0; /* only the newest answer counts */
  let timer = 0;
  let isPending = false; /* an answer to what stands in the box is on its way */
  let isEntered = false; /* Enter was pressed before it came */

  const openAll = () => location.assign(searchPage(input.value.trim()));

  /** @param {number} index */
  function choose(index) {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = index;
    const option = options[index];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  /** @param {boolean} isOpen */
  function expand(isOpen) {
    panel.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen && options.length > 0));
    if (!isOpen) choose(-1);
  }

  /** @param {string} name @param {string} href @param {(Child | Child[])[]} children */
  function option(name, href, ...children) {
    const made = make("a", {
      id: `${id}-${options.length}`, role: "option", class: name, tabindex: -1, "aria-selected": "false", href,
    }, ...children);
    options.push(made);
    return made;
  }

  /** The end of the word that is being typed. @param {Completion} one */
  function completion({ text, word }) {
    const made = option("ps-completion", searchPage(text), word);
    on(made, "click", (event) => {
      event.preventDefault();
      input.value = `${text} `;
      input.focus();
      ask();
    });
    return made;
  }

  /** @param {Told} answer @param {string} text @param {Completion[]} completions @param {Topic[]} topics */
  function show(answer, text, completions, topics) {
    const isFull = answer.total > 0 && !answer.partial;
    choose(-1);
    options = [];
    const ends = completions.map(completion);
    if (ends.length) list.replaceChildren(make("div", { role: "group", class: "ps-completions", "aria-label": "Complete the word" }, ends));
    else list.replaceChildren();
    for (const hit of answer.hits) {
      list.append(option("ps-answer", hit.url, make("b", { dir: "auto" }, marked(hit.titlePieces)),
        about(hit, "span", hit.topics.slice(0, 2).map(({ name }) => name), marks(hit, false))));
    }
    /** @param {string} kind @param {string} href @param {string} name @param {number} [papers] */
    const way = (kind, href, name, papers) => list.append(option("ps-answer ps-way", href,
      kind, make("b", { dir: "auto" }, name), papers && make("span", { class: "ps-count" }, count(papers))));
    for (const { path, name, papers } of answer.total ? topics : answer.nearest) way("Topic: ", page(path), name, papers);
    for (const name of answer.nearestAuthors ?? []) way("Author: ", searchPage(`author:"${name}"`), name);
    if (answer.total) way("", searchPage(text), "All, with filters", answer.total);
    if (!options.length) way("", page("topics/index.html"), "All topics");
    said.textContent = told(answer);
    head.replaceChildren(isFull ? make("span", { class: "ps-keys" }, "Enter opens, Shift-Enter lists all") : "", told(answer));
    expand(document.activeElement === input);
    /* What Enter opens is always to be seen; partial answers are not what was asked, so they are not opened. */
    if (isFull && !panel.hidden) choose(ends.length);
  }

  async function ask() {
    const text = input.value.trim();
    const call = ++calls;
    clearTimeout(timer);
    isPending = text !== "";
    if (!text) return expand(false);
    /** @type {Promise<[Completion[], Topic[]]>} */
    const others = Promise.all([shelf.suggest(input.value, COMPLETIONS + 2), topicsOf(text)]).catch(() => [[], []]);
    const answer = await shelf.search(text, { limit: SHOWN, typing: true, facets: false });
    const [ends, topics] = await others;
    if (call !== calls) return;
    isPending = false;
    /* One more letter, as in a plural, is sooner typed than chosen. */
    show(answer, text, ends.filter((one) => one.text.length > text.length + 1).slice(0, COMPLETIONS), topics);
    if (isEntered) go();
  }

  function go() {
    isEntered = isPending;
    if (isPending) return;
    const option = panel.hidden ? null : options[chosen];
    if (option) option.click();
    else openAll();
  }

  function leave() {
    calls++;
    isPending = false;
    expand(false);
    form.classList.remove("ps-open");
  }

  on(input, "input", () => {
    form.classList.add("ps-open");
    clearTimeout(timer);
    isEntered = false;
    isPending = true;
    timer = setTimeout(ask, PAUSE);
  });
  on(input, "focus", () => {
    form.classList.add("ps-open");
    if (input.value.trim() && panel.hidden) ask();
  });
  for (const sign of ["pointerdown", "keydown"]) on(input, sign, () => shelf.warm().catch(() => {}), { once: true, passive: true });
  on(input, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const { key } = event;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (event.isComposing || event.altKey) return;
    if (key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey)) openAll();
    else if (step && (panel.hidden || !options.length)) ask();
    else if (step) choose((Math.max(chosen, step < 0 ? 0 : -1) + step + options.length) % options.length);
    else if (key !== "Escape") return;
    else if (narrow.matches) input.blur(), leave();
    else if (!panel.hidden) expand(false);
    else if (input.value) input.value = "";
    else input.blur(), leave();
    event.preventDefault();
  });
  on(form, "submit", (event) => {
    event.preventDefault();
    go();
  });
  /* On a phone the keys go away when the list is scrolled; the list stays until something else is reached. */
  on(form, "focusout", (/** @type {FocusEvent} */ event) => {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (to ? !form.contains(to) : !narrow.matches) leave();
  });
  on(panel, "mousedown", (event) => event.preventDefault());
  on(close, "click", leave);
}
