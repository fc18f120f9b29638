/* A convenience: text in a block (a citation, lines for a file) is copied with one click. */
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
