/* Two conveniences; everything else on the site works without scripts.
   1. Text in a block (a citation, lines for a file) is copied with one click.
   2. The search box in the page hands over to the theme's search. */
(function () {
  "use strict";

  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var area = document.createElement("textarea"); /* plain http has no clipboard of its own */
    area.value = text;
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("the browser refused to copy"));
  }

  /* What can be scrolled must be reached by the keyboard; a block may get its size late, when it is unfolded. */
  function reach(block) {
    if (block.scrollHeight > block.clientHeight) block.tabIndex = 0;
    else block.removeAttribute("tabindex");
  }
  var sizes = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) { reach(entry.target); });
  });

  document.querySelectorAll(".md-content pre").forEach(function (block) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "ps-copy";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      copy(block.textContent.trim() + "\n").then(
        function () { button.textContent = "Copied"; },
        function () { button.textContent = "Select and copy"; }
      );
    });
    block.parentNode.insertBefore(button, block);
    reach(block);
    sizes.observe(block);
  });
})();

(function () {
  "use strict";
  var box = document.querySelector(".ps-search input");
  var search = document.querySelector("[data-md-component=search-query]");
  if (!box || !search) return;

  function handOver() {
    search.value = box.value;
    box.value = "";
    search.focus(); /* opens the theme's search, which reads the value when it gets the focus */
  }

  box.addEventListener("input", handOver);
  box.addEventListener("keydown", function (event) {
    if (event.key !== "/" || box.value) return; /* the key that opens the search on every page */
    event.preventDefault();
    handOver();
  });
  box.form.addEventListener("submit", function (event) {
    event.preventDefault();
    handOver();
  });

  /* A page that was moved: its address still holds the words of its title. */
  if ("psLost" in box.dataset) {
    var words = location.pathname.split("/").pop().replace(/\.html?$/, "").replace(/[^a-z0-9]+/gi, " ").trim();
    if (words !== "404" && words !== "index") box.value = words;
  }

  /* With a keyboard at hand one starts typing; on a phone the keys would cover the page. */
  var asked = location.hash || new URLSearchParams(location.search).has("q");
  if (!asked && matchMedia("(hover: hover) and (min-width: 48em)").matches) box.focus({ preventScroll: true });
})();
