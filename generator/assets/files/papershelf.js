/* The search box of the page hands over to the theme's search; everything else on the site works without scripts. */
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
    var name = decodeURIComponent(location.pathname).split("/").pop();
    box.value = name.replace(/\.html?$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /* With a keyboard at hand one starts typing; on a phone the keys would cover the page. */
  var asked = location.hash || new URLSearchParams(location.search).has("q");
  if (!asked && matchMedia("(hover: hover) and (min-width: 48em)").matches) box.focus({ preventScroll: true });
})();
