/**
 * A seeded source of numbers, so that every picture can be made again.
 *
 * @typedef {object} Random
 * @property {() => number} next uniform in [0, 1)
 * @property {(low: number, high: number) => number} range uniform in [low, high)
 * @property {(low: number, high: number) => number} integer uniform whole number, both ends included
 * @property {(mean?: number, deviation?: number) => number} normal
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(list: readonly T[]) => T[]} shuffle a shuffled copy
 * @property {(probability: number) => boolean} chance
 */

/**
 * The sfc32 generator (Chris Doty-Humphrey, PractRand), started from a hash of the words.
 *
 * @param {string} words any text; equal texts give equal sequences
 * @returns {Random}
 */
export function createRandom(words) {
  const next = sfc32(words);
  const range = (/** @type {number} */ low, /** @type {number} */ high) =>
    low + (high - low) * next();
  return {
    next,
    range,
    integer: (low, high) => Math.floor(range(low, high + 1)),
    normal: (mean = 0, deviation = 1) => mean + deviation * boxMuller(next),
    pick: (list) => list[Math.floor(next() * list.length)],
    shuffle: (list) => shuffled(list, next),
    chance: (probability) => next() < probability,
  };
}

/** @param {string} words @returns {() => number} */
function sfc32(words) {
  const hash = fnv1a(words);
  let [a, b, c, counter] = [hash, hash ^ 0x9e3779b9, hash ^ 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** FNV-1a, 32 bits. @param {string} words */
function fnv1a(words) {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

/** @param {() => number} next */
function boxMuller(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** @template T @param {readonly T[]} list @param {() => number} next */
function shuffled(list, next) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
