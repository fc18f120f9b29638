/* The reading list: the reader's own, or one that an address holds: reading-list.html#papers=key,key. */

/** @typedef {import("../list/saved.js").Saved} Saved @typedef {import("../cite/formats.js").Item} Item */

/** @type {Shelf} */
const shelf = /** @type {any} */ (window).papershelf;
const { count, make, on, page } = shelf.parts;
const { change, discard, downloads, join, onChange, papers, parse, say, star, unreadable, write } = /** @type {List} */ (shelf.list);
const { load, nameOf, save } = /** @type {Cite} */ (shelf.cite);

const NAMED = 3; /* authors in a row */

const place = /** @type {HTMLElement} */ (document.querySelector("[data-ps-list]"));
const heading = /** @type {HTMLElement} */ (document.querySelector("h1"));
const about = /** @type {HTMLElement} */ (document.querySelector(".ps-definition"));
const own = { heading: heading.textContent, about: about.textContent };
const said = make("p", { class: "ps-said", role: "status", tabindex: -1 });
const body = make("div", {});
const file = make("input", { type: "file", accept: ".json,application/json", hidden: "" });

/** What the list was before it last lost or won papers. @type {Saved[] | undefined} */
let before;
/** What is shown. @type {Saved[]} */
let shown = papers();
let isQuiet = false; /* read marks, notes and order are undone by hand */
let calls = 0;

/** The keys of a list that was sent; undefined when the page shows the reader's own. @returns {string[] | undefined} */
function sent() {
  const text = /^#papers=(.*)/s.exec(location.hash)?.[1];
  if (text === undefined) return undefined;
  try {
    return [...new Set(decodeURIComponent(text).split(","))].filter(Boolean);
  } catch {
    return [...new Set(text.split(","))].filter(Boolean);
  }
}

/** @param {string} text @param {() => void} then @param {string} [label] */
function button(text, then, label) {
  const made = make("button", { type: "button", "aria-label": label ?? text }, text);
  made.dataset.psAt = label ?? text;
  on(made, "click", then);
  return made;
}

/** @param {(papers: Saved[]) => Saved[]} edit */
function quietly(edit) {
  isQuiet = true;
  change(edit);
  isQuiet = false;
}

/** @param {string} key @param {Partial<Saved>} some */
function mark(key, some) {
  quietly((list) => list.map((paper) => (paper.key === key ? { ...paper, ...some } : paper)));
}

/** @param {string} key @param {number} step */
function move(key, step) {
  quietly((list) => {
    const from = list.findIndex((paper) => paper.key === key);
    const [paper] = list.splice(from, from < 0 ? 0 : 1);
    if (paper) list.splice(Math.max(0, from + step), 0, paper);
    return list;
  });
}

/* ---- a paper ---- */

/** @param {Item | undefined} item */
function meta(item) {
  const names = (item?.author ?? []).map(nameOf);
  const more = names.length - NAMED;
  const first = more > 1 ? `${names.slice(0, NAMED).join(", ")} and ${more} more` : names.join(", ") + (names.length && item?.others ? " and others" : "");
  return [first, item?.issued?.["date-parts"][0][0], item?.["container-title"]].filter(Boolean).join(" · ");
}

/** @param {Saved} paper @param {Item | undefined} item @param {boolean} isMissing */
function row({ key, title }, item, isMissing) {
  const name = item?.title ?? title ?? key;
  const line = isMissing ? "This paper is no longer in this library." : meta(item);
  return {
    name,
    element: make("li", { class: "ps-row" },
      make("p", { dir: "auto" }, isMissing ? name : make("a", { href: page(`papers/${encodeURIComponent(key)}.html`) }, name)),
      line && make("p", { class: "ps-meta" }, line), star(key, name)),
  };
}

/** What is the reader's own: mark, order, note. @param {Saved} paper @param {string} name */
function controls({ key, read, note }, name) {
  const box = make("input", { type: "checkbox" });
  box.checked = Boolean(read);
  on(box, "change", () => mark(key, { read: box.checked || undefined }));
  const text = make("textarea", { rows: 1, placeholder: "Note", "aria-label": `Note on “${name}”` });
  text.value = note ?? "";
  on(text, "input", () => mark(key, { note: text.value || undefined }));
  return make("div", { class: "ps-own" },
    make("label", {}, box, "Read", make("span", { class: "ps-sr" }, ` “${name}”`)),
    button("↑", () => move(key, -1), `Move “${name}” up`), button("↓", () => move(key, 1), `Move “${name}” down`), text);
}

/* ---- the page ---- */

/** @param {Saved[]} list */
function told(list) {
  const read = list.filter((paper) => paper.read).length;
  return list.length ? `${count(list.length)}${read ? `, ${read} read` : ""}.` : "No paper is saved yet. Press the star beside a paper.";
}

async function draw() {
  const call = ++calls;
  const keys = sent();
  shown = papers();
  const list = keys ? keys.map((key) => ({ key })) : shown;
  /** @type {Map<string, Item> | undefined} */
  let items;
  try {
    items = await load(list.map(({ key }) => key));
  } catch (problem) {
    say(/** @type {Error} */ (problem).message);
  }
  if (call !== calls) return;
  const at = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.psAt;
  heading.textContent = keys ? `A shared list of ${count(list.length)}` : own.heading;
  about.textContent = keys ? "This list came with the address. Your own reading list stays as it is until you add to it." : own.about;
  said.textContent = keys ? "" : told(shown);
  const rows = list.map((paper) => {
    const { element, name } = row(paper, items?.get(paper.key), Boolean(items && !items.has(paper.key)));
    if (!keys) element.append(controls(paper, name));
    return element;
  });
  const take = list.length > 0 && downloads(`Download ${keys ? "this list" : "your list"}`, () => list.map(({ key }) => key));
  body.replaceChildren(make("div", {}, unread(), make("div", { class: "ps-buttons" }, keys ? waysOfShared(keys, items) : ways()), take,
    make("ol", { class: "ps-rows ps-list", "aria-label": "Papers" }, rows)));
  const again = at && [.../** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll("[data-ps-at]"))].find((element) => element.dataset.psAt === at);
  if (again) again.focus();
}

/** @param {string[]} keys @param {Map<string, Item> | undefined} items */
function waysOfShared(keys, items) {
  const added = keys.filter((key) => !shown.some((paper) => paper.key === key));
  return [
    added.length
      ? button(`Add ${added.length === keys.length ? "" : `${added.length} new `}to my list`, () => {
        if (change((list) => join(list, added.map((key) => ({ key, title: items?.get(key)?.title }))))) say(`${count(added.length)} added to your reading list.`);
      })
      : make("span", {}, "All of these are in your list."),
    make("a", { href: location.pathname }, "Your own list"),
  ];
}

function ways() {
  return [
    before && button("Undo", undo), shown.length && button("Copy a link to this list", share),
    shown.length && button("Export", () => save("reading-list.json", `${write(papers(), 1)}\n`, "application/json")),
    button("Import", () => file.click()), shown.length && button("Clear", () => change(() => [])),
  ];
}

function undo() {
  const old = before ?? [];
  const now = shown;
  change((list) => [...old, ...list.filter(({ key }) => ![...old, ...now].some((paper) => paper.key === key))]);
  before = undefined;
  draw().then(() => said.focus());
}

/** Notes and marks are the reader's own and stay out of it. */
function share() {
  const address = `${location.href.split("#")[0]}#papers=${papers().map(({ key }) => encodeURIComponent(key)).join(",")}`;
  const field = make("input", { readonly: "", value: address, "aria-label": "Address of this list" });
  const tell = (/** @type {string} */ text) => say(text, field);
  const refused = () => tell("Copy this address: ");
  if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => tell("Copied. Your notes are not in it. "), refused);
  else refused();
}

/** What was kept here and is not a list, or not wholly. */
function unread() {
  const text = unreadable();
  return text && make("div", { class: "ps-buttons" }, make("span", {}, "Some of what was kept here could not be read. It lies aside, as it was."),
    button("Save it as a file", () => save("unreadable.txt", text, "text/plain")), button("Throw it away", discard));
}

on(file, "change", async () => {
  const text = await file.files?.[0]?.text().catch(() => "");
  file.value = "";
  const { papers: added, lost } = parse(text ?? "");
  if (added.length && !change((list) => join(list, added))) return;
  say(!added.length ? "This file holds no reading list." : `${count(added.length)} read from the file.${lost ? ` ${lost} more could not be read.` : ""}`);
});

onChange(() => {
  if (isQuiet) {
    if (document.activeElement?.matches(".ps-own :is(textarea, input)")) {
      shown = papers();
      said.textContent = told(shown);
      return;
    }
  } else before = shown;
  draw();
});
on(window, "hashchange", draw);
place.replaceChildren(said, body, file);
draw();
