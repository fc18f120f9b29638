/* A convenience: text in a block (a citation, lines for a file) is copied with one click. */

/** @param {string} text @returns {Promise<void>} */
function copy(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea"); /* plain http has no clipboard of its own */
  area.value = text;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  return isDone ? Promise.resolve() : Promise.reject(new Error("the browser refused to copy"));
}

/** What can be scrolled must be reached by the keyboard; a block may get its size late, when it is unfolded. @param {HTMLElement} block */
function reach(block) {
  if (block.scrollHeight > block.clientHeight || block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  else block.removeAttribute("tabindex");
}

const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(/** @type {HTMLElement} */ (target))));

for (const block of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-content pre"))) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ps-copy";
  button.textContent = "Copy";
  button.addEventListener("click", () => {
    copy(`${(block.textContent ?? "").trim()}\n`).then(
      () => { button.textContent = "Copied"; },
      () => { button.textContent = "Select and copy"; },
    );
  });
  block.before(button);
  reach(block);
  sizes.observe(block);
}
