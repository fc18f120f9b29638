/*
 * The search box of every page: answers while typing, opened with /, s, Ctrl-K or the phone's "Search".
 * Its parts also serve the search page, which loads this script early and, as every page, at its end.
 */

import { box } from "./combobox.js";
import { shelf } from "./engine.js";
import { amount, count, make, on, page, replaced, row, told } from "./parts.js";
import { begin, listen } from "./ways.js";

if (!shelf.parts) {
  shelf.parts = { amount, count, make, on, page, replaced, row, told };
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form.ps-box:not([data-ps-page])");
  forms.forEach(box);
  listen();
  begin();
}
