/* What the box has made already. */

/** @type {Shelf} */
export const shelf = /** @type {any} */ (window).papershelf;

export const { make, on } = shelf.parts;
