import { bitCount } from './bit-count';

const BLOCKS = 4;
const BLOCK_BITS = 16;

/**
 * Finds among 64-bit hashes those that differ from one of them in few bits, without looking at all: multi-index hashing
 * (Norouzi, Punjani & Fleet, 'Fast exact search in Hamming space with multi-index hashing', TPAMI 2014, section 3). Of four
 * 16-bit blocks at least one differs in no more than `floor(radius / 4)` bits, so only hashes that meet in a bucket within
 * that distance are compared. Exact. Four tables of buckets, each bucket a chain through one typed array.
 */
export class HashIndex {
  readonly #blocks: Uint16Array;
  readonly #halves: Uint32Array;
  readonly #heads = new Int32Array(BLOCKS << BLOCK_BITS).fill(-1);
  readonly #chain: Int32Array;
  readonly #probes: readonly number[];
  /** Number of the last search in which a row was met. */
  readonly #met: Uint32Array;
  #searches = 0;

  /**
   * @param hashes perceptual hashes, of which none is in the index yet
   * @param radius 0..11 bits
   */
  constructor(
    hashes: BigUint64Array,
    readonly radius: number,
  ) {
    if (!(radius >= 0 && radius <= 11))
      throw new RangeError(`Expected a radius of 0..11 but received ${radius}`);
    this.#blocks = new Uint16Array(hashes.buffer, hashes.byteOffset, hashes.length * BLOCKS);
    this.#halves = new Uint32Array(hashes.buffer, hashes.byteOffset, hashes.length * 2);
    this.#chain = new Int32Array(hashes.length * BLOCKS).fill(-1);
    this.#met = new Uint32Array(hashes.length);
    this.#probes = masksUpTo(Math.floor(radius / BLOCKS));
  }

  add(row: number): void {
    for (let block = 0; block < BLOCKS; block++) {
      const bucket = this.#bucket(row, block, 0);
      this.#chain[row * BLOCKS + block] = this.#heads[bucket]!;
      this.#heads[bucket] = row;
    }
  }

  /** Calls back once for every row in the index within the radius of a row, with the number of bits that differ. */
  near(row: number, visit: (other: number, distance: number) => void): void {
    const search = ++this.#searches;
    for (let block = 0; block < BLOCKS; block++)
      for (const probe of this.#probes) {
        let other = this.#heads[this.#bucket(row, block, probe)]!;
        for (; other >= 0; other = this.#chain[other * BLOCKS + block]!) {
          if (this.#met[other] === search) continue;
          this.#met[other] = search;
          const distance = this.#distance(other, row);
          if (distance <= this.radius) visit(other, distance);
        }
      }
  }

  #distance(i: number, j: number): number {
    return (
      bitCount(this.#halves[i * 2]! ^ this.#halves[j * 2]!) +
      bitCount(this.#halves[i * 2 + 1]! ^ this.#halves[j * 2 + 1]!)
    );
  }

  #bucket(row: number, block: number, flipped: number): number {
    return (block << BLOCK_BITS) | (this.#blocks[row * BLOCKS + block]! ^ flipped);
  }
}

/** All 16-bit masks with at most this many bits set. */
function masksUpTo(bits: number): number[] {
  let masks = [0];
  for (let round = 0; round < bits; round++) {
    const larger = new Set(masks);
    for (const mask of masks) for (let b = 0; b < BLOCK_BITS; b++) larger.add(mask | (1 << b));
    masks = [...larger];
  }
  return masks;
}
