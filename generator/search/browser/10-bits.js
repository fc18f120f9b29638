const { clz32, floor, max, min } = Math;
/** @type {typeof Promise.all} */
const settled = Promise.all.bind(Promise);

/** @template T @param {Iterable<T>} [items] @returns {Set<T>} */
function unique(items) {
  return new Set(items);
}

/** The units that a text holds, some of them escaped; the other side of bits.py. @param {string} text @returns {number[]} */
function unitsOf(text) {
  const units = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    units.push(unit === 33 ? text.charCodeAt(++at) ^ 0x8000 : unit);
  }
  return units;
}

/** Reads numbers and words from units of sixteen bits. */
class Bits {
  /** @param {string} text */
  constructor(text) {
    this.units = unitsOf(text);
    this.at = 0; // of the next unit
    this.unit = 0;
    this.left = 0; // bits of the unit not yet read
  }

  /** Whether a word may follow: the last unit may be filled up with zeros, which read as a word without letters. @returns {boolean} */
  goesOn() {
    return this.at < this.units.length || this.left > 8;
  }

  /** @param {number} count at most 30 @returns {number} */
  read(count) {
    let value = 0;
    while (count > 0) {
      if (!this.left) {
        this.unit = this.units[this.at++];
        this.left = 16;
      }
      const take = min(count, this.left);
      this.left -= take;
      value = (value << take) | ((this.unit >> this.left) & ((1 << take) - 1));
      count -= take;
    }
    return value;
  }

  /** How many times `bit` comes before the other one, which is read too. @param {number} bit @returns {number} */
  run(bit) {
    let length = 0;
    while (this.read(1) === bit) {
      // An end that never comes, in a damaged file: nothing reads as zeros.
      if (++length > 1e6) throw new IndexProblem("The search index is damaged.");
    }
    return length;
  }

  /** Elias' gamma code: a number from 1. @returns {number} */
  gamma() {
    const length = this.run(0);
    return (1 << length) | this.read(length);
  }

  /** @param {number} parameter @returns {number} */
  rice(parameter) {
    return (this.run(1) << parameter) | this.read(parameter);
  }

  /** @returns {string} */
  letters() {
    let word = "";
    for (;;) {
      const code = this.read(5);
      if (!code) return word;
      if (code < 27) word += String.fromCharCode(96 + code);
      else if (code === 30) word += this.read(4);
      else if (code === 31) word += String.fromCodePoint(this.read(21));
      else word += code === 27 ? "@" : "+";
    }
  }

  /** The next word of a sorted list. @param {string} before @returns {string} */
  following(before) {
    const shared = this.read(4);
    return before.slice(0, shared) + this.letters();
  }

  /** @param {number} count @param {number} total @returns {number[]} ascending numbers */
  ascending(count, total) {
    const parameter = riceParameter(count, total);
    const numbers = [];
    for (let number = -1; count > 0; count--) numbers.push((number += 1 + this.rice(parameter)));
    return numbers;
  }
}

/** @param {number} count @param {number} total @returns {number} near log2 of the mean gap */
function riceParameter(count, total) {
  return max(0, 31 - clz32((total * 2) / (count * 3)));
}
