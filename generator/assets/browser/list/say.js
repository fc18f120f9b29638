/* One sentence at the foot of the window, for what a reader must know of what was just done. */

const STAYS = 8000; /* milliseconds */

/** @type {HTMLElement | undefined} */
let place;
let timer = 0;

/** @param {string} text @param {Element[]} more */
export function say(text, ...more) {
  if (!place) {
    place = document.createElement("div");
    place.className = "ps-say";
    place.role = "status";
    document.querySelector("main")?.append(place);
  }
  place.replaceChildren(text, ...more);
  clearTimeout(timer);
  timer = setTimeout(() => place?.replaceChildren(), STAYS);
}
