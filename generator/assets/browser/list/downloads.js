/* "Download these papers": what makes the files is loaded when it is unfolded. */

import { make, on, shelf } from "./parts.js";
import { say } from "./say.js";
import { run } from "./script.js";

/** @param {string} label @param {() => string[]} [keysOf] the papers; without it, those of the search */
export function downloads(label, keysOf) {
  const fold = make("details", { class: "ps-downloads" }, make("summary", {}, label));
  on(fold, "toggle", async () => {
    if (!shelf.cite) await run("assets/papershelf/cite.js");
    if (!shelf.cite) say("What makes the files could not be loaded. Try again.");
    else if (!fold.children[1]) fold.append(shelf.cite.buttons(keysOf));
  });
  return fold;
}
