/* Papers as files of citations, made here: nothing is asked of a server, so it works on disk too. */

import { buttons, save } from "./files.js";
import { nameOf } from "./formats.js";
import { load, take } from "./references.js";

/** @type {Shelf} */
const shelf = /** @type {any} */ (window).papershelf;

shelf.references = take;
shelf.cite = { buttons, load, nameOf, save };
