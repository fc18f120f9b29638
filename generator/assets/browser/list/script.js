import { ROOT } from "./store.js";

/** Load a script of this site; whether it came shows in what it leaves behind. @param {string} path @returns {Promise<void>} */
export function run(path) {
  return new Promise((done) => {
    const script = document.createElement("script");
    script.charset = "utf-8";
    script.src = new URL(path, ROOT).href;
    script.onload = script.onerror = () => {
      script.remove();
      done();
    };
    document.head.append(script);
  });
}
