/*
 * Feeds and twins, announced in the head, are none for the theme's script: at DOMContentLoaded it takes each
 * `link[rel=alternate]` for a translation and asks for its sitemap. While it looks, there is none. It listens on the
 * document; the window hears the same event before it, and once more after it.
 */

const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=alternate]"));

/** @param {string} rel */
const all = (rel) => () => links.forEach((link) => { link.rel = rel; });

addEventListener("DOMContentLoaded", all(""), { capture: true, once: true });
addEventListener("DOMContentLoaded", all("alternate"), { once: true });
