const { clz32, floor, max, min } = Math;
/** @type {typeof Promise.all} */
const settled = Promise.all.bind(Promise);

/** @template T, Made @param {T[]} list @param {(one: T, at: number) => Made | Promise<Made>} make @returns {Promise<Made[]>} */
function each(list, make) {
  return settled(list.map(make));
}

/** @template T @param {number} count @param {(at: number) => T} make @returns {T[]} */
function times(count, make) {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** @template T @param {Iterable<T>} [items] @returns {Set<T>} */
function unique(items) {
  return new Set(items);
}

/** The units that a text holds, some of them escaped; the other side of bits.py. @param {string} text @returns {Uint16Array} */
function unitsOf(text) {
  const units = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    units[count++] = unit === 33 ? text.charCodeAt(++at) ^ 0x8000 : unit;
  }
  return units.subarray(0, count);
}

/** Reads numbers and words from units of sixteen bits. */
class Bits {
  /** @param {string} text */
  constructor(text) {
    this.units = unitsOf(text);
    this.at = 0; // of the next bit
  }

  /** Whether a word may follow: the last unit may be filled up with zeros, which read as a word without letters. @returns {boolean} */
  goesOn() {
    return this.units.length * 16 - this.at > 8;
  }

  /** The next 32 bits; zeros after the end. @returns {number} */
  ahead() {
    const { units, at } = this;
    const shift = at & 15;
    const unit = at >> 4;
    return (((units[unit] << 16) | units[unit + 1]) << shift) | (units[unit + 2] >> (16 - shift));
  }

  /** @param {number} count at most 30 @returns {number} */
  read(count) {
    const value = (this.ahead() >>> 1) >>> (31 - count);
    this.at += count;
    return value;
  }

  /** How many ones come before a zero, which is read too. @returns {number} */
  run() {
    const length = clz32(~this.ahead());
    this.at += min(32, length + 1);
    return length < 32 ? length : 32 + this.run();
  }

  /** Elias' gamma code: a number from 1. @returns {number} */
  gamma() {
    const length = clz32(this.ahead());
    this.at += length;
    return this.read(length + 1);
  }

  /** @param {number} parameter @returns {number} */
  rice(parameter) {
    const next = this.ahead();
    const length = clz32(~next);
    if (length + parameter > 30) return (this.run() << parameter) | this.read(parameter);
    this.at += length + 1 + parameter;
    return (length << parameter) | ((next << (length + 1)) >>> 1 >>> (31 - parameter));
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
