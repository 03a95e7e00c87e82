const BLOCKS = 4;
const BLOCK_BITS = 16;

/**
 * Calls back for every pair of 64-bit hashes that differ in at most `radius` bits, without measuring all pairs:
 * multi-index hashing (Norouzi, Punjani & Fleet, 'Fast exact search in Hamming space with multi-index hashing',
 * TPAMI 2014, section 3). Of four 16-bit blocks at least one differs in no more than `floor(radius / 4)` bits, so
 * only hashes that meet in a bucket within that distance are compared. Exact.
 *
 * @param hashes perceptual hashes
 * @param radius 0..11
 * @param visit called once a pair, i < j, with the number of differing bits
 */
export function hashNeighbours(
  hashes: BigUint64Array,
  radius: number,
  visit: (i: number, j: number, distance: number) => void,
): void {
  if (!(radius >= 0 && radius <= 11))
    throw new RangeError(`Expected a radius of 0..11 but received ${radius}`);
  const index = new BlockIndex(hashes);
  const probes = masksUpTo(Math.floor(radius / BLOCKS));
  const seen = new Int32Array(hashes.length).fill(-1);
  for (let j = 0; j < hashes.length; j++) {
    for (let block = 0; block < BLOCKS; block++)
      for (const probe of probes)
        for (let i = index.first(j, block, probe); i >= 0; i = index.next(i, block)) {
          if (seen[i] === j) continue;
          seen[i] = j;
          const distance = index.distance(i, j);
          if (distance <= radius) visit(i, j, distance);
        }
    index.add(j);
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

/** Four tables of buckets, each bucket a chain through one typed array. */
class BlockIndex {
  readonly #blocks: Uint16Array;
  readonly #halves: Uint32Array;
  readonly #heads: Int32Array;
  readonly #chain: Int32Array;

  constructor(hashes: BigUint64Array) {
    this.#blocks = new Uint16Array(hashes.buffer, hashes.byteOffset, hashes.length * BLOCKS);
    this.#halves = new Uint32Array(hashes.buffer, hashes.byteOffset, hashes.length * 2);
    this.#heads = new Int32Array(BLOCKS << BLOCK_BITS).fill(-1);
    this.#chain = new Int32Array(hashes.length * BLOCKS).fill(-1);
  }

  add(row: number): void {
    for (let block = 0; block < BLOCKS; block++) {
      const bucket = this.#bucket(row, block, 0);
      this.#chain[row * BLOCKS + block] = this.#heads[bucket]!;
      this.#heads[bucket] = row;
    }
  }

  /** First row in the bucket of this row's block with some bits flipped; -1 when it is empty. */
  first(row: number, block: number, flipped: number): number {
    return this.#heads[this.#bucket(row, block, flipped)]!;
  }

  next(row: number, block: number): number {
    return this.#chain[row * BLOCKS + block]!;
  }

  distance(i: number, j: number): number {
    return (
      bitCount(this.#halves[i * 2]! ^ this.#halves[j * 2]!) +
      bitCount(this.#halves[i * 2 + 1]! ^ this.#halves[j * 2 + 1]!)
    );
  }

  #bucket(row: number, block: number, flipped: number): number {
    return (block << BLOCK_BITS) | (this.#blocks[row * BLOCKS + block]! ^ flipped);
  }
}

/** Set bits of a 32-bit number: Warren, Hacker's Delight, 2nd edition, figure 5-2. */
function bitCount(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
