/*
 * The search box of every page: answers while typing, opened with /, s, Ctrl-K or the phone's "Search".
 * The search page has it in a script of its own, and loads this one at its end, as every page does.
 */

import { box } from "./combobox.js";
import { shelf } from "./engine.js";
import { count, make, on, page } from "./parts.js";
import { begin, listen } from "./ways.js";

if (!shelf.parts) {
  shelf.parts = { count, make, on, page };
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form.ps-box:not([data-ps-page])");
  forms.forEach(box);
  listen();
  begin();
}
